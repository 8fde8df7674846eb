import { follow } from '../../centre/follow.ts';
import { BusynessPosterior } from '../../centre/fork/busyness-posterior.ts';
import { LedFork } from '../../centre/fork/led-fork.ts';
import { type Duty, dutyByInterval } from '../../centre/plan/duty.ts';
import { planOf } from '../../centre/plan/plan-of.ts';
import { relativeValues } from '../../centre/plan/relative-values.ts';
import { Luck } from '../../kernel/luck.ts';
import { interval, Moments } from '../../kernel/tally.ts';
import type { Arbitration } from '../../scenario/arbitration.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { OnAverage, Otherwise } from '../../words/debrief.ts';
import type { DeskCommand, TimedCommand } from '../../words/moves.ts';
import { isProblem, type Problem, problem } from '../../words/problem.ts';
import { Deaf } from '../../words/recorder.ts';
import type { ArmCount } from './arm-count.ts';
import { type Asked, CLASSICAL, countOf, type Turn, turnOf } from './asked.ts';

/** How long the futures of a decision are followed, and how many there are. */
export interface FuturesAsk {
  /** Of the imagined futures; another than the day's. */
  readonly seed: string;
  readonly pairs?: number;
  readonly block?: number;
  readonly horizonMin?: number;
}

const MINUTE_MS = 60_000;
const PAIRS = 1_000;
const BLOCK = 250;
const HORIZON_MIN = 60;
/** Good enough: half the interval is this share of the effect. */
const PRECISE = 0.25;
/** Simulated time between two looks at whether two futures have met. */
const LOOK_MS = 60_000;

const RECORDED = problem(
  'E_STATE',
  '',
  'Cette journée rejoue un enregistrement, qui ne dit pas combien d’appels étaient à venir ; choisissez une autre journée.',
  'This day replays a record, which does not say how many calls were to come; choose another day.',
);

/** One future of a pair. */
interface Future {
  readonly fork: LedFork;
  readonly count: ArmCount;
  readonly end: DeskCommand;
  /** For how long it goes on until it is done, ms. */
  readonly lastsMs: number;
}

/** The talk ends so now; from then on the computer plays the desk. False where it cannot end so. */
function ends({ end, fork, lastsMs }: Future): boolean {
  if (fork.apply(end) !== null) return false;
  if (lastsMs > 0) fork.advanceTo(fork.now + lastsMs);
  fork.lead();
  return true;
}

/** Pairs of futures from one instant: the talk ends now in one, and a while later in the other. */
class Pairs {
  private readonly busy: BusynessPosterior;
  private readonly duties: readonly Duty[];
  private readonly until: number;
  private readonly from: number;

  constructor(
    private readonly scenario: Scenario,
    private readonly arbitration: Arbitration,
    private readonly centre: LedFork,
    private readonly call: number,
    private readonly now: Future,
    private readonly later: Future,
    private readonly laterAt: number,
    horizonMin: number,
  ) {
    this.from = centre.now;
    this.until = Math.max(this.from + horizonMin * MINUTE_MS, laterAt);
    this.duties = dutyByInterval(scenario);
    this.busy = new BusynessPosterior(planOf(scenario), centre.luck, this.from, this.until);
  }

  /** One pair, both of this luck; false where a talk could not be ended so. */
  play(seed: string): boolean {
    const { call, centre, from, later, laterAt, now } = this;
    now.fork.become(centre);
    now.fork.imagine(new Luck(seed), this.busy);
    later.fork.become(now.fork);
    now.count.begin(from, call);
    later.count.begin(from, call);
    later.fork.goOn();
    later.fork.advanceTo(laterAt);
    if (!ends(now) || !ends(later)) return false;
    const both = Math.max(now.fork.now, later.fork.now);
    now.fork.advanceTo(both);
    later.fork.advanceTo(both);
    for (let at = both; at < this.until && now.fork.stateHash !== later.fork.stateHash; ) {
      at = Math.min(at + LOOK_MS, this.until);
      now.fork.advanceTo(at);
      later.fork.advanceTo(at);
    }
    return true;
  }

  /** Harm done in a future, and what is left to come beyond the horizon (MODEL 10.7 b). */
  harm({ count, fork }: Future): number {
    fork.eachWaiting((type, since) => count.waited(type, since, fork.now));
    fork.eachPromised((type, since) => count.waitedAway(type, since, fork.now));
    const { arbitration, duties, scenario } = this;
    const place = Math.floor(fork.now / (scenario.day.intervalMin * MINUTE_MS));
    const duty = duties[Math.min(place, duties.length - 1)] as Duty;
    const { call, values } = relativeValues(scenario, arbitration, duty);
    const again = call * (fork.away + count.tomorrow);
    // After closing nobody comes any more: the values are of a line that goes on.
    const line = fork.closed ? 0 : (values[Math.min(fork.load, values.length - 1)] as number);
    return count.wme + again + line;
  }
}

