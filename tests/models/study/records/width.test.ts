import { describe, expect, it } from 'vitest';
import {
  intervalLengths,
  type Reading,
  recordedDay,
  usualIntervalMin,
} from '../../../../models/doors/records.ts';
import { isProblem } from '../../../../models/doors/scenario.ts';

/** How long the intervals of a table are: its own, or several of them together. */

function table(widthMin: number): Reading {
  const intervals = Array.from({ length: 120 / widthMin }, (_, i) => ({
    ...{ day: '2025-03-10', atS: 9 * 3_600 + 60 * widthMin * i, type: '', offered: widthMin },
    ...{ answered: widthMin - 1, abandoned: 1, level: Number.NaN, speedS: 20, handlingS: 180 },
    staffed: 4,
  }));
  const days = new Map([['2025-03-10', 120]]);
  return { kind: 'intervals', intervals, days } as unknown as Reading;
}

describe('the intervals of a table', () => {
  it.each([
    [15, [15, 30, 60], 15],
    [30, [30, 60], 30],
    [60, [60], 60],
    [6, [6, 30, 60], 30],
    [5, [5, 15, 30, 60], 15],
  ])('of %d min may be put together, never cut', (widthMin, lengths, usual) => {
    expect(intervalLengths(table(widthMin))).toEqual(lengths);
    expect(usualIntervalMin(table(widthMin))).toBe(usual);
  });

  it('of calls are of any length, 30 min as a rule', () => {
    const calls = { kind: 'calls' } as Reading;
    expect([intervalLengths(calls), usualIntervalMin(calls)]).toEqual([[15, 30, 60], 30]);
  });

  it('put together hold the same calls and the same staff', () => {
    const day = (intervalMin?: number) => {
      const made = recordedDay(table(15), { source: 'table', intervalMin });
      if (isProblem(made)) throw new Error(made.says.en);
      const { day, groups, types } = made.scenario;
      return [day.intervalMin, day.lengthMin, types[0]?.perHour, groups[0]?.staff];
    };
    expect(day()).toEqual([15, 120, new Array(8).fill(60), new Array(8).fill(4)]);
    expect(day(30)).toEqual([30, 120, new Array(4).fill(60), new Array(4).fill(4)]);
    expect(day(10)).toEqual(day());
  });
});
