import { describe, expect, it } from 'vitest';
import { Centre } from '../../models/centre/centre.ts';
import { type Advice, adviceOf, type PriceTable } from '../../models/live/advice.ts';
import { FactLog } from '../../models/live/factlog.ts';
import { type Rollout, rollout } from '../../models/live/rollout.ts';
import { voicesOf } from '../../models/live/voices.ts';
import { readScenario } from '../../models/scenario/read.ts';
import {
  type Scenario,
  type ScenarioFile,
  scenarioJsonSchema,
} from '../../models/scenario/scenario.ts';
import { isProblem } from '../../models/words/problem.ts';

/** Prices are those of the speeds at work (RULES P5): groups, skills, each interval. */

type Group = Pick<ScenarioFile['groups'][number], 'staff' | 'speed' | 'speedCv'> & {
  readonly skill?: number;
};
type Given = NonNullable<ScenarioFile['arbitration']>;

/** Twelve agents and memoryless talks; only waiting and giving up cost, so that all are short. */
const SHORT: Given = {
  execution: 'exponential',
  policy: { name: 'fixed', paceMin: 6, floor: false },
  returns: { redialProbability: 0, backProbability: 0, nextProbability: 0 },
  cost: { abandon: 2, unresolved: 0, lost: 0 },
  handling: { fixedMin: 6, closingMin: 0, explainMin: 0, wrapUpMin: 0 },
};

function centreOf(perMin: number, groups: readonly Group[], arbitration: Given): Scenario {
  const reading = readScenario({
    format: 'contretemps/1',
    name: 'Line',
    day: { lengthMin: 3_000, intervalMin: 500 },
    types: [
      {
        id: 'a',
        name: 'A',
        perHour: 60 * perMin,
        handling: { law: 'exponential', meanS: 1 },
        patience: { law: 'exponential', meanS: 240 },
      },
    ],
    groups: groups.map(({ skill = 1, ...group }, g) => ({
      ...{ id: `g${g}`, name: `G${g}`, skills: [{ type: 'a', speed: skill }] },
      ...group,
    })),
    arbitration,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.scenario;
}

const adviceFor = (scenario: Scenario): Advice => {
  const advice = adviceOf(scenario);
  if (advice === null) throw new Error('nothing is arbitrated');
  return advice;
};
const tableOf = (scenario: Scenario): PriceTable => adviceFor(scenario).tables[0] as PriceTable;
const priceIn = ({ from, price }: PriceTable, inside: number): number =>
  inside < from ? 0 : (price[Math.min(inside - from, price.length - 1)] ?? 0);

/** Solves a x = b by elimination, in place. */
function solved(a: number[][], b: number[]): number[] {
  const n = b.length;
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k; i < n; i++) if (Math.abs(a[i]![k]!) > Math.abs(a[best]![k]!)) best = i;
    [a[k], a[best]] = [a[best]!, a[k]!];
    [b[k], b[best]] = [b[best]!, b[k]!];
    for (let i = k + 1; i < n; i++) {
      const factor = a[i]![k]! / a[k]![k]!;
      for (let j = k; j < n; j++) a[i]![j]! -= factor * a[k]![j]!;
      b[i]! -= factor * b[k]!;
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i]!;
    for (let j = i + 1; j < n; j++) sum -= a[i]![j]! * x[j]!;
    x[i] = sum / a[i]![i]!;
  }
  return x;
}

/**
 * The price of the next minute in M/M/n+M, apart from all that the program does: relative values
 * from their equations, then the minute with one agent held by very small steps.
 */
