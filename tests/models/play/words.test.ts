import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ANYWHERE, sceneOf, WORLDS } from '../../../models/play/scene.ts';
import { corpus, lix, sentencesOf, textsOf, wordsOf } from './reading.ts';

const LANGUAGES = ['fr', 'en'] as const;
const FILES = ['anywhere', ...WORLDS].map((name) => `models/play/scenes/${name}.json`);

/** Each pair of a tree: a text and its other language. */
function pairsOf(from: unknown): unknown[][] {
  if (Array.isArray(from))
    return typeof from[0] === 'string' ? [from as unknown[]] : from.flatMap(pairsOf);
  if (typeof from !== 'object' || from === null) return [];
  return Object.values(from).flatMap(pairsOf);
}

describe('the words of the game', () => {
  it('were read: a test that reads nothing finds nothing', () => {
    for (const language of LANGUAGES) expect(corpus(language).length).toBeGreaterThan(700);
  });

  it('are in both languages', () => {
    for (const pair of [ANYWHERE, ...WORLDS.map(sceneOf)].flatMap(pairsOf)) {
      expect(pair, String(pair)).toHaveLength(2);
      const [fr, en] = pair as string[];
      for (const text of [fr, en]) expect(text?.trim(), String(pair)).toBe(text);
      expect(fr).not.toBe('');
      expect(en).not.toBe('');
    }
  });

  it('are light', () => {
    const bytes = FILES.reduce((sum, file) => sum + statSync(file).size, 0);
    expect(bytes).toBeLessThanOrEqual(90_000);
  });

  it.each(LANGUAGES)('are plain: LIX at most 40, %s', (language) => {
    expect(lix(corpus(language))).toBeLessThanOrEqual(40);
    expect(lix(['Circonvolutions administratives inextricablement enchevêtrées.'])).toBe(104);
  });

  it.each(LANGUAGES)('have at most twelve words a sentence: %s', (language) => {
    for (const text of corpus(language))
      for (const one of sentencesOf(text)) expect(wordsOf(one).length, one).toBeLessThanOrEqual(12);
  });

  it('have no jargon', () => {
    const jargon = /\b(aht|dmt|tickets?|users?|utilisateurs?|erreurs?|errors?|process|workflow)\b/i;
    for (const language of LANGUAGES)
      expect(corpus(language).filter((text) => jargon.test(text))).toEqual([]);
  });

  it('insult nobody for what they are', () => {
    const { none, stylised, mild } = ANYWHERE.incivility;
    const groups = {
      fr: /femme|fille|homme|garçon|vieu|vieil|jeune|étrang|pays|noir|blanc|dieu|relig|fou|folle|gros|handicap|malad|pauvre/i,
      en: /woman|girl|\bman\b|\bmen\b|\bboy|\bold\b|young|foreign|countr|black|white|\bgod|relig|mad\b|crazy|\bfat\b|disab|sick|\bpoor\b/i,
    };
    for (const language of LANGUAGES)
      for (const text of textsOf([none, stylised, mild], language))
        expect(text).not.toMatch(groups[language]);
  });

  it('are set as each language is: the page makes French spaces narrow', () => {
    for (const text of corpus('fr')) {
      expect(text).not.toMatch(/[\p{L}\d»][;!?]|[\p{L}»]:|'|"/u);
      expect(text).not.toMatch(/«(?! )|(?<! )»/u);
    }
    for (const text of corpus('en')) expect(text).not.toMatch(/ [;:!?]|'|"|«/u);
  });

  it('agree, in French, with nobody: two sentences of one caller come from two lists', () => {
    const agrees =
      /\b(je suis|je serai|je reste|me voilà|me revoilà|on m’a|m’avez|vous m’avez) (?!(?:eu|en|au|dans|du|sur|dit|fait|parlé|nommé|annoncé|tout|très)\b)\p{L}*(é|ée|i|ie|u|ue|ent|ente|ain|aine|eux|euse|ais|aise)\b/iu;
    expect(corpus('fr').filter((text) => agrees.test(text))).toEqual([]);
    expect(agrees.test('Je suis perdue.')).toBe(true);
  });
});
