import { type Problem, problem } from '../words/problem.ts';
import type { Arbitration } from './arbitration.ts';
import { HUMAN_PARTS, isMasked } from './people.ts';
import { type PolicyName, policyRow } from './policies.ts';

/** Weights and shares may miss 1 by this much (a third written as 0.3333). */
const TOLERANCE = 1e-3;

type Say = (at: string, fr: string, en: string) => void;

const PACES = ['paceMin', 'hurryMin', 'careMin', 'fastMin', 'slowMin'] as const;

/** The paces the policy goes by, by the names of their fields. */
const pacesOf = (name: PolicyName): readonly (typeof PACES)[number][] =>
  PACES.filter((pace) => policyRow(name).heeds.includes(pace));

function checkHandling({ closingMin, ...handling }: Arbitration['handling'], say: Say): void {
  if (closingMin > handling.fixedMin)
    say(
      'handling.closingMin',
      `Conclure (${closingMin} min) dure plus que toute la part fixe (fixedMin, ${handling.fixedMin} min), dont c’est une partie ; raccourcissez closingMin.`,
      `Concluding (${closingMin} min) lasts longer than the whole fixed part (fixedMin, ${handling.fixedMin} min), of which it is one; shorten closingMin.`,
    );
}

function checkPaces({ policy, handling }: Arbitration, say: Say): void {
  const { capMin, fastMin, slowMin } = policy;
  const fixedMin = handling.fixedMin + handling.explainMin;
  const paces = pacesOf(policy.name);
  if (capMin <= fixedMin)
    say(
      'policy.capMin',
      `Le plafond (${capMin} min) ne dépasse pas la part fixe (fixedMin et explainMin, ${fixedMin} min) : rien ne serait résolu ; relevez-le.`,
      `The cap (${capMin} min) is not above the fixed part (fixedMin and explainMin, ${fixedMin} min): nothing would be resolved; raise it.`,
    );
  for (const name of paces) {
    const pace = policy[name];
    if (pace < fixedMin)
      say(
        `policy.${name}`,
        `Ce rythme (${pace} min) est plus court que la part fixe (fixedMin et explainMin, ${fixedMin} min) ; allongez-le.`,
        `This pace (${pace} min) is shorter than the fixed part (fixedMin and explainMin, ${fixedMin} min); lengthen it.`,
      );
    else if (pace > capMin)
      say(
        `policy.${name}`,
        `Ce rythme (${pace} min) dépasse le plafond (capMin, ${capMin} min) ; raccourcissez-le ou relevez capMin.`,
        `This pace (${pace} min) is above the cap (capMin, ${capMin} min); shorten it or raise capMin.`,
      );
  }
  if (paces.includes('fastMin') && fastMin > slowMin)
    say(
      'policy.fastMin',
      `fastMin (${fastMin} min) dépasse slowMin (${slowMin} min) ; échangez-les.`,
      `fastMin (${fastMin} min) is above slowMin (${slowMin} min); swap them.`,
    );
}

function checkPolicy({ execution, policy }: Arbitration, say: Say): void {
  const { name, masks } = policy;
  if (execution === 'exponential' && policyRow(name).ofWork)
    say(
      'policy.name',
      `« ${name} » compare le travail fait de chaque appel, que l’exécution « exponential » ignore ; prenez execution: "work".`,
      `"${name}" compares the work done on each call, which execution "exponential" ignores; take execution: "work".`,
    );
  if (masks === 'slide' && policyRow(name).isMask)
    say(
      'policy.masks',
      `« slide » tire un masque à chaque appel, alors que la politique « ${name} » l’impose ; laissez "imposed" ou changez de politique.`,
      `"slide" draws a mask at each call, while the policy "${name}" imposes it; leave "imposed" or change the policy.`,
    );
}

/** Where the human hypotheses were left out, none of them may stand. */
function checkNoMask({ people, policy }: Arbitration, say: Say): void {
  if (people !== false || !isMasked(policy)) return;
  const field = policy.masks === 'slide' ? 'masks' : 'name';
  say(
    `policy.${field}`,
    `« ${policy[field]} » met un masque, et les hypothèses humaines sont coupées (people: false) ; prenez une politique sans masque, ou mettez people à true.`,
    `"${policy[field]}" puts on a mask, and the human hypotheses are left out (people: false); take a policy without one, or set people to true.`,
  );
}

function checkNobody(arbitration: Arbitration, say: Say): void {
  if (arbitration.people !== false) return;
  for (const part of HUMAN_PARTS)
    if (arbitration[part] !== undefined)
      say(
        part,
        `Les hypothèses humaines sont coupées (people: false), et « ${part} » en est une ; ôtez-la, ou mettez people à true.`,
        `The human hypotheses are left out (people: false), and "${part}" is one; remove it, or set people to true.`,
      );
}

function checkShape({ shape, k }: Arbitration['resolution'], say: Say): void {
  if (shape === 's' && k === 1)
    say(
      'resolution.k',
      'Avec k = 1 la courbe en S est la courbe concave ; donnez k au-dessus de 1, par exemple 2.',
      'With k = 1 the S is the concave curve; give a k above 1, for instance 2.',
    );
  if (shape !== 's' && k !== 1)
    say(
      'resolution.k',
      `k n’agit que sur la forme « s », et la forme est « ${shape} » ; prenez shape: "s" ou remettez k à 1.`,
      `k acts on the shape "s" only, and the shape is "${shape}"; take shape: "s" or put k back to 1.`,
    );
}

function checkSum(at: string, values: readonly number[], say: Say): void {
  const sum = values.reduce((total, value) => total + value, 0);
  if (Math.abs(sum - 1) <= TOLERANCE) return;
  say(
    at,
    `Ces parts font ${sum.toPrecision(4)} au total ; il faut 1.`,
    `These shares add to ${sum.toPrecision(4)}; they must add to 1.`,
  );
}

/**
 * Everything in a policy that does not hold together, or not with the rest of the arbitration it
 * belongs to. @param at where the policy stands in the file
 */
export function policyDisagreements(arbitration: Arbitration, at: string): Problem[] {
  const found: Problem[] = [];
  const say: Say = (field, fr, en) =>
    found.push(problem('E_RANGE', field.replace(/^policy/, at), fr, en));
  checkPaces(arbitration, say);
  checkPolicy(arbitration, say);
  checkNoMask(arbitration, say);
  return found;
}

/** Everything in the arbitration of a scenario that does not hold together. */
export function arbitrationDisagreements(arbitration: Arbitration): Problem[] {
  const found: Problem[] = [];
  const say: Say = (at, fr, en) => found.push(problem('E_RANGE', `arbitration.${at}`, fr, en));
  checkHandling(arbitration.handling, say);
  found.push(...policyDisagreements(arbitration, 'arbitration.policy'));
  checkNobody(arbitration, say);
  checkShape(arbitration.resolution, say);
  checkSum('score.weights', arbitration.score.weights, say);
  if ((arbitration.callback?.accept ?? 0) > 0 && arbitration.announce === undefined)
    say(
      'callback.accept',
      'On propose de rappeler ceux à qui une longue attente est annoncée ; ajoutez announce, ou mettez accept à 0.',
      'Callers who hear that the wait is long are offered a call-back; add announce, or set accept to 0.',
    );
  if (arbitration.difficult !== undefined)
    checkSum('difficult.start', arbitration.difficult.start, say);
  return found;
}
