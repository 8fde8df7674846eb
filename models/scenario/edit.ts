/**
 * A scenario file changed value by value, without touching the one it was: what an editor needs to
 * undo, to tell what differs from where one began, and to take one difference back.
 */

export type FilePath = readonly (string | number)[];

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path of a file, or undefined. */
export function valueAt(file: unknown, path: FilePath): unknown {
  let value = file;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

/**
 * The file with `value` at `path`, as a new one that shares what did not change. Undefined takes
 * the field out, or the item out of its list; what is missing on the way is begun as an object.
 */
export function withValue(file: unknown, path: FilePath, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(file)) {
    const at = Number(key);
    const next = rest.length === 0 ? value : withValue(file[at], rest, value);
    return next === undefined ? file.filter((_, i) => i !== at) : file.with(at, next);
  }
  const fields: Fields = isFields(file) ? file : {};
  const next = rest.length === 0 ? value : withValue(fields[key], rest, value);
  if (next !== undefined) return { ...fields, [key]: next };
  const { [key]: _, ...kept } = fields;
  return kept;
}

/** The file with an item more in the list at `path`, at this position. */
export function withItem(file: unknown, path: FilePath, at: number, item: unknown): unknown {
  const list = valueAt(file, path);
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  return withValue(file, path, [...items.slice(0, at), item, ...items.slice(at)]);
}

/** One difference between two files. */
export interface Difference {
  /** In the later file; of an item taken out, in the earlier one. */
  readonly path: FilePath;
  /** Undefined: it was not there. */
  readonly before: unknown;
  /** Undefined: it is there no more. */
  readonly after: unknown;
}

/** What the items of a list are told apart by: their id, or the type a skill speaks of. */
const nameOf = (item: unknown): string | undefined => {
  if (!isFields(item)) return undefined;
  const name = item['id'] ?? item['type'];
  return typeof name === 'string' ? name : undefined;
};

/** The names of the items; undefined where some have none, or two the same. */
function namesOf(list: readonly unknown[]): readonly string[] | undefined {
  const names = list.flatMap((item) => nameOf(item) ?? []);
  return names.length === list.length && new Set(names).size === names.length ? names : undefined;
}

/** A value that is told whole: a number, a text in two languages, a row of numbers. */
const isWhole = (value: unknown): boolean => {
  if (Array.isArray(value)) return !value.every(isFields);
  return !isFields(value) || ('fr' in value && 'en' in value);
};

const sameAs = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function ofLists(before: readonly unknown[], after: readonly unknown[], path: FilePath) {
  const [old, now] = [namesOf(before), namesOf(after)];
  const named = old !== undefined && now !== undefined;
  if (!named && before.length !== after.length) return [{ path, before, after }];
  const found: Difference[] = [];
  for (const [i, item] of after.entries()) {
    const was = named ? before[old.indexOf(now[i] as string)] : before[i];
    found.push(...between(was, item, [...path, i]));
  }
  for (const [i, item] of before.entries())
    if (named && !now.includes(old[i] as string))
      found.push({ path: [...path, i], before: item, after: undefined });
  return found;
}

function between(before: unknown, after: unknown, path: FilePath): Difference[] {
  if (sameAs(before, after)) return [];
  if (before === undefined || after === undefined || isWhole(before) || isWhole(after))
    return [{ path, before, after }];
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after, path);
  const [old, now] = [before as Fields, after as Fields];
  if (old['law'] !== now['law'] && 'law' in old) return [{ path, before, after }];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return keys.flatMap((key) => between(old[key], now[key], [...path, key]));
}

/** What differs between two files, field by field, in the order of the fields. */
export const differences = (before: unknown, after: unknown): Difference[] =>
  between(before, after, []);

/** The file with one of its differences taken back. */
export function takenBack(file: unknown, { after, before, path }: Difference): unknown {
  const at = path.at(-1);
  const list = valueAt(file, path.slice(0, -1));
  if (after === undefined && typeof at === 'number' && Array.isArray(list))
    return withItem(file, path.slice(0, -1), Math.min(at, list.length), before);
  return withValue(file, path, before);
}
