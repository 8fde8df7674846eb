import { describe, expect, it } from 'vitest';
import { hashFacts, Session } from '../../../models/doors/live.ts';
import {
  CATALOGUE_IDS,
  catalogue,
  catalogueFile,
  catalogueScenario,
  peopleOf,
  publicViewOf,
  readScenario,
  type Scenario,
  type ScenarioFile,
  scenarioJsonSchema,
  withoutPeople,
} from '../../../models/doors/scenario.ts';
import { readPolicy, withPolicy } from '../../../models/doors/study.ts';
import { goldenDays } from '../../golden/days.ts';

type File = ScenarioFile & { arbitration: NonNullable<ScenarioFile['arbitration']> };
const file = (id: string): File => catalogueFile(id) as File;

function read(given: ScenarioFile): Scenario {
  const reading = readScenario(given);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.scenario;
}
const problemsOf = (given: ScenarioFile): string[] => {
  const reading = readScenario(given);
  return reading.ok ? [] : reading.problems.map(({ path, says }) => `${path}: ${says.en}`);
};
const dayOf = (scenario: Scenario, seed = 'people'): Session => {
  const session = new Session(scenario, seed);
  session.run();
  return session;
};
const hashOf = (scenario: Scenario): string => hashFacts(dayOf(scenario).facts);

const HUMAN = catalogueScenario('accueil-humain') as Scenario;
const PARTS = [
  ...['announce', 'callback', 'discover', 'speed', 'fit'],
  ...['mood', 'difficult', 'energy', 'supports'],
];
/** One part of the human town hall, beside whatever its policy says of masks. */
function withOnly(part: string, policy: object = { name: 'fixed' }): Scenario {
  const { groups, ...rest } = file('accueil-humain');
  const arbitration = rest.arbitration as Record<string, unknown>;
  const kept = ['handling', 'returns', part, ...(part === 'callback' ? ['announce'] : [])];
  const parts = kept.flatMap((name) => (name in arbitration ? [[name, arbitration[name]]] : []));
  return read({
    ...rest,
    groups: groups.map(({ policy: _, ...group }) => group),
    arbitration: { ...Object.fromEntries(parts), policy },
  });
}

describe('a scenario without its people', () => {
  it('[N5] is itself where nothing human is on', () => {
    const plain = [...goldenDays().values(), ...CATALOGUE_IDS.map((id) => catalogueScenario(id))]
      .filter((scenario) => scenario !== undefined)
      .filter((scenario) => peopleOf(scenario).length === 0);
    expect(plain.length).toBeGreaterThan(35);
    for (const scenario of plain) expect(withoutPeople(scenario)).toBe(scenario);
  });

  it.each(PARTS)('[N5] has no %s, and tells the day of one that never had', (part) => {
    const scenario = withOnly(part);
    expect(peopleOf(scenario)).toContain(part);
    const without = withoutPeople(scenario);
    expect(peopleOf(without)).toEqual([]);
    expect(hashOf(without)).toBe(hashOf(withOnly('none')));
  });

  it.each([
    [
      { name: 'professional', paceMin: 5 },
      { name: 'fixed', paceMin: 5 },
    ],
    [{ name: 'avoidance' }, { name: 'fixed' }],
    [{ name: 'priceNext', masks: 'slide' }, { name: 'priceNext' }],
  ])('[N5] wears no mask: %j is %j', (masked, bare) => {
    const scenario = withOnly('none', masked);
    expect(peopleOf(scenario)).toEqual(['masks']);
    const without = withoutPeople(scenario);
    expect(hashOf(scenario)).not.toBe(hashOf(without));
    expect(hashOf(without)).toBe(hashOf(withOnly('none', bare)));
  });

  it('[N5] keeps needs, returns, policies and all that is classical', () => {
    const { groups, arbitration, ...rest } = withoutPeople(HUMAN);
    const plain = catalogueScenario('accueil-normal') as Scenario;
    expect(rest.types).toEqual(HUMAN.types);
    expect(arbitration?.policy).toEqual(plain.arbitration?.policy);
    for (const part of ['handling', 'need', 'resolution', 'returns', 'cost', 'score'] as const)
      expect(arbitration?.[part]).toEqual(plain.arbitration?.[part]);
    expect(groups.map(({ policy }) => [policy?.name, policy?.masks])).toEqual([
      [undefined, undefined],
      ['priceNext', 'imposed'],
    ]);
    // Where that group follows the team, it is the town hall of any other day to the last bit.
    const one = groups.map((group) => ({ ...group, policy: undefined }));
    expect(hashOf({ ...rest, groups: one, arbitration })).toBe(hashOf(plain));
  });

  it('[N5] feels a minute as a minute, as the schema says of its neutral values', () => {
    interface Node {
      readonly neutral?: unknown;
      readonly properties: Readonly<Record<string, Node>>;
    }
    const schema = scenarioJsonSchema() as Node;
    const said = schema.properties['arbitration']?.properties['wait']?.properties ?? {};
    const wait = withoutPeople(HUMAN).arbitration?.wait as Record<string, unknown>;
    const neutral = Object.entries(said).filter(([, node]) => 'neutral' in node);
    expect(neutral).toHaveLength(4);
    for (const [name, node] of neutral) expect(wait[name], name).toBe(node.neutral);
    expect(wait['acceptableMin']).toBe(HUMAN.arbitration?.wait.acceptableMin);
  });

  it('[N5] reads back as itself, twice without is once, and the given one is untouched', () => {
    const before = JSON.stringify(HUMAN);
    const without = withoutPeople(HUMAN);
    expect(JSON.stringify(HUMAN)).toBe(before);
    expect(without.arbitration?.people).toBe(false);
    expect(withoutPeople(without)).toBe(without);
    expect(read(without as ScenarioFile)).toEqual(without);
  });

  it('[N5, P10] is told by its public view: which parts, whose policy, and that they are out', () => {
    const told = (scenario: Scenario) => {
      const { arbitration, groups } = publicViewOf(scenario);
      return {
        ...arbitration,
        follow: groups.map(({ policy }) => policy && [policy.name, policy.own]),
      };
    };
    const follow = [
      ['fixed', false],
      ['priceNext', true],
    ];
    expect(told(HUMAN)).toEqual({
      execution: 'work',
      people: [...PARTS, 'masks'],
      gestures: null,
      withoutPeople: false,
      follow,
    });
    expect(told(withoutPeople(HUMAN))).toEqual({
      execution: 'work',
      people: [],
      gestures: null,
      withoutPeople: true,
      follow,
    });
    const classical = publicViewOf(catalogueScenario('petit-classique') as Scenario);
    expect([classical.arbitration, classical.groups[0]?.policy]).toEqual([null, null]);
  });

  it('is told by its card', () => {
    const human = catalogue().filter(({ people }) => people);
    expect(human.map(({ id }) => id)).toEqual(['accueil-humain', 'standard-hopital']);
  });
});

