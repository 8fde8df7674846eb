import { expect } from 'vitest';
import { Centre } from '../../models/centre/centre.ts';
import { Moments, RatioOfSums } from '../../models/kernel/tally.ts';
import { desksOf, type Scenario } from '../../models/scenario/scenario.ts';
import { Silence } from './silence.ts';

/** What one day counted: calls that arrived after the warm-up, times between it and closing. */
export class Day {
  arrivals = 0;
  first = 0;
  refused = 0;
  waits = 0;
  answered = 0;
  answeredInTarget = 0;
  gaveUp = 0;
  gaveUpInTarget = 0;
  gaveUpShort = 0;
  servedWaitMs = 0;
  abandonerWaitMs = 0;
  /** Answered calls and their waits, by type. */
  readonly answeredOf: number[];
  readonly waitMsOf: number[];
  /** The time counted. */
  readonly lengthMs: number;
  /** Talk and after-call work, and agents, of each group. */
  readonly busyMs: number[];
  readonly agents: readonly number[];

  constructor(scenario: Scenario) {
    this.agents = scenario.groups.map(desksOf);
    this.busyMs = scenario.groups.map(() => 0);
    this.answeredOf = scenario.types.map(() => 0);
    this.waitMsOf = scenario.types.map(() => 0);
    this.lengthMs = (scenario.day.lengthMin - scenario.day.warmUpMin) * 60_000;
  }
}

/** Counts a day as it happens. */
class Count extends Silence {
  readonly day: Day;
  private readonly from: number;
  private readonly to: number;
  private readonly targetMs: number;
  private readonly shortMs: number;
  private readonly groupOf: readonly number[];

  constructor(scenario: Scenario) {
    super();
    this.day = new Day(scenario);
    this.from = scenario.day.warmUpMin * 60_000;
    this.to = scenario.day.lengthMin * 60_000;
    this.targetMs = scenario.serviceLevel.targetS * 1_000;
    this.shortMs = scenario.serviceLevel.shortAbandonS * 1_000;
    this.groupOf = this.day.agents.flatMap((n, group) => Array.from({ length: n }, () => group));
  }

  override arrived(at: number, _call: number, _who: number, _type: number, attempt: number): void {
    if (at < this.from) return;
    this.day.arrivals += 1;
    if (attempt === 0) this.day.first += 1;
  }

  override blocked(at: number): void {
    if (at >= this.from) this.day.refused += 1;
  }

  override queued(at: number): void {
    if (at >= this.from) this.day.waits += 1;
  }

  override answered(
    at: number,
    _call: number,
    type: number,
    _attempt: number,
    _agent: number,
    waitMs: number,
  ): void {
    if (at - waitMs < this.from) return;
    this.day.answeredOf[type]! += 1;
    this.day.waitMsOf[type]! += waitMs;
    this.day.answered += 1;
    this.day.servedWaitMs += waitMs;
    if (waitMs <= this.targetMs) this.day.answeredInTarget += 1;
  }

  override abandoned(at: number, _call: number, _type: number, _n: number, waitMs: number): void {
    if (at - waitMs < this.from) return;
    this.day.gaveUp += 1;
    this.day.abandonerWaitMs += waitMs;
    if (waitMs <= this.targetMs) this.day.gaveUpInTarget += 1;
    if (waitMs <= this.shortMs) this.day.gaveUpShort += 1;
  }

  override concluded(
    at: number,
    _call: number,
    _type: number,
    agent: number,
    talkMs: number,
  ): void {
    this.work(at, agent, talkMs);
  }

  override wrapped(at: number, _call: number, agent: number, wrapMs: number): void {
    this.work(at, agent, wrapMs);
  }

  private work(at: number, agent: number, ms: number): void {
    const within = Math.min(at, this.to) - Math.max(at - ms, this.from);
    if (within > 0) this.day.busyMs[this.groupOf[agent]!]! += within;
  }
}

/** The days of a scenario, one a seed, every call served after closing. */
export function study(scenario: Scenario, days: number, name: string): readonly Day[] {
  return Array.from({ length: days }, (_, i) => {
    const count = new Count(scenario);
    new Centre(scenario, `${name} ${i}`, count).run();
    return count.day;
  });
}

/** A ratio of sums over the days, within four of its standard errors of what theory says. */
export function agrees(
  days: readonly Day[],
  name: string,
  top: (day: Day) => number,
  bottom: (day: Day) => number,
  oracle: number,
): void {
  const ratio = new RatioOfSums();
  for (const day of days) ratio.add(top(day), bottom(day));
  within(name, ratio.ratio, ratio.standardError, oracle);
}

/** A mean over the days, likewise. */
export function meanAgrees(
  days: readonly Day[],
  name: string,
  value: (day: Day) => number,
  oracle: number,
  slack = 1e-9,
): void {
  const moments = new Moments();
  for (const day of days) moments.add(value(day));
  within(name, moments.mean, moments.standardError, oracle, slack);
}

/** |mean - oracle| <= 4 s.e. (+ what the oracle itself may be off). */
export function within(
  name: string,
  mean: number,
  error: number,
  oracle: number,
  slack = 1e-9,
): void {
  const says = `${name}: ${mean} against ${oracle}, s.e. ${error}, ${((mean - oracle) / error).toFixed(2)} of them`;
  expect(error, says).toBeGreaterThanOrEqual(0);
  expect(Math.abs(mean - oracle), says).toBeLessThanOrEqual(4 * error + slack);
}

/** Figures every classical case has, by their usual names. */
export const share = {
  offered: (day: Day): number => day.arrivals,
  served: (day: Day): number => day.answered,
  givenUp: (day: Day): number => day.gaveUp,
  waits: (day: Day): number => day.waits,
  waitMin: (day: Day): number => (day.servedWaitMs + day.abandonerWaitMs) / 60_000,
  busy: (day: Day): number => day.busyMs.reduce((a, b) => a + b),
  staffed: (day: Day): number => day.lengthMs * day.agents.reduce((a, b) => a + b),
};
