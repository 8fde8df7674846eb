import { describe, expect, it } from 'vitest';
import { readScenario, scenarioJsonSchema } from '../../../models/doors/scenario.ts';
import { bare } from '../../support/bare.ts';
import { rich } from '../centre/centres.ts';

/**
 * Every parameter of the model stands in the schema, as the list has it: name, unit, default, range
 * worth varying, neutral value (null: none), grade. Two defaults are those of the model's text: the
 * list has 0, because the part is off, where the text says how large it is once it is on. Where a
 * field left out is neutral, the list's default is said as what is usual.
 */
type Row = readonly [
  id: string,
  unit: string,
  usual: unknown,
  range: readonly [number, number] | null,
  neutral: unknown,
  grade: string,
];
// biome-ignore format: a table is read by its columns
const LIST: readonly Row[] = [
  ['arrivals.busynessCv', '1', 0.1, [0, 0.3], 0, 'D'],
  ['arrivals.intervalCv', '1', 0, [0, 0.2], 0, 'D'],
  ['arrivals.burstSize', 'calls', 80, [0, 300], 0, 'D'],
  ['arrivals.burstDuration', 'min', 5, [1, 60], null, 'D'],
  ['orbit.pRedial', 'prob', 0.6, [0, 0.9], 0, 'D'],
  ['orbit.redialDelay', 'min', 10, [1, 120], null, 'D'],
  ['orbit.pBack', 'prob', 0.85, [0, 1], 0, 'D'],
  ['orbit.backDelay', 'min', 30, [5, 2880], null, 'D'],
  ['orbit.pNext', 'prob', 0.2, [0, 0.5], 0, 'D'],
  ['orbit.autonomyEffect', '1', 0.6, [0, 1], 0, 'D'],
  ['orbit.repeatNeedGrowth', '1', 0, [0, 0.5], 0, 'C'],
  ['orbit.carryOver', '1', 0, [0, 1], 0, 'D'],
  ['patience.law', 'enum', 'exponential', null, 'infinite', 'B/D'],
  ['patience.mean', 'min', 4, [1, 20], null, 'D'],
  ['patience.announceMass', '1', 0.03, [0, 0.1], 0, 'B/D'],
  ['announce.hazardAfter', '1', 0.5, [0, 1], 0, 'B bound'],
  ['announce.serviceAfter', 'min/min', 0.1, [0, 0.35], 0, 'B bound'],
  ['callback.pAccept', 'prob', 0.4, [0, 0.6], 0, 'D'],
  ['handling.fixed', 'min', 1.5, [0, 4], 0, 'D'],
  ['handling.closing', 'min', 0.75, [0, 1.5], 0, 'D'],
  ['handling.wrapUp', 'min', 0.75, [0, 3], 0, 'D'],
  ['need.mean', '1', 1, [0.2, 4], null, 'D'],
  ['need.cv', '1', 1, [0, 2], null, 'B law, D size'],
  ['resolution.rmax', 'prob', 0.95, [0.7, 1], 1, 'D'],
  ['resolution.tau', 'min per unit need', 1.5, [0.5, 5], 0, 'D'],
  ['resolution.shape', '1', 1, [1, 4], 1, 'D'],
  ['discover.error0', 'prob', 0.4, [0, 0.6], 0, 'D'],
  ['speed.agentSd', '1', 0.15, [0, 0.4], 0, 'B exists, D size'],
  ['speed.learning', '1', 0.05, [0, 0.2], 0, 'B exists, D size'],
  ['speed.load', '1', 0.1, [-0.2, 0.3], 0, 'B sign conflicting'],
  ['speed.overwork', '1', 0.15, [0, 0.4], 0, 'B direction'],
  ['speed.parkinson', '1', 0.15, [0, 0.5], 0, 'B direction'],
  ['speed.emotionalLoad', '1', 0.15, [0, 0.4], 0, 'B direction'],
  ['fit.sigma', '1', 0.6, [0.3, 1.2], null, 'D'],
  ['fit.authSigma', '1', 0.8, [0.4, 1.6], null, 'D'],
  ['fit.weight', '1', 0.7, [0, 1], null, 'D'],
  ['fit.skill', '1', 0.7, [0, 1], 0, 'D'],
  ['wait.perception', '1', 1.2, [0.8, 1.6], 1, 'B direction'],
  ['wait.acceptable', 'min', 1, [0.25, 5], null, 'D'],
  ['wait.scale', 'min', 2.5, [0.5, 10], null, 'D'],
  ['score.weights', '1', [0.4, 0.2, 0.2, 0.2], null, null, 'D + SMAA'],
  ['score.effortPerExtraCall', '1', 0.85, [0.7, 1], 1, 'C'],
  ['difficult.up', '1/min', [0.02, 0.05, 0.05], null, [0, 0, 0], 'D'],
  ['difficult.down', '1/min', [0.4, 0.3, 0.2], null, null, 'D'],
  ['energy.drain', '1/h', 0.08, [0, 0.3], 0, 'D'],
  ['energy.lossSpiral', '1', 0.5, [0, 2], 0, 'B direction'],
  ['energy.acting', '1', 1, [0, 3], 0, 'B direction'],
  ['energy.deepActing', '1', 0.45, [0.2, 1], 1, 'B direction'],
  ['energy.idle', '1/h', 0.25, [0, 1], 0, 'D'],
  ['energy.microBreak', '1/h', 1.2, [0, 3], 0, 'B sanity d=.35'],
  ['supports', '1', [0, 0, 0, 0, 0], [0, 1], [0, 0, 0, 0, 0], 'D'],
  ['cost.wait', 'wme/min', 1, [1, 1], null, 'unit'],
  ['cost.abandon', 'wme', 2, [0.67, 6], null, 'D + SMAA'],
  ['cost.unresolved', 'wme', 5, [1.67, 15], null, 'D + SMAA'],
  ['cost.lost', 'wme', 15, [5, 45], null, 'D + SMAA'],
  ['policy.horizon', 'min', 3, [0, 5], null, 'D (x = 1 costs as little)'],
  ['policy.cap', 'min', 8, [5, 12], null, 'D'],
  ['output.reps0', 'days', 30, [10, 5000], null, 'A'],
  ['output.relHalfWidth', '1', 0.05, [0.005, 0.2], null, 'D'],
];

