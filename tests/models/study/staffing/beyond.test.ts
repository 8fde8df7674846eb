import { describe, expect, it } from 'vitest';
import { MEASURES, playStaffing, valueOf } from '../../../../models/doors/study.ts';
import { dayFigures } from '../../../../models/study/staffing/days.ts';
import { gapOf } from '../../../../models/study/staffing/gap.ts';
import { monthsIn } from '../../../../models/study/staffing/months.ts';
import { priceOf } from '../../../../models/study/staffing/price.ts';
import type { Asking } from '../../../../models/study/staffing/seen.ts';
import { hypothesesOf, sensitivityOf } from '../../../../models/study/staffing/sensitivity.ts';
import { answered, centre, inline } from './centre.ts';

async function played<T extends object>(asking: Asking<T>): Promise<T> {
  const ended = await playStaffing(asking, inline()).ended;
  if (ended === 'aborted' || 'code' in ended) throw new Error(JSON.stringify(ended));
  return ended as T;
}

const plain = centre({ type: { perHour: 40 } });
const full = centre({
  type: {
    perHour: 40,
    handling: { law: 'lognormal', meanS: 180, cv: 1.3 },
    patience: { law: 'exponential', meanS: 240 },
    redial: { probability: 0.6, delay: { law: 'exponential', meanS: 300 } },
  },
  group: { shrinkage: 0.1 },
  more: { arrivals: { busynessCv: 0.15 } },
});

describe('the waterfall of the gap', () => {
  it('has no step but the day itself where nothing is left out of the formula', async () => {
    const answer = await answered(plain, { days: 60 });
    const steps = await played(gapOf(answer));
    expect(steps.map(({ assumption }) => assumption)).toEqual(['erlangC', 'transients']);
  });

  it('[A10] has none either where the formula sees each interval’s own handling and patience', async () => {
    const hours = centre({
      day: { lengthMin: 120 },
      type: {
        perHour: 40,
        handlingFactor: [1, 1.7],
        patience: { law: 'exponential', meanS: 240 },
        patienceFactor: [1, 0.3],
      },
    });
    const answer = await answered(hours, { days: 60 });
    const loads = answer.intervals.map(({ load }) => [load.handlingS, load.patienceS]);
    expect(loads).toEqual([
      [180, 240],
      [306, 72],
    ]);
    const steps = await played(gapOf(answer));
    expect(steps.map(({ assumption }) => assumption)).toEqual([
      'erlangC',
      'patience',
      'transients',
    ]);
  });

  it('goes from Erlang’s promise to what is simulated, and its steps add up', async () => {
    const answer = await answered(full, { days: 60 });
    const steps = await played(gapOf(answer));
    expect(steps.map(({ assumption }) => assumption)).toEqual([
      ...['erlangC', 'patience', 'transients', 'handlingLaw', 'factors', 'returns', 'absences'],
    ]);
    const [first, last] = [steps[0]?.value.mean, steps.at(-1)?.value.mean] as [number, number];
    const sum = steps.reduce((all, { step }) => all + (step?.mean ?? 0), first);
    expect(sum).toBeCloseTo(last, 9);
    const level = MEASURES.find(({ name }) => name === 'serviceLevelF3');
    const [x, y] = [level?.x, level?.y].map((of) =>
      answer.rows.reduce((all, row) => all + (of?.(row) ?? 0), 0),
    ) as [number, number];
    expect(last).toBeCloseTo(x / y, 9);
  });
});

describe('the price of probability', () => {
  it('rises with the share of days, and passes through what was answered', async () => {
    const answer = await answered(full, { days: 80 });
    const points = await played(priceOf(answer, [0.5, 0.8, 0.95]));
    const agents = points.map((point) => point.agents);
    expect([...agents].sort((a, b) => a - b)).toEqual(agents);
    expect(points[1]?.staffing).toEqual(answer.staffing);
    for (const { holds, on, whole } of points) {
      expect(holds).toBe(true);
      expect(whole.high).toBeGreaterThanOrEqual(on);
    }
    expect(points[2]?.more?.['accessibility']?.mean).toBeGreaterThan(0);
  });
});

describe('days side by side', () => {
  it('are told from the worse side: the tenth-worst is worse than the median', async () => {
    const answer = await answered(full, { days: 60 });
    const like = new Map(dayFigures(answer).map((one) => [one.measure, one]));
    const [level, wait] = ['serviceLevelF3', 'waitP90'].map((name) => like.get(name));
    expect(level?.worstTenth).toBeLessThan(level?.median as number);
    expect(wait?.worstTenth).toBeGreaterThan(wait?.median as number);
    const measure = MEASURES.find(({ name }) => name === 'serviceLevelF3') as (typeof MEASURES)[0];
    const below = answer.rows.filter(
      (row) => valueOf(measure, row) < (level?.worstTenth as number),
    );
    expect(below.length).toBeLessThanOrEqual(6);
  });
});

describe('a month', () => {
  it('is as likely as the normal law has it: mean 1, spread 10, 25 days: half a spread', () => {
    const days = new Float64Array(2_000).map((_, d) => (d % 2 === 0 ? 11 : -9));
    const { high, low, share } = monthsIn(days, { alpha: 0.05, monthDays: 25 });
    expect(share).toBeCloseTo(0.6915, 3);
    expect(low).toBeLessThan(share);
    expect(high).toBeGreaterThan(share);
  });
});

describe('what a choice owes to hypotheses', () => {
  it('is asked of every number of grade D that says something in the scenario', () => {
    const paths = hypothesesOf(full).map(({ path }) => path);
    expect(paths).toEqual([
      'arrivals.busynessCv',
      'arrivals.intervalCv',
      'types.calls.patience.meanS',
      'types.calls.redial.probability',
      'types.calls.redial.delay.meanS',
    ]);
    expect(hypothesesOf(plain).map(({ path }) => path)).not.toContain(
      'types.calls.redial.delay.meanS',
    );
  });

  it('changes where days vary more than thought, and says beyond what', async () => {
    const answer = await answered(centre({}), { days: 200 });
    const swept = await played(sensitivityOf(answer));
    const busy = swept.find(({ path }) => path === 'arrivals.busynessCv');
    const [end] = busy?.ends ?? [];
    expect(end).toMatchObject({ value: 0.3, changes: 'more' });
    expect(end?.beyond).toBeGreaterThan(0);
    expect(end?.beyond).toBeLessThan(0.3);
  });
});
