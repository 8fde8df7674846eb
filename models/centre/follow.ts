import type { Command, TimedCommand } from '../words/moves.ts';
import { type Problem, problem } from '../words/problem.ts';

/** What goes through a day: a centre, or a room's session of one. */
interface Follower {
  advanceTo(at: number, most?: number): boolean;
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
  return atOnce(following(follower, commands, done));
}

/** What steps come to in the end, with nothing between them. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Events between two yields. */
const STEP = 500;

/** The same, a little at a time: whoever drives it may do something else after each step. */
export function* following(
  follower: Follower,
  commands: readonly TimedCommand[],
  done = 0,
): Generator<void, Problem | null> {
  for (const [i, { at, command }] of commands.entries()) {
    yield* advancing(follower, at);
    const refused = follower.apply(command);
    if (refused !== null)
      return problem(
        'E_DESYNC',
        `commands.${done + i}`,
        `L’enregistrement ne se rejoue pas : sa commande ${done + i} est refusée. ${refused.says.fr}`,
        `The record does not replay: its command ${done + i} is refused. ${refused.says.en}`,
      );
    yield;
  }
  return null;
}

/** Advances to `at`, a little at a time. */
export function* advancing(follower: Pick<Follower, 'advanceTo'>, at: number): Generator<void> {
  while (!follower.advanceTo(at, STEP)) yield;
}
