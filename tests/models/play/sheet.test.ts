import { describe, expect, it } from 'vitest';
import { Luck } from '../../../models/kernel/luck.ts';
import {
  causes,
  inLanguage,
  LINES,
  type Line,
  labelOf,
  sceneOf,
  WORLDS,
} from '../../../models/play/scene.ts';
import { clue, opening, type Said, turned } from '../../../models/play/sheet.ts';
import { CLAIM } from '../../../models/words/gestures.ts';
import { CONTEXTS, FIFTHS, MOTIVES, PAIRS, pairOf, STATES } from '../../../models/words/sheet.ts';
import { sentencesOf, wordsOf } from './reading.ts';

const LANGUAGES = ['fr', 'en'] as const;
const HINTS = STATES + FIFTHS;
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** The callers of a day, as the centre numbers their sheets; the rest by luck. */
function day(start: number, callers = 60): Said[] {
  const luck = new Luck(`words ${start}`);
  return upTo(callers).map((ordinal) => {
    return {
      ordinal,
      ...pairOf(start, ordinal),
      hint: Math.floor(HINTS * luck.uniform(ordinal, 0, 0)),
      attempt: 0,
      promised: false,
    };
  });
}

const repeated = (texts: readonly string[]): string[] => {
  const seen = new Set<string>();
  return texts.filter((text) => seen.has(text) || !seen.add(text));
};

const ALL = WORLDS.flatMap((world) => LANGUAGES.map((language) => ({ world, language })));

describe.each(ALL)('the words of $world, $language', ({ world, language }) => {
  const scene = sceneOf(world);

  it('have all motives in all contexts, all states of mind and all needs', () => {
    const matters = scene.matter.flat().map((pair) => inLanguage(pair, language));
    expect(scene.matter.map((of) => of.length)).toEqual(upTo(MOTIVES).map(() => CONTEXTS));
    expect(new Set(matters).size).toBe(PAIRS);
    expect(scene.tells.map((of) => of.length)).toEqual(upTo(HINTS).map(() => 13));
    for (const line of Object.keys(LINES) as Line[]) {
      const labels = upTo(LINES[line]).map((value) => labelOf(scene, line, value, language));
      expect(new Set(labels).size).toBe(LINES[line]);
      for (const label of labels) expect(wordsOf(label).length).toBeLessThanOrEqual(4);
    }
  });

  it('betray by each turn of phrase one state of mind, or one need', () => {
    const tells = scene.tells.flat().map((pair) => inLanguage(pair, language));
    expect(repeated(tells)).toEqual([]);
    for (const tell of tells) expect(tell.split('{}').length).toBe(2);
  });

  it('begin in 1 to 3 short sentences, said for the first time or again', () => {
    const tooLong: string[] = [];
    for (const first of day(0, 35))
      for (const hint of upTo(HINTS))
        for (const context of upTo(CONTEXTS))
          for (const [attempt, promised] of [
            [0, false],
            [1, false],
            [2, false],
            [1, true],
          ] as const) {
            const text = opening(scene, { ...first, hint, context, attempt, promised }, language);
            const sentences = sentencesOf(text);
            const long = sentences.some((one) => wordsOf(one).length > 12);
            if (long || sentences.length > 3 || wordsOf(text).length > 30) tooLong.push(text);
          }
    expect(tooLong).toEqual([]);
  });

  it('begin alike for no two callers of a day', () => {
    for (const start of upTo(200)) {
      const texts = day(start).map((said) => opening(scene, said, language));
      expect(repeated(texts)).toEqual([]);
    }
  });

  it('say no sentence twice in a chapter, beside the greeting', () => {
    for (const start of upTo(200)) {
      const texts = day(start, 12).map((said) => opening(scene, said, language));
      expect(repeated(texts.flatMap((text) => sentencesOf(text).slice(1)))).toEqual([]);
    }
  });

  it('say nothing of a matter twice among 48 callers running', () => {
    for (const start of [0, 7, 31]) {
      const matters = day(start, PAIRS).map(({ motive, context }) => `${motive} ${context}`);
      expect(repeated(matters)).toEqual([]);
    }
  });

  it('say that one has called before, and what was promised', () => {
    for (const said of day(3)) {
      const texts = [
        said,
        ...[1, 2, 3].map((attempt) => ({ ...said, attempt })),
        ...[1, 2].map((attempt) => ({ ...said, attempt, promised: true })),
      ].map((one) => opening(scene, one, language));
      expect(repeated(texts)).toEqual([]);
      const [first = '', again = '', , , promised = ''] = texts;
      const begins = (text: string): string => sentencesOf(text)[0] ?? '';
      expect(new Set([first, again, promised].map(begins)).size).toBe(3);
    }
  });

  it('make plain what listening turns, in words of its own for each caller', () => {
    const all = new Set<string>();
    for (const start of upTo(PAIRS)) {
      const callers = day(start);
      for (const line of ['claim', 'state', 'need'] as const)
        for (const value of upTo(LINES[line]).slice(line === 'claim' ? 1 : 0)) {
          const texts = callers.map((said) => turned(scene, { ...said, line, value }, language));
          expect(repeated(texts)).toEqual([]);
          for (const text of texts) all.add(text);
        }
    }
    expect([...all].flatMap(sentencesOf).filter((one) => wordsOf(one).length > 12)).toEqual([]);
  });

  it('begin otherwise when more than one line is turned', () => {
    for (const said of day(0)) {
      const begins = (['claim', 'state', 'need'] as const).map((line) => {
        const text = turned(scene, { ...said, line, value: 1 }, language);
        return sentencesOf(text)[0];
      });
      expect(new Set(begins).size).toBe(3);
    }
  });

  it('show by other words what is due and what is not', () => {
    for (const motive of upTo(MOTIVES)) {
      const shown = [CLAIM.due, CLAIM.undue].map((value) =>
        turned(scene, { ordinal: 0, motive, line: 'claim', value }, language),
      );
      expect(new Set(shown).size).toBe(2);
    }
  });

  it('point to three causes without naming them', () => {
    const named = causes(scene, language);
    expect(new Set(named.map(({ id }) => id)).size).toBe(3);
    for (const [cause, { name }] of named.entries()) {
      expect(wordsOf(name).length).toBeLessThanOrEqual(5);
      const texts = upTo(35).map((ordinal) => clue(scene, cause, ordinal, language));
      expect(new Set(texts).size).toBe(35);
      for (const text of texts) {
        for (const one of sentencesOf(text)) expect(wordsOf(one).length).toBeLessThanOrEqual(12);
        const said = new Set(text.toLowerCase().match(/\p{L}+/gu));
        const tells = (name.toLowerCase().match(/\p{L}+/gu) ?? []).filter((w) => w.length > 4);
        expect(
          tells.filter((word) => said.has(word)),
          text,
        ).toEqual([]);
      }
    }
  });
});

describe('the callers of a day', () => {
  it('have no motive, context, state of mind and need in common within ten', () => {
    for (const start of upTo(200)) {
      const luck = new Luck(`sheets ${start}`);
      const sheets = day(start).map(({ motive, context }, caller) =>
        [
          motive,
          context,
          Math.floor(STATES * luck.uniform(caller, 0, 1)),
          Math.floor(FIFTHS * luck.uniform(caller, 0, 2)),
        ].join(),
      );
      for (const [i, sheet] of sheets.entries())
        expect(sheets.slice(i + 1, i + 11)).not.toContain(sheet);
    }
  });
});
