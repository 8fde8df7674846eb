import type { Scenario } from '../../scenario/scenario.ts';
import type { Figure, Figures, Summary } from '../compare.ts';
import { UNITS, withUnits } from './numbers.ts';
import { summaryAsKnown } from './unknown.ts';

/** The days of one scenario for other programs: everything, as plain data and as rows. */

/** What a table for a spreadsheet holds; null: nothing is known. */
export type Cell = string | number | null;

/** The days of one scenario, added up. */
export interface DayReport {
  readonly scenario: Scenario;
  readonly seed: string;
  /** The version of the rules by which they were played. */
  readonly rules: string;
  readonly summary: Summary;
  /** What a replay adds: how long its log is, and the hash of its facts. */
  readonly replayed?: { readonly facts: number; readonly commands: number; readonly hash: string };
  /** The scenario it is compared with, and each measure of the day less that one's. */
  readonly against?: {
    readonly name: string;
    /** Whether both meet the same callers; else pairs of days save nothing. */
    readonly sameCallers: boolean;
    readonly difference: Readonly<Record<string, Figure>>;
  };
}

const DAY_S = 86_400;
const two = (n: number): string => String(n).padStart(2, '0');

/**
 * A time of day, `09:00`; of the next day `+1 00:15`, as timetables have it, so that no two
 * intervals of a long day have one key. Seconds are shown where there are any.
 */
function clock(minutes: number): string {
  const whole = Math.round(minutes * 60);
  const [days, ofDay] = [Math.floor(whole / DAY_S), whole % DAY_S];
  const seconds = ofDay % 60;
  const time = `${two(Math.floor(ofDay / 3_600))}:${two(Math.floor(ofDay / 60) % 60)}`;
  return `${days > 0 ? `+${days} ` : ''}${time}${seconds > 0 ? `:${two(seconds)}` : ''}`;
}

/** Beginning of each interval (clock), then of the time after closing. */
export function beginnings({ day }: Scenario, count: number): string[] {
  const [hours = 0, minutes = 0] = day.opensAt.split(':').map(Number);
  const opens = hours * 60 + minutes;
  return Array.from({ length: count }, (_, i) =>
    clock(opens + Math.min(i * day.intervalMin, day.lengthMin)),
  );
}

/** What the figures mean, said with them: whoever reads the file has not read the manual. */
const CONVENTIONS = {
  interval: 'of arrival, by its beginning; +1 is the next day; the last one is after closing',
  serviceLevels:
    'F1, F3, F5 of answered and abandoned, F2 of answered, F4 of answered and abandoned late, Offered of all offered, blocked included',
  heads: 'scheduled, present, paid: from opening to closing; paid is scheduled and overtime',
  occupancy: 'busy / ready, to the last call; occupancyToClosing to closing',
  utilisation: 'busy / scheduled, to closing',
  ratios: 'of sums over all replications',
  target: 'inclusive',
  percentilesAndLongest: 'mean of the daily values',
  p10AndP90: 'of the daily values, from 10 days on; of more than 1,000 days at most 0.78 % off',
  unfinished: 'calls still inside when the day is cut',
};

/** Everything, by name. */
export function dayData({ against, replayed, rules, scenario, seed, ...told }: DayReport): object {
  const summary = summaryAsKnown(told.summary, scenario);
  const begin = beginnings(scenario, summary.intervals.length);
  return {
    scenario: scenario.name,
    ...(scenario.arbitration?.people === false ? { people: false } : {}),
    seed,
    replications: summary.replications,
    level: summary.level,
    rules,
    serviceLevel: scenario.serviceLevel,
    conventions: CONVENTIONS,
    ...(replayed === undefined ? {} : { replayed }),
    day: withUnits(summary.day),
    intervals: summary.intervals.map((figures, i) => ({
      from: begin[i],
      afterClosing: i === summary.intervals.length - 1,
      measures: withUnits(figures),
    })),
    types: summary.types.map((figures, i) => ({
      id: scenario.types[i]?.id,
      measures: withUnits(figures),
    })),
    groups: summary.groups.map((figures, i) => ({
      id: scenario.groups[i]?.id,
      measures: withUnits(figures),
    })),
    ...(against === undefined
      ? {}
      : {
          against: against.name,
          sameCallers: against.sameCallers,
          difference: withUnits(against.difference),
        }),
  };
}

/** One row a figure: where it was cut, what it is, its mean, half-width and number of days. */
export function dayRows({ against, scenario, ...told }: DayReport): Cell[][] {
  const summary = summaryAsKnown(told.summary, scenario);
  const begin = beginnings(scenario, summary.intervals.length);
  const rows: Cell[][] = [['cut', 'of', 'measure', 'unit', 'mean', 'halfWidth', 'n', 'p10', 'p90']];
  const add = (cut: string, of: string, figures: Figures): void => {
    for (const [name, { spread, mean, halfWidth, n }] of Object.entries(figures)) {
      const tenths = [spread?.p10 ?? null, spread?.p90 ?? null];
      rows.push([cut, of, name, UNITS.get(name) ?? '', mean, halfWidth, n, ...tenths]);
    }
  };
  add('day', '', summary.day);
  summary.intervals.forEach((figures, i) => {
    add('interval', i === begin.length - 1 ? 'after' : (begin[i] ?? ''), figures);
  });
  summary.types.forEach((figures, i) => {
    add('type', scenario.types[i]?.id ?? '', figures);
  });
  summary.groups.forEach((figures, i) => {
    add('group', scenario.groups[i]?.id ?? '', figures);
  });
  if (against !== undefined) add('difference', against.name, against.difference);
  return rows;
}
