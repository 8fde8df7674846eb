import type { HarmCosts } from '../folds/measures/lived.ts';
import { exp } from '../kernel/exp.ts';
import { log } from '../kernel/log.ts';
import { stream } from '../kernel/streams.ts';
import { demand, demandAmount, demandCount } from './theory/argument.ts';

/**
 * No weight decides alone (MODEL 7.5). How a day was lived is a weighted sum of four components,
 * and its harm a weighted sum of four counts: the weights are value judgements, so they are drawn
 * at random, and what is reported is in how large a share of them a policy is the best, and what
 * one has to value for it to be. Stochastic multicriteria acceptability analysis: Lahdelma,
 * Hokkanen and Salminen 1998; Lahdelma and Salminen 2001 (Operations Research 49, 444-454).
 */

/** How many weight vectors are drawn, and from which seed: the same seed draws the same weights. */
export interface WeightDraws {
  readonly seed: string;
  readonly draws: number;
}

/** The same where days are drawn too. */
export interface DayDraws extends WeightDraws {
  /** Day sets: so many blocks of weights, each with days of its own; `draws` at most. */
  readonly blocks: number;
}

/** MODEL 7.5: 20,000 weight vectors; and 200 day sets of 100 weight vectors each. */
export const WEIGHT_DRAWS: Omit<DayDraws, 'seed'> = { draws: 20_000, blocks: 200 };

/** A policy that comes first somewhere among the weights. */
export interface Winner {
  /** Its number, from 0. */
  readonly policy: number;
  /** Share of the draws in which it is first; equals share a draw between them. */
  readonly share: number;
  /** Mean of the weights at which it is first, in the order of the parts. */
  readonly central: readonly number[];
}

/** What the draws say; plain data. */
export interface Weighing {
  readonly draws: number;
  /** First-rank acceptability: the share of each policy, adding up to 1. */
  readonly first: readonly number[];
  /** beats[a][b]: share of the draws in which a is better than b; equals are half, and a is a's. */
  readonly beats: readonly (readonly number[])[];
  /**
   * `stated`: a policy is first in 90 % of the draws, equals counted whole. `alike`: so it is, but
   * the days do not tell it from each of the others (see `grounded`). `depends`: which is first
   * depends on what one values.
   */
  readonly verdict: 'stated' | 'alike' | 'depends';
  /** Stated or alike: who is. Depends: whoever is ever first, by falling share. */
  readonly winners: readonly Winner[];
}

/** Parts of a policy day by day: for each part the sums of the days, and over how many they are. */
export interface DailyParts {
  /** x[part][day] */
  readonly x: readonly (readonly number[])[];
  /** y[day]: journeys, customers… 0 or more. */
  readonly y: readonly number[];
}

/** A policy that is first in as many draws is stated to be (MODEL 7.5 b). */
const ENOUGH = 0.9;
/** Costs are drawn from a third to three times their default (MODEL 7.5 a). */
const SPREAD = 3;

/**
 * Weights uniform on the simplex, all that add up to 1 being as likely as any other, which is
 * Dirichlet (1, …, 1): exponentials over their sum. One uniform a weight.
 * @param uniform draws in [0, 1)
 * @param out as long as there are weights
 */
export function simplexWeights(uniform: () => number, out: Float64Array): void {
  let sum = 0;
  for (let k = 0; k < out.length; k += 1) sum += out[k] = -log(1 - uniform());
  // All zero where every uniform was: once in 2^128, yet a weight is never NaN.
  for (let k = 0; k < out.length; k += 1) out[k] = sum > 0 ? out[k]! / sum : 1 / out.length;
}

/**
 * What harm costs: 1 for a minute of waiting, the unit; the others log-uniform from a third to
 * three times what is given. One uniform a cost, in the order abandoned, unresolved, lost.
 * @param uniform draws in [0, 1)
 * @param out of length 4: wait, abandoned, unresolved, lost
 */
export function costWeights(uniform: () => number, costs: HarmCosts, out: Float64Array): void {
  const width = log(SPREAD);
  const drawn = (cost: number): number => cost * exp((2 * uniform() - 1) * width);
  out[0] = 1;
  out[1] = drawn(costs.abandoned);
  out[2] = drawn(costs.unresolved);
  out[3] = drawn(costs.lost);
}

/**
 * Which policy is lived best, over all weights of resolution, wait, effort, relation.
 * @param means means[policy][component], 0 to 1; higher is better
 */
