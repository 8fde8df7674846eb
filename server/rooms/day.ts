import {
  type Advice,
  type Command,
  type Fact,
  LivedNow,
  type Session,
  type TimedCommand,
} from '../../models/doors/live.ts';
import { type Problem, publicViewOf, type Scenario } from '../../models/doors/scenario.ts';
import { frameOf } from '../../models/doors/study.ts';
import type { Moment } from '../jobs/rollouts.ts';
import type { Limits } from '../limits.ts';
import type { StoredRoom } from '../store/store.ts';
import { Feed, type Outlet } from './feed.ts';
import type { PastDay } from './past.ts';

/** Some ms of work at most. */
const EVENTS_AT_ONCE = 500;
const FACTS_AT_ONCE = 1_000;
/** Callers of a chapter whom one may let ring as long as one likes. */
const UNTIMED = 2;
const NOBODY: Session['persons'] = { ready: 0, engaged: 0, ringing: -1 };

/** What may be seen of a day from outside its room; nothing of it changes the day. */
export type DaySeen = Pick<Day, 'number' | 'facts' | 'moment' | 'over'>;

/** What all days of a room have in common. */
export interface Common {
  readonly room: StoredRoom;
  readonly scenario: Scenario;
  readonly advice: Advice | null;
  readonly limits: Limits;
  readonly outlet: Outlet;
  /** Who sat at a desk of a day, each time, in order: persons of the room, by number. */
  readonly sat: (day: number, agent: number) => readonly number[];
}

/**
 * One day of a room: one centre, played live or read from a record, and what was told of it. It
 * knows neither people nor clock nor disk: the days of a room share those (days.ts).
 */
export class Day {
  readonly number: number;
  readonly feed: Feed;
  /** Facts on disk, and their bytes. */
  stored: number;
  bytes: number;
  readonly #room: StoredRoom;
  /** Where a record ends, simulated ms. */
  readonly #end: number;
  readonly #ringMs: number;
  #past: PastDay;
  readonly #isChapter: boolean;
  /** Calls that rang at a person's desk, of the facts that were looked at. */
  readonly #rung = new Set<number>();
  #looked = 0;

  constructor(
    number: number,
    { advice, limits, outlet, room, sat, scenario }: Common,
    past: PastDay,
    end: number,
  ) {
    this.number = number;
    this.#room = room;
    this.#past = past;
    this.#end = end;
    this.stored = past.stored;
    this.bytes = past.bytes;
    const { facts } = past;
    const frame = frameOf(scenario).lived;
    const lived = frame === null ? null : new LivedNow(frame);
    const publicView = publicViewOf(scenario);
    this.#ringMs = publicView.ringMs;
    this.#isChapter = (publicView.arbitration?.gestures?.chapter ?? 0) > 0;
    this.feed = new Feed({ day: number, publicView, facts, limits, outlet, lived, sat, advice });
  }

  get #session(): Session | null {
    return this.#past.session;
  }

  /** Simulated ms up to which everything has happened. */
  get at(): number {
    return this.#session?.now ?? this.#end;
  }

  /** Nothing more can happen. */
  get over(): boolean {
    return this.#session?.over ?? true;
  }

  get facts(): readonly Fact[] {
    return this.#past.facts;
  }

  /** The day as it stands, for those who play it again elsewhere. */
  get moment(): Moment {
    const { scenario, seed } = this.#room;
    const { commands } = this.#past;
    return { day: this.key, scenario, seed, commands, count: commands.length, at: this.at };
  }

  /** Names it among the days of all rooms. */
  get key(): string {
    return `${this.#room.id}/${this.number}`;
  }

  /** Counts what happened before it was woken as told, a little at a time. */
  *catchingUp(): Generator<void> {
    const { length } = this.facts;
    for (let n = Math.min(FACTS_AT_ONCE, length); ; n = Math.min(n + FACTS_AT_ONCE, length)) {
      this.feed.skipTo(n);
      if (n === length) return;
      yield;
    }
  }

  /** False where there is so much to happen that it stopped on the way; it then goes on. */
  advanceTo(at: number): boolean {
    return this.#session?.advanceTo(at, EVENTS_AT_ONCE) ?? true;
  }

  /** The same; and it stops, and does not go on, where a call begins to ring at a person's desk. */
  advanceToRing(at: number): boolean {
    for (let i = 0; i < EVENTS_AT_ONCE; i += 1) {
      const { length } = this.facts;
      const there = this.#session?.advanceTo(at, 1) ?? true;
      if (there || this.#rings(length)) return true;
    }
    return false;
  }

  #rings(from: number): boolean {
    for (let n = from; n < this.facts.length; n += 1)
      if (this.facts[n]?.kind === 'rang') return true;
    return false;
  }

  /** What persons at its desks are doing. */
  get persons(): Session['persons'] {
    return this.#session?.persons ?? NOBODY;
  }

  /** Nobody hurries yet: the first callers of a chapter. */
  get isUntimed(): boolean {
    return this.#isChapter && this.rung <= UNTIMED;
  }

  /** How many calls have rung at a person's desk. */
  get rung(): number {
    const { facts } = this;
    for (let n = this.#looked; n < facts.length; n += 1) {
      const fact = facts[n];
      if (fact?.kind === 'rang') this.#rung.add(fact.call);
    }
    this.#looked = facts.length;
    return this.#rung.size;
  }

  /** How long a call rings at a person's desk, simulated ms. */
  get ringMs(): number {
    const last = this.#commands.findLast(({ command }) => command.kind === 'ring')?.command;
    return last?.kind === 'ring' ? last.ms : this.leastRingMs;
  }

  /** The same by its scenario. */
  get leastRingMs(): number {
    return this.#ringMs;
  }

  /** Applies a command of one of its desks now: done (null), or why not. */
  accept(command: Command): Problem | null {
    const refused = (this.#session as Session).accept(command);
    if (refused === null) this.#commands.push({ at: this.at, command });
    return refused;
  }

  /** Every command of the day; another list where the day had to be made again. */
  get #commands(): TimedCommand[] {
    return this.#past.commands;
  }

  /** The same day, made again from what was stored: what was told stays told. */
  rebase(past: PastDay): void {
    this.#past = past;
    this.#rung.clear();
    this.#looked = 0;
    this.stored = past.stored;
    this.bytes = past.bytes;
    this.feed.rebase(past.facts);
  }
}
