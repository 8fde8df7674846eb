import type { Arbitration } from '../scenario/arbitration.ts';
import { POLICIES, POLICY_NAMES, type PolicyName, policyRow } from '../scenario/policies.ts';
import { type Reading, readScenario } from '../scenario/read.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { meant } from '../scenario/shape.ts';
import { plain, shown } from '../scenario/untrusted.ts';
import { type Problem, problem } from '../words/problem.ts';

/**
 * Policies of arbitration as a person names them, `queueThreshold:atWaiting=2`, and a scenario
 * played by one of them (MODEL 11). All else stays the scenario's: its callers, costs, and those
 * settings of its policy that the name does not give.
 */

type Settings = Omit<Arbitration['policy'], 'name'>;
export type PolicySetting = keyof Settings;

/** What every policy heeds. */
const ALWAYS: readonly PolicySetting[] = ['capMin', 'floor', 'masks'];

/** A policy, with some settings of its own. */
export interface PolicyVariant {
  /** As it was named; what it is called in reports. */
  readonly asked: string;
  readonly name: PolicyName;
  /** As typed: read, and refused where they have no meaning, with the scenario. */
  readonly settings: Readonly<Partial<Record<PolicySetting, unknown>>>;
}

/** The settings a policy heeds. */
export const settingsOf = (name: PolicyName): readonly PolicySetting[] => [
  ...policyRow(name).heeds,
  ...ALWAYS,
];

const isPolicy = (name: string): name is PolicyName => Object.hasOwn(POLICIES, name);

const guessed = (word: string, names: readonly string[]): readonly [fr: string, en: string] => {
  const guess = meant(word, names);
  return guess === undefined
    ? ['', '']
    : [` Vouliez-vous dire « ${guess} » ?`, ` Did you mean "${guess}"?`];
};

function noSuchPolicy(name: string): Problem {
  const list = POLICY_NAMES.join(', ');
  const [fr, en] = guessed(name, POLICY_NAMES);
  return problem(
    'E_UNKNOWN',
    '',
    `Aucune politique ne s’appelle ${shown(name)} ; les choix sont : ${list}.${fr}`,
    `No policy is called ${shown(name)}; the choices are: ${list}.${en}`,
  );
}

function noSuchSetting(name: PolicyName, key: string): Problem {
  const names = settingsOf(name);
  const list = names.join(', ');
  const [fr, en] = guessed(key, names);
  return problem(
    'E_UNKNOWN',
    '',
    `La politique « ${name} » n’a pas de réglage ${shown(key)} ; les choix sont : ${list}.${fr}`,
    `The policy "${name}" has no setting ${shown(key)}; the choices are: ${list}.${en}`,
  );
}

const notASetting = (name: PolicyName, word: string): Problem =>
  problem(
    'E_TYPE',
    '',
    `Après « ${name}: » viennent des réglages nom=valeur, par exemple ${name}:${settingsOf(name)[0]}=5 ; reçu ${shown(word)}.`,
    `After "${name}:" come settings name=value, for instance ${name}:${settingsOf(name)[0]}=5; got ${shown(word)}.`,
  );

const twice = (name: PolicyName, key: PolicySetting): Problem =>
  problem(
    'E_DUP',
    '',
    `La politique « ${name} » reçoit deux fois ${key} ; donnez une seule valeur.`,
    `The policy "${name}" is given ${key} twice; give one value.`,
  );

/** A value as typed: JSON where it is JSON, else the text itself. */
function typed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Reads `NAME` or `NAME:setting=value,setting=value`; a Problem lists what there is. */
export function readPolicy(text: string): PolicyVariant | Problem {
  const colon = text.indexOf(':');
  const name = colon < 0 ? text : text.slice(0, colon);
  if (!isPolicy(name)) return noSuchPolicy(name);
  const settings: Partial<Record<PolicySetting, unknown>> = {};
  for (const word of colon < 0 ? [] : text.slice(colon + 1).split(',')) {
    const equals = word.indexOf('=');
    if (equals < 1 || equals === word.length - 1) return notASetting(name, word);
    const key = settingsOf(name).find((one) => one === word.slice(0, equals));
    if (key === undefined) return noSuchSetting(name, word.slice(0, equals));
    if (key in settings) return twice(name, key);
    settings[key] = typed(word.slice(equals + 1));
  }
  return { asked: plain(text, 120), name, settings };
}

/**
 * The scenario played by a policy, or why that cannot be (a pace above the cap, say). A RangeError
 * where the scenario arbitrates nothing.
 */
export function withPolicy(scenario: Scenario, { name, settings }: PolicyVariant): Reading {
  const { arbitration } = scenario;
  if (arbitration === undefined)
    throw new RangeError('scenario must have an arbitration; it has none');
  // Who names a mask means it, whatever the scenario's agents slide into.
  const worn = policyRow(name).isMask ? { masks: 'imposed' } : {};
  const policy = { ...arbitration.policy, ...worn, ...settings, name };
  return readScenario({ ...scenario, arbitration: { ...arbitration, policy } });
}

/** The policy of a scenario and the settings it heeds; null where nothing is arbitrated. */
export function policyOf({
  arbitration,
}: Scenario): ({ readonly name: PolicyName } & Partial<Settings>) | null {
  if (arbitration === undefined) return null;
  const { policy } = arbitration;
  const heeded = settingsOf(policy.name).map((key) => [key, policy[key]] as const);
  return { name: policy.name, ...(Object.fromEntries(heeded) as Partial<Settings>) };
}

/** Paces tried are those at which a usual need gets so many times `tau` of work. */
const WORK_OF_TAU = [1, 4 / 3, 5 / 3, 2, 7 / 3, 8 / 3, 3] as const;

/**
 * Handling times among which the best fixed pace is looked for, min, shortest first: the fixed part
 * and one to three times tau, which resolves 63 to 95 % of what can be resolved; half a minute
 * apart with MODEL's defaults, 3 to 6 min. None is above the cap.
 */
export function paceGrid({ arbitration }: Scenario): number[] {
  if (arbitration === undefined) return [];
  const { handling, policy, resolution } = arbitration;
  const fixedMin = Math.max(0.1, handling.fixedMin + handling.explainMin);
  const grid = WORK_OF_TAU.map((times) => fixedMin + times * resolution.tauMin)
    .map((pace) => Math.round(pace * 100) / 100)
    .filter((pace) => pace >= fixedMin && pace <= policy.capMin);
  return [...new Set(grid.length > 0 ? grid : [Math.min(fixedMin, policy.capMin)])];
}
