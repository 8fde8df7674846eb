import { describe, expect, it } from 'vitest';
import { every, met } from './met.ts';
import { told } from './played.ts';

/** What callers say belongs to their matter: kept for as long as it lasts, left with it. */

const says = ['one', 'two', 'three'];
const CALLS = 12;

/** What each caller said, call by call, where all call again after every contact but the tenth. */
function said(returns: object, resolution: object): number[][] {
  const session = met({
    calls: every(300, CALLS),
    type: { says },
    parts: { returns, resolution },
  });
  const byCaller = new Map<number, number[]>();
  for (const { caller, says: one } of told(session, 'arrived'))
    byCaller.set(caller, [...(byCaller.get(caller) ?? []), one]);
  return [...byCaller.values()].filter((calls) => calls.length > 1);
}

describe('a caller who calls again', () => {
  it('[R6] says the same as long as nothing is resolved', () => {
    const callers = said({ backProbability: 0.9, backDelayMin: 2 }, { max: 0 });
    expect(callers.length).toBeGreaterThan(1);
    for (const calls of callers) expect(new Set(calls).size).toBe(1);
  });

  it('[R6] says something else with the next matter', () => {
    const callers = said({ nextProbability: 0.9, backDelayMin: 2 }, { max: 1, tauMin: 0 });
    expect(callers.length).toBeGreaterThan(1);
    for (const [first, second] of callers) expect(second).not.toBe(first);
  });
});
