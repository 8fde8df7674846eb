import { describe, expect, it } from 'vitest';
import {
  CALLS,
  every,
  looked,
  masked,
  met,
  outcomes,
  type Parts,
  PHASES,
  share,
  skipped,
  talks,
  WORK_MS,
} from './met.ts';
import { told } from './played.ts';

/** Masks, fit, moods (MODEL 4.4, 6, 7.2): each number worked out here again. */

type Name = NonNullable<NonNullable<Parts['policy']>['name']>;
type Stance = readonly [warmth: number, guidance: number];
type Mind = 'neutral' | 'cheerful' | 'hurried' | 'anxious' | 'angry';

/** MODEL 6.1: what is skipped, pace, handed on and with what story, delay before the answer. */
const MASKS: readonly [Name, readonly number[], number, number, number, number][] = [
  ['avoidance', [0.5, 0.6, 0.95, 0.6], 0.4, 0.35, 1, 20],
  ['disengagement', [0.1, 0.3, 0.9, 0.5], 0.6, 0.25, 0.5, 0],
  ['natural', [0.1, 0.25, 0.5, 0.2], 1, 0.05, 1, 0],
  ['professional', [0.02, 0.05, 0.1, 0.05], 1, 0.02, 1, 0],
  ['script', [0, 0.2, 0.4, 0], 1, 0.1, 1, 0],
];
describe('a mask', () => {
  it.each(MASKS)('[S1] %s skips, works, hands on and lets ring as it does', (...row) => {
    const [name, skips, pace, deflects, relays, delayS] = row;
    const day = masked(name);
    const ends = outcomes(day);
    const all = talks(day);
    const firsts = all.filter(({ call }, i) => all.findIndex((talk) => talk.call === call) === i);
    expect(firsts).toHaveLength(CALLS);
    const handed = firsts.filter(({ handedOn }) => handedOn);
    const kept = firsts.filter(({ handedOn }) => !handedOn);
    const work = (call: number): number => ends.get(call)?.workMs ?? Number.NaN;
    const dropped = kept.filter(({ call }) => work(call) === 0);
    share(handed.length + dropped.length, CALLS, deflects, 'handed on');
    share(handed.length, handed.length + dropped.length, relays, 'with their story');
    for (const { call } of kept) expect([0, pace * WORK_MS]).toContain(work(call));
    skips.forEach((p, phase) => {
      const decided = phase < 2 ? firsts : kept;
      const of = decided.filter((talk) =>
        phase < 2 && talk.handedOn
          ? skipped({ ...talk, closingMs: 0 }, 0)[phase]
          : skipped(talk, work(talk.call))[phase],
      );
      share(of.length, decided.length, p, `phase ${phase}`);
    });
    const waits = told(day, 'answered').map(({ waitMs }) => waitMs / 1_000);
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / CALLS;
    expect(Math.abs(mean - delayS)).toBeLessThanOrEqual((4 * delayS) / Math.sqrt(CALLS));
  });

  it('[S1] hands a call on once, to whoever of the group is free', () => {
    const day = masked('avoidance');
    const handed = told(day, 'transferred');
    expect(handed.length).toBeGreaterThan(150);
    expect(new Set(handed.map(({ call }) => call)).size).toBe(handed.length);
    const relayed = new Set(told(day, 'relayed').map(({ call }) => call));
    expect(relayed).toEqual(new Set(handed.map(({ call }) => call)));
    expect(told(day, 'resolved')).toHaveLength(CALLS);
  });

  it('[S1] rings at one desk only: a caller may hang up meanwhile', () => {
    const calls = every(5, CALLS).map((call) => ({ ...call, patienceS: 20 }));
    const day = masked('avoidance', {}, { calls });
    // The delay is exponential of mean 20 s.
    share(told(day, 'abandoned').length, CALLS, Math.exp(-1));
    expect(told(day, 'abandoned').every(({ waitMs }) => waitMs === 20_000)).toBe(true);
  });
});

