import { describe, expect, it } from 'vitest';
import { type Advice, adviceOf, priceNow, tableIn, voicesOf } from '../../../models/doors/live.ts';
import { catalogueScenario, type Scenario } from '../../../models/doors/scenario.ts';

const scenario = catalogueScenario('dix-conseillers') as Scenario;
const advice = adviceOf(scenario) as Advice;
const talk = { agent: 0, type: 0, interval: 3 };
const minutes = (min: number): number => min * 60_000;

describe('the advice of a scenario', () => {
  it('is none in a classical centre', () =>
    expect(adviceOf(catalogueScenario('petit-classique') as Scenario)).toBeNull());

  it('tells the floor and the prices of each staff level, and nothing of the callers', () => {
    // s0 = tau = 1.5, r_max = .95, p_back = .85: MODEL 10.1.
    expect((advice.floorMs ?? 0) / 60_000).toBeCloseTo(2.84, 2);
    expect(advice.tables.map(({ agents }) => agents)).toEqual([10]);
    expect(new Set(advice.tableOfInterval)).toEqual(new Set([0]));
    const text = JSON.stringify(advice);
    expect(text).not.toContain('perHour');
    expect(text.length).toBeLessThan(10_000);
  });

  it('tells who calls again, and that there is no floor where too few do', () => {
    // MODEL 10.1: above 1 / (1 + s0 r_max / tau) = .513, s0 = tau = 1.5, r_max = .95.
    expect(advice.again).toEqual({ share: 0.85, least: 0.5128 });
    const { arbitration } = scenario;
    const of = (backProbability: number): Advice => {
      const returns = { ...arbitration!.returns, backProbability };
      return adviceOf({ ...scenario, arbitration: { ...arbitration!, returns } }) as Advice;
    };
    expect(of(0.52).floorMs).not.toBeNull();
    expect(of(0.5)).toMatchObject({ floorMs: null, again: { share: 0.5, least: 0.5128 } });
  });

  it('has prices that rise with the crowd, from nothing to about one lost service', () => {
    expect(priceNow(advice, 1, 0)).toBeLessThan(1e-3);
    let before = 0;
    for (let inside = 1; inside <= 18; inside++) {
      const price = priceNow(advice, inside, 0);
      expect(price).toBeGreaterThanOrEqual(before);
      before = price;
    }
    expect(before).toBeGreaterThan(2);
    expect(priceNow(advice, 10_000, 99)).toBeGreaterThan(2);
  });
});

describe('the two voices', () => {
  it('cross: care weakens as the talk goes on, hurry grows with the line', () => {
    const at = (min: number, inside: number) =>
      voicesOf(advice, { ...talk, talkedMs: minutes(min), inside });
    expect(at(1.5, 12).care).toBeGreaterThan(at(3, 12).care);
    expect(at(3, 12).care).toBeGreaterThan(at(7, 12).care);
    expect(at(3, 16).hurry).toBeGreaterThan(at(3, 11).hurry);
    expect(at(1.5, 8).care).toBeGreaterThan(at(1.5, 8).hurry);
    expect(at(7, 15).hurry).toBeGreaterThan(at(7, 15).care);
  });

  it('[P5] weigh by the values of the types: the others by their mean, the caller by their own', () => {
    const [one] = scenario.types;
    if (one === undefined) throw new Error('a type is needed');
    const valued = (...values: number[]): Advice => {
      const types = values.map((value, i) => ({
        ...one,
        id: `t${i}`,
        perHour: 40,
        need: { ...one.need, mean: 1, value },
      }));
      return adviceOf({ ...scenario, types } as Scenario) as Advice;
    };
    const at = (of: Advice, type: number) =>
      voicesOf(of, { agent: 0, interval: 3, inside: 13, talkedMs: minutes(3), type });
    const [plain, dear] = [valued(1, 1), valued(2, 4)];
    expect(at(dear, 0).hurry / at(plain, 0).hurry).toBeCloseTo(3, 3);
    expect(at(dear, 0).care / at(plain, 0).care).toBeCloseTo(2, 3);
    expect(at(dear, 1).care / at(plain, 1).care).toBeCloseTo(4, 3);
    // Minutes and callers are what they are; where nobody counts, all count alike.
    expect(at(dear, 0).waitedMin).toBeCloseTo(at(plain, 0).waitedMin, 3);
    expect(valued(0, 0)).toEqual({ ...plain, values: [0, 0] });
  });

  it('are worth what they say: V times the share that the next minute resolves', () => {
    const { care, later, resolvedNow, resolves } = voicesOf(advice, {
      ...talk,
      talkedMs: minutes(2.25),
      inside: 11,
    });
    // 1.5 min of work at tau 1.5, then one minute more.
    expect(resolvedNow).toBeCloseTo(0.95 * (1 - Math.exp(-1)), 12);
    expect(resolves).toBeCloseTo(0.95 * (Math.exp(-1) - Math.exp(-2.5 / 1.5)), 12);
    expect(care).toBeCloseTo(tableIn(advice, 3).value * resolves, 12);
    // What is brought is a share of what would come back.
    expect(later).toBe(tableIn(advice, 3).value);
  });

  it('say when one is below the floor', () => {
    const at = (min: number) => voicesOf(advice, { ...talk, talkedMs: minutes(min), inside: 15 });
    expect(at(1).belowFloor).toBe(true);
    expect(at(2.2).belowFloor).toBe(false);
  });

  it('count the minutes of others, and the callers who will give up', () => {
    const { hurry, lost, waitedMin } = voicesOf(advice, { ...talk, talkedMs: 0, inside: 14 });
    expect(waitedMin).toBeGreaterThan(0.2);
    // Patience is exponential, 4 min: so many minutes more, so many callers fewer.
    expect(lost).toBeCloseTo(waitedMin / 4, 3);
    expect(hurry).toBeGreaterThan(waitedMin);
  });
});
