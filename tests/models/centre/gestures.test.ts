import { describe, expect, it } from 'vitest';
import type { Command, Session } from '../../../models/doors/live.ts';
import { CLAIM, GESTURE, REFUSAL, SHEET_LINE } from '../../../models/words/gestures.ts';
import type { MoveName } from '../../../models/words/moves.ts';
import { looked, opened, type Parts } from './met.ts';
import { at as atSeconds, told } from './played.ts';

/** What a person does with a caller, gesture by gesture (RULES G). */

const at = (session: Session, ms: number, command: Command) =>
  atSeconds(session, ms / 1_000, command);

const agent = 0;
const call = 0;
const MIN = 60_000;
/** Listening takes 20 s, explaining 30 s, taking leave 15 s. */
const HANDLING = {
  ...{ fixedMin: 0.5833333333, closingMin: 0.25, explainMin: 0.5 },
  ...{ welcomeMin: 0.1333333333, discoverMin: 0.2, wrapUpMin: 0 },
} as const;
const LISTEN_MS = 20_000;
const RESOLUTION = { max: 1, tauMin: 1 } as const;
const parts = (more: Parts = {}): Parts => ({
  ...{ handling: HANDLING, resolution: RESOLUTION, fit: {}, gestures: {} },
  ...more,
});

/** A person answers the only call at 12 s. */
function answered(more: Parts = {}, rest: Partial<Parameters<typeof opened>[0]> = {}): Session {
  const session = opened({ calls: [{ atS: 10, ...rest.calls?.[0] }], parts: parts(more), ...rest });
  at(session, 0, { kind: 'takeDesk', agent });
  at(session, 1, { kind: 'ready', agent });
  expect(at(session, 12_000, { kind: 'answer', agent, call })).toBeNull();
  return session;
}

const does = (
  session: Session,
  ms: number,
  kind: 'listen' | 'explain' | 'acknowledge' | 'conclude',
) => at(session, ms, { kind, agent, call });

const workOf = (session: Session): number => told(session, 'resolved')[0]?.workMs ?? -1;

describe('a talk by gestures', () => {
  it('[G1] is work from the answer on, and leave-taking alone after the decision', () => {
    const session = answered();
    does(session, 72_000, 'conclude');
    session.run();
    const [concluded] = told(session, 'concluded');
    expect(workOf(session)).toBe(60_000);
    expect(concluded?.talkMs).toBe(60_000 + 15_000);
  });

  it('[G1] does no work while a gesture lasts, whole or cut short', () => {
    const whole = answered();
    does(whole, 20_000, 'listen');
    does(whole, 80_000, 'conclude');
    whole.run();
    expect(workOf(whole)).toBe(68_000 - LISTEN_MS);
    const cut = answered();
    does(cut, 20_000, 'listen');
    does(cut, 25_000, 'explain');
    does(cut, 30_000, 'conclude');
    cut.run();
    expect(workOf(cut)).toBe(18_000 - 10_000);
    expect(told(cut, 'gestured').map(({ doneMs, gesture }) => [gesture, doneMs])).toEqual([
      [GESTURE.listen, 5_000],
      [GESTURE.explain, 5_000],
    ]);
  });

  it('[G1] is as if nothing were done where nothing is: not heard, not explained', () => {
    const discover = { error0: 1 };
    /** All is explained, a minute is worked; one listens before. */
    const played = (listens: boolean): Session => {
      const session = answered({ discover });
      const from = 12_000 + (listens ? LISTEN_MS : 0);
      if (listens) does(session, 12_000, 'listen');
      does(session, from, 'explain');
      does(session, from + 30_000 + MIN, 'conclude');
      session.run();
      return session;
    };
    const [unheard, heard] = [played(false), played(true)];
    expect(workOf(heard)).toBe(MIN);
    expect(workOf(unheard)).toBe(MIN);
    const worst = (session: Session): number => told(session, 'resolved')[0]?.worst ?? -1;
    expect(worst(unheard)).toBeLessThan(worst(heard));
    const shares = [0, 0];
    for (let seed = 0; seed < 200; seed++)
      [false, true].forEach((listens, i) => {
        const centre = looked({ calls: [{ atS: 10 }], parts: parts({ discover }) }, `s${seed}`);
        centre.advanceTo(0);
        centre.apply({ kind: 'takeDesk', agent });
        centre.apply({ kind: 'ready', agent });
        centre.advanceTo(12_000);
        centre.apply({ kind: 'answer', agent, call });
        if (listens) centre.apply({ kind: 'listen', agent, call });
        centre.advanceTo(12_000 + MIN + (listens ? LISTEN_MS : 0));
        centre.apply({ kind: 'conclude', agent, call });
        centre.run();
        shares[i] = (shares[i] as number) + (centre.solved > 0 ? 1 : 0);
      });
    // 1 - e^-1 of them, against 1 - e^-.3.
    expect((shares[1] as number) / 200).toBeCloseTo(0.632, 0.9);
    expect((shares[0] as number) / 200).toBeCloseTo(0.259, 0.9);
  });

  it.each([
    [0, 1],
    [0.5, 0.5],
    [1, 0],
  ])('[G3] explained to %f, brings the next matter in proportion', (done, share) => {
    let next = 0;
    const DAYS = 300;
    for (let seed = 0; seed < DAYS; seed++) {
      const centre = looked(
        {
          calls: [{ atS: 10 }],
          parts: parts({
            returns: { nextProbability: 1, autonomy: 1, backProbability: 0, backDelayMin: 1 },
            resolution: { max: 1, tauMin: 0 },
          }),
        },
        `n${seed}`,
      );
      centre.advanceTo(0);
      centre.apply({ kind: 'takeDesk', agent });
      centre.apply({ kind: 'ready', agent });
      centre.advanceTo(12_000);
      centre.apply({ kind: 'answer', agent, call });
      centre.apply({ kind: 'explain', agent, call });
      centre.advanceTo(12_000 + done * 30_000);
      centre.apply({ kind: 'conclude', agent, call });
      centre.advanceTo(4 * MIN);
      if (centre.world.away > 0 || centre.calls > 1) next++;
    }
    expect(next / DAYS).toBeGreaterThanOrEqual(share - 0.09);
    expect(next / DAYS).toBeLessThanOrEqual(share + 0.09);
  });
});

