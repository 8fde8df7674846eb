import { type LeastLoad, leastLoad, resolutionOf } from '../../policies/paces.ts';
import { PACES } from '../../policies/paces-by-name.ts';
import type { Pacing } from '../../policies/pacing.ts';
import { type TimeWorth, timeWorth, type WorthAsk } from '../../policies/worth.ts';
import type { Arbitration } from '../../scenario/arbitration.ts';
import { expectedCalls, expectedOfType, meanS } from '../../scenario/cost.ts';
import {
  type ContactType,
  inInterval,
  intervalCount,
  type Scenario,
} from '../../scenario/scenario.ts';

/** A policy, made ready interval by interval (MODEL 11, P1 to P9). */

const MINUTE_MS = 60_000;
const ms = (minutes: number): number => Math.round(minutes * MINUTE_MS);
/** Prices need a mean patience: one who never gives up counts as this patient, min. */
const MOST_PATIENT = 240;

/** What a talk lasts even when nothing is solved, min: explained, and taken leave of. */
export const fixedMinOf = ({ handling }: Arbitration): number =>
  handling.fixedMin + handling.explainMin;

export interface Pacings {
  /** m0, or 0 where the policy keeps no floor. */
  readonly floorMin: number;
  readonly pacings: readonly Pacing[];
}

export function pacingsOf(scenario: Scenario, arbitration: Arbitration): Pacings {
  const { policy } = arbitration;
  const fixedMin = fixedMinOf(arbitration);
  const wrapUpMin = meanWrapUpMin(scenario);
  // Of the whole time of an agent: after-call work is part of what a call costs.
  const floor = leastLoad(
    resolutionOf(curveOf(arbitration)),
    fixedMin + wrapUpMin,
    arbitration.returns.backProbability,
    Math.max(policy.capMin, fixedMin + 0.01) + wrapUpMin,
  );
  const floorMin = policy.floor ? floor.pace - wrapUpMin : 0;
  const made = PACES[policy.name];
  if ('plain' in made) {
    const held = (paceMin: number): number => ms(Math.max(paceMin, floorMin));
    return { floorMin, pacings: [made.plain(policy, held)] };
  }
  const inMs = (paces: Float64Array): Float64Array => paces.map(ms);
  const pacings = agentsByInterval(scenario).map((agents) =>
    made.priced(worthOfTime(scenario, arbitration, agents), inMs),
  );
  return { floorMin, pacings };
}

/** Where hurrying a call defeats itself; minutes, after-call work left out. */
export interface Floor extends LeastLoad {
  /** Of those whose matter is not resolved, the share who call again. */
  readonly back: number;
}

/**
 * The same m0 for the calls of each type: what resolves a matter takes as long as callers of the
 * type need on average, and they call again as theirs do (MODEL 10.1, of one type).
 */
export function floorsOf(scenario: Scenario, arbitration: Arbitration): readonly Floor[] {
  const fixed = fixedMinOf(arbitration);
  const wrapUp = meanWrapUpMin(scenario);
  const curve = curveOf(arbitration);
  const span = Math.max(arbitration.policy.capMin - fixed, 0.01);
  return scenario.types.map(({ need, repeat }) => {
    const mean = need?.mean ?? 1;
    const back = repeat.probability > 0 ? repeat.probability : arbitration.returns.backProbability;
    const resolution = resolutionOf({ ...curve, tau: curve.tau * mean });
    const floor = leastLoad(resolution, fixed + wrapUp, back, fixed + wrapUp + span * mean);
    return { ...floor, pace: floor.pace - wrapUp, back };
  });
}

/** Agents expected at work in each interval, at least one. */
export function agentsByInterval(scenario: Scenario): number[] {
  return Array.from({ length: intervalCount(scenario) }, (_, i) => {
    const all = scenario.groups.reduce(
      (sum, group) => sum + inInterval(group.staff, i) * (1 - group.shrinkage),
      0,
    );
    return Math.max(1, Math.round(all));
  });
}

/** By scenario, policy and number of agents. */
const worths = new WeakMap<Scenario, Map<string, TimeWorth>>();

/** What time is worth with so many agents, at the mean rate of the day (MODEL 10.5, 15.2). */
export function worthOfTime(
  scenario: Scenario,
  arbitration: Arbitration,
  agents: number,
): TimeWorth {
  const known = worths.get(scenario) ?? new Map<string, TimeWorth>();
  worths.set(scenario, known);
  const { capMin, floor, horizonMin } = arbitration.policy;
  const asked = `${capMin} ${floor} ${horizonMin} ${agents}`;
  const found = known.get(asked) ?? timeWorth(worthAsk(scenario, arbitration, agents));
  known.set(asked, found);
  return found;
}

function worthAsk(scenario: Scenario, arbitration: Arbitration, agents: number): WorthAsk {
  const { cost, policy, returns } = arbitration;
  const fixed = fixedMinOf(arbitration);
  const value = meanValue(scenario);
  return {
    line: {
      rate: firstCallsPerMin(scenario),
      agents,
      patience: meanPatienceMin(scenario),
      redial: returns.redialProbability,
      back: returns.backProbability,
    },
    harms: {
      wait: value * cost.wait,
      abandoned: value * cost.abandon,
      unresolved: value * cost.unresolved,
      lost: value * cost.lost,
    },
    resolution: resolutionOf(curveOf(arbitration)),
    fixed,
    wrapUp: meanWrapUpMin(scenario),
    cap: Math.max(policy.capMin, fixed + 0.01),
    horizon: policy.horizonMin,
    keepFloor: policy.floor,
  };
}

const curveOf = ({ resolution }: Arbitration) => ({ ...resolution, tau: resolution.tauMin });

/** Mean number of first calls a minute over the day. */
const firstCallsPerMin = (scenario: Scenario): number =>
  Math.max(expectedCalls(scenario), 1e-6) / scenario.day.lengthMin;

/** Mean patience, min. */
const meanPatienceMin = (scenario: Scenario): number =>
  meanOfCalls(scenario, ({ patience }) => Math.min(meanS(patience) / 60, MOST_PATIENT));

/** What harm to a caller of the type weighs (MODEL 1.5). */
export const valueOf = ({ need }: ContactType): number => need?.value ?? 1;

/** The same of whoever may call: tables do not know who it will be. Where nobody counts, all do. */
export const meanValue = (scenario: Scenario): number => meanOfCalls(scenario, valueOf) || 1;

/** Mean after-call work, min. */
export function meanWrapUpMin(scenario: Scenario): number {
  const own = scenario.arbitration?.handling.wrapUpMin ?? 0;
  return meanOfCalls(scenario, ({ wrapUp }) => meanS(wrapUp) / 60 || own);
}

/** The mean of a number of each type, weighed by its calls. */
export function meanOfCalls(scenario: Scenario, of: (type: ContactType) => number): number {
  let [sum, weights] = [0, 0];
  for (const type of scenario.types) {
    const weight = 1e-9 + expectedOfType(type, scenario);
    sum += weight * of(type);
    weights += weight;
  }
  return sum / weights;
}
