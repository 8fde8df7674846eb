import fc from 'fast-check';
import { alea } from 'seedrandom';
import { describe, expect, it } from 'vitest';
import {
  SELECTION_RULE,
  Selection,
  type SelectionRule,
  selectionConstants,
} from '../../../models/study/select.ts';
import { printed, same } from './theory/close.ts';

/** Standard normal values (Box and Muller), by name. */
const normals = (name: string): (() => number) => {
  const luck = alea(name);
  return () => Math.sqrt(-2 * Math.log(1 - luck())) * Math.cos(2 * Math.PI * luck());
};

/** Replications of systems with these means, variance 1, and this correlation between any two. */
const playing = (name: string, means: readonly number[], correlation = 0): (() => number[]) => {
  const normal = normals(name);
  return () => {
    const shared = Math.sqrt(correlation) * normal();
    return means.map((mean) => mean + shared + Math.sqrt(1 - correlation) * normal());
  };
};

const rule = (over: Partial<SelectionRule> = {}): SelectionRule => ({ ...SELECTION_RULE, ...over });

const run = (selection: Selection, next: () => number[]): Selection => {
  while (selection.state().status === 'going') selection.addAll(Array.from({ length: 10 }, next));
  return selection;
};

describe('the constants of the selection', () => {
  it('are those of the model: k = 5, alpha = .05, n0 = 20 (MODEL 13.5)', () => {
    const { eta, h2 } = selectionConstants(5, 0.05, 20);
    printed(eta, '.23724');
    printed(h2, '9.01506');
  });

  it.each([
    [2, 0.05, 20],
    [3, 0.1, 10],
    [8, 0.01, 2],
  ])('solve (1 + 2 eta)^(-(n0 - 1) / 2) / 2 = alpha / (k - 1): k = %i', (k, alpha, n0) => {
    const { eta, h2 } = selectionConstants(k, alpha, n0);
    same((1 + 2 * eta) ** (-(n0 - 1) / 2) / 2, alpha / (k - 1));
    same(h2, 2 * eta * (n0 - 1));
  });
});

/** KN straight from its definition, on a whole table: who is left after every replication. */
function leftAfter(rows: readonly number[][], { alpha, delta, n0 }: SelectionRule): number[][] {
  const k = rows[0]!.length;
  const { h2 } = selectionConstants(k, alpha, n0);
  const mean = (i: number, r: number): number =>
    rows.slice(0, r).reduce((sum, row) => sum + row[i]!, 0) / r;
  const square = (i: number, l: number): number => {
    const apart = mean(i, n0) - mean(l, n0);
    const squares = rows.slice(0, n0).map((row) => (row[i]! - row[l]! - apart) ** 2);
    return squares.reduce((sum, x) => sum + x, 0) / (n0 - 1);
  };
  const left = [rows[0]!.map((_, i) => i)];
  for (let r = n0; left.at(-1)!.length > 1 && r <= rows.length; r += 1) {
    const before = left.at(-1)!;
    const room = (i: number, l: number): number =>
      Math.max(0, (delta / (2 * r)) * ((h2 * square(i, l)) / (delta * delta) - r));
    left.push(before.filter((i) => before.every((l) => mean(i, r) <= mean(l, r) + room(i, l))));
  }
  return left.slice(1);
}

