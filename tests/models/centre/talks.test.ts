import { describe, expect, it } from 'vitest';
import type { Session } from '../../../models/doors/live.ts';
import type { ScenarioFile } from '../../../models/doors/scenario.ts';
import { at, lines, type Scripted, scripted, told } from './played.ts';

type Arbitration = NonNullable<ScenarioFile['arbitration']>;

/** One agent or two; every caller needs 1, opening and closing last 45 s each. */
function arbitrated(
  calls: readonly Scripted[],
  patch: Arbitration = {},
  rest: Partial<ScenarioFile> = {},
): Session {
  return scripted(calls, {
    ...rest,
    arbitration: {
      need: { cv: 0 },
      ...patch,
      handling: { explainMin: 0, wrapUpMin: 0, ...patch.handling },
      returns: { redialProbability: 0, backProbability: 0, nextProbability: 0, ...patch.returns },
    },
  });
}

const run = (session: Session): Session => {
  session.run();
  return session;
};
const two = (type: string): ScenarioFile['groups'] => [
  { id: 'g', name: 'G', staff: 2, skills: [{ type }, { type: 'b' }] },
];

describe('a talk', () => {
  it('[P1] opens, is worked at until the goal, and takes its time to conclude', () => {
    const day = run(arbitrated([{ atS: 10 }], { policy: { paceMin: 4.5 } }));
    // 0.75 min to open, 3 of work, 0.75 to conclude.
    expect(lines(day, 'answered', 'closing', 'concluded')).toEqual([
      '10 answered call 0 by 0',
      '235 closing call 0 by 0',
      '280 concluded call 0 by 0',
    ]);
    expect(told(day, 'resolved')).toMatchObject([{ workMs: 180_000, need: 1_000 }]);
  });

  it('[P1] includes an explanation, and after-call work where the type has none of its own', () => {
    const handling = { fixedMin: 1, closingMin: 0.5, explainMin: 0.5, wrapUpMin: 0.25 };
    const day = run(arbitrated([{ atS: 0 }], { handling, policy: { paceMin: 3 } }));
    expect(lines(day, 'closing', 'concluded', 'wrapped')).toEqual([
      '120 closing call 0 by 0',
      '180 concluded call 0 by 0',
      '195 wrapped call 0 by 0',
    ]);
  });

  it('[P2] lasts as long as the need and the speed of the agent ask for', () => {
    const types: ScenarioFile['types'] = [
      { id: 'a', name: 'A', handling: { law: 'deterministic', valueS: 1 }, need: { mean: 2 } },
      { id: 'b', name: 'B', handling: { law: 'deterministic', valueS: 1 } },
    ];
    const day = run(arbitrated([{ atS: 0 }], { policy: { paceMin: 3.5 } }, { types }));
    expect(lines(day, 'closing')).toEqual(['285 closing call 0 by 0']);
    const fast: ScenarioFile['groups'] = [
      { id: 'g', name: 'G', staff: 1, speed: 2, skills: [{ type: 'a' }, { type: 'b' }] },
    ];
    const half = run(arbitrated([{ atS: 0 }], { policy: { paceMin: 3.5 } }, { groups: fast }));
    expect(lines(half, 'closing')).toEqual(['82.5 closing call 0 by 0']);
    expect(told(half, 'resolved')).toMatchObject([{ workMs: 120_000 }]);
  });

  it('[P2] has a need that belongs to the caller, whatever the policy', () => {
    const needs = (name: 'hurry' | 'care'): number[] => {
      const calls = Array.from({ length: 12 }, (_, i) => ({ atS: 300 * i }));
      const day = run(arbitrated(calls, { policy: { name }, need: { cv: 1 } }));
      return told(day, 'resolved')
        .sort((a, b) => a.call - b.call)
        .map(({ need }) => need);
    };
    expect(new Set(needs('hurry')).size).toBe(12);
    expect(needs('hurry')).toEqual(needs('care'));
  });
});

