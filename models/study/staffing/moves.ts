import { intervalCount, type Scenario } from '../../scenario/scenario.ts';
import type { StaffingAsk } from './question.ts';
import type { Seen, Staffing } from './seen.ts';
import type { Standing } from './standing.ts';

/**
 * One agent more or less, of one group, in one interval (all day, where the same number is asked
 * for all day). Moves far enough from each other are tried in one run: each is judged by the
 * intervals from its own to the next.
 */

/** Intervals from..to-1 that have the same number of agents. */
interface Block {
  readonly from: number;
  readonly to: number;
}

export interface Move extends Block {
  readonly group: number;
  /** Up to here its effects are looked at; the time after closing is one interval more. */
  readonly felt: number;
}

/** How long what a move changes is followed, minutes, and in at least how many intervals. */
const FELT_MIN = 90;
const FELT = 3;

const strideOf = ({ day }: Scenario): number =>
  Math.max(FELT, Math.ceil(FELT_MIN / day.intervalMin));

export const blocksOf = (scenario: Scenario, { level }: StaffingAsk): Block[] => {
  const intervals = intervalCount(scenario);
  if (level) return [{ from: 0, to: intervals }];
  return Array.from({ length: intervals }, (_, from) => ({ from, to: from + 1 }));
};

/** Runs of moves tried at once: each group's, every so many intervals. */
export function runsOf(scenario: Scenario, ask: StaffingAsk): Move[][] {
  const blocks = blocksOf(scenario, ask);
  const after = intervalCount(scenario) + 1;
  const stride = Math.min(strideOf(scenario), blocks.length);
  return scenario.groups.flatMap((_group, group) =>
    Array.from({ length: stride }, (_, c) =>
      blocks
        .filter((_block, b) => b % stride === c)
        .map((block, k, all) => ({ ...block, group, felt: all[k + 1]?.from ?? after })),
    ),
  );
}

/** The staffing after these moves of so many agents each. */
export function moved(staffing: Staffing, moves: readonly Move[], agents: number): Staffing {
  const next = staffing.map((group) => [...group]);
  for (const { from, group, to } of moves)
    for (let i = from; i < to; i += 1) {
      const row = next[group] as number[];
      row[i] = (row[i] ?? 0) + agents;
    }
  return next;
}

export const isAllowed = (
  staffing: Staffing,
  { from, group }: Move,
  agents: number,
  { least, most }: StaffingAsk,
): boolean => {
  const now = staffing[group]?.[from] ?? 0;
  return now + agents >= least && now + agents <= most;
};

/** A move, and what a run in which it was made showed. */
export interface Tried {
  readonly move: Move;
  readonly seen: Seen;
}

/** Agent intervals of a move: what it costs, or saves. */
const sizeOf = ({ from, to }: Move): number => to - from;

/** How the staffing would stand after a move. */
export const after = (standing: Standing, { move, seen }: Tried) =>
  standing.with(seen.margins, move.from, move.felt);

/**
 * The moves to make, best first, until none is left or enough were made. A move whose effects
 * overlap those of one that was made waits for the next runs.
 * @param may whether one may be made that brings the share there
 * @param enough whether no more are wanted at this share
 */
export function chosen(
  standing: Standing,
  tried: readonly Tried[],
  may: (share: number) => boolean,
  enough: (share: number) => boolean,
): Move[] {
  const left = new Set(tried);
  const made: Move[] = [];
  while (!enough(standing.share)) {
    const { rank } = standing;
    let best: Tried | null = null;
    let gain = Number.NEGATIVE_INFINITY;
    for (const one of left) {
      const found = after(standing, one);
      const worth = (found.rank - rank) / sizeOf(one.move);
      if (!may(found.share) || worth <= gain) continue;
      best = one;
      gain = worth;
    }
    if (best === null) return made;
    const { move, seen } = best;
    standing.exchange(seen.margins, move.from, move.felt);
    made.push(move);
    for (const one of left)
      if (one.move.from < move.felt && move.from < one.move.felt) left.delete(one);
  }
  return made;
}
