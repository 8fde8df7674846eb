import {
  dayCost,
  isProblem,
  MAX_STUDY_EVENTS,
  type Problem,
  problem,
  type Scenario,
  STUDY_POLICIES,
} from '../../models/doors/scenario.ts';
import {
  type DayRow,
  daysIn,
  type Figures,
  figuresOf,
  frameOf,
  type PolicyVariant,
  PRECISION,
  type Precise,
  paceGrid,
  policyRow,
  preciseAfter,
  RANKING_ASK,
  type Ranking,
  type RankingAsk,
  rankPolicies,
  readPolicy,
  type Sacrifice,
  type Study,
  sacrificeOf,
  withPolicy,
} from '../../models/doors/study.ts';
import { type JobOptions, runStudy } from '../jobs/jobs.ts';
import { FAILED, Stop } from './terminal.ts';

/**
 * Plays the days of a study, policy by policy, each with the same callers: replication r of every
 * policy has the same seed. Memory: the sums of a day for each policy (some 500 bytes) are kept,
 * for days are compared one by one; nothing else grows with the days.
 */

/** How days are played: where tests put another worker process. */
export type Jobs = Pick<JobOptions, 'threads' | 'worker' | 'worthAProcessMs' | 'clock'>;

/** Told how many days more are to be played, and how many were. */
export interface Progress {
  plan(days: number): void;
  played(days: number): void;
}

export interface StudyAsk {
  readonly seed: string;
  /** Days of each policy; null: until every figure shown is precise. */
  readonly replications: number | null;
  /** Errs once in 1 / alpha: intervals, order, selection. */
  readonly alpha: number;
  /** Indifference zone of the cost, waiting-minute equivalents a customer. */
  readonly delta: number;
}

/** A policy ready to play. */
export interface Player {
  readonly variant: PolicyVariant;
  readonly scenario: Scenario;
}