describe('the pace', () => {
  const threshold: Arbitration = {
    policy: { name: 'queueThreshold', slowMin: 6, fastMin: 3.5, atWaiting: 1 },
  };

  it('[P3] follows the line: goals come closer when somebody waits', () => {
    const day = run(arbitrated([{ atS: 0 }, { atS: 60, patienceS: 1_000 }], threshold));
    expect(lines(day, 'closing').slice(0, 1)).toEqual(['165 closing call 0 by 0']);
  });

  it('[P3] is at once too long when the goal already lies behind', () => {
    const day = run(arbitrated([{ atS: 0 }, { atS: 200, patienceS: 1_000 }], threshold));
    expect(lines(day, 'closing').slice(0, 1)).toEqual(['200 closing call 0 by 0']);
  });

  it('[P3] slackens when they have gone, but takes no decision back', () => {
    const gone = run(arbitrated([{ atS: 0 }, { atS: 60, patienceS: 30 }], threshold));
    expect(lines(gone, 'closing')).toEqual(['315 closing call 0 by 0']);
    const late = run(arbitrated([{ atS: 0 }, { atS: 60, patienceS: 110 }], threshold));
    expect(lines(late, 'closing', 'concluded')).toEqual([
      '165 closing call 0 by 0',
      '210 concluded call 0 by 0',
    ]);
  });

  it('[P3] may follow the longest wait, to the millisecond', () => {
    const policy: Arbitration['policy'] = {
      name: 'waitThreshold',
      slowMin: 6,
      fastMin: 2,
      atMin: 1.5,
    };
    const day = run(arbitrated([{ atS: 0 }, { atS: 60, patienceS: 1_000 }], { policy }));
    expect(lines(day, 'closing').slice(0, 1)).toEqual(['150 closing call 0 by 0']);
  });

  it('[P8] makes one agent conclude for each call that waits, where little is gained', () => {
    const calls = [{ atS: 0 }, { atS: 100 }, { atS: 220, patienceS: 1_000 }];
    const policy: Arbitration['policy'] = { name: 'coordinated' };
    const day = run(arbitrated(calls, { policy }, { groups: two('a') }));
    expect(lines(day, 'closing').slice(0, 1)).toEqual(['220 closing call 0 by 0']);
    expect(told(day, 'closing').filter(({ at: when }) => when === 220_000)).toHaveLength(1);
  });
});

describe('a person on the line', () => {
  it('[P1] decides when to conclude, and takes leave like everybody', () => {
    const day = arbitrated([{ atS: 10 }]);
    expect(at(day, 0, { kind: 'takeDesk', agent: 0 })).toBeNull();
    expect(at(day, 0, { kind: 'ready', agent: 0 })).toBeNull();
    expect(at(day, 12, { kind: 'answer', agent: 0, call: 0 })).toBeNull();
    expect(at(day, 60, { kind: 'hold', agent: 0, call: 0 })).toBeNull();
    expect(at(day, 90, { kind: 'resume', agent: 0, call: 0 })).toBeNull();
    expect(at(day, 147, { kind: 'conclude', agent: 0, call: 0 })).toBeNull();
    for (const kind of ['conclude', 'hold'] as const)
      expect(at(day, 150, { kind, agent: 0, call: 0 })?.code).toBe('E_STATE');
    run(day);
    expect(lines(day, 'closing', 'concluded')).toEqual([
      '147 closing call 0 by 0',
      '192 concluded call 0 by 0',
    ]);
    // 135 s since the answer, less 45 to open and 30 on hold.
    expect(told(day, 'resolved')).toMatchObject([{ workMs: 60_000 }]);
  });

  it('[L2] leaves the computer to go on, and may take over a caller being taken leave of', () => {
    const day = arbitrated([{ atS: 0 }, { atS: 400 }], { policy: { paceMin: 4.5 } });
    at(day, 100, { kind: 'takeDesk', agent: 0 });
    expect(at(day, 150, { kind: 'leaveDesk', agent: 0 })).toBeNull();
    expect(at(day, 240, { kind: 'takeDesk', agent: 0 })).toBeNull();
    day.advanceTo(300_000);
    expect(lines(day, 'closing', 'concluded')).toEqual([
      '225 closing call 0 by 0',
      '270 concluded call 0 by 0',
    ]);
    expect(at(day, 300, { kind: 'ready', agent: 0 })).toBeNull();
  });
});

