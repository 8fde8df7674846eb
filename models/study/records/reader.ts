import type { Problem } from '../../words/problem.ts';
import { type DateOrder, readDates } from './calendar.ts';
import { type CallCounts, CallRows, NO_CALLS } from './call-rows.ts';
import type { CallTable } from './calls.ts';
import { formsOf } from './forms.ts';
import type { IntervalRecord } from './interval-record.ts';
import { IntervalRows } from './interval-rows.ts';
import { type Corrections, likeHeader, type Mapping, mappingOf } from './mapping.ts';
import { type LocalOf, MomentReader, Zone } from './moments.ts';
import type { Decimal } from './numerals.ts';
import { emptyFile, type Reason, type Refusal } from './refusals.ts';
import { suspectCalls } from './suspect.ts';
import { type Suspicion, Suspicions } from './suspicions.ts';
import { notUnderstood, type UnreadHeader, unreadHeader } from './unread.ts';

/**
 * A table of records, row by row: call by call or interval by interval, as it was exported. Rows of
 * cells in, records out; whoever has the file cuts it into cells. What cannot be used is counted
 * and said, what looks wrong is said too.
 */

export interface ReaderOptions {
  /** Corrections of what columns are taken for. */
  readonly mapping?: Corrections | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly decimal?: Decimal | undefined;
  /** The centre's clock; without it, instants are read as they are written. */
  readonly localOf?: LocalOf | undefined;
  /** How many refusals to keep with their sentence (all are counted). */
  readonly keep?: number;
}

export interface RecordCounts extends CallCounts {
  /** Rows under the header that hold anything, without totals. */
  rows: number;
  /** Rows of totals, left aside. */
  totals: number;
  /** Rows that cannot be used, in all and by reason. */
  unusable: number;
  byReason: Record<Reason, number>;
}

interface Read {
  readonly mapping: Mapping;
  /** The line of the file that is its header. */
  readonly headerLine: number;
  readonly counts: RecordCounts;
  /** The first refusals, as many as were asked for. */
  readonly refusals: readonly Refusal[];
  readonly suspicions: readonly Suspicion[];
  /** Names of the days, in order of appearance, with their offered calls. */
  readonly days: ReadonlyMap<string, number>;
}
export interface CallReading extends Read {
  readonly kind: 'calls';
  readonly calls: CallTable;
}
export interface IntervalReading extends Read {
  readonly kind: 'intervals';
  readonly intervals: readonly IntervalRecord[];
}
export type Reading = CallReading | IntervalReading;

/** Rows looked through for a header. */
const FOR_HEADER = 50;
/** Rows from which it is found how each column is written. */
const FOR_FORMS = 2_000;

const TOTAL =
  /^(grand |sous[- ]?|sub[- ]?)?(total|totaux|moyenne|average|mean|summary|somme|sum)\b/i;

type Row = { readonly cells: readonly string[]; readonly line: number };

/** Reads one table; a new reader is needed for each. */
export class TableReader {
  private readonly suspicions = new Suspicions();
  private readonly moments: MomentReader;
  private readonly refusals: Refusal[] = [];
  private readonly reasons: Record<Reason, number> = {
    ...{ outcome: 0, number: 0, count: 0, range: 0, arrival: 0, cells: 0, date: 0, calendar: 0 },
  };
  private rowCount = 0;
  private totals = 0;
  private unusable = 0;
  private before: Row[] = [];
  private mapping: Mapping | null = null;
  private headerLine = 0;
  private headerCells: readonly string[] = [];
  private sample: Row[] | null = [];
  private rows: CallRows | IntervalRows | null = null;
  /** What is known of the likeliest header, where none was understood and one is there. */
  unreadHeader: UnreadHeader | null = null;

  constructor(private readonly options: ReaderOptions = {}) {
    const { localOf } = options;
    this.moments = new MomentReader(localOf === undefined ? null : new Zone(localOf));
  }

  /**
   * One row, from line `line` of the file, the header and what stands above it included. Says why
   * the table cannot be read at all, once that is known.
   */
  row(cells: readonly string[], line: number): Problem | null {
    if (cells.every((cell) => cell.trim() === '')) return null;
    if (this.mapping === null) return this.header({ cells, line });
    // Two files put together bring the header of the second.
    if (cells[0] === this.headerCells[0] && cells.join() === this.headerCells.join()) return null;
    if (this.isTotal(cells)) {
      this.totals += 1;
      this.suspicions.note('totals', line);
      return null;
    }
    this.rowCount += 1;
    if (this.sample === null) this.take(cells, line);
    else {
      this.sample.push({ cells, line });
      if (this.sample.length >= FOR_FORMS) this.begin(this.mapping, this.sample);
    }
    return null;
  }

  /** Does a row begin with a total, or is that where its interval should be? */
  private isTotal(cells: readonly string[]): boolean {
    const { interval, time } = this.mapping?.columns ?? {};
    const first = cells.find((cell) => cell.trim() !== '') ?? '';
    return [first, cells[(interval ?? time)?.at ?? -1] ?? ''].some((cell) =>
      TOTAL.test(cell.trim()),
    );
  }

