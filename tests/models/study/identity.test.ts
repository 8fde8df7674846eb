import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueScenario, type Scenario } from '../../../models/doors/scenario.ts';
import { designStudy, identityOf } from '../../../models/doors/study.ts';
import { sha256 } from '../../../models/study/execution/sha256.ts';

const scenario = catalogueScenario('petit-standard') as Scenario;
const study = designStudy(scenario, 's', 100);

describe('what a study is called', () => {
  it('is the same however its data came, and another as soon as a digit of it may differ', () => {
    const name = identityOf(study, '3');
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    const { name: called, ...rest } = scenario;
    const turned = { ...rest, name: called } as Scenario;
    expect(identityOf({ ...study, scenario: turned }, '3')).toBe(name);
    expect(identityOf(structuredClone(study), '3')).toBe(name);
    const others = [
      identityOf(study, '4'),
      identityOf({ ...study, seed: 't' }, '3'),
      identityOf({ ...study, from: 1 }, '3'),
      identityOf({ ...study, to: 101 }, '3'),
      identityOf({ ...study, chunkDays: study.chunkDays + 1 }, '3'),
      identityOf({ ...study, scenario: { ...scenario, groups: [] } as never }, '3'),
    ];
    expect(new Set([name, ...others]).size).toBe(1 + others.length);
  });

  it('is made with SHA-256 as everybody has it', () => {
    const theirs = (text: string): string => createHash('sha256').update(text).digest('hex');
    for (const length of [0, 1, 55, 56, 63, 64, 65, 1_000]) {
      const text = 'é'.repeat(length);
      expect(sha256(text)).toBe(theirs(text));
      expect(sha256('a'.repeat(length))).toBe(theirs('a'.repeat(length)));
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (x) => {
        expect(sha256(x)).toBe(theirs(x));
      }),
    );
    expect(sha256('a\ud800b')).toBe(theirs('a\ud800b'));
  });
});
