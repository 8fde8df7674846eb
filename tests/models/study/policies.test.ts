import { describe, expect, it } from 'vitest';
import {
  catalogueFile,
  catalogueScenario,
  isProblem,
  POLICY_NAMES,
  readScenario,
  type Scenario,
  STUDY_POLICIES,
  scenarioJsonSchema,
  setPath,
} from '../../../models/doors/scenario.ts';
import {
  type DayRow,
  figuresOf,
  MEASURES,
  type PolicyVariant,
  paceGrid,
  readPolicy,
  runPacked,
  SHOWN,
  SUM,
  Summing,
  Trials,
  withPolicy,
} from '../../../models/doors/study.ts';
import { SUMS } from '../../../models/folds/measures/sums.ts';
import { policyOf, settingsOf } from '../../../models/study/policies.ts';
import { PRECISION, preciseAfter } from '../../../models/study/precision.ts';
import { rowOf } from '../../../models/study/rows.ts';
import { sacrificeOf } from '../../../models/study/sacrifice.ts';

const SMALL = 'plus-on-se-presse';
const small = catalogueScenario(SMALL) as Scenario;
const ten = catalogueScenario('dix-conseillers') as Scenario;

const named = (text: string): PolicyVariant => {
  const variant = readPolicy(text);
  if (isProblem(variant)) throw new Error(variant.says.en);
  return variant;
};
const played = (scenario: Scenario, text: string): Scenario => {
  const reading = withPolicy(scenario, named(text));
  if (!reading.ok) throw new Error(reading.problems[0]?.says.en);
  return reading.scenario;
};
const refusal = (text: string): string => {
  const variant = readPolicy(text);
  return isProblem(variant) ? variant.says.en : `${text} is understood`;
};
const daysOf = (scenario: Scenario, days: number, seed = 's'): DayRow[] => {
  const trials = new Trials(scenario, seed);
  return Array.from({ length: days }, (_, r) => trials.run(r).day.slice());
};

interface Shape {
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
}
const schema = (scenarioJsonSchema() as Shape).properties?.['arbitration']?.properties?.['policy']
  ?.properties as Readonly<Record<string, Shape>>;

describe('policies by name', () => {
  it('are those of a scenario, and their settings its settings', () => {
    expect([...POLICY_NAMES].sort()).toEqual([...(schema['name']?.enum ?? [])].sort());
    const heeded = new Set(POLICY_NAMES.flatMap(settingsOf));
    const fields = Object.keys(schema).filter((name) => name !== 'name');
    expect([...heeded].sort()).toEqual(fields.sort());
    expect(STUDY_POLICIES).toHaveLength(9);
  });

  it('are read with settings, as JSON where they are', () => {
    expect(named('care')).toEqual({ asked: 'care', name: 'care', settings: {} });
    expect(named('queueThreshold:slowMin=6.5,atWaiting=2,floor=true,masks=slide')).toEqual({
      asked: 'queueThreshold:slowMin=6.5,atWaiting=2,floor=true,masks=slide',
      name: 'queueThreshold',
      settings: { slowMin: 6.5, atWaiting: 2, floor: true, masks: 'slide' },
    });
  });

  it.each([
    ['', 'No policy is called ""; the choices are: fixed, care, hurry,'],
    ['harry', 'coordinated, avoidance, disengagement, natural, professional, script.'],
    ['harry', 'Did you mean "hurry"?'],
    ['__proto__', 'No policy is called "__proto__"'],
    ['fixed,paceMin=4', 'No policy is called "fixed,paceMin=4"'],
    [
      'hurry:paceMin=3',
      'has no setting "paceMin"; the choices are: hurryMin, capMin, floor, masks.',
    ],
    ['hurry:hurrymin=3', 'Did you mean "hurryMin"?'],
    ['hurry:name=care', 'has no setting "name"'],
    ['fixed:paceMin=4,paceMin=5', 'is given paceMin twice; give one value.'],
    ['hurry:', 'After "hurry:" come settings name=value, for instance hurry:hurryMin=5; got "".'],
    ['queueThreshold:slowMin=6,5', 'for instance queueThreshold:slowMin=5; got "5".'],
    ['care:careMin=', 'got "careMin=".'],
  ])('%j is refused in a sentence that lists what there is', (text, says) =>
    expect(refusal(text)).toContain(says),
  );
});

