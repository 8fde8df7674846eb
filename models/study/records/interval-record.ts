/** What an interval table says of one interval, and of several together. */

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
