import { language } from '../../text/language.ts';

/** A number as one types it: no groups, the decimal sign of the language. */
export const numberShown = (value: number): string => {
  const text = String(Math.round(value * 1e9) / 1e9);
  return language() === 'fr' ? text.replace('.', ',') : text;
};

/**
 * What was typed as a number: comma or point, spaces between thousands, a percent sign. Nothing is
 * undefined; what is no number stays the text it is, and the reading of the scenario says so.
 */
export function numberTyped(text: string): number | string | undefined {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  if (bare === '') return undefined;
  const share = bare.endsWith('%');
  const digits = share ? bare.slice(0, -1) : bare;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits)) return text.trim();
  return share ? Number(digits) / 100 : Number(digits);
}

/** The cells of a spreadsheet as pasted: by tabs, lines and semicolons. */
export const cellsPasted = (text: string): string[] =>
  text
    .trim()
    .split(/[\t\n\r;]+/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');

/** Values spread over another number of intervals, each where it stood in the day. */
export const spreadOver = <T>(values: readonly T[], n: number): T[] =>
  Array.from({ length: n }, (_, i) => values[Math.floor((i * values.length) / n)] as T);
