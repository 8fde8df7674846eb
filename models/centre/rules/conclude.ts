import { PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import { stretch } from '../../policies/speed.ts';
import { AFTER as AFTER_ } from '../../words/facts.ts';
import { MOST_MISSES } from '../../words/moves.ts';
import { lawsAt, type TypePlan } from '../plan/plan.ts';
import { type Call, PLACE } from '../state/calls.ts';
import { AFTER_WORK as AFTER_WORK_, type Human } from '../state/people.ts';
import { type Desk, STATE } from '../state/team.ts';
import type { World } from '../state/world.ts';
import { promiseAgain } from './call-back.ts';
import { leaveServed, leaveUnserved } from './comeback.ts';
import {
  arrive,
  becomeFree,
  freeAgentFor,
  isPromised,
  stopWaiting,
  takeFromLine,
} from './serve.ts';
import { tellEnergy } from './tell-energy.ts';
import { endTension } from './tension.ts';

const PURPOSE = PURPOSE_;
const AFTER = AFTER_;
const AFTER_WORK = AFTER_WORK_;
const { AT_DESK, WAITING } = PLACE;
const { CLOSING, NOT_READY, WRAPPING } = STATE;

/** The end of a call and what follows: after-call work, giving up, calling again (RULES H, R). */

/**
 * The line is released; after-call work begins.
 * @param gone the caller has hung up
 */
export function conclude(w: World, desk: Desk, gone = false): void {
  const { agent, human } = desk;
  const call = desk.call as Call;
  const { number, type } = call;
  const { heldMs } = desk;
  w.recorder.concluded(w.now, number, type, agent, w.now - desk.since, heldMs);
  if (heldMs > 0) desk.heldMs = 0;
  if (human !== null) endTension(w, human);
  if (desk.state === CLOSING) w.endConcluding();
  const { hasWrapUp } = w.plan.types[type] as TypePlan;
  const wrapMs = hasWrapUp ? wrapUpMs(w, call, human) : 0;
  w.leave();
  leaveServed(w, call, desk, gone);
  wrapUp(w, desk, number, wrapMs);
}

/** After-call work of this caller. */
export function wrapUpMs(w: World, call: Call, human: Human | null): number {
  const { wrapUp } = lawsAt(w.plan, w.plan.types[call.type] as TypePlan, call.arrivedAt);
  const key = call.key;
  const wrapMs = wrapUp.drawMs(w.luck, key, call.attempt, PURPOSE.WRAP_UP);
  if (human === null || human.plan.speed === null) return wrapMs;
  const { parkinson } = human.plan.speed;
  return Math.round(wrapMs * stretch(human.idleShare(w.now), parkinson));
}

/** A person says when after-call work is over; the computer takes its time. */
export function wrapUp(w: World, desk: Desk, call: number, wrapMs: number): void {
  const { agent, human } = desk;
  const person = desk.isPerson;
  if (wrapMs === 0 && !person) {
    w.recorder.wrapped(w.now, call, agent, 0);
    becomeFree(w, desk);
    return;
  }
  desk.turn(WRAPPING, null, w.now);
  desk.ended = call;
  if (human !== null) human.turn(w.now, AFTER_WORK);
  tellEnergy(w, human);
  w.beginWrap(desk);
  if (person) desk.wrapMs = wrapMs;
  else w.setWork(agent, w.now + wrapMs);
}

/** The computer's after-call work is over. */
export function wrapped(w: World, desk: Desk): void {
  w.endWrap(desk);
  w.recorder.wrapped(w.now, desk.ended, desk.agent, w.now - desk.since);
  becomeFree(w, desk);
}

/** No waiting place, no trunk: refused at the door. */
export function block(w: World, call: Call): void {
  const type = call.type;
  w.recorder.blocked(w.now, call.number, type, w.calls.attemptOf(call));
  leaveUnserved(w, call, AFTER.blocked);
}

/** The caller's patience is at its end, in a line or while ringing. */
export function abandon(w: World, call: Call): void {
  const { team } = w;
  const type = call.type;
  const number = call.number;
  const ringing = call.place === AT_DESK;
  if (!ringing) w.lines.remove(call.line, call);
  stopWaiting(w, call);
  if (call.legs === 0) {
    const waitMs = w.now - call.arrivedAt;
    w.recorder.abandoned(w.now, number, type, w.calls.attemptOf(call), waitMs);
  } else {
    w.recorder.dropped(w.now, number, type, w.now - call.waitsFrom);
  }
  w.leave();
  const agent = call.agent;
  leaveUnserved(w, call, AFTER.abandoned);
  if (!ringing) return;
  w.calendar.cancel(agent);
  const desk = team.desk(agent);
  desk.call = null;
  becomeFree(w, desk);
}

/**
 * Nobody picked up: the call goes back to its place and to whoever is free; the desk is ready again
 * after half the time that a call rings.
 */
export function miss(w: World, agent: number): void {
  const { lines, team } = w;
  const desk = team.desk(agent);
  const call = w.inHand(agent);
  w.recorder.missed(w.now, call.number, agent);
  desk.turn(NOT_READY, null, w.now);
  w.recorder.notReady(w.now, agent, 'missed');
  if (++desk.misses < MOST_MISSES) w.setWork(agent, w.now + Math.ceil(w.ringMs / 2));
  if (isPromised(w, call)) {
    promiseAgain(w, call, team.group(agent));
    return;
  }
  call.place = WAITING;
  lines.add(call.line, call);
  const other = freeAgentFor(w, call, w.now - call.waitsFrom);
  if (other >= 0) takeFromLine(w, call, other);
}

/** The caller calls again. */
export function redial(w: World, call: Call): void {
  w.leaveOrbit();
  call.attempt = call.attempt + 1;
  arrive(w, call, call.number, call.afterWhat);
}
