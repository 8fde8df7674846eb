import { MEASURES, type Measure, valueOf as valueOn } from '../folds/measures/figures.ts';
import type { MeasuresFrame } from '../folds/measures/frame.ts';
import { DaySpread, type Tenths } from '../kernel/day-spread.ts';
import {
  type Difference,
  interval,
  Moments,
  pairedDifference,
  RatioOfSums,
} from '../kernel/tally.ts';
import { unpack } from './trial.ts';

/**
 * From replications to figures with intervals. A measure that is a ratio is a ratio of sums over
 * all days (delta method); the others are means over days (Student). Days are added in the order of
 * their number, so that the figures are the same bits however the work was shared out.
 */

/** A measure over the replications; null where it has no meaning, or nothing can be claimed yet. */
export interface Figure {
  readonly mean: number | null;
  /** Half-width of the confidence interval. */
  readonly halfWidth: number | null;
  /** Replications that say something of it. */
  readonly n: number;
  /** P10 and P90 of the daily values: of figures of the whole day, from ten days on. */
  readonly spread?: Tenths;
}

/** Every measure by name, for one cut of the day. */
export type Figures = Readonly<Record<string, Figure>>;

/** The figures of a study: the day, each interval (the last is after closing), type and group. */
export interface Summary {
  readonly level: number;
  readonly replications: number;
  readonly day: Figures;
  readonly intervals: readonly Figures[];
  readonly types: readonly Figures[];
  readonly groups: readonly Figures[];
}

const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);

/**
 * The half-width of an interval, where there is ground for one: days that were all alike do not say
 * how others differ (two calls that were both answered in time are not 100 % ± 0), and of a share
 * what is wider than all there is says nothing.
 */
export function knownWidth(halfWidth: number, unit?: Measure['unit']): number | null {
  if (!(halfWidth > 0 && halfWidth < Number.POSITIVE_INFINITY)) return null;
  return unit === '1' && halfWidth >= 1 ? null : halfWidth;
}

/** One measure of one cut, over the days. */
class Line {
  private readonly ratio = new RatioOfSums();
  private readonly plain = new Moments();
  private readonly measure: Measure;
  private readonly spread: DaySpread | null;

  /** `ofDay`: a figure of the whole day, of which it is told how days differ. */
  constructor(measure: Measure, ofDay: boolean) {
    this.measure = measure;
    this.spread = ofDay ? new DaySpread() : null;
  }

  add(sums: Float64Array): void {
    const x = this.measure.x(sums);
    const y = this.measure.y?.(sums);
    if (Number.isNaN(x) || (y !== undefined && Number.isNaN(y))) return;
    if (y === undefined) this.plain.add(x);
    else this.ratio.add(x, y);
    // A day on which there was nothing to take a share of has no share.
    if (this.spread !== null && y !== 0) this.spread.add(y === undefined ? x : x / y);
  }

  figure(level: number): Figure {
    const { measure, plain, ratio } = this;
    const spread = this.spread?.tenths() ?? null;
    const [mean, halfWidth, n] =
      measure.y === undefined
        ? [plain.mean, interval(plain, level), plain.n]
        : [ratio.ratio, ratio.halfWidth(level), ratio.n];
    return {
      mean: finite(mean),
      halfWidth: knownWidth(halfWidth, measure.unit),
      n,
      ...(spread === null ? {} : { spread }),
    };
  }
}

/** Every measure of the day over these days, as a summary has them. */
export function figuresOf(days: readonly Float64Array[], level = 0.95): Figures {
  const lines = MEASURES.map((measure) => new Line(measure, true));
  for (const day of days) for (const line of lines) line.add(day);
  return Object.fromEntries(MEASURES.map(({ name }, m) => [name, figureOf(lines[m], level)]));
}

/** Adds up days, in bounded memory, into a summary. */
export class Summing {
  /** Days added. */
  replications = 0;
  private readonly frame: MeasuresFrame;
  private readonly lines: readonly (readonly Line[])[];

  constructor(frame: MeasuresFrame) {
    this.frame = frame;
    const cells = 1 + frame.intervals + 1 + frame.types + frame.groups;
    this.lines = Array.from({ length: cells }, (_, i) =>
      MEASURES.map((measure) => new Line(measure, i === 0)),
    );
  }

  /** Adds the days of a chunk (trial.ts, runPacked); chunks come in order of replication. */
  add(packed: Float64Array): void {
    for (const cells of unpack(packed, this.frame)) {
      cells.forEach((sums, i) => {
        for (const line of this.lines[i] ?? []) line.add(sums);
      });
      this.replications += 1;
    }
  }

  /** The figures so far. `level`: 0.95 for intervals that hold 19 times in 20. */
  summary(level = 0.95): Summary {
    const { intervals, types, groups } = this.frame;
    const cuts = this.lines.map((lines) =>
      Object.fromEntries(MEASURES.map(({ name }, m) => [name, figureOf(lines[m], level)])),
    );
    const firstType = 1 + intervals + 1;
    return {
      level,
      replications: this.replications,
      day: cuts[0] ?? {},
      intervals: cuts.slice(1, firstType),
      types: cuts.slice(firstType, firstType + types),
      groups: cuts.slice(firstType + types, firstType + types + groups),
    };
  }
}

const figureOf = (line: Line | undefined, level: number): Figure =>
  line?.figure(level) ?? { mean: null, halfWidth: null, n: 0 };

/** The day's sums of each replication, for a comparison (all that it needs to keep). */
export function daysIn(packed: Float64Array, frame: MeasuresFrame): Float64Array[] {
  return [...unpack(packed, frame)].flatMap(([day]) => (day === undefined ? [] : [day.slice()]));
}

/**
 * Each measure of the day, a less b, where replication r of both met the same callers: the interval
 * is that of the pairs, far narrower than that of two independent studies (MODEL 13.4, 13.5). A
 * ratio of sums is compared by its linear parts (x - ratio y) / mean y, day by day.
 */
export function compareDays(
  a: readonly Float64Array[],
  b: readonly Float64Array[],
  level = 0.95,
): Readonly<Record<string, Difference>> {
  return Object.fromEntries(
    MEASURES.map((measure) => {
      const both = a.map((_, i) => i).filter((i) => counts(measure, a[i]) && counts(measure, b[i]));
      const left = parts(
        measure,
        both.map((i) => a[i] as Float64Array),
      );
      const right = parts(
        measure,
        both.map((i) => b[i] as Float64Array),
      );
      return [measure.name, pairedDifference(left, right, level)];
    }),
  );
}

/** Whether a day says something of a measure. */
const counts = (measure: Measure, sums: Float64Array | undefined): boolean =>
  sums !== undefined && Number.isFinite(valueOn(measure, sums));

/** Numbers whose mean is the measure over these days, and whose spread is its error. */
function parts(measure: Measure, days: readonly Float64Array[]): number[] {
  const { x, y } = measure;
  if (y === undefined) return days.map(x);
  const sums = new RatioOfSums();
  for (const day of days) sums.add(x(day), y(day));
  const meanY = sums.sumY / sums.n;
  return days.map((day) => sums.ratio + (x(day) - sums.ratio * y(day)) / meanY);
}