function priceApart(rate: number, agents: number, handling: number, patience: number): number[] {
  const most = 120;
  const minute = 1 + 2 / patience;
  const queue = (i: number): number => Math.max(0, i - agents);
  const leaving = (i: number, working: number): number =>
    Math.min(i, working) / handling + queue(i) / patience;
  // Unknown: h(1) to h(most), and the mean cost in the place of h(0) = 0.
  const a = Array.from({ length: most + 1 }, (_, i) => {
    const row = new Array<number>(most + 1).fill(0);
    const add = (j: number, x: number): void => {
      if (j > 0) row[j]! += x;
    };
    row[0] = -1;
    if (i < most) {
      add(i + 1, rate);
      add(i, -rate);
    }
    add(i - 1, leaving(i, agents));
    add(i, -leaving(i, agents));
    return row;
  });
  const h = solved(
    a,
    Array.from({ length: most + 1 }, (_, i) => -minute * queue(i)),
  );
  const mean = h[0]!;
  h[0] = 0;
  const before = (i: number): number => h[Math.max(0, i - 1)]!;
  let v = h.map((_, i) => before(i));
  const steps = 20_000;
  for (let step = 0; step < steps; step++)
    v = v.map((x, i) => {
      if (i === 0) return x;
      const gone = Math.min(i - 1, agents - 1) / handling + queue(i) / patience;
      const up = i < most ? rate * (v[i + 1]! - x) : 0;
      return x + (minute * queue(i) - mean + up + gone * (v[i - 1]! - x)) / steps;
    });
  return v.map((x, i) => x - before(i));
}

describe('[P5] the price of a team that is faster or slower', () => {
  it.each([
    [0.5, 1, 1],
    [1, 1, 2],
    [2, 1, 4],
    [1, 0.5, 1],
    [1, 2, 4],
    [2, 0.5, 2],
  ])(
    'at speed %d of the group and %d of the skill is that of a chain solved apart',
    (speed, skill, perMin) => {
      const table = tableOf(centreOf(perMin, [{ staff: 12, speed, skill }], SHORT));
      const apart = priceApart(perMin, 12, 6 / (speed * skill), 4);
      for (const inside of [11, 12, 13, 16, 20]) {
        const [told, want] = [priceIn(table, inside), apart[inside]!];
        expect(Math.abs(told / want - 1), `${inside}: ${told} against ${want}`).toBeLessThan(0.03);
      }
      expect(table.about).toBe(false);
    },
  );
});

/** The centre of this scenario when so many are inside, some time after two hours. */
function when(scenario: Scenario, inside: number): Centre {
  const centre = new Centre(scenario, `day ${inside}`, new FactLog().recorder);
  for (let at = 120 * 60_000; !centre.over; at += 500) {
    centre.advanceTo(at);
    if (centre.inside === inside) return centre;
  }
  throw new Error(`never ${inside} inside`);
}

function rolled(scenario: Scenario, inside: number, pairs: number): Rollout {
  const centre = when(scenario, inside);
  for (let agent = 0; agent < 12; agent++) {
    const out = rollout(centre, scenario, agent, { ahead: 1, pairs, precision: 0, seed: 'rolled' });
    if (!isProblem(out)) return out;
  }
  throw new Error('nobody talks');
}

describe('[P9] the rollout, which knows every speed', () => {
  it.each([12, 13, 14, 16, 18])(
    'finds with %d inside what is told of a team twice as fast',
    (i) => {
      const scenario = centreOf(4, [{ staff: 12, speed: 2 }], SHORT);
      const { halfWidth, price } = rolled(scenario, i, 600);
      const told = priceIn(tableOf(scenario), i);
      expect(Math.abs(price - told), `${price} against ${told}`).toBeLessThan(2 * halfWidth);
      expect(halfWidth).toBeLessThan(0.6);
    },
  );
});

