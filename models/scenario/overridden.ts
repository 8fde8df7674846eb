import { isProblem, type Says } from '../words/problem.ts';
import { HUMAN_PARTS } from './people.ts';
import { POLICY_NAMES, policyRow } from './policies.ts';
import type { Law, Scenario } from './scenario.ts';
import { pathsOf } from './set.ts';

/**
 * THE table of settings that have no effect, or little, where they stand: another part of the
 * scenario speaks instead. Whoever changes one is told, and told what to change.
 */

interface Row {
  /** Of which paths, positions in the place of ids; the first group is a position. */
  readonly at: RegExp;
  /** What is said where something else speaks, else null. */
  readonly says: (scenario: Scenario, position: number, path: string) => Says | null;
}

/** Calls of a type in the trace, and those of which a column says what a law would. */
function recorded(
  { trace }: Scenario,
  type: number,
  column: 'handlingS' | 'patienceS',
): { known: number; calls: number } {
  let [known, calls] = [0, 0];
  trace?.type.forEach((one, i) => {
    if (one !== type) return;
    calls += 1;
    if ((trace[column]?.[i] ?? null) !== null) known += 1;
  });
  return { known, calls };
}

/** A law of which the recorded day says some, or all. */
const ofTrace =
  (column: 'handlingS' | 'patienceS', what: Says): Row['says'] =>
  (scenario, type) => {
    const { known, calls } = recorded(scenario, type, column);
    if (known === 0) return null;
    return {
      fr: `la journée enregistrée (trace.${column}) donne ${what.fr} de ${known} appels sur ${calls} : cette loi ne sert que pour les autres`,
      en: `the recorded day (trace.${column}) gives ${what.en} of ${known} of ${calls} calls: this law only serves for the others`,
    };
  };

const isNone = (law: Law | undefined): boolean => law?.law === 'deterministic' && law.valueS === 0;

type Policy = NonNullable<Scenario['arbitration']>['policy'];

/** A setting that the policy in force does not heed. */
function unheeded(policy: Policy, path: string): Says | null {
  const setting = path.split('.').at(-1) ?? '';
  const { heeds } = policyRow(policy.name);
  const isHeeded = (by: readonly string[]): boolean => by.includes(setting);
  const isOfSome = POLICY_NAMES.some((name) => isHeeded(policyRow(name).heeds));
  if (!isOfSome || isHeeded(heeds)) return null;
  const list = heeds.join(', ');
  return {
    fr: `la politique ${policy.name} n’en tient pas compte${list === '' ? '' : ` ; elle suit ${list}`}`,
    en: `the policy ${policy.name} does not heed it${list === '' ? '' : `; it goes by ${list}`}`,
  };
}

