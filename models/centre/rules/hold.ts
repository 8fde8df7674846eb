import { PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import { lawsAt, type TypePlan } from '../plan/plan.ts';
import { type Call, PLACE } from '../state/calls.ts';
import { type Desk, STATE } from '../state/team.ts';
import type { World } from '../state/world.ts';
import { conclude } from './conclude.ts';
import { endureHold } from './meeting.ts';
import { stopWork } from './talk.ts';

const PURPOSE = PURPOSE_;
const { NOWHERE, ON_HOLD } = PLACE;
const { HOLDING, TALKING } = STATE;

/** A caller on hold waits: patience runs, mood falls (RULES L9). Only persons hold. */

/** How long this caller bears to be held in this talk, all holds together, ms; NEVER for ever. */
function patienceMs(w: World, call: Call, type: TypePlan): number {
  if (type.endless) return Number.POSITIVE_INFINITY;
  const { patience } = lawsAt(w.plan, type, call.arrivedAt);
  const place = call.attempt * 16 + call.legs;
  return patience.drawMs(w.luck, call.key, place, PURPOSE.HOLD_PATIENCE);
}

export function hold(w: World, desk: Desk): void {
  const { agent, heldMs } = desk;
  const call = w.inHand(agent);
  desk.state = HOLDING;
  desk.holdSince = w.now;
  call.place = ON_HOLD;
  call.agent = agent;
  const leftMs = patienceMs(w, call, w.plan.types[call.type] as TypePlan) - heldMs;
  w.setPatience(call, w.now + Math.max(1, leftMs, w.leastHoldMs));
  w.recorder.held(w.now, call.number, agent);
}

/** The hold is over, however it ends. */
function endHold(w: World, desk: Desk): void {
  const call = w.inHand(desk.agent);
  const heldMs = w.now - desk.holdSince;
  desk.state = TALKING;
  call.place = NOWHERE;
  w.calendar.cancel(w.patienceTimer(call));
  if (desk.human !== null) endureHold(desk.human, desk.heldMs, heldMs);
  desk.heldMs += heldMs;
  if (w.talks !== null && desk.talk !== null) w.talks.putOff(desk.talk, heldMs);
}

/** Back on the line, if on hold. */
export function resume(w: World, desk: Desk): void {
  if (desk.state !== HOLDING) return;
  endHold(w, desk);
  w.recorder.resumed(w.now, w.inHand(desk.agent).number, desk.agent);
}

/** The caller has been on hold for too long: a contact in vain. */
export function hangUp(w: World, call: Call): void {
  const desk = w.team.desk(call.agent);
  w.recorder.hungUp(w.now, call.number, desk.agent);
  endHold(w, desk);
  if (w.talks !== null && desk.talk !== null) stopWork(w, w.talks, desk.talk);
  conclude(w, desk, true);
}
