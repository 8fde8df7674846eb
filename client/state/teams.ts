import { meanWaits, type Totals } from '../../models/doors/live.ts';
import { isSettled } from '../../models/doors/play.ts';
import { BOM, csvText } from '../../models/doors/report.ts';
import { spreadsheetForm } from './download.ts';
import type { TeamWall } from './room.ts';
import type { WholeTeam } from './whole-day.ts';

/** The figures of teams, side by side. */

/** Answered, of all whose call has come to something; null while none has. */
export function reachedOf({ abandoned, answered, blocked }: Totals): number | null {
  const all = answered + abandoned + blocked;
  return all === 0 ? null : answered / all;
}

/** Names of columns: the same in every language, as programs read them. */
const COLUMNS = [
  ...['team', 'people', 'offered', 'answered', 'abandoned', 'blocked', 'came_back'],
  ...['got_through', 'mean_wait_s', 'longest_wait_s', 'lived', 'lived_lowest_tenth', 'settled'],
] as const;

const round = (value: number | null | undefined, digits: number): number | null =>
  value === null || value === undefined ? null : Number(value.toFixed(digits));

/**
 * A table of the teams as a file: a row each. `got_through` and `settled` are shares; `lived` is of
 * 100, a hypothesis; empty where nothing was counted.
 */
export function teamsCsv(
  walls: readonly TeamWall[],
  whole: readonly WholeTeam[],
  language: 'fr' | 'en',
): string {
  const rows = walls.map(({ lived, taken, team, view }): readonly (number | null)[] => {
    const { totals } = view.day;
    const callers = [...(whole.find((one) => one.team === team)?.callers.byCaller.values() ?? [])];
    const told = callers.some(({ contacts }) => contacts.some(({ solved }) => solved >= 0));
    const settled = told ? callers.filter(isSettled).length / callers.length : null;
    const { perCallMs } = meanWaits(totals);
    return [
      ...[team + 1, taken.size, totals.offered, totals.answered, totals.abandoned],
      ...[totals.blocked, totals.cameBack, round(reachedOf(totals), 4)],
      round(perCallMs === null ? null : perCallMs / 1_000, 1),
      round(totals.longestWaitMs / 1_000, 1),
      ...[round(lived?.mean, 1), round(lived?.lowestTenth, 1), round(settled, 4)],
    ];
  });
  return BOM + csvText([COLUMNS, ...rows], spreadsheetForm(language));
}
