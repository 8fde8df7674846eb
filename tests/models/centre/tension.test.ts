import { describe, expect, it } from 'vitest';
import type { Session } from '../../../models/doors/live.ts';
import type { PolicyName } from '../../../models/scenario/policies.ts';
import {
  every,
  looked,
  type Met,
  met,
  opened,
  outcomes,
  type Parts,
  share,
  type Talk,
  talks,
} from './met.ts';
import { at, told } from './played.ts';

/** Talks that become difficult, or calm down (MODEL 8), worked out here again. */

type Difficult = NonNullable<Parts['difficult']>;
type Four = [number, number, number, number];
type Three = [number, number, number];

const MIN = 60_000;
const CALM = 0;
const INCIVILITY = 3;
/** At a level from the first word, and nothing changes by itself. */
const fixedAt = (level: number): Difficult => ({
  start: [0, 1, 2, 3].map((one) => (one === level ? 1 : 0)) as Four,
  ...{ up: [0, 0, 0], down: [0, 0, 0] },
});
const WORK_MS = 180_000;
/** 45 s to open, and the work of 4.5 min. */
const OPEN_MS = 225_000;

const SAME = { welcomeMin: 0, discoverMin: 0 };
const day = (name: PolicyName, difficult: Difficult, parts: Parts = {}, more: Partial<Met> = {}) =>
  met({
    calls: every(5, 600),
    agents: 150,
    // Skipped or not, no phase is shorter for it.
    parts: { policy: { name, paceMin: 4.5 }, difficult, handling: SAME, ...parts },
    ...more,
  });

/** The level at which each first talk begins. */
function beginnings(session: Session): number[] {
  const answered = new Map(told(session, 'answered').map((fact) => [fact.call, fact.at]));
  const levels = new Map<number, number>([...answered.keys()].map((call) => [call, CALM]));
  for (const { at: when, call, level } of told(session, 'tension').reverse())
    if (when === answered.get(call)) levels.set(call, level);
  return [...levels.values()];
}

describe('the level at which a talk begins', () => {
  it.each([
    ['in a neutral mood', 0, 2],
    ['in a bad mood', -0.5, 2],
    ['in a good mood', 0.4, 2],
    ['in a bad mood that changes nothing', -0.5, 0],
  ])('[S4] follows the mood: %s', (_, mood, moodEffect) => {
    const found = beginnings(day('fixed', { moodEffect }, {}, { type: { need: { mood } } }));
    const odds = Math.exp(-moodEffect * mood);
    const weights = [0.85, 0.09 * odds, 0.05 * odds, 0.01 * odds];
    const sum = weights.reduce((all, one) => all + one, 0);
    expect(found).toHaveLength(600);
    weights.forEach((weight, level) => {
      share(found.filter((one) => one === level).length, 600, weight / sum, `level ${level}`);
    });
  });

  it('[S4] is that of the mood in which the wait has left the caller', () => {
    // 210 s of waiting: 3.2 felt minutes too many.
    const start: Four = [0.5, 0.5, 0, 0];
    const calls = Array.from({ length: 600 }, (_, i) => [
      { atS: 5 * i },
      { atS: 5 * i, patienceS: 1e4 },
    ]).flat();
    const found = day(
      'fixed',
      { ...fixedAt(0), start },
      { mood: { perFeltMin: 1 } },
      { calls, agents: 40 },
    );
    const of = { late: 0, difficult: 0 };
    for (const { call, waitMs } of told(found, 'answered')) {
      // Two felt minutes beyond the acceptable, and no mood is worse than -1.
      if (1.2 * (waitMs / MIN) < 2) continue;
      of.late += 1;
      if (told(found, 'tension').some((fact) => fact.call === call)) of.difficult += 1;
    }
    expect(of.late).toBeGreaterThan(400);
    share(of.difficult, of.late, Math.exp(2) / (1 + Math.exp(2)));
  });
});

