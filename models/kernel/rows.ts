/**
 * Numbers in plain arrays, for what every call touches. V8 reads an element of a plain array for
 * half of what one of a typed array costs: it remembers where the elements are and how many, which
 * it reads again at each use of a typed array, together with whether its memory was given away.
 * What makes them fast is that they hold one kind of number without holes, so build them here.
 */

/**
 * Copied for each row: V8 expects of all arrays that one literal makes what it has seen of one of
 * them, and would have every row pay for a number that is not whole in a single one.
 */
const NO_NUMBERS: readonly number[] = [];
const ONE_HALF: readonly number[] = [0.5];

/** `count` whole numbers from -2^31 to 2^31 - 1, all `value`: one of another kind makes it slow. */
export function wholes(count: number, value = 0): number[] {
  const row = NO_NUMBERS.slice();
  lengthen(row, count, value);
  return row;
}

/** `count` numbers of any kind, all `value`. */
export function reals(count: number, value = 0): number[] {
  const row = ONE_HALF.slice();
  row[0] = value;
  if (count === 0) row.pop();
  lengthen(row, count, value);
  return row;
}

/**
 * `count` objects, each made by its place. What `map` and `Array.from` make is taken for another
 * kind of array once V8 has compiled the constructor that asks for it (after some hundred days),
 * and all code that had met the first kind is thrown away and made anew, for two.
 */
export function objects<T>(count: number, make: (place: number) => T): T[] {
  const row: T[] = [];
  for (let place = 0; place < count; place++) row.push(make(place));
  return row;
}

/** Makes `into` what `from` is. */
export function copyRow(into: number[], from: readonly number[]): void {
  if (into.length > from.length) into.length = from.length;
  for (let i = into.length; i < from.length; i++) into.push(from[i] as number);
  for (let i = 0; i < from.length; i++) into[i] = from[i] as number;
}

/** Lengthens a row to `count` numbers: the new ones are `value`. */
export function lengthen(row: number[], count: number, value = 0): void {
  for (let i = row.length; i < count; i++) row.push(value);
}
