import { Sketch } from './sketch.ts';

/**
 * How a figure varies between days (MODEL 13.1): the value that one day in ten lies below, and that
 * nine in ten do. The first days are kept, and these are exact; of more a sketch is kept, in which
 * they are at most 0.78 % off: memory does not grow with the days.
 */

/** Days that are kept. */
const KEPT = 1_000;
/** Fewer days than this have no tenth part. */
const FEWEST = 10;
/** The sketch takes whole numbers below 2^42: figures are kept in millionths. */
const MILLIONTHS = 1_000_000;
const LARGEST = 4_398_046_511_103;

export interface Tenths {
  readonly p10: number;
  readonly p90: number;
}

export class DaySpread {
  private readonly kept: number[] = [];
  private sketch: Sketch | null = null;

  /** Adds the figure of a day, 0 or more; one above 4.39 million counts as that. */
  add(x: number): void {
    if (this.sketch === null && this.kept.length < KEPT) {
      this.kept.push(x);
      return;
    }
    this.sketch ??= this.sketched();
    this.sketch.add(inMillionths(x));
  }

  /** Null below ten days. */
  tenths(): Tenths | null {
    const { kept, sketch } = this;
    if (sketch !== null) {
      const [p10, p90] = sketch.quantiles([0.1, 0.9]) as [number, number];
      return { p10: p10 / MILLIONTHS, p90: p90 / MILLIONTHS };
    }
    if (kept.length < FEWEST) return null;
    const sorted = [...kept].sort((a, b) => a - b);
    // As in the sketch: the smallest value that at least this share of the days does not exceed.
    const place = (tenths: number): number => Math.ceil((tenths * sorted.length) / 10) - 1;
    return { p10: sorted[place(1)]!, p90: sorted[place(9)]! };
  }

  private sketched(): Sketch {
    const sketch = new Sketch();
    for (const x of this.kept) sketch.add(inMillionths(x));
    this.kept.length = 0;
    return sketch;
  }
}

const inMillionths = (x: number): number =>
  Math.min(LARGEST, Math.max(0, Math.round(x * MILLIONTHS)));
