import type { Rows } from '../../models/doors/study.ts';

/** Sentences and tables as lines of a terminal of 80 columns. */

const COLUMNS = 80;

/** What stands with the word before it, and what the word after it stands with. */
const CLINGS = /^([:;»%?!±×>≈]|wme\b|min\b)/;
const HOLDS = /[«±×>≈]$/;

/**
 * A text cut between words: `indent` spaces before the first line, `hanging` before the others. In
 * French a line does not begin with a punctuation mark, nor a number leave its unit.
 */
export function wrapped(text: string, indent = 0, hanging = indent): string[] {
  const words: string[] = [];
  for (const word of text.split(' ')) {
    const before = words.at(-1);
    if (before !== undefined && (CLINGS.test(word) || HOLDS.test(before)))
      words[words.length - 1] = `${before} ${word}`;
    else words.push(word);
  }
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  let empty = true;
  for (const word of words) {
    if (!empty && line.length + 1 + word.length > COLUMNS) {
      lines.push(line);
      line = ' '.repeat(hanging);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}

const wide = (texts: readonly string[]): number => Math.max(...texts.map((one) => one.length));

/** Names, and to the right of them columns at least so wide, wider where a cell needs it. */
function tableOf(
  rows: readonly (readonly [string, ...string[]])[],
  least: readonly number[],
): string[] {
  const first = wide(rows.map(([name]) => name));
  const widths = least.map((width, c) =>
    Math.max(width, 1 + wide(rows.map((row) => row[c + 1] ?? ''))),
  );
  return rows.map(
    ([name, ...cells]) =>
      `  ${name.padEnd(first)}${cells.map((cell, c) => cell.padStart(widths[c] ?? 0)).join('')}`,
  );
}

/** A table after what its columns mean. */
export const rowLines = ({ below, columns, rows, title }: Rows): string[] => [
  '',
  ...wrapped(title),
  ...tableOf(
    [['', ...columns.map(({ head }) => head)], ...rows],
    columns.map(({ width }) => width),
  ),
  ...below.flatMap((line) => wrapped(line)),
];
