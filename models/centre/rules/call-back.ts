import { PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import { AFTER as AFTER_ } from '../../words/facts.ts';
import type { GroupPlan } from '../plan/plan.ts';
import type { CallBackPlan } from '../plan/talk-plan.ts';
import { type Call, PLACE } from '../state/calls.ts';
import { RANK } from '../state/ranks.ts';
import type { Talks } from '../state/talks.ts';
import type { Desk } from '../state/team.ts';
import type { World } from '../state/world.ts';
import { leaveUnserved } from './comeback.ts';
import { freeAgentFor, give, stopWaiting } from './serve.ts';

const PURPOSE = PURPOSE_;
const AFTER = AFTER_;
const { NOWHERE, PROMISED } = PLACE;

/** Callers who are called back instead of waiting long (RULES W10; MODEL 3.5). */

/** Asked for only where callers are called back. */
const planOf = (w: World): CallBackPlan => (w.talks as Talks).plan.callBack as CallBackPlan;

/** Is this caller, who begins to wait, offered to be called back, and pleased to be? */
export function accepts(w: World, talks: Talks, call: Call): boolean {
  const plan = talks.plan.callBack;
  if (plan === null || call.legs > 0 || call.toldMs <= plan.offerAboveMs) return false;
  return w.luck.draw(call.key, call.attempt, PURPOSE.CALL_BACK) < plan.accept;
}

/** The caller hangs up, sure to be called back. */
export function promise(w: World, call: Call): void {
  stopWaiting(w, call);
  // What was said of the line is no concern of theirs any more.
  call.toldMs = -1;
  w.leave();
  keep(w, call);
  w.recorder.promised(w.now, call.number, call.type, w.calls.attemptOf(call));
}

function keep(w: World, call: Call): void {
  const deadline = call.waitsFrom + planOf(w).deadlineMs;
  call.place = PROMISED;
  call.calledBack = false;
  w.promised.add(call.type, call);
  if (deadline > w.now) w.set(w.patienceTimer(call), deadline, RANK.overflow);
}

/** Nobody at this desk picked up to call this caller back: a colleague may. */
export function promiseAgain(w: World, call: Call, group: number): void {
  w.leave();
  keep(w, call);
  if (isOverdue(w, call)) callBackDue(w, call);
  else callBackIdle(w, group);
}

/** The deadline: whoever is free calls; after closing, with nobody at work, a promise is broken. */
export function callBackDue(w: World, call: Call): void {
  const agent = freeAgentFor(w, call, w.now - call.waitsFrom);
  if (agent >= 0) {
    const desk = w.team.desk(agent);
    if (!reaches(w, call)) return;
    desk.leaveFree();
    give(w, call, desk);
  } else if (w.closed && w.load === w.lines.waiting) {
    w.promised.remove(call.type, call);
    fail(w, call);
  }
}

/** An agent who has nothing in hand calls first whoever should have been called by now. */
export function keepOverdue(w: World, desk: Desk): boolean {
  for (;;) {
    const call = overdueFor(w, desk.group);
    if (call === null) return false;
    if (!reaches(w, call)) continue;
    give(w, call, desk);
    return true;
  }
}

/** The oldest promise overdue that this group can keep, whatever the routing prefers; or null. */
function overdueFor(w: World, group: number): Call | null {
  let oldest: Call | null = null;
  for (const { line } of (w.plan.groups[group] as GroupPlan).lines) {
    const call = w.promised.head[line] as Call | null;
    if (call === null || !isOverdue(w, call)) continue;
    if (oldest === null || call.waitsFrom < oldest.waitsFrom) oldest = call;
  }
  return oldest;
}

const isOverdue = (w: World, call: Call): boolean => w.now >= call.waitsFrom + planOf(w).deadlineMs;

/** While more agents of this group are free than are kept for those who call, they call back. */
export function callBackIdle(w: World, group: number): void {
  const { team } = w;
  const kept = w.closed ? 0 : planOf(w).reserve;
  while (team.freeIn(group) > kept) {
    const call = nextFor(w, group);
    if (call === null) return;
    if (!reaches(w, call)) continue;
    const desk = team.desk(team.longestIdle(group));
    desk.leaveFree();
    give(w, call, desk);
  }
}

/** Is somebody still to be called back whose deadline has not passed? */
export function isAwaited(w: World): boolean {
  for (const head of w.promised.head)
    for (let call = head; call !== null; call = call.next)
      if (w.calendar.dueAt(w.patienceTimer(call)) >= 0) return true;
  return false;
}

/** Whom an agent of this group is to call back first, or null: as among those who wait. */
function nextFor({ now, plan, promised }: World, group: number): Call | null {
  const { lines, onlyLine } = plan.groups[group] as GroupPlan;
  const line = onlyLine >= 0 ? onlyLine : plan.lineChoice(lines, promised.head, now);
  return line < 0 ? null : (promised.head[line] as Call | null);
}

/** Calls this caller back. False where they are not there. */
function reaches(w: World, call: Call): boolean {
  w.promised.remove(call.type, call);
  w.calendar.cancel(w.patienceTimer(call));
  if (w.luck.draw(call.key, call.attempt, PURPOSE.REACHED) < planOf(w).unreachable) {
    fail(w, call);
    return false;
  }
  call.place = NOWHERE;
  call.calledBack = true;
  w.enter();
  return true;
}

/** As one who has given up: they may call again. */
function fail(w: World, call: Call): void {
  w.recorder.unreached(w.now, call.number, call.type, w.now - call.waitsFrom);
  leaveUnserved(w, call, AFTER.abandoned);
}
