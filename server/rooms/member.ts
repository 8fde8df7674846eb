import type { Audience, Tells } from '../../models/doors/live.ts';
import type { Seat } from './seats.ts';

/** A connection, as a room sees it. */
export interface Peer {
  tell<K extends keyof Tells>(event: K, ...args: Parameters<Tells[K]>): void;
  /** From now on it receives the updates of this audience (null: of none). */
  watch(audience: Audience | null): void;
  /** Bytes, frames or time it is behind beyond every limit. */
  lags(): boolean;
  close(): void;
}

/** A connection that has joined. */
export interface Member {
  readonly peer: Peer;
  /** Its seat, or null: it only watches. */
  seat: Seat | null;
  /** It had a seat, which was opened elsewhere since. */
  replaced: boolean;
  host: boolean;
  /** Its connection is closed. */
  gone: boolean;
}

export const newMember = (peer: Peer): Member => ({
  peer,
  seat: null,
  replaced: false,
  host: false,
  gone: false,
});

export const audienceOf = (member: Member): Audience =>
  member.seat !== null && member.seat.agent >= 0
    ? { as: 'desk', agent: member.seat.agent }
    : { as: 'wall' };
