import type { IntervalRecord } from './interval-record.ts';
import type { Suspicions } from './suspicions.ts';

/** How long the rows of an interval table last, where they do not say it. */

/** A row as it was written. */
export interface WrittenInterval {
  readonly record: IntervalRecord;
  readonly line: number;
  /** How long it lasts, seconds; NaN where the table does not say. */
  readonly lastsS: number;
}

/** The commonest step from one interval to the next, seconds. */
export function stepOf(records: readonly { readonly atS: number }[], otherwise: number): number {
  const starts = [...new Set(records.map((one) => one.atS))].sort((a, b) => a - b);
  const steps = new Map<number, number>();
  for (let i = 1; i < starts.length; i++) {
    const step = (starts[i] ?? 0) - (starts[i - 1] ?? 0);
    steps.set(step, (steps.get(step) ?? 0) + 1);
  }
  const best = [...steps].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  return best?.[0] ?? otherwise;
}

type Group = readonly WrittenInterval[];

/** Starts all equally far apart, of so many on, may be as long as that where no end is written. */
const REGULAR = 4;

/** How far apart the rows of a day and queue are, where all are so and none says its end. */
function apartOf(group: Group): number {
  if (group.length < REGULAR || group.some(({ lastsS }) => !Number.isNaN(lastsS)))
    return Number.NaN;
  const starts = group.map(({ record }) => record.atS);
  const apart = stepOf(
    starts.map((atS) => ({ atS })),
    Number.NaN,
  );
  const isRegular = starts.every((atS, i) => i === 0 || atS - (starts[i - 1] as number) === apart);
  return isRegular ? apart : Number.NaN;
}

const typeOf = (group: Group): string => group[0]?.record.type ?? '';
const dayOf = (group: Group): string => group[0]?.record.day ?? '';
const meanOf = (rows: Group): number =>
  rows.reduce((sum, { record }) => sum + record.offered, 0) / rows.length;

/** From when to when rows go, seconds: the last one for a step. */
const hoursOf = (rows: Group, stepS: number): readonly [fromS: number, toS: number] => {
  let [fromS, toS] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { record } of rows) {
    fromS = Math.min(fromS, record.atS);
    toS = Math.max(toS, record.atS + stepS);
  }
  return [fromS, toS];
};

/**
 * Rows without an end that are farther apart than the table's step last as long as they are apart,
 * where they leave no hole between the first and the last row of that day, and have the calls of so
 * much time: by the queue's own rows of one step, or, where it has none, on all of its days. In
 * doubt they last a step, and it is said: a queue that is seldom called has few rows as well.
 */
export function lengthened(
  groups: readonly Group[],
  stepS: number,
  suspicions: Suspicions,
): readonly Group[] {
  const aparts = groups.map(apartOf);
  const isWide = (i: number): boolean => (aparts[i] as number) > stepS;
  if (!groups.some((_, i) => isWide(i))) return groups;
  const [days, fine, others] = [
    new Map<string, WrittenInterval[]>(),
    new Map<string, WrittenInterval[]>(),
    new Set<string>(),
  ];
  const add = (to: Map<string, WrittenInterval[]>, key: string, group: Group): void => {
    const own = to.get(key);
    if (own === undefined) to.set(key, [...group]);
    else for (const row of group) own.push(row);
  };
  for (const [i, group] of groups.entries()) {
    add(days, dayOf(group), group);
    if (isWide(i)) continue;
    const usualS = stepOf(
      group.map(({ record }) => record),
      Number.NaN,
    );
    if (usualS === stepS) add(fine, typeOf(group), group);
    else others.add(typeOf(group));
  }
  const isLonger = (group: Group, apart: number): boolean => {
    const [fromS, toS] = hoursOf(days.get(dayOf(group)) ?? group, stepS);
    if (group[0]?.record.atS !== fromS || fromS + group.length * apart < toS) return false;
    const own = fine.get(typeOf(group));
    if (own === undefined) return !others.has(typeOf(group));
    // Nearer to the calls of so many steps than to those of one.
    const ratio = meanOf(group) / meanOf(own);
    return ratio * ratio * stepS >= apart;
  };
  return groups.map((group, i) => {
    if (!isWide(i)) return group;
    const lastsS = aparts[i] as number;
    if (isLonger(group, lastsS)) return group.map((row) => ({ ...row, lastsS }));
    for (const { line } of group) suspicions.note('sparseInterval', line);
    return group;
  });
}
