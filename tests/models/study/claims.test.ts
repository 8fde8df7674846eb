import { describe, expect, it } from 'vitest';
import { stream } from '../../../models/kernel/streams.ts';
import { type PolicyRow, rankPolicies } from '../../../models/study/ranking.ts';
import { ASK, row, STYLE, WORSE, withCost } from './days-of.ts';

describe('the selection looks no further than the day it decides on', () => {
  /** Days of a policy that costs so much a customer, on days of very different volume. */
  const paced = (name: string, mean: number, days: number): PolicyRow => {
    const [own, shared] = [stream(name, 'kn'), stream('volume', 'kn')];
    const y = Array.from({ length: days }, () => 20 + Math.floor(80 * shared()));
    const x = y.map((many) => many * (mean + own() - 0.5));
    return { ...withCost(name, x), cost: { x, y } };
  };
  /** The first days of a row, the rest as in another. */
  const then = (row: PolicyRow, first: number, other: PolicyRow): PolicyRow => {
    const cut = (a: readonly number[], b: readonly number[]): number[] => [
      ...a.slice(0, first),
      ...b.slice(first),
    ];
    const cost = { x: cut(row.cost.x, other.cost.x), y: cut(row.cost.y, other.cost.y) };
    return { ...row, cost };
  };
  const selectionOf = (rows: readonly PolicyRow[]) =>
    rankPolicies(rows, { ...ASK, delta: 0.1, n0: 10, draws: 10, blocks: 10 }).selection;

  it.each([
    ['unequal', 2.15],
    ['equal', 2],
  ])('%s policies: later days change nothing of what was decided', (_, mean) => {
    const rows = [paced('a', mean, 400), paced('b', 2, 400), paced('c', mean, 400)];
    const decided = selectionOf(rows);
    expect(decided?.status).toBe('decided');
    const at = decided?.replications ?? 0;
    expect(at).toBeLessThan(400);
    const others = [paced('d', 9, 400), paced('e', 1, 400), paced('f', 40, 400)];
    expect(selectionOf(rows.map((row, i) => then(row, at, others[i]!)))).toEqual(decided);
  });

  it('and drops the best of three no more often than it may', () => {
    let wrong = 0;
    for (let world = 0; world < 200; world += 1) {
      const rows = [2.1, 2, 2.1].map((mean, i) => paced(`${world} ${i}`, mean, 450));
      const { chosen, status } = selectionOf(rows) ?? {};
      expect(status).toBe('decided');
      if (chosen !== 1) wrong += 1;
    }
    // 5 % of 200, and three standard errors.
    expect(wrong).toBeLessThan(20);
  });
});

describe('the weightings', () => {
  it('name no winner between equal policies more often than one time in twenty', () => {
    let won = 0;
    const worlds = 200;
    for (let world = 0; world < worlds; world += 1) {
      const style = { ...WORSE, noise: 0.4 };
      const { weights } = rankPolicies([row(`${world} a`, style), row(`${world} b`, style)], {
        ...ASK,
        draws: 200,
        blocks: 100,
      });
      if (weights.cost?.verdict === 'stated') won += 1;
    }
    // .05 and three standard errors; it was .2 when the draws alone decided.
    expect(won / worlds).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / worlds));
  });

  it('say nothing below ten days, however far apart policies are', () => {
    const rows = (days: number): PolicyRow[] => [row('a', STYLE, days), row('b', WORSE, days)];
    expect(rankPolicies(rows(9), ASK)).toMatchObject({
      weights: { cost: null, lived: null },
      verdict: null,
    });
    const { verdict, weights } = rankPolicies(rows(10), ASK);
    expect([weights.cost?.verdict, weights.lived?.verdict]).toEqual(['stated', 'stated']);
    expect(verdict).toEqual({ code: 'stated', first: [0] });
  });
});
