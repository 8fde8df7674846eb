import { PURPOSE } from '../kernel/luck.ts';
import { chooseAgent, chooseAnyAgent, chooseLine } from '../policies/routing.ts';
import { AFTER } from '../words/facts.ts';
import { AT_DESK, SERVED, WAITING } from './calls.ts';
import { block } from './conclude.ts';
import type { GroupPlan, TracePlan, TypePlan } from './plan.ts';
import { signOut, startPause } from './staff.ts';
import { READY, RINGING, TALKING } from './team.ts';
import { MAX_AT, RANK, type World } from './world.ts';

/** Callers meet agents: a call arrives, waits, rings, is answered (RULES A, W, H). */

/** The next first call reaches the centre. */
export function arriveFresh(w: World): void {
  const { arrivals, calls } = w;
  const slot = w.takeSlot();
  const { person, row, type } = arrivals;
  arrivals.advance();
  const sentences = (w.plan.types[type] as TypePlan).sentences;
  calls.person[slot] = person;
  calls.shown[slot] = person;
  calls.attempt[slot] = 0;
  calls.before[slot] = 0;
  calls.row[slot] = row;
  calls.cause[slot] = -1;
  calls.after[slot] = AFTER.first;
  calls.type[slot] = type;
  calls.says[slot] =
    sentences === 0 ? -1 : Math.floor(w.luck.uniform(person, 0, PURPOSE.SAYS) * sentences);
  if (row >= 0) recall(w, slot, row);
  arrive(w, slot);
}

/** A recorded caller may have called before on the same day. */
function recall(w: World, slot: number, row: number): void {
  const trace = w.plan.trace as TracePlan;
  const first = trace.person[row] as number;
  w.calls.shown[slot] = w.arrivals.personOfRow(first);
  w.calls.before[slot] = trace.attempt[row] as number;
  w.calls.cause[slot] = w.lastOfPerson[first] as number;
  if (w.calls.cause[slot] !== -1) w.calls.after[slot] = AFTER.served;
  w.lastOfPerson[first] = w.callsMade;
}

/** A call, first or repeated, reaches the centre now: refused, answered or made to wait. */
export function arrive(w: World, slot: number): void {
  const { calls, plan } = w;
  const number = w.callsMade++;
  const type = calls.type[slot] as number;
  const attempt = (calls.attempt[slot] as number) + (calls.before[slot] as number);
  calls.number[slot] = number;
  calls.legs[slot] = 0;
  calls.line[slot] = type;
  calls.arrivedAt[slot] = w.now;
  calls.waitsFrom[slot] = w.now;
  w.recorder.arrived(
    w.now, number, calls.shown[slot] as number, type, attempt,
    calls.cause[slot] as number, calls.says[slot] as number, calls.after[slot] as number,
  );
  if (w.inside >= plan.trunks) {
    block(w, slot);
    return;
  }
  const agent = freeAgentFor(w, slot);
  if (agent < 0 && w.lines.waiting >= plan.waitingPlaces) {
    block(w, slot);
    return;
  }
  w.inside++;
  if (agent < 0) wait(w, slot);
  else offer(w, slot, agent);
}

/** The free agent this call goes to, or -1. */
export function freeAgentFor(w: World, slot: number): number {
  const { calls, plan, team } = w;
  const line = calls.line[slot] as number;
  if (line >= plan.types.length) return team.longestIdle(line - plan.types.length);
  const { servers } = plan.types[line] as TypePlan;
  const waitedMs = w.now - (calls.waitsFrom[slot] as number);
  if (plan.agentChoice !== 'random')
    return chooseAgent(servers, team, waitedMs, plan.agentChoice === 'skillPriority');
  const u = w.luck.uniform(calls.person[slot] as number, calls.attempt[slot] as number, PURPOSE.ROUTE);
  return chooseAnyAgent(servers, team, waitedMs, u);
}

/** No agent is free: the call takes its place in its line. */
export function wait(w: World, slot: number): void {
  startWaiting(w, slot);
  w.calls.state[slot] = WAITING;
  w.lines.add(w.calls.line[slot] as number, slot, w.calls.arrivedAt);
}

/** From here the caller's patience runs, and the delays after which other groups may help. */
function startWaiting(w: World, slot: number): void {
  const { calls } = w;
  const type = w.plan.types[calls.type[slot] as number] as TypePlan;
  w.recorder.queued(w.now, calls.number[slot] as number, calls.type[slot] as number);
  if (!type.endless) {
    const gone = w.now + Math.floor(patienceMs(w, slot, type) + 0.5);
    if (gone < MAX_AT) w.calendar.set(w.patienceTimer(slot), gone, RANK.patience);
  }
  if (type.overflowsMs.length > 0 && (calls.line[slot] as number) < w.plan.types.length)
    w.set(w.overflowTimer(slot), w.now + (type.overflowsMs[0] as number), RANK.overflow);
}

function patienceMs(w: World, slot: number, type: TypePlan): number {
  const { calls, luck, plan } = w;
  const person = calls.person[slot] as number;
  const attempt = calls.attempt[slot] as number;
  const legs = calls.legs[slot] as number;
  if (legs > 0) return type.patience.quantile(luck.uniform(person, attempt * 16 + legs, PURPOSE.RELAY_PATIENCE));
  const u = luck.uniform(person, attempt, PURPOSE.PATIENCE);
  const row = calls.row[slot] as number;
  if (row < 0 || plan.trace === null) return type.patience.quantile(u);
  const known = plan.trace.patience[row] as number;
  return known >= 0 ? known : type.patience.quantileBeyond(plan.trace.waited[row] as number, u);
}