// biome-ignore lint/suspicious/noExplicitAny: a JSON Schema, walked from outside
type Node = any;

/** Everything in a JSON Schema that names a parameter of the list. */
function named(node: Node, found: Node[] = []): Node[] {
  if (typeof node !== 'object' || node === null) return found;
  if (typeof node.param === 'string') found.push(node);
  for (const inner of Object.values(node)) named(inner, found);
  return found;
}

/** The schema says a probability and a need by pure numbers, and a list by its items. */
const UNITS: Record<string, string> = { prob: '1', 'min per unit need': 'min' };
/** A law is said by its name; a group of fields by what each holds. */
function said(value: Node): unknown {
  if (typeof value === 'object' && value !== null && 'law' in value) return value.law;
  return value;
}
function defaultOf(node: Node): unknown {
  if (node.usual !== undefined) return said(node.usual);
  if (node.properties === undefined) return node.default;
  return Object.values(node.properties as Record<string, Node>).map((field) => field.default);
}

const schema = scenarioJsonSchema();
const nodes = named(schema);

describe('the parameters of the model', () => {
  it('are all in the schema, and nothing else claims to be one', () => {
    const there = new Set(nodes.map(({ param }) => param));
    expect([...there].sort()).toEqual(LIST.map(([id]) => id).sort());
  });

  it.each(LIST)('%s', (id, unit, usual, range, neutral, grade) => {
    const here = nodes.filter(({ param }) => param === id);
    expect(here.length).toBeGreaterThan(0);
    for (const node of here) {
      if (unit !== 'enum') expect(node.unit).toBe(UNITS[unit] ?? unit);
      expect(defaultOf(node)).toEqual(usual);
      expect(node.range ?? null).toEqual(range);
      expect(said(node.neutral) ?? null).toEqual(neutral);
      expect(node.evidence).toBe(grade);
      // What is only known to exist, or in which direction it goes, has a size we assume.
      const letter = /^[AC]/.test(grade) ? grade.charAt(0) : 'D';
      expect(node.grade).toBe(grade === 'unit' ? undefined : letter);
    }
  });

  it('are neutral in a classical centre that says nothing of them', () => {
    const read = readScenario(bare());
    if (!read.ok) throw new Error('a bare centre can be read');
    const { arbitration, arrivals, types } = read.scenario;
    expect(arbitration).toBeUndefined();
    expect(arrivals).toEqual({ busynessCv: 0, intervalCv: 0, factorMin: 30 });
    for (const type of types) {
      const { patience, redial, repeat, retry } = type;
      expect(patience).toEqual({ law: 'infinite' });
      expect([redial, repeat, retry].map((back) => back.probability)).toEqual([0, 0, 0]);
    }
    // Nothing that is usual, but not neutral, is what a field left out means.
    const usual = nodes.filter((node) => node.usual !== undefined && node.default !== undefined);
    for (const node of usual) expect(said(node.default), node.param).toEqual(said(node.neutral));
    expect(usual.length).toBeGreaterThan(1);
  });

  it('take every value worth varying, their default and the neutral one', () => {
    const numbers = nodes.filter(({ type }) => type === 'number' || type === 'integer');
    expect(numbers.length).toBeGreaterThan(40);
    for (const node of numbers) {
      const values = [...(node.range ?? []), node.default, node.usual, node.neutral];
      for (const value of values.filter((one) => typeof one === 'number')) {
        expect(value, node.param).toBeGreaterThanOrEqual(node.minimum);
        expect(value, node.param).toBeLessThanOrEqual(node.maximum);
      }
    }
  });
});

