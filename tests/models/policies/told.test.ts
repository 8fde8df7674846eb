import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LawSpec, Sampler } from '../../../models/kernel/laws.ts';
import {
  budgetOf,
  lawOf,
  type PatienceLaw,
  spentBy,
  waitOf,
} from '../../../models/policies/patience.ts';
import { PatienceKinds } from '../../../models/policies/patience-kinds.ts';
import { PeakedPatience } from '../../../models/policies/peaks.ts';
import {
  givesUpAt,
  growthPerMin,
  spentBetween,
  waitOnceTold,
} from '../../../models/policies/told.ts';

/** Hazards by formula against the same by bisection or by sums; kinds of callers once told. */

fc.configureGlobal({ seed: 20_271 });

const MINUTE = 60_000;
const MEAN = 4 * MINUTE;
const GROWTH = growthPerMin(0.5);
const NEVER = Number.POSITIVE_INFINITY;
const uniform = fc.double({ min: 1e-7, max: 1 - 1e-7, noNaN: true });
const wait = fc.double({ min: 1, max: 20 * MINUTE, noNaN: true });

const FORMULAS: LawSpec[] = [
  { law: 'exponential', mean: MEAN },
  { law: 'exponential', mean: MEAN, zero: 0.2 },
  { law: 'weibull', mean: MEAN, shape: 0.7 },
  { law: 'weibull', mean: MEAN, shape: 1 },
  { law: 'weibull', mean: MEAN, shape: 2.5, zero: 0.1 },
];
const named = (specs: readonly LawSpec[]) =>
  specs.map((spec) => [`${spec.law} ${spec.zero ?? ''}`, spec] as const);

describe('a law whose hazard is a formula', () => {
  it.each(named(FORMULAS))('has the hazard that bisection finds (%s)', (_, spec) => {
    const [formula, law] = [lawOf(spec), new Sampler(spec)];
    fc.assert(
      fc.property(wait, uniform, (w, u) => {
        // Beyond, bisection runs out of digits.
        const spent = spentBy(law, w);
        if (spent < 10) expect(formula.hazardUpTo?.(w)).toBeCloseTo(spent, 9);
        expect(formula.quantile(u)).toBe(law.quantile(u));
      }),
    );
  });

  it('is none of the others', () => {
    const lognormal = lawOf({ law: 'lognormal', mean: MEAN, cv: 1 });
    expect(lognormal.hazardUpTo).toBeUndefined();
  });
});

const PEAKS = [0.2 * MINUTE, MINUTE, 3 * MINUTE];
const peaked = (spec: LawSpec, mass: number): PeakedPatience =>
  new PeakedPatience(lawOf(spec), PEAKS, mass, 6_000);
const BASES: LawSpec[] = [
  ...FORMULAS,
  { law: 'lognormal', mean: MEAN, cv: 1.4 },
  { law: 'uniform', min: 30_000, max: 200_000 },
  { law: 'infinite' },
];

describe('messages', () => {
  it.each([0.03, 0.3, 2])('use up their mass with a constant hazard (%d)', (mass) => {
    const law = peaked({ law: 'exponential', mean: MEAN }, mass);
    // Steps towards the wait must not go to and fro across a peak.
    for (let i = 0; i < 400; i += 1) {
      const budget = budgetOf((i + 0.5) / 400);
      const w = waitOf(law, budget);
      expect(Math.abs(spentBy(law, w) - budget), `${budget}`).toBeLessThan(1e-9);
    }
  });

  it.each(named(BASES))('grow past what was told like any hazard (%s)', (_, spec) => {
    const law = peaked(spec, 0.3);
    for (const told of [0, 30_000, 2 * MINUTE]) {
      const end = 5 * MINUTE;
      let used = spentBy(law, told + 0.1) - (told === 0 ? 0 : spentBy(law, told));
      const width = (end - told - 0.1) / 5_000;
      for (let i = 0; i < 5_000; i += 1) {
        const w = told + 0.1 + i * width;
        const more = spentBy(law, w + width) - spentBy(law, w);
        used += more * Math.exp((GROWTH * (w + width / 2 - told)) / MINUTE);
        if (spentBy(law, w + width) > 20) return;
      }
      expect(Math.abs(spentBetween(law, told, end, told, 1, GROWTH) - used)).toBeLessThan(1e-3);
    }
  });

  it.each(named(BASES))('end the wait where the budget ends (%s)', (_, spec) => {
    const law = peaked(spec, 0.3);
    fc.assert(
      fc.property(uniform, fc.constantFrom(0, 30_000, 2 * MINUTE), (u, told) => {
        const w = givesUpAt(law, 0, budgetOf(u), told, 0.8, GROWTH);
        if (w === NEVER || w === 0) return;
        const used = (until: number) => spentBetween(law, 0, until, told, 0.8, GROWTH);
        expect(used(w - 1) - budgetOf(u)).toBeLessThan(1e-9);
        expect(budgetOf(u) - used(w + 1)).toBeLessThan(1e-9);
      }),
    );
  });

  it('are all that moves the endless, at their place', () => {
    const law = new PeakedPatience(lawOf({ law: 'infinite' }), [MINUTE], 0.03, 6_000);
    // Told 0: a minute of growth makes it 1.26 times as much.
    const share = 1 - Math.exp(-0.03 * 1.26);
    expect(givesUpAt(law, 0, 0.015 * 1.26, 0, 1, GROWTH) / MINUTE).toBeCloseTo(1, 2);
    expect(waitOnceTold(law, share * 1.01, 0, NEVER, 1, GROWTH)).toBe(NEVER);
  });
});

