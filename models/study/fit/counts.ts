import { dayNumber } from '../records/calendar.ts';
import type { Reading } from '../records/reader.ts';

/** Calls offered by day and interval: what arrivals are fitted to, whatever the records were. */

/** A day of records. */
export interface CountedDay {
  /** Its name in the file: a date, or whatever stands there. */
  readonly name: string;
  /** Days since 1970 of a date, the number itself where days are numbered; else NaN. */
  readonly number: number;
  /** Calls offered in each interval. */
  readonly calls: readonly number[];
  readonly total: number;
}

export interface Counts {
  /** Where the first interval begins, seconds after midnight; all are as wide. */
  readonly fromS: number;
  readonly widthS: number;
  /** In order of time, as far as that is known. */
  readonly days: readonly CountedDay[];
  /** Days are dates: their weekdays are known. */
  readonly dated: boolean;
}

/** Days since 1970 of a date, the number itself of a numbered day; else NaN. */
export const numberOfDay = (name: string): number =>
  /^\d{1,7}$/.test(name) ? Number(name) : dayNumber(name);

/** Days by name, each with calls by interval of midnight on. */
class Grid {
  private readonly rows = new Map<string, number[]>();
  private first = Number.POSITIVE_INFINITY;
  private last = Number.NEGATIVE_INFINITY;

  constructor(private readonly widthS: number) {}

  add(day: string, atS: number, calls: number): void {
    let row = this.rows.get(day);
    if (row === undefined) {
      row = [];
      this.rows.set(day, row);
    }
    const i = Math.floor(atS / this.widthS);
    if (i < 0) return;
    row[i] = (row[i] ?? 0) + calls;
    if (calls === 0) return;
    this.first = Math.min(this.first, i);
    this.last = Math.max(this.last, i);
  }

  counts(): Counts {
    const width = Math.max(0, this.last - this.first + 1);
    const days = [...this.rows].map(([name, row], order): CountedDay & { order: number } => {
      const calls = Array.from({ length: width }, (_, i) => row[this.first + i] ?? 0);
      const total = calls.reduce((sum, x) => sum + x, 0);
      return { name, number: numberOfDay(name), calls, total, order };
    });
    days.sort((a, b) => a.number - b.number || a.order - b.order);
    return {
      fromS: width === 0 ? 0 : this.first * this.widthS,
      widthS: this.widthS,
      days: days.map(({ order: _order, ...day }) => day),
      dated: days.length > 0 && days.every(({ name }) => !Number.isNaN(dayNumber(name))),
    };
  }
}

/**
 * Calls offered by day and interval, from the first to the last interval in which there were any.
 * @param widthMin of an interval, minutes; a table of wider ones keeps its own
 */
export function countsOf(reading: Reading, widthMin = 30): Counts {
  if (reading.kind === 'calls') {
    const grid = new Grid(widthMin * 60);
    const { calls } = reading;
    for (let i = 0; i < calls.length; i++) grid.add(calls.dayName(i), calls.arrival.get(i), 1);
    return grid.counts();
  }
  const starts = [...new Set(reading.intervals.map(({ atS }) => atS))].sort((a, b) => a - b);
  let step = Number.POSITIVE_INFINITY;
  for (let i = 1; i < starts.length; i++)
    step = Math.min(step, (starts[i] as number) - (starts[i - 1] as number));
  const own = Number.isFinite(step) ? step : widthMin * 60;
  const grid = new Grid((widthMin * 60) % own === 0 ? widthMin * 60 : own);
  for (const { atS, day, offered } of reading.intervals) grid.add(day, atS, offered);
  return grid.counts();
}
