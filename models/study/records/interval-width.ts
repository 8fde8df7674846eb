import { stepOf } from './lengths.ts';
import type { Reading } from './reader.ts';

/** How long intervals are: those of a table are put together, never cut; of calls, any length. */

/** What people are planned by, minutes. */
const PLANNED_BY = [15, 30, 60] as const;
const USUAL_MIN = 30;

/** Of the table itself, seconds; NaN of calls, and of a single interval. */
const ownS = (reading: Reading): number =>
  reading.kind === 'calls' ? Number.NaN : stepOf(reading.intervals, Number.NaN);

/** Lengths that intervals may have, minutes: of a table its own, and multiples of it. */
export function intervalLengths(reading: Reading): number[] {
  const widthS = ownS(reading);
  if (Number.isNaN(widthS)) return [...PLANNED_BY];
  const own = widthS / 60;
  return [own, ...PLANNED_BY.filter((min) => min > own && min % own === 0)];
}

/** Of these the one that is taken unless another is chosen: a table's own, if one plans by it. */
export function usualIntervalMin(reading: Reading): number {
  if (Number.isNaN(ownS(reading))) return USUAL_MIN;
  const lengths = intervalLengths(reading);
  return lengths.find((min) => min >= PLANNED_BY[0]) ?? (lengths[0] as number);
}
