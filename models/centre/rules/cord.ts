import { PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import type { CordPlan } from '../plan/gesture-plan.ts';
import type { Call } from '../state/calls.ts';
import { RANK } from '../state/ranks.ts';
import type { World } from '../state/world.ts';

const PURPOSE = PURPOSE_;

/**
 * A hidden cause brings some of the callers until enough of those who answer have named it (RULES
 * G7): after that they do not come. Each is thinned by a draw of their own, so that all others stay
 * the same.
 */

const cordOf = (w: World): CordPlan | null => w.plan.people?.gestures?.cord ?? null;

/** Of callers whom the cause brings, those who point to the right one. */
const TELLS_RIGHT = 0.8;

/** Is this caller brought by the hidden cause? */
const isBrought = (w: World, call: Call, { share }: CordPlan): boolean =>
  w.luck.draw(call.key, 0, PURPOSE.CAUSE) < share;

/** Which of the causes it is, that day. */
const causeOf = (w: World, { causes }: CordPlan): number =>
  Math.floor(causes * w.luck.uniform(0, 1, PURPOSE.CAUSE));

/** Would this first caller not call, the cause having been found? */
export function isSpared(w: World, call: Call): boolean {
  if (!w.mended) return false;
  const cord = cordOf(w);
  return cord !== null && isBrought(w, call, cord);
}

/** What a caller says lets suspect a cause: mostly the right one. */
export function tellClue(w: World, call: Call, agent: number): void {
  const cord = cordOf(w);
  if (cord === null || !isBrought(w, call, cord)) return;
  const right = causeOf(w, cord);
  const u = w.luck.draw(call.key, 2, PURPOSE.CAUSE);
  const other = 1 + Math.floor(((cord.causes - 1) * (u - TELLS_RIGHT)) / (1 - TELLS_RIGHT));
  const cause = u < TELLS_RIGHT ? right : (right + other) % cord.causes;
  w.recorder.clue(w.now, call.number, agent, cause);
}

/** Somebody names a cause; with enough who name the right one, it will be mended. */
export function signal(w: World, call: number, agent: number, cause: number): void {
  const cord = cordOf(w);
  if (cord === null) return;
  w.recorder.signalled(w.now, call, agent, cause);
  if (cause !== causeOf(w, cord)) return;
  w.signals++;
  if (w.signals === cord.signals) w.set(w.cordTimer, w.now + cord.afterMs, RANK.event);
}

/** It brings no more callers from here on. */
export function mend(w: World): void {
  const cord = cordOf(w);
  w.mended = true;
  if (cord !== null) w.recorder.mended(w.now, causeOf(w, cord));
}
