import { exp } from '../../kernel/exp.ts';
import { type Luck, PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import { NEVER as NEVER_ } from '../../kernel/time.ts';
import { budgetOf } from '../../policies/patience.ts';
import { ANSWER_DELAYS_S } from '../../policies/postures.ts';
import { stretch } from '../../policies/speed.ts';
import { growthPerMin } from '../../policies/told.ts';
import { AFTER as AFTER_ } from '../../words/facts.ts';
import { Centre } from '../centre.ts';
import {
  type GroupPlan,
  type LawsPlan,
  lawsAt,
  type ReturnPlan,
  type TypePlan,
} from '../plan/plan.ts';
import { INTENT } from '../plan/talk-plan.ts';
import { timeAbsence } from '../rules/absence.ts';
import { conclude } from '../rules/conclude.ts';
import { endGesture } from '../rules/gestures.ts';
import { changeNeed, needDraw, needOf } from '../rules/need.ts';
import { beginClosing } from '../rules/pace.ts';
import { speedOn, spokenAt } from '../rules/talk.ts';
import type { Absence } from '../state/absences.ts';
import { type Call, PLACE } from '../state/calls.ts';
import { MAX_AT, MAX_ATTEMPTS, RANK } from '../state/ranks.ts';
import type { Talk, Talks } from '../state/talks.ts';
import { MARK, STATE } from '../state/team.ts';
import type { World } from '../state/world.ts';
import type { BusynessPosterior } from './busyness-posterior.ts';
import { stateHash } from './state-hash.ts';

const PURPOSE = PURPOSE_;
const NEVER = NEVER_;
const AFTER = AFTER_;
const { IN_ORBIT, ON_HOLD, PROMISED } = PLACE;
const { HOLDING, NOT_READY, RINGING, TALKING, WRAPPING } = STATE;
const { PERSON } = MARK;

/**
 * An imagined future of an arbitrated centre (RULES P9; MODEL 10.7 b): a copy that can be made
 * again and again in the same arrays, in which whatever nobody knows yet is drawn anew, given what
 * is known. Known are the lines, what each agent is doing and since when, who is awaited, the rates
 * and shifts of the plan, and the calls of the day so far. Drawn anew are:
 * - who comes from now on (Poisson calls have no memory) and how busy the day is
 *   (busyness-posterior.ts); an incident that has not begun is nobody's knowledge and never comes;
 * - the patience left of those who wait, given that they still do;
 * - the need of those on the line with the computer, given that the talk has not reached the goal
 *   of now (goals of before, where they were lower, are forgotten); with a person, by its law. A
 *   need carried over from an earlier contact was shown by it, and stays;
 * - what is left of memoryless talks, of after-call work and of delays before the answer;
 * - when those in orbit call again (as fresh: exact for exponential delays, as those of an
 *   arbitration are; a type's own may be others), and everything that is drawn later: outcomes,
 *   returns, presence, absences.
 *
 * The computer plays every desk from now on, but for those not ready, which stay so (who is ready
 * again in a moment after a missed call is at once). Talks in hand
 * stay at their level of tension.
 */
export class Fork extends Centre {
  /** Becomes what another centre of the same scenario is now. */
  become(other: Centre): void {
    this.copyState(other);
  }

  /** Number of the call that this agent is on the line with, not yet concluding; or -1. */
  onLine(agent: number): number {
    const { team } = this.w;
    const state = team.state(agent);
    if (state !== TALKING && state !== HOLDING) return -1;
    return this.w.inHand(agent).number;
  }

  /** The luck by which this centre runs. */
  get luck(): Luck {
    return this.w.luck;
  }

  get closed(): boolean {
    return this.w.closed;
  }

  /** Callers who will call again. */
  get away(): number {
    return this.w.away;
  }

  /** The same in two forks of one luck that will go on alike from here (state-hash.ts). */
  get stateHash(): number {
    return stateHash(this.w);
  }

  /** Tells of each caller who waits, or whose call rings: their type, and since when, ms. */
  eachWaiting(tell: (type: number, since: number) => void): void {
    const { lines, plan, team } = this.w;
    const one = (call: Call): void => tell(call.type, call.waitsFrom);
    for (const head of lines.head) for (let call = head; call !== null; call = call.next) one(call);
    for (let agent = 0; agent < plan.agents; agent++)
      if (team.state(agent) === RINGING) one(this.w.inHand(agent));
  }

  /** The same of each caller who is to be called back: since the promise. */
  eachPromised(tell: (type: number, since: number) => void): void {
    for (const head of this.w.promised.head)
      for (let call = head; call !== null; call = call.next) tell(call.type, call.waitsFrom);
  }

  /**
   * Draws anew all that is hidden. The caller that this agent is on the line with will leave for
   * good: what becomes of them is not what is asked.
   */
  forget(luck: Luck, busy: BusynessPosterior, agent: number): void {
    this.redraw(luck, busy, agent);
    this.w.inHand(agent).attempt = MAX_ATTEMPTS;
    this.lookAgain();
  }

  /** Draws anew all that is hidden but what this agent has in hand. */
  protected redraw(luck: Luck, busy: BusynessPosterior, agent: number): void {
    const { w } = this;
    const { talks, team } = w;
    if (talks === null) throw new RangeError('centre must be an arbitrated one');
    const real = w.luck;
    w.renew(luck, busy.draw(luck));
    if (w.eventTimer >= 0) w.calendar.cancel(w.eventTimer);
    w.absences?.forEach((absence) => {
      if (absence !== null) redrawAbsence(w, absence);
    });
    for (const call of w.calls.all) redrawCaller(w, call);
    endGesture(w, team.desk(agent));
    for (let other = 0; other < w.plan.agents; other++) {
      if (w.plan.people?.difficult) w.calendar.cancel(w.levelTimers + other);
      if (other !== agent && !team.isPerson(other)) redrawAgent(w, talks, other, real);
    }
    for (let other = 0; other < w.plan.agents; other++)
      if (other !== agent && team.isPerson(other)) this.handToComputer(other, real);
  }

  private handToComputer(agent: number, real: Luck): void {
    const { w } = this;
    const state = w.team.state(agent);
    // Who missed a call is ready again in a moment; all others stay as they are.
    if (state === NOT_READY && w.calendar.dueAt(agent) < 0) return;
    if (state === TALKING || state === HOLDING) this.forgetNeed(agent, real);
    this.apply({ kind: 'leaveDesk', agent });
  }

  /** What the caller of a person needs is not known, unless an earlier contact has shown it. */
  protected forgetNeed(agent: number, real: Luck): void {
    const call = this.w.inHand(agent);
    if (isHidden(this.w, call, real)) call.need = 0;
  }

  /** This agent stays on the line until released. */
  hold(agent: number): void {
    this.resume(agent);
    this.w.team.mark(agent, PERSON, true);
    this.w.talks?.end(agent);
    this.lookAgain();
  }

  /** Whoever is on hold at this desk is talked with again. */
  protected resume(agent: number): void {
    if (this.w.team.state(agent) === HOLDING)
      this.apply({ kind: 'resume', agent, call: this.onLine(agent) });
  }

  /** This agent decides to conclude now, and goes on as the computer would. */
  release(agent: number): void {
    const { w } = this;
    const { talks, team } = w;
    if (w.over || talks === null) return;
    this.resume(agent);
    team.mark(agent, PERSON, false);
    if (talks.plan.exponential) conclude(w, w.team.desk(agent));
    else beginClosing(w, talks, talks.of(agent));
    this.lookAgain();
    this.endIfEmpty();
  }
}

/** How long one who is missing stays away; and when the others will be. */
function redrawAbsence(w: World, absence: Absence): void {
  const { agent } = absence;
  w.calendar.cancel(w.absenceTimers + agent);
  const at = absence.renew(w.now, w.luck);
  if (!Number.isNaN(at)) timeAbsence(w, agent, at);
}

/** Patience left of one who waits; or when one in orbit calls again. */
function redrawCaller(w: World, call: Call): void {
  const timer = w.patienceTimer(call);
  // When one who was promised to be called back is due is no secret.
  if (w.calendar.dueAt(timer) < 0 || call.place === PROMISED) return;
  w.calendar.cancel(timer);
  if (call.place === IN_ORBIT) {
    redrawReturn(w, call, timer);
    return;
  }
  if (call.place === ON_HOLD) {
    redrawHold(w, call);
    return;
  }
  const since = call.waitsFrom;
  // Patience is whole milliseconds: who still waits bears one more than has passed.
  const ms = patienceBeyond(w, call, w.now - since + 0.5);
  const due = ms < NEVER ? Math.max(w.now + 1, since + Math.floor(ms + 0.5)) : NEVER;
  if (due < MAX_AT) w.calendar.set(timer, due, RANK.patience);
}

/** Patience left of one who is on hold. */
function redrawHold(w: World, call: Call): void {
  const { heldMs, holdSince } = w.team.desk(call.agent);
  const { patience } = lawsOf(w, call);
  const u = w.luck.draw(call.key, call.attempt * 16 + call.legs, PURPOSE.HOLD_PATIENCE);
  const ms = patience.quantileBeyond(heldMs + w.now - holdSince + 0.5, u) - heldMs;
  const borneMs = Math.max(w.leastHoldMs, Math.floor(ms + 0.5));
  w.setPatience(call, Math.max(w.now + 1, holdSince + borneMs));
}

const lawsOf = (w: World, call: Call): LawsPlan =>
  lawsAt(w.plan, w.plan.types[call.type] as TypePlan, call.arrivedAt);

function patienceBeyond(w: World, call: Call, waitedMs: number): number {
  const { luck, talks } = w;
  const { patience, patienceKinds } = lawsOf(w, call);
  const legs = call.legs;
  const place = call.attempt * 16 + legs;
  const u = luck.draw(call.key, place, PURPOSE.PATIENCE);
  const announce = talks?.plan.announce ?? null;
  if (talks === null || announce === null || legs > 0) return patience.quantileBeyond(waitedMs, u);
  const growth = growthPerMin(announce.hazardAfter);
  const told = call.toldMs;
  return patienceKinds.waitBeyond(u, waitedMs, told, announce.hazardBefore, growth);
}

function redrawReturn(w: World, call: Call, timer: number): void {
  const { calls, luck } = w;
  const { delay } = returnOf(w, call);
  const ms = delay.drawMs(luck, call.key, call.attempt, PURPOSE.BACK_DELAY);
  const due = w.now + Math.max(1, ms);
  if (due < (w.talks?.plan.afterClosing === true ? MAX_AT : w.plan.lengthMs)) {
    w.set(timer, due, RANK.comeBack);
    return;
  }
  // Not before closing: they will call tomorrow.
  w.leaveOrbit();
  calls.release(call);
}

function returnOf(w: World, call: Call): ReturnPlan {
  const type = w.plan.types[call.type] as TypePlan;
  switch (call.afterWhat) {
    case AFTER.blocked:
      return type.retry;
    case AFTER.abandoned:
      return type.redial;
    default:
      return backOf(w, call, type);
  }
}

/** After service: only who comes back unresolved has a need already, and the type's own law. */
function backOf({ talks }: World, call: Call, { repeat }: TypePlan): ReturnPlan {
  if (talks === null) return repeat;
  return repeat.probability > 0 && call.need > 0 ? repeat : talks.plan.back;
}

/** What is left of what the computer is doing at this desk. */
function redrawAgent(w: World, talks: Talks, agent: number, real: Luck): void {
  switch (w.team.state(agent)) {
    case TALKING:
      if (talks.plan.exponential) redrawBudget(w, talks, agent);
      else redrawNeed(w, talks, agent, real);
      break;
    case RINGING:
      redrawAnswer(w, agent);
      break;
    case WRAPPING:
      redrawWrapUp(w, agent);
      break;
    default:
  }
}

/** What is left of a memoryless talk is as fresh as all of it. */
function redrawBudget(w: World, talks: Talks, agent: number): void {
  const { luck } = w;
  const call = w.inHand(agent);
  const budget = luck.exponential(call.key, call.attempt, PURPOSE.HANDLING);
  const speed = speedOn(w, agent, call.type);
  const talk = talks.of(agent);
  talk.from = talk.tempo.clockNow(w.now) + budget / speed;
}

/**
 * Is the need of this caller still as it was drawn, and not carried over from an earlier contact?
 */
function isHidden(w: World, call: Call, real: Luck): boolean {
  const attempt = call.attempt;
  if (attempt === 0) return call.legs === 0;
  const { need } = w.plan.types[call.type] as TypePlan;
  const drawn = need.quantile(needDraw(call, real));
  return drawn === needOf(w, call);
}

/** Draws of a need until one is found that explains why the talk goes on. */
const TRIES = 32;
/** Beyond the attempts of any caller. */
const NEXT_TRY = 2_048;

function redrawNeed(w: World, talks: Talks, agent: number, real: Luck): void {
  const { luck } = w;
  const call = w.inHand(agent);
  if (!isHidden(w, call, real)) return;
  const { need } = w.plan.types[call.type] as TypePlan;
  const key = call.key;
  const attempt = call.attempt;
  const u = needDraw(call, luck);
  const talk = talks.of(agent);
  const worked = w.now + 0.5 - talk.from + talk.stillToHear(spokenAt(w, agent));
  if (worked <= 0 || talk.intent !== INTENT.work) {
    believe(w, talks, talk, need.quantile(u));
    return;
  }
  if (!talk.tempo.plan.needAware) {
    // The time until the goal is as long as the need is great.
    const lasting = talks.dueMs(talk, false) - talk.from;
    const least = lasting > 0 ? (needOf(w, call) * worked) / lasting : 0;
    believe(w, talks, talk, need.quantileBeyond(least, u));
    return;
  }
  let best = need.quantile(u);
  let latest = 0;
  for (let i = 0; i < TRIES && latest <= w.now; i++) {
    const tried = need.quantile(luck.draw(key, attempt + NEXT_TRY * i, PURPOSE.NEED));
    believe(w, talks, talk, tried);
    const due = talks.dueMs(talk, true);
    if (due <= latest) continue;
    latest = due;
    best = tried;
  }
  believe(w, talks, talk, best);
}

/** The caller in hand needs this; who misjudged the need misjudges it as much. */
function believe(w: World, talks: Talks, talk: Talk, need: number): void {
  const { agent } = talk;
  const call = w.inHand(agent);
  const factor = need / needOf(w, call);
  changeNeed(call, factor);
  talks.perGoal[agent] = (talks.perGoal[agent] as number) * factor;
  talk.need *= factor;
}

/** Some masks let a call ring for an exponential while. */
function redrawAnswer(w: World, agent: number): void {
  const delayS = w.people === null ? 0 : (ANSWER_DELAYS_S[w.people.of(agent).mask] ?? 0);
  if (delayS === 0) return;
  const u = w.luck.uniform(agent, w.now, PURPOSE.ANSWER_DELAY);
  w.calendar.cancel(agent);
  w.setWork(agent, w.now + Math.max(1, Math.round(delayS * 1_000 * budgetOf(u))));
}

/**
 * After-call work left, given that it is not over; of a call of one of the types of the group,
 * where it handles several: which it was is no longer known.
 */
function redrawWrapUp(w: World, agent: number): void {
  const { luck, plan, team } = w;
  const { lines } = plan.groups[team.group(agent)] as GroupPlan;
  const { ended: call, human } = team.desk(agent);
  const chosen = Math.floor(luck.uniform(agent, call, PURPOSE.ROUTE) * lines.length);
  const type = plan.types[lines[chosen]?.line ?? -1];
  if (type === undefined) return;
  const since = team.since(agent);
  const doneMs = w.now - since + 0.5;
  let longer = 1;
  if (human !== null && human.plan.speed !== null) {
    // The idle share when the work began: since then it has only faded.
    const { parkinson, parkinsonWindowMin } = human.plan.speed;
    const faded = exp((w.now - since) / 60_000 / parkinsonWindowMin);
    longer = stretch(human.idleShare(w.now) * faded, parkinson);
  }
  const u = luck.uniform(agent, call, PURPOSE.WRAP_UP);
  // When its call arrived is no longer known either: as of one that has just been.
  const wrapMs = lawsAt(plan, type, since).wrapUp.quantileBeyond(doneMs / longer, u) * longer;
  if (wrapMs <= doneMs || wrapMs >= NEVER) return;
  w.calendar.cancel(agent);
  w.setWork(agent, since + Math.round(wrapMs));
}
