import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../../models/doors/scenario.ts';
import {
  figuresOf,
  playStaffing,
  STAFFING_ASK,
  staffingOf,
  unanswerable,
} from '../../../../models/doors/study.ts';
import { SUMS } from '../../../../models/folds/measures/sums.ts';
import {
  agentsFor,
  erlangCFor,
  ruled,
  valueIn,
} from '../../../../models/study/staffing/erlang-rule.ts';
import { probabilityOf } from '../../../../models/study/staffing/probability.ts';
import { marginOf } from '../../../../models/study/staffing/question.ts';
import {
  judgedOn,
  Seeing,
  type Seen,
  type Staffing,
  type Trial,
  trialOf,
} from '../../../../models/study/staffing/seen.ts';
import { metOn } from '../../../../models/study/staffing/standing.ts';
import { loadsOf } from '../../../../models/study/staffing/traffic.ts';
import { withShrinkage } from '../../../../models/study/theory/erlang.ts';
import { runPacked, Trials } from '../../../../models/study/trial.ts';
import { agentsIn, answered, centre, inline } from './centre.ts';

const { target } = STAFFING_ASK;

describe('Erlang’s requirement, interval by interval', () => {
  const load = (calls: number, minutes: number) => ({
    rate: calls / (minutes * 60),
    handlingS: 180,
    patienceS: Number.POSITIVE_INFINITY,
    lengthS: minutes * 60,
  });

  it('is the published one: 100 calls per 30 min of 180 s need 14 agents, for 13 reach .7956', () => {
    expect(agentsFor(load(100, 30), target)).toBe(14);
    expect(valueIn(load(100, 30), 13, target)).toBeCloseTo(0.7956, 4);
    expect(valueIn(load(100, 30), 14, target)).toBeCloseTo(0.88835, 5);
  });

  it('and 25 per 10 min need 11, which are 16 positions where 30 % of paid time is missing', () => {
    expect(agentsFor(load(25, 10), target)).toBe(11);
    expect(withShrinkage(11, 0.3)).toBe(16);
  });

  it('counts on callers who give up where there are any, and Erlang C never does', () => {
    const impatient = { ...load(100, 30), patienceS: 300 };
    expect(valueIn(impatient, 14, target)).toBeCloseTo(0.916792, 5);
    expect(agentsFor(impatient, target)).toBeLessThan(14);
    expect(erlangCFor(impatient, target)).toBe(14);
    expect(agentsFor(impatient, { kind: 'abandonment', most: 0.014 })).toBe(14);
    expect(agentsFor(load(100, 30), { kind: 'asa', mostS: 8 })).toBe(14);
  });

  it('asks for one agent where calls take no time, by every rule', async () => {
    const scenario = centre({
      day: { lengthMin: 60, intervalMin: 30 },
      type: { perHour: [40, 40], handling: { law: 'deterministic', valueS: 0 } },
    });
    const loads = loadsOf(scenario, null);
    for (const rule of ['sipp', 'lagged', 'mol'] as const)
      expect(ruled(loads, rule).map((one) => agentsFor(one, target))).toEqual([1, 1]);
    expect(agentsIn(await answered(scenario, { days: 40 }))).toEqual([1, 1]);
  });

  it('of the mean number busy lags behind the calls, and none is asked for where nobody calls', () => {
    const scenario = centre({
      day: { lengthMin: 120, intervalMin: 30 },
      type: { perHour: [0, 100, 100, 20], handling: { law: 'exponential', meanS: 900 } },
    });
    const loads = loadsOf(scenario, null);
    const [sipp, mol] = (['sipp', 'mol'] as const).map((rule) =>
      ruled(loads, rule).map((one) => agentsFor(one, target)),
    );
    expect(sipp?.[0]).toBe(0);
    expect(mol?.[1]).toBeLessThan(sipp?.[1] as number);
    expect(mol?.[3]).toBeGreaterThan(sipp?.[3] as number);
  });
});

describe('the margin of a target', () => {
  it('is met by exactly the share that is asked for', () => {
    const sums = new Float64Array(SUMS);
    sums[6] = 15;
    sums[7] = 12;
    expect(Math.abs(marginOf(target)(sums))).toBeLessThan(1e-9);
  });
});

describe('a probability', () => {
  it('has an interval that holds its value, and some width even where all days were alike', () => {
    expect(probabilityOf(85, 100, 0.05)).toMatchObject({ share: 0.85, n: 100 });
    const { high, low } = probabilityOf(85, 100, 0.05);
    // Wilson 1927 for 85 of 100.
    expect([low, high].map((x) => x.toFixed(4))).toEqual(['0.7672', '0.9069']);
    expect(probabilityOf(100, 100, 0.05).low).toBeLessThan(0.97);
  });
});

