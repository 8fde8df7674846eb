import type { Reading } from '../records/reader.ts';
import { type ArrivalsFit, fitArrivals } from './arrivals.ts';
import { type Counts, countsOf } from './counts.ts';
import { type ApartDay, daysApart } from './day-kinds.ts';
import { alternateWeeks, ordinaryDays, type Reliability, secondHalf } from './reliability.ts';

/** What records come to: each law with what shows how good it is. Plain data. */
export interface Fit {
  readonly counts: Counts;
  readonly apart: readonly ApartDay[];
  readonly arrivals: ArrivalsFit;
  readonly reliability: {
    /** Every other week predicts the others. */
    readonly weeks: Reliability;
    /** The same, the days that are set apart among them. */
    readonly withApart: Reliability;
    /** The first half of the time predicts the second. */
    readonly later: Reliability;
  };
}

export interface FitAsk {
  /** Length of the intervals, minutes. */
  readonly intervalMin: number;
}

/** Fits what records tell. */
export function fitOf(reading: Reading, { intervalMin }: FitAsk): Fit {
  const counts = countsOf(reading, intervalMin);
  const apart = daysApart(counts);
  const names = new Set(apart.map(({ name }) => name));
  return {
    counts,
    apart,
    arrivals: fitArrivals(ordinaryDays(counts, names)),
    reliability: {
      weeks: alternateWeeks(counts, names),
      withApart: alternateWeeks(counts, new Set()),
      later: secondHalf(counts, names),
    },
  };
}
