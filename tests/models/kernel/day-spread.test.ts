import { describe, expect, it } from 'vitest';
import { SUM } from '../../../models/folds/measures/sums.ts';
import { DaySpread } from '../../../models/kernel/day-spread.ts';
import { figuresOf, Summing } from '../../../models/study/compare.ts';
import { runPacked, Trials } from '../../../models/study/trial.ts';
import { world } from '../../laws/worlds.ts';

/** How a figure varies between days (MODEL 13.1). */

const of = (values: Iterable<number>): DaySpread => {
  const spread = new DaySpread();
  for (const x of values) spread.add(x);
  return spread;
};
/** 1 to n, in an order that is not theirs: 17 divides none of the numbers used below. */
const shuffled = (n: number): number[] => Array.from({ length: n }, (_, i) => ((i * 17) % n) + 1);

describe('what lies between days', () => {
  it('[M2] is the smallest value that a tenth, and nine tenths, of the days do not exceed', () => {
    expect(of(shuffled(10)).tenths()).toEqual({ p10: 1, p90: 9 });
    expect(of(shuffled(1_000)).tenths()).toEqual({ p10: 100, p90: 900 });
    // Of eleven days a tenth is two.
    expect(of([11, ...shuffled(10)]).tenths()).toEqual({ p10: 2, p90: 10 });
    expect(of(Array.from({ length: 30 }, () => 0.25)).tenths()).toEqual({ p10: 0.25, p90: 0.25 });
  });

  it('[M2] is not told of fewer than ten days', () => {
    expect(of(shuffled(9)).tenths()).toBeNull();
    expect(of([]).tenths()).toBeNull();
  });

  it('[M2] of more days than are kept is at most 0.78 % off, whatever the size', () => {
    for (const size of [1e-3, 1, 300]) {
      const { p10, p90 } = of(shuffled(10_000).map((x) => x * size)).tenths()!;
      expect(Math.abs(p10 / (1_000 * size) - 1)).toBeLessThan(1 / 128);
      expect(Math.abs(p90 / (9_000 * size) - 1)).toBeLessThan(1 / 128);
    }
    // One day more than are kept, and the first are still among them.
    const { p10, p90 } = of(shuffled(1_001)).tenths()!;
    expect(Math.abs(p10 / 101 - 1)).toBeLessThan(1 / 128);
    expect(Math.abs(p90 / 901 - 1)).toBeLessThan(1 / 128);
  });

  it('[M2] keeps no more than a thousand days', () => {
    const kept = (days: number): number =>
      (of(shuffled(days)) as unknown as { kept: number[] }).kept.length;
    expect([kept(1_000), kept(1_001), kept(5_000)]).toEqual([1_000, 0, 0]);
  });

  it('[M2] takes figures out of all proportion as the greatest it knows', () => {
    const { p10, p90 } = of(shuffled(2_000).map((x) => x * 1e9)).tenths()!;
    expect(p90).toBeGreaterThan(4.3e6);
    expect(p10).toBe(p90);
  });
});

describe('the figures of a study', () => {
  const trials = new Trials(world({ types: [{ perHour: 2 }] }), 'between');
  const DAYS = 40;
  const days = Array.from({ length: DAYS }, (_, r) => trials.run(r).day.slice());
  const summing = new Summing(trials.frame);
  summing.add(runPacked(trials, 0, 17));
  summing.add(runPacked(trials, 17, DAYS));
  const summary = summing.summary();

  it('[M2] tell it of the whole day, and of nothing else', () => {
    const offered = days.map((day) => day[SUM.offered]!).sort((a, b) => a - b);
    expect(summary.day['offered']!.spread).toEqual({ p10: offered[3], p90: offered[35] });
    expect(offered[3]).toBeLessThan(offered[35]!);
    for (const cut of [...summary.intervals, ...summary.types, ...summary.groups])
      for (const figure of Object.values(cut)) expect(figure.spread).toBeUndefined();
    expect(figuresOf(days)).toEqual(summary.day);
  });

  it('[M2] leave out days with nothing to take a share of', () => {
    const some = days.filter((day) => day[SUM.handled]! > 0);
    expect(some.length).toBeLessThan(DAYS);
    const talks = some.map((day) => day[SUM.talkMs]! / day[SUM.handled]! / 1_000);
    talks.sort((a, b) => a - b);
    const place = (tenths: number): number => Math.ceil((tenths * some.length) / 10) - 1;
    const { spread } = summary.day['averageTalkTime']!;
    expect(spread!.p10).toBeCloseTo(talks[place(1)]!, 9);
    expect(spread!.p90).toBeCloseTo(talks[place(9)]!, 9);
  });
});
