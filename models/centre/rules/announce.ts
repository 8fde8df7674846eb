import { PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import { NEVER as NEVER_ } from '../../kernel/time.ts';
import type { PatienceKinds } from '../../policies/patience-kinds.ts';
import { growthPerMin, handlingMore } from '../../policies/told.ts';
import type { AnnouncePlan } from '../plan/talk-plan.ts';
import type { Call } from '../state/calls.ts';
import type { Talks } from '../state/talks.ts';
import type { World } from '../state/world.ts';

const PURPOSE = PURPOSE_;
const NEVER = NEVER_;

/** What waiting callers are told, and what it does to them (RULES W9; MODEL 3.2, 3.3). */

const MINUTE_MS = 60_000;

/** How long a caller who begins to wait now is told it will take, ms, in whole steps. */
export function toldNow(w: World, talks: Talks, plan: AnnouncePlan): number {
  const stepMs = plan.roundMin * MINUTE_MS;
  return Math.round(estimated(w, talks, plan) / stepMs) * stepMs;
}

function estimated(w: World, talks: Talks, plan: AnnouncePlan): number {
  switch (plan.estimator) {
    case 'lastServed':
      return talks.lastWaitMs;
    case 'headOfLine': {
      const since = w.lines.longestSince();
      return since === NEVER ? 0 : w.now - since;
    }
    case 'queue': {
      // The caller is inside, but not yet in line.
      const talking = Math.max(1, w.inside - w.lines.waiting - 1);
      return ((w.lines.waiting + 1) * talks.meanPace) / talking;
    }
  }
}

/**
 * For how long this caller waits who is told so much, ms, NEVER for ever: the same luck as without
 * an announcement. A recorded patience stands (RULES A6).
 */
export function patienceTold(
  w: World,
  call: Call,
  kinds: PatienceKinds,
  attempt: number,
  toldMs: number,
  plan: AnnouncePlan,
): number {
  const { plan: world } = w;
  const row = world.trace === null || call.attempt > 0 ? -1 : call.row;
  const known = row < 0 ? -1 : (world.trace?.patience[row] as number);
  if (known >= 0) return known;
  const u = w.luck.draw(call.key, attempt, PURPOSE.PATIENCE);
  const waited = row < 0 ? 0 : (world.trace?.waited[row] as number);
  const growth = growthPerMin(plan.hazardAfter);
  const scaleMs = (plan.balkScaleMin ?? Number.POSITIVE_INFINITY) * MINUTE_MS;
  const ms = kinds.waitTold(u, waited, toldMs, scaleMs, plan.hazardBefore, growth);
  return ms < NEVER - 1 ? Math.floor(ms + 0.5) : NEVER;
}

/**
 * Was this caller told how long it would take? Who is answered at once waits for nothing, whatever
 * was said at an attempt before, or whose call this was then.
 */
export const wasTold = (call: Call): boolean =>
  call.toldMs >= 0 && call.waitsFrom >= call.arrivedAt;

/** How much longer the talk takes with a caller who waited beyond what was told, ms. */
export function overdueMs(w: World, call: Call, agent: number, plan: AnnouncePlan): number {
  if (!wasTold(call)) return 0;
  // Up to the answer: a talk that changes hands has not been waited for.
  const waitMs = w.team.since(agent) - call.waitsFrom;
  return Math.round(handlingMore(waitMs, call.toldMs, plan.serviceAfter));
}
