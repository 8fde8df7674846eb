import { plain } from '../../scenario/untrusted.ts';
import { type Problem, problem } from '../../words/problem.ts';
import { bareWord, COLUMNS, type Column, nameAndUnit, namesOf } from './columns.ts';
import type { DurationUnit } from './durations.ts';
import { clockIn } from './moments.ts';

/** Which column of a file is taken for what, as plain data: shown, corrected, remembered. */

export interface Place {
  /** Position in a row, from 0. */
  readonly at: number;
  /** The file's own name of it. */
  readonly name: string;
  /** The unit its name says, '' where it says none. */
  readonly unit: DurationUnit | '';
}

/** calls: a row a call; intervals: a row an interval; grid: a row a day, a column an interval. */
export type TableKind = 'calls' | 'intervals' | 'grid';

export interface Mapping {
  readonly kind: TableKind;
  /** The product whose export this looks like, where it does. */
  readonly preset: 'connect' | 'genesys' | null;
  readonly columns: Readonly<Partial<Record<Column, Place>>>;
  /** Columns of a grid: where, and the clock second at which their interval begins. */
  readonly grid: readonly { readonly at: number; readonly atS: number }[];
  /** Names of the columns taken for nothing. */
  readonly unused: readonly string[];
  /** The same for every file with the same header: what to remember a correction by. */
  readonly shape: string;
}

/** Corrections: for a column, the name the file gives it, or null for "none of them". */
export type Corrections = Readonly<Partial<Record<Column, string | null>>>;

const OF_INTERVALS: readonly Column[] = [
  ...(['interval', 'offered', 'answered', 'lost', 'inTarget', 'level', 'speed', 'aht'] as const),
  'staffed',
];
const OF_BOTH: readonly Column[] = ['day', 'time', 'end', 'type'];
/** From so many columns whose names are clock times on, a table is a grid. */
const GRID_COLUMNS = 12;

const shapeOf = (header: readonly string[]): string =>
  header.map((cell) => bareWord(cell).slice(0, 40)).join('|');

/** What the columns of a header are, looked for among some. */
function placesIn(
  header: readonly string[],
  among: readonly Column[],
): Partial<Record<Column, Place>> {
  const words = header.map(nameAndUnit);
  const taken = new Set<number>();
  const found: Partial<Record<Column, Place>> = {};
  const take = (column: Column, at: number): void => {
    taken.add(at);
    const { unit } = words[at] ?? { unit: '' };
    found[column] = { at, name: (header[at] ?? '').trim().slice(0, 60), unit };
  };
  // A name as a whole before a name without its unit: "queue" is its name, "queue_s" a duration.
  for (const part of ['whole', 'name'] as const)
    for (const column of among) {
      if (found[column] !== undefined) continue;
      for (const name of namesOf(column)) {
        const at = words.findIndex((word, i) => word[part] === name && !taken.has(i));
        if (at < 0) continue;
        if (part === 'name' && column === 'type' && words[at]?.unit !== '') continue;
        take(column, at);
        break;
      }
    }
  const wait = words.findIndex(
    ({ name, unit }, i) => !taken.has(i) && unit !== '' && (name === 'queue' || name === 'file'),
  );
  if (found.queue === undefined && wait >= 0 && among.includes('queue')) take('queue', wait);
  return found;
}

function gridOf(header: readonly string[]): { at: number; atS: number }[] {
  const grid = header.flatMap((cell, at) => {
    const atS = clockIn(cell.trim().replace(/\s*[-–].*$/, ''));
    return Number.isNaN(atS) ? [] : [{ at, atS }];
  });
  return grid.length >= GRID_COLUMNS ? grid : [];
}

/** What a row of calls must at least say; each entry: one of these. */
const NEEDED: readonly (readonly Column[])[] = [
  ['queueStart', 'time', 'serviceStart', 'vruEntry', 'day'],
  ['service', 'end'],
  ['outcome', 'abandoned', 'serviceStart', 'agent'],
];

const isEnough = (columns: Mapping['columns']): boolean =>
  NEEDED.every((some) => some.some((column) => columns[column] !== undefined)) &&
  (columns.queue !== undefined ||
    columns.queueEnd !== undefined ||
    columns.serviceStart !== undefined);

/** The corrected places, or the name that the header does not have. */
function corrected(
  found: Partial<Record<Column, Place>>,
  header: readonly string[],
  corrections: Corrections,
): Partial<Record<Column, Place>> | string {
  const columns = { ...found };
  for (const column of COLUMNS) {
    const wanted = corrections[column];
    if (wanted === undefined) continue;
    delete columns[column];
    if (wanted === null) continue;
    const at = header.findIndex((cell) => bareWord(cell) === bareWord(wanted));
    if (at < 0) return wanted;
    for (const other of COLUMNS) if (columns[other]?.at === at) delete columns[other];
    const name = (header[at] ?? '').trim().slice(0, 60);
    columns[column] = { at, name, unit: nameAndUnit(name).unit };
  }
  return columns;
}

