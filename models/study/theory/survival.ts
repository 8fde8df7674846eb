import { exp } from '../../kernel/exp.ts';
import { gammaHead, gamma as gammaOf, gammaTail } from '../../kernel/gamma.ts';
import { log } from '../../kernel/log.ts';
import { power } from '../../kernel/power.ts';
import type { Law } from '../../scenario/scenario.ts';
import { demandPositive, demandShare } from './argument.ts';
import { integrate } from './calculus.ts';
import { normalTail, oneMinusExp } from './special.ts';

/** A non-negative random duration X, seen through its tail. */
export interface Survival {
  /** P(X > x), for x >= 0. */
  tail(x: number): number;
  /** The integral of the tail from 0 to x: E[min(X, x)]. */
  area(x: number): number;
  /** E[X]; may be Infinity. */
  readonly mean: number;
  /** Where the tail has a corner or a jump, increasing. */
  readonly breaks: readonly number[];
}

/** Exponential with this mean. */
export function exponentialSurvival(mean: number): Survival {
  demandPositive('mean', mean);
  return {
    tail: (x) => exp(-x / mean),
    area: (x) => mean * oneMinusExp(x / mean),
    mean,
    breaks: [],
  };
}

/** Never ends. */
export const FOREVER: Survival = {
  tail: () => 1,
  area: (x) => x,
  mean: Number.POSITIVE_INFINITY,
  breaks: [],
};

/**
 * A duration known by its tail alone; areas are found by quadrature.
 * @param breaks where the tail has a corner or a jump
 */
export function survivalFrom(
  tail: (x: number) => number,
  mean: number,
  breaks: readonly number[] = [],
): Survival {
  return { tail, area: (x) => integrate(tail, 0, x, breaks), mean, breaks };
}

const point = (value: number): Survival => ({
  tail: (x) => (x < value ? 1 : 0),
  area: (x) => Math.min(x, value),
  mean: value,
  breaks: [value],
});

function uniform(low: number, high: number): Survival {
  if (!(high > low)) return point(low);
  const width = high - low;
  const left = (x: number): number => Math.min(1, Math.max(0, (high - x) / width));
  const mean = 0.5 * (low + high);
  return {
    tail: left,
    area: (x) => (x < low ? x : mean - 0.5 * width * left(x) * left(x)),
    mean,
    breaks: [low, high],
  };
}

function gamma(mean: number, cv: number): Survival {
  const shape = 1 / (cv * cv);
  const scale = mean / shape;
  return {
    tail: (x) => gammaTail(shape, x / scale),
    area: (x) => mean * gammaHead(shape + 1, x / scale) + x * gammaTail(shape, x / scale),
    mean,
    breaks: [],
  };
}

function lognormal(mean: number, cv: number): Survival {
  const variance = log(1 + cv * cv);
  const sigma = Math.sqrt(variance);
  const mu = log(mean) - 0.5 * variance;
  const tail = (x: number): number => (x <= 0 ? 1 : normalTail((log(x) - mu) / sigma));
  const head = (x: number): number => (x <= 0 ? 0 : normalTail(sigma - (log(x) - mu) / sigma));
  return { tail, area: (x) => mean * head(x) + x * tail(x), mean, breaks: [] };
}

function weibull(mean: number, shape: number): Survival {
  const scale = mean / gammaOf(1 + 1 / shape);
  const hazard = (x: number): number => (x <= 0 ? 0 : power(x / scale, shape));
  return {
    tail: (x) => exp(-hazard(x)),
    area: (x) => mean * gammaHead(1 / shape, hazard(x)),
    mean,
    breaks: [],
  };
}

function mixture(parts: readonly { readonly share: number; readonly of: Survival }[]): Survival {
  const sum = (value: (s: Survival) => number): number =>
    parts.reduce((all, { share, of }) => all + share * value(of), 0);
  return {
    tail: (x) => sum((s) => s.tail(x)),
    area: (x) => sum((s) => s.area(x)),
    mean: sum((s) => s.mean),
    breaks: parts.flatMap(({ of }) => of.breaks).sort((a, b) => a - b),
  };
}

/** Linear distribution function through (0, 0) and the table, then an exponential tail, if any. */
function empirical(law: Extract<Law, { law: 'empirical' }>, unitS: number): Survival {
  const parts: { share: number; of: Survival }[] = [];
  let low = 0;
  let below = 0;
  law.valuesS.forEach((value, i) => {
    const cumulative = law.cumulative[i] ?? 1;
    if (cumulative > below)
      parts.push({ share: cumulative - below, of: uniform(low, value / unitS) });
    low = value / unitS;
    below = Math.max(below, cumulative);
  });
  if (below < 1)
    parts.push({
      share: 1 - below,
      of: law.tailMeanS === undefined ? FOREVER : later(low, law.tailMeanS / unitS),
    });
  return mixture(parts);
}

/** `from` plus an exponential. */
function later(from: number, mean: number): Survival {
  const rest = exponentialSurvival(mean);
  return {
    tail: (x) => (x < from ? 1 : rest.tail(x - from)),
    area: (x) => (x < from ? x : from + rest.area(x - from)),
    mean: from + mean,
    breaks: [from],
  };
}

function body(law: Law, unitS: number): Survival {
  switch (law.law) {
    case 'infinite':
      return FOREVER;
    case 'deterministic':
      return point(law.valueS / unitS);
    case 'exponential':
      return exponentialSurvival(law.meanS / unitS);
    case 'uniform':
      return uniform(law.minS / unitS, law.maxS / unitS);
    case 'gamma':
      return gamma(law.meanS / unitS, law.cv);
    case 'lognormal':
      return lognormal(law.meanS / unitS, law.cv);
    case 'weibull':
      return weibull(law.meanS / unitS, law.shape);
    case 'hyperexponential':
      return mixture(
        law.phases.map(({ share, meanS }) => ({ share, of: exponentialSurvival(meanS / unitS) })),
      );
    case 'empirical':
      return empirical(law, unitS);
  }
}

/**
 * The tail of a law of the scenario.
 * @param unitS seconds in the unit of the result: 60 for minutes
 */
export function survivalOf(law: Law, unitS = 1): Survival {
  demandPositive('unitS', unitS);
  const whole = body(law, unitS);
  const zero = 'zero' in law ? (law.zero ?? 0) : 0;
  demandShare('zero', zero);
  if (zero === 0) return whole;
  if (zero === 1) return point(0);
  return mixture([
    { share: zero, of: point(0) },
    { share: 1 - zero, of: whole },
  ]);
}