describe('a worse level', () => {
  const one = (difficult: Difficult, parts: Parts = {}) =>
    day('fixed', difficult, parts, { calls: [{ atS: 0 }], agents: 1 });

  it.each([
    [0, 0],
    [1, 0.5],
    [2, 1.5],
  ])('[S4] takes time to be heard, in which nothing is worked at: %d', (level, minutes) => {
    const found = one(fixedAt(level));
    expect(talks(found)).toMatchObject([{ openMs: OPEN_MS + minutes * MIN }]);
    expect(told(found, 'resolved')).toMatchObject([{ workMs: WORK_MS }]);
    expect(told(found, 'tension').map((fact) => fact.level)).toEqual(level === 0 ? [] : [level]);
  });

  it('[S4] takes it each time it is worse than before, once', () => {
    const swift = { ...fixedAt(1), up: [0, 500, 0] as Three, extraMin: [0.5, 1.5, 1] as Three };
    const parts = { policy: { name: 'script' as const, paceMin: 4.5 } };
    // Up to 500 changes a minute until they come to rest, of which the first two count.
    const calls = every(5, 40);
    for (const down of [0, 500]) {
      const found = day('script', { ...swift, down: [0, down, 0] }, parts, { calls });
      const handed = new Set(told(found, 'transferred').map(({ call }) => call));
      const kept = talks(found).filter(({ call }) => !handed.has(call));
      expect(kept.length).toBeGreaterThan(25);
      for (const { openMs } of kept) expect(openMs).toBe(OPEN_MS + 2 * MIN);
    }
  });

  it('[S4] lengthens no talk without memory', () => {
    const lengths = (difficult: Difficult): number[] =>
      told(day('fixed', difficult, { execution: 'exponential' }), 'concluded').map(
        ({ talkMs }) => talkMs,
      );
    expect(lengths(fixedAt(2))).toEqual(lengths(fixedAt(0)));
    const ended = lengths({ ...fixedAt(INCIVILITY), limitHolds: 0 });
    expect(ended).toEqual(ended.map(() => 0));
    expect(ended).toHaveLength(600);
  });

  it('[S4] that no one puts an end to comes to rest: the day can end', () => {
    const session = opened({
      calls: [{ atS: 0 }],
      parts: { difficult: { ...fixedAt(1), up: [5, 5, 5], down: [5, 5, 5] } },
    });
    expect(at(session, 1, { kind: 'takeDesk', agent: 0 })).toBeNull();
    session.run();
    expect(told(session, 'concluded')).toEqual([]);
    const levels = told(session, 'tension');
    expect(levels.length).toBeGreaterThan(20);
    expect(levels.length).toBeLessThan(64);
  });
});

/** How far a caller is heeded under each mask by a rested agent. */
const HEEDS: readonly [PolicyName, number, number, number][] = [
  ['avoidance', 0.05, 1, 0],
  ['disengagement', 0.15, 1, -0.2],
  ['script', 0.4, 1, 0],
  ['script', 0.4, 0.5, 0.3],
  ['natural', 0.5, 1, 0],
  ['professional', 0.8, 1, -0.3],
  ['professional', 0.8, 0.2, 0],
];

