import { createServer, type Server as HttpServer } from 'node:http';
import compression from 'compression';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { Server } from 'socket.io';
import { machineClock, type RealClock } from './clock.ts';
import { LoopWatch } from './http/busy.ts';
import { isOurs } from './http/host.ts';
import { fromHere } from './http/origin.ts';
import { servePages } from './http/pages.ts';
import { FOREIGN_HOST, refuse } from './http/problems.ts';
import { failed, routes, type Scenarios } from './http/routes.ts';
import { limitSilent } from './http/silent.ts';
import { LIMITS, type Limits } from './limits.ts';
import { Door } from './rooms/door.ts';
import { Gate } from './rooms/gate.ts';
import { type Reached, reachedLog } from './rooms/reached.ts';
import { Rooms } from './rooms/rooms.ts';
import { attachSockets, outletOf, type RoomServer } from './rooms/sockets.ts';
import { type Closable, Strangers } from './rooms/strangers.ts';
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

/** The whole server, not listening yet; its rooms sleep. Closing it leaves the store open. */
export function createApp(parts: Parts): App {
  const { store, log, limits = LIMITS, clock = machineClock, origins = [] } = parts;
  const web = express();
  const http = createServer(
    {
      headersTimeout: limits.connectTimeoutMs,
      requestTimeout: 30_000,
      connectionsCheckingInterval: 1_000,
    },
    web,
  );
  http.maxConnections = limits.sockets + 2 * limits.silent;
  limitSilent(http, limits.silent);
  const reached = reachedLog(log, clock);
  const strangers = new Strangers();
  const io = openSockets(http, limits, origins, strangers, reached);
  const inside = { store, clock, log, limits, reached };
  const rooms = new Rooms(inside, outletOf(io));
  rooms.start();
  const door = new Door(rooms, limits, clock);
  const ways = { rooms, gate: new Gate(limits), door, strangers };
  const busy = new LoopWatch(clock);
  attachSockets(io, ways, inside);
  secure(web, origins);
  const { scenarios, network = () => [] } = parts;
  web.use('/api', routes({ ...inside, ...ways, busy, scenarios, origins, network }));
  servePages(web, parts.clientDir);
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

function openSockets(
  http: HttpServer,
  limits: Limits,
  origins: readonly string[],
  strangers: Strangers,
  reached: Reached,
): RoomServer {
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
      const ours = isOurs(request.headers.host, origins) && fromHere(request, origins);
      if (!ours) return allow(null, false);
      const full = io.engine.clientsCount >= limits.sockets;
      if (full) reached('sockets');
      const isPlace = !full || strangers.giveWay();
      allow(isPlace ? null : 'full', isPlace);
    },
  });
  io.engine.on('connection', (connection: Closable) => strangers.came(connection));
  return io;
}

function secure(web: Express, origins: readonly string[]): void {
  web.disable('x-powered-by');
  web.use((request, response, next) => {
    if (isOurs(request.headers.host, origins)) next();
    else refuse(response, FOREIGN_HOST, 421);
  });
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
          'form-action': ["'self'"],
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
