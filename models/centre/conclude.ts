import { PURPOSE } from '../kernel/luck.ts';
import { stretch } from '../policies/speed.ts';
import { AFTER } from '../words/facts.ts';
import {
  AFTER_WHAT,
  AGENT,
  ARRIVED_AT,
  AT_DESK,
  ATTEMPT,
  KEY,
  LEGS,
  LINE,
  NUMBER,
  PLACE,
  TYPE,
  WAITING,
  WAITS_FROM,
} from './calls.ts';
import { leaveServed, leaveUnserved } from './comeback.ts';
import { AFTER_WORK } from './people.ts';
import type { TypePlan } from './plan.ts';
import { arrive, attemptOf, becomeFree, freeAgentFor, stopWaiting, takeFromLine } from './serve.ts';
import {
  CALL,
  CLOSING,
  HELD_MS,
  NOT_READY,
  SINCE,
  SLOT,
  STATE,
  WRAP_MS,
  WRAPPING,
} from './team.ts';
import { endTension } from './tension.ts';
import { RANK, type World } from './world.ts';

/** The end of a call and what follows: after-call work, giving up, calling again (RULES H, R). */

/** The line is released; after-call work begins. */
export function conclude(w: World, agent: number): void {
  const { calls, team } = w;
  const slot = team.get(agent, SLOT);
  const number = calls.get(slot, NUMBER);
  const type = calls.get(slot, TYPE);
  const rules = w.plan.types[type] as TypePlan;
  const heldMs = team.get(agent, HELD_MS);
  w.recorder.concluded(w.now, number, type, agent, w.now - team.get(agent, SINCE), heldMs);
  if (heldMs > 0) team.set(agent, HELD_MS, 0);
  if (w.people !== null) endTension(w, agent);
  if (team.get(agent, STATE) === CLOSING) w.closing--;
  const wrapMs = rules.hasWrapUp ? wrapUpMs(w, slot, agent) : 0;
  w.inside--;
  leaveServed(w, slot, agent);
  wrapUp(w, agent, number, wrapMs);
}

/** After-call work of this caller. */
export function wrapUpMs(w: World, slot: number, agent: number): number {
  const { calls, people } = w;
  const { wrapUp } = w.plan.types[calls.get(slot, TYPE)] as TypePlan;
  const key = calls.get(slot, KEY);
  const wrapMs = wrapUp.drawMs(w.luck, key, calls.get(slot, ATTEMPT), PURPOSE.WRAP_UP);
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
  team.set(agent, SLOT, -1);
  team.set(agent, CALL, call);
  team.set(agent, SINCE, w.now);
  team.set(agent, STATE, WRAPPING);
  if (w.people !== null) w.people.turn(agent, w.now, AFTER_WORK);
  if (person) team.set(agent, WRAP_MS, wrapMs);
  else {
    w.wrapping++;
    w.set(agent, w.now + wrapMs, RANK.agent);
  }
}

/** The computer's after-call work is over. */
export function wrapped(w: World, agent: number): void {
  w.wrapping--;
  w.recorder.wrapped(w.now, w.team.get(agent, CALL), agent, w.now - w.team.get(agent, SINCE));
  becomeFree(w, agent);
}

/** No waiting place, no trunk: refused at the door. */
export function block(w: World, slot: number): void {
  const { calls } = w;
  const type = calls.get(slot, TYPE);
  w.recorder.blocked(w.now, calls.get(slot, NUMBER), type, attemptOf(w, slot));
  leaveUnserved(w, slot, AFTER.blocked);
}

/** The caller's patience is at its end, in a line or while ringing. */
export function abandon(w: World, slot: number): void {
  const { calls, team } = w;
  const type = calls.get(slot, TYPE);
  const number = calls.get(slot, NUMBER);
  const ringing = calls.get(slot, PLACE) === AT_DESK;
  if (!ringing) w.lines.remove(calls.get(slot, LINE), slot);
  stopWaiting(w, slot);
  if (calls.get(slot, LEGS) === 0) {
    const waitMs = w.now - calls.get(slot, ARRIVED_AT);
    w.recorder.abandoned(w.now, number, type, attemptOf(w, slot), waitMs);
  } else {
    w.recorder.dropped(w.now, number, type, w.now - calls.get(slot, WAITS_FROM));
  }
  w.inside--;
  const agent = calls.get(slot, AGENT);
  leaveUnserved(w, slot, AFTER.abandoned);
  if (!ringing) return;
  w.calendar.cancel(agent);
  team.set(agent, SLOT, -1);
  becomeFree(w, agent);
}

/** Nobody picked up: the call goes back to its place and to whoever is free; the desk is paused. */
export function miss(w: World, agent: number): void {
  const { calls, lines, team } = w;
  const slot = team.get(agent, SLOT);
  w.recorder.missed(w.now, calls.get(slot, NUMBER), agent);
  team.set(agent, SLOT, -1);
  team.set(agent, STATE, NOT_READY);
  team.set(agent, SINCE, w.now);
  w.recorder.notReady(w.now, agent, 'missed');
  calls.set(slot, PLACE, WAITING);
  lines.add(calls.get(slot, LINE), slot);
  const other = freeAgentFor(w, slot, w.now - calls.get(slot, WAITS_FROM));
  if (other >= 0) takeFromLine(w, slot, other);
}

/** The caller calls again. */
export function redial(w: World, slot: number): void {
  const { calls } = w;
  w.away--;
  calls.set(slot, ATTEMPT, calls.get(slot, ATTEMPT) + 1);
  arrive(w, slot, calls.get(slot, NUMBER), calls.get(slot, AFTER_WHAT));
}
