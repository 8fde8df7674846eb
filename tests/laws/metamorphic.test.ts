import { describe, expect, it } from 'vitest';
import { Centre } from '../../models/centre/centre.ts';
import { stream } from '../../models/kernel/streams.ts';
import { FactLog } from '../../models/live/factlog.ts';
import { hashFacts } from '../../models/live/hash.ts';
import type { Scenario } from '../../models/scenario/scenario.ts';
import type { Fact } from '../../models/words/facts.ts';
import { factsOf, full, hashOf, only, world } from './worlds.ts';

const SEEDS = ['1', '2', 'trois'] as const;

/** A copy with some of it replaced. */
const but = (scenario: Scenario, change: (copy: Scenario) => void): Scenario => {
  const copy = structuredClone(scenario);
  change(copy);
  return copy;
};

describe('neutral extras', () => {
  const plain = world({
    types: [{ perHour: 120, patience: { law: 'exponential', meanS: 100 } }],
    groups: [{ staff: 4 }],
  });
  const type = plain.types[0]!;
  const group = plain.groups[0]!;
  const law = { law: 'exponential', meanS: 77 } as const;

  it.each<[string, (copy: Scenario) => void]>([
    [
      'a factor of the day without spread',
      (s) => Object.assign(s.arrivals, { busynessCv: 0, intervalCv: 0 }),
    ],
    ['a burst of no call', (s) => s.types[0]!.bursts.push({ atMin: 20, calls: 0, lengthMin: 5 })],
    [
      'redials of probability 0',
      (s) => Object.assign(s.types[0]!, { redial: { probability: 0, delay: law } }),
    ],
    [
      'retries of probability 0',
      (s) => Object.assign(s.types[0]!, { retry: { probability: 0, delay: law } }),
    ],
    [
      'repeats of probability 0',
      (s) => Object.assign(s.types[0]!, { repeat: { probability: 0, delay: law } }),
    ],
    [
      'a caller who calls again drawn anew',
      (s) => Object.assign(s.types[0]!, { onReturn: 'anew' }),
    ],
    ['no zero patience', (s) => Object.assign(s.types[0]!.patience, { zero: 0 })],
    [
      'after-call work of 0',
      (s) => Object.assign(s.types[0]!, { wrapUp: { law: 'deterministic', valueS: 0, zero: 0 } }),
    ],
    ['a head start of 0', (s) => Object.assign(s.types[0]!, { headStartS: 0 })],
    [
      'speed 1, all alike',
      (s) => Object.assign(s.groups[0]!, { speed: 1, speedCv: 0, shrinkage: 0 }),
    ],
    [
      'skills at speed 1 and without delay',
      (s) => Object.assign(s.groups[0]!.skills[0]!, { speed: 1, afterS: 0 }),
    ],
    [
      'a break that nobody takes',
      (s) => s.groups[0]!.breaks.push({ atMin: 10, lengthMin: 10, agents: 0 }),
    ],
    [
      'places and lines without limit',
      (s) => Object.assign(s.lines, { waitingPlaces: null, trunks: null }),
    ],
    [
      'places and lines beyond need',
      (s) => Object.assign(s.lines, { waitingPlaces: 1_000, trunks: 1_000 }),
    ],
    ['a warm-up, which only measures know', (s) => Object.assign(s.day, { warmUpMin: 30 })],
    ['a type that nobody calls', (s) => s.types.push({ ...type, id: 'rien', perHour: 0 })],
    ['a group of nobody', (s) => s.groups.push({ ...group, id: 'vide', staff: 0 })],
    ['staff said for each interval', (s) => Object.assign(s.groups[0]!, { staff: [4, 4] })],
    [
      'a trace of no call',
      (s) => Object.assign(s, { trace: { source: 'none', atS: [], type: [] } }),
    ],
    [
      'a target and a short abandonment',
      (s) => Object.assign(s.serviceLevel, { targetS: 3, shortAbandonS: 3 }),
    ],
  ])('[M9] %s: the same day to the last bit', (_, change) => {
    for (const seed of SEEDS) expect(hashOf(but(plain, change), seed)).toBe(hashOf(plain, seed));
  });

  it('[M9] and what is not neutral does show', () => {
    for (const change of [
      (s: Scenario) => Object.assign(s.types[0]!, { redial: { probability: 0.5, delay: law } }),
      (s: Scenario) => Object.assign(s.groups[0]!, { staff: 5 }),
      (s: Scenario) => Object.assign(s.groups[0]!, { shrinkage: 0.2 }),
      (s: Scenario) => Object.assign(s.arrivals, { busynessCv: 0.2 }),
    ])
      expect(hashOf(but(plain, change), '1')).not.toBe(hashOf(plain, '1'));
  });
});

