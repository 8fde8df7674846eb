import { exp } from '../../kernel/exp.ts';
import { logGamma } from '../../kernel/gamma.ts';
import { log, log1p } from '../../kernel/log.ts';
import type { Forecast } from './arrivals.ts';

/**
 * A count that is Poisson given a gamma factor: the negative binomial law of a mean and a variance;
 * Poisson where the variance is no larger than the mean.
 */

/** What is left of a sum is lost in its last digits. */
const LITTLE = 1e-15;

export class CountLaw {
  private readonly mean: number;
  /** Shape of the factor; Infinity: none. */
  private readonly shape: number;

  constructor({ mean, variance }: Forecast) {
    this.mean = mean;
    this.shape = variance > mean * (1 + 1e-9) ? (mean * mean) / (variance - mean) : Infinity;
  }

  /** P(N = k). */
  private at(k: number): number {
    const { mean, shape } = this;
    if (shape === Infinity) return exp(k * log(mean) - mean - logGamma(k + 1));
    const zeros = -shape * log1p(mean / shape);
    const rest = k === 0 ? 0 : k * log(mean / (mean + shape));
    return exp(logGamma(k + shape) - logGamma(shape) - logGamma(k + 1) + zeros + rest);
  }

  /** P(N = k) / P(N = k - 1). */
  private rise(k: number): number {
    const { mean, shape } = this;
    if (shape === Infinity) return mean / k;
    return ((k - 1 + shape) / k) * (mean / (mean + shape));
  }

  /** P(N <= k) of a whole number; 0 below 0. */
  upTo(k: number): number {
    if (k < 0) return 0;
    let term = this.at(k);
    if (k <= this.mean) {
      let sum = 0;
      for (let j = k; j >= 0 && term > sum * LITTLE; j -= 1) {
        sum += term;
        term /= j > 0 ? this.rise(j) : 1;
      }
      return Math.min(1, sum);
    }
    let beyond = 0;
    for (let j = k + 1; ; j += 1) {
      term *= this.rise(j);
      beyond += term;
      if (!(term > beyond * LITTLE)) break;
    }
    return Math.max(0, 1 - beyond);
  }

  /** The least k with P(N <= k) >= p. */
  quantile(p: number): number {
    let [low, high] = [0, Math.max(1, Math.ceil(2 * this.mean))];
    while (this.upTo(high) < p) high *= 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.upTo(middle) >= p) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
