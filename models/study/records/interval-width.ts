import { widthOf } from './interval-rows.ts';
import type { Reading } from './reader.ts';

/** How long intervals are: those of a table are put together, never cut; of calls, any length. */

/** What people are planned by, minutes. */
const PLANNED_BY = [15, 30, 60] as const;
const USUAL_MIN = 30;

const ownS = (reading: Reading): number | null =>
  reading.kind === 'calls' ? null : widthOf(reading.intervals);

/** Lengths that intervals may have, minutes: of a table its own, and multiples of it. */
export function intervalLengths(reading: Reading): number[] {
  const widthS = ownS(reading);
  if (widthS === null) return [...PLANNED_BY];
  const own = widthS / 60;
  return [own, ...PLANNED_BY.filter((min) => min > own && min % own === 0)];
}

/** Of these the one that is taken unless another is asked for: a table's own, if one plans by it. */
export function usualIntervalMin(reading: Reading): number {
  if (ownS(reading) === null) return USUAL_MIN;
  const lengths = intervalLengths(reading);
  return lengths.find((min) => min >= PLANNED_BY[0]) ?? (lengths[0] as number);
}
