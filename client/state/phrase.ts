import { CHAPTERS } from '../../models/doors/game.ts';
import { ADVICES } from '../../models/doors/play.ts';
import { type Progress, WAYS } from './progress.ts';

/** A phrase that brings back elsewhere what one has played. */

/* The phrase: chapters done (9 bits), the way (2), the last advice (5), 8 that tell a slip. */

const CONSONANTS = 'bdfgjklmnprstvxz';
const VOWELS = 'aiou';
const SYLLABLES = 4;
const [ADVICE_BITS, CHECK] = [5, 8];

const check = (bits: number): number => (Math.imul(bits + 1, 0x9e3779b1) >>> 24) & 255;

const syllable = (six: number): string =>
  (CONSONANTS[six >> 2] as string) + (VOWELS[six & 3] as string);

/** What a phrase says. */
type Phrase = Pick<Progress, 'advice' | 'done' | 'way'>;

/** Four syllables, the same in every language: « bilomuri » has what was played. */
export function phraseOf({ advice, done, way }: Phrase): string {
  const chapters = done.reduce((bits, number) => bits | (1 << (number - 1)), 0);
  const given = advice === null ? 0 : ADVICES.indexOf(advice) + 1;
  const bits = (((chapters << 2) | WAYS.indexOf(way)) << ADVICE_BITS) | given;
  const all = bits * (1 << CHECK) + check(bits);
  const parts = Array.from({ length: SYLLABLES }, (_, i) =>
    syllable((all >> (6 * (SYLLABLES - 1 - i))) & 63),
  );
  return parts.join('');
}

/** What a phrase says was played; null where it is none. */
export function fromPhrase(phrase: string): Phrase | null {
  const letters = phrase.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length !== 2 * SYLLABLES) return null;
  let all = 0;
  for (let i = 0; i < letters.length; i += 2) {
    const [c, v] = [
      CONSONANTS.indexOf(letters[i] as string),
      VOWELS.indexOf(letters[i + 1] as string),
    ];
    if (c < 0 || v < 0) return null;
    all = all * 64 + c * 4 + v;
  }
  const bits = all >> CHECK;
  const given = bits & ((1 << ADVICE_BITS) - 1);
  const way = WAYS[(bits >> ADVICE_BITS) & 3];
  const advice = given === 0 ? null : ADVICES[given - 1];
  if ((all & 255) !== check(bits) || way === undefined || advice === undefined) return null;
  const chapters = bits >> (ADVICE_BITS + 2);
  const done = CHAPTERS.map(({ number }) => number).filter(
    (number) => ((chapters >> (number - 1)) & 1) === 1,
  );
  return { advice, done, way };
}
