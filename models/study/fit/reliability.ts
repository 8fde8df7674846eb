import { interval, Moments } from '../../kernel/tally.ts';
import { type ArrivalsFit, fitArrivals, forecastOf, type KindOfDay } from './arrivals.ts';
import { CountLaw } from './count-law.ts';
import type { Counts } from './counts.ts';
import { kindOf, weekOf } from './day-kinds.ts';
import { levelMargin } from './level.ts';

/**
 * Does the fit know what it does not know? Days that were not fitted are predicted, and it is
 * counted how many of their intervals lie within the bands. Counts are whole: of an observed count
 * x the share of [P(N < x), P(N <= x)] that lies within a band counts (the non-randomised form of
 * Czado, Gneiting and Held 2009), so that a right law has the nominal share on average.
 */

/** Central bands that are told, and those of the diagram. */
const BANDS = [0.5, 0.8, 0.95] as const;
const DIAGRAM = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);

/** Of a band of so much probability, the share of unseen intervals in it. */
export interface Coverage {
  readonly nominal: number;
  readonly share: number;
  /** Half-width of its 95 % interval, days being drawn anew; null below two days. */
  readonly margin: number | null;
}

export type ReliabilityVerdict = 'holds' | 'narrow' | 'wide' | 'unknown';

export interface Reliability {
  /** Days fitted to, and days predicted. */
  readonly fitted: number;
  readonly predicted: number;
  /** Intervals predicted. */
  readonly intervals: number;
  /** Of 50, 80 and 95 %. */
  readonly bands: readonly Coverage[];
  /** Of 5, 10 … 95 %: what a diagram draws. */
  readonly diagram: readonly Coverage[];
  /** Mean place of what came within what was predicted: 0.5 where the level was right. */
  readonly place: number;
  /** Calls that came on the predicted days over those that were expected. */
  readonly level: number;
  readonly verdict: ReliabilityVerdict;
}

/** The first half of the time predicting the second. */
export interface Later extends Reliability {
  /** How far off 1 its level may be by chance (99 %); null where too few days tell. */
  readonly levelMargin: number | null;
}

/** The band of 80 % holds with this share of the unseen intervals in it. */
export const HOLDS = { band: 0.8, least: 0.76, most: 0.84 } as const;
/** Fewer predicted days than this tell nothing. */
const ENOUGH_DAYS = 7;

/** The share of [low, high] that lies in the central band; of a point, whether it does. */
function within(low: number, high: number, band: number): number {
  const [from, to] = [(1 - band) / 2, (1 + band) / 2];
  if (high - low < 1e-12) return low >= from && low <= to ? 1 : 0;
  return Math.max(0, Math.min(high, to) - Math.max(low, from)) / (high - low);
}

/** Takes down how predictions went. */
class Tally {
  private readonly days = DIAGRAM.map(() => new Moments());
  private place = 0;
  private came = 0;
  private expected = 0;
  intervals = 0;
  predicted = 0;

  day(fit: ArrivalsFit, { day, kind }: KindOfDay): void {
    const profile = fit.profiles.find((one) => one.kind === kind);
    if (profile === undefined || profile.days < 2) return;
    const inside = new Array<number>(DIAGRAM.length).fill(0);
    day.calls.forEach((count, i) => {
      const law = new CountLaw(forecastOf(fit, profile, i));
      const [low, high] = [law.upTo(count - 1), law.upTo(count)];
      DIAGRAM.forEach((band, b) => {
        inside[b] = (inside[b] as number) + within(low, high, band);
      });
      this.place += (low + high) / 2;
      this.expected += profile.mean[i] as number;
      this.came += count;
    });
    const n = day.calls.length;
    this.days.forEach((moments, b) => {
      moments.add((inside[b] as number) / n);
    });
    this.intervals += n;
    this.predicted += 1;
  }

  private coverage(nominal: number): Coverage {
    const moments = this.days[DIAGRAM.indexOf(nominal)] as Moments;
    const margin = moments.n < 2 ? null : interval(moments);
    return { nominal, share: moments.mean, margin };
  }

  told(fitted: number): Reliability {
    const share = this.coverage(HOLDS.band).share;
    const verdict =
      this.predicted < ENOUGH_DAYS
        ? 'unknown'
        : share < HOLDS.least
          ? 'narrow'
          : share > HOLDS.most
            ? 'wide'
            : 'holds';
    return {
      fitted,
      predicted: this.predicted,
      intervals: this.intervals,
      bands: BANDS.map((band) => this.coverage(band)),
      diagram: DIAGRAM.map((band) => this.coverage(band)),
      place: this.place / this.intervals,
      level: this.came / this.expected,
      verdict,
    };
  }
}

/** What is left out of a fit, to see what it was good for. */
export interface Without {
  readonly dayFactor?: boolean;
}

const fitWithout = (days: readonly KindOfDay[], { dayFactor = false }: Without): ArrivalsFit => {
  const fit = fitArrivals(days);
  return dayFactor ? { ...fit, dayCv: 0 } : fit;
};

/** Days of the table by name, without those set apart. */
export function ordinaryDays(counts: Counts, apart: ReadonlySet<string>): KindOfDay[] {
  return counts.days
    .filter(({ name }) => !apart.has(name))
    .map((day) => ({ day, kind: kindOf(day, counts) }));
}

/** Every other week predicts the weeks between, and is predicted by them: a trend is in both. */
export function alternateWeeks(
  counts: Counts,
  apart: ReadonlySet<string>,
  without: Without = {},
): Reliability {
  const days = ordinaryDays(counts, apart);
  const isEven = (one: KindOfDay, i: number): boolean => weekOf(one.day, counts, i) % 2 === 0;
  const halves = [days.filter(isEven), days.filter((one, i) => !isEven(one, i))] as const;
  const tally = new Tally();
  halves.forEach((half, h) => {
    const fit = fitWithout(half, without);
    for (const day of halves[1 - h] as KindOfDay[]) tally.day(fit, day);
  });
  return tally.told(days.length);
}

/** The first half of the time predicts the second: harder, as a level that moves is unforeseen. */
export function secondHalf(counts: Counts, apart: ReadonlySet<string>): Later {
  const days = ordinaryDays(counts, apart);
  const first = days.slice(0, days.length >> 1);
  const fit = fitArrivals(first);
  const second = days.slice(first.length);
  const tally = new Tally();
  for (const day of second) tally.day(fit, day);
  return { ...tally.told(first.length), levelMargin: levelMargin(first, second) };
}
