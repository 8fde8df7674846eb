import { type LeastLoad, resolutionOf } from '../../policies/paces.ts';
import { PACES } from '../../policies/paces-by-name.ts';
import type { Pacing } from '../../policies/pacing.ts';
import type { Harms, ReturningLine } from '../../policies/price-returns.ts';
import { leastTalk, type TimeWorth, timeWorth, type Work } from '../../policies/worth.ts';
import type { Arbitration } from '../../scenario/arbitration.ts';
import { meanFactor } from '../../scenario/by-interval.ts';
import { endingOf, expectedCalls, expectedOfType, meanS } from '../../scenario/cost.ts';
import type { ContactType, Scenario } from '../../scenario/scenario.ts';
import { type Duty, dutyByInterval, meanSpeedOf } from './duty.ts';

/** A policy, made ready interval by interval (MODEL 11, P1 to P9). */

const MINUTE_MS = 60_000;
const ms = (minutes: number): number => Math.round(minutes * MINUTE_MS);
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
  const floor = floorOf(scenario, arbitration);
  const floorMin = policy.floor ? floor.pace : 0;
  const made = PACES[policy.name];
  if ('plain' in made) {
    const held = (paceMin: number): number => ms(Math.max(paceMin, floorMin));
    return { floorMin, pacings: [made.plain(policy, held)] };
  }
  const inMs = (paces: Float64Array): Float64Array => paces.map(ms);
  const pacings = dutyByInterval(scenario).map((duty) =>
    made.priced(worthOfTime(scenario, arbitration, duty), inMs),
  );
  return { floorMin, pacings };
}

/** m0 at the mean speed of the day, said of a talk at speed 1. */
export const floorOf = (scenario: Scenario, arbitration: Arbitration): LeastLoad =>
  leastTalk(
    workOf(scenario, arbitration, meanSpeedOf(scenario)),
    arbitration.returns.backProbability,
  );

/** Where hurrying a call defeats itself, in minutes of talk at speed 1. */
export interface Floor extends LeastLoad {
  /** Of those whose matter is not resolved, the share who call again. */
  readonly back: number;
}

/**
 * The same m0 for the calls of each type: what resolves a matter takes as long as callers of the
 * type need on average, and they call again as theirs do (MODEL 10.1, of one type).
 */
export function floorsOf(scenario: Scenario, arbitration: Arbitration): readonly Floor[] {
  const work = workOf(scenario, arbitration, meanSpeedOf(scenario));
  const curve = curveOf(arbitration);
  return scenario.types.map(({ need, repeat }) => {
    const mean = need?.mean ?? 1;
    const back = repeat.probability > 0 ? repeat.probability : arbitration.returns.backProbability;
    const resolution = resolutionOf({ ...curve, tau: curve.tau * mean });
    const cap = work.fixed + (work.cap - work.fixed) * mean;
    return { ...leastTalk({ ...work, resolution, cap }, back), back };
  });
}

/** By scenario, policy, number of agents and speed. */
const worths = new WeakMap<Scenario, Map<string, TimeWorth>>();

/** What time is worth with these on duty, at the mean rate of the day (MODEL 10.5, 15.2). */
export function worthOfTime(
  scenario: Scenario,
  arbitration: Arbitration,
  { agents, speed }: Pick<Duty, 'agents' | 'speed'>,
): TimeWorth {
  const known = worths.get(scenario) ?? new Map<string, TimeWorth>();
  worths.set(scenario, known);
  const { capMin, floor, horizonMin } = arbitration.policy;
  const asked = `${capMin} ${floor} ${horizonMin} ${agents} ${speed}`;
  const found =
    known.get(asked) ??
    timeWorth({
      ...workOf(scenario, arbitration, speed),
      line: lineOf(scenario, arbitration, agents),
      restOfDay: scenario.day.lengthMin / 2,
      harms: harmsOf(scenario, arbitration),
      horizon: horizonMin,
      keepFloor: floor,
    });
  known.set(asked, found);
  return found;
}

/** How long talks keep an agent of this speed busy. */
export function workOf(scenario: Scenario, arbitration: Arbitration, speed: number): Work {
  const { execution, handling, policy } = arbitration;
  const fixed = fixedMinOf(arbitration);
  return {
    resolution: resolutionOf(curveOf(arbitration)),
    fixed,
    closing: execution === 'exponential' ? 0 : handling.closingMin + handling.explainMin,
    wrapUp: meanWrapUpMin(scenario),
    speed,
    cap: Math.max(policy.capMin, fixed + 0.01),
  };
}

const lineOf = (scenario: Scenario, { returns }: Arbitration, agents: number): ReturningLine => ({
  rate: firstCallsPerMin(scenario),
  agents,
  patience: meanPatienceMin(scenario),
  redial: returns.redialProbability,
  back: returns.backProbability,
});

function harmsOf(scenario: Scenario, { cost }: Arbitration): Harms {
  const value = meanValue(scenario);
  return {
    wait: value * cost.wait,
    abandoned: value * cost.abandon,
    unresolved: value * cost.unresolved,
    lost: value * cost.lost,
  };
}

const curveOf = ({ resolution }: Arbitration) => ({ ...resolution, tau: resolution.tauMin });

/** Mean number of first calls a minute over the day. */
const firstCallsPerMin = (scenario: Scenario): number =>
  Math.max(expectedCalls(scenario), 1e-6) / scenario.day.lengthMin;

/**
 * Mean patience, min; Infinity where nobody ever gives up. Where some never do, that of the others
 * over their share: as if all were alike, and as many gave up in a minute.
 */
function meanPatienceMin(scenario: Scenario): number {
  const share = meanOfCalls(scenario, ({ patience }) => endingOf(patience).share);
  if (share === 0) return Infinity;
  const minutes = ({ patience, patienceFactor }: ContactType, t: number): number =>
    (endingOf(patience).meanS / 60) * meanFactor(scenario, t, patienceFactor);
  return meanOfCalls(scenario, minutes) / share / share;
}

/** What harm to a caller of the type weighs (MODEL 1.5). */
export const valueOf = ({ need }: ContactType): number => need?.value ?? 1;

/** The same of whoever may call: tables do not know who it will be. Where nobody counts, all do. */
export const meanValue = (scenario: Scenario): number => meanOfCalls(scenario, valueOf) || 1;

/** Mean after-call work, min. */
function meanWrapUpMin(scenario: Scenario): number {
  const own = scenario.arbitration?.handling.wrapUpMin ?? 0;
  return meanOfCalls(
    scenario,
    ({ wrapUp, wrapUpFactor }, t) =>
      (meanS(wrapUp) / 60 || own) * meanFactor(scenario, t, wrapUpFactor),
  );
}

/** The mean of a number of each type, weighed by its calls. */
function meanOfCalls(scenario: Scenario, of: (type: ContactType, t: number) => number): number {
  let [sum, weights] = [0, 0];
  for (const [t, type] of scenario.types.entries()) {
    const weight = 1e-9 + expectedOfType(type, scenario);
    sum += weight * of(type, t);
    weights += weight;
  }
  return sum / weights;
}
