import { describe, expect, it } from 'vitest';
import { stream } from '../../../models/kernel/streams.ts';
import { Moments } from '../../../models/kernel/tally.ts';
import {
  costWeights,
  type DailyParts,
  simplexWeights,
  WEIGHT_DRAWS,
  weighCostDays,
  weighCosts,
  weighLived,
  weighLivedDays,
} from '../../../models/study/weights.ts';
import { same } from './theory/close.ts';

const DRAWS = { seed: 'weights', draws: WEIGHT_DRAWS.draws };
const DAY_DRAWS = { ...DRAWS, ...WEIGHT_DRAWS };
const COSTS = { abandoned: 2, unresolved: 5, lost: 15 };

/** Equal to within four standard errors of a share of so many draws. */
const near = (share: number, exact: number, draws = DRAWS.draws): void => {
  const error = Math.sqrt((exact * (1 - exact)) / draws);
  expect(Math.abs(share - exact), `${share} against ${exact}`).toBeLessThanOrEqual(4 * error);
};

/** Another order of the components for each policy: one is as good as another, weights apart. */
const turned = (parts: readonly number[]): number[][] =>
  parts.map((_, i) => parts.map((_, k) => parts[(i + k) % parts.length]!));

describe('the weights of lived experience', () => {
  const weights = new Float64Array(4);
  const drawn = (of: (w: Float64Array) => number): Moments => {
    const uniform = stream('simplex', 'test');
    const moments = new Moments();
    for (let i = 0; i < 20_000; i += 1) {
      simplexWeights(uniform, weights);
      moments.add(of(weights));
    }
    return moments;
  };

  it('are never negative and add up to 1', () => {
    const uniform = stream('sum', 'test');
    for (let i = 0; i < 1_000; i += 1) {
      simplexWeights(uniform, weights);
      same(
        weights.reduce((sum, w) => sum + w, 0),
        1,
      );
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
    }
    simplexWeights(() => 0, weights);
    expect([...weights]).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it.each([0, 1, 2, 3])('are Dirichlet (1, 1, 1, 1): mean 1/4, variance 3/80 (weight %i)', (k) => {
    const moments = drawn((w) => w[k]!);
    expect(Math.abs(moments.mean - 1 / 4)).toBeLessThan(4 * moments.standardError);
    expect(moments.variance / (3 / 80)).toBeCloseTo(1, 1);
    // P(w > x) = (1 - x)^3.
    near(drawn((w) => (w[k]! > 0.5 ? 1 : 0)).mean, 1 / 8);
  });

  it('are as likely as the area they cover: the covariance of two is -1/80', () => {
    const products = drawn((w) => (w[0]! - 1 / 4) * (w[3]! - 1 / 4));
    expect(Math.abs(products.mean + 1 / 80)).toBeLessThan(4 * products.standardError);
  });
});

describe('the costs of harm', () => {
  it('are log-uniform from a third to three times what is given; waiting is the unit', () => {
    const uniform = stream('costs', 'test');
    const weights = new Float64Array(4);
    const logs = [new Moments(), new Moments(), new Moments()];
    for (let i = 0; i < 20_000; i += 1) {
      costWeights(uniform, COSTS, weights);
      expect(weights[0]).toBe(1);
      [2, 5, 15].forEach((cost, k) => {
        logs[k]!.add(Math.log(weights[k + 1]! / cost) / Math.log(3));
      });
    }
    for (const log of logs) {
      expect(Math.abs(log.mean)).toBeLessThan(4 * log.standardError);
      expect(log.variance * 3).toBeCloseTo(1, 1);
    }
    costWeights(() => 0, COSTS, weights);
    [1, 2 / 3, 5 / 3, 5].forEach((cost, k) => {
      same(weights[k]!, cost);
    });
  });
});

/** P(sum d_k w_k > 0) of weights uniform on the simplex, from differences that all differ. */
const exactShare = (d: readonly number[]): number =>
  d.reduce((sum, x, k) => {
    const product = d.reduce((all, y, l) => (l === k ? all : all * (x - y)), 1);
    return x > 0 ? sum + x ** (d.length - 1) / product : sum;
  }, 0);

describe('who is lived best', () => {
  const half = [0.5, 0.5, 0.5, 0.5];
  const versus = (d: readonly number[]) => weighLived([half.map((x, k) => x + d[k]!), half], DRAWS);

  it('two components that trade off one for one split the simplex in two halves', () => {
    const { first, verdict, winners } = versus([0.1, -0.1, 0, 0]);
    near(first[0]!, 1 / 2);
    expect(verdict).toBe('depends');
    // Of two weights that share 1/2 on average, the greater has 3/4; the others do not care.
    const central = winners.find(({ policy }) => policy === 0)?.central ?? [];
    [3 / 8, 1 / 8, 1 / 4, 1 / 4].forEach((weight, k) => {
      expect(central[k]).toBeCloseTo(weight, 2);
    });
  });

  it.each([1 / 3, 1, 3, 12])('trading off one for %f: in 1 / (1 + c) of the simplex', (c) => {
    near(versus([0.02, -0.02 * c, 0, 0]).first[0]!, 1 / (1 + c));
  });

  it.each([[[0.3, -0.1, -0.2, 0.05]], [[-0.3, 0.02, 0.25, -0.01]], [[0.01, 0.1, 0.2, -0.4]]])(
    'has the exact share of the simplex: differences %j',
    (d) => {
      const exact = exactShare(d);
      expect(exact).toBeGreaterThan(0.1);
      expect(exact).toBeLessThan(0.9);
      const { beats, first } = versus(d);
      near(first[0]!, exact);
      expect(beats[0]![1]).toBe(first[0]);
    },
  );

  it('a policy that is nowhere better is never first, one that is everywhere is stated', () => {
    const best = [0.9, 0.8, 0.7, 0.6];
    const { first, beats, verdict, winners } = weighLived(
      [half, best, [0.4, 0.5, 0.5, 0.5]],
      DRAWS,
    );
    expect(first).toEqual([0, 1, 0]);
    expect(beats).toEqual([
      [0.5, 0, 1],
      [1, 0.5, 1],
      [0, 0, 0.5],
    ]);
    expect(verdict).toBe('stated');
    expect(winners).toHaveLength(1);
    // It wins everywhere: its weights are the middle of the simplex.
    for (const weight of winners[0]!.central) expect(weight).toBeCloseTo(1 / 4, 2);
  });

  it('policies that are as good, each in its own way, have equal shares', () => {
    const { first, beats, verdict, winners } = weighLived(turned([0.9, 0.5, 0.4, 0.3]), DRAWS);
    for (const share of first) near(share, 1 / 4);
    expect(verdict).toBe('depends');
    expect(winners.map(({ policy }) => policy).sort()).toEqual([0, 1, 2, 3]);
    near(beats[0]![2]!, 1 / 2);
    same(
      first.reduce((sum, share) => sum + share, 0),
      1,
    );
  });

  it('a policy wins at its central weights: where it is first is convex', () => {
    const means = [...turned([0.9, 0.5, 0.4, 0.3]), [0.6, 0.6, 0.5, 0.55]];
    const { winners } = weighLived(means, DRAWS);
    expect(winners).toHaveLength(5);
    winners.forEach(({ policy, central, share }, p) => {
      const worth = means.map((parts) => parts.reduce((sum, x, k) => sum + x * central[k]!, 0));
      expect(worth.indexOf(Math.max(...worth))).toBe(policy);
      expect(share).toBeLessThanOrEqual(winners[p - 1]?.share ?? 1);
    });
  });

  it('equals share what they win, and are stated together', () => {
    const { first, beats, verdict, winners } = weighLived([half, half, [0, 0, 0, 0]], DRAWS);
    expect(first).toEqual([0.5, 0.5, 0]);
    expect(beats[0]).toEqual([0.5, 0.5, 1]);
    expect(verdict).toBe('stated');
    expect(winners.map(({ policy }) => policy)).toEqual([0, 1]);
  });

  it('states from 90 % of the draws on, and not below', () => {
    // In 1 / (1 + c) of the simplex: c = 1 / 10 is 91 %, c = 1 / 8 is 89 %.
    expect(versus([0.1, -0.01, 0, 0])).toMatchObject({
      verdict: 'stated',
      winners: [{ policy: 0 }],
    });
    const { verdict, winners } = versus([0.08, -0.01, 0, 0]);
    expect([verdict, winners.map(({ policy }) => policy)]).toEqual(['depends', [0, 1]]);
  });

  it('is the same for the same seed, and hardly another for another', () => {
    const means = turned([0.9, 0.5, 0.4, 0.3]);
    const one = weighLived(means, DRAWS);
    expect(weighLived(means, DRAWS)).toEqual(one);
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
    const other = weighLived(means, { ...DRAWS, seed: 'other' });
    expect(other.first).not.toEqual(one.first);
    other.first.forEach((share) => {
      near(share, 1 / 4);
    });
  });
});

describe('who does least harm', () => {
  it('waiting against abandonments: the share of costs above what one is worth', () => {
    // 1.5 minutes more against .5 abandonment less: first where an abandonment costs 3 or more.
    const { first, beats, winners } = weighCosts(
      [
        [2.5, 0.1, 0.3, 0],
        [1, 0.6, 0.3, 0],
      ],
      COSTS,
      DRAWS,
    );
    const exact = Math.log(6 / 3) / (2 * Math.log(3));
    near(first[0]!, exact);
    expect(beats[1]![0]).toBe(first[1]);
    const central = winners.find(({ policy }) => policy === 0)?.central ?? [];
    // Mean of 1 / (c ln 2) over 3..6.
    expect(central[0]).toBe(1);
    expect(central[1]).toBeCloseTo(3 / Math.log(2), 1);
  });

  it('unresolved against lost: the ratio of two costs is log-triangular', () => {
    // First where c_u > .5 c_l; ln(c_u / c_l) is triangular round ln(1/3), half-width 2 ln 3.
    const { first } = weighCosts(
      [
        [1, 0, 0, 0.5],
        [1, 0, 1, 0],
      ],
      COSTS,
      DRAWS,
    );
    const beyond = Math.log(1.5) / (2 * Math.log(3));
    near(first[0]!, (1 - beyond) ** 2 / 2);
  });

  it('more of every harm is never first, and less of any is always', () => {
    const { first, verdict } = weighCosts(
      [
        [1, 0.1, 0.3, 0.1],
        [1, 0.1, 0.3, 0.09],
        [1.1, 0.2, 0.4, 0.2],
      ],
      COSTS,
      DRAWS,
    );
    expect(first).toEqual([0, 1, 0]);
    expect(verdict).toBe('stated');
  });

  it('in the day of the model the price policies win every draw (MODEL 7.5, 15.2)', () => {
    // Attempts, wait of an attempt, share who give up, FCR: as printed; p_redial .6, p_back .85.
    const day: [number, number, number, number, number][] = [
      [1.86, 0.13, 0.033, 0.46, 7.757],
      [1.34, 1.39, 0.351, 0.93, 6.079],
      [1.27, 0.38, 0.096, 0.8, 3.138],
      [1.24, 0.26, 0.065, 0.81, 2.586],
      [1.22, 0.29, 0.072, 0.83, 2.463],
      [1.21, 0.29, 0.073, 0.84, 2.403],
    ];
    const means = day.map(([attempts, wait, share, resolved, cost]) => {
      const abandoned = attempts * share;
      const unresolved = (attempts - abandoned) * (1 - resolved);
      const lost = 0.4 * abandoned + 0.15 * unresolved;
      const harm = [attempts * wait, abandoned, unresolved, lost];
      // The four harms are those that the cost of the table is made of.
      const total = harm[0]! + 2 * abandoned + 5 * unresolved + 15 * lost;
      expect(Math.abs(total / cost - 1)).toBeLessThan(0.03);
      return harm;
    });
    const { first } = weighCosts(means, COSTS, DRAWS);
    expect(first.slice(0, 4)).toEqual([0, 0, 0, 0]);
    same(first[4]! + first[5]!, 1);
  });

  it('harm that costs nothing does not count', () => {
    const free = { ...COSTS, lost: 0 };
    const rows = [
      [1, 0, 0, 1],
      [1, 0, 0, 0],
    ];
    expect(weighCosts(rows, free, DRAWS).first).toEqual([0.5, 0.5]);
    expect(weighCosts(rows, COSTS, DRAWS).first).toEqual([0, 1]);
  });
});

describe('over days drawn again', () => {
  const days = (x: readonly (readonly number[])[], y: readonly number[]): DailyParts => ({ x, y });
  const always = (parts: readonly number[], n: number): DailyParts =>
    days(
      parts.map((part) => new Array<number>(n).fill(part * 8)),
      new Array<number>(n).fill(8),
    );

  it('days that are all alike change nothing', () => {
    const means = turned([0.75, 0.5, 0.375, 0.25]);
    expect(
      weighLivedDays(
        means.map((parts) => always(parts, 12)),
        DAY_DRAWS,
      ),
    ).toEqual(weighLived(means, DRAWS));
    expect(
      weighCostDays(
        means.map((parts) => always(parts, 12)),
        COSTS,
        DAY_DRAWS,
      ),
    ).toEqual(weighCosts(means, COSTS, DRAWS));
  });

  it('means are ratios of sums: a day weighs by its volume', () => {
    // Means of daily ratios are .5 and .45; of the sums, .1 and .45.
    const uneven = days(new Array<number[]>(4).fill([1, 0]), [1, 9]);
    const steady = days(new Array<number[]>(4).fill([0.45, 4.05]), [1, 9]);
    const weighed = weighLivedDays([uneven, steady], { ...DAY_DRAWS, draws: 8_000, blocks: 8_000 });
    // The uneven one is better only where the first day is drawn twice.
    near(weighed.first[0]!, 1 / 4, 8_000);
  });

  it('a lead within the noise is not stated; the same lead over steadier days is', () => {
    const uniform = stream('noise', 'test');
    const noisy = (lead: number, noise: number): DailyParts => {
      const parts = Array.from({ length: 40 }, () => lead + noise * (uniform() - 0.5));
      return days(new Array<number[]>(4).fill(parts), new Array<number>(40).fill(1));
    };
    const [a, b] = [noisy(0.505, 0.2), noisy(0.5, 0.2)];
    expect(weighLivedDays([a, b], DAY_DRAWS).verdict).toBe('depends');
    expect(weighLivedDays([noisy(0.505, 0.004), noisy(0.5, 0.004)], DAY_DRAWS).verdict).toBe(
      'stated',
    );
  });

  it('all policies meet the same days: noise that they share does not count', () => {
    const uniform = stream('shared', 'test');
    const shared = Array.from({ length: 40 }, () => uniform());
    const at = (lead: number): DailyParts =>
      days(new Array<number[]>(4).fill(shared.map((x) => x + lead)), new Array<number>(40).fill(1));
    expect(weighLivedDays([at(0), at(0.001)], DAY_DRAWS).first).toEqual([0, 1]);
  });

  it('a policy known on one day keeps its mean where that day is not drawn', () => {
    const once = days(new Array<number[]>(4).fill([1.2, 0, 0]), [2, 0, 0]);
    const { first } = weighLivedDays([once, always([0.5, 0.5, 0.5, 0.5], 3)], DAY_DRAWS);
    expect(first).toEqual([1, 0]);
  });

  it('is the same for the same seed', () => {
    const rows = turned([0.9, 0.5, 0.4, 0.3]).map((parts, i) =>
      days(
        parts.map((part, k) => [part, 2 * part + 0.1 * i, 4 * part + 0.1 * k]),
        [1, 2, 4],
      ),
    );
    const one = weighLivedDays(rows, DAY_DRAWS);
    expect(one.winners).toHaveLength(4);
    expect(weighLivedDays(rows, DAY_DRAWS)).toEqual(one);
    expect(weighLivedDays(rows, { ...DAY_DRAWS, seed: 'x' }).first).not.toEqual(one.first);
  });
});

describe('bad arguments', () => {
  const one = [[1, 1, 1, 1]];
  const day = { x: [[1], [1], [1], [1]], y: [1] };
  it.each<[string, () => unknown, RegExp]>([
    ['no policy', () => weighLived([], DRAWS), /^means must be/],
    ['three components', () => weighLived([[1, 2, 3]], DRAWS), /^means\[0\] must be/],
    ['a mean of NaN', () => weighLived([[1, 2, 3, Number.NaN]], DRAWS), /^means\[0\]\[3\] must/],
    ['no draw', () => weighLived(one, { ...DRAWS, draws: 0 }), /^draws must be/],
    ['a debt', () => weighCosts(one, { ...COSTS, lost: -1 }, DRAWS), /^lost must be/],
    ['no day', () => weighLivedDays([{ ...day, y: [] }], DAY_DRAWS), /^days\[0\]\.x\[0\] must/],
    ['days short', () => weighLivedDays([day, { ...day, y: [1, 1] }], DAY_DRAWS), /^days\[1\]\.y/],
    ['no volume', () => weighLivedDays([{ ...day, y: [0] }], DAY_DRAWS), /^days\[0\]\.y must be/],
    ['negative', () => weighLivedDays([{ ...day, y: [-1] }], DAY_DRAWS), /^days\[0\]\.y\[0\] must/],
    ['no block', () => weighLivedDays([day], { ...DAY_DRAWS, blocks: 0 }), /^blocks must be/],
    [
      'more blocks than draws',
      () => weighLivedDays([day], { ...DAY_DRAWS, draws: 10, blocks: 11 }),
      /^blocks must be/,
    ],
  ])('%s: refused by name', (_, call, says) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(says);
  });
});
