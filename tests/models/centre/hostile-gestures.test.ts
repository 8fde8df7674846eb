import { describe, expect, it } from 'vitest';
import type { Command, Session } from '../../../models/doors/live.ts';
import { looked, opened, type Parts } from './met.ts';
import { at as atSeconds, told } from './played.ts';

/** Gestures in an order that nobody would choose who means well (RULES G). */

const agent = 0;
const call = 0;
const PARTS: Parts = {
  handling: {
    ...{ fixedMin: 0.6, closingMin: 0.25, explainMin: 0.5 },
    ...{ welcomeMin: 0.15, discoverMin: 0.2, wrapUpMin: 0 },
  },
  fit: {},
  mood: {},
  gestures: {},
};
const LISTEN_MS = 21_000;

const at = (session: Session, ms: number, command: Command) =>
  atSeconds(session, ms / 1_000, command);

function answered(more: Parts = {}, agents = 1): Session {
  const session = opened({ calls: [{ atS: 10 }], parts: { ...PARTS, ...more }, agents });
  at(session, 0, { kind: 'takeDesk', agent });
  at(session, 1, { kind: 'ready', agent });
  expect(at(session, 12_000, { kind: 'answer', agent, call })).toBeNull();
  return session;
}

const CALL_BACK = {
  callback: { accept: 0, deadlineMin: 2, reserve: 0, unreachable: 0 },
} as const;

describe('a caller who is promised a call, called back and handed on', () => {
  it('[G8, L3] may ring and be missed: the day goes on, and ends', () => {
    const session = answered(CALL_BACK);
    at(session, 30_000, { kind: 'promise', agent, call });
    at(session, 40_000, { kind: 'ready', agent });
    expect(at(session, 42_000, { kind: 'answer', agent, call })).toBeNull();
    expect(at(session, 50_000, { kind: 'transfer', agent, call, group: 0 })).toBeNull();
    at(session, 55_000, { kind: 'ready', agent });
    session.advanceTo(90_000);
    expect(told(session, 'missed')).toHaveLength(1);
    session.advanceTo(600_000);
    at(session, 600_000, { kind: 'leaveDesk', agent });
    session.run();
    expect(told(session, 'ended')).toHaveLength(1);
  });

  it('[G8, W10] is told as called back, each time, and is felt as having waited from the promise', () => {
    const session = answered(CALL_BACK);
    at(session, 600_000, { kind: 'promise', agent, call });
    at(session, 601_000, { kind: 'ready', agent });
    at(session, 602_000, { kind: 'answer', agent, call });
    at(session, 610_000, { kind: 'promise', agent, call });
    at(session, 611_000, { kind: 'ready', agent });
    at(session, 612_000, { kind: 'answer', agent, call });
    expect(told(session, 'calledBack').map(({ waitMs }) => waitMs)).toEqual([2_000, 2_000]);
    expect(told(session, 'relayed')).toEqual([]);
  });
});

describe('a person who leaves the desk in a talk and takes it again', () => {
  it('[G1] has explained nothing by that', () => {
    const centre = looked({ calls: [{ atS: 10 }], parts: PARTS });
    const explained = (): number => centre.world.people?.of(agent).encounter?.explained ?? -1;
    centre.advanceTo(0);
    centre.apply({ kind: 'takeDesk', agent });
    centre.apply({ kind: 'ready', agent });
    centre.advanceTo(12_000);
    centre.apply({ kind: 'answer', agent, call });
    centre.apply({ kind: 'explain', agent, call });
    centre.advanceTo(27_000);
    centre.apply({ kind: 'leaveDesk', agent });
    centre.apply({ kind: 'takeDesk', agent });
    expect(explained()).toBeCloseTo(0.5, 12);
    // Nor while taking leave; but the computer, which goes on alone, explains before it does.
    centre.apply({ kind: 'conclude', agent, call });
    centre.apply({ kind: 'leaveDesk', agent });
    expect(explained()).toBeCloseTo(0.5, 12);
  });

  it('[G1] leaves it to the computer to explain', () => {
    const session = answered({ policy: { name: 'fixed', paceMin: 2 } });
    at(session, 20_000, { kind: 'leaveDesk', agent });
    session.run();
    const [closing] = told(session, 'closing');
    const [concluded] = told(session, 'concluded');
    // Explanation and leave-taking: 45 s.
    expect((concluded?.at as number) - (closing?.at as number)).toBe(45_000);
  });
});

describe('listening that is cut short and begun again', () => {
  it('[G1] is worth what listening once is worth', () => {
    const worst = (cuts: boolean): number => {
      const session = answered();
      at(session, 12_000, { kind: 'listen', agent, call });
      if (cuts) at(session, 12_500, { kind: 'listen', agent, call });
      session.advanceTo(12_500 + LISTEN_MS);
      at(session, 40_000, { kind: 'explain', agent, call });
      at(session, 71_000, { kind: 'conclude', agent, call });
      session.run();
      return told(session, 'resolved')[0]?.worst ?? -1;
    };
    expect(worst(false)).toBeGreaterThan(0);
    expect(worst(true)).toBe(worst(false));
  });
});

describe('the cord', () => {
  it('[G7] is pulled once after a call', () => {
    const cord = { share: 1, causes: 2, signals: 1, afterMin: 1 };
    const session = answered({ gestures: { cord } });
    at(session, 20_000, { kind: 'conclude', agent, call });
    session.advanceTo(36_000);
    expect(at(session, 36_000, { kind: 'signal', agent, cause: 0 })).toBeNull();
    session.advanceTo(62_000);
    expect(at(session, 62_000, { kind: 'signal', agent, cause: 1 })).toMatchObject({
      code: 'E_STATE',
    });
  });
});

describe('a promise', () => {
  it('[G8] is of days on which things are done by gestures', () => {
    const { gestures: _, ...plain } = PARTS;
    const session = opened({
      calls: [{ atS: 10 }],
      parts: { ...plain, announce: {}, callback: {} },
    });
    at(session, 0, { kind: 'takeDesk', agent });
    at(session, 1, { kind: 'ready', agent });
    at(session, 12_000, { kind: 'answer', agent, call });
    expect(at(session, 20_000, { kind: 'promise', agent, call })).toMatchObject({
      code: 'E_STATE',
    });
  });
});