describe('how levels change', () => {
  it.each(HEEDS)('[S4] at rates of mood and heeding: %s (%d, energy %d, mood %d)', (...row) => {
    const [name, rested, energy, mood] = row;
    const heeded = rested * (0.5 + 0.5 * energy);
    const up: Three = [1.2, 1, 0.8];
    const down: Three = [1.5, 1.1, 0.9];
    const steady = { start: energy, drain: 0, idle: 0, ignoredLoss: 0, protocolLoss: 0 };
    const found = day(
      name,
      { up, down, start: [0.25, 0.25, 0.25, 0.25], extraMin: [0, 0, 0], limitHolds: 1 },
      { energy: { ...steady, microBreak: 0, longBreak: 0 } },
      { type: { need: { mood } }, calls: every(2, 1_200), agents: 260 },
    );
    const { moves, minutes } = exposure(found);
    const named = heeded >= 0.5;
    for (let level = 0; level < 4; level++) {
      const worse = level < 3 ? up[level]! * Math.exp(-2 * mood) * (1 - heeded) : 0;
      const calmer = level > 0 ? down[level - 1]! * heeded : 0;
      // Where the limit is named nobody stays uncivil.
      if (level === 3 && named) expect(minutes[3]).toBe(0);
      else {
        rate(moves[level]![level + 1] ?? 0, minutes[level]!, worse, `${level} up`);
        rate(moves[level]![level - 1] ?? 0, minutes[level]!, calmer, `${level} down`);
      }
    }
  });

  /** So many events in so many minutes are within four standard errors of this rate. */
  function rate(events: number, minutes: number, expected: number, says: string): void {
    const error = Math.sqrt(expected * minutes);
    expect(Math.abs(events - expected * minutes), says).toBeLessThanOrEqual(4 * error);
  }

  /** Changes from level to level, and time at each, until the talk is being concluded. */
  function exposure({ facts }: Session) {
    const minutes = [0, 0, 0, 0];
    const moves = [0, 1, 2, 3].map(() => new Array<number>(4).fill(0));
    const level = new Map<number, number>();
    const since = new Map<number, number>();
    for (const fact of facts) {
      if (fact.kind === 'answered' || fact.kind === 'relayed') {
        level.set(fact.call, CALM);
        since.set(fact.call, fact.at);
        continue;
      }
      const ends = ['closing', 'transferred', 'concluded'].includes(fact.kind);
      if (!(fact.kind === 'tension' || ends) || !('call' in fact)) continue;
      const [from, began] = [level.get(fact.call), since.get(fact.call)!];
      if (from === undefined) continue;
      const atOnce = fact.at === began;
      minutes[from]! += (fact.at - began) / MIN;
      level.delete(fact.call);
      if (fact.kind !== 'tension') continue;
      // What is there at the first word has not changed.
      if (!atOnce) moves[from]![fact.level]! += 1;
      level.set(fact.call, fact.level);
      since.set(fact.call, fact.at);
    }
    return { minutes, moves };
  }
});

describe('incivility', () => {
  it.each(['professional', 'fixed'] as const)(
    '[S5] is met by naming the limit: it holds, or the talk is ended (%s)',
    (name) => {
      const found = day(name, fixedAt(INCIVILITY));
      const ends = outcomes(found);
      const first = new Map<number, Talk>();
      for (const talk of talks(found)) if (!first.has(talk.call)) first.set(talk.call, talk);
      const levels = new Map<number, number[]>();
      for (const { call, level } of told(found, 'tension'))
        levels.set(call, [...(levels.get(call) ?? []), level]);
      const ended = [...levels].filter(([, all]) => all.length === 1);
      share(600 - ended.length, 600, 0.6, 'holds');
      for (const [call, all] of levels) {
        if (all.length === 1)
          expect([ends.get(call), first.get(call)]).toMatchObject([
            { workMs: 0, solved: 0 },
            { openMs: 0 },
          ]);
        else expect(all.slice(0, 2)).toEqual([INCIVILITY, CALM]);
      }
    },
  );

  it('[S5] that ends a talk leaves the work that was done', () => {
    const found = day('professional', { ...fixedAt(2), up: [0, 0, 2], limitHolds: 0 });
    const ends = outcomes(found);
    const handed = new Set(told(found, 'transferred').map(({ call }) => call));
    const works = new Set<number>();
    for (const { call, openMs } of talks(found)) {
      if (handed.has(call)) continue;
      // 45 s to open, and 90 to hear the complaint.
      const workMs = Math.max(0, openMs - 135_000);
      expect(ends.get(call)).toMatchObject({ workMs });
      works.add(workMs);
    }
    expect(works.size).toBeGreaterThan(100);
    expect(works).toContain(WORK_MS);
  });

  it.each(['avoidance', 'disengagement', 'script'] as const)(
    '[S5] is let pass by who does not heed: %s',
    (name) => {
      const found = day(name, fixedAt(INCIVILITY));
      const handed = new Set(told(found, 'transferred').map(({ call }) => call));
      for (const { call, openMs } of talks(found))
        if (!handed.has(call)) expect(openMs).toBeGreaterThanOrEqual(MIN);
      expect(told(found, 'tension').every(({ level }) => level === INCIVILITY)).toBe(true);
    },
  );

  it('[S5] is met by the tired no more: they no longer heed', () => {
    const energy = {
      drain: 0,
      idle: 0,
      microBreak: 0,
      longBreak: 0,
      ignoredLoss: 0,
      protocolLoss: 0,
    };
    // .8 (.5 + .5 E) is .5 at E = .25.
    for (const [start, ends] of [
      [0.26, 600],
      [0.24, 0],
    ] as const) {
      const parts = { energy: { ...energy, start } };
      const found = day('professional', { ...fixedAt(INCIVILITY), limitHolds: 0 }, parts);
      expect(talks(found).filter(({ openMs }) => openMs === 0)).toHaveLength(ends);
    }
  });

  it.each<[string, PolicyName, Parts['supports'], number]>([
    ['ignored', 'script', {}, 0.06],
    ['ignored, trusted', 'script', { trust: 1 }, 0.06 * 0.4],
    ['ignored, at liberty', 'script', { latitude: 1 }, 0.06 * 0.7],
    ['named', 'professional', {}, 0.06],
    ['named, trusted', 'professional', { trust: 1 }, 0.02],
    ['named, half trusted', 'professional', { trust: 0.5 }, 0.04],
  ])('[S5, N3] takes energy: %s', (_, name, supports, loss) => {
    const centre = looked({
      calls: [{ atS: 0 }],
      parts: {
        policy: { name, paceMin: 4.5 },
        difficult: { ...fixedAt(INCIVILITY), limitHolds: 1 },
        ...{ energy: {}, supports },
      },
    });
    centre.advanceTo(0);
    expect(centre.world.people?.of(0).energyAt(0)).toBeCloseTo(1 - loss, 12);
  });

  it.each([0, 1])(
    '[S5, N1] makes talking harder while it lasts, less at liberty (%d)',
    (latitude) => {
      const parts = {
        policy: { name: 'script' as const, paceMin: 4.5 },
        difficult: fixedAt(INCIVILITY),
        ...{ energy: { ignoredLoss: 0, lossSpiral: 0 }, supports: { latitude } },
      };
      const centre = looked({ calls: [{ atS: 0 }], parts });
      centre.advanceTo(MIN / 2);
      const perHour = 0.08 * 0.7 * (1 + 6 * (1 - 0.3 * latitude));
      expect(centre.world.people?.of(0).energyAt(MIN / 2)).toBeCloseTo(1 - perHour / 120, 12);
    },
  );

  it('[S5] is for a person at the desk to meet', () => {
    const session = opened({
      calls: [{ atS: 10 }],
      parts: { difficult: { ...fixedAt(3), limitHolds: 0 } },
    });
    at(session, 0, { kind: 'takeDesk', agent: 0 });
    at(session, 1, { kind: 'ready', agent: 0 });
    expect(at(session, 12, { kind: 'answer', agent: 0, call: 0 })).toBeNull();
    session.advanceTo(300_000);
    expect(told(session, 'tension')).toMatchObject([{ at: 12_000, level: INCIVILITY }]);
    expect(told(session, 'closing')).toEqual([]);
    expect(at(session, 400, { kind: 'conclude', agent: 0, call: 0 })).toBeNull();
  });
});

