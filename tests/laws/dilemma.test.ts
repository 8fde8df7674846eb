import { describe, expect, it } from 'vitest';
import { SUM } from '../../models/folds/sums.ts';
import { type Difference, RatioOfSums } from '../../models/kernel/tally.ts';
import { leastLoad, mostResolved, resolutionOf } from '../../models/policies/paces.ts';
import type { Arbitration } from '../../models/scenario/arbitration.ts';
import { catalogueFile, catalogueScenario } from '../../models/scenario/catalogue.ts';
import type { Scenario } from '../../models/scenario/scenario.ts';
import { compareDays } from '../../models/study/compare.ts';
import { agrees, type Day, figure, study } from './study.ts';

/**
 * Is the dilemma of time real? « Prends soin de ce client » and « Dépêche-toi, le suivant attend »
 * are weighed in scenarios of the catalogue, each policy meeting the same callers on the same days.
 */

type Policy = Partial<Arbitration['policy']>;
type Arbitrated = Scenario & { readonly arbitration: Arbitration };

function known(id: string): Arbitrated {
  const scenario = catalogueScenario(id);
  if (scenario?.arbitration === undefined) throw new Error(`${id} arbitrates no time`);
  return { ...scenario, arbitration: scenario.arbitration };
}

const studied = new Map<string, readonly Day[]>();

/** The days of a scenario of the catalogue under another policy, run once. */
function under(id: string, policy: Policy, days: number): readonly Day[] {
  const key = JSON.stringify([id, policy, days]);
  const found = studied.get(key);
  if (found) return found;
  const scenario = known(id);
  const arbitration = {
    ...scenario.arbitration,
    policy: { ...scenario.arbitration.policy, ...policy },
  };
  const all = study({ ...scenario, arbitration }, days, id);
  studied.set(key, all);
  return all;
}
const atPace = (id: string, paceMin: number, days: number): readonly Day[] =>
  under(id, { name: 'fixed', paceMin }, days);

const cells = (days: readonly Day[]): Float64Array[] => days.map(({ day }) => day);

/** A measure under a, less the same under b, day by day. */
function apart(a: readonly Day[], b: readonly Day[], name: string, level = 0.999): Difference {
  const difference = compareDays(cells(a), cells(b), level)[name];
  if (difference === undefined) throw new Error(`no measure is called ${name}`);
  return difference;
}
/** Above 0 beyond doubt. */
const clear = ({ mean, halfWidth }: Difference): boolean => mean > halfWidth;
const told = (says: string, { mean, halfWidth, n }: Difference): string =>
  `${says}: ${mean} ± ${halfWidth} over ${n} pairs`;
function expectAbove(a: readonly Day[], b: readonly Day[], name: string, says: string): void {
  const difference = apart(a, b, name);
  expect(clear(difference), told(`${name}, ${says}`, difference)).toBe(true);
}

const mean = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const dayMean = (days: readonly Day[], name: string): number => mean(days.map(figure(name)));

