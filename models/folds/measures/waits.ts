import { Sketch } from '../../kernel/sketch.ts';
import type { MeasuresFrame } from './frame.ts';
import { type DaySums, SUM as SUM_ } from './sums.ts';

const SUM = SUM_;

/** Percentiles of waits: kept side by side, from p50Ms on. */
const SHARES: readonly number[] = [0.5, 0.8, 0.9, 0.95, 0.99];

/** Share of calls whose mean wait tells how long the tail is. */
const TENTH = 0.1;

const sketches = (n: number): Sketch[] => Array.from({ length: n }, () => new Sketch());

/** How long those waited who were answered: sketches, of which percentiles are made (RULES M2). */
export class Waits {
  private readonly ofDay = new Sketch();
  private readonly byInterval: readonly Sketch[];
  /** None where there is one type, or group: its sketch is the whole day's. */
  private readonly byType: readonly Sketch[];
  private readonly byGroup: readonly Sketch[];
  private readonly severalTypes: boolean;
  private readonly severalGroups: boolean;

  constructor({ groups, intervals, types }: MeasuresFrame) {
    this.byInterval = sketches(intervals + 1);
    this.severalTypes = types > 1;
    this.severalGroups = groups > 1;
    this.byType = types > 1 ? sketches(types) : [];
    this.byGroup = groups > 1 ? sketches(groups) : [];
  }

  clear(): void {
    this.ofDay.clear();
    for (const sketch of this.byInterval) sketch.clear();
    for (const sketch of this.byType) sketch.clear();
    for (const sketch of this.byGroup) sketch.clear();
  }

  /** A wait, ms, of a call of this interval and type that this group answered; or so many such. */
  add(waitMs: number, interval: number, type: number, group: number, calls = 1): void {
    this.ofDay.add(waitMs, calls);
    this.byInterval[interval]!.add(waitMs, calls);
    if (this.severalTypes) this.byType[type]!.add(waitMs, calls);
    if (this.severalGroups) this.byGroup[group]!.add(waitMs, calls);
  }

  /** Writes the percentiles into a day's cells; NaN where nothing was added. */
  write({ day, groups, intervals, types }: DaySums): void {
    writeFigures(day, this.ofDay);
    intervals.forEach((cell, i) => {
      writeFigures(cell, this.byInterval[i]!);
    });
    types.forEach((cell, i) => {
      writeFigures(cell, this.byType[i] ?? this.ofDay);
    });
    groups.forEach((cell, i) => {
      writeFigures(cell, this.byGroup[i] ?? this.ofDay);
    });
  }
}

function writeFigures(cell: Float64Array, sketch: Sketch): void {
  sketch.writeQuantiles(SHARES, cell, SUM.p50Ms);
  cell[SUM.worstTenthMs] = sketch.meanOfLongest(TENTH);
}
