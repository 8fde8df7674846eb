import { describe, expect, it } from 'vitest';
import { CHOICES, UNITS } from '../../../../models/scenario/said/choices.ts';
import {
  choiceOf,
  describedIn,
  FRENCH,
  frenchJsonSchema,
} from '../../../../models/scenario/said/said.ts';
import { spoken, TITLES, titleAlone, titleOf } from '../../../../models/scenario/said/titles.ts';
import { scenarioJsonSchema } from '../../../../models/scenario/scenario.ts';

interface Node {
  readonly [key: string]: unknown;
  readonly description?: string;
  readonly unit?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node | false;
  readonly prefixItems?: readonly Node[];
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
}

type Path = readonly (string | number)[];
type Place = readonly [path: Path, node: Node];

/** Every place of a schema, where it stands in a file: an item of a list at position 0. */
function places(node: Node, path: Path = []): Place[] {
  const fields = Object.entries(node.properties ?? {}).map(
    ([key, one]): Place => [[...path, key], one],
  );
  const items: Place[] = node.items ? [[[...path, 0], node.items]] : [];
  const row = (node.prefixItems ?? []).map((one, i): Place => [[...path, i], one]);
  const ways = [...(node.anyOf ?? []), ...(node.oneOf ?? [])].map((one): Place => [path, one]);
  const below = [...fields, ...items, ...row, ...ways].flatMap(([at, one]) => places(one, at));
  return [[path, node], ...below];
}

const ALL = places(scenarioJsonSchema() as Node);
/** What a form shows: neither the format, nor a recorded day, nor the languages of a text. */
const SHOWN = ALL.filter(
  ([path]) =>
    path.length > 0 &&
    !['format', 'trace'].includes(String(path[0])) &&
    !['fr', 'en'].includes(String(path.at(-1))),
);
/** A number in a list, or an item of one, goes by the name of its list. */
const isItem = ([path, node]: Place): boolean =>
  typeof path.at(-1) === 'number' && spoken(path) === spoken(path.slice(0, -1)) && !node.enum;

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

describe('every description of the schema', () => {
  const described = ALL.flatMap(([, { description }]) => description ?? []);

  it('has its French, and no French speaks of what is not there', () => {
    expect(described.length).toBeGreaterThan(390);
    expect(sorted(Object.keys(FRENCH))).toEqual(sorted(described));
  });

  it('is in French as French is printed', () => {
    for (const [english, french] of Object.entries(FRENCH)) {
      expect(french, english).toMatch(/^[A-ZÀÉ].*\.$/u);
      expect(french, english).not.toMatch(/['"`]|\.\.\.|\s\s/);
      expect(french, `${english}: a space is missing`).not.toMatch(/[^\s«][;!?»]|«[^\s]|\p{Ll}:/u);
    }
  });

  it('names in French no field that the English does not name', () => {
    const named = (text: string): string[] => text.match(/[a-z]+(?:[A-Z.][A-Za-z]+)+/g) ?? [];
    for (const [english, french] of Object.entries(FRENCH))
      expect(named(english), english).toEqual(expect.arrayContaining(named(french)));
  });
});

describe('every field that a form shows', () => {
  it('has a title in both languages, and no title speaks of what is not there', () => {
    const fields = SHOWN.filter((place) => !isItem(place)).map(([path]) => spoken(path));
    expect(sorted(Object.keys(TITLES)).filter((name) => name !== 'law')).toEqual(sorted(fields));
    expect(titleOf(['types', 3, 'perHour'])).toEqual({
      fr: 'Appels par heure',
      en: 'Calls per hour',
    });
  });

  it('is called short enough to stand before its number, and typeset', () => {
    for (const [name, [fr, en]] of Object.entries({ ...TITLES, ...CHOICES })) {
      expect(fr.length, name).toBeLessThanOrEqual(34);
      expect(en.length, name).toBeLessThanOrEqual(34);
      expect(`${fr}${en}`, name).not.toMatch(/['"`.]/);
    }
  });

  it('has words for each of its choices, and its unit', () => {
    const choices = SHOWN.flatMap(([path, { const: one, enum: many }]) =>
      [...(many ?? []), ...(one === undefined ? [] : [one])].map(
        (choice) => `${spoken(path)}=${String(choice)}`,
      ),
    );
    expect(sorted(Object.keys(CHOICES))).toEqual(sorted(choices));
    const units = ALL.flatMap(([, { unit }]) => unit ?? []);
    expect(sorted(Object.keys(UNITS))).toEqual(sorted(units));
    expect(choiceOf(['types', 0, 'redial', 'delay', 'law'], 'gamma').en).toBe('gamma');
  });
});

describe('the schema in French', () => {
  it('is the schema, but for what it says', () => {
    const mute = (schema: object): string =>
      JSON.stringify(schema, (key, value: unknown) =>
        ['description', 'title'].includes(key) && typeof value === 'string' ? '' : value,
      );
    expect(mute(frenchJsonSchema())).toBe(mute(scenarioJsonSchema()));
    const text = JSON.stringify(frenchJsonSchema());
    expect(text).toContain('Nombre moyen de premiers appels par heure');
    expect(text).not.toContain('Mean number of first calls per hour.');
  });

  it('leaves a sentence that nobody wrote as it is', () => {
    expect(describedIn('Unheard of.').fr).toBe('Unheard of.');
  });
});

describe('a number of a scenario that stands alone', () => {
  it.each([
    ['arrivals.busynessCv', 'Variations du volume : d’un jour à l’autre'],
    ['types.calls.patience.meanS', 'Patience : moyenne'],
    ['types.calls.bursts.0.lengthMin', 'Afflux : durée'],
    ['types.calls.redial.probability', 'Rappeler après avoir raccroché : probabilité de rappeler'],
  ])('is called after what it belongs to: %s', (path, fr) => {
    expect(titleAlone(path).fr).toBe(fr);
  });
});