/** The day as it stood when the earlier of the two ends was due; or why it does not replay. */
function standing(
  scenario: Scenario,
  seed: string,
  commands: readonly TimedCommand[],
  agent: number,
  { concludedAt, decidedAt, place }: Turn,
): LedFork | Problem {
  const centre = new LedFork(scenario, seed, new Deaf().recorder, agent);
  const from = Math.min(concludedAt, decidedAt);
  const before = commands.slice(0, place).filter(({ at }) => at <= from);
  const refused = follow(centre, before);
  if (refused !== null) return refused;
  centre.advanceTo(from);
  return centre;
}

/**
 * Whether that decision would have been better otherwise, on average: pairs of futures from the
 * earlier of the two ends on, in which all that nobody knew is drawn anew (fork.ts), the need of
 * the caller in hand among it. The desk, and every other, is then played by the computer; this one
 * by the price of the next minute. All callers count, the one in hand too. In blocks, until half
 * the interval is a quarter of the effect, or so many pairs: a count, never a clock. The horizon
 * is that of the prices by rollout (RULES P9).
 */
export function onAverage(
  scenario: Scenario,
  seed: string,
  commands: readonly TimedCommand[],
  agent: number,
  decision: Asked,
  otherwise: Otherwise,
  { block = BLOCK, horizonMin = HORIZON_MIN, pairs = PAIRS, seed: drawn }: FuturesAsk,
): OnAverage | Problem {
  const { arbitration } = scenario;
  if (arbitration === undefined) return CLASSICAL;
  if (scenario.trace !== undefined) return RECORDED;
  const turn = turnOf(commands, agent, decision, otherwise);
  if (isProblem(turn)) return turn;
  const centre = standing(scenario, seed, commands, agent, turn);
  if (isProblem(centre)) return centre;
  const future = (end: DeskCommand, lastsMs: number): Future => {
    const count = countOf(scenario, arbitration);
    return { count, end, lastsMs, fork: new LedFork(scenario, '', count.recorder, agent) };
  };
  const { concluded, decidedAt, doneAt } = turn;
  const decided = future(turn.decided, doneAt - decidedAt);
  const instead = future(concluded, 0);
  const [now, later] = turn.decidedAt < turn.concludedAt ? [decided, instead] : [instead, decided];
  const laterAt = Math.max(turn.decidedAt, turn.concludedAt);
  const { call } = decision;
  const all = new Pairs(scenario, arbitration, centre, call, now, later, laterAt, horizonMin);
  const means = new Means();
  while (means.harm.n < pairs) {
    if (all.play(`${drawn}\n${means.harm.n}`))
      means.add(all.harm(decided), all.harm(instead), decided.count, instead.count);
    else return GONE;
    if (means.harm.n % block === 0 && means.precise) break;
  }
  return means.answer;
}

const GONE = problem(
  'E_STATE',
  'talk',
  'À cet instant l’appel n’était plus à vous ; choisissez un autre moment.',
  'At that moment the call was no longer yours; choose another one.',
);

/** Means over pairs, otherwise less decided. */
class Means {
  readonly harm = new Moments();
  private readonly waited = new Moments();
  private readonly gaveUp = new Moments();
  private readonly solved = { decided: new Moments(), otherwise: new Moments() };

  add(decided: number, otherwise: number, of: ArmCount, instead: ArmCount): void {
    this.harm.add(otherwise - decided);
    this.waited.add(instead.waitedMin - of.waitedMin);
    this.gaveUp.add(instead.gaveUp - of.gaveUp);
    this.solved.decided.add(of.ofInHand.solved === true ? 1 : 0);
    this.solved.otherwise.add(instead.ofInHand.solved === true ? 1 : 0);
  }

  get precise(): boolean {
    return interval(this.harm) <= PRECISE * Math.abs(this.harm.mean);
  }

  get answer(): OnAverage {
    const { mean: difference, n } = this.harm;
    const halfWidth = interval(this.harm);
    const holdsNothing = Math.abs(difference) <= halfWidth;
    const { decided, otherwise } = this.solved;
    return {
      verdict: holdsNothing ? 'undecided' : difference < 0 ? 'better' : 'worse',
      ...{ difference, halfWidth, waitedMin: this.waited.mean, gaveUp: this.gaveUp.mean },
      solved: { decided: decided.mean, otherwise: otherwise.mean },
      pairs: n,
    };
  }
}
