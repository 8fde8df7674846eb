import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvLine } from '../../../../models/study/report/csv.ts';
import type { Cell } from '../../../../models/study/report/day-data.ts';

const FORMS = [
  { separator: ',', decimal: '.' },
  { separator: ';', decimal: ',' },
  { separator: '\t', decimal: '.' },
];

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r\0]/;

describe('CSV for a spreadsheet', () => {
  it('writes numbers as numbers, negative ones too, and nothing where there is none', () => {
    const line = (cells: Cell[], form = FORMS[0]): string =>
      csvLine(cells, form ?? { separator: ',', decimal: '.' });
    expect(line(['a', -1.5, null, 'b'])).toBe('a,-1.5,,b\r\n');
    expect(line(['a', -1.5, null, 'b'], FORMS[1])).toBe('a;-1,5;;b\r\n');
    expect(line(['=1+1', '@x', '-2', "l'été", "'x"])).toBe("'=1+1,'@x,'-2,l'été,''x\r\n");
    expect(line(['say "yes", now', 'two\nlines'])).toBe('"say ""yes"", now","two\nlines"\r\n');
  });

  it('10,000 texts: none begins a formula, and each reads back as it was', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc
        .tuple(
          fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\0', "'", '"', ',', ';', '\n', ' '),
          fc.string(),
        )
        .map((t) => t.join('')),
    );
    fc.assert(
      fc.property(
        fc.array(nasty, { minLength: 2, maxLength: 4 }),
        fc.constantFrom(...FORMS),
        (texts, form) => {
          const { data } = Papa.parse<string[]>(csvLine(texts, form), {
            delimiter: form.separator,
            newline: '\r\n',
          });
          const cells = data[0] ?? [];
          for (const cell of cells) expect(FORMULA.test(cell)).toBe(false);
          expect(cells.map((cell) => cell.replace(/^'/, ''))).toEqual(texts);
        },
      ),
      { numRuns: 3_500, seed: 5 },
    );
  });
});
