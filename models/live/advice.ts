import { type Duty, dutyByInterval, meanSpeedOf } from '../centre/plan/duty.ts';
import {
  fixedMinOf,
  floorOf,
  floorsOf,
  meanValue,
  valueOf,
  workOf,
  worthOfTime,
} from '../centre/plan/pacing-plan.ts';
import { peoplePlanOf } from '../centre/plan/people-plan.ts';
import { planOf } from '../centre/plan/plan-of.ts';
import { busyFor } from '../policies/worth.ts';
import type { Arbitration } from '../scenario/arbitration.ts';
import type { Scenario } from '../scenario/scenario.ts';

/**
 * What time is worth in this centre, as a page may know it (MODEL 10): tables worked out from the
 * rates of the scenario, never from the callers of the room. Hypotheses, all of them: costs are
 * values, and the resolution curve is assumed.
 */
export interface Advice {
  /** The policy by which the computer plays, by name. */
  readonly policy: string;
  /** How one meets a caller matters here: a person may put on a mask. */
  readonly masks: boolean;
  /** From the answer to the beginning of work on the solution, at speed 1, and from the decision to
   * conclude to the release of the line, ms. */
  readonly openingMs: number;
  readonly closingMs: number;
  /** The share of contacts resolved by so much work (policies/curve.ts); `tau` in ms. */
  readonly curve: {
    readonly shape: 'concave' | 's' | 'plateau';
    readonly max: number;
    readonly tau: number;
    readonly k: number;
  };
  /** Mean need of each type, 1 being usual. */
  readonly needs: readonly number[];
  /** What harm to a caller of each type weighs, over what it weighs to whoever may call. */
  readonly values: readonly number[];
  /** By group, the agents from `first` on, and type: the speed of work. 2 takes half the time. */
  readonly speeds: readonly { readonly first: number; readonly ofType: readonly number[] }[];
  /**
   * m0, ms, at the mean speed of the day: below this handling time hurrying makes the line longer;
   * null where there is none.
   */
  readonly floorMs: number | null;
  /** The same of the calls of each type, who need more or less. */
  readonly floors: readonly TypeFloor[];
  /**
   * Of those whose matter is not resolved: the share who call again, and the least share that makes
   * hurrying defeat itself. There is a floor where the first is above the second.
   */
  readonly again: { readonly share: number; readonly least: number };
  /** Prices for all that the day knows of agents and speeds, and which of them holds when. */
  readonly tables: readonly PriceTable[];
  readonly tableOfInterval: readonly number[];
}

/** Where hurrying calls of one type makes the line longer. */
export interface TypeFloor {
  readonly ms: number | null;
  readonly again: Advice['again'];
}

/** Where hurrying this call makes the line longer. */
export const floorOfType = (advice: Advice, type: number): TypeFloor =>
  advice.floors[type] ?? { ms: advice.floorMs, again: advice.again };

/**
 * What holding a line one minute more costs the others, by how many customers are inside: those
 * among them whose after-call work is being done.
 */
export interface PriceTable {
  readonly agents: number;
  /** Mean speed of those at work. */
  readonly speed: number;
  /**
   * Prices are about right only: speeds differ among those at work, or nobody gives up and a queue
   * may outlast the day.
   */
  readonly about: boolean;
  /** What resolving a matter is worth, in waiting-minute equivalents (V). */
  readonly value: number;
  /** Below this number inside, time is free: nothing is in the tables. */
  readonly from: number;
  /** Waiting-minute equivalents; the last value holds beyond. */
  readonly price: readonly number[];
  /** Of which: minutes that others will wait, and callers who will give up. */
  readonly waitedMin: readonly number[];
  readonly lost: readonly number[];
}

const MINUTE_MS = 60_000;
/** A price below this is none. */
const FREE = 1e-4;
/** A table is at most this long: beyond, a minute costs no more. */
const LONGEST = 160;

const rounded = (x: number): number => Math.round(x * 1e4) / 1e4;

/** The advice of a scenario; null in a classical world. Cost: some 50 ms for each staff level. */
export function adviceOf(scenario: Scenario): Advice | null {
  const { arbitration } = scenario;
  if (arbitration === undefined) return null;
  const { handling, policy, resolution, returns } = arbitration;
  const duties = dutyByInterval(scenario);
  const levels = [...new Map(duties.map((duty) => [levelOf(duty), duty])).values()].sort(
    (a, b) => a.agents - b.agents || a.speed - b.speed,
  );
  const places = levels.map(levelOf);
  const floor = floorOf(scenario, arbitration);
  const ms = (minutes: number): number => Math.round(minutes * MINUTE_MS);
  return {
    policy: policy.name,
    masks: peoplePlanOf(scenario) !== null,
    openingMs: ms(Math.max(0, handling.fixedMin - handling.closingMin)),
    closingMs: ms(fixedMinOf(arbitration) - handling.fixedMin + handling.closingMin),
    curve: { ...resolution, tau: resolution.tauMin * MINUTE_MS },
    needs: scenario.types.map((type) => type.need?.mean ?? 1),
    values: scenario.types.map((type) => valueOf(type) / meanValue(scenario)),
    speeds: planOf(scenario).groups.map(({ first, speeds }) => ({ first, ofType: [...speeds] })),
    floorMs: floor.interior ? ms(lasting(scenario, arbitration, floor.pace)) : null,
    floors: floorsOf(scenario, arbitration).map(({ back, interior, pace, threshold }) => ({
      ms: interior ? ms(lasting(scenario, arbitration, pace)) : null,
      again: { share: back, least: rounded(threshold) },
    })),
    again: { share: returns.backProbability, least: rounded(floor.threshold) },
    tables: levels.map((duty) => tableOf(scenario, arbitration, duty)),
    tableOfInterval: duties.map((duty) => places.indexOf(levelOf(duty))),
  };
}

const levelOf = ({ agents, mixed, speed }: Duty): string => `${agents} ${speed} ${mixed}`;

/** How long a talk of so many minutes at speed 1 lasts at the mean speed of the day. */
function lasting(scenario: Scenario, arbitration: Arbitration, talk: number): number {
  const work = workOf(scenario, arbitration, meanSpeedOf(scenario));
  return busyFor({ ...work, wrapUp: 0 }, talk);
}

function tableOf(scenario: Scenario, arbitration: Arbitration, duty: Duty): PriceTable {
  const { minute, prices, untilClosing } = worthOfTime(scenario, arbitration, duty);
  let from = 0;
  while (from < minute.price.length - 1 && (minute.price[from] as number) < FREE) from++;
  const cut = (values: Float64Array): number[] =>
    Array.from(values.subarray(from, from + LONGEST), rounded);
  return {
    agents: duty.agents,
    speed: duty.speed,
    about: duty.mixed || untilClosing,
    value: rounded(prices.worth.unresolved),
    from,
    price: cut(minute.price),
    waitedMin: cut(minute.waited),
    lost: cut(minute.abandoned),
  };
}
