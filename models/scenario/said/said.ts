import { scenarioJsonSchema } from '../scenario.ts';
import { CHOICES, UNITS } from './choices.ts';
import { FRENCH_ARBITRATION } from './french-arbitration.ts';
import { FRENCH_CENTRE } from './french-centre.ts';
import { FRENCH_PEOPLE } from './french-people.ts';
import { spoken } from './titles.ts';

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

/** A description of the schema with its French. */
export const describedIn = (english: string): BothSay => ({
  fr: FRENCH[english] ?? english,
  en: english,
});

const both = (pair: readonly [string, string] | undefined, other: string): BothSay => ({
  fr: pair?.[0] ?? other,
  en: pair?.[1] ?? other,
});

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
