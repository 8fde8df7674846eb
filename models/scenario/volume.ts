/** How many times as often recorded calls come (RULES A6). */

/** One number for all types, or one for each. */
type Volume = number | readonly number[] | undefined;

/** How many times as many calls of a type come as were recorded. */
export const volumeOf = (volume: Volume, type: number): number =>
  typeof volume === 'object' ? (volume[type] ?? 1) : (volume ?? 1);

const clean = (x: number): number => Number(x.toPrecision(12));

/** The volume of a trace where so many times the calls of one type come; one number if it can. */
export function volumeTimes(
  { volume }: { readonly volume?: unknown },
  types: number,
  type: number,
  times: number,
): number | number[] {
  const known = volume as Volume;
  const each = Array.from({ length: types }, (_, t) =>
    t === type ? clean(volumeOf(known, t) * times) : volumeOf(known, t),
  );
  return each.every((one) => one === each[0]) ? (each[0] ?? 1) : each;
}
