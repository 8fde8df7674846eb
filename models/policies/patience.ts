import { type LawSpec, Sampler } from '../kernel/laws.ts';

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
}

type Mixed = Extract<LawSpec, { law: 'hyperexponential' }>;

/**
 * The kinds of callers a law of patience mixes, each with a law of its own. A `Sampler` is a
 * PatienceLaw, save that of a hyperexponential, whose quantile draws a kind first (MODEL 3.1: "two
 * kinds of customers"): there a caller's hazard is that of their kind. Other laws have one kind.
 */
export class PatienceKinds {
  readonly laws: readonly PatienceLaw[];
  /** Kind i takes the uniforms from where the one before ends to ends[i]. */
  private readonly ends: readonly number[];
  private readonly zero: number;
  private readonly mixed: boolean;

  constructor(spec: LawSpec) {
    this.mixed = spec.law === 'hyperexponential';
    if (spec.law !== 'hyperexponential') {
      this.laws = [new Sampler(spec)];
      this.ends = [1];
      this.zero = 0;
      return;
    }
    const { phases, total } = phasesOf(spec);
    let sum = 0;
    // To the letter as the kernel draws them, for the same bits.
    this.ends = phases.map((phase) => (sum += phase.share) / total);
    this.zero = spec.zero ?? 0;
    this.laws = [
      ...phases.map(({ mean }) => new Sampler({ law: 'exponential', mean })),
      new Sampler({ law: 'deterministic', value: 0 }),
    ];
  }

  /** The kind of the caller who draws u. */
  kindOf(u: number): number {
    if (u < this.zero) return this.ends.length;
    const p = this.beyondZero(u);
    let kind = 0;
    while (kind < this.ends.length - 1 && p >= (this.ends[kind] as number)) kind += 1;
    return kind;
  }

  /** What u is among the callers of this kind, a uniform in (0, 1) again. */
  uniformIn(kind: number, u: number): number {
    if (!this.mixed || kind === this.ends.length) return u;
    const from = kind === 0 ? 0 : (this.ends[kind - 1] as number);
    const width = (this.ends[kind] as number) - from;
    return Math.min((this.beyondZero(u) - from) / width, 1 - 1e-16);
  }

  private beyondZero(u: number): number {
    return this.zero > 0 ? (u - this.zero) / (1 - this.zero) : u;
  }
}

function phasesOf(spec: Mixed): { phases: Mixed['phases']; total: number } {
  const total = spec.phases.reduce((all, phase) => all + phase.share, 0);
  return { phases: spec.phases.filter((phase) => phase.share > 0), total };
}

/** A budget beyond this is one in 10^16 callers: who still waits then waits for ever. */
const MOST = 36;
const LAST_SHARE = 1 - Math.exp(-MOST);
const MINUTE_MS = 60_000;

/** The budget of the caller who draws this uniform in (0, 1). */
export const budgetOf = (u: number): number => -Math.log(1 - u);

/** The wait at which a budget is used up under the law alone. */
export function waitOf(law: PatienceLaw, budget: number): number {
  return law.quantile(budget < MOST ? 1 - Math.exp(-budget) : LAST_SHARE);
}

