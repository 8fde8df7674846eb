import type { Figure } from '../compare.ts';
import type { Compared } from '../comparison/comparison.ts';
import { policyOf } from '../policies.ts';
import { SHOWN } from '../precision.ts';
import type { Ranking } from '../ranking.ts';
import type { Weighing } from '../weights.ts';
import type { Cell } from './day-data.ts';
import { hypotheses } from './hypotheses.ts';
import { UNITS, withUnits } from './numbers.ts';
import type { StudyReport } from './study-sheet.ts';

const STUDY_FORMAT = 'contretemps-study/1';

/** What the figures mean, said with them. */
const CONVENTIONS = {
  callers: 'the same for all policies, day by day',
  ratios: 'of sums over all days',
  livedP10: 'mean of the daily values',
  p10AndP90: 'of the daily values, from 10 days on; of more than 1,000 days at most 0.78 % off',
  livedStrict: 'product of the four components, each to the power of its weight',
  livedThirds:
    'by the need of the first contact; callers whom nobody met are livedUnmet, whatever their need',
  tomorrowPerCustomer: 'journeys not finished at closing: scored as they stand',
  pairs: 'a less b; together: half-width at which all pairs hold at once',
  neighbours: 'whether the policy at a place and the next are told apart',
  gain: 'variance without common callers over variance with them',
  verdict:
    'of weights: stated, first in 90 % of the draws and told apart; alike, not told apart; depends. null below ten days',
  weights:
    'lived: resolution, wait, effort, relation; cost: minute waited, abandoned, unresolved, lost',
  fixed: 'without paceMin: the cheapest pace of a grid, on other days',
};

/** An order with names for numbers. */
const named = (
  { order, neighbours, pairs }: Ranking['cost'],
  names: readonly string[],
): object => ({
  order: order.map((i) => names[i]),
  neighbours,
  pairs: pairs.map((pair) => ({ ...pair, a: names[pair.a], b: names[pair.b] })),
});

const weighed = (weighing: Weighing | null, names: readonly string[]): object | null =>
  weighing === null
    ? null
    : {
        draws: weighing.draws,
        verdict: weighing.verdict,
        first: names.map((policy, i) => ({ policy, share: weighing.first[i] })),
        winners: weighing.winners.map((one) => ({ ...one, policy: names[one.policy] })),
        beats: weighing.beats,
      };

function selected({ names, selection }: Ranking): object | null {
  if (selection === null) return null;
  const { chosen, leader, systems, tied, ...rest } = selection;
  const name = (i: number | null): string | null => (i === null ? null : (names[i] ?? null));
  return {
    ...rest,
    leader: name(leader),
    chosen: name(chosen),
    tied: tied.map(name),
    policies: systems.map(({ out, ...system }, i) => ({
      policy: names[i],
      ...system,
      out: out === null ? null : { after: out.after, by: name(out.by) },
    })),
  };
}

function scenarioData({ ranking, sacrifices, ...compared }: Compared): object {
  const { names, verdict, weights } = ranking;
  return {
    asked: compared.asked,
    name: compared.scenario.name,
    ...(compared.scenario.arbitration?.people === false ? { people: false } : {}),
    replications: compared.days,
    precise: compared.precise,
    costs: compared.costs,
    policies: compared.players.map(({ scenario }, i) => ({
      policy: names[i],
      settings: policyOf(scenario),
      paces: compared.paces[i],
      measures: withUnits(compared.figures[i] ?? {}),
      equity: ranking.equity[i],
    })),
    ranking: { cost: named(ranking.cost, names), lived: named(ranking.lived, names) },
    selection: selected(ranking),
    weights: { cost: weighed(weights.cost, names), lived: weighed(weights.lived, names) },
    verdict:
      verdict === null ? null : { code: verdict.code, first: verdict.first.map((i) => names[i]) },
    sacrifices: sacrifices.map((one) => ({
      ...one,
      policy: names[one.policy],
      than: names[one.than],
    })),
  };
}

/** A study for other programs: everything but the days. */
export const studyData = ({ alpha, delta, rules, scenarios, seed }: StudyReport): object => ({
  format: STUDY_FORMAT,
  rules,
  seed,
  alpha,
  delta,
  level: 1 - alpha,
  shown: SHOWN,
  conventions: CONVENTIONS,
  hypotheses: hypotheses(),
  scenarios: scenarios.map(scenarioData),
});

const HEAD: Cell[] = [
  ...['scenario', 'cut', 'policy', 'than', 'measure', 'unit'],
  ...['mean', 'halfWidth', 'n', 'p10', 'p90'],
];

/** Every figure of every policy; differences from the best; the gap between needs; weightings. */
function scenarioRows({ asked, figures, ranking }: Compared): Cell[][] {
  const { cost, equity, names, weights } = ranking;
  const rows: Cell[][] = [];
  const add = (
    cut: string,
    i: number,
    than: number | null,
    measure: string,
    unit: string,
    { spread, mean, halfWidth, n }: Figure,
  ): void => {
    const other = than === null ? '' : (names[than] ?? '');
    const tenths = [spread?.p10 ?? null, spread?.p90 ?? null];
    rows.push([asked, cut, names[i] ?? '', other, measure, unit, mean, halfWidth, n, ...tenths]);
  };
  figures.forEach((of, i) => {
    for (const [measure, figure] of Object.entries(of))
      add('policy', i, null, measure, UNITS.get(measure) ?? '', figure);
  });
  const best = cost.order[0];
  for (const { a, b, gain, halfWidth, mean, n } of cost.pairs) {
    if (a !== best && b !== best) continue;
    const other = a === best ? b : a;
    const more = mean === null ? null : a === best ? -mean : mean;
    add('difference', other, best, 'costPerCustomer', 'wme', { mean: more, halfWidth, n });
    add('difference', other, best, 'gain', '1', { mean: gain, halfWidth: null, n });
  }
  equity.forEach(({ gap, lived }, i) => {
    add('equity', i, null, 'resolutionGap', '1', gap);
    add('equity', i, null, 'livedGap', 'points', lived.gap);
  });
  for (const [kind, weighing] of Object.entries(weights))
    weighing?.first.forEach((share, i) => {
      const figure = { mean: share, halfWidth: null, n: weighing.draws };
      add('weights', i, null, kind === 'cost' ? 'firstByCost' : 'firstByLived', '1', figure);
    });
  return rows;
}

/** A study for spreadsheets: a head, then one row a figure. */
export const studyRows = ({ scenarios }: StudyReport): Cell[][] => [
  HEAD,
  ...scenarios.flatMap(scenarioRows),
];
