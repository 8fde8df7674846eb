import { describe, expect, it } from 'vitest';
import { rulesIn, rulesInTitles } from './support/house/citations.ts';
import { sources } from './support/house/tree.ts';

/**
 * models/RULES.md numbers the rules of the simulated world (**A1**, **R3**…); tests cite them in
 * their titles ([R3]). Every rule has a test, and no test cites a rule that is not there.
 */
const all = sources();
const rules = rulesIn(all.find(({ path }) => path === 'models/RULES.md')?.text ?? '');
const tests = all.filter(({ path }) => /^tests\/.*\.test\.ts$/.test(path));
const cited = tests.flatMap((source) =>
  rulesInTitles(source).map((id) => ({ id, path: source.path })),
);

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
      "it('[L1–L3] z', f);",
      "it('[A] and [P x] w', f);",
      '// [R1]',
      "expect('[R2]').toBe(1);",
    ].join('\n');
    const wanted = ['A1', 'W2', 'W3', 'H4', 'H9', 'L1', 'L2', 'L3'];
    expect(rulesInTitles({ path: 'x.test.ts', text })).toEqual(wanted);
  });
});
