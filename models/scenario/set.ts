import { isProblem, type Problem, problem } from '../words/problem.ts';
import type { FilePath } from './edit.ts';
import { changedBy, type Relative, relativeIn } from './relative.ts';
import { unknownField } from './sentences.ts';
import { branch, type Shape, shapeAt, within } from './shape.ts';
import { crossBorder, dotted, shown } from './untrusted.ts';
import { volumeTimes } from './volume.ts';

/**
 * `groups.front.staff=12`: changes one value of a scenario file. A step of the path is the name of
 * a field, the position of an item of a list (from 0), the id of a type, group or skill, or `*`:
 * each item of the list.
 */

type Setting =
  | { readonly ok: true; readonly file: unknown }
  | { readonly ok: false; readonly problem: Problem };
type Container = Record<string, unknown> | unknown[];

const isContainer = (value: unknown): value is Container =>
  typeof value === 'object' && value !== null;

/** What a list's items are called by: their id, or the type a skill speaks of. */
const nameOf = (item: unknown): string | undefined => {
  if (typeof item !== 'object' || item === null) return undefined;
  const { id, type } = item as { id?: unknown; type?: unknown };
  if (typeof id === 'string') return id;
  return typeof type === 'string' ? type : undefined;
};

function positionIn(list: readonly unknown[], step: string): number {
  const named = list.findIndex((item) => nameOf(item) === step);
  if (named >= 0) return named;
  return /^(0|[1-9]\d{0,8})$/.test(step) && Number(step) < list.length ? Number(step) : -1;
}

function noSuchItem(path: readonly PropertyKey[], step: string, list: readonly unknown[]): Problem {
  const names = list.flatMap((item) => nameOf(item) ?? []);
  const last = list.length - 1;
  const there = names.length > 0 ? names.slice(0, 20).join(', ') : `0 … ${last}`;
  const at = dotted([...path, step]);
  return list.length === 0
    ? problem(
        'E_UNKNOWN',
        at,
        `La liste « ${dotted(path)} » est vide ; donnez-la entière, par exemple ${dotted(path)}=[…].`,
        `The list "${dotted(path)}" is empty; give the whole list, for instance ${dotted(path)}=[…].`,
      )
    : problem(
        'E_UNKNOWN',
        at,
        `Rien ne s’appelle ${shown(step)} dans « ${dotted(path)} » ; les choix sont : ${there}.`,
        `Nothing is called ${shown(step)} in "${dotted(path)}"; the choices are: ${there}.`,
      );
}

/** A value as typed on a command line: JSON where it is JSON, else the text itself. */
function typed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Finds the key of one step in a container, or says what there is. */
function keyOf(
  at: Container,
  shape: Shape,
  path: readonly PropertyKey[],
  step: string,
): string | number | Problem {
  if (Array.isArray(at)) {
    const position = positionIn(at, step);
    return position >= 0 ? position : noSuchItem(path, step, at);
  }
  if (within(shape, step) === undefined)
    return unknownField(path, step, Object.keys(shape.properties ?? {}));
  return step;
}

/** The container under a key; one that the file leaves to its default is begun. */
function enter(at: Container, key: string | number, shape: Shape): Container | undefined {
  const slots = at as Record<string | number, unknown>;
  let next = slots[key];
  const wanted = within(shape, key);
  if (next === undefined && wanted !== undefined && branch(wanted, {}).properties !== undefined)
    next = {};
  if (!isContainer(next)) return undefined;
  slots[key] = next;
  return next;
}

/** The list whose items `*` stands for, where these steps lead; or why there is none. */
function everyOf(file: unknown, steps: readonly string[]): readonly unknown[] | Problem {
  let at = file;
  const done: (string | number)[] = [];
  for (const step of steps) {
    const shape = shapeAt(file, done)?.shape;
    if (!isContainer(at) || shape === undefined) return unknownField(done, step, []);
    const key = keyOf(at, shape, done, step);
    if (typeof key === 'object') return key;
    at = (at as Record<string | number, unknown>)[key];
    done.push(key);
  }
  if (Array.isArray(at) && at.length > 0) return at;
  return problem(
    'E_UNKNOWN',
    dotted([...done, '*']),
    `« * » vaut pour chaque élément d’une liste ; « ${dotted(done)} » n’en a pas ici.`,
    `"*" stands for each item of a list; "${dotted(done)}" has none here.`,
  );
}

/** The paths that a path with `*` in the place of items stands for; or why there is none. */
export function pathsOf(file: unknown, path: string): string[] | Problem {
  const steps = path.split('.');
  const star = steps.indexOf('*');
  if (star < 0) return [path];
  const items = everyOf(file, steps.slice(0, star));
  if (isProblem(items)) return items;
  const paths: string[] = [];
  for (const i of items.keys()) {
    const found = pathsOf(file, steps.with(star, String(i)).join('.'));
    if (isProblem(found)) return found;
    paths.push(...found);
  }
  return paths;
}

/** What stands at a key once the text is read: a value, or what a change makes of this one. */
function read(at: Container, key: string | number, shape: Shape, text: string, path: FilePath) {
  const wanted = within(shape, key) ?? {};
  const change = relativeIn(text, wanted, path);
  if (change === null) return { value: typed(text), change };
  if (isProblem(change)) return change;
  const value = changedBy(
    (at as Record<string | number, unknown>)[key] ?? wanted.default,
    change,
    path,
  );
  return isProblem(value) ? value : { value, change };
}

/**
 * The file with `value` at `path`, as a new file; or why there is no such place. `*` stands for
 * each item of a list; a value may be a change of the one that is there (relative.ts).
 */
export function setPath(file: unknown, path: string, value: string): Setting {
  const crossed = crossBorder(file);
  if (!crossed.ok) return crossed;
  const paths = pathsOf(crossed.value, path);
  if (isProblem(paths)) return { ok: false, problem: paths };
  for (const one of paths) {
    const wrong = put(crossed.value, one.split('.'), value);
    if (wrong !== null) return { ok: false, problem: wrong };
  }
  return { ok: true, file: crossed.value };
}

/** Writes in the file itself; says why there is no such place. */
function put(file: unknown, steps: readonly string[], value: string): Problem | null {
  let at = file;
  const done: (string | number)[] = [];
  for (const [i, step] of steps.entries()) {
    const shape = shapeAt(file, done)?.shape;
    if (!isContainer(at) || shape === undefined) return unknownField(done, step, []);
    const key = keyOf(at, shape, done, step);
    if (typeof key === 'object') return key;
    if (i === steps.length - 1) {
      const found = read(at, key, shape, value, [...done, key]);
      if (isProblem(found)) return found;
      (at as Record<string | number, unknown>)[key] = found.value;
      followVolume(file, [...done, key], found.change);
      return null;
    }
    const next = enter(at, key, shape);
    if (next === undefined) return unknownField([...done, key], steps[i + 1] ?? '', []);
    at = next;
    done.push(key);
  }
  return null;
}

/** So many times the calls of a type: those of the recorded day too (RULES A6). */
function followVolume(file: unknown, path: FilePath, change: Relative | null): void {
  const [list, type, field] = path;
  // One interval of the rates says nothing of a recorded day's calls as a whole.
  if (path.length !== 3 || change?.kind !== 'times') return;
  if (list !== 'types' || field !== 'perHour') return;
  const { trace, types } = file as { trace?: Record<string, unknown>; types: readonly unknown[] };
  if (isContainer(trace))
    trace['volume'] = volumeTimes(trace, types.length, Number(type), change.by);
}
