import { describe, expect, it } from 'vitest';
import { planOf } from '../../../models/centre/plan/plan-of.ts';
import { Talks } from '../../../models/centre/state/talks.ts';
import type { Session } from '../../../models/doors/live.ts';
import { every, met, opened, type Parts, share } from './met.ts';
import { at, told } from './played.ts';

/** What counts as work, whatever happens during a talk; and what is made of it afterwards. */

const MIN = 60_000;
const SECOND = 1_000;
type Three = [number, number, number];
type Four = [number, number, number, number];
const CALM: Four = [1, 0, 0, 0];

/** One call that a person answers at 10 s; nothing but the solution takes time. */
function seated(difficult: NonNullable<Parts['difficult']>): Session {
  const session = opened({
    calls: [{ atS: 10 }],
    parts: {
      policy: { paceMin: 30, capMin: 60 },
      handling: { fixedMin: 0, closingMin: 0 },
      difficult: { moodEffect: 0, down: [0, 0, 0], ...difficult },
    },
  });
  expect(at(session, 1, { kind: 'takeDesk', agent: 0 })).toBe(null);
  expect(at(session, 2, { kind: 'ready', agent: 0 })).toBe(null);
  expect(at(session, 10, { kind: 'answer', agent: 0, call: 0 })).toBe(null);
  return session;
}
const levels = (session: Session): number[] => told(session, 'tension').map((fact) => fact.at);
/** Work until the first of them, ms. */
const doneBefore = (session: Session): number => (levels(session)[0] ?? 0) - 10 * SECOND;
/** Goes on until so many levels have changed. */
function until(session: Session, changes: number): void {
  for (let s = 0; s < 3_000 && levels(session).length < changes; s += 1)
    session.advanceTo(session.now + SECOND);
  expect(levels(session)).toHaveLength(changes);
}
function workOf(session: Session): number {
  const seconds = session.now / SECOND;
  expect(at(session, seconds, { kind: 'conclude', agent: 0, call: 0 })).toBe(null);
  session.run();
  return told(session, 'resolved')[0]?.workMs ?? -1;
}

describe('a talk that ends while a complaint is heard', () => {
  it('[S4] has done the work that was done before', () => {
    const difficult = { start: CALM, up: [2, 0, 0] as Three, extraMin: [10, 1, 1] as Three };
    const session = seated(difficult);
    until(session, 1);
    session.advanceTo(session.now + MIN);
    expect(workOf(session)).toBe(doneBefore(session));
  });

  it('[S4] also where it got worse before all was heard', () => {
    const difficult = { start: CALM, up: [2, 2, 0] as Three, extraMin: [10, 10, 1] as Three };
    const session = seated(difficult);
    until(session, 2);
    const [first = 0, second = 0] = levels(session);
    expect(second - first).toBeLessThan(10 * MIN);
    // Past the end of what the second would take alone.
    session.advanceTo(second + 11 * MIN);
    expect(workOf(session)).toBe(doneBefore(session));
  });

  it('[S4] and where a hold came between, in which nothing is heard', () => {
    const difficult = { start: CALM, up: [2, 0, 0] as Three, extraMin: [5, 1, 1] as Three };
    const session = seated(difficult);
    until(session, 1);
    const now = session.now / SECOND;
    expect(at(session, now, { kind: 'hold', agent: 0, call: 0 })).toBe(null);
    // The complaint lasts 5 min, the hold 6: it is not over.
    expect(at(session, now + 360, { kind: 'resume', agent: 0, call: 0 })).toBe(null);
    session.advanceTo((now + 420) * SECOND);
    expect(workOf(session)).toBe(doneBefore(session));
  });

  it('[S4] which changes hands keeps what was heard, and what is left of it', () => {
    const difficult = { start: CALM, up: [2, 0, 0] as Three, extraMin: [5, 1, 1] as Three };
    const session = seated(difficult);
    until(session, 1);
    const now = session.now / SECOND;
    expect(at(session, now + 60, { kind: 'leaveDesk', agent: 0 })).toBe(null);
    expect(at(session, now + 120, { kind: 'takeDesk', agent: 0 })).toBe(null);
    session.advanceTo((now + 180) * SECOND);
    expect(workOf(session)).toBe(doneBefore(session));
  });
});

describe('the speed of a talk', () => {
  it('[N2] is that of its beginning, also when somebody else goes on with it', () => {
    const speed = {
      ...{ agentSd: 0, resolutionSd: 0, learning: 0, load: 0.3 },
      ...{ overwork: 0, parkinson: 0, emotionalLoad: 0 },
    };
    // Nobody waits when the first talk begins; two do when it changes hands.
    const what = { calls: every(30, 3), parts: { policy: { paceMin: 4.5 }, speed } };
    const session = opened(what);
    expect(at(session, 100, { kind: 'takeDesk', agent: 0 })).toBe(null);
    expect(at(session, 150, { kind: 'leaveDesk', agent: 0 })).toBe(null);
    session.run();
    const first = (day: Session) => told(day, 'closing')[0]?.at;
    expect(first(session)).toBe(225 * SECOND);
    expect(first(met(what))).toBe(225 * SECOND);
  });
});

