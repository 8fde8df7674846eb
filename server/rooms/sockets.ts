import type { Server, Socket } from 'socket.io';
import {
  type Asks,
  type Audience,
  type Command,
  type Joined,
  type Reply,
  type Tells,
  WIRE_VERSION,
} from '../../models/doors/live.ts';
import { isProblem, type Problem } from '../../models/doors/scenario.ts';
import type { RealClock } from '../clock.ts';
import type { Limits } from '../limits.ts';
import type { AskName, AskOf } from './asks.ts';
import type { Door } from './door.ts';
import { keyOf, type Outlet } from './feed.ts';
import type { Gate } from './gate.ts';
import { guard } from './guard.ts';
import { type Member, newMember, type Peer } from './member.ts';
import type { Parts } from './parts.ts';
import { mayNot } from './roles.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import { crowded, ONE_ROOM, PAGE_NEWER, PAGE_OLDER } from './sentences.ts';
import type { Strangers } from './strangers.ts';

export type RoomServer = Server<Asks, Tells>;
type RoomSocket = Socket<Asks, Tells>;

/** A connection that has asked, and is in no room, is closed after this, real ms. */
const OUTSIDE_MS = 30_000;

const channel = (roomId: string, audience: Audience): string => `${roomId}/${keyOf(audience)}`;

/** Where a room's updates go: encoded once for all who watch the same. */
export const outletOf =
  (io: RoomServer) =>
  (roomId: string): Outlet =>
  (audience, batch) =>
    void io.to(channel(roomId, audience)).emit('facts', batch);

class SocketPeer implements Peer {
  readonly #socket: RoomSocket;
  readonly #limits: Limits;
  readonly #clock: RealClock;
  #watched: ReadonlySet<string> = new Set();
  #behindSince: number | null = null;

  /** The room whose audiences it watches. */
  readonly #roomId: string;

  constructor(socket: RoomSocket, limits: Limits, clock: RealClock, roomId: string) {
    this.#socket = socket;
    this.#limits = limits;
    this.#clock = clock;
    this.#roomId = roomId;
  }

  tell<K extends keyof Tells>(event: K, ...args: Parameters<Tells[K]>): void {
    this.#socket.emit(event, ...args);
  }

  watch(audiences: readonly Audience[]): void {
    const watched = new Set(audiences.map((one) => channel(this.#roomId, one)));
    for (const one of this.#watched) if (!watched.has(one)) void this.#socket.leave(one);
    for (const one of watched) if (!this.#watched.has(one)) void this.#socket.join(one);
    this.#watched = watched;
  }

  lags(): boolean {
    const frames = this.#socket.conn['writeBuffer'].length;
    const transport = this.#socket.conn.transport as unknown as {
      socket?: { bufferedAmount?: number };
    };
    const bytes = transport.socket?.bufferedAmount ?? 0;
    if (frames === 0) this.#behindSince = null;
    else this.#behindSince ??= this.#clock.now();
    const behindMs = this.#behindSince === null ? 0 : this.#clock.now() - this.#behindSince;
    const { queuedFrames, queuedBytes, queuedMs } = this.#limits;
    return frames > queuedFrames || bytes > queuedBytes || behindMs > queuedMs;
  }

  close(): void {
    // Not disconnect(): what is queued for one who does not read would never be flushed.
    this.#socket.conn.close(true);
  }

  gone(): boolean {
    return !this.#socket.connected;
  }
}

/** What a connection goes through: to its room, and how fast. */
interface Ways {
  readonly rooms: Pick<Rooms, 'find'>;
  readonly door: Door;
  readonly gate: Gate;
  readonly strangers: Strangers;
}

/** Lets connections ask. */
export function attachSockets(io: RoomServer, ways: Ways, parts: Parts): void {
  io.on('connection', (socket) => {
    new Connection(socket, ways, parts).listen();
  });
}

/** One connection: the room it is in, if any. */
class Connection {
  readonly #socket: RoomSocket;
  readonly #ways: Ways;
  readonly #parts: Parts;
  /**
   * What the connection is in each room that lets it in or is about to: nothing that one room
   * knows of it, or granted it, is ever another's.
   */
  readonly #entered = new Map<Room, Member>();
  /** The room that let it in. */
  #joined: Room | null = null;
  /** It has asked for something, whatever it was. */
  #asked = false;
  #strikes = 0;
  /** A host's asks that wait, and when the last of them may be done. */
  #waiting = 0;
  #patience: Promise<void> = Promise.resolve();
  /** Settled when the last join asked for has been answered. */
  #turn: Promise<void> = Promise.resolve();

  constructor(socket: RoomSocket, ways: Ways, parts: Parts) {
    this.#socket = socket;
    this.#ways = ways;
    this.#parts = parts;
  }

  /** Where it is, and as whom; null outside, and where the room has sent it away. */
  get #inside(): { readonly room: Room; readonly member: Member } | null {
    const room = this.#joined;
    const member = room === null ? undefined : this.#entered.get(room);
    return room === null || member === undefined || member.gone ? null : { room, member };
  }

  listen(): void {
    const { clock, limits, log } = this.#parts;
    const stops = [
      clock.after(limits.connectTimeoutMs, () => {
        if (!this.#asked) this.#socket.disconnect(true);
      }),
      clock.after(OUTSIDE_MS, () => {
        if (this.#inside === null) this.#socket.disconnect(true);
      }),
    ];
    this.#socket.on('disconnect', () => {
      for (const stop of stops) stop();
      for (const [room, member] of this.#entered) room.leave(member);
    });
    guard(
      this.#socket as never,
      {
        join: (ask, answer) => this.#inTurn(() => this.#join(ask, answer)),
        command: ({ command, ...ask }, answer) =>
          this.#inRoom('command', answer, (room, member) =>
            room.command(member, { ...ask, command: command as Command }, answer),
          ),
        facts: (ask, answer) =>
          this.#inRoom('facts', answer, (room, member) => answer(room.missed(member, ask))),
        clock: (ask, answer) =>
          this.#inRoom('clock', answer, (room, member) => room.setClock(member, ask, answer)),
        door: (ask, answer) =>
          this.#inRoom('door', answer, (room, member) => room.setDoor(member, ask, answer)),
        price: (ask, answer) =>
          this.#inRoom('price', answer, (room, member) =>
            room.own(member, 'price', answer, ({ price }, seat) => price.ask(seat, ask, answer)),
          ),
        debrief: (ask, answer) =>
          this.#inRoom('debrief', answer, (room, member) =>
            room.own(member, 'debrief', answer, (own, seat) => own.debrief.ask(seat, ask, answer)),
          ),
      },
      {
        log,
        allows: () => this.#allows(),
        struck: () => this.#struck(),
      },
    );
  }

  /** One join after the other: the newest role is the one that stays. */
  #inTurn(join: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(join, join);
    return this.#turn;
  }

