import type { Command } from '../../models/doors/live.ts';
import type { Going } from '../clock.ts';
import type { LogEntry } from '../store/store.ts';

/** A command that the centre of a day accepted, of this seat. */
export interface CommandEntry {
  readonly kind: 'command';
  readonly day: number;
  readonly seat: number;
  readonly id: string;
  readonly command: Command;
  /** The room's own, for a seat whose person is absent; its desk stays reserved. */
  readonly away?: boolean;
}

/** What concerns the whole room, and no day's facts. */
export type RoomEntry =
  /**
   * A seat was made, or an empty one given to another, in this team (absent: 0); its token is kept
   * as a hash only.
   */
  | { readonly kind: 'seat'; readonly seat: number; readonly hash: string; readonly team?: number }
  /** How the clock goes from here on. */
  | ({ readonly kind: 'clock' } & Going)
  /** Newcomers get no seat from here on, or do again. */
  | { readonly kind: 'door'; readonly locked: boolean };

/** What a room writes down: with its scenario and its seed, all that its state is made of. */
export type Entry =
  | CommandEntry
  | RoomEntry
  /** One more day, of the room's scenario and seed; the first one, 0, is there from the start. */
  | { readonly kind: 'day'; readonly day: number };

export const writeEntry = (seq: number, at: number, entry: Entry): LogEntry => {
  const { kind, ...held } = entry;
  const { day = 0, ...rest } = { day: 0, ...held };
  return { seq, day, at, kind, body: JSON.stringify(rest) };
};

/** The entry as it was written: the store vouches for every byte of it. */
export const readEntry = ({ kind, day, body }: LogEntry): Entry => {
  const rest = JSON.parse(body) as object;
  return (
    kind === 'command' || kind === 'day' ? { kind, day, ...rest } : { kind, ...rest }
  ) as Entry;
};

/** Does this command change which desk its seat holds, hence what it sees? */
export const movesSeat = ({ kind }: Command): boolean =>
  kind === 'takeDesk' || kind === 'leaveDesk';
