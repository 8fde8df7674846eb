import type { Scenario } from '../scenario/scenario.ts';
import type { Command } from '../words/commands.ts';
import type { Problem } from '../words/problem.ts';
import type { Recorder } from '../words/recorder.ts';

/** The simulated centre: one day of a scenario. facts = centre(scenario, seed, commands). */
export class Centre {
  /** The instant up to which everything has happened, ms. */
  now = 0;
  /** True once the day is over and nothing more can happen. */
  over = false;

  constructor(_scenario: Scenario, _seed: string, _recorder: Recorder) {
    throw new Error('being written');
  }

  /** Makes everything happen that is due at or before `at`; then `now` is `at` (never goes back). */
  advanceTo(_at: number): void {}

  /** The instant of the next event, or Infinity. */
  nextAt(): number {
    return Infinity;
  }

  /** Runs to the end of the day. */
  run(): void {}

  /** Applies a person's command at `now`: done (null), or why not. A refused command changes nothing. */
  apply(_command: Command): Problem | null {
    return null;
  }
}