/** The hazard of the law up to a wait: the largest budget it uses up (by bisection). */
export function spentBy(law: PatienceLaw, waitMs: number): number {
  if (waitMs <= 0) return 0;
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

/** Messages while waiting make some give up: a normal peak of hazard around each (MODEL 3.2). */
export class PeakedPatience implements PatienceLaw {
  /** Peaks are 0, in double precision, before this wait; from `last` on they use up `all`. */
  private readonly first: number;
  private readonly last: number;
  private readonly all: number;

  /**
   * @param mass hazard of each peak, all of it; 0: none
   * @param widthMs standard deviation of each
   */
  constructor(
    private readonly law: PatienceLaw,
    private readonly peaksMs: readonly number[],
    private readonly mass: number,
    private readonly widthMs: number,
  ) {
    if (!(mass >= 0)) throw new RangeError(`mass must be 0 or more; it is ${mass}`);
    if (!(widthMs > 0)) throw new RangeError(`widthMs must be above 0; it is ${widthMs}`);
    const none = mass === 0 || peaksMs.length === 0;
    this.first = none ? Number.POSITIVE_INFINITY : Math.min(...peaksMs) - 9 * widthMs;
    this.last = Math.max(0, ...peaksMs) + 9 * widthMs;
    this.all = this.peaksUpTo(Number.POSITIVE_INFINITY);
  }

  quantile(u: number): number {
    const plain = this.law.quantile(u);
    if (plain <= this.first) return plain;
    const budget = budgetOf(u);
    let low = Math.max(0, budget - this.all);
    if (low > 0) {
      const late = waitOf(this.law, low);
      if (late >= this.last) return late;
    }
    let high = budget;
    for (let i = 0; i < 40; i += 1) {
      const middle = 0.5 * (low + high);
      if (middle + this.peaksUpTo(waitOf(this.law, middle)) <= budget) low = middle;
      else high = middle;
    }
    return this.between(budget - low, low, high);
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
    let sum = 0;
    for (const at of this.peaksMs)
      sum += below((waitMs - at) / this.widthMs) - below(-at / this.widthMs);
    return this.mass * sum;
  }
}

/**
 * The standard normal distribution function, to about 1e-15. Source: Hart et al. 1968, as given by
 * West, "Better approximations to cumulative normal functions" (2005).
 */
function below(x: number): number {
  const z = Math.abs(x);
  if (z > 37) return x > 0 ? 1 : 0;
  const bell = Math.exp((-z * z) / 2);
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

/** Growth per minute of the hazard past a wait that was told: each multiplies it by 1 + .52 k. */
export const growthPerMin = (hazardAfter: number): number => Math.log(1 + 0.52 * hazardAfter);

/**
 * Beyond what was told the law is followed from quantile to quantile, in steps of this hazard; the
 * law's own hazard is taken as constant within one, so an exponential one is followed exactly.
 */
const STEP = 1 / 64;

/** Of one step of the law, between its quantiles: hazard used up from `fromMs` (not in) on. */
function usedInStep(
  startMs: number,
  endMs: number,
  toldMs: number,
  growth: number,
  fromMs: number,
  toMs: number,
): number {
  if (endMs <= fromMs || startMs > toMs || endMs === Number.POSITIVE_INFINITY) return 0;
  const perMs = growth / MINUTE_MS;
  // Where many give up at one instant, a whole step lies there.
  if (endMs <= startMs) return STEP * Math.exp(perMs * (startMs - toldMs));
  const from = Math.exp(perMs * (Math.max(startMs, fromMs) - toldMs));
  const to = Math.exp(perMs * (Math.min(endMs, toMs) - toldMs));
  return ((STEP / (endMs - startMs)) * (to - from)) / perMs;
}

/**
 * Budget that one who was told a wait uses up from one wait to a later one (MODEL 3.3): until the
 * wait that was told the hazard of the law times `before`, past it times e^(growth × minutes past).
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
  let spent = spentBy(law, toldMs);
  let startMs = waitOf(law, spent);
  while (startMs <= toMs && spent < MOST) {
    spent += STEP;
    const endMs = waitOf(law, spent);
    used += usedInStep(startMs, endMs, toldMs, growth, from, toMs);
    startMs = endMs;
  }
  return used;
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
  let spent = spentBy(law, toldMs);
  let startMs = waitOf(law, spent);
  while (spent < MOST && startMs < Number.POSITIVE_INFINITY) {
    spent += STEP;
    const endMs = waitOf(law, spent);
    const used = usedInStep(startMs, endMs, toldMs, growth, from, endMs);
    if (left <= used) return withinStep(startMs, endMs, toldMs, growth, from, left);
    left -= used;
    startMs = endMs;
  }
  return Number.POSITIVE_INFINITY;
}

/** Where in a step of the law this much, at most what it uses, is used up. */
function withinStep(
  startMs: number,
  endMs: number,
  toldMs: number,
  growth: number,
  fromMs: number,
  left: number,
): number {
  if (endMs <= startMs) return startMs;
  const perMs = growth / MINUTE_MS;
  const from = Math.exp(perMs * (Math.max(startMs, fromMs) - toldMs));
  return toldMs + Math.log(from + (left * perMs * (endMs - startMs)) / STEP) / perMs;
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
