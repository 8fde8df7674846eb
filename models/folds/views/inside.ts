import { type Line, waitingNow } from './line.ts';
import { type AgentNow, byState } from './team.ts';

/**
 * Customers in the centre as policies count them (RULES P3), so that the price shown is the price
 * the computer goes by: in the line, on the line but not being taken leave of, and those whose
 * after-call work is being done, since they still hold an agent.
 */
export function insideOf({
  line,
  team,
}: {
  readonly line: Line;
  readonly team: AgentNow[];
}): number {
  const { hold, talking, wrapping } = byState(team);
  return waitingNow(line) + talking + hold + wrapping;
}
