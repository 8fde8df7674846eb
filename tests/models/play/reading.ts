import { ANYWHERE, type Language, sceneOf, WORLDS } from '../../../models/play/scene.ts';

/** How texts are read: what is a text, a sentence, a word. */

/** Every text of a world, or of the words for any line, in one language, as its file has it. */
export function textsOf(from: unknown, language: Language): string[] {
  if (Array.isArray(from)) {
    const [fr, en] = from as unknown[];
    if (typeof fr === 'string' && typeof en === 'string') return [language === 'fr' ? fr : en];
    return from.flatMap((one) => textsOf(one, language));
  }
  if (typeof from !== 'object' || from === null) return [];
  return Object.values(from).flatMap((one) => textsOf(one, language));
}

/** The whole corpus of a language, each text once. */
export const corpus = (language: Language): string[] => [
  ...new Set([ANYWHERE, ...WORLDS.map(sceneOf)].flatMap((from) => textsOf(from, language))),
];

export const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?…])[)»”]?\s+/u).filter((sentence) => /[\p{L}#]/u.test(sentence));

/** What stands between two spaces, punctuation that stands alone apart. */
export const wordsOf = (text: string): string[] =>
  text.split(/\s+/u).filter((word) => /[\p{L}\d#]/u.test(word));

/** What a reader sees of a word: neither an elided article nor punctuation makes it longer. */
const LETTERS = /\p{L}+/gu;
const isLong = (word: string): boolean => (word.match(LETTERS) ?? []).some((run) => run.length > 6);

/** Läsbarhetsindex: words a sentence, and the percentage of those of more than six letters. */
export function lix(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  return words.length / sentences.length + (100 * words.filter(isLong).length) / words.length;
}
