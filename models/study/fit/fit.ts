import { exp } from '../../kernel/exp.ts';
import { log } from '../../kernel/log.ts';
import type { Law } from '../../scenario/scenario.ts';

/**
 * Laws from what was observed. Handling times are lognormal in call centres (Brown et al. 2005);
 * patience is seen only of those who lost it, so it is estimated by Kaplan and Meier (1958).
 */

/** Distribution function of the standard normal law, by its series; absolute error below 1e-12. */
function normalShare(z: number): number {
  if (z < -8) return 0;
  if (z > 8) return 1;
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-17 && k < 401; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + (sum * exp((-z * z) / 2)) / 2.5066282746310002;
}

/** Largest distance between a lognormal law and a sorted sample (Kolmogorov-Smirnov). */
function distance(sorted: readonly number[], mu: number, sigma: number): number {
  let most = 0;
  sorted.forEach((value, i) => {
    const share = normalShare((log(value) - mu) / sigma);
    most = Math.max(
      most,
      Math.abs(share - i / sorted.length),
      Math.abs(share - (i + 1) / sorted.length),
    );
  });
  return most;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / values.length;
const spreadOf = (values: readonly number[], mean: number): number =>
  Math.sqrt(values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / values.length);

/** A fitted lognormal law, and how far it lies from the sample. */
export interface LognormalFit {
  readonly meanS: number;
  readonly cv: number;
  /** Kolmogorov-Smirnov distance, 0 to 1. */
  readonly distance: number;
  /** Values it was fitted to (those above 0). */
  readonly n: number;
}

/**
 * The lognormal law of a sample of durations, seconds: by the moments of the logarithms, or by the
 * mean and variance themselves, whichever lies nearer. Very short calls (an agent hanging up) pull
 * the logarithms down and would make the tail, hence the mean, too large. Null below 2 values.
 */
export function fitLognormal(values: readonly number[]): LognormalFit | null {
  const sorted = values.filter((x) => x > 0).sort((a, b) => a - b);
  if (sorted.length < 2 || sorted[0] === sorted[sorted.length - 1]) return null;
  const logs = sorted.map(log);
  const mu = meanOf(logs);
  const sigma = spreadOf(logs, mu);
  const mean = meanOf(sorted);
  const cv = spreadOf(sorted, mean) / mean;
  const flat = Math.sqrt(log(1 + cv * cv));
  const byLogs = distance(sorted, mu, sigma);
  const byValues = distance(sorted, log(mean) - (flat * flat) / 2, flat);
  const n = sorted.length;
  return byLogs <= byValues
    ? {
        meanS: exp(mu + (sigma * sigma) / 2),
        cv: Math.sqrt(exp(sigma * sigma) - 1),
        distance: byLogs,
        n,
      }
    : { meanS: mean, cv, distance: byValues, n };
}

/** A wait: how long, and whether patience ended it (else an agent did). */
export interface Wait {
  readonly waitS: number;
  readonly gaveUp: boolean;
}

/** Where a patience table is cut: often enough to keep its shape, seldom enough to be read. */
const KNOTS = [
  2, 5, 10, 15, 20, 30, 45, 60, 75, 90, 120, 150, 180, 240, 300, 420, 600, 900, 1_200, 1_800,
];
/** Beyond a knot with fewer people than this still waiting, the estimate is noise. */
const STILL_WAITING = 20;

/**
 * Kaplan-Meier: share of patience at most each of the times `atS` (increasing), for callers of whom
 * some were answered first. Also how many were still waiting at each.
 */
export function kaplanMeier(
  waits: readonly Wait[],
  atS: readonly number[],
): { share: number[]; waiting: number[] } {
  const sorted = [...waits].sort(
    (a, b) => a.waitS - b.waitS || Number(b.gaveUp) - Number(a.gaveUp),
  );
  const share: number[] = [];
  const waiting: number[] = [];
  let survive = 1;
  let i = 0;
  for (const at of atS) {
    for (; i < sorted.length; i++) {
      const wait = sorted[i];
      if (wait === undefined || wait.waitS > at) break;
      if (wait.gaveUp) survive *= 1 - 1 / (sorted.length - i);
    }
    share.push(1 - survive);
    waiting.push(sorted.length - i);
  }
  return { share, waiting };
}

const round = (x: number, digits: number): number => Number(x.toFixed(digits));

/**
 * The patience of callers as an empirical law: Kaplan-Meier at round times as long as enough people
 * were still waiting, then an exponential tail (time waited beyond / callers who gave up there).
 * Null where nobody gave up.
 */
export function fitPatience(waits: readonly Wait[]): Law | null {
  if (!waits.some((wait) => wait.gaveUp)) return null;
  const { share, waiting } = kaplanMeier(waits, KNOTS);
  const valuesS: number[] = [];
  const cumulative: number[] = [];
  KNOTS.forEach((at, i) => {
    if ((valuesS.length > 0 && (waiting[i] ?? 0) < STILL_WAITING) || (share[i] ?? 0) >= 1) return;
    valuesS.push(at);
    cumulative.push(round(share[i] ?? 0, 4));
  });
  const last = valuesS[valuesS.length - 1] ?? 0;
  const beyond = waits.reduce((sum, wait) => sum + Math.max(0, wait.waitS - last), 0);
  const lost = waits.filter((wait) => wait.gaveUp && wait.waitS > last).length;
  // Nobody gave up beyond the table: half an event, the usual correction for none.
  const tailMeanS = Math.max(1, round(beyond / Math.max(lost, 0.5), 1));
  if (valuesS.length === 0) return { law: 'exponential', meanS: tailMeanS };
  return { law: 'empirical', valuesS, cumulative, tailMeanS };
}