describe('a scenario played by a policy', () => {
  it('is the file with those values set, and nothing else', () => {
    const text = 'waitThreshold:fastMin=3,atMin=0.5';
    let file = catalogueFile(SMALL);
    for (const [path, value] of [
      ['name', 'waitThreshold'],
      ['fastMin', '3'],
      ['atMin', '0.5'],
    ] as const) {
      const set = setPath(file, `arbitration.policy.${path}`, value);
      if (!set.ok) throw new Error(set.problem.says.en);
      file = set.file;
    }
    expect(readScenario(file)).toEqual({ ok: true, scenario: played(small, text) });
    expect(policyOf(played(small, text))).toEqual({
      name: 'waitThreshold',
      slowMin: 6,
      fastMin: 3,
      atMin: 0.5,
      capMin: 8,
      floor: false,
      masks: 'imposed',
    });
  });

  it('keeps what its own policy says and the name does not', () => {
    const capped = played(small, 'fixed:capMin=7');
    expect(policyOf(played(capped, 'hurry'))).toMatchObject({ hurryMin: 2.5, capMin: 7 });
  });

  it('means the mask that it names, where the agents of the scenario slide', () => {
    const sliding = played(small, 'hurry:masks=slide');
    expect(policyOf(played(sliding, 'care'))).toMatchObject({ masks: 'slide' });
    expect(policyOf(played(sliding, 'professional'))).toMatchObject({ masks: 'imposed' });
    const said = withPolicy(sliding, named('professional:masks=slide'));
    expect(said.ok ? [] : said.problems).toMatchObject([{ path: 'arbitration.policy.masks' }]);
  });

  it('is refused where the values do not hold together', () => {
    const reading = withPolicy(small, named('care:careMin=9'));
    expect(reading.ok ? [] : reading.problems).toMatchObject([
      { code: 'E_RANGE', path: 'arbitration.policy.careMin' },
    ]);
  });

  it('needs something to arbitrate', () => {
    const classical = catalogueScenario('petit-classique') as Scenario;
    expect(policyOf(classical)).toBeNull();
    expect(paceGrid(classical)).toEqual([]);
    expect(() => withPolicy(classical, named('care'))).toThrow(
      /^scenario must have an arbitration/,
    );
  });

  /** Another value of each setting, which every policy can take. */
  const OTHER: Readonly<Record<string, number>> = {
    paceMin: 3.3,
    careMin: 5.3,
    hurryMin: 2.1,
    slowMin: 5.2,
    fastMin: 2.8,
    atWaiting: 3,
    atMin: 0.2,
    horizonMin: 0.5,
  };
  const ALWAYS = settingsOf('priceTable');

  it.each(POLICY_NAMES)('%s: its settings change the day, those of others do not', (name) => {
    const day = (change: object): readonly number[] => {
      const { arbitration } = small;
      const reading = readScenario({
        ...small,
        arbitration: { ...arbitration, policy: { ...arbitration?.policy, ...change, name } },
      });
      if (!reading.ok) throw new Error(reading.problems[0]?.says.en);
      return [...(daysOf(reading.scenario, 1)[0] as DayRow)];
    };
    const usual = day({});
    const own = settingsOf(name).filter((key) => !ALWAYS.includes(key)) as string[];
    for (const [key, value] of Object.entries(OTHER)) {
      const changed = day({ [key]: value });
      if (own.includes(key)) expect(changed, key).not.toEqual(usual);
      else expect(changed, key).toEqual(usual);
    }
  });
});