describe('the town hall, calm, as on any other day, tense', () => {
  const TENSIONS = ['accueil-calme', 'accueil-normal', 'accueil-tendu'] as const;
  const PACES = [2.5, 3, 3.5, 4, 4.5, 5, 6, 7];
  const DAYS = 250;
  /** What one may want of a day; 1 where more is better. */
  const WANTED = new Map([
    ['costPerCustomer', -1],
    ['lived', 1],
    ['firstContactResolution', 1],
    ['abandonRate', -1],
    ['meanWait', -1],
    ['attemptsPerCustomer', -1],
  ]);

  it('is one centre: nothing but the rate of calls differs', () => {
    const bare = TENSIONS.map((id) => {
      const { name, about, source, types, ...rest } = catalogueFile(id) as Scenario;
      return { ...rest, types: types.map(({ perHour, ...type }) => type) };
    });
    expect(bare[1]).toEqual(bare[0]);
    expect(bare[2]).toEqual(bare[0]);
    for (const id of TENSIONS) {
      const { types } = known(id);
      const rates = types.map(({ perHour }) => perHour as number);
      const all = rates.reduce((sum, rate) => sum + rate, 0);
      rates
        .map((rate) => rate / all)
        .forEach((share, i) => {
          expect(share).toBeCloseTo([0.5, 0.35, 0.15][i] as number, 12);
        });
      expect(types.map(({ need }) => [need?.mean, need?.cv])).toEqual([
        [0.5, 0.5],
        [1.2, 0.8],
        [2.2, 0.9],
      ]);
    }
  });

  it.each(TENSIONS)('%s: no fixed pace is best in every respect', (id) => {
    for (const pace of PACES) {
      const beaten = PACES.flatMap((rival) => {
        const differences = compareDays(
          cells(atPace(id, rival, DAYS)),
          cells(atPace(id, pace, DAYS)),
          0.999,
        );
        return [...WANTED].flatMap(([name, sign]) => {
          const { mean = 0, halfWidth = 0 } = differences[name] ?? {};
          return sign * mean > halfWidth ? [`${name}: ${rival} min`] : [];
        });
      });
      expect(beaten, `${pace} min`).not.toEqual([]);
    }
  });

  it.each(TENSIONS)('%s: hurry answers more, care resolves more, and both cost more', (id) => {
    const [hurry, care] = [atPace(id, 2.5, DAYS), atPace(id, 7, DAYS)];
    const best = atPace(id, cheapest(id), DAYS);
    expectAbove(care, hurry, 'abandonRate', 'care - hurry');
    expectAbove(care, hurry, 'meanWait', 'care - hurry');
    expectAbove(care, hurry, 'firstContactResolution', 'care - hurry');
    for (const [says, days] of [['hurry', hurry] as const, ['care', care] as const]) {
      expectAbove(days, best, 'costPerCustomer', `${says} - best`);
      expectAbove(best, days, 'lived', `best - ${says}`);
    }
  });

  const cheapest = (id: string): number =>
    PACES.map((pace) => ({
      pace,
      cost: dayMean(atPace(id, pace, DAYS), 'costPerCustomer'),
    })).reduce((best, next) => (next.cost < best.cost ? next : best)).pace;

  it('the tenser the day, the shorter the pace that costs least', () => {
    const [calm, normal, tense] = TENSIONS.map(cheapest) as [number, number, number];
    expect(calm).toBeGreaterThan(tense);
    expect(normal).toBeLessThanOrEqual(calm);
    expect(normal).toBeGreaterThanOrEqual(tense);
    const cost = 'costPerCustomer';
    const [quiet, , busy] = TENSIONS;
    expectAbove(atPace(quiet, tense, DAYS), atPace(quiet, calm, DAYS), cost, 'on a calm day');
    expectAbove(atPace(busy, calm, DAYS), atPace(busy, tense, DAYS), cost, 'on a tense day');
  });
});

describe('the more we hurry, the more it rings', () => {
  const ID = 'plus-on-se-presse';
  const DAYS = 80;
  const two = (): readonly Day[] => atPace(ID, 2, DAYS);
  const four = (): readonly Day[] => atPace(ID, 4, DAYS);

  it('has a pace m0 below which hurrying is self-defeating, inside the range', () => {
    const { handling, policy, resolution, returns } = known(ID).arbitration;
    const curve = resolutionOf({ ...resolution, tau: resolution.tauMin });
    const { fixedMin } = handling;
    const least = leastLoad(curve, fixedMin, returns.backProbability, policy.capMin);
    expect(least.interior).toBe(true);
    // MODEL 10.1: from 2.84 min where 85 % call again to 3.22 where all do.
    expect(least.pace).toBeGreaterThan(2.84);
    expect(least.pace).toBeLessThan(3.22);
  });

  it('meets the same callers at both paces', () => {
    const firsts = (days: readonly Day[]): number[] => days.map(figure('firstAttempts'));
    expect(firsts(two())).toEqual(firsts(four()));
  });

  it('at 2 min a longer line and more calls than at 4 min, and less work resolved', () => {
    expectAbove(two(), four(), 'queueLength', '2 min - 4 min');
    expectAbove(two(), four(), 'offered', '2 min - 4 min');
    expectAbove(two(), four(), 'occupancy', '2 min - 4 min');
    expectAbove(two(), four(), 'costPerCustomer', '2 min - 4 min');
    expectAbove(four(), two(), 'firstContactResolution', '4 min - 2 min');
    // What the scenario says of itself.
    const twice = dayMean(two(), 'offered') / dayMean(four(), 'offered');
    expect(twice).toBeGreaterThan(1.8);
    expect(twice).toBeLessThan(2.2);
  });

  it('the line is longer on either side of m0', () => {
    const around = atPace(ID, 3, DAYS);
    for (const pace of [2, 5])
      expectAbove(atPace(ID, pace, DAYS), around, 'queueLength', `${pace} min - 3 min`);
  });
});

