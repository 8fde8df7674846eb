import { CHAPTERS } from '../../models/doors/game.ts';

/**
 * What one has played, kept on this device and by a phrase that brings it back elsewhere. Nobody
 * else sees it.
 */

/** For fun: no score; for the price: a word, and the same callers again; for a living: a shift. */
export const WAYS = ['pleasure', 'price', 'living'] as const;
export type Way = (typeof WAYS)[number];

/** A day of a chapter that was begun here. */
export interface Begun {
  readonly code: string;
  readonly word: string;
}

export interface Progress {
  readonly way: Way;
  /** Numbers of the chapters whose day was played to its end. */
  readonly done: readonly number[];
  /** Of each chapter, the day begun last. */
  readonly begun: Readonly<Record<number, Begun>>;
}

const KEY = 'contretemps.progress';
const NOTHING: Progress = { way: 'pleasure', done: [], begun: {} };

/** Private windows keep nothing: it then lasts as long as the page. */
let here: Progress = NOTHING;

const isChapter = (n: unknown): n is number => CHAPTERS.some(({ number }) => number === n);
const isBegun = (one: unknown): one is Begun =>
  typeof one === 'object' &&
  one !== null &&
  typeof (one as Begun).code === 'string' &&
  typeof (one as Begun).word === 'string';

/** What is kept may be of another version, or have been touched: what is odd is left out. */
function read(text: string | null): Progress {
  const raw: unknown = JSON.parse(text ?? 'null');
  if (typeof raw !== 'object' || raw === null) return NOTHING;
  const { begun, done, way } = raw as Record<string, unknown>;
  const entries = Object.entries((begun ?? {}) as Record<string, unknown>);
  return {
    way: WAYS.find((one) => one === way) ?? 'pleasure',
    done: Array.isArray(done) ? done.filter(isChapter) : [],
    begun: Object.fromEntries(entries.filter(([, one]) => isBegun(one))) as Progress['begun'],
  };
}

export function progress(): Progress {
  try {
    here = read(localStorage.getItem(KEY));
  } catch {
    // What this page knows.
  }
  return here;
}

export function keepProgress(change: Partial<Progress>): Progress {
  here = { ...progress(), ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(here));
  } catch {
    // It lasts as long as the page.
  }
  return here;
}

export function eraseProgress(): Progress {
  here = NOTHING;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // It was kept in memory only.
  }
  return here;
}

/** The day of a chapter was played to its end; that of a whole shift is none. */
export function finishChapter(number: number): Progress {
  const done = [...new Set([...progress().done, number])].filter(isChapter);
  return keepProgress({ done: done.sort((a, b) => a - b) });
}

/** The chapter to play next: the first that is not done, else the last. */
export const nextChapter = ({ done }: Progress): number =>
  CHAPTERS.find(({ number }) => !done.includes(number))?.number ?? CHAPTERS.length;

/* The phrase: chapters done (9 bits), the way (2), and 7 bits that tell a slip of the pen. */

const CONSONANTS = 'bdfgjklmnprstvxz';
const VOWELS = 'aiou';
const SYLLABLES = 3;
const CHECK = 7;

const check = (bits: number): number => (Math.imul(bits + 1, 0x9e3779b1) >>> 25) & 127;

const syllable = (six: number): string =>
  (CONSONANTS[six >> 2] as string) + (VOWELS[six & 3] as string);

/** Three syllables, the same in every language: « bado-ki » has what was played. */
export function phraseOf({ done, way }: Progress): string {
  const chapters = done.reduce((bits, number) => bits | (1 << (number - 1)), 0);
  const bits = (chapters << 2) | WAYS.indexOf(way);
  const all = bits * (1 << CHECK) + check(bits);
  const parts = Array.from({ length: SYLLABLES }, (_, i) =>
    syllable((all >> (6 * (SYLLABLES - 1 - i))) & 63),
  );
  return parts.join('');
}

/** What a phrase says was played; null where it is none. */
export function fromPhrase(phrase: string): Pick<Progress, 'done' | 'way'> | null {
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
  const way = WAYS[bits & 3];
  if ((all & 127) !== check(bits) || way === undefined) return null;
  const done = CHAPTERS.map(({ number }) => number).filter(
    (number) => ((bits >> (1 + number)) & 1) === 1,
  );
  return { done, way };
}
