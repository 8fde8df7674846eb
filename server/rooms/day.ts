import type { Logger } from 'pino';
import {
  type ClockState,
  type Fact,
  hashFacts,
  LivedNow,
  type Session,
  type TimedCommand,
} from '../../models/doors/live.ts';
import {
  isProblem,
  type Problem,
  publicViewOf,
  type Scenario,
} from '../../models/doors/scenario.ts';
import { frameOf } from '../../models/doors/study.ts';
import { type RealClock, RoomClock } from '../clock.ts';
import type { Moment } from '../jobs/rollouts.ts';
import type { Limits } from '../limits.ts';
import { DamagedRecord, type Store, type StoredRoom } from '../store/store.ts';
import type { Entry } from './entries.ts';
import { Feed, type Outlet } from './feed.ts';
import { Journal } from './journal.ts';
import { applyToSeat, type Past, readPast } from './past.ts';
import type { Seats } from './seats.ts';
import { BROKEN, NOT_STORED } from './sentences.ts';

/** What may be seen of a day from outside its room; nothing of it changes the day. */
export type DaySeen = Pick<
  Day,
  'closed' | 'facts' | 'logEntries' | 'moment' | 'over' | 'released' | 'whenSettled'
>;

export interface DayParts {
  readonly store: Store;
  readonly clock: RealClock;
  readonly log: Logger;
  readonly limits: Limits;
}

/**
 * A room's day, live and kept: the session, its clock, its log on the way to the disk, and what was
 * told. Nothing that follows from an entry is told before the entry is stored. When the store
 * fails, what was not stored is undone by making the whole state again from what was.
 */
export class Day {
  readonly feed: Feed;
  seats: Seats;
  untilJoin: boolean;
  /** When somebody was last in the room, ms since 1970. */
  touchedAt: number;
  readonly #parts: DayParts;
  readonly #room: StoredRoom;
  readonly #scenario: Scenario;
  readonly #rebuilt: (seats: Seats) => void;
  #session: Session;
  /** Every command of the day; another list where the day had to be made again. */
  #commands: TimedCommand[];
  #clock: RoomClock;
  #journal: Journal;
  #state: 'open' | 'stuck' | 'broken' = 'open';
  /** Facts on disk, and the instant that goes with them. */
  #stored: number;
  #markAt = -1;
  #markedTouch = 0;
  #saving: Promise<void> | null = null;
  #saveDue = 0;
  #recovering: Promise<void> | null = null;
  #retryDue = 0;
  #stuckAt = 0;

  /** `rebuilt` is told the seats that stand for those of before, after the store failed. */
  constructor(
    parts: DayParts,
    room: StoredRoom,
    scenario: Scenario,
    past: Past,
    outlet: Outlet,
    rebuilt: (seats: Seats) => void,
  ) {
    this.#parts = parts;
    this.#room = room;
    this.#scenario = scenario;
    this.#rebuilt = rebuilt;
    this.#session = past.session;
    this.#commands = past.commands;
    this.seats = past.seats;
    this.untilJoin = past.untilJoin;
    this.touchedAt = parts.clock.date();
    this.#stored = past.stored;
    this.#clock = this.#clockOf(past);
    this.#journal = this.#journalOf(past);
    const { lived } = frameOf(scenario);
    const counted = lived === null ? null : new LivedNow(lived);
    this.feed = new Feed(publicViewOf(scenario), past.session.facts, parts.limits, outlet, counted);
    this.feed.skipTo(past.session.facts.length);
  }

  get at(): number {
    return this.#session.now;
  }

  get over(): boolean {
    return this.#session.over;
  }

  get facts(): readonly Fact[] {
    return this.#session.facts;
  }