describe('the sheet of a caller', () => {
  it('[G2] is turned line by line by listening to the end, and by nothing else', () => {
    const session = answered();
    expect(told(session, 'voiced')).toHaveLength(1);
    does(session, 12_000, 'listen');
    does(session, 20_000, 'listen');
    session.advanceTo(20_000 + LISTEN_MS);
    expect(told(session, 'learnt').map(({ line }) => line)).toEqual([SHEET_LINE.state]);
    does(session, 50_000, 'listen');
    session.advanceTo(50_000 + LISTEN_MS);
    expect(told(session, 'learnt').map(({ line }) => line)).toEqual([
      SHEET_LINE.state,
      SHEET_LINE.need,
    ]);
    expect(does(session, 80_000, 'listen')).toMatchObject({ code: 'E_STATE' });
  });

  it('[G2] belongs to the caller: whatever is done before, the next one says the same', () => {
    const of = (moves: readonly ['listen' | 'explain', number][]) => {
      const session = opened({ calls: [{ atS: 10 }, { atS: 200 }], parts: parts() });
      at(session, 0, { kind: 'takeDesk', agent });
      at(session, 1, { kind: 'ready', agent });
      at(session, 12_000, { kind: 'answer', agent, call });
      for (const [kind, ms] of moves) does(session, ms, kind);
      does(session, 100_000, 'conclude');
      at(session, 150_000, { kind: 'ready', agent });
      at(session, 201_000, { kind: 'answer', agent, call: 1 });
      at(session, 201_000, { kind: 'listen', agent, call: 1 });
      session.run();
      return [told(session, 'voiced'), told(session, 'learnt')].flatMap((facts) =>
        facts.filter((fact) => fact.call === 1).map(({ n: _n, at: _at, ...rest }) => rest),
      );
    };
    const plain = of([]);
    expect(plain.length).toBeGreaterThan(1);
    expect(of([['listen', 20_000]])).toEqual(plain);
    expect(of([['explain', 20_000]])).toEqual(plain);
  });
});

