import type { Column } from './columns.ts';
import { durationIn, PLAIN_DURATION } from './durations.ts';
import type { Forms } from './forms.ts';
import { Words } from './interning.ts';
import type { Mapping } from './mapping.ts';
import type { MomentReader } from './moments.ts';
import { numberIn } from './numerals.ts';
import { type Refusal, refusal } from './refusals.ts';
import type { Suspicions } from './suspicions.ts';

/** Interval tables: a row an interval, or a row a day with a column an interval. */

/** What one interval came to; NaN where the table does not say. */
export interface IntervalRecord {
  readonly day: string;
  readonly type: string;
  /** Where it begins, seconds after midnight. */
  readonly atS: number;
  /** What the clock showed then, where it is another: before clocks change that day. */
  readonly clockS?: number;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  /** Share answered within the target, of those that were offered. */
  readonly level: number;
  /** Mean wait of those answered, seconds. */
  readonly speedS: number;
  /** Mean handling of those answered, seconds. */
  readonly handlingS: number;
  readonly staffed: number;
}

const MOST_ROWS = 400_000;

export class IntervalRows {
  readonly records: IntervalRecord[] = [];
  readonly perDay = new Map<string, number>();
  /** Intervals left beyond what is kept. */
  dropped = 0;
  private readonly places = new Map<string, number>();
  private readonly words = new Words();

  constructor(
    private readonly mapping: Mapping,
    private readonly forms: Forms,
    private readonly moments: MomentReader,
    private readonly suspicions: Suspicions,
  ) {}

  private cell(cells: readonly string[], column: Column): string {
    const place = this.mapping.columns[column];
    return place === undefined ? '' : (cells[place.at] ?? '').trim().slice(0, 80);
  }

  read(cells: readonly string[], line: number): Refusal | null {
    return this.mapping.kind === 'grid' ? this.day(cells, line) : this.interval(cells, line);
  }

  private dayOf(text: string): string {
    if (text === '') return '1';
    const date = /^\d{1,7}$/.test(text) ? text : this.moments.read(text)?.date || text;
    return this.own(date);
  }

  /** The one copy of a text that does not keep the whole file's. */
  private own(text: string): string {
    return this.words.at(this.words.numberOf(text));
  }

  private day(cells: readonly string[], line: number): Refusal | null {
    const day = this.dayOf(this.cell(cells, 'day'));
    for (const { at, atS } of this.mapping.grid) {
      const text = (cells[at] ?? '').trim();
      const offered = text === '' ? 0 : numberIn(text, this.forms.decimal);
      if (Number.isNaN(offered) || offered < 0) return refusal(line, '', 'number', text);
      this.keep({ ...UNKNOWN, day, type: this.own(this.cell(cells, 'type')), atS, offered }, line);
    }
    return null;
  }

  private interval(cells: readonly string[], line: number): Refusal | null {
    const column: Column = this.mapping.columns.interval === undefined ? 'time' : 'interval';
    const text = this.cell(cells, column);
    const name = this.mapping.columns[column]?.name ?? '';
    const begins = text.replace(/\s*(-|–|à|to)\s*\d{1,2}([:h]\d\d(:\d\d)?)?\s*([ap]m)?$/i, '');
    const moment = this.moments.read(begins);
    if (moment === null || Number.isNaN(moment.seconds)) return refusal(line, name, 'date', text);
    const isHour = /^\d{1,2}$/.test(begins);
    const found: Record<string, number> = {};
    for (const one of ['offered', 'answered', 'lost', 'inTarget', 'level', 'staffed'] as const) {
      const cell = this.cell(cells, one);
      const value = cell === '' || cell === '-' ? Number.NaN : numberIn(cell, this.forms.decimal);
      if ((Number.isNaN(value) && cell !== '' && cell !== '-') || value < 0)
        return refusal(line, this.mapping.columns[one]?.name ?? one, 'number', cell);
      found[one] = value;
    }
    for (const one of ['speed', 'aht'] as const) {
      const cell = this.cell(cells, one);
      const form = this.forms.durations[one] ?? PLAIN_DURATION;
      const value = cell === '' || cell === '-' ? Number.NaN : durationIn(cell, form);
      if ((Number.isNaN(value) && cell !== '' && cell !== '-') || value < 0)
        return refusal(line, this.mapping.columns[one]?.name ?? one, 'number', cell);
      found[one] = value;
    }
    const { aht, answered, inTarget, level, lost, offered, speed, staffed } = found;
    if (Number.isNaN(offered))
      return refusal(line, this.mapping.columns.offered?.name ?? '', 'number', '');
    const counted = answeredOf(offered as number, answered as number, lost as number);
    if (counted.answered + counted.abandoned > 1.02 * counted.offered + 1)
      this.suspicions.note('countsDiffer', line);
    const clockS = this.moments.clockAt(moment);
    this.keep(
      {
        ...(clockS === moment.seconds ? {} : { clockS }),
        day: moment.date || this.dayOf(this.cell(cells, 'day')),
        type: this.own(this.cell(cells, 'type')),
        atS: isHour ? Number(begins) * 3_600 : moment.seconds,
        ...counted,
        level: levelOf(level as number, inTarget as number, offered as number),
        speedS: speed as number,
        handlingS: aht as number,
        staffed: staffed as number,
      },
      line,
    );
    return null;
  }

