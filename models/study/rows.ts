import { LIVED_MEASURES } from '../folds/measures/figures-lived.ts';
import { SUM } from '../folds/measures/sums.ts';
import type { DailyRatio, PolicyRow } from './ranking.ts';

/**
 * What is kept of a policy: the sums of each of its days, in order of replication (SUMS numbers of
 * 8 bytes a day and a policy: the only memory that grows with the replications); and what is made
 * of them.
 */
export type DayRow = Float64Array;

/** One measure day by day. */
function daily(name: string, days: readonly DayRow[]): DailyRatio {
  const measure = LIVED_MEASURES.find((one) => one.name === name);
  if (measure?.y === undefined)
    throw new RangeError(`name must be that of a ratio of lived experience; it is ${name}`);
  const { x, y } = measure;
  return { x: days.map(x), y: days.map(y) };
}

/** A policy's days as a ranking wants them (MODEL 7.4, 7.5). */
export function rowOf(name: string, days: readonly DayRow[]): PolicyRow {
  const sums = (k: number): number[] => days.map((day) => day[k]!);
  const cost = daily('costPerCustomer', days);
  return {
    name,
    cost,
    harms: {
      x: [0, 1, 2, 3].map((k) => sums(SUM.harms + k)),
      y: cost.y,
    },
    lived: daily('lived', days),
    components: {
      x: [0, 1, 2, 3].map((k) => sums(SUM.livedParts + k)),
      y: sums(SUM.journeys),
    },
    thirds: [
      daily('resolutionEasy', days),
      daily('resolutionMiddle', days),
      daily('resolutionHard', days),
    ],
    livedThirds: [daily('livedEasy', days), daily('livedMiddle', days), daily('livedHard', days)],
  };
}
