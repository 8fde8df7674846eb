import { describe, expect, it } from 'vitest';
import {
  ownWords,
  REACTIONS,
  reaction,
  refusal,
  registerWords,
  SPOKEN_MOVES,
  WORDINGS,
} from '../../../models/play/reactions.ts';
import { sceneOf, WORLDS } from '../../../models/play/scene.ts';
import { REFUSALS } from '../../../models/words/gestures.ts';
import { CONTEXTS, MOTIVES } from '../../../models/words/sheet.ts';
import { sentencesOf, wordsOf } from './reading.ts';

const LANGUAGES = ['fr', 'en'] as const;
const PAIRS = MOTIVES * CONTEXTS;
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

const callers = (start: number, count = 60): { ordinal: number; motive: number }[] =>
  upTo(count).map((ordinal) => ({
    ordinal,
    motive: Math.floor(((start + 19 * ordinal) % PAIRS) / CONTEXTS),
  }));

const repeated = (texts: readonly string[]): string[] => {
  const seen = new Set<string>();
  return texts.filter((text) => seen.has(text) || !seen.add(text));
};

/** What is wrong with a text, as to its length and form. */
const faultOf = (text: string): string | undefined => {
  if (sentencesOf(text).some((one) => wordsOf(one).length > 12)) return `long sentence: ${text}`;
  if (wordsOf(text).length > 30) return `more than 30 words: ${text}`;
  if (/[{}]/.test(text)) return `not filled: ${text}`;
  return /^[«“(]?\s?[\p{Lu}#]/u.test(text) ? undefined : `no capital: ${text}`;
};
const faultsOf = (texts: Iterable<string>): string[] =>
  [...texts].flatMap((text) => faultOf(text) ?? []);

/** The texts of many days: none twice in one, and each one well made. */
function heard(say: (of: { ordinal: number; motive: number }) => string): Set<string> {
  const all = new Set<string>();
  for (const start of upTo(PAIRS)) {
    const texts = callers(start).map(say);
    expect(repeated(texts)).toEqual([]);
    for (const text of texts) all.add(text);
  }
  expect(faultsOf(all)).toEqual([]);
  return all;
}

const ALL = WORLDS.flatMap((world) => LANGUAGES.map((language) => ({ world, language })));

describe.each(ALL)('what is answered in $world, $language', ({ world, language }) => {
  const scene = sceneOf(world);

  it.each(REACTIONS)('%s: other words for each caller of a day', (kind) => {
    for (const wording of kind === 'incivility' ? WORDINGS : (['none'] as const)) {
      const texts = heard((of) => reaction(scene, kind, { ...of, wording }, language));
      expect(texts.size).toBeGreaterThanOrEqual(6 * MOTIVES);
    }
  });

  it('says no two different things in the same words', () => {
    const texts = REACTIONS.flatMap((kind) =>
      callers(0).map((of) => reaction(scene, kind, of, language)),
    );
    expect(repeated(texts)).toEqual([]);
  });

  it('says the same thing otherwise to whoever calls again', () => {
    for (const kind of REACTIONS)
      for (const of of callers(0)) {
        const texts = upTo(4).map((attempt) => reaction(scene, kind, { ...of, attempt }, language));
        expect(repeated(texts)).toEqual([]);
      }
  });

  it.each(REFUSALS)('%s: a refusal in other words for each caller', (way) => {
    const because = language === 'fr' ? /parce qu/ : /because/;
    const instead = language === 'fr' ? /je peux/ : /I can /;
    for (const text of heard((of) => refusal(scene, way, of, language))) {
      expect(because.test(text), text).toBe(way === 'because' || way === 'both');
      expect(instead.test(text), text).toBe(way === 'instead' || way === 'both');
    }
  });
});

describe('the three wordings of insults', () => {
  const insults = (wording: (typeof WORDINGS)[number], language: 'fr' | 'en'): string[] =>
    callers(0).map((of) =>
      reaction(sceneOf('town-hall'), 'incivility', { ...of, wording }, language),
    );

  it.each(LANGUAGES)('are a stage direction, struck out words, or mild ones: %s', (language) => {
    for (const text of insults('none', language)) expect(text).toMatch(/^\([^)]+\)/);
    for (const text of insults('stylised', language)) expect(text).toContain('####');
    for (const text of insults('mild', language)) expect(text).not.toMatch(/[#(]/);
  });
});

describe('the words of a desk', () => {
  it.each(LANGUAGES)('are one short sentence a move: %s', (language) => {
    const texts = SPOKEN_MOVES.map((move) => ownWords(move, language));
    expect(repeated(texts)).toEqual([]);
    expect(faultsOf(texts)).toEqual([]);
    for (const text of texts) expect(sentencesOf(text)).toHaveLength(1);
  });

  it.each(LANGUAGES)('are other words as one is, and by the book: %s', (language) => {
    const said = (register: string, move: string) =>
      [0, 1].map((ordinal) => registerWords(register, move, ordinal, language));
    const moves = ['listen', 'explain', 'acknowledge', 'hold', 'conclude'];
    const texts = ['natural', 'script'].flatMap((register) =>
      moves.flatMap((move) => [...new Set(said(register, move))]),
    );
    const own = texts.filter((text) => text !== null);
    expect(own).toHaveLength(9);
    expect(repeated(own)).toEqual([]);
    expect(faultsOf(own)).toEqual([]);
    expect(said('professional', 'listen')).toEqual([null, null]);
  });
});
