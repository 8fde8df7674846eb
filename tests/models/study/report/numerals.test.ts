import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixed, short, significant } from '../../../../models/study/report/numerals.ts';

/** Node writes numbers with the lists of Unicode's CLDR: what people of a language are used to. */

const number = fc.oneof(
  fc.double({ min: -1e7, max: 1e7 }),
  fc.double(),
  // Halves, and others that end in a few decimals: the ones that rounding gets wrong.
  fc
    .tuple(fc.integer({ min: -1e7, max: 1e7 }), fc.integer({ min: 0, max: 5 }))
    .map(([whole, digits]) => Number(`${whole}e-${digits}`)),
);

describe.each(['fr', 'en'] as const)(
  'numbers in %s are written as Intl writes them',
  (language) => {
    const like = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
      // What rounds to nothing has no sign.
      new Intl.NumberFormat(language, { signDisplay: 'negative', ...options });

    it.each([0, 1, 2])('with %i decimals', (digits) => {
      const intl = like({ minimumFractionDigits: digits, maximumFractionDigits: digits });
      fc.assert(
        fc.property(number, (x) => {
          expect(fixed(x, digits, language)).toBe(intl.format(x));
        }),
      );
    });

    it('with two decimals at most, and with three digits at most', () => {
      const [two, three] = [
        like({ maximumFractionDigits: 2 }),
        like({ maximumSignificantDigits: 3 }),
      ];
      fc.assert(
        fc.property(number, (x) => {
          expect(short(x, 2, language)).toBe(two.format(x));
          expect(significant(x, 3, language)).toBe(three.format(x));
        }),
      );
    });

    it('where they are not numbers, or too large for any', () => {
      for (const x of [Number.NaN, Infinity, -Infinity, 0, -0, 1e21, 5e-324])
        expect(fixed(x, 1, language)).toBe(
          like({ minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(x),
        );
    });
  },
);
