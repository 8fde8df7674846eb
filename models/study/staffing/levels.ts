import type { Scenario } from '../../scenario/scenario.ts';
import { blocksOf } from './moves.ts';
import type { StaffingAsk } from './question.ts';
import { type Asking, type Seen, type Staffing, trialOf } from './seen.ts';
import { Standing } from './standing.ts';

/**
 * The rough part of the search: the whole staffing a step lower, as it is and a step higher, on a
 * few days; each interval then takes the lowest of the three with which the target holds. Steps
 * begin large and end at one agent. What neighbours do to each other is left to the moves that
 * follow (search.ts).
 */

/** Steps, as shares of an interval's agents, and on how many days; the last is repeated. */
const STEPS = [
  { part: 0.2, days: 100 },
  { part: 0.08, days: 100 },
  { part: 0.03, days: 250 },
  { part: 0, days: 250 },
] as const;
const MOST_ROUNDS = 14;

/** Days that this part plays where no step has to be taken again. */
export const roughDays = (ask: StaffingAsk): number =>
  STEPS.reduce((sum, { days }) => sum + 3 * Math.min(days, ask.days), 0);

const within = (agents: number, { least, most }: StaffingAsk): number =>
  Math.max(least, Math.min(most, agents));

/** Each group's agents so many steps away, at least one agent a step. */
function shifted(staffing: Staffing, part: number, steps: readonly number[], ask: StaffingAsk) {
  return staffing.map((group) =>
    group.map((agents, i) => {
      const k = steps[i] ?? 0;
      // Where nobody of a group is at work, others are.
      if (k === 0 || (agents === 0 && staffing.length > 1)) return agents;
      return within(agents + k * Math.max(1, Math.round(part * agents)), ask);
    }),
  );
}

/** For each block the lowest of three steps with which the target holds; 1 where none does. */
function lowest(seen: readonly Seen[], blocks: Blocks, ask: StaffingAsk): number[] {
  const [low, same, high] = seen.map(({ margins }) => margins) as [Columns, Columns, Columns];
  const standing = new Standing(ask, high);
  const steps = blocks.map(() => 1);
  const last = high.length;
  const end = (b: number): number => (b === blocks.length - 1 ? last : (blocks[b] as Block).to);
  for (const [columns, step] of [
    [same, 0],
    [low, -1],
  ] as const) {
    const left = new Set(blocks.keys());
    for (;;) {
      let best = -1;
      let worth = Number.NEGATIVE_INFINITY;
      for (const b of left) {
        if (steps[b] !== step + 1) continue;
        const found = standing.with(columns, (blocks[b] as Block).from, end(b));
        if (found.share < ask.on || found.rank <= worth) continue;
        best = b;
        worth = found.rank;
      }
      if (best < 0) break;
      standing.exchange(columns, (blocks[best] as Block).from, end(best));
      steps[best] = step;
      left.delete(best);
    }
  }
  return steps;
}

type Blocks = ReturnType<typeof blocksOf>;
type Block = Blocks[number];
type Columns = Seen['margins'];

/** A staffing near the lowest that holds. */
export function* roughly(
  scenario: Scenario,
  start: Staffing,
  ask: StaffingAsk,
  told: { played: number; planned: number; tried: number },
): Asking<Staffing> {
  const blocks = blocksOf(scenario, ask);
  let staffing = start;
  let stage = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { days, part } = STEPS[stage] as (typeof STEPS)[number];
    const every = (k: number): number[] => (staffing[0] ?? []).map(() => k);
    const few = Math.min(days, ask.days);
    const trials = [-1, 0, 1].map((k) =>
      trialOf(scenario, shifted(staffing, part, every(k), ask), ask, few),
    );
    told.planned = Math.max(told.planned, told.played + 3 * few);
    const seen = yield { trials, planned: told.planned };
    told.played += 3 * few;
    told.tried += 3;
    const byBlock = lowest(seen, blocks, ask);
    const steps = every(0);
    blocks.forEach(({ from, to }, b) => steps.fill(byBlock[b] as number, from, to));
    const next = shifted(staffing, part, steps, ask);
    const all = byBlock.every((k) => k === 1);
    const stays = JSON.stringify(next) === JSON.stringify(staffing);
    staffing = next;
    // Where even a step more did not do everywhere, the same step is taken again.
    if (all && !stays) continue;
    if (stage === STEPS.length - 1 && stays) break;
    if (stage < STEPS.length - 1) stage += 1;
    else if (round >= MOST_ROUNDS / 2) break;
  }
  return staffing;
}
