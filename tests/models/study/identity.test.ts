import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { catalogueScenario, type Scenario } from '../../../models/doors/scenario.ts';
import { designStudy, identityOf } from '../../../models/doors/study.ts';

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

  it('is the SHA-256 of what determines it, whatever its letters', () => {
    const text = JSON.stringify({ a: 'é\ud83d\ude00' });
    const said = `{"format":"contretemps-study-run/1","rules":"3","study":${text}}`;
    const theirs = createHash('sha256').update(said).digest('hex');
    expect(identityOf({ a: 'é\ud83d\ude00' } as never, '3')).toBe(theirs);
  });
});