describe('a selection', () => {
  it('drops at every replication those whom the definition drops', () => {
    let dropped = 0;
    for (let world = 0; world < 30; world += 1) {
      const next = playing(`world ${world}`, [0.3, 0, 0.2, 0.9], 0.5);
      const rows = Array.from({ length: 150 }, next);
      const asked = rule({ delta: 0.2, n0: 10 });
      const selection = new Selection(4, asked);
      selection.addAll(rows.slice(0, 9));
      leftAfter(rows, asked).forEach((left, i) => {
        selection.add(rows[9 + i]!);
        expect(selection.inside()).toEqual(left);
        dropped += 4 - left.length;
      });
    }
    expect(dropped).toBeGreaterThan(1_000);
  });

  it('does not depend on how replications are cut into batches', () => {
    const rows = Array.from({ length: 400 }, playing('batches', [0.3, 0, 0.3]));
    const whole = new Selection(3, rule({ delta: 0.3 }));
    const taken = whole.addAll(rows);
    expect(whole.state()).toMatchObject({ status: 'decided', replications: taken, chosen: 1 });
    expect(taken).toBeLessThan(400);
    for (const size of [1, 7, 50]) {
      const other = new Selection(3, rule({ delta: 0.3 }));
      for (let from = 0; from < 400; from += size) other.addAll(rows.slice(from, from + size));
      expect(other.state()).toEqual(whole.state());
    }
  });

  it('is the mirror image where higher is better', () => {
    const rows = Array.from({ length: 400 }, playing('mirror', [0.3, 0, 0.3]));
    const lower = new Selection(3, rule({ delta: 0.3 }));
    const higher = new Selection(3, rule({ delta: 0.3, better: 'higher' }));
    expect(higher.addAll(rows.map((row) => row.map((x) => -x)))).toBe(lower.addAll(rows));
    const [a, b] = [lower.state(), higher.state()];
    expect([b.chosen, b.bound, b.systems.map(({ out }) => out)]).toEqual([
      a.chosen,
      a.bound,
      a.systems.map(({ out }) => out),
    ]);
    expect(b.systems.map(({ mean }) => -(mean ?? 0))).toEqual(a.systems.map(({ mean }) => mean));
  });

  it('never takes back a system that was dropped, whatever follows', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value, value), { maxLength: 60 }), (rows) => {
        const selection = new Selection(4, rule({ n0: 3, delta: 0.5, alpha: 0.2 }));
        for (const row of rows) {
          const before = selection.state();
          if (before.status !== 'going') break;
          // Whoever is out would now be the best by far.
          selection.add(row.map((x, i) => (before.systems[i]!.in ? x : -1e9)));
          const after = selection.state();
          before.systems.forEach((system, i) => {
            if (!system.in) expect(after.systems[i]).toEqual(system);
          });
          expect(after.systems[after.leader!]!.in).toBe(true);
        }
      }),
    );
  });

  it('needs no value of a system that was dropped', () => {
    const selection = new Selection(3, rule({ n0: 4, delta: 0.1 }));
    const two = [
      [0, 0.5, 90],
      [0.5, 0, 91],
    ];
    selection.addAll([...two, ...two]);
    expect(selection.state().systems[2]).toEqual({
      in: false,
      replications: 4,
      mean: 90.5,
      out: { after: 4, by: 0 },
    });
    selection.add([0, 0.5, Number.NaN]);
    expect(selection.state()).toMatchObject({ replications: 5, status: 'going' });
    expect(() => selection.add([0, Number.NaN, 0])).toThrow(/^values\[1\] must be/);
    expect(selection.state().systems.map(({ replications }) => replications)).toEqual([5, 5, 4]);
  });
});

const value = fc.double({ min: -3, max: 3, noNaN: true });

