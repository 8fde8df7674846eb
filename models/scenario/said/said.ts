import { scenarioJsonSchema } from '../scenario.ts';
import { CHOICES, UNITS } from './choices.ts';
import { FRENCH_ARBITRATION } from './french-arbitration.ts';
import { FRENCH_CENTRE } from './french-centre.ts';
import { FRENCH_PEOPLE } from './french-people.ts';
import { TITLES_ARBITRATION } from './titles-arbitration.ts';
import { TITLES_CENTRE } from './titles-centre.ts';

/**
 * What the schema says, in both languages: its descriptions, written there in English, the titles
 * of a form, the choices and the units. Asked for through a door of its own: only who edits a
 * scenario, or prints its schema in French, loads the words.
 */

interface BothSay {
  readonly fr: string;
  readonly en: string;
}

export const FRENCH: Readonly<Record<string, string>> = {
  ...FRENCH_CENTRE,
  ...FRENCH_ARBITRATION,
  ...FRENCH_PEOPLE,
};
export const TITLES = { ...TITLES_CENTRE, ...TITLES_ARBITRATION };

/** A description of the schema with its French. */
export const describedIn = (english: string): BothSay => ({
  fr: FRENCH[english] ?? english,
  en: english,
});

const RETURNS = ['redial', 'retry', 'repeat'];
/** Where a law stands; below are its parameters. */
const LAWS = /^(?:types\.(?:handling|wrapUp|patience)|return\.delay)\.(.+)$/;

/**
 * The name under which the tables know the field at a path of the file: positions in lists are
 * left out, those in rows of fixed length kept; what stands in several places has one name.
 */
export function spoken(path: readonly (string | number)[]): string {
  const [first, , third] = path;
  const kept = path.filter((step, i) => {
    if (typeof step === 'string') return true;
    return path[0] === 'arbitration' && i === 3 && path[2] !== 'peaksMin';
  });
  if (first === 'types' && RETURNS.includes(String(third)) && kept.length > 2)
    kept.splice(0, 2, 'return');
  if (first === 'groups' && third === 'policy' && kept.length > 2) kept.splice(0, 1, 'arbitration');
  const name = kept.join('.');
  const law = LAWS.exec(name);
  return law === null ? name : `law.${law[1]}`;
}

const both = (pair: readonly [string, string] | undefined, other: string): BothSay => ({
  fr: pair?.[0] ?? other,
  en: pair?.[1] ?? other,
});

/** What a form calls the field at a path of the file. */
export const titleOf = (path: readonly (string | number)[]): BothSay =>
  both(TITLES[spoken(path)], String(path.at(-1) ?? ''));

/** What a form calls one choice of the field at a path. */
export const choiceOf = (path: readonly (string | number)[], choice: string): BothSay =>
  both(CHOICES[`${spoken(path)}=${choice}`], choice);

/** A unit of the schema as it stands beside a number. */
export const unitSaid = (unit: string): BothSay => both(UNITS[unit], unit);

/** The JSON Schema of a scenario file with its descriptions in French. */
export function frenchJsonSchema(): object {
  const french = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(french);
    if (typeof node !== 'object' || node === null) return node;
    const entries = Object.entries(node).map(([key, value]): [string, unknown] => [
      key,
      key === 'description' && typeof value === 'string' ? describedIn(value).fr : french(value),
    ]);
    return Object.fromEntries(entries);
  };
  return { ...(french(scenarioJsonSchema()) as object), title: 'Scénario de Contretemps' };
}