/** Masks an agent slides into (MODEL 6.1), in order of the table. */
interface Push {
  readonly energy: number;
  readonly hostility?: number;
  readonly vision?: number;
  readonly rules?: number;
  readonly trust?: number;
}
function slides({ energy: E, hostility: h = 0, vision: v = 0, rules: r = 0, trust: t = 0 }: Push) {
  const weights = {
    avoidance: Math.exp(-3 + 4 * (1 - E) + 1.5 * h - 1.5 * r - t),
    disengagement: Math.exp(-2 + 3.5 * (1 - E) - t),
    natural: Math.exp(1),
    professional: Math.exp(2 - 3 * (1 - E) + 1.5 * v),
  };
  const sum = Object.values(weights).reduce((all, one) => all + one, 0);
  return Object.fromEntries(
    Object.entries(weights).map(([name, weight]) => [name, weight / sum]),
  ) as Record<keyof typeof weights, number>;
}
/** Energy that neither rises nor falls. */
const steady = (start: number): NonNullable<Parts['energy']> => ({
  ...{ start, drain: 0, idle: 0, microBreak: 0, longBreak: 0 },
});
/** In this mood the natural works 1.1 times as long as the professional. */
const MOOD = 0.5;
const sliding: Parts['policy'] = { masks: 'slide', paceMin: 4.5 };

describe('masks one slides into', () => {
  it.each<[string, Push]>([
    ['tired', { energy: 0.5 }],
    ['rested', { energy: 1 }],
    ['tired, with a vision', { energy: 0.5, vision: 1 }],
    ['tired, with clear rules', { energy: 0.5, rules: 1 }],
    ['tired, trusted', { energy: 0.5, trust: 1 }],
    ['tired, before hostile callers', { energy: 0.5, hostility: 1 }],
    ['tired, before some who are hostile', { energy: 0.5, hostility: 0.2 }],
  ])('[S1, N3] %s', (says, push) => {
    const { energy, hostility = 0, ...supports } = push;
    const stance = hostility === 1 ? 'angry' : hostility > 0 ? 'mixed' : 'neutral';
    const parts = { policy: sliding, energy: steady(energy), supports };
    const type = { need: { mood: MOOD, stance } } as const;
    const day = masked('fixed', parts, { type, calls: every(2, 1_700), agents: 450 });
    const handed = new Set(told(day, 'transferred').map(({ call }) => call));
    const kept = told(day, 'resolved').filter(
      ({ call, workMs }) => workMs > 0 && !handed.has(call),
    );
    // One in five is angry where there are all sorts.
    const [calm, hostile] = [slides({ ...push, hostility: 0 }), slides({ ...push, hostility: 1 })];
    const worked = MASKS.flatMap(([name, , pace, deflects]) => {
      const mask = name as keyof typeof calm;
      if (calm[mask] === undefined) return [];
      const p = (1 - hostility) * calm[mask] + hostility * hostile[mask];
      return [{ pace: name === 'natural' ? pace + 0.2 * MOOD : pace, p: p * (1 - deflects) }];
    });
    const all = worked.reduce((sum, { p }) => sum + p, 0);
    for (const { pace, p } of worked) {
      const of = kept.filter(({ workMs }) => workMs === Math.round(pace * WORK_MS));
      share(of.length, kept.length, p / all, `${says}, pace ${pace}`);
    }
  });
});

const distance = ([a, b]: Stance, [c, d]: Stance): number => (a - c) * (a - c) + (b - d) * (b - d);
const near = (squared: number, sigma: number): number => Math.exp(-squared / (2 * sigma * sigma));
const SELF: Stance = [0.3, 0.2];
const WANTED: Record<Mind, Stance> = {
  ...{ neutral: [0.3, 0.2], cheerful: [0.8, 0], hurried: [-0.1, 0.6] },
  ...{ anxious: [0.6, 0.7], angry: [0.5, -0.6] },
};
/** What a mask shows to one who wants z, of an agent who is x. */
function shows(name: Name, z: Stance, skill = 0.7): Stance {
  if (name === 'avoidance') return [-0.6, 0];
  if (name === 'disengagement') return [-0.2, -0.2];
  if (name === 'script') return [0.3, 0.2];
  const kept = name === 'natural' || near(distance(SELF, z), 0.6) > 0.8;
  return kept ? SELF : [SELF[0] + skill * (z[0] - SELF[0]), SELF[1] + skill * (z[1] - SELF[1])];
}
/** What a moment is worth, 0 to 1: (1 + m) / 2. */
function worth(name: Name, z: Stance, progress: number, custom = false, skill = 0.7): number {
  const e = shows(name, z, skill);
  const fits = near(distance(e, z), 0.6);
  const authentic = name === 'script' && !custom ? 0.5 : near(distance(e, SELF), 0.8);
  const m = 2 * (0.7 * fits + 0.3 * authentic * (0.5 + progress / 2)) - 1;
  return (1 + (name === 'script' && custom ? Math.max(-1, m - 0.3) : m)) / 2;
}
/** Everybody in one state of mind wants the same, every agent is alike. */
const ALIKE: Parts['fit'] = { stanceSd: 0, temperamentSd: 0 };