export function weighLived(means: readonly (readonly number[])[], draws: WeightDraws): Weighing {
  return weigh(LIVED, fixed(means, 'means'), { ...draws, blocks: 1 });
}

/**
 * The same, the sampling error of the means taken into account: each block of weights meets a day
 * set of its own, drawn with replacement from the days given (the bootstrap, Efron 1979). Policies
 * that the days do not tell apart share the draws, whatever one values. The weights drawn are those
 * of `weighLived`.
 * @param days one entry a policy, day d of all with the same callers; means are ratios of sums
 */
export function weighLivedDays(days: readonly DailyParts[], draws: DayDraws): Weighing {
  return weigh(LIVED, resampled(days, draws.seed), draws);
}

/**
 * Which policy does least harm, over all costs.
 * @param means means[policy][harm], of one customer: minutes waited, abandonments, contacts left
 * unresolved, customers lost
 * @param costs the defaults, waiting-minute equivalents; a cost of 0 stays 0
 */
export function weighCosts(
  means: readonly (readonly number[])[],
  costs: HarmCosts,
  draws: WeightDraws,
): Weighing {
  return weigh(harms(costs), fixed(means, 'means'), { ...draws, blocks: 1 });
}

/**
 * The same over day sets, as `weighLivedDays`.
 * @param days sums of the four harms of each day, over customers
 */
export function weighCostDays(
  days: readonly DailyParts[],
  costs: HarmCosts,
  draws: DayDraws,
): Weighing {
  return weigh(harms(costs), resampled(days, draws.seed), draws);
}

/**
 * The same, where a win also needs ground (MODEL 7.5 b). Of two policies that are equal, the days
 * drawn again find one first in 90 % of the draws one time in five, however many days there are: so
 * a policy is stated only where the days as they were tell it from each that is not first with it.
 * @param better whether the paired difference says that policy a is better than b
 */
export function grounded(weighing: Weighing, better: (a: number, b: number) => boolean): Weighing {
  if (weighing.verdict !== 'stated') return weighing;
  const first = weighing.winners.map(({ policy }) => policy);
  const others = weighing.first.map((_, i) => i).filter((i) => !first.includes(i));
  const isTold = first.every((a) => others.every((b) => better(a, b)));
  return isTold ? weighing : { ...weighing, verdict: 'alike' };
}

/** How weights are drawn, from a stream of which name, and which way is better. */
interface Kind {
  readonly name: string;
  /** 1 where a higher weighted sum is better, -1 where a lower one is. */
  readonly sign: 1 | -1;
  readonly draw: (uniform: () => number, out: Float64Array) => void;
}

const LIVED: Kind = { name: 'weights/lived', sign: 1, draw: simplexWeights };

function harms(costs: HarmCosts): Kind {
  for (const name of ['abandoned', 'unresolved', 'lost'] as const) demandAmount(name, costs[name]);
  return { name: 'weights/cost', sign: -1, draw: (u, out) => costWeights(u, costs, out) };
}

const PARTS = 4;

/** The means of every policy's parts, as one run of numbers; asked once a block. */
interface Means {
  readonly policies: number;
  readonly next: () => Float64Array;
}

function fixed(means: readonly (readonly number[])[], name: string): Means {
  demand(means.length > 0, name, 'of one policy at least', means.length);
  means.forEach((parts, i) => {
    demand(parts.length === PARTS, `${name}[${i}]`, `${PARTS} long`, parts.length);
    parts.forEach((x, k) => {
      demand(Number.isFinite(x), `${name}[${i}][${k}]`, 'a finite number', x);
    });
  });
  const all = Float64Array.from(means.flat());
  return { policies: means.length, next: () => all };
}

/** Ratios of sums over days, each counted so many times; null with nothing to divide by. */
function ratios({ x, y }: DailyParts, times: ArrayLike<number>): number[] | null {
  const over = (sums: readonly number[]): number =>
    sums.reduce((sum, value, d) => sum + times[d]! * value, 0);
  const whole = over(y);
  return whole > 0 ? x.map((sums) => over(sums) / whole) : null;
}

/**
 * Means over a day set drawn anew each time. One set serves all policies: on each day they met the
 * same callers, and only what differs between them matters. Means are ratios of sums (MODEL 13.3).
 */
