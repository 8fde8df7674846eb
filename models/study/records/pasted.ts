/**
 * Rows alike to the last cell: the same row again, or others that happen to be alike? Of a row that
 * could be another nothing tells but its day: where a file was put together with itself, most of
 * what cannot be there twice is, and no chance does that.
 */

/** A file is put together with itself at most so many times. */
const MOST_TIMES = 4;

/** How many distinct rows stand there how many times. */
class Tally {
  private readonly rows = new Map<number, number>();

  /** A row that now stands there for the n-th time. */
  add(nth: number): void {
    if (nth > 1) this.rows.set(nth - 1, (this.rows.get(nth - 1) ?? 0) - 1);
    this.rows.set(nth, (this.rows.get(nth) ?? 0) + 1);
  }

  /** How many of them stand there so many times. */
  count(is: (times: number) => boolean): number {
    let sum = 0;
    for (const [times, rows] of this.rows) if (is(times)) sum += rows;
    return sum;
  }
}

const isAgain = (times: number): boolean => times > 1;

/** The commonest number of times above one, at most MOST_TIMES. */
function commonest(tally: Tally): number {
  let best = 2;
  for (let k = 3; k <= MOST_TIMES; k++)
    if (tally.count((n) => n === k) > tally.count((n) => n === best)) best = k;
  return best;
}

/** Rows no two of which are alike: where half of them stand there again, the day was pasted. */
const ofOnes = (tally: Tally): number =>
  2 * tally.count(isAgain) >= tally.count(() => true) ? commonest(tally) : 1;

/**
 * Rows of which several may be alike by chance. Where calls come at random at most a third of them
 * stand there just twice, however coarse the clock; and some stand there an odd number of times.
 */
function ofMany(tally: Tally): number {
  const all = tally.count(() => true);
  if (tally.count(isAgain) === 0) return 1;
  const k = commonest(tally);
  if (2 * tally.count((n) => n === k) >= all) return k;
  for (let times = MOST_TIMES; times > 1; times--)
    if (tally.count((n) => n % times === 0) === all) return times;
  return 1;
}

export class Pasted {
  private readonly days = new Map<string, { ones: Tally; many: Tally }>();
  private readonly times = new Map<string, number>();

  /**
   * A row of a day, for the n-th time.
   * @param isOne no other can be like it
   */
  add(day: string, nth: number, isOne: boolean): void {
    let own = this.days.get(day);
    if (own === undefined) {
      own = { ones: new Tally(), many: new Tally() };
      this.days.set(day, own);
    }
    (isOne ? own.ones : own.many).add(nth);
  }

  /** How many times the rows of a day stand there by pasting: 1 where that is not evident. */
  private timesOf(day: string): number {
    const own = this.days.get(day);
    if (own === undefined) return 1;
    return own.ones.count(() => true) > 0 ? ofOnes(own.ones) : ofMany(own.many);
  }

  /**
   * Once all rows were added: is a row that stands there for the n-th time the same one again? Two
   * that are alike by chance stand in a day pasted twice four times: two of them are kept.
   */
  isAgain(day: string, nth: number): boolean {
    let times = this.times.get(day);
    if (times === undefined) {
      times = this.timesOf(day);
      this.times.set(day, times);
    }
    return (nth - 1) % times !== 0;
  }
}
