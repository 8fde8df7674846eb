import type { Command, TimedCommand } from '../words/moves.ts';
import { type Problem, problem } from '../words/problem.ts';

/** What goes through a day: a centre, or a room's session of one. */
interface Follower {
  advanceTo(at: number): void;
  apply(command: Command): Problem | null;
}

/**
 * Goes on with commands that a room accepted, each at its instant; `done` of them came before.
 * E_DESYNC where one is refused now: then the record and these rules are not of one truth, and
 * nothing may be built on them.
 */
export function follow(
  follower: Follower,
  commands: readonly TimedCommand[],
  done = 0,
): Problem | null {
  for (const [i, { at, command }] of commands.entries()) {
    follower.advanceTo(at);
    const refused = follower.apply(command);
    if (refused !== null)
      return problem(
        'E_DESYNC',
        `commands.${done + i}`,
        `L’enregistrement ne se rejoue pas : sa commande ${done + i} est refusée. ${refused.says.fr}`,
        `The record does not replay: its command ${done + i} is refused. ${refused.says.en}`,
      );
  }
  return null;
}
