import { describe, expect, it } from 'vitest';
import { peoplePlanOf } from '../../../models/centre/plan/people-plan.ts';
import {
  AFTER_WORK,
  AWAY,
  IDLE,
  LONG_BREAK,
  People,
  SHORT_BREAK,
  TALK,
} from '../../../models/centre/state/people.ts';
import { STATE } from '../../../models/centre/state/team.ts';
import { Luck } from '../../../models/kernel/luck.ts';
import type { PolicyName } from '../../../models/scenario/policies.ts';
import { every, looked, type Met, met, outcomes, type Parts, PHASES, share, talks } from './met.ts';
import { type Scripted, told } from './played.ts';

/** Energy, speed and what the organisation gives (MODEL 5 and 9), worked out here again. */

const MIN = 60_000;
const HOUR = 60 * MIN;
const policy = { paceMin: 4.5 };
const patient = (...seconds: number[]): Scripted[] =>
  seconds.map((atS) => ({ atS, patienceS: 1e4 }));

/** Follows dE/dt = f(E) over some hours by small steps (Runge and Kutta). */
function follow(energy: number, hours: number, slope: (energy: number) => number): number {
  const steps = 400;
  const h = hours / steps;
  let e = energy;
  for (let i = 0; i < steps; i++) {
    const a = slope(e);
    const b = slope(e + (h * a) / 2);
    const c = slope(e + (h * b) / 2);
    e += (h * (a + 2 * b + 2 * c + slope(e + h * c))) / 6;
  }
  return e;
}

/** Three agents, rested at first, as MODEL has them. */
const agents = (parts: Parts): People => {
  const { scenario } = met({ calls: [], parts });
  return new People(peoplePlanOf(scenario)!, 3, new Luck('people'));
};

const rested = (start: number, minutes: number, rate = 0.25): number =>
  1 - (1 - start) * Math.exp((-rate * minutes) / 60);

describe('energy', () => {
  it.each<[string, number, number, (energy: number) => number]>([
    ['idle', IDLE, 2, (e) => 0.25 * (1 - e)],
    ['in a short break', SHORT_BREAK, 8 / 60, (e) => 1.2 * (1 - e)],
    ['in a long break', LONG_BREAK, 1, (e) => 1.5 * (1 - e)],
    ['on the line', TALK, 2, (e) => -0.15 * (1 + 0.5 * (1 - e))],
    ['after a call', AFTER_WORK, 1, () => 0],
    ['at home', AWAY, 3, () => 0],
  ])('[N1] %s follows its equation, however often it is asked', (_, doing, hours, slope) => {
    const people = agents({ energy: { start: 0.5 } });
    for (const agent of [0, 1]) people.of(agent).drain = 0.15;
    people.of(0).turn(0, doing);
    people.of(1).turn(0, doing);
    const end = hours * HOUR;
    for (let k = 1; k < 90; k++) people.of(1).energyAt(Math.round((end * k) / 90));
    expect(people.of(0).energyAt(end)).toBeCloseTo(follow(0.5, hours, slope), 10);
    expect(people.of(1).energyAt(end)).toBeCloseTo(people.of(0).energyAt(end), 12);
  });

  it('[N1] gives back .074 in a break of 8 minutes at half energy, and never leaves 0 to 1', () => {
    const people = agents({ energy: { start: 0.5 } });
    people.of(0).pause(0, 8 * MIN);
    expect(people.of(0).energyAt(8 * MIN)).toBeCloseTo(0.574, 3);
    people.of(1).pause(0, 16 * MIN);
    expect(people.of(1).energyAt(HOUR)).toBeCloseTo(1 - 0.5 * Math.exp(-1.5), 12);
    people.of(2).lose(0, 0.7);
    expect(people.of(2).energyAt(0)).toBe(0);
    people.of(1).turn(HOUR, TALK);
    people.of(1).drain = 100;
    expect(people.of(1).energyAt(2 * HOUR)).toBe(0);
  });

  /** What a talk costs: MODEL 9, at .08 an hour. */
  const tired = (start: number, minutes: number, cost: number): number =>
    follow(start, minutes / 60, (e) => -0.08 * cost * (1 + 0.5 * (1 - e)));
  /** Follows one agent for an hour, whose talks strain them so; how many there were. */
  function followed(what: Met, strains: (talk: number, energy: number) => number): number {
    const centre = looked({ ...what, parts: { energy: {}, handling: PHASES, ...what.parts } });
    const { people, team } = centre.world;
    let [at, energy, talking, n, strain] = [0, 1, false, 0, 0];
    while (centre.nextAt() < HOUR) {
      centre.advanceTo(centre.nextAt());
      const state = team.state(0);
      const now = state === STATE.TALKING || state === STATE.CLOSING;
      const another = talking && now && people!.of(0).calls !== n;
      if (now === talking && !another) continue;
      const minutes = (centre.now - at) / MIN;
      energy = talking ? tired(energy, minutes, strain) : rested(energy, minutes);
      at = centre.now;
      talking = now;
      n = people!.of(0).calls;
      strain = strains(n - 1, energy);
      expect(people!.of(0).energyAt(centre.now)).toBeCloseTo(energy, 9);
    }
    expect(energy).toBeLessThan(1);
    return n;
  }

  it.each<[PolicyName, number, number]>([
    ['fixed', 1, 0],
    ['natural', 0.6, 0],
    ['script', 0.7, 0],
    ['disengagement', 0.4, 0.5 * 0.5 + 0.4 * 0.4],
    ['avoidance', 0.2, 0.9 * 0.9 + 0.2 * 0.2],
  ])('[N1] is what talks take, at the cost of the mask, and pauses give: %s', (name, c, apart) => {
    const parts = { policy: { ...policy, name }, fit: { temperamentSd: 0, stanceSd: 0 } };
    const what = { calls: patient(600, 1_800), parts };
    expect(followed(what, () => c * (1 + apart))).toBeGreaterThan(1);
  });

  it('[N1] is taken by acting, less of it where it is made one’s own', () => {
    const parts = {
      ...{ policy: { ...policy, name: 'professional' as const } },
      ...{ fit: { temperamentSd: 0, stanceSd: 0 }, supports: {} },
    };
    // .7 sqrt(E) of the way from oneself to what the anxious want, at .45.
    const acting = (energy: number): number => 1 + 0.45 * 0.49 * energy * (0.09 + 0.25);
    const type = { need: { stance: 'anxious' as const } };
    expect(followed({ calls: patient(600, 1_800), parts, type }, (_, e) => acting(e))).toBe(2);
  });

  it('[N1] is taken by a full line', () => {
    // Of three callers at once, one still waits when the second is answered.
    const strains = [1, 1.3, 1];
    const what = { calls: patient(0, 1, 2), parts: { policy } };
    expect(followed(what, (talk) => strains[talk]!)).toBe(3);
  });
});

