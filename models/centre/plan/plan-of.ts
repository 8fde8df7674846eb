import { lengthened, Sampler } from '../../kernel/laws.ts';
import { AGENT_CHOICES, LINE_CHOICES } from '../../policies/routing.ts';
import { isLevel } from '../../scenario/by-interval.ts';
import { lawInMs } from '../../scenario/law-in-ms.ts';
import {
  type AgentGroup,
  type ContactType,
  desksOf,
  inInterval,
  intervalCount,
  type Law,
  type Scenario,
} from '../../scenario/scenario.ts';
import { stepsOf } from '../../scenario/steps.ts';
import { expectedCalls, momentPlans, sourcePlans, spellsOf, tracePlan } from './arrival-plan.ts';
import { peoplePlanOf } from './people-plan.ts';
import type { GroupPlan, LawsPlan, Plan, ReturnPlan, Served, ShiftPlan, TypePlan } from './plan.ts';
import { needSampler, patienceKinds, redialPlan, talkPlanOf, wrapUpLaw } from './talk-plan.ts';

const ms = (seconds: number): number => Math.round(seconds * 1_000);
const minutes = (min: number): number => Math.round(min * 60_000);
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
  const groups = groupPlans(scenario, typeAt);
  const types = scenario.types.map((type) => typePlan(type, scenario));
  const { spellMs, spells } = spellsOf(scenario);
  const sources = sourcePlans(scenario, spellMs);
  const calls = expectedCalls(sources) + (scenario.trace?.atS.length ?? 0);
  const lengthMs = minutes(day.lengthMin);
  return {
    lengthMs,
    intervalMs: minutes(day.intervalMin),
    cutAtClosing: day.closing === 'cut',
    busynessCv: scenario.arrivals.busynessCv,
    intervalCv: scenario.arrivals.intervalCv,
    spells,
    spellMs,
    talk: talkPlanOf(scenario),
    people: peoplePlanOf(scenario),
    types,
    groups,
    sources,
    trace: scenario.trace ? tracePlan(scenario.trace, types.length) : null,
    moments: momentPlans(scenario),
    agents: groups.reduce((sum, group) => sum + group.desks, 0),
    agentChoice: AGENT_CHOICES[routing.agents],
    lineChoice: LINE_CHOICES[routing.calls],
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

/** How many times as long as its law says: handling, after-call work, patience. */
type Factors = readonly [handling: number, wrapUp: number, patience: number];

function lawsPlan(type: ContactType, scenario: Scenario, factors: Factors): LawsPlan {
  const [handling, wrapUp, patience] = factors;
  const wrapUpSpec = wrapUpLaw(scenario, lawInMs(type.wrapUp));
  const patienceSpec = lengthened(lawInMs(type.patience), patience);
  return {
    handling: new Sampler(lengthened(lawInMs(type.handling), handling)),
    wrapUp: new Sampler(lengthened(wrapUpSpec, wrapUp)),
    patience: new Sampler(patienceSpec),
    patienceKinds: patienceKinds(patienceSpec, scenario.arbitration),
  };
}

/** The laws of calls that arrive in each interval (RULES A10); those that are alike are one. */
function lawsByInterval(type: ContactType, scenario: Scenario): LawsPlan[] | null {
  const { handlingFactor, patienceFactor, wrapUpFactor } = type;
  if (isLevel(handlingFactor, wrapUpFactor, patienceFactor)) return null;
  const made = new Map<string, LawsPlan>();
  return Array.from({ length: intervalCount(scenario) }, (_, i) => {
    const factors: Factors = [
      inInterval(handlingFactor, i),
      inInterval(wrapUpFactor, i),
      inInterval(patienceFactor, i),
    ];
    const key = factors.join(' ');
    const laws = made.get(key) ?? lawsPlan(type, scenario, factors);
    made.set(key, laws);
    return laws;
  });
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
  const own = wrapUpLaw(scenario, lawInMs(type.wrapUp));
  // Written out, not spread: what every call reads must stand in one object made at once.
  const { handling, patience, patienceKinds: kinds, wrapUp } = lawsPlan(type, scenario, [1, 1, 1]);
  return {
    handling,
    byInterval: lawsByInterval(type, scenario),
    need: needSampler(type, scenario.arbitration),
    wrapUp,
    hasWrapUp: !(own.law === 'deterministic' && own.value === 0),
    patience,
    patienceKinds: kinds,
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

function groupPlans(scenario: Scenario, typeAt: Map<string, number>): GroupPlan[] {
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
    first += desks;
    return {
      first: first - desks,
      desks,
      shifts: shiftPlans(group, scenario),
      shrinkage: group.shrinkage,
      absenceMs: minutes(group.absenceMin),
      speedCv: group.speedCv,
      speeds,
      lines,
      onlyLine: lines.length === 1 && lines[0]?.afterMs === 0 ? lines[0].line : -1,
      breaks,
    };
  });
}

const HALF_HOUR_MS = 1_800_000;

/** Who is scheduled, whatever the grain of the profile; a fraction is drawn anew each half-hour. */
function shiftPlans(group: AgentGroup, scenario: Scenario): ShiftPlan[] {
  const steps = stepsOf(group.staff, scenario);
  return steps.flatMap(({ fromMs, value: staff }, i) => {
    const from = Math.round(fromMs);
    const end = Math.round(steps[i + 1]?.fromMs ?? minutes(scenario.day.lengthMin));
    const shifts: ShiftPlan[] = [];
    for (let atMs = from; atMs < end; atMs = HALF_HOUR_MS * (1 + Math.floor(atMs / HALF_HOUR_MS))) {
      shifts.push({ atMs, staff, halfHour: Math.floor(atMs / HALF_HOUR_MS) });
      if (Number.isInteger(staff)) break;
    }
    return shifts;
  });
}
