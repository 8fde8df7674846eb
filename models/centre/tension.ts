import { PURPOSE as PURPOSE_ } from '../kernel/luck.ts';
import { freerStress, incidentLoss } from '../policies/energy.ts';
import { heeded, MASK as MASK_ } from '../policies/postures.ts';
import { calming, levelAtStart, timeLeft, worsening } from '../policies/situations.ts';
import { LEVEL as LEVEL_ } from '../words/facts.ts';
import type { Call } from './calls.ts';
import { conclude } from './conclude.ts';
import { tire } from './meeting.ts';
import { beginClosing } from './pace.ts';
import type { People } from './people.ts';
import { RANK } from './ranks.ts';
import { spokenAt } from './talk.ts';
import { STATE } from './team.ts';
import type { World } from './world.ts';

const PURPOSE = PURPOSE_;
const MASK = MASK_;
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

/** How far this caller is heeded; by a person without a mask as by a professional. */
function heeding(w: World, people: People, agent: number): number {
  const worn = people.mask[agent] as number;
  const mask = worn === MASK.robot && w.team.isPerson(agent) ? MASK.professional : worn;
  return heeded(mask, people.energyAt(agent, w.now));
}

/**
 * The level at which a talk begins.
 * @param mood of the caller when answered
 */
export function startTension(
  w: World,
  people: People,
  call: Call,
  agent: number,
  mood: number,
): void {
  const { difficult } = people.plan;
  if (difficult === null) return;
  const u = w.luck.draw(call.key, place(call, 0), PURPOSE.LEVEL);
  people.changes[agent] = 0;
  people.unmet[agent] = 0;
  people.worstLevel[agent] = LEVEL.calm;
  const level = levelAtStart(difficult.start, mood, difficult.moodEffect, u);
  if (level === LEVEL.calm) {
    next(w, people, call, agent);
    return;
  }
  // The talk must have begun before it can be put off, or ended.
  people.nextLevel[agent] = level;
  w.set(w.levelTimers + agent, w.now, RANK.agent);
}

function become(w: World, people: People, call: Call, agent: number, level: number): void {
  people.level[agent] = level;
  if (level > (people.worstLevel[agent] as number)) people.worstLevel[agent] = level;
  tire(w, people, agent);
  w.recorder.tension(w.now, call.number, agent, level);
}

/** Hearing it takes time, in which nothing is worked at. */
function hear(w: World, people: People, agent: number, level: number): void {
  const extraMin = people.plan.difficult?.extraMin[level - 1] ?? 0;
  if (w.talks === null || w.talks.plan.exponential) return;
  w.talks.hear(agent, spokenAt(w, agent), Math.round(extraMin * MINUTE_MS));
}

/** When and how the level changes next. */
function next(w: World, people: People, call: Call, agent: number): void {
  const { difficult } = people.plan;
  const changes = people.changes[agent] as number;
  if (difficult === null || changes >= CHANGES - 1) return;
  const level = people.level[agent] as number;
  const heed = heeding(w, people, agent);
  const mood = people.mood[agent] as number;
  const up = worsening(level, difficult.up, mood, difficult.moodEffect, heed);
  const down = calming(level, difficult.down, heed);
  const change = place(call, changes);
  const key = call.key;
  const worse = timeLeft(up > 0 ? w.luck.exponential(key, change, PURPOSE.WORSE) : 0, up);
  const calm = timeLeft(down > 0 ? w.luck.exponential(key, change, PURPOSE.CALM) : 0, down);
  people.nextLevel[agent] = worse < calm ? level + 1 : level - 1;
  const minutes = Math.min(worse, calm);
  if (minutes < Number.POSITIVE_INFINITY)
    w.set(w.levelTimers + agent, w.now + Math.ceil(minutes * MINUTE_MS), RANK.agent);
}

/** The timer of a level went off. */
export function changeLevel(w: World, people: People, agent: number): void {
  const call = w.inHand(agent);
  const level = people.nextLevel[agent] as number;
  const worse = level > (people.worstLevel[agent] as number);
  if (people.unmet[agent] === 1) pay(w, people, agent, false);
  people.changes[agent] = (people.changes[agent] as number) + 1;
  become(w, people, call, agent, level);
  if (level === LEVEL.incivility) {
    people.unmet[agent] = 1;
    if (!w.team.isPerson(agent) && !meetIncivility(w, people, call, agent)) return;
  }
  if (worse) hear(w, people, agent, level);
  next(w, people, call, agent);
}

/**
 * Neither tolerated nor ignored: who heeds the caller names the limit; who does not lets it pass,
 * and pays for it. True when the talk goes on.
 */
function meetIncivility(w: World, people: People, call: Call, agent: number): boolean {
  const heeds = heeding(w, people, agent) >= HEEDED;
  pay(w, people, agent, heeds);
  return !heeds || nameLimit(w, people, call, agent);
}

/** What incivility takes from an agent: less where the protocol is used and trusted. */
function pay(w: World, people: People, agent: number, protocol: boolean): void {
  const { energy, supports } = people.plan;
  people.unmet[agent] = 0;
  if (energy === null) return;
  const loss = incidentLoss(protocol, energy.ignoredLoss, energy.protocolLoss, supports.trust);
  people.lose(agent, w.now, freerStress(loss, supports.latitude));
}

/** The limit holds, and the talk is calm; or the talk ends, for a supervisor. True if it holds. */
function nameLimit(w: World, people: People, call: Call, agent: number): boolean {
  const { difficult } = people.plan;
  if (difficult === null) return true;
  const change = people.changes[agent] as number;
  const holds = w.luck.draw(call.key, place(call, change), PURPOSE.LIMIT) < difficult.limitHolds;
  w.recorder.limited(w.now, call.number, agent, holds ? 1 : 0);
  if (holds) {
    become(w, people, call, agent, LEVEL.calm);
    return true;
  }
  if (w.team.state(agent) !== TALKING || w.talks === null) return true;
  if (w.talks.plan.exponential) conclude(w, w.team.desk(agent));
  else beginClosing(w, w.talks, agent);
  return false;
}

/** Is the caller this agent talks to uncivil? */
export const isUncivil = (people: People, agent: number): boolean =>
  people.level[agent] === LEVEL.incivility;

/** The limit is named now, in the middle of a level (RULES S5). */
export function setLimit(w: World, people: People, agent: number): void {
  const call = w.inHand(agent);
  pay(w, people, agent, true);
  w.calendar.cancel(w.levelTimers + agent);
  people.changes[agent] = (people.changes[agent] as number) + 1;
  if (nameLimit(w, people, call, agent)) next(w, people, call, agent);
}

/** The computer takes over a talk in which incivility is still to be met. */
export function inheritIncivility(w: World, people: People, agent: number): void {
  if (people.unmet[agent] === 0) return;
  if (heeding(w, people, agent) >= HEEDED) setLimit(w, people, agent);
  else pay(w, people, agent, false);
}

/** The talk is over: nothing changes any more. */
export function endTension(w: World, people: People, agent: number): void {
  if (people.plan.difficult === null) return;
  w.calendar.cancel(w.levelTimers + agent);
  // What nobody answered has been let pass.
  if (people.unmet[agent] === 1) pay(w, people, agent, false);
}
