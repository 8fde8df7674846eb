import { performance } from 'node:perf_hooks';
import type { RealClock } from '../clock.ts';

const WINDOW_MS = 5_000;
const PERIOD_MS = 20;

/**
 * Watches how late the event loop runs by its own fault: of each delay, no more than this process
 * worked meanwhile. A machine that other programs keep busy makes a loop late that has nothing to
 * do; to refuse a room would help nobody then.
 */
export class LoopWatch {
  readonly #sampling: NodeJS.Timeout;
  readonly #stop: () => void;
  #late: number[] = [];
  /** 99th percentile of the loop's own delay over the last 5 s, ms. */
  delayMs = 0;

  constructor(clock: RealClock) {
    let before = performance.now();
    let worked = workedMs();
    // Of the machine, never of a clock that is handed in: what is watched is this very process.
    this.#sampling = setInterval(() => {
      const [now, work] = [performance.now(), workedMs()];
      this.#late.push(Math.max(0, Math.min(now - before - PERIOD_MS, work - worked)));
      [before, worked] = [now, work];
    }, PERIOD_MS);
    this.#stop = clock.every(WINDOW_MS, () => {
      const sorted = this.#late.sort((a, b) => a - b);
      this.delayMs = sorted[Math.floor(sorted.length * 0.99)] ?? 0;
      this.#late = [];
    });
  }

  close(): void {
    clearInterval(this.#sampling);
    this.#stop();
  }
}

/** Processor time of this process so far, ms. */
function workedMs(): number {
  const { system, user } = process.cpuUsage();
  return (system + user) / 1_000;
}
