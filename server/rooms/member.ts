import type { Audience, Tells } from '../../models/doors/live.ts';
import type { Seat } from './seats.ts';

/** A connection, as a room sees it. */
export interface Peer {
  tell<K extends keyof Tells>(event: K, ...args: Parameters<Tells[K]>): void;
  /** From now on it receives the updates of these audiences. */
  watch(audiences: readonly Audience[]): void;
  /** Bytes, frames or time it is behind beyond every limit. */
  lags(): boolean;
  close(): void;
  /** Its connection is closed. */
  gone(): boolean;
}

/** A connection as one room knows it, and only that one: another room makes its own of it. */
export interface Member {
  readonly peer: Peer;
  /** Its seat, or null: it only watches. */
  seat: Seat | null;
  /** It had a seat, which was opened elsewhere since. */
  replaced: boolean;
  /** It has shown the host's token of this room, and was let in. */
  host: boolean;
  /** The token of the seat it was given: one person has one, however often it is asked for. */
  token: string | null;
  /** Its connection is closed, or it was sent away: whoever comes back is somebody new. */
  gone: boolean;
  /** As whom it hears what happens, of which day: changes when it joins, sits down or gets up. */
  audience: Audience;
  /** It watches the other days too. */
  every: boolean;
}

/** All that a connection hears of a room that has so many days. */
export function heardBy({ audience, every }: Member, days: number): readonly Audience[] {
  if (!every) return [audience];
  const walls = Array.from({ length: days }, (_, day): Audience => ({ as: 'wall', day }));
  return [audience, ...walls.filter(({ day }) => day !== audience.day)];
}

export const newMember = (peer: Peer): Member => ({
  peer,
  seat: null,
  replaced: false,
  host: false,
  token: null,
  gone: false,
  audience: { as: 'wall', day: 0 },
  every: false,
});
