import { describe, expect, it } from 'vitest';
import { catalogueScenario, isProblem, type Scenario } from '../../../models/doors/scenario.ts';
import {
  type Compared,
  comparisonOf,
  type DayRow,
  daysIn,
  type Field,
  fieldOf,
  fieldTooCostly,
  frameOf,
  paceGrid,
  runPacked,
  type Study,
  Trials,
  variantsOf,
} from '../../../models/doors/study.ts';

const SMALL = 'plus-on-se-presse';
const small = catalogueScenario(SMALL) as Scenario;

function fieldWith(words: readonly string[], scenario = small): Field {
  const variants = variantsOf(words);
  if (isProblem(variants)) throw new Error(variants.says.en);
  const found = fieldOf(SMALL, scenario, variants);
  if (isProblem(found)) throw new Error(found.says.en);
  expect(found.leftOut).toEqual([]);
  return found.field;
}

const ask = { seed: 's', replications: 6, alpha: 0.05, delta: 0.05 };

const play = ({ from, scenario, seed, to }: Study): DayRow[] =>
  daysIn(runPacked(new Trials(scenario, seed), from, to), frameOf(scenario));

const spans = (studies: readonly Study[]): string[] =>
  studies.map(({ from, seed, to }) => `${seed} ${from}-${to}`);

describe('who plays in a comparison', () => {
  it('is what is named, or the nine; a fixed pace that nobody gave is one of a grid', () => {
    expect(fieldWith([]).policies).toHaveLength(9);
    const { policies } = fieldWith(['fixed', 'fixed:paceMin=4', 'hurry']);
    expect(policies.map(({ length }) => length)).toEqual([paceGrid(small).length, 1, 1]);
  });

  it('is refused as a value: a wrong name, one named twice, and nothing to arbitrate', () => {
    expect(variantsOf(['harry'])).toMatchObject({ code: 'E_UNKNOWN' });
    expect(variantsOf(['care', 'hurry', 'care'])).toMatchObject({ code: 'E_TYPE' });
    const plain = catalogueScenario('petit-classique') as Scenario;
    expect(fieldOf('plain', plain, [])).toMatchObject({ code: 'E_TYPE' });
  });

  it('leaves out what cannot be played, and says why', () => {
    const variants = variantsOf(['care:careMin=9', 'hurry']);
    if (isProblem(variants)) throw new Error(variants.says.en);
    const found = fieldOf(SMALL, small, variants);
    if (isProblem(found)) throw new Error(found.says.en);
    expect(found.field.policies).toHaveLength(1);
    expect(found.leftOut).toMatchObject([
      { variant: { name: 'care' }, problems: [{ path: 'arbitration.policy.careMin' }], more: 0 },
    ]);
  });

  it('has an end: more days than an hour has are refused', () => {
    const field = fieldWith([]);
    expect(fieldTooCostly(field, 100)).toBeNull();
    expect(fieldTooCostly(field, 1e9)).toMatchObject({ code: 'E_COST' });
  });
});

describe('the rounds of a comparison', () => {
  it('are one where all is known beforehand: the same replications of each policy', () => {
    const steps = comparisonOf(fieldWith(['hurry', 'care']), ask);
    const first = steps.next();
    if (first.done) throw new Error('nothing was played');
    expect(spans(first.value.studies)).toEqual(['s 0-6', 's 0-6']);
    expect(first.value.planned).toBe(12);
    const last = steps.next(first.value.studies.map(play));
    expect(last).toMatchObject({ done: true, value: { days: 6, precise: null, paces: [[], []] } });
  });

  it('begin with days of their own, on which paces are tried', () => {
    const grid = paceGrid(small).length;
    const steps = comparisonOf(fieldWith(['fixed', 'hurry']), ask);
    const first = steps.next();
    if (first.done) throw new Error('nothing was played');
    expect(spans(first.value.studies)).toEqual(new Array(grid).fill('s grid 0-20'));
    expect(first.value.planned).toBe(20 * grid + 12);
    const second = steps.next(first.value.studies.map(play));
    if (second.done) throw new Error('only the grid was played');
    expect(spans(second.value.studies)).toEqual(['s 0-6', 's 0-6']);
    expect(second.value.planned).toBe(first.value.planned);
    const last = steps.next(second.value.studies.map(play)).value as Compared;
    expect(last.paces).toEqual([paceGrid(small), []]);
    expect(paceGrid(small)).toContain(last.players[0]?.variant.settings.paceMin);
  });

  it('follow each other until all is precise, each with new days only', () => {
    const arbitration = small.arbitration as NonNullable<Scenario['arbitration']>;
    const output = { ...arbitration.output, reps0: 20, relHalfWidth: 0.25 };
    const rough = { ...small, arbitration: { ...arbitration, output } };
    const steps = comparisonOf(fieldWith(['hurry'], rough), { ...ask, replications: null });
    let step = steps.next();
    let played = 0;
    for (let round = 0; !step.done; round += 1) {
      const [study] = step.value.studies as [Study];
      expect(study.from).toBe(played);
      expect((study.to - 20) % 10).toBe(0);
      played = study.to;
      expect(step.value.planned).toBe(played);
      expect(round).toBeLessThan(10);
      step = steps.next(step.value.studies.map(play));
    }
    expect(step.value.precise).toBe(true);
    // The rule stops where it would have, whatever was played beyond.
    expect(step.value.days).toBeLessThanOrEqual(played);
  });
});