describe('the grid of fixed paces', () => {
  const gridWith = (change: object): number[] => {
    const reading = readScenario({ ...ten, arbitration: { ...ten.arbitration, ...change } });
    if (!reading.ok) throw new Error(reading.problems[0]?.says.en);
    return paceGrid(reading.scenario);
  };

  it('is half a minute wide with the defaults, 3 to 6 min', () =>
    expect(paceGrid(ten)).toEqual([3, 3.5, 4, 4.5, 5, 5.5, 6]));

  it('keeps below the cap, above the fixed part, and is never empty', () => {
    expect(gridWith({ policy: { capMin: 4.6 } })).toEqual([3, 3.5, 4, 4.5]);
    expect(gridWith({ resolution: { tauMin: 0 } })).toEqual([1.5]);
    expect(gridWith({ policy: { capMin: 2, paceMin: 2 } })).toEqual([1.5]);
  });
});

describe('the days of a policy', () => {
  const DAYS = 34;
  const texts = ['hurry', 'fixed:paceMin=4', 'queueThreshold', 'priceNextNeed', 'coordinated'];
  const all = texts.map((text) => daysOf(played(small, text), DAYS));

  it('have the same first callers under every policy, day by day', () => {
    const first = all.map((days) => days.map((day) => day[SUM.first]));
    for (const other of first) expect(other).toEqual(first[0]);
    expect(new Set(first[0]).size).toBeGreaterThan(10);
    const offered = all.map((days) => days.map((day) => day[SUM.offered]));
    expect(offered[1]).not.toEqual(offered[0]);
  });

  it('give the figures of a summary, to the last bit', () => {
    const trials = new Trials(played(small, 'hurry'), 's');
    const summing = new Summing(trials.frame);
    summing.add(runPacked(trials, 0, DAYS));
    expect(figuresOf(all[0] ?? [], 0.9)).toEqual(summing.summary(0.9).day);
    expect(Object.keys(figuresOf([]))).toHaveLength(MEASURES.length);
  });

  it('[MODEL 10, 7.3] make a row whose parts, weighed as usual, are its cost and its score', () => {
    const { cost, score } = small.arbitration as NonNullable<Scenario['arbitration']>;
    for (const days of all) {
      const { components, cost: whole, harms, lived, thirds } = rowOf('p', days);
      const costs = [cost.wait, cost.abandon, cost.unresolved, cost.lost];
      const sum = (parts: readonly (readonly number[])[], weights: readonly number[], d: number) =>
        parts.reduce((total, part, k) => total + (part[d] as number) * (weights[k] as number), 0);
      for (let d = 0; d < DAYS; d++) {
        const of = whole.x[d] as number;
        expect(sum(harms.x, costs, d) / of).toBeCloseTo(1, 9);
        const score100 = (lived.x[d] as number) / 100;
        expect(sum(components.x, score.weights, d) / score100).toBeCloseTo(1, 9);
        expect(whole.y[d]).toBe(days[d]?.[SUM.first]);
      }
      const firsts = thirds.reduce((n, { y }) => n + y.reduce((a, b) => a + b, 0), 0);
      const resolved = thirds.reduce((n, { x }) => n + x.reduce((a, b) => a + b, 0), 0);
      const told = figuresOf(days)['firstContactResolution']?.mean as number;
      expect(resolved / firsts).toBeCloseTo(told, 12);
      // Who was met, by third; nobody met the others.
      const { livedThirds } = rowOf('p', days);
      const unmet = days.reduce((n, day) => n + (day[SUM.byNeed + 6] as number), 0);
      const met = livedThirds.reduce((n, { y }) => n + y.reduce((a, b) => a + b, 0), 0);
      expect(met + unmet).toBe(days.reduce((n, day) => n + (day[SUM.journeys] as number), 0));
    }
  });
});

/** Days on which so many easy and hard needs of a hundred each were resolved, give or take one. */
const shared = (easy: number, hard: number): DayRow[] =>
  Array.from({ length: 40 }, (_, d) => {
    const day = new Float64Array(SUMS);
    const stir = [0, 1, -1][d % 3] as number;
    day[SUM.easy] = 100;
    day[SUM.hard] = 100;
    day[SUM.easyResolved] = easy + stir;
    day[SUM.hardResolved] = hard + ([1, 0, -1][d % 3] as number);
    return day;
  });

