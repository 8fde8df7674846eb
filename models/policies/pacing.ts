/**
 * How long a call is meant to last, said by a policy (MODEL 11). Pure: a view of the centre in,
 * a target handling time out. What is computed once for a day is a table; the centre asks again
 * whenever its state changes, and acts only when the answer does.
 */

/** What a policy may see: nothing of the future, nothing of who will give up. */
export interface PaceView {
  /** Customers in the centre, on the line and in after-call work included. */
  readonly inside: number;
  /** Calls waiting in lines. */
  readonly waiting: number;
  /** For how long the first of them has waited, ms; 0 when nobody waits. */
  readonly longestWaitMs: number;
}

/** A policy made ready for a day. */
export interface Pacing {
  /** What a table is read by. */
  readonly by: 'inside' | 'waiting' | 'longestWait';
  /**
   * Target handling time of a need of 1, ms: by number of customers, or of calls waiting, the last
   * value holding beyond. By longest wait: before `atMs`, then from it on.
   */
  readonly paces: Float64Array;
  /** By longest wait: from when the second value holds. */
  readonly atMs: number;
  /** True where the price is weighed against what this caller's own need makes of a minute. */
  readonly needAware: boolean;
  /** True where each call that waits makes one agent conclude: who gains least by staying. */
  readonly coordinated: boolean;
}

/** The target handling time now, ms. */
export function paceOf(pacing: Pacing, view: PaceView): number {
  const { by, paces } = pacing;
  const place =
    by === 'inside' ? view.inside : by === 'waiting' ? view.waiting : late(pacing, view);
  return paces[place < paces.length ? place : paces.length - 1] as number;
}

const late = (pacing: Pacing, view: PaceView): number =>
  view.waiting > 0 && view.longestWaitMs >= pacing.atMs ? 1 : 0;

/** Always the same pace. */
export const steady = (paceMs: number): Pacing => ({
  by: 'waiting',
  paces: Float64Array.of(paceMs),
  atMs: 0,
  needAware: false,
  coordinated: false,
});

/** One pace below a number of calls waiting, another from it on. */
export const byQueue = (slowMs: number, fastMs: number, at: number): Pacing => ({
  ...steady(slowMs),
  paces: Float64Array.from({ length: at + 1 }, (_, waiting) => (waiting < at ? slowMs : fastMs)),
});

/** One pace until somebody has waited so long, another while they do. */
export const byWait = (slowMs: number, fastMs: number, atMs: number): Pacing => ({
  ...steady(slowMs),
  by: 'longestWait',
  paces: Float64Array.of(slowMs, fastMs),
  atMs,
});

/** A pace for each number of customers in the centre. */
export const byInside = (paces: Float64Array, needAware = false): Pacing => ({
  ...steady(0),
  by: 'inside',
  paces,
  needAware,
});