describe('keeping calm: the panic trap of MODEL 15.3', () => {
  const ID = 'sang-froid';
  const DAYS = 80;
  /** MODEL looks at 40 days, and calls congested what it does not define. */
  const THEIRS = 40;
  /** Congested here: more than this many wait on average in the last four hours. */
  const CONGESTED = 8;
  const FROM_MIN = 360;

  const panics = (fastMin: number, atWaiting: number): Policy => ({
    name: 'queueThreshold',
    slowMin: 4,
    fastMin,
    atWaiting,
  });
  const POLICIES = {
    calm: { name: 'fixed', paceMin: 4 },
    measured: panics(3.25, 3),
    running: panics(2, 3),
    startled: panics(2, 1),
  } satisfies Record<string, Policy>;

  /** Mean number waiting in the last four hours, of each day. */
  function lines(policy: Policy): number[] {
    const { intervalMin, lengthMin } = known(ID).day;
    const last = Array.from(
      { length: (lengthMin - FROM_MIN) / intervalMin },
      (_, i) => FROM_MIN / intervalMin + i,
    );
    return under(ID, policy, DAYS).map((day) =>
      mean(last.map((i) => figure('queueLength', ({ intervals }) => intervals[i]!)(day))),
    );
  }
  const congested = (policy: Policy): number =>
    lines(policy).filter((waiting) => waiting > CONGESTED).length / DAYS;

  it('is the world of the example', () => {
    const { arbitration, types, groups, day } = known(ID);
    expect(types).toMatchObject([
      {
        perHour: 1.5 * 60,
        bursts: [{ atMin: 120, calls: 80, lengthMin: 5 }],
        patience: { law: 'exponential', meanS: 300 },
      },
    ]);
    expect(groups).toMatchObject([{ staff: 10 }]);
    expect(day.lengthMin).toBe(600);
    expect(arbitration.returns).toMatchObject({
      redialProbability: 1,
      redialDelayMin: 15,
      backProbability: 1,
      backDelayMin: 15,
      nextProbability: 0,
    });
    const { handling, resolution } = arbitration;
    expect(handling).toMatchObject({
      fixedMin: 1.5,
      closingMin: 0.75,
      explainMin: 0,
      wrapUpMin: 0,
    });
    // The cause: at 2 min fewer leave content in a minute than call.
    const curve = resolutionOf({ ...resolution, tau: resolution.tauMin });
    expect(mostResolved(10, curve, 1.5, 2)).toBeCloseTo(1.35, 2);
    expect(mostResolved(10, curve, 1.5, 4)).toBeCloseTo(1.93, 2);
  });

  it('a team that keeps its pace, or hurries no further than m0, is calm again on all days', () => {
    expect(congested(POLICIES.calm)).toBe(0);
    expect(congested(POLICIES.measured)).toBe(0);
  });

  it('a team that runs is still congested on most days, one that is startled on nearly all', () => {
    const [running, startled] = [congested(POLICIES.running), congested(POLICIES.startled)];
    expect(running).toBeGreaterThan(0.7);
    expect(startled).toBeGreaterThan(0.9);
    // Three standard errors between their 40 days and ours; none of theirs was free of it.
    const error = Math.sqrt(0.88 * 0.12 * (1 / THEIRS + 1 / DAYS));
    expect(Math.abs(running - 0.88)).toBeLessThan(3 * error);
    // 40 out of 40 happens to one in a hundred where the true share is .89.
    expect(startled).toBeGreaterThan(Math.exp(Math.log(0.01) / THEIRS));
  });

  it('the lines in the last four hours, and the calls each caller needs, are those of MODEL', () => {
    const queues = Object.values(POLICIES).map((policy) => mean(lines(policy)));
    // A quarter either way for the trapped teams, whose days differ widely; .25 for the calm.
    const wanted = [0.6, 0.35, 19.4, 23.5];
    const slack = [0.25, 0.25, 19.4 / 4, 23.5 / 4];
    queues.forEach((queue, i) => {
      expect(Math.abs(queue - (wanted[i] as number)), `${queue}`).toBeLessThan(slack[i] as number);
    });
    const attempts = Object.values(POLICIES).map((policy) =>
      dayMean(under(ID, policy, DAYS), 'attemptsPerCustomer'),
    );
    [1.72, 1.67, 4.2, 4.65].forEach((times, i) => {
      expect(Math.abs((attempts[i] as number) / times - 1), `${attempts[i]}`).toBeLessThan(0.15);
    });
  });
});

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
    const { mean: off, halfWidth } = apart(days('price1'), days('price3'), 'costPerCustomer');
    expect(Math.abs(off)).toBeLessThan(halfWidth + TABLE.price1[0] - TABLE.price3[0]);
  });

  it.each([
    ['fixed', 'price3', 0.735, 0.018],
    ['threshold', 'price3', 0.183, 0.015],
    ['price3', 'needs', 0.225, 0.019],
  ] as const)('on the same callers %s costs more than %s by as much as there', (a, b, by, its) => {
    const { mean: ours, halfWidth } = apart(days(a), days(b), 'costPerCustomer');
    expect(Math.abs(ours - by), `${ours} ± ${halfWidth}`).toBeLessThan(its + halfWidth);
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
