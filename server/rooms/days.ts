import { type ClockState, hashFacts } from '../../models/doors/live.ts';
import { isProblem, type Problem } from '../../models/doors/scenario.ts';
import { type Going, RoomClock } from '../clock.ts';
import { SLICE_MS } from '../slices.ts';
import { DamagedRecord } from '../store/store.ts';
import { type Common, Day } from './day.ts';
import type { CommandEntry, RoomEntry } from './entries.ts';
import { Journal, type Point } from './journal.ts';
import type { Parts } from './parts.ts';
import { applyToSeat, goingOf, isRecord, type Past, readPast } from './past.ts';
import { type Savable, Saving } from './saving.ts';
import type { Seats } from './seats.ts';
import { BROKEN, NOT_STORED, otherRules, ROOM_SPENT } from './sentences.ts';
import { Tempo } from './tempo.ts';

const nothing = (): void => {};

/**
 * The days of a room, live and kept: one clock, one log on the way to the disk, and each day's
 * facts. Nothing that follows from an entry is told before the entry is stored. When the store
 * fails, what was not stored is undone by making the whole state again from what was.
 */
export class Days {
  readonly all: readonly Day[];
  seats: Seats;
  /** When somebody was last in the room, ms since 1970. */
  touchedAt: number;
  readonly #parts: Parts;
  readonly #common: Common;
  readonly #rebuilt: (seats: Seats) => void;
  #clock: RoomClock;
  #locked: boolean;
  #journal: Journal;
  /**
   * `record`: played with other rules; it is looked at, and nothing of it is ever written. `spent`:
   * it has filled its share of the disk.
   */
  #state: 'open' | 'stuck' | 'broken' | 'spent' | 'record' = 'open';
  readonly #saving: Saving;
  #recovering: Promise<void> | null = null;
  /** Takes back that the days are to go on after the others' turn. */
  #goOn: () => void = nothing;
  readonly #tempo: Tempo;
  #retryDue = 0;
  #stuckAt = 0;

  /** `rebuilt` is told the seats that stand for those of before, after the store failed. */
  constructor(parts: Parts, common: Common, past: Past, rebuilt: (seats: Seats) => void) {
    this.#parts = parts;
    this.#common = common;
    this.#rebuilt = rebuilt;
    this.all = past.days.map((day, number) => new Day(number, common, day, past.at));
    this.seats = past.seats;
    this.touchedAt = parts.clock.date();
    this.#clock = this.#clockOf(past);
    this.#tempo = new Tempo(parts.clock, parts.limits);
    this.#locked = past.locked;
    this.#journal = this.#journalOf(past);
    const stick = (error: unknown): void => this.#stick(error);
    this.#saving = new Saving(parts.store, common.room.id, parts.limits.markMs, stick);
    if (isRecord(past)) this.#state = 'record';
    this.advance();
  }

  /** The day of this number. */
  day(number: number): Day {
    const day = this.all[number];
    if (day === undefined) throw new RangeError(`no day ${number} in this room`);
    return day;
  }

  has(number: number): boolean {
    return number < this.all.length;
  }

  /** The room's instant, simulated ms: that of every day which is not over before. */
  get now(): number {
    return Math.max(...this.all.map((day) => day.at));
  }

  get over(): boolean {
    return this.all.every((day) => day.over);
  }

  /** Over, and stored: nothing of it can still be undone, nor be told too early. */
  get settledOver(): boolean {
    return this.all.every((day) => day.over && this.released(day) >= day.facts.length);
  }

