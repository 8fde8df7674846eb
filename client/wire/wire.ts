import type { Observable } from 'rxjs';
import type { Ack, Asks, Batch, DoorState, Joined, Reply } from '../../models/doors/live.ts';

/** The way to the room where the day of this one begins again. */
export type Moved = NonNullable<Joined['moved']>;

/**
 * `replaced`: this seat was opened elsewhere, and the newest connection acts; `asleep`: the room
 * sleeps until somebody touches a page of it.
 */
export type LinkState = 'connecting' | 'online' | 'offline' | 'restarting' | 'replaced' | 'asleep';

export type Asked<Kind extends keyof Asks> = Parameters<Asks[Kind]>[0];
type Answered<F> = F extends (ask: never, ack: Ack<infer T>) => void ? T : never;
export type Answer<Kind extends keyof Asks> = Answered<Asks[Kind]>;

/**
 * One connection to the server. Nothing waits here while offline: an ask that can't be sent now is
 * refused now, in a sentence, so that no stale command leaves when the connection comes back.
 */
export interface Wire {
  readonly link$: Observable<LinkState>;
  readonly batches$: Observable<Batch>;
  /** The door of the room, at each change. */
  readonly door$: Observable<DoorState>;
  /** The day begins again elsewhere. */
  readonly moved$: Observable<Moved>;
  ask<Kind extends keyof Asks>(kind: Kind, ask: Asked<Kind>): Promise<Reply<Answer<Kind>>>;
  /** Connects again after `replaced` or `asleep`, or at once where the link may be dead. */
  reconnect(): void;
  close(): void;
}