describe('[MODEL 11.4] a first place that the hard calls pay for', () => {
  const alike = shared(85, 82);
  const triage = shared(92, 73);

  it('is found, against the best that treats needs more alike', () => {
    const care = shared(93, 92);
    const found = sacrificeOf([care, alike, triage, shared(80, 79)], [2, 0, 1, 3]);
    // Care resolves more of all: it takes nothing from the hard ones to give it to the easy ones.
    expect(found).toMatchObject({ policy: 2, than: 1 });
    expect(found?.hard.mean).toBeCloseTo(-0.09, 12);
    expect(found?.easy.mean).toBeCloseTo(0.07, 12);
    expect(found?.hard.halfWidth).toBeGreaterThan(0);
  });

  it('is not where it comes second, shows on no days, or stands alone', () => {
    expect(sacrificeOf([alike, triage], [0, 1])).toBeNull();
    expect(sacrificeOf([alike, triage], [1, 0])).not.toBeNull();
    const few = [triage, alike].map((days) => days.slice(0, 1));
    expect(sacrificeOf(few, [0, 1])).toBeNull();
    expect(sacrificeOf([triage], [0])).toBeNull();
    expect(sacrificeOf([], [])).toBeNull();
  });

  it('is that of the policy that weighs each need', () => {
    const days = ['priceNextNeed', 'priceTable'].map((text) => daysOf(played(small, text), 40));
    expect(sacrificeOf(days, [0, 1])).toMatchObject({ policy: 0, than: 1 });
  });
});

describe('[MODEL 13.3] days enough', () => {
  const policies = ['hurry', 'fixed:paceMin=4'].map((text) => daysOf(played(small, text), 120));
  const rule = { ...PRECISION, relative: 0.2, ofShare: 0.03, first: 20 };

  /** The same figure by figure, each look from scratch. */
  const isPrecise = (days: readonly DayRow[]): boolean =>
    MEASURES.filter(({ name }) => (SHOWN as readonly string[]).includes(name)).every((measure) => {
      const level = 1 - 0.05 / 10;
      const { mean, halfWidth } = figuresOf(days, level)[measure.name] ?? {};
      const allowed = Math.abs(mean ?? 0) * 0.2;
      return (halfWidth ?? 0) <= (measure.unit === '1' ? Math.max(allowed, 0.03) : allowed);
    });

  it('are those of the first look at which every figure of every policy is precise', () => {
    const looks = Array.from({ length: 11 }, (_, i) => 20 + 10 * i);
    const first = looks.find((n) => policies.every((days) => isPrecise(days.slice(0, n))));
    expect(first).toBeGreaterThan(20);
    expect(first).toBeLessThan(120);
    expect(preciseAfter(policies, rule)).toEqual({ days: first, likely: first });
    // Between two looks nobody looks.
    const short = policies.map((days) => days.slice(0, (first as number) - 1));
    expect(preciseAfter(short, rule).days).toBeNull();
  });

  it('are guessed where there were not enough: error falls as the root of the days', () => {
    const { days, likely } = preciseAfter(
      policies.map((each) => each.slice(0, 60)),
      { ...rule, relative: 0.02, ofShare: 0 },
    );
    expect(days).toBeNull();
    const worst = Math.max(
      ...policies.flatMap((each) => {
        const figures = figuresOf(each.slice(0, 60), 1 - 0.05 / 10);
        return SHOWN.map((name) => {
          const { halfWidth, mean } = figures[name] ?? {};
          return (halfWidth as number) / (0.02 * Math.abs(mean as number));
        });
      }),
    );
    expect(likely).toBe(Math.ceil(60 * worst * worst));
  });

  it('are the first looked at where nothing varies, and refuse policies of unequal days', () => {
    const [day] = policies[0] ?? [];
    const same = Array.from({ length: 40 }, () => day as DayRow);
    expect(preciseAfter([same]).days).toBe(30);
    expect(preciseAfter([[]])).toEqual({ days: null, likely: 0 });
    expect(() => preciseAfter([same, same.slice(1)])).toThrow(/^days must be 40 a policy/);
  });

  it('watches the ten figures of the table', () => {
    const known = MEASURES.map(({ name }) => name);
    expect(SHOWN.filter((name) => !known.includes(name))).toEqual([]);
    expect(SHOWN).toHaveLength(10);
  });
});
