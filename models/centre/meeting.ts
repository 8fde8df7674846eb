import { PURPOSE as PURPOSE_ } from '../kernel/luck.ts';
import { standardNormal } from '../kernel/normal.ts';
import { freerStress, freerTransfers, preparedSkill, strain } from '../policies/energy.ts';
import { emotionalLoad, feltWait, moodAfter, moodAtAnswer, moodAtEnd } from '../policies/mood.ts';
import { rightDiagnosis } from '../policies/outcome.ts';
import {
  ANSWER_DELAYS_S,
  apart,
  closeness,
  DEFLECTS,
  ENERGY_COSTS,
  MASK as MASK_,
  momentWorth,
  PHASE as PHASE_,
  paceUnder,
  RELAYS,
  SKIPPED as SKIPPED_,
  scriptedWorth,
  shown,
  shownBy,
  skillNow,
  skipShare,
  slideInto,
  staysNatural,
  wanted,
} from '../policies/postures.ts';
import { handledWorth } from '../policies/situations.ts';
import { heldSpeed, overwork, overworked, pressure, underLoad } from '../policies/speed.ts';
import { LEVEL as LEVEL_ } from '../words/facts.ts';
import { wasTold } from './announce.ts';
import type { Call } from './calls.ts';
import { type People, TALK as TALK_ } from './people.ts';
import type { GroupPlan } from './plan.ts';
import { type PersonPlan, SLIDE as SLIDE_ } from './plan-people.ts';
import { attemptOf } from './serve.ts';
import { startTension } from './tension.ts';
import type { World } from './world.ts';

const PURPOSE = PURPOSE_;
const MASK = MASK_;
const PHASE = PHASE_;
const SKIPPED = SKIPPED_;
const LEVEL = LEVEL_;
const TALK = TALK_;
const SLIDE = SLIDE_;

/** One agent meets one caller: the mask worn, what it shows, how it is received (RULES S). */

const draw = (w: World, call: Call, purpose: number): number =>
  w.luck.draw(call.key, call.attempt * 16 + call.legs, purpose);
/** What belongs to the caller, whatever the attempt. */
const drawOnce = (w: World, call: Call, purpose: number): number =>
  w.luck.draw(call.key, 0, purpose);

const pressNow = (w: World): number =>
  pressure(w.lines.waiting, Math.max(1, w.inside - w.lines.waiting));

/** Before the computer answers: a mask is put on. Returns how long the answer is put off, ms. */
export function faceCaller(w: World, people: People, call: Call, agent: number): number {
  const { plan } = people;
  const person = plan.types[call.type] as PersonPlan;
  const own = plan.masks[w.team.group(agent)] as number;
  people.mask[agent] = own === SLIDE ? slide(w, people, call, agent, person) : own;
  const delayS = ANSWER_DELAYS_S[people.mask[agent] as number] as number;
  if (delayS === 0) return 0;
  return Math.round(-delayS * 1_000 * Math.log(1 - draw(w, call, PURPOSE.ANSWER_DELAY)));
}

/** The mask that this agent slides into with this caller. */
function slide(w: World, people: People, call: Call, agent: number, person: PersonPlan): number {
  const { rules, trust, vision } = people.plan.supports;
  const hostility = stanceOf(w, call, person) === ANGRY ? 1 : Math.max(0, -person.mood);
  const energy = people.energyAt(agent, w.now);
  const u = draw(w, call, PURPOSE.MASK);
  return slideInto(energy, pressNow(w), hostility, vision, rules, trust, u);
}

/** Position of the angry among the states of mind (scenario/arbitration.ts). */
const ANGRY = 4;
const STATES_OF_MIND = 5;

/** The talk begins: mood, what is skipped, how well one fits; the first moments. */
export function greet(w: World, people: People, call: Call, agent: number): void {
  const { plan } = people;
  if (w.team.isPerson(agent)) people.mask[agent] = people.chosen[agent] as number;
  people.turn(agent, w.now, TALK);
  people.calls[agent] = (people.calls[agent] as number) + 1;
  people.worst[agent] = call.legs > 0 ? people.handedWorst(call) : -1;
  people.last[agent] = -1;
  people.level[agent] = LEVEL.calm;
  const mood = moodNow(w, people, call);
  people.mood[agent] = mood;
  skipPhases(w, people, call, agent);
  show(w, people, call, agent);
  if (plan.energy !== null) tire(w, people, agent);
  moment(people, call, agent, PHASE.welcome, 0);
  moment(people, call, agent, PHASE.discover, 0);
  startTension(w, people, call, agent, mood);
}

