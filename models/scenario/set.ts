import { type Problem, problem } from '../words/problem.ts';
import { unknownField } from './sentences.ts';
import { branch, type Shape, shapeAt, within } from './shape.ts';
import { crossBorder, dotted, shown } from './untrusted.ts';

/**
 * `groups.front.staff=12`: changes one value of a scenario file. A step of the path is the name of
 * a field, the position of an item of a list (from 0), or the id of a type, group or skill.
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

/** The file with `value` at `path`, as a new file; or why there is no such place. */
export function setPath(file: unknown, path: string, value: string): Setting {
  const steps = path.split('.');
  const crossed = crossBorder(file);
  if (!crossed.ok) return crossed;
  const copy = crossed.value;
  let at = copy;
  const done: (string | number)[] = [];
  for (const [i, step] of steps.entries()) {
    const shape = shapeAt(copy, done)?.shape;
    if (!isContainer(at) || shape === undefined)
      return { ok: false, problem: unknownField(done, step, []) };
    const key = keyOf(at, shape, done, step);
    if (typeof key === 'object') return { ok: false, problem: key };
    if (i === steps.length - 1) {
      (at as Record<string | number, unknown>)[key] = typed(value);
      return { ok: true, file: copy };
    }
    const next = enter(at, key, shape);
    if (next === undefined)
      return { ok: false, problem: unknownField([...done, key], steps[i + 1] ?? '', []) };
    at = next;
    done.push(key);
  }
  return { ok: true, file: copy };
}
