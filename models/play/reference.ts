import { follow } from '../centre/follow.ts';
import { LedFork } from '../centre/fork/led-fork.ts';
import { planOf } from '../centre/plan/plan-of.ts';
import { MEASURES, valueOf } from '../folds/measures/figures.ts';
import { Measures } from '../folds/measures/measures.ts';
import { dayCost } from '../scenario/cost.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { frameOf } from '../study/frame.ts';
import { replicationSeed } from '../study/trial.ts';
import type { Fortune } from '../words/debrief.ts';
import type { TimedCommand } from '../words/moves.ts';
import { isProblem, type Problem } from '../words/problem.ts';
import { CLASSICAL } from './et-si/asked.ts';
import { ofDesk } from './own-commands.ts';

const DAYS = 200;
const LEAST_DAYS = 20;
/** Events that the days of a scenario may cost together: a large centre is told from fewer. */
const EVENTS = 6e6;
/** The days that a day is held against: the same for everybody. */
const SEED = 'two hundred days';

const harm = MEASURES.find(({ name }) => name === 'costPerCustomer');

/** Plays whole days of a scenario with one desk led, and counts their harm a customer. */
class ReferenceDays {
  private readonly measures: Measures;

  constructor(
    private readonly scenario: Scenario,
    private readonly agent: number,
  ) {
    this.measures = new Measures(frameOf(scenario));
  }

  private begin(seed: string): LedFork {
    this.measures.clear();
    return new LedFork(this.scenario, seed, this.measures.recorder, this.agent);
  }

  private get harm(): number {
    if (harm === undefined) throw new RangeError('a measure must be called costPerCustomer');
    const value = valueOf(harm, this.measures.sums().day);
    // Of nobody there is no harm.
    return Number.isFinite(value) ? value : 0;
  }

  /** Nobody sits anywhere: this desk goes by the price, the others by their policies. */
  alone(seed: string): number {
    const day = this.begin(seed);
    day.lead();
    day.run();
    return this.harm;
  }

  /** As recorded. */
  played(seed: string, commands: readonly TimedCommand[]): number | Problem {
    const day = this.begin(seed);
    const refused = follow(day, commands);
    if (refused !== null) return refused;
    day.run();
    return this.harm;
  }

  /** As recorded, but for the desk: it goes by the price while somebody sits there whose `own`s. */
  without(seed: string, commands: readonly TimedCommand[], own: readonly boolean[]): number {
    const day = this.begin(seed);
    for (const [place, { at, command }] of commands.entries()) {
      day.advanceTo(at);
      if (!own[place]) day.follow(command);
      else if (command.kind === 'takeDesk') {
        day.apply(command);
        day.lead();
      } else if (command.kind === 'leaveDesk') day.unlead();
    }
    day.run();
    return this.harm;
  }
}

const daysOf = (scenario: Scenario): number =>
  Math.max(LEAST_DAYS, Math.min(DAYS, Math.floor(EVENTS / dayCost(scenario).events)));

/**
 * How hard the callers of this day were, among days of the same scenario with this desk played by
 * the price of the next minute and everybody else by their policies; and how the day as it was
 * played differs from the same day with this desk so played while this person sat there, what
 * others did, at this desk before or after too, staying as long as it can be done (led-fork.ts).
 * E_STATE where nothing is arbitrated, E_DESYNC where the record does not replay.
 * @param own which commands are this person's; all of this desk, where nobody else sat there
 */
export function fortuneOf(
  scenario: Scenario,
  seed: string,
  commands: readonly TimedCommand[],
  agent: number,
  own = ofDesk(commands, agent),
): Fortune | Problem {
  if (planOf(scenario).talk === null) return CLASSICAL;
  const reference = new ReferenceDays(scenario, agent);
  const played = reference.played(seed, commands);
  if (isProblem(played)) return played;
  const same = reference.without(seed, commands, own);
  const here = reference.alone(seed);
  const days = daysOf(scenario);
  let easier = 0;
  for (let r = 0; r < days; r += 1) {
    const other = reference.alone(replicationSeed(SEED, r));
    easier += other < here ? 1 : other === here ? 0.5 : 0;
  }
  return { harder: easier / days, days, played, reference: same, own: played - same };
}