/** What the mask leaves out of this talk, and what comes of not having listened. */
function skipPhases(w: World, people: People, call: Call, agent: number): void {
  const mask = people.mask[agent] as number;
  let skipped = 0;
  if (mask !== MASK.robot)
    for (let phase = 0; phase < 4; phase++)
      if (draw(w, call, PURPOSE.SKIP + phase) < skipShare(mask, phase)) skipped |= 1 << phase;
  people.skipped[agent] = skipped;
  const error0 = people.plan.discover?.error0 ?? 0;
  // Who listens to the end is never wrong.
  const wrong =
    isSkipped(people, agent, PHASE.discover) &&
    draw(w, call, PURPOSE.DIAGNOSIS) >= rightDiagnosis(0, error0);
  people.wrong[agent] = wrong ? 1 : 0;
}

export const isSkipped = (people: People, agent: number, phase: number): boolean =>
  (((people.skipped[agent] as number) >> phase) & 1) === 1;

function moodNow(w: World, people: People, call: Call): number {
  const { mood, types, wait } = people.plan;
  const own = (types[call.type] as PersonPlan).mood;
  if (mood === null) return own;
  // One who was handed on comes as the first agent left them, after another wait.
  const handed = call.legs > 0;
  const since = handed ? call.waitsFrom : call.arrivedAt;
  const away = call.calledBack ? (w.talks?.plan.callBack?.waitCost ?? 1) : 1;
  const waitMin = (away * (w.now - since)) / 60_000;
  const informed = w.talks !== null && wasTold(w.talks, call);
  return moodAtAnswer(
    handed ? people.handedMood(call) : own,
    feltWait(waitMin, informed ? wait.informedPerception : wait.perception, wait.exponent),
    wait.acceptableMin,
    mood.perFeltMin,
    handed ? 0 : attemptOf(w, call),
    mood.perAttempt,
    informed ? wait.informedWeight : 1,
  );
}

/** What the agent shows, and how it fits the caller and oneself. */
function show(w: World, people: People, call: Call, agent: number): void {
  const { fit, supports, types } = people.plan;
  if (fit === null) return;
  const mask = people.mask[agent] as number;
  if (mask === MASK.robot) {
    people.acting[agent] = 0;
    return;
  }
  const stance = stanceOf(w, call, types[call.type] as PersonPlan);
  const wantsWarmth = wantedBy(w, call, stance, false, fit.stanceSd);
  const wantsGuidance = wantedBy(w, call, stance, true, fit.stanceSd);
  const warmth = people.warmth[agent] as number;
  const guidance = people.guidance[agent] as number;
  const natural = closeness(apart(warmth, guidance, wantsWarmth, wantsGuidance), fit.sigma);
  const acts = mask === MASK.professional && staysNatural(natural) ? MASK.natural : mask;
  const skill = skillNow(
    preparedSkill(fit.skill, supports.preparation),
    people.energyAt(agent, w.now),
  );
  const warm = shown(acts, warmth, wantsWarmth, skill, shownBy(mask, false));
  const guide = shown(acts, guidance, wantsGuidance, skill, shownBy(mask, true));
  people.acting[agent] = apart(warm, guide, warmth, guidance);
  people.fit[agent] = closeness(apart(warm, guide, wantsWarmth, wantsGuidance), fit.sigma);
  people.authenticity[agent] = closeness(people.acting[agent] as number, fit.authSigma);
}

/** What this caller wants, on one axis. */
function wantedBy(w: World, call: Call, stance: number, guidance: boolean, sd: number): number {
  const u = drawOnce(w, call, guidance ? PURPOSE.WANTS_GUIDANCE : PURPOSE.WANTS_WARMTH);
  return wanted(stance, guidance, sd, standardNormal(u));
}

function stanceOf(w: World, call: Call, person: PersonPlan): number {
  if (!person.mixed) return person.stance;
  // A place of its own beside what is wanted, which is drawn at 0.
  const u = w.luck.draw(call.key, 1, PURPOSE.WANTS_WARMTH);
  return Math.floor(u * STATES_OF_MIND);
}

