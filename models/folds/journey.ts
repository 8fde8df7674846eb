import { exp } from '../kernel/exp.ts';
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
const WELL_MET = 1_000;
const UNMET = NEED.unmet;

/** How a wait felt, 1 (not noticed) to 0: h(psi) = exp(-(psi - A)+ / scale). */
export function feltWait(plan: LivedPlan, waitMs: number): number {
  const minutes = waitMs / MINUTE_MS;
  const felt =
    plan.exponent === 1 || minutes === 0 ? minutes : exp(plan.exponent * Math.log(minutes));
  const beyond = plan.perception * felt - plan.acceptableMin;
  return beyond > 0 ? exp(-beyond / plan.scaleMin) : 1;
}

/**
 * What is kept of one caller's way from the first call to the last: whole numbers, by name
 * (centre/calls.ts says why). How long waits felt is worked out once, at the end: the longest felt
 * the longest.
 */
export class Journey {
  attempts = 0;
  transfers = 0;
  solved = 0;
  /** Waited in the present attempt, ms; and what was waited in the worst and in the last one. */
  waitedMs = 0;
  longestMs = 0;
  lastMs = 0;
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
    this.lastMs = 0;
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
   * A wait of the present attempt is over. The waits of one attempt, for an answer and after a
   * transfer, are felt as one: a = 1..A of MODEL 7.3 are attempts.
   */
  waited(waitMs: number): void {
    const waitedMs = this.waitedMs + waitMs;
    this.waitedMs = waitedMs;
    if (waitedMs > this.longestMs) this.longestMs = waitedMs;
    this.lastMs = waitedMs;
  }

  /** A moment with the centre, in thousandths: the end of a contact, giving up (0). */
  met(worth: number): void {
    if (worth < this.worst) this.worst = worth;
    this.last = worth;
  }
}

/** x to a whole power. */
function repeated(x: number, times: number): number {
  let product = 1;
  for (let i = 0; i < times; i += 1) product *= x;
  return product;
}

/**
 * The four components of a journey as it stands, each 0 to 1, written into `out`: resolution,
 * wait (half the worst, half the last), effort, relation (peak and end).
 */
export function components(plan: LivedPlan, journey: Journey, out: Float64Array): void {
  const { attempts, last, lastMs, longestMs, solved, transfers, worst } = journey;
  const felt = feltWait(plan, lastMs);
  out[0] = solved;
  out[1] = longestMs === lastMs ? felt : (feltWait(plan, longestMs) + felt) / 2;
  out[2] =
    repeated(plan.perExtraCall, Math.max(0, attempts - 1)) * repeated(plan.perTransfer, transfers);
  out[3] = (worst + last) / (2 * WELL_MET);
}

/** The score, 0 to 100, of four components. */
export function livedScore(plan: LivedPlan, parts: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < 4; k += 1) sum += (plan.weights[k] as number) * (parts[k] as number);
  return 100 * sum;
}

/**
 * The same without compensation (MODEL 7.3, the geometric version), 0 to 100: the product of the
 * components, each to the power of its weight. Nothing makes up for a component of 0.
 */
export function strictScore(plan: LivedPlan, parts: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < 4; k += 1) {
    const weight = plan.weights[k] as number;
    const part = parts[k] as number;
    // Most are whole, or nothing: no logarithm is asked for these.
    if (weight === 0 || part === 1) continue;
    if (part === 0) return 0;
    sum += weight * Math.log(part);
  }
  return sum === 0 ? 100 : 100 * exp(sum);
}