function presetOf(header: readonly string[]): Mapping['preset'] {
  const words = new Set(header.map((cell) => nameAndUnit(cell).whole));
  const has = (...names: string[]): boolean => names.every((name) => words.has(name));
  if (has('contactid') && (has('initiationtimestamp') || has('disconnecttimestamp')))
    return 'connect';
  if (has('conversationid') && (has('totaltalk') || has('users'))) return 'genesys';
  return null;
}

/** A header understood, or null: then it is a title, or names nothing we know. */
export function mappingOf(header: readonly string[], corrections: Corrections): Mapping | null {
  const asTable = (
    kind: TableKind,
    columns: Mapping['columns'],
    grid: Mapping['grid'],
  ): Mapping => {
    const used = new Set([
      ...Object.values(columns).map(({ at }) => at),
      ...grid.map(({ at }) => at),
    ]);
    const unused = header
      .filter((cell, at) => !used.has(at) && cell.trim() !== '')
      .map((cell) => plain(cell.trim(), 60))
      .slice(0, 64);
    return { kind, preset: presetOf(header), columns, grid, unused, shape: shapeOf(header) };
  };
  const grid = gridOf(header);
  const ofIntervals = corrected(
    placesIn(header, [...OF_INTERVALS, ...OF_BOTH]),
    header,
    corrections,
  );
  if (typeof ofIntervals === 'string') return null;
  if (grid.length > 0) return asTable('grid', ofIntervals, grid);
  const { interval, offered, time } = ofIntervals;
  if (offered !== undefined && (interval !== undefined || time !== undefined))
    return asTable('intervals', ofIntervals, []);
  const among = COLUMNS.filter((column) => !OF_INTERVALS.includes(column));
  const ofCalls = corrected(placesIn(header, among), header, corrections);
  if (typeof ofCalls === 'string' || !isEnough(ofCalls)) return null;
  return asTable('calls', ofCalls, []);
}

/** How many columns of a row have a name that is known: the likeliest header has most. */
export const knownIn = (cells: readonly string[]): number =>
  cells.some((cell) => /^[\d.,:/ -]+$/.test(cell))
    ? -1
    : Object.keys(placesIn(cells, COLUMNS)).length;

/** Letters to change, add or leave out to make one word of another. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The known column a name is likest to, if it is like any. */
function nearest(header: string): Column | null {
  const { name } = nameAndUnit(header.slice(0, 60));
  if (name.length < 3) return null;
  let best: { column: Column; far: number } | null = null;
  for (const column of COLUMNS)
    for (const known of namesOf(column)) {
      const holds =
        known.length > 3 && name.length > 3 && (name.includes(known) || known.includes(name));
      const far = holds ? 1.5 : edits(name, known);
      if (far <= name.length / 3 && (best === null || far < best.far)) best = { column, far };
    }
  return best?.column ?? null;
}

const WANTED: readonly (readonly [Column, fr: string, en: string])[] = [
  ['outcome', 'issue', 'outcome'],
  ['queueStart', 'debut_file_s', 'queue_start_s'],
  ['queue', 'attente_s', 'queue_s'],
  ['serviceStart', 'debut_service_s', 'service_start_s'],
  ['service', 'duree_service_s', 'service_s'],
];

/** Why a header is no header: what it lacks, what it has, and what that is like. */
export function notUnderstood(header: readonly string[], corrections: Corrections): Problem {
  const wrong = Object.values(corrections).find(
    (name) => name !== null && !header.some((cell) => bareWord(cell) === bareWord(name)),
  );
  const cells = header.filter((cell) => cell.trim() !== '').map((cell) => plain(cell.trim(), 30));
  const shown = `${cells.slice(0, 20).join(', ')}${cells.length > 20 ? '…' : ''}`;
  if (wrong !== undefined && wrong !== null)
    return problem(
      'E_UNKNOWN',
      'mapping',
      `Aucune colonne « ${plain(wrong, 40)} » ; l’en-tête trouvé est : ${shown}.`,
      `No column "${plain(wrong, 40)}"; the header found is: ${shown}.`,
    );
  const found = placesIn(header, COLUMNS);
  const missing = WANTED.filter(([column]) => found[column] === undefined);
  const guesses = header.flatMap((cell) => {
    const column = cell.trim() === '' ? null : nearest(cell);
    const isKnown = Object.values(found).some(({ name }) => name === cell.trim().slice(0, 60));
    return column === null || isKnown ? [] : [{ column, cell: plain(cell.trim(), 30) }];
  });
  const asked = guesses.slice(0, 4).map(({ cell, column }) => `--mapping ${column}="${cell}"`);
  const [fr, en] =
    asked.length === 0
      ? ['', '']
      : [` Peut-être : ${asked.join(' ')}.`, ` Perhaps: ${asked.join(' ')}.`];
  const english = missing.map(([, , name]) => name).join(', ');
  const french = missing.map(([, name]) => name).join(', ');
  return problem(
    'E_TYPE',
    english,
    `Colonnes manquantes : ${english} (ou, en français : ${french}) ; l’en-tête trouvé est : ${shown}.${fr}`,
    `Missing columns: ${english} (or, in French: ${french}); the header found is: ${shown}.${en}`,
  );
}
