import kstest from '@stdlib/stats-kstest';
import { describe, expect, it } from 'vitest';
import { Sampler } from '../../models/kernel/laws.ts';
import { Luck, PURPOSE } from '../../models/kernel/luck.ts';
import { Moments } from '../../models/kernel/tally.ts';
import { lawInMs } from '../../models/scenario/law-in-ms.ts';
import type { Law } from '../../models/scenario/scenario.ts';
import { survivalOf } from '../../models/study/theory.ts';
import { kolmogorov } from './fit.ts';

/** Every kind of law of the scenario, plain and extreme, with and without a share of zeros. */
const LAWS: Law[] = [
  { law: 'deterministic', valueS: 90 },
  { law: 'exponential', meanS: 120 },
  { law: 'exponential', meanS: 120, zero: 0.3 },
  { law: 'uniform', minS: 180, maxS: 420 },
  { law: 'gamma', meanS: 100, cv: 0.5 },
  { law: 'gamma', meanS: 100, cv: 1 },
  { law: 'gamma', meanS: 100, cv: 2.5, zero: 0.05 },
  { law: 'lognormal', meanS: 171, cv: 1.14 },
  { law: 'lognormal', meanS: 384, cv: 2.97 },
  { law: 'weibull', meanS: 240, shape: 0.7 },
  { law: 'weibull', meanS: 240, shape: 3 },
  {
    law: 'hyperexponential',
    phases: [
      { share: 0.2, meanS: 30 },
      { share: 0.8, meanS: 294 },
    ],
  },
  {
    law: 'hyperexponential',
    phases: [
      { share: 0.5, meanS: 10 },
      { share: 0.3, meanS: 100 },
      { share: 0.2, meanS: 1_000 },
    ],
    zero: 0.1,
  },
  { law: 'empirical', valuesS: [10, 60, 300], cumulative: [0.1, 0.5, 1], zero: 0.1 },
  { law: 'empirical', valuesS: [10, 60, 300], cumulative: [0.1, 0.5, 0.9], tailMeanS: 400 },
  { law: 'empirical', valuesS: [10, 30, 60], cumulative: [0, 0.5, 0.7], tailMeanS: 50 },
];
const NAMED = LAWS.map((law) => [JSON.stringify(law), law] as const);

const zeroOf = (law: Law): number => ('zero' in law ? (law.zero ?? 0) : 0);

describe('laws of probability', () => {
  it.each(NAMED)('[A7] %s: what is drawn follows it', (_, law) => {
    const n = 20_000;
    const sampler = new Sampler(lawInMs(law));
    const luck = new Luck('laws');
    const draws = Array.from(
      { length: n },
      (_, i) => sampler.quantile(luck.uniform(i, 0, PURPOSE.HANDLING)) / 1_000,
    );
    const survival = survivalOf(law);
    const zero = zeroOf(law);

    const zeros = draws.filter((x) => x === 0).length;
    expect(Math.abs(zeros - n * zero)).toBeLessThanOrEqual(4 * Math.sqrt(n * zero * (1 - zero)));
    const rest = draws.filter((x) => x > 0);
    if (law.law === 'deterministic') expect(new Set(rest)).toEqual(new Set([law.valueS]));
    else expect(kolmogorov(rest, (x) => 1 - survival.tail(x) / (1 - zero))).toBeLessThan(2.2);

    const moments = new Moments();
    for (const x of draws) moments.add(x);
    expect(Math.abs(moments.mean - survival.mean)).toBeLessThanOrEqual(4 * moments.standardError);
  });

  // A mixture of phases spends its uniform in two steps: it is no inverse of the whole.
  it.each(NAMED.filter(([, law]) => !['hyperexponential', 'deterministic'].includes(law.law)))(
    '[A7] %s: the quantile is the inverse, into both tails',
    (_, law) => {
      const sampler = new Sampler(lawInMs(law));
      const survival = survivalOf(law);
      const zero = zeroOf(law);
      let before = 0;
      for (const u of [1e-9, 1e-6, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1 - 1e-6, 1 - 1e-9]) {
        const x = sampler.quantile(u) / 1_000;
        expect(x).toBeGreaterThanOrEqual(before);
        before = x;
        if (u <= zero) expect(x).toBe(0);
        else expect(Math.abs(1 - survival.tail(x) - u)).toBeLessThan(1e-9);
      }
    },
  );

  it.each(NAMED)('[A7] %s: beyond what was seen, it is what is left of it', (_, law) => {
    const sampler = new Sampler(lawInMs(law));
    const survival = survivalOf(law);
    const luck = new Luck('beyond');
    const least = 50;
    const draws = Array.from(
      { length: 4_000 },
      (_, i) => sampler.quantileBeyond(least * 1_000, luck.uniform(i, 0, PURPOSE.PATIENCE)) / 1_000,
    );
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(least);
    if (law.law === 'deterministic') expect(Math.max(...draws)).toBe(law.valueS);
    else
      expect(kolmogorov(draws, (x) => 1 - survival.tail(x) / survival.tail(least))).toBeLessThan(
        2.2,
      );
  });

  it('[A7] are measured by the distance of Kolmogorov that others compute too', () => {
    const luck = new Luck('distance');
    const draws = Array.from({ length: 400 }, (_, i) => luck.uniform(i, 0, PURPOSE.SAYS));
    for (const head of [(u: number) => u, (u: number) => u * u]) {
      const { statistic, pValue } = kstest(draws, head);
      expect(kolmogorov(draws, head)).toBeCloseTo(statistic * Math.sqrt(400), 9);
      expect(pValue > 0.001).toBe(kolmogorov(draws, head) < 1.95);
    }
  });

  it('[A7] has callers who never give up, and tables that end open', () => {
    expect(new Sampler({ law: 'infinite' }).quantile(0.3)).toBe(Number.POSITIVE_INFINITY);
    const open = new Sampler({ law: 'empirical', values: [10], cumulative: [0.4] });
    expect([open.quantile(0.2), open.quantile(0.41)]).toEqual([5, Number.POSITIVE_INFINITY]);
  });

  it('[A7] has the spread it says: coefficient of variation of gamma and lognormal', () => {
    const luck = new Luck('spread');
    for (const [law, cv] of [
      ['gamma', 0.3],
      ['gamma', 1.5],
      ['lognormal', 0.3],
      ['lognormal', 0.8],
    ] as const) {
      const sampler = new Sampler({ law, mean: 100, cv });
      const squares = new Moments();
      for (let i = 0; i < 40_000; i += 1) {
        const x = sampler.quantile(luck.uniform(i, 0, PURPOSE.WRAP_UP));
        squares.add((x - 100) * (x - 100));
      }
      expect(Math.abs(squares.mean - 10_000 * cv * cv)).toBeLessThanOrEqual(
        4 * squares.standardError,
      );
    }
  });
});
