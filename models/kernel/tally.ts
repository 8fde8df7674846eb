import { standardNormal } from './normal.ts';
import { studentQuantile } from './student.ts';

/**
 * Counting, and what a count may claim. A replication is a day (MODEL 13.1): a mean over days has
 * an interval from Student's law, a ratio is a ratio of sums and never a mean of daily ratios
 * (13.3), and two policies that met the same callers are compared day by day (13.5).
 */

export { Sketch } from './sketch.ts';

function checkLevel(level: number): void {
  if (!(level > 0 && level < 1))
    throw new RangeError(`level: a confidence level lies between 0 and 1, not ${level}`);
}

/** The p-quantile of the standard normal law, for a p that somebody chose. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`p: a probability lies between 0 and 1, not ${p}`);
  return standardNormal(p);
}

/** The p-quantile of Student's law with `freedom` degrees of freedom, for those somebody chose. */
export function tQuantile(p: number, freedom: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`p: a probability lies between 0 and 1, not ${p}`);
  if (!(freedom > 0))
    throw new RangeError(`freedom: degrees of freedom are positive, not ${freedom}`);
  return studentQuantile(p, freedom);
}

/**
 * Number, mean and variance of a series, in one pass (Welford 1962); two series merge as if the
 * second had been added after the first (Chan, Golub and LeVeque 1983). Merge in the order of the
 * replications: the last bits depend on it.
 */
export class Moments {
  n = 0;
  private average = 0;
  /** Sum of squared distances to the mean. */
  private spread = 0;

  add(x: number): void {
    this.n += 1;
    const before = x - this.average;
    this.average += before / this.n;
    this.spread += before * (x - this.average);
  }

  merge(other: Moments): void {
    if (other.n === 0) return;
    const n = this.n + other.n;
    const apart = other.average - this.average;
    this.spread += other.spread + (apart * apart * this.n * other.n) / n;
    this.average += (apart * other.n) / n;
    this.n = n;
  }

  /** NaN when empty. */
  get mean(): number {
    return this.n === 0 ? Number.NaN : this.average;
  }

  /** Sample variance (divided by n - 1); NaN below two values. */
  get variance(): number {
    return this.n < 2 ? Number.NaN : this.spread / (this.n - 1);
  }

  /** Standard error of the mean, for independent values; NaN below two. */
  get standardError(): number {
    return Math.sqrt(this.variance / this.n);
  }
}

/**
 * Half-width of the confidence interval of a mean of independent values (Student). Infinity below
 * two values: nothing can be claimed yet.
 * @param level 0.95 for a 95 % interval
 */
export function interval(moments: Moments, level = 0.95): number {
  checkLevel(level);
  if (moments.n < 2) return Number.POSITIVE_INFINITY;
  return tQuantile((1 + level) / 2, moments.n - 1) * moments.standardError;
}

/** Below this number of days the error of a ratio comes from the jackknife (MODEL 13.3). */
const MANY_DAYS = 30;

/**
 * The ratio of two sums over days: answered in time / offered, waited / calls… Its value is
 * sum X / sum Y: days weigh by their volume, and the figure is the one a planner finds by adding
 * up the columns. Keeps 30 days at most: memory does not grow with the replications.
 */
export class RatioOfSums {
  /** Days added. */
  n = 0;
  sumX = 0;
  sumY = 0;
  /** Days whose denominator is not 0. */
  private busy = 0;
  /** Central second moments, updated as in Moments. */
  private xx = 0;
  private xy = 0;
  private yy = 0;
  private readonly firstX: number[] = [];
  private readonly firstY: number[] = [];

  /** Adds a day; y is a count or a time, never negative. */
  add(x: number, y: number): void {
    const beforeX = this.n === 0 ? 0 : x - this.sumX / this.n;
    const beforeY = this.n === 0 ? 0 : y - this.sumY / this.n;
    const weight = this.n / (this.n + 1);
    this.xx += beforeX * beforeX * weight;
    this.xy += beforeX * beforeY * weight;
    this.yy += beforeY * beforeY * weight;
    this.keep(x, y);
    this.n += 1;
    if (y !== 0) this.busy += 1;
    this.sumX += x;
    this.sumY += y;
  }

