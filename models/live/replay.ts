import { advancing, atOnce, following } from '../centre/follow.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Fact } from '../words/facts.ts';
import type { Command, TimedCommand } from '../words/moves.ts';
import { isProblem, type Problem } from '../words/problem.ts';
import { Session } from './session.ts';

/**
 * The session in which these commands were accepted at their instants, advanced to `at` if that
 * lies after the last one. E_DESYNC where one is refused now (centre/follow.ts).
 */
export function resume(
  scenario: Scenario,
  seed: string,
  commands: readonly TimedCommand[],
  at = 0,
): Session | Problem {
  return atOnce(resuming(scenario, seed, commands, at));
}

/** The same, a little at a time: whoever drives it may do something else after each step. */
export function* resuming(
  scenario: Scenario,
  seed: string,
  commands: readonly TimedCommand[],
  at = 0,
): Generator<void, Session | Problem> {
  const session = new Session(scenario, seed);
  const follower = {
    advanceTo: (to: number, most?: number) => session.advanceTo(to, most),
    apply: (command: Command) => session.accept(command),
  };
  const refused = yield* following(follower, commands);
  if (refused !== null) return refused;
  yield* advancing(session, at);
  return session;
}

/** Every fact of the whole day with these commands, or why the record does not replay. */
export function replay(
  scenario: Scenario,
  seed: string,
  commands: readonly TimedCommand[],
): readonly Fact[] | Problem {
  const session = resume(scenario, seed, commands);
  if (isProblem(session)) return session;
  session.run();
  return session.facts;
}
