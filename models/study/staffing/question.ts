import { MEASURES } from '../../folds/measures/figures.ts';
import { MAX_AGENTS, type Scenario } from '../../scenario/scenario.ts';

/**
 * What is asked of a staffing: a target, where it must hold, and on which share of days. Plain
 * data. A target is met where its margin is 0 or more, and margins are counts of a day's sums, so
 * that those of intervals add up to the day's, and those of days to the month's: ratios of sums,
 * as everywhere (RULES M2).
 */

/** The five service levels of the trade (RULES M4). */
export type Definition = 'F1' | 'F2' | 'F3' | 'F4' | 'F5';

export type Target =
  | {
      readonly kind: 'serviceLevel';
      readonly definition: Definition;
      /** At least this share of calls… */
      readonly share: number;
      /** …answered within this, seconds, inclusive. */
      readonly targetS: number;
    }
  /** At most this share of the offered gives up. */
  | { readonly kind: 'abandonment'; readonly most: number }
  /** Those who are answered have waited this long on average at most, seconds. */
  | { readonly kind: 'asa'; readonly mostS: number };

/** Where the target must hold: in each interval, over the day, over so many days together. */
export type Horizon = 'interval' | 'day' | 'month';

/** How a planner without a simulator staffs an interval; the search starts from one of them. */
export const RULES = ['sipp', 'lagged', 'mol'] as const;
export type Rule = (typeof RULES)[number];

export interface StaffingAsk {
  readonly target: Target;
  /** On at least this share of days (of months) the target must hold. */
  readonly on: number;
  readonly by: Horizon;
  /** By interval: all intervals of a day at once, and not each for itself. */
  readonly joint: boolean;
  /** Days of a month, by month. */
  readonly monthDays: number;
  readonly seed: string;
  /** Days on which each staffing is tried: the same callers for all. */
  readonly days: number;
  /** The same number of agents all day. */
  readonly level: boolean;
  /** Share of paid time for which agents are missing: positions are more than who is required. */
  readonly shrinkage: number;
  /** Agents of a group in an interval. */
  readonly least: number;
  readonly most: number;
  readonly rule: Rule;
  /** Errs once in 1 / alpha: intervals of probabilities. */
  readonly alpha: number;
}

/** What is asked where nothing else is said: 80 % within 20 s, in each interval, 4 days in 5. */
export const STAFFING_ASK: StaffingAsk = {
  target: { kind: 'serviceLevel', definition: 'F3', share: 0.8, targetS: 20 },
  on: 0.8,
  by: 'interval',
  joint: false,
  monthDays: 21,
  seed: '1',
  days: 700,
  level: false,
  shrinkage: 0,
  least: 1,
  most: MAX_AGENTS,
  rule: 'mol',
  alpha: 0.05,
};

const ofMeasure = (name: string): ((sums: Float64Array) => readonly [number, number]) => {
  const { x, y } = MEASURES.find((one) => one.name === name) ?? {};
  if (x === undefined || y === undefined)
    throw new RangeError(`name must be that of a ratio; it is ${name}`);
  return (sums) => [x(sums), y(sums)];
};

/** By how much a cell of sums meets the target: calls, or seconds of wait; met from 0 on. */
export function marginOf(target: Target): (sums: Float64Array) => number {
  switch (target.kind) {
    case 'serviceLevel': {
      const parts = ofMeasure(`serviceLevel${target.definition}`);
      return (sums) => {
        const [x, y] = parts(sums);
        return x - target.share * y;
      };
    }
    case 'abandonment': {
      const parts = ofMeasure('abandonRate');
      return (sums) => {
        const [x, y] = parts(sums);
        return target.most * y - x;
      };
    }
    case 'asa': {
      const parts = ofMeasure('averageSpeedOfAnswer');
      return (sums) => {
        const [x, y] = parts(sums);
        return target.mostS * y - x;
      };
    }
  }
}

/** The name of the measure that a target bounds (figures.ts). */
export const measureOf = (target: Target): string =>
  target.kind === 'serviceLevel'
    ? `serviceLevel${target.definition}`
    : target.kind === 'abandonment'
      ? 'abandonRate'
      : 'averageSpeedOfAnswer';

/** The value that the measure may not fall below, or rise above. */
export const boundOf = (target: Target): number =>
  target.kind === 'serviceLevel'
    ? target.share
    : target.kind === 'abandonment'
      ? target.most
      : target.mostS;

/** The scenario as the question counts its calls. */
export const asAsked = (scenario: Scenario, { target }: StaffingAsk): Scenario =>
  target.kind === 'serviceLevel'
    ? { ...scenario, serviceLevel: { ...scenario.serviceLevel, targetS: target.targetS } }
    : scenario;
