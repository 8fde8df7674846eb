import { exp } from '../../kernel/exp.ts';
import { log } from '../../kernel/log.ts';
import { power } from '../../kernel/power.ts';
import { reals } from '../../kernel/rows.ts';
import { NEED } from './sums.ts';

/**
 * The lived experience of one caller over all attempts, 0 to 100 (MODEL 7.1, 7.3; grade D, to be
 * read with other weights beside it): was the matter resolved in the end, how did waiting feel, how
 * much effort did it take, how was one treated.
 */
export interface LivedPlan {
  /** Perceived minutes a minute of waiting, and the exponent of the power law. */
  readonly perception: number;
  readonly exponent: number;
  /** Perceived wait that nobody minds, and the scale on which more of it hurts, min. */
  readonly acceptableMin: number;
  readonly scaleMin: number;
  /** What is left of the effort score at each call more, and at each transfer. */
  readonly perExtraCall: number;
  readonly perTransfer: number;
  /** Weights of resolution, wait, effort, relation; they add up to 1. */
  readonly weights: readonly [number, number, number, number];
}

const MINUTE_MS = 60_000;
/** A moment that could not be better. */
export const WELL_MET = 1_000;
const UNMET = NEED.unmet;

/** How a wait felt, 1 (not noticed) to 0: h(psi) = exp(-(psi - A)+ / scale). */
export function feltWait(plan: LivedPlan, waitMs: number): number {
  const minutes = waitMs / MINUTE_MS;
  const beyond = plan.perception * power(minutes, plan.exponent) - plan.acceptableMin;
  return beyond > 0 ? exp(-beyond / plan.scaleMin) : 1;
}

/**
 * What is kept of one caller's way from the first call to the last: whole numbers, by name
 * (centre/state/calls.ts says why). How long waits felt is worked out once, at the end: the longest
 * felt the longest.
 */
export class Journey {
  attempts = 0;
  transfers = 0;
  solved = 0;
  /** Waited in the present attempt, ms, which is the last in the end; and in the worst one. */
  waitedMs = 0;
  longestMs = 0;
  /** The worst moment and the last one, in thousandths: 0 (badly met) to 1,000. */
  worst = WELL_MET;
  last = WELL_MET;
  /** Third of need (NEED) of the matter of the first contact; unmet until there is one. */
  third: number = UNMET;
  /** Its call is over, the journey perhaps not. */
  awaited = false;

  /** Another caller's, from the beginning. */
  begin(): void {
    this.attempts = 0;
    this.transfers = 0;
    this.solved = 0;
    this.waitedMs = 0;
    this.longestMs = 0;
    this.worst = WELL_MET;
    this.last = WELL_MET;
    this.third = UNMET;
    this.awaited = false;
  }

  /** One call more. A matter resolved before is not the one of this call. */
  attempt(): void {
    this.attempts += 1;
    this.waitedMs = 0;
    this.solved = 0;
    this.awaited = false;
  }

  /**
   * A wait of the present attempt is over. The waits of one attempt, for an answer, on hold and
   * after a transfer, are felt as one: a = 1..A of MODEL 7.3 are attempts.
   */
  waited(waitMs: number): void {
    const waitedMs = this.waitedMs + waitMs;
    this.waitedMs = waitedMs;
    if (waitedMs > this.longestMs) this.longestMs = waitedMs;
  }

  /** A contact is over, or there was none (0, 0): its worst moment and its last, in thousandths. */
  met(worst: number, last: number): void {
    const least = worst < last ? worst : last;
    if (least < this.worst) this.worst = least;
    this.last = last;
  }
}

/** x to a whole power. */
function repeated(x: number, times: number): number {
  let product = 1;
  for (let i = 0; i < times; i += 1) product *= x;
  return product;
}

/** How the waits felt, 1 to 0: half the worst, half the last. */
export function waitOf(plan: LivedPlan, { longestMs, waitedMs }: Journey): number {
  const felt = feltWait(plan, waitedMs);
  return longestMs === waitedMs ? felt : (feltWait(plan, longestMs) + felt) / 2;
}

/** How little effort it took, 1 to 0. */
export function effortOf(plan: LivedPlan, { attempts, transfers }: Journey): number {
  if (attempts <= 1 && transfers === 0) return 1;
  return repeated(plan.perExtraCall, attempts - 1) * repeated(plan.perTransfer, transfers);
}

/**
 * The score, 0 to 100, of the four components, each 0 to 1: resolution, wait, effort, relation
 * (half the worst moment, half the last).
 */
export function livedScore(
  { weights }: LivedPlan,
  solved: number,
  wait: number,
  effort: number,
  relation: number,
): number {
  return (
    100 * (weights[0] * solved + weights[1] * wait + weights[2] * effort + weights[3] * relation)
  );
}

/** Of each sum of a worst and a last moment: the logarithm of the relation it makes. */
const LOG_RELATION = reals(2 * WELL_MET + 1);
for (let both = 0; both < LOG_RELATION.length; both += 1)
  LOG_RELATION[both] = log(both / (2 * WELL_MET));

/**
 * The same without compensation (MODEL 7.3, the geometric version), 0 to 100: the product of the
 * components, each to the power of its weight. Nothing makes up for a component of 0. Of the
 * relation the sum of its two moments is given, in thousandths.
 */
export function strictScore(
  { weights }: LivedPlan,
  solved: number,
  wait: number,
  effort: number,
  moments: number,
): number {
  if (solved === 0 && weights[0] > 0) return 0;
  let sum = 0;
  // Most are 1: no logarithm is asked for these. One that weighs nothing may be 0.
  if (wait !== 1 && weights[1] > 0) sum += weights[1] * log(wait);
  if (effort !== 1 && weights[2] > 0) sum += weights[2] * log(effort);
  if (weights[3] > 0) sum += weights[3] * LOG_RELATION[moments]!;
  return sum === 0 ? 100 : 100 * exp(sum);
}