describe('[P5] where talks have phases, returns and a value', () => {
  const phased = (speed: number): Given => ({
    execution: 'work',
    // Taking leave and explaining take what they take, at any speed.
    handling: { fixedMin: 0.5 + 1 / speed, closingMin: 0.5, explainMin: 0.25, wrapUpMin: 0.75 },
    resolution: { tauMin: 1.5 / speed },
    policy: { name: 'priceNext', capMin: 0.75 + 6.25 / speed },
  });
  const fast = centreOf(2.4, [{ staff: 10, speed: 1.6 }], phased(1));
  const short = centreOf(2.4, [{ staff: 10 }], phased(1.6));

  it('a fast team is one whose opening and work are as much shorter', () => {
    const [one, other] = [adviceFor(fast), adviceFor(short)];
    expect(one.tables[0]!.value / other.tables[0]!.value).toBeCloseTo(1, 2);
    expect(one.floorMs! / other.floorMs!).toBeCloseTo(1, 3);
    for (const inside of [8, 10, 11, 13, 17]) {
      const [told, want] = [one, other].map(({ tables }) => priceIn(tables[0]!, inside));
      expect(Math.abs(told! / want! - 1), `${inside}: ${told} against ${want}`).toBeLessThan(0.03);
    }
  });

  it('the same minute at the desk is worth as much to the caller', () => {
    for (const minutes of [1, 2, 4]) {
      const talk = { agent: 3, type: 0, talkedMs: minutes * 60_000, inside: 11, interval: 0 };
      const [one, other] = [fast, short].map((scenario) => voicesOf(adviceFor(scenario), talk));
      expect(one!.care / other!.care).toBeCloseTo(1, 2);
      expect(one!.resolvedNow).toBeCloseTo(other!.resolvedNow, 9);
    }
  });

  it('the computer plays the same day', () => {
    const handled = [fast, short].map((scenario) => {
      const facts = new FactLog();
      new Centre(scenario, 'speeds', facts.recorder).run();
      const talks = facts.facts.flatMap((f) => (f.kind === 'concluded' ? [f.talkMs] : []));
      return talks.reduce((sum, ms) => sum + ms, 0) / talks.length;
    });
    expect(handled[0]! / handled[1]!).toBeCloseTo(1, 1);
  });
});

describe('[P5] who is on duty', () => {
  const staff = (...agents: number[]): number[] => agents;
  const shifts = centreOf(
    2,
    [
      { staff: staff(12, 12, 6, 0, 0, 0), speed: 2 },
      { staff: staff(0, 0, 6, 12, 12, 12), speed: 0.8 },
    ],
    SHORT,
  );

  it('changes through the day, and prices with it', () => {
    const { tableOfInterval, tables } = adviceFor(shifts);
    const speeds = tableOfInterval.map((place) => tables[place]!.speed);
    expect(speeds).toEqual([2, 2, 1.4, 0.8, 0.8, 0.8]);
    for (const [interval, speed] of speeds.entries()) {
      const alone = tableOf(centreOf(2, [{ staff: 12, speed }], SHORT));
      expect(tables[tableOfInterval[interval]!]!.price).toEqual(alone.price);
    }
  });

  it('is told of as about right where speeds differ, of groups, skills or agents', () => {
    const { tableOfInterval, tables } = adviceFor(shifts);
    const about = tableOfInterval.map((place) => tables[place]!.about);
    expect(about).toEqual([false, false, true, false, false, false]);
    expect(tableOf(centreOf(2, [{ staff: 12, speedCv: 0.3 }], SHORT)).about).toBe(true);
    const skilled = [{ staff: 6 }, { staff: 6, skill: 1.5 }];
    expect(tableOf(centreOf(2, skilled, SHORT))).toMatchObject({ about: true, speed: 1.25 });
  });
});

describe('[H3] agents who differ in speed', () => {
  /** Mean handling time over the calls of some days, over what was asked for. */
  function longer(perHour: number): number {
    const reading = readScenario({
      format: 'contretemps/1',
      name: 'Uneven',
      day: { lengthMin: 240, intervalMin: 240, closing: 'cut' },
      types: [{ id: 'a', name: 'A', perHour, handling: { law: 'deterministic', valueS: 100 } }],
      groups: [{ id: 'g', name: 'G', staff: 30, speedCv: 0.4, skills: [{ type: 'a' }] }],
    });
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    let [sum, calls] = [0, 0];
    for (let day = 0; day < 30; day++) {
      const facts = new FactLog();
      new Centre(reading.scenario, `day ${day}`, facts.recorder).run();
      for (const fact of facts.facts) {
        if (fact.kind !== 'concluded') continue;
        sum += fact.talkMs / 100_000;
        calls += 1;
      }
    }
    return sum / calls;
  }

  it('take as long as asked for while all are busy, 1 + cv² times as long else, as told', () => {
    expect(Math.abs(longer(3_000) - 1)).toBeLessThan(0.05);
    expect(Math.abs(longer(60) - 1.16)).toBeLessThan(0.05);
    const schema = JSON.stringify(scenarioJsonSchema());
    expect(schema).toMatch(/Spread of speed between agents[^"]*handling lasts 1 \+ speedCv² times/);
  });
});
