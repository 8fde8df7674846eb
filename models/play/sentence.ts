import type { Decision, Shift } from '../words/debrief.ts';
import type { Fact } from '../words/facts.ts';
import type { Says } from '../words/problem.ts';
import { willCallAgain } from './decisions.ts';

/**
 * @param facts of the whole day
 * @param mine whether a fact of the desk is of this person
 */
export function shiftOf(
  decisions: readonly Decision[],
  facts: readonly Fact[],
  agent: number,
  mine: (fact: Fact) => boolean = () => true,
): Shift {
  let [gaveUp, there] = [0, false];
  for (const fact of facts) {
    if (fact.kind === 'seated' && fact.agent === agent) there = mine(fact);
    else if (fact.kind === 'unseated' && fact.agent === agent) there = false;
    else if (there && (fact.kind === 'abandoned' || fact.kind === 'dropped')) gaveUp += 1;
  }
  // What became of a caller is what the last talk with them came to.
  const last = new Map(decisions.map((one) => [one.caller, one]));
  const callers = [...last.values()];
  const count = (of: (one: Decision) => boolean): number => callers.filter(of).length;
  return {
    served: callers.length,
    resolved: count(({ solved }) => solved === true),
    again: count(willCallAgain),
    gaveUp,
  };
}

const ANSWERED = {
  fr: ({ resolved, served }: Shift): string => {
    if (served === 1) return resolved === 0 ? 'reparti sans réponse' : 'reparti avec sa réponse';
    if (resolved === 0) return 'aucun reparti avec sa réponse';
    if (resolved === served) return 'tous repartis avec leur réponse';
    if (resolved === 1) return 'un seul reparti avec sa réponse';
    return `${resolved} repartis avec leur réponse`;
  },
  en: ({ resolved, served }: Shift): string => {
    if (resolved === 0) return 'without finding the answer';
    if (served === 1) return 'and sent them off with an answer';
    if (resolved === served) return 'and every one left with an answer';
    return resolved === 1 ? 'and one left with an answer' : `and ${resolved} left with an answer`;
  },
};

function french(shift: Shift): string {
  const { again, gaveUp, served } = shift;
  const hung = (of: string): string => `${of} raccroché dans la file`;
  if (served === 0) {
    if (gaveUp === 0) return 'Personne n’a eu besoin de vous : pas un appel à votre poste.';
    const many = gaveUp === 1 ? 'une personne a' : `${gaveUp} personnes ont`;
    return `Vous n’avez pris aucun appel, et ${hung(many)}.`;
  }
  const met = served === 1 ? 'un client' : `${served} clients`;
  const one = served === 1 ? 'il' : 'un';
  const back = again === 0 ? [] : [again === 1 ? `${one} rappellera` : `${again} rappelleront`];
  const many = gaveUp === 1 ? 'une autre personne a' : `${gaveUp} autres ont`;
  const rest = [...back, ...(gaveUp === 0 ? [] : [hung(many)])].join(', et ');
  const end = rest === '' ? ', et personne n’a raccroché dans la file.' : ` ; ${rest}.`;
  return `Vous avez servi ${met}, ${ANSWERED.fr(shift)}${end}`;
}

function english(shift: Shift): string {
  const { again, gaveUp, served } = shift;
  if (served === 0) {
    if (gaveUp === 0) return 'Nobody needed you: not one call reached your desk.';
    return `You took no call, and ${gaveUp === 1 ? 'one person' : gaveUp} hung up in the queue.`;
  }
  const met = served === 1 ? 'one caller' : `${served} callers`;
  const one = served === 1 ? 'they' : 'one';
  const back = again === 0 ? [] : [`${again === 1 ? one : again} will ring back`];
  const many = gaveUp === 1 ? 'one other person' : `${gaveUp} others`;
  const gone = gaveUp === 0 ? [] : [`${many} hung up in the queue`];
  const rest = [...back, ...gone].join(', and ');
  const end = rest === '' ? '; nobody hung up in the queue.' : `; ${rest}.`;
  return `You served ${met} ${ANSWERED.en(shift)}${end}`;
}

/** What a shift was, in one sentence of 25 words at most. */
export const sentenceOf = (shift: Shift): Says => ({ fr: french(shift), en: english(shift) });
