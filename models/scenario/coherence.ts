import { type Problem, type ProblemCode, problem } from '../words/problem.ts';
import { arbitrationDisagreements, policyDisagreements } from './arbitration-coherence.ts';
import { tooCostly } from './cost.ts';
import {
  type AgentGroup,
  type ContactType,
  desksOf,
  intervalCount,
  type Law,
  MAX_AGENTS,
  MAX_INTERVALS,
  type Scenario,
  type Trace,
} from './scenario.ts';
import { tooLong } from './too-long.ts';

/** What no field can say alone: whether the parts of a scenario agree with each other. */

class Findings {
  readonly problems: Problem[] = [];
  say(code: ProblemCode, path: string, fr: string, en: string): void {
    this.problems.push(problem(code, path, fr, en));
  }
}

/** Weights of a hyperexponential law may miss 1 by this much (a third written as 0.3333). */
const WEIGHT_TOLERANCE = 1e-3;

function checkDay(scenario: Scenario, found: Findings): void {
  const { lengthMin, warmUpMin } = scenario.day;
  const intervals = intervalCount(scenario);
  if (intervals > MAX_INTERVALS)
    found.say(
      'E_SIZE',
      'day.intervalMin',
      `La journée aurait ${intervals} intervalles ; il en faut au plus ${MAX_INTERVALS} : allongez intervalMin.`,
      `The day would have ${intervals} intervals; it may have at most ${MAX_INTERVALS}: lengthen intervalMin.`,
    );
  if (warmUpMin >= lengthMin)
    found.say(
      'E_RANGE',
      'day.warmUpMin',
      `La mise en route (${warmUpMin} min) dure au moins toute la journée (${lengthMin} min) : rien ne serait mesuré ; raccourcissez-la.`,
      `The warm-up (${warmUpMin} min) lasts at least the whole day (${lengthMin} min): nothing would be measured; shorten it.`,
    );
}

function checkProfile(
  profile: number | readonly number[],
  intervals: number,
  path: string,
  found: Findings,
): void {
  if (typeof profile === 'number' || profile.length === intervals) return;
  found.say(
    'E_RANGE',
    path,
    `Cette liste a ${profile.length} valeurs, la journée a ${intervals} intervalles : donnez une valeur pour chacun, ou un seul nombre.`,
    `This list has ${profile.length} values, the day has ${intervals} intervals: give one value for each, or a single number.`,
  );
}

/** `endless`: whether a value may last for ever (a patience may, a handling may not). */
function checkLaw(law: Law, path: string, endless: boolean, found: Findings): void {
  if (law.law === 'infinite' && !endless)
    found.say(
      'E_RANGE',
      `${path}.law`,
      'Cette durée ne peut pas être infinie : seule une patience ou le délai avant un nouvel appel le peut ; choisissez une autre loi.',
      'This duration cannot be infinite: only a patience or the delay before a repeat call can; choose another law.',
    );
  if (law.law === 'uniform' && law.minS > law.maxS)
    found.say(
      'E_RANGE',
      `${path}.minS`,
      `minS (${law.minS} s) dépasse maxS (${law.maxS} s) ; échangez-les.`,
      `minS (${law.minS} s) is above maxS (${law.maxS} s); swap them.`,
    );
  if (law.law === 'hyperexponential') {
    const sum = law.phases.reduce((total, phase) => total + phase.share, 0);
    if (Math.abs(sum - 1) > WEIGHT_TOLERANCE)
      found.say(
        'E_RANGE',
        `${path}.phases`,
        `Les poids (share) font ${sum.toPrecision(4)} au total ; il faut 1.`,
        `The weights (share) add to ${sum.toPrecision(4)}; they must add to 1.`,
      );
  }
  if (law.law === 'empirical') checkTable(law, path, endless, found);
}

function checkTable(
  law: Law & { law: 'empirical' },
  path: string,
  endless: boolean,
  found: Findings,
): void {
  const { valuesS, cumulative } = law;
  if (valuesS.length !== cumulative.length) {
    found.say(
      'E_RANGE',
      `${path}.cumulative`,
      `valuesS a ${valuesS.length} valeurs et cumulative ${cumulative.length} ; il en faut autant.`,
      `valuesS has ${valuesS.length} values and cumulative ${cumulative.length}; they need as many.`,
    );
    return;
  }
  for (let i = 1; i < valuesS.length; i++) {
    if ((valuesS[i] ?? 0) <= (valuesS[i - 1] ?? 0)) {
      found.say(
        'E_RANGE',
        `${path}.valuesS.${i}`,
        'Chaque valeur doit dépasser la précédente ; mettez-les en ordre croissant.',
        'Each value must exceed the one before; put them in increasing order.',
      );
      return;
    }
    if ((cumulative[i] ?? 0) < (cumulative[i - 1] ?? 0)) {
      found.say(
        'E_RANGE',
        `${path}.cumulative.${i}`,
        'Une probabilité cumulée ne peut pas baisser ; mettez-les en ordre croissant.',
        'A cumulative probability cannot decrease; put them in increasing order.',
      );
      return;
    }
  }
  if (!endless && (cumulative[cumulative.length - 1] ?? 1) < 1 && law.tailMeanS === undefined)
    found.say(
      'E_RANGE',
      `${path}.tailMeanS`,
      'La table finit sous 1 : donnez la moyenne de la queue (tailMeanS), ou finissez-la à 1.',
      'The table ends below 1: give the mean of the tail (tailMeanS), or let it end at 1.',
    );
}

