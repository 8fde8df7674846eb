import { PURPOSE as PURPOSE_ } from '../kernel/luck.ts';
import { NEVER as NEVER_ } from '../kernel/time.ts';
import { marginalShare } from '../policies/curve.ts';
import { type Pacing, paceOf } from '../policies/pacing.ts';
import type { Call } from './calls.ts';
import { conclude } from './conclude.ts';
import { handOver } from './hand-over.ts';
import { deflects, relays } from './meeting.ts';
import type { GroupPlan } from './plan.ts';
import { INTENT } from './plan-talk.ts';
import { MAX_AT, RANK } from './ranks.ts';
import { prepareTalk, speedOn, stopWork, type Talk, type Talks, workedMs } from './talk.ts';
import { STATE, type Team } from './team.ts';
import type { Tempo } from './tempo.ts';
import { endTension } from './tension.ts';
import type { World } from './world.ts';

const PURPOSE = PURPOSE_;
const NEVER = NEVER_;
const { CLOSING } = STATE;

/** The computer decides when a talk has lasted long enough (RULES P). */

/** The computer has answered: it talks until its goal. */
export function beginTalk(w: World, talks: Talks, call: Call, talk: Talk): void {
  prepareTalk(w, talks, call, talk);
  if (talks.plan.exponential) {
    const budget = w.luck.exponential(call.key, call.attempt, PURPOSE.HANDLING);
    talk.from = talk.tempo.clockNow(w.now) + budget / speedOn(w, talk.agent, call.type);
  } else if (talk.human !== null && call.legs === 0) {
    const { human } = talk;
    if (deflects(w, call, human))
      talks.intend(talk, relays(w, call, human) ? INTENT.handOn : INTENT.drop);
  }
}

/** A talk has reached its goal: of all talks of the computer, the one named by `lookAhead`. */
export function decide(w: World, talks: Talks, agent: number): void {
  const talk = talks.of(agent);
  if (talks.plan.exponential) conclude(w, w.team.desk(agent));
  else if (talk.intent === INTENT.handOn) handOver(w, agent, w.team.group(agent));
  else beginClosing(w, talks, talk);
}

/** The decision to conclude: the line is released a little later (MODEL 4.2, inertia). */
export function beginClosing(w: World, talks: Talks, talk: Talk): void {
  const { agent, closingMs, human } = talk;
  stopWork(w, talks, talk);
  if (human !== null) endTension(w, human);
  const desk = w.team.desk(agent);
  if (closingMs === 0) {
    conclude(w, desk);
    return;
  }
  desk.state = CLOSING;
  w.closing++;
  w.recorder.closing(w.now, w.inHand(agent).number, agent);
  w.setWork(agent, w.now + closingMs);
}

/**
 * The state has changed, and with it perhaps the pace, and every goal. Whose line is about to be
 * released counts as gone until after-call work begins: what is at stake is the time of the others.
 */
export function repace(w: World, talks: Talks): void {
  const { plan, tempos } = talks;
  const { groups } = w.plan;
  if (plan.coordinated) coordinate(w, talks);
  talks.inside = w.load - w.closing;
  talks.waiting = w.lines.waiting;
  for (let i = 0; i < tempos.length; i++) keepTime(w, talks, tempos[i] as Tempo);
  if (stands(w, talks)) considerNew(w, talks);
  else {
    talks.goalOf = -1;
    talks.goalDue = Number.POSITIVE_INFINITY;
    for (let g = 0; g < groups.length; g++)
      lookAhead(w, talks, groups[g] as GroupPlan, tempos[plan.policyOf[g] as number] as Tempo);
  }
  talks.unsure = false;
  talks.begun = -1;
  const due = Math.floor(talks.goalDue + 0.5);
  talks.goalAt = talks.goalOf < 0 ? NEVER : Math.min(Math.max(w.now, due), MAX_AT);
}

/** The policy says its pace for things as they are. */
function keepTime(w: World, talks: Talks, tempo: Tempo): void {
  const pacing = tempo.pacingAt(w.now, w.plan.intervalMs);
  if (pacing.by === 'longestWait') watchWait(w, talks, tempo, pacing);
  const pace = paceOf(pacing, talks);
  if (pace === tempo.pace) return;
  tempo.setPace(w.now, pace);
  talks.unsure = true;
}

