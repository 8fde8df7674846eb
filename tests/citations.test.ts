import { describe, expect, it } from 'vitest';
import { citationComplaints, sectionsCited, sectionsOf } from './support/house/citations.ts';
import { spokenOfComplaints } from './support/house/spoken-of.ts';
import { sources } from './support/house/tree.ts';

/** Who reads `MODEL 10.4` or `RULES A6` finds it: what is cited is in the repository. */
const all = sources();

describe('what is cited', () => {
  it('is in the repository', () => {
    const found = citationComplaints(all);
    expect(found.map(({ path, line, says }) => `${path}:${line} ${says}`)).toEqual([]);
  });

  it('is a file that is there, where a comment or a text names one', () => {
    const found = spokenOfComplaints(all);
    expect(found.map(({ path, line, says }) => `${path}:${line} ${says}`)).toEqual([]);
  });

  it('was read: a test that reads nothing finds nothing', () => {
    const model = all.find(({ path }) => path === 'models/MODEL.md');
    expect(sectionsOf(model?.text ?? '').size).toBeGreaterThan(60);
    const cited = new Set(all.flatMap((source) => sectionsCited(source).map(({ id }) => id)));
    for (const id of ['0', '3.2', '3.3', '10.5', '10.7 b', '15.2']) expect(cited).toContain(id);
  });
});

/** A model of two sections and rules of two chapters. */
const SMALL = [
  { path: 'models/MODEL.md', text: '# M\n## 1. One\n**1.1 a.** (a)\n**1.2 b.**\n## 2. Two\n' },
  {
    path: 'models/RULES.md',
    text: '## A. First\n- **A1** x\n- **A2** y\n## R. Second\n- **R1** z',
  },
];
/** Written apart, so that this file cites nothing itself. */
const model = (cited: string): string => ['MODEL', cited].join(' ');
const rules = (cited: string): string => ['RULES', cited].join(' ');
const text = (name: string, cited: string): string => [name, cited].join(' ');

const told = (path: string, of: string): string[] => {
  const rest = SMALL.map((one) => (one.path === path ? { ...one, text: one.text + of } : one));
  const known = rest.some((one) => one.path === path);
  return citationComplaints(known ? rest : [...rest, { path, text: of }]).map(
    ({ line, says }) => `${line} ${says}`,
  );
};
const TS = 'models/centre/x.ts';

describe('a planted citation of what is not there is caught', () => {
  it.each<[string, string, RegExp[]]>([
    [TS, `\n// ${model('3')}`, [/^2 .*no section 3:/]],
    [TS, `// ${model('1.3.')}`, [/no section 1\.3:/]],
    [TS, `// ${model('1.1, 1.4 and 7')}`, [/section 1\.4:/, /section 7:/]],
    [TS, `/**\n * so (${model('1.1,')}\n * 1.5).\n */`, [/^3 .*section 1\.5:/]],
    [TS, `// ${model('1 to 4')}`, [/section 3:/, /section 4:/]],
    [TS, `// (${model('1.1 b')})`, [/section 1\.1 b:/]],
    [TS, `// ${model('1.1 (c): x')}`, [/section 1\.1 c:/]],
    [TS, `// ${model('1 (CTMC), 1.9')}`, [/section 1\.9:/]],
    ['tests/x.test.ts', `it('[${model('9.9')}] x', f);`, [/section 9\.9:/]],
    ['README.md', `see ${model('4')}.`, [/section 4:/]],
    ['models/RULES.md', `\n(${model('1.1')}); so (\`a.ts\`; 1.6).`, [/section 1\.6:/]],
    ['models/MODEL.md', 'section 8, and (1.7)', [/section 8:/, /section 1\.7:/]],
    [TS, `// ${rules('A3')}`, [/no rule A3:/]],
    [TS, `// (${rules('A1, R2; x')})`, [/rule R2:/]],
    [TS, `// (${rules('A1–A4')})`, [/rule A3:/, /rule A4:/]],
    [TS, `/** so (${rules('A1,')}\n * A9). */`, [/rule A9:/]],
    [TS, `// (${rules('A, P')})`, [/rule P:/]],
    ['models/RULES.md', ' (A7)', [/rule A7:/]],
    [TS, `// ${text('TRUST', 'T10')}`, [/^1 TRUST is no text/]],
    [TS, `// (${text('HOUSE', '1')})`, [/HOUSE is no text/]],
    [TS, `// ${text('seed', '003')} says`, [/seed \d+ is no text/]],
    [TS, `// see ${['PLAN', 'md'].join('.')}`, [/PLAN\.md is no text/]],
    ['README.md', `[it](${['docs/plan', 'md'].join('.')})`, [/docs\/plan\.md is no text/]],
    [TS, `// ${['../MODEL', 'md'].join('.')}x ${['../rules', 'md'].join('.')}`, [/rules\.md is/]],
  ])('%s: %s', (path, of, says) => {
    const found = told(path, of);
    expect(found).toHaveLength(says.length);
    says.forEach((expected, i) => {
      expect(found[i]).toMatch(expected);
    });
  });

  it.each([
    [TS, `// ${model('1.1, 1.2; 2 and 1.1 (a)')}, ${rules('A1, R')}; ${rules('A1–A2')}`],
    [TS, `// ${model('1.1: 5 % of')} 12, and ${model('2, where')} 3 wait; ${model('says')} 9`],
    [TS, `const ${model('=')} 3; PURPOSE.SPEED; // ${rules('A6')}`.replace('A6', 'A2')],
    [TS, `/\\.md$/; '*.md'; 'models/MODEL.md'; 'RULES.md'; 'tests/**/*.md'`],
    [TS, `// ${text('SPEED', 'limits')}, ${rules('Are')} many`],
    ['models/folds/x.ts', `// see ${['../MODEL', 'md'].join('.')}`],
    ['package-lock.json', `"${['GUIDE', 'md'].join('.')}"`],
  ])('%s: %s is allowed', (path, of) => expect(told(path, of)).toEqual([]));
});

describe('a file that is named and is not there', () => {
  const named = (of: string): string[] =>
    spokenOfComplaints([
      { path: 'models/a/serve.ts', text: of },
      { path: 'models/b/pace.ts', text: '' },
    ]).map(({ says }) => says);
  const GONE = ['gone', 'ts'].join('.');

  it.each([`// see ${GONE}`, ` * of a/${GONE} and pace.ts`, `  /** (b/${GONE}). */`])(
    'is caught in a comment: %s',
    (of) => expect(named(of)).toEqual([expect.stringMatching(/gone\.ts: say where/)]),
  );
  it.each([
    `import '${GONE}';`,
    '// (pace.ts), b/pace.ts, models/b/pace.ts, **/*.ts',
    '// ../x.ts',
  ])('is none in: %s', (of) => expect(named(of)).toEqual([]));
});
