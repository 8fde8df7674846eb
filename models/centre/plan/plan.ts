import { check } from '../../kernel/check.ts';
import { type LawSpec, Sampler } from '../../kernel/laws.ts';
import type { PatienceKinds } from '../../policies/patience-kinds.ts';
import {
  type ContactType,
  desksOf,
  inInterval,
  intervalCount,
  type Law,
  MAX_TYPES,
  type Scenario,
  type Trace,
} from '../../scenario/scenario.ts';
import { type PeoplePlan, peoplePlanOf } from './people-plan.ts';
import {
  needSampler,
  patienceKinds,
  redialPlan,
  type TalkPlan,
  talkPlanOf,
  wrapUpLaw,
} from './talk-plan.ts';

/**
 * A scenario made ready to run: laws as samplers, minutes and seconds as milliseconds, names as
 * positions. Made once for a scenario and shared by all its days (nothing in it changes).
 */
export interface Plan {
  readonly lengthMs: number;
  readonly intervalMs: number;
  readonly intervals: number;
  readonly cutAtClosing: boolean;
  readonly busynessCv: number;
  readonly intervalCv: number;
  /** Null in a classical world. */
  readonly talk: TalkPlan | null;
  /** Null where agents and callers are all alike. */
  readonly people: PeoplePlan | null;
  readonly types: readonly TypePlan[];
  readonly groups: readonly GroupPlan[];
  readonly sources: readonly SourcePlan[];
  readonly trace: TracePlan | null;
  readonly agents: number;
  readonly agentChoice: 'longestIdle' | 'skillPriority' | 'random';
  readonly bySkill: boolean;
  readonly waitingPlaces: number;
  readonly trunks: number;
  readonly ringMs: number;
  /*
   * What a common scenario has not is false here: V8 tells what is false in two instructions, and
   * needs nine to be sure of what is true.
   */
  /** A trace, or sentences: an arrival is more than its numbers. */
  readonly storied: boolean;
  /** A trace, or an agent who does not work at speed 1 on every type. */
  readonly uneven: boolean;
  /** A guess of the mean time between events, for the calendar. */
  readonly gapMs: number;
}

export interface ReturnPlan {
  readonly probability: number;
  readonly delay: Sampler;
}

export interface TypePlan {
  readonly handling: Sampler;
  /** What the caller needs, 1 being usual; asked for only where talks are arbitrated. */
  readonly need: Sampler;
  readonly wrapUp: Sampler;
  /** False when after-call work is always 0, so that nothing is drawn for it. */
  readonly hasWrapUp: boolean;
  readonly patience: Sampler;
  /** The same by kinds of callers, with the messages that are played meanwhile. */
  readonly patienceKinds: PatienceKinds;
  readonly endless: boolean;
  readonly headStartMs: number;
  /** True when a caller comes back with the need and the patience of the first attempt. */
  readonly sameOnReturn: boolean;
  readonly sentences: number;
  readonly redial: ReturnPlan;
  readonly retry: ReturnPlan;
  readonly repeat: ReturnPlan;
  /** Who may handle it, in scenario order. */
  readonly servers: readonly Server[];
  /** The group to ask for its agent idle the longest, where no policy has a choice; else -1. */
  readonly onlyGroup: number;
  /** Overflow delays of its servers, increasing, without 0. */
  readonly overflowsMs: readonly number[];
}

/** A group as seen by a type. */
export interface Server {
  readonly group: number;
  readonly priority: number;
  readonly afterMs: number;
}

/** A line of waiting calls as seen by a group: a type's, or the group's own for transfers. */
export interface Served {
  readonly line: number;
  readonly priority: number;
  readonly afterMs: number;
  readonly headStartMs: number;
}

export interface GroupPlan {
  readonly first: number;
  readonly desks: number;
  /** Scheduled agents in each interval. */
  readonly staff: Float64Array;
  readonly shrinkage: number;
  readonly speedCv: number;
  /** Speed on each type. */
  readonly speeds: Float64Array;
  readonly lines: readonly Served[];
  /** The line to take the first call of, where no policy has a choice; else -1. */
  readonly onlyLine: number;
  readonly breaks: readonly BreakPlan[];
}

export interface BreakPlan {
  readonly atMs: number;
  readonly lengthMs: number;
  /** Agents of the group, by position, that take it. */
  readonly takers: readonly number[];
}

/**
 * A person's number is that of their call in its source, times SOURCE_IDS, plus the source's own: a
 * type's position, or one of those kept for bursts. So a burst more changes nobody else's luck.
 */
export const SOURCE_IDS = 256;
export const TRACE_ID = SOURCE_IDS - 1;

/** Arrivals of one type: rates per millisecond over slices of time. */
export interface SourcePlan {
  readonly id: number;
  readonly type: number;
  /** Slice i runs from edges[i] to edges[i + 1]. */
  readonly edges: Float64Array;
  /** Rate at the beginning and the end of each slice. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Bursts do not follow the day's busyness. */
  readonly busy: boolean;
}

