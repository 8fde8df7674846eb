import { Sampler } from '../../kernel/laws.ts';
import { type Luck, PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import { MAX_TYPES } from '../../scenario/scenario.ts';
import type { Plan } from '../plan/plan.ts';
import { Arrivals } from '../state/arrivals.ts';

const PURPOSE = PURPOSE_;

/**
 * How busy a day may turn out to be, given the calls that came until now (RULES A2, A3). The factor
 * of the day is gamma, the counts are Poisson: it stays gamma, of shape k + sum w n and rate k +
 * sum w m over the spells, n the calls that came, m those expected at factor 1 and w = 1 / (1 +
 * m c_b²). Exact where spells have no factor of their own (c_b = 0: conjugacy); else each count
 * weighs by its over-dispersion (quasi-likelihood).
 */
export class BusynessPosterior {
  private readonly day: Sampler | null;
  private readonly spell: Sampler | null;
  private readonly factors: Float64Array | null;
  /** The spell now, the calls that came in it, and those expected by now. */
  private readonly current: number;
  private readonly came: number;
  private readonly due: number;
  private readonly last: number;

  /**
   * @param luck of the day; only what came of it until `now` is looked at
   * @param until factors are drawn for the spells up to this instant, ms
   */
  constructor(
    private readonly plan: Plan,
    luck: Luck,
    now: number,
    until: number,
  ) {
    const { busynessCv, intervalCv, spellMs, spells } = plan;
    const varies = busynessCv > 0 || intervalCv > 0;
    const place = (at: number): number => Math.min(Math.floor(at / spellMs), spells - 1);
    this.current = place(now);
    this.last = place(until);
    this.factors = varies ? new Float64Array(spells).fill(1) : null;
    this.spell = intervalCv > 0 ? new Sampler({ law: 'gamma', mean: 1, cv: intervalCv }) : null;
    const came = varies ? counts(plan, luck, now) : new Float64Array(spells);
    this.came = came[this.current] as number;
    this.due = expected(plan, this.current, now);
    this.day = busynessCv > 0 ? this.dayAfter(came, now) : null;
  }

  private dayAfter(came: Float64Array, now: number): Sampler {
    const { busynessCv, intervalCv } = this.plan;
    let shape = 1 / (busynessCv * busynessCv);
    let rate = shape;
    for (let i = 0; i <= this.current; i++) {
      const due = expected(this.plan, i, now);
      const weight = 1 / (1 + due * intervalCv * intervalCv);
      shape += weight * (came[i] as number);
      rate += weight * due;
    }
    return new Sampler({ law: 'gamma', mean: shape / rate, cv: 1 / Math.sqrt(shape) });
  }

  /** The factors of the spells to come; null where they are all 1. Good until the next draw. */
  draw(luck: Luck): Float64Array | null {
    const { factors } = this;
    if (factors === null) return null;
    const day = this.day?.quantile(luck.uniform(0, 0, PURPOSE.DAY)) ?? 1;
    for (let i = this.current; i <= this.last; i++) factors[i] = day * this.own(luck, i, day);
    return factors;
  }

  /** The factor that a spell has of its own; of this one, given the calls that came in it. */
  private own(luck: Luck, i: number, day: number): number {
    if (this.spell === null) return 1;
    const u = luck.uniform(i, 0, PURPOSE.INTERVAL);
    if (i > this.current) return this.spell.quantile(u);
    const k = 1 / (this.plan.intervalCv * this.plan.intervalCv);
    const shape = k + this.came;
    const mean = shape / (k + day * this.due);
    return new Sampler({ law: 'gamma', mean, cv: 1 / Math.sqrt(shape) }).quantile(u);
  }
}

/** First calls that follow the day's busyness, by spell, until now. */
function counts(plan: Plan, luck: Luck, now: number): Float64Array {
  const came = new Float64Array(plan.spells);
  const again = new Arrivals(plan, luck);
  for (; again.nextAt <= now; again.advance())
    if (again.source < MAX_TYPES)
      came[Math.min(Math.floor(again.nextAt / plan.spellMs), plan.spells - 1)]! += 1;
  return came;
}

/** The same, as the rates of the plan would have it at factor 1. */
function expected(plan: Plan, place: number, now: number): number {
  let sum = 0;
  for (const { busy, edges, from, spell, to } of plan.sources) {
    if (!busy) continue;
    for (let i = spell.indexOf(place); i >= 0 && spell[i] === place; i += 1) {
      const start = edges[i] as number;
      const whole = (edges[i + 1] as number) - start;
      const span = Math.max(0, Math.min(whole, now - start));
      const rate = from[i] as number;
      const rise = whole > 0 ? (((to[i] as number) - rate) * span) / whole : 0;
      sum += (rate + rise / 2) * span;
    }
  }
  return sum;
}