describe('criticism that is well handled', () => {
  const ends = (difficult: Difficult) => {
    const fit = { stanceSd: 0, temperamentSd: 0 };
    const found = day('professional', difficult, { fit }, { calls: every(5, 100) });
    return told(found, 'resolved').map(({ last, worst }) => ({ last, worst }));
  };
  const best = (difficult: Difficult): number =>
    Math.max(...ends(difficult).map(({ last }) => last));
  // The neutral caller is met by one who is like them: m = .4 + .6 (1 - e^-2 / 2).
  const met = 2 * (0.7 + 0.3 * (1 - Math.exp(-2) / 2)) - 1;

  it('[S4] is worth .15 more at the end, at most all', () => {
    const plain = Math.round(500 * (1 + met));
    const calmed = { ...fixedAt(1), down: [1e3, 0, 0] as Three };
    expect(best(fixedAt(0))).toBe(plain);
    expect(best(calmed)).toBe(1_000);
    expect(best({ ...calmed, bonus: 0.03 })).toBe(Math.round(500 * (1 + met + 0.03)));
    // Not where it goes on.
    expect(best(fixedAt(1))).toBe(plain);
  });

  it('[S4] makes the worst moment better too, where the last one is', () => {
    const calmed = { ...fixedAt(1), down: [1e3, 0, 0] as Three };
    // Taking leave was skipped, which is worth -.5.
    expect(ends(fixedAt(0))).toContainEqual({ last: 250, worst: 250 });
    expect(ends(calmed)).toContainEqual({ last: 325, worst: 325 });
  });
});
