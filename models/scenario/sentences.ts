import type { z } from 'zod';
import { type Problem, type ProblemCode, problem } from '../words/problem.ts';
import { BLANK, UNSEEN } from './fields.ts';
import { fieldsAt, meant, unitAt } from './shape.ts';
import { dotted, plain, shown } from './untrusted.ts';

/**
 * What the schema refuses, said in our own words, in both languages: what is wrong, where, and what
 * to do. One function for each kind of refusal; the library's own messages never reach a screen.
 */

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const KINDS: Record<string, readonly [fr: string, en: string]> = {
  number: ['un nombre', 'a number'],
  int: ['un nombre entier', 'a whole number'],
  string: ['un texte', 'a text'],
  boolean: ['true ou false', 'true or false'],
  array: ['une liste [ ]', 'a list [ ]'],
  object: ['un objet { }', 'an object { }'],
  null: ['null', 'null'],
};
const kind = (name: string): readonly [string, string] => KINDS[name] ?? [name, name];

const valueAt = (raw: unknown, path: Path): unknown => {
  let value = raw;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
};

/** The last name on the path, as said in a sentence: `staff`, or `perHour[3]` for a list's item. */
function called(path: Path): string {
  let name = '';
  for (const key of path)
    name = typeof key === 'number' ? `${name}[${key}]` : plain(String(key), 40);
  return name;
}
const fr = (path: Path): string => (path.length === 0 ? 'le scénario' : `« ${called(path)} »`);
const en = (path: Path): string => (path.length === 0 ? 'the scenario' : `"${called(path)}"`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const say = (code: ProblemCode, path: Path, french: string, english: string): Problem =>
  problem(code, dotted(path), capital(french), capital(english));

function wrongKind(raw: unknown, path: Path, expected: readonly string[]): Problem {
  const value = valueAt(raw, path);
  const frKinds = expected.map((name) => kind(name)[0]).join(' ou ');
  const enKinds = expected.map((name) => kind(name)[1]).join(' or ');
  if (value === undefined)
    return say(
      'E_TYPE',
      path,
      `il manque ${fr(path)} : ajoutez ${frKinds}.`,
      `${en(path)} is missing: add ${enKinds}.`,
    );
  if (typeof value === 'number' && !Number.isFinite(value))
    return say(
      'E_RANGE',
      path,
      `${fr(path)} n’est pas un nombre fini ; donnez ${frKinds}.`,
      `${en(path)} is not a finite number; give ${enKinds}.`,
    );
  if (typeof value === 'number' && expected.includes('int'))
    return say(
      'E_RANGE',
      path,
      `${fr(path)} vaut ${shown(value)} ; il faut un nombre entier.`,
      `${en(path)} is ${shown(value)}; it must be a whole number.`,
    );
  return say(
    'E_TYPE',
    path,
    `${fr(path)} vaut ${shown(value)} ; il faut ${frKinds}.`,
    `${en(path)} is ${shown(value)}; it must be ${enKinds}.`,
  );
}

function outside(
  raw: unknown,
  path: Path,
  issue: Issue & { code: 'too_small' | 'too_big' },
): Problem {
  const value = valueAt(raw, path);
  const low = issue.code === 'too_small';
  const limit = Number(low ? issue.minimum : issue.maximum);
  if (issue.origin === 'string' || issue.origin === 'array')
    return wrongLength(path, value, low, limit, issue.origin);
  const unit = unitAt(raw, path);
  const bound = unit === '' ? String(limit) : `${limit} ${unit}`;
  return low
    ? say(
        'E_RANGE',
        path,
        `${fr(path)} vaut ${shown(value)} ; il faut au moins ${bound}.`,
        `${en(path)} is ${shown(value)}; it must be at least ${bound}.`,
      )
    : say(
        'E_RANGE',
        path,
        `${fr(path)} vaut ${shown(value)} ; il faut au plus ${bound}.`,
        `${en(path)} is ${shown(value)}; it must be at most ${bound}.`,
      );
}

function wrongLength(
  path: Path,
  value: unknown,
  low: boolean,
  limit: number,
  origin: string,
): Problem {
  const long = typeof value === 'string' || Array.isArray(value) ? value.length : 0;
  const [frWhat, enWhat] =
    origin === 'string' ? ['caractères', 'characters'] : ['valeurs', 'values'];
  if (low && long === 0)
    return say(
      'E_RANGE',
      path,
      `${fr(path)} est vide ; mettez-y quelque chose.`,
      `${en(path)} is empty; put something in it.`,
    );
  return low
    ? say(
        'E_RANGE',
        path,
        `${fr(path)} a ${long} ${frWhat} ; il en faut au moins ${limit}.`,
        `${en(path)} has ${long} ${enWhat}; it needs at least ${limit}.`,
      )
    : say(
        'E_RANGE',
        path,
        `${fr(path)} a ${long} ${frWhat} ; il en faut au plus ${limit}.`,
        `${en(path)} has ${long} ${enWhat}; it may have at most ${limit}.`,
      );
}

/** Every text of the scenario that has a form has one of these three. */
function wrongForm(raw: unknown, path: Path): Problem {
  const given = valueAt(raw, path);
  const value = shown(given);
  const unseen = typeof given === 'string' ? UNSEEN.exec(given) : null;
  if (unseen !== null)
    return say(
      'E_TYPE',
      path,
      `${fr(path)} contient un caractère de contrôle (${codePoint(unseen[0])}) ; retirez-le.`,
      `${en(path)} holds a control character (${codePoint(unseen[0])}); remove it.`,
    );
  if (typeof given === 'string' && BLANK.test(given))
    return say(
      'E_TYPE',
      path,
      `${fr(path)} n’est fait que de blancs ; écrivez quelque chose qui se lise.`,
      `${en(path)} is nothing but blanks; write something that can be read.`,
    );
  return path[path.length - 1] === 'opensAt'
    ? say(
        'E_TYPE',
        path,
        `${fr(path)} vaut ${value} ; il faut une heure HH:MM, par exemple "09:00".`,
        `${en(path)} is ${value}; it must be a time HH:MM, for instance "09:00".`,
      )
    : say(
        'E_TYPE',
        path,
        `${fr(path)} vaut ${value} ; il faut un nom court de 1 à 32 caractères : lettres sans accent, chiffres, - et _.`,
        `${en(path)} is ${value}; it must be a short name of 1 to 32 characters: plain letters, digits, - and _.`,
      );
}

/** As Unicode writes it: U+0007. */
const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

function notInList(raw: unknown, path: Path, choices: readonly unknown[]): Problem {
  const value = valueAt(raw, path);
  const list = choices.map((choice) => shown(choice)).join(', ');
  if (value === undefined)
    return say(
      'E_TYPE',
      path,
      `il manque ${fr(path)} ; mettez : ${list}.`,
      `${en(path)} is missing; put: ${list}.`,
    );
  if (path.length === 1 && path[0] === 'format')
    return say(
      'E_VERSION',
      path,
      `ce fichier dit être au format ${shown(value)} ; ce programme lit ${list}.`,
      `this file says its format is ${shown(value)}; this program reads ${list}.`,
    );
  const guess = typeof value === 'string' ? meant(value, choices.map(String)) : undefined;
  const [frGuess, enGuess] =
    guess === undefined
      ? ['', '']
      : [` Vouliez-vous dire "${guess}" ?`, ` Did you mean "${guess}"?`];
  return say(
    'E_TYPE',
    path,
    `${fr(path)} vaut ${shown(value)}, qui n’existe pas ; les choix sont : ${list}.${frGuess}`,
    `${en(path)} is ${shown(value)}, which does not exist; the choices are: ${list}.${enGuess}`,
  );
}

/** `names` can stand at `path`; `key` cannot. */
export function unknownField(path: Path, key: string, names: readonly string[]): Problem {
  const at = [...path, key];
  const guess = meant(key, names);
  if (guess !== undefined)
    return say(
      'E_TYPE',
      at,
      `${fr(at)} n’existe pas ici ; vouliez-vous dire « ${guess} » ?`,
      `${en(at)} does not exist here; did you mean "${guess}"?`,
    );
  if (names.length === 0)
    return say(
      'E_TYPE',
      at,
      `${fr(at)} n’existe pas ici : aucun champ ne peut y être.`,
      `${en(at)} does not exist here: it takes no fields.`,
    );
  const list = names.join(', ');
  return say(
    'E_TYPE',
    at,
    `${fr(at)} n’existe pas ici ; les champs sont : ${list}.`,
    `${en(at)} does not exist here; the fields are: ${list}.`,
  );
}

/** Of a union, the branch the value was meant for; or all the kinds it could have been. */
function union(raw: unknown, path: Path, branches: readonly (readonly Issue[])[]): Problem[] {
  const expected: string[] = [];
  for (const issues of branches) {
    const first = issues[0];
    if (first === undefined) continue;
    if (first.code !== 'invalid_type' || first.path.length > 0)
      return issues.flatMap((issue) => sentencesOf(raw, issue, path));
    expected.push(first.expected);
  }
  return [wrongKind(raw, path, expected)];
}

/** One refusal of the schema as one or more Problems; `base` is where the schema stood. */
export function sentencesOf(raw: unknown, issue: Issue, base: Path = []): Problem[] {
  const path = [...base, ...issue.path];
  switch (issue.code) {
    case 'invalid_type':
      return [wrongKind(raw, path, [issue.expected])];
    case 'too_small':
    case 'too_big':
      return [outside(raw, path, issue)];
    case 'invalid_format':
      return [wrongForm(raw, path)];
    case 'invalid_value':
      return [notInList(raw, path, issue.values)];
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownField(path, key, fieldsAt(raw, path)));
    case 'invalid_union': {
      const choices = (issue as { options?: readonly unknown[] }).options;
      if (choices !== undefined) return [notInList(raw, path, choices)];
      return union(raw, path, issue.errors);
    }
    default:
      return [
        say(
          'E_TYPE',
          path,
          `${fr(path)} n’a pas la forme attendue ; comparez avec « contretemps schema ».`,
          `${en(path)} does not have the expected form; compare with "contretemps schema".`,
        ),
      ];
  }
}