/** A scenario, and for each policy who may play it: one, or one for each pace to be tried. */
export interface Field {
  /** As it was named. */
  readonly asked: string;
  readonly scenario: Scenario;
  readonly policies: readonly (readonly [Player, ...Player[]])[];
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

/** Days on which paces are tried: others than those of the study, lest the best be too good. */
const GRID_DAYS = 20;
const gridSeed = (seed: string): string => `${seed} grid`;

/** The policies named, or the nine. */
export function variantsOf(words: readonly string[]): PolicyVariant[] {
  const named = words.length > 0 ? words : STUDY_POLICIES;
  const variants = named.map((word) => {
    const variant = readPolicy(word);
    if (isProblem(variant)) throw new Stop([{ ...variant, path: '--policy' }]);
    return variant;
  });
  const twice = variants.find(({ asked }, i) =>
    variants.slice(0, i).some((one) => one.asked === asked),
  );
  if (twice !== undefined)
    throw new Stop([
      problem(
        'E_TYPE',
        '--policy',
        `La politique « ${twice.asked} » est demandée deux fois ; demandez-la une fois.`,
        `The policy "${twice.asked}" is asked for twice; ask for it once.`,
      ),
    ]);
  return variants;
}

/** A fixed pace that nobody gave is looked for in a grid. */
function gridOf(variant: PolicyVariant, scenario: Scenario): PolicyVariant[] {
  const { name, settings } = variant;
  if (name !== 'fixed' || settings.paceMin !== undefined) return [variant];
  return paceGrid(scenario).map((paceMin) => ({ ...variant, settings: { ...settings, paceMin } }));
}

/** Who may play a policy; where nobody can, what is wrong with the first. */
function playersOf(variant: PolicyVariant, scenario: Scenario): Player[] | Stop {
  let wrong: Stop | null = null;
  const players: Player[] = [];
  for (const one of gridOf(variant, scenario)) {
    const reading = withPolicy(scenario, one);
    if (reading.ok) players.push({ variant: one, scenario: reading.scenario });
    else wrong ??= new Stop(reading.problems, undefined, reading.more);
  }
  return players.length === 0 && wrong !== null ? wrong : players;
}

const nothingToArbitrate = (asked: string): Problem =>
  problem(
    'E_TYPE',
    '',
    `« ${asked} » n’a rien à arbitrer : la durée de ses appels est donnée d’avance ; ajoutez "arbitration": {} à son fichier, ou étudiez dix-conseillers.`,
    `"${asked}" has nothing to arbitrate: the length of its calls is set in advance; add "arbitration": {} to its file, or study dix-conseillers.`,
  );

/**
 * Who plays a scenario. A policy that was named and cannot be played in it ends the command; of the
 * nine that nobody named it is left out, and `leave` hears why.
 */
export function fieldOf(
  asked: string,
  scenario: Scenario,
  variants: readonly PolicyVariant[],
  leave: ((variant: PolicyVariant, why: Stop) => void) | null,
): Field {
  if (scenario.arbitration === undefined) throw new Stop([nothingToArbitrate(asked)]);
  const policies: [Player, ...Player[]][] = [];
  for (const variant of variants) {
    const players = playersOf(variant, scenario);
    if (players instanceof Stop) {
      if (leave === null) throw players;
      leave(variant, players);
      continue;
    }
    const [first, ...others] = players;
    if (first !== undefined) policies.push([first, ...others]);
  }
  return { asked, scenario, policies };
}

/** Days of each policy that a study may have: it ends within the hour, whoever asks. */
const mostDays = ({ policies, scenario }: Field): number =>
  Math.floor(MAX_STUDY_EVENTS / dayCost(scenario).events / Math.max(1, policies.length));

/** Refuses before anything starts what would take too long. */
export function demandAffordable(field: Field, replications: number): void {
  const most = mostDays(field);
  if (replications <= most) return;
  throw new Stop([
    problem(
      'E_COST',
      '',
      `« ${field.asked} » : ${replications} journées de ${field.policies.length} politiques prendraient trop longtemps ; demandez au plus ${most} journées, ou moins de politiques.`,
      `"${field.asked}": ${replications} days of ${field.policies.length} policies would take too long; ask for at most ${most} days, or fewer policies.`,
    ),
  ]);
}

/** Adds to the sums of the first days of a study those of the others, in order of replication. */
async function play(study: Study, days: DayRow[], jobs: Jobs, progress: Progress): Promise<void> {
  const frame = frameOf(study.scenario);
  const from = days.length;
  let told = from;
  const failure = await runStudy(study, {
    ...jobs,
    from,
    onChunk: (packed) => days.push(...daysIn(packed, frame)),
    onProgress: (done) => {
      progress.played(done - told);
      told = done;
    },
  });
  if (failure !== null) throw new Stop([failure], FAILED);
}

/** The days of all, those `known` and as many more as are missing. */
async function playAll(
  players: readonly Player[],
  seed: string,
  replications: number,
  jobs: Jobs,
  progress: Progress,
  known: DayRow[][] = players.map(() => []),
): Promise<DayRow[][]> {
  for (const [i, { scenario }] of players.entries())
    await play({ scenario, seed, replications }, known[i] as DayRow[], jobs, progress);
  return known;
}

/** Who costs least of those who may play a policy, on days of their own. */
async function bestOf(
  grid: readonly [Player, ...Player[]],
  seed: string,
  jobs: Jobs,
  progress: Progress,
): Promise<Player> {
  if (grid.length === 1) return grid[0];
  const tried = await playAll(grid, gridSeed(seed), GRID_DAYS, jobs, progress);
  const costs = tried.map((days) => figuresOf(days)['costPerCustomer']?.mean ?? Infinity);
  return grid[costs.indexOf(Math.min(...costs))] ?? grid[0];
}

/** Days until all is precise, or as many as may be: those of the rule, whatever was played. */
async function playUntilPrecise(
  field: Field,
  players: readonly Player[],
  { alpha, seed }: StudyAsk,
  jobs: Jobs,
  progress: Progress,
): Promise<{ days: readonly (readonly DayRow[])[]; precise: boolean }> {
  const output = field.scenario.arbitration?.output;
  const first = output?.reps0 ?? PRECISION.first;
  const most = Math.max(first, Math.min(PRECISION.most, mostDays(field)));
  const relative = output?.relHalfWidth ?? PRECISION.relative;
  const rule = { ...PRECISION, relative, first, most, level: 1 - alpha };
  const days: DayRow[][] = players.map(() => []);
  for (let replications = first; ; ) {
    progress.plan(players.length * (replications - (days[0]?.length ?? 0)));
    await playAll(players, seed, replications, jobs, progress, days);
    const found: Precise = preciseAfter(days, rule);
    if (found.days !== null)
      return { days: days.map((each) => each.slice(0, found.days as number)), precise: true };
    if (replications >= most) return { days, precise: false };
    // A tenth more than it seems to take: each round begins with a process of its own.
    const more = Math.max(1.5 * replications, 1.1 * found.likely);
    const batches = Math.ceil((more - first) / rule.batch);
    replications = Math.min(most, first + rule.batch * batches);
  }
}

/** Plays a field, and compares. */
export async function compareField(
  field: Field,
  ask: StudyAsk,
  jobs: Jobs,
  progress: Progress,
): Promise<Compared> {
  const { alpha, delta, replications, seed } = ask;
  const tries = field.policies.reduce((sum, { length }) => sum + (length > 1 ? length : 0), 0);
  progress.plan(tries * GRID_DAYS + field.policies.length * (replications ?? 0));
  const players: Player[] = [];
  for (const grid of field.policies) players.push(await bestOf(grid, seed, jobs, progress));
  const { days, precise } =
    replications === null
      ? await playUntilPrecise(field, players, ask, jobs, progress)
      : { days: await playAll(players, seed, replications, jobs, progress), precise: null };
  const level = 1 - alpha;
  const cost = (field.scenario.arbitration as NonNullable<Scenario['arbitration']>).cost;
  const costs = { abandoned: cost.abandon, unresolved: cost.unresolved, lost: cost.lost };
  const rows = players.map(({ variant }, i) => policyRow(variant.asked, days[i] ?? []));
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
