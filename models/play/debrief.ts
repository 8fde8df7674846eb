import type { Scenario } from '../scenario/scenario.ts';
import type { Debrief, Decision } from '../words/debrief.ts';
import type { Fact } from '../words/facts.ts';
import { decisionsOf } from './decisions.ts';
import { furtherOf } from './further.ts';
import { momentsOf } from './moments.ts';
import { sentenceOf, shiftOf } from './sentence.ts';

/**
 * What a day that is over was for one person at one desk.
 * @param facts of the whole day, what was hidden included
 * @param mine whether a fact of the desk is of this person, where several sat there in turn
 */
export function debriefOf(
  scenario: Scenario,
  facts: readonly Fact[],
  agent: number,
  mine?: (fact: Fact) => boolean,
): Debrief {
  const decisions = decisionsOf(scenario, facts, agent, mine);
  const { given, paid, refused, uneasy } = momentsOf(decisions);
  const place = (one: Decision | null): number | null =>
    one === null ? null : decisions.indexOf(one);
  const shift = shiftOf(decisions, facts, agent, mine);
  return {
    further: furtherOf(scenario, facts, agent, decisions, mine),
    sentence: sentenceOf(shift),
    shift,
    decisions,
    moments: {
      given: place(given),
      refused: place(refused),
      paid: place(paid),
      uneasy: uneasy.map((one) => decisions.indexOf(one)),
    },
    weighed: scenario.arbitration !== undefined,
  };
}