describe('one who is told that there is no wait', () => {
  it.each(named([...BASES, { law: 'gamma', mean: MEAN, cv: 0.8 }]))('%s', (_, spec) => {
    const law = lawOf(spec);
    fc.assert(
      fc.property(uniform, (u) => {
        const told = waitOnceTold(law, u, 0, 15 * MINUTE, 1, GROWTH);
        // Haste only grows: nobody bears more, but for the step in which the law is followed.
        if (law.quantile(u) === NEVER) expect(told).toBe(NEVER);
        else expect(spentBy(law, told)).toBeLessThanOrEqual(budgetOf(u) + 1 / 64 + 1e-9);
        if (law.quantile(u) === 0) expect(told).toBe(0);
      }),
    );
  });
});

const MIXED: LawSpec = {
  law: 'hyperexponential',
  phases: [
    { share: 0.2, mean: 0.5 * MINUTE },
    { share: 0.8, mean: 4.9 * MINUTE },
  ],
};
const N = 4_000;
const grid = Array.from({ length: N }, (_, i) => (i + 0.5) / N);

describe('two kinds of callers', () => {
  const survive = (kinds: PatienceKinds, told: number, minutes: number): number =>
    grid.filter((u) => kinds.waitTold(u, 0, told, NEVER, 0.8, GROWTH) > minutes * MINUTE).length /
    N;

  it('told a wait, each follow the hazard of their own', () => {
    const kinds = new PatienceKinds(MIXED);
    const told = 2;
    for (const minutes of [0.25, 1, 3, 6]) {
      const felt =
        0.8 * Math.min(minutes, told) +
        (minutes > told ? (Math.exp(GROWTH * (minutes - told)) - 1) / GROWTH : 0);
      const expected = 0.2 * Math.exp(-felt / 0.5) + 0.8 * Math.exp(-felt / 4.9);
      expect(survive(kinds, told * MINUTE, minutes)).toBeCloseTo(expected, 3);
    }
  });

  it('hear messages, each of them', () => {
    const kinds = new PatienceKinds(
      MIXED,
      (law: PatienceLaw) => new PeakedPatience(law, [MINUTE], 0.3, 1_000),
    );
    const expected = 0.2 * Math.exp(-0.8 * 3 - 0.24) + 0.8 * Math.exp((-0.8 * 1.5) / 4.9 - 0.24);
    expect(survive(kinds, 3 * MINUTE, 1.5)).toBeCloseTo(expected, 3);
  });

  it('are the same who they were before they were told, where that changes nothing', () => {
    const [kinds, whole] = [
      new PatienceKinds({ ...MIXED, zero: 0.1 }),
      new Sampler({ ...MIXED, zero: 0.1 }),
    ];
    for (const u of grid) expect(kinds.waitTold(u, 0, MINUTE, NEVER, 1, 0)).toBe(whole.quantile(u));
  });

  it('of which those who have borne much are likely to be the patient', () => {
    const kinds = new PatienceKinds({ ...MIXED, zero: 0.1 });
    const borne = 2 * MINUTE;
    const left = (used: number): number => {
      const patient = 0.8 * Math.exp(-used / 4.9);
      return patient / (patient + 0.2 * Math.exp(-used / 0.5));
    };
    // A record of two minutes, then one minute more, nothing having been told.
    const recorded = grid.filter((u) => kinds.waitTold(u, borne, 0, NEVER, 1, 0) > 3 * MINUTE);
    const stays = (patient: number, used: number): number =>
      patient * Math.exp(-used / 4.9) + (1 - patient) * Math.exp(-used / 0.5);
    expect(recorded.length / N).toBeCloseTo(stays(left(2), 1), 3);
    // The same, told five minutes and seen to wait.
    const seen = grid.map((u) => kinds.waitBeyond(u, borne, 5 * MINUTE, 0.8, GROWTH));
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(borne);
    const still = seen.filter((w) => w > 3 * MINUTE).length / N;
    expect(still).toBeCloseTo(stays(left(1.6), 0.8), 3);
  });
});
