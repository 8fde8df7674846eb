import { type Luck, PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import type { TypePlan } from '../plan/plan.ts';
import type { Call } from '../state/calls.ts';
import type { World } from '../state/world.ts';

const PURPOSE = PURPOSE_;

/** What callers need (RULES P2; MODEL 2): drawn when first asked for, then known of the call. */

/** A need is never nothing: a thousandth of the usual one. */
const LEAST_NEED = 1e-3;

/**
 * The uniform behind the need of this caller: of the matter, so that it is the same whatever became
 * of the calls before (MODEL 2, 13.4).
 */
export const needDraw = (call: Call, luck: Luck): number =>
  luck.draw(call.key, call.matters, PURPOSE.NEED);

/** Draws the need of this caller where it is not known yet. */
export function drawNeed(w: World, call: Call): void {
  if (call.need > 0) return;
  const { need } = w.plan.types[call.type] as TypePlan;
  call.need = Math.max(need.quantile(needDraw(call, w.luck)), LEAST_NEED);
}

/** The need of this caller, 1 being usual. */
export function needOf(w: World, call: Call): number {
  drawNeed(w, call);
  return call.need;
}

/** The matter of this caller is resolved: the next one is another need. */
export function settleMatter(call: Call): void {
  call.need = 0;
  call.matters++;
}

/** The need of this caller is so many times greater. */
export function changeNeed(call: Call, factor: number): void {
  call.need = Math.max(call.need * factor, LEAST_NEED);
}
