import { describe, expect, it } from 'vitest';
import { readScenario, type Scenario, type ScenarioFile } from '../../../models/doors/scenario.ts';
import {
  chunksOf,
  compareDays,
  costOf,
  daysIn,
  designStudy,
  frameOf,
  MEASURES,
  Measures,
  packDays,
  replicationSeed,
  runPacked,
  SUM,
  Summing,
  Trials,
  unpack,
} from '../../../models/doors/study.ts';
import { bare } from '../../support/bare.ts';
import { rich } from '../centre/centres.ts';

const ready = (file: ScenarioFile): Scenario => {
  const reading = readScenario(file);
  if (!reading.ok) throw new Error(reading.problems[0]?.says.en);
  return reading.scenario;
};

const study = (scenario: Scenario, replications: number, seed = 's') => {
  const trials = new Trials(scenario, seed);
  const summing = new Summing(trials.frame);
  const packed = runPacked(trials, 0, replications);
  summing.add(packed);
  return { trials, summing, packed, days: daysIn(packed, trials.frame) };
};

describe('replications', () => {
  it('each has its own seed, and is the same whatever ran before it', () => {
    expect(replicationSeed('s', 3)).toBe('s/3');
    const scenario = ready(rich());
    const used = new Trials(scenario, 's');
    for (let r = 0; r < 5; r++) used.run(r);
    const again = used.run(2);
    const alone = new Trials(scenario, 's').run(2);
    expect(again).toEqual(alone);
    expect(used.run(3).day).not.toEqual(alone.day);
  });

  it('pack and unpack without loss, cell by cell', () => {
    const scenario = ready(rich());
    const trials = new Trials(scenario, 's');
    const [first, second] = [trials.run(0), trials.run(1)];
    const cells = [...unpack(packDays([first, second], trials.frame), trials.frame)];
    expect(cells).toHaveLength(2);
    const flat = [second.day, ...second.intervals, ...second.types, ...second.groups];
    expect(cells[1]).toEqual(flat);
    expect(flat).toHaveLength(1 + 5 + 2 + 2);
  });

  it('chunks cover what is left once, in order, at the size asked for', () => {
    const scenario = ready(bare());
    const left = (to: number, from: number, chunkDays: number): object[] =>
      chunksOf({ scenario, seed: 's', from, to, chunkDays }).map(({ from, to }) => ({ from, to }));
    expect(left(10, 3, 3)).toEqual([
      { from: 3, to: 6 },
      { from: 6, to: 9 },
      { from: 9, to: 10 },
    ]);
    expect(left(10, 10, 3)).toEqual([]);
    expect(left(3, 0, 1)).toHaveLength(3);
    expect(left(2_500, 0, 1_000)).toHaveLength(3);
  });

  it('are cut by what the days cost, the same wherever; an empty day is not cut for ever', () => {
    const busy = ready({ ...bare(), types: [{ ...bare().types[0]!, perHour: 60_000 }] });
    expect(designStudy(busy, 's', 3)).toMatchObject({ from: 0, to: 3, chunkDays: 1 });
    const calm = designStudy(
      ready({ ...bare(), types: [{ ...bare().types[0]!, perHour: 0 }] }),
      's',
      3,
    );
    expect(calm.chunkDays).toBeGreaterThan(50);
    expect(calm.chunkDays).toBeLessThanOrEqual(1_000);
    // What is left of a study has the chunks that it had.
    const study = { ...calm, chunkDays: 2, to: 9, from: 2 };
    expect(chunksOf(study, 2)).toEqual(chunksOf(study).slice(2));
    expect(costOf(study, 2)).toMatchObject({ days: 3, chunks: 2 });
    expect(costOf(study, 4)).toEqual({ days: 0, chunks: 0, events: 0 });
  });
});

