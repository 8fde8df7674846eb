import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LawSpec, Sampler } from '../../../models/kernel/laws.ts';
import {
  budgetOf,
  type PatienceLaw,
  spentBy,
  waitOf,
  waitUnder,
} from '../../../models/policies/patience.ts';
import { PatienceKinds } from '../../../models/policies/patience-kinds.ts';
import { PeakedPatience } from '../../../models/policies/peaks.ts';
import {
  givesUpAt,
  growthPerMin,
  handlingMore,
  spentBetween,
  waitOnceTold,
} from '../../../models/policies/told.ts';
import { normalTail } from '../../../models/study/theory/special.ts';
import { same } from '../study/theory/close.ts';

fc.configureGlobal({ seed: 20_270 });

const MINUTE = 60_000;
const MEAN = 4 * MINUTE;
const SPECS: LawSpec[] = [
  { law: 'exponential', mean: MEAN },
  { law: 'weibull', mean: MEAN, shape: 0.7 },
  { law: 'lognormal', mean: MEAN, cv: 1.4 },
  { law: 'gamma', mean: MEAN, cv: 0.8 },
  {
    law: 'empirical',
    values: [10_000, 60_000, 300_000],
    cumulative: [0.1, 0.4, 0.8],
    tailMean: MEAN,
  },
];
const OTHERS: LawSpec[] = [
  { law: 'infinite' },
  { law: 'deterministic', value: 90_000 },
  { law: 'exponential', mean: MEAN, zero: 0.2 },
  { law: 'uniform', min: 30_000, max: 200_000 },
  { law: 'empirical', values: [10_000, 60_000], cumulative: [0.1, 0.4] },
];
const MIXED: LawSpec = {
  law: 'hyperexponential',
  phases: [
    { share: 0.2, mean: 0.5 * MINUTE },
    { share: 0, mean: MINUTE },
    { share: 0.8, mean: 4.9 * MINUTE },
  ],
};
const laws = SPECS.map((spec) => [spec.law, new Sampler(spec)] as const);
const all = [...SPECS, ...OTHERS].map((spec) => [spec.law, new Sampler(spec)] as const);
const exponential = new Sampler({ law: 'exponential', mean: MEAN });

const uniform = fc.double({ min: 1e-7, max: 1 - 1e-7, noNaN: true });
const wait = fc.double({ min: 1, max: 20 * MINUTE, noNaN: true });

