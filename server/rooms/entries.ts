import type { Command } from '../../models/doors/live.ts';
import type { LogEntry } from '../store/store.ts';

/** What a room writes down: with its scenario and its seed, all that its state is made of. */
export type Entry =
  /** A seat was made; its token is kept as a hash only. */
  | { readonly kind: 'seat'; readonly seat: number; readonly hash: string }
  /** Speed and pause from here on. `untilJoin`: paused only until the first person joins. */
  | {
      readonly kind: 'clock';
      readonly speed: number;
      readonly paused: boolean;
      readonly untilJoin?: boolean;
    }
  /**
   * A command the centre accepted, of this seat. `away`: the room's own, for a seat whose person is
   * absent; its desk stays reserved.
   */
  | {
      readonly kind: 'command';
      readonly seat: number;
      readonly id: string;
      readonly command: Command;
      readonly away?: boolean;
    };

export const writeEntry = (seq: number, at: number, entry: Entry): LogEntry => {
  const { kind, ...rest } = entry;
  return { seq, at, kind, body: JSON.stringify(rest) };
};

/** The entry as it was written: the store vouches for every byte of it. */
export const readEntry = (entry: LogEntry): Entry =>
  ({ kind: entry.kind, ...JSON.parse(entry.body) }) as Entry;
