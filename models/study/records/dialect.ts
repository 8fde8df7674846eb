import { type Encoding, encodingOf } from './encoding.ts';

/** What divides the cells of a table, from a first sample of it. */

export type Separator = ',' | ';' | '\t' | '|';
const SEPARATORS: readonly Separator[] = [';', '\t', ',', '|'];

export interface Dialect {
  readonly separator: Separator;
  /** A first line `sep=;`, which spreadsheets write for each other: it is no row. */
  readonly hasSeparatorLine: boolean;
}

/** Lines of the sample that are looked at. */
const LINES = 60;

/** How often a sign stands in a line, outside quotation marks. */
function countIn(line: string, sign: string): number {
  let count = 0;
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === sign && !quoted) count += 1;
  }
  return count;
}

/** How many lines a sign divides alike, and into how many cells. */
function evenness(lines: readonly string[], sign: Separator): { lines: number; cells: number } {
  const seen = new Map<number, number>();
  for (const line of lines) {
    const count = countIn(line, sign);
    if (count > 0) seen.set(count, (seen.get(count) ?? 0) + 1);
  }
  let best = { lines: 0, cells: 0 };
  for (const [count, alike] of seen)
    if (alike > best.lines || (alike === best.lines && count > best.cells))
      best = { lines: alike, cells: count };
  return best;
}

/** The dialect of a text from its first lines (the byte order mark may still be there). */
export function dialectOf(sample: string): Dialect {
  const lines = sample
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .slice(0, LINES);
  const said = /^"?sep=(.)"?\s*$/i.exec(lines[0] ?? '')?.[1];
  if (said !== undefined && (SEPARATORS as readonly string[]).includes(said))
    return { separator: said as Separator, hasSeparatorLine: true };
  const full = lines.filter((line) => line.trim() !== '');
  // The last line of a sample may be cut.
  const whole = full.length > 2 ? full.slice(0, -1) : full;
  let best: { separator: Separator; lines: number; cells: number } | null = null;
  for (const separator of SEPARATORS) {
    const found = { separator, ...evenness(whole, separator) };
    if (
      best === null ||
      found.lines > best.lines ||
      (found.lines === best.lines && found.cells > best.cells)
    )
      best = found;
  }
  const separator = best === null || best.lines === 0 ? ',' : best.separator;
  return { separator, hasSeparatorLine: false };
}

/** Encoding of a file's first bytes, and the dialect of the text they are. */
export interface Sniffed extends Dialect {
  readonly encoding: Encoding;
}

/**
 * Everything that must be known before a file can be cut into cells.
 * @param decode how this platform makes text of bytes
 */
export function sniff(
  bytes: Uint8Array,
  decode: (bytes: Uint8Array, encoding: Encoding) => string,
): Sniffed {
  const encoding = encodingOf(bytes);
  return { encoding, ...dialectOf(decode(bytes, encoding)) };
}
