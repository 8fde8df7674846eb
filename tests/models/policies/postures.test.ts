import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ANSWER_DELAYS_S,
  apart,
  closeness,
  DEFLECTS,
  ENERGY_COSTS,
  heeded,
  momentWorth,
  PHASE,
  paceUnder,
  RELAYS,
  scriptedWorth,
  shown,
  shownBy,
  skillNow,
  skipShare,
  slideInto,
  staysNatural,
  wanted,
} from '../../../models/policies/postures.ts';
import { STANCES } from '../../../models/scenario/arbitration.ts';
import { MASK } from '../../../models/words/facts.ts';
import { same } from '../study/theory/close.ts';

fc.configureGlobal({ seed: 20_270 });

const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe('the masks', () => {
  // MODEL 6.1, row by row; heed from MODEL 8.
  it.each([
    ['none', [0, 0, 0, 0], 1, 0, 0, 1, 1],
    ['avoidance', [0.5, 0.6, 0.95, 0.6], 0.4, 0.35, 20, 0.2, 0.05],
    ['disengagement', [0.1, 0.3, 0.9, 0.5], 0.6, 0.25, 0, 0.4, 0.15],
    ['natural', [0.1, 0.25, 0.5, 0.2], 1, 0.05, 0, 0.6, 0.5],
    ['professional', [0.02, 0.05, 0.1, 0.05], 1, 0.02, 0, 1, 0.8],
    ['script', [0, 0.2, 0.4, 0], 1, 0.1, 0, 0.7, 0.4],
  ] as const)('%s', (name, skips, pace, deflect, delayS, cost, heed) => {
    const mask = MASK[name];
    Object.values(PHASE).forEach((phase, i) => expect(skipShare(mask, phase)).toBe(skips[i]));
    expect(paceUnder(mask, 0)).toBe(pace);
    expect(DEFLECTS[mask]).toBe(deflect);
    expect(ANSWER_DELAYS_S[mask]).toBe(delayS);
    expect(ENERGY_COSTS[mask]).toBe(cost);
    expect(heeded(mask, 1)).toBe(heed);
    expect(RELAYS[mask]).toBe(name === 'disengagement' ? 0.5 : 1);
  });

  it('only the natural go with the mood: .8 to 1.2', () => {
    same(paceUnder(MASK.natural, -1), 0.8);
    same(paceUnder(MASK.natural, 1), 1.2);
    for (const mask of [MASK.none, MASK.avoidance, MASK.professional, MASK.script])
      expect(paceUnder(mask, -0.7)).toBe(paceUnder(mask, 0.7));
  });

  it('the tired heed half as well; without a mask nobody does', () => {
    same(heeded(MASK.professional, 0), 0.4);
    same(heeded(MASK.natural, 0.5), 0.375);
    expect(heeded(MASK.none, 0)).toBe(1);
  });

  it('show themselves, what is wanted as far as skill goes, or always the same', () => {
    expect(shown(MASK.natural, 0.1, 0.9, 0.7, 0)).toBe(0.1);
    same(shown(MASK.professional, 0.1, 0.9, 0.7, 0), 0.66);
    expect(shown(MASK.professional, 0.1, 0.9, 0, 0)).toBe(0.1);
    const fixed = (mask: number): number[] =>
      [false, true].map((axis) => shown(mask, 0.1, 0.9, 0.7, shownBy(mask, axis)));
    expect(fixed(MASK.avoidance)).toEqual([-0.6, 0]);
    expect(fixed(MASK.disengagement)).toEqual([-0.2, -0.2]);
    same(skillNow(0.7, 0.25), 0.35);
  });
});

describe('fit and authenticity', () => {
  it('fall with the distance, and are 1 at none', () => {
    // The angry want (.5, -.6); the avoidant show (-.6, 0): d^2 = 1.21 + .36.
    same(apart(-0.6, 0, 0.5, -0.6), 1.57);
    same(closeness(1.57, 0.6), Math.exp(-1.57 / 0.72));
    same(closeness(1.57, 0.8), Math.exp(-1.57 / 1.28));
    expect(closeness(0, 0.6)).toBe(1);
    expect(staysNatural(0.81)).toBe(true);
    expect(staysNatural(0.8)).toBe(false);
  });

  it('what is wanted follows the state of mind, with a spread, within bounds', () => {
    const centres = STANCES.map((_, i) => [wanted(i, false, 0.25, 0), wanted(i, true, 0.25, 0)]);
    expect(Object.fromEntries(STANCES.map((name, i) => [name, centres[i]]))).toEqual({
      neutral: [0.3, 0.2],
      cheerful: [0.8, 0],
      hurried: [-0.1, 0.6],
      anxious: [0.6, 0.7],
      angry: [0.5, -0.6],
    });
    same(wanted(3, true, 0.25, -1), 0.45);
    expect(wanted(1, false, 0.25, 3)).toBe(1);
    expect(wanted(4, true, 0, 2)).toBe(-0.6);
  });
});

