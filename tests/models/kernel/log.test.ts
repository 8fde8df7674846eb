import { describe, expect, it } from 'vitest';
import { minusLog } from '../../../models/kernel/log.ts';
import { Luck, PURPOSE } from '../../../models/kernel/luck.ts';
import { reals, wholes } from '../../../models/kernel/rows.ts';

const uniform = (high: number, low: number): number =>
  ((high >>> 0) * 2_097_152 + low + 0.5) / 9_007_199_254_740_992;

describe('minus the logarithm of a draw', () => {
  it('is that of Math.log, over every power of two and at the ends', () => {
    let state = 20_261_125;
    const bits = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      return state ^ (state >>> 13);
    };
    let farthest = 0;
    for (let i = 0; i < 200_000; i++) {
      const [high, low] = [(bits() >>> (i & 31)) | 0, bits() >>> 11];
      const off = Math.abs(minusLog(high, low) + Math.log(uniform(high, low)));
      farthest = Math.max(farthest, off);
    }
    expect(farthest).toBeGreaterThan(0);
    expect(farthest).toBeLessThan(4e-15);
    for (const [high, low] of [
      [0, 0],
      [-1, 2_097_151],
      [1 << 31, 0],
      [1 << 15, 7],
      [1 << 16, 7],
    ] as const)
      expect(minusLog(high, low)).toBeCloseTo(-Math.log(uniform(high, low)), 14);
  });

  it('[A8] draws the exponential that the uniform of the same caller gives by inversion', () => {
    const luck = new Luck('log');
    const keys = wholes(64);
    const gaps = reals(64);
    luck.gaps(5, 256, keys, gaps);
    for (let i = 0; i < keys.length; i++) {
      const key = luck.keyOf(5 + 256 * i);
      expect(keys[i]).toBe(key);
      expect(gaps[i]).toBeCloseTo(-Math.log(luck.draw(key, 0, PURPOSE.GAP)), 13);
      for (const attempt of [0, 1, 7])
        expect(luck.exponential(key, attempt, PURPOSE.PATIENCE)).toBeCloseTo(
          -Math.log(1 - luck.draw(key, attempt, PURPOSE.PATIENCE)),
          13,
        );
    }
  });
});
