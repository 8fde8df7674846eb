import type { Column } from './columns.ts';
import { durationIn, PLAIN_DURATION } from './durations.ts';
import type { Forms } from './forms.ts';
import { hash53, Seen, Words } from './interning.ts';
import { rangeIn } from './interval-range.ts';
import type { IntervalRecord } from './interval-record.ts';
import type { Mapping } from './mapping.ts';
import { DAY_S, type MomentReader } from './moments.ts';
import { numberIn } from './numerals.ts';
import { settled, type WrittenInterval } from './overlaps.ts';
import { type Refusal, refusal } from './refusals.ts';
import type { Suspicions } from './suspicions.ts';

/** Interval tables: a row an interval, or a row a day with a column an interval. */

const MOST_ROWS = 400_000;
/** Where no cell says a day. */
const NO_DAY = '1';

export class IntervalRows {
  readonly perDay = new Map<string, number>();
  /** Rows that stand there twice: left aside. */
  duplicates = 0;
  private readonly rows: WrittenInterval[] = [];
  private readonly seen = new Seen();
  /** Rows without a call that stand there twice: no less for being left aside. */
  private readonly emptyTwice: number[] = [];
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
    if (text === '') return NO_DAY;
    const date = /^\d{1,7}$/.test(text) ? text : this.moments.read(text)?.date || text;
    return this.own(date);
  }

  /** The one copy of a text that does not keep the whole file's. */
  private own(text: string): string {
    return this.words.at(this.words.numberOf(text));
  }

  private day(cells: readonly string[], line: number): Refusal | null {
    const text = this.cell(cells, 'day');
    if (this.moments.isNoDate(text)) return this.noDate(text, line);
    const day = this.dayOf(text);
    if (text !== '' && this.isTwice(cells, Number.NaN, line)) return null;
    for (const { at, atS } of this.mapping.grid) {
      const text = (cells[at] ?? '').trim();
      const offered = text === '' ? 0 : numberIn(text, this.forms.decimal);
      if (Number.isNaN(offered) || offered < 0) return refusal(line, '', 'count', text);
      const type = this.own(this.cell(cells, 'type'));
      this.keep({ record: { ...UNKNOWN, day, type, atS, offered }, line, lastsS: Number.NaN });
    }
    return null;
  }

  private interval(cells: readonly string[], line: number): Refusal | null {
    const column: Column = this.mapping.columns.interval === undefined ? 'time' : 'interval';
    const text = this.cell(cells, column);
    const name = this.mapping.columns[column]?.name ?? '';
    const { begins, lastsS } = rangeIn(text);
    const moment = this.moments.read(begins);
    if (moment === null || Number.isNaN(moment.seconds)) return refusal(line, name, 'date', text);
    const isHour = /^\d{1,2}$/.test(begins);
    const found: Record<string, number> = {};
    for (const one of ['offered', 'answered', 'lost', 'inTarget', 'level', 'staffed'] as const) {
      const cell = this.cell(cells, one);
      const value = cell === '' || cell === '-' ? Number.NaN : numberIn(cell, this.forms.decimal);
      if ((Number.isNaN(value) && cell !== '' && cell !== '-') || value < 0)
        return refusal(line, this.mapping.columns[one]?.name ?? one, 'count', cell);
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
      return refusal(line, this.mapping.columns.offered?.name ?? '', 'count', '');
    const counted = answeredOf(offered as number, answered as number, lost as number);
    if (counted.answered + counted.abandoned > 1.02 * counted.offered + 1)
      this.suspicions.note('countsDiffer', line);
    const clockS = this.moments.clockAt(moment);
    const written = this.cell(cells, 'day');
    if (moment.date === '' && this.moments.isNoDate(written)) return this.noDate(written, line);
    const day = moment.date || this.dayOf(written);
    if (day !== NO_DAY && this.isTwice(cells, counted.offered, line)) return null;
    const atS = isHour ? Number(begins) * 3_600 : moment.seconds;
    const record: IntervalRecord = {
      ...(clockS === moment.seconds ? {} : { clockS }),
      ...{ day, type: this.own(this.cell(cells, 'type')), atS, ...counted },
      level: levelOf(level as number, inTarget as number, offered as number),
      speedS: speed as number,
      handlingS: aht as number,
      staffed: staffed as number,
    };
    this.keep({ record, line, lastsS: Number.isNaN(lastsS) ? this.lasts(cells, atS) : lastsS });
    return null;
  }

  private noDate(written: string, line: number): Refusal {
    return refusal(line, this.mapping.columns.day?.name ?? '', 'calendar', written);
  }

  /** How long an interval lasts, where another column says its end. */
  private lasts(cells: readonly string[], atS: number): number {
    const end = this.moments.read(this.cell(cells, 'end'));
    const lastsS = end === null ? Number.NaN : (end.seconds - atS + DAY_S) % DAY_S;
    return lastsS > 0 ? lastsS : Number.NaN;
  }

  /** Is this row, cell by cell, one that stood there before? */
  private isTwice(cells: readonly string[], offered: number, line: number): boolean {
    const hash = hash53(cells);
    if (this.seen.get(hash) < 0) {
      this.seen.set(hash, line);
      return false;
    }
    if (offered === 0) this.emptyTwice.push(line);
    else {
      this.duplicates += 1;
      this.suspicions.note('duplicates', line);
    }
    return true;
  }

  private keep(row: WrittenInterval): void {
    const { day, offered } = row.record;
    this.perDay.set(day, (this.perDay.get(day) ?? 0) + offered);
    if (this.rows.length < MOST_ROWS) this.rows.push(row);
    else this.suspicions.note('intervalsNotKept', row.line);
  }

  /** All that was read, once there are no more rows. */
  end(): IntervalRecord[] {
    if (this.duplicates > 0)
      for (const line of this.emptyTwice) {
        this.duplicates += 1;
        this.suspicions.note('duplicates', line);
      }
    return settled(this.rows, this.suspicions, ({ day, offered }) =>
      this.perDay.set(day, (this.perDay.get(day) ?? 0) - offered),
    );
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
