import { describe, expect, it } from 'vitest';
import { Centre } from '../../../models/centre/centre.ts';
import { Lived } from '../../../models/folds/measures/lived.ts';
import { LivedNow } from '../../../models/folds/measures/lived-now.ts';
import { Measures } from '../../../models/folds/measures/measures.ts';
import { SUM, SUMS } from '../../../models/folds/measures/sums.ts';
import { reals } from '../../../models/kernel/rows.ts';
import { Arbitration, TypeNeed } from '../../../models/scenario/arbitration.ts';
import type { Scenario } from '../../../models/scenario/scenario.ts';
import { figuresOf } from '../../../models/study/compare.ts';
import { frameOf } from '../../../models/study/frame.ts';
import { Trials } from '../../../models/study/trial.ts';
import { type Fact, LEFT } from '../../../models/words/facts.ts';
import { factsOf, full, only } from '../../laws/worlds.ts';

/** Lived experience by third of need (MODEL 7.4), counted here again. */

/** Two types with needs of their own, callers who give up, come back, and bring a next matter. */
function arbitrated(): Scenario {
  const scenario = full();
  Object.assign(scenario.day, { warmUpMin: 0 });
  for (const [i, type] of scenario.types.entries())
    type.need = TypeNeed.parse({ stance: 'mixed', mean: 1 + i, cv: 0.9 });
  const returns = { nextProbability: 0.3, needGrowth: 0.5, backDelayMin: 10 };
  return { ...scenario, arbitration: Arbitration.parse({ returns }) };
}

const scenario = arbitrated();
const lived = frameOf(scenario).lived!;
const FOUR: readonly number[] = [0, 1, 2, 3];
const journeys = (sums: ArrayLike<number>, k: number): number => sums[SUM.byNeed + 2 * k]!;
const scores = (sums: ArrayLike<number>, k: number): number => sums[SUM.byNeed + 2 * k + 1]!;

/** The facts of each caller, in order. */
function byCaller(facts: readonly Fact[]): Fact[][] {
  const caller = new Map(only(facts, 'arrived').map((fact) => [fact.call, fact.caller]));
  const all = new Map<number, Fact[]>();
  for (const fact of facts) {
    if (!('call' in fact)) continue;
    const who = caller.get(fact.call)!;
    all.set(who, [...(all.get(who) ?? []), fact]);
  }
  return [...all.values()];
}

/** Third of the need that the first contact of a caller told of; 3 without one. */
function thirdOf(facts: readonly Fact[]): number {
  const [first] = only(facts, 'resolved');
  if (first === undefined) return 3;
  const [low, high] = lived.thirds[first.type]!;
  return first.need <= low ? 0 : first.need <= high ? 1 : 2;
}

