import { describe, expect, it } from 'vitest';
import { worthOfTime } from '../../models/centre/plan/pacing-plan.ts';
import { planOf } from '../../models/centre/plan/plan-of.ts';
import { SUM } from '../../models/folds/measures/sums.ts';
import { RatioOfSums } from '../../models/kernel/tally.ts';
import { pacesAtPrices, resolutionOf } from '../../models/policies/paces.ts';
import { byInside } from '../../models/policies/pacing.ts';
import type { TimeWorth } from '../../models/policies/worth.ts';
import {
  type Arbitrated,
  apart,
  dayMean,
  expectAbove,
  known,
  type Policy,
  under,
} from './policies.ts';
import { agrees, type Day, study } from './study.ts';

describe('a day with two peaks: the table of MODEL 15.2', () => {
  const ID = 'dix-conseillers';
  const DAYS = 200;
  const POLICIES = {
    hurry: { name: 'hurry', hurryMin: 2.5 },
    care: { name: 'care', careMin: 7 },
    fixed: { name: 'fixed', paceMin: 4.25 },
    threshold: { name: 'queueThreshold', slowMin: 6, fastMin: 3.5, atWaiting: 1 },
    price1: { name: 'priceNext', horizonMin: 1 },
    price3: { name: 'priceNext', horizonMin: 3 },
    needs: { name: 'priceNextNeed', horizonMin: 3 },
  } satisfies Record<string, Policy>;
  type Name = keyof typeof POLICIES;
  /** From the dearest to the cheapest. */
  const NAMES = Object.keys(POLICIES) as Name[];
  const days = (name: Name): readonly Day[] => under(ID, POLICIES[name], DAYS);
  /** Enough to tell apart what hardly differs. */
  const many = (name: Name): readonly Day[] => under(ID, POLICIES[name], 1_200);

  /** Cost, its half-width; then as in MEASURES. */
  const TABLE: Record<Name, readonly [number, number, ...number[]]> = {
    hurry: [7.757, 0.044, 0.46, 1.86, 0.13, 0.033, 83.1, 2.5],
    care: [6.079, 0.148, 0.93, 1.34, 1.39, 0.351, 80.6, 7.01],
    fixed: [3.138, 0.061, 0.8, 1.27, 0.38, 0.096, 91.4, 4.25],
    threshold: [2.586, 0.06, 0.81, 1.24, 0.26, 0.065, 93.4, 4.55],
    price1: [2.463, 0.059, 0.83, 1.22, 0.29, 0.072, 93.9, 5.01],
    price3: [2.403, 0.06, 0.84, 1.21, 0.29, 0.073, 93.9, 5.02],
    needs: [2.171, 0.052, 0.84, 1.2, 0.23, 0.058, 94.8, 4.86],
  };
  /**
   * A measure, its unit there in ours, and what MODEL's figure may be off in its unit: half its
   * last digit; of the lived experience half a point more, since what a moment with the centre is
   * worth beside its outcome is not printed.
   */
  const MEASURES = [
    { name: 'firstContactResolution', unit: 1, off: 0.005 },
    { name: 'attemptsPerCustomer', unit: 1, off: 0.005 },
    { name: 'meanWait', unit: 60, off: 0.005 },
    { name: 'abandonRate', unit: 1, off: 0.0005 },
    { name: 'lived', unit: 1, off: 0.55 },
    { name: 'averageHandlingTime', unit: 60, off: 0.005 },
  ] as const;
  /**
   * Where ours are off by more: the price of one minute makes talks of 5.4 min here and of 5.0
   * there, that of three 10 s longer ones; at the same cost.
   */
  const APART: Partial<Record<Name, Partial<Record<(typeof MEASURES)[number]['name'], number>>>> = {
    price1: {
      firstContactResolution: 0.015,
      attemptsPerCustomer: 0.005,
      meanWait: 0.01,
      abandonRate: 0.004,
      averageHandlingTime: 0.27,
    },
    price3: { averageHandlingTime: 0.08 },
    needs: { firstContactResolution: 0.01 },
  };

  it.each(NAMES)('%s costs what MODEL says, within both intervals', (name) => {
    const ratio = new RatioOfSums();
    for (const { day } of days(name)) ratio.add(day[SUM.costWme]!, day[SUM.first]!);
    const [cost, halfWidth] = TABLE[name];
    const off = Math.abs(ratio.ratio - cost);
    expect(off, `${ratio.ratio}`).toBeLessThan(halfWidth + ratio.halfWidth());
  });

  // Four standard errors of ours are three of the difference from their 400 days, and a little.
  it.each(NAMES)('%s resolves, comes back, waits, gives up, talks and lives as there', (name) => {
    MEASURES.forEach(({ name: measure, unit, off }, i) => {
      const slack = (off + (APART[name]?.[measure] ?? 0)) * unit;
      agrees(days(name), measure, (TABLE[name][i + 2] as number) * unit, { slack });
    });
  });

  it('hurry costs most, then care, a fixed pace, a threshold, prices; least with needs weighed', () => {
    const falling = NAMES.filter((name) => name !== 'price1');
    falling.slice(1).forEach((name, i) => {
      const dearer = falling[i] as Name;
      expectAbove(days(dearer), days(name), 'costPerCustomer', `${dearer} - ${name}`);
    });
    expectAbove(days('threshold'), days('price1'), 'costPerCustomer', 'threshold - price1');
  });

  it('one minute ahead costs hardly less than three here, where the prototype has it a little dearer', () => {
    const { mean: off } = apart(many('price1'), many('price3'), 'costPerCustomer');
    expectAbove(many('price3'), many('price1'), 'costPerCustomer', 'price3 - price1');
    expect(-off).toBeLessThan(0.04);
  });

  it('who looks no further than now pays for it, less here than in the prototype', () => {
    const now = under(ID, { name: 'priceNext', horizonMin: 0 }, DAYS);
    expectAbove(now, days('price3'), 'costPerCustomer', 'price0 - price3');
    expect(apart(now, days('price3'), 'costPerCustomer').mean).toBeLessThan(3.12 - 2.403);
  });

  it('the threshold costs .22 more than the price here, .18 in the prototype', () => {
    const { mean: ours, halfWidth } = apart(many('threshold'), many('price3'), 'costPerCustomer');
    expect(Math.abs(ours - 0.22), `${ours} ± ${halfWidth}`).toBeLessThan(halfWidth);
    expect(ours - halfWidth).toBeGreaterThan(0.183);
  });

  it('[P8] coordination costs as much as the price, and is triage as well: the hard pay', () => {
    const coordinated = under(ID, { name: 'coordinated', careMin: 5.5 }, DAYS);
    const { mean: more } = apart(coordinated, days('price3'), 'costPerCustomer');
    expect(Math.abs(more), `${more}`).toBeLessThan(0.06);
    const gap = (all: readonly Day[]): number =>
      dayMean(all, 'resolutionEasy') - dayMean(all, 'resolutionHard');
    expect(gap(coordinated)).toBeGreaterThan(gap(days('price3')) + 0.05);
  });

  it.each([
    ['fixed', 'price3', 0.735, 0.018],
    ['price3', 'needs', 0.225, 0.019],
  ] as const)('on the same callers %s costs more than %s by as much as there', (a, b, by, its) => {
    const { mean: ours, halfWidth } = apart(days(a), days(b), 'costPerCustomer');
    expect(Math.abs(ours - by), `${ours} ± ${halfWidth}`).toBeLessThan(its + halfWidth);
  });

  it('[A8] tells policies apart by the same callers: MODEL 13.4 saves 28.8 times the variance', () => {
    const { gain } = apart(days('fixed'), days('price3'), 'costPerCustomer');
    expect(gain).toBeGreaterThan(15);
  });

  it.each(['price1', 'price3'] as const)(
    '%s talks longer than the best fixed pace, and callers wait less',
    (name) => {
      expectAbove(days(name), days('fixed'), 'averageHandlingTime', `${name} - fixed`);
      expectAbove(days('fixed'), days(name), 'meanWait', `fixed - ${name}`);
    },
  );

  it('is lived best under the price of the next minutes, and worst under care without end', () => {
    for (const name of ['hurry', 'care', 'fixed'] as const)
      expectAbove(days('price3'), days(name), 'lived', `price3 - ${name}`);
    expectAbove(days('hurry'), days('care'), 'lived', 'hurry - care');
  });
});

