import type { RealClock } from '../../server/clock.ts';

interface Timer {
  dueMs: number;
  readonly everyMs: number;
  readonly what: () => void;
}

const LOOKS_MS = 50;
const TURN_MS = 250;

/** Real time that passes when a test says so. */
export class FakeClock implements RealClock {
  #nowMs = 1_000;
  #dateMs = Date.UTC(2026, 0, 1);
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.#nowMs;
  }

  date(): number {
    return this.#dateMs;
  }

  every(ms: number, what: () => void): () => void {
    return this.#add({ dueMs: this.#nowMs + ms, everyMs: ms, what });
  }

  after(ms: number, what: () => void): () => void {
    return this.#add({ dueMs: this.#nowMs + ms, everyMs: 0, what });
  }

  /** Lets time pass, timer by timer; what waits for the store gets its turn in between. */
  async pass(ms: number): Promise<void> {
    const end = this.#nowMs + ms;
    for (;;) {
      const next = [...this.#timers].sort((a, b) => a.dueMs - b.dueMs)[0];
      if (next === undefined || next.dueMs > end) break;
      this.#goTo(next.dueMs);
      if (next.everyMs > 0) next.dueMs += next.everyMs;
      else this.#timers.delete(next);
      next.what();
      await new Promise((turn) => setImmediate(turn));
    }
    this.#goTo(end);
  }

  /** Passes time until something is so; the ms it took. */
  async passUntil(what: () => boolean, mostMs = 240_000): Promise<number> {
    for (let ms = 0; ; ms += LOOKS_MS) {
      if (what()) return ms;
      if (ms > mostMs) throw new Error(`never came true: ${what}`);
      await this.pass(LOOKS_MS);
      // What comes by a socket gets its turn too.
      if (ms % TURN_MS === 0) await new Promise((turn) => setTimeout(turn, 1));
    }
  }

  /** A machine that slept: time has passed, and no timer fired meanwhile. */
  jump(ms: number): void {
    for (const timer of this.#timers) timer.dueMs += ms;
    this.#goTo(this.#nowMs + ms);
  }

  #goTo(ms: number): void {
    this.#dateMs += ms - this.#nowMs;
    this.#nowMs = ms;
  }

  #add(timer: Timer): () => void {
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }
}
