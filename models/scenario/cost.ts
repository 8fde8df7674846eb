import { type Problem, problem } from '../words/problem.ts';
import { type ContactType, desksOf, type Law, type Scenario } from './scenario.ts';
import { slopesOf, stepsOf } from './steps.ts';
import { volumeOf } from './volume.ts';

/**
 * What a scenario costs to simulate, estimated before anything starts: a file of a few lines may
 * ask for years of work. The estimate is a bound from the rates, not a forecast: it ignores that a
 * full centre slows its own returns.
 */

/** Contacts and agent movements in one day. */
export const MAX_DAY_EVENTS = 5e6;
/** The same over all replications of a study. */
export const MAX_STUDY_EVENTS = 2e9;

/** Mean of a law, seconds; Infinity where it may never end. */
export function meanS(law: Law): number {
  const given = 'zero' in law ? (law.zero ?? 0) : 0;
  return (1 - given) * meanAboveZero(law);
}

/** The share of values that end, and the mean of the law where the others count as 0, seconds. */
export function endingOf(law: Law): { readonly share: number; readonly meanS: number } {
  if (law.law === 'infinite') return { share: 0, meanS: 0 };
  if (law.law !== 'empirical' || law.tailMeanS !== undefined)
    return { share: 1, meanS: meanS(law) };
  const last = Math.max(0, ...law.cumulative);
  const mean = empiricalMean(law.valuesS, law.cumulative, 0);
  const never = (1 - last) * Math.max(0, ...law.valuesS);
  const given = law.zero ?? 0;
  return { share: given + (1 - given) * last, meanS: (1 - given) * (mean - never) };
}

function meanAboveZero(law: Law): number {
  switch (law.law) {
    case 'infinite':
      return Infinity;
    case 'deterministic':
      return law.valueS;
    case 'uniform':
      return (law.minS + law.maxS) / 2;
    case 'hyperexponential':
      return law.phases.reduce((sum, phase) => sum + phase.share * phase.meanS, 0);
    case 'empirical':
      return empiricalMean(law.valuesS, law.cumulative, law.tailMeanS);
    default:
      return law.meanS;
  }
}

function empiricalMean(
  values: readonly number[],
  cumulative: readonly number[],
  tailMeanS: number | undefined,
): number {
  let mean = 0;
  let last = 0;
  let reached = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    const upTo = cumulative[i] ?? 1;
    mean += (upTo - reached) * ((last + value) / 2);
    last = value;
    reached = upTo;
  }
  if (reached >= 1) return mean;
  return tailMeanS === undefined ? Infinity : mean + (1 - reached) * (last + tailMeanS);
}

/** Calls the rates bring in a day, mean, without returns, bursts included. */
export function expectedOfType(type: ContactType, scenario: Scenario): number {
  const { lengthMin } = scenario.day;
  let calls = 0;
  for (const { startMs, endMs, from, to } of slopesOf(type, scenario))
    calls += ((from + to) / 2) * ((endMs - startMs) / 3_600_000);
  for (const burst of type.bursts)
    calls += burst.calls * Math.min(1, Math.max(0, lengthMin - burst.atMin) / burst.lengthMin);
  return calls;
}

/** First calls of a day: the mean of the rates, and the calls of the trace. */
export const expectedCalls = (scenario: Scenario): number =>
  scenario.types.reduce((sum, type) => sum + expectedOfType(type, scenario), 0) +
  tracedCalls(scenario).reduce((sum, calls) => sum + calls, 0);

/** Calls that the trace brings in a day, mean, by type. */
function tracedCalls({ trace, types }: Scenario): number[] {
  const calls = new Array<number>(types.length).fill(0);
  for (const type of trace?.type ?? [])
    calls[type] = (calls[type] ?? 0) + volumeOf(trace?.volume, type);
  return calls;
}

/** A way to call again: how likely, and how long one round of it takes. */
interface Way {
  readonly chance: number;
  readonly cycleS: number;
}

/** Of callers whose talks are arbitrated: a quick contact resolves about this share of the most. */
const QUICK = 0.25;

