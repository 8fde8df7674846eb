import { type ArrivalsFit, forecastOf, type Profile } from './arrivals.ts';
import { CountLaw } from './count-law.ts';
import { kindOf } from './day-kinds.ts';
import type { Fit } from './fitted.ts';

/** What a drawing of arrivals shows: the profile, its band, and the days that were recorded. */

/** One interval of a kind of day. */
export interface PicturedInterval {
  /** Minutes after midnight. */
  readonly beginsMin: number;
  readonly mean: number;
  /** Where a new day of this kind lies 8 times in 10. */
  readonly low: number;
  readonly high: number;
}

/** One count of a recorded day. */
export interface PicturedCount {
  readonly day: string;
  readonly beginsMin: number;
  readonly calls: number;
}

export interface ArrivalsPicture {
  readonly kind: number;
  readonly days: number;
  readonly widthMin: number;
  readonly intervals: readonly PicturedInterval[];
  readonly counts: readonly PicturedCount[];
}

/** More days than this are a cloud in which nothing is seen. */
const MOST_DAYS = 40;

const banded = (fit: ArrivalsFit, profile: Profile, i: number) => {
  const law = new CountLaw(forecastOf(fit, profile, i));
  return { mean: profile.mean[i] ?? 0, low: law.quantile(0.1), high: law.quantile(0.9) };
};

/** The kind of day with the most days, and among these the most calls: what one looks at first. */
export const usualKind = ({ arrivals }: Fit): number =>
  [...arrivals.profiles].sort((a, b) => b.days - a.days || b.total - a.total)[0]?.kind ?? 0;

/** Arrivals of a kind of day; null where no such day was fitted. */
export function arrivalsPicture(fit: Fit, kind: number): ArrivalsPicture | null {
  const { apart, arrivals, counts } = fit;
  const profile = arrivals.profiles.find((one) => one.kind === kind);
  if (profile === undefined) return null;
  const left = new Set(apart.map(({ name }) => name));
  const days = counts.days.filter((day) => !left.has(day.name) && kindOf(day, counts) === kind);
  const step = Math.max(1, days.length / MOST_DAYS);
  const shown = days.filter((_, d) => Math.floor(d / step) !== Math.floor((d - 1) / step));
  const widthMin = counts.widthS / 60;
  const beginsAt = (i: number): number => counts.fromS / 60 + i * widthMin;
  return {
    kind,
    days: profile.days,
    widthMin,
    intervals: profile.mean.map((_, i) => ({
      beginsMin: beginsAt(i),
      ...banded(arrivals, profile, i),
    })),
    counts: shown.flatMap(({ calls, name }) =>
      calls.map((n, i) => ({ day: name, beginsMin: beginsAt(i), calls: n })),
    ),
  };
}
