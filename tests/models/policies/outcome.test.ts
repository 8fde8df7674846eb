import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Curve, marginalShare, solvedShare } from '../../../models/policies/curve.ts';
import {
  believedNeed,
  countingWork,
  needAfter,
  nextMatter,
  rightDiagnosis,
  skilledShare,
} from '../../../models/policies/outcome.ts';
import { printed, same } from '../study/theory/close.ts';

fc.configureGlobal({ seed: 20_270 });

const CURVE: Curve = { shape: 'concave', max: 0.95, tau: 1.5, k: 1 };
const SHAPES: Curve[] = [CURVE, { ...CURVE, shape: 's', k: 2.5 }, { ...CURVE, shape: 'plateau' }];

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const work = fc.double({ min: 0.01, max: 20, noNaN: true });
const need = fc.double({ min: 0.05, max: 5, noNaN: true });

describe('what work resolves', () => {
  it('is that of the worked example: .77 at 4 min and .86 at 5, s0 = 1.5 (MODEL 4.3)', () => {
    printed(solvedShare(CURVE, 4 - 1.5, 1), '0.77');
    printed(solvedShare(CURVE, 5 - 1.5, 1), '0.86');
  });

  it.each(SHAPES)('grows with work, falls with need, ends at most ($shape)', (curve) => {
    fc.assert(
      fc.property(work, work, need, (a, b, n) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(solvedShare(curve, low, n)).toBeLessThanOrEqual(solvedShare(curve, high, n));
        expect(solvedShare(curve, a, 2 * n)).toBeLessThanOrEqual(solvedShare(curve, a, n));
        // Only work over need counts.
        same(solvedShare(curve, 3 * a, 3 * n), solvedShare(curve, a, n));
      }),
    );
    expect(solvedShare(curve, 0, 1)).toBe(0);
    same(solvedShare(curve, 1e3, 1), 0.95);
  });

  it.each(SHAPES)('has the derivative that differences show ($shape)', (curve) => {
    for (const w of [0.2, 0.9, 1.4, 2.2, 2.9, 6]) {
      const step = 1e-5;
      const slope = solvedShare(curve, w + step, 1.3) - solvedShare(curve, w - step, 1.3);
      expect(marginalShare(curve, w, 1.3)).toBeCloseTo(slope / (2 * step), 7);
    }
  });

  it.each(SHAPES)('is all there is where nothing has to be worked at, tau 0 ($shape)', (curve) => {
    const neutral = { ...curve, tau: 0 };
    for (const w of [0, 1e-9, 1, 20]) {
      expect(solvedShare(neutral, w, 1.3)).toBe(0.95);
      expect(marginalShare(neutral, w, 1.3)).toBe(0);
      // The same as for next to nothing, once anything is done.
      if (w === 0) continue;
      expect(solvedShare({ ...curve, tau: 1e-300 }, w, 1.3)).toBe(0.95);
      expect(marginalShare({ ...curve, tau: 1e-300 }, w, 1.3)).toBe(0);
    }
  });
});

describe('the diagnosis', () => {
  it('is right .6 of the time without discovery, always with all of it', () => {
    expect(rightDiagnosis(0, 0.4)).toBe(0.6);
    expect(rightDiagnosis(1, 0.4)).toBe(1);
    printed(rightDiagnosis(0.5, 0.4), '0.9270');
    same(rightDiagnosis(0.25, 0.4), 0.6 + (0.4 * (1 - Math.exp(-0.75))) / (1 - Math.exp(-3)));
  });

  it('is neutral without error, and better with more discovery', () => {
    fc.assert(
      fc.property(unit, unit, unit, (f, g, error0) => {
        expect(rightDiagnosis(f, 0)).toBe(1);
        const [low, high] = [Math.min(f, g), Math.max(f, g)];
        expect(rightDiagnosis(low, error0)).toBeLessThanOrEqual(rightDiagnosis(high, error0));
      }),
    );
  });

  it('lets .3 of the work count where it is wrong', () => {
    expect(countingWork(3, true)).toBe(3);
    same(countingWork(3, false), 0.9);
  });
});

describe('the skill of an agent', () => {
  it('is added to the logit', () => {
    const logit = (p: number): number => Math.log(p / (1 - p));
    for (const skill of [-0.8, 0.4, 1.2])
      same(logit(skilledShare(0.77, skill)), logit(0.77) + skill);
    for (const end of [0, 1]) expect(skilledShare(end, 0.4)).toBe(end);
  });

  it('is neutral at 0', () => {
    fc.assert(
      fc.property(unit, (p) => {
        expect(skilledShare(p, 0)).toBe(p);
      }),
    );
  });
});

describe('what follows', () => {
  it('the next matter: .2 unexplained, .08 explained; chi = 0 and p = 0 are neutral', () => {
    expect(nextMatter(0.2, 0.6, 0)).toBe(0.2);
    same(nextMatter(0.2, 0.6, 1), 0.08);
    expect(nextMatter(0.2, 0, 0.7)).toBe(0.2);
    expect(nextMatter(0, 0.6, 0.7)).toBe(0);
  });

  it('the need of those who come back: half more, or half less of what was covered', () => {
    same(needAfter(2, 0.5, 0, 0.9), 3);
    same(needAfter(2, 0, 0.5, 0.5), 1.5);
    expect(needAfter(1.7, 0, 0, 0.9)).toBe(1.7);
  });

  it('what is believed of a need: e^(z/2) of it undiscovered, itself once discovered', () => {
    same(believedNeed(2, 0, 1), 2 * Math.exp(0.5));
    same(believedNeed(2, 0.5, -2), 2 * Math.exp(-0.5));
    expect(believedNeed(1.7, 1, 3)).toBe(1.7);
    expect(believedNeed(1.7, 0, 3, 0)).toBe(1.7);
    // As many too high as too low: the law of Nhat / N has median 1.
    expect(believedNeed(1.7, 0.2, 0)).toBe(1.7);
  });
});
