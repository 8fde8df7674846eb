import {
  agentsByInterval,
  fixedMinOf,
  floorsOf,
  meanValue,
  valueOf,
  worthOfTime,
} from '../centre/plan/pacing-plan.ts';
import { peoplePlanOf } from '../centre/plan/people-plan.ts';
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
  /** From the answer to the beginning of work on the solution, and from the decision to conclude
   * to the release of the line, ms. */
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
  /** m0, ms: below this handling time hurrying makes the line longer; null where there is none. */
  readonly floorMs: number | null;
  /** The same of the calls of each type, who need more or less. */
  readonly floors: readonly TypeFloor[];
  /**
   * Of those whose matter is not resolved: the share who call again, and the least share that makes
   * hurrying defeat itself. There is a floor where the first is above the second.
   */
  readonly again: { readonly share: number; readonly least: number };
  /** Prices for each number of agents that the day knows, and which of them holds when. */
  readonly tables: readonly PriceTable[];
  readonly tableOfInterval: readonly number[];
}

/** Where hurrying calls of one type makes the line longer. */
export interface TypeFloor {
  readonly ms: number | null;
  readonly again: Advice['again'];
}

/** Where hurrying this call makes the line longer. */
export const floorOf = (advice: Advice, type: number): TypeFloor =>
  advice.floors[type] ?? { ms: advice.floorMs, again: advice.again };

/**
 * What holding a line one minute more costs the others, by how many customers are inside: those
 * among them whose after-call work is being done.
 */
export interface PriceTable {
  readonly agents: number;
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
  const staff = agentsByInterval(scenario);
  const levels = [...new Set(staff)].sort((a, b) => a - b);
  const floor = worthOfTime(scenario, arbitration, levels[0] ?? 1).floor;
  const ms = (minutes: number): number => Math.round(minutes * MINUTE_MS);
  return {
    policy: policy.name,
    masks: peoplePlanOf(scenario) !== null,
    openingMs: ms(Math.max(0, handling.fixedMin - handling.closingMin)),
    closingMs: ms(fixedMinOf(arbitration) - handling.fixedMin + handling.closingMin),
    curve: { ...resolution, tau: resolution.tauMin * MINUTE_MS },
    needs: scenario.types.map((type) => type.need?.mean ?? 1),
    values: scenario.types.map((type) => valueOf(type) / meanValue(scenario)),
    floorMs: floor.interior ? ms(floor.pace) : null,
    floors: floorsOf(scenario, arbitration).map(({ back, interior, pace, threshold }) => ({
      ms: interior ? ms(pace) : null,
      again: { share: back, least: rounded(threshold) },
    })),
    again: { share: returns.backProbability, least: rounded(floor.threshold) },
    tables: levels.map((agents) => tableOf(scenario, agents)),
    tableOfInterval: staff.map((agents) => levels.indexOf(agents)),
  };
}

function tableOf(scenario: Scenario, agents: number): PriceTable {
  const { arbitration } = scenario;
  if (arbitration === undefined) throw new Error('a price needs an arbitration');
  const { minute, prices } = worthOfTime(scenario, arbitration, agents);
  let from = 0;
  while (from < minute.price.length - 1 && (minute.price[from] as number) < FREE) from++;
  const cut = (values: Float64Array): number[] =>
    Array.from(values.subarray(from, from + LONGEST), rounded);
  return {
    agents,
    value: rounded(prices.worth.unresolved),
    from,
    price: cut(minute.price),
    waitedMin: cut(minute.waited),
    lost: cut(minute.abandoned),
  };
}