describe('a claim', () => {
  const CLAIMS = { claims: 1, undue: 1, acceptBare: 0, acceptWith: 0.5 } as const;
  const endless: Parts = {
    resolution: { max: 1, tauMin: 0.01 },
    difficult: { start: [1, 0, 0, 0] },
  };

  it('[G5] that is not due leads nowhere until it is refused with its two reasons', () => {
    const open = answered({ ...endless, gestures: CLAIMS });
    expect(told(open, 'claimed')).toHaveLength(1);
    at(open, 20_000, { kind: 'refuse', agent, call, refusal: 'both' });
    open.advanceTo(20_000 + 18_000);
    expect(told(open, 'refused')).toMatchObject([{ taken: REFUSAL.accepted }]);
    expect(at(open, 40_000, { kind: 'refuse', agent, call, refusal: 'bare' })).toMatchObject({
      code: 'E_STATE',
    });
    does(open, 41_000, 'conclude');
    open.run();
    expect(told(open, 'resolved')).toMatchObject([{ solved: 1 }]);
  });

  it('[G5] refused with nothing beside it angers, and may be refused again', () => {
    const session = answered({ ...endless, gestures: CLAIMS });
    at(session, 20_000, { kind: 'refuse', agent, call, refusal: 'bare' });
    session.advanceTo(26_000);
    expect(told(session, 'refused')).toMatchObject([{ taken: REFUSAL.rejected }]);
    expect(told(session, 'tension')).toMatchObject([{ at: 26_000, level: 1 }]);
    expect(at(session, 30_000, { kind: 'refuse', agent, call, refusal: 'both' })).toBeNull();
  });

  it('[G5] that is due is wronged by a refusal, however kind', () => {
    const gestures = { ...CLAIMS, undue: 0 };
    const session = answered({ ...endless, gestures });
    at(session, 20_000, { kind: 'refuse', agent, call, refusal: 'both' });
    session.advanceTo(40_000);
    expect(told(session, 'refused')).toMatchObject([{ taken: REFUSAL.unjust }]);
    does(session, 40_000, 'listen');
    session.advanceTo(40_000 + LISTEN_MS);
    expect(told(session, 'learnt')).toMatchObject([{ line: SHEET_LINE.claim, value: CLAIM.due }]);
  });
});

describe('criticism, and incivility', () => {
  const starting = (level: number): Parts => ({
    difficult: {
      start: [0, 1, 2, 3].map((one) => (one === level ? 1 : 0)) as [number, number, number, number],
      ...{ up: [0, 0, 0], down: [6, 6, 6], extraMin: [0, 0, 0], limitHolds: 0 },
    },
  });

  it('[G4] recognised, is heeded as nothing else is', () => {
    const at2 = (acknowledges: boolean): number => {
      const session = answered(starting(2));
      if (acknowledges) does(session, 13_000, 'acknowledge');
      session.advanceTo(60 * MIN);
      const calm = told(session, 'tension').find(({ level }) => level === 1);
      return calm?.at ?? Infinity;
    };
    expect(at2(true)).not.toBe(at2(false));
    const calm = answered();
    expect(does(calm, 13_000, 'acknowledge')).toMatchObject({ code: 'E_STATE' });
  });

  it('[G4] the limit named once warns, named again ends the talk', () => {
    const session = answered(starting(3));
    at(session, 13_000, { kind: 'limit', agent, call });
    expect(told(session, 'limited')).toMatchObject([{ holds: 2 }]);
    expect(told(session, 'closing')).toHaveLength(0);
    at(session, 20_000, { kind: 'limit', agent, call });
    expect(told(session, 'limited')[1]).toMatchObject({ holds: 0 });
    expect(told(session, 'closing')).toHaveLength(1);
  });

  it.each(['work', 'exponential'] as const)(
    '[G1, G4] a limit that ends the talk ends a gesture first, and what was done counts: %s',
    (execution) => {
      const difficult = { ...starting(3).difficult, down: [0, 0, 0] as [number, number, number] };
      const lasting: Parts = { difficult, execution, policy: { name: 'fixed', paceMin: 4.5 } };
      const session = answered(lasting);
      at(session, 13_000, { kind: 'limit', agent, call });
      does(session, 20_000, 'listen');
      expect(at(session, 72_000, { kind: 'limit', agent, call })).toBeNull();
      session.run();
      expect(told(session, 'gestured')).toMatchObject([{ gesture: GESTURE.listen }]);
      expect(workOf(session)).toBe(60_000 - LISTEN_MS);
      expect(told(session, 'concluded')).toMatchObject([{ at: 72_000 + 15_000 }]);
      const cut = answered(lasting);
      at(cut, 13_000, { kind: 'limit', agent, call });
      does(cut, 67_000, 'listen');
      at(cut, 72_000, { kind: 'limit', agent, call });
      cut.run();
      expect(told(cut, 'gestured')).toMatchObject([{ at: 72_000, doneMs: 5_000 }]);
      expect(workOf(cut)).toBe(60_000 - 5_000);
    },
  );
});

describe('a breath', () => {
  it('[G6] gives back a share of the energy that is missing, in proportion, once a caller', () => {
    const centre = looked({
      calls: [{ atS: 10 }],
      parts: parts({ energy: { start: 0.5, idle: 0, microBreak: 0 } }),
    });
    const energy = (): number => centre.world.people?.of(agent).energyAt(centre.now) ?? -1;
    centre.advanceTo(0);
    centre.apply({ kind: 'takeDesk', agent });
    centre.apply({ kind: 'breathe', agent });
    centre.advanceTo(10_000);
    expect(energy()).toBe(0.5);
    centre.apply({ kind: 'ready', agent });
    // Half of a breath: half of .06, of the half that is missing.
    expect(energy()).toBeCloseTo(0.5 + 0.03 * 0.5, 12);
    expect(centre.apply({ kind: 'breathe', agent })).toMatchObject({ code: 'E_STATE' });
  });
});

