import { needSampler } from '../centre/plan/talk-plan.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Back, Cause, Decision, Shown, Talked } from '../words/debrief.ts';
import { AFTER as AFTER_, type Fact, LEFT as LEFT_ } from '../words/facts.ts';
import { FIFTHS } from '../words/sheet.ts';
import { Scales } from './scales.ts';
import { talksOf } from './talks.ts';

const AFTER = AFTER_;
const LEFT = LEFT_;

/** What the facts of a day say of each call, by number. */
interface Calls {
  readonly came: ReadonlyMap<number, Fact & { readonly kind: 'arrived' }>;
  readonly back: ReadonlyMap<number, Back>;
  readonly met: ReadonlyMap<number, number>;
  readonly left: ReadonlyMap<number, number>;
  /** By desk and call. */
  readonly waited: ReadonlyMap<string, number>;
  readonly parted: ReadonlyMap<string, number>;
  readonly resolved: ReadonlyMap<string, Fact & { readonly kind: 'resolved' }>;
  readonly shown: ReadonlyMap<string, Shown>;
}

const at = (agent: number, call: number): string => `${agent} ${call}`;

function callsOf(facts: readonly Fact[]): Calls {
  const came = new Map<number, Fact & { readonly kind: 'arrived' }>();
  const back = new Map<number, Back>();
  const [met, left] = [new Map<number, number>(), new Map<number, number>()];
  const [waited, parted] = [new Map<string, number>(), new Map<string, number>()];
  const resolved = new Map<string, Fact & { readonly kind: 'resolved' }>();
  for (const fact of facts)
    switch (fact.kind) {
      case 'arrived': {
        const { after, attempt, call, caller, cause } = fact;
        came.set(call, fact);
        if (cause >= 0) back.set(cause, { after, at: fact.at, attempt, call, caller });
        break;
      }
      case 'answered':
      case 'calledBack':
      case 'relayed':
        met.set(fact.call, fact.agent);
        waited.set(at(fact.agent, fact.call), fact.waitMs);
        break;
      case 'left':
        left.set(fact.call, fact.how);
        break;
      case 'parted':
        parted.set(at(fact.agent, fact.call), fact.how);
        break;
      case 'resolved':
        resolved.set(at(fact.agent, fact.call), fact);
        break;
      default:
    }
  return { back, came, left, met, parted, resolved, shown: shownIn(facts), waited };
}

/** What callers let show, by desk and call. */
function shownIn(facts: readonly Fact[]): Map<string, Shown> {
  const shown = new Map<string, Shown>();
  for (const fact of facts) {
    if (!('agent' in fact && 'call' in fact)) continue;
    const place = at(fact.agent, fact.call);
    const known = shown.get(place);
    if (fact.kind === 'voiced') {
      const { context, hint, motive, ordinal } = fact;
      const learnt = known?.learnt ?? [];
      shown.set(place, { ordinal, motive, context, hint, learnt, claimed: false, refusal: -1 });
    } else if (known === undefined) continue;
    else if (fact.kind === 'claimed') shown.set(place, { ...known, claimed: true });
    else if (fact.kind === 'refused') shown.set(place, { ...known, refusal: fact.taken });
    else if (fact.kind === 'learnt') {
      const { line, value } = fact;
      shown.set(place, { ...known, learnt: [...known.learnt, { line, value }] });
    }
  }
  return shown;
}

/** In which fifth of what callers of each type need so much lies, from 0. */
function fifthsOf({ arbitration, types }: Scenario): (type: number, need: number) => number {
  const bounds = types.map((type) => {
    const law = needSampler(type, arbitration);
    return Array.from({ length: FIFTHS - 1 }, (_, k) => law.quantile((k + 1) / FIFTHS));
  });
  return (type, need) => bounds[type]?.filter((bound) => need > bound).length ?? 0;
}

function causeOf({ came, met }: Calls, call: number): Cause | null {
  const known = came.get(came.get(call)?.cause ?? -1);
  if (known === undefined) return null;
  const { attempt, caller } = known;
  return { agent: met.get(known.call) ?? -1, attempt, call: known.call, caller };
}

function decided(
  talk: Talked,
  calls: Calls,
  scales: Scales | null,
  fifth: (type: number, need: number) => number,
): Decision {
  const { agent, call, type } = talk;
  const came = calls.came.get(call);
  const place = at(agent, call);
  // What a call came to is of its last talk: one that was handed on came to nothing yet.
  const wasHanded = talk.how === 'transferred' || talk.how === 'briefed';
  const end = wasHanded ? undefined : calls.resolved.get(place);
  const work = { type, speed: 1, need: (end?.need ?? 1_000) / 1_000 };
  const paid = end && scales ? scales.brings(work, 0, end.workMs, talk.at) - talk.cost : null;
  return {
    ...talk,
    caller: came?.caller ?? -1,
    attempt: came?.attempt ?? 0,
    says: came?.says ?? -1,
    shown: calls.shown.get(place) ?? null,
    waitMs: calls.waited.get(place) ?? 0,
    cause: causeOf(calls, call),
    solved: end ? end.solved === 1 : null,
    need: end ? work.need : null,
    fifth: end ? fifth(type, work.need) : null,
    workMs: end ? end.workMs : null,
    parting: wasHanded ? -1 : (calls.parted.get(place) ?? -1),
    back: calls.back.get(call) ?? null,
    left: calls.left.get(call) ?? -1,
    paid,
  };
}

/**
 * Each talk that this person took at this desk, in order of its end, and what it came to: what a
 * caller wanted and needed, whether they left with it, and each return traced to the call that
 * caused it. What it is weighed by is what a desk could know at each instant (talks.ts); the true
 * need, and what happened later, count only for what it came to.
 * @param facts of the whole day, what was hidden included
 * @param mine whether a fact of the desk is of this person, where several sat there in turn
 */
export function decisionsOf(
  scenario: Scenario,
  facts: readonly Fact[],
  agent: number,
  mine?: (fact: Fact) => boolean,
): readonly Decision[] {
  const calls = callsOf(facts);
  const scales = Scales.of(scenario);
  const fifth = fifthsOf(scenario);
  return talksOf(scenario, facts, agent, mine).map((talk) => decided(talk, calls, scales, fifth));
}

/** The caller will call again, today or tomorrow, since this contact did not resolve the matter. */
export const willCallAgain = ({ back, left, solved }: Decision): boolean =>
  solved === false && ((back !== null && back.after === AFTER.served) || left === LEFT.tomorrow);