  /** The room it has joined says what it may; before, it is a stranger. */
  #inRoom(
    ask: AskName,
    answer: (reply: Reply) => void,
    what: (room: Room, member: Member) => void,
  ): void {
    const inside = this.#inside;
    const why = inside === null ? mayNot(['stranger'], ask) : null;
    if (inside !== null) what(inside.room, inside.member);
    else if (why !== null) answer({ ok: false, problem: why });
  }

  /** Whether one more ask is allowed now. A host's waits its turn, unless too many wait already. */
  async #allows(): Promise<boolean> {
    this.#asked = true;
    const { gate } = this.#ways;
    const { clock, limits } = this.#parts;
    if (!this.#isHost) return (await gate.ask(this.#socket.id)) === 0;
    if (this.#waiting >= limits.hostAsksWaiting) return false;
    this.#waiting += 1;
    this.#patience = this.#patience.then(async () => {
      for (let waitMs = 1; waitMs > 0 && this.#socket.connected; ) {
        waitMs = await gate.ask(this.#socket.id);
        if (waitMs > 0) await new Promise<void>((on) => void clock.after(waitMs, on));
      }
      this.#waiting -= 1;
    });
    await this.#patience;
    return true;
  }

  get #isHost(): boolean {
    return this.#inside?.member.host === true;
  }

  #struck(): void {
    const { hostStrikes, strikes } = this.#parts.limits;
    this.#strikes += 1;
    if (this.#strikes <= (this.#isHost ? hostStrikes : strikes)) return;
    const inside = this.#inside;
    inside?.room.ban(inside.member);
    this.#socket.disconnect(true);
  }

  async #join(ask: AskOf<'join'>, answer: (reply: Reply<Joined>) => void): Promise<void> {
    const no = (problem: Problem): void => answer({ ok: false, problem });
    const { wire = 1 } = ask;
    if (wire !== WIRE_VERSION) return no(wire < WIRE_VERSION ? PAGE_OLDER : PAGE_NEWER);
    const found = await this.#ways.door.room(ask.code, this.#socket.handshake.address, ask);
    // It may have fallen asleep meanwhile: nothing would ever happen in it.
    const room = isProblem(found) ? found : await this.#ways.rooms.find(found.code);
    if (isProblem(room)) return no(room);
    // From here on nothing is awaited until the room knows of this connection.
    if (!this.#socket.connected) return;
    const inside = this.#inside;
    if (inside !== null && inside.room !== room) return no(ONE_ROOM);
    const waitMs = room.returns(ask) ? 0 : room.turnstile.pass();
    if (waitMs > 0) {
      this.#parts.reached('joinsPerS');
      return no(crowded(waitMs));
    }
    await this.#enter(room, ask, answer);
  }

  /** Settles once the room has answered. */
  #enter(room: Room, ask: AskOf<'join'>, answer: (reply: Reply<Joined>) => void): Promise<void> {
    const member = this.#entered.get(room) ?? this.#stranger(room);
    this.#entered.set(room, member);
    return new Promise((done) => {
      // A connection that has gone is answered nothing.
      const gone = (): void => done();
      this.#socket.once('disconnect', gone);
      room.join(member, ask, (reply) => {
        if (reply.ok) this.#joined = room;
        else if (this.#joined !== room) this.#entered.delete(room);
        if (reply.ok) this.#ways.strangers.joined(this.#socket.conn);
        answer(reply);
        this.#socket.off('disconnect', gone);
        done();
      });
    });
  }

  /** As whom a room meets it first. */
  #stranger(room: Room): Member {
    const { clock, limits } = this.#parts;
    return newMember(new SocketPeer(this.#socket, limits, clock, room.id));
  }
}
