import { exp } from '../kernel/exp.ts';
import { log } from '../kernel/log.ts';
import {
  budgetOf,
  FormulaPatience,
  MOST,
  type PatienceLaw,
  spentBy,
  waitOf,
  waitUnder,
} from './patience.ts';
import { PeakedPatience } from './peaks.ts';

/**
 * What a wait that was told does to patience (MODEL 3.3): until it has passed the hazard of the law
 * times `before`, from then on times e^(growth × minutes past it); and some hang up at once.
 */

const MINUTE_MS = 60_000;

/** Growth per minute of the hazard past a wait that was told: each multiplies it by 1 + .52 k. */
export const growthPerMin = (hazardAfter: number): number => log(1 + 0.52 * hazardAfter);

/**
 * Beyond what was told a law without a formula is followed from quantile to quantile, in steps of
 * this hazard; its own hazard is taken as constant within one. An exponential one is followed
 * exactly, and so are messages.
 */
const STEP = 1 / 64;

/** Hazard past what was told, in one stretch where that of the law is constant. */
function usedIn(
  peaks: PeakedPatience | null,
  perMs: number,
  fromMs: number,
  toMs: number,
  toldMs: number,
  growth: number,
): number {
  let used = peaks === null ? 0 : peaks.grown(fromMs, toMs, toldMs, growth);
  if (perMs > 0)
    used += (perMs * (exp(growth * (toMs - toldMs)) - exp(growth * (fromMs - toldMs)))) / growth;
  return used;
}

/** The wait, in such a stretch, at which this much is used up. */
function reached(
  peaks: PeakedPatience | null,
  perMs: number,
  fromMs: number,
  toMs: number,
  toldMs: number,
  growth: number,
  budget: number,
): number {
  let late = toMs;
  if (perMs > 0) {
    const from = exp(growth * (fromMs - toldMs));
    late = Math.min(toMs, toldMs + log(from + (budget * growth) / perMs) / growth);
  }
  if (peaks === null) return late;
  return peaks.reach(perMs, fromMs, late, toldMs, growth, budget);
}

/** Of one step of the law, between its quantiles: hazard used up from `fromMs` (not in) on. */
function usedInStep(
  startMs: number,
  endMs: number,
  toldMs: number,
  growth: number,
  fromMs: number,
  toMs: number,
): number {
  if (startMs > toMs || endMs === Number.POSITIVE_INFINITY) return 0;
  // Where many give up at one instant, a whole step lies there; at the first one, nobody has yet.
  if (endMs <= startMs)
    return startMs > fromMs || fromMs <= 0 ? STEP * exp(growth * (startMs - toldMs)) : 0;
  if (endMs <= fromMs) return 0;
  const perMs = STEP / (endMs - startMs);
  const from = Math.max(startMs, fromMs);
  return usedIn(null, perMs, from, Math.min(endMs, toMs), toldMs, growth);
}

/** Budget used up past what was told. @param growth per ms, not 0 */
function usedPast(
  law: PatienceLaw,
  fromMs: number,
  toMs: number,
  toldMs: number,
  growth: number,
): number {
  const peaks = law instanceof PeakedPatience ? law : null;
  const base = peaks === null ? law : peaks.law;
  if (base instanceof FormulaPatience && base.perMs > 0) {
    const atOnce = fromMs <= 0 ? base.atOnce : 0;
    return atOnce + usedIn(peaks, base.perMs, fromMs, toMs, toldMs, growth);
  }
  let used = usedIn(peaks, 0, fromMs, toMs, toldMs, growth);
  let spent = spentBy(base, toldMs);
  let startMs = waitOf(base, spent);
  while (startMs <= toMs && spent < MOST) {
    spent += STEP;
    const endMs = waitOf(base, spent);
    used += usedInStep(startMs, endMs, toldMs, growth, fromMs, toMs);
    startMs = endMs;
  }
  return used;
}

