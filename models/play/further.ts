import { LivedNow } from '../folds/measures/lived-now.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { frameOf } from '../study/frame.ts';
import type { Decision, Further, LivedBoth, Return } from '../words/debrief.ts';
import type { Fact } from '../words/facts.ts';
import { competenciesOf, cuesOf, type Moments, momentsIn } from './competencies.ts';
import { contactsOf } from './contacts.ts';
import { masksOf } from './masks.ts';
import { canIn } from './may.ts';

/** Each call that came back to a talk of this person, or that such a talk brought back. */
function returnsOf(decisions: readonly Decision[]): readonly Return[] {
  const at = new Map(decisions.map(({ call }, place) => [call, place]));
  const forth = decisions.flatMap(({ back, caller, tookAt }, from): Return[] => {
    if (back === null) return [];
    const { after, at: backAt, call } = back;
    return [{ caller, from, to: at.get(call) ?? -1, fromAt: tookAt, at: backAt, after }];
  });
  const met = new Set(forth.map(({ to }) => to));
  const from = decisions.flatMap(({ attempt, caller, cause, tookAt, waitMs }, to): Return[] => {
    if (cause === null || attempt === 0 || met.has(to)) return [];
    const came = tookAt - waitMs;
    return [{ caller, from: -1, to, fromAt: -1, at: came, after: -1 }];
  });
  return [...forth, ...from].sort((a, b) => a.at - b.at);
}

/** How one caller lived all their calls; null where the journey was not over. */
function journeys(
  scenario: Scenario,
  facts: readonly Fact[],
  callers: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const { lived } = frameOf(scenario);
  const scores = new Map<number, number>();
  if (lived === null) return scores;
  const of = new Map<number, LivedNow>();
  const who = new Map<number, number>();
  for (const caller of callers) of.set(caller, new LivedNow(lived));
  for (const fact of facts) {
    if (fact.kind === 'arrived' && callers.has(fact.caller)) who.set(fact.call, fact.caller);
    const caller = 'call' in fact ? who.get(fact.call) : undefined;
    if (caller !== undefined) of.get(caller)?.step(fact);
  }
  for (const [caller, now] of of) {
    const told = now.soFar();
    if (told !== null) scores.set(caller, told.mean);
  }
  return scores;
}

const meanOf = (values: readonly (number | null)[]): number | null => {
  const told = values.filter((one) => one !== null);
  return told.length === 0 ? null : told.reduce((a, b) => a + b, 0) / told.length;
};

/**
 * Both definitions of lived experience, on the same callers: the contact alone (was it resolved,
 * how was one met; the weights of a journey for these two), and the whole journey (RULES E3).
 */
function livedBoth(
  scenario: Scenario,
  facts: readonly Fact[],
  decisions: readonly Decision[],
  moments: Moments,
): LivedBoth | null {
  const { lived } = frameOf(scenario);
  if (lived === null) return null;
  const [resolution, , , relation] = lived.plan.weights;
  const last = new Map(decisions.map(({ caller }, place) => [caller, place]));
  const scores = journeys(scenario, facts, new Set(last.keys()));
  const callers = [...last].map(([caller, talk]) => {
    const decision = decisions[talk] as Decision;
    const met = moments(decision);
    const whole = resolution + relation;
    const contact =
      decision.solved === null || met === null || whole === 0
        ? null
        : (100 * (resolution * (decision.solved ? 1 : 0) + relation * met)) / whole;
    return { caller, talk, contact, journey: scores.get(caller) ?? null };
  });
  return {
    callers,
    contact: meanOf(callers.map((one) => one.contact)),
    journey: meanOf(callers.map((one) => one.journey)),
  };
}

/** What is told on demand of one person at one desk. */
export function furtherOf(
  scenario: Scenario,
  facts: readonly Fact[],
  agent: number,
  decisions: readonly Decision[],
  mine?: (fact: Fact) => boolean,
): Further {
  const contacts = contactsOf(scenario, facts, agent, decisions, mine);
  const can = canIn(scenario);
  const weighed = scenario.arbitration !== undefined;
  const moments = momentsIn(facts);
  const cues = can.may('listen') ? cuesOf(contacts, decisions) : [];
  return {
    masks: masksOf(scenario, contacts, decisions),
    competencies: competenciesOf(contacts, decisions, cues, moments, { ...can, weighed }),
    cues,
    returns: returnsOf(decisions),
    lived: livedBoth(scenario, facts, decisions, moments),
  };
}
