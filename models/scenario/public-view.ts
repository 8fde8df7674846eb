import type { GesturesShown, PolicyShown, PublicView } from '../words/public-view.ts';
import type { Arbitration } from './arbitration.ts';
import { leftOut } from './arbitration-gestures.ts';
import { saysOf } from './fields.ts';
import { peopleOf } from './people.ts';
import { type AgentGroup, desksOf, type Scenario } from './scenario.ts';

type Gestures = NonNullable<Arbitration['gestures']>;

const clock = (hhmm: string): number => {
  const [hours = 0, minutes = 0] = hhmm.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
};

function policyShown({ arbitration }: Scenario, { policy }: AgentGroup): PolicyShown | null {
  if (arbitration === undefined) return null;
  return { ...(policy ?? arbitration.policy), own: policy !== undefined };
}

const gesturesShown = (gestures: Gestures): GesturesShown => ({
  scene: gestures.scene,
  chapter: gestures.chapter ?? null,
  without: leftOut(gestures),
  causes: gestures.cord?.causes ?? 0,
});

function arbitrationShown(scenario: Scenario): PublicView['arbitration'] {
  const { arbitration } = scenario;
  if (arbitration === undefined) return null;
  const { execution, gestures, people } = arbitration;
  return {
    ...{ execution, people: peopleOf(scenario), withoutPeople: people === false },
    gestures: gestures === undefined ? null : gesturesShown(gestures),
  };
}

/** The public part of a scenario (words/public-view.ts). */
export function publicViewOf(scenario: Scenario): PublicView {
  const typeAt = new Map(scenario.types.map((type, i) => [type.id, i]));
  let first = 0;
  const groups = scenario.groups.map((group) => {
    const desks = desksOf(group);
    first += desks;
    const types = group.skills.map((skill) => typeAt.get(skill.type) ?? -1);
    const policy = policyShown(scenario, group);
    return { id: group.id, name: saysOf(group.name), first: first - desks, desks, types, policy };
  });
  return {
    name: saysOf(scenario.name),
    about: saysOf(scenario.about),
    source: saysOf(scenario.source),
    opensAtMs: clock(scenario.day.opensAt),
    lengthMs: Math.round(scenario.day.lengthMin * 60_000),
    intervalMs: Math.round(scenario.day.intervalMin * 60_000),
    types: scenario.types.map((type) => ({
      id: type.id,
      name: saysOf(type.name),
      says: type.says.map(saysOf),
    })),
    groups,
    arbitration: arbitrationShown(scenario),
    targetMs: Math.round(scenario.serviceLevel.targetS * 1_000),
    shortAbandonMs: Math.round(scenario.serviceLevel.shortAbandonS * 1_000),
    ringMs: Math.round(scenario.desk.ringS * 1_000),
  };
}
