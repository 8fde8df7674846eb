import type { RealClock, RoomClock } from '../clock.ts';
import type { Limits } from '../limits.ts';
import { Slices } from '../slices.ts';
import type { Day } from './day.ts';
import type { Seats } from './seats.ts';

/**
 * How fast a room's clock goes just now, where that is not the speed that was set. It stands while
 * a call rings at the desk of the one person who plays here, or while that person is away with a
 * caller; it goes fast where nobody who sits has a caller and somebody waits for the first call of
 * the day, the day is to be played from later on, or a host asked for the next call. All of it is
 * the clock's alone: what happens, and when by the day's own time, stays the same.
 */
export class Tempo {
  readonly #clock: RealClock;
  readonly #limits: Limits;
  /** Fast until then, on the way to the next call; simulated ms. */
  #callBy = -1;
  /** The call that rings, and for how long it has, pauses left out, real ms. */
  #ringing = -1;
  #rangMs = 0;
  /** When that was counted last, real ms; null while the clock is paused. */
  #countedAt: number | null = null;

  constructor(clock: RealClock, limits: Limits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Fast from now on until a call rings at a person's desk; false where one has a caller. */
  toNextCall(days: readonly Day[]): boolean {
    if (days.some(({ persons }) => persons.engaged > 0)) return false;
    this.#callBy = Math.max(...days.map(({ at }) => at)) + this.#limits.toNextCallMs;
    return true;
  }

  /**
   * Lets the days come to the clock's present, together, or a part of the way where so much happens
   * at once that other rooms would wait for it: false, and the same call goes on.
   */
  drive(days: readonly Day[], clock: RoomClock, seats: Seats): boolean {
    const now = clock.read();
    const slice = new Slices(this.#clock);
    const [day] = days;
    if (days.length === 1 && day !== undefined) return this.#alone(day, clock, seats, now, slice);
    let there = true;
    for (const one of days) {
      while (!one.advanceTo(now) && !slice.over);
      if (one.at < now && !one.over) there = false;
    }
    return there;
  }

  /** The one day of a room, which stops where a call rings for whoever plays it. */
  #alone(day: Day, clock: RoomClock, seats: Seats, now: number, slice: Slices): boolean {
    const { fastUntil = -1, paused } = clock.going;
    this.#count(paused);
    const fast = (clock.rate ?? 0) > 0;
    const to = fast ? Math.min(now, Math.max(day.at, this.#until(day, fastUntil))) : now;
    const stops = fast || seats.alone !== null;
    let there = false;
    do there = stops ? day.advanceToRing(to) : day.advanceTo(to);
    while (!there && !slice.over);
    if (!there) return false;
    if (day.at < now && !day.over) clock.backTo(day.at);
    clock.go(paused ? null : this.#rate(day, seats, fastUntil));
    return true;
  }

  /** Simulated seconds per real second, from now on; null: as it was set. */
  #rate(day: Day, seats: Seats, fastUntil: number): number | null {
    const { engaged, ringing } = day.persons;
    if (ringing !== this.#ringing) this.#rangMs = 0;
    this.#ringing = ringing;
    if (engaged > 0) this.#callBy = -1;
    if (engaged > 0) return this.#standsFor(day, seats) ? 0 : null;
    return day.at < this.#until(day, fastUntil) ? this.#limits.fastSpeed : null;
  }

  /** Until when it goes fast, if nobody has a caller before; simulated ms. */
  #until(day: Day, fastUntil: number): number {
    if (day.rung === 0 && day.persons.ready > 0) return Number.POSITIVE_INFINITY;
    return Math.max(fastUntil, this.#callBy);
  }

  #standsFor(day: Day, seats: Seats): boolean {
    const { alone } = seats;
    if (alone === null) return false;
    if (this.#ringing < 0) return alone.member === null;
    return day.isUntimed || this.#rangMs < this.#limits.aloneMs;
  }

  /** Counts how long it has rung: a pause, or a while in which nothing could happen, is not. */
  #count(paused: boolean): void {
    const now = this.#clock.now();
    if (this.#countedAt !== null)
      this.#rangMs += Math.min(now - this.#countedAt, this.#limits.tickCapMs);
    this.#countedAt = paused ? null : now;
  }
}
