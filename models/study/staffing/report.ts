import type { Scenario } from '../../scenario/scenario.ts';
import { type StaffingAnswer, staffingOf } from './answer.ts';
import { judging, uneven } from './cost.ts';
import { type GapStep, gapOf } from './gap.ts';
import { plannedOf } from './planned.ts';
import { type PricePoint, priceOf } from './price.ts';
import type { StaffingAsk } from './question.ts';
import type { Asking } from './seen.ts';
import { type Swept, sensitivityOf } from './sensitivity.ts';

/** What is told of a requirement beyond itself, each at the cost of days of its own. */
export interface Wanted {
  readonly price: boolean;
  readonly gap: boolean;
  readonly sensitivity: boolean;
  /** Whether the schedule as it is written holds; absent: it is not asked. */
  readonly planned?: boolean;
}

export interface Beyond {
  readonly price: readonly PricePoint[] | null;
  readonly gap: readonly GapStep[] | null;
  readonly sensitivity: readonly Swept[] | null;
  /** How the scenario's own staff stands before the question; absent: it was not asked. */
  readonly planned?: StaffingAnswer;
}

/** All that is said of one question. */
export interface StaffingReport extends Beyond {
  /** As the scenario was named. */
  readonly asked: string;
  /** The version of the rules by which it was played. */
  readonly rules: string;
  readonly answer: StaffingAnswer;
}

/** The same work, of which it is known that so many days follow. */
function* followedBy<T>(asking: Asking<T>, days: number): Asking<T> {
  let step = asking.next();
  while (!step.done)
    step = asking.next(yield { ...step.value, planned: step.value.planned + days });
  return step.value;
}

/** A question, and what else is wanted of its answer, answered in one go. */
export function* reportOf(
  told: Pick<StaffingReport, 'asked' | 'rules'>,
  scenario: Scenario,
  ask: StaffingAsk,
  wanted: Wanted,
): Asking<StaffingReport> {
  const more = wanted.planned === true ? judging(scenario, uneven(ask)) : 0;
  const answer = yield* followedBy(staffingOf(scenario, ask), more);
  return { ...told, answer, ...(yield* beyondOf(answer, wanted)) };
}

/** What is wanted beyond an answer. */
export function* beyondOf(answer: StaffingAnswer, wanted: Wanted): Asking<Beyond> {
  const planned = wanted.planned === true ? { planned: yield* plannedOf(answer) } : {};
  const gap = wanted.gap ? yield* gapOf(answer) : null;
  const price = wanted.price ? yield* priceOf(answer) : null;
  const sensitivity = wanted.sensitivity ? yield* sensitivityOf(answer) : null;
  return { gap, price, sensitivity, ...planned };
}
