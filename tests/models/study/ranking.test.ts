import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../../models/folds/measures/figures.ts';
import { SUM, SUMS } from '../../../models/folds/measures/sums.ts';
import { stream } from '../../../models/kernel/streams.ts';
import { Moments, RatioOfSums, tQuantile } from '../../../models/kernel/tally.ts';
import { compareDays } from '../../../models/study/compare.ts';
import {
  type DailyRatio,
  type PolicyRow,
  type Ranking,
  type RankingAsk,
  rankPolicies,
} from '../../../models/study/ranking.ts';
import { SELECTION_RULE, Selection } from '../../../models/study/select.ts';
import { weighCostDays, weighLivedDays } from '../../../models/study/weights.ts';
import { ASK, COSTS, row, STYLE, type Style, WORSE, withCost } from './days-of.ts';
import { same } from './theory/close.ts';

const ratio = ({ x, y }: DailyRatio): number => {
  const total = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0);
  return total(x) / total(y);
};

describe('figures and differences', () => {
  const rows = [row('a', WORSE), row('b', STYLE), row('c', { ...WORSE, noise: 0.05 })];
  const ranking = rankPolicies(rows, ASK);

  it('are ratios of sums, with the interval of a ratio of sums', () => {
    rows.forEach(({ cost }, i) => {
      const sums = new RatioOfSums();
      cost.x.forEach((x, d) => {
        sums.add(x, cost.y[d]!);
      });
      const figure = ranking.cost.figures[i]!;
      same(figure.mean!, ratio(cost));
      same(figure.halfWidth!, sums.halfWidth(0.95));
      expect(figure.n).toBe(40);
    });
  });

  it('are those that a study of two scenarios gives of the same days', () => {
    const measure = MEASURES.find(({ name }) => name === 'costPerCustomer')!;
    const packed = ({ cost }: PolicyRow): Float64Array[] =>
      cost.x.map((x, d) => {
        const sums = new Float64Array(SUMS);
        sums[SUM.costWme] = x;
        sums[SUM.first] = cost.y[d]!;
        sums[SUM.resolved] = 1;
        return sums;
      });
    for (const { a, b, mean, halfWidth, gain, n } of ranking.cost.pairs) {
      const study = compareDays(packed(rows[a]!), packed(rows[b]!), 0.95)[measure.name]!;
      same(mean!, study.mean);
      same(halfWidth!, study.halfWidth);
      expect(gain! / study.gain).toBeCloseTo(1, 6);
      expect(n).toBe(study.n);
      same(mean!, ratio(rows[a]!.cost) - ratio(rows[b]!.cost));
    }
    expect(ranking.cost.pairs.map(({ a, b }) => [a, b])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    // What all policies share is no noise between them.
    expect(ranking.cost.pairs[0]!.gain).toBeGreaterThan(5);
  });

  it('have the Student interval of the textbook where every day weighs the same', () => {
    const [x, z] = [
      [3, 1, 4, 1, 5],
      [2, 7, 1, 8, 2],
    ];
    const moments = new Moments();
    x!.forEach((value, d) => {
      moments.add(value - z![d]!);
    });
    const pair = rankPolicies([withCost('x', x!), withCost('z', z!)], ASK).cost.pairs[0]!;
    same(pair.mean!, moments.mean);
    same(pair.halfWidth!, tQuantile(0.975, 4) * moments.standardError);
    // Of one pair there is nothing to allow for.
    same(pair.together!, pair.halfWidth!);
  });
});

describe('the order', () => {
  it('goes by least cost and by best lived, equals as they came', () => {
    const rows = [row('a', WORSE), row('b', STYLE), row('a again', WORSE)];
    const again = rows.map((one, i) => (i === 2 ? { ...rows[0]!, name: one.name } : one));
    const { cost, lived, names } = rankPolicies(again, ASK);
    expect(names).toEqual(['a', 'b', 'a again']);
    expect(cost.order).toEqual([1, 0, 2]);
    expect(lived.order).toEqual([1, 0, 2]);
    expect(cost.neighbours).toEqual([true, false]);
    expect(cost.pairs[1]).toMatchObject({ a: 0, b: 2, mean: 0, halfWidth: null, apart: false });
  });

  it('tells neighbours apart only where all pairs hold together', () => {
    // A difference whose interval leaves out 0 alone, but not with two more pairs to allow for.
    const days = 20;
    const wave = Array.from({ length: days }, (_, d) => (d % 2 === 0 ? 1 : -1));
    const spread = Math.sqrt(days / (days - 1));
    const [single, three] = [tQuantile(0.975, 19), tQuantile(1 - 0.05 / 6, 19)];
    const lead = (((single + three) / 2) * spread) / Math.sqrt(days);
    const base = new Array<number>(days).fill(10);
    const near = withCost(
      'near',
      wave.map((w) => 10 + lead + w),
    );
    const far = withCost(
      'far',
      wave.map((w) => 15 + w),
    );
    const alone = rankPolicies([withCost('base', base), near], ASK).cost;
    expect(alone.neighbours).toEqual([true]);
    const crowded = rankPolicies([withCost('base', base), near, far], ASK).cost;
    expect(crowded.order).toEqual([0, 1, 2]);
    expect(crowded.neighbours).toEqual([false, true]);
    const { mean, halfWidth, together } = crowded.pairs[0]!;
    expect(-mean!).toBeGreaterThan(halfWidth!);
    expect(-mean!).toBeLessThan(together!);
    same(together!, (three * spread) / Math.sqrt(days));
  });

  it('puts a policy without a figure last, and claims nothing of it', () => {
    const none = { ...row('none', STYLE, 2), cost: { x: [0, 0], y: [0, 0] } };
    const { cost, selection, lived } = rankPolicies([none, row('some', WORSE, 2)], ASK);
    expect(cost.order).toEqual([1, 0]);
    expect(cost.figures[0]).toEqual({ mean: null, halfWidth: null, n: 2 });
    expect(cost.pairs[0]).toMatchObject({ mean: null, halfWidth: null, apart: false });
    expect(selection).toBeNull();
    expect(lived.order).toEqual([0, 1]);
  });

  it('claims nothing after one day, nor after one day that counts', () => {
    const { cost, selection } = rankPolicies([row('a', STYLE, 1), row('b', WORSE, 1)], ASK);
    expect(cost.order).toEqual([0, 1]);
    expect(cost.neighbours).toEqual([false]);
    expect(selection).toBeNull();
    const once = (name: string, x: number): PolicyRow => ({
      ...row(name, STYLE, 3),
      cost: { x: [x, 0, 0], y: [10, 0, 0] },
    });
    const late = rankPolicies([once('a', 1), once('b', 9)], ASK);
    same(late.cost.pairs[0]!.mean!, -0.8);
    expect(late.cost.pairs[0]).toMatchObject({ halfWidth: null, together: null, apart: false });
    expect(late.selection).toBeNull();
  });
});

describe('the selection', () => {
  const noisy = (name: string, mean: number, days: number): PolicyRow => {
    const own = stream(name, 'selection');
    return withCost(
      name,
      Array.from({ length: days }, () => mean + own()),
    );
  };

  it('is KN over the days in their order, at the level and the indifference asked for', () => {
    const rows = [noisy('a', 2.3, 300), noisy('b', 2, 300), noisy('c', 2.2, 300)];
    const asked = { ...ASK, delta: 0.2, level: 0.9, n0: 10 };
    const { selection } = rankPolicies(rows, asked);
    const rule = { ...SELECTION_RULE, delta: 0.2, alpha: 0.1, n0: 10 };
    const direct = new Selection(3, rule);
    direct.addAll(rows[0]!.cost.x.map((_, d) => rows.map(({ cost }) => cost.x[d]!)));
    const state = direct.state();
    expect(state).toMatchObject({ status: 'decided', chosen: 1 });
    expect(selection).toMatchObject({
      status: 'decided',
      chosen: 1,
      replications: state.replications,
    });
    expect(selection?.systems.map(({ out }) => out)).toEqual(state.systems.map(({ out }) => out));
    same(selection?.guarantee?.probability ?? 0, 0.9);
  });

  it('is going while the days do not decide', () => {
    const few = rankPolicies([noisy('a', 2.01, 19), noisy('b', 2, 19)], ASK).selection;
    expect(few).toMatchObject({ status: 'going', replications: 19, bound: null, chosen: null });
    const more = rankPolicies([noisy('a', 2.01, 40), noisy('b', 2, 40)], ASK).selection;
    expect(more).toMatchObject({ status: 'going', replications: 40, chosen: null });
    expect(more?.bound).toBeGreaterThan(40);
  });
});

describe('the weights', () => {
  const verdict = (...rows: PolicyRow[]): Ranking['verdict'] => rankPolicies(rows, ASK).verdict;

  it('are those of the weighings over days', () => {
    const rows = [row('a', { ...WORSE, noise: 0.4 }), row('b', STYLE), row('c', WORSE)];
    const { weights } = rankPolicies(rows, ASK);
    const { seed, draws, blocks } = ASK;
    const components = rows.map((one) => one.components);
    const harms = rows.map((one) => one.harms);
    expect(weights.lived).toEqual(weighLivedDays(components, { seed, draws, blocks }));
    expect(weights.cost).toEqual(weighCostDays(harms, COSTS, { seed, draws, blocks }));
  });

  it('state a policy that wins both, and none where each has another winner', () => {
    const quick: Style = { ...WORSE, components: [0.95, 0.9, 0.9, 0.9] };
    expect(verdict(row('a', WORSE), row('b', STYLE))).toEqual({ code: 'stated', first: [1] });
    expect(verdict(row('a', quick), row('b', STYLE))).toEqual({ code: 'depends', first: [] });
    const twin = { ...row('b', STYLE), name: 'twin' };
    expect(verdict(row('a', WORSE), row('b', STYLE), twin)).toEqual({
      code: 'stated',
      first: [1, 2],
    });
  });

  it('state nothing where one of them depends', () => {
    const patient: Style = { ...STYLE, components: [0.95, 0.5, 0.8, 0.7] };
    const { verdict: said, weights } = rankPolicies([row('a', patient), row('b', STYLE)], ASK);
    expect(weights.lived?.verdict).toBe('depends');
    expect(said).toEqual({ code: 'depends', first: [] });
  });

  it('are null where nobody came', () => {
    const b = row('b', STYLE);
    const empty = { ...b, components: { x: b.components.x, y: b.cost.y.map(() => 0) } };
    const { weights, verdict: said } = rankPolicies([row('a', STYLE), empty], ASK);
    expect(weights.lived).toBeNull();
    expect(weights.cost).not.toBeNull();
    expect(said).toBeNull();
  });
});

describe('equity', () => {
  it('is a ratio of sums for each third, and the gap between easy and hard over the same days', () => {
    const fair = row('fair', STYLE);
    const triage = row('triage', { ...STYLE, harm: WORSE.harm, thirds: [0.92, 0.87, 0.73] });
    const { equity } = rankPolicies([fair, triage], ASK);
    [fair, triage].forEach(({ livedThirds, thirds }, i) => {
      const { lived, ...resolved } = equity[i]!;
      for (const [ratios, told] of [[thirds, resolved] as const, [livedThirds, lived] as const]) {
        const { easy, middle, hard, gap } = told;
        [easy, middle, hard].forEach((figure, t) => {
          same(figure.mean!, ratio(ratios[t]!));
          expect(figure.halfWidth).toBeGreaterThan(0);
        });
        same(gap.mean!, easy.mean! - hard.mean!);
      }
    });
    // Here easy and hard share the luck of their days: the gap is known better than either.
    expect(equity[1]!.gap.halfWidth).toBeLessThan(equity[1]!.hard.halfWidth! / 2);
    expect(equity[1]!.gap.mean).toBeGreaterThan(5 * equity[0]!.gap.mean!);
  });

  it('claims nothing of a third that nobody belongs to', () => {
    const days = 3;
    const one = row('a', STYLE, days);
    const nobody: DailyRatio = { x: [0, 0, 0], y: [0, 0, 0] };
    const [easy, middle] = one.thirds;
    const { equity } = rankPolicies([{ ...one, thirds: [easy, middle, nobody] }], ASK);
    expect(equity[0]!.hard).toEqual({ mean: null, halfWidth: null, n: 3 });
    expect(equity[0]!.gap).toEqual({ mean: null, halfWidth: null, n: 3 });
    expect(equity[0]!.easy.mean).toBeGreaterThan(0.5);
  });
});

describe('a ranking', () => {
  it('is plain data, and the same whenever it is asked for', () => {
    const rows = [row('a', WORSE), row('b', STYLE), row('c', { ...WORSE, noise: 0.3 })];
    const ranking = rankPolicies(rows, ASK);
    expect(JSON.parse(JSON.stringify(ranking))).toEqual(ranking);
    expect(rankPolicies(rows, ASK)).toEqual(ranking);
    expect(ranking).toMatchObject({ level: 0.95, days: 40, names: ['a', 'b', 'c'] });
  });

  it('of one policy has nothing to compare', () => {
    const { cost, selection, verdict } = rankPolicies([row('a', STYLE)], ASK);
    expect(cost).toMatchObject({ order: [0], neighbours: [], pairs: [] });
    expect(selection).toMatchObject({ status: 'decided', chosen: 0, replications: 0 });
    expect(verdict).toEqual({ code: 'stated', first: [0] });
  });

  it('follows its rows: another order of rows, the same findings', () => {
    const rows = [row('a', WORSE), row('b', STYLE), row('c', { ...WORSE, noise: 0.3 })];
    const [one, turned] = [rankPolicies(rows, ASK), rankPolicies([...rows].reverse(), ASK)];
    expect(turned.cost.order.map((i) => turned.names[i])).toEqual(
      one.cost.order.map((i) => one.names[i]),
    );
    expect(turned.cost.neighbours).toEqual(one.cost.neighbours);
    expect([...(turned.weights.lived?.first ?? [])].reverse()).toEqual(one.weights.lived?.first);
    expect([...turned.equity].reverse()).toEqual(one.equity);
  });

  const a = row('a', STYLE);
  it.each<[string, readonly PolicyRow[], Partial<RankingAsk>, RegExp]>([
    ['no row', [], {}, /^rows must be/],
    ['a name twice', [a, a], {}, /^rows must be of different names/],
    ['no day', [row('b', STYLE, 0)], {}, /^days must be/],
    ['fewer days', [a, row('b', STYLE, 39)], {}, /^rows\[1\]\.cost must be 40 days/],
    ['a third short', [{ ...a, thirds: row('b', STYLE, 3).thirds }], {}, /^rows\[0\]\.thirds\[0\]/],
    [
      'a third of lived experience short',
      [{ ...a, livedThirds: row('b', STYLE, 3).thirds }],
      {},
      /^rows\[0\]\.livedThirds\[0\]/,
    ],
    [
      'three harms',
      [{ ...a, harms: { x: a.harms.x.slice(1), y: a.harms.y } }],
      {},
      /^rows\[0\]\.harms\.x must be of 4 parts/,
    ],
    [
      'a negative volume',
      [{ ...a, lived: { x: a.lived.x, y: a.lived.y.map((y) => -y) } }],
      {},
      /^rows\[0\]\.lived\.y\[0\] must be/,
    ],
    [
      'a cost of NaN',
      [{ ...a, cost: { x: a.cost.x.map(() => Number.NaN), y: a.cost.y } }],
      {},
      /^rows\[0\]\.cost\.x, day 0, must be/,
    ],
    ['a level of 95', [a], { level: 95 }, /^level must be/],
    ['no indifference', [a], { delta: 0 }, /^delta must be/],
    ['one first day', [a], { n0: 1 }, /^n0 must be/],
    ['no draw', [a], { draws: 0 }, /^draws must be/],
  ])('%s: refused by name', (_, rows, over, says) => {
    const call = (): Ranking => rankPolicies(rows, { ...ASK, ...over });
    expect(call).toThrow(RangeError);
    expect(call).toThrow(says);
  });
});
