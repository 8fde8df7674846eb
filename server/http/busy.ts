import { performance } from 'node:perf_hooks';
import type { RealClock } from '../clock.ts';

const WINDOW_MS = 5_000;
const PERIOD_MS = 20;

/** The time it is, and the processor time of this process so far; ms. */
interface Reading {
  readonly nowMs: number;
  readonly workedMs: number;
}

/**
 * Watches how late the event loop runs by its own fault: of each delay, no more than this process
 * worked meanwhile. A machine that other programs keep busy makes a loop late that has nothing to
 * do; to refuse a room would help nobody then.
 */
export class LoopWatch {
  readonly #sampling: NodeJS.Timeout;
  readonly #stop: () => void;
  #late: number[] = [];
  #before = 0;
  /**
   * 99th percentile of the loop's own delay, ms: the lesser of the last two spells of 5 s, as a
   * start, or one long answer, is soon over.
   */
  delayMs = 0;

  /** `read` is of the machine, never of a clock handed in: what is watched is this very process. */
  constructor(clock: RealClock, read: () => Reading = ofThisProcess) {
    let before = read();
    this.#sampling = setInterval(() => {
      const now = read();
      const lateMs = now.nowMs - before.nowMs - PERIOD_MS;
      this.#late.push(Math.max(0, Math.min(lateMs, now.workedMs - before.workedMs)));
      before = now;
    }, PERIOD_MS);
    this.#stop = clock.every(WINDOW_MS, () => {
      const sorted = this.#late.sort((a, b) => a - b);
      const last = sorted[Math.floor(sorted.length * 0.99)] ?? 0;
      this.delayMs = Math.min(this.#before, last);
      this.#before = last;
      this.#late = [];
    });
  }

  close(): void {
    clearInterval(this.#sampling);
    this.#stop();
  }
}

function ofThisProcess(): Reading {
  const { system, user } = process.cpuUsage();
  return { nowMs: performance.now(), workedMs: (system + user) / 1_000 };
}
