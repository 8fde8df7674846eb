import { exp } from '../kernel/exp.ts';
import { type LawSpec, Sampler } from '../kernel/laws.ts';
import { log } from '../kernel/log.ts';
import { power } from '../kernel/power.ts';

/**
 * Patience as a hazard budget (MODEL 3.1): a caller brings a budget E, exponential of mean 1, and
 * gives up when the hazard felt since the wait began has used it up. Whatever changes the hazard on
 * the way (a message, music, a wait told and passed), the same caller stays the same caller.
 *
 * A law of patience gives its cumulative hazard through its quantile: a budget E and the uniform
 * u = 1 - e^-E stand for each other, so what a neutral caller bears is the classical draw, bit for
 * bit. Waits are in ms from the beginning of waiting.
 */
export interface PatienceLaw {
  /** The wait, ms, that a share u of callers does not bear; it must not fall with u. */
  quantile(u: number): number;
  /** Cumulative hazard up to a wait above 0, where a formula gives it. */
  hazardUpTo?(waitMs: number): number;
}

/** A budget beyond this is one in 10^16 callers: who still waits then waits for ever. */
export const MOST = 36;
const LAST_SHARE = 1 - exp(-MOST);
/** A budget of 0 lasts as long as the least uniform: some laws have no quantile at 0 itself. */
const FIRST_SHARE = 5e-17;

/** The budget of the caller who draws this uniform in (0, 1). */
export const budgetOf = (u: number): number => -log(1 - u);

/** The wait at which a budget is used up under the law alone. */
export function waitOf(law: PatienceLaw, budget: number): number {
  const share = budget < MOST ? 1 - exp(-budget) : LAST_SHARE;
  return law.quantile(share > FIRST_SHARE ? share : FIRST_SHARE);
}

/**
 * The hazard of the law up to a wait: the largest budget it uses up. By bisection of the quantile
 * where no formula gives it.
 */
export function spentBy(law: PatienceLaw, waitMs: number): number {
  if (waitMs <= 0) return 0;
  if (law.hazardUpTo !== undefined) return Math.min(MOST, law.hazardUpTo(waitMs));
  let low = 0;
  let high = MOST;
  for (let i = 0; i < 56; i += 1) {
    const middle = 0.5 * (low + high);
    if (waitOf(law, middle) <= waitMs) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Where a hazard multiplier has changed: the wait at which what is left of the budget is used up
 * if it stays so. After a stretch at one multiplier,
 * left -= multiplier * (spentBy(law, toMs) - spentBy(law, fromMs)).
 * @param spent hazard of the law alone up to now: `spentBy`
 * @param left budget left now
 */
export function waitUnder(
  law: PatienceLaw,
  spent: number,
  left: number,
  multiplier: number,
): number {
  return multiplier > 0 ? waitOf(law, spent + left / multiplier) : Number.POSITIVE_INFINITY;
}

/** The laws whose cumulative hazard is a formula: (w / scale)^shape, shape 1 the exponential. */
type Formula = Extract<LawSpec, { law: 'exponential' | 'weibull' }>;

/** An exponential or Weibull patience: the draws of the kernel, and the hazard behind them. */
export class FormulaPatience implements PatienceLaw {
  /** Hazard of the first instant, of those who do not wait at all. */
  readonly atOnce: number;
  /** Hazard per ms after it, where it is the same at every wait; else 0. */
  readonly perMs: number;
  private readonly sampler: Sampler;
  private readonly scale: number;
  private readonly shape: number;

  constructor(spec: Formula) {
    this.sampler = new Sampler(spec);
    this.atOnce = budgetOf(spec.zero ?? 0);
    this.shape = spec.law === 'weibull' ? spec.shape : 1;
    // A budget of 1 lasts for the scale.
    this.scale =
      spec.law === 'weibull' ? new Sampler({ ...spec, zero: 0 }).quantile(1 - exp(-1)) : spec.mean;
    this.perMs = this.shape === 1 ? 1 / this.scale : 0;
  }

  quantile(u: number): number {
    return this.sampler.quantile(u);
  }

  hazardUpTo(waitMs: number): number {
    const x = waitMs / this.scale;
    return this.atOnce + power(x, this.shape);
  }
}

/** A law of one kind of callers, with the formula of its hazard where there is one. */
export function lawOf(spec: LawSpec): PatienceLaw {
  return spec.law === 'exponential' || spec.law === 'weibull'
    ? new FormulaPatience(spec)
    : new Sampler(spec);
}