/** A recorded day: every instant and duration a whole number of milliseconds, from a stream. */
function recorded(calls: number, by: number): Scenario {
  const next = stream('scale', 'trace');
  const patience = { law: 'exponential', meanS: 60 } as const;
  const atS: number[] = [];
  let at = 0;
  for (let i = 0; i < calls; i += 1)
    atS.push(((at += Math.ceil(-Math.log(1 - next()) * 9_000)) * by) / 1_000);
  const column = (mean: number): number[] =>
    atS.map(() => (Math.ceil(-Math.log(1 - next()) * mean) * by) / 1_000);
  return world({
    day: { lengthMin: Math.ceil((atS[calls - 1]! + 1) / 60 / by) * by, intervalMin: 30 * by },
    types: [{ headStartS: 20 * by, patience }, { patience }],
    groups: [{ staff: 8 }, { staff: 6, skills: [{ type: 't1' }, { type: 't0', afterS: 10 * by }] }],
    trace: {
      source: 'drawn',
      atS,
      type: atS.map(() => (next() < 0.4 ? 0 : 1)),
      handlingS: column(120_000),
      patienceS: column(60_000),
    },
  });
}

describe('scaling time', () => {
  it.each([2, 4, 16])(
    '[A9] all times x %i: the same day, every instant and wait exactly so much longer',
    (by) => {
      const short = factsOf(recorded(1_500, 1), 's');
      const long = factsOf(recorded(1_500, by), 's');
      expect(only(short, 'abandoned').length).toBeGreaterThan(30);
      const scaled = short.map((fact) => {
        const copy = { ...fact, at: fact.at * by } as Record<string, unknown>;
        for (const name of ['waitMs', 'talkMs', 'holdMs', 'wrapMs'])
          if (name in copy) copy[name] = (copy[name] as number) * by;
        return copy;
      });
      // The day is closed at a whole minute: later instants than the last call's do not scale.
      expect(long.filter(({ kind }) => kind !== 'closed' && kind !== 'ended')).toEqual(
        scaled.filter(({ kind }) => kind !== 'closed' && kind !== 'ended'),
      );
    },
  );

  it('[A7] scales what is drawn too, to the millisecond it is rounded to', () => {
    const make = (by: number): Scenario =>
      world({
        day: { lengthMin: 60 * by },
        types: [{ perHour: 200 / by, handling: { law: 'lognormal', meanS: 60 * by, cv: 1 } }],
        groups: [{ staff: 100 }],
      });
    const [short, long] = [factsOf(make(1), 's'), factsOf(make(4), 's')];
    const talk = (facts: readonly Fact[]): number[] =>
      only(facts, 'concluded')
        .sort((a, b) => a.call - b.call)
        .map((fact) => fact.talkMs);
    const at = (facts: readonly Fact[]): number[] => only(facts, 'arrived').map((fact) => fact.at);
    expect(talk(short).length).toBeGreaterThan(150);
    expect(talk(long).length).toBe(talk(short).length);
    talk(long).forEach((x, i) => {
      expect(Math.abs(x - 4 * talk(short)[i]!)).toBeLessThanOrEqual(2.5);
    });
    at(long).forEach((x, i) => {
      expect(Math.abs(x - 4 * at(short)[i]!)).toBeLessThan(4);
    });
  });
});

