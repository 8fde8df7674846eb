import { describe, expect, it } from 'vitest';
import { Centre } from '../../../models/centre/centre.ts';
import {
  effortOf,
  feltWait,
  Journey,
  type LivedPlan,
  livedScore,
  strictScore,
  WELL_MET,
  waitOf,
} from '../../../models/folds/measures/journey.ts';
import { Lived, type LivedFrame } from '../../../models/folds/measures/lived.ts';
import { LivedNow } from '../../../models/folds/measures/lived-now.ts';
import { Measures } from '../../../models/folds/measures/measures.ts';
import { SUM, SUMS } from '../../../models/folds/measures/sums.ts';
import { exp } from '../../../models/kernel/exp.ts';
import { reals } from '../../../models/kernel/rows.ts';
import { Arbitration, TypeNeed } from '../../../models/scenario/arbitration.ts';
import type { Scenario } from '../../../models/scenario/scenario.ts';
import { frameOf } from '../../../models/study/frame.ts';
import { rowOf } from '../../../models/study/rows.ts';
import { type Fact, LEFT } from '../../../models/words/facts.ts';
import { factsOf, full, only } from '../../laws/worlds.ts';

/** How a day was lived and what harm it did (MODEL 7.1, 7.3, 10), worked out here again. */

const MIN = 60_000;
const PLAN: LivedPlan = {
  ...{ perception: 1.2, exponent: 1, acceptableMin: 1, scaleMin: 2.5 },
  ...{ perExtraCall: 0.85, perTransfer: 0.9, weights: [0.4, 0.2, 0.2, 0.2] },
};
/** h(psi) = e^(-(psi - A)+ / 2.5), psi = 1.2 w. */
const h = (waitMs: number): number => Math.exp(-Math.max(0, (1.2 * waitMs) / MIN - 1) / 2.5);

describe('a wait as it was felt', () => {
  it.each([
    ['none', 0, 1],
    ['one that nobody minds', 50_000, 1],
    ['five minutes', 5 * MIN, Math.exp(-2)],
    ['ten minutes', 10 * MIN, Math.exp(-4.4)],
  ])('[E3] %s', (_, waitMs, felt) => {
    expect(feltWait(PLAN, waitMs)).toBeCloseTo(felt, 14);
  });

  it('[E3] follows a power law', () => {
    const bent = { ...PLAN, exponent: 0.5 };
    expect(feltWait(bent, 0)).toBe(1);
    expect(feltWait(bent, 9 * MIN)).toBeCloseTo(Math.exp(-(1.2 * 3 - 1) / 2.5), 14);
  });
});

const partsOfJourney = (journey: Journey): [number, number, number, number] => [
  journey.solved,
  waitOf(PLAN, journey),
  effortOf(PLAN, journey),
  (journey.worst + journey.last) / (2 * WELL_MET),
];

