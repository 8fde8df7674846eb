import normal from '@stdlib/stats-base-dists-normal-quantile';
import { describe, expect, it } from 'vitest';
import { standardNormal } from '../../../models/kernel/normal.ts';

describe('[A8] the quantile of the standard normal law', () => {
  it('is that of @stdlib wherever that one is exact, which the tails are not', () => {
    for (let i = 20; i <= 19_980; i++) {
      const p = i / 20_000;
      expect(Math.abs(standardNormal(p) - normal(p, 0, 1)), `${p}`).toBeLessThan(3e-14);
    }
  });

  it('knows its landmarks, and is odd', () => {
    expect(standardNormal(0.5)).toBe(0);
    expect(standardNormal(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(standardNormal(1e-5)).toBeCloseTo(-4.264890793922825, 13);
    expect(standardNormal(1e-10)).toBeCloseTo(-6.361340902404056, 13);
    // Beyond the far tail's beginning, r = 5: p < e^-25.
    expect(standardNormal(1e-15)).toBeCloseTo(-7.941345326170997, 12);
    for (const p of [0.0625, 0.25, 0.4375]) expect(standardNormal(p)).toBe(-standardNormal(1 - p));
  });
});
