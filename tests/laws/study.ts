import { expect } from 'vitest';
import { getCurrentTest } from 'vitest/suite';
import { Centre } from '../../models/centre/centre.ts';
import { MEASURES, type Measure, valueOf as valueIn } from '../../models/folds/measures/figures.ts';
import { Measures } from '../../models/folds/measures/measures.ts';
import type { DaySums } from '../../models/folds/measures/sums.ts';
import { Moments, RatioOfSums } from '../../models/kernel/tally.ts';
import type { Scenario } from '../../models/scenario/scenario.ts';
import { frameOf } from '../../models/study/frame.ts';

/** A day of the product's own measures; `waits`: those who found no free agent. */
export interface Day extends DaySums {
  readonly waits: number;
}

/** The measures, and one figure more that theory has: who waits at all. */
class Ear extends Measures {
  waits = 0;
  private readonly from: number;
  constructor(scenario: Scenario) {
    super(frameOf(scenario));
    this.from = scenario.day.warmUpMin * 60_000;
  }
  override queued(at: number, call: number, type: number): void {
    super.queued(at, call, type);
    if (at >= this.from) this.waits += 1;
  }
  override clear(): void {
    super.clear();
    this.waits = 0;
  }
}

/** The days of a scenario, one a seed. */
export function study(scenario: Scenario, days: number, name: string): readonly Day[] {
  const ear = new Ear(scenario);
  return Array.from({ length: days }, (_, i) => {
    ear.clear();
    new Centre(scenario, `${name} ${i}`, ear.recorder).run();
    return { ...ear.sums(), waits: ear.waits };
  });
}

/** A cut of a day: the whole, or one interval, type or group. */
export type Cut = (day: Day) => Float64Array;
const whole: Cut = (day) => day.day;
/** From the warm-up to closing, where the scenario has one interval. */
export const open: Cut = (day) => day.intervals[0]!;

const known = new Map(MEASURES.map((measure) => [measure.name, measure]));
function measureOf(name: string): Measure {
  const measure = known.get(name);
  if (!measure) throw new Error(`no measure is called ${name}`);
  return measure;
}

/** One figure, for the printed table (table.ts). */
export interface Row {
  readonly says: string;
  readonly mean: number;
  readonly error: number;
  readonly oracle: number;
}

/** |mean - oracle| <= 4 s.e. (+ what the oracle itself may be off). */
export function within(
  says: string,
  mean: number,
  error: number,
  oracle: number,
  slack = 1e-9,
): void {
  const meta = getCurrentTest()?.meta as { rows?: Row[] } | undefined;
  if (meta) (meta.rows ??= []).push({ says, mean, error, oracle });
  const off = ((mean - oracle) / error).toFixed(2);
  const told = `${says}: ${mean} against ${oracle}, s.e. ${error}, ${off} of them`;
  expect(error, told).toBeGreaterThanOrEqual(0);
  expect(Math.abs(mean - oracle), told).toBeLessThanOrEqual(4 * error + slack);
}

/** A measure of the product over the days, within four standard errors of what theory says. */
export function agrees(
  days: readonly Day[],
  name: string,
  oracle: number,
  { cut = whole, slack = 1e-9 }: { cut?: Cut; slack?: number } = {},
): void {
  const measure = measureOf(name);
  if (measure.y === undefined)
    meanAgrees(days, name, (day) => valueIn(measure, cut(day)), oracle, slack);
  else {
    const ratio = new RatioOfSums();
    for (const day of days) ratio.add(measure.x(cut(day)), measure.y(cut(day)));
    within(name, ratio.ratio, ratio.standardError, oracle, slack);
  }
}

/** A mean over the days of anything, likewise. */
export function meanAgrees(
  days: readonly Day[],
  says: string,
  value: (day: Day) => number,
  oracle: number,
  slack = 1e-9,
): void {
  const moments = new Moments();
  for (const day of days) moments.add(value(day));
  within(says, moments.mean, moments.standardError, oracle, slack);
}

/** A ratio of sums over the days, likewise. */
export function ratioAgrees(
  days: readonly Day[],
  says: string,
  x: (day: Day) => number,
  y: (day: Day) => number,
  oracle: number,
): void {
  const ratio = new RatioOfSums();
  for (const day of days) ratio.add(x(day), y(day));
  within(says, ratio.ratio, ratio.standardError, oracle);
}

/** The value of a measure on one day. */
export const figure =
  (name: string, cut: Cut = whole) =>
  (day: Day): number =>
    valueIn(measureOf(name), cut(day));
