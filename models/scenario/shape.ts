import { scenarioJsonSchema } from './scenario.ts';

/**
 * What may stand where in a scenario file, read from its JSON Schema: used to name the fields that
 * exist beside an unknown one, and to find one's way for `--set`.
 */
export interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly const?: unknown;
  readonly unit?: string;
  readonly description?: string;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly default?: unknown;
}

let root: Shape | undefined;
const rootShape = (): Shape => {
  root ??= scenarioJsonSchema() as Shape;
  return root;
};

const kindOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
};

const fits = (shape: Shape, value: unknown): boolean => {
  const kind = kindOf(value);
  if (shape.type === 'integer') return kind === 'number';
  if (shape.type !== kind) return false;
  const law = shape.properties?.['law']?.const;
  return law === undefined || law === (value as Record<string, unknown>)['law'];
};

/** The branch of a union that the value means; where none fits, the first one that has fields. */
export function branch(shape: Shape, value: unknown): Shape {
  const choices = shape.oneOf ?? shape.anyOf;
  if (choices === undefined) return shape;
  return (
    choices.find((choice) => fits(choice, value)) ??
    choices.find((choice) => choice.properties !== undefined) ??
    choices[0] ??
    shape
  );
}

/** The shape one step further, or undefined where nothing may stand there. */
export function within(shape: Shape, key: string | number): Shape | undefined {
  if (typeof key === 'number') return shape.items;
  return shape.properties !== undefined && Object.hasOwn(shape.properties, key)
    ? shape.properties[key]
    : undefined;
}

/** The shape at a path of the file `raw`, with the value that stands there. */
export function shapeAt(
  raw: unknown,
  path: readonly PropertyKey[],
): { shape: Shape; value: unknown } | undefined {
  let shape = branch(rootShape(), raw);
  let value = raw;
  for (const key of path) {
    if (typeof key === 'symbol') return undefined;
    const next = within(shape, key);
    if (next === undefined) return undefined;
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined;
    shape = branch(next, value);
  }
  return { shape, value };
}

/** The names of the fields that may stand in the object at this path. */
export const fieldsAt = (raw: unknown, path: readonly PropertyKey[]): string[] =>
  Object.keys(shapeAt(raw, path)?.shape.properties ?? {});

/** The unit of the number at this path, or ''. */
export function unitAt(raw: unknown, path: readonly PropertyKey[]): string {
  for (let length = path.length; length > 0; length--) {
    const unit = shapeAt(raw, path.slice(0, length))?.shape.unit;
    if (unit !== undefined) return unit === '1' ? '' : unit;
    if (typeof path[length - 1] !== 'number') return '';
  }
  return '';
}

/** Letters to change to go from one word to the other, at most `most` (then `most` + 1). */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The name somebody most likely meant, or undefined. */
export function meant(word: string, names: readonly string[]): string | undefined {
  const lower = word.slice(0, 60).toLowerCase();
  let best: string | undefined;
  let least = 3;
  for (const name of names) {
    const off = distance(lower, name.toLowerCase(), 2);
    if (off < least && off < name.length) {
      least = off;
      best = name;
    }
  }
  return best;
}
