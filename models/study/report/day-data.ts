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

const clock = (minutes: number): string => {
  const whole = Math.round(minutes) % 1_440;
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
};

/** Beginning of each interval as a time of day, then the one after closing. */
export function beginnings({ day }: Scenario, count: number): string[] {
  const [hours = 0, minutes = 0] = day.opensAt.split(':').map(Number);
  const opens = hours * 60 + minutes;
  return Array.from({ length: count }, (_, i) =>
    clock(opens + Math.min(i * day.intervalMin, day.lengthMin)),
  );
}

/** What the figures mean, said with them: whoever reads the file has not read the manual. */
const CONVENTIONS = {
  interval: 'of arrival; the last one is after closing',
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
