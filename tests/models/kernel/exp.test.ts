import { describe, expect, it } from 'vitest';
import { exp } from '../../../models/kernel/exp.ts';

describe('[A8] the exponential', () => {
  it('is that of the machine to the last bits, over the whole range', () => {
    for (let i = -70_000; i <= 70_000; i++) {
      const x = i / 100 + 1e-5 * Math.sqrt(2);
      const known = Math.exp(x);
      expect(Math.abs(exp(x) - known), `${x}`).toBeLessThanOrEqual(7e-16 * known);
    }
  });

  it('is exact where a neutral value asks for it, and where numbers end', () => {
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
    expect(exp(-800)).toBe(0);
    expect(exp(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(exp(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(Number.NaN)).toBeNaN();
  });
});
