import { describe, expect, it } from 'vitest';
import { meanFactor } from '../../models/scenario/by-interval.ts';
import { readScenario } from '../../models/scenario/read.ts';
import type { Scenario } from '../../models/scenario/scenario.ts';
import { loadsOf } from '../../models/study/staffing/traffic.ts';
import { factsOf, full, hashOf, only, world } from './worlds.ts';

/** The interval in which each call arrives, by its number. */
const intervals = (scenario: Scenario, seed: string): number[] =>
  only(factsOf(scenario, seed), 'arrived').map(({ at }) =>
    Math.floor(at / 60_000 / scenario.day.intervalMin),
  );

const FIELDS = ['handlingFactor', 'wrapUpFactor', 'patienceFactor'] as const;
const ONES = [1, 1, 1, 1, 1, 1, 1, 1];

const but = (scenario: Scenario, change: (copy: Scenario) => void): Scenario => {
  const copy = structuredClone(scenario);
  change(copy);
  return copy;
};

describe('laws by the interval of arrival', () => {
  it.each(FIELDS)('[A10, M9] %s of 1 in each interval is the same day to the last bit', (field) => {
    const same = but(full(), ({ types }) => types.forEach((type) => (type[field] = ONES)));
    for (const seed of ['1', 'deux']) expect(hashOf(same, seed)).toBe(hashOf(full(), seed));
  });

  it.each(FIELDS)('[A10] %s changes nothing before the first call it is about', (field) => {
    const late = but(full(), ({ types }) =>
      types.forEach((type) => (type[field] = [...ONES.slice(1), 2])),
    );
    const untilMs = 210 * 60_000;
    const until = (scenario: Scenario) => factsOf(scenario, '1').filter(({ at }) => at < untilMs);
    expect(until(late)).toEqual(until(full()));
    expect(hashOf(late, '1')).not.toBe(hashOf(full(), '1'));
  });

  it('[A10, M3] handling is as long as the interval in which the call arrives says', () => {
    const scenario = world({
      day: { lengthMin: 480, intervalMin: 240 },
      types: [
        {
          perHour: 12,
          handling: { law: 'deterministic', valueS: 60 },
          handlingFactor: [1, 2],
          wrapUp: { law: 'deterministic', valueS: 10 },
          wrapUpFactor: [3, 1],
        },
      ],
      groups: [{ staff: 30 }],
    });
    const of = intervals(scenario, 'k');
    const facts = factsOf(scenario, 'k');
    const talks = only(facts, 'concluded');
    expect(talks.length).toBeGreaterThan(60);
    for (const { call, talkMs } of talks) expect(talkMs).toBe(of[call] === 0 ? 60_000 : 120_000);
    for (const { call, wrapMs } of only(facts, 'wrapped'))
      expect(wrapMs).toBe(of[call] === 0 ? 30_000 : 10_000);
    expect(new Set(of)).toEqual(new Set([0, 1]));
    // The formulas beside it see the same: Erlang's load of each interval.
    const loads = loadsOf(scenario, null).map(({ handlingS }) => handlingS);
    expect(loads).toEqual([90, 130]);
  });

  it('[A8, A10] a caller whose law is twice as long is the same caller, twice as patient', () => {
    const nobody = world({
      day: { lengthMin: 120, intervalMin: 60, closing: 'serve' },
      types: [
        { perHour: 60, patience: { law: 'weibull', meanS: 100, shape: 0.8 }, redial: {} },
        { perHour: 0 },
      ],
      groups: [{ staff: 1, skills: [{ type: 't1' }] }, { staff: [0, 0] }],
    });
    const patient = but(nobody, ({ types }) => {
      if (types[0]) types[0].patienceFactor = [1, 2];
    });
    const waits = (scenario: Scenario): Map<number, number> =>
      new Map(only(factsOf(scenario, 'p'), 'abandoned').map(({ call, waitMs }) => [call, waitMs]));
    const [was, is] = [waits(nobody), waits(patient)];
    const of = intervals(nobody, 'p');
    expect(intervals(patient, 'p')).toEqual(of);
    expect(is.size).toBe(was.size);
    expect(of.filter((i) => i === 1).length).toBeGreaterThan(30);
    for (const [call, wait] of was) {
      const times = of[call] === 0 ? 1 : 2;
      expect(Math.abs((is.get(call) as number) - times * wait)).toBeLessThanOrEqual(1);
    }
  });

  it('[P5] counts the hours of a factor by their calls', () => {
    const scenario = world({
      day: { lengthMin: 120, intervalMin: 60 },
      types: [{ perHour: [30, 10], patienceFactor: [1, 2] }],
    });
    expect(meanFactor(scenario, 0, [1, 2])).toBeCloseTo(1.25, 6);
  });

  it('says what is wrong with a list that does not fit the day', () => {
    const file = { ...full(), types: [{ ...full().types[0], handlingFactor: [1, 2, 3] }] };
    const reading = readScenario(file);
    expect(reading.ok).toBe(false);
    const told = reading.ok ? [] : reading.problems.map(({ path, says }) => [path, says.en]);
    expect(told).toContainEqual([
      'types.0.handlingFactor',
      'This list has 3 values, the day has 8 intervals: give one value for each, or a single number.',
    ]);
  });
});
