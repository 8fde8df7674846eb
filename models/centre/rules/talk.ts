import { PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import { standardNormal } from '../../kernel/normal.ts';
import { solvedShare } from '../../policies/curve.ts';
import { preparedUncertainty } from '../../policies/energy.ts';
import {
  believedNeed,
  countingWork,
  skilledShare,
  UNCERTAINTY as UNCERTAINTY_,
} from '../../policies/outcome.ts';
import { PHASE as PHASE_ } from '../../policies/postures.ts';
import type { GroupPlan } from '../plan/plan.ts';
import { INTENT } from '../plan/talk-plan.ts';
import type { Call } from '../state/calls.ts';
import type { Human } from '../state/people.ts';
import type { Talk, Talks } from '../state/talks.ts';
import { STATE } from '../state/team.ts';
import type { World } from '../state/world.ts';
import { overdueMs } from './announce.ts';
import { eagerness, isSkipped, workingSpeed } from './meeting.ts';
import { drawNeed } from './need.ts';

const PURPOSE = PURPOSE_;
const UNCERTAINTY = UNCERTAINTY_;
const PHASE = PHASE_;
const { HOLDING } = STATE;

/** A talk whose length is a decision, from its beginning to what it came to (RULES P1-P4, E1). */

export function speedOn(w: World, agent: number, type: number): number {
  if (!w.plan.uneven) return 1;
  const group = w.plan.groups[w.team.group(agent)] as GroupPlan;
  return (w.team.speed[agent] as number) * (group.speeds[type] as number);
}

/** The time of the line: now, less the holds of the call in hand; it stands still during one. */
export function spokenAt(w: World, agent: number): number {
  const { team } = w;
  const held = team.state(agent) === HOLDING;
  return (held ? team.desk(agent).holdSince : w.now) - team.heldMs(agent);
}

/** What a talk begins with, whoever talks; or goes on with, when somebody else does from now on. */
export function prepareTalk(w: World, talks: Talks, call: Call, talk: Talk): void {
  const { agent, human } = talk;
  const { announce } = talks.plan;
  let { closingMs, openingMs } = talks.plan;
  drawNeed(w, call);
  talk.need = call.need;
  // The speed of a talk is that of its beginning: the work done is not counted anew.
  if (talk.speed === 0) talk.speed = speedNow(w, call, talk);
  if (human !== null) {
    talk.eager = eagerness(human);
    if (human.encounter?.active === true) {
      // What is done by gestures takes its own time, and is done before the decision (G1).
      openingMs = 0;
      if (w.team.isPerson(agent)) closingMs = human.plan.phasesMs[PHASE.conclude];
    } else if (human.skipped !== 0) {
      closingMs = Math.max(0, closingMs - skippedMs(human, PHASE.explain, PHASE.conclude));
      openingMs = Math.max(0, openingMs - skippedMs(human, PHASE.welcome, PHASE.discover));
      if (isSkipped(human, PHASE.discover)) talk.need = believed(w, call, human);
    }
  }
  talk.closingMs = closingMs;
  open(w, talks, call, talk, openingMs);
  if (w.team.isPerson(agent)) tellPhases(w, talks, call, talk, openingMs);
  if (announce !== null) talks.putOff(talk, overdueMs(w, call, agent, announce));
  if (w.team.isPerson(agent)) talks.end(agent);
}

/**
 * A person is told what their talk takes besides the work, where it is not what it takes of all.
 * @param openingMs at speed 1
 */
export function tellPhases(
  w: World,
  { plan }: Talks,
  call: Call,
  { agent, closingMs, speed }: Talk,
  openingMs: number,
): void {
  const ownMs = Math.round(openingMs / speed);
  if (ownMs !== plan.openingMs || closingMs !== plan.closingMs)
    w.recorder.phased(w.now, call.number, agent, ownMs, closingMs);
}

/** The talk opens for so long; then work begins. */
function open(w: World, talks: Talks, call: Call, talk: Talk, openingMs: number): void {
  const { agent, speed } = talk;
  const { heldMs, since } = w.team.desk(agent);
  talks.unsure ||= talks.begun >= 0;
  talks.begun = agent;
  talk.workMs = -1;
  talk.intent = INTENT.work;
  talk.from = since + heldMs + talk.heardMs + openingMs / speed - call.keptMs / speed;
  talks.solvesFrom[agent] = talk.from;
  talks.perGoal[agent] = (call.need / speed) * talk.eager;
}

function speedNow(w: World, call: Call, { agent, human }: Talk): number {
  const speed = speedOn(w, agent, call.type);
  return human === null ? speed : speed * workingSpeed(w, human);
}

/** What skipping these phases saves, ms. */
function skippedMs(human: Human, one: number, other: number): number {
  const skipped = (phase: number): number =>
    isSkipped(human, phase) ? (human.plan.phasesMs[phase] as number) : 0;
  return skipped(one) + skipped(other);
}

/** The need as the agent believes it to be who has not discovered it. */
function believed(w: World, call: Call, human: Human): number {
  const u = w.luck.draw(call.key, call.attempt, PURPOSE.BELIEF);
  const uncertainty = preparedUncertainty(UNCERTAINTY, human.plan.supports.preparation);
  return believedNeed(call.need, 0, standardNormal(u), uncertainty);
}

/** Time spent on the solution so far, ms; below 0 while the talk opens. */
export function workedMs(w: World, talk: Talk): number {
  return w.now - talk.from + talk.stillToHear(spokenAt(w, talk.agent));
}

/** The agent stops working at the solution: what was done is noted. */
export function stopWork(w: World, talks: Talks, talk: Talk): void {
  talk.workMs = Math.max(0, workedMs(w, talk) * talk.speed);
  talks.end(talk.agent);
}

/** Work that counts towards the solution: little of it where the diagnosis was wrong. */
export function countedWork({ human, workMs }: Talk): number {
  return countingWork(Math.max(0, workMs), human === null || !human.wrong);
}

/**
 * The share of such calls that are resolved, of the call this agent now ends.
 * @param progress how far the work done goes (curve.ts)
 */
export function shareSolved(w: World, talks: Talks, talk: Talk, progress: number): number {
  const { curve, exponential, fixedMs } = talks.plan;
  if (exponential && !w.team.isPerson(talk.agent))
    return solvedShare(curve, Math.max(0, talk.tempo.pace - fixedMs), 1);
  const share = curve.max * progress;
  return talk.human === null ? share : skilledShare(share, talk.human.skill);
}
