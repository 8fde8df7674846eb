import type { TimedCommand } from '../words/moves.ts';

/** A desk, and who sat there each time, in order: `person` is the one who is asked about. */
export interface SatHere {
  readonly agent: number;
  readonly person: number;
  readonly sat: readonly number[];
}

/** Of each command, in order: is it this desk's? */
export const ofDesk = (commands: readonly TimedCommand[], agent: number): readonly boolean[] =>
  commands.map(({ command }) => command.kind !== 'ring' && command.agent === agent);

/**
 * Of each command, in order: did this person give it at this desk? A desk has one person after the
 * other, each from the command by which they take it on (RULES L6).
 */
export function ownOf(
  commands: readonly TimedCommand[],
  { agent, person, sat }: SatHere,
): readonly boolean[] {
  let nth = -1;
  return ofDesk(commands, agent).map((is, place) => {
    if (is && commands[place]?.command.kind === 'takeDesk') nth += 1;
    return is && sat[nth] === person;
  });
}
