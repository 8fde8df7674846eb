import { describe, expect, it } from 'vitest';
import { hashFacts, replay } from '../../../models/doors/live.ts';
import {
  catalogueFile,
  catalogueScenario,
  haveSameCallers,
  isProblem,
  overridden,
  readScenario,
  type Scenario,
  setPath,
  withoutPeople,
} from '../../../models/doors/scenario.ts';

const read = (file: unknown): Scenario => {
  const reading = readScenario(file);
  if (!reading.ok) throw new Error(reading.problems[0]?.says.en);
  return reading.scenario;
};

function changed(file: unknown, path: string, value: string): Scenario {
  const done = setPath(file, path, value);
  if (!done.ok) throw new Error(done.problem.says.en);
  return read(done.file);
}

/** The facts of a day, as one number. */
function day(scenario: Scenario): string {
  const facts = replay(scenario, 'o', []);
  if (isProblem(facts)) throw new Error(facts.says.en);
  return hashFacts(facts);
}

const law = { law: 'exponential', meanS: 100 };
const type = { id: 'a', name: 'A', perHour: 30, handling: law, patience: law };
const bare = {
  format: 'contretemps/1',
  name: 'n',
  day: { lengthMin: 60 },
  types: [type],
  groups: [{ id: 'g', name: 'G', staff: 1, skills: [{ type: 'a' }] }],
};
const arbitrated = { ...bare, arbitration: { policy: { name: 'priceNext' } } };
const trace = {
  source: 's',
  atS: [0, 10, 20, 30],
  type: [0, 0, 0, 0],
  handlingS: [90, 80, 70, 60],
  patienceS: [30, 30, 30, 30],
};
const onRecord = { ...bare, types: [{ ...type, perHour: 0 }], trace };

describe('a change that has no effect is told, in both languages', () => {
  const cases: [what: string, file: object, path: string, value: string, says: RegExp][] = [
    ['handling, arbitrated', arbitrated, 'types.a.handling.meanS', '500', /is arbitrated; change/],
    ['handling on record', onRecord, 'types.a.handling.meanS', '500', /handling of 4 of 4 calls/],
    ['patience on record', onRecord, 'types.0.patience.meanS', '9', /patience of 4 of 4 calls/],
    ['a busy day without a rate', onRecord, 'arrivals.busynessCv', '0.3', /no type has a rate/],
    [
      'a pace that the policy does not heed',
      arbitrated,
      'arbitration.policy.paceMin',
      '5',
      /the policy priceNext does not heed it; it goes by horizonMin/,
    ],
    [
      'the policy of a team whose groups have their own',
      { ...arbitrated, groups: [{ ...bare.groups[0], policy: { name: 'care' } }] },
      'arbitration.policy.name',
      'hurry',
      /each group has a policy of its own/,
    ],
    [
      'a setting that the policy of a group does not heed',
      { ...arbitrated, groups: [{ ...bare.groups[0], policy: { name: 'care' } }] },
      'groups.g.policy.hurryMin',
      '2',
      /the policy care does not heed it; it goes by careMin/,
    ],
    ['a delay of nobody', bare, 'types.a.redial.delay.valueS', '9', /nobody calls again/],
    [
      'after-call work of types that have their own',
      { ...arbitrated, types: [{ ...type, wrapUp: law }] },
      'arbitration.handling.wrapUpMin',
      '2',
      /each type has after-call work of its own/,
    ],
  ];
  it.each(cases)('%s', (_, given, path, value, says) => {
    const file = path.includes('delay')
      ? { ...given, types: [{ ...type, redial: { delay: { law: 'deterministic', valueS: 5 } } }] }
      : given;
    const scenario = changed(file, path, value);
    const told = overridden(scenario, path);
    expect(told.map(({ en }) => en).join(' ')).toMatch(says);
    for (const { en, fr } of told) {
      expect(en.startsWith(`--set ${path}: little or no effect: `)).toBe(true);
      expect(fr.startsWith(`--set ${path} : sans effet, ou presque : `)).toBe(true);
    }
    // And so it is.
    expect(scenario).not.toEqual(read(file));
    expect(day(scenario)).toBe(day(read(file)));
  });

  it('human hypotheses that are left out', () => {
    const path = 'arbitration.mood.welcome';
    const people = catalogueScenario('accueil-humain') as Scenario;
    expect(overridden(people, path)).toEqual([]);
    expect(overridden(withoutPeople(people), path)[0]?.en).toContain('hypotheses are left out');
  });

  it('what has an effect is not told of', () => {
    for (const [file, path, value] of [
      [bare, 'types.a.handling.meanS', '500'],
      [bare, 'types.a.patience.meanS', '9'],
      [bare, 'arrivals.busynessCv', '0.3'],
      [arbitrated, 'arbitration.policy.horizonMin', '9'],
      [arbitrated, 'arbitration.policy.name', 'hurry'],
      [arbitrated, 'arbitration.handling.wrapUpMin', '2'],
    ] as const) {
      expect(overridden(changed(file, path, value), path), path).toEqual([]);
      expect(day(changed(file, path, value)), path).not.toBe(day(read(file)));
    }
  });
});

describe('two centres have the same callers', () => {
  const base = catalogueFile('plus-on-se-presse');
  it('where the demand is the same, whatever is done with it', () => {
    const scenario = read(base);
    expect(haveSameCallers(scenario, changed(base, 'arbitration.policy.name', 'hurry'))).toBe(true);
    expect(haveSameCallers(scenario, changed(base, 'groups.0.staff', '9'))).toBe(true);
  });
  it('and not where more of them call, or it is another centre', () => {
    const scenario = read(base);
    expect(haveSameCallers(scenario, changed(base, 'types.0.perHour', '99'))).toBe(false);
    expect(haveSameCallers(scenario, catalogueScenario('petit-standard') as Scenario)).toBe(false);
  });
});
