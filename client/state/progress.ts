import { CHAPTERS } from '../../models/doors/game.ts';
import { ADVICES, type AdviceId, type Debrief } from '../../models/doors/play.ts';
import { codeIn } from '../wire/code.ts';
import { forgetRoom } from '../wire/kept.ts';

/**
 * What one has played, kept on this device; which chapters, how, and the last advice by a phrase
 * too, which brings them back elsewhere. Nobody else sees it.
 */

/** For fun: no score; for the price: a word, and the same callers again; for a living: a shift. */
export const WAYS = ['pleasure', 'price', 'living'] as const;
export type Way = (typeof WAYS)[number];

/** A day of a chapter that was begun here. */
export interface Begun {
  readonly code: string;
  readonly word: string;
}

/** What one came to on a day of some callers. */
export interface Result {
  readonly code: string;
  readonly served: number;
  readonly resolved: number;
  readonly gaveUp: number;
  /** How the callers lived it, 0 to 100; null: nobody's journey ended. */
  readonly lived: number | null;
  /** Its advice was given: it is not the last one again when this day is looked at anew. */
  readonly advised?: boolean;
}

export interface Progress {
  readonly way: Way;
  /** The advice given last; null: none yet. */
  readonly advice: AdviceId | null;
  /** By chapter and word (`ofWord`), the latest last. */
  readonly results: Readonly<Record<string, readonly Result[]>>;
  /** Numbers of the chapters whose day was played to its end. */
  readonly done: readonly number[];
  /** Of each chapter, the day begun last. */
  readonly begun: Readonly<Record<number, Begun>>;
}

const KEY = 'contretemps.progress';
const NOTHING: Progress = { way: 'pleasure', advice: null, results: {}, done: [], begun: {} };
/** So many words are kept, and so many days of each. */
const WORDS = 12;
const DAYS = 8;

/** Private windows keep nothing: it then lasts as long as the page. */
let here: Progress = NOTHING;

const isChapter = (n: unknown): n is number => CHAPTERS.some(({ number }) => number === n);
const isBegun = (one: unknown): one is Begun =>
  typeof one === 'object' &&
  one !== null &&
  typeof (one as Begun).code === 'string' &&
  typeof (one as Begun).word === 'string';

const isCount = (n: unknown): n is number => Number.isInteger(n) && (n as number) >= 0;

function isResult(one: unknown): one is Result {
  const { code, gaveUp, lived, resolved, served } = (one ?? {}) as Record<string, unknown>;
  const areCounts = isCount(served) && isCount(resolved) && isCount(gaveUp) && resolved <= served;
  const isLived = typeof lived === 'number' && lived >= 0 && lived <= 100;
  return typeof code === 'string' && areCounts && (lived === null || isLived);
}

const resultsIn = (raw: unknown): Progress['results'] =>
  Object.fromEntries(
    Object.entries((raw ?? {}) as Record<string, unknown>).map(([of, all]) => [
      of,
      Array.isArray(all) ? all.filter(isResult) : [],
    ]),
  );

/** What is kept may be of another version, or have been touched: what is odd is left out. */
function read(text: string | null): Progress {
  const raw: unknown = JSON.parse(text ?? 'null');
  if (typeof raw !== 'object' || raw === null) return NOTHING;
  const { advice, begun, done, results, way } = raw as Record<string, unknown>;
  const entries = Object.entries((begun ?? {}) as Record<string, unknown>);
  return {
    way: WAYS.find((one) => one === way) ?? 'pleasure',
    advice: ADVICES.find((one) => one === advice) ?? null,
    results: resultsIn(results),
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

/** All of it, and the keys of the rooms in which it was played. */
export function eraseProgress(): Progress {
  const { begun, results } = progress();
  for (const { code } of [...Object.values(begun), ...Object.values(results).flat()])
    forgetRoom(codeIn(code));
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

/** How the days of one word are kept. */
const ofWord = (chapter: number, word: string): string => `${chapter} ${word}`;

/** The chapter that was begun here with this code, and the word of its callers. */
function begunAs(code: string): { readonly number: number; readonly word: string } | null {
  const plain = (text: string): string => text.replace(/-/g, '').toUpperCase();
  for (const [number, one] of Object.entries(progress().begun))
    if (plain(one.code) === plain(code)) return { number: Number(number), word: one.word };
  return null;
}

/** What a day begun here came to is kept beside the other days of the same callers. */
export function keepResult(code: string, { further, shift }: Debrief): void {
  const begun = begunAs(code);
  if (begun === null) return;
  const { [ofWord(begun.number, begun.word)]: before = [], ...others } = progress().results;
  if (before.some((one) => one.code === code)) return;
  const { gaveUp, resolved, served } = shift;
  const result = { code, served, resolved, gaveUp, lived: further?.lived?.journey ?? null };
  const days = [...before, result].slice(-DAYS);
  const kept = Object.entries(others).slice(1 - WORDS);
  const results = { ...Object.fromEntries(kept), [ofWord(begun.number, begun.word)]: days };
  keepProgress({ results });
}

/** The advice of a day begun here is the one to remember, once. */
export function keepAdvice(code: string, advice: AdviceId | null): void {
  const { results } = progress();
  const isOf = (one: Result): boolean => one.code === code && one.advised !== true;
  if (advice === null || !Object.values(results).flat().some(isOf)) return;
  const marked = Object.entries(results).map(([of, all]) => [
    of,
    all.map((one) => (one.code === code ? { ...one, advised: true } : one)),
  ]);
  keepProgress({ advice, results: Object.fromEntries(marked) });
}

/** The chapter to play next: the first that is not done, else the last. */
export const nextChapter = ({ done }: Progress): number =>
  CHAPTERS.find(({ number }) => !done.includes(number))?.number ?? CHAPTERS.length;
