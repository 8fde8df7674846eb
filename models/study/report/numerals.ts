import type { Says } from '../../words/problem.ts';

/**
 * Numbers as French and English write them, with no list of languages but these two: what Intl
 * writes differs from one build of an engine to the next, and a report has the same bytes in all.
 * Rounding is that of the shortest decimal text of a number, halves away from 0, as people round.
 */

export type Language = keyof Says;

const SIGNS: Readonly<Record<Language, { readonly point: string; readonly group: string }>> = {
  // A narrow space that does not break.
  fr: { point: ',', group: '\u202f' },
  en: { point: '.', group: ',' },
};

/** The digits of a positive number, and how many of them stand before the point. */
interface Digits {
  readonly digits: string;
  readonly before: number;
}

function digitsOf(value: number): Digits {
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  return { digits: mantissa.replace('.', ''), before: Number(exponent) + 1 };
}

/** So many digits of them, the last one rounded; none where nothing is left. */
function rounded({ before, digits }: Digits, keep: number): Digits {
  if (keep >= digits.length) return { before, digits };
  if (keep < 0) return { digits: '', before };
  const kept = digits.slice(0, keep).split('').map(Number);
  if (Number(digits[keep]) < 5) return { digits: kept.join(''), before };
  for (let i = keep - 1; i >= 0; i -= 1) {
    kept[i] = (kept[i] as number) + 1;
    if ((kept[i] as number) < 10) return { digits: kept.join(''), before };
    kept[i] = 0;
  }
  return { digits: `1${kept.join('')}`, before: before + 1 };
}

/** A number with `least` to `most` digits after the point; what rounds to nothing has no sign. */
function written(
  value: number,
  language: Language,
  keep: (digits: Digits) => number,
  least: number,
): string {
  if (Number.isNaN(value)) return 'NaN';
  const sign = value < 0 ? '-' : '';
  if (!Number.isFinite(value)) return `${sign}∞`;
  const { point, group } = SIGNS[language];
  const all = digitsOf(Math.abs(value));
  const { before, digits } = rounded(all, keep(all));
  const whole = before > 0 ? digits.slice(0, before).padEnd(before, '0') : '';
  const rest = before > 0 ? digits.slice(before) : '0'.repeat(digits === '' ? 0 : -before) + digits;
  const grouped = whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, group) || '0';
  const after = rest.replace(/0+$/, '').padEnd(least, '0');
  const some = /[1-9]/.test(digits) ? sign : '';
  return `${some}${grouped}${after === '' ? '' : point}${after}`;
}

/** With exactly so many digits after the point: 1,234.50. */
export const fixed = (value: number, digits: number, language: Language): string =>
  written(value, language, ({ before }) => before + digits, digits);

/** With at most so many digits after the point: 1,234.5. */
export const short = (value: number, digits: number, language: Language): string =>
  written(value, language, ({ before }) => before + digits, 0);

/** With at most so many digits in all: 0.00123. */
export const significant = (value: number, digits: number, language: Language): string =>
  written(value, language, () => digits, 0);