describe('the schema of the arbitration', () => {
  /** Every field under a node, by its path. */
  function fields(node: Node, path: string, found: [string, Node][] = []): [string, Node][] {
    for (const [key, inner] of Object.entries((node.properties ?? {}) as Record<string, Node>)) {
      const field = inner.anyOf?.[0] ?? inner;
      found.push([`${path}.${key}`, field]);
      fields(field, `${path}.${key}`, found);
    }
    return found;
  }
  const all = fields((schema as Node).properties.arbitration, 'arbitration');

  it('says of every field what it means, and of every number its unit', () => {
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(([, field]) => !field.description).map(([path]) => path)).toEqual([]);
    const plain = all.filter(([, field]) => field.type === 'number' && !field.unit);
    expect(plain.map(([path]) => path)).toEqual([]);
  });
});

/** What a scenario file reads as, with this arbitration. */
// biome-ignore lint/suspicious/noExplicitAny: the point is to write what the types forbid
const read = (arbitration: any, change: (file: any) => void = () => {}) => {
  const file = { ...bare(), arbitration };
  change(file);
  return readScenario(file);
};
const told = (arbitration: object): string[] => {
  const reading = read(arbitration);
  return reading.ok ? [] : reading.problems.map((one) => `${one.code} ${one.path}`);
};

const HUMAN = [
  ...['discover', 'announce', 'callback', 'speed', 'fit'],
  ...['mood', 'difficult', 'energy', 'supports'],
] as const;

describe('a scenario without arbitration', () => {
  it('reads as it always did: nothing is added', () => {
    for (const file of [bare(), rich()]) {
      const reading = readScenario(file);
      if (!reading.ok) throw new Error('it does not read');
      expect(Object.keys(reading.scenario)).not.toContain('arbitration');
      for (const type of reading.scenario.types) expect(Object.keys(type)).not.toContain('need');
    }
  });
});