  /** Why nothing can be changed now, or null. */
  get closed(): Problem | null {
    if (this.#state === 'open') return null;
    if (this.#state === 'record') return otherRules(this.#common.room.rulesVersion);
    if (this.#state === 'spent') return ROOM_SPENT;
    return this.#state === 'stuck' ? NOT_STORED : BROKEN;
  }

  /** Why this room is only to be looked at, or null. */
  get record(): Problem | null {
    return this.#state === 'record' ? this.closed : null;
  }

  get logEntries(): number {
    return this.#journal.entries;
  }

  /** No more fits into the room's log; into the half of it that newcomers share. */
  get full(): boolean {
    return this.#journal.isFull(this.#parts.limits);
  }
  get fullOfNewcomers(): boolean {
    return this.#journal.isFull(this.#parts.limits, 2);
  }

  /** What the room takes on disk. */
  get #bytes(): number {
    return this.all.reduce((sum, { bytes }) => sum + bytes, this.#journal.bytes);
  }

  /** Newcomers get no seat. */
  get locked(): boolean {
    return this.#locked;
  }

  get going(): Going {
    return this.#clock.going;
  }

  /** The clock as one day shows it, as far as may be told. */
  clockOf(day: Day): ClockState {
    const { speed, paused } = this.going;
    const { at } = this.#released(day);
    const { most, rate } = this;
    const stands = paused || this.#state === 'spent';
    const goes = stands || rate === null ? {} : { goes: rate };
    const clock = { at, speed, ...goes, ...most, paused: stands, over: day.over };
    if (this.#state !== 'stuck' && this.#state !== 'broken') return clock;
    return { ...clock, trouble: this.#state === 'stuck' ? 'storage' : 'broken' };
  }

  /** Simulated seconds per real second just now, where that is not what was set. */
  get rate(): number | null {
    return this.#clock.rate;
  }

  /** The highest speed, where several play. */
  get most(): { readonly most?: number } {
    const { maxSpeed, maxSpeedTogether: most } = this.#parts.limits;
    return this.seats.players > 1 && most < maxSpeed ? { most } : {};
  }

  /** Fast until a call rings at a person's desk; false where one of them has a caller. */
  toNextCall(): boolean {
    this.advance();
    return this.#tempo.toNextCall(this.all);
  }

  /** How many facts of a day may be told: those that follow from stored entries only. */
  released(day: Day): number {
    return this.#released(day).facts;
  }

  #released(day: Day): { readonly facts: number; readonly at: number } {
    if (this.#state === 'stuck')
      return { facts: day.feed.told + 1, at: Math.min(day.at, this.#stuckAt) };
    const { held } = this.#journal;
    if (held === null) return { facts: day.facts.length, at: day.at };
    return { facts: held.facts[day.number] ?? 0, at: Math.min(day.at, held.at) };
  }

  /**
   * Lets the days come to the present, together; where so much happens at once that other rooms
   * would wait for it, a part of the way now and the rest after their turn.
   */
  advance(): void {
    if (this.#state !== 'open') return;
    const { clock } = this.#parts;
    try {
      const done = this.#tempo.drive(this.all, this.#clock, this.seats);
      this.#goOn();
      this.#goOn = done ? nothing : clock.after(SLICE_MS, () => this.advance());
    } catch (error) {
      this.break(error);
    }
  }

  /** Counts what the days hold as told, a little at a time: who joins gets a snapshot of it. */
  *catchingUp(): Generator<void> {
    for (const day of this.all) yield* day.catchingUp();
  }

  /**
   * Applies a command now and writes it down: null, and `settled` is called once it is stored
   * (true) or lost (false); or why not, and nothing has changed.
   */
  accept(entry: CommandEntry, settled: (stored: boolean) => void): Problem | null {
    this.advance();
    if (this.closed !== null) return this.closed;
    const { facts } = this.#point();
    try {
      const refused = this.day(entry.day).accept(entry.command);
      if (refused !== null) return refused;
    } catch (error) {
      this.break(error);
      return BROKEN;
    }
    applyToSeat(this.seats, entry);
    this.#write(entry, { facts, at: this.day(entry.day).at }, settled);
    return null;
  }

  /** Writes down what changes no fact: a seat; or clock and door, which change at once. */
  note(entry: RoomEntry, settled: (stored: boolean) => void): void {
    // Before time passes: what has passed counted at the old speed, to the last millisecond.
    if (entry.kind === 'clock' && this.closed === null) this.#clock.set(goingOf(entry));
    if (entry.kind === 'door' && this.closed === null) this.#locked = entry.locked;
    this.advance();
    if (this.closed !== null) settled(false);
    else this.#write(entry, this.#point(), settled);
  }

  #point(): Point {
    return { facts: this.all.map((day) => day.facts.length), at: this.now };
  }

  #write(entry: CommandEntry | RoomEntry, point: Point, settled: (stored: boolean) => void): void {
    this.#journal.add(entry, point, (stored) => this.#guarded(() => settled(stored)));
  }

  /** Runs `what` once everything that has been done is stored or undone. */
  whenSettled(what: () => void): void {
    if (this.#journal.held === null) what();
    else void this.#journal.idle().then(() => this.#guarded(what));
  }

  /** One beat: the present, the disk. */
  beat(): void {
    this.advance();
    const now = this.#parts.clock.now();
    if (this.#state === 'open') this.#saving.beat(now, () => this.#savable);
    if (this.#state === 'open' && this.#bytes >= this.#parts.limits.roomBytes) {
      this.#state = 'spent';
      this.#parts.reached('roomBytes');
    }
    if (this.#state === 'stuck' && now >= this.#retryDue && this.#recovering === null) {
      this.#retryDue = now + this.#parts.limits.retryMs;
      this.#recovering = this.#recover().finally(() => {
        this.#recovering = null;
      });
    }
  }

  /** Writes what is left; afterwards the days may be forgotten. */
  async stop(): Promise<void> {
    this.#goOn();
    await this.#recovering;
    await this.#journal.idle();
    await this.#saving.idle();
    if (this.#state === 'open') this.#saving.save(this.#savable);
    await this.#saving.idle();
    this.#journal.kill();
  }

  #clockOf({ at, days, going }: Past): RoomClock {
    const { clock, limits } = this.#parts;
    // Days that were over before the last entry stand where they ended, and the clock with them.
    const now = Math.max(...days.map(({ session }) => session?.now ?? at));
    return new RoomClock(clock, limits, now, going);
  }

  #journalOf(past: Past): Journal {
    return new Journal(this.#parts.store, this.#common.room.id, past, (error) =>
      this.#stick(error),
    );
  }

  get #savable(): Savable {
    return {
      at: this.#journal.held?.at ?? this.now,
      touchedAt: this.touchedAt,
      days: this.all.map((day) => ({ day, released: this.released(day) })),
    };
  }

  /** The store failed: the room stands still where all is known to be stored. */
  #stick(error: unknown): void {
    if (this.#state !== 'open' && this.#state !== 'spent') return;
    this.#stuckAt = this.#journal.held?.at ?? this.now;
    this.#state = 'stuck';
    this.#retryDue = this.#parts.clock.now() + this.#parts.limits.retryMs;
    this.#journal.kill();
    this.#parts.log.error(
      { room: this.#common.room.id, err: error },
      'E_STORAGE: the store refuses to write',
    );
  }

  /** A fault of ours: this room closes, the others go on. */
  break(error: unknown): void {
    if (this.#state === 'broken') return;
    this.#state = 'broken';
    this.#journal.kill();
    this.#parts.log.error(
      { room: this.#common.room.id, err: error },
      'E_INTERNAL: the room is closed',
    );
  }

  /** What is called back by the store has nobody above it: its fault closes this room only. */
  #guarded(what: () => void): void {
    try {
      what();
    } catch (error) {
      this.break(error);
    }
  }

  async #recover(): Promise<void> {
    const { store, clock, log } = this.#parts;
    const { room, scenario } = this.#common;
    const { id } = room;
    try {
      await this.#saving.idle();
      // Does it write again? A mark at the place where the room stands costs nothing.
      await store.addFacts(id, 0, [], { at: this.#stuckAt, touchedAt: this.touchedAt });
      const past = await readPast(store, room, scenario, clock, this.#stuckAt);
      if (isProblem(past)) throw new DamagedRecord(past.says.en);
      for (const day of this.all) {
        const told = day.feed.told + 1;
        const remade = past.days[day.number]?.facts.slice(0, told) ?? [];
        if (hashFacts(remade) !== hashFacts(day.facts.slice(0, told)))
          throw new DamagedRecord('E_DESYNC: what was told is not what was stored');
      }
      this.#adopt(past);
      log.info({ room: id }, 'the store writes again');
    } catch (error) {
      if (error instanceof DamagedRecord) this.break(error);
    }
  }

  #adopt(past: Past): void {
    for (const [number, day] of past.days.entries()) this.day(number).rebase(day);
    this.#clock = this.#clockOf(past);
    this.#locked = past.locked;
    this.#journal = this.#journalOf(past);
    this.seats = past.seats;
    this.#state = 'open';
    this.#rebuilt(past.seats);
  }
}