describe('figures over replications', () => {
  it('do not depend on how the days were cut into chunks', () => {
    const { trials, summing } = study(ready(rich()), 12);
    for (const cut of [1, 5, 7]) {
      const other = new Summing(trials.frame);
      for (let from = 0; from < 12; from += cut)
        other.add(runPacked(trials, from, Math.min(12, from + cut)));
      expect(other.summary()).toEqual(summing.summary());
    }
  });

  it('[M2] a share is a ratio of sums, not a mean of shares', () => {
    const frame = frameOf(ready(bare()));
    const day = (offered: number, answered: number, inTarget: number) => {
      const sums = new Measures(frame).sums();
      sums.day.set([offered], SUM.offered);
      sums.day.set([answered], SUM.answered);
      sums.day.set([inTarget], SUM.answeredInTarget);
      return sums;
    };
    const summing = new Summing(frame);
    summing.add(packDays([day(10, 10, 10), day(90, 90, 18)], frame));
    const { serviceLevelF3, offered } = summing.summary().day;
    // 28 of 100; the mean of 100 % and 20 % would be 60 %.
    expect(serviceLevelF3?.mean).toBeCloseTo(0.28, 12);
    expect(offered).toMatchObject({ mean: 50, n: 2 });
    // Student with one degree of freedom: 12.7062 times |10 - 90| / 2.
    expect(offered?.halfWidth).toBeCloseTo(12.7062047 * 40, 3);
  });

  it('claim nothing after one day, nor where there is nothing to divide by', () => {
    const { day, groups } = study(ready(bare()), 1).summing.summary();
    expect(day['offered']).toMatchObject({ halfWidth: null, n: 1 });
    expect(day['blockedRate']?.mean).toBe(0);
    expect(groups[0]?.['offered']).toEqual({ mean: null, halfWidth: null, n: 0 });
    const empty = study(ready({ ...bare(), types: [{ ...bare().types[0]!, perHour: 0 }] }), 3);
    expect(empty.summing.summary().day['serviceLevelF3']).toMatchObject({
      mean: null,
      halfWidth: null,
    });
  });

  it('name every measure for the day, each interval and after, each type, each group', () => {
    const summary = study(ready(rich()), 2).summing.summary(0.9);
    const names = MEASURES.map(({ name }) => name).sort();
    expect(summary).toMatchObject({ level: 0.9, replications: 2 });
    expect([summary.intervals.length, summary.types.length, summary.groups.length]).toEqual([
      5, 2, 2,
    ]);
    for (const cut of [summary.day, ...summary.intervals, ...summary.types, ...summary.groups])
      expect(Object.keys(cut).sort()).toEqual(names);
  });

  it('[M8] first attempts and repeats add up to the total volume, in every cut that has them', () => {
    const { day, intervals, types } = study(ready(rich()), 20).summing.summary();
    for (const cut of [day, ...intervals, ...types]) {
      const mean = (name: string): number => cut[name]?.mean ?? Number.NaN;
      expect(mean('firstAttempts') + mean('repeatAttempts')).toBeCloseTo(mean('offered'), 9);
    }
    expect(day['repeatAttempts']?.mean).toBeGreaterThan(1);
    const overIntervals = intervals.reduce((sum, cut) => sum + (cut['offered']?.mean ?? 0), 0);
    expect(overIntervals).toBeCloseTo(day['offered']?.mean ?? -1, 9);
  });

  it('the interval narrows as days are added, about as their square root', () => {
    const width = (n: number): number =>
      study(ready(bare()), n, 'narrow').summing.summary().day['serviceLevelF3']?.halfWidth ??
      Infinity;
    const ratio = width(40) / width(640);
    expect(ratio).toBeGreaterThan(2.5);
    expect(ratio).toBeLessThan(6.5);
  });
});

describe('two scenarios under the same callers', () => {
  const one = ready(bare());
  const more = ready({ ...bare(), groups: [{ ...bare().groups[0]!, staff: 4 }] });

  it('the difference of a mean is the mean of the daily differences', () => {
    const [a, b] = [study(one, 30).days, study(more, 30).days];
    const difference = compareDays(a, b);
    // The same callers came: volume differs by nothing at all.
    expect(difference['firstAttempts']).toMatchObject({ mean: 0, halfWidth: 0, n: 30 });
    expect(difference['averageSpeedOfAnswer']?.mean).toBeGreaterThan(0);
  });

  it('the difference of a ratio is that of the ratios of sums, with a narrower interval', () => {
    const [a, b] = [study(one, 200), study(more, 200)];
    const { serviceLevelF3: apart } = compareDays(a.days, b.days);
    const left = a.summing.summary().day['serviceLevelF3'];
    const right = b.summing.summary().day['serviceLevelF3'];
    expect(apart?.mean).toBeCloseTo((left?.mean ?? 0) - (right?.mean ?? 0), 10);
    const independent = Math.sqrt((left?.halfWidth ?? 0) ** 2 + (right?.halfWidth ?? 0) ** 2);
    expect(apart?.halfWidth).toBeLessThan(0.9 * independent);
    expect(apart?.gain).toBeGreaterThan(1.2);
  });

  it('a scenario against itself differs by nothing', () => {
    const { days } = study(one, 10);
    for (const { mean, halfWidth } of Object.values(compareDays(days, days))) {
      expect(Math.abs(mean || 0)).toBeLessThan(1e-12);
      if (Number.isFinite(halfWidth)) expect(halfWidth).toBeLessThan(1e-9);
    }
  });
});
