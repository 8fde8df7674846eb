import { PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import { NEVER as NEVER_ } from '../../kernel/time.ts';
import { AFTER as AFTER_ } from '../../words/facts.ts';
import { type GroupPlan, lawsAt, type TracePlan, type TypePlan } from '../plan/plan.ts';
import { type Call, PLACE } from '../state/calls.ts';
import { IDLE as IDLE_ } from '../state/people.ts';
import { RANK } from '../state/ranks.ts';
import type { Talks } from '../state/talks.ts';
import { type Desk, MARK, STATE } from '../state/team.ts';
import type { World } from '../state/world.ts';
import { signOut, startPause } from './absence.ts';
import { patienceTold, toldNow } from './announce.ts';
import { accepts, callBackIdle, keepOverdue, promise } from './call-back.ts';
import { block } from './conclude.ts';
import { isSpared } from './cord.ts';
import { faceCaller, greet } from './meeting.ts';
import { beginTalk } from './pace.ts';
import { speedOn } from './talk.ts';
import { tellEnergy } from './tell-energy.ts';
import { startTension } from './tension.ts';
import { voice } from './voice.ts';

const PURPOSE = PURPOSE_;
const NEVER = NEVER_;
const AFTER = AFTER_;
const IDLE = IDLE_;
const { AT_DESK, NOWHERE, WAITING } = PLACE;
const { RINGING, TALKING } = STATE;
const { PERSON, UNWANTED } = MARK;

/** Callers meet agents: a call arrives, waits, rings, is answered (RULES A, W, H). */

/** The next first call reaches the centre. */
export function arriveFresh(w: World): void {
  const { arrivals } = w;
  const call = w.takeCall();
  const row = arrivals.seat(call);
  arrivals.advance();
  if (w.mended && isSpared(w, call)) {
    w.calls.release(call);
    return;
  }
  if (row < 0) arrive(w, call, -1, AFTER.first);
  else arriveRecorded(w, call, row);
}

/** A recorded caller may have called before on the same day. */
function arriveRecorded(w: World, call: Call, row: number): void {
  const first = (w.plan.trace as TracePlan).person[row] as number;
  const cause = w.lastOfPerson[first] as number;
  const ended = w.endOfPerson[first] as number;
  w.lastOfPerson[first] = w.callsMade;
  w.endOfPerson[first] = 0;
  // One who calls again while the first call still lasts has at least been heard.
  arrive(w, call, cause, cause < 0 ? AFTER.first : ended || AFTER.served);
}

/** The number of the person on the screen: of a recorded caller, that of their first call. */
function personOf(w: World, call: Call): number {
  const row = call.row;
  if (row < 0 || w.plan.trace === null) return call.person;
  return w.arrivals.personOfRow(w.plan.trace.person[row] as number);
}

/**
 * Which of the type's sentences this caller says, or -1: the same for as long as the matter is, and
 * the following one with the next matter.
 */
function sentenceOf(w: World, call: Call): number {
  const { sentences } = w.plan.types[call.type] as TypePlan;
  if (sentences === 0) return -1;
  const first = Math.floor(w.luck.draw(call.key, 0, PURPOSE.SAYS) * sentences);
  return (first + call.matters) % sentences;
}

/** A call, first or repeated, reaches the centre now: refused, answered or made to wait. */
export function arrive(w: World, call: Call, cause: number, after: number): void {
  const { plan } = w;
  const number = w.callsMade++;
  const type = call.type;
  call.arrive(number, w.now);
  if (!plan.storied) {
    const { attempt, person } = call;
    w.recorder.arrived(w.now, number, person, type, attempt, cause, -1, after);
  } else {
    const says = sentenceOf(w, call);
    w.recorder.arrived(
      w.now,
      number,
      personOf(w, call),
      type,
      w.calls.attemptOf(call),
      cause,
      says,
      after,
    );
  }
  if (w.inside >= plan.trunks) {
    block(w, call);
    return;
  }
  const agent = freeAgentFor(w, call, 0);
  if (agent < 0 && w.lines.waiting >= plan.waitingPlaces) {
    block(w, call);
    return;
  }
  w.enter();
  if (agent < 0) wait(w, call);
  else offer(w, call, w.team.desk(agent));
}

/** The free agent this call, which has waited so long, goes to; or -1. */
export function freeAgentFor(w: World, call: Call, waitedMs: number): number {
  const { plan, team } = w;
  const line = call.line;
  if (line >= plan.types.length) return team.longestIdle(line - plan.types.length);
  const { onlyGroup, servers } = plan.types[line] as TypePlan;
  if (onlyGroup >= 0) return team.longestIdle(onlyGroup);
  const { choose, draws } = plan.agentChoice;
  const u = draws ? w.luck.draw(call.key, call.attempt, PURPOSE.ROUTE) : 0;
  return choose(servers, team, waitedMs, u);
}

/** No agent is free: the call takes its place in its line. */
export function wait(w: World, call: Call): void {
  startWaiting(w, call);
  if (w.talks !== null && accepts(w, w.talks, call)) {
    promise(w, call);
    return;
  }
  call.place = WAITING;
  w.lines.add(call.line, call);
}

/** From here the caller's patience runs, and the delays after which other groups may help. */
export function startWaiting(w: World, call: Call): void {
  const type = w.plan.types[call.type] as TypePlan;
  call.waitsFrom = w.now;
  if (w.talks !== null) tellWait(w, w.talks, call);
  w.recorder.queued(w.now, call.number, call.type);
  if (!type.endless || call.row >= 0) {
    w.setPatience(call, w.now + patienceMs(w, call, type));
  }
  if (type.overflowsMs.length > 0 && call.line < w.plan.types.length)
    w.set(w.overflowTimer(call), w.now + (type.overflowsMs[0] as number), RANK.overflow);
}

/** What the caller hears on beginning to wait. */
function tellWait(w: World, talks: Talks, call: Call): void {
  const { announce } = talks.plan;
  call.toldMs = announce === null ? -1 : toldNow(w, talks, announce);
}

function patienceMs(w: World, call: Call, type: TypePlan): number {
  const { luck, plan } = w;
  const key = call.key;
  const attempt = type.sameOnReturn ? 0 : call.attempt;
  const legs = call.legs;
  const { patience: law, patienceKinds } = lawsAt(plan, type, call.arrivedAt);
  if (legs > 0) return law.drawMs(luck, key, attempt * 16 + legs, PURPOSE.RELAY_PATIENCE);
  const announce = w.talks?.plan.announce;
  if (w.talks && announce)
    return patienceTold(w, call, patienceKinds, attempt, call.toldMs, announce);
  const row = call.row;
  if (row < 0 || call.attempt > 0 || plan.trace === null)
    return law.drawMs(luck, key, attempt, PURPOSE.PATIENCE);
  const known = plan.trace.patience[row] as number;
  if (known >= 0) return known;
  const u = luck.draw(key, attempt, PURPOSE.PATIENCE);
  const patience = law.quantileBeyond(plan.trace.waited[row] as number, u);
  return patience < NEVER ? Math.floor(patience + 0.5) : NEVER;
}

/** A free agent gets this call: a person's desk rings, the computer answers. */
function offer(w: World, call: Call, desk: Desk): void {
  desk.leaveFree();
  give(w, call, desk);
}

export function give(w: World, call: Call, desk: Desk): void {
  if (desk.isPerson) {
    ring(w, call, desk, w.ringMs);
    w.recorder.rang(w.now, call.number, desk.agent, sentenceOf(w, call));
    return;
  }
  const delayMs = desk.human === null ? 0 : faceCaller(w, call, desk.human, desk.group);
  if (delayMs > 0) ring(w, call, desk, delayMs);
  else take(w, call, desk);
}

/** The computer answers, and talks. */
export function take(w: World, call: Call, desk: Desk): void {
  const { agent, talk } = desk;
  if (call.place !== NOWHERE) stopWaiting(w, call);
  answer(w, call, desk);
  if (w.talks !== null && talk !== null) beginTalk(w, w.talks, call, talk);
  else w.setWork(agent, w.now + handlingMs(w, call, agent));
}

/** The call is at this desk, not yet answered: patience still runs. */
function ring(w: World, call: Call, desk: Desk, lengthMs: number): void {
  if (call.place !== WAITING && !isPromised(w, call)) startWaiting(w, call);
  call.place = AT_DESK;
  call.agent = desk.agent;
  desk.turn(RINGING, call, w.now);
  w.setWork(desk.agent, w.now + lengthMs);
}

/** Was this caller called back, and not handed on since? */
export const isPromised = (w: World, { calledBack, line }: Call): boolean =>
  calledBack && line < w.plan.types.length;

/** The agent is on the line with the caller from now on. */
export function answer(w: World, call: Call, desk: Desk): void {
  const { plan } = w;
  const { agent, human, talk } = desk;
  const number = call.number;
  const type = call.type;
  desk.turn(TALKING, call, w.now);
  desk.misses = 0;
  if (talk !== null) talk.listen();
  if (human !== null) {
    const mood = greet(w, call, human, desk.isPerson);
    startTension(w, call, human, mood);
  }
  if (isPromised(w, call)) {
    const waitMs = w.now - call.waitsFrom;
    w.recorder.calledBack(w.now, number, type, w.calls.attemptOf(call), agent, waitMs);
  } else if (call.legs > 0) w.recorder.relayed(w.now, number, type, agent, w.now - call.waitsFrom);
  else {
    const waitMs = w.now - call.arrivedAt;
    if (w.talks !== null) w.talks.lastWaitMs = waitMs;
    const attempt = plan.storied ? w.calls.attemptOf(call) : call.attempt;
    w.recorder.answered(w.now, number, type, attempt, agent, waitMs);
  }
  if (human !== null && desk.isPerson) {
    voice(w, call, human);
    tellEnergy(w, human);
  }
}

/** How long the computer stays on the line with this caller: the caller's need, over its speed. */
export function handlingMs(w: World, call: Call, agent: number): number {
  const { luck, plan } = w;
  const type = call.type;
  const own = plan.types[type] as TypePlan;
  const { sameOnReturn } = own;
  const { handling } = lawsAt(plan, own, call.arrivedAt);
  const key = call.key;
  const attempt = sameOnReturn ? 0 : call.attempt;
  const legs = call.legs;
  if (!plan.uneven && legs === 0) {
    const { handlingMs } = call;
    if (handlingMs >= 0 && attempt === 0) return handlingMs;
    return handling.drawMs(luck, key, attempt, PURPOSE.HANDLING);
  }
  let ms = -1;
  const row = call.row;
  const first = call.attempt === 0;
  if (row >= 0 && legs === 0 && first && plan.trace) ms = plan.trace.handling[row] as number;
  if (ms < 0) {
    const u =
      legs > 0
        ? luck.draw(key, attempt * 16 + legs, PURPOSE.RELAY)
        : luck.draw(key, attempt, PURPOSE.HANDLING);
    ms = handling.quantile(u);
  }
  ms /= speedOn(w, agent, type);
  return ms < NEVER - 1 ? (ms + 0.5) | 0 : NEVER;
}

/** An agent has nothing in hand: goes home, on a break, takes a waiting call, or is free. */
export function becomeFree(w: World, desk: Desk): void {
  const { agent, human, marks } = desk;
  if (marks !== 0 && (marks & PERSON) === 0) {
    if ((marks & UNWANTED) !== 0) signOut(w, agent);
    else startPause(w, agent);
    return;
  }
  const promised = w.promised.waiting > 0;
  if (promised && keepOverdue(w, desk)) return;
  if (w.lines.waiting > 0 && takeWaiting(w, desk)) return;
  if (human !== null) human.turn(w.now, IDLE);
  w.team.pushFree(desk);
  if (promised) callBackIdle(w, desk.group);
}

/** Gives the agent the call that the routing policy chooses, if any waits for them. */
function takeWaiting(w: World, desk: Desk): boolean {
  const { lines, plan } = w;
  const g = desk.group;
  // Calls handed to this group wait in a line of its own, served before anything else.
  let call = lines.head[plan.types.length + g] as Call | null;
  if (call === null) {
    const { lines: offers, onlyLine } = plan.groups[g] as GroupPlan;
    const line = onlyLine >= 0 ? onlyLine : plan.lineChoice(offers, lines.head, w.now);
    if (line < 0) return false;
    call = lines.head[line] as Call | null;
    if (call === null) return false;
  }
  lines.remove(call.line, call);
  give(w, call, desk);
  return true;
}

/** The call leaves its line for a free agent. */
export function takeFromLine(w: World, call: Call, agent: number): void {
  w.lines.remove(call.line, call);
  offer(w, call, w.team.desk(agent));
}

export function stopWaiting(w: World, call: Call): void {
  w.calendar.cancel(w.patienceTimer(call));
  w.calendar.cancel(w.overflowTimer(call));
}

/** The call has waited long enough for further groups: one of their free agents may take it. */
export function overflow(w: World, call: Call): void {
  const { overflowsMs } = w.plan.types[call.type] as TypePlan;
  const waitedMs = w.now - call.waitsFrom;
  const next = overflowsMs.find((delay) => delay > waitedMs);
  if (next !== undefined) w.set(w.overflowTimer(call), call.waitsFrom + next, RANK.overflow);
  if (call.place !== WAITING) return;
  const agent = freeAgentFor(w, call, waitedMs);
  if (agent >= 0) takeFromLine(w, call, agent);
}