function resampled(days: readonly DailyParts[], seed: string): Means {
  const n = days[0]?.y.length ?? 0;
  days.forEach(({ x, y }, i) => {
    demand(y.length === n, `days[${i}].y`, `${n} days long`, y.length);
    y.forEach((many, d) => {
      demandAmount(`days[${i}].y[${d}]`, many);
    });
    x.forEach((sums, k) => {
      demand(sums.length === n, `days[${i}].x[${k}]`, `${n} days long`, sums.length);
    });
    const many = y.reduce((sum, one) => sum + one, 0);
    demand(many > 0, `days[${i}].y`, 'above 0 on some day', many);
  });
  const whole = days.map((parts) => ratios(parts, new Float64Array(n).fill(1))!);
  const { policies } = fixed(whole, 'days');
  const uniform = stream(seed, 'weights/days');
  const next = (): Float64Array => {
    const times = new Int32Array(n);
    for (let d = 0; d < n; d += 1) times[Math.floor(uniform() * n)]! += 1;
    // Where a set has only empty days, the policy keeps its own means.
    return Float64Array.from(days.flatMap((parts, i) => ratios(parts, times) ?? whole[i]!));
  };
  return { policies, next };
}

function weigh(kind: Kind, means: Means, { seed, draws, blocks }: DayDraws): Weighing {
  demandCount('draws', draws, 1);
  demandCount('blocks', blocks, 1);
  demand(blocks <= draws, 'blocks', `${draws} at most, the number of draws`, blocks);
  const uniform = stream(seed, kind.name);
  const ranking = new Firsts(means.policies);
  const weights = new Float64Array(PARTS);
  const values = new Float64Array(means.policies);
  let all = means.next();
  for (let draw = 0, block = 0; draw < draws; draw += 1) {
    if (Math.floor((draw * blocks) / draws) > block) {
      block += 1;
      all = means.next();
    }
    kind.draw(uniform, weights);
    for (let i = 0; i < values.length; i += 1) {
      let sum = 0;
      for (let k = 0; k < PARTS; k += 1) sum += weights[k]! * all[i * PARTS + k]!;
      values[i] = kind.sign * sum;
    }
    ranking.add(values, weights);
  }
  return ranking.weighing();
}

/** Counts who is first, and before whom. */
class Firsts {
  private draws = 0;
  /** Draws in which each is first: shared out between equals, and counted whole. */
  private readonly shared: Float64Array;
  private readonly whole: Float64Array;
  private readonly sums: readonly Float64Array[];
  private readonly before: readonly Float64Array[];

  constructor(policies: number) {
    this.shared = new Float64Array(policies);
    this.whole = new Float64Array(policies);
    this.sums = Array.from({ length: policies }, () => new Float64Array(PARTS));
    this.before = Array.from({ length: policies }, () => new Float64Array(policies));
  }

  /** One draw: what each policy is worth, the more the better, and the weights it came of. */
  add(values: Float64Array, weights: Float64Array): void {
    const { before, shared, sums, whole } = this;
    let best = values[0]!;
    let equals = 0;
    for (const value of values) {
      if (value > best) [best, equals] = [value, 0];
      if (value === best) equals += 1;
    }
    values.forEach((value, i) => {
      const row = before[i]!;
      for (let l = 0; l < values.length; l += 1)
        row[l]! += value > values[l]! ? 1 : value === values[l] ? 0.5 : 0;
      if (value !== best) return;
      whole[i]! += 1;
      shared[i]! += 1 / equals;
      const sum = sums[i]!;
      for (let k = 0; k < PARTS; k += 1) sum[k]! += weights[k]! / equals;
    });
    this.draws += 1;
  }

  weighing(): Weighing {
    const { before, draws, shared, sums, whole } = this;
    const winners: Winner[] = Array.from(shared, (won, policy) => ({
      policy,
      share: won / draws,
      central: Array.from(sums[policy]!, (sum) => sum / won),
    })).filter(({ share }) => share > 0);
    winners.sort((a, b) => b.share - a.share || a.policy - b.policy);
    const stated = winners.filter(({ policy }) => whole[policy]! >= ENOUGH * draws);
    return {
      draws,
      first: Array.from(shared, (won) => won / draws),
      beats: before.map((row) => Array.from(row, (won) => won / draws)),
      verdict: stated.length > 0 ? 'stated' : 'depends',
      winners: stated.length > 0 ? stated : winners,
    };
  }
}
