import { inInterval, intervalCount, type Scenario } from '../../scenario/scenario.ts';
import { isProblem, type Problem } from '../../words/problem.ts';
import type { Figures, Summary } from '../compare.ts';
import { designStudy } from '../design.ts';
import type { Executor } from '../execution/executor.ts';
import { atWidth } from '../records/interval-record.ts';
import type { Reading } from '../records/reader.ts';
import { replicate } from '../replicate.ts';
import type { HandlingFit } from './handling.ts';
import { type Grid, Recorded, type RecordedInterval } from './recorded.ts';
import type { StaffSeen } from './staff-seen.ts';
import type { TypicalDay } from './typical.ts';
import { callsOf } from './typical-calls.ts';

/**
 * The fitted scenario simulated, against the days it was fitted to, interval by interval: where
 * what was recorded lies outside what so many such days come to, 19 times in 20.
 */

export type ValidatedFigure = keyof RecordedInterval;

/** What is compared, and the measure that says the same of simulated days. */
export const COMPARED: readonly (readonly [ValidatedFigure, measure: string])[] = [
  ['offered', 'offered'],
  ['level', 'serviceLevelF3'],
  ['abandons', 'abandonRate'],
  ['waitS', 'averageSpeedOfAnswer'],
];

export interface Compared {
  /** Null where records, or simulated days, do not say it. */
  readonly recorded: number | null;
  readonly simulated: number | null;
  /** Where as many simulated days as were recorded come to, 19 times in 20. */
  readonly low: number | null;
  readonly high: number | null;
  /** Simulated too high: 1; too low: -1; within: 0. */
  readonly off: -1 | 0 | 1;
}

export type ComparedFigures = Readonly<Record<ValidatedFigure, Compared>>;

export interface ValidatedInterval {
  /** Minutes after midnight. */
  readonly beginsMin: number;
  readonly figures: ComparedFigures;
  /** Agents of the scenario, and those seen at work; null of a table. */
  readonly scheduled: number;
  readonly seen: StaffSeen | null;
  /** Recorded talks over those that were played, and the half-width; null where unknown. */
  readonly handling: { readonly ratio: number; readonly margin: number } | null;
}

export interface Validation {
  /** Recorded days. */
  readonly days: number;
  /** Simulated ones, and their seed. */
  readonly played: number;
  readonly seed: string;
  readonly targetS: number;
  readonly intervals: readonly ValidatedInterval[];
  readonly day: ComparedFigures;
  /** Figures that could be compared, and those outside their band. */
  readonly compared: number;
  readonly outside: number;
}

export interface ValidationAsk {
  readonly days: number;
  readonly seed: string;
}

/** What is smaller than this is no difference: half a point; half a second, or a call. */
const SMALL_SHARE = 0.005;
const SMALL = 0.5;

function compared(
  recorded: number,
  figures: Figures | undefined,
  measure: string,
  days: number,
): Compared {
  const { halfWidth = null, mean = null, n = 0 } = figures?.[measure] ?? {};
  const known = Number.isNaN(recorded) ? null : recorded;
  const none = { recorded: known, simulated: mean, low: null, high: null, off: 0 } as const;
  if (known === null || mean === null || n < 2) return none;
  const isShare = measure === 'abandonRate' || measure === 'serviceLevelF3';
  // Days that are all alike have no spread: what differs by more than can be read is no chance.
  const least = isShare ? SMALL_SHARE : SMALL;
  // Half a width of n days is that of one day over root n: of so many recorded days it is wider.
  const wide = Math.max(least, (halfWidth ?? 0) * Math.sqrt(n) * Math.sqrt(1 / days + 1 / n));
  const low = Math.max(0, mean - wide);
  const high = isShare ? Math.min(1, mean + wide) : mean + wide;
  return {
    recorded: known,
    simulated: mean,
    low,
    high,
    off: known < low ? 1 : known > high ? -1 : 0,
  };
}

const figuresOf = (
  recorded: RecordedInterval,
  figures: Figures | undefined,
  days: number,
): ComparedFigures =>
  Object.fromEntries(
    COMPARED.map(([key, measure]) => [key, compared(recorded[key], figures, measure, days)]),
  ) as unknown as ComparedFigures;

/** What the days came to, in the intervals of the scenario. */
function recordedOf(reading: Reading, days: readonly string[], grid: Grid, targetS: number) {
  const recorded = new Recorded(grid, targetS);
  if (reading.kind === 'calls')
    for (const calls of callsOf(reading.calls, days)) for (const call of calls) recorded.call(call);
  else {
    const names = new Set(days);
    const wanted = reading.intervals.filter(({ day }) => names.has(day));
    for (const row of atWidth(wanted, grid.widthS)) recorded.row(row);
  }
  return recorded;
}