/** Ways that the arbitration brings; a contact in vain is as likely as under a hurried pace. */
function arbitratedWays({ arbitration }: Scenario): Way[] {
  if (arbitration === undefined) return [];
  const { handling, resolution, returns } = arbitration;
  const talkS = 60 * handling.fixedMin;
  const inVain = 1 - QUICK * resolution.max;
  return [
    { chance: returns.redialProbability * 0.75, cycleS: 60 * returns.redialDelayMin },
    { chance: returns.backProbability * inVain, cycleS: 60 * returns.backDelayMin + talkS },
    { chance: returns.nextProbability, cycleS: 60 * returns.backDelayMin + talkS },
  ];
}

/** Mean attempts of one caller: 1 / (1 - p), or as many as fit in the day where p nears 1. */
function attempts(type: ContactType, scenario: Scenario): number {
  const { lengthMin } = scenario.day;
  const handlingS = meanS(type.handling) * Math.min(...[type.handlingFactor].flat());
  const returns = [
    { chance: type.redial.probability, cycleS: meanS(type.redial.delay) },
    { chance: type.retry.probability, cycleS: meanS(type.retry.delay) },
    { chance: type.repeat.probability, cycleS: meanS(type.repeat.delay) + handlingS },
    ...arbitratedWays(scenario),
  ].filter(({ chance }) => chance > 0);
  if (returns.length === 0) return 1;
  const chance = Math.max(...returns.map((way) => way.chance));
  const cycleS = Math.min(...returns.map((way) => way.cycleS));
  const fitting = cycleS > 0 ? 1 + (lengthMin * 60) / cycleS : Infinity;
  return Math.min(chance < 1 ? 1 / (1 - chance) : Infinity, fitting);
}

/** Comings and goings of the agents in a day. */
function movements(scenario: Scenario): number {
  let sum = 0;
  for (const group of scenario.groups) {
    const steps = stepsOf(group.staff, scenario);
    const halfHours = steps.every(({ value }) => Number.isInteger(value))
      ? 0
      : scenario.day.lengthMin / 30;
    const absences = (group.shrinkage * scenario.day.lengthMin) / group.absenceMin;
    const moves = 1 + steps.length + halfHours + 2 * absences;
    sum +=
      desksOf(group) * moves + group.breaks.reduce((total, pause) => total + 2 * pause.agents, 0);
  }
  return sum;
}

/** Expected events of one day, and the type that brings most of them. */
export function dayCost(scenario: Scenario): { events: number; type: number } {
  const ofTrace = tracedCalls(scenario);
  let events = movements(scenario);
  let most = -1;
  let busiest = 0;
  scenario.types.forEach((type, i) => {
    const contacts =
      (expectedOfType(type, scenario) + (ofTrace[i] ?? 0)) * attempts(type, scenario);
    if (contacts > most) {
      most = contacts;
      busiest = i;
    }
    events += contacts;
  });
  return { events, type: busiest };
}

/** 12 345 678, or 1.2e+30 where nobody counts any more. */
function grouped(x: number): string {
  if (x === Infinity) return '∞';
  return x < 1e15 ? String(Math.round(x)).replace(/\B(?=(\d{3})+$)/g, ' ') : x.toPrecision(2);
}

/** Why one day of this scenario is too much, or null. */
export function tooCostly(scenario: Scenario): Problem | null {
  const { events, type } = dayCost(scenario);
  if (events <= MAX_DAY_EVENTS) return null;
  const limit = grouped(MAX_DAY_EVENTS);
  return problem(
    'E_COST',
    `types.${type}`,
    `Cette journée ferait environ ${grouped(events)} événements ; la limite est ${limit} : baissez perHour, les nouveaux appels ou la durée du jour.`,
    `This day would make about ${grouped(events)} events; the limit is ${limit}: lower perHour, the repeat calls or the length of the day.`,
  );
}

/** Why so many days of this scenario are too much, or null. */
export function studyTooCostly(scenario: Scenario, replications: number): Problem | null {
  const events = dayCost(scenario).events * replications;
  if (events <= MAX_STUDY_EVENTS) return null;
  const most = Math.max(1, Math.floor(MAX_STUDY_EVENTS / dayCost(scenario).events));
  return problem(
    'E_COST',
    'replications',
    `Cette étude ferait environ ${grouped(events)} événements ; demandez au plus ${grouped(most)} répétitions.`,
    `This study would make about ${grouped(events)} events; ask for at most ${grouped(most)} replications.`,
  );
}
