import type { Scenario } from '../../scenario/scenario.ts';
import { type Figures, figuresOf } from '../compare.ts';
import { designStudy, type Study } from '../design.ts';
import { PRECISION, type PrecisionRule, preciseAfter } from '../precision.ts';
import { RANKING_ASK, type Ranking, type RankingAsk, rankPolicies } from '../ranking.ts';
import { type DayRow, rowOf } from '../rows.ts';
import { type Sacrifice, sacrificeOf } from '../sacrifice.ts';
import { type Field, mostDays, type Player } from './field.ts';

/**
 * Policies side by side, each with the same callers: replication r of every policy has the same
 * seed. Which days are played, when they are enough, and what is made of them: no clock, and nobody
 * who plays. Memory: the sums of a day for each policy (some 500 bytes) are kept, for days are
 * compared one by one; nothing else grows with the days.
 */

export interface ComparisonAsk {
  readonly seed: string;
  /** Days of each policy; null: until every figure shown is precise. */
  readonly replications: number | null;
  /** Errs once in 1 / alpha: intervals, order, selection. */
  readonly alpha: number;
  /** Indifference zone of the cost, waiting-minute equivalents a customer. */
  readonly delta: number;
}

/** All that a report says of one scenario. */
export interface Compared {
  readonly asked: string;
  readonly scenario: Scenario;
  readonly days: number;
  readonly players: readonly Player[];
  readonly figures: readonly Figures[];
  readonly costs: RankingAsk['costs'];
  readonly ranking: Ranking;
  /** Where the first by cost, or by lived experience, owes it to the hard calls. */
  readonly sacrifices: readonly (Sacrifice & { readonly by: 'cost' | 'lived' })[];
  /** Whether the wanted precision was reached; null where none was asked for. */
  readonly precise: boolean | null;
  /** Of each policy whose pace was found: among which, min; none of the others. */
  readonly paces: readonly (readonly number[])[];
}

/** Studies to be played before anything more can be said. */
export interface Round {
  readonly studies: readonly Study[];
  /** Days of the whole comparison, as far as is known; those that were played included. */
  readonly planned: number;
}

/** Asks for days round by round, is given those of each study of the round, and compares. */
export type Comparison = Generator<Round, Compared, DayRow[][]>;

type Days = readonly (readonly DayRow[])[];

/** Days on which paces are tried: others than those of the study, lest the best be too good. */
const GRID_DAYS = 20;
const gridSeed = (seed: string): string => `${seed} grid`;

/** Replications from..to-1 of each player. */
const studiesOf = (players: readonly Player[], seed: string, to: number, from = 0): Study[] =>
  players.map(({ scenario }) => designStudy(scenario, seed, to, from));

/** Who costs least of those who may play each policy, on days of their own. */
function* bestOfEach(
  { policies }: Field,
  seed: string,
  later: number,
): Generator<Round, Player[], DayRow[][]> {
  const tried = policies.flatMap((grid) => (grid.length > 1 ? grid : []));
  if (tried.length === 0) return policies.map(([only]) => only);
  const studies = studiesOf(tried, gridSeed(seed), GRID_DAYS);
  const days = yield { studies, planned: tried.length * GRID_DAYS + later };
  const cost = (player: Player): number =>
    figuresOf(days[tried.indexOf(player)] ?? [])['costPerCustomer']?.mean ?? Infinity;
  return policies.map((grid) => {
    if (grid.length === 1) return grid[0];
    const costs = grid.map(cost);
    return grid[costs.indexOf(Math.min(...costs))] ?? grid[0];
  });
}

/** When the days of a field are enough: as its scenario asks, of as many as may be played. */
function ruleOf(field: Field, alpha: number): PrecisionRule {
  const output = field.scenario.arbitration?.output;
  const first = output?.reps0 ?? PRECISION.first;
  const most = Math.max(first, Math.min(PRECISION.most, mostDays(field)));
  const relative = output?.relHalfWidth ?? PRECISION.relative;
  return { ...PRECISION, relative, first, most, level: 1 - alpha };
}

/** Days until all is precise, or as many as may be: those of the rule, whatever was played. */
function* untilPrecise(
  players: readonly Player[],
  seed: string,
  rule: PrecisionRule,
  before: number,
): Generator<Round, { days: Days; precise: boolean }, DayRow[][]> {
  const days: DayRow[][] = players.map(() => []);
  const { batch, first, most } = rule;
  for (let replications = first; ; ) {
    const studies = studiesOf(players, seed, replications, days[0]?.length ?? 0);
    const more = yield { studies, planned: before + players.length * replications };
    days.forEach((each, i) => {
      for (const day of more[i] ?? []) each.push(day);
    });
    const found = preciseAfter(days, rule);
    if (found.days !== null)
      return { days: days.map((each) => each.slice(0, found.days as number)), precise: true };
    if (replications >= most) return { days, precise: false };
    // A tenth more than it seems to take: each round begins with a process of its own.
    const wanted = Math.max(1.5 * replications, 1.1 * found.likely);
    const batches = Math.ceil((wanted - first) / batch);
    replications = Math.min(most, first + batch * batches);
  }
}

/** What may be said of these days. */
function compared(
  field: Field,
  { alpha, delta, seed }: ComparisonAsk,
  players: readonly Player[],
  days: Days,
  precise: boolean | null,
): Compared {
  const level = 1 - alpha;
  const cost = (field.scenario.arbitration as NonNullable<Scenario['arbitration']>).cost;
  const costs = { abandoned: cost.abandon, unresolved: cost.unresolved, lost: cost.lost };
  const rows = players.map(({ variant }, i) => rowOf(variant.asked, days[i] ?? []));
  const ranking = rankPolicies(rows, { ...RANKING_ASK, costs, seed, level, delta });
  return {
    asked: field.asked,
    scenario: field.scenario,
    days: days[0]?.length ?? 0,
    players,
    figures: days.map((each) => figuresOf(each, level)),
    costs,
    ranking,
    sacrifices: (['cost', 'lived'] as const).flatMap((by) => {
      const found = sacrificeOf(days, ranking[by].order, level);
      return found === null ? [] : { ...found, by };
    }),
    precise,
    paces: field.policies.map((grid) =>
      grid.length < 2 ? [] : grid.map(({ variant }) => Number(variant.settings.paceMin)),
    ),
  };
}

/** Compares the policies of a field: first the paces to be tried, then the days of all. */
export function* comparisonOf(field: Field, ask: ComparisonAsk): Comparison {
  const { alpha, replications, seed } = ask;
  const later = field.policies.length * (replications ?? 0);
  const tries = field.policies.reduce((sum, { length }) => sum + (length > 1 ? length : 0), 0);
  const players = yield* bestOfEach(field, seed, later);
  if (replications === null) {
    const rule = ruleOf(field, alpha);
    const { days, precise } = yield* untilPrecise(players, seed, rule, tries * GRID_DAYS);
    return compared(field, ask, players, days, precise);
  }
  const studies = studiesOf(players, seed, replications);
  const days = yield { studies, planned: tries * GRID_DAYS + later };
  return compared(field, ask, players, days, null);
}
