import stdlibQuantile from '@stdlib/stats-base-dists-t-quantile';
import { describe, expect, it } from 'vitest';
import { studentQuantile } from '../../../models/kernel/student.ts';
import { far } from './close.ts';

/** Probability, degrees of freedom, quantile: to 32 digits, then the nearest double. */
const QUANTILES: readonly [number, number, number][] = [
  [0.975, 1, 12.706204736174694],
  [0.9999, 1, 3183.0987571185015],
  [0.6, 1, 0.32491969623290623],
  [0.975, 2, 4.302652729749462],
  [0.995, 2.5, 7.163728138948783],
  [0.975, 4, 2.7764451051977934],
  [0.50001, 7, 2.5974602759676304e-5],
  [0.975, 29, 2.045229642132704],
  [0.7, 29, 0.5302143957091607],
  [1e-10, 99, -7.091350608351461],
  [0.975, 999, 1.9623414611334495],
  [0.9, 12_345, 1.281620146428643],
];

describe("[A7] the quantile of Student's law", () => {
  it('is that of @stdlib within 1e-13 on a grid of 10^5', () => {
    let farthest = 0;
    for (let i = 0; i < 400; i++) {
      const freedom = i < 200 ? i + 1 : Math.round(200 * 10 ** ((i - 199) / 50));
      for (let k = 0; k < 250; k++) {
        const p = (k + 0.5) / 250;
        farthest = Math.max(farthest, far(studentQuantile(p, freedom), stdlibQuantile(p, freedom)));
      }
    }
    expect(farthest).toBeLessThan(1e-13);
  });

  it.each(QUANTILES)('%d of %d degrees of freedom is %d', (p, freedom, known) =>
    expect(far(studentQuantile(p, freedom), known)).toBeLessThan(1e-14),
  );

  it('is odd, 0 in the middle, and normal in the end', () => {
    expect(studentQuantile(0.5, 3)).toBe(0);
    for (const p of [0.0625, 0.25, 0.4375])
      expect(studentQuantile(p, 9)).toBe(-studentQuantile(1 - p, 9));
    expect(studentQuantile(0.975, 1e9)).toBeCloseTo(1.959963984540054, 8);
  });
});
