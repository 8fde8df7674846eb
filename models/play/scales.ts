import { dutyByInterval } from '../centre/plan/duty.ts';
import { meanValue, valueOf, worthOfTime } from '../centre/plan/pacing-plan.ts';
import { planOf } from '../centre/plan/plan-of.ts';
import type { TalkPlan } from '../centre/plan/talk-plan.ts';
import { solvedShare } from '../policies/curve.ts';
import { resolutionOf } from '../policies/paces.ts';
import type { TimeWorth } from '../policies/worth.ts';
import type { Scenario } from '../scenario/scenario.ts';

const MINUTE_MS = 60_000;

/** What the talk in hand is, as far as the two pans of the scales go. */
export interface Weighed {
  readonly type: number;
  /** Of the agent with callers of this type. */
  readonly speed: number;
  /** 1 being usual. */
  readonly need: number;
}

/**
 * What a minute costs the others and what it brings the caller in hand, by the exact tables of
 * the day (MODEL 10.4, 10.6), in waiting-minute equivalents. Tables know rates, never who came.
 */
export class Scales {
  private readonly byInterval: readonly TimeWorth[];
  private readonly intervalMs: number;
  private readonly values: readonly number[];
  private readonly needs: readonly number[];
  private readonly plan: TalkPlan;
  private readonly capMs: number;
  /** Work of a need of 1 before which a slow beginning is no reason to stop, ms. */
  private readonly steepestMs: number;

  private constructor(scenario: Scenario, plan: TalkPlan) {
    const arbitration = scenario.arbitration as NonNullable<Scenario['arbitration']>;
    const mean = meanValue(scenario);
    this.plan = plan;
    this.byInterval = dutyByInterval(scenario).map((d) => worthOfTime(scenario, arbitration, d));
    this.intervalMs = scenario.day.intervalMin * MINUTE_MS;
    this.values = scenario.types.map((type) => valueOf(type) / mean);
    this.needs = scenario.types.map(({ need }) => need?.mean ?? 1);
    this.capMs = Math.max(0, arbitration.policy.capMin * MINUTE_MS - plan.fixedMs);
    this.steepestMs = resolutionOf(plan.curve).steepest;
  }

  /** Null where the length of a talk is no decision: nothing is to be weighed. */
  static of(scenario: Scenario): Scales | null {
    const { talk } = planOf(scenario);
    return talk === null ? null : new Scales(scenario, talk);
  }

  /** From the answer to the beginning of work, at speed 1, ms. */
  get openingMs(): number {
    return this.plan.openingMs;
  }

  /** The end of the interval of this instant, ms. */
  edgeAfter(at: number): number {
    const next = Math.floor(at / this.intervalMs) + 1;
    return next < this.byInterval.length ? next * this.intervalMs : Number.POSITIVE_INFINITY;
  }

  private worthAt(at: number): TimeWorth {
    const place = Math.min(Math.floor(at / this.intervalMs), this.byInterval.length - 1);
    return this.byInterval[Math.max(0, place)] as TimeWorth;
  }

  /** What one more minute of a talk costs the others with so many inside. */
  priceAt(inside: number, at: number): number {
    const { price } = this.worthAt(at).minute;
    return price[Math.min(Math.max(0, inside), price.length - 1)] as number;
  }

  /** The mean need of callers of a type: all that a desk could know. */
  meanNeed(type: number): number {
    return this.needs[type] ?? 1;
  }

  /** What so much work brings, from one instant of it to another, ms of the agent's time. */
  brings({ need, speed, type }: Weighed, fromMs: number, toMs: number, at: number): number {
    const { curve } = this.plan;
    const share = (ms: number): number => solvedShare(curve, Math.max(0, ms) * speed, need);
    const value = this.worthAt(at).prices.worth.unresolved * (this.values[type] ?? 1);
    return value * (share(toMs) - share(fromMs));
  }

  /** A talk is followed that far whatever a minute costs: an S begins slowly (MODEL 10.6). */
  beginsUntil({ need, speed }: Weighed): number {
    return (this.steepestMs * need) / speed;
  }

  /** No talk is meant to have more work than this, ms of the agent's time. */
  cap({ need, speed }: Weighed): number {
    return (this.capMs * need) / speed;
  }
}
