import type { RingCommand } from '../../words/moves.ts';
import { type Problem, problem } from '../../words/problem.ts';
import { STATE } from '../state/team.ts';
import type { World } from '../state/world.ts';

const { RINGING } = STATE;

const HOUR_MS = 3_600_000;
const OUT_OF_RANGE = problem(
  'E_RANGE',
  'ms',
  '« ms » doit être compris entre 1 et 3 600 000 : un appel sonne une heure au plus.',
  '"ms" must be between 1 and 3,600,000: a call rings for an hour at most.',
);

/**
 * Persons' desks ring that long from now on, calls that ring already from this instant on, if that
 * is longer; and a caller put on hold bears it as long at least (RULES L3, L9).
 */
export function setRing(w: World, { ms }: RingCommand): Problem | null {
  if (ms < 1 || ms > HOUR_MS) return OUT_OF_RANGE;
  w.ringMs = ms;
  w.leastHoldMs = ms;
  for (let agent = 0; agent < w.plan.agents; agent++) {
    const { isPerson, state } = w.team.desk(agent);
    if (!isPerson || state !== RINGING) continue;
    const dueAt = w.calendar.dueAt(agent);
    w.calendar.cancel(agent);
    w.setWork(agent, Math.max(dueAt, w.now + ms));
  }
  w.recorder.ringLasts(w.now, ms);
  return null;
}
