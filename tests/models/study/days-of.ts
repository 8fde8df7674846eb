import { stream } from '../../../models/kernel/streams.ts';
import {
  type DailyRatio,
  type PolicyRow,
  RANKING_ASK,
  type RankingAsk,
} from '../../../models/study/ranking.ts';

/** Policies made up day by day, for what is said of them. */

export const COSTS = { abandoned: 2, unresolved: 5, lost: 15 };
export const ASK: RankingAsk = {
  ...RANKING_ASK,
  costs: COSTS,
  seed: 'ranking',
  draws: 2_000,
  blocks: 50,
};

/** What a policy does to a customer on average, and how much its days vary beside the others'. */
export interface Style {
  readonly harm: readonly [number, number, number, number];
  readonly components: readonly [number, number, number, number];
  readonly thirds: readonly [number, number, number];
  readonly noise?: number;
}
export const STYLE: Style = {
  harm: [0.35, 0.09, 0.18, 0.06],
  components: [0.9, 0.8, 0.8, 0.7],
  thirds: [0.85, 0.84, 0.82],
};
export const WORSE: Style = {
  harm: [0.5, 0.1, 0.25, 0.08],
  components: [0.85, 0.7, 0.75, 0.65],
  thirds: [0.8, 0.78, 0.75],
};

/** Days of a policy: the volume and the luck of a day are shared by all, noise is its own. */
export function row(name: string, style: Style, days = 40): PolicyRow {
  const shared = stream('days', 'test');
  const own = stream(name, 'test');
  const volume: number[] = [];
  const factor: number[] = [];
  for (let d = 0; d < days; d += 1) {
    volume.push(400 + Math.floor(200 * shared()));
    factor.push(0.9 + 0.2 * shared() + (style.noise ?? 0.02) * (own() - 0.5));
  }
  const over = (mean: number): number[] => volume.map((n, d) => n * mean * factor[d]!);
  const harms = style.harm.map(over);
  const weights = [1, COSTS.abandoned, COSTS.unresolved, COSTS.lost];
  const score = [40, 20, 20, 20].reduce((sum, w, k) => sum + w * style.components[k]!, 0);
  const y = volume.map((n) => n / 4);
  const third = (t: 0 | 1 | 2, times = 1): DailyRatio => ({
    x: y.map((n, d) => n * times * style.thirds[t] * factor[d]!),
    y,
  });
  return {
    name,
    cost: {
      x: volume.map((_, d) => weights.reduce((sum, w, k) => sum + w * harms[k]![d]!, 0)),
      y: volume,
    },
    harms: { x: harms, y: volume },
    lived: { x: over(score), y: volume },
    components: { x: style.components.map(over), y: volume },
    thirds: [third(0), third(1), third(2)],
    livedThirds: [third(0, 110), third(1, 110), third(2, 100)],
  };
}

/** A row that differs from the first in one figure alone, given day by day. */
export const withCost = (name: string, x: readonly number[]): PolicyRow => {
  const y = x.map(() => 1);
  const flat = (mean: number): DailyRatio => ({ x: x.map(() => mean), y });
  return {
    name,
    cost: { x, y },
    harms: { x: [x, x, x, x], y },
    lived: flat(80),
    components: { x: [y, y, y, y], y },
    thirds: [flat(0.9), flat(0.8), flat(0.7)],
    livedThirds: [flat(85), flat(80), flat(75)],
  };
};
