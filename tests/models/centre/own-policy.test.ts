import { describe, expect, it } from 'vitest';
import { Session } from '../../../models/doors/live.ts';
import { catalogueFile, readScenario, type ScenarioFile } from '../../../models/doors/scenario.ts';
import { POLICY_NAMES } from '../../../models/scenario/policies.ts';
import { every, met } from './met.ts';
import { lines, told } from './played.ts';

type File = ScenarioFile & { arbitration: NonNullable<ScenarioFile['arbitration']> };
type Policy = NonNullable<File['arbitration']['policy']>;

const group = (id: string, policy?: Policy): ScenarioFile['groups'][number] => ({
  ...{ id, name: id, staff: 1, skills: [{ type: 'a' }] },
  ...(policy === undefined ? {} : { policy }),
});

/** The facts of a day of the catalogue's ten agents, its policies changed. */
function factsOf(change: (file: File) => File): string {
  const reading = readScenario(change(catalogueFile('dix-conseillers') as File));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const session = new Session(reading.scenario, 'own policy');
  session.run();
  return JSON.stringify(session.facts);
}

const following = (file: File, team: Policy, own?: Policy): File => ({
  ...file,
  arbitration: { ...file.arbitration, policy: team },
  groups: file.groups.map((one) => (own === undefined ? one : { ...one, policy: own })),
});

describe('a group with a policy of its own', () => {
  it('[P10] works at its pace, beside another at another', () => {
    const day = met({
      calls: every(1, 2),
      parts: { policy: { name: 'fixed', paceMin: 4.5 } },
      rest: { groups: [group('team'), group('own', { name: 'hurry', hurryMin: 2.5 })] },
    });
    // 0.75 min to open and to conclude, and 3 minutes of work, or 1.
    expect(lines(day, 'closing')).toEqual(['106 closing call 1 by 1', '225 closing call 0 by 0']);
  });

  it.each(POLICY_NAMES)('[P10] does under %s what a team does whose policy that is', (name) => {
    const team = factsOf((file) => following(file, { name }));
    expect(factsOf((file) => following(file, { name: 'fixed', paceMin: 6 }, { name }))).toBe(team);
  });

  it('[P10] goes memoryless by a clock of its own', () => {
    const exponential = (file: File): File => ({
      ...file,
      arbitration: { ...file.arbitration, execution: 'exponential' },
    });
    const fast: Policy = { name: 'queueThreshold', fastMin: 2.5, slowMin: 4 };
    const team = factsOf((file) => exponential(following(file, fast)));
    expect(factsOf((file) => exponential(following(file, { name: 'care' }, fast)))).toBe(team);
  });

  it('[P10] changes pace when its own threshold says so', () => {
    const wait = (atMin: number): Policy => ({
      ...{ name: 'waitThreshold', fastMin: 2, slowMin: 8 },
      atMin,
    });
    const day = met({
      calls: every(1, 3),
      parts: { policy: wait(2) },
      rest: { groups: [group('two', wait(2)), group('three', wait(3))] },
    });
    // Who waits since 2 s makes the one conclude at 122 s; from there on nobody waits.
    expect(told(day, 'closing')[0]).toMatchObject({ at: 122_000, agent: 0 });
    expect(told(day, 'closing').at(-1)!.at).toBeGreaterThan(8 * 60_000 - 60_000);
  });

  it('[P10] is not asked to conclude for those who wait when another is', () => {
    const day = met({
      calls: [...every(1, 2), { atS: 100 }],
      parts: { policy: { name: 'fixed', paceMin: 8 } },
      rest: { groups: [group('team'), group('own', { name: 'coordinated', careMin: 8 })] },
    });
    expect(told(day, 'closing')[0]).toMatchObject({ at: 100_000, agent: 1 });
    expect(told(day, 'closing').find(({ agent }) => agent === 0)!.at).toBe(7.25 * 60_000);
  });

  it('[S1] wears its mask, and the others none', () => {
    const day = met({
      calls: every(1, 2),
      parts: { policy: { name: 'fixed' } },
      rest: { groups: [group('team'), group('own', { name: 'avoidance' })] },
    });
    // Avoidance lets a call ring before it answers.
    const [first, second] = told(day, 'answered');
    expect(first).toMatchObject({ agent: 0, waitMs: 0 });
    expect(second!.agent).toBe(1);
    expect(second!.waitMs).toBeGreaterThan(0);
  });
});

describe('a policy of a group that cannot hold', () => {
  const problemsOf = (groups: ScenarioFile['groups'], arbitration?: object) => {
    const reading = readScenario({
      ...{ format: 'contretemps/1', name: 'x', day: { lengthMin: 60 } },
      types: [{ id: 'a', name: 'A', handling: { law: 'deterministic', valueS: 100 } }],
      groups,
      ...(arbitration === undefined ? {} : { arbitration }),
    });
    return reading.ok ? [] : reading.problems.map(({ path, says }) => `${path}: ${says.en}`);
  };

  it('[P10] is said where it stands', () => {
    expect(problemsOf([group('own', { name: 'fixed', paceMin: 0.2 })], {})).toEqual([
      expect.stringMatching(/^groups\.0\.policy\.paceMin: This pace \(0\.2 min\) is shorter/),
    ]);
  });

  it('[P10] wants time to be arbitrated', () => {
    expect(problemsOf([group('own', { name: 'care' })])).toEqual([
      expect.stringMatching(/^groups\.0\.policy: A policy needs time to be arbitrated/),
    ]);
  });
});
