import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emotionalLoad,
  feltWait,
  moodAfter,
  moodAtAnswer,
  moodAtEnd,
} from '../../../models/policies/mood.ts';
import { same } from '../study/theory/close.ts';

fc.configureGlobal({ seed: 20_270 });

const mood = fc.double({ min: -1, max: 1, noNaN: true }).map((x) => x + 0);
const wait = fc.double({ min: 0, max: 60, noNaN: true }).map((x) => x + 0);

describe('a wait as it is felt', () => {
  it('is a power of it: 1.2 w by default, w where neutral', () => {
    same(feltWait(5, 1.2, 1), 6);
    same(feltWait(4, 1.2, 0.5), 2.4);
    expect(feltWait(0, 1.2, 0.5)).toBe(0);
    fc.assert(
      fc.property(wait, (w) => {
        expect(feltWait(w, 1, 1)).toBe(w);
      }),
    );
  });
});

describe('mood', () => {
  it('when answered: .12 lost per felt minute beyond 1, .25 per attempt before', () => {
    same(moodAtAnswer(0.1, 3.5, 1, 0.12, 0, 0.25), 0.1 - 0.3);
    same(moodAtAnswer(0.1, 0.5, 1, 0.12, 2, 0.25), 0.1 - 0.5);
    same(moodAtAnswer(0.1, 3.5, 1, 0.12, 1, 0.25, 1.15), 0.1 - 0.345 - 0.25);
    expect(moodAtAnswer(0.1, 60, 1, 0.12, 9, 0.25)).toBe(-1);
  });

  it('is neutral: nothing moves it', () => {
    fc.assert(
      fc.property(mood, wait, fc.nat(9), mood, (m, psi, before, moment) => {
        expect(moodAtAnswer(m, psi, 1, 0, before, 0)).toBe(m);
        expect(moodAfter(m, moment, 0)).toBe(m);
        expect(moodAtEnd(m, true, 0)).toBe(m);
        expect(emotionalLoad(m, 0)).toBe(1);
      }),
    );
  });

  it('goes .4 of the way to each moment', () => {
    same(moodAfter(-0.5, 0.5, 0.4), -0.1);
    fc.assert(
      fc.property(mood, mood, mood, (m, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(moodAfter(m, low, 0.4)).toBeLessThanOrEqual(moodAfter(m, high, 0.4));
        expect(Math.abs(moodAfter(m, a, 0.4))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('ends .5 higher resolved, .5 lower not, within its bounds', () => {
    same(moodAtEnd(0.2, true, 0.5), 0.7);
    same(moodAtEnd(0.2, false, 0.5), -0.3);
    expect(moodAtEnd(0.8, true, 0.5)).toBe(1);
    expect(moodAtEnd(-0.8, false, 0.5)).toBe(-1);
  });

  it('weighs on handling when it is bad', () => {
    same(emotionalLoad(-1, 0.15), 1.15);
    same(emotionalLoad(-0.4, 0.15), 1.06);
    expect(emotionalLoad(0.9, 0.15)).toBe(1);
  });
});
