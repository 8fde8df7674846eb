import { describe, expect, it } from 'vitest';
import { exp, twoTo } from '../../../models/kernel/exp.ts';
import { far } from './close.ts';

/** To 60 digits, then the nearest double. */
const EXPS: readonly [number, number][] = [
  [-708.0, 3.307553003638408e-308],
  [-100.5, 2.256340135917036e-44],
  [-10.0, 4.5399929762484854e-5],
  [-1.0, 0.36787944117144233],
  [-0.1, 0.9048374180359595],
  [-1e-10, 0.9999999999],
  [1e-10, 1.0000000001],
  [0.1, 1.1051709180756477],
  [1.0, Math.E],
  [2.0, 7.38905609893065],
  [10.0, 22026.465794806718],
  [100.5, 4.4319559098458955e43],
  [700.0, 1.0142320547350045e304],
  [709.0, 8.218407461554972e307],
  [709.78, 1.7928227943945155e308],
];

describe('[A7] the exponential', () => {
  it('is that of the machine to the last bits, over the whole range', () => {
    for (let i = -70_000; i <= 70_000; i++) {
      const x = i / 100 + 1e-5 * Math.sqrt(2);
      const known = Math.exp(x);
      expect(Math.abs(exp(x) - known), `${x}`).toBeLessThanOrEqual(7e-16 * known);
    }
  });

  it.each(EXPS)('of %d is %d within 5e-16 of it', (x, known) =>
    expect(far(exp(x), known)).toBeLessThan(5e-16),
  );

  it('has powers of two, from nothing to infinity', () => {
    for (const k of [-1_100, -1_075, -1_074, -1_022, -1, 0, 1, 63, 1_023, 1_024])
      expect(twoTo(k)).toBe(2 ** k);
  });

  it('goes down to the least number', () => {
    expect(exp(-745)).toBe(5e-324);
    for (const x of [-744, -740, -720, -709]) {
      const off = Math.abs(exp(x) - Math.exp(x));
      expect(off, `${x}`).toBeLessThanOrEqual(5e-324 + 5e-16 * Math.exp(x));
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
