import { type Fact, resuming, type Session, type TimedCommand } from '../../models/doors/live.ts';
import { isProblem, type Problem, type Scenario } from '../../models/doors/scenario.ts';
import type { Going, RealClock } from '../clock.ts';
import { Slices } from '../slices.ts';
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
  /** Facts on disk, and their bytes. */
  readonly stored: number;
  readonly bytes: number;
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
 * ms), and checks it against the facts that were stored, a little at a time: other rooms live on.
 * Seats count as absent from now on. E_DESYNC where record and rules do not agree.
 * @throws what the store throws, DamagedRecord among it.
 */
export async function readPast(
  store: Store,
  room: StoredRoom,
  scenario: Scenario,
  clock: RealClock,
  atLeast = 0,
): Promise<Past | Problem> {
  const slices = new Slices(clock);
  const read = await readLog(store, room.id, slices, atLeast);
  const days: PastDay[] = [];
  for (const [day, commands] of read.commands.entries()) {
    const steps = resuming(scenario, room.seed, commands, read.at);
    const session = await slices.through(steps).catch(cannotReplay);
    if (isProblem(session)) return session;
    const { facts } = session;
    const stored = await agreed(store, room.id, day, facts, slices);
    if (stored === null) return DAMAGED;
    days.push({ session, facts, commands, ...stored });
  }
  return { ...around(read, clock.now()), days };
}

/**
 * A room as it was stored, to be looked at and never continued: other rules would make other facts
 * of its commands, so its facts are taken as they are.
 * @throws what the store throws, DamagedRecord among it.
 */
export async function readRecord(store: Store, room: StoredRoom, clock: RealClock): Promise<Past> {
  const slices = new Slices(clock);
  const read = await readLog(store, room.id, slices);
  const days: PastDay[] = [];
  for (const [day, commands] of read.commands.entries()) {
    const facts: Fact[] = [];
    let bytes = 0;
    for await (const { body } of storedFacts(store, room.id, day, slices)) {
      facts.push(JSON.parse(body) as Fact);
      bytes += body.length;
    }
    days.push({ session: null, facts, commands, stored: facts.length, bytes });
  }
  const past = around(read, clock.now());
  return { ...past, days, going: { speed: past.going.speed, paused: true } };
}

async function readLog(store: Store, roomId: string, slices: Slices, atLeast = 0): Promise<Read> {
  const log = await store.log(roomId);
  const mark = await store.mark(roomId);
  const entries: Entry[] = [];
  const commands: TimedCommand[][] = [[]];
  for (const line of log) {
    const entry = readEntry(line);
    entries.push(entry);
    if (entry.kind === 'day') commands[entry.day] = [];
    else if (entry.kind === 'command')
      commands[entry.day]?.push({ at: line.at, command: entry.command });
    if (slices.over) await slices.turn();
  }
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
    else if (entry.kind === 'seat') seats.put(entry.seat, entry.hash, now, entry.team);
    else if (entry.kind === 'command') replaySeat(seats, entry, (log[i] as LogEntry).at);
  let bytes = 0;
  for (const entry of log) bytes += entry.body.length;
  return { at, seats, going, locked, seq: log.length, bytes };
}

export const goingOf = ({ speed, paused, untilJoin, fastUntil }: Going): Going => ({
  speed,
  paused,
  untilJoin: untilJoin === true,
  ...(fastUntil === undefined ? {} : { fastUntil }),
});

function cannotReplay(error: unknown): never {
  throw new DamagedRecord('the record cannot be replayed', { cause: error });
}

/** What a command changed for the seat that sent it, or for which the room sent it. */
export function applyToSeat(seats: Seats, entry: CommandEntry): void {
  const seat = seats.at(entry.seat);
  if (seat === undefined) return;
  seat.entries += 1;
  if (entry.command.kind === 'takeDesk') {
    seats.sitsDown(seat, entry.day, entry.command.agent);
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

/** The facts of a day as they are stored, in order. */
async function* storedFacts(
  store: Store,
  roomId: string,
  day: number,
  slices: Slices,
): AsyncGenerator<{ readonly n: number; readonly body: string }> {
  for (let from = 0; ; ) {
    const some = await store.facts(roomId, day, from);
    if (some.length === 0) return;
    yield* some;
    from += some.length;
    await slices.turn();
  }
}

/** How many facts of a day are stored, each as in `facts`, and their bytes; or null. */
async function agreed(
  store: Store,
  roomId: string,
  day: number,
  facts: readonly Fact[],
  slices: Slices,
): Promise<{ readonly stored: number; readonly bytes: number } | null> {
  let stored = 0;
  let bytes = 0;
  for await (const { n, body } of storedFacts(store, roomId, day, slices)) {
    if (n !== stored || body !== JSON.stringify(facts[n])) return null;
    stored += 1;
    bytes += body.length;
  }
  return { stored, bytes };
}