const minutesOf = (opensAt: string): number => {
  const [hours = 0, minutes = 0] = opensAt.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Recorded talks of an hour. */
interface Talks {
  readonly meanS: number;
  /** Half-width of the interval of that mean. */
  readonly marginS: number;
}

/** Talks as they were recorded in the hour in which an interval begins. */
function talksAt(fit: HandlingFit | null, beginsMin: number): Talks | null {
  const hour = fit?.hours.find((one) => one.hour === Math.floor(beginsMin / 60));
  return hour === undefined || !Number.isFinite(hour.marginS) ? null : hour;
}

/** Recorded talks over those of the scenario that was played, whoever wrote it. */
function handlingIn(talks: Talks | null, figures: Figures | undefined) {
  const { halfWidth, mean } = figures?.['averageTalkTime'] ?? {};
  if (talks === null || !mean) return null;
  const ratio = talks.meanS / mean;
  const [seen, played] = [talks.marginS / mean, (ratio * (halfWidth ?? 0)) / mean];
  return { ratio, margin: Math.sqrt(seen * seen + played * played) };
}

export interface ToValidate {
  readonly reading: Reading;
  /** The recorded days it is held against. */
  readonly days: readonly string[];
  readonly scenario: Scenario;
  readonly handling: HandlingFit | null;
  /** Who was seen at work, by intervals of this day. */
  readonly seen: Pick<TypicalDay, 'scenario' | 'staff'>;
}

/** Who was seen in an interval of the scenario, where the intervals are as wide. */
function seenAt({ scenario, seen }: ToValidate, beginsMin: number): StaffSeen | null {
  const { intervalMin = 30, opensAt = '09:00' } = seen.scenario.day;
  if (intervalMin !== scenario.day.intervalMin) return null;
  return seen.staff[(beginsMin - minutesOf(opensAt)) / intervalMin] ?? null;
}

/** What records say of some days, in the intervals of a scenario: plain data, without a call. */
export interface RecordedDays {
  /** How many. */
  readonly days: number;
  readonly targetS: number;
  readonly day: RecordedInterval;
  readonly intervals: readonly (Omit<ValidatedInterval, 'figures' | 'handling'> & {
    readonly recorded: RecordedInterval;
    readonly talks: Talks | null;
  })[];
}

/** Takes down what records say: whoever has them need not be who simulates. */
export function recordedDays(what: ToValidate): RecordedDays {
  const { days, handling, reading, scenario } = what;
  const opens = minutesOf(scenario.day.opensAt);
  const { targetS } = scenario.serviceLevel;
  const grid = {
    from: opens * 60,
    widthS: scenario.day.intervalMin * 60,
    intervals: intervalCount(scenario),
  };
  const recorded = recordedOf(reading, days, grid, targetS);
  const intervals = recorded.intervals(days.length).map((row, i) => {
    const beginsMin = opens + i * scenario.day.intervalMin;
    return {
      beginsMin,
      recorded: row,
      scheduled: scenario.groups.reduce((sum, group) => sum + inInterval(group.staff, i), 0),
      seen: seenAt(what, beginsMin),
      talks: talksAt(handling, beginsMin),
    };
  });
  return { days: days.length, targetS, day: recorded.day(days.length), intervals };
}

function told(recorded: RecordedDays, summary: Summary, ask: ValidationAsk): Validation {
  const { day, days, targetS } = recorded;
  const intervals = recorded.intervals.map(
    ({ recorded: row, talks, ...rest }, i): ValidatedInterval => ({
      ...rest,
      figures: figuresOf(row, summary.intervals[i], days),
      handling: handlingIn(talks, summary.intervals[i]),
    }),
  );
  const all = intervals.flatMap(({ figures }) => COMPARED.map(([key]) => figures[key]));
  return {
    ...{ days, played: ask.days, seed: ask.seed, targetS, intervals },
    day: figuresOf(day, summary.day, days),
    compared: all.filter(({ low }) => low !== null).length,
    outside: all.filter(({ off }) => off !== 0).length,
  };
}

/** Simulates a scenario and holds it against what was recorded. */
export async function validate(
  recorded: RecordedDays,
  scenario: Scenario,
  ask: ValidationAsk,
  executor: Executor,
  heard: (done: number) => void = () => {},
): Promise<Validation | Problem> {
  const study = designStudy(scenario, ask.seed, ask.days);
  const found = await replicate(study, executor, false, heard);
  return isProblem(found) ? found : told(recorded, found.summing.summary(), ask);
}