describe('a journey', () => {
  it('[E3] has a worst and a last wait, effort, a worst and a last moment', () => {
    const journey = new Journey();
    // Gave up after 4 min; in vain after 1; then handed on, waiting 90 s before and 30 s after, and
    // resolved.
    journey.attempt();
    journey.waited(4 * MIN);
    journey.met(0, 0);
    journey.attempt();
    journey.waited(MIN);
    journey.met(300, 300);
    journey.attempt();
    journey.waited(1.5 * MIN);
    journey.transfers += 1;
    journey.waited(0.5 * MIN);
    journey.met(900, 800);
    journey.solved = 1;
    const [, felt, effort, relation] = partsOfJourney(journey);
    const wait = (Math.exp(-3.8 / 2.5) + Math.exp(-1.4 / 2.5)) / 2;
    expect(felt).toBeCloseTo(wait, 14);
    expect([effort, relation]).toEqual([0.85 * 0.85 * 0.9, 0.4]);
    const score = 100 * (0.4 + 0.2 * wait + 0.2 * 0.85 * 0.85 * 0.9 + 0.2 * 0.4);
    expect(livedScore(PLAN, 1, felt, effort, relation)).toBeCloseTo(score, 12);
    const strict = 100 * (wait * (0.85 * 0.85 * 0.9) * 0.4) ** 0.2;
    expect(strictScore(PLAN, 1, felt, effort, 800)).toBeCloseTo(strict, 12);
  });

  it('[E3] is worth nothing without compensation where a component that weighs is 0', () => {
    expect(strictScore(PLAN, 1, 1, 1, 2_000)).toBe(100);
    const [solved, wait] = [strictScore(PLAN, 0, 1, 1, 2_000), strictScore(PLAN, 1, 0, 1, 2_000)];
    const [effort, met] = [strictScore(PLAN, 1, 1, 0, 2_000), strictScore(PLAN, 1, 1, 1, 0)];
    expect([solved, wait, effort, met]).toEqual([0, 0, 0, 0]);
    expect(strictScore({ ...PLAN, weights: [0, 0.5, 0.5, 0] }, 0, 0.25, 1, 0)).toBeCloseTo(50, 12);
    expect(strictScore({ ...PLAN, weights: [0.5, 0, 0, 0.5] }, 1, 0, 0, 500)).toBeCloseTo(50, 12);
  });

  it('[E3] is the weighted sum of the logarithms, whatever the moments were', () => {
    const [, w1, w2, w3] = PLAN.weights;
    for (let both = 1; both < 2 * WELL_MET; both += 1) {
      const sum = w1 * Math.log(0.7) + w2 * Math.log(0.85) + w3 * Math.log(both / 2_000);
      expect(strictScore(PLAN, 1, 0.7, 0.85, both)).toBe(100 * exp(sum));
    }
  });

  it('[E3] is worth 100 where all goes well, 0 where nothing does', () => {
    expect(livedScore(PLAN, 1, 1, 1, 1)).toBeCloseTo(100, 12);
    expect(livedScore(PLAN, 0, 0, 0, 0)).toBe(0);
    const journey = new Journey();
    journey.attempt();
    journey.waited(0);
    journey.met(WELL_MET, WELL_MET);
    journey.solved = 1;
    expect(partsOfJourney(journey)).toEqual([1, 1, 1, 1]);
    // Another caller's begins anew.
    journey.met(0, 0);
    journey.begin();
    expect(partsOfJourney(journey)).toEqual([0, 1, 1, 1]);
  });
});

const FRAME: LivedFrame = {
  plan: PLAN,
  costs: { abandoned: 2, unresolved: 5, lost: 15 },
  poorBelow: 50,
  values: [1, 3],
  awayCost: 1,
  thirds: [
    [700, 1_300],
    [700, 1_300],
  ],
};