describe('a budget', () => {
  it.each(laws)('and a uniform stand for each other (%s)', (_name, law) => {
    fc.assert(
      fc.property(uniform, (u) =>
        same(waitOf(law, budgetOf(u)) / MINUTE, law.quantile(u) / MINUTE),
      ),
    );
  });

  it('is used up as the cumulative hazard of the law has it', () => {
    const at = [3_000, 45_000, 200_000, 900_000];
    for (const w of at) {
      same(spentBy(exponential, w), w / MEAN);
      const [, weibull] = laws[1] ?? [];
      // The median of a Weibull has hazard ln 2.
      const median = (weibull as PatienceLaw).quantile(0.5);
      same(spentBy(weibull as PatienceLaw, w), Math.LN2 * (w / median) ** 0.7);
      const variance = Math.log(1 + 1.96);
      const z = (Math.log(w) - Math.log(MEAN) + variance / 2) / Math.sqrt(variance);
      same(spentBy(laws[2]?.[1] as PatienceLaw, w), -Math.log(normalTail(z)));
    }
    expect(spentBy(exponential, 0)).toBe(0);
  });

  it.each(laws)('goes on at another rate where the hazard changes (%s)', (_name, law) => {
    fc.assert(
      fc.property(uniform, wait, fc.double({ min: 0.2, max: 5, noNaN: true }), (u, at, factor) => {
        const spent = spentBy(law, at);
        const left = budgetOf(u) - spent;
        if (left <= 0) return;
        const gone = waitUnder(law, spent, left, factor);
        expect(gone).toBeGreaterThanOrEqual(at - 1e-3);
        if (spent + left / factor > 20) return;
        expect(Math.abs(factor * (spentBy(law, gone) - spent) - left)).toBeLessThan(1e-6);
        // Where nothing changed, the caller bears what the classical draw gives.
        same(waitUnder(law, spent, left, 1) / MINUTE, law.quantile(u) / MINUTE);
      }),
    );
    expect(waitUnder(law, 0.2, 0.5, 0)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('kinds of callers', () => {
  const specs: LawSpec[] = [
    ...SPECS,
    ...OTHERS,
    MIXED,
    { ...MIXED, zero: 0.1 },
    { law: 'hyperexponential', phases: [{ share: 1, mean: MEAN }], zero: 0.3 },
  ];
  it.each(specs.map((spec) => [spec.law, spec] as const))(
    'draw as one, bit for bit: %s',
    (_, spec) => {
      const [kinds, whole] = [new PatienceKinds(spec), new Sampler(spec)];
      fc.assert(
        fc.property(uniform, (u) => {
          const kind = kinds.kindOf(u);
          const law = kinds.laws[kind] as PatienceLaw;
          expect(law.quantile(kinds.uniformIn(kind, u))).toBe(whole.quantile(u));
        }),
      );
    },
  );

  it('two of them: a fifth leaves after half a minute, mean; the others after 4.9', () => {
    const kinds = new PatienceKinds(MIXED);
    expect([0.1, 0.199, 0.201, 0.9].map((u) => kinds.kindOf(u))).toEqual([0, 0, 1, 1]);
    const means = kinds.laws.slice(0, 2).map((law) => law.quantile(1 - Math.exp(-1)) / MINUTE);
    same(means[0] as number, 0.5);
    same(means[1] as number, 4.9);
    same(kinds.uniformIn(1, 0.6), 0.5);
  });
});

describe('messages while waiting', () => {
  it.each(all)('without mass leave the law as it is, bit for bit (%s)', (_name, law) => {
    const none = new PeakedPatience(law, [MINUTE], 0, 6_000);
    const nowhere = new PeakedPatience(law, [], 0.03, 6_000);
    fc.assert(
      fc.property(uniform, (u) => {
        expect(none.quantile(u)).toBe(law.quantile(u));
        expect(nowhere.quantile(u)).toBe(law.quantile(u));
      }),
    );
  });

  it.each(laws)('use up a normal peak of hazard each (%s)', (_name, law) => {
    const [mass, width] = [0.3, 6_000];
    const peaks = [MINUTE, 2 * MINUTE];
    const peaked = new PeakedPatience(law, peaks, mass, width);
    const used = (w: number): number =>
      peaks.reduce(
        (sum, at) => sum + mass * (normalTail(-at / width) - normalTail((w - at) / width)),
        0,
      );
    for (const u of [0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.9, 0.99]) {
      const w = peaked.quantile(u);
      expect(w).toBeLessThanOrEqual(law.quantile(u));
      same(spentBy(law, w) + used(w), budgetOf(u));
    }
  });

  it('are all that makes the endless give up: a share 1 - e^-.03 at each', () => {
    const endless = new PeakedPatience(new Sampler({ law: 'infinite' }), [MINUTE], 0.03, 6_000);
    const share = 1 - Math.exp(-0.03);
    expect(endless.quantile(share * 1.01)).toBe(Number.POSITIVE_INFINITY);
    expect(endless.quantile(share / 2) / MINUTE).toBeCloseTo(1, 2);
    expect(spentBy(endless, 2 * MINUTE)).toBeCloseTo(0.03, 9);
  });

  it('refuse a peak that is none', () => {
    expect(() => new PeakedPatience(exponential, [MINUTE], -1, 6_000)).toThrow(/mass/);
    expect(() => new PeakedPatience(exponential, [MINUTE], 0.03, 0)).toThrow(/widthMs/);
  });
});

describe('a wait that was told', () => {
  const TOLD = 3 * MINUTE;
  const GROWTH = growthPerMin(0.5);

  it('multiplies haste by 1.26 a minute past it, at half the published bound', () => {
    same(Math.exp(GROWTH), 1.26);
    same(Math.exp(growthPerMin(1)), 1.52);
    expect(growthPerMin(0)).toBe(0);
    same(handlingMore(5 * MINUTE, TOLD, 0.1), 0.2 * MINUTE);
    expect(handlingMore(2 * MINUTE, TOLD, 0.1)).toBe(0);
  });

  it.each(all)('is neutral where it changes nothing, bit for bit (%s)', (_name, law) => {
    fc.assert(
      fc.property(uniform, wait, (u, told) => {
        const neutral = waitOnceTold(law, u, told, Number.POSITIVE_INFINITY, 1, 0);
        expect(neutral).toBe(law.quantile(u));
      }),
    );
  });

  it('by hand, for an exponential patience', () => {
    // In budgets: .8 × 3/4 until the wait that was told; then (e^(g s) - 1) / (4 g) in s minutes.
    const until = 0.8 * 0.75;
    same(givesUpAt(exponential, 0, 0.5, TOLD, 0.8, GROWTH) / MINUTE, (4 * 0.5) / 0.8);
    for (const budget of [0.7, 1, 2.5, 6]) {
      const past = Math.log(1 + 4 * GROWTH * (budget - until)) / GROWTH;
      same(givesUpAt(exponential, 0, budget, TOLD, 0.8, GROWTH) / MINUTE, 3 + past);
      same(spentBetween(exponential, 0, (3 + past) * MINUTE, TOLD, 0.8, GROWTH), budget);
    }
  });

  it.each(laws)('is followed closely for any law (%s)', (_name, law) => {
    // The same integral by many small steps of the law's own hazard.
    const end = 9 * MINUTE;
    const steps = 6_000;
    let used = 0;
    let before = 0;
    for (let i = 1; i <= steps; i += 1) {
      const w = (end * i) / steps;
      const spent = spentBy(law, w);
      const past = (w - end / steps / 2 - TOLD) / MINUTE;
      used += (past < 0 ? 0.8 : Math.exp(GROWTH * past)) * (spent - before);
      before = spent;
    }
    expect(Math.abs(spentBetween(law, 0, end, TOLD, 0.8, GROWTH) - used)).toBeLessThan(2e-4);
  });

  it.each(laws)('asked again on the way, gives the same end (%s)', (_name, law) => {
    fc.assert(
      fc.property(uniform, wait, wait, (u, told, at) => {
        const gone = givesUpAt(law, 0, budgetOf(u), told, 0.8, GROWTH);
        if (at >= gone || gone === Number.POSITIVE_INFINITY) return;
        const left = budgetOf(u) - spentBetween(law, 0, at, told, 0.8, GROWTH);
        const again = givesUpAt(law, at, left, told, 0.8, GROWTH);
        expect(Math.abs(again - gone) / gone).toBeLessThan(1e-6);
      }),
      { numRuns: 40 },
    );
  });

  it('those who are all of one patience stay so', () => {
    const sure = new Sampler({ law: 'deterministic', value: 90_000 });
    for (const told of [30_000, 90_000, 200_000])
      expect(givesUpAt(sure, 0, 1.3, told, 0.8, GROWTH)).toBe(90_000);
    const endless = new Sampler({ law: 'infinite' });
    expect(givesUpAt(endless, 0, 1.3, TOLD, 0.8, GROWTH)).toBe(Number.POSITIVE_INFINITY);
    const some = new Sampler(OTHERS[4] as LawSpec);
    expect(givesUpAt(some, 0, 3, TOLD, 0.8, GROWTH)).toBe(Number.POSITIVE_INFINITY);
  });

  it('makes a share 1 - e^(-told/scale) hang up at once, and nobody else', () => {
    const [told, scale] = [3 * MINUTE, 15 * MINUTE];
    const share = 1 - Math.exp(-0.2);
    const alone = (u: number): number => waitOnceTold(exponential, u, told, scale, 1, 0);
    expect(alone(share - 1e-9)).toBe(0);
    expect(alone(share + 1e-9)).toBeGreaterThan(0);
    // Whoever stays is as patient as anybody: u left over, stretched to (0, 1).
    fc.assert(
      fc.property(uniform, (v) =>
        same(alone(share + (1 - share) * v) / MINUTE, exponential.quantile(v) / MINUTE),
      ),
    );
  });

  it('keeps longer with less haste before, and shorter with more haste after', () => {
    fc.assert(
      fc.property(uniform, wait, (u, told) => {
        const at = (before: number, growth: number): number =>
          givesUpAt(exponential, 0, budgetOf(u), told, before, growth);
        expect(at(0.8, GROWTH)).toBeGreaterThanOrEqual(at(1, GROWTH) - 1e-6);
        expect(at(0.8, 2 * GROWTH)).toBeLessThanOrEqual(at(0.8, GROWTH) + 1e-6);
      }),
    );
  });
});