describe('a moment', () => {
  it('is worth 2 [.7 f + .3 g (1/2 + progress/2)] - 1', () => {
    same(momentWorth(1, 1, 1, 0.7), 1);
    same(momentWorth(0, 0, 1, 0.7), -1);
    same(momentWorth(0.5, 0.8, 0.5, 0.7), 2 * (0.35 + 0.3 * 0.8 * 0.75) - 1);
    fc.assert(
      fc.property(unit, unit, unit, unit, unit, (f, g, progress, more, weight) => {
        const m = momentWorth(f, g, progress, weight);
        expect(Math.abs(m)).toBeLessThanOrEqual(1 + 1e-15);
        expect(momentWorth(Math.max(f, more), g, progress, weight)).toBeGreaterThanOrEqual(m);
        expect(momentWorth(f, Math.max(g, more), progress, weight)).toBeGreaterThanOrEqual(m);
        expect(momentWorth(f, g, Math.max(progress, more), weight)).toBeGreaterThanOrEqual(m);
      }),
    );
  });

  it('a script is neutral where matters are alike, and costs .3 where each is its own', () => {
    same(scriptedWorth(0.9, 0.2, 1, 0.7, false, 1), momentWorth(0.9, 0.5, 1, 0.7));
    same(scriptedWorth(0.9, 0.2, 1, 0.7, true, 1), momentWorth(0.9, 0.2, 1, 0.7) - 0.3);
    expect(scriptedWorth(0.9, 0.2, 1, 0.7, true, 0)).toBe(momentWorth(0.9, 0.2, 1, 0.7));
    expect(scriptedWorth(0, 0, 1, 0.7, true, 1)).toBe(-1);
  });
});

describe('sliding into a mask', () => {
  const calm = { energy: 1, press: 0, hostility: 0, vision: 0, rules: 0, trust: 0 };
  const masks = [MASK.professional, MASK.natural, MASK.disengagement, MASK.avoidance];
  /** The share of each mask, by asking along the whole range of the uniform. */
  const shares = (push: typeof calm): number[] => {
    const n = 100_000;
    const { energy, hostility, press, rules, trust, vision } = push;
    const counts = masks.map(() => 0);
    for (let i = 0; i < n; i += 1) {
      const u = (i + 0.5) / n;
      const mask = slideInto(energy, press, hostility, vision, rules, trust, u);
      const place = masks.indexOf(mask as 1);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    return counts.map((count) => count / n);
  };
  const softmax = (scores: readonly number[]): number[] => {
    const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);
    return scores.map((score) => Math.exp(score) / total);
  };

  it('is the logit of MODEL 6.1', () => {
    const pushed = [
      [calm, [2, 1, -2, -3]],
      [{ ...calm, energy: 0.2, press: 1 }, [2 - 2.4 - 1, 1, -2 + 2.8 + 1, -3 + 3.2]],
      [
        { energy: 0.5, press: 0.5, hostility: 1, vision: 1, rules: 1, trust: 1 },
        [2 - 1.5 - 0.5 + 1.5, 1, -2 + 1.75 + 0.5 - 1, -3 + 2 + 1.5 - 1.5 - 1],
      ],
    ] as const;
    for (const [push, scores] of pushed)
      shares(push).forEach((share, i) => expect(share).toBeCloseTo(softmax(scores)[i] ?? 0, 4));
  });

  it('fatigue takes the professional away, supports bring them back', () => {
    const tired = { ...calm, energy: 0.3, press: 1, hostility: 0.5 };
    const held = { ...tired, vision: 1, rules: 1, trust: 1 };
    expect(shares(tired)[0]).toBeLessThan(shares(calm)[0] ?? 0);
    expect(shares(held)[0]).toBeGreaterThan(shares(tired)[0] ?? 1);
  });
});