describe('the same callers', () => {
  const callers = (facts: readonly Fact[]): string[] =>
    only(facts, 'arrived')
      .filter(({ attempt }) => attempt === 0)
      .map(({ at, caller, type, says }) => [at, caller, type, says].join());

  it('[A8] come first at the same instants whatever the policy, the team and the returns', () => {
    const base = full();
    const reference = callers(factsOf(base, 'r'));
    expect(reference.length).toBeGreaterThan(200);
    for (const change of [
      (s: Scenario) => Object.assign(s.routing, { agents: 'random', calls: 'longestWait' }),
      (s: Scenario) => Object.assign(s.groups[0]!, { staff: 1, shrinkage: 0.5, speed: 3 }),
      (s: Scenario) => Object.assign(s.groups[1]!, { staff: 30 }),
      (s: Scenario) => Object.assign(s.lines, { waitingPlaces: null, trunks: 5 }),
      (s: Scenario) => Object.assign(s.types[0]!.redial, { probability: 0 }),
      (s: Scenario) => Object.assign(s.types[0]!.repeat, { probability: 0.9 }),
      (s: Scenario) =>
        Object.assign(s.types[0]!, { handling: { law: 'deterministic', valueS: 900 } }),
    ])
      expect(callers(factsOf(but(base, change), 'r'))).toEqual(reference);
  });

  it('[A8] bring the same need at each attempt, whoever answers', () => {
    const needs = (scenario: Scenario): Map<string, number> => {
      const facts = factsOf(scenario, 'n');
      const who = new Map(only(facts, 'arrived').map((f) => [f.call, `${f.caller}/${f.attempt}`]));
      return new Map(only(facts, 'concluded').map((f) => [who.get(f.call)!, f.talkMs]));
    };
    const base = but(full(), (s) => {
      for (const group of s.groups)
        Object.assign(group, { speedCv: 0, skills: group.skills.map((k) => ({ ...k, speed: 1 })) });
    });
    const [few, many] = [
      needs(base),
      needs(but(base, (s) => Object.assign(s.groups[1]!, { staff: 20 }))),
    ];
    const both = [...few.keys()].filter((key) => many.has(key));
    expect(both.length).toBeGreaterThan(150);
    for (const key of both) expect(many.get(key)).toBe(few.get(key));
  });
});

describe('a caller who calls again', () => {
  const needs = (onReturn: 'anew' | 'same'): number[][] => {
    const scenario = but(full(), (s) => {
      for (const type of s.types)
        Object.assign(type, { onReturn, repeat: { ...type.repeat, probability: 0.7 } });
      for (const group of s.groups) {
        const skills = group.skills.map((skill) => ({ ...skill, speed: 1 }));
        Object.assign(group, { speedCv: 0, skills });
      }
    });
    const facts = factsOf(scenario, 'again');
    const who = new Map(only(facts, 'arrived').map((fact) => [fact.call, fact.caller]));
    const talks = new Map<number, number[]>();
    for (const { call, talkMs } of only(facts, 'concluded')) {
      const caller = who.get(call)!;
      talks.set(caller, [...(talks.get(caller) ?? []), talkMs]);
    }
    return [...talks.values()].filter((list) => list.length > 1);
  };

  it('[R4] brings the same need each time where the scenario says so, and a new one where not', () => {
    const [same, anew] = [needs('same'), needs('anew')];
    expect(same.length).toBeGreaterThan(40);
    expect(same.filter((list) => new Set(list).size > 1)).toEqual([]);
    expect(anew.length).toBeGreaterThan(40);
    expect(anew.filter((list) => new Set(list).size < list.length)).toEqual([]);
  });
});

describe('one agent more', () => {
  it.each(SEEDS)(
    '[W2] never lengthens a wait when nobody gives up or comes back (seed %s)',
    (seed) => {
      const waits = (staff: number): number[] => {
        const scenario = world({
          types: [
            { perHour: [200, 260, 120, 240], handling: { law: 'lognormal', meanS: 150, cv: 1.3 } },
          ],
          day: { lengthMin: 120, intervalMin: 30 },
          groups: [{ staff }],
        });
        const byCall: number[] = [];
        for (const { call, waitMs } of only(factsOf(scenario, seed), 'answered'))
          byCall[call] = waitMs;
        return byCall;
      };
      let fewer = waits(6);
      expect(fewer.length).toBeGreaterThan(300);
      for (const staff of [7, 8, 9, 12]) {
        const more = waits(staff);
        expect(more.length).toBe(fewer.length);
        more.forEach((wait, call) => {
          expect(wait).toBeLessThanOrEqual(fewer[call]!);
        });
        fewer = more;
      }
    },
  );
});

