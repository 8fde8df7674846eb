import { isProblem, type Problem } from '../../words/problem.ts';
import type { Reading } from '../records/reader.ts';
import { type ArrivalsFit, fitArrivals } from './arrivals.ts';
import { type Counts, countsOf } from './counts.ts';
import { type DayAsked, type DaysLike, dayAskedIn, daysLikeAsked } from './day-asked.ts';
import { type ApartDay, daysApart } from './day-kinds.ts';
import { fitHandling, type HandlingFit } from './handling.ts';
import { fitPatiences, type PatienceFit } from './patience.ts';
import {
  alternateWeeks,
  type Later,
  ordinaryDays,
  type Reliability,
  secondHalf,
} from './reliability.ts';
import { fitReturns, type ReturnsFit } from './returns.ts';
import { type TypicalAsk, type TypicalDay, typicalDay } from './typical.ts';

/** What records come to: each law with what shows how good it is. Plain data. */
export interface Fit {
  readonly counts: Counts;
  /** Days set apart, and why. */
  readonly apart: readonly ApartDay[];
  readonly arrivals: ArrivalsFit;
  readonly reliability: {
    /** Every other week predicts the others. */
    readonly weeks: Reliability;
    /** The same, the days that are set apart among them. */
    readonly withApart: Reliability;
    /** The first half of the time predicts the second. */
    readonly later: Later;
  };
  /** Of tables, which tell no call, there is none of these. */
  readonly handling: HandlingFit | null;
  readonly patience: readonly PatienceFit[];
  readonly returns: ReturnsFit | null;
  /** The day asked for, as a scenario; else why it cannot be one. */
  readonly typical: TypicalDay | Problem | null;
}

export interface FitAsk extends Omit<TypicalAsk, 'growth' | 'day'> {
  readonly growth?: number;
  /** `tuesday`, `2026-12-15`; none: a usual day. */
  readonly dayToStaff?: string | undefined;
  /** A day like those set apart as quiet. */
  readonly holiday?: boolean;
}

/** Days of the records like the one asked for. */
function likeOf(counts: Counts, apart: readonly ApartDay[], ask: FitAsk): DaysLike | Problem {
  const { dayToStaff, holiday = false } = ask;
  const asked: Omit<DayAsked, 'holiday'> | Problem =
    dayToStaff === undefined ? { kind: null } : dayAskedIn(dayToStaff, counts.dated);
  return isProblem(asked) ? asked : daysLikeAsked(counts, apart, { ...asked, holiday });
}

/** Fits what records tell. */
export function fitOf(reading: Reading, ask: FitAsk): Fit {
  const { growth = 1 } = ask;
  const counts = countsOf(reading, ask.intervalMin);
  const apart = daysApart(counts);
  const names = new Set(apart.map(({ name }) => name));
  const calls = reading.kind === 'calls' ? reading.calls : null;
  const handling = calls === null ? null : fitHandling(calls);
  const patience = calls === null ? [] : fitPatiences(calls);
  const returns = calls === null ? null : fitReturns(calls);
  const like = likeOf(counts, apart, ask);
  return {
    counts,
    apart,
    arrivals: fitArrivals(ordinaryDays(counts, names)),
    reliability: {
      weeks: alternateWeeks(counts, names),
      withApart: alternateWeeks(counts, new Set()),
      later: secondHalf(counts, names),
    },
    handling,
    patience,
    returns,
    typical: isProblem(like)
      ? like
      : typicalDay(reading, counts, like, { handling, patience, returns }, { ...ask, growth }),
  };
}
