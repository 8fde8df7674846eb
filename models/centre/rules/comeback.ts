import { PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import { progressOf } from '../../policies/curve.ts';
import { needAfter, partingOf } from '../../policies/outcome.ts';
import { PHASE as PHASE_ } from '../../policies/postures.ts';
import { AFTER as AFTER_, LEFT as LEFT_ } from '../../words/facts.ts';
import { REFUSAL } from '../../words/gestures.ts';
import type { ReturnPlan, TypePlan } from '../plan/plan.ts';
import { type Call, PLACE } from '../state/calls.ts';
import { MAX_AT, MAX_ATTEMPTS, RANK } from '../state/ranks.ts';
import type { Talk, Talks } from '../state/talks.ts';
import type { Desk } from '../state/team.ts';
import type { World } from '../state/world.ts';
import { diagnose, missEnd, partFrom, phaseDone } from './meeting.ts';
import { changeNeed, drawNeed, settleMatter } from './need.ts';
import { countedWork, shareSolved } from './talk.ts';

const PURPOSE = PURPOSE_;
const PHASE = PHASE_;
const AFTER = AFTER_;
const LEFT = LEFT_;
const { IN_ORBIT } = PLACE;

/** Does the caller call again, and why (RULES R)? */

/**
 * After service: in a classical world, whatever was said.
 * @param gone the caller has hung up: as one who gave up, or a contact in vain
 */
export function leaveServed(w: World, call: Call, { talk }: Desk, gone: boolean): void {
  if (w.talks === null || talk === null) {
    if (gone) {
      leaveUnserved(w, call, AFTER.abandoned);
      return;
    }
    const { repeat } = w.plan.types[call.type] as TypePlan;
    comeBack(w, call, repeat, AFTER.served, PURPOSE.REPEAT);
  } else settle(w, w.talks, call, talk, gone);
}

/** Without an answer: patience at its end, or refused at the door. */
export function leaveUnserved(w: World, call: Call, after: number): void {
  const { redial, retry } = w.plan.types[call.type] as TypePlan;
  if (after === AFTER.blocked) comeBack(w, call, retry, after, PURPOSE.RETRY);
  else comeBack(w, call, redial, after, PURPOSE.REDIAL);
}

/** What the talk has resolved, and what follows (MODEL 2, 4.3, 4.4). */
function settle(w: World, talks: Talks, call: Call, talk: Talk, gone: boolean): void {
  const { luck } = w;
  const { human } = talk;
  const { back, carryOver, curve, needGrowth, next, nextUnexplained } = talks.plan;
  const attempt = call.attempt;
  drawNeed(w, call);
  if (human !== null) diagnose(w, call, human);
  const settled = human?.encounter?.refusal === REFUSAL.accepted && human.encounter.active;
  const progress = settled ? 1 : progressOf(curve, countedWork(talk), call.need);
  const share = shareSolved(w, talks, talk, progress);
  const solved = !gone && luck.draw(call.key, attempt, PURPOSE.OUTCOME) < share;
  if (gone && human !== null) missEnd(human);
  if (human !== null) partFrom(call, human, progress, solved);
  tellOutcome(w, call, talk, solved ? 1 : 0);
  const explained = human === null ? 1 : phaseDone(human, PHASE.explain);
  if (!gone && w.team.isPerson(talk.agent))
    w.recorder.parted(
      w.now,
      call.number,
      talk.agent,
      partingOf(solved, progress, explained >= 0.5),
    );
  let then = back;
  if (solved) {
    settleMatter(call);
    then = explained === 1 ? next : unlike(nextUnexplained, next, explained);
  } else {
    changeNeed(call, needAfter(1, needGrowth, carryOver, progress));
    // A type that says how its callers come back keeps it.
    const { repeat } = w.plan.types[call.type] as TypePlan;
    if (repeat.probability > 0) then = repeat;
  }
  comeBack(w, call, then, AFTER.served, solved ? PURPOSE.NEXT : PURPOSE.BACK, solved);
}

/** Where it was explained in part: autonomy grows in proportion (MODEL 2). */
const unlike = (without: ReturnPlan, whole: ReturnPlan, explained: number): ReturnPlan =>
  explained === 0
    ? without
    : {
        delay: whole.delay,
        probability: without.probability + explained * (whole.probability - without.probability),
      };

/** @param solved 1 where the matter is resolved, else 0 */
function tellOutcome(w: World, call: Call, talk: Talk, solved: number): void {
  // Without postures the moment that counts is what the contact came to (RULES E3).
  const { human } = talk;
  const told = human !== null && human.last >= 0;
  w.recorder.resolved(
    w.now,
    call.number,
    call.type,
    w.calls.attemptOf(call),
    talk.agent,
    solved,
    Math.round(Math.max(0, talk.workMs)),
    Math.round(call.need * 1_000),
    told ? Math.round(human.worst * 1_000) : solved * 1_000,
    told ? Math.round(human.last * 1_000) : solved * 1_000,
  );
}

/** Will this caller call again? If so the call waits for it; else the caller leaves for good. */
function comeBack(
  w: World,
  call: Call,
  back: ReturnPlan,
  after: number,
  purpose: number,
  content = false,
): void {
  const row = w.plan.trace === null ? -1 : call.row;
  if (row >= 0) w.endOfPerson[w.plan.trace?.person[row] as number] = after;
  const due = back.probability === 0 ? -1 : dueBack(w, call, back, purpose);
  const until = w.talks?.plan.afterClosing === true ? MAX_AT : w.plan.lengthMs;
  if (due >= 0 && due < until) {
    call.place = IN_ORBIT;
    call.afterWhat = after;
    w.enterOrbit();
    w.set(w.patienceTimer(call), due, RANK.comeBack);
    return;
  }
  if (w.talks !== null) {
    const how = content ? LEFT.content : due < 0 ? LEFT.lost : LEFT.tomorrow;
    w.recorder.left(w.now, call.number, call.type, how);
  }
  w.calls.release(call);
}

/** When this caller calls again, ms, whatever the hour; -1 when never. */
function dueBack(w: World, call: Call, back: ReturnPlan, purpose: number): number {
  const { luck } = w;
  const key = call.key;
  const attempt = call.attempt;
  if (attempt >= MAX_ATTEMPTS || luck.draw(key, attempt, purpose) >= back.probability) return -1;
  // The delay's purpose stands right after the decision's (kernel/luck.ts).
  return w.now + Math.max(1, back.delay.drawMs(luck, key, attempt, purpose + 1));
}
