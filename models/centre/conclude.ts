import { PURPOSE } from '../kernel/luck.ts';
import { AFTER } from '../words/facts.ts';
import { AT_DESK, IN_ORBIT, WAITING } from './calls.ts';
import type { ReturnPlan, TypePlan } from './plan.ts';
import { arrive, attemptOf, becomeFree, freeAgentFor, stopWaiting, takeFromLine } from './serve.ts';
import { NOT_READY, WRAPPING } from './team.ts';
import { MAX_ATTEMPTS, RANK, type World } from './world.ts';

/** The end of a call and what follows: after-call work, giving up, calling again (RULES H, R). */

/** The line is released; after-call work begins. */
export function conclude(w: World, agent: number): void {
  const { calls, team } = w;
  const slot = team.slot[agent] as number;
  const type = calls.type[slot] as number;
  w.recorder.concluded(
    w.now,
    calls.number[slot] as number,
    type,
    agent,
    w.now - (team.since[agent] as number),
    team.heldMs[agent] as number,
  );
  const wrapMs = wrapUpMs(w, slot);
  if ((team.heldMs[agent] as number) > 0) team.heldMs[agent] = 0;
  const number = calls.number[slot] as number;
  w.inside--;
  comeBack(w, slot, (w.plan.types[type] as TypePlan).repeat, AFTER.served, PURPOSE.REPEAT);
  wrapUp(w, agent, number, wrapMs);
}

/** After-call work of this caller, drawn only where there is some. */
export function wrapUpMs(w: World, slot: number): number {
  const type = w.plan.types[w.calls.type[slot] as number] as TypePlan;
  if (!type.hasWrapUp) return 0;
  const { attempt, key } = w.calls;
  return type.wrapUp.drawMs(w.luck, key[slot] as number, attempt[slot] as number, PURPOSE.WRAP_UP);
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
  team.slot[agent] = -1;
  team.call[agent] = call;
  team.since[agent] = w.now;
  team.state[agent] = WRAPPING;
  if (person) team.wrapMs[agent] = wrapMs;
  else {
    w.wrapping++;
    w.set(agent, w.now + wrapMs, RANK.agent);
  }
}

/** The computer's after-call work is over. */
export function wrapped(w: World, agent: number): void {
  w.wrapping--;
  w.recorder.wrapped(
    w.now,
    w.team.call[agent] as number,
    agent,
    w.now - (w.team.since[agent] as number),
  );
  becomeFree(w, agent);
}

/** No waiting place, no trunk: refused at the door. */
export function block(w: World, slot: number): void {
  const { calls } = w;
  const type = calls.type[slot] as number;
  w.recorder.blocked(w.now, calls.number[slot] as number, type, attemptOf(w, slot));
  comeBack(w, slot, (w.plan.types[type] as TypePlan).retry, AFTER.blocked, PURPOSE.RETRY);
}

/** The caller's patience is at its end, in a line or while ringing. */
export function abandon(w: World, slot: number): void {
  const { calls, team } = w;
  const type = calls.type[slot] as number;
  const number = calls.number[slot] as number;
  const ringing = calls.state[slot] === AT_DESK;
  if (!ringing) w.lines.remove(calls.line[slot] as number, slot);
  stopWaiting(w, slot);
  if (calls.legs[slot] === 0) {
    const waitMs = w.now - (calls.arrivedAt[slot] as number);
    w.recorder.abandoned(w.now, number, type, attemptOf(w, slot), waitMs);
  } else {
    w.recorder.dropped(w.now, number, type, w.now - (calls.waitsFrom[slot] as number));
  }
  w.inside--;
  const agent = calls.agent[slot] as number;
  comeBack(w, slot, (w.plan.types[type] as TypePlan).redial, AFTER.abandoned, PURPOSE.REDIAL);
  if (!ringing) return;
  w.calendar.cancel(agent);
  team.slot[agent] = -1;
  becomeFree(w, agent);
}

/** Nobody picked up: the call goes back to its place and to whoever is free; the desk is paused. */
export function miss(w: World, agent: number): void {
  const { calls, lines, team } = w;
  const slot = team.slot[agent] as number;
  w.recorder.missed(w.now, calls.number[slot] as number, agent);
  team.slot[agent] = -1;
  team.state[agent] = NOT_READY;
  team.since[agent] = w.now;
  w.recorder.notReady(w.now, agent, 'missed');
  calls.state[slot] = WAITING;
  lines.add(calls.line[slot] as number, slot, calls.arrivedAt);
  const other = freeAgentFor(w, slot, w.now - (calls.waitsFrom[slot] as number));
  if (other >= 0) takeFromLine(w, slot, other);
}

/** Will this caller call again? If so the slot waits for the day to come; else it is free. */
function comeBack(w: World, slot: number, back: ReturnPlan, after: number, purpose: number): void {
  if (back.probability === 0 || !willComeBack(w, slot, back, after, purpose)) w.calls.release(slot);
}

function willComeBack(
  w: World,
  slot: number,
  back: ReturnPlan,
  after: number,
  purpose: number,
): boolean {
  const { calls, luck } = w;
  const key = calls.key[slot] as number;
  const attempt = calls.attempt[slot] as number;
  if (attempt >= MAX_ATTEMPTS || luck.draw(key, attempt, purpose) >= back.probability) return false;
  // The delay's purpose stands right after the decision's (kernel/luck.ts).
  const due = w.now + Math.max(1, back.delay.drawMs(luck, key, attempt, purpose + 1));
  if (due >= w.plan.lengthMs) return false;
  calls.state[slot] = IN_ORBIT;
  calls.after[slot] = after;
  w.calendar.set(w.patienceTimer(slot), due, RANK.comeBack);
  return true;
}

/** The caller calls again. */
export function redial(w: World, slot: number): void {
  const { calls } = w;
  calls.attempt[slot] = (calls.attempt[slot] as number) + 1;
  arrive(w, slot, calls.number[slot] as number, calls.after[slot] as number);
}
