import { log } from '../../kernel/log.ts';
import { PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import { standardNormal } from '../../kernel/normal.ts';
import { freerTransfers, preparedSkill } from '../../policies/energy.ts';
import {
  emotionalLoad,
  feltWait,
  moodAfter,
  moodAfterHold,
  moodAtAnswer,
  moodAtEnd,
} from '../../policies/mood.ts';
import { rightDiagnosis } from '../../policies/outcome.ts';
import {
  ANSWER_DELAYS_S,
  apart,
  closeness,
  DEFLECTS,
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
} from '../../policies/postures.ts';
import { handledWorth } from '../../policies/situations.ts';
import { heldSpeed, overwork, overworked, underLoad } from '../../policies/speed.ts';
import { LEVEL as LEVEL_, MASK as MASK_ } from '../../words/facts.ts';
import { type PersonPlan, SLIDE as SLIDE_ } from '../plan/people-plan.ts';
import type { GroupPlan } from '../plan/plan.ts';
import type { Call } from '../state/calls.ts';
import { type Human, TALK as TALK_ } from '../state/people.ts';
import type { World } from '../state/world.ts';
import { wasTold } from './announce.ts';

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

/** Before the computer answers: a mask is put on. Returns how long the answer is put off, ms. */
export function faceCaller(w: World, call: Call, human: Human, group: number): number {
  const own = human.plan.masks[group] as number;
  human.mask = own === SLIDE ? slide(w, call, human) : own;
  if (human.mask === MASK.none) return 0;
  const delayS = ANSWER_DELAYS_S[human.mask] as number;
  if (delayS === 0) return 0;
  return Math.round(-delayS * 1_000 * log(1 - draw(w, call, PURPOSE.ANSWER_DELAY)));
}

/** The mask that this agent slides into with this caller. */
function slide(w: World, call: Call, human: Human): number {
  const person = human.plan.types[call.type] as PersonPlan;
  const { rules, trust, vision } = human.plan.supports;
  const hostility = stanceOf(w, call, person) === ANGRY ? 1 : Math.max(0, -person.mood);
  const energy = human.energyAt(w.now);
  const u = draw(w, call, PURPOSE.MASK);
  return slideInto(energy, w.press, hostility, vision, rules, trust, u);
}

/** Position of the angry among the states of mind (scenario/arbitration.ts). */
const ANGRY = 4;
const STATES_OF_MIND = 5;

/**
 * The talk begins: mood, what is skipped, how well one fits; the first moments. Returns the mood in
 * which the caller was answered.
 */
export function greet(w: World, call: Call, human: Human, isPerson: boolean): number {
  const gestured = isPerson && human.encounter !== null;
  if (human.encounter !== null) beginEncounter(human, call, isPerson);
  if (isPerson) human.mask = human.chosen;
  human.turn(w.now, TALK);
  human.calls++;
  human.worst = call.legs > 0 ? call.worst : -1;
  human.last = -1;
  human.level = LEVEL.calm;
  const mood = moodNow(w, call, human);
  human.mood = mood;
  human.skipped = 0;
  human.wrong = false;
  human.acting = 0;
  human.suits = false;
  if (human.mask === MASK.none) human.tire(w.now, w.press);
  else {
    if (!gestured) skipPhases(w, call, human);
    show(w, call, human);
    human.tire(w.now, w.press);
    if (gestured) return mood;
    moment(call, human, PHASE.welcome, 0);
    moment(call, human, PHASE.discover, 0);
  }
  return mood;
}

/** A person skips whatever they make no gesture for (RULES G1). */
function beginEncounter({ encounter, plan }: Human, call: Call, isPerson: boolean): void {
  if (encounter === null || plan.gestures === null) return;
  const { explainMs, listenMs } = plan.gestures;
  encounter.begin(isPerson, listenMs, explainMs);
  // A colleague has told the whole story.
  if (isPerson && call.briefed) encounter.listenedMs = listenMs;
}

/** The caller has been met, as far as they were listened to: what that was worth, once. */
export function meet(call: Call, human: Human): void {
  const { encounter } = human;
  if (encounter === null || encounter.met) return;
  encounter.met = true;
  if (human.mask === MASK.none) return;
  moment(call, human, PHASE.welcome, 0);
  moment(call, human, PHASE.discover, 0);
}

/** What comes of how far this person listened; and of a claim that leads nowhere (S6, G5). */
export function diagnose(w: World, call: Call, human: Human): void {
  const { encounter } = human;
  if (encounter === null || !encounter.active) return;
  const error0 = human.plan.discover?.error0 ?? 0;
  const right = rightDiagnosis(encounter.listened, error0);
  human.wrong = encounter.isStuck || draw(w, call, PURPOSE.DIAGNOSIS) >= right;
}

/** How much of a phase was done, 0 to 1: by gestures, or whole where the mask does not skip it. */
export function phaseDone(human: Human, phase: number): number {
  const { encounter } = human;
  if (encounter === null || !encounter.active) return isSkipped(human, phase) ? 0 : 1;
  if (phase === PHASE.conclude) return isSkipped(human, phase) ? 0 : 1;
  return phase === PHASE.explain ? encounter.explained : encounter.listened;
}

/** What the mask leaves out of this talk, and what comes of not having listened. */
function skipPhases(w: World, call: Call, human: Human): void {
  const { mask } = human;
  for (let phase = 0; phase < 4; phase++)
    if (draw(w, call, PURPOSE.SKIP + phase) < skipShare(mask, phase)) human.skipped |= 1 << phase;
  // Who listens to the end is never wrong.
  if (!isSkipped(human, PHASE.discover)) return;
  const error0 = human.plan.discover?.error0 ?? 0;
  human.wrong = draw(w, call, PURPOSE.DIAGNOSIS) >= rightDiagnosis(0, error0);
}

export const isSkipped = (human: Human, phase: number): boolean =>
  ((human.skipped >> phase) & 1) === 1;

/** Nobody is left to explain to, nor to take leave of. */
export function missEnd(human: Human): void {
  if (human.encounter !== null) human.encounter.explainedMs = 0;
  human.skipped |= (1 << PHASE.explain) | (1 << PHASE.conclude);
}

function moodNow(w: World, call: Call, human: Human): number {
  const { mood, types, wait } = human.plan;
  const own = (types[call.type] as PersonPlan).mood;
  if (mood === null) return own;
  // One who was handed on comes as the first agent left them, after another wait.
  const handed = call.legs > 0;
  const since = handed ? call.waitsFrom : call.arrivedAt;
  const away = call.calledBack ? (w.talks?.plan.callBack?.waitCost ?? 1) : 1;
  const waitMin = (away * (w.now - since)) / 60_000;
  human.waitedMin = waitMin;
  const informed = w.talks !== null && wasTold(call);
  return moodAtAnswer(
    handed ? call.mood : own,
    feltWait(waitMin, informed ? wait.informedPerception : wait.perception, wait.exponent),
    wait.acceptableMin,
    mood.perFeltMin,
    handed ? 0 : w.calls.attemptOf(call),
    mood.perAttempt,
    informed ? wait.informedWeight : 1,
  );
}

/** The caller was on hold for so long, `heldMs` before: it goes on where the wait had ended. */
export function endureHold(human: Human, heldMs: number, forMs: number): void {
  const { mood, wait } = human.plan;
  if (mood === null) return;
  const felt = (ms: number): number =>
    feltWait(human.waitedMin + ms / 60_000, wait.perception, wait.exponent);
  const [before, after] = [felt(heldMs), felt(heldMs + forMs)];
  human.mood = moodAfterHold(human.mood, before, after, wait.acceptableMin, mood.perFeltMin);
}

/** What the agent shows, and how it fits the caller and oneself. */
function show(w: World, call: Call, human: Human): void {
  const { fit, supports, types } = human.plan;
  if (fit === null) return;
  const { mask } = human;
  const stance = stanceOf(w, call, types[call.type] as PersonPlan);
  const wantsWarmth = wantedBy(w, call, stance, false, fit.stanceSd);
  const wantsGuidance = wantedBy(w, call, stance, true, fit.stanceSd);
  const { guidance, warmth } = human;
  const natural = closeness(apart(warmth, guidance, wantsWarmth, wantsGuidance), fit.sigma);
  const suits = staysNatural(natural);
  human.suits = human.saidNature && suits;
  const acts = mask === MASK.professional && suits ? MASK.natural : mask;
  const skill = skillNow(preparedSkill(fit.skill, supports.preparation), human.energyAt(w.now));
  const warm = shown(acts, warmth, wantsWarmth, skill, shownBy(mask, false));
  const guide = shown(acts, guidance, wantsGuidance, skill, shownBy(mask, true));
  human.acting = apart(warm, guide, warmth, guidance);
  human.fit = closeness(apart(warm, guide, wantsWarmth, wantsGuidance), fit.sigma);
  human.authenticity = closeness(human.acting, fit.authSigma);
}

/** What this caller wants, on one axis. */
function wantedBy(w: World, call: Call, stance: number, guidance: boolean, sd: number): number {
  const u = drawOnce(w, call, guidance ? PURPOSE.WANTS_GUIDANCE : PURPOSE.WANTS_WARMTH);
  return wanted(stance, guidance, sd, standardNormal(u));
}

export function stanceOf(w: World, call: Call, person: PersonPlan): number {
  if (!person.mixed) return person.stance;
  // A place of its own beside what is wanted, which is drawn at 0.
  const u = w.luck.draw(call.key, 1, PURPOSE.WANTS_WARMTH);
  return Math.floor(u * STATES_OF_MIND);
}

/** A phase of the talk is over, or was skipped: a moment, and what it does to the mood. */
function moment(call: Call, human: Human, phase: number, progress: number): void {
  const { fit, mood, types } = human.plan;
  const { mask } = human;
  if (fit === null) return;
  const { custom } = types[call.type] as PersonPlan;
  const { authenticity: genuine, fit: suits } = human;
  const done = phaseDone(human, phase);
  const whole =
    mask === MASK.script
      ? scriptedWorth(suits, genuine, progress, fit.weight, custom, fit.scriptLevel)
      : momentWorth(suits, genuine, progress, fit.weight);
  const met = done === 1 ? whole : SKIPPED + done * (whole - SKIPPED);
  const worth = phase === PHASE.conclude ? onceHandled(human, met) : met;
  human.tell(worth);
  if (mood !== null) human.mood = moodAfter(human.mood, worth, mood.moment);
}

/** What the last moment is worth, once criticism or complaint was well handled. */
function onceHandled(human: Human, met: number): number {
  const { difficult } = human.plan;
  if (difficult === null) return met;
  return handledWorth(met, human.worstLevel, human.level, difficult.bonus);
}

/** The talk has come to this: the last moments, and the mood in which it ends. */
export function partFrom(call: Call, human: Human, progress: number, solved: boolean): void {
  const { mood } = human.plan;
  if (human.encounter?.active === true) meet(call, human);
  if (human.mask !== MASK.none) {
    moment(call, human, PHASE.explain, progress);
    moment(call, human, PHASE.conclude, progress);
  }
  if (mood !== null) human.mood = moodAtEnd(human.mood, solved, mood.outcome);
}

/** How fast this agent works with this caller now, over the usual. */
export function workingSpeed(w: World, human: Human): number {
  const { speed } = human.plan;
  if (speed === null) return 1;
  const busy = human.busyShare(w.now);
  const { learnt } = human.plan;
  const lessons = learnt[Math.min(human.calls - 1, learnt.length - 1)] as number;
  const product =
    ownPace(w, human) *
    lessons *
    underLoad(w.press, speed.load) *
    overworked(overwork(busy, speed.overworkAbove), speed.overwork);
  const load = emotionalLoad(human.mood, speed.emotionalLoad);
  return heldSpeed(product) / load;
}

/** Where the group says how its agents differ in speed, that stands (team.ts). */
const ownPace = (w: World, human: Human): number =>
  (w.plan.groups[w.team.group(human.agent)] as GroupPlan).speedCv > 0 ? 1 : human.pace;

/** How much of the policy's work the mask gives. */
export const eagerness = (human: Human): number => paceUnder(human.mask, human.mood);

/** Does the agent hand this call on rather than work at it; and does its story go with it? */
export function deflects(w: World, call: Call, human: Human): boolean {
  const { mask } = human;
  const share = freerTransfers(DEFLECTS[mask] as number, human.plan.supports.latitude);
  return share > 0 && draw(w, call, PURPOSE.DEFLECT) < share;
}

export const relays = (w: World, call: Call, human: Human): boolean =>
  draw(w, call, PURPOSE.RELAYED) < (RELAYS[human.mask] as number);
