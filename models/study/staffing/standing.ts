import { monthsIn } from './months.ts';
import { type Probability, probabilityOf } from './probability.ts';
import type { StaffingAsk } from './question.ts';

/** What is a hair below 0 by rounding is 0. */
const HAIR = -1e-9;

/** On how many of these days a margin is met. */
export function metOn(margins: Float64Array): number {
  let held = 0;
  for (const margin of margins) if (margin >= HAIR) held += 1;
  return held;
}

/**
 * How a staffing stands before the question: on which share of days the target holds. Intervals
 * may be exchanged for those of another staffing on the same callers: what an agent more or less
 * changes shows in a few intervals from there on, and so many staffings are judged from few runs.
 */
export class Standing {
  readonly days: number;
  private readonly columns: Float64Array[];
  /** By day: how many intervals fail (jointly), or the margin of the day. */
  private readonly byDay: Float64Array;
  /** Of each interval, on how many days its own target holds. */
  private readonly met: number[];

  constructor(
    private readonly ask: StaffingAsk,
    margins: readonly Float64Array[],
  ) {
    this.columns = [...margins];
    this.days = margins[0]?.length ?? 0;
    this.byDay = new Float64Array(this.days);
    margins.forEach((column, i) => this.shift(this.byDay, column, i, 1));
    this.met = margins.slice(0, -1).map(metOn);
  }

  /** Adds what an interval counts for by day, or takes it off. */
  private shift(byDay: Float64Array, column: Float64Array, i: number, sign: 1 | -1): void {
    if (this.ask.by !== 'interval') {
      for (let d = 0; d < byDay.length; d += 1) byDay[d]! += sign * column[d]!;
      return;
    }
    // The time after closing is no interval of the day.
    if (i === this.columns.length - 1) return;
    for (let d = 0; d < byDay.length; d += 1) if (column[d]! < HAIR) byDay[d]! += sign;
  }

  /** Each interval stands for itself, and the worst decides. */
  private get apart(): boolean {
    return this.ask.by === 'interval' && !this.ask.joint;
  }

  private heldBy(byDay: Float64Array): number {
    if (this.ask.by === 'month') return monthsIn(byDay, this.ask).share * byDay.length;
    let held = 0;
    if (this.ask.by === 'day') return metOn(byDay);
    for (const failed of byDay) if (failed < 0.5) held += 1;
    return held;
  }

  /** The share of days on which the target holds; of the worst interval, if each is for itself. */
  get share(): number {
    if (this.apart) return Math.min(this.days, ...this.met) / this.days;
    return this.heldBy(this.byDay) / this.days;
  }

  /** What is answered of the whole. */
  get probability(): Probability {
    const { alpha, by } = this.ask;
    if (by === 'month') return monthsIn(this.byDay, this.ask);
    return probabilityOf(Math.round(this.share * this.days), this.days, alpha);
  }

  /** All intervals of a day at once, whatever is asked. */
  get jointly(): Probability {
    const failed = new Uint8Array(this.days);
    for (const column of this.columns.slice(0, -1))
      for (let d = 0; d < this.days; d += 1) if (column[d]! < HAIR) failed[d] = 1;
    const held = this.days - failed.reduce((sum, one) => sum + one, 0);
    return probabilityOf(held, this.days, this.ask.alpha);
  }

  /** The day as a whole, whatever is asked. */
  get wholeDay(): Probability {
    const sum = new Float64Array(this.days);
    for (const column of this.columns) for (let d = 0; d < this.days; d += 1) sum[d]! += column[d]!;
    return probabilityOf(metOn(sum), this.days, this.ask.alpha);
  }

  /** One interval for itself. */
  ofInterval(i: number): Probability {
    return probabilityOf(this.met[i] ?? 0, this.days, this.ask.alpha);
  }

  /** Where intervals from..to-1 were those of another staffing. */
  with(
    margins: readonly Float64Array[],
    from: number,
    to: number,
  ): { share: number; rank: number } {
    if (this.apart) {
      let share = 1;
      let rank = 0;
      for (let i = 0; i < this.met.length; i += 1) {
        const met = i >= from && i < to ? metOn(margins[i] as Float64Array) : this.met[i]!;
        share = Math.min(share, met / this.days);
        rank += Math.min(met / this.days, this.ask.on);
      }
      return { share, rank };
    }
    const byDay = this.byDay.slice();
    for (let i = from; i < to; i += 1) {
      this.shift(byDay, this.columns[i]!, i, -1);
      this.shift(byDay, margins[i]!, i, 1);
    }
    const share = this.heldBy(byDay) / this.days;
    let sum = 0;
    for (const one of byDay) sum += one;
    const rank = this.ask.by === 'interval' ? share - 1e-6 * (sum / this.days) : sum / this.days;
    return { share, rank };
  }

  /** The same as a number by which moves are put in order: higher is better. */
  get rank(): number {
    return this.with([], 0, 0).rank;
  }

  /** From here on these intervals are those of the other staffing. */
  exchange(margins: readonly Float64Array[], from: number, to: number): void {
    for (let i = from; i < to; i += 1) {
      const column = margins[i] as Float64Array;
      this.shift(this.byDay, this.columns[i]!, i, -1);
      this.shift(this.byDay, column, i, 1);
      this.columns[i] = column;
      if (i < this.met.length) this.met[i] = metOn(column);
    }
  }
}