/** A free agent gets this call: a person's desk rings, the computer answers. */
export function offer(w: World, slot: number, agent: number): void {
  w.team.removeFree(agent);
  if (w.team.person[agent] === 1) ring(w, slot, agent);
  else answer(w, slot, agent);
}

function ring(w: World, slot: number, agent: number): void {
  const { calls, team } = w;
  if (calls.state[slot] !== WAITING) startWaiting(w, slot);
  calls.state[slot] = AT_DESK;
  calls.agent[slot] = agent;
  team.state[agent] = RINGING;
  team.slot[agent] = slot;
  team.since[agent] = w.now;
  w.set(agent, w.now + w.plan.ringMs, RANK.agent);
  w.recorder.rang(w.now, calls.number[slot] as number, agent, calls.says[slot] as number);
}

/** The agent is on the line with the caller from now on. */
export function answer(w: World, slot: number, agent: number): void {
  const { calls, team } = w;
  const number = calls.number[slot] as number;
  const type = calls.type[slot] as number;
  calls.state[slot] = SERVED;
  calls.agent[slot] = agent;
  team.state[agent] = TALKING;
  team.slot[agent] = slot;
  team.since[agent] = w.now;
  team.heldMs[agent] = 0;
  if (calls.legs[slot] === 0) {
    const attempt = (calls.attempt[slot] as number) + (calls.before[slot] as number);
    const waitMs = w.now - (calls.arrivedAt[slot] as number);
    w.recorder.answered(w.now, number, type, attempt, agent, waitMs);
  } else {
    w.recorder.relayed(w.now, number, type, agent, w.now - (calls.waitsFrom[slot] as number));
  }
  if (team.person[agent] === 0) w.set(agent, w.now + handlingMs(w, slot, agent), RANK.agent);
}

/** How long the computer stays on the line with this caller: the caller's need, over its speed. */
export function handlingMs(w: World, slot: number, agent: number): number {
  const { calls, luck, plan, team } = w;
  const type = calls.type[slot] as number;
  const row = calls.row[slot] as number;
  const legs = calls.legs[slot] as number;
  const attempt = calls.attempt[slot] as number;
  const person = calls.person[slot] as number;
  const group = plan.groups[team.groupOf[agent] as number] as GroupPlan;
  const speed = (team.speed[agent] as number) * (group.speeds[type] as number);
  const observed = row >= 0 && legs === 0 && plan.trace ? (plan.trace.handling[row] as number) : -1;
  if (observed >= 0) return Math.floor(observed / speed + 0.5);
  const u =
    legs === 0
      ? luck.uniform(person, attempt, PURPOSE.HANDLING)
      : luck.uniform(person, attempt * 16 + legs, PURPOSE.RELAY);
  const drawn = (plan.types[type] as TypePlan).handling.quantile(u) / speed;
  return drawn < MAX_AT ? Math.floor(drawn + 0.5) : MAX_AT;
}

/** An agent has nothing in hand: goes home, on a break, takes a waiting call, or is free. */
export function becomeFree(w: World, agent: number): void {
  const { calls, lines, plan, team } = w;
  if (team.person[agent] === 0) {
    if (team.wanted[agent] === 0) {
      signOut(w, agent);
      return;
    }
    if ((team.pauseMs[agent] as number) > 0) {
      startPause(w, agent);
      return;
    }
  }
  team.state[agent] = READY;
  team.slot[agent] = -1;
  team.since[agent] = w.now;
  team.pushFree(agent);
  if (lines.waiting === 0) return;
  const group = plan.groups[team.groupOf[agent] as number] as GroupPlan;
  const line = chooseLine(group.lines, lines.head, calls, plan.bySkill, w.now);
  if (line >= 0) takeFromLine(w, lines.head[line] as number, agent);
}

/** The call leaves its line for a free agent. While it rings, the caller's patience still runs. */
export function takeFromLine(w: World, slot: number, agent: number): void {
  w.lines.remove(w.calls.line[slot] as number, slot);
  if (w.team.person[agent] === 0) stopWaiting(w, slot);
  offer(w, slot, agent);
}

export function stopWaiting(w: World, slot: number): void {
  w.calendar.cancel(w.patienceTimer(slot));
  w.calendar.cancel(w.overflowTimer(slot));
}

/** The call has waited long enough for further groups: one of their free agents may take it. */
export function overflow(w: World, slot: number): void {
  const { calls } = w;
  const { overflowsMs } = w.plan.types[calls.type[slot] as number] as TypePlan;
  const waitedMs = w.now - (calls.waitsFrom[slot] as number);
  const next = overflowsMs.find((delay) => delay > waitedMs);
  if (next !== undefined)
    w.set(w.overflowTimer(slot), (calls.waitsFrom[slot] as number) + next, RANK.overflow);
  if (calls.state[slot] !== WAITING) return;
  const agent = freeAgentFor(w, slot);
  if (agent >= 0) takeFromLine(w, slot, agent);
}
