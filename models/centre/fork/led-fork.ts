import type { Luck } from '../../kernel/luck.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Command } from '../../words/moves.ts';
import type { Recorder } from '../../words/recorder.ts';
import { planOf } from '../plan/plan-of.ts';
import { standbyPlan } from '../plan/standby-plan.ts';
import type { BusynessPosterior } from './busyness-posterior.ts';
import { Fork } from './fork.ts';

/**
 * A day in which the computer can take over one person's desk, to play it by the price of the next
 * minute whatever the others of its group follow. Until then it is the day itself (RULES L1).
 */
export class LedFork extends Fork {
  private readonly agent: number;

  constructor(scenario: Scenario, seed: string, recorder: Recorder, agent: number) {
    super(scenario, seed, recorder, standbyPlan(scenario, groupOf(scenario, agent)));
    this.agent = agent;
  }

  /**
   * Draws anew all that is hidden (fork.ts), what the caller in hand at that desk needs among it.
   * Its person stays; all others leave their desks to the computer.
   */
  imagine(luck: Luck, busy: BusynessPosterior): void {
    const real = this.luck;
    this.redraw(luck, busy, this.agent);
    if (this.onLine(this.agent) >= 0) this.forgetNeed(this.agent, real);
    this.lookAgain();
  }

  /** The person goes on with the caller in hand, if on hold; gives the call's number, or -1. */
  goOn(): number {
    this.resume(this.agent);
    return this.onLine(this.agent);
  }

  /**
   * Another person does this now, as recorded. Where it cannot be done, things went another way
   * than they knew, and what they did later is of no use: the computer takes their desk over.
   */
  follow(command: Command): void {
    const refused = this.apply(command) !== null;
    if (refused && command.kind !== 'ring') this.apply({ kind: 'leaveDesk', agent: command.agent });
  }

  /** From now on the computer plays the desk, whoever did, by the policy that stands by. */
  lead(): void {
    this.w.talks?.lead(this.agent);
    this.apply({ kind: 'leaveDesk', agent: this.agent });
  }

  /** From now on the computer plays the desk as it does those beside it. */
  unlead(): void {
    const { agent } = this;
    // Nobody has a goal whose desk is a person's.
    this.apply({ kind: 'takeDesk', agent });
    this.w.talks?.lead(-1);
    this.apply({ kind: 'leaveDesk', agent });
  }
}

function groupOf(scenario: Scenario, agent: number): number {
  return planOf(scenario).groups.findIndex(
    ({ desks, first }) => agent >= first && agent < first + desks,
  );
}
