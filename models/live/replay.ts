import type { Scenario } from '../scenario/scenario.ts';
import type { TimedCommand } from '../words/commands.ts';
import type { Fact } from '../words/facts.ts';
import { isProblem, type Problem, problem } from '../words/problem.ts';
import { Session } from './session.ts';

/**
 * The session in which these commands were accepted at their instants, advanced to `at` if that
 * lies
 * after the last one. E_DESYNC where a command the room once accepted is refused now: then the log
 * and these rules are not of one truth, and nothing may be built on them.
 */
export function resume(
  scenario: Scenario,
  seed: string,
  commands: readonly TimedCommand[],
  at = 0,
): Session | Problem {
  const session = new Session(scenario, seed);
  for (const [i, timed] of commands.entries()) {
    session.advanceTo(timed.at);
    const refused = session.accept(timed.command);
    if (refused !== null)
      return problem(
        'E_DESYNC',
        `commands.${i}`,
        `L’enregistrement ne se rejoue pas : sa commande ${i} est refusée. ${refused.says.fr}`,
        `The record does not replay: its command ${i} is refused. ${refused.says.en}`,
      );
  }
  session.advanceTo(at);
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
