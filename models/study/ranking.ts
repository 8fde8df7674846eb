import type { HarmCosts } from '../folds/measures/lived.ts';
import { type Difference, pairedDifference, RatioOfSums } from '../kernel/tally.ts';
import { type Figure, knownWidth } from './compare.ts';
import { SELECTION_RULE, Selection, type SelectionState } from './select.ts';
import { demand, demandAmount, demandCount } from './theory/argument.ts';
import {
  type DailyParts,
  grounded,
  WEIGHT_DRAWS,
  type Weighing,
  weighCostDays,
  weighLivedDays,
} from './weights.ts';

/**
 * Policies side by side, from plain rows to what may be said of them: codes and numbers, and no
 * sentence. Every figure is a ratio of sums over days (MODEL 13.3); every difference is that of
 * days with the same callers (13.5); no weight decides alone (7.5); and a mean never stands without
 * how it is shared out (11.4). Policies are called by the number of their row, from 0.
 */

/** A figure day by day: x over y, sums of each day; a daily mean has y = 1. */
export interface DailyRatio {
  readonly x: readonly number[];
  /** 0 or more. */
  readonly y: readonly number[];
}

/** What a policy did, day by day; day d of every row met the same callers. */
export interface PolicyRow {
  readonly name: string;
  /** Harm of the day, waiting-minute equivalents, over its customers. */
  readonly cost: DailyRatio;
  /** Minutes waited, abandonments, contacts left unresolved, customers lost; over customers. */
  readonly harms: DailyParts;
  /** Score of lived experience, 0 to 100, over journeys. */
  readonly lived: DailyRatio;
  /** Its components resolution, wait, effort, relation, each 0 to 1; over journeys. */
  readonly components: DailyParts;
  /** First contacts resolved over first contacts: easy, middle and hard third of need. */
  readonly thirds: Thirds;
  /** Score of lived experience over journeys, by third of the need of the first contact. */
  readonly livedThirds: Thirds;
}

/** The same figure of the easy, the middle and the hard third of need. */
type Thirds = readonly [easy: DailyRatio, middle: DailyRatio, hard: DailyRatio];

/** How rows are to be compared. */
export interface RankingAsk {
  /** Default costs of harm, round which weights are drawn. */
  readonly costs: HarmCosts;
  /** Seed of the weights. */
  readonly seed: string;
  /** 0.95 for intervals that hold 19 times in 20; the selection errs once in as many. */
  readonly level: number;
  /** Indifference zone of the cost, waiting-minute equivalents a customer. */
  readonly delta: number;
  /** Days of every policy before the selection drops any. */
  readonly n0: number;
  readonly draws: number;
  readonly blocks: number;
}

/** What is asked unless something else is: all but the costs and the seed. */
export const RANKING_ASK: Omit<RankingAsk, 'costs' | 'seed'> = {
  level: 0.95,
  delta: SELECTION_RULE.delta,
  n0: SELECTION_RULE.n0,
  ...WEIGHT_DRAWS,
};

/** Days below which nothing is said of who is first over all weights. */
export const FEWEST_WEIGHED = 10;

/** A less b, day by day, a before b among the rows. */
export interface PairedFigure extends Figure {
  readonly a: number;
  readonly b: number;
  /** Half-width at which all pairs of the order hold together (Bonferroni). */
  readonly together: number | null;
  /** The interval `together` leaves out 0: which of the two is better can be said. */
  readonly apart: boolean;
  /** What meeting the same callers bought: see Difference. null where it cannot be told. */
  readonly gain: number | null;
}

/** The policies by one figure. */
export interface Order {
  /** The figure of each policy, by number, with its own interval. */
  readonly figures: readonly Figure[];
  /** Policies, best first; equals as their rows; those without a figure last. */
  readonly order: readonly number[];
  /** neighbours[p]: the policy at place p and the next are told apart. One fewer than policies. */
  readonly neighbours: readonly boolean[];
  /** Every pair once: (0, 1), (0, 2)… */
  readonly pairs: readonly PairedFigure[];
}

/** A figure by third of need. */
export interface ByThird {
  readonly easy: Figure;
  readonly middle: Figure;
  readonly hard: Figure;
  /** Easy less hard, day by day: what is taken from those who need most. */
  readonly gap: Figure;
}

/** First-contact resolution by third of need, of one policy; and lived experience beside it. */
export interface Equity extends ByThird {
  readonly lived: ByThird;
}

/** Everything that may be said; plain data. */
export interface Ranking {
  readonly level: number;
  readonly days: number;
  readonly names: readonly string[];
  /** Lower is better. */
  readonly cost: Order;
  /** Higher is better. */
  readonly lived: Order;
  /**
   * The policy of least cost, by KN over these days in their order, by no more than was known on
   * each; `going` where more days are needed. null where a policy had customers on fewer than two
   * of its first days.
   */
  readonly selection: SelectionState | null;
  /**
   * Who is best over all weights, and over these days drawn again; null without a customer, and
   * below ten days, of which drawing again says nothing.
   */
  readonly weights: { readonly lived: Weighing | null; readonly cost: Weighing | null };
  /**
   * `stated`: the policies in `first` (several where they are equal) win both weighings. `depends`:
   * what is best depends on what one values, or on the days. null where one could not be made.
   */
  readonly verdict: {
    readonly code: 'stated' | 'depends';
    readonly first: readonly number[];
  } | null;
  /** Of each policy, by number. */
  readonly equity: readonly Equity[];
}