export interface TracePlan {
  readonly at: Float64Array;
  readonly type: Int32Array;
  /** Milliseconds, or -1 when not known. */
  readonly handling: Float64Array;
  readonly patience: Float64Array;
  readonly waited: Float64Array;
  /** Row of the same person's first call. */
  readonly person: Int32Array;
  /** How many calls of the same person came before. */
  readonly attempt: Int32Array;
}

const ms = (seconds: number): number => Math.round(seconds * 1_000);
const minutes = (min: number): number => Math.round(min * 60_000);

/** The law of the scenario (seconds) as the kernel takes it (milliseconds). */
export function lawInMs(law: Law): LawSpec {
  switch (law.law) {
    case 'infinite':
      return { law: 'infinite' };
    case 'deterministic':
      return { law: law.law, value: law.valueS * 1_000, zero: law.zero };
    case 'exponential':
      return { law: law.law, mean: law.meanS * 1_000, zero: law.zero };
    case 'uniform':
      return { law: law.law, min: law.minS * 1_000, max: law.maxS * 1_000, zero: law.zero };
    case 'gamma':
    case 'lognormal':
      return { law: law.law, mean: law.meanS * 1_000, cv: law.cv, zero: law.zero };
    case 'weibull':
      return { law: law.law, mean: law.meanS * 1_000, shape: law.shape, zero: law.zero };
    case 'hyperexponential':
      return {
        law: law.law,
        phases: law.phases.map((phase) => ({ share: phase.share, mean: phase.meanS * 1_000 })),
        zero: law.zero,
      };
    case 'empirical':
      return {
        law: law.law,
        values: law.valuesS.map((value) => value * 1_000),
        cumulative: law.cumulative,
        tailMean: law.tailMeanS === undefined ? undefined : law.tailMeanS * 1_000,
        zero: law.zero,
      };
  }
}

const sampler = (law: Law): Sampler => new Sampler(lawInMs(law));

const plans = new WeakMap<Scenario, Plan>();

/** The plan of a scenario; made at the first call. The scenario must not change afterwards. */
export function planOf(scenario: Scenario): Plan {
  let plan = plans.get(scenario);
  if (!plan) {
    plan = makePlan(scenario);
    plans.set(scenario, plan);
  }
  return plan;
}

function makePlan(scenario: Scenario): Plan {
  const { day, routing, lines } = scenario;
  const typeAt = new Map(scenario.types.map((type, i) => [type.id, i]));
  const intervals = intervalCount(scenario);
  const groups = groupPlans(scenario, typeAt, intervals);
  const types = scenario.types.map((type) => typePlan(type, scenario));
  const sources = sourcePlans(scenario, intervals);
  const calls = expectedCalls(sources) + (scenario.trace?.atS.length ?? 0);
  const lengthMs = minutes(day.lengthMin);
  return {
    lengthMs,
    intervalMs: minutes(day.intervalMin),
    intervals,
    cutAtClosing: day.closing === 'cut',
    busynessCv: scenario.arrivals.busynessCv,
    intervalCv: scenario.arrivals.intervalCv,
    talk: talkPlanOf(scenario),
    people: peoplePlanOf(scenario),
    types,
    groups,
    sources,
    trace: scenario.trace ? tracePlan(scenario.trace) : null,
    agents: groups.reduce((sum, group) => sum + group.desks, 0),
    agentChoice: routing.agents,
    bySkill: routing.calls === 'skillPriority',
    waitingPlaces: lines.waitingPlaces ?? Infinity,
    trunks: lines.trunks ?? Infinity,
    ringMs: ms(scenario.desk.ringS),
    storied: scenario.trace !== undefined || scenario.types.some((type) => type.says.length > 0),
    uneven:
      scenario.trace !== undefined ||
      groups.some((group) => group.speedCv > 0 || group.speeds.some((v) => v !== 1)),
    gapMs: lengthMs / (1 + calls),
  };
}

function typePlan(type: ContactType, scenario: Scenario): TypePlan {
  const servers = scenario.groups.flatMap((group, g) =>
    group.skills
      .filter((skill) => skill.type === type.id)
      .map((skill) => ({ group: g, priority: skill.priority, afterMs: ms(skill.afterS) })),
  );
  const overflows = new Set(servers.map((server) => server.afterMs).filter((after) => after > 0));
  const back = (r: ContactType['redial']): ReturnPlan => ({
    probability: r.probability,
    delay: sampler(r.delay),
  });
  const patience = sampler(type.patience);
  const wrapUp = wrapUpLaw(scenario, lawInMs(type.wrapUp));
  return {
    handling: sampler(type.handling),
    need: needSampler(type, scenario.arbitration),
    wrapUp: new Sampler(wrapUp),
    hasWrapUp: !(wrapUp.law === 'deterministic' && wrapUp.value === 0),
    patience,
    patienceKinds: patienceKinds(lawInMs(type.patience), scenario.arbitration),
    // Whoever is told a wait may hang up at once, and messages make some give up (MODEL 3.2, 3.3).
    endless: type.patience.law === 'infinite' && scenario.arbitration?.announce === undefined,
    headStartMs: ms(type.headStartS),
    sameOnReturn: type.onReturn === 'same',
    sentences: type.says.length,
    redial: redialPlan(type, scenario, back(type.redial)),
    retry: back(type.retry),
    repeat: back(type.repeat),
    servers,
    onlyGroup:
      servers.length === 1 && servers[0]?.afterMs === 0 && scenario.routing.agents !== 'random'
        ? servers[0].group
        : -1,
    overflowsMs: [...overflows].sort((x, y) => x - y),
  };
}