function checkUnique(names: readonly string[], path: (i: number) => string, found: Findings): void {
  const seen = new Map<string, number>();
  names.forEach((name, i) => {
    const first = seen.get(name);
    if (first === undefined) seen.set(name, i);
    else
      found.say(
        'E_DUP',
        path(i),
        `« ${name} » est déjà pris (en position ${first}) ; changez ce nom ou retirez l’un des deux.`,
        `"${name}" is already taken (at position ${first}); change this name or remove one of the two.`,
      );
  });
}

function checkType(type: ContactType, i: number, scenario: Scenario, found: Findings): void {
  const at = `types.${i}`;
  for (const field of ['perHour', 'handlingFactor', 'wrapUpFactor', 'patienceFactor'] as const)
    checkProfile(type[field], intervalCount(scenario), `${at}.${field}`, found);
  checkLaw(type.handling, `${at}.handling`, false, found);
  checkLaw(type.wrapUp, `${at}.wrapUp`, false, found);
  checkLaw(type.patience, `${at}.patience`, true, found);
  for (const way of ['redial', 'retry', 'repeat'] as const)
    checkLaw(type[way].delay, `${at}.${way}.delay`, true, found);
  type.bursts.forEach((burst, b) => {
    if (burst.atMin >= scenario.day.lengthMin)
      found.say(
        'E_RANGE',
        `${at}.bursts.${b}.atMin`,
        `Cet afflux commence à ${burst.atMin} min, après la fermeture (${scenario.day.lengthMin} min) ; avancez-le.`,
        `This burst begins at ${burst.atMin} min, after closing (${scenario.day.lengthMin} min); make it earlier.`,
      );
  });
}

function checkGroup(
  group: AgentGroup,
  g: number,
  scenario: Scenario,
  types: ReadonlySet<string>,
  found: Findings,
): void {
  const at = `groups.${g}`;
  checkProfile(group.staff, intervalCount(scenario), `${at}.staff`, found);
  const names = scenario.types.map((type) => type.id).join(', ');
  group.skills.forEach((skill, s) => {
    if (!types.has(skill.type))
      found.say(
        'E_UNKNOWN',
        `${at}.skills.${s}.type`,
        `Aucun type de contact ne s’appelle « ${skill.type} » ; les choix sont : ${names}.`,
        `No contact type is called "${skill.type}"; the choices are: ${names}.`,
      );
  });
  checkUnique(
    group.skills.map((skill) => skill.type),
    (s) => `${at}.skills.${s}.type`,
    found,
  );
  const desks = desksOf(group);
  group.breaks.forEach((pause, b) => {
    if (pause.atMin >= scenario.day.lengthMin)
      found.say(
        'E_RANGE',
        `${at}.breaks.${b}.atMin`,
        `Cette pause commence à ${pause.atMin} min, après la fermeture (${scenario.day.lengthMin} min) ; avancez-la.`,
        `This break begins at ${pause.atMin} min, after closing (${scenario.day.lengthMin} min); make it earlier.`,
      );
    if (pause.agents > desks)
      found.say(
        'E_RANGE',
        `${at}.breaks.${b}.agents`,
        `Cette pause est pour ${pause.agents} personnes, le groupe en a ${desks} ; baissez ce nombre.`,
        `This break is for ${pause.agents} people, the group has ${desks}; lower this number.`,
      );
  });
}

/** A group's own policy holds together like the team's, and there is time to arbitrate. */
function checkGroupPolicies({ arbitration, groups }: Scenario, found: Findings): void {
  for (const [g, { policy }] of groups.entries()) {
    if (policy === undefined) continue;
    const at = `groups.${g}.policy`;
    if (arbitration !== undefined)
      found.problems.push(...policyDisagreements({ ...arbitration, policy }, at));
    else
      found.say(
        'E_RANGE',
        at,
        'Une politique demande que le temps s’arbitre ; ajoutez arbitration: {} au scénario, ou retirez policy.',
        'A policy needs time to be arbitrated; add arbitration: {} to the scenario, or leave policy out.',
      );
  }
}

