import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { type SourceText, sources, visit } from './support/house/tree.ts';

/**
 * models/RULES.md numbers the rules of the simulated world (**A1**, **R3**…); tests cite them in
 * their titles ([R3]). Every rule has a test, and no test cites a rule that is not there.
 */
const LETTERS = 'AWHRPESNLM';
const RULE = new RegExp(`\\*\\*([${LETTERS}]\\d+)\\*\\*`, 'g');
const CITED = new RegExp(`\\[([${LETTERS}]\\d+(?:,\\s*[${LETTERS}]\\d+)*)\\]`, 'g');

/** Ids in the order of the document; one written twice stands twice. */
const rulesIn = (text: string): string[] => [...text.matchAll(RULE)].map(([, id = '']) => id);

/** Ids cited in the titles of tests and chapters, rows of `.each` too: `[A1]`, `[A1, A2]`. */
function citedIn(source: SourceText): string[] {
  const found: string[] = [];
  visit(source, (node) => {
    if (!ts.isCallExpression(node)) return;
    if (!/^(it|test|describe)\b/.test(node.expression.getText())) return;
    const title = node.arguments[0];
    if (!title) return;
    for (const [, ids = ''] of title.getText().matchAll(CITED)) found.push(...ids.split(/,\s*/));
  });
  return found;
}

const all = sources();
const rules = rulesIn(all.find(({ path }) => path === 'models/RULES.md')?.text ?? '');
const tests = all.filter(({ path }) => /^tests\/.*\.test\.ts$/.test(path));
const cited = tests.flatMap((source) => citedIn(source).map((id) => ({ id, path: source.path })));

describe('the rules of the simulated world', () => {
  it('are numbered, once each', () => {
    expect(rules.length).toBeGreaterThan(20);
    expect(rules.filter((id, i) => rules.indexOf(id) !== i)).toEqual([]);
  });

  it('are each held by a test that cites them', () => {
    const held = new Set(cited.map(({ id }) => id));
    expect(rules.filter((id) => !held.has(id))).toEqual([]);
  });

  it('are cited by numbers that exist', () => {
    const known = new Set(rules);
    expect(cited.filter(({ id }) => !known.has(id))).toEqual([]);
  });
});

describe('the reading of rules and titles', () => {
  it('finds the numbers of a document', () =>
    expect(rulesIn('- **A1** Calls… see A2.\n- **M12** …')).toEqual(['A1', 'M12']));

  it('finds what titles cite, not what comments do', () => {
    const text = [
      "it('[A1] x', f);",
      "describe('[W2, W3] y', f);",
      "it.each(['[H9]'])('[H4] %s', f);",
      '// [R1]',
      "expect('[R2]').toBe(1);",
    ].join('\n');
    expect(citedIn({ path: 'x.test.ts', text })).toEqual(['A1', 'W2', 'W3', 'H4', 'H9']);
  });
});
