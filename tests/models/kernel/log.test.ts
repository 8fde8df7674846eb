import { describe, expect, it } from 'vitest';
import { log, log1p, minusLog } from '../../../models/kernel/log.ts';
import { Luck, PURPOSE } from '../../../models/kernel/luck.ts';
import { reals, wholes } from '../../../models/kernel/rows.ts';
import { far } from './close.ts';

/** To 60 digits, then the nearest double. */
const LOGS: readonly [number, number][] = [
  [5e-324, -744.4400719213812],
  [2.2250738585072014e-308, -708.3964185322641],
  [1e-100, -230.25850929940458],
  [0.1, -Math.LN10],
  [0.7071067811865475, -0.34657359027997275],
  [0.999, -0.0010005003335835344],
  [0.9999999999999999, -1.1102230246251565e-16],
  [1.0000000000000002, 2.2204460492503128e-16],
  [1.0000001, 9.999999505838704e-8],
  [1.05, 0.04879016416943205],
  [1.5, 0.4054651081081644],
  [2.0, Math.LN2],
  [3.0, 1.0986122886681098],
  [10.0, Math.LN10],
  [1000000.0, 13.815510557964274],
  [1.7976931348623157e308, 709.782712893384],
];
const LOG1PS: readonly [number, number][] = [
  [-0.9999999999999999, -36.7368005696771],
  [-0.5, -Math.LN2],
  [-1e-5, -1.0000050000333337e-5],
  [1e-300, 1e-300],
  [1e-16, 1e-16],
  [1e-10, 9.999999999500001e-11],
  [0.001, 0.0009995003330835331],
  [0.3, 0.26236426446749106],
  [1.0, Math.LN2],
  [10000000000.0, 23.025850930040455],
];

const uniform = (high: number, low: number): number =>
  ((high >>> 0) * 2_097_152 + low + 0.5) / 9_007_199_254_740_992;

describe('[A7] the logarithm', () => {
  it.each(LOGS)('of %d is %d to an ulp', (x, known) =>
    expect(far(log(x), known)).toBeLessThan(2.3e-16),
  );

  it('is that of a good library to an ulp, over the whole range', () => {
    let x = 1e-310;
    for (let i = 0; x < 1e308; i++) {
      expect(far(log(x), Math.log(x)), `${x}`).toBeLessThan(2.3e-16);
      x *= 1.01 + 1e-5 * (i % 7);
    }
    for (let i = -20_000; i <= 20_000; i++) {
      const near = 1 + (i * Math.abs(i)) / 1e9;
      expect(far(log(near), Math.log(near)), `${near}`).toBeLessThan(2.3e-16);
    }
  });

  it('knows where numbers end', () => {
    expect(log(1)).toBe(0);
    expect([log(0), log(-0)]).toEqual([-Infinity, -Infinity]);
    expect(log(Infinity)).toBe(Infinity);
    expect([log(-1), log(-Infinity), log(Number.NaN)]).toEqual([NaN, NaN, NaN]);
  });

  it.each(LOG1PS)('of 1 more than %d is %d to a few ulp', (x, known) =>
    expect(far(log1p(x), known)).toBeLessThan(5e-16),
  );
  it('of 1 more than an end is an end', () => {
    expect([log1p(0), log1p(-1), log1p(Infinity)]).toEqual([0, -Infinity, Infinity]);
    expect([log1p(-2), log1p(Number.NaN)]).toEqual([NaN, NaN]);
  });
});

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
