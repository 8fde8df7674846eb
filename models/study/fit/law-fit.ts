import { exp } from '../../kernel/exp.ts';
import type { Law } from '../../scenario/scenario.ts';
import { survivalOf } from '../theory/survival.ts';

/**
 * Laws of durations from a sample. All keep its mean, for a mean is the load of a centre: what is
 * chosen is the shape, by the largest distance between the law and the sample (Kolmogorov-Smirnov).
 */

export type LawName = 'lognormal' | 'gamma' | 'hyperexponential' | 'empirical';

export interface Candidate {
  readonly name: LawName;
  readonly law: Law;
  /** Largest distance of shares, 0 to 1. */
  readonly distance: number;
}

/** Shares at most so long: of the data, and of the law. */
export interface Knot {
  readonly atS: number;
  readonly data: number;
  readonly fit: number;
}

export interface LawFit {
  /** Values, those of 0 among them. */
  readonly n: number;
  readonly meanS: number;
  readonly cv: number;
  readonly name: LawName;
  readonly law: Law;
  readonly distance: number;
  /** All that were tried, the nearest first. */
  readonly tried: readonly Candidate[];
  /** At most 100, for a picture. */
  readonly knots: readonly Knot[];
}

/** Values that a shape is looked for with; all of them are for the mean. */
const THINNED = 400;
/** And that distances are told of. */
const MEASURED = 10_000;
/** A law this near is near enough, whatever the sample; or as near as chance brings it. */
const NEAR = 0.04;
/** With fewer values a table would be noise. */
const FOR_TABLE = 200;
const LEAST_CV = 0.05;

/** So many of sorted values, at the middles of equal shares. */
const thinned = (sorted: Float64Array, most: number): Float64Array =>
  sorted.length <= most
    ? sorted
    : Float64Array.from(
        { length: most },
        (_, i) => sorted[Math.floor(((i + 0.5) * sorted.length) / most)] as number,
      );

/** Largest distance between a law and a sorted sample. */
export function distanceOf(sorted: ArrayLike<number>, law: Law): number {
  const { tail } = survivalOf(law);
  const n = sorted.length;
  let most = 0;
  for (let i = 0; i < n; ) {
    const at = sorted[i] as number;
    const first = i;
    while (i < n && sorted[i] === at) i += 1;
    const below = 1 - tail(at);
    // Records are rounded: of equal values the law is compared with the middle of their step.
    const step = i - first > 1 ? (first + i) / (2 * n) : null;
    const off =
      step === null
        ? Math.max(Math.abs(below - first / n), Math.abs(below - i / n))
        : Math.abs(below - step);
    most = Math.max(most, off);
  }
  return most;
}

const tenth = (x: number): number => Math.round(x * 10) / 10;
const thousandth = (x: number): number => Math.round(x * 1_000) / 1_000;

/** The law of one spread that lies nearest, from a third of the sample's own to a little more. */
function nearest(sample: Float64Array, cv: number, of: (cv: number) => Law, most: number): Law {
  let best = { law: of(Math.min(most, cv)), distance: Number.POSITIVE_INFINITY };
  for (let k = 0; k <= 20; k++) {
    const law = of(Math.max(LEAST_CV, Math.min(most, cv * (0.3 + 0.04 * k))));
    const distance = distanceOf(sample, law);
    if (distance < best.distance) best = { law, distance };
  }
  return best.law;
}

const ROUNDS = 200;

/**
 * Two exponentials by expectation and maximisation (Dempster, Laird and Rubin 1977), which keeps
 * the mean at each step.
 */
function twoPhases(sample: Float64Array, meanS: number): Law {
  const n = sample.length;
  const middle = sample.reduce((sum, x) => sum + x, 0) / n;
  let [share, short, long] = [0.5, middle / 3, middle * 1.7];
  for (let round = 0; round < ROUNDS; round++) {
    let [weight, first, all] = [0, 0, 0];
    for (const x of sample) {
      const a = (share / short) * exp(-x / short);
      const b = ((1 - share) / long) * exp(-x / long);
      const own = a + b > 0 ? a / (a + b) : 0;
      weight += own;
      first += own * x;
      all += x;
    }
    if (!(weight > 1e-6 && weight < n - 1e-6)) break;
    share = weight / n;
    short = Math.max(first / weight, middle / 1_000);
    long = Math.max((all - first) / (n - weight), middle / 1_000);
  }
  const scale = meanS / (share * short + (1 - share) * long);
  const p = Math.round(share * 1e4) / 1e4;
  return {
    law: 'hyperexponential',
    phases: [
      { share: p, meanS: Math.max(0.001, thousandth(short * scale)) },
      { share: Math.round((1 - p) * 1e4) / 1e4, meanS: Math.max(0.001, thousandth(long * scale)) },
    ],
  };
}

