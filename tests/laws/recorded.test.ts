import { describe, expect, it } from 'vitest';
import { AFTER } from '../../models/words/facts.ts';
import { factsOf, only, world } from './worlds.ts';

describe('a recorded day', () => {
  it('[A6] gives each caller the patience on record, whatever the law of the others', () => {
    const scenario = world({
      groups: [{ staff: 1 }],
      trace: {
        source: 's',
        atS: [0, 1, 2],
        type: [0, 0, 0],
        handlingS: [500, 500, 500],
        patienceS: [null, 7, null],
      },
    });
    expect(
      only(factsOf(scenario, 's'), 'abandoned').map(({ call, waitMs }) => [call, waitMs]),
    ).toEqual([[1, 7_000]]);
  });

  it('[A6] says why a caller on record calls again: how the call before ended', () => {
    const scenario = world({
      groups: [{ staff: 1 }],
      trace: {
        source: 's',
        // Person 7 is served and calls again; person 8 gives up and calls again.
        atS: [0, 10, 100, 200],
        type: [0, 0, 0, 0],
        handlingS: [50, 20, 20, 20],
        patienceS: [null, 5, null, null],
        caller: [7, 8, 7, 8],
      },
    });
    const arrived = only(factsOf(scenario, 's'), 'arrived');
    expect(arrived.map(({ attempt, cause, after }) => [attempt, cause, after])).toEqual([
      [0, -1, AFTER.first],
      [0, -1, AFTER.first],
      [1, 0, AFTER.served],
      [1, 1, AFTER.abandoned],
    ]);
  });
});