/** Nothing moves the speed of work but what is said. */
const STILL: NonNullable<Parts['speed']> = {
  ...{ agentSd: 0, resolutionSd: 0, learning: 0, load: 0 },
  ...{ overwork: 0, parkinson: 0, emotionalLoad: 0 },
};
/** 45 s to open and 180 s of work at this speed. */
const decided = (speed: number): number => Math.round(225_000 / speed);
const opens = (what: Parameters<typeof met>[0]): number[] =>
  talks(met(what)).map(({ openMs }) => openMs);

describe('speed', () => {
  it('[N2] grows with the calls there were, to 1.4 at most', () => {
    const speed = { ...STILL, learning: 1, learningCalls: 10 };
    expect(opens({ calls: every(300, 7), parts: { policy, speed } })).toEqual(
      [1, 1.1, 1.2, 1.3, 1.4, 1.4, 1.4].map(decided),
    );
  });

  it.each([0.1, -0.2, -1])('[N2] follows the line, as things stand at the answer: %d', (load) => {
    const speed = { ...STILL, load };
    // One waits while the second is answered, nobody after that; .6 at least.
    expect(opens({ calls: patient(0, 1, 2), parts: { policy, speed } })).toEqual(
      [1, Math.max(0.6, 1 + load), 1].map(decided),
    );
  });

  it.each([0, 0.05])('[N2] falls for those who have been busy, above %d of the time', (above) => {
    const speed = { ...STILL, overwork: 0.4, overworkAbove: above };
    const busy = 1 - Math.exp(-4.5 / 60);
    const slow = 1 - 0.4 * ((busy - above) / (1 - above));
    expect(opens({ calls: patient(0, 1), parts: { policy, speed } })).toEqual(
      [1, slow].map(decided),
    );
  });

  it('[N2] is not that of after-call work, which grows into idle time', () => {
    const parts = { policy, speed: { ...STILL, parkinson: 0.5 }, handling: { wrapUpMin: 1 } };
    const day = met({ calls: every(600, 1).map(() => ({ atS: 600 })), parts });
    const idle = (1 - Math.exp(-10 / 30)) * Math.exp(-4.5 / 30);
    expect(told(day, 'wrapped')).toMatchObject([{ wrapMs: Math.round(60_000 * (1 + 0.5 * idle)) }]);
  });

  const team = { calls: every(5, 600), agents: 150 };
  const own = (parts: Parts, speedCv = 0): Map<number, number[]> => {
    const groups = [{ id: 'g', name: 'G', staff: 150, speedCv, skills: [{ type: 'a' }] }];
    const found = new Map<number, number[]>();
    for (const { agent, openMs } of talks(
      met({ ...team, parts: { policy, ...parts }, rest: { groups } }),
    ))
      found.set(agent, [...(found.get(agent) ?? []), openMs]);
    return found;
  };

  it('[N2] is each agent’s own, all day', () => {
    const found = [...own({ speed: { ...STILL, agentSd: 0.1 } }).values()];
    for (const [first, ...others] of found) for (const ms of others) expect(ms).toBe(first);
    const logs = found.map(([ms]) => Math.log(225_000 / ms!));
    const n = logs.length;
    expect(n).toBe(150);
    const mean = logs.reduce((sum, x) => sum + x, 0) / n;
    const sd = Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / n);
    expect(Math.abs(mean + 0.005)).toBeLessThan((4 * 0.1) / Math.sqrt(n));
    expect(Math.abs(sd - 0.1)).toBeLessThan((4 * 0.1) / Math.sqrt(2 * n));
  });

  it('[N2] is what the group says where it says something', () => {
    const both = own({ speed: { ...STILL, agentSd: 0.3 } }, 0.2);
    expect(both).toEqual(own({ speed: STILL }, 0.2));
    expect(both).not.toEqual(own({ speed: STILL }));
  });

  it('[N2] is not skill: agents also differ in what they resolve', () => {
    const shares = (resolutionSd: number): number[] => {
      const parts = { policy: { paceMin: 2.5 }, speed: { ...STILL, resolutionSd } };
      const solved = new Map<number, number[]>();
      for (const { agent, solved: yes } of told(
        met({ calls: every(2, 1_700), agents: 90, parts }),
        'resolved',
      ))
        solved.set(agent, [...(solved.get(agent) ?? []), yes]);
      return [...solved.values()].map((all) => all.reduce((a, b) => a + b, 0) / all.length);
    };
    const spread = (xs: number[]): number => {
      const mean = xs.reduce((a, b) => a + b, 0) / xs.length;
      return xs.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / xs.length;
    };
    const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
    const r = 0.95 * (1 - Math.exp(-1 / 1.5));
    let [between, mean] = [0, 0];
    const steps = 4_000;
    const normal = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    for (let k = 0; k < steps; k++) {
      const z = -8 + (16 * (k + 0.5)) / steps;
      const p = logistic(Math.log(r / (1 - r)) + 3 * z);
      mean += (normal(z) * p * 16) / steps;
      between += (normal(z) * p * p * 16) / steps;
    }
    const talked = 1_700 / 90;
    const expected = between - mean * mean + (mean - between) / talked;
    // The standard error of a variance of shares about .13, over 90 agents, is below .012.
    expect(Math.abs(spread(shares(3)) - expected)).toBeLessThan(4 * 0.012);
    expect(Math.abs(spread(shares(0)) - (r * (1 - r)) / talked)).toBeLessThan(4 * 0.002);
  });
});