describe('what follows', () => {
  const never = { max: 0 };
  const always = { max: 1, tauMin: 0.001 };

  it('[R5] those for whom nothing was resolved come back, or are lost', () => {
    const back = { backProbability: 1, backDelayMin: 1 };
    const day = run(arbitrated([{ atS: 0 }], { resolution: never, returns: back }));
    const arrived = told(day, 'arrived');
    expect(arrived.length).toBeGreaterThan(3);
    expect(arrived.every(({ after }, i) => after === (i === 0 ? 0 : 3))).toBe(true);
    expect(told(day, 'resolved').every(({ solved }) => solved === 0)).toBe(true);
    expect(told(day, 'left').map(({ how }) => how)).toEqual([2]);
    const lost = run(arbitrated([{ atS: 0 }], { resolution: never }));
    expect(told(lost, 'left').map(({ how }) => how)).toEqual([1]);
  });

  it('[R5] those whose matter is resolved go content, or call with the next one', () => {
    const day = run(arbitrated([{ atS: 0 }], { resolution: always }));
    expect(told(day, 'resolved')).toMatchObject([{ solved: 1 }]);
    expect(told(day, 'left').map(({ how }) => how)).toEqual([0]);
    const next = { nextProbability: 1, autonomy: 0, backDelayMin: 1 };
    const again = run(arbitrated([{ atS: 0 }], { resolution: always, returns: next }));
    expect(told(again, 'arrived').length).toBeGreaterThan(3);
    const calm = run(
      arbitrated([{ atS: 0 }], { resolution: always, returns: { ...next, autonomy: 1 } }),
    );
    expect(told(calm, 'arrived')).toHaveLength(1);
  });

  it('[R5] those who gave up redial, or are lost', () => {
    const calls = [{ atS: 0 }, { atS: 10, patienceS: 5 }];
    const lost = run(arbitrated(calls));
    expect(told(lost, 'left').find(({ call }) => call === 1)?.how).toBe(1);
    const returns = { redialProbability: 1, redialDelayMin: 1 };
    const again = run(arbitrated(calls, { returns }));
    expect(told(again, 'arrived').filter(({ cause }) => cause === 1)).toHaveLength(1);
  });

  it('[R6] the need grows or shrinks for those who come back, and is new with a new matter', () => {
    const needs = (returns: object, resolution: object): number[] => {
      const more = { backDelayMin: 1, ...returns };
      const day = run(
        arbitrated([{ atS: 0 }], { resolution, returns: more, policy: { paceMin: 3 } }),
      );
      return told(day, 'resolved').map(({ need }) => need);
    };
    const grown = needs({ backProbability: 1, needGrowth: 0.5 }, never);
    expect(grown.slice(0, 3)).toEqual([1_000, 1_500, 2_250]);
    // 1.5 min of work at tau 1.5: 1 - 1/e of the progress there is; all of it is kept.
    const kept = needs({ backProbability: 1, carryOver: 1 }, { max: 1e-9 });
    expect(kept[1]).toBe(Math.round(1_000 * Math.exp(-1)));
    expect(needs({ nextProbability: 1, autonomy: 0 }, always).slice(0, 2)).toEqual([1_000, 1_000]);
  });

  it('[R7] callers due after closing call tomorrow, or are served to the last', () => {
    const calls = [{ atS: 3_500 }];
    const back = { backProbability: 1, backDelayMin: 30 };
    const closed = run(arbitrated(calls, { resolution: never, returns: back }));
    expect(told(closed, 'left').map(({ how }) => how)).toEqual([2]);
    const served = run(
      arbitrated(calls, { resolution: { max: 0.5 }, returns: { ...back, afterClosing: true } }),
    );
    expect(told(served, 'left').map(({ how }) => how)).toEqual([0]);
    const last = told(served, 'left')[0]?.at ?? 0;
    expect(last).toBeGreaterThan(3_600_000);
    expect(served.facts.at(-1)).toMatchObject({ kind: 'ended' });
  });

  it('[E1] a share r(w | N) of contacts is resolved', () => {
    let [solved, all] = [0, 0];
    for (let day = 0; day < 6; day++) {
      const calls = Array.from({ length: 40 }, (_, i) => ({ atS: i * 88 + day }));
      const session = run(
        arbitrated(
          calls,
          { policy: { paceMin: 3 }, handling: { closingMin: 0 } },
          {
            groups: [{ id: 'g', name: 'G', staff: 9, skills: [{ type: 'a' }, { type: 'b' }] }],
          },
        ),
      );
      for (const { solved: yes } of told(session, 'resolved')) {
        solved += yes;
        all += 1;
      }
    }
    const share = 0.95 * (1 - Math.exp(-1));
    expect(all).toBe(240);
    // The same seed draws the same outcomes each day: 40 draws, six times.
    expect(Math.abs(solved / all - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 40));
  });
});
