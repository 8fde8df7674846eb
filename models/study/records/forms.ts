import type { Column } from './columns.ts';
import { type DurationForm, type DurationUnit, durationIn, PLAIN_DURATION } from './durations.ts';
import type { Mapping } from './mapping.ts';
import type { MomentReader } from './moments.ts';
import { type Decimal, decimalOf } from './numerals.ts';

/** How the cells of each column are written, found from the first rows of a file. */

const DURATIONS = [
  ...(['vru', 'queue', 'service', 'hold', 'wrap', 'speed', 'aht'] as const),
] satisfies readonly Column[];
export type DurationColumn = (typeof DURATIONS)[number];
const MOMENTS = [
  ...(['time', 'vruEntry', 'queueStart', 'queueEnd', 'serviceStart', 'end'] as const),
] satisfies readonly Column[];
export type MomentColumn = (typeof MOMENTS)[number];

export interface Forms {
  readonly durations: Readonly<Partial<Record<DurationColumn, DurationForm>>>;
  /** The sign of decimals of numbers that are no durations. */
  readonly decimal: Decimal;
  /** Columns in which midnight stands for "did not happen". */
  readonly zeroIsNone: ReadonlySet<MomentColumn>;
  /** Columns where a comma or point before three digits could be either. */
  readonly doubtful: readonly string[];
  /** Columns whose two parts are hours and minutes: only so do they agree with the moments. */
  readonly hoursMinutes: readonly string[];
}

type Row = readonly string[];

const cellOf = (mapping: Mapping, row: Row, column: Column): string => {
  const place = mapping.columns[column];
  return place === undefined ? '' : (row[place.at] ?? '').trim();
};

/** A moment of exactly 0, however it is written. */
export const isZero = (cell: string): boolean => /^0+([.,]0+)?$|^0?0:00(:00)?$/.test(cell);

/** Between these two moments a duration lies; the first of each that the file has. */
const BETWEEN: Readonly<Partial<Record<DurationColumn, readonly (readonly MomentColumn[])[]>>> = {
  queue: [
    ['queueStart', 'time'],
    ['serviceStart', 'queueEnd'],
  ],
  service: [['serviceStart'], ['end']],
};

/** Does a column agree better with its moments when 02:30 is two hours and a half? */
function agreesAsHours(
  mapping: Mapping,
  rows: readonly Row[],
  column: DurationColumn,
  moments: MomentReader,
): boolean {
  const [from = [], to = []] = BETWEEN[column] ?? [];
  const first = from.find((one) => mapping.columns[one] !== undefined);
  const last = to.find((one) => mapping.columns[one] !== undefined);
  if (first === undefined || last === undefined) return false;
  let [minutes, hours] = [0, 0];
  for (const row of rows) {
    const cell = cellOf(mapping, row, column);
    if (!/^\d{1,2}:[0-5]\d$/.test(cell) || isZero(cell)) continue;
    const a = moments.read(cellOf(mapping, row, first));
    const b = moments.read(cellOf(mapping, row, last));
    if (a === null || b === null) continue;
    const seconds = durationIn(cell, PLAIN_DURATION);
    const between = b.seconds - a.seconds;
    if (Math.abs(between - seconds) <= 60) minutes += 1;
    else if (Math.abs(between - seconds * 60) <= 60) hours += 1;
  }
  return hours > minutes;
}

/** Zeros are no moments where some stand far from every other moment of the file. */
function zerosAreNone(
  mapping: Mapping,
  rows: readonly Row[],
  moments: MomentReader,
): Set<MomentColumn> {
  const none = new Set<MomentColumn>();
  let nearMidnight = 0;
  const zeros = new Map<MomentColumn, number>();
  for (const row of rows)
    for (const column of MOMENTS) {
      const cell = cellOf(mapping, row, column);
      if (cell === '') continue;
      if (isZero(cell)) zeros.set(column, (zeros.get(column) ?? 0) + 1);
      else {
        const { seconds = Number.NaN } = moments.read(cell) ?? {};
        if (seconds < 3_600 || (seconds > 82_800 && seconds < 86_400)) nearMidnight += 1;
      }
    }
  for (const [column, count] of zeros) if (count * 2 > nearMidnight) none.add(column);
  return none;
}

/** @param decimal the sign of decimals, where somebody said it */
export function formsOf(
  mapping: Mapping,
  rows: readonly Row[],
  moments: MomentReader,
  decimal: Decimal | undefined,
): Forms {
  const durations: Partial<Record<DurationColumn, DurationForm>> = {};
  const doubtful: string[] = [];
  const hoursMinutes: string[] = [];
  for (const column of DURATIONS) {
    const place = mapping.columns[column];
    if (place === undefined) continue;
    const cells = rows.map((row) => cellOf(mapping, row, column));
    const found = decimalOf(cells);
    if (decimal === undefined && found.isGuess) doubtful.push(place.name);
    const isHoursMinutes = agreesAsHours(mapping, rows, column, moments);
    if (isHoursMinutes) hoursMinutes.push(place.name);
    const unit: DurationUnit = place.unit === '' ? 's' : place.unit;
    durations[column] = { unit, decimal: decimal ?? found.decimal, isHoursMinutes };
  }
  const counts = (['offered', 'answered', 'lost', 'inTarget', 'level', 'staffed'] as const).flatMap(
    (column) => rows.map((row) => cellOf(mapping, row, column)),
  );
  const ofCounts = decimalOf(counts);
  if (decimal === undefined && ofCounts.isGuess) doubtful.push(mapping.columns.offered?.name ?? '');
  return {
    durations,
    decimal: decimal ?? ofCounts.decimal,
    zeroIsNone: zerosAreNone(mapping, rows, moments),
    doubtful,
    hoursMinutes,
  };
}