describe('a caller handed on', () => {
  it.each([
    ['brief', true],
    ['transfer', false],
  ] as const)('[G8] by %s: the work done goes along: %s', (kind, kept) => {
    const session = opened({
      calls: [{ atS: 10 }],
      parts: parts({ policy: { name: 'fixed', paceMin: 3 } }),
      agents: 2,
      rest: {
        groups: [
          { id: 'g', name: 'G', staff: 1, skills: [{ type: 'a' }] },
          { id: 'h', name: 'H', staff: 1, skills: [] as never },
        ].map((group) => ({
          ...group,
          skills: [{ type: 'a', afterS: group.id === 'h' ? 900 : 0 }],
        })),
      },
    });
    at(session, 0, { kind: 'takeDesk', agent });
    at(session, 1, { kind: 'ready', agent });
    at(session, 12_000, { kind: 'answer', agent, call });
    at(session, 42_000, { kind, agent, call, group: 1 } as never);
    session.run();
    const [relayed] = told(session, 'relayed');
    const [closing] = told(session, 'closing').filter((fact) => fact.agent === 1);
    const handedAt = kind === 'brief' ? 67_000 : 42_000;
    expect(relayed?.at).toBe(handedAt);
    const fixedMs = 35_000 + 30_000;
    const workMs = 180_000 - fixedMs;
    const openMs = LISTEN_MS;
    expect((closing?.at as number) - handedAt).toBe(openMs + workMs - (kept ? 30_000 : 0));
  });
});

describe('a caller who is promised a call', () => {
  it('[G8] hangs up, and is called back by whoever is free', () => {
    const callback = { accept: 0, deadlineMin: 2, reserve: 0, unreachable: 0 };
    const session = answered({ callback });
    expect(at(session, 30_000, { kind: 'promise', agent, call })).toBeNull();
    at(session, 40_000, { kind: 'ready', agent });
    expect(told(session, 'transferred', 'promised').map(({ kind }) => kind)).toEqual([
      'transferred',
      'promised',
    ]);
    expect(at(session, 42_000, { kind: 'answer', agent, call })).toBeNull();
    expect(told(session, 'calledBack')).toMatchObject([{ call, agent, waitMs: 12_000 }]);
    does(session, 90_000, 'conclude');
    session.run();
    expect(told(session, 'resolved')).toHaveLength(1);
    const none = answered();
    expect(at(none, 30_000, { kind: 'promise', agent, call })).toMatchObject({ code: 'E_STATE' });
  });
});

describe('the cord', () => {
  const CORD = { cord: { share: 1, causes: 3, signals: 1, afterMin: 1 } } as const;
  it('[G7] pulled with the right cause, keeps its callers from calling; with another, only costs', () => {
    const seen = (pull: (cause: number) => number): number => {
      const session = opened({
        calls: [{ atS: 10 }, { atS: 200 }, { atS: 300 }],
        parts: parts({ gestures: CORD }),
      });
      at(session, 0, { kind: 'takeDesk', agent });
      at(session, 1, { kind: 'ready', agent });
      at(session, 12_000, { kind: 'answer', agent, call });
      does(session, 20_000, 'conclude');
      session.advanceTo(36_000);
      // Over many days four in five point to the right cause; here all three are tried.
      at(session, 36_000, { kind: 'signal', agent, cause: pull(0) });
      session.run();
      return told(session, 'arrived').length;
    };
    const outcomes = [0, 1, 2].map((cause) => seen(() => cause));
    expect(outcomes.filter((calls) => calls === 1)).toHaveLength(1);
    expect(outcomes.filter((calls) => calls === 3)).toHaveLength(2);
  });
});

describe('a day without gestures', () => {
  it.each(['breathe', 'listen', 'explain'] as MoveName[])('[G1] knows no %s', (kind) => {
    const session = opened({ calls: [{ atS: 10 }], parts: { fit: {} } });
    at(session, 0, { kind: 'takeDesk', agent });
    at(session, 1, { kind: 'ready', agent });
    if (kind !== 'breathe') at(session, 12_000, { kind: 'answer', agent, call });
    const command = kind === 'breathe' ? { kind, agent } : { kind, agent, call };
    expect(at(session, 12_500, command as never)).toMatchObject({ code: 'E_STATE' });
  });

  it('[G1] and one that leaves a move out refuses it in a sentence', () => {
    const session = answered({ gestures: { moves: ['listen'] } });
    expect(does(session, 13_000, 'explain')).toMatchObject({ code: 'E_STATE', path: 'kind' });
    expect(does(session, 13_000, 'listen')).toBeNull();
  });
});