describe('names of agents', () => {
  it.each(['longestIdle', 'skillPriority'] as const)(
    '[W3] do not matter: groups in another order permute the log (%s)',
    (agents) => {
      // Groups sign in at different instants, so that no tie at opening depends on their numbers.
      const groups = [
        { id: 'a', staff: [3, 3, 3, 3], skills: [{ type: 't0', priority: 2 }, { type: 't1' }] },
        {
          id: 'b',
          staff: [0, 4, 4, 4],
          skills: [
            { type: 't1', priority: 2 },
            { type: 't2', afterS: 20 },
          ],
        },
        {
          id: 'c',
          staff: [0, 0, 5, 5],
          skills: [{ type: 't0' }, { type: 't2', priority: 3, speed: 1.5 }],
        },
        { id: 'd', staff: [0, 0, 0, 2], skills: [{ type: 't0' }, { type: 't1' }, { type: 't2' }] },
      ];
      const first = new Map<string, number>();
      const make = (order: readonly number[]): Scenario =>
        world({
          day: { lengthMin: 120, intervalMin: 30 },
          types: [0, 1, 2].map(() => ({
            perHour: 60,
            patience: { law: 'exponential', meanS: 120 },
            redial: { probability: 0.5 },
            wrapUp: { law: 'exponential', meanS: 20 },
          })),
          groups: order.map((i) => groups[i]!),
          routing: { agents, calls: 'skillPriority' },
        });
      const named = (order: readonly number[]): string[] => {
        let next = 0;
        first.clear();
        for (const i of order) {
          first.set(groups[i]!.id, next);
          next += Math.max(...groups[i]!.staff);
        }
        const nameOf = (agent: number): string => {
          let name = '';
          for (const [id, from] of first) if (agent >= from) name = `${id}${agent - from}`;
          return name;
        };
        return factsOf(make(order), 'names').map((fact) =>
          JSON.stringify('agent' in fact ? { ...fact, agent: nameOf(fact.agent) } : fact),
        );
      };
      const reference = named([0, 1, 2, 3]);
      expect(reference.length).toBeGreaterThan(800);
      for (const order of [
        [3, 2, 1, 0],
        [1, 3, 0, 2],
        [2, 0, 3, 1],
      ])
        expect(named(order)).toEqual(reference);
    },
  );
});

describe('the same day again', () => {
  it('[A9] is the same to the last bit; another seed is another day', () => {
    const scenario = full();
    expect(hashOf(scenario, 'x')).toBe(hashOf(structuredClone(scenario), 'x'));
    expect(hashOf(scenario, 'x')).not.toBe(hashOf(scenario, 'y'));
  });

  it('[L1] in steps of any size is the day in one go', () => {
    const scenario = full();
    for (const seed of SEEDS) {
      const whole = hashOf(scenario, seed);
      const next = stream(seed, 'ticks');
      for (const widest of [100, 3_000, 60_000, 1_000_000]) {
        const log = new FactLog();
        const centre = new Centre(scenario, seed, log.recorder);
        let steps = 0;
        for (let at = 0; !centre.over; steps += 1) {
          // Now and then exactly at the next event, or one millisecond before it.
          const due = centre.nextAt();
          at =
            next() < 0.2 && due < Number.POSITIVE_INFINITY
              ? Math.max(at, due - (next() < 0.5 ? 1 : 0))
              : at + Math.ceil(next() * widest);
          centre.advanceTo(at);
        }
        expect(steps).toBeGreaterThan(10);
        expect(hashFacts(log.facts)).toBe(whole);
      }
    }
  });

  it('[L1] a few events at a time is the day in one go', () => {
    const scenario = full();
    for (const most of [1, 7, 500]) {
      const log = new FactLog();
      const centre = new Centre(scenario, SEEDS[0] as string, log.recorder);
      let stops = 0;
      for (const at of [1_800_000, 3_600_000, 1e9]) {
        for (; !centre.advanceTo(at, most); stops += 1) expect(centre.now).toBeLessThanOrEqual(at);
        if (!centre.over) expect(centre.now).toBe(at);
      }
      expect(stops).toBeGreaterThan(log.facts.length / most / 10);
      expect(hashFacts(log.facts)).toBe(hashOf(scenario, SEEDS[0] as string));
    }
  });
});
