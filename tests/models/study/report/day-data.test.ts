import { describe, expect, it } from 'vitest';
import { beginnings } from '../../../../models/study/report/day-data.ts';
import { world } from '../../../laws/worlds.ts';

const keys = (opensAt: string, lengthMin: number, intervalMin: number): string[] => {
  const scenario = world({ day: { opensAt, lengthMin, intervalMin } });
  return beginnings(scenario, Math.ceil(lengthMin / intervalMin) + 1);
};

describe('the intervals of a report', () => {
  it('are called by when they begin, the last by closing', () => {
    expect(keys('08:30', 75, 30)).toEqual(['08:30', '09:00', '09:30', '09:45']);
  });

  it('have one key each when a day is longer than 24 hours', () => {
    const found = keys('09:00', 3 * 1_440, 60);
    expect(new Set(found).size).toBe(found.length);
    expect(found[0]).toBe('09:00');
    expect(found[24]).toBe('+1 09:00');
    expect(found[15]).toBe('+1 00:00');
    expect(found.at(-1)).toBe('+3 09:00');
  });

  it('have one key each where they begin between two minutes', () => {
    const found = keys('09:00', 60.3, 1.5);
    expect(new Set(found).size).toBe(found.length);
    expect(found[1]).toBe('09:01:30');
  });
});
