import type {
  Audience,
  ClockState,
  DayTold,
  FactsAsk,
  Missed,
  Reply,
} from '../../models/doors/live.ts';
import type { Limits } from '../limits.ts';
import type { Days } from './days.ts';
import { keyOf } from './feed.ts';
import { heardBy, type Member } from './member.ts';
import type { People } from './people.ts';
import { NOT_OVER, UNKNOWN_DAY } from './sentences.ts';

/** Tells the people of a room what is new in its days, each what their audience may know. */
export class Telling {
  readonly #days: Days;
  readonly #people: Pick<People, 'all'>;
  readonly #heartbeatMs: number;
  #heartbeatDue = 0;
  #trouble: ClockState['trouble'];

  constructor(days: Days, people: Pick<People, 'all'>, limits: Limits) {
    this.#days = days;
    this.#people = people;
    this.#heartbeatMs = limits.heartbeatMs;
  }

  /** Tells what is new, or from time to time that nothing is; `now` is real ms. */
  beat(now: number): void {
    const clocks = this.#days.all.map((day) => this.#days.clockOf(day));
    const trouble = clocks[0]?.trouble;
    const moving = clocks.some((one) => !one.paused && !one.over) && trouble === undefined;
    const news = trouble !== this.#trouble || this.#hasNews();
    if (!moving && !news && now < this.#heartbeatDue) return;
    this.#heartbeatDue = now + this.#heartbeatMs;
    this.all();
  }

  /** Somebody who listens is still to be told something, whatever others have heard of it. */
  #hasNews(): boolean {
    for (const audience of this.#heard().values()) {
      const day = this.#days.day(audience.day);
      if (day.feed.isBehind(audience, this.#days.released(day))) return true;
    }
    return false;
  }

  /** Who listens, each kind of them once. */
  #heard(): Map<string, Audience> {
    const { length } = this.#days.all;
    const heard = [...this.#people.all].flatMap((one) => heardBy(one, length));
    return new Map(heard.map((audience) => [keyOf(audience), audience]));
  }

  /** Tells everybody everything that may be told. */
  all(): void {
    this.#trouble = this.#days.clockOf(this.#days.day(0)).trouble;
    if (this.#trouble !== undefined) return this.clocks();
    const heard = this.#heard();
    for (const day of this.#days.all) {
      const released = this.#days.released(day);
      const clock = this.#days.clockOf(day);
      day.feed.flushWall(released, clock);
      for (const audience of heard.values())
        if (audience.as === 'desk' && audience.day === day.number)
          day.feed.flushDesk(audience, released, clock);
    }
  }

  /** A day as this audience may see it now. */
  standing(audience: Audience): DayTold {
    const day = this.#days.day(audience.day);
    const snapshot = day.feed.snapshot(audience, this.#days.released(day));
    return { snapshot, taken: this.#days.seats.taken(day.number), ...day.feed.livedFor(audience) };
  }

  /** All days but this one, as their walls show them. */
  others(than: number): DayTold[] {
    const others = this.#days.all.filter(({ number }) => number !== than);
    return others.map(({ number }) => this.standing({ as: 'wall', day: number }));
  }

  /** What a connection missed; once the day is over, on demand, what was hidden in it. */
  missed({ audience, every }: Member, ask: FactsAsk): Reply<Missed> {
    const days = this.#days;
    const number = ask.day ?? audience.day;
    if (!days.has(number)) return { ok: false, problem: UNKNOWN_DAY };
    const day = days.day(number);
    const clock = days.clockOf(day);
    if (ask.over === true) {
      // What is not stored yet may still be undone: nothing is laid open before.
      if (!day.over || days.released(day) < day.facts.length)
        return { ok: false, problem: NOT_OVER };
      return { ok: true, clock, batch: day.feed.laidOpen(audience, ask.after, clock) };
    }
    const own = number === audience.day;
    if (every && !own)
      return { ok: true, clock, ...day.feed.since({ as: 'wall', day: number }, ask.after, clock) };
    // What another day's facts were numbered says nothing of those of the one that is watched.
    const watched = days.day(audience.day);
    const after = own ? ask.after : Number.POSITIVE_INFINITY;
    const now = days.clockOf(watched);
    return { ok: true, clock: now, ...watched.feed.since(audience, after, now) };
  }

  /** Tells everybody the clock, and no fact. */
  clocks(): void {
    for (const day of this.#days.all) day.feed.flushClock(this.#days.clockOf(day));
  }
}
