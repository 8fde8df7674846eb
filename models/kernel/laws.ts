import { exp } from './exp.ts';
import { gamma, gammaQuantile } from './gamma.ts';
import { log } from './log.ts';
import type { Luck } from './luck.ts';
import { standardNormal } from './normal.ts';
import { power } from './power.ts';
import { NEVER as NEVER_ } from './time.ts';

const NEVER = NEVER_;

/**
 * Laws of probability by inversion: one uniform, one value. No rejection, no cached second value,
 * so that two worlds which draw the same uniform get the same value (common random numbers).
 */

/** What a law needs, in milliseconds (scenario.ts has the same in seconds). */
export type LawSpec = { readonly zero?: number | undefined } & (
  | { readonly law: 'infinite' }
  | { readonly law: 'deterministic'; readonly value: number }
  | { readonly law: 'exponential'; readonly mean: number }
  | { readonly law: 'uniform'; readonly min: number; readonly max: number }
  | { readonly law: 'gamma'; readonly mean: number; readonly cv: number }
  | { readonly law: 'lognormal'; readonly mean: number; readonly cv: number }
  | { readonly law: 'weibull'; readonly mean: number; readonly shape: number }
  | {
      readonly law: 'hyperexponential';
      readonly phases: readonly { readonly share: number; readonly mean: number }[];
    }
  | {
      readonly law: 'empirical';
      readonly values: readonly number[];
      readonly cumulative: readonly number[];
      readonly tailMean?: number | undefined;
    }
);

/** The law of durations so many times as long. */
export function lengthened(spec: LawSpec, times: number): LawSpec {
  if (times === 1) return spec;
  switch (spec.law) {
    case 'infinite':
      return spec;
    case 'deterministic':
      return { ...spec, value: spec.value * times };
    case 'uniform':
      return { ...spec, min: spec.min * times, max: spec.max * times };
    case 'hyperexponential':
      return {
        ...spec,
        phases: spec.phases.map(({ mean, share }) => ({ share, mean: mean * times })),
      };
    case 'empirical': {
      const { tailMean, values } = spec;
      return {
        ...spec,
        values: values.map((value) => value * times),
        tailMean: tailMean === undefined ? undefined : tailMean * times,
      };
    }
    default:
      return { ...spec, mean: spec.mean * times };
  }
}

const KINDS = [
  'infinite',
  'deterministic',
  'exponential',
  'uniform',
  'gamma',
  'lognormal',
  'weibull',
  'hyperexponential',
  'empirical',
] as const;

const PHASES = KINDS.indexOf('hyperexponential');

/** A law ready to draw from. One hidden class for every law, so that the hot path stays fast. */
export class Sampler {
  readonly kind: number;
  /** An exponential without zeros: the law of most draws, taken by the short way. */
  readonly quick: boolean;
  private readonly zero: number;
  private readonly a: number;
  private readonly b: number;
  private readonly xs: Float64Array;
  private readonly ps: Float64Array;

  constructor(spec: LawSpec) {
    this.kind = KINDS.indexOf(spec.law);
    this.zero = spec.zero ?? 0;
    this.quick = spec.law === 'exponential' && this.zero === 0;
    const { a, b, xs, ps } = parameters(spec);
    this.a = a;
    this.b = b;
    this.xs = Float64Array.from(xs);
    this.ps = Float64Array.from(ps);
  }

  /**
   * What this person draws, rounded to the millisecond; NEVER where it is infinite or too long.
   * Whole numbers go in and out, so that nothing is boxed on the way.
   */
  drawMs(luck: Luck, key: number, attempt: number, purpose: number): number {
    const ms = this.quick
      ? this.a * luck.exponential(key, attempt, purpose)
      : this.quantile(luck.draw(key, attempt, purpose));
    return ms < NEVER - 1 ? (ms + 0.5) | 0 : NEVER;
  }

  /** The same for the first attempts of people with these keys, by the quick law. */
  drawAllMs(luck: Luck, keys: readonly number[], purpose: number, into: number[]): void {
    const mean = this.a;
    for (let i = 0; i < keys.length; i++) {
      const ms = mean * luck.exponential(keys[i] as number, 0, purpose);
      into[i] = ms < NEVER - 1 ? (ms + 0.5) | 0 : NEVER;
    }
  }

