import { Centre } from '../centre/centre.ts';
import type { Persons } from '../centre/state/team.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Fact } from '../words/facts.ts';
import type { Command } from '../words/moves.ts';
import type { Problem } from '../words/problem.ts';
import { FactLog } from './factlog.ts';

/**
 * Raised whenever the same scenario, seed and commands would make other facts (RULES.md tells
 * what).
 */
export const RULES_VERSION = '5';

/**
 * One room's day, as a synchronous machine: it knows neither clocks nor sockets nor disks. A driver
 * says up to when everything has happened, and which commands came in between.
 */
export class Session {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly #log = new FactLog();
  readonly #centre: Centre;

  constructor(scenario: Scenario, seed: string) {
    this.scenario = scenario;
    this.seed = seed;
    this.#centre = new Centre(scenario, seed, this.#log.recorder);
  }

  /** Simulated ms up to which everything has happened. */
  get now(): number {
    return this.#centre.now;
  }

  /** The day is over: nothing more can happen. */
  get over(): boolean {
    return this.#centre.over;
  }

  /** What persons at desks are doing. */
  get persons(): Persons {
    return this.#centre.persons;
  }

  /** Every fact so far; fact number n is at place n. */
  get facts(): readonly Fact[] {
    return this.#log.facts;
  }

  /**
   * Lets everything happen that is due at or before `at` (simulated ms). Never goes back; to
   * advance to `now` is not idle: a command may have made something due at its own instant. After
   * `most` events at most it stops, at the instant of the last: false, and the same call goes on.
   */
  advanceTo(at: number, most?: number): boolean {
    return this.#centre.advanceTo(at, most);
  }

  /** Applies a command now: done (null), or why not. A refused command changes nothing. */
  accept(command: Command): Problem | null {
    return this.#centre.apply(command);
  }

  /** Runs to the end of the day with no further command. */
  run(): void {
    this.#centre.run();
  }
}
