import { PURPOSE as PURPOSE_ } from '../kernel/luck.ts';
import { progressOf } from '../policies/curve.ts';
import { needAfter } from '../policies/outcome.ts';
import { PHASE as PHASE_ } from '../policies/postures.ts';
import { AFTER as AFTER_, LEFT as LEFT_ } from '../words/facts.ts';
import { PLACE } from './calls.ts';
import { isSkipped, partFrom } from './meeting.ts';
import type { ReturnPlan, TypePlan } from './plan.ts';
import { MAX_ATTEMPTS, RANK } from './ranks.ts';
import { attemptOf } from './serve.ts';
import { countedWork, shareSolved, type Talks } from './talk.ts';
import type { World } from './world.ts';

const PURPOSE = PURPOSE_;
const PHASE = PHASE_;
const AFTER = AFTER_;
const LEFT = LEFT_;
const { IN_ORBIT } = PLACE;

/** Does the caller call again, and why (RULES R)? */

/** After service: in a classical world, whatever was said. */
export function leaveServed(w: World, slot: number, agent: number): void {
  const { talks } = w;
  if (talks === null) {
    const { repeat } = w.plan.types[w.calls.type(slot)] as TypePlan;
    comeBack(w, slot, repeat, AFTER.served, PURPOSE.REPEAT);
  } else settle(w, talks, slot, agent);
}

/** Without an answer: patience at its end, or refused at the door. */
export function leaveUnserved(w: World, slot: number, after: number): void {
  const { redial, retry } = w.plan.types[w.calls.type(slot)] as TypePlan;
  if (after === AFTER.blocked) comeBack(w, slot, retry, after, PURPOSE.RETRY);
  else comeBack(w, slot, redial, after, PURPOSE.REDIAL);
}

/** What the talk has resolved, and what follows (MODEL 2, 4.3, 4.4). */
function settle(w: World, talks: Talks, slot: number, agent: number): void {
  const { calls, luck, people } = w;
  const { back, carryOver, curve, needGrowth, next, nextUnexplained } = talks.plan;
  const attempt = calls.attempt(slot);
  const need = talks.needOf(w, slot);
  const progress = progressOf(curve, countedWork(w, talks, agent), need);
  const share = shareSolved(w, talks, agent, progress);
  const solved = luck.draw(calls.key(slot), attempt, PURPOSE.OUTCOME) < share;
  if (people !== null) partFrom(w, people, slot, agent, progress, solved);
  tellOutcome(w, talks, slot, agent, solved);
  if (!solved) {
    talks.change(slot, needAfter(1, needGrowth, carryOver, progress));
    // A type that says how its callers come back keeps it.
    const { repeat } = w.plan.types[calls.type(slot)] as TypePlan;
    comeBack(w, slot, repeat.probability > 0 ? repeat : back, AFTER.served, PURPOSE.BACK);
    return;
  }
  talks.settle(slot);
  const explained = people === null || !isSkipped(people, agent, PHASE.explain);
  comeBack(w, slot, explained ? next : nextUnexplained, AFTER.served, PURPOSE.NEXT, true);
}

function tellOutcome(w: World, talks: Talks, slot: number, agent: number, solved: boolean): void {
  const { calls, people } = w;
  // Without postures the moment that counts is what the contact came to (RULES E3).
  const plain = solved ? 1 : 0;
  const told = people !== null && (people.last[agent] as number) >= 0;
  const worst = told ? (people.worst[agent] as number) : plain;
  const last = told ? (people.last[agent] as number) : plain;
  w.recorder.resolved(
    w.now,
    calls.number(slot),
    calls.type(slot),
    attemptOf(w, slot),
    agent,
    plain,
    Math.round(Math.max(0, talks.workMs[agent] as number)),
    Math.round(talks.needOf(w, slot) * 1_000),
    Math.round(worst * 1_000),
    Math.round(last * 1_000),
  );
}

/** Will this caller call again? If so the slot waits for it; else the caller leaves for good. */
function comeBack(
  w: World,
  slot: number,
  back: ReturnPlan,
  after: number,
  purpose: number,
  content = false,
): void {
  const row = w.plan.trace === null ? -1 : w.calls.row(slot);
  if (row >= 0) w.endOfPerson[w.plan.trace?.person[row] as number] = after;
  const due = back.probability === 0 ? -1 : dueBack(w, slot, back, purpose);
  if (due >= 0 && (due < w.plan.lengthMs || w.talks?.plan.afterClosing === true)) {
    w.calls.setPlace(slot, IN_ORBIT);
    w.calls.setAfterWhat(slot, after);
    w.away++;
    w.set(w.patienceTimer(slot), due, RANK.comeBack);
    return;
  }
  if (w.talks !== null) {
    const how = content ? LEFT.content : due < 0 ? LEFT.lost : LEFT.tomorrow;
    w.recorder.left(w.now, w.calls.number(slot), w.calls.type(slot), how);
  }
  w.calls.release(slot);
}

/** When this caller calls again, ms, whatever the hour; -1 when never. */
function dueBack(w: World, slot: number, back: ReturnPlan, purpose: number): number {
  const { calls, luck } = w;
  const key = calls.key(slot);
  const attempt = calls.attempt(slot);
  if (attempt >= MAX_ATTEMPTS || luck.draw(key, attempt, purpose) >= back.probability) return -1;
  // The delay's purpose stands right after the decision's (kernel/luck.ts).
  return w.now + Math.max(1, back.delay.drawMs(luck, key, attempt, purpose + 1));
}
