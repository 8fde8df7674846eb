import type { Scenario } from '../../scenario/scenario.ts';
import { daysToAnswer, MOST_ROUNDS } from './cost.ts';
import { roughly } from './levels.ts';
import { after, chosen, isAllowed, type Move, moved, runsOf, type Tried } from './moves.ts';
import type { StaffingAsk } from './question.ts';
import { type Asking, type Round, type Seen, type Staffing, trialOf } from './seen.ts';
import { Standing } from './standing.ts';

/**
 * The smallest staffing that holds, by simulation on common callers: from a formula's, roughly
 * (levels.ts), then agent by agent. It ends where no single agent can be taken away; that is a
 * smallest one, as greedy searches find them (Cezik and L'Ecuyer 2008), of which there may be
 * several. Requirements are never added up across skills: the agent who helps most is taken.
 */

/** What was found. */
export interface Found {
  readonly staffing: Staffing;
  readonly holds: boolean;
  readonly standing: Standing;
  readonly seen: Seen;
  /** With an agent less, interval by interval and group by group. */
  readonly fewer: readonly Tried[];
}

/** The runs of a search, and what they showed. */
export class Runs {
  played = 0;
  planned = 0;
  tried = 0;

  constructor(
    readonly scenario: Scenario,
    readonly ask: StaffingAsk,
  ) {}

  /** One staffing, on all days that search, or on those that judge (`judgedOn`). */
  *one(staffing: Staffing, days = trialOf): Asking<Seen> {
    const [seen] = yield this.round([days(this.scenario, staffing, this.ask, this.ask.days, true)]);
    this.played += this.ask.days;
    return seen as Seen;
  }

  /** Each move of so many agents that may be made, on the same days. */
  *moves(staffing: Staffing, agents: number, days = trialOf): Asking<Tried[]> {
    const runs = runsOf(this.scenario, this.ask)
      .map((moves) => moves.filter((one) => isAllowed(staffing, one, agents, this.ask)))
      .filter(({ length }) => length > 0);
    if (runs.length === 0) return [];
    const seen = yield this.round(
      runs.map((moves) => days(this.scenario, moved(staffing, moves, agents), this.ask)),
    );
    this.played += runs.length * this.ask.days;
    return runs.flatMap((moves, r) => moves.map((move) => ({ move, seen: seen[r] as Seen })));
  }

  private round(trials: Round['trials']): Round {
    const more = trials.reduce((sum, { study }) => sum + study.to - study.from, 0);
    this.tried += trials.length;
    this.planned = Math.max(this.planned, this.played + more);
    return { trials, planned: this.planned };
  }
}

/** Finds the smallest staffing that holds. */
export function* search(runs: Runs, start: Staffing): Asking<Found> {
  const { ask, scenario } = runs;
  runs.planned = runs.played + daysToAnswer(scenario, ask);
  return yield* searchNear(runs, yield* roughly(scenario, start, ask, runs));
}

/** The same from a staffing that is near already. */
function* searchNear(runs: Runs, start: Staffing): Asking<Found> {
  const { ask } = runs;
  let staffing = start;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const seen = yield* runs.one(staffing);
    const standing = new Standing(ask, seen.margins);
    if (standing.share >= ask.on) return yield* thinned(runs, staffing, seen);
    const { rank } = standing;
    const more = yield* runs.moves(staffing, 1);
    const helping = more.filter((one) => after(standing, one).rank > rank);
    const moves = chosen(
      standing,
      helping,
      () => true,
      (share) => share >= ask.on,
    );
    if (moves.length === 0) return foundAt(runs, staffing, seen, []);
    staffing = moved(staffing, moves, 1);
  }
  return foundAt(runs, staffing, yield* runs.one(staffing), []);
}

/** Takes agents away from a staffing that holds, as long as it does. */
function* thinned(runs: Runs, from: Staffing, seen: Seen): Asking<Found> {
  const { ask } = runs;
  let best = foundAt(runs, from, seen, yield* runs.moves(from, -1));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let moves = removable(best, ask);
    if (moves.length === 0) break;
    while (moves.length > 0) {
      const staffing = moved(best.staffing, moves, -1);
      const now = yield* runs.one(staffing);
      if (new Standing(ask, now.margins).share >= ask.on) {
        best = foundAt(runs, staffing, now, yield* runs.moves(staffing, -1));
        break;
      }
      const [only] = moves;
      if (moves.length === 1 && only !== undefined) best = corrected(best, only, now);
      // Together they took too much: the better half of them.
      moves = moves.slice(0, Math.floor(moves.length / 2));
    }
  }
  return best;
}

/** An agent less that was tried alone: what that showed takes the place of what was thought. */
function corrected(best: Found, move: Move, seen: Seen): Found {
  const alone = { move: { ...move, felt: seen.margins.length }, seen };
  const fewer = best.fewer.map((one) => (one.move === move ? alone : one));
  return { ...best, fewer };
}

function foundAt({ ask }: Runs, staffing: Staffing, seen: Seen, fewer: readonly Tried[]): Found {
  const standing = new Standing(ask, seen.margins);
  return { staffing, holds: standing.share >= ask.on, standing, seen, fewer };
}

/** Agents that can be taken away together, as far as is known, the least missed first. */
function removable(best: Found, ask: StaffingAsk): Move[] {
  const standing = new Standing(ask, best.seen.margins);
  return chosen(
    standing,
    best.fewer,
    (share) => share >= ask.on,
    () => false,
  );
}
