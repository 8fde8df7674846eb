import { exp } from '../kernel/exp.ts';

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

/** How a wait felt, 1 (not noticed) to 0: h(psi) = exp(-(psi - A)+ / scale). */
export function feltWait(plan: LivedPlan, waitMs: number): number {
  const minutes = waitMs / MINUTE_MS;
  const felt =
    plan.exponent === 1 || minutes === 0 ? minutes : exp(plan.exponent * Math.log(minutes));
  const beyond = plan.perception * felt - plan.acceptableMin;
  return beyond > 0 ? exp(-beyond / plan.scaleMin) : 1;
}

/** What is kept of a journey: one row of numbers a journey. */
const JOURNEY = {
  attempts: 0,
  worstWait: 1,
  lastWait: 2,
  worstMoment: 3,
  lastMoment: 4,
  transfers: 5,
  solved: 6,
  /** Waited in the present attempt, ms. */
  waitedMs: 7,
} as const;
const JOURNEY_WIDTH = 8;

/** A journey that has not begun: nothing was waited, nothing was ill met. */
const NOTHING_YET = Float64Array.of(0, 1, 1, 1, 1, 0, 0, 0);

/** The journeys of a day, in recycled rows. A moment is worth 0 (badly met) to 1. */
export class Journeys {
  private rows = new Float64Array(64 * JOURNEY_WIDTH);
  private free: number[] = [];
  private used = 0;

  clear(): void {
    this.free = [];
    this.used = 0;
  }

  /** A row for a new journey. */
  begin(): number {
    const row = this.free.pop() ?? this.used++;
    const from = row * JOURNEY_WIDTH;
    if (from + JOURNEY_WIDTH > this.rows.length) {
      const longer = new Float64Array(2 * this.rows.length);
      longer.set(this.rows);
      this.rows = longer;
    }
    // Number by number: on a row so short, copying or filling costs a call.
    const { rows } = this;
    for (let k = 0; k < JOURNEY_WIDTH; k += 1) rows[from + k] = NOTHING_YET[k] as number;
    return row;
  }

  end(row: number): void {
    this.free.push(row);
  }

  get(row: number, field: number): number {
    return this.rows[row * JOURNEY_WIDTH + field] as number;
  }

  /** One call more. */
  attempt(row: number): void {
    this.add(row, JOURNEY.attempts, 1);
    this.rows[row * JOURNEY_WIDTH + JOURNEY.waitedMs] = 0;
  }

  transfer(row: number): void {
    this.add(row, JOURNEY.transfers, 1);
  }

  /**
   * A wait of the present attempt is over. The waits of one attempt, for an answer and after a
   * transfer, are felt as one: a = 1..A of MODEL 7.3 are attempts.
   */
  waited(row: number, waitMs: number, plan: LivedPlan): void {
    this.add(row, JOURNEY.waitedMs, waitMs);
    const felt = feltWait(plan, this.get(row, JOURNEY.waitedMs));
    this.note(row, JOURNEY.worstWait, JOURNEY.lastWait, felt);
  }

  /** A moment with the centre, worth this: the end of a contact, giving up (0). */
  met(row: number, worth: number): void {
    this.note(row, JOURNEY.worstMoment, JOURNEY.lastMoment, worth);
  }

  solve(row: number, solved: number): void {
    this.rows[row * JOURNEY_WIDTH + JOURNEY.solved] = solved;
  }

  private add(row: number, field: number, more: number): void {
    const at = row * JOURNEY_WIDTH + field;
    this.rows[at] = (this.rows[at] as number) + more;
  }

  private note(row: number, worst: number, last: number, value: number): void {
    const from = row * JOURNEY_WIDTH;
    if (value < (this.rows[from + worst] as number)) this.rows[from + worst] = value;
    this.rows[from + last] = value;
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
export function components(
  plan: LivedPlan,
  journeys: Journeys,
  row: number,
  out: Float64Array,
): void {
  out[0] = journeys.get(row, JOURNEY.solved);
  out[1] = (journeys.get(row, JOURNEY.worstWait) + journeys.get(row, JOURNEY.lastWait)) / 2;
  out[2] =
    repeated(plan.perExtraCall, Math.max(0, journeys.get(row, JOURNEY.attempts) - 1)) *
    repeated(plan.perTransfer, journeys.get(row, JOURNEY.transfers));
  out[3] = (journeys.get(row, JOURNEY.worstMoment) + journeys.get(row, JOURNEY.lastMoment)) / 2;
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