/** Energy that this talk takes per hour, as things stand. */
export function tire(w: World, people: People, agent: number): void {
  const { energy, supports } = people.plan;
  if (energy === null) return;
  people.energyAt(agent, w.now);
  const mask = people.mask[agent] as number;
  const cost = mask === MASK.robot ? 1 : (ENERGY_COSTS[mask] as number);
  const style = mask === MASK.professional ? energy.deepActing : 1;
  people.drain[agent] =
    energy.drain *
    cost *
    strain(
      people.acting[agent] as number,
      energy.acting,
      style,
      people.level[agent] === LEVEL.incivility,
      freerStress(energy.incivility, supports.latitude),
      pressNow(w),
      energy.pressure,
    );
}

/** A phase of the talk is over, or was skipped: a moment, and what it does to the mood. */
function moment(people: People, call: Call, agent: number, phase: number, progress: number): void {
  const { fit, mood, types } = people.plan;
  const mask = people.mask[agent] as number;
  if (fit === null || mask === MASK.robot) return;
  const { custom } = types[call.type] as PersonPlan;
  const suits = people.fit[agent] as number;
  const genuine = people.authenticity[agent] as number;
  const met = isSkipped(people, agent, phase)
    ? SKIPPED
    : mask === MASK.script
      ? scriptedWorth(suits, genuine, progress, fit.weight, custom, fit.scriptLevel)
      : momentWorth(suits, genuine, progress, fit.weight);
  const worth = phase === PHASE.conclude ? onceHandled(people, agent, met) : met;
  people.tell(agent, worth);
  if (mood !== null)
    people.mood[agent] = moodAfter(people.mood[agent] as number, worth, mood.moment);
}

/** What the last moment is worth, once criticism or complaint was well handled. */
function onceHandled(people: People, agent: number, met: number): number {
  const { difficult } = people.plan;
  if (difficult === null) return met;
  const worst = people.worstLevel[agent] as number;
  return handledWorth(met, worst, people.level[agent] as number, difficult.bonus);
}

/** The talk has come to this: the last moments, and the mood in which it ends. */
export function partFrom(
  people: People,
  call: Call,
  agent: number,
  progress: number,
  solved: boolean,
): void {
  const { mood } = people.plan;
  moment(people, call, agent, PHASE.explain, progress);
  moment(people, call, agent, PHASE.conclude, progress);
  if (mood !== null)
    people.mood[agent] = moodAtEnd(people.mood[agent] as number, solved, mood.outcome);
}

/** How fast this agent works with this caller now, over the usual. */
export function workingSpeed(w: World, people: People, agent: number): number {
  const { speed } = people.plan;
  if (speed === null) return 1;
  const busy = people.busyShare(agent, w.now);
  const { learnt } = people.plan;
  const lessons = learnt[
    Math.min((people.calls[agent] as number) - 1, learnt.length - 1)
  ] as number;
  const product =
    ownPace(w, people, agent) *
    lessons *
    underLoad(pressNow(w), speed.load) *
    overworked(overwork(busy, speed.overworkAbove), speed.overwork);
  const load = emotionalLoad(people.mood[agent] as number, speed.emotionalLoad);
  return heldSpeed(product) / load;
}

/** Where the group says how its agents differ in speed, that stands (team.ts). */
const ownPace = (w: World, people: People, agent: number): number =>
  (w.plan.groups[w.team.group(agent)] as GroupPlan).speedCv > 0
    ? 1
    : (people.pace[agent] as number);

/** How much of the policy's work the mask gives. */
export const eagerness = (people: People, agent: number): number =>
  paceUnder(people.mask[agent] as number, people.mood[agent] as number);

/** Does the agent hand this call on rather than work at it; and does its story go with it? */
export function deflects(w: World, people: People, call: Call, agent: number): boolean {
  const mask = people.mask[agent] as number;
  const share = freerTransfers(DEFLECTS[mask] as number, people.plan.supports.latitude);
  return share > 0 && draw(w, call, PURPOSE.DEFLECT) < share;
}

export const relays = (w: World, people: People, call: Call, agent: number): boolean =>
  draw(w, call, PURPOSE.RELAYED) < (RELAYS[people.mask[agent] as number] as number);
