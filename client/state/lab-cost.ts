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
/** All probes together last about so long, ms; none is begun that would outlast it. */
const PATIENCE_MS = 2_500;
/** Each is longer: what a step costs beside its days weighs as it does in an answer. */
const LONGER = 4;

/** A look at the pace of this device, which can be given up. */
export interface Probing {
  /** How long a day takes, ms; null where it was given up, or failed. */
  readonly pace: Promise<number | null>;
  abort(): void;
}

/**
 * How long a day takes, ms: of several probes the fastest, as whatever else the device was doing
 * made the others slower.
 * @param days of one step of an answer: no probe is longer
 */
export function probing(
  study: Study,
  days: number,
  executor: Executor,
  now: () => number,
): Probing {
  let running: ReturnType<Executor['start']> | null = null;
  let isAborted = false;
  const pace = async (): Promise<number | null> => {
    const begun = now();
    const most = Math.max(study.to, days);
    let fastest = Number.POSITIVE_INFINITY;
    let to = study.to;
    for (let k = 0; k < MOST_PROBES; k += 1) {
      const from = now();
      if (k > 0) {
        // As long as fits what is left, by the pace so far.
        const fits = Math.floor((begun + PATIENCE_MS - from) / fastest);
        if (k >= LEAST_PROBES && fits < study.to) break;
        to = Math.max(1, Math.min(most, LONGER * to, fits));
      }
      running = executor.start({ ...study, to }, { chunk: () => {}, progress: () => {} });
      const end = await running.ended;
      if (end !== 'done' || isAborted) return null;
      fastest = Math.min(fastest, (now() - from) / to);
    }
    return fastest;
  };
  return {
    pace: pace(),
    abort: () => {
      isAborted = true;
      running?.abort();
    },
  };
}

/** Searches take fewer days than foretold, or more; and other work may slow them. */
const [FEWER, MORE] = [0.6, 1.6] as const;

export const costOf = (days: number, dayMs: number): LabCost => ({
  days,
  fromMs: FEWER * days * dayMs,
  toMs: MORE * days * dayMs,
});
