import { type IntervalRecord, together } from './interval-record.ts';
import { lengthened, stepOf, type WrittenInterval } from './lengths.ts';
import type { Suspicions } from './suspicions.ts';

/**
 * Rows of an interval table that share time: the same interval twice, half-hours among their
 * quarters, intervals that begin before the one before has ended. What can be known is done (a sum
 * of other rows is left aside, a long row is spread over its time), and all of it is said.
 */

type Row = WrittenInterval;

/** The rows of one start, in order of time. */
function byStart(rows: readonly Row[]): Row[][] {
  const starts = new Map<number, Row[]>();
  for (const row of rows) {
    const own = starts.get(row.record.atS);
    if (own === undefined) starts.set(row.record.atS, [row]);
    else own.push(row);
  }
  return [...starts.values()].sort(([a], [b]) => (a as Row).record.atS - (b as Row).record.atS);
}

/** From so many sums on that come out, a row of each pair is one; fewer may be chance. */
const SUMS = 2;
/** A row is the sum of at most so many. */
const MOST_SUMMED = 4;

/** Without written ends: of two rows of one start, that which sums up the other and the next. */
function sums(starts: readonly (readonly Row[])[]): Set<Row> {
  const found = new Set<Row>();
  const offered = (row: Row | undefined): number => row?.record.offered ?? 0;
  for (const [i, rows] of starts.entries()) {
    if (rows.length === 1) continue;
    const [low, high, more] = [...rows].sort((a, b) => offered(a) - offered(b));
    if (more !== undefined || high === undefined) return new Set();
    let sum = offered(low);
    let isSum = false;
    for (let j = i + 1; j < i + MOST_SUMMED && starts[j]?.length === 1; j++) {
      sum += offered(starts[j]?.[0]);
      if (sum === offered(high)) isSum = true;
    }
    if (!isSum) return new Set();
    found.add(high);
  }
  return [...found].filter((row) => offered(row) > 0).length < SUMS ? new Set() : found;
}

/** With written ends: the rows whose whole time shorter ones have. */
function covered(rows: readonly Row[]): Set<Row> {
  const found = new Set<Row>();
  const sorted = [...rows].sort((a, b) => a.record.atS - b.record.atS);
  sorted.forEach((row, i) => {
    const toS = row.record.atS + row.lastsS;
    if (Number.isNaN(toS)) return;
    let first = i;
    while (sorted[first - 1]?.record.atS === row.record.atS) first -= 1;
    let reached = row.record.atS;
    for (let j = first; reached < toS && (sorted[j]?.record.atS ?? toS) <= reached; j++) {
      const { lastsS, record } = sorted[j] as Row;
      const ends = record.atS + lastsS;
      if (lastsS < row.lastsS && ends <= toS) reached = Math.max(reached, ends);
    }
    if (reached >= toS) found.add(row);
  });
  return found;
}

/** Rows of one start and length as one: an hour that comes twice, a queue written apart. */
function merged(rows: readonly Row[], suspicions: Suspicions): Row[] {
  const kept = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.record.atS} ${row.lastsS}`;
    const known = kept.get(key);
    if (known !== undefined) suspicions.note('twiceInterval', row.line);
    kept.set(
      key,
      known === undefined ? row : { ...known, record: together(known.record, row.record) },
    );
  }
  return [...kept.values()].sort((a, b) => a.record.atS - b.record.atS);
}

/** Rows that begin before one above them has ended. */
function noteOverlaps(rows: readonly Row[], suspicions: Suspicions): void {
  let until = Number.NEGATIVE_INFINITY;
  for (const { lastsS, line, record } of rows) {
    if (record.atS < until) suspicions.note('overlapInterval', line);
    const ends = record.atS + lastsS;
    if (ends > until) until = ends;
  }
}

/** A row is spread over at most so many intervals. */
const MOST_PARTS = 96;

/** A row that lasts several intervals, its calls spread evenly over them. */
function spread({ lastsS, record }: Row, stepS: number): IntervalRecord[] {
  const parts = Math.round(lastsS / stepS);
  const part = (count: number): number => count / parts;
  const { clockS } = record;
  return Array.from({ length: parts }, (_, i) => ({
    ...record,
    ...(clockS === undefined ? {} : { clockS: clockS + i * stepS }),
    atS: record.atS + i * stepS,
    offered: part(record.offered),
    answered: part(record.answered),
    abandoned: part(record.abandoned),
  }));
}

const isLong = ({ lastsS }: Row, stepS: number): boolean =>
  lastsS >= 2 * stepS && lastsS % stepS === 0 && lastsS / stepS <= MOST_PARTS;

/**
 * The intervals of a table from its rows.
 * @param left hears of each row that is left aside
 */
export function settled(
  rows: readonly WrittenInterval[],
  suspicions: Suspicions,
  left: (record: IntervalRecord) => void,
): IntervalRecord[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.record.day}\u0000${row.record.type}`;
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [row]);
    else own.push(row);
  }
  const kept = [...groups.values()].map((group) => {
    const hasEnds = group.some(({ lastsS }) => !Number.isNaN(lastsS));
    const aside = hasEnds ? covered(group) : sums(byStart(group));
    for (const { line, record } of aside) {
      suspicions.note('sumInterval', line);
      left(record);
    }
    return merged(
      group.filter((row) => !aside.has(row)),
      suspicions,
    );
  });
  const stepS = stepOf(
    kept.flatMap((group) => group.map(({ record }) => record)),
    Number.POSITIVE_INFINITY,
  );
  for (const group of kept) noteOverlaps(group, suspicions);
  return lengthened(kept, stepS, suspicions).flatMap((group) =>
    group.flatMap((row) => {
      if (!isLong(row, stepS)) return [row.record];
      suspicions.note('longInterval', row.line);
      return spread(row, stepS);
    }),
  );
}
