import { describe, expect, it } from 'vitest';
import { debriefOf } from '../../../models/play/debrief.ts';
import { decisionsOf } from '../../../models/play/decisions.ts';
import { momentsOf, uneasiness } from '../../../models/play/moments.ts';
import { sentenceOf } from '../../../models/play/sentence.ts';
import { catalogueScenario } from '../../../models/scenario/catalogue.ts';
import type { Scenario } from '../../../models/scenario/scenario.ts';
import type { Decision } from '../../../models/words/debrief.ts';
import { played, talksFor } from '../../support/day-at-a-desk.ts';

const DAY = catalogueScenario('accueil-tendu') as Scenario;
const day = played(DAY, 'moments', { 0: talksFor(0, 200_000) });
const decisions = decisionsOf(DAY, day.facts, 0);
const [any] = decisions as [Decision];
const talk = (patch: Partial<Decision>): Decision => ({
  ...any,
  ...{ given: 0, refused: 0, paid: 0, care: 0, hurry: 0, solved: false, how: 'concluded' },
  ...patch,
});

describe('the three moments', () => {
  it('are the dearest given, the dearest refused, the one that paid best; never one talk twice', () => {
    const [a, b, c, d] = [
      talk({ given: 3, refused: 2 }),
      talk({ given: 2, refused: 1, paid: 4, solved: true }),
      talk({ refused: 1.5 }),
      talk({ paid: 9 }),
    ] as [Decision, Decision, Decision, Decision];
    expect(momentsOf([a, b, c, d])).toMatchObject({ given: a, refused: c, paid: b });
    expect(momentsOf([a])).toMatchObject({ given: a, refused: null, paid: null });
    expect(momentsOf([talk({ given: 0.4 })]).given).toBeNull();
    // Whom one forgot on hold was given nothing.
    expect(momentsOf([talk({ given: 9, how: 'hungUp' })]).given).toBeNull();
    expect(momentsOf([])).toEqual({ given: null, refused: null, paid: null, uneasy: [] });
  });

  it('are told in the debrief by their places, over a real day', () => {
    const { moments, decisions: all } = debriefOf(DAY, day.facts, 0);
    const places = [moments.given, moments.refused, moments.paid].filter((one) => one !== null);
    expect(places.length).toBeGreaterThanOrEqual(2);
    expect(new Set(places).size).toBe(places.length);
    if (moments.given !== null)
      expect(all[moments.given]!.given).toBe(Math.max(...all.map(({ given }) => given)));
  });
});

describe('the most uncomfortable choices', () => {
  it('[P11] are those where both voices were loud: neither being loud alone is enough', () => {
    const loud = talk({ care: 5, hurry: 5.2 });
    const lopsided = talk({ care: 12, hurry: 0.3 });
    const quiet = talk({ care: 0.04, hurry: 0.04 });
    const left = talk({ care: 9, hurry: 9, how: 'left' });
    expect(uneasiness(loud)).toBe(5);
    expect(momentsOf([quiet, lopsided, left, loud]).uneasy).toEqual([loud, lopsided]);
    expect(momentsOf(Array.from({ length: 9 }, () => loud)).uneasy).toHaveLength(3);
  });
});

describe('the sentence', () => {
  const words = (text: string): number => text.split(/\s+/).filter((w) => /\w/.test(w)).length;

  it('tells the shift in 25 words at most, in both languages, whatever it was', () => {
    const counts = [0, 1, 2, 12];
    const said = new Set<string>();
    for (const served of counts)
      for (const resolved of counts.filter((n) => n <= served))
        for (const again of counts.filter((n) => n <= served - resolved))
          for (const gaveUp of counts) {
            const { en, fr } = sentenceOf({ served, resolved, again, gaveUp });
            for (const text of [en, fr]) {
              expect(words(text), text).toBeLessThanOrEqual(25);
              expect(text).toMatch(/^[A-Z].*\.$/);
              expect(text).not.toMatch(/\b(un|one|1) (clients|callers|rappelleront|ont)\b/);
            }
            said.add(fr);
          }
    expect(said.size).toBeGreaterThan(20);
  });

  it('says what the day was', () => {
    expect(sentenceOf({ served: 9, resolved: 7, again: 2, gaveUp: 3 })).toEqual({
      fr: 'Vous avez servi 9 clients, 7 repartis avec leur réponse ; 2 rappelleront, et 3 autres ont raccroché dans la file.',
      en: 'You served 9 callers and 7 left with an answer; 2 will ring back, and 3 others hung up in the queue.',
    });
    const { decisions: all, shift } = debriefOf(DAY, day.facts, 0);
    expect(shift.served).toBe(new Set(all.map(({ caller }) => caller)).size);
    expect(shift.resolved).toBeLessThanOrEqual(shift.served);
    const gaveUp = day.facts.filter(({ at, kind }) => kind === 'abandoned' && at > 10_000);
    expect(shift.gaveUp).toBe(gaveUp.length);
  });
});
