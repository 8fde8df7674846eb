import { PURPOSE as PURPOSE_ } from '../kernel/luck.ts';
import { NEVER as NEVER_ } from '../kernel/time.ts';
import { marginalShare } from '../policies/curve.ts';
import { type Pacing, paceOf } from '../policies/pacing.ts';
import { conclude } from './conclude.ts';
import { handOver } from './hand-over.ts';
import { deflects, relays } from './meeting.ts';
import { MAX_AT, RANK } from './ranks.ts';
import { INTENT, prepareTalk, speedOn, stopWork, type Talks } from './talk.ts';
import { STATE } from './team.ts';
import { endTension } from './tension.ts';
import type { World } from './world.ts';

const PURPOSE = PURPOSE_;
const NEVER = NEVER_;
const { CLOSING, TALKING } = STATE;

/** The computer decides when a talk has lasted long enough (RULES P). */

/** The policy in force now. */
function pacingNow(w: World, talks: Talks): Pacing {
  const { pacings } = talks.plan;
  if (pacings.length === 1) return pacings[0] as Pacing;
  const interval = (w.now / w.plan.intervalMs) | 0;
  return pacings[interval < pacings.length ? interval : pacings.length - 1] as Pacing;
}

/** The computer has answered: it talks until its goal. */
export function beginTalk(w: World, talks: Talks, slot: number, agent: number): void {
  const { calls } = w;
  prepareTalk(w, talks, slot, agent);
  if (talks.plan.exponential) {
    const budget = w.luck.exponential(calls.key(slot), calls.attempt(slot), PURPOSE.HANDLING);
    const speed = speedOn(w, agent, calls.type(slot));
    talks.from[agent] = talks.clockNow(w.now) + budget / speed;
  } else if (w.people !== null && w.calls.legs(slot) === 0) {
    if (deflects(w, w.people, slot, agent))
      talks.intent[agent] = relays(w, w.people, slot, agent) ? INTENT.handOn : INTENT.drop;
  }
}

/** A talk has reached its goal: of all talks of the computer, the one named by `lookAhead`. */
export function decide(w: World, talks: Talks, agent: number): void {
  if (talks.plan.exponential) conclude(w, agent);
  else if (talks.intent[agent] === INTENT.handOn) handOver(w, agent, w.team.group(agent));
  else beginClosing(w, talks, agent);
}

/** The decision to conclude: the line is released a little later (MODEL 4.2, inertia). */
export function beginClosing(w: World, talks: Talks, agent: number): void {
  const { team } = w;
  stopWork(w, talks, agent);
  if (w.people !== null) endTension(w, agent);
  const closingMs = talks.closing[agent] as number;
  if (closingMs === 0) {
    conclude(w, agent);
    return;
  }
  team.setState(agent, CLOSING);
  w.closing++;
  w.recorder.closing(w.now, w.calls.number(team.slot(agent)), agent);
  w.setWork(agent, w.now + closingMs);
}

/**
 * The state has changed, and with it perhaps the pace, and every goal. Whose line is about to be
 * released counts as gone: what is at stake is the time of the others.
 */
export function repace(w: World, talks: Talks): void {
  const pacing = pacingNow(w, talks);
  if (pacing.coordinated) coordinate(w, talks);
  talks.inside = w.inside - w.closing;
  talks.waiting = w.lines.waiting;
  if (pacing.by === 'longestWait') watchWait(w, talks, pacing);
  const pace = paceOf(pacing, talks);
  if (pace !== talks.pace) talks.setPace(w.now, pace);
  lookAhead(w, talks, pacing.needAware);
}

/**
 * Which talk of the computer reaches its goal next, and when; never back in time, nor beyond its
 * end. All goals move with the pace, so that none has a timer of its own.
 */
function lookAhead(w: World, talks: Talks, needAware: boolean): void {
  const { team } = w;
  const { eager, from, intent, plan, scale } = talks;
  // The way of most talks: Talks.due written out, for this is asked of everybody at every event.
  const plain = !needAware && !plan.exponential;
  const goal = Math.max(0, talks.pace - plan.fixedMs);
  let at: number = NEVER;
  let of = -1;
  for (let agent = 0; agent < w.plan.agents; agent++) {
    if (team.state(agent) !== TALKING || team.isPerson(agent)) continue;
    let due = from[agent] as number;
    if (!plain) due = talks.due(agent, needAware);
    else if (intent[agent] === INTENT.work)
      due += (scale[agent] as number) * (goal * (eager[agent] as number));
    if (due >= at && of >= 0) continue;
    at = due;
    of = agent;
  }
  talks.goalOf = of;
  talks.goalAt = of < 0 ? NEVER : Math.min(Math.max(w.now, Math.floor(at + 0.5)), MAX_AT);
}

/** How long the first call has waited; a timer says when that becomes too long. */
function watchWait(w: World, talks: Talks, pacing: Pacing): void {
  const since = w.lines.longestSince();
  talks.longestWaitMs = since === NEVER ? 0 : w.now - since;
  w.calendar.cancel(w.paceTimer);
  const due = since === NEVER ? NEVER : since + pacing.atMs;
  if (due > w.now && due < NEVER) w.set(w.paceTimer, due, RANK.agent);
}

/** For each call that waits one agent concludes: the one whose next minute is worth the least. */
function coordinate(w: World, talks: Talks): void {
  for (let missing = w.lines.waiting - w.closing; missing > 0; missing--) {
    const agent = leastGain(w, talks);
    if (agent < 0) return;
    beginClosing(w, talks, agent);
  }
}

function leastGain(w: World, talks: Talks): number {
  const { plan } = talks;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let agent = 0; agent < w.plan.agents; agent++) {
    if (w.team.state(agent) !== TALKING || w.team.isPerson(agent)) continue;
    const scale = (talks.need[agent] as number) / (talks.speed[agent] as number);
    const work = (w.now - (talks.from[agent] as number)) / scale;
    if (work < plan.leastMs) continue;
    const gain = marginalShare(plan.curve, work, 1) / scale;
    if (gain >= least) continue;
    least = gain;
    best = agent;
  }
  return best;
}
