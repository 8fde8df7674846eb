import { exp } from '../kernel/exp.ts';
import { log } from '../kernel/log.ts';

/**
 * Customers in a centre as a birth-death chain: they come at one rate; at what rate they leave and
 * what they cost goes by how many there are, 0 to `leaving.length - 1`. One more is turned away.
 */
export interface BirthDeath {
  /** Arrivals per unit of time. */
  readonly rate: number;
  /** Departures per unit of time with i inside; 0 with nobody. */
  readonly leaving: Float64Array;
  /** Cost per unit of time with i inside. */
  readonly costs: Float64Array;
}

/** Refuses a bad argument in a sentence that names it. */
export function demand(ok: boolean, name: string, says: string, given: unknown): asserts ok {
  if (!ok) throw new RangeError(`${name} must be ${says}; it is ${String(given)}`);
}

/**
 * Long-run share of time with i inside, written into `shares`. Logarithms first: neither a full
 * centre nor an empty one is too rare for a double.
 */
export function fillShares(chain: BirthDeath, shares: Float64Array): void {
  const { rate, leaving } = chain;
  const states = leaving.length;
  let top = 0;
  shares[0] = 0;
  for (let i = 1; i < states; i += 1) {
    shares[i] = shares[i - 1]! + log(rate / leaving[i]!);
    if (shares[i]! > top) top = shares[i]!;
  }
  let whole = 0;
  for (let i = 0; i < states; i += 1) whole += shares[i] = exp(shares[i]! - top);
  for (let i = 0; i < states; i += 1) shares[i]! /= whole;
}

/** The mean over time of what is `values[i]` with i inside. */
function meanOver(shares: Float64Array, values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i += 1) sum += shares[i]! * values[i]!;
  return sum;
}

/**
 * h(i+1) - h(i) for i from 0, written into `steps`: what it will cost to be i + 1 instead of i, h
 * being the relative values; gives back the mean cost per unit of time, g. Source: the average-cost
 * equation lambda Delta(k) = g - c_k + d_k Delta(k-1), taken from both ends towards the likeliest
 * state. Backwards alone (MODEL 10.4), what is lost by rounding grows below that state by
 * a^k / k!: with a hundred agents, to more than any price.
 */
export function fillSteps(chain: BirthDeath, shares: Float64Array, steps: Float64Array): number {
  const { rate, leaving, costs } = chain;
  const mean = meanOver(shares, costs);
  let likeliest = 0;
  for (let i = 1; i < shares.length; i += 1) if (shares[i]! > shares[likeliest]!) likeliest = i;
  let below = 0;
  for (let i = 0; i < likeliest; i += 1)
    steps[i] = below = (mean - costs[i]! + leaving[i]! * below) / rate;
  let above = 0;
  for (let i = leaving.length - 1; i > likeliest; i -= 1)
    steps[i - 1] = above = (costs[i]! - mean + rate * above) / leaving[i]!;
  return mean;
}
