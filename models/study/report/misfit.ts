/** What a piece of plain data must look like. */
export type Shape =
  | 'text'
  | 'number'
  | 'flag'
  | { readonly from: number; readonly to: number; readonly isWhole?: true }
  | { readonly oneOf: readonly string[] }
  | { readonly each: Shape }
  | { readonly fields: Readonly<Record<string, Shape>> };

const KINDS = { text: 'string', number: 'number', flag: 'boolean' } as const;

/**
 * The path of the first thing that is missing or of another kind; null where all is as it must be.
 * What a shape does not speak of may be anything. A list has at least one item.
 */
export function misfit(value: unknown, shape: Shape, path = ''): string | null {
  if (typeof shape === 'string') return typeof value === KINDS[shape] ? null : path;
  if ('from' in shape) {
    const { from, isWhole, to } = shape;
    const fits = typeof value === 'number' && value >= from && value <= to;
    return fits && (!isWhole || Number.isInteger(value)) ? null : path;
  }
  if ('oneOf' in shape) return shape.oneOf.includes(value as string) ? null : path;
  const of = (name: string | number): string => (path === '' ? `${name}` : `${path}.${name}`);
  if ('each' in shape) {
    if (!Array.isArray(value) || value.length === 0) return path;
    return first(value.map((item, i) => () => misfit(item, shape.each, of(i))));
  }
  if (typeof value !== 'object' || value === null) return path;
  return first(
    Object.entries(shape.fields).map(([name, inside]) => () => {
      const own = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
      return misfit(own, inside, of(name));
    }),
  );
}

function first(looks: readonly (() => string | null)[]): string | null {
  for (const look of looks) {
    const found = look();
    if (found !== null) return found;
  }
  return null;
}
