import stdlibGamma from '@stdlib/math-base-special-gamma';
import stdlibQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import { describe, expect, it } from 'vitest';
import {
  gamma,
  gammaHead,
  gammaQuantile,
  gammaTail,
  logGamma,
} from '../../../models/kernel/gamma.ts';
import { far } from './close.ts';

/** To 60 digits, then the nearest double. */
const GAMMAS: readonly [number, number][] = [
  [0.05, 19.470085311255513],
  [0.5, 1.772453850905516],
  [1.2, 0.9181687423997607],
  [1.5, 0.886226925452758],
  [2.5, 1.329340388179137],
  [13.7, 2861595499.066015],
  [50.5, 4.29046291235196e63],
  [100.25, 2.94846628183877e156],
  [171.6, 1.5858969096672565e308],
];
/** Probability, shape, quantile: to 32 digits, then the nearest double. */
const QUANTILES: readonly [number, number, number][] = [
  [1e-6, 0.5, 7.853981633978594e-13],
  [0.5, 0.04, 1.728164683942607e-8],
  [0.99, 0.04, 0.9452947909782812],
  [0.25, 1, 0.2876820724517809],
  [0.9999999, 1, 16.118095651484676],
  [0.001, 2.5, 0.10510630131460959],
  [0.975, 2.5, 6.416250997015013],
  [1e-9, 100, 51.14330222883742],
  [0.5, 400, 399.6667160944644],
  [0.3, 1_600, 1578.784771246175],
  [0.99, 5_000, 5165.966788964724],
];

describe('[A7] the gamma function', () => {
  it('is that of @stdlib within 1e-13 on a grid of 10^5, and the factorials exactly', () => {
    let farthest = 0;
    for (let i = 1; i <= 100_000; i++) {
      const x = i * 1.716e-3;
      farthest = Math.max(farthest, far(gamma(x), stdlibGamma(x)));
    }
    expect(farthest).toBeLessThan(1e-13);
    let factorial = 1;
    for (let n = 1; n < 20; n++) {
      expect(gamma(n)).toBe(factorial);
      factorial *= n;
    }
  });

  it.each(GAMMAS)('of %d is %d', (x, known) => {
    expect(far(gamma(x), known)).toBeLessThan(1e-14);
    expect(Math.abs(logGamma(x) - Math.log(known))).toBeLessThan(1e-15 * (1 + 2 * Math.log(known)));
  });

  it('is infinite where no number can hold it, its logarithm is not', () => {
    expect(gamma(172)).toBe(Infinity);
    expect(logGamma(1e6)).toBeCloseTo(12815504.569147611, 7);
  });
});

describe('[A7] the quantile of the gamma law', () => {
  it('is that of @stdlib within 1e-13 on a grid of 10^5: every shape of a scenario', () => {
    let farthest = 0;
    for (let i = 0; i < 400; i++) {
      // From a coefficient of variation of 5 to one of 0.05.
      const shape = 0.04 * 10 ** (i / 99.75);
      for (let k = 0; k < 250; k++) {
        const p = (k + 0.5) / 250;
        farthest = Math.max(farthest, far(gammaQuantile(p, shape), stdlibQuantile(p, shape, 1)));
      }
    }
    expect(farthest).toBeLessThan(1e-13);
  });

  it.each(QUANTILES)('%d of shape %d is %d, where @stdlib strays too', (p, shape, known) =>
    expect(far(gammaQuantile(p, shape), known)).toBeLessThan(3e-14),
  );

  it('takes back what the law gives, down to the least uniform and up to the last', () => {
    for (const shape of [0.04, 0.3, 1, 7, 60, 400, 20_000])
      for (const p of [2 ** -54, 1e-9, 0.01, 0.499_999, 0.5, 0.500_001, 0.9, 1 - 2 ** -53]) {
        const x = gammaQuantile(p, shape);
        const back = p < 0.5 ? gammaHead(shape, x) / p : gammaTail(shape, x) / (1 - p);
        if (x > 1e-300) expect(Math.abs(back - 1), `${p} of ${shape}`).toBeLessThan(1e-11);
      }
  });
});
