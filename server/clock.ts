import { performance } from 'node:perf_hooks';
import type { Limits } from './limits.ts';

/** Real time, handed in: the only clock and the only timers of the rooms. */
export interface RealClock {
  /** Milliseconds from any origin, never going back. */
  now(): number;
  /** Milliseconds since 1970, for dates that are kept (creation, retention). */
  date(): number;
  /** Calls `what` every `ms` until stopped. */
  every(ms: number, what: () => void): () => void;
  /** Calls `what` once after `ms` unless stopped. */
  after(ms: number, what: () => void): () => void;
}

/** The machine's clock. */
export const machineClock: RealClock = {
  now: () => performance.now(),
  date: () => Date.now(),
  every(ms, what) {
    const timer = setInterval(what, ms);
    return () => clearInterval(timer);
  },
  after(ms, what) {
    const timer = setTimeout(what, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Wall clock to simulated time. Between two readings at most `tickCapMs` of real time count, so a
 * laptop that slept, or a process that was stopped, goes on from where it was.
 */
export class RoomClock {
  readonly #clock: RealClock;
  readonly #capMs: number;
  #exact: number;
  #seen: number;
  #speed: number;
  #paused: boolean;

  /** `at` simulated ms; `speed` simulated seconds per real second. */
  constructor(clock: RealClock, limits: Limits, at: number, speed: number, paused: boolean) {
    this.#clock = clock;
    this.#capMs = limits.tickCapMs;
    this.#exact = at;
    this.#seen = clock.now();
    this.#speed = speed;
    this.#paused = paused;
  }

  get speed(): number {
    return this.#speed;
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** The simulated instant now, whole ms; never goes back. */
  read(): number {
    const now = this.#clock.now();
    const passed = Math.min(Math.max(now - this.#seen, 0), this.#capMs);
    this.#seen = now;
    if (!this.#paused) this.#exact += passed * this.#speed;
    return Math.floor(this.#exact);
  }

  /** Changes speed or pause from now on: what has passed counted at the old speed. */
  set(speed: number, paused: boolean): void {
    this.read();
    this.#speed = speed;
    this.#paused = paused;
  }
}
