import { RANK } from '../state/ranks.ts';
import type { World } from '../state/world.ts';

/**
 * What everybody is told of an event that has a name (RULES A5): that it begins, and that it is
 * over. It changes nothing else: its calls come by themselves (state/arrivals.ts).
 */

/** Sets the timer for the first moment from this instant on, ms. */
export function timeEvents(w: World, from: number): void {
  const next = w.plan.moments.find(({ atMs }) => atMs >= from);
  if (next !== undefined) w.set(w.eventTimer, next.atMs, RANK.event);
}

/** Tells all that begins or is over now. */
export function tellEvents(w: World): void {
  const { now, recorder } = w;
  for (const { atMs, begins, event } of w.plan.moments) {
    if (atMs !== now) continue;
    if (begins === null) recorder.eased(now, event);
    else recorder.began(now, event, begins);
  }
  timeEvents(w, now + 1);
}
