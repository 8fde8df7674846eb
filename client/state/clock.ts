import type { ClockState } from '../../models/doors/live.ts';

const LONGEST_TICK_MS = 2_000;

/** Whether time goes by in this room. */
export const timeRuns = (clock: ClockState | null | undefined): boolean =>
  clock !== null && clock !== undefined && !clock.paused && !clock.over;

/** Simulated time per real time, just now. */
export const rateOf = ({ goes, speed }: ClockState): number => goes ?? speed;

/** Whether it goes fast, on the way to the next call. */
export const isFast = ({ goes = 0, speed }: ClockState): boolean => goes > speed;

/**
 * The room's clock as this device shows it: between two batches time goes on by itself, but never
 * past the instant the next batch is due to tell, and never back. Real instants are handed in.
 */
export class LocalClock {
  private clock: ClockState | null = null;
  private heardAt = 0;
  /** Real time between batches, as observed. */
  private tickMs = 250;
  private shown = 0;

  /** @param still true where motion is to be reduced: time then moves with the batches only. */
  constructor(private readonly still: () => boolean = () => false) {}

  hear(clock: ClockState, realNow: number): void {
    const running = this.clock !== null && !this.clock.paused && !clock.paused;
    if (running) {
      const gap = Math.min(LONGEST_TICK_MS, realNow - this.heardAt);
      this.tickMs += (gap - this.tickMs) / 4;
    }
    this.clock = clock;
    this.heardAt = realNow;
    const stopped = clock.paused || clock.over;
    // A clock that stopped, or a room that was rebuilt, is believed as it is.
    if (stopped || this.shown > this.limit(clock)) this.shown = clock.at;
  }

  private limit(clock: ClockState): number {
    return clock.at + this.tickMs * rateOf(clock);
  }

  /** Simulated ms since opening, to be shown at this real instant. */
  at(realNow: number): number {
    const { clock } = this;
    if (!clock) return 0;
    if (clock.paused || clock.over || this.still()) return (this.shown = clock.at);
    const ahead = clock.at + (realNow - this.heardAt) * rateOf(clock);
    this.shown = Math.max(this.shown, Math.min(ahead, this.limit(clock)));
    return this.shown;
  }
}
