import { describe, expect, it } from 'vitest';
import { Centre } from '../../../models/centre/centre.ts';
import { FactLog } from '../../../models/live/factlog.ts';
import { readScenario } from '../../../models/scenario/read.ts';
import type { ScenarioFile } from '../../../models/scenario/scenario.ts';
import { bare } from '../../support/bare.ts';

/** The clock counts to 24 days: no duration is cut there without a word (RULES H1). */

type Type = ScenarioFile['types'][number];
type Given = ScenarioFile['arbitration'];

const file = (type: Partial<Type>, more: Partial<ScenarioFile> = {}): ScenarioFile => {
  const { types, ...rest } = bare();
  return { ...rest, types: types.map((one) => ({ ...one, ...type })), ...more };
};
const problemsOf = (given: ScenarioFile) => {
  const reading = readScenario(given);
  return reading.ok ? [] : reading.problems;
};
const paths = (given: ScenarioFile): string[] =>
  problemsOf(given).map(({ code, path }) => `${code} ${path}`);
const DAYS = 86_400;

describe('[H1] a duration beyond the end of time', () => {
  it.each<[string, Partial<Type>, string]>([
    ['a call', { handling: { law: 'deterministic', valueS: 25 * DAYS } }, 'handling'],
    ['one in a million', { handling: { law: 'exponential', meanS: 2 * DAYS } }, 'handling'],
    ['a wide law', { handling: { law: 'lognormal', meanS: 4 * 3_600, cv: 8 } }, 'handling'],
    ['after-call work', { wrapUp: { law: 'exponential', meanS: 3 * DAYS } }, 'wrapUp'],
  ])('of %s is refused where the scenario is read', (_, type, field) => {
    expect(paths(file(type))).toEqual([`E_RANGE types.0.${field}`]);
  });

  it('is refused in a sentence that says what to do, in both languages', () => {
    const [told] = problemsOf(file({ handling: { law: 'deterministic', valueS: 1e7 } }));
    expect(told?.says.en).toMatch(/would reach 116 days.*shorten it/);
    expect(told?.says.fr).toMatch(/atteindrait 116 jours.*raccourcissez-la/);
  });

  it('counts the speed of the slowest who take such calls', () => {
    const handling = { law: 'deterministic', valueS: 5 * DAYS } as const;
    const slow = bare().groups.map((group) => ({ ...group, speed: 0.2 }));
    expect(paths(file({ handling }))).toEqual([]);
    expect(paths(file({ handling }, { groups: slow }))).toEqual(['E_RANGE types.0.handling']);
  });

  it('is refused of talks whose length is a decision, and of those alone there', () => {
    const arbitration = (capMin: number): Given => ({
      execution: 'exponential',
      policy: { capMin },
    });
    const handling = { law: 'deterministic', valueS: 25 * DAYS } as const;
    const slow = bare().groups.map((group) => ({ ...group, speed: 0.1 }));
    expect(paths(file({ handling }, { arbitration: arbitration(20) }))).toEqual([]);
    expect(paths(file({}, { arbitration: arbitration(600), groups: slow }))).toEqual([
      'E_RANGE arbitration.policy',
    ]);
  });

  it('is no fault of a patience, nor of the usual laws', () => {
    expect(paths(file({ patience: { law: 'exponential', meanS: 1e8 } }))).toEqual([]);
    expect(paths(file({ handling: { law: 'lognormal', meanS: 600, cv: 3 } }))).toEqual([]);
  });

  it('is no call: who would call again then does not, where the day waits for all', () => {
    const reading = readScenario(
      file(
        {},
        {
          arbitration: {
            policy: { name: 'hurry' },
            returns: { backDelayMin: 1e5, afterClosing: true },
          },
        },
      ),
    );
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const facts = new FactLog();
    new Centre(reading.scenario, 'late', facts.recorder).run();
    const arrived = facts.facts.filter(({ kind }) => kind === 'arrived');
    expect(arrived.some(({ at }) => at > 3 * DAYS * 1_000)).toBe(true);
    const last = 2_147_483_646;
    expect(arrived.filter(({ at }) => at >= last)).toEqual([]);
  });
});
