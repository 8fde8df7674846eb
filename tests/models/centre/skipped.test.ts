import { describe, expect, it } from 'vitest';
import { every, masked, outcomes, share, skipped, talks } from './met.ts';
import { told } from './played.ts';

/** What comes of phases that were skipped (MODEL 4.4). */

describe('what is skipped', () => {
  it.each([0.4, 1])('[S6] without discovery so many diagnoses are wrong: %d', (error0) => {
    const of = [0, 0];
    const solved = [0, 0];
    const day = masked(
      'avoidance',
      { discover: { error0 } },
      { calls: every(2, 1_500), agents: 400 },
    );
    const handed = new Set(told(day, 'transferred').map(({ call }) => call));
    const ends = outcomes(day);
    for (const talk of talks(day)) {
      const { solved: yes, workMs } = ends.get(talk.call)!;
      if (handed.has(talk.call)) continue;
      const blind = skipped(talk, workMs)[1] ? 1 : 0;
      of[blind]! += 1;
      solved[blind]! += yes;
    }
    // 1.2 min of work at tau 1.5; of a wrong diagnosis .3 counts.
    const right = 0.95 * (1 - Math.exp(-0.8));
    const wrong = 0.95 * (1 - Math.exp(-0.3 * 0.8));
    share(solved[0]!, of[0]!, right, 'discovered');
    share(solved[1]!, of[1]!, (1 - error0) * right + error0 * wrong, 'not discovered');
  });

  it('[S6] without explanation the next matter comes more often', () => {
    const resolution = { max: 1, tauMin: 1e-3 };
    const returns = { nextProbability: 1, autonomy: 0.6, backDelayMin: 0.1 };
    const day = masked('natural', { resolution, returns });
    const again = new Set(told(day, 'arrived').map(({ cause }) => cause));
    const ends = outcomes(day);
    const [explained, unexplained] = [
      { all: 0, again: 0 },
      { all: 0, again: 0 },
    ];
    for (const talk of talks(day)) {
      const end = ends.get(talk.call)!;
      if (talk.handedOn || end.attempt > 0 || end.workMs === 0) continue;
      const count = skipped(talk, end.workMs)[2] ? unexplained : explained;
      count.all += 1;
      if (again.has(talk.call)) count.again += 1;
    }
    expect(unexplained.all).toBeGreaterThan(200);
    expect(unexplained.again).toBe(unexplained.all);
    share(explained.again, explained.all, 0.4, 'explained');
  });
});