const ROWS: readonly Row[] = [
  {
    at: /^types\.(\d+)\.handling(?:Factor)?\b/,
    says: ({ arbitration }) =>
      arbitration === undefined
        ? null
        : {
            fr: 'la durée des appels s’arbitre ; changez plutôt arbitration.handling ou arbitration.policy',
            en: 'the length of calls is arbitrated; change arbitration.handling or arbitration.policy instead',
          },
  },
  {
    at: /^types\.(\d+)\.handling(?:Factor)?\b/,
    says: ofTrace('handlingS', { fr: 'la durée', en: 'the handling' }),
  },
  {
    at: /^types\.(\d+)\.patience(?:Factor)?\b/,
    says: ofTrace('patienceS', { fr: 'la patience', en: 'the patience' }),
  },
  {
    at: /^types\.(\d+)\.(?:redial|retry|repeat)\.delay\b/,
    says: ({ types }, type, path) => {
      const way = path.split('.')[2] as 'redial' | 'retry' | 'repeat';
      return (types[type]?.[way].probability ?? 0) > 0
        ? null
        : {
            fr: `personne n’appelle de nouveau ainsi ; donnez aussi types.${type}.${way}.probability`,
            en: `nobody calls again in this way; give types.${type}.${way}.probability too`,
          };
    },
  },
  {
    at: /^types\.(\d+)\.wrapUpFactor\b/,
    says: ({ arbitration, types }, type) =>
      (arbitration?.handling.wrapUpMin ?? 0) > 0 || !isNone(types[type]?.wrapUp)
        ? null
        : {
            fr: `ce type n’a pas de travail après appel ; donnez aussi types.${type}.wrapUp`,
            en: `this type has no after-call work; give types.${type}.wrapUp too`,
          },
  },
  {
    at: /^types\.(\d+)\.patienceFactor\b/,
    says: ({ types }, type) =>
      types[type]?.patience.law === 'infinite'
        ? {
            fr: `ces clients ne raccrochent jamais ; donnez aussi types.${type}.patience`,
            en: `these callers never give up; give types.${type}.patience too`,
          }
        : null,
  },
  {
    at: /^arrivals\.busynessCv$/,
    says: ({ types }) =>
      types.some(({ perHour }) => [perHour].flat().some((rate) => rate > 0))
        ? null
        : {
            fr: 'aucun type n’a de débit (perHour) : il n’y a rien à faire varier',
            en: 'no type has a rate (perHour): there is nothing to vary',
          },
  },
  {
    at: /^arbitration\.handling\.wrapUpMin$/,
    says: ({ types }) =>
      types.some(({ wrapUp }) => isNone(wrapUp))
        ? null
        : {
            fr: 'chaque type a son propre travail après appel (wrapUp), qui l’emporte',
            en: 'each type has after-call work of its own (wrapUp), which prevails',
          },
  },
  {
    at: /^arbitration\.policy\b/,
    says: ({ arbitration, groups }, _, path) => {
      if (arbitration === undefined) return null;
      if (groups.every(({ policy }) => policy !== undefined))
        return {
          fr: 'chaque groupe a sa propre politique ; changez groups.….policy',
          en: 'each group has a policy of its own; change groups.….policy',
        };
      return unheeded(arbitration.policy, path);
    },
  },
  {
    at: /^groups\.(\d+)\.policy\./,
    says: ({ groups }, group, path) => {
      const policy = groups[group]?.policy;
      return policy === undefined ? null : unheeded(policy, path);
    },
  },
  {
    at: new RegExp(`^arbitration\\.(?:${HUMAN_PARTS.join('|')})\\b`),
    says: ({ arbitration }) =>
      arbitration?.people === false
        ? {
            fr: 'les hypothèses humaines sont laissées de côté (people)',
            en: 'the human hypotheses are left out (people)',
          }
        : null,
  },
];

/** The path with positions in the place of ids, as the table has it. */
function positioned({ groups, types }: Scenario, path: string): string {
  const [list, name, ...rest] = path.split('.');
  if (name === undefined || (list !== 'types' && list !== 'groups')) return path;
  const at = (list === 'types' ? types : groups).findIndex(({ id }) => id === name);
  return [list, at < 0 ? name : at, ...rest].join('.');
}

/**
 * Why a setting has no effect in a scenario, or on how few it has: a sentence for each part that
 * speaks instead; none where it does what it says.
 * @param path as `--set` takes it: `types.calls.handling.meanS`, `types.*.perHour`
 */
export function overridden(scenario: Scenario, path: string): Says[] {
  const paths = pathsOf(scenario, path);
  return isProblem(paths) ? [] : paths.flatMap((one) => overriddenAt(scenario, one));
}

function overriddenAt(scenario: Scenario, path: string): Says[] {
  const at = positioned(scenario, path);
  return ROWS.flatMap((row) => {
    const found = row.at.exec(at);
    const says = found === null ? null : row.says(scenario, Number(found[1] ?? -1), at);
    if (says === null) return [];
    return {
      fr: `--set ${path} : sans effet, ou presque : ${says.fr}.`,
      en: `--set ${path}: little or no effect: ${says.en}.`,
    };
  });
}

/** What decides who calls and when: the demand, and nothing that is done with it. */
const demandOf = ({ arrivals, day, trace, types }: Scenario): string =>
  JSON.stringify([
    day.lengthMin,
    arrivals,
    types.map(({ bursts, id, perHour, shape }) => [id, perHour, shape, bursts]),
    trace ?? null,
  ]);

/** Whether two centres under one seed meet the same callers, day by day (RULES A8). */
export const haveSameCallers = (a: Scenario, b: Scenario): boolean => demandOf(a) === demandOf(b);
