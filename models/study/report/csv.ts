import type { Cell } from './day-data.ts';

/** Writes tables as CSV (RFC 4180) that a spreadsheet opens without running anything in them. */

export interface CsvForm {
  /** Between cells: a comma, a semicolon or a tab. */
  readonly separator: string;
  /** In numbers: a point or a comma. */
  readonly decimal: string;
}

/**
 * A spreadsheet takes a text that begins like this for a formula. An apostrophe in front makes it a
 * text again; a text that begins with an apostrophe gets one too: one can always be taken off.
 */
const DANGEROUS = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', "'"];

/** A text as a cell: harmless, and quoted where its characters need it. */
function textCell(text: string, { separator }: CsvForm): string {
  const safe = DANGEROUS.includes(text.charAt(0)) ? `'${text}` : text;
  const quoted = safe.includes(separator) || /["\r\n\t]|^\s|\s$/.test(safe);
  return quoted ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A number as a cell; nothing where there is none. Negative numbers are numbers, not formulas. */
const numberCell = (value: number | null, { decimal }: CsvForm): string =>
  value === null ? '' : String(value).replace('.', decimal);

/** One line, with its end. */
export const csvLine = (cells: readonly Cell[], form: CsvForm): string =>
  `${cells
    .map((cell) => (typeof cell === 'string' ? textCell(cell, form) : numberCell(cell, form)))
    .join(form.separator)}\r\n`;

/** Rows as a file. */
export const csvText = (rows: readonly (readonly Cell[])[], form: CsvForm): string =>
  rows.map((cells) => csvLine(cells, form)).join('');

/** Said before a CSV by which spreadsheets know that it is UTF-8. */
export const BOM = '\uFEFF';

/** Plain data as a file that people may read too. */
export const jsonText = (data: object): string => `${JSON.stringify(data, null, 2)}\n`;
