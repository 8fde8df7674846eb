import type { Audience, ClockState } from '../../models/doors/live.ts';
import type { Limits } from '../limits.ts';
import type { Days } from './days.ts';
import { keyOf } from './feed.ts';
import type { People } from './people.ts';

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
    return new Map([...this.#people.all].map((one) => [keyOf(one.audience), one.audience]));
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

  /** Tells everybody the clock, and no fact. */
  clocks(): void {
    for (const day of this.#days.all) day.feed.flushClock(this.#days.clockOf(day));
  }
}