  /** Two rows of one interval (an hour that comes twice, a queue written apart) add up. */
  private keep(record: IntervalRecord, line: number): void {
    this.perDay.set(record.day, (this.perDay.get(record.day) ?? 0) + record.offered);
    const key = `${record.day} ${record.atS} ${record.type}`;
    const place = this.places.get(key);
    const known = place === undefined ? undefined : this.records[place];
    if (known !== undefined && place !== undefined) {
      this.suspicions.note('twiceInterval', line);
      this.records[place] = together(known, record);
    } else if (this.records.length >= MOST_ROWS) this.dropped += 1;
    else {
      this.places.set(key, this.records.length);
      this.records.push(record);
    }
  }
}

const UNKNOWN = {
  answered: Number.NaN,
  abandoned: Number.NaN,
  level: Number.NaN,
  speedS: Number.NaN,
  handlingS: Number.NaN,
  staffed: Number.NaN,
};

/** Offered are answered or abandoned: two of the three tell the third. */
function answeredOf(
  offered: number,
  answered: number,
  lost: number,
): Pick<IntervalRecord, 'offered' | 'answered' | 'abandoned'> {
  if (Number.isNaN(answered)) return { offered, answered: offered - lost, abandoned: lost };
  return { offered, answered, abandoned: Number.isNaN(lost) ? offered - answered : lost };
}

/** A share between 0 and 1: percents are told by being above 1. */
function levelOf(level: number, inTarget: number, offered: number): number {
  if (!Number.isNaN(inTarget)) return offered > 0 ? inTarget / offered : Number.NaN;
  return level > 1 ? level / 100 : level;
}

/** Two rows as one: counts add up, means weigh by their calls. */
export function together(a: IntervalRecord, b: IntervalRecord): IntervalRecord {
  const mean = (x: number, y: number): number => {
    const [n, m] = [a.answered || a.offered, b.answered || b.offered];
    // Where no call was, nothing was measured.
    return n === 0 ? y : m === 0 ? x : (n * x + m * y) / (n + m);
  };
  return {
    ...a,
    offered: a.offered + b.offered,
    answered: a.answered + b.answered,
    abandoned: a.abandoned + b.abandoned,
    level: mean(a.level, b.level),
    speedS: mean(a.speedS, b.speedS),
    handlingS: mean(a.handlingS, b.handlingS),
    staffed: Math.max(a.staffed, b.staffed),
  };
}

/**
 * The intervals of many days by what the clock showed, for a mean of them: an hour that came twice
 * on a day of 25 counts once, as the mean of both.
 */
export function byClock(records: readonly IntervalRecord[]): IntervalRecord[] {
  const found = new Map<string, { sum: IntervalRecord; n: number }>();
  for (const one of records) {
    const { clockS, ...record } = { ...one, atS: one.clockS ?? one.atS };
    const key = `${record.day} ${record.atS} ${record.type}`;
    const known = found.get(key);
    found.set(key, {
      sum: known === undefined ? record : together(known.sum, record),
      n: 1 + (known?.n ?? 0),
    });
  }
  return [...found.values()].map(({ n, sum }) =>
    n === 1
      ? sum
      : {
          ...sum,
          offered: sum.offered / n,
          answered: sum.answered / n,
          abandoned: sum.abandoned / n,
        },
  );
}

/** The rows of a table at wider intervals. */
export function atWidth(records: readonly IntervalRecord[], widthS: number): IntervalRecord[] {
  const cells = new Map<string, { row: IntervalRecord; rows: number }>();
  for (const one of records) {
    const atS = Math.floor(one.atS / widthS) * widthS;
    const key = `${one.day} ${one.type} ${atS}`;
    const known = cells.get(key);
    if (known === undefined) cells.set(key, { row: { ...one, atS }, rows: 1 });
    else {
      const { row, rows } = known;
      const staffed = (row.staffed * rows + one.staffed) / (rows + 1);
      cells.set(key, { row: { ...together(row, one), staffed }, rows: rows + 1 });
    }
  }
  return [...cells.values()].map(({ row }) => row);
}

/** The commonest step from one interval to the next, seconds; null where there is one at most. */
export function widthOf(records: readonly IntervalRecord[]): number | null {
  const starts = [...new Set(records.map((one) => one.atS))].sort((a, b) => a - b);
  const steps = new Map<number, number>();
  for (let i = 1; i < starts.length; i++) {
    const step = (starts[i] ?? 0) - (starts[i - 1] ?? 0);
    steps.set(step, (steps.get(step) ?? 0) + 1);
  }
  const best = [...steps].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  return best?.[0] ?? null;
}