/**
 * Is the nearest goal of before still that of its talk, at the same instant? Then only a talk that
 * has begun since can be nearer: others end, or are put off.
 */
function stands(w: World, talks: Talks): boolean {
  const of = talks.goalOf;
  if (talks.unsure || of < 0) return false;
  return w.team.talksAlone(of) && dueOf(talks, of) === talks.goalDue;
}

function dueOf(talks: Talks, agent: number): number {
  const talk = talks.of(agent);
  return talks.due(talk, talk.tempo.plan.needAware);
}

function considerNew(w: World, talks: Talks): void {
  const agent = talks.begun;
  if (agent < 0 || !w.team.talksAlone(agent)) return;
  const due = dueOf(talks, agent);
  if (due < talks.goalDue || (due === talks.goalDue && agent < talks.goalOf))
    aim(talks, agent, due);
}

/**
 * Which talk of the computer in this group reaches its goal next, and when, if it is before what is
 * known of other groups; never back in time, nor beyond its end. All goals move with the pace, so
 * that none has a timer of its own.
 */
function lookAhead(w: World, talks: Talks, group: GroupPlan, tempo: Tempo): void {
  const { needAware } = tempo.plan;
  const end = group.first + group.desks;
  if (!needAware && !talks.plan.exponential) {
    nearestGoal(w.team, talks, group.first, end, Math.max(0, tempo.pace - talks.plan.fixedMs));
    return;
  }
  for (let agent = group.first; agent < end; agent++) {
    if (!w.team.talksAlone(agent)) continue;
    const due = talks.due(talks.of(agent), needAware);
    if (due < talks.goalDue) aim(talks, agent, due);
  }
}

function aim(talks: Talks, agent: number, due: number): void {
  talks.goalDue = due;
  talks.goalOf = agent;
}

/**
 * The way of most talks: Talks.due written out, for this is asked of everybody at every event.
 * @param goal work for a need of 1, ms
 */
function nearestGoal(team: Team, talks: Talks, first: number, end: number, goal: number): void {
  const { perGoal, solvesFrom } = talks;
  let at: number;
  let of: number;
  do {
    at = talks.goalDue;
    of = -1;
    for (let agent = first; agent < end; agent++) {
      const due = (solvesFrom[agent] as number) + (perGoal[agent] as number) * goal;
      if (due >= at) continue;
      at = due;
      of = agent;
    }
  } while (of >= 0 && !stillTalks(team, talks, of));
  if (of >= 0) aim(talks, of, at);
}

/** A talk that has ended, or a person's, has no goal of the computer's. */
function stillTalks(team: Team, talks: Talks, agent: number): boolean {
  const talking = team.talksAlone(agent);
  if (!talking) talks.end(agent);
  return talking;
}

/** How long the first call has waited; a timer says when that becomes too long. */
function watchWait(w: World, talks: Talks, tempo: Tempo, pacing: Pacing): void {
  const timer = w.paceTimer + tempo.index;
  const since = w.lines.longestSince();
  talks.longestWaitMs = since === NEVER ? 0 : w.now - since;
  w.calendar.cancel(timer);
  const due = since === NEVER ? NEVER : since + pacing.atMs;
  if (due > w.now && due < NEVER) w.set(timer, due, RANK.agent);
}

/** For each call that waits one agent concludes: the one whose next minute is worth the least. */
function coordinate(w: World, talks: Talks): void {
  for (let missing = w.lines.waiting - w.closing; missing > 0; missing--) {
    const agent = leastGain(w, talks);
    if (agent < 0) return;
    beginClosing(w, talks, talks.of(agent));
  }
}

function leastGain(w: World, talks: Talks): number {
  const { plan } = talks;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let agent = 0; agent < w.plan.agents; agent++) {
    const talk = talks.of(agent);
    const policy = talk.tempo.plan;
    if (!w.team.talksAlone(agent) || !policy.coordinated) continue;
    const scale = talk.need / talk.speed;
    const work = workedMs(w, talk) / scale;
    if (work < policy.leastMs) continue;
    const gain = marginalShare(plan.curve, work, 1) / scale;
    if (gain >= least) continue;
    least = gain;
    best = agent;
  }
  return best;
}
