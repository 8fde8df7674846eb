import { describe, expect, it } from 'vitest';
import { expm1, power } from '../../../models/kernel/power.ts';
import { far } from './close.ts';

/** To 60 digits, then the nearest double. */
const POWERS: readonly [number, number, number][] = [
  [3, 0.5, 1.7320508075688772],
  [0.001, 0.7, 0.007943282347242817],
  [1, 123.4, 1],
  [7.5, 20.25, 5.247960815640964e17],
  [1e-300, 0.01, 0.0009999999999999998],
  [0.3, 3.5, 0.014788509052639483],
  [40, 1.4, 174.93793183092444],
];
const EXPM1S: readonly [number, number][] = [
  [-40.0, -1.0],
  [-1.0, -0.6321205588285577],
  [-0.001, -0.0009995001666250085],
  [-1e-12, -9.999999999995e-13],
  [1e-300, 1e-300],
  [1e-16, 1e-16],
  [1e-8, 1.0000000050000001e-8],
  [0.001, 0.0010005001667083417],
  [0.5, 0.6487212707001282],
  [5.0, 147.4131591025766],
  [50.0, 5.184705528587072e21],
];

describe('[A7] a power', () => {
  it.each(POWERS)('%d to the %d is %d', (x, k, known) =>
    expect(far(power(x, k), known)).toBeLessThan(4e-16 * (1 + Math.abs(k * Math.log(x)))),
  );

  it('is exact where a neutral exponent asks for it', () => {
    for (const x of [0, 1e-300, 0.1, 1, 7.3, Infinity]) {
      expect(power(x, 1)).toBe(x);
      expect(power(x, 0)).toBe(1);
    }
    expect(power(0, 0.5)).toBe(0);
    expect(power(1, 0.3)).toBe(1);
  });
});

describe('[A7] the exponential less 1', () => {
  it.each(EXPM1S)('of %d is %d to a few ulp', (x, known) =>
    expect(far(expm1(x), known)).toBeLessThan(5e-16),
  );
  it('knows where numbers end', () => {
    expect([expm1(0), expm1(-Infinity), expm1(Infinity), expm1(Number.NaN)]).toEqual([
      0,
      -1,
      Infinity,
      NaN,
    ]);
  });
});