/** Every call needs somebody, some time, who can take it; and there is a limit to their number. */
function checkStaff(scenario: Scenario, found: Findings): void {
  const desks = scenario.groups.reduce((sum, group) => sum + desksOf(group), 0);
  if (desks === 0) {
    found.say(
      'E_RANGE',
      'groups',
      'Personne ne travaille de toute la journée ; donnez au moins un conseiller à un groupe (staff).',
      'Nobody works all day; give at least one agent to a group (staff).',
    );
    return;
  }
  if (desks > MAX_AGENTS)
    found.say(
      'E_SIZE',
      'groups',
      `Les groupes ont ${desks} postes ; il en faut au plus ${MAX_AGENTS} : baissez staff.`,
      `The groups have ${desks} desks; they may have at most ${MAX_AGENTS}: lower staff.`,
    );
  scenario.types.forEach((type, i) => {
    const able = scenario.groups.filter((group) =>
      group.skills.some((skill) => skill.type === type.id),
    );
    if (able.length === 0)
      found.say(
        'E_RANGE',
        `types.${i}.id`,
        `Aucun groupe ne traite « ${type.id} » ; ajoutez-le aux compétences (skills) d’un groupe.`,
        `No group handles "${type.id}"; add it to the skills of a group.`,
      );
    else if (able.every((group) => desksOf(group) === 0))
      found.say(
        'E_RANGE',
        `types.${i}.id`,
        `Les groupes qui traitent « ${type.id} » n’ont personne de la journée ; donnez-leur un conseiller (staff).`,
        `The groups that handle "${type.id}" have nobody all day; give them an agent (staff).`,
      );
  });
}

const COLUMNS = ['type', 'handlingS', 'patienceS', 'waitedS', 'caller'] as const;

function checkTrace(trace: Trace, scenario: Scenario, found: Findings): void {
  const rows = trace.atS.length;
  for (const column of COLUMNS) {
    const length = trace[column]?.length ?? rows;
    if (length !== rows)
      found.say(
        'E_RANGE',
        `trace.${column}`,
        `Cette colonne a ${length} lignes, atS en a ${rows} ; il en faut autant.`,
        `This column has ${length} rows, atS has ${rows}; they need as many.`,
      );
  }
  const { volume } = trace;
  if (typeof volume === 'object' && volume.length !== scenario.types.length)
    found.say(
      'E_RANGE',
      'trace.volume',
      `Cette liste a ${volume.length} valeurs, le scénario a ${scenario.types.length} types : donnez une valeur pour chacun, ou un seul nombre.`,
      `This list has ${volume.length} values, the scenario has ${scenario.types.length} types: give one value for each, or a single number.`,
    );
  const late = trace.atS.findIndex((at, i) => i > 0 && at < (trace.atS[i - 1] ?? 0));
  if (late >= 0)
    found.say(
      'E_RANGE',
      `trace.atS.${late}`,
      'Cet appel arrive avant le précédent ; triez les lignes par heure d’arrivée.',
      'This call arrives before the one above; sort the rows by time of arrival.',
    );
  const endS = scenario.day.lengthMin * 60;
  const after = trace.atS.findIndex((at) => at >= endS);
  if (after >= 0)
    found.say(
      'E_RANGE',
      `trace.atS.${after}`,
      `Cet appel arrive après la fermeture (${endS} s) ; retirez-le ou allongez la journée.`,
      `This call arrives after closing (${endS} s); remove it or lengthen the day.`,
    );
  const strange = trace.type.findIndex((type) => type >= scenario.types.length);
  if (strange >= 0)
    found.say(
      'E_UNKNOWN',
      `trace.type.${strange}`,
      `Le type ${trace.type[strange]} n’existe pas ; les types vont de 0 à ${scenario.types.length - 1}.`,
      `Type ${trace.type[strange]} does not exist; types go from 0 to ${scenario.types.length - 1}.`,
    );
}

/** Everything in a well-formed scenario that does not hold together. */
export function disagreements(scenario: Scenario): Problem[] {
  const found = new Findings();
  checkDay(scenario, found);
  checkUnique(
    scenario.types.map((type) => type.id),
    (i) => `types.${i}.id`,
    found,
  );
  checkUnique(
    scenario.groups.map((group) => group.id),
    (g) => `groups.${g}.id`,
    found,
  );
  for (const [i, type] of scenario.types.entries()) checkType(type, i, scenario, found);
  const types = new Set(scenario.types.map((type) => type.id));
  for (const [g, group] of scenario.groups.entries()) checkGroup(group, g, scenario, types, found);
  checkStaff(scenario, found);
  if (scenario.trace !== undefined) checkTrace(scenario.trace, scenario, found);
  if (scenario.arbitration !== undefined)
    found.problems.push(...arbitrationDisagreements(scenario.arbitration));
  checkGroupPolicies(scenario, found);
  if (found.problems.length > 0) return found.problems;
  const cost = tooCostly(scenario);
  return cost === null ? tooLong(scenario) : [cost];
}
