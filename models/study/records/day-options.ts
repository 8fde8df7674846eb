import type { ScenarioFile } from '../../scenario/scenario.ts';
import { type Problem, problem, type Says } from '../../words/problem.ts';
import type { DayFigures } from './replay.ts';

/** What is asked for when a recorded day becomes a scenario, and what comes of it. */

export interface DayOptions {
  /** Which day; needed where a file of calls has several. Of intervals: all days together. */
  readonly day?: string | undefined;
  readonly name?: string | undefined;
  /** Where the records come from. */
  readonly source: string;
  /** Length of the intervals of staff and report, minutes; none: the usual one. */
  readonly intervalMin?: number | undefined;
  /** Callers of this priority are served as if they had arrived `seconds` earlier. */
  readonly headStart?: { readonly priority: string; readonly seconds: number } | undefined;
}

export interface RecordedDay {
  readonly scenario: ScenarioFile;
  /** Its name; '' where it is the mean of several. */
  readonly day: string;
  /** Calls of the day, on average where it is a mean. */
  readonly calls: number;
  /** What became of them; 0 and 0 where a table does not say. */
  readonly served: number;
  readonly abandoned: number;
  /** Offered calls of that day outside the hours in which somebody worked: not in the trace. */
  readonly outsideHours: number;
  /** Agents seen at work; of an interval table, the largest staff. */
  readonly agents: number;
  /** What the records do not say and the scenario supposes. */
  readonly notes: readonly Says[];
  /** The day's figures as they were written, and played again call by call; null of a table. */
  readonly proof: { readonly recorded: DayFigures; readonly replayed: DayFigures } | null;
  /** Why a simulation of this day differs from it: what had to be drawn. None: nothing had to. */
  readonly reasons: readonly Says[];
}

/** HH:MM of so many seconds after midnight. */
export const clockOf = (seconds: number): string => {
  const minutes = ((Math.floor(seconds / 60) % 1_440) + 1_440) % 1_440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

/** The one day of a file, or the one that is wanted. */
export function pickDay(
  offered: ReadonlyMap<string, number>,
  wanted: string | undefined,
): string | Problem {
  const days = [...offered.keys()];
  const list = days.slice(0, 40).join(', ');
  if (days.length === 0)
    return problem(
      'E_RANGE',
      '',
      'Ce fichier ne contient aucun appel offert aux conseillers ; vérifiez ses colonnes.',
      'This file holds no call offered to agents; check its columns.',
    );
  if (wanted === undefined)
    return days.length === 1
      ? (days[0] ?? '')
      : problem(
          'E_RANGE',
          'day',
          `Ce fichier a ${days.length} jours ; choisissez-en un avec --day : ${list}.`,
          `This file has ${days.length} days; choose one with --day: ${list}.`,
        );
  return offered.has(wanted)
    ? wanted
    : problem(
        'E_UNKNOWN',
        'day',
        `Aucun jour « ${wanted.slice(0, 40)} » dans ce fichier ; les jours sont : ${list}.`,
        `No day "${wanted.slice(0, 40)}" in this file; the days are: ${list}.`,
      );
}
