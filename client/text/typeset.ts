const NARROW = '\u202f';
const WIDE = '\u00a0';

/**
 * French spacing: narrow non-breaking space before ; ! ?, non-breaking before : and inside « »,
 * and between a figure and its unit. Leaves text that is already set, and any English, as it is.
 */
export const typeset = (text: string): string =>
  text
    .replace(/ ([;!?])/g, `${NARROW}$1`)
    .replace(/ (:|»)/g, `${WIDE}$1`)
    .replace(/« /g, `«${WIDE}`)
    .replace(/(\d) (s|min|h|%|fois|e)(?![\p{L}])/gu, `$1${WIDE}$2`);

/** A tree of texts: strings, and functions that make one. */
export type Tree = { readonly [key: string]: string | ((...given: never[]) => string) | Tree };

/** The same tree with every string typeset, those that functions make included. */
export function typesetAll<T extends Tree>(tree: T): T {
  const set: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') set[key] = typeset(value);
    else if (typeof value === 'function')
      set[key] = (...given: never[]) => typeset((value as (...g: never[]) => string)(...given));
    else set[key] = typesetAll(value as Tree);
  }
  return set as T;
}
