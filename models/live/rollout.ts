import type { Centre } from '../centre/centre.ts';
import { BusynessPosterior } from '../centre/fork/busyness-posterior.ts';
import { Fork } from '../centre/fork/fork.ts';
import { type Duty, dutyByInterval } from '../centre/plan/duty.ts';
import { valueOf } from '../centre/plan/pacing-plan.ts';
import { planOf } from '../centre/plan/plan-of.ts';
import { relativeValues } from '../centre/plan/relative-values.ts';
import { HarmCount } from '../folds/measures/harm-count.ts';
import { Luck } from '../kernel/luck.ts';
import { interval, Moments } from '../kernel/tally.ts';
import type { Arbitration } from '../scenario/arbitration.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Problem, problem } from '../words/problem.ts';

/** What is asked of a rollout. */
export interface RolloutAsk {
  /** For how long the agent would stay, minutes, above 0. */
  readonly ahead: number;
  /** How far the future is followed, minutes. */
  readonly horizonMin?: number;
  /** Pairs of futures at most. */
  readonly pairs?: number;
  /** Half the 95 % interval of the price at which it is good enough, waiting-minute equivalents. */
  readonly precision?: number;
  /** Of the imagined futures; another than the room's. */
  readonly seed: string;
  /** Asked from time to time: is there time for more pairs? */
  readonly mayGoOn?: () => boolean;
}

/**
 * What it will cost the others that one agent stays with a caller instead of concluding now, per
 * minute of staying: the same numbers as the tables of an `Advice`, for the room as it stands.
 */
export interface Rollout {
  readonly by: 'rollout';
  /** For how long the agent would stay, minutes. */
  readonly ahead: number;
  /** Waiting-minute equivalents, and half its 95 % interval. */
  readonly price: number;
  readonly halfWidth: number;
  /** Of which: minutes that others will wait, and callers who will give up, in expectation. */
  readonly waitedMin: number;
  readonly lost: number;
  /** Pairs of futures that were run. */
  readonly pairs: number;
}

const MINUTE_MS = 60_000;
const HORIZON_MIN = 60;
const PAIRS = 4_000;
const PRECISION = 0.2;
/** No interval of fewer pairs is believed: prices are skewed where few wait. */
const LEAST_PAIRS = 200;
/** Simulated time between two looks at whether two futures have met. */
const LOOK_MS = 60_000;
/** Pairs between two looks at the clock. */
const BATCH = 16;

const CLASSICAL = problem(
  'E_STATE',
  '',
  'Dans cette journée, la durée des appels est donnée d’avance : une minute n’a pas de prix ; choisissez-en une où c’est vous qui en décidez.',
  'On this day the length of calls is set in advance: a minute has no price; choose a day where you decide how long calls last.',
);
const RECORDED = problem(
  'E_STATE',
  '',
  'Cette journée rejoue un enregistrement, qui ne dit pas combien d’appels sont à venir ; choisissez une autre journée.',
  'This day replays a record, which does not say how many calls to expect; choose another day.',
);
const NOT_ON_LINE = problem(
  'E_STATE',
  'agent',
  'Vous n’êtes pas en ligne ; demandez le prix pendant un appel.',
  'You are not on the line; ask for the price during a call.',
);
const UNKNOWN_AGENT = problem(
  'E_UNKNOWN',
  'agent',
  'Ce poste n’existe pas ; choisissez-en un de ce scénario.',
  'There is no such desk; choose one of this scenario.',
);

/** Harm until the horizon, and what is left to come, of one future. */
export interface FutureHarm {
  /** Waiting-minute equivalents. */
  readonly wme: number;
  readonly waitedMin: number;
  readonly gaveUp: number;
}

/**
 * Pairs of futures of one state: this agent stays a while, or concludes now, and everything else is
 * the same luck. In both the caller then leaves for good.
 */
export class Futures {
  private readonly stays: Fork;
  private readonly goes: Fork;
  /** Harm done in each. */
  private readonly stayed: HarmCount;
  private readonly went: HarmCount;
  private readonly busy: BusynessPosterior;
  private readonly duties: readonly Duty[];
  private readonly call: number;

  /**
   * The centre must not move on between two pairs. Use `rollout`, which refuses what has no answer.
   * @param ahead minutes; @param horizonMin minutes, at least as long
   * @param apart true: futures are followed to the horizon even where they have met before
   */
  constructor(
    private readonly centre: Centre,
    private readonly scenario: Scenario,
    private readonly arbitration: Arbitration,
    private readonly agent: number,
    private readonly ahead: number,
    private readonly horizonMin: number,
    private readonly apart = false,
  ) {
    const values = scenario.types.map(valueOf);
    const away = arbitration.callback?.waitCost ?? 1;
    this.stayed = new HarmCount(arbitration.cost, values, away);
    this.went = new HarmCount(arbitration.cost, values, away);
    this.stays = new Fork(scenario, '', this.stayed.recorder);
    this.goes = new Fork(scenario, '', this.went.recorder);
    this.stays.become(centre);
    this.call = this.stays.onLine(agent);
    this.duties = dutyByInterval(scenario);
    this.busy = new BusynessPosterior(planOf(scenario), this.stays.luck, centre.now, this.until);
  }