describe('the count of journeys', () => {
  const counted = (tell: (lived: Lived) => void): ((k: number) => number) => {
    const cells = reals(SUMS);
    const lived = new Lived(FRAME, cells);
    tell(lived);
    return (k) => cells[k]!;
  };

  it('[E2] adds up harm: minutes, abandonments, contacts in vain, callers lost', () => {
    const of = counted((lived) => {
      lived.arrived(0, -1);
      lived.unserved(0, 0, 3 * MIN, true, 0);
      lived.arrived(1, 0);
      lived.answered(1, 0, 1.5 * MIN, 0);
      lived.resolved(1, 0, 1, 0, 90_000, 1_000, 200, 600, 0);
      lived.left(1, 0, LEFT.lost, 0);
      lived.arrived(2, -1);
      lived.unserved(2, 0, 0, false, 0);
      lived.left(2, 0, LEFT.lost, 0);
    });
    expect(of(SUM.costWme)).toBe(3 + 2 + 1.5 + 5 + 15 + 15);
    expect([SUM.unresolved, SUM.lost, SUM.workMs, SUM.journeys].map(of)).toEqual([1, 2, 90_000, 2]);
    // One was resolved by nobody in two calls, the other refused at the door.
    const first =
      100 * (0.2 * (h(3 * MIN) / 2 + h(1.5 * MIN) / 2) + 0.2 * 0.85 + (0.2 * (0 + 0.6)) / 2);
    expect(of(SUM.lived)).toBeCloseTo(first + 100 * (0.2 + 0.2), 9);
    expect(of(SUM.poorlyLived)).toBe(2);
  });

  it('[E2] weighs harm by whom it is done to', () => {
    const of = counted((lived) => {
      lived.arrived(0, -1);
      lived.unserved(0, 1, 2 * MIN, true, 0);
      lived.left(0, 1, LEFT.lost, 0);
    });
    expect(of(SUM.costWme)).toBe(3 * (2 + 2 + 15));
  });

  it('[E2, E3] counts the wait after a transfer, as one with the wait for the answer', () => {
    const of = counted((lived) => {
      lived.arrived(0, -1);
      lived.answered(0, 1, 2 * MIN, 0);
      lived.transferred(0, 1, 0, 0);
      lived.relayed(0, 1, 3 * MIN, 0);
      lived.resolved(0, 1, 0, 1, 0, 900, 1_000, 1_000, 0);
      lived.left(0, 1, LEFT.content, 0);
    });
    expect(of(SUM.costWme)).toBe(3 * 5);
    expect(of(SUM.lived)).toBeCloseTo(100 * (0.4 + 0.2 * h(5 * MIN) + 0.2 * 0.9 + 0.2), 9);
  });

  it('[A6, E3] gives a call that comes while the one before lasts a journey of its own', () => {
    const contact = (lived: Lived, call: number, waitMs: number): void => {
      lived.answered(call, 0, waitMs, 0);
      lived.resolved(call, 0, 0, 1, 0, 900, 1_000, 1_000, 0);
      lived.left(call, 0, LEFT.content, 0);
    };
    const scores = counted((lived) => {
      lived.arrived(0, -1);
      lived.arrived(1, 0);
      contact(lived, 0, 0);
      contact(lived, 1, 0);
      // Two rows are free now: the journeys of two others do not share one.
      lived.arrived(2, -1);
      lived.arrived(3, -1);
      contact(lived, 2, 10 * MIN);
      contact(lived, 3, 0);
    });
    expect(scores(SUM.journeys)).toBe(4);
    expect(scores(SUM.lived)).toBeCloseTo(400 - 20 * (1 - h(10 * MIN)), 9);
  });

  it('[A6, E3] goes on with a journey once: who is on record may call before calling back', () => {
    const of = counted((lived) => {
      lived.arrived(0, -1);
      lived.unserved(0, 0, MIN, true, 0);
      for (const call of [1, 2]) lived.arrived(call, 0);
      for (const call of [1, 2]) {
        lived.answered(call, 0, 0, 0);
        lived.resolved(call, 0, 1, 1, 0, 900, 1_000, 1_000, 0);
        lived.left(call, 0, LEFT.content, 0);
      }
    });
    expect(of(SUM.journeys)).toBe(2);
    expect(of(SUM.livedParts + 2)).toBeCloseTo(0.85 + 1, 12);
  });

  it('[E4] scores one who will call tomorrow as the journey stands, not as lost', () => {
    const of = counted((lived) => {
      lived.arrived(0, -1);
      lived.answered(0, 0, 2 * MIN, 0);
      lived.resolved(0, 0, 0, 0, 0, 900, 0, 0, 0);
      lived.left(0, 0, LEFT.tomorrow, 0);
    });
    expect([SUM.tomorrow, SUM.lost, SUM.journeys, SUM.poorlyLived].map(of)).toEqual([1, 0, 1, 1]);
    expect(of(SUM.lived)).toBeCloseTo(20 * h(2 * MIN) + 20, 9);
    // What harm there was stays.
    expect(of(SUM.costWme)).toBe(2 + 5);
  });

  it('[E1] tells easy, middle and hard first contacts apart, and leaves out others', () => {
    const of = counted((lived) => {
      [700, 701, 1_300, 1_301, 5_000].forEach((need, call) => {
        lived.arrived(call, -1);
        lived.answered(call, 0, 0, 0);
        lived.resolved(call, 0, 0, need === 701 || need === 5_000 ? 1 : 0, 0, need, 0, 0, 0);
      });
      lived.arrived(5, 0);
      lived.answered(5, 0, 0, 0);
      lived.resolved(5, 0, 1, 1, 0, 700, 0, 0, 0);
    });
    expect([SUM.easy, SUM.middle, SUM.hard].map(of)).toEqual([1, 2, 2]);
    expect([SUM.easyResolved, SUM.middleResolved, SUM.hardResolved].map(of)).toEqual([0, 1, 1]);
    expect([SUM.resolved, SUM.unresolved].map(of)).toEqual([3, 3]);
  });
});