  /** Adds the days of the other, as if they had come after. */
  merge(other: RatioOfSums): void {
    if (other.n === 0) return;
    const weight = (this.n * other.n) / (this.n + other.n);
    const apartX = this.n === 0 ? 0 : other.sumX / other.n - this.sumX / this.n;
    const apartY = this.n === 0 ? 0 : other.sumY / other.n - this.sumY / this.n;
    this.xx += other.xx + apartX * apartX * weight;
    this.xy += other.xy + apartX * apartY * weight;
    this.yy += other.yy + apartY * apartY * weight;
    for (let i = 0; i < other.firstX.length; i += 1) this.keep(other.firstX[i]!, other.firstY[i]!);
    this.n += other.n;
    this.busy += other.busy;
    this.sumX += other.sumX;
    this.sumY += other.sumY;
  }

  /** NaN when the denominator is 0: there was nothing to take a share of. */
  get ratio(): number {
    return this.sumY === 0 ? Number.NaN : this.sumX / this.sumY;
  }

  /**
   * Standard error of the ratio: the delta method, s^2 = sum (X_i - rho Y_i)^2 / (R-1) /
   * (R Ybar^2), and below 30 days the jackknife, less optimistic there (MODEL 13.3). NaN below
   * two days that count for something: one day alone says nothing of the next.
   */
  get standardError(): number {
    if (this.busy < 2) return Number.NaN;
    return this.n < MANY_DAYS ? this.jackknife() : this.delta();
  }

  /** Half-width of the confidence interval; Infinity below two days that count. */
  halfWidth(level = 0.95): number {
    checkLevel(level);
    const error = this.standardError;
    if (Number.isNaN(error)) return Number.POSITIVE_INFINITY;
    return tQuantile((1 + level) / 2, this.n - 1) * error;
  }

  private keep(x: number, y: number): void {
    if (this.firstX.length >= MANY_DAYS) return;
    this.firstX.push(x);
    this.firstY.push(y);
  }

  private delta(): number {
    const rho = this.ratio;
    const meanY = this.sumY / this.n;
    const squares = Math.max(0, this.xx - 2 * rho * this.xy + rho * rho * this.yy);
    return Math.sqrt(squares / (this.n - 1) / this.n) / Math.abs(meanY);
  }

  private jackknife(): number {
    const without = new Moments();
    for (let i = 0; i < this.n; i += 1)
      without.add((this.sumX - this.firstX[i]!) / (this.sumY - this.firstY[i]!));
    return ((this.n - 1) * Math.sqrt(without.variance)) / Math.sqrt(this.n);
  }
}

/** A difference between two policies over the same days. */
export interface Difference {
  /** Mean of a - b. */
  readonly mean: number;
  readonly halfWidth: number;
  /** Pairs. */
  readonly n: number;
  /**
   * Variance of the difference had the days been independent, over what it is: what meeting the
   * same callers bought (MODEL 13.4). NaN below two pairs; Infinity when all pairs differ alike.
   */
  readonly gain: number;
}

/**
 * a - b, day by day, with its own interval (paired t): valid, and narrow, because both policies
 * met the same callers on the same day.
 */
export function pairedDifference(
  a: readonly number[],
  b: readonly number[],
  level = 0.95,
): Difference {
  if (a.length !== b.length)
    throw new RangeError(
      `pairedDifference: ${a.length} days against ${b.length}; a pair needs both`,
    );
  const [left, right, apart] = [new Moments(), new Moments(), new Moments()];
  a.forEach((x, i) => {
    left.add(x);
    right.add(b[i]!);
    apart.add(x - b[i]!);
  });
  return {
    mean: apart.mean,
    halfWidth: interval(apart, level),
    n: apart.n,
    gain: (left.variance + right.variance) / apart.variance,
  };
}
