import { PURPOSE as PURPOSE_ } from '../kernel/luck.ts';
import { NEVER as NEVER_ } from '../kernel/time.ts';
import { chooseAgent, chooseAnyAgent, chooseLine } from '../policies/routing.ts';
import { AFTER as AFTER_ } from '../words/facts.ts';
import { patienceTold, toldNow } from './announce.ts';
import { PLACE } from './calls.ts';
import { block } from './conclude.ts';
import { faceCaller, greet } from './meeting.ts';
import { beginTalk } from './pace.ts';
import { IDLE as IDLE_ } from './people.ts';
import type { GroupPlan, TracePlan, TypePlan } from './plan.ts';
import { RANK } from './ranks.ts';
import { signOut, startPause } from './staff.ts';
import { speedOn, type Talks } from './talk.ts';
import { MARK, STATE } from './team.ts';
import type { World } from './world.ts';

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
  const { arrivals, calls } = w;
  const slot = w.takeSlot();
  w.talks?.welcome(slot);
  const row = arrivals.seat(calls, slot);
  arrivals.advance();
  if (row < 0) arrive(w, slot, -1, AFTER.first);
  else arriveRecorded(w, slot, row);
}

/** A recorded caller may have called before on the same day. */
function arriveRecorded(w: World, slot: number, row: number): void {
  const first = (w.plan.trace as TracePlan).person[row] as number;
  const cause = w.lastOfPerson[first] as number;
  const ended = w.endOfPerson[first] as number;
  w.lastOfPerson[first] = w.callsMade;
  w.endOfPerson[first] = 0;
  // One who calls again while the first call still lasts has at least been heard.
  arrive(w, slot, cause, cause < 0 ? AFTER.first : ended || AFTER.served);
}

/** How often this person has called before, those of the recorded day included. */
export function attemptOf(w: World, slot: number): number {
  const { calls, plan } = w;
  const attempt = calls.attempt(slot);
  const row = calls.row(slot);
  return row < 0 || plan.trace === null ? attempt : attempt + (plan.trace.attempt[row] as number);
}

/** The number of the person on the screen: of a recorded caller, that of their first call. */
function personOf(w: World, slot: number): number {
  const row = w.calls.row(slot);
  if (row < 0 || w.plan.trace === null) return w.calls.person(slot);
  return w.arrivals.personOfRow(w.plan.trace.person[row] as number);
}

/** Which of the type's sentences this caller says, or -1. */
function sentenceOf(w: World, slot: number): number {
  const { sentences } = w.plan.types[w.calls.type(slot)] as TypePlan;
  if (sentences === 0) return -1;
  return Math.floor(w.luck.draw(w.calls.key(slot), 0, PURPOSE.SAYS) * sentences);
}

/** A call, first or repeated, reaches the centre now: refused, answered or made to wait. */
export function arrive(w: World, slot: number, cause: number, after: number): void {
  const { calls, plan } = w;
  const number = w.callsMade++;
  const type = calls.type(slot);
  calls.arrive(slot, number, w.now);
  if (plan.plain) {
    const person = calls.person(slot);
    w.recorder.arrived(w.now, number, person, type, calls.attempt(slot), cause, -1, after);
  } else {
    const says = sentenceOf(w, slot);
    w.recorder.arrived(
      w.now,
      number,
      personOf(w, slot),
      type,
      attemptOf(w, slot),
      cause,
      says,
      after,
    );
  }
  if (w.inside >= plan.trunks) {
    block(w, slot);
    return;
  }
  const agent = freeAgentFor(w, slot, 0);
  if (agent < 0 && w.lines.waiting >= plan.waitingPlaces) {
    block(w, slot);
    return;
  }
  w.inside++;
  if (agent < 0) wait(w, slot);
  else offer(w, slot, agent);
}

