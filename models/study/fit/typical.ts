import type { ScenarioFile } from '../../scenario/scenario.ts';
import { Supposing, supposedSays } from '../../scenario/supposed.ts';
import { isProblem, type Problem, type Says } from '../../words/problem.ts';
import { intervalDay } from '../records/interval-day.ts';
import { atWidth } from '../records/interval-record.ts';
import type { IntervalReading, Reading } from '../records/reader.ts';
import { dayForecast, fitArrivals } from './arrivals.ts';
import { CountLaw } from './count-law.ts';
import type { CountedDay, Counts } from './counts.ts';
import type { DaysLike } from './day-asked.ts';
import type { StaffSeen } from './staff-seen.ts';
import { type Laws, RETURNS_INSIDE, type TypicalCallsAsk, typicalCalls } from './typical-calls.ts';

/** A typical day as a scenario: the mean of the days that are like the one asked for. */

export interface TypicalDay {
  readonly scenario: ScenarioFile;
  /** What it is called: Tuesday. */
  readonly label: Says;
  /** The days it is the mean of. */
  readonly days: readonly string[];
  readonly growth: number;
  /** Calls of such a day: the mean, and what one day in ten stays below and one goes beyond. */
  readonly volume: { readonly mean: number; readonly p10: number; readonly p90: number };
  /** By interval; empty of a table, whose column or estimate is in the scenario. */
  readonly staff: readonly StaffSeen[];
  /** What is supposed, or left out. */
  readonly notes: readonly Says[];
}

/** `growth`: times the recorded volume. */
export type TypicalAsk = TypicalCallsAsk;

const hundredth = (x: number): number => Math.round(x * 100) / 100;
const thousandth = (x: number): number => Math.round(x * 1_000) / 1_000;

/** Growth as a name has it: ", +10 %". */
function grownBy(growth: number): Says {
  const percent = Math.round(1_000 * (growth - 1)) / 10;
  if (percent === 0) return { fr: '', en: '' };
  const signed = `${percent > 0 ? '+' : '−'}${Math.abs(percent)}`;
  return { fr: `, ${signed.replace('.', ',')} %`, en: `, ${signed}%` };
}

/** Their arrivals as one kind of day, and how much such a day brings. */
function arrivalsOf(days: readonly CountedDay[], widthS: number, growth: number) {
  const fit = fitArrivals(days.map((day) => ({ day, kind: 0 })));
  const [profile] = fit.profiles;
  const mean = (profile?.mean ?? []).map((calls) => calls * growth);
  const grown = {
    kind: 0,
    days: days.length,
    mean,
    total: mean.reduce((sum, x) => sum + x, 0),
  };
  const law = new CountLaw(dayForecast(fit, grown));
  return {
    arrivals: {
      busynessCv: thousandth(Math.min(1, fit.dayCv)),
      intervalCv: thousandth(Math.min(1, fit.intervalCv)),
      factorMin: widthS / 60,
    },
    volume: { mean: grown.total, p10: law.quantile(0.1), p90: law.quantile(0.9) },
  };
}

function ofIntervals(reading: IntervalReading, like: DaysLike, widthS: number, ask: TypicalAsk) {
  const names = new Set(like.days.map(({ name }) => name));
  const wanted = reading.intervals.filter(({ day }) => names.has(day));
  const intervals = atWidth(wanted, widthS);
  const days = new Map(like.days.map(({ name, total }) => [name, total]));
  const made = intervalDay({ ...reading, intervals, days }, { ...ask, intervalMin: widthS / 60 });
  if (isProblem(made)) return made;
  const { scenario } = made;
  const supposing = new Supposing(scenario.supposed);
  supposing.add('returns', RETURNS_INSIDE);
  const types = scenario.types.map((type) => ({
    ...type,
    perHour: (type.perHour as readonly number[]).map((rate) => hundredth(rate * ask.growth)),
  }));
  return { scenario: { ...scenario, types, supposed: supposing.all }, staff: [] };
}

/** The mean of these days as a scenario; null of calls that nobody answered. */
export function typicalDay(
  reading: Reading,
  counts: Counts,
  like: DaysLike,
  laws: Laws,
  ask: TypicalAsk,
): TypicalDay | Problem | null {
  const { days, label } = like;
  const made =
    reading.kind === 'calls'
      ? typicalCalls(reading.calls, like.days, laws, ask)
      : ofIntervals(reading, like, counts.widthS, ask);
  if (made === null || isProblem(made)) return made;
  const { arrivals, volume } = arrivalsOf(days, counts.widthS, ask.growth);
  const source = ask.source.slice(0, 60);
  const grown = grownBy(ask.growth);
  const name = ask.name ?? {
    fr: `${source}, ${label.fr}${grown.fr}`,
    en: `${source}, ${label.en}${grown.en}`,
  };
  const scenario = { ...made.scenario, name, source: ask.source.slice(0, 1_000), arrivals };
  return {
    ...{ scenario, label, volume, staff: made.staff, notes: supposedSays(scenario) },
    days: days.map((day) => day.name),
    growth: ask.growth,
  };
}
