import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  energyAfterRest,
  energyAfterWork,
  freerStress,
  freerTransfers,
  incidentLoss,
  preparedSkill,
  preparedUncertainty,
  ruledSpread,
  strain,
  trustedRest,
} from '../../../models/policies/energy.ts';
import { same } from '../study/theory/close.ts';

fc.configureGlobal({ seed: 20_270 });

const unit = fc.double({ min: 0, max: 1, noNaN: true });

/** The differential equation followed by fourth-order steps. */
function followed(energy: number, slope: (e: number) => number, span: number): number {
  const step = span / 1_000;
  let e = energy;
  for (let i = 0; i < 1_000; i += 1) {
    const a = slope(e);
    const b = slope(e + (step * a) / 2);
    const c = slope(e + (step * b) / 2);
    e += (step * (a + 2 * b + 2 * c + slope(e + step * c))) / 6;
  }
  return e;
}

describe('energy', () => {
  it('is what the differential equations of MODEL 9 make of it', () => {
    for (const [energy, rate, spiral, span] of [
      [1, 0.08, 0.5, 6],
      [0.4, 0.3, 2, 0.3],
      [0.8, 0.2, 1e-9, 2],
    ] as const) {
      const slope = (e: number): number => -rate * (1 + spiral * (1 - e));
      same(energyAfterWork(energy, rate, spiral, span), followed(energy, slope, span));
    }
    same(
      energyAfterRest(0.3, 0.25, 1.7),
      followed(0.3, (e) => 0.25 * (1 - e), 1.7),
    );
  });

  it('by hand: .08 an hour without spiral; e^.24 of the way with it', () => {
    same(energyAfterWork(1, 0.08, 0, 3), 0.76);
    same(energyAfterWork(1, 0.08, 0.5, 6), 1 - (Math.exp(0.24) - 1) / 0.5);
    // A micro-break of 8 min at .5: 1.2 × .5 × 8/60 = .08 at first order.
    same(energyAfterRest(0.5, 1.2, 8 / 60), 1 - 0.5 * Math.exp(-0.16));
  });

  it('is the same however time is cut, and stays within 0 and 1', () => {
    fc.assert(
      fc.property(unit, unit, unit, unit, unit, (e, rate, spiral, a, b) => {
        const once = energyAfterWork(e, rate, spiral, a + b);
        same(energyAfterWork(energyAfterWork(e, rate, spiral, a), rate, spiral, b), once);
        expect(once).toBeGreaterThanOrEqual(0);
        expect(once).toBeLessThanOrEqual(e);
        const rested = energyAfterRest(e, rate, a + b);
        same(energyAfterRest(energyAfterRest(e, rate, a), rate, b), rested);
        expect(rested).toBeGreaterThanOrEqual(e - 1e-15);
        expect(rested).toBeLessThanOrEqual(1);
      }),
    );
    expect(energyAfterWork(0.01, 1, 0.5, 5)).toBe(0);
  });

  it('is neutral: without drain and rest it stays as it is', () => {
    fc.assert(
      fc.property(unit, unit, (e, span) => {
        expect(energyAfterWork(e, 0, 0.5, span)).toBe(e);
        expect(energyAfterRest(e, 0, span)).toBe(e);
      }),
    );
  });

  it('tires the tired faster', () => {
    const lost = (e: number): number => e - energyAfterWork(e, 0.08, 0.5, 1);
    expect(lost(0.4)).toBeGreaterThan(lost(0.9));
  });

  it('is strained by acting, less by deep acting, by incivility and pressure', () => {
    same(strain(0.5, 1, 1, false, 6, 0, 0.3), 1.5);
    same(strain(0.5, 1, 0.45, false, 6, 0, 0.3), 1.225);
    same(strain(0, 1, 1, true, 6, 0.5, 0.3), 7.15);
    expect(strain(0.5, 0, 1, true, 0, 1, 0)).toBe(1);
  });
});

describe('the supports', () => {
  it('are neutral at 0', () => {
    fc.assert(
      fc.property(unit, (x) => {
        expect(incidentLoss(false, x, 0.02, 0)).toBe(x);
        expect(incidentLoss(true, x, 0.02, 0)).toBe(x);
        expect(trustedRest(x, 0)).toBe(x);
        expect(preparedSkill(x, 0)).toBe(x);
        expect(preparedUncertainty(x, 0)).toBe(x);
        expect(ruledSpread(x, 0)).toBe(x);
        expect(freerTransfers(x, 0)).toBe(x);
        expect(freerStress(x, 0)).toBe(x);
      }),
    );
  });

  it('at 1 give what MODEL 9 says', () => {
    same(incidentLoss(false, 0.06, 0.02, 1), 0.024);
    same(incidentLoss(true, 0.06, 0.02, 1), 0.02);
    same(trustedRest(1.2, 1), 1.56);
    same(preparedSkill(0.7, 1), 0.95);
    expect(preparedSkill(0.9, 1)).toBe(1);
    same(preparedUncertainty(0.5, 1), 0.3);
    same(ruledSpread(1, 1) * ruledSpread(1, 1), 0.8);
    same(freerTransfers(0.35, 1), 0.14);
    same(freerStress(6, 1), 4.2);
  });
});
