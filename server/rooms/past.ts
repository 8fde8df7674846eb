import { type Fact, resume, type Session, type TimedCommand } from '../../models/doors/live.ts';
import { isProblem, type Problem, type Scenario } from '../../models/doors/scenario.ts';
import type { Going } from '../clock.ts';
import { DamagedRecord, type LogEntry, type Store, type StoredRoom } from '../store/store.ts';
import { type CommandEntry, type Entry, movesSeat, readEntry } from './entries.ts';
import { Seats } from './seats.ts';
import { DAMAGED } from './sentences.ts';

/** A day, made again from what was stored. */
export interface PastDay {
  /** What goes on; null where it is only a record, and `facts` are all there is. */
  readonly session: Session | null;
  readonly facts: readonly Fact[];
  /** What the session was played with. */
  readonly commands: TimedCommand[];
  /** Facts on disk. */
  readonly stored: number;
}

/** A room's state, made again from what was stored. */
export interface Past {
  /** By number. */
  readonly days: readonly PastDay[];
  /** How far the room had come, simulated ms. */
  readonly at: number;
  readonly seats: Seats;
  readonly going: Going;
  /** Newcomers get no seat. */
  readonly locked: boolean;
  /** Where the log goes on. */
  readonly seq: number;
  readonly bytes: number;
}

/** Whether a room is only to be looked at. */
export const isRecord = ({ days }: Past): boolean => days.some(({ session }) => session === null);

interface Read {
  readonly log: readonly LogEntry[];
  readonly entries: readonly Entry[];
  /** The last instant that is known. */
  readonly at: number;
  /** The commands of each day. */
  readonly commands: readonly TimedCommand[][];
}

/**
 * Replays a room's log up to its last entry, its mark or `atLeast`, whichever is latest (simulated
 * ms), and checks it against the facts that were stored. `now` is real ms, from which seats count
 * as absent. E_DESYNC where record and rules do not agree.
 * @throws what the store throws, DamagedRecord among it.
 */
export async function readPast(
  store: Store,
  room: StoredRoom,
  scenario: Scenario,
  now: number,
  atLeast = 0,
): Promise<Past | Problem> {
  const read = await readLog(store, room.id, atLeast);
  const days: PastDay[] = [];
  for (const [day, commands] of read.commands.entries()) {
    const session = replayed(scenario, room.seed, commands, read.at);
    if (isProblem(session)) return session;
    const { facts } = session;
    const stored = await agreed(store, room.id, day, facts);
    if (stored < 0) return DAMAGED;
    days.push({ session, facts, commands, stored });
  }
  return { ...around(read, now), days };
}

/**
 * A room as it was stored, to be looked at and never continued: other rules would make other facts
 * of its commands, so its facts are taken as they are.
 * @throws what the store throws, DamagedRecord among it.
 */
export async function readRecord(store: Store, room: StoredRoom, now: number): Promise<Past> {
  const read = await readLog(store, room.id, 0);
  const days: PastDay[] = [];
  for (const [day, commands] of read.commands.entries()) {
    const facts: Fact[] = [];
    for (let some = await store.facts(room.id, day, 0); some.length > 0; ) {
      for (const { body } of some) facts.push(JSON.parse(body) as Fact);
      some = await store.facts(room.id, day, facts.length);
    }
    days.push({ session: null, facts, commands, stored: facts.length });
  }
  const past = around(read, now);
  return { ...past, days, going: { speed: past.going.speed, paused: true } };
}

async function readLog(store: Store, roomId: string, atLeast: number): Promise<Read> {
  const log = await store.log(roomId);
  const mark = await store.mark(roomId);
  const entries = log.map(readEntry);
  const commands: TimedCommand[][] = [[]];
  for (const [i, entry] of entries.entries())
    if (entry.kind === 'day') commands[entry.day] = [];
    else if (entry.kind === 'command')
      commands[entry.day]?.push({ at: (log[i] as LogEntry).at, command: entry.command });
  const at = Math.max(log.at(-1)?.at ?? 0, mark?.at ?? 0, atLeast);
  return { log, entries, at, commands };
}

/** What is around the days: people, clock, log. */
function around({ log, entries, at }: Read, now: number): Omit<Past, 'days'> {
  const seats = new Seats();
  let going: Going = { speed: 1, paused: true };
  let locked = false;
  for (const [i, entry] of entries.entries())
    if (entry.kind === 'clock') going = goingOf(entry);
    else if (entry.kind === 'door') locked = entry.locked;
    else if (entry.kind === 'seat') seats.put(entry.seat, entry.hash, now);
    else if (entry.kind === 'command') replaySeat(seats, entry, (log[i] as LogEntry).at);
  let bytes = 0;
  for (const entry of log) bytes += entry.body.length;
  return { at, seats, going, locked, seq: log.length, bytes };
}

export const goingOf = ({ speed, paused, untilJoin }: Going): Going => ({
  speed,
  paused,
  untilJoin: untilJoin === true,
});

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
export function applyToSeat(seats: Seats, entry: CommandEntry): void {
  const seat = seats.at(entry.seat);
  if (seat === undefined) return;
  seat.entries += 1;
  if (entry.command.kind === 'takeDesk') {
    seat.day = entry.day;
    seat.agent = entry.command.agent;
    seat.last = seat.agent;
    seat.reserved = -1;
  } else if (entry.command.kind === 'leaveDesk') {
    seat.agent = -1;
    seat.reserved = entry.away === true ? entry.command.agent : -1;
  }
}

function replaySeat(seats: Seats, entry: CommandEntry, at: number): void {
  applyToSeat(seats, entry);
  const { day, id } = entry;
  const view = movesSeat(entry.command);
  if (id !== '')
    seats.at(entry.seat)?.remember(id, { reply: { ok: true, day, at }, view, waiting: [] });
}

/** How many facts of a day are stored, every one of them as in `facts`; or -1. */
async function agreed(
  store: Store,
  roomId: string,
  day: number,
  facts: readonly Fact[],
): Promise<number> {
  let n = 0;
  for (;;) {
    const stored = await store.facts(roomId, day, n);
    if (stored.length === 0) return n;
    for (const one of stored)
      if (one.n !== n || one.body !== JSON.stringify(facts[n])) return -1;
      else n += 1;
  }
}
