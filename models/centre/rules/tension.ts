import { PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import { freerStress, incidentLoss } from '../../policies/energy.ts';
import { heeded } from '../../policies/postures.ts';
import { calming, levelAtStart, timeLeft, worsening } from '../../policies/situations.ts';
import { LEVEL as LEVEL_ } from '../../words/facts.ts';
import type { Call } from '../state/calls.ts';
import type { Human } from '../state/people.ts';
import { RANK } from '../state/ranks.ts';
import { STATE } from '../state/team.ts';
import type { World } from '../state/world.ts';
import { conclude } from './conclude.ts';
import { beginClosing } from './pace.ts';
import { spokenAt } from './talk.ts';
import { tellEnergy } from './tell-energy.ts';

const PURPOSE = PURPOSE_;
const LEVEL = LEVEL_;
const { TALKING } = STATE;

/** Talks that become difficult, or calm down (RULES S4, S5). */

const MINUTE_MS = 60_000;
/** After so many levels a talk stays as it is: one that a person never ends must come to rest. */
const CHANGES = 64;
/** From this much heeding on, incivility is met by naming the limit. */
const HEEDED = 0.5;

const place = (call: Call, change: number): number =>
  (call.attempt * 16 + call.legs) * CHANGES + change;

/** How far this caller is heeded. */
const heeding = (w: World, human: Human): number =>
  human.encounter?.heard === true ? 1 : heeded(human.mask, human.energyAt(w.now));

/**
 * The level at which a talk begins.
 * @param mood of the caller when answered
 */
export function startTension(w: World, call: Call, human: Human, mood: number): void {
  const { difficult } = human.plan;
  if (difficult === null) return;
  const u = w.luck.draw(call.key, place(call, 0), PURPOSE.LEVEL);
  human.changes = 0;
  human.unmet = false;
  human.worstLevel = LEVEL.calm;
  const level = levelAtStart(difficult.start, mood, difficult.moodEffect, u);
  if (level === LEVEL.calm) {
    next(w, call, human);
    return;
  }
  // The talk must have begun before it can be put off, or ended.
  human.nextLevel = level;
  w.set(w.levelTimers + human.agent, w.now, RANK.agent);
}

function become(w: World, call: Call, human: Human, level: number): void {
  human.level = level;
  if (human.encounter !== null) human.encounter.heard = false;
  if (level > human.worstLevel) human.worstLevel = level;
  human.tire(w.now, w.press);
  w.recorder.tension(w.now, call.number, human.agent, level);
}

/** Hearing it takes time, in which nothing is worked at. */
function hear(w: World, human: Human, level: number): void {
  const extraMin = human.plan.difficult?.extraMin[level - 1] ?? 0;
  if (w.talks === null || w.talks.plan.exponential) return;
  const talk = w.talks.of(human.agent);
  const forMs = Math.round(extraMin * MINUTE_MS);
  talk.hear(spokenAt(w, human.agent), forMs);
  w.talks.putOff(talk, forMs);
}

/** When and how the level changes next. */
function next(w: World, call: Call, human: Human): void {
  const { difficult } = human.plan;
  const { changes } = human;
  if (difficult === null || changes >= CHANGES - 1) return;
  const { level } = human;
  const heed = heeding(w, human);
  const { mood } = human;
  const up = worsening(level, difficult.up, mood, difficult.moodEffect, heed);
  const down = calming(level, difficult.down, heed);
  const change = place(call, changes);
  const key = call.key;
  const worse = timeLeft(up > 0 ? w.luck.exponential(key, change, PURPOSE.WORSE) : 0, up);
  const calm = timeLeft(down > 0 ? w.luck.exponential(key, change, PURPOSE.CALM) : 0, down);
  human.nextLevel = worse < calm ? level + 1 : level - 1;
  const minutes = Math.min(worse, calm);
  if (minutes < Number.POSITIVE_INFINITY)
    w.set(w.levelTimers + human.agent, w.now + Math.ceil(minutes * MINUTE_MS), RANK.agent);
}

/** The timer of a level went off. */
export function changeLevel(w: World, human: Human): void {
  const call = w.inHand(human.agent);
  const level = human.nextLevel;
  const worse = level > human.worstLevel;
  if (human.unmet) pay(w, human, false);
  human.changes++;
  become(w, call, human, level);
  if (level === LEVEL.incivility) {
    human.unmet = true;
    if (!w.team.isPerson(human.agent) && !meetIncivility(w, call, human)) return;
  }
  if (worse) hear(w, human, level);
  next(w, call, human);
}

/**
 * Neither tolerated nor ignored: who heeds the caller names the limit; who does not lets it pass,
 * and pays for it. True when the talk goes on.
 */
function meetIncivility(w: World, call: Call, human: Human): boolean {
  const heeds = heeding(w, human) >= HEEDED;
  pay(w, human, heeds);
  return !heeds || nameLimit(w, call, human);
}

/** What incivility takes from an agent: less where the protocol is used and trusted. */
function pay(w: World, human: Human, protocol: boolean): void {
  const { energy, supports } = human.plan;
  human.unmet = false;
  if (energy === null) return;
  const loss = incidentLoss(protocol, energy.ignoredLoss, energy.protocolLoss, supports.trust);
  human.lose(w.now, freerStress(loss, supports.latitude));
  tellEnergy(w, human);
}

/** The limit holds, and the talk is calm; or the talk ends, for a supervisor. True if it holds. */
function nameLimit(w: World, call: Call, human: Human): boolean {
  const { difficult } = human.plan;
  if (difficult === null) return true;
  const { encounter } = human;
  const again = encounter?.active === true && encounter.warned;
  const holds =
    !again &&
    w.luck.draw(call.key, place(call, human.changes), PURPOSE.LIMIT) < difficult.limitHolds;
  const warns = !holds && !again && encounter?.active === true;
  w.recorder.limited(w.now, call.number, human.agent, holds ? 1 : warns ? 2 : 0);
  if (warns) {
    encounter.warned = true;
    return true;
  }
  if (holds) {
    become(w, call, human, LEVEL.calm);
    return true;
  }
  if (w.team.state(human.agent) !== TALKING || w.talks === null) return true;
  // The work of a person is their own, also where the computer's talks have no memory.
  if (w.talks.plan.exponential && !w.team.isPerson(human.agent)) {
    w.talks.end(human.agent);
    conclude(w, w.team.desk(human.agent));
  } else beginClosing(w, w.talks, w.talks.of(human.agent));
  return false;
}

/** Is the caller this agent talks to uncivil? */
export const isUncivil = (human: Human): boolean => human.level === LEVEL.incivility;

/** The limit is named now, in the middle of a level (RULES S5). */
export function setLimit(w: World, human: Human): void {
  const call = w.inHand(human.agent);
  // A second time costs nothing more: it ends the talk.
  if (human.encounter?.warned !== true) pay(w, human, true);
  w.calendar.cancel(w.levelTimers + human.agent);
  human.changes++;
  if (nameLimit(w, call, human)) next(w, call, human);
}

/** Does the caller on the line criticise, or complain? */
export const isCritical = ({ level }: Human): boolean =>
  level === LEVEL.criticism || level === LEVEL.complaint;

/** What the caller says against this is recognised: nobody is heeded better (RULES G4). */
export function heed(w: World, human: Human): void {
  const { encounter } = human;
  if (encounter === null) return;
  encounter.heard = true;
  w.calendar.cancel(w.levelTimers + human.agent);
  human.changes++;
  next(w, w.inHand(human.agent), human);
}

/** The caller is angered: the talk is one level worse (RULES G5). */
export function provoke(w: World, human: Human): void {
  if (human.plan.difficult === null || human.level >= LEVEL.incivility) return;
  w.calendar.cancel(w.levelTimers + human.agent);
  human.nextLevel = human.level + 1;
  changeLevel(w, human);
}

/** The computer takes over a talk in which incivility is still to be met. */
export function inheritIncivility(w: World, human: Human): void {
  if (!human.unmet) return;
  if (heeding(w, human) >= HEEDED) setLimit(w, human);
  else pay(w, human, false);
}

/** The talk is over: nothing changes any more. */
export function endTension(w: World, human: Human): void {
  if (human.plan.difficult === null) return;
  w.calendar.cancel(w.levelTimers + human.agent);
  // What nobody answered has been let pass.
  if (human.unmet) pay(w, human, false);
}
