import { BehaviorSubject, Subject } from 'rxjs';
import { io, type Socket } from 'socket.io-client';
import type { Asks, Batch, DoorState, Reply, Tells } from '../../models/doors/live.ts';
import { refused } from './refusal.ts';
import type { Answer, Asked, LinkState, Moved, Wire } from './wire.ts';

const ANSWER_WITHIN_MS = 4_000;
/** A command carries an id and is done once, however often it is sent. */
const TRIES = 3;
const AGAIN_AFTER_MS = 2_000;
/** What takes its time, and is refused when asked again: one try, longer than the server gives. */
const SLOW_WITHIN_MS: Partial<Record<keyof Asks, number>> = { price: 15_000, debrief: 75_000 };

/** The wire over Socket.IO, WebSocket only. */
export class SocketWire implements Wire {
  readonly link$ = new BehaviorSubject<LinkState>('connecting');
  readonly batches$ = new Subject<Batch>();
  readonly door$ = new Subject<DoorState>();
  readonly moved$ = new Subject<Moved>();
  private readonly socket: Socket<Tells, Asks>;
  private later: ReturnType<typeof setTimeout> | undefined;

  constructor(origin: string = location.origin) {
    this.socket = io(origin, {
      transports: ['websocket'],
      reconnectionDelay: 300,
      reconnectionDelayMax: 3_000,
      forceNew: true,
    });
    this.socket.on('connect', () => this.link$.next('online'));
    this.socket.on('disconnect', () => this.lost());
    this.socket.on('connect_error', () => this.lost());
    this.socket.on('facts', (batch) => this.batches$.next(batch));
    this.socket.on('door', (door) => this.door$.next(door));
    this.socket.on('moved', (moved) => this.moved$.next(moved));
    this.socket.on('restarting', () => this.link$.next('restarting'));
    for (const left of ['replaced', 'asleep'] as const)
      this.socket.on(left, () => {
        this.link$.next(left);
        this.socket.disconnect();
      });
  }

  private lost(): void {
    const { value } = this.link$;
    if (value === 'replaced' || value === 'asleep') return;
    if (value !== 'restarting' && value !== 'offline') this.link$.next('offline');
    // Socket.IO tries again by itself, except where the server refused or closed the connection.
    if (!this.socket.active) this.later = setTimeout(() => this.socket.connect(), AGAIN_AFTER_MS);
  }

  async ask<Kind extends keyof Asks>(kind: Kind, ask: Asked<Kind>): Promise<Reply<Answer<Kind>>> {
    if (!this.socket.connected) return refused('refusedOffline');
    const connection = this.socket.id;
    const most = kind in SLOW_WITHIN_MS ? 1 : TRIES;
    for (let tries = 0; tries < most; tries++) {
      const answer = await this.send(kind, ask);
      if (answer !== null) return answer;
      // Another connection is another join: what was asked of the first is not sent to it.
      if (!this.socket.connected || this.socket.id !== connection) return refused('cut');
    }
    return refused('noAnswer');
  }

  /** One try; null where no answer came in time or the connection broke. */
  private async send<Kind extends keyof Asks>(
    kind: Kind,
    ask: Asked<Kind>,
  ): Promise<Reply<Answer<Kind>> | null> {
    // The typings of emitWithAck can't follow a generic event name; the cast is checked by `Kind`.
    const withinMs = SLOW_WITHIN_MS[kind] ?? ANSWER_WITHIN_MS;
    const socket = this.socket.timeout(withinMs) as unknown as {
      emitWithAck(kind: Kind, ask: Asked<Kind>): Promise<Reply<Answer<Kind>>>;
    };
    try {
      return await socket.emitWithAck(kind, ask);
    } catch {
      return null;
    }
  }

  reconnect(): void {
    this.socket.disconnect();
    clearTimeout(this.later);
    this.link$.next('connecting');
    this.socket.connect();
  }

  close(): void {
    clearTimeout(this.later);
    this.socket.removeAllListeners();
    this.socket.disconnect();
    this.link$.complete();
    this.batches$.complete();
    this.door$.complete();
    this.moved$.complete();
  }
}
