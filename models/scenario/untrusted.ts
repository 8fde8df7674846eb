import { type Problem, problem } from '../words/problem.ts';

/**
 * The border of the product: what comes from outside is copied, value by value, into plain data of
 * bounded size before anything else looks at it. So no later step can overflow the stack, meet a
 * getter, or touch a prototype.
 */

const MAX_DEPTH = 32;
/** Values in one scenario: six columns of the longest trace, twice the longest profiles. */
const MAX_VALUES = 1_000_000;
/** Characters of one file: the longest trace fits three times. */
export const MAX_TEXT = 8_000_000;

type Path = readonly (string | number)[];

/** A text as it may be shown in a sentence: short, on one line, without control characters. */
export function plain(text: string, length: number): string {
  const line = text.slice(0, length + 1).replace(/[\p{C}\p{Z}]+/gu, ' ');
  return line.length > length ? `${line.slice(0, length)}…` : line;
}

/** A value as it may be shown in a sentence: short, on one line, without control characters. */
export function shown(value: unknown, length = 40): string {
  let text: string;
  if (typeof value === 'string') text = `"${value.slice(0, length + 1)}"`;
  else if (Array.isArray(value)) text = '[…]';
  else if (typeof value === 'object' && value !== null) text = '{…}';
  else text = String(value);
  return plain(text, length);
}

const step = (key: string): string =>
  key === '' ? '""' : key.slice(0, 40).replace(/[\p{C}\p{Z}.]+/gu, '_');

/** `groups.0.staff`; a key of any length or alphabet stays readable. */
export const dotted = (path: readonly PropertyKey[]): string =>
  path.map((key) => step(String(key))).join('.');

class Refused extends Error {
  readonly problem: Problem;
  constructor(refusal: Problem) {
    super(refusal.says.en);
    this.problem = refusal;
  }
}

const refuse = (code: Problem['code'], path: Path, fr: string, en: string): never => {
  throw new Refused(problem(code, dotted(path), fr, en));
};

const isPlain = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value);
  return (
    prototype === null ||
    prototype === Object.prototype ||
    Object.getPrototypeOf(prototype) === null
  );
};

class Copier {
  private left = MAX_VALUES;

  copy(value: unknown, path: Path): unknown {
    this.left -= 1;
    if (this.left < 0)
      refuse(
        'E_SIZE',
        [],
        `Plus de ${MAX_VALUES} valeurs : c’est trop pour un scénario ; raccourcissez ses listes.`,
        `More than ${MAX_VALUES} values: too much for a scenario; shorten its lists.`,
      );
    if (typeof value === 'number') return value === 0 ? 0 : value;
    if (
      typeof value === 'string' ||
      typeof value === 'boolean' ||
      value === null ||
      value === undefined
    )
      return value;
    if (typeof value !== 'object')
      return refuse(
        'E_TYPE',
        path,
        'Ce genre de valeur n’existe pas dans un fichier JSON ; mettez un nombre, un texte, une liste ou un objet.',
        'JSON has no value of this kind; give a number, a text, a list or an object.',
      );
    if (path.length >= MAX_DEPTH)
      refuse(
        'E_SIZE',
        path.slice(0, 8),
        `Plus de ${MAX_DEPTH} niveaux imbriqués ; un scénario en a moins de dix.`,
        `More than ${MAX_DEPTH} nested levels; a scenario has fewer than ten.`,
      );
    if (Array.isArray(value)) return this.list(value, path);
    if (!isPlain(value))
      return refuse(
        'E_TYPE',
        path,
        'Ceci n’est pas un simple objet JSON { … } ; donnez-en un.',
        'This is not a plain JSON object { … }; give one.',
      );
    return this.fields(value as Record<string, unknown>, path);
  }

  private list(value: readonly unknown[], path: Path): unknown[] {
    if (value.length > this.left)
      refuse(
        'E_SIZE',
        path,
        `Liste de ${value.length} valeurs : c’est trop ; raccourcissez-la.`,
        `A list of ${value.length} values is too much; shorten it.`,
      );
    const out: unknown[] = [];
    for (let i = 0; i < value.length; i++) out.push(this.copy(value[i], [...path, i]));
    return out;
  }

  private fields(value: Record<string, unknown>, path: Path): Record<string, unknown> {
    const out: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      if (key === '__proto__')
        refuse(
          'E_TYPE',
          [...path, key],
          'Un champ ne peut pas porter ce nom ; retirez-le.',
          'A field cannot have this name; remove it.',
        );
      const copy = this.copy(value[key], [...path, key]);
      if (copy !== undefined) out[key] = copy;
    }
    return out;
  }
}

/** A copy of plain data (-0 becomes 0), or why it cannot be taken in. */
export function crossBorder(
  raw: unknown,
): { ok: true; value: unknown } | { ok: false; problem: Problem } {
  try {
    return { ok: true, value: new Copier().copy(raw, []) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    // A getter or a proxy of the caller's threw: what it holds cannot be read.
    return {
      ok: false,
      problem: problem(
        'E_TYPE',
        '',
        'Ce contenu ne se laisse pas lire ; donnez un simple objet JSON.',
        'This content cannot be read; give a plain JSON object.',
      ),
    };
  }
}
