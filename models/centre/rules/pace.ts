import { PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import { NEVER as NEVER_ } from '../../kernel/time.ts';
import { marginalShare } from '../../policies/curve.ts';
import { type Pacing, paceOf } from '../../policies/pacing.ts';
import { MASK as MASK_ } from '../../words/facts.ts';
import { INTENT } from '../plan/talk-plan.ts';
import type { Call } from '../state/calls.ts';
import { MAX_AT, RANK } from '../state/ranks.ts';
import type { Followers, Talk, Talks } from '../state/talks.ts';
import { STATE } from '../state/team.ts';
import type { Tempo } from '../state/tempo.ts';
import type { World } from '../state/world.ts';
import { conclude } from './conclude.ts';
import { handOver } from './hand-over.ts';
import { deflects, relays } from './meeting.ts';
import { prepareTalk, speedOn, stopWork, workedMs } from './talk.ts';
import { endTension } from './tension.ts';

const PURPOSE = PURPOSE_;
const NEVER = NEVER_;
const MASK = MASK_;
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
    if (human.mask !== MASK.none && deflects(w, call, human))
      talks.intend(talk, relays(w, call, human) ? INTENT.handOn : INTENT.drop);
  }
}

/** A talk has reached its goal: of all talks of the computer, the one named by `lookAhead`. */
export function decide(w: World, talks: Talks, agent: number): void {
  const talk = talks.of(agent);
  if (talks.plan.exponential) {
    talks.end(agent);
    conclude(w, w.team.desk(agent));
  } else if (talk.intent === INTENT.handOn) handOver(w, agent, w.team.group(agent));
  else beginClosing(w, talks, talk);
}

/** The decision to conclude: the line is released a little later (MODEL 4.2, inertia). */
export function beginClosing(w: World, talks: Talks, talk: Talk): void {
  const { agent, closingMs, human } = talk;
  // The computer explains before it takes leave, also where a person had begun (RULES G1).
  const encounter = human?.encounter ?? null;
  if (encounter?.active === true && !w.team.isPerson(agent))
    encounter.explainedMs = encounter.explainMs;
  stopWork(w, talks, talk);
  if (human !== null) endTension(w, human);
  const desk = w.team.desk(agent);
  if (closingMs === 0) {
    conclude(w, desk);
    return;
  }
  desk.state = CLOSING;
  w.beginConcluding();
  w.recorder.closing(w.now, w.inHand(agent).number, agent);
  w.setWork(agent, w.now + closingMs);
}

/**
 * The state has changed, and with it perhaps the pace, and every goal. Whose line is about to be
 * released counts as gone until after-call work begins: what is at stake is the time of the others.
 */
export function repace(w: World, talks: Talks): void {
  const { plan, tempos } = talks;
  if (plan.coordinated) coordinate(w, talks);
  talks.inside = w.load - w.concluding;
  talks.waiting = w.lines.waiting;
  for (let i = 0; i < tempos.length; i++) keepTime(w, talks, tempos[i] as Tempo);
  if (talks.unsure) lookAhead(w, talks);
  else if (talks.begun >= 0) considerNew(w, talks);
  else return;
  talks.unsure = false;
  talks.begun = -1;
  const due = Math.floor(talks.goalDue + 0.5);
  talks.goalAt = talks.goalOf < 0 ? NEVER : Math.min(due > w.now ? due : w.now, MAX_AT);
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

/** The nearest goal stands; only a talk that has begun since can be nearer. */
function considerNew(w: World, talks: Talks): void {
  const agent = talks.begun;
  if (!w.team.talksAlone(agent)) return;
  const talk = talks.of(agent);
  const due = talks.due(talk, talk.tempo.plan.needAware);
  if (due < talks.goalDue || (due === talks.goalDue && agent < talks.goalOf))
    aim(talks, agent, due);
}

/**
 * Which talk of the computer reaches its goal next, and when; never back in time, nor beyond its
 * end. All goals move with the pace, so that none has a timer of its own.
 */
function lookAhead(w: World, talks: Talks): void {
  const { plan, teams } = talks;
  talks.goalOf = -1;
  talks.goalDue = Number.POSITIVE_INFINITY;
  for (let i = 0; i < teams.length; i++) {
    const team = teams[i] as Followers;
    if (plan.exponential || team.tempo.plan.needAware) searchGoal(w, talks, team);
    else nearestGoal(talks, team);
  }
}

function searchGoal(w: World, talks: Talks, { end, first, tempo }: Followers): void {
  for (let agent = first; agent < end; agent++) {
    if (!w.team.talksAlone(agent)) continue;
    const due = talks.due(talks.of(agent), tempo.plan.needAware);
    if (due < talks.goalDue) aim(talks, agent, due);
  }
}

function aim(talks: Talks, agent: number, due: number): void {
  talks.goalDue = due;
  talks.goalOf = agent;
}

/** The way of most talks: Talks.due written out, for this is asked of everybody at most events. */
function nearestGoal(talks: Talks, { end, first, tempo }: Followers): void {
  const { perGoal, plan, solvesFrom } = talks;
  const { pace } = tempo;
  const goal = pace > plan.fixedMs ? pace - plan.fixedMs : 0;
  let at = talks.goalDue;
  let of = -1;
  for (let agent = first; agent < end; agent++) {
    const due = (solvesFrom[agent] as number) + (perGoal[agent] as number) * goal;
    if (due >= at) continue;
    at = due;
    of = agent;
  }
  if (of >= 0) aim(talks, of, at);
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
  for (let missing = w.lines.waiting - w.concluding; missing > 0; missing--) {
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