describe('lived experience by third of need', () => {
  const facts = factsOf(scenario, 'thirds 2');
  const measures = new Measures(frameOf(scenario));
  new Centre(scenario, 'thirds 2', measures.recorder).run();
  const { day, groups, intervals, types } = measures.sums();
  const told = byCaller(facts);

  it('[E5] is the score of each caller, by the need of the first contact', () => {
    const count = [0, 0, 0, 0];
    const sum = [0, 0, 0, 0];
    for (const own of told) {
      const now = new LivedNow(lived);
      for (const fact of own) now.step(fact);
      const soFar = now.soFar()!;
      expect(soFar.callers).toBe(1);
      count[thirdOf(own)]! += 1;
      sum[thirdOf(own)]! += soFar.mean;
    }
    expect(Math.min(...count)).toBeGreaterThan(10);
    expect(FOUR.map((k) => journeys(day, k))).toEqual(count);
    for (const k of FOUR) expect(scores(day, k)).toBeCloseTo(sum[k]!, 6);
    // Who comes back unresolved needs more, and who brings a next matter has another need.
    const moved = told.filter((own) => {
      const ends = only(own, 'resolved');
      return ends.some((end) => thirdOf([end]) !== thirdOf(own));
    });
    expect(moved.length).toBeGreaterThan(10);
  });

  it('[E5] adds up to that of all, day, interval and type; groups have none', () => {
    for (const cell of [day, ...intervals, ...types]) {
      const total = (of: typeof scores): number => FOUR.reduce((sum, k) => sum + of(cell, k), 0);
      expect(total(journeys)).toBe(cell[SUM.journeys]);
      expect(total(scores)).toBeCloseTo(cell[SUM.lived]!, 6);
    }
    for (const k of FOUR) {
      const sum = types.reduce((many, cell) => many + journeys(cell, k), 0);
      expect(sum).toBe(journeys(day, k));
    }
    for (const group of groups) expect(journeys(group, 0)).toBeNaN();
  });

  it('[E5] merges over days: the mean score of a third is a ratio of sums', () => {
    const trials = new Trials(scenario, 'thirds');
    const days = Array.from({ length: 12 }, (_, r) => trials.run(r).day.slice());
    const figures = figuresOf(days);
    const names = ['livedEasy', 'livedMiddle', 'livedHard', 'livedUnmet'];
    names.forEach((name, k) => {
      const [above, below] = [scores, journeys].map((of) =>
        days.reduce((sum, one) => sum + of(one, k), 0),
      );
      expect(figures[name]!.mean).toBeCloseTo(above! / below!, 9);
      expect(figures[name]!.halfWidth).toBeGreaterThan(0);
    });
    // Thirds of needs are thirds of those met: nothing before the first contact sees the need.
    const met = [0, 1, 2].map((k) => days.reduce((sum, one) => sum + journeys(one, k), 0));
    const all = met.reduce((a, b) => a + b, 0);
    // Four standard errors of a share of a third.
    for (const many of met)
      expect(Math.abs(many / all - 1 / 3)).toBeLessThan(4 * Math.sqrt(2 / 9 / all));
  });
});

describe('the third of one caller', () => {
  const counted = (tell: (count: Lived) => void): number[] => {
    const cells = reals(SUMS);
    tell(new Lived(lived, cells));
    return FOUR.map((k) => journeys(cells, k));
  };
  const EASY = 1;
  const HARD = 50_000;
  const meet = (count: Lived, call: number, attempt: number, need: number, cell = 0): void => {
    count.answered(call, 0, 0, cell);
    count.resolved(call, 0, attempt, 0, 0, need, 0, 0, cell);
  };

  it('[E5] is that of the first contact, whatever came before and after', () => {
    const found = counted((count) => {
      count.arrived(0, -1);
      count.unserved(0, 0, 60_000, true, 0);
      count.arrived(1, 0);
      meet(count, 1, 1, EASY);
      count.arrived(2, 1);
      meet(count, 2, 2, HARD);
      count.left(2, 0, LEFT.lost, 0);
    });
    expect(found).toEqual([1, 0, 0, 0]);
  });

  it('[E5] is nobody’s where nobody was met, and not that of the caller before', () => {
    const found = counted((count) => {
      count.arrived(0, -1);
      meet(count, 0, 0, HARD);
      count.left(0, 0, LEFT.content, 0);
      // Another caller, whose journey is kept where the first one's was.
      count.arrived(1, -1);
      count.unserved(1, 0, 60_000, true, 0);
      count.left(1, 0, LEFT.lost, 0);
    });
    expect(found).toEqual([0, 0, 1, 1]);
  });

  it('[E5, M7] is known of a contact in the warm-up, and counted where the journey ends', () => {
    const found = counted((count) => {
      count.arrived(0, -1);
      meet(count, 0, 0, HARD, -1);
      count.arrived(1, 0);
      count.unserved(1, 0, 60_000, true, 0);
      count.left(1, 0, LEFT.lost, 0);
    });
    expect(found).toEqual([0, 0, 1, 0]);
  });
});
