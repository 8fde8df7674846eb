import { dayCost, MAX_STUDY_EVENTS } from '../../scenario/cost.ts';
import { STUDY_POLICIES } from '../../scenario/policies.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { isProblem, type Problem, problem } from '../../words/problem.ts';
import { type PolicyVariant, paceGrid, readPolicy, withPolicy } from '../policies.ts';

/** Who plays in a comparison: policies that can, in a scenario that has something to arbitrate. */

/** A policy ready to play. */
export interface Player {
  readonly variant: PolicyVariant;
  readonly scenario: Scenario;
}

/** A scenario, and for each policy who may play it: one, or one for each pace to be tried. */
export interface Field {
  /** As it was named. */
  readonly asked: string;
  readonly scenario: Scenario;
  readonly policies: readonly (readonly [Player, ...Player[]])[];
}

/** A policy that cannot be played in a scenario, and why. */
export interface LeftOut {
  readonly variant: PolicyVariant;
  readonly problems: readonly Problem[];
  /** Problems beyond those told. */
  readonly more: number;
}

/** The policies named, or the nine where none is. E_UNKNOWN or E_TYPE for a wrong name. */
export function variantsOf(words: readonly string[]): readonly PolicyVariant[] | Problem {
  const variants: PolicyVariant[] = [];
  for (const word of words.length > 0 ? words : STUDY_POLICIES) {
    const variant = readPolicy(word);
    if (isProblem(variant)) return variant;
    variants.push(variant);
  }
  const twice = variants.find(({ asked }, i) =>
    variants.slice(0, i).some((one) => one.asked === asked),
  );
  if (twice === undefined) return variants;
  return problem(
    'E_TYPE',
    '',
    `La politique « ${twice.asked} » est demandée deux fois ; demandez-la une fois.`,
    `The policy "${twice.asked}" is asked for twice; ask for it once.`,
  );
}

/** A fixed pace that nobody gave is looked for in a grid. */
function gridOf(variant: PolicyVariant, scenario: Scenario): PolicyVariant[] {
  const { name, settings } = variant;
  if (name !== 'fixed' || settings.paceMin !== undefined) return [variant];
  return paceGrid(scenario).map((paceMin) => ({ ...variant, settings: { ...settings, paceMin } }));
}

/** Who may play a policy; where nobody can, what is wrong with the first. */
function playersOf(variant: PolicyVariant, scenario: Scenario): Player[] | LeftOut {
  let wrong: LeftOut | null = null;
  const players: Player[] = [];
  for (const one of gridOf(variant, scenario)) {
    const reading = withPolicy(scenario, one);
    if (reading.ok) players.push({ variant: one, scenario: reading.scenario });
    else wrong ??= { variant, problems: reading.problems, more: reading.more };
  }
  return players.length === 0 && wrong !== null ? wrong : players;
}

/**
 * Who plays a scenario, and which policies it leaves out. E_TYPE where it arbitrates nothing.
 * @param asked what the scenario was named by, for sentences
 */
export function fieldOf(
  asked: string,
  scenario: Scenario,
  variants: readonly PolicyVariant[],
): { readonly field: Field; readonly leftOut: readonly LeftOut[] } | Problem {
  if (scenario.arbitration === undefined)
    return problem(
      'E_TYPE',
      '',
      `« ${asked} » n’a rien à arbitrer : la durée de ses appels est donnée d’avance ; ajoutez "arbitration": {} à son fichier, ou étudiez dix-conseillers.`,
      `"${asked}" has nothing to arbitrate: the length of its calls is set in advance; add "arbitration": {} to its file, or study dix-conseillers.`,
    );
  const policies: [Player, ...Player[]][] = [];
  const leftOut: LeftOut[] = [];
  for (const variant of variants) {
    const players = playersOf(variant, scenario);
    if (!Array.isArray(players)) {
      leftOut.push(players);
      continue;
    }
    const [first, ...others] = players;
    if (first !== undefined) policies.push([first, ...others]);
  }
  return { field: { asked, scenario, policies }, leftOut };
}

/** Days of each policy that a comparison may have: it ends within the hour, whoever asks. */
export const mostDays = ({ policies, scenario }: Field): number =>
  Math.floor(MAX_STUDY_EVENTS / dayCost(scenario).events / Math.max(1, policies.length));

/** E_COST where so many days of each policy would take too long; else null. */
export function fieldTooCostly(field: Field, replications: number): Problem | null {
  const most = mostDays(field);
  if (replications <= most) return null;
  return problem(
    'E_COST',
    '',
    `« ${field.asked} » : ${replications} journées de ${field.policies.length} politiques prendraient trop longtemps ; demandez au plus ${most} journées, ou moins de politiques.`,
    `"${field.asked}": ${replications} days of ${field.policies.length} policies would take too long; ask for at most ${most} days, or fewer policies.`,
  );
}
