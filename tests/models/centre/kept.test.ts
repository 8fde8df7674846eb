import { describe, expect, it } from 'vitest';
import type { Session } from '../../../models/doors/live.ts';
import type { ScenarioFile } from '../../../models/doors/scenario.ts';
import { Centre, frameOf, Measures, SUM } from '../../../models/doors/study.ts';
import { every, met, opened, type Parts } from './met.ts';
import { at, lines, told } from './played.ts';

/** What is the caller's own, or was done, is kept whatever happens meanwhile. */

const run = (session: Session): Session => {
  session.run();
  return session;
};
const SECOND = 1_000;

describe('a need', () => {
  /** Need of each matter that was met, by person: the first attempt at it or a later one. */
  function needs(policy: Parts['policy']): Map<number, number> {
    const day = met({
      calls: [],
      agents: 2,
      type: {
        perHour: 60,
        patience: { law: 'exponential', meanS: 60 },
        redial: { probability: 1, delay: { law: 'exponential', meanS: 300 } },
      },
      parts: {
        policy,
        need: { cv: 1 },
        returns: { redialProbability: 1, backProbability: 0, nextProbability: 0 },
        handling: { closingMin: 0 },
      },
      rest: { day: { lengthMin: 600, intervalMin: 60 } },
    });
    const personOf = new Map(told(day, 'arrived').map(({ call, caller }) => [call, caller]));
    return new Map(told(day, 'resolved').map(({ call, need }) => [personOf.get(call) ?? -1, need]));
  }

  it('[P2] is the same whether its caller gave up before or not', () => {
    const [hurry, care] = [needs({ name: 'hurry' }), needs({ name: 'care' })];
    let both = 0;
    for (const [person, need] of care) {
      if (!hurry.has(person)) continue;
      both += 1;
      expect(hurry.get(person), `${person}`).toBe(need);
    }
    expect(both).toBeGreaterThan(100);
  });
});

describe('a talk that changes hands', () => {
  const sits = (session: Session, from: number, to: number): Session => {
    expect(at(session, from, { kind: 'takeDesk', agent: 0 })).toBe(null);
    expect(at(session, to, { kind: 'leaveDesk', agent: 0 })).toBe(null);
    return run(session);
  };

  it('[W9] was not waited for: it lasts no longer for that', () => {
    const what = {
      calls: every(30, 3),
      parts: { policy: { paceMin: 4.5 }, announce: { balkScaleMin: 1e6, serviceAfter: 0.35 } },
    };
    // The second caller waits until 270 s, longer than was said.
    const ends = (session: Session): string[] => lines(session, 'closing').slice(0, 2);
    const alone = met(what);
    expect(ends(sits(opened(what), 330, 450))).toEqual(ends(alone));
    const [first, second] = told(alone, 'closing').map(({ at: when }) => when);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(270 * SECOND);
  });

  it('[S4] keeps the time that a complaint took', () => {
    const what = {
      calls: every(30, 1),
      parts: {
        policy: { paceMin: 4.5 },
        difficult: {
          start: [0, 0, 1, 0] as [number, number, number, number],
          up: [0, 0, 0] as [number, number, number],
          down: [0, 0, 0] as [number, number, number],
        },
      },
    };
    const ends = (session: Session): string[] => lines(session, 'closing');
    expect(ends(sits(opened(what), 60, 180))).toEqual(ends(met(what)));
  });

  it('[S4] counts the work done before the complaint, when it ends while that is heard', () => {
    const difficult = {
      start: [0, 0, 1, 0] as [number, number, number, number],
      up: [0, 0, 0] as [number, number, number],
      down: [0, 0, 0] as [number, number, number],
      extraMin: [1, 60, 1] as [number, number, number],
    };
    const session = opened({
      calls: every(30, 1),
      parts: { policy: { paceMin: 4.5 }, difficult, handling: { fixedMin: 0, closingMin: 0 } },
    });
    expect(at(session, 60, { kind: 'takeDesk', agent: 0 })).toBe(null);
    expect(at(session, 120, { kind: 'conclude', agent: 0, call: 0 })).toBe(null);
    run(session);
    // Heard from the first word: nothing was worked at, and nothing is owed.
    expect(told(session, 'resolved')).toMatchObject([{ workMs: 0 }]);
  });
});

describe('a type that says how its callers come back', () => {
  it('[R5] keeps it, where time is arbitrated', () => {
    const repeat = {
      probability: 1,
      delay: { law: 'deterministic', valueS: 7 },
    } as NonNullable<ScenarioFile['types'][number]['repeat']>;
    const day = met({
      calls: every(30, 1),
      type: { repeat },
      parts: { policy: { paceMin: 2 }, resolution: { max: 0 } },
      rest: { day: { lengthMin: 10, intervalMin: 10 } },
    });
    const ended = told(day, 'concluded').map(({ at: when }) => when);
    const again = told(day, 'arrived').slice(1);
    expect(again.length).toBeGreaterThan(1);
    for (const [i, { at: when }] of again.entries()) expect(when - (ended[i] ?? 0)).toBe(7_000);
  });
});

describe('the floor of a policy', () => {
  const paces = (floor: boolean): number[] => {
    const day = met({
      calls: every(1_000, 3),
      parts: {
        policy: { name: 'hurry', hurryMin: 1.6, floor },
        returns: { backProbability: 0.85 },
        handling: { explainMin: 0 },
      },
    });
    const answered = told(day, 'answered').map(({ at: when }) => when);
    return told(day, 'concluded').map(({ at: when }, i) => when - (answered[i] ?? 0));
  };

  it('[P7] holds a fixed pace too: nobody hurries below m0', () => {
    const [free, held] = [paces(false), paces(true)];
    expect(free[0]).toBe(96_000);
    expect(held[0]).toBeGreaterThan(150_000);
  });
});

describe('a journey badly lived', () => {
  it('[E4] is one below the score that the scenario names', () => {
    const poor = (irritantBelow: number): number => {
      // Half the callers give up after a minute: 20 for the effort, less than 20 for the wait.
      const calls = every(60, 20).map((call) => ({ ...call, patienceS: 60 }));
      const { scenario } = opened({ calls, parts: { score: { irritantBelow } } });
      const measures = new Measures(frameOf(scenario));
      new Centre(scenario, 'script', measures.recorder).run();
      return measures.sums().day[SUM.poorlyLived]!;
    };
    expect(poor(0)).toBe(0);
    expect(poor(50)).toBeGreaterThan(5);
    expect(poor(100)).toBeGreaterThan(poor(50));
  });
});
