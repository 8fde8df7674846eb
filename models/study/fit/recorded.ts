import type { CallRecord } from '../records/calls.ts';
import type { IntervalRecord } from '../records/interval-record.ts';

/** What recorded days came to, interval by interval, days taken together. */

export interface RecordedInterval {
  /** Calls offered a day. */
  readonly offered: number;
  /** Share of those offered who were answered within the target; NaN where records do not say. */
  readonly level: number;
  /** Share of those offered who gave up. */
  readonly abandons: number;
  /** Mean wait of those answered, seconds. */
  readonly waitS: number;
}

/** Where intervals begin and how wide they are, seconds. */
export interface Grid {
  readonly from: number;
  readonly widthS: number;
  readonly intervals: number;
}

class Sums {
  offered = 0;
  answered = 0;
  lost = 0;
  met = 0;
  measured = 0;
  waitS = 0;
  waited = 0;
  told = 0;
}

/** Adds up recorded days, each call or row in the interval in which the call arrived. */
export class Recorded {
  private readonly sums: Sums[];
  private readonly all = new Sums();

  constructor(
    private readonly grid: Grid,
    private readonly targetS: number,
  ) {
    this.sums = Array.from({ length: grid.intervals }, () => new Sums());
  }

  /** The sums of that instant's interval; null outside the hours. */
  private at(s: number): Sums | null {
    const { from, widthS } = this.grid;
    return this.sums[Math.floor((s - from) / widthS)] ?? null;
  }

  call({ arrivalS, served, waitS }: CallRecord): void {
    for (const sums of [this.at(arrivalS), this.at(arrivalS) === null ? null : this.all]) {
      if (sums === null) continue;
      sums.offered += 1;
      sums.told += 1;
      sums.measured += 1;
      if (!served) {
        sums.lost += 1;
        continue;
      }
      sums.answered += 1;
      if (Number.isNaN(waitS)) continue;
      sums.waitS += waitS;
      sums.waited += 1;
      if (waitS <= this.targetS) sums.met += 1;
    }
  }

  row({ abandoned, answered, atS, level, offered, speedS }: IntervalRecord): void {
    for (const sums of [this.at(atS), this.at(atS) === null ? null : this.all]) {
      if (sums === null) continue;
      sums.offered += offered;
      if (!Number.isNaN(abandoned)) {
        sums.lost += abandoned;
        sums.told += offered;
      }
      if (!Number.isNaN(level)) {
        sums.met += level * offered;
        sums.measured += offered;
      }
      const weight = Number.isNaN(answered) ? offered : answered;
      if (Number.isNaN(speedS)) continue;
      sums.waitS += speedS * weight;
      sums.waited += weight;
    }
  }

  private told(sums: Sums, days: number): RecordedInterval {
    return {
      offered: sums.offered / days,
      level: sums.measured > 0 ? sums.met / sums.measured : Number.NaN,
      abandons: sums.told > 0 ? sums.lost / sums.told : Number.NaN,
      waitS: sums.waited > 0 ? sums.waitS / sums.waited : Number.NaN,
    };
  }

  intervals(days: number): RecordedInterval[] {
    return this.sums.map((sums) => this.told(sums, days));
  }

  day(days: number): RecordedInterval {
    return this.told(this.all, days);
  }
}
