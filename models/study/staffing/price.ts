import type { Difference } from '../../kernel/tally.ts';
import { compareDays, type Figures, figuresOf } from '../compare.ts';
import { dutyHours, type StaffingAnswer } from './answer.ts';
import type { Probability } from './probability.ts';
import { Runs, search } from './search.ts';
import { type Asking, judgedOn, type Staffing } from './seen.ts';
import { Standing } from './standing.ts';

/**
 * The price of probability: what it costs that a target holds on more days, and what the callers
 * have of it. Each point is a requirement of its own, searched from that of the point before.
 */

/** Shares of days for which a price is told. */
const PRICED: readonly number[] = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

export interface PricePoint {
  /** Share of days that was asked for, and what was reached. */
  readonly on: number;
  readonly whole: Probability;
  readonly holds: boolean;
  readonly staffing: Staffing;
  readonly agentHours: number;
  /** Agents over the day, on average. */
  readonly agents: number;
  /** The day's figures: accessibility, the measure asked for, lived experience. */
  readonly figures: Figures;
  /** Each measure less that of the point before, on the same callers; null of the first. */
  readonly more: Readonly<Record<string, Difference>> | null;
}

/** The curve through what was answered, from the lowest share up. */
export function* priceOf(answer: StaffingAnswer, shares = PRICED): Asking<PricePoint[]> {
  const { ask, scenario } = answer;
  const points: PricePoint[] = [];
  let near = answer.staffing;
  let before: StaffingAnswer['rows'] | null = null;
  for (const on of shares) {
    const runs = new Runs(scenario, { ...ask, on });
    const found =
      on === ask.on
        ? { staffing: answer.staffing, holds: answer.holds, whole: answer.whole, rows: answer.rows }
        : yield* asFound(runs, near);
    const { rows } = found;
    const agentHours = dutyHours(scenario, found.staffing);
    points.push({
      on,
      whole: found.whole,
      holds: found.holds,
      staffing: found.staffing,
      agentHours,
      agents: (agentHours * 60) / scenario.day.lengthMin,
      figures: figuresOf(rows, 1 - ask.alpha),
      more: before === null ? null : compareDays(rows, before, 1 - ask.alpha),
    });
    near = found.staffing;
    before = rows;
  }
  return points;
}

function* asFound(runs: Runs, near: Staffing) {
  const { holds, staffing } = yield* search(runs, near);
  const { margins, rows } = yield* runs.one(staffing, judgedOn);
  return { holds, staffing, whole: new Standing(runs.ask, margins).probability, rows };
}