/** The free agent this call, which has waited so long, goes to; or -1. */
export function freeAgentFor(w: World, slot: number, waitedMs: number): number {
  const { calls, plan, team } = w;
  const line = calls.line(slot);
  if (line >= plan.types.length) return team.longestIdle(line - plan.types.length);
  const { onlyGroup, servers } = plan.types[line] as TypePlan;
  if (onlyGroup >= 0) return team.longestIdle(onlyGroup);
  if (plan.agentChoice !== 'random')
    return chooseAgent(servers, team, waitedMs, plan.agentChoice === 'skillPriority');
  const u = w.luck.draw(calls.key(slot), calls.attempt(slot), PURPOSE.ROUTE);
  return chooseAnyAgent(servers, team, waitedMs, u);
}

/** No agent is free: the call takes its place in its line. */
export function wait(w: World, slot: number): void {
  startWaiting(w, slot);
  w.calls.setPlace(slot, WAITING);
  w.lines.add(w.calls.line(slot), slot);
}

/** From here the caller's patience runs, and the delays after which other groups may help. */
function startWaiting(w: World, slot: number): void {
  const { calls } = w;
  const type = w.plan.types[calls.type(slot)] as TypePlan;
  calls.setWaitsFrom(slot, w.now);
  if (w.talks !== null) tellWait(w, w.talks, slot);
  w.recorder.queued(w.now, calls.number(slot), calls.type(slot));
  if (!type.endless || calls.row(slot) >= 0) {
    w.setPatience(slot, w.now + patienceMs(w, slot, type));
  }
  if (type.overflowsMs.length > 0 && calls.line(slot) < w.plan.types.length)
    w.set(w.overflowTimer(slot), w.now + (type.overflowsMs[0] as number), RANK.overflow);
}

/** What the caller hears on beginning to wait. */
function tellWait(w: World, talks: Talks, slot: number): void {
  const { announce } = talks.plan;
  talks.tell(slot, announce === null ? -1 : toldNow(w, talks, announce));
}

function patienceMs(w: World, slot: number, type: TypePlan): number {
  const { calls, luck, plan } = w;
  const key = calls.key(slot);
  const attempt = type.sameOnReturn ? 0 : calls.attempt(slot);
  const legs = calls.legs(slot);
  if (legs > 0) return type.patience.drawMs(luck, key, attempt * 16 + legs, PURPOSE.RELAY_PATIENCE);
  const announce = w.talks?.plan.announce;
  if (w.talks && announce)
    return patienceTold(w, slot, type.patienceKinds, attempt, w.talks.toldTo(slot), announce);
  const row = calls.row(slot);
  if (row < 0 || calls.attempt(slot) > 0 || plan.trace === null)
    return type.patience.drawMs(luck, key, attempt, PURPOSE.PATIENCE);
  const known = plan.trace.patience[row] as number;
  if (known >= 0) return known;
  const u = luck.draw(key, attempt, PURPOSE.PATIENCE);
  const patience = type.patience.quantileBeyond(plan.trace.waited[row] as number, u);
  return patience < NEVER ? Math.floor(patience + 0.5) : NEVER;
}

/** A free agent gets this call: a person's desk rings, the computer answers. */
function offer(w: World, slot: number, agent: number): void {
  w.team.removeFree(agent);
  give(w, slot, agent);
}

function give(w: World, slot: number, agent: number): void {
  if (w.team.isPerson(agent)) {
    ring(w, slot, agent, w.plan.ringMs);
    w.recorder.rang(w.now, w.calls.number(slot), agent, sentenceOf(w, slot));
    return;
  }
  const delayMs = w.people === null ? 0 : faceCaller(w, w.people, slot, agent);
  if (delayMs > 0) ring(w, slot, agent, delayMs);
  else take(w, slot, agent);
}

/** The computer answers, and talks. */
export function take(w: World, slot: number, agent: number): void {
  if (w.calls.place(slot) !== NOWHERE) stopWaiting(w, slot);
  answer(w, slot, agent);
  if (w.talks === null) w.setWork(agent, w.now + handlingMs(w, slot, agent));
  else beginTalk(w, w.talks, slot, agent);
}