  /** Is there a pair to run: is the agent on the line with a caller? */
  get possible(): boolean {
    return this.call >= 0;
  }

  private get until(): number {
    return this.centre.now + this.horizonMin * MINUTE_MS;
  }

  /**
   * One pair of futures, both of this luck: harm if the agent stays, and if they conclude now, up
   * to the horizon or to where the two go on alike: from there on they differ by nothing.
   */
  pair(seed: string): readonly [stays: FutureHarm, goes: FutureHarm] {
    const { agent, centre, goes, stays } = this;
    goes.become(centre);
    goes.forget(new Luck(seed), this.busy, agent);
    stays.become(goes);
    this.stayed.begin(centre.now, this.call);
    this.went.begin(centre.now, this.call);
    stays.hold(agent);
    goes.release(agent);
    let at = centre.now + Math.round(this.ahead * MINUTE_MS);
    stays.advanceTo(at);
    stays.release(agent);
    goes.advanceTo(at);
    while (at < this.until && (this.apart || stays.stateHash !== goes.stateHash)) {
      at = Math.min(at + LOOK_MS, this.until);
      stays.advanceTo(at);
      goes.advanceTo(at);
    }
    return [this.sum(stays, this.stayed), this.sum(goes, this.went)];
  }

  private sum(fork: Fork, harm: HarmCount): FutureHarm {
    fork.eachWaiting((type, since) => harm.waited(type, since, fork.now));
    fork.eachPromised((type, since) => harm.waitedAway(type, since, fork.now));
    const { gaveUp, waitedMin } = harm;
    return { wme: harm.wme + this.toCome(fork, harm.tomorrow), waitedMin, gaveUp };
  }

  /**
   * Harm beyond the horizon, up to a constant: the relative value of the table for as much load,
   * and what each call still to come again will cost.
   */
  private toCome(fork: Fork, tomorrow: number): number {
    const { arbitration, duties, scenario } = this;
    const place = Math.floor(fork.now / (scenario.day.intervalMin * MINUTE_MS));
    const duty = duties[Math.min(place, duties.length - 1)] as Duty;
    const { call, values } = relativeValues(scenario, arbitration, duty);
    const again = call * (fork.away + tomorrow);
    // After closing nobody comes any more: the values are of a line that goes on.
    if (fork.closed) return again;
    return again + (values[Math.min(fork.load, values.length - 1)] as number);
  }
}

/**
 * The price of the next minutes by rollout (RULES P9; MODEL 10.7 b): pairs of imagined futures of
 * the room as it stands, in which this agent concludes now, or holds the line a while longer and
 * then concludes, everybody else meeting the same fresh callers; the mean difference of the harm
 * done to the others. Unbiased for whatever the engine plays, as far as it is followed; what comes
 * after the horizon is taken from the table of the optimal pace, by the number inside and
 * those who will call again: right where the two futures have met by then, nearly so elsewhere. It
 * asks nothing of the room's own future (fork.ts). Stops at the precision asked for, at so many
 * pairs, or when there is no more time; then at least one batch was run. Refused: classical centres
 * (harm has no costs there), recorded days (they have no rates), and agents who are on no line.
 * @param centre at rest, advanced to its instant; it is left as it is
 * @throws RangeError where ahead, the horizon or the number of pairs make no sense
 */
export function rollout(
  centre: Centre,
  scenario: Scenario,
  agent: number,
  ask: RolloutAsk,
): Rollout | Problem {
  const { ahead, horizonMin = HORIZON_MIN, mayGoOn = () => true, pairs = PAIRS } = ask;
  const { precision = PRECISION, seed } = ask;
  demand(ahead > 0 && ahead <= horizonMin, 'ahead', `above 0, up to ${horizonMin}`, ahead);
  demand(horizonMin < 1e4, 'horizonMin', 'below 10,000', horizonMin);
  demand(Number.isSafeInteger(pairs) && pairs >= 2, 'pairs', 'a whole number from 2', pairs);
  const { arbitration } = scenario;
  if (arbitration === undefined) return CLASSICAL;
  if (scenario.trace !== undefined) return RECORDED;
  if (!(agent >= 0 && agent < planOf(scenario).agents)) return UNKNOWN_AGENT;
  const futures = new Futures(centre, scenario, arbitration, agent, ahead, horizonMin);
  if (centre.over || !futures.possible) return NOT_ON_LINE;
  const [price, waited, lost] = [new Moments(), new Moments(), new Moments()];
  for (;;) {
    const [stays, goes] = futures.pair(`${seed}\n${price.n}`);
    price.add((stays.wme - goes.wme) / ahead);
    waited.add((stays.waitedMin - goes.waitedMin) / ahead);
    lost.add((stays.gaveUp - goes.gaveUp) / ahead);
    if (price.n >= pairs) break;
    if (price.n % BATCH !== 0) continue;
    if (price.n >= LEAST_PAIRS && interval(price) <= precision) break;
    if (!mayGoOn()) break;
  }
  return {
    by: 'rollout',
    ahead,
    price: price.mean,
    halfWidth: interval(price),
    waitedMin: waited.mean,
    lost: lost.mean,
    pairs: price.n,
  };
}

function demand(ok: boolean, name: string, says: string, given: number): void {
  if (!ok) throw new RangeError(`${name} must be ${says}; it is ${given}`);
}
