import { type Duty, dutyByInterval } from '../centre/plan/duty.ts';
import {
  fixedMinOf,
  meanOfCalls,
  meanPatienceMin,
  workOf,
  worthOfTime,
} from '../centre/plan/pacing-plan.ts';
import { planOf } from '../centre/plan/plan-of.ts';
import { paceOf } from '../policies/pacing.ts';
import { clearingTime, type Forecast, fluidPrice } from '../policies/price-fluid.ts';
import { busyFor } from '../policies/worth.ts';
import type { Arbitration } from '../scenario/arbitration.ts';
import { expectedCalls } from '../scenario/cost.ts';
import { type ContactType, inInterval, type Scenario } from '../scenario/scenario.ts';

/** The price of a minute as the fluid sees it. */
export interface FluidNow {
  readonly by: 'fluid';
  /** Waiting-minute equivalents a minute. */
  readonly price: number;
  /** When nobody will wait any more, minutes from now. */
  readonly clearMin: number;
}

const MINUTE_MS = 60_000;

/**
 * The price of a minute for the hour's own rates and staff (MODEL 10.7 a), where the tables know
 * only the mean rate of the day: what a service put off costs all who come until the line is empty.
 * It knows nothing of chance: 0 while nobody waits, and too low while few do; its use is after an
 * incident and around a rush. Those who call again are taken to come in proportion to the first
 * calls of the hour; incidents of the scenario are left out: nobody foresees them. Null in a
 * classical centre.
 * @param at the instant, ms since opening
 * @param waiting calls in lines
 * @param agents at work now, those on a call included; later ones come and go by the plan
 */
export function fluidNow(
  scenario: Scenario,
  at: number,
  waiting: number,
  agents: number,
): FluidNow | null {
  const { arbitration } = scenario;
  if (arbitration === undefined) return null;
  const planned = dutyByInterval(scenario);
  const now = Math.min(Math.floor(at / MINUTE_MS / scenario.day.intervalMin), planned.length - 1);
  const duty = planned[now] as Duty;
  const { line, worth } = worthOfTime(scenario, arbitration, duty).prices;
  const firsts = Math.max(expectedCalls(scenario), 1e-6) / scenario.day.lengthMin;
  const again = line.rate / firsts;
  const rates = planned.map((_, i) => again * ratePerMin(scenario, i));
  const staff = planned.map((later) => Math.max(0, later.agents + agents - duty.agents));
  const forecast: Forecast = {
    interval: scenario.day.intervalMin,
    // After closing nobody comes.
    rates: [...rates, 0],
    agents: [...staff, staff.at(-1) ?? agents],
    handling: planned.map(({ speed }, i) =>
      handlingMin(scenario, arbitration, i, speed, { inside: agents + waiting, waiting }),
    ),
    patience: meanPatienceMin(scenario),
  };
  const nowMin = at / MINUTE_MS;
  return {
    by: 'fluid',
    price: fluidPrice(forecast, worth, waiting, nowMin),
    clearMin: clearingTime(forecast, waiting, nowMin),
  };
}

/** First calls a minute in this interval, mean. */
function ratePerMin(scenario: Scenario, i: number): number {
  const last = Math.ceil(scenario.day.lengthMin / scenario.day.intervalMin) - 1;
  const rate = ({ perHour, shape }: ContactType): number => {
    const from = inInterval(perHour, i);
    return shape === 'linear' ? (from + inInterval(perHour, Math.min(i + 1, last))) / 2 : from;
  };
  return scenario.types.reduce((sum, type) => sum + rate(type), 0) / 60;
}

/** How long a call takes an agent at the pace of the policy then, after-call work included. */
function handlingMin(
  scenario: Scenario,
  arbitration: Arbitration,
  interval: number,
  speed: number,
  seen: { readonly inside: number; readonly waiting: number },
): number {
  const pace = meanPaceMin(scenario, interval, seen);
  const work = workOf(scenario, arbitration, speed);
  if (arbitration.execution === 'exponential') return busyFor(work, pace);
  const fixed = fixedMinOf(arbitration);
  const need = meanOfCalls(scenario, (type) => type.need?.mean ?? 1);
  return busyFor(work, fixed + Math.max(0, pace - fixed) * need);
}

/** The pace of the policies now, each weighing by the desks that follow it, min. */
function meanPaceMin(
  scenario: Scenario,
  interval: number,
  seen: { readonly inside: number; readonly waiting: number },
): number {
  const { groups, talk } = planOf(scenario);
  if (talk === null) throw new Error('an arbitrated centre has a pace');
  let [sum, desks] = [0, 0];
  groups.forEach((group, g) => {
    const pacings = talk.policies[talk.policyOf[g]!]!.pacings;
    const pacing = pacings[Math.min(interval, pacings.length - 1)]!;
    sum += group.desks * paceOf(pacing, { ...seen, longestWaitMs: 0 });
    desks += group.desks;
  });
  return sum / desks / MINUTE_MS;
}