describe('the callers of a day with and without people', () => {
  const firsts = (scenario: Scenario) =>
    dayOf(scenario).facts.flatMap((fact) =>
      fact.kind === 'arrived' && fact.attempt === 0
        ? [{ at: fact.at, caller: fact.caller, type: fact.type }]
        : [],
    );
  /** Of each first contact that was resolved or not: what the caller needed. */
  const needs = (scenario: Scenario) => {
    const { facts } = dayOf(scenario);
    const callers = new Map<number, number>();
    const found = new Map<number, number>();
    for (const fact of facts) {
      if (fact.kind === 'arrived') callers.set(fact.call, fact.caller);
      if (fact.kind === 'resolved' && fact.attempt === 0)
        found.set(callers.get(fact.call) as number, fact.need);
    }
    return found;
  };
  /** How long each first caller would wait whom nobody answers. */
  const patiences = (scenario: Scenario) => {
    const groups = scenario.groups.map((group) => ({ ...group, staff: 0 }));
    return dayOf({ ...scenario, groups }).facts.flatMap((fact) =>
      fact.kind === 'abandoned' && fact.attempt === 0 ? [fact.waitMs] : [],
    );
  };
  /** Without what is meant to change needs (clear rules narrow them) and patience. */
  const quiet: Scenario = {
    ...HUMAN,
    arbitration: {
      ...(HUMAN.arbitration as NonNullable<Scenario['arbitration']>),
      announce: undefined,
      callback: undefined,
      supports: undefined,
    },
  };

  it('[A8, N5] come at the same instants', () => {
    expect(firsts(HUMAN).length).toBeGreaterThan(30);
    expect(firsts(withoutPeople(HUMAN))).toEqual(firsts(HUMAN));
  });

  it('[A8, N5] need the same', () => {
    const [before, after] = [needs(quiet), needs(withoutPeople(quiet))];
    const both = [...before.keys()].filter((caller) => after.has(caller));
    expect(both.length).toBeGreaterThan(25);
    for (const caller of both) expect(after.get(caller)).toBe(before.get(caller));
  });

  it('[A8, N5] are as patient', () => {
    expect(patiences(quiet).length).toBeGreaterThan(30);
    expect(patiences(withoutPeople(quiet))).toEqual(patiences(quiet));
  });
});

describe('a file that says its people were left out', () => {
  const without = (more: object): ScenarioFile => {
    const { arbitration, ...rest } = file('accueil-normal');
    return { ...rest, arbitration: { ...arbitration, people: false, ...more } };
  };

  it('may say nothing human', () => {
    expect(problemsOf(without({}))).toEqual([]);
    expect(problemsOf(without({ mood: {} }))).toEqual([
      'arbitration.mood: The human hypotheses are left out (people: false), and "mood" is one; remove it, or set people to true.',
    ]);
    expect(problemsOf(without({ policy: { name: 'script' } }))).toEqual([
      'arbitration.policy.name: "script" puts on a mask, and the human hypotheses are left out (people: false); take a policy without one, or set people to true.',
    ]);
  });

  it('is not played by a mask in a study either', () => {
    const variant = readPolicy('professional');
    if ('code' in variant) throw new Error(variant.says.en);
    const reading = withPolicy(withoutPeople(HUMAN), variant);
    expect(reading.ok ? [] : reading.problems.map(({ path }) => path)).toEqual([
      'arbitration.policy.name',
    ]);
  });
});
