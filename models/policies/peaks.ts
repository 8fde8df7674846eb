import { exp } from '../kernel/exp.ts';
import { budgetOf, FormulaPatience, type PatienceLaw, spentBy, waitOf } from './patience.ts';

/** Waits are found to this, ms. */
const EXACT = 1e-6;
const SQRT_TAU = Math.sqrt(2 * Math.PI);
/** Standard deviations beyond which a peak is 0, in double precision. */
const FAR = 9;

/** Messages while waiting make some give up: a normal peak of hazard around each (MODEL 3.2). */
export class PeakedPatience implements PatienceLaw {
  /** Peaks are 0, in double precision, before this wait; from `last` on they use up `all`. */
  private readonly first: number;
  readonly last: number;
  private readonly all: number;
  /** What lies before the wait begins. */
  private readonly early: number;

  /**
   * @param mass hazard of each peak, all of it; 0: none
   * @param widthMs standard deviation of each
   */
  constructor(
    readonly law: PatienceLaw,
    private readonly peaksMs: readonly number[],
    private readonly mass: number,
    private readonly widthMs: number,
  ) {
    if (!(mass >= 0)) throw new RangeError(`mass must be 0 or more; it is ${mass}`);
    if (!(widthMs > 0)) throw new RangeError(`widthMs must be above 0; it is ${widthMs}`);
    const none = mass === 0 || peaksMs.length === 0;
    this.first = none ? Number.POSITIVE_INFINITY : Math.min(...peaksMs) - FAR * widthMs;
    this.last = Math.max(0, ...peaksMs) + FAR * widthMs;
    this.early = peaksMs.reduce((sum, at) => sum + below(-at / widthMs), 0);
    this.all = mass * (peaksMs.length - this.early);
  }

  quantile(u: number): number {
    const plain = this.law.quantile(u);
    if (plain <= this.first) return plain;
    const { law } = this;
    const budget = budgetOf(u);
    let low = Math.max(0, budget - this.all);
    if (low > 0) {
      const late = waitOf(law, low);
      if (late >= this.last) return late;
    }
    if (law instanceof FormulaPatience && law.perMs > 0)
      return this.reach(law.perMs, 0, plain, 0, 0, budget - law.atOnce);
    let high = budget;
    for (let i = 0; i < 40; i += 1) {
      const middle = 0.5 * (low + high);
      if (middle + this.peaksUpTo(waitOf(law, middle)) <= budget) low = middle;
      else high = middle;
    }
    return this.between(budget - low, low, high);
  }

  hazardUpTo(waitMs: number): number {
    return spentBy(this.law, waitMs) + this.peaksUpTo(waitMs);
  }

  /** Where the law alone lets nobody go for a while, the peaks alone use up what is left. */
  private between(left: number, low: number, high: number): number {
    let from = low > 0 ? waitOf(this.law, low) : 0;
    let to = Math.min(waitOf(this.law, high), this.last);
    while (to - from > 1e-3) {
      const middle = 0.5 * (from + to);
      if (this.peaksUpTo(middle) <= left) from = middle;
      else to = middle;
    }
    return from;
  }

  private peaksUpTo(waitMs: number): number {
    if (waitMs <= this.first) return 0;
    if (waitMs >= this.last) return this.all;
    let sum = -this.early;
    for (const at of this.peaksMs) sum += below((waitMs - at) / this.widthMs);
    return this.mass * sum;
  }

  /**
   * Hazard of the peaks from one wait to another, the hazard of a wait w counting e^(growth
   * (w - told)) times: a normal peak remains one, moved by growth times its variance.
   * @param growth per ms
   */
  grown(fromMs: number, toMs: number, toldMs: number, growth: number): number {
    const { mass, peaksMs, widthMs } = this;
    if (toMs <= this.first || fromMs >= this.last) return 0;
    const moved = growth * widthMs * widthMs;
    let sum = 0;
    for (const at of peaksMs) {
      const part = below((toMs - at - moved) / widthMs) - below((fromMs - at - moved) / widthMs);
      if (part > 0) sum += part * exp(growth * (at - toldMs + 0.5 * moved));
    }
    return mass * sum;
  }

  private rateAt(waitMs: number): number {
    let sum = 0;
    for (const at of this.peaksMs) {
      const z = (waitMs - at) / this.widthMs;
      sum += exp(-0.5 * z * z);
    }
    return (this.mass * sum) / (SQRT_TAU * this.widthMs);
  }

  /**
   * The wait at which a budget is used up from `fromMs` on by peaks and a constant hazard, both
   * grown; `toMs` where that is later. Newton's steps, kept between two waits that enclose it.
   * @param perMs the constant hazard, 0 where the law lets nobody go; @param growth per ms
   */
  reach(
    perMs: number,
    fromMs: number,
    toMs: number,
    toldMs: number,
    growth: number,
    budget: number,
  ): number {
    let low = fromMs;
    let high = perMs > 0 ? toMs : Math.min(toMs, this.last);
    let at = high;
    let step = high - low;
    for (let i = 0; i < 200 && high - low > EXACT; i += 1) {
      const grows = growth === 0 ? 1 : exp(growth * (at - toldMs));
      const plain = growth === 0 ? at - fromMs : (grows - exp(growth * (fromMs - toldMs))) / growth;
      const over = perMs * plain + this.grown(fromMs, at, toldMs, growth) - budget;
      if (over > 0) high = at;
      else low = at;
      let next = at - over / (grows * (perMs + this.rateAt(at)));
      // Across a peak such steps may go to and fro: each is half the one before, or in the middle.
      if (!(next > low && next < high && Math.abs(next - at) < 0.5 * step))
        next = 0.5 * (low + high);
      step = Math.abs(next - at);
      at = next;
      if (step < EXACT) break;
    }
    return at;
  }
}

/**
 * The standard normal distribution function, to about 1e-15. Source: Hart et al. 1968, as given by
 * West, "Better approximations to cumulative normal functions" (2005).
 */
function below(x: number): number {
  const z = Math.abs(x);
  if (z > 37) return x > 0 ? 1 : 0;
  const bell = exp((-z * z) / 2);
  let tail: number;
  if (z < 7.07106781186547) {
    let top = 0.0352624965998911 * z + 0.700383064443688;
    top = ((top * z + 6.37396220353165) * z + 33.912866078383) * z + 112.079291497871;
    top = (top * z + 221.213596169931) * z + 220.206867912376;
    let under = 0.0883883476483184 * z + 1.75566716318264;
    under = ((under * z + 16.064177579207) * z + 86.7807322029461) * z + 296.564248779674;
    under = ((under * z + 637.333633378831) * z + 793.826512519948) * z + 440.413735824752;
    tail = (bell * top) / under;
  } else {
    const fraction = z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))));
    tail = bell / fraction / 2.506628274631;
  }
  return x > 0 ? 1 - tail : tail;
}
