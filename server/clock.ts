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

/** How a room's clock goes. */
export interface Going {
  /** Simulated seconds per real second. */
  readonly speed: number;
  readonly paused: boolean;
  /** Paused only until the first person joins. */
  readonly untilJoin?: boolean;
  /** Fast until this instant, simulated ms: the day is played from there on. */
  readonly fastUntil?: number;
}

/**
 * The clock of a room, one for all its days: real to simulated time. Between two readings at most
 * `tickCapMs` of real time count, so a laptop that slept, or a process that was stopped, goes on
 * from where it was.
 */
export class RoomClock {
  readonly #clock: RealClock;
  readonly #capMs: number;
  #exact: number;
  #seen: number;
  #going: Going;
  #rate: number | null = null;

  /** `at` simulated ms. */
  constructor(clock: RealClock, limits: Pick<Limits, 'tickCapMs'>, at: number, going: Going) {
    this.#clock = clock;
    this.#capMs = limits.tickCapMs;
    this.#exact = at;
    this.#seen = clock.now();
    this.#going = going;
  }

  get going(): Going {
    return this.#going;
  }

  /** The simulated instant now, whole ms; never goes back. */
  read(): number {
    const now = this.#clock.now();
    const passed = Math.min(Math.max(now - this.#seen, 0), this.#capMs);
    this.#seen = now;
    if (!this.#going.paused) this.#exact += passed * (this.#rate ?? this.#going.speed);
    return Math.floor(this.#exact);
  }

  /** Simulated seconds per real second just now; null: as its `going` says. */
  get rate(): number | null {
    return this.#rate;
  }

  /** Goes at this rate from what was read last on, until it is told otherwise. */
  go(rate: number | null): void {
    this.#rate = rate;
  }

  /** What was read last has not all happened: only what came up to this instant, simulated ms. */
  backTo(at: number): void {
    this.#exact = at;
  }

  /** Goes otherwise from now on: what has passed counted at the speed of before. */
  set(going: Going): void {
    this.read();
    this.#going = going;
  }
}