describe('a state', () => {
  it('tells how many replications it may take, and keeps to it', () => {
    for (let world = 0; world < 40; world += 1) {
      const next = playing(`bound ${world}`, [0, 0, 0]);
      const selection = new Selection(3, rule({ delta: 0.3, n0: 5 }));
      expect(selection.state()).toMatchObject({ bound: null, leader: null, guarantee: null });
      selection.addAll(Array.from({ length: 4 }, next));
      expect(selection.state().bound).toBeNull();
      selection.add(next());
      let bound = selection.state().bound ?? Number.NaN;
      while (selection.state().status === 'going') {
        selection.add(next());
        const now = selection.state().bound ?? Number.NaN;
        expect(now).toBeLessThanOrEqual(bound);
        bound = now;
      }
      expect(selection.state().replications).toBe(bound);
    }
  });

  it('promises only once it is decided, and is plain data', () => {
    const next = playing('plain', [0, 1]);
    const selection = new Selection(2, rule({ delta: 0.5, alpha: 0.1 }));
    selection.addAll(Array.from({ length: 10 }, next));
    expect(selection.state()).toMatchObject({ status: 'going', chosen: null, guarantee: null });
    const state = run(selection, next).state();
    expect(state).toMatchObject({ chosen: 0, leader: 0, tied: [] });
    expect(state.guarantee).toEqual({ probability: 0.9, delta: 0.5 });
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  it('is given up after the most replications allowed', () => {
    const selection = run(new Selection(3, rule({ most: 30 })), playing('most', [0, 0, 50]));
    expect(selection.state()).toMatchObject({
      status: 'undecided',
      replications: 30,
      chosen: null,
      guarantee: null,
    });
    expect(selection.inside()).toEqual([0, 1]);
    expect(selection.state().bound).toBeGreaterThan(30);
    expect(() => selection.add([0, 0, 0])).toThrow(/^status must be/);
    expect(selection.addAll([[0, 0, 0]])).toBe(0);
  });
});

describe('few systems, or equal ones', () => {
  it('one alone is chosen before any day is played', () => {
    const selection = new Selection(1);
    expect(selection.state()).toMatchObject({ status: 'decided', chosen: 0, replications: 0 });
    expect(selection.state().systems[0]).toMatchObject({ in: true, mean: null });
  });

  it('two are told apart', () => {
    let right = 0;
    for (let world = 0; world < 400; world += 1) {
      const selection = new Selection(2, rule({ delta: 0.5 }));
      if (run(selection, playing(`two ${world}`, [0.5, 0])).state().chosen === 1) right += 1;
    }
    expect(right / 400).toBeGreaterThanOrEqual(0.95);
    expect(right).toBeLessThan(400);
  });

  it('two that always do the same are tied at once, the first of them chosen', () => {
    const one = playing('same', [0]);
    const selection = new Selection(2, rule());
    selection.addAll(
      Array.from({ length: 30 }, () => {
        const [x] = one();
        return [x!, x!];
      }),
    );
    expect(selection.state()).toMatchObject({
      status: 'decided',
      replications: SELECTION_RULE.n0,
      chosen: 0,
      tied: [1],
    });
  });

  it('two that always differ by the same are told apart at once, however little', () => {
    const selection = new Selection(2, rule());
    selection.addAll(Array.from({ length: 30 }, (_, r) => [r + 0.125, r]));
    expect(selection.state()).toMatchObject({ chosen: 1, tied: [], replications: 20 });
  });
});

describe('the probability of choosing the best', () => {
  /** The hardest case: all the others are worse by delta, and no more. */
  const trial = (correlation: number): { right: number; replications: number } => {
    const [delta, worlds] = [0.2, 4_000];
    const next = playing(`chosen ${correlation}`, [delta, delta, 0, delta, delta], correlation);
    let [right, replications] = [0, 0];
    for (let world = 0; world < worlds; world += 1) {
      const state = run(new Selection(5, rule({ delta })), next).state();
      if (state.chosen === 2) right += 1;
      replications += state.replications;
    }
    return { right: right / worlds, replications: replications / worlds };
  };
  const [apart, together] = [trial(0), trial(0.8)];

  it('is at least 1 - alpha, of independent days and of days with the same callers', () => {
    for (const { right } of [apart, together]) {
      expect(right).toBeGreaterThanOrEqual(0.95);
      // No more days than needed were played: the guarantee is nearly used up.
      expect(right).toBeLessThan(0.985);
    }
  });

  it('takes 217 days, and 43 with a correlation of .8 (MODEL 13.5)', () => {
    expect(apart.replications / 217).toBeCloseTo(1, 1);
    expect(together.replications / 43).toBeCloseTo(1, 1);
  });
});

describe('bad arguments', () => {
  it.each<[string, () => unknown, RegExp]>([
    ['no system', () => new Selection(0), /^systems must be/],
    ['half a system', () => new Selection(2.5), /^systems must be/],
    ['no indifference', () => new Selection(2, rule({ delta: 0 })), /^delta must be/],
    ['certainty', () => new Selection(2, rule({ alpha: 0 })), /^alpha must be/],
    ['less than chance', () => new Selection(4, rule({ alpha: 0.75 })), /^alpha must be/],
    ['one day', () => new Selection(2, rule({ n0: 1 })), /^n0 must be/],
    ['fewer than n0', () => new Selection(2, rule({ most: 19 })), /^most must be/],
    ['constants of one', () => selectionConstants(1, 0.05, 20), /^systems must be/],
    ['too few values', () => new Selection(3).add([1, 2]), /^values must be/],
    [
      'infinite cost',
      () => new Selection(2).add([1, Number.POSITIVE_INFINITY]),
      /^values\[1\] must/,
    ],
  ])('%s: refused by name', (_, call, says) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(says);
  });
});