  /** The value below which a share `u` of the law lies; `u` in (0, 1). Infinity is possible. */
  quantile(u: number): number {
    let p = u;
    if (this.zero > 0) {
      if (p < this.zero) return 0;
      p = (p - this.zero) / (1 - this.zero);
    }
    switch (this.kind) {
      case 0:
        return Infinity;
      case 1:
        return this.a;
      case 2:
        return -this.a * log(1 - p);
      case 3:
        return this.a + (this.b - this.a) * p;
      case 4:
        return this.b * gammaQuantile(p, this.a);
      case 5:
        return exp(this.a + this.b * standardNormal(p));
      case 6:
        return this.a * power(-log(1 - p), this.b);
      case 7:
        return this.phase(p);
      default:
        return this.table(p);
    }
  }

  /** The value, known to exceed `least` (for what a record shows only in part). */
  quantileBeyond(least: number, u: number): number {
    if (least <= 0) return this.quantile(u);
    if (this.kind === PHASES) return least + this.phaseBeyond(least, u);
    const below = this.shareBelow(least);
    const value = this.quantile(Math.min(below + (1 - below) * u, 1 - 1e-16));
    return value > least ? value : least;
  }

  /** P(value <= x), by bisection on the quantile: one way of saying what a law is. */
  private shareBelow(x: number): number {
    let low = 0;
    let high = 1;
    for (let i = 0; i < 50; i++) {
      const middle = (low + high) / 2;
      if (this.quantile(middle) <= x) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The uniform chooses the phase, and what is left of it the value: still one uniform a draw. */
  private phase(p: number): number {
    const last = this.ps.length - 1;
    let i = 0;
    let from = 0;
    while (i < last && p >= (this.ps[i] as number)) {
      from = this.ps[i] as number;
      i++;
    }
    const width = (this.ps[i] as number) - from;
    return -(this.xs[i] as number) * log(1 - Math.min((p - from) / width, 1 - 1e-16));
  }

  /** Having lasted tells which phase it is likely to be; whichever it is, it begins anew. */
  private phaseBeyond(least: number, u: number): number {
    const weights = Array.from(this.ps, (end, i) => {
      const share = end - (i === 0 ? 0 : (this.ps[i - 1] as number));
      return share * exp(-least / (this.xs[i] as number));
    });
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let left = u * total;
    let i = 0;
    while (i < weights.length - 1 && left >= (weights[i] as number)) left -= weights[i++] as number;
    return -(this.xs[i] as number) * log(1 - Math.min(left / (weights[i] as number), 1 - 1e-16));
  }

  private table(p: number): number {
    const { xs, ps } = this;
    const last = ps.length - 1;
    if (p >= (ps[last] as number)) {
      const left = (1 - p) / (1 - (ps[last] as number));
      return left < 1 && this.a > 0 ? (xs[last] as number) - this.a * log(left) : this.tail();
    }
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ps[middle] as number) > p) high = middle;
      else low = middle + 1;
    }
    const x0 = low === 0 ? 0 : (xs[low - 1] as number);
    const p0 = low === 0 ? 0 : (ps[low - 1] as number);
    return x0 + (((xs[low] as number) - x0) * (p - p0)) / ((ps[low] as number) - p0);
  }

  /** Beyond a table that reaches 1 there is its last value; beyond one that does not, for ever. */
  private tail(): number {
    const last = this.ps.length - 1;
    return this.a > 0 || (this.ps[last] as number) >= 1 ? (this.xs[last] as number) : Infinity;
  }
}

interface Parameters {
  a: number;
  b: number;
  xs: readonly number[];
  ps: readonly number[];
}

function parameters(spec: LawSpec): Parameters {
  const of = (a: number, b = 0, xs: readonly number[] = [], ps: readonly number[] = []) => ({
    a,
    b,
    xs,
    ps,
  });
  switch (spec.law) {
    case 'infinite':
      return of(0);
    case 'deterministic':
      return of(spec.value);
    case 'exponential':
      return of(spec.mean);
    case 'uniform':
      return of(spec.min, spec.max);
    case 'gamma': {
      const shape = 1 / (spec.cv * spec.cv);
      return of(shape, spec.mean / shape);
    }
    case 'lognormal': {
      const variance = log(1 + spec.cv * spec.cv);
      return of(log(spec.mean) - variance / 2, Math.sqrt(variance));
    }
    case 'weibull':
      return of(spec.mean / gamma(1 + 1 / spec.shape), 1 / spec.shape);
    case 'hyperexponential': {
      let sum = 0;
      const total = spec.phases.reduce((all, phase) => all + phase.share, 0);
      const phases = spec.phases.filter((phase) => phase.share > 0);
      const ends = phases.map((phase) => (sum += phase.share) / total);
      return of(
        0,
        0,
        phases.map((phase) => phase.mean),
        ends,
      );
    }
    case 'empirical':
      return of(spec.tailMean ?? 0, 0, spec.values, spec.cumulative);
  }
}