/** The wait past what was told at which this budget is used up. @param growth per ms, not 0 */
function usedUpPast(
  law: PatienceLaw,
  fromMs: number,
  budget: number,
  toldMs: number,
  growth: number,
): number {
  const peaks = law instanceof PeakedPatience ? law : null;
  const base = peaks === null ? law : peaks.law;
  const never = Number.POSITIVE_INFINITY;
  if (base instanceof FormulaPatience && base.perMs > 0) {
    const left = fromMs <= 0 ? budget - base.atOnce : budget;
    return left <= 0 ? fromMs : reached(peaks, base.perMs, fromMs, never, toldMs, growth, left);
  }
  let left = budget;
  let spent = spentBy(base, toldMs);
  let startMs = waitOf(base, spent);
  // Until the law lets anybody go, messages alone do.
  const early = usedIn(peaks, 0, fromMs, startMs, toldMs, growth);
  if (left <= early) return reached(peaks, 0, fromMs, startMs, toldMs, growth, left);
  left -= early;
  while (spent < MOST && startMs < never) {
    spent += STEP;
    const endMs = waitOf(base, spent);
    const from = Math.max(startMs, fromMs);
    let used = usedInStep(startMs, endMs, toldMs, growth, fromMs, endMs);
    if (peaks !== null && endMs > from) used += peaks.grown(from, endMs, toldMs, growth);
    if (left <= used) {
      if (endMs <= startMs) return startMs;
      const perMs = endMs < never ? STEP / (endMs - startMs) : 0;
      return reached(peaks, perMs, from, endMs, toldMs, growth, left);
    }
    left -= used;
    startMs = endMs;
  }
  return never;
}

/**
 * Budget that one who was told a wait uses up from one wait to a later one (MODEL 3.3).
 * @param toldMs the wait that was told, from the beginning of waiting
 * @param before 1 is neutral; @param growth per minute past it (`growthPerMin`); 0 is neutral
 */
export function spentBetween(
  law: PatienceLaw,
  fromMs: number,
  toMs: number,
  toldMs: number,
  before: number,
  growth: number,
): number {
  let used = 0;
  if (fromMs < toldMs)
    used = before * (spentBy(law, Math.min(toMs, toldMs)) - spentBy(law, fromMs));
  if (toMs <= toldMs) return used;
  const from = Math.max(fromMs, toldMs);
  if (growth === 0) return used + spentBy(law, toMs) - spentBy(law, from);
  return used + usedPast(law, from, toMs, toldMs, growth / MINUTE_MS);
}

/**
 * The wait at which one who was told a wait gives up, with so much budget left at `fromMs`.
 * Infinity: never.
 */
export function givesUpAt(
  law: PatienceLaw,
  fromMs: number,
  budget: number,
  toldMs: number,
  before: number,
  growth: number,
): number {
  let left = budget;
  if (fromMs < toldMs) {
    const spent = spentBy(law, fromMs);
    const until = before * (spentBy(law, toldMs) - spent);
    if (left <= until) return waitUnder(law, spent, left, before);
    left -= until;
  }
  const from = Math.max(fromMs, toldMs);
  if (growth === 0) return waitOf(law, spentBy(law, from) + left);
  return usedUpPast(law, from, left, toldMs, growth / MINUTE_MS);
}

/**
 * The same for one who draws u and is told a wait on arrival, who may hang up at once: 0. That
 * happens with probability 1 - e^(-told / scale), as a first part of the budget; what is left is as
 * fresh as if nothing had been spent. Neutral (scale Infinity, before 1, growth 0): the classical
 * draw, bit for bit.
 */
export function waitOnceTold(
  law: PatienceLaw,
  u: number,
  toldMs: number,
  scaleMs: number,
  before: number,
  growth: number,
): number {
  const atOnce = toldMs / scaleMs;
  if (atOnce === 0 && before === 1 && growth === 0) return law.quantile(u);
  const left = budgetOf(u) - atOnce;
  return left <= 0 ? 0 : givesUpAt(law, 0, left, toldMs, before, growth);
}

/** Handling time more, for each minute past what was told: sigma_ref of it (MODEL 3.3). */
export const handlingMore = (waitMs: number, toldMs: number, serviceAfter: number): number =>
  serviceAfter * Math.max(0, waitMs - toldMs);
