import { type Problem, problem } from '../words/problem.ts';
import type { Shape } from './shape.ts';
import { dotted, shown } from './untrusted.ts';

/**
 * A change said by what it does to the value that stands there: `*1.1`, `/2`, `+10%`, `-10%`, `+1`,
 * `-1`. Of a list it changes each value: a 0 stays 0, so that a closed hour stays closed, and less
 * than there is leaves none.
 */
export interface Relative {
  readonly kind: 'times' | 'plus';
  readonly by: number;
}

const NUMBER = '(\\d+(?:\\.\\d+)?|\\.\\d+)';
const TIMES = new RegExp(`^([*/])${NUMBER}$`);
const PERCENT = new RegExp(`^([+-])${NUMBER}%$`);
const PLUS = new RegExp(`^([+-])${NUMBER}$`);

/** Whoever writes this means a change. */
const MEANT = /^[*/+]|%$/;

/** Where only numbers may stand: one, a list of them, or either. */
function ofNumbers(shape: Shape): readonly Shape[] {
  const ways = shape.anyOf ?? [shape];
  const numbers = ways.flatMap((way) => (way.type === 'array' ? (way.items ?? []) : way));
  const isNumber = ({ type }: Shape): boolean =>
    type === 'number' || type === 'integer' || type === 'null';
  return numbers.every(isNumber) ? numbers : [];
}

/**
 * What a text asks to do with the value of a place; null where it is a value itself: `-1` is one
 * where numbers below 0 may stand.
 */
export function relativeIn(
  text: string,
  shape: Shape,
  path: readonly PropertyKey[],
): Relative | Problem | null {
  const asked = text.trim();
  const numbers = ofNumbers(shape);
  if (numbers.length === 0)
    return shape.oneOf !== undefined && MEANT.test(asked) ? ofLaw(path) : null;
  const percent = PERCENT.exec(asked);
  if (percent !== null) {
    const share = Number(percent[2]) / 100;
    // Nothing can lose more than all of itself.
    if (percent[1] === '-' && share > 1) return malformed(path, asked);
    return { kind: 'times', by: percent[1] === '-' ? 1 - share : 1 + share };
  }
  const times = TIMES.exec(asked);
  if (times !== null) {
    const by = Number(times[2]);
    if (times[1] === '/' && by === 0) return malformed(path, asked);
    return { kind: 'times', by: times[1] === '/' ? 1 / by : by };
  }
  const plus = PLUS.exec(asked);
  if (plus !== null) {
    const canBeBelow = numbers.some(({ minimum }) => (minimum ?? 0) < 0);
    if (plus[1] === '-' && canBeBelow) return null;
    return { kind: 'plus', by: plus[1] === '-' ? -Number(plus[2]) : Number(plus[2]) };
  }
  return MEANT.test(asked) ? malformed(path, asked) : null;
}

/** Sums and products of what people write in tenths come out in tenths. */
const clean = (x: number): number => Number(x.toPrecision(12));

const changed = (value: number, { by, kind }: Relative): number =>
  clean(kind === 'times' ? value * by : value + by);

/** The value after the change; a Problem where there is no number to change. */
export function changedBy(
  value: unknown,
  change: Relative,
  path: readonly PropertyKey[],
): number | number[] | Problem {
  if (typeof value === 'number') return changed(value, change);
  const isList = Array.isArray(value) && value.every((one) => typeof one === 'number');
  if (isList)
    return value.map((one: number) => (one > 0 ? Math.max(0, changed(one, change)) : one));
  const at = dotted(path);
  return problem(
    'E_TYPE',
    at,
    `« ${at} » n’a pas de nombre à changer ; donnez la valeur elle-même, sans *, + ni %.`,
    `"${at}" has no number to change; give the value itself, without *, + or %.`,
  );
}

const malformed = (path: readonly PropertyKey[], asked: string): Problem =>
  problem(
    'E_TYPE',
    dotted(path),
    `${shown(asked)} n’est pas un changement ; écrivez *1.1, /2, +10%, -10%, +1 ou -1, avec un point décimal.`,
    `${shown(asked)} is no change; write *1.1, /2, +10%, -10%, +1 or -1, with a decimal point.`,
  );

const ofLaw = (path: readonly PropertyKey[]): Problem => {
  const at = dotted(path);
  return problem(
    'E_TYPE',
    at,
    `« ${at} » est une loi, pas un nombre ; changez l’un de ses paramètres, par exemple ${at}.meanS=*1.1.`,
    `"${at}" is a law, not a number; change one of its parameters, for instance ${at}.meanS=*1.1.`,
  );
};
