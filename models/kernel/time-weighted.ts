import { reals, wholes } from './rows.ts';

/**
 * Numbers that last (calls waiting, agents busy): the area under each, by interval. Instead of
 * multiplying at every change, each change adds or takes its own instant: over a span that ends at
 * T the area is count × T minus the instants of the ups plus those of the downs, exactly
 * (integers).
 */
export class TimeWeighted {
  private readonly count: number[];
  /** Minus the instants of the ups, plus those of the downs, since `from`. */
  private readonly tally: number[];
  private readonly areas: number[];
  private readonly spans: number[];
  private from = 0;

  /**
   * @param numbers how many numbers are followed
   * @param intervals how many intervals there are
   * @param startMs nothing is summed before this instant (warm-up)
   */
  constructor(
    private readonly numbers: number,
    intervals: number,
    private readonly startMs: number,
  ) {
    this.count = wholes(numbers);
    this.tally = reals(numbers);
    this.areas = reals(numbers * intervals);
    this.spans = reals(intervals);
  }

  clear(): void {
    this.count.fill(0);
    this.tally.fill(0);
    this.areas.fill(0);
    this.spans.fill(0);
    this.from = 0;
  }

  /** One more from `at` on. Instants never go back. */
  add(number: number, at: number): void {
    this.count[number]! += 1;
    this.tally[number]! -= at < this.startMs ? this.startMs : at;
  }

  /** One less from `at` on. */
  remove(number: number, at: number): void {
    this.count[number]! -= 1;
    this.tally[number]! += at < this.startMs ? this.startMs : at;
  }

  /** How many there are now. */
  countOf(number: number): number {
    return this.count[number]!;
  }

  /** Sums everything up to `at`, into this interval; the next span begins there. */
  sumUpTo(at: number, interval: number): void {
    const to = at < this.startMs ? this.startMs : at;
    const from = this.from < this.startMs ? this.startMs : this.from;
    this.from = at;
    this.spans[interval]! += to - from;
    for (let number = 0; number < this.numbers; number += 1) {
      const count = this.count[number]!;
      this.areas[interval * this.numbers + number]! += count * to + this.tally[number]!;
      this.tally[number] = -count * to;
    }
  }

  /** Area under a number in an interval, ms times a count. */
  area(number: number, interval: number): number {
    return this.areas[interval * this.numbers + number]!;
  }

  /** Length of time summed into an interval, ms. */
  spanMs(interval: number): number {
    return this.spans[interval]!;
  }
}
