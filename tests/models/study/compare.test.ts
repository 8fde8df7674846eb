import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../../models/folds/measures/figures.ts';
import { SUM, SUMS } from '../../../models/folds/measures/sums.ts';
import { figuresOf } from '../../../models/study/compare.ts';
import { differences } from '../../../models/study/replicate.ts';
import { Numbers, UNITS } from '../../../models/study/report/numbers.ts';

/** A day of so many calls, of which so many were answered within target. */
function day(offered: number, inTarget: number, answered = offered): Float64Array {
  const sums = new Float64Array(SUMS);
  sums[SUM.offered] = offered;
  sums[SUM.answered] = answered;
  sums[SUM.answeredInTarget] = inTarget;
  if (answered === 0) sums.fill(Number.NaN, SUM.p50Ms, SUM.p99Ms + 1);
  return sums;
}

const shown = (days: readonly Float64Array[], name: string): string =>
  new Numbers('en')
    .figure(figuresOf(days)[name] ?? { mean: null, halfWidth: null, n: 0 }, UNITS.get(name))
    .join(' ')
    .trimEnd();

describe('an interval has ground', () => {
  it('two calls on two days are 100 %, and nothing is said of other days', () => {
    const days = [day(1, 1), day(1, 1)];
    expect(figuresOf(days)['serviceLevelF3']).toMatchObject({ mean: 1, halfWidth: null });
    expect(shown(days, 'serviceLevelF3')).toBe('100.0 %');
  });

  it('no figure of days that are all alike has one, nor has a difference', () => {
    const days = [day(4, 3), day(4, 3), day(4, 3)];
    const less = differences(days, [day(5, 3), day(5, 3), day(5, 3)], 0.95);
    for (const { name } of MEASURES) {
      expect(figuresOf(days)[name]?.halfWidth, name).toBeNull();
      expect(less[name]?.halfWidth, name).toBeNull();
    }
  });

  it('a share is not said to lie between -100 % and 200 %', () => {
    const days = [day(1, 1), day(2, 1)];
    expect(figuresOf(days)['serviceLevelF3']).toMatchObject({ halfWidth: null });
    expect(shown(days, 'serviceLevelF3')).toBe('66.7 %');
  });

  it('what is too small to be shown is not nothing', () => {
    const days = Array.from({ length: 50 }, (_, d) => day(100_000, d % 2 === 0 ? 99_999 : 99_998));
    expect(shown(days, 'serviceLevelF3')).toBe('100.0 % ± <0.1');
  });

  it('the longest wait and the percentiles are means over the same days', () => {
    const busy = day(10, 5);
    busy.fill(60_000, SUM.p50Ms, SUM.p99Ms + 1);
    busy[SUM.longestAnsweredMs] = 60_000;
    const figures = figuresOf([busy, day(0, 0)]);
    expect(figures['waitP99']?.mean).toBe(60);
    expect(figures['longestWaitAnswered']?.mean).toBe(60);
  });
});