  private header(row: Row): Problem | null {
    this.mapping = mappingOf(row.cells, this.options.mapping ?? {});
    if (this.mapping !== null) {
      this.headerLine = row.line;
      this.headerCells = [...row.cells];
      this.before = [];
      return null;
    }
    this.before.push(row);
    return this.before.length < FOR_HEADER ? null : this.unread();
  }

  /** No header: the likeliest row is the one most like it; of equals, the first of most cells. */
  private unread(): Problem {
    if (this.before.length === 0) return emptyFile();
    const rows = this.before.map(({ cells, line }) => ({
      ...{ cells, line, like: likeHeader(cells) },
      filled: cells.filter((cell) => cell.trim() !== '').length,
    }));
    const best = rows.reduce((a, b) =>
      b.like > a.like || (b.like === a.like && b.filled > a.filled) ? b : a,
    );
    const corrections = this.options.mapping ?? {};
    if (best.like >= 0) this.unreadHeader = unreadHeader(best.cells, best.line, corrections);
    return notUnderstood(best.cells, corrections);
  }

  private begin(mapping: Mapping, sample: Row[]): CallRows | IntervalRows {
    const cells = sample.map((row) => row.cells);
    const forms = formsOf(mapping, cells, this.moments, this.options.decimal);
    this.moments.asWritten = 0;
    for (const name of forms.doubtful) this.suspicions.note('decimals', 0, 1, name);
    for (const name of forms.hoursMinutes) this.suspicions.note('hoursMinutes', 0, 1, name);
    const Rows = mapping.kind === 'calls' ? CallRows : IntervalRows;
    const rows = new Rows(mapping, forms, this.moments, this.suspicions);
    this.rows = rows;
    this.sample = null;
    for (const row of sample) this.take(row.cells, row.line);
    return rows;
  }

  private take(cells: readonly string[], line: number): void {
    const refused = this.rows?.read(cells, line) ?? null;
    if (refused === null) return;
    this.unusable += 1;
    this.reasons[refused.reason] += 1;
    if (this.refusals.length < (this.options.keep ?? 20)) this.refusals.push(refused);
  }

  /** All that was read, once there are no more rows; or why it cannot be read. */
  end(): Reading | Problem {
    const { mapping } = this;
    if (mapping === null) return this.unread();
    const rows = this.rows ?? this.begin(mapping, this.sample ?? []);
    if (rows instanceof CallRows) rows.end();
    const dates = this.datesOf(rows);
    if (this.moments.asWritten > 0) this.suspicions.note('zoneUnknown', 0, this.moments.asWritten);
    if (rows instanceof CallRows) {
      rows.table.renameDays(dates.names);
      suspectCalls(rows.table, rows.counts, this.suspicions);
      const days = perDay(rows.table);
      return { ...this.told(mapping, rows.counts), kind: 'calls', calls: rows.table, days };
    }
    const records = rows.end();
    const name = new Map([...rows.perDay.keys()].map((key, i) => [key, dates.names[i] ?? key]));
    const intervals = records.map((one) => ({ ...one, day: name.get(one.day) ?? one.day }));
    const days = new Map([...rows.perDay].map(([key, n]) => [name.get(key) ?? key, n]));
    return {
      ...this.told(mapping, { ...NO_CALLS, duplicates: rows.duplicates }),
      kind: 'intervals',
      intervals,
      days,
    };
  }

  private datesOf(rows: CallRows | IntervalRows) {
    const keys = rows instanceof CallRows ? rows.table.days.list : [...rows.perDay.keys()];
    const usual = this.isFrench() ? 'dmy' : 'mdy';
    const dates = readDates(keys, this.options.dateOrder, usual);
    if (dates.strange.length > 0) {
      const what = `${dates.strange.slice(0, 3).join(', ')}${dates.strange.length > 3 ? '…' : ''}`;
      this.suspicions.note('otherDates', 0, dates.strange.length, what);
    }
    if (dates.isGuess) this.suspicions.note('dateOrder', 0, 1, dates.order ?? usual);
    return dates;
  }

  /** Is the table French? Then its dates begin with the day. */
  private isFrench(): boolean {
    const { columns = {}, shape = '' } = this.mapping ?? {};
    const names = Object.values(columns).map((place) => place.name.toLowerCase());
    return /appel|duree|jour|heure|tranche|conseiller|attente/.test(`${shape} ${names.join(' ')}`);
  }

  private told(mapping: Mapping, counts: CallCounts): Omit<Read, 'days'> {
    return {
      mapping,
      headerLine: this.headerLine,
      counts: {
        ...counts,
        rows: this.rowCount,
        totals: this.totals,
        unusable: this.unusable,
        byReason: this.reasons,
      },
      refusals: this.refusals,
      suspicions: this.suspicions.list(),
    };
  }
}

/** Calls offered by day, in order of appearance. */
function perDay(table: CallTable): Map<string, number> {
  const days = new Map<string, number>();
  for (let i = 0; i < table.length; i++) {
    const name = table.dayName(i);
    days.set(name, (days.get(name) ?? 0) + 1);
  }
  return days;
}