describe('supports', () => {
  it('[N3] preparation brings what is shown closer to what is wanted', () => {
    const last = (supports: Parts['supports']): number => {
      const fit = { stanceSd: 0, temperamentSd: 0 };
      const parts = { policy: { ...policy, name: 'professional' as const }, fit, supports };
      const type = { need: { stance: 'anxious' as const } };
      const seen = told(met({ calls: every(5, 100), agents: 80, parts, type }), 'resolved');
      return Math.max(...seen.map((fact) => fact.last));
    };
    const expected = (skill: number): number => {
      const [warm, guide] = [0.3 * skill, 0.5 * skill];
      const away = (0.3 - warm) * (0.3 - warm) + (0.5 - guide) * (0.5 - guide);
      const fits = Math.exp(-away / 0.72);
      const genuine = Math.exp(-(warm * warm + guide * guide) / 1.28);
      return Math.round(1_000 * (0.7 * fits + 0.3 * genuine * (1 - Math.exp(-2) / 2)));
    };
    expect(last({})).toBe(expected(0.7));
    expect(last({ preparation: 0.4 })).toBe(expected(0.8));
    expect(last({ preparation: 1 })).toBe(expected(0.95));
  });

  it('[N3] clear rules make needs less different, by a fifth of their variance', () => {
    const needs = (rules: number): Map<number, number> => {
      const parts = { policy, need: { cv: 1.5 }, supports: { rules } };
      const day = met({ calls: every(5, 200), agents: 200, parts });
      return new Map([...outcomes(day)].map(([call, { need }]) => [call, need / 1_000]));
    };
    const standard = (need: number, cv: number): number => {
      const variance = Math.log(1 + cv * cv);
      return (Math.log(need) + variance / 2) / Math.sqrt(variance);
    };
    const [before, after] = [needs(0), needs(1)];
    for (const [call, need] of before) {
      const z = standard(need, 1.5);
      expect(standard(after.get(call)!, 1.5 * Math.sqrt(0.8))).toBeCloseTo(z, 1);
    }
  });

  it('[N3] latitude spares three transfers in five, and makes none', () => {
    const handed = (latitude: number): number[] => {
      const parts = { policy: { ...policy, name: 'avoidance' as const }, supports: { latitude } };
      const day = met({ calls: every(5, 600), agents: 150, parts });
      return told(day, 'transferred').map(({ call }) => call);
    };
    const [none, all] = [handed(0), handed(1)];
    share(none.length, 600, 0.35);
    share(all.length, 600, 0.14);
    expect(none).toEqual(expect.arrayContaining(all));
  });

  it('[N3] trust gives a third more rest', () => {
    for (const [trust, rate] of [
      [0, 0.25],
      [0.5, 0.2875],
      [1, 0.325],
    ] as const) {
      const people = agents({ energy: { start: 0.2 }, supports: { trust } });
      people.of(0).turn(0, IDLE);
      expect(people.of(0).energyAt(HOUR)).toBeCloseTo(rested(0.2, 60, rate), 12);
    }
  });
});
