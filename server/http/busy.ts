import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { RealClock } from '../clock.ts';

const WINDOW_MS = 5_000;
/** The monitor measures timers of this period, so an idle loop reads this much. */
const RESOLUTION_MS = 10;

/** Watches how late the event loop runs. */
export class LoopWatch {
  readonly #histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  readonly #stop: () => void;
  /** 99th percentile of the delay over the last 5 s, ms. */
  delayMs = 0;

  constructor(clock: RealClock) {
    this.#histogram.enable();
    this.#stop = clock.every(WINDOW_MS, () => {
      this.delayMs = Math.max(0, this.#histogram.percentile(99) / 1e6 - RESOLUTION_MS);
      this.#histogram.reset();
    });
  }

  close(): void {
    this.#stop();
    this.#histogram.disable();
  }
}