describe('a need that is misjudged', () => {
  it('[P6] is worked at as it is believed to be, at the speed there is', () => {
    const parts = { policy: { name: 'priceNextNeed' as const }, resolution: { tauMin: 2 } };
    const { groups, talk } = planOf(opened({ calls: [], parts }).scenario);
    const talks = new Talks(talk!, groups, null);
    const [truly, believed, speed] = [0.5, 2, 1.25];
    const one = talks.of(0);
    one.need = believed;
    one.speed = speed;
    one.from = 0;
    talks.perGoal[0] = truly / speed;
    talks.tempos[0]!.setPace(0, talk!.fixedMs + 4 * MIN);
    // w* = N (4 - 2 ln N), MODEL 10.6: what the agent does not know changes nothing.
    const work = believed * (4 - 2 * Math.log(believed));
    expect(talks.dueMs(one, true)).toBe(Math.round((work * MIN) / speed));
  });
});

describe('what is told of a contact', () => {
  it('[A6, R1] is which attempt it was of this person, those of the record included', () => {
    const trace = {
      source: 'written for a test',
      atS: [0, 600, 1_200, 1_800],
      type: [0, 0, 0, 0],
      caller: [7, 8, 7, 7],
    };
    const day = met({ calls: [], parts: {}, rest: { trace } });
    const attempts = (kind: 'answered' | 'resolved') =>
      told(day, kind).map(({ call, attempt }) => [call, attempt]);
    expect(attempts('answered').map(([, attempt]) => attempt)).toEqual([0, 0, 1, 2]);
    expect(attempts('resolved')).toEqual(attempts('answered'));
  });
});

describe('a type that says how its callers come back', () => {
  const repeat = { probability: 1, delay: { law: 'deterministic' as const, valueS: 7 } };
  const gaps = (parts: Parts): number[] => {
    const day = met({
      calls: every(300, 10),
      type: { repeat },
      parts: { policy: { paceMin: 3 }, ...parts },
    });
    const ended = new Map(told(day, 'concluded').map((fact) => [fact.call, fact.at]));
    return told(day, 'arrived')
      .filter(({ cause }) => cause >= 0)
      .map((fact) => fact.at - (ended.get(fact.cause) ?? 0));
  };

  it('[R5] says it of those for whom nothing was resolved', () => {
    const found = gaps({ resolution: { max: 0 }, returns: { backProbability: 0.5 } });
    expect(found.length).toBeGreaterThan(9);
    expect(new Set(found)).toEqual(new Set([7 * SECOND]));
  });

  it('[R5] not of those who come with the next matter', () => {
    const always = { max: 1, tauMin: 0 };
    expect(gaps({ resolution: always })).toEqual([]);
    const next = { nextProbability: 1, autonomy: 0, backDelayMin: 5 };
    const found = gaps({ resolution: always, returns: next });
    expect(found.length).toBeGreaterThan(9);
    expect(found).not.toContain(7 * SECOND);
  });
});

describe('a coordinated team', () => {
  it('[P8, S4] counts what was worked at before the caller had something to say', () => {
    const parts: Parts = {
      policy: { name: 'coordinated', masks: 'slide', paceMin: 30, capMin: 60 },
      handling: { fixedMin: 0, closingMin: 0 },
      difficult: {
        ...{ moodEffect: 0, start: CALM, up: [0.5, 0, 0], down: [0, 0, 0] },
        extraMin: [10, 10, 10],
      },
    };
    const day = (...ats: number[]): Session =>
      met({ calls: ats.map((ms) => ({ atS: ms / SECOND })), agents: 2, parts });
    const criticised = told(day(0), 'tension')[0]?.at ?? 0;
    const second = criticised - 3 * MIN;
    expect(second).toBeGreaterThan(MIN);
    // Somebody waits while the first caller, who has been helped the longest, is being heard.
    const third = criticised + SECOND;
    const facts = day(0, second, third);
    const early = told(facts, 'tension').filter(({ at: when }) => when <= third);
    expect(early).toMatchObject([{ call: 0 }]);
    expect(told(facts, 'concluded')[0]).toMatchObject({ at: third, call: 0 });
  });
});

describe('where nothing has to be worked at', () => {
  it.each(['priceTable', 'priceNext', 'priceNextNeed', 'coordinated', 'fixed'] as const)(
    '[E1, M9] every contact is resolved, and no talk is longer for it: %s',
    (name) => {
      const day = met({
        calls: every(400, 8),
        parts: { policy: { name, floor: true }, resolution: { max: 1, tauMin: 0 } },
      });
      const solved = told(day, 'resolved').filter((fact) => fact.solved === 1);
      share(solved.length, 8, 1);
      if (!name.startsWith('price')) return;
      const talks = told(day, 'concluded').map(({ talkMs }) => talkMs);
      expect(talks).toEqual(talks.map(() => 90 * SECOND));
    },
  );
});