/** The call is at this desk, not yet answered: patience still runs. */
function ring(w: World, slot: number, agent: number, lengthMs: number): void {
  const { calls, team } = w;
  if (calls.place(slot) !== WAITING) startWaiting(w, slot);
  calls.setPlace(slot, AT_DESK);
  calls.setAgent(slot, agent);
  team.turn(agent, RINGING, slot, w.now);
  w.setWork(agent, w.now + lengthMs);
}

/** The agent is on the line with the caller from now on. */
export function answer(w: World, slot: number, agent: number): void {
  const { calls, plan, team } = w;
  const number = calls.number(slot);
  const type = calls.type(slot);
  team.turn(agent, TALKING, slot, w.now);
  w.talks?.listen(agent);
  if (w.people !== null) greet(w, w.people, slot, agent);
  if (calls.legs(slot) === 0) {
    const waitMs = w.now - calls.arrivedAt(slot);
    if (w.talks !== null) w.talks.lastWaitMs = waitMs;
    const attempt = plan.plain ? calls.attempt(slot) : attemptOf(w, slot);
    w.recorder.answered(w.now, number, type, attempt, agent, waitMs);
  } else {
    w.recorder.relayed(w.now, number, type, agent, w.now - calls.waitsFrom(slot));
  }
}

/** How long the computer stays on the line with this caller: the caller's need, over its speed. */
export function handlingMs(w: World, slot: number, agent: number): number {
  const { calls, luck, plan } = w;
  const type = calls.type(slot);
  const { handling, sameOnReturn } = plan.types[type] as TypePlan;
  const key = calls.key(slot);
  const attempt = sameOnReturn ? 0 : calls.attempt(slot);
  const legs = calls.legs(slot);
  if (plan.even && legs === 0) return handling.drawMs(luck, key, attempt, PURPOSE.HANDLING);
  let ms = -1;
  const row = calls.row(slot);
  const first = calls.attempt(slot) === 0;
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
export function becomeFree(w: World, agent: number): void {
  const { team } = w;
  const marks = team.marks(agent);
  if (marks !== 0 && (marks & PERSON) === 0) {
    if ((marks & UNWANTED) !== 0) signOut(w, agent);
    else startPause(w, agent);
    return;
  }
  if (w.lines.waiting > 0 && takeWaiting(w, agent)) return;
  if (w.people !== null) w.people.turn(agent, w.now, IDLE);
  team.pushFree(agent);
}

/** Gives the agent the call that the routing policy chooses, if any waits for them. */
function takeWaiting(w: World, agent: number): boolean {
  const { calls, lines, plan, team } = w;
  const g = team.group(agent);
  // Calls handed to this group wait in a line of its own, served before anything else.
  let slot = lines.head[plan.types.length + g] as number;
  if (slot < 0) {
    const offers = (plan.groups[g] as GroupPlan).lines;
    const line = chooseLine(offers, lines.head, calls, plan.bySkill, w.now);
    if (line < 0) return false;
    slot = lines.head[line] as number;
  }
  lines.remove(calls.line(slot), slot);
  give(w, slot, agent);
  return true;
}

/** The call leaves its line for a free agent. */
export function takeFromLine(w: World, slot: number, agent: number): void {
  w.lines.remove(w.calls.line(slot), slot);
  offer(w, slot, agent);
}

export function stopWaiting(w: World, slot: number): void {
  w.calendar.cancel(w.patienceTimer(slot));
  w.calendar.cancel(w.overflowTimer(slot));
}

/** The call has waited long enough for further groups: one of their free agents may take it. */
export function overflow(w: World, slot: number): void {
  const { calls } = w;
  const { overflowsMs } = w.plan.types[calls.type(slot)] as TypePlan;
  const waitedMs = w.now - calls.waitsFrom(slot);
  const next = overflowsMs.find((delay) => delay > waitedMs);
  if (next !== undefined) w.set(w.overflowTimer(slot), calls.waitsFrom(slot) + next, RANK.overflow);
  if (calls.place(slot) !== WAITING) return;
  const agent = freeAgentFor(w, slot, waitedMs);
  if (agent >= 0) takeFromLine(w, slot, agent);
}