/**
 * Compares policies over days on which they met the same callers. A RangeError where rows differ in
 * their days, a name is given twice, or the ask makes no sense (a level below one in so many
 * policies would do no better than choosing blindly).
 * @param rows one a policy, at least one
 */
export function rankPolicies(rows: readonly PolicyRow[], ask: RankingAsk): Ranking {
  const days = demandRows(rows);
  const { costs, level, seed, draws, blocks } = ask;
  demand(level > 0 && level < 1, 'level', 'above 0 and below 1', level);
  const cost = rows.map((row) => row.cost);
  const lived = rows.map((row) => row.lived);
  const harms = rows.map((row) => row.harms);
  const components = rows.map((row) => row.components);
  const byCost = orderOf(cost, 'lower', level);
  const byLived = orderOf(lived, 'higher', level);
  const dayDraws = { seed, draws, blocks };
  const weighed = (parts: readonly DailyParts[]): boolean =>
    days >= FEWEST_WEIGHED && parts.every(isKnown);
  const weights = {
    lived: weighed(components)
      ? grounded(weighLivedDays(components, dayDraws), (a, b) => isBetter(byLived, a, b))
      : null,
    cost: weighed(harms)
      ? grounded(weighCostDays(harms, costs, dayDraws), (a, b) => isBetter(byCost, a, b))
      : null,
  };
  return {
    level,
    days,
    names: rows.map(({ name }) => name),
    cost: byCost,
    lived: byLived,
    selection: select(cost, ask),
    weights,
    verdict: verdictOf(weights.lived, weights.cost),
    equity: rows.map(({ livedThirds, thirds }) => ({
      ...byThird(thirds, level),
      lived: byThird(livedThirds, level),
    })),
  };
}

/** There is something to divide by. */
const isKnown = ({ y }: { readonly y: readonly number[] }): boolean => y.some((many) => many > 0);

/** There is on two days at least: one alone says nothing of the next. */
const isSpread = ({ y }: DailyRatio): boolean => y.filter((many) => many > 0).length >= 2;

/**
 * Policies by one figure: every pair over the same days (paired t), each with its own interval, and
 * with that at which all hold at once: the order is found in the same days, so the two neighbours
 * of a place could have been any pair, and all k (k - 1) / 2 are allowed for.
 */
function orderOf(ratios: readonly DailyRatio[], better: 'lower' | 'higher', level: number): Order {
  const k = ratios.length;
  const figures = ratios.map((ratio) => figureOf(ratio, level));
  const many = Math.max(1, (k * (k - 1)) / 2);
  const pairs = ratios.flatMap((left, a) =>
    ratios.slice(a + 1).map((right, i) => pairOf(a, a + 1 + i, left, right, level, many)),
  );
  const sign = better === 'lower' ? 1 : -1;
  const place = (i: number): number => {
    const { mean } = figures[i]!;
    return mean === null ? Number.POSITIVE_INFINITY : sign * mean;
  };
  const order = ratios.map((_, i) => i);
  // Not by a difference: two without a figure would differ by NaN.
  order.sort((i, l) => (place(i) < place(l) ? -1 : place(i) > place(l) ? 1 : i - l));
  const neighbours = order.slice(1).map((next, p) => {
    const [a, b] = [Math.min(order[p]!, next), Math.max(order[p]!, next)];
    return pairs.find((pair) => pair.a === a && pair.b === b)!.apart;
  });
  return { figures, order, neighbours, pairs };
}

/** The pair of two policies, whichever is named first; undefined of one and itself. */
export const pairIn = ({ pairs }: Order, i: number, l: number): PairedFigure | undefined =>
  pairs.find(({ a, b }) => (a === i && b === l) || (a === l && b === i));

/** Whether an order tells that i is better than l. */
export const isBetter = (order: Order, i: number, l: number): boolean =>
  (pairIn(order, i, l)?.apart ?? false) && order.order.indexOf(i) < order.order.indexOf(l);

/** Policies than which none is told to be better: no two of them are told apart. Best first. */
export const candidatesOf = (order: Order): number[] =>
  order.order.filter((i) => !order.order.some((l) => isBetter(order, l, i)));

const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);

function figureOf({ x, y }: DailyRatio, level: number): Figure {
  const sums = new RatioOfSums();
  x.forEach((value, d) => {
    sums.add(value, y[d]!);
  });
  return { mean: finite(sums.ratio), halfWidth: knownWidth(sums.halfWidth(level)), n: sums.n };
}

/**
 * Numbers whose mean is the ratio of sums, and whose spread is its error (delta method); NaN where
 * there is nothing to divide by.
 */
