import { expectedOfType } from '../../scenario/cost.ts';
import { inInterval, intervalCount, type Scenario } from '../../scenario/scenario.ts';

/** Who works in an interval, as prices see it: all groups together, no agent like no other. */
export interface Duty {
  /** Agents expected at work, at least one. */
  readonly agents: number;
  /**
   * Their mean speed. That of an agent is the speed at which their calls go by on average: over the
   * types the group serves, each weighing by its calls, the harmonic mean.
   */
  readonly speed: number;
  /** Do speeds differ, between agents or with what is asked? */
  readonly mixed: boolean;
}

type Group = Scenario['groups'][number];

/** Speeds are told apart to so many digits: each costs a table. */
const DIGITS = 3;

/** Agents of a group expected at work in an interval. */
const expectedOf = ({ shrinkage, staff }: Group, i: number): number =>
  inInterval(staff, i) * (1 - shrinkage);

/** How much of each speed there is among the calls that an agent of the group may take. */
function speedsOf(scenario: Scenario, group: Group): { speed: number; weight: number }[] {
  return group.skills.map((skill) => {
    const type = scenario.types.find(({ id }) => id === skill.type);
    const weight = 1e-9 + (type === undefined ? 0 : expectedOfType(type, scenario));
    return { speed: group.speed * skill.speed, weight };
  });
}

/** At which speed the calls of a group go by on average. */
function meanSpeed(speeds: readonly { speed: number; weight: number }[]): number {
  let [calls, time] = [0, 0];
  for (const { speed, weight } of speeds) {
    calls += weight;
    time += weight / speed;
  }
  return calls / time;
}

/**
 * Who is on duty in each interval. Speeds are those of groups and skills: what agents are faster or
 * slower by themselves has mean 1, and what a day makes of people (learning, fatigue, masks) is not
 * known when prices are worked out.
 */
export function dutyByInterval(scenario: Scenario): Duty[] {
  const groups = scenario.groups.map((group) => ({ group, speeds: speedsOf(scenario, group) }));
  return Array.from({ length: intervalCount(scenario) }, (_, i) => {
    const here = groups.filter(({ group }) => expectedOf(group, i) > 0);
    let [agents, work] = [0, 0];
    for (const { group, speeds } of here) {
      const expected = expectedOf(group, i);
      agents += expected;
      work += expected * meanSpeed(speeds);
    }
    const seen = new Set(here.flatMap(({ speeds }) => speeds.map(({ speed }) => speed)));
    return {
      agents: Math.max(1, Math.round(agents)),
      speed: agents > 0 ? told(work / agents) : 1,
      mixed: seen.size > 1 || here.some(({ group }) => group.speedCv > 0),
    };
  });
}

/** The day's mean speed, each interval weighing by who is at work. */
export function meanSpeedOf(scenario: Scenario): number {
  let [agents, work] = [0, 0];
  for (const duty of dutyByInterval(scenario)) {
    agents += duty.agents;
    work += duty.agents * duty.speed;
  }
  return told(work / agents);
}

const told = (speed: number): number => Number(speed.toPrecision(DIGITS));
