import { PURPOSE as PURPOSE_ } from '../kernel/luck.ts';
import { stretch } from '../policies/speed.ts';
import { AFTER as AFTER_ } from '../words/facts.ts';
import { PLACE } from './calls.ts';
import { leaveServed, leaveUnserved } from './comeback.ts';
import { AFTER_WORK as AFTER_WORK_ } from './people.ts';
import type { TypePlan } from './plan.ts';
import { arrive, attemptOf, becomeFree, freeAgentFor, stopWaiting, takeFromLine } from './serve.ts';
import { STATE } from './team.ts';
import { endTension } from './tension.ts';
import type { World } from './world.ts';

const PURPOSE = PURPOSE_;
const AFTER = AFTER_;
const AFTER_WORK = AFTER_WORK_;
const { AT_DESK, WAITING } = PLACE;
const { CLOSING, NOT_READY, WRAPPING } = STATE;

/** The end of a call and what follows: after-call work, giving up, calling again (RULES H, R). */

/** The line is released; after-call work begins. */
export function conclude(w: World, agent: number): void {
  const { calls, team } = w;
  const slot = team.slot(agent);
  const number = calls.number(slot);
  const type = calls.type(slot);
  const rules = w.plan.types[type] as TypePlan;
  const heldMs = team.heldMs(agent);
  w.recorder.concluded(w.now, number, type, agent, w.now - team.since(agent), heldMs);
  if (heldMs > 0) team.setHeldMs(agent, 0);
  if (w.people !== null) endTension(w, agent);
  if (team.state(agent) === CLOSING) w.closing--;
  const wrapMs = rules.hasWrapUp ? wrapUpMs(w, slot, agent) : 0;
  w.inside--;
  leaveServed(w, slot, agent);
  wrapUp(w, agent, number, wrapMs);
}

/** After-call work of this caller. */
export function wrapUpMs(w: World, slot: number, agent: number): number {
  const { calls, people } = w;
  const { wrapUp } = w.plan.types[calls.type(slot)] as TypePlan;
  const key = calls.key(slot);
  const wrapMs = wrapUp.drawMs(w.luck, key, calls.attempt(slot), PURPOSE.WRAP_UP);
  if (people === null || people.plan.speed === null) return wrapMs;
  const { parkinson } = people.plan.speed;
  return Math.round(wrapMs * stretch(people.idleShare(agent, w.now), parkinson));
}

/** A person says when after-call work is over; the computer takes its time. */
export function wrapUp(w: World, agent: number, call: number, wrapMs: number): void {
  const { team } = w;
  const person = team.isPerson(agent);
  if (wrapMs === 0 && !person) {
    w.recorder.wrapped(w.now, call, agent, 0);
    becomeFree(w, agent);
    return;
  }
  team.turn(agent, WRAPPING, -1, w.now);
  team.setCall(agent, call);
  if (w.people !== null) w.people.turn(agent, w.now, AFTER_WORK);
  if (person) team.setWrapMs(agent, wrapMs);
  else {
    w.wrapping++;
    w.setWork(agent, w.now + wrapMs);
  }
}

/** The computer's after-call work is over. */
export function wrapped(w: World, agent: number): void {
  w.wrapping--;
  w.recorder.wrapped(w.now, w.team.call(agent), agent, w.now - w.team.since(agent));
  becomeFree(w, agent);
}

/** No waiting place, no trunk: refused at the door. */
export function block(w: World, slot: number): void {
  const { calls } = w;
  const type = calls.type(slot);
  w.recorder.blocked(w.now, calls.number(slot), type, attemptOf(w, slot));
  leaveUnserved(w, slot, AFTER.blocked);
}

/** The caller's patience is at its end, in a line or while ringing. */
export function abandon(w: World, slot: number): void {
  const { calls, team } = w;
  const type = calls.type(slot);
  const number = calls.number(slot);
  const ringing = calls.place(slot) === AT_DESK;
  if (!ringing) w.lines.remove(calls.line(slot), slot);
  stopWaiting(w, slot);
  if (calls.legs(slot) === 0) {
    const waitMs = w.now - calls.arrivedAt(slot);
    w.recorder.abandoned(w.now, number, type, attemptOf(w, slot), waitMs);
  } else {
    w.recorder.dropped(w.now, number, type, w.now - calls.waitsFrom(slot));
  }
  w.inside--;
  const agent = calls.agent(slot);
  leaveUnserved(w, slot, AFTER.abandoned);
  if (!ringing) return;
  w.calendar.cancel(agent);
  team.setSlot(agent, -1);
  becomeFree(w, agent);
}

/** Nobody picked up: the call goes back to its place and to whoever is free; the desk is paused. */
export function miss(w: World, agent: number): void {
  const { calls, lines, team } = w;
  const slot = team.slot(agent);
  w.recorder.missed(w.now, calls.number(slot), agent);
  team.turn(agent, NOT_READY, -1, w.now);
  w.recorder.notReady(w.now, agent, 'missed');
  calls.setPlace(slot, WAITING);
  lines.add(calls.line(slot), slot);
  const other = freeAgentFor(w, slot, w.now - calls.waitsFrom(slot));
  if (other >= 0) takeFromLine(w, slot, other);
}

/** The caller calls again. */
export function redial(w: World, slot: number): void {
  const { calls } = w;
  w.away--;
  calls.setAttempt(slot, calls.attempt(slot) + 1);
  arrive(w, slot, calls.number(slot), calls.afterWhat(slot));
}