/** Days with masks, transfers, refusals, returns; every matter is the last of its caller. */
const SCENARIOS: readonly (readonly [string, Scenario])[] = [
  ['people who slide from mask to mask', { policy: { masks: 'slide' } }],
  ['one pace, no postures', {}],
  ['served to the last', { policy: { masks: 'slide' }, returns: { afterClosing: true } }],
].map(([says, more]) => {
  const human =
    says === 'one pace, no postures' ? {} : { fit: {}, mood: {}, energy: {}, difficult: {} };
  const { policy = {}, returns = {} } = more as { policy?: object; returns?: object };
  const scenario = full();
  Object.assign(scenario.day, { warmUpMin: 0 });
  for (const [value, type] of scenario.types.entries())
    type.need = TypeNeed.parse({ stance: 'mixed', cv: 0.7, value: 1 + value });
  const arbitration = Arbitration.parse({
    ...human,
    policy,
    returns: { nextProbability: 0, ...returns },
  });
  return [says as string, { ...scenario, arbitration }];
});

/** The whole story of each caller, from the facts, as MODEL 7.3 scores it. */
function stories(facts: readonly Fact[]) {
  const caller = new Map(only(facts, 'arrived').map((fact) => [fact.call, fact.caller]));
  const fresh = () => ({
    ...{ attempts: 0, transfers: 0, solved: 0, how: -1 },
    // Waits of each attempt.
    ...{ waits: [] as number[], moments: [] as number[] },
  });
  const all = new Map<number, ReturnType<typeof fresh>>();
  for (const fact of facts) {
    if (!('call' in fact)) continue;
    const who = caller.get(fact.call)!;
    const story = all.get(who) ?? fresh();
    all.set(who, story);
    if (fact.kind === 'arrived') {
      story.attempts += 1;
      story.waits.push(0);
    }
    if (fact.kind === 'transferred') story.transfers += 1;
    if ('waitMs' in fact) story.waits[story.waits.length - 1]! += fact.waitMs;
    if (fact.kind === 'abandoned' || fact.kind === 'dropped' || fact.kind === 'blocked')
      story.moments.push(0);
    if (fact.kind === 'resolved') {
      story.moments.push(fact.worst / 1_000, fact.last / 1_000);
      story.solved = fact.solved;
    }
    if (fact.kind === 'left') story.how = fact.how;
  }
  return [...all.values()];
}
type Story = ReturnType<typeof stories>[number];

function partsOf({ attempts, moments, solved, transfers, waits }: Story): number[] {
  const felt = waits.map(h);
  const power = (x: number, n: number): number => Math.exp(n * Math.log(x));
  return [
    solved,
    Math.min(...felt) / 2 + felt.at(-1)! / 2,
    power(0.85, attempts - 1) * power(0.9, transfers),
    Math.min(...moments) / 2 + moments.at(-1)! / 2,
  ];
}
const scoreOf = (story: Story): number =>
  partsOf(story).reduce((sum, part, k) => sum + [40, 20, 20, 20][k]! * part, 0);
const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);