/** Shares at which a table is cut: hundredths, but for every second one. */
const SHARES = Array.from({ length: 49 }, (_, i) => (i + 1) / 50).concat(0.99);

/** The sample itself, as a table; its tail is what gives the mean back. */
function tableOf(sorted: Float64Array, meanS: number): Law {
  const n = sorted.length;
  const valuesS: number[] = [];
  const cumulative: number[] = [];
  let [area, low, below] = [0, 0, 0];
  for (const share of SHARES) {
    const value = sorted[Math.min(n - 1, Math.ceil(share * n) - 1)] as number;
    if (value <= low) {
      if (valuesS.length > 0) cumulative[cumulative.length - 1] = share;
      area += (share - below) * low;
    } else {
      valuesS.push(tenth(value));
      cumulative.push(share);
      area += ((share - below) * (low + value)) / 2;
      low = value;
    }
    below = share;
  }
  const tailMeanS = (meanS - area) / (1 - below) - low;
  return { law: 'empirical', valuesS, cumulative, tailMeanS: Math.max(0.1, tenth(tailMeanS)) };
}

/** Points of a law beside those of its sample, at equal shares. */
function knotsOf(sorted: Float64Array, zero: number, law: Law): Knot[] {
  const { tail } = survivalOf(law);
  const n = sorted.length;
  const knots: Knot[] = zero > 0 ? [{ atS: 0, data: zero, fit: 1 - tail(0) }] : [];
  const places = new Set(
    Array.from({ length: 99 }, (_, k) => Math.ceil(((k + 1) / 99) * n) - 1).filter((i) => i >= 0),
  );
  for (const i of places) {
    const atS = sorted[i] as number;
    if (atS === knots[knots.length - 1]?.atS) continue;
    let last = i;
    while (sorted[last + 1] === atS) last += 1;
    knots.push({ atS, data: zero + ((1 - zero) * (last + 1)) / n, fit: 1 - tail(atS) });
  }
  return knots;
}

/** With a share of values of 0, where there is one. */
const withZero = (law: Law, zero: number): Law =>
  zero === 0 || law.law === 'infinite' ? law : { ...law, zero: Math.round(zero * 1e4) / 1e4 };

/** The law of a sample of durations, seconds; null of fewer than two different ones. */
export function fitLaw(values: ArrayLike<number>): LawFit | null {
  const every = Float64Array.from(values).sort();
  const zeros = every.findIndex((x) => x > 0);
  const sorted = every.subarray(zeros < 0 ? every.length : zeros);
  const [n, all] = [sorted.length, every.length];
  if (n < 2 || sorted[0] === sorted[n - 1]) return null;
  const mean = sorted.reduce((sum, x) => sum + x, 0) / n;
  const squares = sorted.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / n;
  const cv = Math.sqrt(squares) / mean;
  const [few, many] = [thinned(sorted, THINNED), thinned(sorted, MEASURED)];
  const meanS = Math.max(0.1, tenth(mean));
  const shapes: [LawName, Law][] = [
    ['lognormal', nearest(few, cv, (c) => ({ law: 'lognormal', meanS, cv: thousandth(c) }), 10)],
    ['gamma', nearest(few, cv, (c) => ({ law: 'gamma', meanS, cv: thousandth(c) }), 5)],
    ['hyperexponential', twoPhases(few, mean)],
  ];
  if (n >= FOR_TABLE) shapes.push(['empirical', tableOf(sorted, mean)]);
  const tried = shapes
    .map(([name, law]): Candidate => ({ name, law, distance: distanceOf(many, law) }))
    .sort((a, b) => a.distance - b.distance);
  const written = tried.find(({ name }) => name !== 'empirical') as Candidate;
  const enough = Math.max(NEAR, 1.36 / Math.sqrt(n));
  const chosen = written.distance <= enough ? written : (tried[0] as Candidate);
  const zero = 1 - n / all;
  const law = withZero(chosen.law, zero);
  const whole = (1 - zero) * mean;
  return {
    n: all,
    meanS: whole,
    cv: Math.sqrt((1 - zero) * (squares + mean * mean) - whole * whole) / whole,
    name: chosen.name,
    law,
    distance: chosen.distance,
    tried,
    knots: knotsOf(sorted, zero, law),
  };
}
