import { existsSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import { join } from 'node:path';
import compression from 'compression';
import express, { type Express, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { Server } from 'socket.io';
import { ROOM_PAGES } from '../models/doors/live.ts';
import { machineClock, type RealClock } from './clock.ts';
import { LoopWatch } from './http/busy.ts';
import { NOWHERE } from './http/nowhere.ts';
import { fromHere } from './http/origin.ts';
import { failed, routes, type Scenarios } from './http/routes.ts';
import { LIMITS, type Limits } from './limits.ts';
import { Gate } from './rooms/gate.ts';
import { Rooms } from './rooms/rooms.ts';
import { attachSockets, outletOf, type RoomServer } from './rooms/sockets.ts';
import type { Store } from './store/store.ts';

export interface Parts {
  readonly store: Store;
  readonly log: Logger;
  readonly scenarios: Scenarios;
  /** The folder of the built client, or null: then only the interface answers. */
  readonly clientDir: string | null;
  /** Origins of pages served elsewhere that may connect, exact (`https://example.org`). */
  readonly origins?: readonly string[];
  /** The addresses of this machine on its network, the likeliest first; none if it has none. */
  readonly network?: () => readonly string[];
  readonly clock?: RealClock;
  readonly limits?: Limits;
}

export interface App {
  readonly http: HttpServer;
  readonly io: RoomServer;
  readonly rooms: Rooms;
  /** Tells everybody, writes what is left, closes. */
  close(): Promise<void>;
}

/** The whole server, its rooms awake again, not listening yet. Closing it leaves the store open. */
export async function createApp(parts: Parts): Promise<App> {
  const { store, log, limits = LIMITS, clock = machineClock, origins = [] } = parts;
  const web = express();
  const http = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, web);
  http.maxConnections = limits.sockets + 500;
  const io = openSockets(http, limits, origins);
  const rooms = new Rooms({ store, clock, log, limits }, outletOf(io));
  await rooms.start();
  const gate = new Gate(limits, clock);
  const busy = new LoopWatch(clock);
  attachSockets(io, rooms, gate, { store, clock, log, limits });
  secure(web);
  const { scenarios, network = () => [] } = parts;
  web.use('/api', routes({ rooms, gate, limits, log, busy, scenarios, origins, network }));
  serveClient(web, parts.clientDir);
  web.use(failed(log, limits));
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    busy.close();
    io.emit('restarting');
    await rooms.stop();
    await io.close();
    http.closeAllConnections();
  };
  return { http, io, rooms, close: () => (closing ??= close()) };
}

function openSockets(http: HttpServer, limits: Limits, origins: readonly string[]): RoomServer {
  const io: RoomServer = new Server(http, {
    transports: ['websocket'],
    allowUpgrades: false,
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: limits.messageBytes,
    pingInterval: limits.pingIntervalMs,
    pingTimeout: limits.pingTimeoutMs,
    connectTimeout: limits.connectTimeoutMs,
    allowRequest: (request, allow) => {
      const full = io.engine.clientsCount >= limits.sockets;
      allow(full ? 'full' : null, !full && fromHere(request, origins));
    },
  });
  return io;
}

function secure(web: Express): void {
  web.disable('x-powered-by');
  web.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'self'"],
          'connect-src': ["'self'", 'ws:', 'wss:'],
          'style-src': ["'self'", "'unsafe-inline'"],
          'img-src': ["'self'", 'data:'],
          'font-src': ["'self'"],
          'object-src': ["'none'"],
          'base-uri': ["'none'"],
          'frame-ancestors': ["'none'"],
        },
      },
      // A workshop's server is reached by plain http on a local network: no promise of https.
      strictTransportSecurity: false,
      crossOriginOpenerPolicy: false,
      originAgentCluster: false,
    }),
  );
  web.use(compression());
}

/** The built client: its files, and its one page at the addresses the client knows. */
function serveClient(web: Express, clientDir: string | null): void {
  const page = clientDir === null ? '' : join(clientDir, 'index.html');
  if (clientDir !== null && existsSync(page)) {
    web.use(
      '/assets',
      express.static(join(clientDir, 'assets'), { immutable: true, maxAge: '1y', index: false }),
    );
    web.use(express.static(clientDir, { index: false, maxAge: 0 }));
    const sendPage = (_request: Request, response: Response): void => {
      // Under a root: a dot in the path to the installation is then nobody's business.
      response.set('cache-control', 'no-cache').sendFile('index.html', { root: clientDir });
    };
    for (const path of ['/', ...ROOM_PAGES.map((page) => `/${page}/:code`)])
      web.get(path, sendPage);
  } else
    web.get('/', (_request, response) => {
      response
        .status(503)
        .type('text')
        .send(
          'Le client n’est pas construit : lancez npm start. / The client is not built: run npm start.',
        );
    });
  web.use((_request, response) => {
    response.status(404).type('html').send(NOWHERE);
  });
}