describe('a scenario with arbitration', () => {
  it('as {}: needs, paces and returns are on, every human part is off', () => {
    const reading = read({});
    if (!reading.ok) throw new Error('it does not read');
    const { arbitration } = reading.scenario;
    expect(Object.keys(arbitration ?? {}).sort()).toEqual(
      [
        ...['execution', 'policy', 'handling', 'need', 'resolution', 'returns'],
        ...['wait', 'score', 'cost', 'output', 'people'],
      ].sort(),
    );
    expect(arbitration).toMatchObject({
      execution: 'work',
      policy: { name: 'fixed', paceMin: 4.5, floor: false, masks: 'imposed' },
      handling: { fixedMin: 1.5, closingMin: 0.75, wrapUpMin: 0.75 },
      need: { cv: 1, law: 'lognormal' },
      resolution: { max: 0.95, tauMin: 1.5, shape: 'concave', k: 1 },
      returns: { redialProbability: 0.6, backProbability: 0.85, nextProbability: 0.2 },
      score: { weights: [0.4, 0.2, 0.2, 0.2] },
    });
  });

  it('callback needs the announced wait by which it is offered, unless nobody accepts', () => {
    const reading = read({ callback: {} });
    expect(reading.ok ? [] : reading.problems.map(({ path }) => path)).toEqual([
      'arbitration.callback.accept',
    ]);
    expect(read({ callback: { accept: 0 } }).ok).toBe(true);
  });

  it.each(HUMAN)('%s as {} is on with its defaults, and reads back as itself', (name) => {
    const reading = read({ announce: {}, [name]: {} });
    if (!reading.ok) throw new Error('it does not read');
    const part = reading.scenario.arbitration?.[name];
    expect(Object.keys(part ?? {}).length).toBeGreaterThan(0);
    expect(Object.values(part ?? {})).not.toContain(undefined);
    expect(readScenario(JSON.parse(JSON.stringify(reading.scenario)))).toEqual(reading);
  });

  it('types say what their callers need', () => {
    const reading = read({}, (file) => {
      file.types[0].need = { mean: 2.2, custom: true, stance: 'anxious' };
    });
    expect(reading.ok && reading.scenario.types[0]?.need).toEqual({
      mean: 2.2,
      custom: true,
      stance: 'anxious',
      mood: 0,
      value: 1,
    });
  });

  const cases: [what: string, arbitration: object, expected: string[]][] = [
    ['another policy', { policy: { name: 'best' } }, ['E_TYPE arbitration.policy.name']],
    ['a field unknown', { returns: { redial: 0.5 } }, ['E_TYPE arbitration.returns.redial']],
    [
      'three weights',
      { score: { weights: [0.4, 0.4, 0.2] } },
      ['E_RANGE arbitration.score.weights'],
    ],
    [
      'a weight below 0',
      { score: { weights: [0.5, 0.5, 0.5, -0.5] } },
      ['E_RANGE arbitration.score.weights.3'],
    ],
    [
      'weights that miss 1',
      { score: { weights: [0.4, 0.2, 0.2, 0.1] } },
      ['E_RANGE arbitration.score.weights'],
    ],
    [
      'levels that miss 1',
      { difficult: { start: [0.9, 0, 0, 0] } },
      ['E_RANGE arbitration.difficult.start'],
    ],
    [
      'concluding longer than all',
      { handling: { fixedMin: 0.5 } },
      ['E_RANGE arbitration.handling.closingMin'],
    ],
    [
      'a cap within the fixed part',
      { policy: { name: 'priceNext', capMin: 1.5 } },
      ['E_RANGE arbitration.policy.capMin'],
    ],
    [
      'a pace within the fixed part',
      { policy: { paceMin: 1 } },
      ['E_RANGE arbitration.policy.paceMin'],
    ],
    [
      'a pace above the cap',
      { policy: { name: 'care', careMin: 9 } },
      ['E_RANGE arbitration.policy.careMin'],
    ],
    [
      'a threshold upside down',
      { policy: { name: 'queueThreshold', fastMin: 6, slowMin: 4 } },
      ['E_RANGE arbitration.policy.fastMin'],
    ],
    ['an S that is none', { resolution: { shape: 's' } }, ['E_RANGE arbitration.resolution.k']],
    ['a k that acts on nothing', { resolution: { k: 2 } }, ['E_RANGE arbitration.resolution.k']],
    [
      'needs weighed where nobody works',
      { execution: 'exponential', policy: { name: 'priceNextNeed' } },
      ['E_RANGE arbitration.policy.name'],
    ],
    [
      'two masks at once',
      { policy: { name: 'avoidance', masks: 'slide' } },
      ['E_RANGE arbitration.policy.masks'],
    ],
  ];
  it.each(cases)('%s is refused at its place', (_what, arbitration, expected) => {
    expect(told(arbitration)).toEqual(expected);
  });

  it('what a policy does not go by may be anything', () => {
    expect(told({ policy: { name: 'hurry', paceMin: 0.2, fastMin: 9, slowMin: 2 } })).toEqual([]);
    expect(told({ policy: { name: 'queueThreshold', fastMin: 4, slowMin: 4 } })).toEqual([]);
    expect(told({ resolution: { shape: 's', k: 1.5 } })).toEqual([]);
  });
});
