import { type Fact, resume, type Session, type TimedCommand } from '../../models/doors/live.ts';
import { isProblem, type Problem, type Scenario } from '../../models/doors/scenario.ts';
import { DamagedRecord, type LogEntry, type Store } from '../store/store.ts';
import { type Entry, readEntry } from './entries.ts';
import { Seats } from './seats.ts';
import { DAMAGED } from './sentences.ts';

/** A room's state, made again from what was stored. */
export interface Past {
  readonly session: Session;
  /** What the session was played with. */
  readonly commands: TimedCommand[];
  readonly seats: Seats;
  readonly speed: number;
  readonly paused: boolean;
  readonly untilJoin: boolean;
  /** Where the log goes on. */
  readonly seq: number;
  readonly bytes: number;
  /** Facts on disk. */
  readonly stored: number;
}

/**
 * Replays a room's log up to its last entry, its mark or `atLeast`, whichever is latest (simulated
 * ms), and checks it against the facts that were stored. `now` is real ms, from which seats count
 * as absent. E_DESYNC where record and rules do not agree.
 * @throws what the store throws, DamagedRecord among it.
 */
export async function readPast(
  store: Store,
  roomId: string,
  scenario: Scenario,
  seed: string,
  now: number,
  atLeast = 0,
): Promise<Past | Problem> {
  const log = await store.log(roomId);
  const mark = await store.mark(roomId);
  const entries = log.map(readEntry);
  const commands: TimedCommand[] = [];
  for (const [i, entry] of entries.entries())
    if (entry.kind === 'command')
      commands.push({ at: (log[i] as LogEntry).at, command: entry.command });
  const at = Math.max(log.at(-1)?.at ?? 0, mark?.at ?? 0, atLeast);
  const session = replayed(scenario, seed, commands, at);
  if (isProblem(session)) return session;
  const stored = await agreed(store, roomId, session.facts);
  if (stored < 0) return DAMAGED;
  const seats = new Seats();
  let clock: Entry & { kind: 'clock' } = { kind: 'clock', speed: 1, paused: true };
  for (const [i, entry] of entries.entries())
    if (entry.kind === 'clock') clock = entry;
    else if (entry.kind === 'seat') seats.add(entry.hash, now);
    else replaySeat(seats, entry, (log[i] as LogEntry).at);
  let bytes = 0;
  for (const entry of log) bytes += entry.body.length;
  return {
    session,
    commands,
    seats,
    speed: clock.speed,
    paused: clock.paused,
    untilJoin: clock.untilJoin === true,
    seq: log.length,
    bytes,
    stored,
  };
}

function replayed(
  scenario: Scenario,
  seed: string,
  commands: readonly TimedCommand[],
  at: number,
): Session | Problem {
  try {
    return resume(scenario, seed, commands, at);
  } catch (error) {
    throw new DamagedRecord('the record cannot be replayed', { cause: error });
  }
}

/** What a command changed for the seat that sent it, or for which the room sent it. */
export function applyToSeat(seats: Seats, entry: Entry & { kind: 'command' }): void {
  const seat = seats.at(entry.seat);
  if (seat === undefined) return;
  if (entry.command.kind === 'takeDesk') {
    seat.agent = entry.command.agent;
    seat.reserved = -1;
  } else if (entry.command.kind === 'leaveDesk') {
    seat.agent = -1;
    seat.reserved = entry.away === true ? entry.command.agent : -1;
  }
}

function replaySeat(seats: Seats, entry: Entry & { kind: 'command' }, at: number): void {
  applyToSeat(seats, entry);
  const kind = entry.command.kind;
  const view = kind === 'takeDesk' || kind === 'leaveDesk';
  if (entry.id !== '')
    seats.at(entry.seat)?.remember(entry.id, { reply: { ok: true, at }, view, waiting: [] });
}

/** How many facts are stored, every one of them as in `facts`; or -1. */
async function agreed(store: Store, roomId: string, facts: readonly Fact[]): Promise<number> {
  let n = 0;
  for (;;) {
    const stored = await store.facts(roomId, n);
    if (stored.length === 0) return n;
    for (const one of stored)
      if (one.n !== n || one.body !== JSON.stringify(facts[n])) return -1;
      else n += 1;
  }
}
