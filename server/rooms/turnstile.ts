import type { RealClock } from '../clock.ts';

/**
 * Lets newcomers in as fast as a room can take them. Whoever comes too fast is told when to come
 * back, each a little later than the one before, so that they do not all come back at once.
 */
export class Turnstile {
  readonly #clock: Pick<RealClock, 'now'>;
  readonly #perS: number;
  #free: number;
  #seen: number;
  /** When all who were told to come back will have been let in. */
  #nextAt = Number.NEGATIVE_INFINITY;

  /** Lets `perS` in at once, then as many a second. */
  constructor(clock: Pick<RealClock, 'now'>, perS: number) {
    this.#clock = clock;
    this.#perS = perS;
    this.#free = perS;
    this.#seen = clock.now();
  }

  /** 0 for one more who comes in; else after how many ms to come back. */
  pass(): number {
    const now = this.#clock.now();
    this.#free = Math.min(this.#perS, this.#free + ((now - this.#seen) * this.#perS) / 1_000);
    this.#seen = now;
    if (this.#free >= 1) {
      this.#free -= 1;
      return 0;
    }
    this.#nextAt = Math.max(this.#nextAt, now) + 1_000 / this.#perS;
    return Math.ceil(this.#nextAt - now);
  }
}