describe.each(SCENARIOS)('a day: %s', (_, scenario) => {
  const facts = factsOf(scenario, 'lived 4');
  const measures = new Measures(frameOf(scenario));
  new Centre(scenario, 'lived 4', measures.recorder).run();
  const { day, intervals } = measures.sums();
  const done = stories(facts);

  it('[E3] each journey is scored, and the parts of the score add up', () => {
    expect(done.length).toBeGreaterThan(150);
    const scores = done.map(scoreOf);
    expect(day[SUM.journeys]).toBe(done.length);
    expect(day[SUM.lived]).toBeCloseTo(sum(scores), 6);
    expect(day[SUM.poorlyLived]).toBe(scores.filter((score) => score < 50).length);
    const strict = done.map((one) => {
      const [solved = 0, wait = 0, effort = 0, relation = 0] = partsOf(one);
      return 100 * solved * (wait * effort * relation) ** 0.2;
    });
    expect(day[SUM.livedStrict]).toBeCloseTo(sum(strict), 6);
    for (let k = 0; k < 4; k++)
      expect(day[SUM.livedParts + k]).toBeCloseTo(sum(done.map((one) => partsOf(one)[k]!)), 8);
    // The score of the worst-served tenth, kept to a few parts in a thousand.
    const tenth = [...scores].sort((a, b) => a - b)[Math.ceil(scores.length / 10) - 1]!;
    expect(Math.abs(day[SUM.livedP10]! / tenth - 1)).toBeLessThan(0.01);
  });

  it('[E2] harm is what the facts say: waits, abandonments, contacts in vain, callers lost', () => {
    // Harm to callers of the second type counts twice.
    const weight = ({ type }: { readonly type: number }): number => 1 + type;
    const unserved = [...only(facts, 'abandoned'), ...only(facts, 'dropped')];
    const waits = [...unserved, ...only(facts, 'answered'), ...only(facts, 'relayed')];
    const vain = only(facts, 'resolved').filter(({ solved }) => solved === 0);
    const again = sum(only(facts, 'relayed').map(({ waitMs }) => waitMs));
    expect(again > 0).toBe(scenario.arbitration?.policy.masks === 'slide');
    const lost = only(facts, 'left').filter(({ how }) => how === LEFT.lost);
    const harm =
      sum(waits.map((fact) => (weight(fact) * fact.waitMs) / MIN)) +
      2 * sum(unserved.map(weight)) +
      5 * sum(vain.map(weight)) +
      15 * sum(lost.map(weight));
    expect(day[SUM.costWme]).toBeCloseTo(harm, 6);
    expect([day[SUM.unresolved], day[SUM.lost]]).toEqual([vain.length, lost.length]);
    // And what weights are drawn for adds up to it (MODEL 7.5).
    const { harms } = rowOf('all', [day]);
    const parts = [1, 2, 5, 15].map((cost, k) => cost * harms.x[k]![0]!);
    expect(sum(parts)).toBeCloseTo(harm, 6);
    expect(lost.length).toBeGreaterThan(5);
  });

  it('[E4] who will call tomorrow is counted apart', () => {
    const late = stories(facts).filter(({ how }) => how === LEFT.tomorrow).length;
    expect(day[SUM.tomorrow]).toBe(late);
    expect(late > 0).toBe(scenario.arbitration?.returns.afterClosing === false);
  });

  it('[E2, E3] is what is counted fact by fact, cell by cell', () => {
    const now = new LivedNow(frameOf(scenario).lived!);
    expect(now.soFar()).toBeNull();
    for (const fact of facts) now.step(fact);
    const { cells } = now as unknown as { cells: Float64Array };
    for (let k = SUM.resolved; k <= SUM.hardResolved; k++)
      expect(cells[k], `sum ${k}`).toBeCloseTo(day[k]!, 6);
    // And over the intervals, each of which has a part.
    for (const k of [SUM.costWme, SUM.lived, SUM.journeys, SUM.resolved])
      expect(sum(intervals.map((cell) => cell[k]!))).toBeCloseTo(day[k]!, 6);
    const journeys = day[SUM.journeys]!;
    expect(now.soFar()).toEqual({
      callers: journeys,
      mean: cells[SUM.lived]! / journeys,
      lowestTenth: day[SUM.livedP10],
      poorly: day[SUM.poorlyLived]! / journeys,
      resolved: done.filter(({ solved }) => solved === 1).length / journeys,
      lost: day[SUM.lost]! / journeys,
    });
  });
});

describe('without postures', () => {
  it('[E3] the moment that counts is what a contact came to', () => {
    const [, scenario] = SCENARIOS[1]!;
    const ends = only(factsOf(scenario, 'plain'), 'resolved');
    expect(new Set(ends.map(({ last, solved, worst }) => `${solved} ${worst} ${last}`))).toEqual(
      new Set(['0 0 0', '1 1000 1000']),
    );
  });
});
