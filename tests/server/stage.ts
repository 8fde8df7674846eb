import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { io, type Socket } from 'socket.io-client';
import {
  type Asks,
  type Batch,
  type CommandAsk,
  type Done,
  type Fact,
  type Joined,
  type OpenedRoom,
  type Reply,
  type Tells,
  WIRE_VERSION,
} from '../../models/doors/live.ts';
import {
  catalogue,
  catalogueScenario,
  FORMAT,
  readScenario,
  type ScenarioFile,
} from '../../models/doors/scenario.ts';
import { type App, createApp } from '../../server/app.ts';
import { machineClock, type RealClock } from '../../server/clock.ts';
import { LIMITS, type Limits } from '../../server/limits.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';

/** A small busy centre: somebody's telephone rings within seconds at any speed. */
export const SMALL: ScenarioFile = {
  format: FORMAT,
  name: 'Small',
  day: { lengthMin: 240, intervalMin: 60 },
  types: [
    {
      id: 'a',
      name: 'A',
      says: ['one', 'two', 'three'],
      perHour: 1_200,
      handling: { law: 'exponential', meanS: 40 },
      patience: { law: 'exponential', meanS: 120 },
    },
  ],
  groups: [
    { id: 'x', name: 'X', staff: 6, skills: [{ type: 'a' }] },
    { id: 'y', name: 'Y', staff: 4, skills: [{ type: 'a' }] },
  ],
};

export interface Setup {
  readonly store?: Store;
  readonly limits?: Partial<Limits>;
  readonly clock?: RealClock;
  readonly clientDir?: string | null;
  readonly origins?: readonly string[];
  readonly network?: () => readonly string[];
}

/** A whole server on a free port, for one test. */
export class Stage {
  readonly app: App;
  readonly url: string;
  readonly store: Store;
  readonly #ownStore: boolean;
  readonly #players: Player[] = [];

  private constructor(app: App, store: Store, ownStore: boolean) {
    this.app = app;
    this.store = store;
    this.#ownStore = ownStore;
    this.url = `http://127.0.0.1:${(app.http.address() as AddressInfo).port}`;
  }

  static async open(setup: Setup = {}): Promise<Stage> {
    const store = setup.store ?? (await openSqlite(':memory:')).store;
    const app = createApp({
      store,
      log: pino({ level: 'silent' }),
      scenarios: { catalogue, scenario: catalogueScenario, read: readScenario },
      clientDir: setup.clientDir ?? null,
      origins: setup.origins ?? [],
      network: setup.network ?? (() => []),
      limits: { ...LIMITS, ...setup.limits },
      clock: setup.clock ?? machineClock,
    });
    await new Promise<void>((ready) => app.http.listen(0, '127.0.0.1', ready));
    await app.rooms.keepHouse();
    return new Stage(app, store, setup.store === undefined);
  }

  post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.url}/api/rooms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  async openRoom(ask: object = {}): Promise<OpenedRoom> {
    const response = await this.post({ scenario: SMALL, seed: 'test', speed: 20, ...ask });
    const reply = (await response.json()) as Reply<OpenedRoom>;
    if (!reply.ok) throw new Error(reply.problem.says.en);
    return reply;
  }

  player(): Promise<Player> {
    return Player.connect(this.url).then((player) => {
      this.#players.push(player);
      return player;
    });
  }

  /** A player who has joined. */
  async seated(code: string, token?: string): Promise<Player> {
    const player = await this.player();
    await player.join(code, 'seat', token);
    return player;
  }

  async close(): Promise<void> {
    for (const player of this.#players) player.close();
    await this.app.close();
    if (this.#ownStore) await this.store.close();
  }
}

/** One browser, as far as the wire goes. */
export class Player {
  readonly socket: Socket<Tells, Asks>;
  readonly facts: Fact[] = [];
  readonly batches: Batch[] = [];
  readonly told: string[] = [];
  joined: Joined | null = null;
  #serial = 0;

  private constructor(socket: Socket<Tells, Asks>) {
    this.socket = socket;
    socket.on('facts', (batch) => {
      this.batches.push(batch);
      this.facts.push(...batch.facts);
    });
    socket.on('asleep', () => void this.told.push('asleep'));
    socket.on('replaced', () => void this.told.push('replaced'));
    socket.on('restarting', () => void this.told.push('restarting'));
    socket.on('disconnect', () => void this.told.push('disconnect'));
  }

  static connect(url: string, options: object = {}): Promise<Player> {
    const socket: Socket<Tells, Asks> = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...options,
    });
    return new Promise((resolve, reject) => {
      const player = new Player(socket);
      socket.once('connect', () => resolve(player));
      socket.once('connect_error', (error) => {
        socket.close();
        reject(error);
      });
    });
  }

  /** Any message at all; the answer, or an exception after five seconds without one. */
  ask<T extends object>(event: string, ...payload: unknown[]): Promise<Reply<T>> {
    const socket = this.socket.timeout(5_000) as unknown as {
      emitWithAck(event: string, ...payload: unknown[]): Promise<Reply<T>>;
    };
    return socket.emitWithAck(event, ...payload);
  }

  async join(
    code: string,
    role: 'wall' | 'seat' | 'host',
    token?: string,
    host?: string,
  ): Promise<Joined> {
    const tokens = { ...(token === undefined ? {} : { token }), ...(host ? { host } : {}) };
    const ask = { code, role, wire: WIRE_VERSION, ...tokens };
    const reply = await this.ask<Joined>('join', ask);
    if (!reply.ok) throw new Error(`${reply.problem.code} ${reply.problem.says.en}`);
    this.joined = reply;
    return reply;
  }

  command(command: object, id = `c${this.#serial++}`): Promise<Reply<Done>> {
    return this.ask<Done>('command', { id, command } as CommandAsk);
  }

  /** A command that must be done. */
  async does(command: object, id?: string): Promise<Done> {
    const reply = await this.command(command, id);
    if (!reply.ok) throw new Error(`${reply.problem.code} ${reply.problem.says.en}`);
    return reply;
  }

  close(): void {
    this.socket.close();
  }
}

/** Waits until something is true, looking every 5 ms. */
export async function until(what: () => unknown, ms = 45_000): Promise<void> {
  const end = performance.now() + ms;
  while (!what()) {
    if (performance.now() > end) throw new Error(`never came true: ${what}`);
    await new Promise((next) => setTimeout(next, 5));
  }
}