describe('how one is met', () => {
  const cases: [Name, Mind, boolean][] = [
    ['professional', 'anxious', false],
    ['professional', 'neutral', false],
    ['natural', 'angry', false],
    ['natural', 'neutral', true],
    ['avoidance', 'cheerful', false],
    ['disengagement', 'hurried', false],
    ['script', 'anxious', false],
    ['script', 'anxious', true],
  ];
  it.each(cases)('[S2] %s with a caller who is %s (a matter of its own: %s)', (...row) => {
    const [name, stance, custom] = row;
    const z = WANTED[stance];
    const day = masked(name, { fit: ALIKE }, { type: { need: { stance, custom } } });
    const ends = outcomes(day);
    const first = new Map<number, number>();
    const at = (phase: boolean | undefined, progress: number): number =>
      phase ? 0.25 : worth(name, z, progress, custom);
    for (const talk of talks(day)) {
      const { call, handedOn } = talk;
      const workMs = handedOn ? 0 : (ends.get(call)?.workMs as number);
      const [welcome, discover, explain, conclude] = skipped(
        handedOn ? { ...talk, closingMs: 0 } : talk,
        workMs,
      );
      // Who was handed on has the moments of both talks behind them.
      const before = Math.min(first.get(call) ?? 1, at(welcome, 0), at(discover, 0));
      first.set(call, before);
      if (handedOn) continue;
      const progress = 1 - Math.exp(-workMs / 90_000);
      const last = at(conclude, progress);
      const worst = Math.min(before, at(explain, progress), last);
      expect(ends.get(call)).toMatchObject({
        worst: Math.round(worst * 1_000),
        last: Math.round(last * 1_000),
      });
    }
  });

  it('[S2] callers of one state of mind, and agents, differ', () => {
    const lasts = (fit: Parts['fit']): Set<number> =>
      new Set(
        told(
          masked('professional', { fit }, { type: { need: { stance: 'anxious' } } }),
          'resolved',
        ).map(({ last }) => last),
      );
    expect(lasts(ALIKE).size).toBeLessThanOrEqual(3);
    expect(lasts({ ...ALIKE, stanceSd: 0.25 }).size).toBeGreaterThan(60);
    expect(lasts({ ...ALIKE, temperamentSd: 0.25 }).size).toBeGreaterThan(60);
  });

  it('[S1, S2] what a caller wants has nothing to do with the mask that answers', () => {
    const parts = { policy: sliding, energy: steady(0.5), fit: ALIKE };
    const type = { need: { mood: MOOD, stance: 'mixed' as const } };
    const day = masked('fixed', parts, { type });
    const own = Math.round(1.1 * WORK_MS);
    const natural = told(day, 'resolved').filter(({ workMs }) => workMs === own);
    const progress = 1 - Math.exp(-2.2);
    const met = natural.filter(({ last }) => last !== 250);
    const places = (Object.keys(WANTED) as Mind[]).map((stance) => ({
      last: Math.round(1_000 * worth('natural', WANTED[stance], progress)),
      // The angry are hostile, and more often avoided.
      p: slides({ energy: 0.5, hostility: stance === 'angry' ? 1 : 0 }).natural,
    }));
    const all = places.reduce((sum, { p }) => sum + p, 0);
    for (const { last, p } of places)
      share(met.filter((fact) => fact.last === last).length, met.length, p / all, `${last}`);
  });
});

/** Moods lengthen talks, one for one; nothing else moves their speed. */
const LOAD: Parts['speed'] = {
  ...{ agentSd: 0, resolutionSd: 0, learning: 0, load: 0 },
  ...{ overwork: 0, parkinson: 0, emotionalLoad: 1 },
};

