import { plain } from '../../scenario/untrusted.ts';
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
/** What is looked for in a table of each kind. */
const AMONG: Readonly<Record<'calls' | 'intervals', readonly Column[]>> = {
  calls: COLUMNS.filter((column) => !OF_INTERVALS.includes(column)),
  intervals: [...OF_INTERVALS, ...OF_BOTH],
};
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

/** A name that a correction speaks of, and the header does not have. */
export const unknownName = (
  header: readonly string[],
  corrections: Corrections,
): string | undefined =>
  Object.values(corrections).find(
    (name): name is string =>
      name !== null && !header.some((cell) => bareWord(cell) === bareWord(name)),
  );

/** The corrected places; what the header does not have corrects nothing. */
function corrected(
  found: Partial<Record<Column, Place>>,
  header: readonly string[],
  corrections: Corrections,
): Mapping['columns'] {
  const columns = { ...found };
  for (const column of COLUMNS) {
    const wanted = corrections[column];
    if (wanted === undefined) continue;
    delete columns[column];
    if (wanted === null) continue;
    const at = header.findIndex((cell) => bareWord(cell) === bareWord(wanted));
    if (at < 0) continue;
    for (const other of COLUMNS) if (columns[other]?.at === at) delete columns[other];
    const name = (header[at] ?? '').trim().slice(0, 60);
    columns[column] = { at, name, unit: nameAndUnit(name).unit };
  }
  return columns;
}

/** What the columns of a header are, found or corrected, as a table of one kind. */
const placed = (
  header: readonly string[],
  kind: 'calls' | 'intervals',
  corrections: Corrections,
): Mapping['columns'] => corrected(placesIn(header, AMONG[kind]), header, corrections);

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
  if (unknownName(header, corrections) !== undefined) return null;
  const grid = gridOf(header);
  const ofIntervals = placed(header, 'intervals', corrections);
  if (grid.length > 0) return asTable('grid', ofIntervals, grid);
  const { interval, offered, time } = ofIntervals;
  if (offered !== undefined && (interval !== undefined || time !== undefined))
    return asTable('intervals', ofIntervals, []);
  const ofCalls = placed(header, 'calls', corrections);
  return isEnough(ofCalls) ? asTable('calls', ofCalls, []) : null;
}

/** What is known of a header of which too little is: as the kind of table that knows more of it. */
export function partOf(
  header: readonly string[],
  corrections: Corrections,
): { readonly kind: 'calls' | 'intervals' } & Pick<Mapping, 'columns' | 'shape'> {
  const as = (kind: 'calls' | 'intervals') => {
    const columns = placed(header, kind, corrections);
    return { columns, known: AMONG[kind].filter((column) => columns[column] !== undefined).length };
  };
  const [calls, intervals] = [as('calls'), as('intervals')];
  const kind = intervals.known > calls.known ? 'intervals' : 'calls';
  const { columns } = kind === 'calls' ? calls : intervals;
  return { kind, columns, shape: shapeOf(header) };
}

/**
 * How much a row is like a header: by its columns whose name is known, less its cells that are
 * figures or moments, as no name is. Below 0 it is none.
 */
export const likeHeader = (cells: readonly string[]): number =>
  Object.keys(placesIn(cells, COLUMNS)).length -
  cells.filter((cell) => /^[\d.,:/ -]+$/.test(cell.trim())).length;