  /** Why nothing can be changed now, or null. */
  get closed(): Problem | null {
    if (this.#state === 'open') return null;
    return this.#state === 'stuck' ? NOT_STORED : BROKEN;
  }

  /** The day as it stands, for those who play it again elsewhere. */
  get moment(): Moment {
    const { id, scenario, seed } = this.#room;
    const commands = this.#commands;
    return { room: id, scenario, seed, commands, count: commands.length, at: this.at };
  }

  get logEntries(): number {
    return this.#journal.entries;
  }

  get logBytes(): number {
    return this.#journal.bytes;
  }

  /** The clock, as far as may be told. */
  get clock(): ClockState {
    const { speed, paused } = this.#clock;
    const clock = { at: this.#released.at, speed, paused, over: this.over };
    if (this.#state === 'open') return clock;
    return { ...clock, trouble: this.#state === 'stuck' ? 'storage' : 'broken' };
  }

  /** How many facts may be told: those that follow from stored entries only. */
  get released(): number {
    return this.#released.facts;
  }

  get #released(): { readonly facts: number; readonly at: number } {
    if (this.#state === 'stuck') return { facts: this.feed.told + 1, at: this.#stuckAt };
    return this.#journal.held ?? { facts: this.facts.length, at: this.at };
  }

  /** Lets the day come to the present. */
  advance(): void {
    if (this.#state !== 'open') return;
    try {
      this.#session.advanceTo(this.#clock.read());
    } catch (error) {
      this.break(error);
    }
  }

  /**
   * Applies a command now and writes it down: null, and `settled` is called once it is stored
   * (true) or lost (false); or why not, and nothing has changed.
   */
  accept(
    entry: Entry & { readonly kind: 'command' },
    settled: (stored: boolean) => void,
  ): Problem | null {
    this.advance();
    if (this.closed !== null) return this.closed;
    const facts = this.facts.length;
    try {
      const refused = this.#session.accept(entry.command);
      if (refused !== null) return refused;
    } catch (error) {
      this.break(error);
      return BROKEN;
    }
    applyToSeat(this.seats, entry);
    this.#commands.push({ at: this.at, command: entry.command });
    this.#journal.add(entry, facts, this.at, (stored) => this.#guarded(() => settled(stored)));
    return null;
  }

  /** Writes down what changes no fact: a seat, or the clock, which changes at once. */
  note(
    entry: Entry & { readonly kind: 'seat' | 'clock' },
    settled: (stored: boolean) => void,
  ): void {
    if (entry.kind === 'clock' && this.closed === null) {
      // Before time passes: what has passed counted at the old speed, to the last millisecond.
      this.#clock.set(entry.speed, entry.paused);
      this.untilJoin = entry.untilJoin === true;
    }
    this.advance();
    if (this.closed !== null) {
      settled(false);
      return;
    }
    const told = (stored: boolean): void => this.#guarded(() => settled(stored));
    this.#journal.add(entry, this.facts.length, this.at, told);
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
    if (this.#state === 'open' && now >= this.#saveDue) {
      this.#saveDue = now + this.#parts.limits.markMs;
      this.#save();
    }
    if (this.#state === 'stuck' && now >= this.#retryDue && this.#recovering === null) {
      this.#retryDue = now + this.#parts.limits.retryMs;
      this.#recovering = this.#recover().finally(() => {
        this.#recovering = null;
      });
    }
  }

  /** Writes what is left; afterwards the day may be forgotten. */
  async stop(): Promise<void> {
    await this.#recovering;
    await this.#journal.idle();
    await this.#saving;
    if (this.#state === 'open') this.#save();
    await this.#saving;
    this.#journal.kill();
  }

  #clockOf(past: Past): RoomClock {
    const { clock, limits } = this.#parts;
    return new RoomClock(clock, limits, past.session.now, past.speed, past.paused);
  }

  #journalOf(past: Past): Journal {
    return new Journal(this.#parts.store, this.#room.id, past, (error) => this.#stick(error));
  }

  #save(): void {
    if (this.#saving !== null) return;
    const { facts, at } = this.#released;
    const touched = this.touchedAt;
    const stale = touched - this.#markedTouch > 60_000;
    if (facts === this.#stored && at === this.#markAt && !stale) return;
    const fresh = this.facts.slice(this.#stored, facts);
    const lines = fresh.map((fact) => ({ n: fact.n, body: JSON.stringify(fact) }));
    this.#saving = this.#parts.store
      .addFacts(this.#room.id, lines, { at, touchedAt: touched })
      .then(
        () => {
          this.#stored = facts;
          this.#markAt = at;
          this.#markedTouch = touched;
        },
        (error: unknown) => this.#stick(error),
      )
      .finally(() => {
        this.#saving = null;
      });
  }

  /** The store failed: the room stands still where all is known to be stored. */
  #stick(error: unknown): void {
    if (this.#state !== 'open') return;
    this.#stuckAt = this.#released.at;
    this.#state = 'stuck';
    this.#retryDue = this.#parts.clock.now() + this.#parts.limits.retryMs;
    this.#journal.kill();
    this.#parts.log.error(
      { room: this.#room.id, err: error },
      'E_STORAGE: the store refuses to write',
    );
  }

  /** A fault of ours: this room closes, the others go on. */
  break(error: unknown): void {
    if (this.#state === 'broken') return;
    this.#state = 'broken';
    this.#journal.kill();
    this.#parts.log.error({ room: this.#room.id, err: error }, 'E_INTERNAL: the room is closed');
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
    try {
      await this.#saving;
      // Does it write again? A mark at the place where the room stands costs nothing.
      await store.addFacts(this.#room.id, [], { at: this.#stuckAt, touchedAt: this.touchedAt });
      const { id, seed } = this.#room;
      const past = await readPast(store, id, this.#scenario, seed, clock.now(), this.#stuckAt);
      if (isProblem(past)) throw new DamagedRecord(past.says.en);
      const told = this.feed.told + 1;
      if (hashFacts(past.session.facts.slice(0, told)) !== hashFacts(this.facts.slice(0, told)))
        throw new DamagedRecord('E_DESYNC: what was told is not what was stored');
      this.#adopt(past);
      log.info({ room: id }, 'the store writes again');
    } catch (error) {
      if (error instanceof DamagedRecord) this.break(error);
    }
  }

  #adopt(past: Past): void {
    this.#session = past.session;
    this.#commands = past.commands;
    this.#stored = past.stored;
    this.untilJoin = past.untilJoin;
    this.#clock = this.#clockOf(past);
    this.#journal = this.#journalOf(past);
    this.feed.rebase(past.session.facts);
    this.seats = past.seats;
    this.#state = 'open';
    this.#rebuilt(past.seats);
  }
}
