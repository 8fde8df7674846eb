import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '../../../models/doors/scenario.ts';
import { sources } from '../../support/house/tree.ts';

const LIST = 'models/words/problem.ts';
const product = sources().filter(
  ({ path }) => /^(models|server)\/.*\.ts$/.test(path) && path !== LIST,
);

/** Where a code stands in the product: not where another one's problem is only compared with it. */
const makers = (code: string): string[] =>
  product
    .filter(({ text }) => new RegExp(`(?<![!=]== )'${code}'`).test(text))
    .map(({ path }) => path);

describe('the reasons of problems', () => {
  it('were looked for in the product', () => expect(product.length).toBeGreaterThan(100));

  it.each(PROBLEM_CODES)('%s is made by it', (code) => expect(makers(code)).not.toEqual([]));

  it('are all in the list', () => {
    const made = product.flatMap(({ text }) => text.match(/'E_[A-Z]+'/g) ?? []);
    const known = new Set(PROBLEM_CODES.map((code) => `'${code}'`));
    expect([...new Set(made)].filter((code) => !known.has(code))).toEqual([]);
  });
});
