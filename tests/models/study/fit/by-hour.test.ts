import { describe, expect, it } from 'vitest';
import { hourFactors, hoursNote } from '../../../../models/study/fit/by-hour.ts';
import { fitHandling, type HourHandling } from '../../../../models/study/fit/handling.ts';
import { world } from '../../../laws/worlds.ts';
import { recordsOf } from './records-of.ts';

/** Ten hours from 8:00, with these factors. */
const centre = (handlingFactor: number | number[]) =>
  world({
    day: { opensAt: '08:00', lengthMin: 600, intervalMin: 60 },
    types: [
      { perHour: 40, handling: { law: 'lognormal', meanS: 200, cv: 1 }, handlingFactor },
      { perHour: 20, handling: { law: 'lognormal', meanS: 500, cv: 0.8 }, handlingFactor },
    ],
    groups: [{ staff: 15 }],
  });

const hoursIn = (factors: number | number[], seed: string): readonly HourHandling[] =>
  fitHandling(recordsOf(centre(factors), 30, seed).calls)?.hours ?? [];

describe('handling by the hour', () => {
  const truth = [0.8, 0.9, 1, 1, 1.1, 1.2, 1.1, 1, 1, 0.9];

  it('[A10, M12] is found again, and one number for each interval of the day', () => {
    const found = hourFactors(hoursIn(truth, 'hours'), 28_800, 1_800, 20) ?? [];
    expect(found).toHaveLength(20);
    truth.forEach((factor, i) => {
      // A mean of 1,800 calls, as spread as they are long, is off by 2.4 %; seldom by thrice that.
      expect(Math.abs((found[2 * i] as number) - factor)).toBeLessThan(0.07);
      expect(found[2 * i + 1]).toBe(found[2 * i]);
    });
    const mean = found.reduce((sum, one) => sum + one, 0) / found.length;
    expect(mean).toBeGreaterThan(0.98);
    expect(mean).toBeLessThan(1.02);
    expect(hoursNote(found)[0]?.en).toMatch(
      /^Handling follows the hour: from 0\.\d+ to 1\.\d+ times/,
    );
  });

  it('[M12] is one law where hours differ by chance alone, on 19 files of 20 at least', () => {
    const seeds = Array.from({ length: 20 }, (_, i) => `level ${i}`);
    const told = seeds.filter((seed) => hourFactors(hoursIn(1, seed), 28_800, 3_600, 10));
    expect(told.length).toBeLessThanOrEqual(2);
    expect(hoursNote(undefined)).toEqual([]);
  });
});
