/**
 * Numbers as tables write them: 1850, 1 850, 1,850, 1.850,5, 12,5 %. A comma before exactly three
 * digits may be either; whoever reads a whole column knows more, and says so.
 */

export type Decimal = ',' | '.';

const PLAIN = /^-?\d+$/;
const SPACES = /[\s\u00A0\u202F'’]/g;

/** What the marks in one number say of the sign of decimals: that sign, 'either', or nothing. */
function decimalHint(cell: string): Decimal | 'either' | null {
  const text = cell.replace(SPACES, '').replace(/%$/, '');
  if (!/^-?\d[\d.,]*$/.test(text) || PLAIN.test(text)) return null;
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.';
  const sign = comma >= 0 ? ',' : '.';
  const other = sign === ',' ? '.' : ',';
  const groups = text.replace('-', '').split(sign);
  if (groups.length > 2) return other;
  const [whole = '', rest = ''] = groups;
  if (rest.length !== 3 || whole.length > 3 || whole === '0') return sign;
  return 'either';
}

/** The number in a cell, NaN where there is none; a share for 12 %. */
export function numberIn(cell: string, decimal: Decimal): number {
  let text = cell.trim();
  if (PLAIN.test(text)) return Number(text);
  text = text.replace(SPACES, '');
  const isShare = text.endsWith('%');
  if (isShare) text = text.slice(0, -1);
  if (!/^-?(\d[\d.,]*|[.,]\d+)$/.test(text)) return Number.NaN;
  const thousands = decimal === ',' ? '.' : ',';
  const [whole = '', ...rest] = text.split(decimal);
  if (rest.length > 1) return Number.NaN;
  const groups = whole.split(thousands);
  if (groups.length > 1 && groups.slice(1).some((group) => group.length !== 3)) return Number.NaN;
  const fraction = rest[0] ?? '';
  if (!/^\d*$/.test(fraction)) return Number.NaN;
  const value = Number(`${groups.join('')}.${fraction === '' ? '0' : fraction}`);
  return isShare ? value / 100 : value;
}

/** A whole number of digits alone, as most cells are; NaN for anything else. */
export function digitsIn(text: string): number {
  const { length } = text;
  if (length === 0 || length > 15) return Number.NaN;
  let value = 0;
  for (let i = 0; i < length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** The sign of decimals of a column from its cells: known, or a guess that is said to be one. */
export function decimalOf(cells: Iterable<string>): { decimal: Decimal; isGuess: boolean } {
  const seen = { ',': 0, '.': 0, either: 0 };
  let doubtful: Decimal = ',';
  for (const cell of cells) {
    const hint = decimalHint(cell);
    if (hint === null) continue;
    seen[hint] += 1;
    if (hint === 'either') doubtful = cell.includes(',') ? ',' : '.';
  }
  if (seen[','] > 0 || seen['.'] > 0)
    return { decimal: seen[','] > seen['.'] ? ',' : '.', isGuess: false };
  // Whole numbers but for one mark before three digits: thousands are the commoner reading.
  return { decimal: doubtful === ',' ? '.' : ',', isGuess: seen.either > 0 };
}
