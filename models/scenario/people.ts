import type { HumanPart } from '../words/public-view.ts';
import type { Arbitration } from './arbitration.ts';
import { policyRow } from './policies.ts';
import type { Scenario } from './scenario.ts';

/** The human hypotheses of a scenario, and the same scenario without them (RULES N5). */

/** The parts that are on where they stand. */
export const HUMAN_PARTS = [
  ...(['announce', 'callback', 'discover', 'speed', 'fit'] as const),
  ...(['mood', 'difficult', 'energy', 'supports', 'gestures'] as const),
];

type Policy = Arbitration['policy'];

/** Does whoever follows it wear masks? */
export const isMasked = ({ masks, name }: Policy): boolean =>
  masks === 'slide' || policyRow(name).isMask;

/** The human parts of a scenario, each a hypothesis; empty where nothing human is on. */
export function peopleOf({ arbitration, groups }: Scenario): readonly HumanPart[] {
  if (arbitration === undefined) return [];
  const parts: HumanPart[] = HUMAN_PARTS.filter((part) => arbitration[part] !== undefined);
  const masked = groups.some(({ policy }) => isMasked(policy ?? arbitration.policy));
  return masked ? [...parts, 'masks'] : parts;
}

/** Masks are taken off; what is left of one that all wear is the pace it stretched. */
const bare = (policy: Policy): Policy => ({
  ...policy,
  name: policyRow(policy.name).isMask ? 'fixed' : policy.name,
  masks: 'imposed',
});

/** A minute is felt as a minute, told or not. */
const PLAIN = { perception: 1, exponent: 1, informedPerception: 1, informedWeight: 1 } as const;

/**
 * The same centre and the same callers without the human hypotheses: every human part is back at
 * its neutral value. Needs, returns, policies and all that is classical stay, and so does the
 * score, which says how a journey is counted. Nothing human in it: the scenario itself.
 */
export function withoutPeople(scenario: Scenario): Scenario {
  const { arbitration } = scenario;
  if (arbitration === undefined || peopleOf(scenario).length === 0) return scenario;
  const kept: Arbitration = { ...arbitration, people: false, policy: bare(arbitration.policy) };
  for (const part of HUMAN_PARTS) delete kept[part];
  kept.wait = { ...arbitration.wait, ...PLAIN };
  const groups = scenario.groups.map((group) =>
    group.policy === undefined ? group : { ...group, policy: bare(group.policy) },
  );
  return { ...scenario, groups, arbitration: kept };
}