/** MODEL 16, and its fourth result: what becomes of the price policy when its tables err. */
describe('a price worked out from wrong numbers', () => {
  const ID = 'dix-conseillers';
  const DAYS = 300;

  /** Cost a customer under the price of the next 3 min, and under paces made otherwise. */
  function costOf(name: string, pacesOf?: (scenario: Arbitrated) => Float64Array): number {
    const scenario = { ...known(ID) };
    if (pacesOf !== undefined)
      Object.assign(planOf(scenario).talk?.policies[0] as object, {
        pacings: [byInside(pacesOf(scenario).map((minutes) => Math.round(minutes * 60_000)))],
      });
    const cost = new RatioOfSums();
    for (const { day } of study(scenario, DAYS, ID)) cost.add(day[SUM.costWme]!, day[SUM.first]!);
    expect(cost.ratio, name).toBeGreaterThan(2);
    return cost.ratio;
  }
  let usual: number | undefined;
  const asItIs = (): number => (usual ??= costOf('as it is'));
  const worthOf = (scenario: Arbitrated): TimeWorth =>
    worthOfTime(scenario, scenario.arbitration, { agents: 10, speed: 1 });

  const busier = (times: number) => (scenario: Arbitrated) => {
    const types = scenario.types.map((type) => ({
      ...type,
      perHour: (type.perHour as readonly number[]).map((rate) => rate * times),
    }));
    return worthOf({ ...scenario, types }).anticipating;
  };
  const valued = (times: number) => (scenario: Arbitrated) => {
    const { policy, resolution } = scenario.arbitration;
    const { ahead, prices } = worthOf(scenario);
    const curve = resolutionOf({ ...resolution, tau: resolution.tauMin });
    const value = times * prices.worth.unresolved;
    return pacesAtPrices(ahead.price, curve, 1.5, value, 1.5, policy.capMin);
  };

  it('is the same policy where they are right', () => {
    expect(costOf('right', valued(1))).toBe(asItIs());
    expect(costOf('right', busier(1))).toBe(asItIs());
  });

  it.each([0.8, 1.2])(
    'hardly costs more where the rate is taken to be %f times what it is',
    (times) => {
      expect(costOf('rate', busier(times)) / asItIs()).toBeLessThan(1.02);
    },
  );

  it.each([0.5, 2])('beats the best fixed pace with %f times the value of resolving', (times) => {
    const fixed = new RatioOfSums();
    for (const { day } of under(ID, { name: 'fixed', paceMin: 4.25 }, DAYS))
      fixed.add(day[SUM.costWme]!, day[SUM.first]!);
    const cost = costOf('value', valued(times));
    expect(cost).toBeLessThan(fixed.ratio - 0.1);
    // MODEL 16: a quarter more at most.
    expect(cost / asItIs()).toBeLessThan(1.3);
  });
});