describe('a mood', () => {
  const simple = { policy: { paceMin: 4.5 }, speed: LOAD, mood: {} };
  /** 45 s to open and 180 s of work, so much slower. */
  const decided = (load: number): number => Math.round(225_000 * load);

  it('[S3] falls while waiting, from the acceptable on', () => {
    // The first talk lasts 270 s, the second caller waits 210: 4.2 min felt, 3.2 too many.
    const calls = [{ atS: 0 }, { atS: 60, patienceS: 1_000 }];
    const day = met({ calls, parts: simple });
    expect(talks(day).map(({ openMs }) => openMs)).toEqual([decided(1), decided(1 + 0.12 * 3.2)]);
  });

  it('[S3] falls less far, and counts more, for those who were told', () => {
    const calls = [{ atS: 0 }, { atS: 60, patienceS: 1_000 }];
    const announce = { serviceAfter: 0, peakMass: 0 };
    const day = met({ calls, parts: { ...simple, announce } });
    const felt = 1.05 * 3.5 - 1;
    expect(talks(day).map(({ openMs }) => openMs)).toEqual([
      decided(1),
      decided(1 + 0.12 * 1.15 * felt),
    ]);
  });

  it('[S3] is that of the type, and falls with each attempt', () => {
    const returns = { backProbability: 1, backDelayMin: 0.5 };
    const parts = { ...simple, returns, resolution: { max: 0 } };
    const type = { need: { mood: 0.6 } };
    const day = met({ calls: [{ atS: 0 }], parts, type });
    const attempts = talks(day).map(({ openMs }) => openMs);
    expect(attempts.length).toBeGreaterThan(4);
    expect(attempts).toEqual(
      attempts.map((_, before) => decided(1 + Math.min(1, Math.max(0, 0.25 * before - 0.6)))),
    );
  });

  it('[S3] is moved by each moment, and moves the pace of the natural', () => {
    const parts = { mood: {}, fit: ALIKE, handling: PHASES };
    const day = masked('natural', parts, { type: { need: { stance: 'angry' } } });
    const good = 2 * worth('natural', WANTED.angry, 0) - 1;
    const ends = outcomes(day);
    const seen = new Set<number>();
    const handed = new Set(told(day, 'transferred').map(({ call }) => call));
    for (const talk of talks(day)) {
      const workMs = ends.get(talk.call)?.workMs as number;
      if (handed.has(talk.call) || workMs === 0) continue;
      const [welcome, discover] = skipped({ ...talk, openMs: Math.round(talk.openMs) }, workMs);
      let mood = 0;
      for (const phase of [welcome, discover]) mood += 0.4 * ((phase ? -0.5 : good) - mood);
      expect(Math.abs(workMs - (1 + 0.2 * mood) * WORK_MS)).toBeLessThanOrEqual(1);
      seen.add(workMs);
    }
    expect(seen.size).toBe(4);
  });

  it('[S3] rises when the matter is resolved, and falls when not', () => {
    for (const [max, mood] of [
      [0, -0.5],
      [1, 0.5],
    ] as const) {
      const centre = looked({
        calls: [{ atS: 0 }],
        parts: { ...simple, resolution: { max, tauMin: 1e-3 } },
      });
      centre.run();
      expect(centre.world.people?.of(0).mood).toBe(mood);
    }
  });

  it('[S3] goes on from one agent to the next when a call is handed on', () => {
    const parts = {
      ...simple,
      policy: { name: 'disengagement' as const },
      ...{ fit: ALIKE, handling: PHASES, wait: { acceptableMin: 0 } },
    };
    const type = { need: { stance: 'cheerful' as const } };
    const centre = looked({ calls: every(5, CALLS), agents: 150, parts, type });
    const { people } = centre.world;
    const good = 2 * worth('disengagement', WANTED.cheerful, 0) - 1;
    const moved = (from: number): number[] =>
      [good, -0.5].flatMap((a) =>
        [good, -0.5].map((b) => {
          const mood = from + 0.4 * (a - from);
          return mood + 0.4 * (b - mood);
        }),
      );
    const moods = new Set<number>();
    while (!centre.over) {
      centre.advanceTo(centre.nextAt());
      for (let agent = 0; agent < 150; agent++) moods.add(Math.round(1e6 * people!.of(agent).mood));
    }
    for (const mood of moved(0)) {
      expect(moods).toContain(Math.round(1e6 * mood));
      // Nobody waits for a second agent: the mood is what the first left.
      const some = moved(mood).filter((next) => moods.has(Math.round(1e6 * next)));
      expect(some.length).toBeGreaterThan(0);
    }
  });
});
