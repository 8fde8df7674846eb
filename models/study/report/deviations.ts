import { canonical } from '../execution/identity.ts';
import type { Language } from './numerals.ts';
import type { Rows } from './study-tables.ts';

/**
 * What is printed held to what comes out now: figures to figures, words to words. Figures decide.
 * A later version may word a sentence anew, add one, or tell a figure more: that is no difference,
 * and what it says now is told beside what was printed. A number in a sentence is a figure all the
 * same: it must come out where it stands, or, of a sentence worded anew, somewhere on the sheet.
 */

/** A place where two reports differ, each as JSON; `null` also where one has nothing there. */
export interface Deviation {
  /** From the figures on: `data.intervals.3.groups.0.agents`. */
  readonly path: string;
  readonly printed: string;
  readonly recomputed: string;
}

export interface Held {
  /** Where figures differ, in order of the printed ones. */
  readonly figures: readonly Deviation[];
  /** Where the same is said in other words. */
  readonly words: readonly Deviation[];
}

/** Sheets in both languages, and data. */
export interface Printed {
  readonly sheets: Readonly<Record<Language, Sheet>>;
  readonly data: object;
}

/** What data say beside their figures. */
const WORDS = ['conventions'];

/** What is printed, and what comes out. */
export function held(printed: Printed, now: Printed): Held {
  const sheets = (['fr', 'en'] as const).map((language) =>
    sheetHeld(printed.sheets[language], now.sheets[language], `sheets.${language}`),
  );
  const data = dataHeld(printed.data, now.data, 'data');
  const all = [...sheets, data];
  return {
    figures: all.flatMap(({ figures }) => figures),
    words: all.flatMap(({ words }) => words),
  };
}

/** The same of sheets of the same wording: whatever is not the same differs. */
export const heldToTheLetter = (printed: Printed, now: Printed): Held => ({
  figures: between(printed, now, '', true),
  words: [],
});

/** Data alone; what they do not hold is not compared. */
export function dataHeld(printed: object, now: object, path = ''): Held {
  const [told, said] = [printed, now].map((data) => new Map(Object.entries(data)));
  const figures: Deviation[] = [];
  const words: Deviation[] = [];
  for (const [name, value] of told ?? []) {
    const isWords = WORDS.includes(name);
    (isWords ? words : figures).push(...between(value, said?.get(name), under(path, name)));
  }
  return { figures, words };
}

const under = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

const plain = (value: unknown): string => canonical(value ?? null);

/** What is in a list or an object, by name; undefined of anything else. */
const inside = (value: unknown): Map<string, unknown> | undefined =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;

/** Every difference; a list must be as long, an object may have grown, except to the letter. */
function between(printed: unknown, now: unknown, path: string, isLetter = false): Deviation[] {
  const [a, b] = [printed, now].map(inside);
  if (a === undefined || b === undefined) {
    const [left, right] = [plain(printed), plain(now)];
    return left === right ? [] : [{ path, printed: left, recomputed: right }];
  }
  const isWhole = isLetter || Array.isArray(printed);
  const names = isWhole ? new Set([...a.keys(), ...b.keys()]) : a.keys();
  return [...names].flatMap((name) =>
    between(a.get(name), b.get(name), under(path, name), isLetter),
  );
}

/** A text of a sheet. */
interface Line {
  readonly path: string;
  readonly text: string;
}

function linesOf(value: unknown, path: string): Line[] {
  if (typeof value === 'string') return [{ path, text: value }];
  return [...(inside(value) ?? [])].flatMap(([name, part]) => linesOf(part, under(path, name)));
}

const NUMBER = /[+−-]?\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)*/g;

/** The numbers of a text, however spaced. */
const numbersOf = (text: string): string[] =>
  [...text.matchAll(NUMBER)].map(([found]) => found.replace(/\s/g, '').replace('−', '-'));

/** A text without its numbers. */
const wordingOf = (text: string): string => text.replace(NUMBER, '#').replace(/\s/g, ' ');

/** A sheet, as far as its tables may have moved. */
interface Sheet {
  readonly tables: readonly Pick<Rows, 'columns' | 'title'>[];
}

/** The place in another sheet of what stands here; null where it has none. */
function placeIn(printed: Sheet, now: Sheet, path: string): string | null {
  const [, before, t, rest, r, c] =
    /^(.*\.tables\.)(\d+)(\.rows\.(\d+)\.(\d+)|\..+)$/.exec(path) ?? [];
  const table = printed.tables[Number(t)];
  if (table === undefined) return path;
  const title = wordingOf(table.title);
  const found = now.tables.findIndex((one) => wordingOf(one.title) === title);
  const to = found < 0 ? Number(t) : found;
  if (c === undefined || c === '0') return `${before}${to}${rest}`;
  const heads = now.tables[to]?.columns.map(({ head }) => head) ?? [];
  const column = heads.indexOf(table.columns[Number(c) - 1]?.head ?? '');
  if (column < 0 && heads.length !== table.columns.length) return null;
  return `${before}${to}.rows.${r}.${column < 0 ? c : column + 1}`;
}

/**
 * Line by line. One whose words still stand there must have its numbers; one that is worded anew
 * must have those that the sheet has now.
 */
function sheetHeld(printed: Sheet, now: Sheet, path: string): Held {
  const lines = linesOf(now, path);
  const at = new Map(lines.map((line) => [line.path, line.text]));
  const sentences = lines.filter((line) => !isCell(line.path));
  const all = new Set(sentences.map(({ text }) => text));
  // A sentence more before it moves a sentence, and leaves it what it is.
  const worded = new Map(sentences.map(({ text }) => [wordingOf(text), text]));
  const there = new Set(lines.flatMap(({ text }) => numbersOf(text)));
  const figures: Deviation[] = [];
  const words: Deviation[] = [];
  for (const line of linesOf(printed, path)) {
    const sentence = isCell(line.path) ? undefined : worded.get(wordingOf(line.text));
    const found = sentence ?? at.get(placeIn(printed, now, line.path) ?? '');
    if (found === line.text || (sentence !== undefined && all.has(line.text))) continue;
    const one = { path: line.path, printed: plain(line.text), recomputed: plain(found) };
    (isReworded(line, found, there) ? words : figures).push(one);
  }
  return { figures, words };
}

const isCell = (path: string): boolean => /\.rows\.\d+\.\d+$/.test(path);

function isReworded({ path, text }: Line, now: string | undefined, there: Set<string>): boolean {
  const mine = numbersOf(text);
  if (now !== undefined) {
    if (plain(mine) === plain(numbersOf(now))) return true;
    if (isCell(path) || wordingOf(text) === wordingOf(now)) return false;
  }
  return mine.every((one) => there.has(one));
}
