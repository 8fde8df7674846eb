import { Centre } from '../centre/centre.ts';
import { follow } from '../centre/follow.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { TimedCommand } from '../words/moves.ts';
import type { Problem } from '../words/problem.ts';
import { Deaf } from '../words/recorder.ts';
import { type Rollout, type RolloutAsk, rollout } from './rollout.ts';

/**
 * A room's day played once more, elsewhere: it follows the room command by command, keeps no fact,
 * and answers what the room must not stop for. What it is asked changes nothing in it.
 */
export class Mirror {
  private readonly centre: Centre;
  /** Commands so far: the number of the next one. */
  private done = 0;

  constructor(
    private readonly scenario: Scenario,
    seed: string,
  ) {
    this.centre = new Centre(scenario, seed, new Deaf().recorder);
  }

  /**
   * Goes on with the room's next commands, then to `at`. E_DESYNC where one the room once accepted
   * is refused: this mirror is then of no use.
   */
  follow(commands: readonly TimedCommand[], at: number): Problem | null {
    const refused = follow(this.centre, commands, this.done);
    if (refused !== null) return refused;
    this.done += commands.length;
    this.centre.advanceTo(at);
    return null;
  }

  /** What it would cost the others that this agent stays on the line (rollout.ts). */
  price(agent: number, ask: RolloutAsk): Rollout | Problem {
    return rollout(this.centre, this.scenario, agent, ask);
  }
}