describe('the requirement by simulation', () => {
  it('of a long stationary day is Erlang’s, and its service level is within its interval', async () => {
    const scenario = centre({ day: { lengthMin: 2_000, intervalMin: 2_000, warmUpMin: 60 } });
    const answer = await answered(scenario, { by: 'month', days: 40, on: 0.9 });
    expect(agentsIn(answer)).toEqual([14]);
    const [only] = answer.intervals;
    expect([only?.erlangC, only?.rules.sipp]).toEqual([14, 14]);
    const level = figuresOf(answer.rows)['serviceLevelF3'];
    expect(level?.halfWidth).toBeLessThan(0.01);
    const off = Math.abs((level?.mean ?? Number.NaN) - 0.88835);
    expect(off).toBeLessThanOrEqual(level?.halfWidth ?? 0);
  });

  it('tells how often it holds with an agent less and with one more, on the same callers', async () => {
    const answer = await answered(centre({}), { days: 300 });
    const [need] = answer.intervals;
    const [group] = need?.groups ?? [];
    expect(group?.agents).toBe(14);
    expect(group?.fewer?.own.share).toBeLessThan(0.8);
    expect(need?.own.high).toBeGreaterThanOrEqual(0.8);
    expect(group?.more?.own.share).toBeGreaterThan(need?.own.share as number);
    expect(answer.whole).toEqual(need?.own);
  });

  it('says so where no staffing that is allowed is enough', async () => {
    const answer = await answered(centre({}), { days: 60, most: 9 });
    expect(answer.holds).toBe(false);
    expect(agentsIn(answer)).toEqual([9]);
  });

  it('counts absences once: in the positions, or in the days', async () => {
    const answer = await answered(centre({}), { days: 100, shrinkage: 0.3 });
    expect(answer.intervals[0]?.groups[0]).toMatchObject({ agents: 14, positions: 20 });
    const absent = centre({ group: { shrinkage: 0.3 } });
    expect(unanswerable(absent, { ...STAFFING_ASK, shrinkage: 0.3 })).toMatchObject({
      path: 'groups.front.shrinkage',
    });
    expect(agentsIn(await answered(absent, { days: 100 }))[0]).toBeGreaterThan(14);
  });

  it('is the same whoever asks, and ends where it is told to', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => answered(centre({}), { days: 50 })));
    expect(a).toEqual(b);
    const stopped = playStaffing(staffingOf(centre({}), STAFFING_ASK), inline());
    stopped.abort();
    expect(await stopped.ended).toBe('aborted');
  });
});

const day = (perHour: readonly number[], more: object = {}) =>
  centre({
    day: { lengthMin: perHour.length * 30, intervalMin: 30 },
    type: { perHour, handling: { law: 'exponential', meanS: 240 }, ...more },
    more: { arrivals: { busynessCv: 0.1 } },
  });

const rates = fc.array(fc.integer({ min: 10, max: 90 }), { minLength: 2, maxLength: 4 });

describe('a requirement over several intervals', () => {
  it('is never smaller in all when all intervals must hold at once', async () => {
    await fc.assert(
      fc.asyncProperty(rates, async (perHour) => {
        const [apart, joint] = await Promise.all(
          [false, true].map((both) => answered(day(perHour), { days: 120, joint: both })),
        );
        expect(joint?.agentHours).toBeGreaterThanOrEqual(apart?.agentHours as number);
        expect(joint?.jointly.high).toBeGreaterThanOrEqual(0.8);
      }),
      { numRuns: 3, seed: 3 },
    );
  });

  it('[M10] holds, and no single agent can be taken away', async () => {
    const scenario = day([30, 80, 50], {
      patience: { law: 'exponential', meanS: 200 },
      redial: { probability: 0.5 },
    });
    const ask = { ...STAFFING_ASK, days: 150, joint: true };
    const { staffing } = await answered(scenario, ask);
    expect(heldOn(scenario, staffing, ask.days)).toBeGreaterThanOrEqual(0.8 * ask.days);
    staffing[0]?.forEach((_, i) => {
      const fewer = [(staffing[0] as number[]).map((n, k) => (k === i ? n - 1 : n))];
      expect(heldOn(scenario, fewer, ask.days)).toBeLessThan(0.8 * ask.days);
    });
  });

  it('[M10] is judged on days that had no part in choosing it', async () => {
    const scenario = day([30, 80, 50]);
    const answer = await answered(scenario, { days: 60 });
    const ask = { ...STAFFING_ASK, days: 60 };
    const [chose, judged] = [trialOf, judgedOn].map((days) =>
      seenOf(days(scenario, answer.staffing, ask, ask.days, true)),
    );
    expect(answer.rows).toEqual(judged?.rows);
    expect(answer.rows).not.toEqual(chose?.rows);
    expect(answer.intervals.map(({ own }) => own.share)).toEqual(
      judged?.margins.slice(0, -1).map((column) => metOn(column) / ask.days),
    );
  });

  // Shift ends are left out: who stays may then have the longer call in hand.
  it('[M11] of patient callers of one type: an agent more all day never takes a day away', () => {
    fc.assert(
      fc.property(rates, fc.integer({ min: 1, max: 8 }), (perHour, staff) => {
        const [few, many] = [staff, staff + 1].map((n) =>
          marginsOf(day(perHour), [perHour.map(() => n)], 40),
        );
        few?.forEach((column, i) => {
          column.forEach((margin, d) => {
            expect(many?.[i]?.[d]).toBeGreaterThanOrEqual(margin - 1e-9);
          });
        });
      }),
      { numRuns: 10, seed: 5 },
    );
  });
});

function seenOf(trial: Trial): Seen {
  const { from, scenario, seed, to } = trial.study;
  const seeing = new Seeing(trial);
  seeing.add(runPacked(new Trials(scenario, seed), from, to));
  return seeing.seen();
}

const marginsOf = (scenario: Scenario, staffing: Staffing, days: number) =>
  seenOf(trialOf(scenario, staffing, { ...STAFFING_ASK, days })).margins;

/** Days on which every interval meets its target. */
function heldOn(scenario: Scenario, staffing: Staffing, days: number): number {
  const margins = marginsOf(scenario, staffing, days).slice(0, -1);
  return Array.from({ length: days }, (_, d) => d).filter((d) =>
    margins.every((column) => (column[d] ?? 0) >= -1e-9),
  ).length;
}
