import { describe, expect, it } from 'vitest';
import { AFTER } from '../../models/words/facts.ts';
import { factsOf, hashOf, only, world } from './worlds.ts';

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

describe('so many times the calls on record', () => {
  const HOURS = 4;
  /** A call a minute, each of a length of its own; the last 20 callers have called before. */
  const day = (volume: number | number[]) =>
    world({
      day: { lengthMin: 60 * HOURS },
      types: [{}, {}],
      groups: [{ staff: 60 }],
      trace: {
        source: 's',
        atS: Array.from({ length: 60 * HOURS }, (_, i) => 60 * i),
        type: Array.from({ length: 60 * HOURS }, (_, i) => i % 2),
        handlingS: Array.from({ length: 60 * HOURS }, (_, i) => 100 + i),
        caller: Array.from({ length: 60 * HOURS }, (_, i) => (i < 220 ? i : i - 220)),
        volume,
      },
    });
  interface Came {
    readonly person: number;
    readonly attempt: number;
    readonly at: number;
  }
  const came = (volume: number | number[], seed = 's'): Came[] =>
    only(factsOf(day(volume), seed), 'arrived').map(({ at, attempt, caller }) => ({
      ...{ at, attempt, person: caller },
    }));
  const keys = (calls: readonly Came[]): Set<string> =>
    new Set(calls.map((call) => JSON.stringify(call)));

  it('[A6, M9] 1 is the same day to the last bit', () => {
    expect(hashOf(day(1), 's')).toBe(hashOf(day([1, 1]), 's'));
    const { volume: _volume, ...trace } = day(1).trace ?? { volume: 1 };
    expect(hashOf({ ...day(1), trace } as ReturnType<typeof day>, 's')).toBe(hashOf(day(1), 's'));
  });

  it('[A6, A8] fewer are some of the same callers, more are those and others besides', () => {
    const [less, few, all, more, most] = [0.5, 0.8, 1, 1.25, 2.5].map((v) => keys(came(v)));
    expect(all?.size).toBe(60 * HOURS);
    expect(keys(came(2)).size).toBe(2 * 60 * HOURS);
    for (const [part, whole] of [
      [less, few],
      [few, all],
      [all, more],
      [more, most],
    ]) {
      expect(part?.size).toBeLessThan(whole?.size as number);
      for (const call of part ?? []) expect(whole).toContain(call);
    }
  });

  it('[A6] a caller comes with all their calls, and a copy of them too', () => {
    for (const volume of [0.5, 2]) {
      const calls = came(volume);
      const first = new Set(
        calls.filter(({ attempt }) => attempt === 0).map(({ person }) => person),
      );
      const again = calls.filter(({ attempt }) => attempt === 1);
      expect(again.length).toBeGreaterThan(3);
      for (const { person } of again) expect(first.has(person)).toBe(true);
    }
    expect(came(2).filter(({ attempt }) => attempt === 1)).toHaveLength(40);
  });

  it('[A6] copies come in the same interval and last as long as on record', () => {
    const facts = factsOf(day(2), 's');
    const byHalfHour = new Map<number, number>();
    for (const { at } of only(facts, 'arrived')) {
      const i = Math.floor(at / 1_800_000);
      byHalfHour.set(i, (byHalfHour.get(i) ?? 0) + 1);
    }
    expect([...byHalfHour.values()]).toEqual(new Array(2 * HOURS).fill(60));
    const lengths = only(facts, 'concluded').map(({ talkMs }) => talkMs);
    const sorted = lengths.sort((a, b) => a - b);
    const record = Array.from({ length: 60 * HOURS }, (_, i) => (100 + i) * 1_000);
    expect(sorted).toEqual(record.flatMap((ms) => [ms, ms]));
  });

  it('[A6] over many days they are as many times as many, type by type', () => {
    let [a, b] = [0, 0];
    for (let seed = 0; seed < 200; seed += 1)
      for (const { type } of only(factsOf(day([1.1, 0.7]), `${seed}`), 'arrived'))
        if (type === 0) a += 1;
        else b += 1;
    // 120 of each a day: a standard deviation of 47 and 71 calls over 200 days.
    expect(Math.abs(a - 200 * 132)).toBeLessThan(4 * 47);
    expect(Math.abs(b - 200 * 84)).toBeLessThan(4 * 71);
  });
});
