import type { Executor, Study } from '../../models/doors/study.ts';

/** What an answer will cost on this device, told before it is asked for. */

export interface LabCost {
  readonly days: number;
  /** Between which times it will take, ms. */
  readonly fromMs: number;
  readonly toMs: number;
}

/** The first is slow: what is played has yet to be loaded and compiled. */
const LEAST_PROBES = 2;
const MOST_PROBES = 5;
/** No further probe begins after so long, ms. */
const PATIENCE_MS = 2_500;

/**
 * How long a day takes, ms: of several probes the fastest, as whatever else the device was doing
 * made the others slower; null where it is not wanted any more.
 * @param days of one step of the answer: no probe is longer
 */
export async function paceOf(
  study: Study,
  days: number,
  executor: Executor,
  now: () => number,
  isWanted: () => boolean,
): Promise<number | null> {
  const begun = now();
  const most = Math.max(study.to, days);
  let fastest = Number.POSITIVE_INFINITY;
  for (let k = 0; k < MOST_PROBES; k += 1) {
    const from = now();
    if (k >= LEAST_PROBES && from - begun > PATIENCE_MS) break;
    // Each is longer: what a step costs beside its days weighs as it does in an answer.
    const probe = { ...study, to: Math.min(most, study.to * 4 ** k) };
    const end = await executor.start(probe, { chunk: () => {}, progress: () => {} }).ended;
    if (end !== 'done' || !isWanted()) return null;
    fastest = Math.min(fastest, (now() - from) / probe.to);
  }
  return fastest;
}

/** Searches take fewer days than foretold, or more; and other work may slow them. */
const [FEWER, MORE] = [0.6, 1.6] as const;

export const costOf = (days: number, dayMs: number): LabCost => ({
  days,
  fromMs: FEWER * days * dayMs,
  toMs: MORE * days * dayMs,
});
