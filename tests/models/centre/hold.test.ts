import { describe, expect, it } from 'vitest';
import type { Session } from '../../../models/doors/live.ts';
import type { ScenarioFile } from '../../../models/doors/scenario.ts';
import { every, looked, type Met, opened, type Parts } from './met.ts';
import { at, lines, scripted, told } from './played.ts';

/** Holding a caller is not free: patience runs and mood falls (MODEL 3.1, 7.2). */

const agent = 0;
type Law = ScenarioFile['types'][number]['patience'];
const deterministic = (valueS: number): Law => ({ law: 'deterministic', valueS });
const type = (patience: Law): NonNullable<Met['type']> => ({ patience });

/** A person answers the only caller, and holds them from second 60 of the day. */
function held(patience: Law, parts: Parts = {}): Session {
  const session = opened({ calls: [{ atS: 10 }], parts, type: type(patience) });
  at(session, 0, { kind: 'takeDesk', agent });
  at(session, 0, { kind: 'ready', agent });
  at(session, 12, { kind: 'answer', agent, call: 0 });
  expect(at(session, 60, { kind: 'hold', agent, call: 0 })).toBeNull();
  return session;
}

describe('a caller on hold', () => {
  it('[L9] hangs up when patience is at its end: a contact in vain', () => {
    const session = held(deterministic(100));
    session.advanceTo(600_000);
    expect(lines(session, 'held', 'hungUp', 'concluded', 'left')).toEqual([
      '60 held call 0 by 0',
      '160 hungUp call 0 by 0',
      '160 concluded call 0 by 0',
      '160 left call 0',
    ]);
    expect(told(session, 'concluded')).toMatchObject([{ talkMs: 148_000, holdMs: 100_000 }]);
    expect(told(session, 'resolved')).toMatchObject([{ solved: 0, workMs: 3_000 }]);
    // After-call work is the person's.
    expect(at(session, 601, { kind: 'ready', agent })).toBeNull();
  });

  it('[L9] bears each hold as long at least as the room says that a call rings', () => {
    const session = held(deterministic(100));
    expect(session.accept({ kind: 'ring', ms: 64_000 })).toBeNull();
    at(session, 130, { kind: 'resume', agent, call: 0 });
    at(session, 300, { kind: 'hold', agent, call: 0 });
    session.advanceTo(600_000);
    expect(told(session, 'hungUp')).toMatchObject([{ at: 364_000 }]);
  });

  it('[L9] bears the holds of a talk together', () => {
    const session = held(deterministic(100));
    at(session, 130, { kind: 'resume', agent, call: 0 });
    at(session, 300, { kind: 'hold', agent, call: 0 });
    session.advanceTo(600_000);
    expect(told(session, 'hungUp')).toMatchObject([{ at: 330_000 }]);
  });

  it.each(['resume', 'conclude'] as const)('[L9] stays who is talked with again: %s', (kind) => {
    const session = held(deterministic(100));
    expect(at(session, 159, { kind, agent, call: 0 })).toBeNull();
    session.advanceTo(600_000);
    expect(told(session, 'hungUp')).toEqual([]);
  });

  it('[L9] never hangs up who never gives up', () => {
    const session = held({ law: 'infinite' });
    session.advanceTo(3_000_000);
    expect(told(session, 'hungUp')).toEqual([]);
  });

  it('[L9, R2] calls again in a classical centre as one who has given up', () => {
    const session = scripted([{ atS: 10 }], {
      types: [
        {
          ...{ id: 'a', name: 'A', handling: { law: 'deterministic', valueS: 100 } },
          patience: deterministic(30),
          redial: { probability: 1, delay: { law: 'deterministic', valueS: 60 } },
        },
      ],
      groups: [{ id: 'g', name: 'G', staff: 1, skills: [{ type: 'a' }] }],
    });
    at(session, 0, { kind: 'takeDesk', agent });
    at(session, 0, { kind: 'ready', agent });
    at(session, 12, { kind: 'answer', agent, call: 0 });
    at(session, 20, { kind: 'hold', agent, call: 0 });
    session.advanceTo(115_000);
    expect(told(session, 'hungUp')).toMatchObject([{ at: 50_000 }]);
    expect(told(session, 'arrived').at(-1)).toMatchObject({ at: 110_000, cause: 0, after: 2 });
  });

  it('[L9, S3] is in a worse mood after the hold, as after so much of a wait', () => {
    const mood = (forS: number): number => {
      const parts = { mood: {}, wait: { perception: 1 } };
      const centre = looked({ calls: [{ atS: 10 }], parts, type: type({ law: 'infinite' }) });
      const { people } = centre.world;
      if (people === null) throw new Error('People are asked for.');
      centre.advanceTo(0);
      centre.apply({ kind: 'takeDesk', agent });
      centre.apply({ kind: 'ready', agent });
      centre.advanceTo(28_000);
      centre.apply({ kind: 'answer', agent, call: 0 });
      centre.apply({ kind: 'hold', agent, call: 0 });
      centre.advanceTo(28_000 + 1_000 * forS);
      centre.apply({ kind: 'resume', agent, call: 0 });
      return people.of(agent).mood;
    };
    // 42 s of the acceptable minute are left after the wait for the answer.
    expect(mood(42)).toBe(0);
    expect(mood(102)).toBeCloseTo(-0.12, 12);
    expect(mood(222)).toBeCloseTo(-0.36, 12);
  });

  it('[A8, L9] bears what is their own, and moves no other draw', () => {
    const day = (holds: boolean): Session => {
      const session = opened({
        calls: every(300, 8),
        parts: { returns: { backProbability: 0 } },
        type: type({ law: 'exponential', meanS: 60 }),
      });
      at(session, 0, { kind: 'takeDesk', agent });
      at(session, 0, { kind: 'ready', agent });
      for (let call = 0; call < 8; call++) {
        at(session, 300 * call + 1, { kind: 'answer', agent, call });
        if (holds) at(session, 300 * call + 10, { kind: 'hold', agent, call });
        at(session, 300 * call + 200, { kind: 'conclude', agent, call });
        at(session, 300 * call + 290, { kind: 'ready', agent });
      }
      return session;
    };
    const [held, talked] = [day(true), day(false)];
    expect(told(held, 'hungUp').length).toBeGreaterThan(3);
    const of = (session: Session) =>
      told(session, 'resolved').map(({ call, need }) => [call, need]);
    expect(of(held)).toEqual(of(talked));
    const again = day(true);
    expect(told(again, 'hungUp')).toEqual(told(held, 'hungUp'));
  });
});