function groupPlans(
  scenario: Scenario,
  typeAt: Map<string, number>,
  intervals: number,
): GroupPlan[] {
  const types = scenario.types.length;
  let first = 0;
  return scenario.groups.map((group) => {
    const desks = desksOf(group);
    const speeds = new Float64Array(types).fill(group.speed);
    const lines = group.skills.map((skill): Served => {
      const type = typeAt.get(skill.type) ?? -1;
      speeds[type] = group.speed * skill.speed;
      const headStartMs = ms(scenario.types[type]?.headStartS ?? 0);
      return { line: type, priority: skill.priority, afterMs: ms(skill.afterS), headStartMs };
    });
    let next = 0;
    const breaks = group.breaks.map((pause) => ({
      atMs: minutes(pause.atMin),
      lengthMs: minutes(pause.lengthMin),
      takers: Array.from({ length: Math.min(pause.agents, desks) }, () => next++ % desks),
    }));
    const staff = Float64Array.from({ length: intervals }, (_, i) => inInterval(group.staff, i));
    first += desks;
    return {
      first: first - desks,
      desks,
      staff,
      shrinkage: group.shrinkage,
      speedCv: group.speedCv,
      speeds,
      lines,
      onlyLine: lines.length === 1 && lines[0]?.afterMs === 0 ? lines[0].line : -1,
      breaks,
    };
  });
}

function sourcePlans(scenario: Scenario, intervals: number): SourcePlan[] {
  const own = scenario.types.map((type, t) => rateSource(type, t, scenario, intervals));
  const bursts = scenario.types.flatMap((type, t) =>
    type.bursts.filter((burst) => burst.calls > 0).map((burst) => burstSource(burst, t)),
  );
  check(MAX_TYPES + bursts.length <= TRACE_ID, `too many bursts: ${bursts.length}`);
  const numbered = bursts.map((burst, i) => ({ ...burst, id: MAX_TYPES + i }));
  return [...own.filter((source) => source.from.some((rate) => rate > 0)), ...numbered];
}

function rateSource(
  type: ContactType,
  t: number,
  scenario: Scenario,
  intervals: number,
): SourcePlan {
  const end = scenario.day.lengthMin * 60_000;
  const width = scenario.day.intervalMin * 60_000;
  const rate = (i: number): number => inInterval(type.perHour, i) / 3_600_000;
  const edges = Float64Array.from({ length: intervals + 1 }, (_, i) => Math.min(i * width, end));
  const from = Float64Array.from({ length: intervals }, (_, i) => rate(i));
  const linear = type.shape === 'linear';
  const to = Float64Array.from({ length: intervals }, (_, i) =>
    rate(linear ? Math.min(i + 1, intervals - 1) : i),
  );
  return { id: t, type: t, edges, from, to, busy: true };
}

function burstSource(burst: ContactType['bursts'][number], t: number): SourcePlan {
  const start = burst.atMin * 60_000;
  const stop = start + burst.lengthMin * 60_000;
  const rate = Float64Array.of(burst.calls / (burst.lengthMin * 60_000));
  return { id: 0, type: t, edges: Float64Array.of(start, stop), from: rate, to: rate, busy: false };
}

function expectedCalls(sources: readonly SourcePlan[]): number {
  let sum = 0;
  for (const { edges, from, to } of sources)
    for (let i = 0; i < from.length; i++)
      sum +=
        (((edges[i + 1] as number) - (edges[i] as number)) *
          ((from[i] as number) + (to[i] as number))) /
        2;
  return sum;
}

function tracePlan(trace: Trace): TracePlan {
  const n = trace.atS.length;
  const column = (values: readonly (number | null)[] | undefined): Float64Array =>
    Float64Array.from({ length: n }, (_, i) => {
      const value = values?.[i];
      return value === null || value === undefined ? -1 : ms(value);
    });
  const person = Int32Array.from({ length: n }, (_, i) => i);
  const attempt = new Int32Array(n);
  const seen = new Map<number, { row: number; calls: number }>();
  trace.caller?.forEach((caller, i) => {
    if (caller === null) return;
    const known = seen.get(caller);
    if (!known) {
      seen.set(caller, { row: i, calls: 1 });
      return;
    }
    person[i] = known.row;
    attempt[i] = known.calls++;
  });
  return {
    at: Float64Array.from(trace.atS, ms),
    type: Int32Array.from(trace.type),
    handling: column(trace.handlingS),
    patience: column(trace.patienceS),
    waited: column(trace.waitedS),
    person,
    attempt,
  };
}
