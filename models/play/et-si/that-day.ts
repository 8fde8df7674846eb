import { follow } from '../../centre/follow.ts';
import { LedFork } from '../../centre/fork/led-fork.ts';
import type { Arbitration } from '../../scenario/arbitration.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { ArmFigures, ArmOfDay, Otherwise, ThatDay } from '../../words/debrief.ts';
import type { DeskCommand, TimedCommand } from '../../words/moves.ts';
import { isProblem, type Problem } from '../../words/problem.ts';
import type { ArmCount } from './arm-count.ts';
import { type Asked, CLASSICAL, countOf, type Turn, turnOf } from './asked.ts';

/** One arm: which commands of the desk hold, and how and when the talk ends instead of the rest. */
interface Arm {
  /** Those before this place of the list. */
  readonly upTo: number;
  /** From then on the person stays with the caller, whatever the record says; null: to the end. */
  readonly staysFrom: number | null;
  readonly at: number;
  readonly end: DeskCommand;
  /** When the end is done, and the computer takes over. */
  readonly doneAt: number;
}

/**
 * The day from its beginning, this desk let go where the arm says. What other persons did stays as
 * long as it can be done (led-fork.ts).
 */
class DayAgain {
  private readonly fork: LedFork;
  private readonly count: ArmCount;
  private begun = false;

  constructor(
    scenario: Scenario,
    arbitration: Arbitration,
    seed: string,
    private readonly commands: readonly TimedCommand[],
    private readonly agent: number,
    /** What is counted: from this instant on, and this call by itself. */
    private readonly from: number,
    private readonly inHand: number,
  ) {
    this.count = countOf(scenario, arbitration);
    this.fork = new LedFork(scenario, seed, this.count.recorder, agent);
  }

  play({ at, doneAt, end, staysFrom, upTo }: Arm): ArmOfDay | Problem {
    const { agent, commands, fork } = this;
    for (const [i, command] of commands.slice(0, upTo).entries()) {
      this.reach(command.at);
      const refused = follow(fork, [command], i);
      if (refused !== null) return refused;
    }
    if (staysFrom !== null) {
      this.reach(staysFrom);
      this.begin();
      fork.goOn();
    }
    const others = commands
      .slice(upTo)
      .filter(({ command }) => command.kind === 'ring' || command.agent !== agent);
    let next = this.others(others, 0, at);
    this.begin();
    const refused = fork.apply(end);
    if (refused !== null) return refused;
    next = this.others(others, next, doneAt);
    fork.lead();
    for (const one of others.slice(next)) this.try(one);
    fork.run();
    fork.eachWaiting((type, since) => this.count.waited(type, since, fork.now));
    fork.eachPromised((type, since) => this.count.waitedAway(type, since, fork.now));
    return { at, figures: this.count.figures, inHand: this.count.ofInHand };
  }

  /** Does what others did before this instant, and comes to it; gives how many were done. */
  private others(others: readonly TimedCommand[], from: number, at: number): number {
    let next = from;
    for (let one = others[next]; one !== undefined && one.at < at; one = others[next]) {
      this.try(one);
      next += 1;
    }
    this.reach(at);
    return next;
  }

  private try({ at, command }: TimedCommand): void {
    this.reach(at);
    this.fork.follow(command);
  }

  /** Advances to this instant; counting begins on the way. */
  private reach(at: number): void {
    if (at > this.from) this.begin();
    this.fork.advanceTo(at);
  }

  private begin(): void {
    if (this.begun) return;
    this.begun = true;
    this.fork.advanceTo(this.from);
    this.count.begin(this.from, this.inHand);
  }
}

function armsOf(turn: Turn, commands: readonly TimedCommand[]): readonly [Arm, Arm] {
  const { concluded, concludedAt, decided, decidedAt, doneAt, place } = turn;
  const recorded = { at: decidedAt, doneAt, end: decided, staysFrom: null, upTo: place };
  const later = concludedAt > decidedAt;
  const earlier = commands.findIndex(({ at }) => at > concludedAt);
  const upTo = later ? place : earlier;
  const staysFrom = later ? decidedAt : null;
  const instead = { at: concludedAt, doneAt: concludedAt, end: concluded, staysFrom, upTo };
  return [recorded, instead];
}

const less = (a: ArmFigures, b: ArmFigures): ArmFigures => ({
  wme: a.wme - b.wme,
  waitedMin: a.waitedMin - b.waitedMin,
  gaveUp: a.gaveUp - b.gaveUp,
  resolved: a.resolved - b.resolved,
  comebacks: a.comebacks - b.comebacks,
  lost: a.lost - b.lost,
  tomorrow: a.tomorrow - b.tomorrow,
});

/**
 * The recorded day with that one decision otherwise, on exactly the same callers (RULES A8). From
 * the end of that talk on the computer plays the desk by the price of the next minute, in both
 * arms: what was really done afterwards is in neither. One story, true and by chance: on-average.ts
 * says whether it would have been better. E_STATE where nobody decided, or nothing is arbitrated;
 * E_DESYNC where the record does not replay.
 */
export function thatDay(
  scenario: Scenario,
  seed: string,
  commands: readonly TimedCommand[],
  agent: number,
  decision: Asked,
  otherwise: Otherwise,
): ThatDay | Problem {
  const { arbitration } = scenario;
  if (arbitration === undefined) return CLASSICAL;
  const turn = turnOf(commands, agent, decision, otherwise);
  if (isProblem(turn)) return turn;
  const from = Math.min(turn.decidedAt, turn.concludedAt);
  const played = armsOf(turn, commands).map((arm) =>
    new DayAgain(scenario, arbitration, seed, commands, agent, from, decision.call).play(arm),
  );
  const [decided, instead] = played as [ArmOfDay | Problem, ArmOfDay | Problem];
  if (isProblem(decided)) return decided;
  if (isProblem(instead)) return instead;
  const difference = less(instead.figures, decided.figures);
  return { from, decided, otherwise: instead, difference };
}
