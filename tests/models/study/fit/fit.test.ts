import { describe, expect, it } from 'vitest';
import { meanS } from '../../../../models/doors/scenario.ts';
import { fitLognormal, fitPatience, kaplanMeier } from '../../../../models/study/fit/fit.ts';

/** Quantiles of a law make a sample without chance: what is fitted must be what was put in. */
const midpoints = (n: number): number[] => Array.from({ length: n }, (_, i) => (i + 0.5) / n);

/** The 1/2 - 1/n quantiles of the standard normal law, by bisection on its integral (Simpson). */
function normalQuantile(p: number): number {
  const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const share = (z: number): number => {
    const steps = 400;
    const h = z / steps;
    let sum = density(0) + density(z);
    for (let i = 1; i < steps; i++) sum += density(i * h) * (i % 2 === 0 ? 2 : 4);
    return 0.5 + (sum * h) / 3;
  };
  let low = -8;
  let high = 8;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (share(middle) < p) low = middle;
    else high = middle;
  }
  return low;
}

describe('fitting handling times', () => {
  it('finds the lognormal law a sample came from', () => {
    const sample = midpoints(2_000).map((p) => Math.exp(5 + 0.8 * normalQuantile(p)));
    const fit = fitLognormal(sample);
    expect(fit?.meanS).toBeCloseTo(Math.exp(5 + 0.32), -0.7);
    expect(fit?.cv).toBeGreaterThan(0.9);
    expect(fit?.cv).toBeLessThan(0.96);
    expect(fit?.distance).toBeLessThan(0.005);
    expect(fit?.n).toBe(2_000);
  });

  it('is not led astray by calls that lasted no time: the mean, hence the load, is kept', () => {
    const honest = midpoints(900).map((p) => Math.exp(5 + 0.6 * normalQuantile(p)));
    const sample = [...honest, ...Array.from({ length: 100 }, () => 1), 0, 0];
    const mean = sample.reduce((sum, x) => sum + x, 0) / 1_000;
    const fit = fitLognormal(sample);
    expect(fit?.n).toBe(1_000);
    expect(fit?.meanS).toBeCloseTo(mean, 6);
  });

  it('says nothing of a sample that says nothing', () => {
    expect(fitLognormal([])).toBeNull();
    expect(fitLognormal([0, 12])).toBeNull();
    expect(fitLognormal([30, 30, 30])).toBeNull();
  });
});

describe('fitting patience', () => {
  it('Kaplan-Meier, by hand: 6 callers, two answered on the way', () => {
    // At 2 one of 6 leaves; at 3 one is answered; at 5 one of 4 leaves; at 5 one is answered;
    // at 8 one of 2 leaves; the last is answered at 9. Survival 5/6, 5/6*3/4, 5/6*3/4*1/2.
    const waits = [
      { waitS: 8, gaveUp: true },
      { waitS: 3, gaveUp: false },
      { waitS: 5, gaveUp: false },
      { waitS: 2, gaveUp: true },
      { waitS: 9, gaveUp: false },
      { waitS: 5, gaveUp: true },
    ];
    const { share, waiting } = kaplanMeier(waits, [1, 2, 4, 5, 8, 10]);
    const expected = [0, 1 / 6, 1 / 6, 1 - 5 / 8, 1 - 5 / 16, 1 - 5 / 16];
    share.forEach((x, i) => {
      expect(x).toBeCloseTo(expected[i] ?? -1, 12);
    });
    expect(waiting).toEqual([6, 5, 4, 2, 1, 0]);
  });

  it('finds an exponential patience although most callers were answered first', () => {
    // Patience of mean 200 s, answered at 10, 20 … 300 s in turn, whatever the patience.
    const waits = midpoints(30_000).map((p, i) => {
      const patience = -200 * Math.log(1 - ((p * 7_919) % 1));
      const answered = 10 * (1 + (i % 30));
      return { waitS: Math.min(patience, answered), gaveUp: patience < answered };
    });
    const law = fitPatience(waits);
    if (law?.law !== 'empirical') throw new Error('not a table');
    const at = (s: number): number => law.cumulative[law.valuesS.indexOf(s)] ?? -1;
    expect(at(60)).toBeCloseTo(1 - Math.exp(-0.3), 1.5);
    expect(at(240)).toBeCloseTo(1 - Math.exp(-1.2), 1.5);
    expect(meanS(law)).toBeGreaterThan(180);
    expect(meanS(law)).toBeLessThan(220);
  });

  it('nobody gave up: no law can be told', () => {
    expect(fitPatience([{ waitS: 100, gaveUp: false }])).toBeNull();
    expect(fitPatience([])).toBeNull();
  });
});