function linearParts({ x, y }: DailyRatio): number[] {
  const sums = new RatioOfSums();
  x.forEach((value, d) => {
    sums.add(value, y[d]!);
  });
  const meanY = sums.sumY / sums.n;
  return x.map((value, d) => sums.ratio + (value - sums.ratio * y[d]!) / meanY);
}

/** One ratio less another over the same days; no claim where one is known on fewer than two. */
function differenceOf(left: DailyRatio, right: DailyRatio, level: number): Difference {
  const difference = pairedDifference(linearParts(left), linearParts(right), level);
  return isSpread(left) && isSpread(right)
    ? difference
    : { ...difference, halfWidth: Number.POSITIVE_INFINITY, gain: Number.NaN };
}

function pairOf(
  a: number,
  b: number,
  left: DailyRatio,
  right: DailyRatio,
  level: number,
  many: number,
): PairedFigure {
  const { mean, halfWidth, n, gain } = differenceOf(left, right, level);
  const together = differenceOf(left, right, 1 - (1 - level) / many).halfWidth;
  return {
    a,
    b,
    mean: finite(mean),
    halfWidth: knownWidth(halfWidth),
    n,
    together: knownWidth(together),
    apart: Math.abs(mean) > together,
    gain: finite(gain),
  };
}

/**
 * A ratio as values of days that look no further than they may: the linear parts by the ratio and
 * the mean denominator of the first n0 days, held fixed from there on. What KN decides after so
 * many days then stands, whatever follows; nothing is decided before n0.
 */
function partsAsKnown({ x, y }: DailyRatio, n0: number): number[] {
  const sums = new RatioOfSums();
  for (let d = 0; d < Math.min(n0, x.length); d += 1) sums.add(x[d]!, y[d]!);
  const { ratio, sumY, n } = sums;
  return x.map((value, d) => ratio + ((value - ratio * y[d]!) * n) / sumY);
}

/** KN over the days; null where the first n0 of a policy are no ground for a ratio. */
function select(
  costs: readonly DailyRatio[],
  { level, delta, n0 }: RankingAsk,
): SelectionState | null {
  demandCount('n0', n0, 2);
  const isGround = ({ x, y }: DailyRatio): boolean =>
    isSpread({ x: x.slice(0, n0), y: y.slice(0, n0) });
  if (!costs.every(isGround)) return null;
  const most = Math.max(SELECTION_RULE.most, n0);
  const selection = new Selection(costs.length, {
    ...SELECTION_RULE,
    alpha: 1 - level,
    delta,
    n0,
    most,
  });
  const parts = costs.map((cost) => partsAsKnown(cost, n0));
  selection.addAll(parts[0]!.map((_, d) => parts.map((days) => days[d]!)));
  return selection.state();
}

function verdictOf(lived: Weighing | null, cost: Weighing | null): Ranking['verdict'] {
  if (lived === null || cost === null) return null;
  const winners = ({ verdict, winners }: Weighing): number[] =>
    verdict === 'stated' ? winners.map(({ policy }) => policy) : [];
  const both = winners(cost);
  const first = winners(lived).filter((policy) => both.includes(policy));
  return { code: first.length > 0 ? 'stated' : 'depends', first };
}

function byThird([easy, middle, hard]: Thirds, level: number): ByThird {
  const { mean, halfWidth, n } = differenceOf(easy, hard, level);
  return {
    easy: figureOf(easy, level),
    middle: figureOf(middle, level),
    hard: figureOf(hard, level),
    gap: { mean: finite(mean), halfWidth: knownWidth(halfWidth), n },
  };
}

/** Refuses rows that cannot be compared; how many days each has. */
function demandRows(rows: readonly PolicyRow[]): number {
  demand(rows.length > 0, 'rows', 'of one policy at least', rows.length);
  const days = rows[0]!.cost.y.length;
  demandCount('days', days, 1);
  const names = rows.map(({ name }) => name);
  demand(new Set(names).size === names.length, 'rows', 'of different names', names.join(', '));
  rows.forEach(({ cost, harms, lived, livedThirds, components, thirds }, i) => {
    for (const [name, { x, y }] of Object.entries({ cost, lived }))
      demandDays(`rows[${i}].${name}`, days, y, [x]);
    for (const [name, parts] of Object.entries({ thirds, livedThirds }))
      parts.forEach(({ x, y }, third) => {
        demandDays(`rows[${i}].${name}[${third}]`, days, y, [x]);
      });
    for (const [name, { x, y }] of Object.entries({ harms, components })) {
      demand(x.length === 4, `rows[${i}].${name}.x`, 'of 4 parts', x.length);
      demandDays(`rows[${i}].${name}`, days, y, x);
    }
  });
  return days;
}

function demandDays(
  name: string,
  days: number,
  y: readonly number[],
  x: readonly (readonly number[])[],
): void {
  for (const sums of [y, ...x])
    demand(sums.length === days, name, `${days} days long`, sums.length);
  y.forEach((many, d) => {
    demandAmount(`${name}.y[${d}]`, many);
  });
  for (const sums of x)
    sums.forEach((value, d) => {
      demand(Number.isFinite(value), `${name}.x, day ${d},`, 'a finite number', value);
    });
}
