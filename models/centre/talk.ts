import { type Luck, PURPOSE as PURPOSE_ } from '../kernel/luck.ts';
import { standardNormal } from '../kernel/normal.ts';
import { copyRow, lengthen, reals, wholes } from '../kernel/rows.ts';
import { NEVER as NEVER_ } from '../kernel/time.ts';
import { solvedShare } from '../policies/curve.ts';
import { preparedUncertainty } from '../policies/energy.ts';
import {
  believedNeed,
  countingWork,
  skilledShare,
  UNCERTAINTY as UNCERTAINTY_,
} from '../policies/outcome.ts';
import type { PaceView } from '../policies/pacing.ts';
import { PHASE as PHASE_ } from '../policies/postures.ts';
import { overdueMs } from './announce.ts';
import type { Call } from './calls.ts';
import { eagerness, isSkipped, workingSpeed } from './meeting.ts';
import type { People } from './people.ts';
import type { GroupPlan, TypePlan } from './plan.ts';
import { INTENT, type TalkPlan } from './plan-talk.ts';
import { STATE } from './team.ts';
import { Tempo } from './tempo.ts';
import type { World } from './world.ts';

const PURPOSE = PURPOSE_;
const NEVER = NEVER_;
const UNCERTAINTY = UNCERTAINTY_;
const PHASE = PHASE_;
const { HOLDING } = STATE;

/** A need is never nothing: a thousandth of the usual one. */
const LEAST_NEED = 1e-3;

/**
 * Talks whose length is a decision (RULES P1–P4): each opens, is worked at until a goal that moves
 * with the centre (pace.ts), and takes its time to conclude. What is known of them, by agent; and
 * of the needs of callers, by call slot.
 */
export class Talks implements PaceView {
  inside = 0;
  waiting = 0;
  longestWaitMs = 0;
  /**
   * Work: when solving begins. Memoryless: the reading of the common clock at which the talk ends.
   */
  readonly from: number[];
  /**
   * What the search for the nearest goal reads: `from` of those whom the computer plays and who
   * have a goal before them, else Infinity (one whose talk has ended otherwise may still stand
   * there, until the search meets them); and the time that a ms of the policy's work takes with
   * this caller and agent, 0 for one who will not work.
   */
  readonly solvesFrom: number[];
  readonly perGoal: number[];
  /** Need of the caller in hand, as the agent believes it to be. */
  readonly need: number[];
  readonly speed: number[];
  /** How much of the policy's work this agent gives; 1 where masks are off. */
  readonly eager: number[];
  /** From the decision to conclude to the release, ms. */
  readonly closing: number[];
  /** What the agent will do once the talk has opened: work, hand it on, or drop it. */
  readonly intent: number[];
  /** Work done for the caller in hand once the agent concludes, ms; -1 before. */
  readonly workMs: number[];
  /**
   * For how long the caller in hand has been, or will have been, heard instead; until when, by the
   * time of the line (`spokenAt`).
   */
  private readonly heardMs: number[];
  private readonly hearsUntil: number[];
  /** Need of each caller, by call; 0 where it is not drawn yet. */
  private readonly needs: number[];
  /** How many matters each caller, by call slot, has had resolved: which need it is. */
  private readonly matters: number[];
  /** What each waiting caller was told, ms, or -1; how long the last one answered had waited. */
  private readonly told: number[];
  lastWaitMs = 0;
  /**
   * The next goal that the computer reaches if nothing changes: at which desk, when exactly, and to
   * the millisecond.
   */
  goalDue = Number.POSITIVE_INFINITY;
  goalAt = NEVER;
  goalOf = -1;
  /** The desk where a talk began since it was looked for, or -1; is more than that not known? */
  begun = -1;
  unsure = true;
  /** One for each policy that somebody follows, and whose it is, by agent. */
  readonly tempos: readonly Tempo[];
  readonly tempoOf: readonly Tempo[];

  constructor(
    readonly plan: TalkPlan,
    groups: readonly GroupPlan[],
    slots: number,
  ) {
    this.tempos = plan.policies.map((policy, i) => new Tempo(policy, i));
    this.tempoOf = groups.flatMap(({ desks }, g) =>
      Array.from({ length: desks }, () => this.tempos[plan.policyOf[g] as number] as Tempo),
    );
    const agents = this.tempoOf.length;
    this.from = reals(agents);
    this.solvesFrom = reals(agents, Number.POSITIVE_INFINITY);
    this.perGoal = reals(agents);
    this.need = reals(agents, 1);
    this.speed = reals(agents, 1);
    this.eager = reals(agents, 1);
    this.closing = wholes(agents, plan.closingMs);
    this.intent = wholes(agents);
    this.workMs = reals(agents, -1);
    this.heardMs = reals(agents);
    this.hearsUntil = reals(agents);
    this.needs = reals(slots);
    this.matters = wholes(slots);
    this.told = reals(slots, -1);
  }

  copyFrom(other: Talks): void {
    this.inside = other.inside;
    this.waiting = other.waiting;
    this.longestWaitMs = other.longestWaitMs;
    copyRow(this.from, other.from);
    copyRow(this.solvesFrom, other.solvesFrom);
    copyRow(this.perGoal, other.perGoal);
    copyRow(this.need, other.need);
    copyRow(this.speed, other.speed);
    copyRow(this.eager, other.eager);
    copyRow(this.closing, other.closing);
    copyRow(this.intent, other.intent);
    copyRow(this.workMs, other.workMs);
    copyRow(this.needs, other.needs);
    copyRow(this.matters, other.matters);
    copyRow(this.heardMs, other.heardMs);
    copyRow(this.hearsUntil, other.hearsUntil);
    copyRow(this.told, other.told);
    this.lastWaitMs = other.lastWaitMs;
    this.goalDue = other.goalDue;
    this.goalAt = other.goalAt;
    this.goalOf = other.goalOf;
    this.begun = other.begun;
    this.unsure = other.unsure;
    this.tempos.forEach((tempo, i) => tempo.copyFrom(other.tempos[i] as Tempo));
  }

  /** Makes room for the needs of call slots 0 to slots - 1. */
  reserve(slots: number): void {
    if (slots <= this.needs.length) return;
    lengthen(this.needs, slots);
    lengthen(this.matters, slots);
    lengthen(this.told, slots, -1);
  }

  /** This caller is told so much, ms; or -1 where nothing is said. */
  tell(call: Call, toldMs: number): void {
    this.told[call.slot] = toldMs;
  }

  toldTo(call: Call): number {
    return this.told[call.slot] as number;
  }

  /** This caller is new. */
  welcome(call: Call): void {
    this.needs[call.slot] = 0;
    this.matters[call.slot] = 0;
  }

  /** The matter of this caller is resolved: the next one is another need. */
  settle(call: Call): void {
    this.needs[call.slot] = 0;
    this.matters[call.slot]! += 1;
  }

  /** The need of this caller is to be drawn again (fork.ts). */
  forget(call: Call): void {
    this.needs[call.slot] = 0;
  }

  /** This caller will come back with another need. */
  change(call: Call, factor: number): void {
    this.needs[call.slot] = Math.max((this.needs[call.slot] as number) * factor, LEAST_NEED);
  }

  /**
   * The agent will work at the solution from this instant on.
   * @param scale how much longer a goal takes with this caller and agent
   */
  begin(agent: number, from: number, scale: number): void {
    this.intent[agent] = INTENT.work;
    this.from[agent] = from;
    this.solvesFrom[agent] = from;
    this.perGoal[agent] = scale * (this.eager[agent] as number);
  }

  /** Once the talk has opened, the agent will do this instead of working. */
  intend(agent: number, intent: number): void {
    this.intent[agent] = intent;
    this.perGoal[agent] = 0;
  }

  /** The agent has no goal before them any more. */
  end(agent: number): void {
    this.solvesFrom[agent] = Number.POSITIVE_INFINITY;
  }

  /** No work on the solution was done for a while: a hold. */
  putOff(agent: number, byMs: number): void {
    this.from[agent] = (this.from[agent] as number) + byMs;
    this.solvesFrom[agent] = (this.solvesFrom[agent] as number) + byMs;
  }

  /** The agent has answered: nothing was heard yet, and the speed is still to be asked. */
  listen(agent: number): void {
    this.speed[agent] = 0;
    this.heardMs[agent] = 0;
    this.hearsUntil[agent] = 0;
  }

  /**
   * From now on, or once what came before it has been heard, a criticism is heard for so long, and
   * nothing worked at.
   * @param spokenMs by the time of the line
   */
  hear(agent: number, spokenMs: number, forMs: number): void {
    this.heardMs[agent] = (this.heardMs[agent] as number) + forMs;
    this.hearsUntil[agent] = Math.max(this.hearsUntil[agent] as number, spokenMs) + forMs;
    this.putOff(agent, forMs);
  }

  /** The need of this caller if it is drawn already, else 0. */
  drawnNeed(call: Call): number {
    return this.needs[call.slot] as number;
  }

  /** Time put off for what the caller in hand had to say, so far, ms. */
  heard(agent: number): number {
    return this.heardMs[agent] as number;
  }

  /** What is left of it: time put off in advance. @param spokenMs by the time of the line */
  stillToHear(agent: number, spokenMs: number): number {
    return Math.max(0, (this.hearsUntil[agent] as number) - spokenMs);
  }

  /**
   * The uniform behind the need of this caller: of the matter, so that it is the same
   * whatever became of the calls before (MODEL 2, 13.4).
   */
  needDraw(call: Call, luck: Luck): number {
    return luck.draw(call.key, this.matters[call.slot] as number, PURPOSE.NEED);
  }

  /** The need of this caller, drawn when first asked for. */
  needOf(w: World, call: Call): number {
    const known = this.needs[call.slot] as number;
    if (known > 0) return known;
    const { need } = w.plan.types[call.type] as TypePlan;
    const drawn = Math.max(need.quantile(this.needDraw(call, w.luck)), LEAST_NEED);
    this.needs[call.slot] = drawn;
    return drawn;
  }

  /** Mean pace of all who work at it, ms. */
  get meanPace(): number {
    let sum = 0;
    for (const { pace } of this.tempoOf) sum += pace;
    return this.tempos.length === 1 ? (this.tempos[0] as Tempo).pace : sum / this.tempoOf.length;
  }

  /** When this agent's goal is reached if nothing changes, ms; in the past if it was. */
  due(agent: number, needAware: boolean): number {
    const from = this.from[agent] as number;
    return this.plan.exponential
      ? (this.tempoOf[agent] as Tempo).dueAt(from)
      : from + this.workToDo(agent, needAware);
  }

  /** The same to the millisecond. */
  dueMs(agent: number, needAware: boolean): number {
    return Math.floor(this.due(agent, needAware) + 0.5);
  }

  /** Work on the solution until the goal, ms of this agent's time. */
  private workToDo(agent: number, needAware: boolean): number {
    const { curve, fixedMs } = this.plan;
    const { pace, plan } = this.tempoOf[agent] as Tempo;
    const work = Math.max(0, pace - fixedMs);
    if (!needAware) return (this.perGoal[agent] as number) * work;
    if (this.intent[agent] !== INTENT.work) return 0;
    // On the concave curve w* = N tau (ln(V r_max / (tau price)) - ln N): MODEL 10.6.
    const goal = work * (this.eager[agent] as number);
    const need = this.need[agent] as number;
    const own = need * (goal - curve.tau * Math.log(need));
    return Math.min(Math.max(own, plan.leastMs), plan.mostMs) / (this.speed[agent] as number);
  }
}

export function speedOn(w: World, agent: number, type: number): number {
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
export function prepareTalk(w: World, talks: Talks, call: Call, agent: number): void {
  const { people, team } = w;
  const need = talks.needOf(w, call);
  // The speed of a talk is that of its beginning: the work done is not counted anew.
  let speed = talks.speed[agent] as number;
  if (speed === 0) {
    speed = speedOn(w, agent, call.type);
    if (people !== null) speed *= workingSpeed(w, people, agent);
  }
  let openingMs = talks.plan.openingMs;
  if (people === null) talks.need[agent] = need;
  else {
    openingMs -= skippedMs(people, agent, PHASE.welcome, PHASE.discover);
    const closingMs =
      talks.plan.closingMs - skippedMs(people, agent, PHASE.explain, PHASE.conclude);
    talks.closing[agent] = Math.max(0, Math.trunc(closingMs));
    talks.eager[agent] = eagerness(people, agent);
    talks.need[agent] = believed(w, people, call, agent, need);
  }
  talks.unsure ||= talks.begun >= 0;
  talks.begun = agent;
  talks.speed[agent] = speed;
  talks.workMs[agent] = -1;
  const { heldMs, since } = team.desk(agent);
  talks.begin(
    agent,
    since + heldMs + talks.heard(agent) + Math.max(0, openingMs) / speed,
    need / speed,
  );
  if (talks.plan.announce !== null)
    talks.putOff(agent, overdueMs(w, talks, call, agent, talks.plan.announce));
}

/** What skipping these phases saves, ms. */
function skippedMs(people: People, agent: number, one: number, other: number): number {
  if (people.skipped[agent] === 0) return 0;
  const skipped = (phase: number): number =>
    isSkipped(people, agent, phase) ? (people.plan.phasesMs[phase] as number) : 0;
  return skipped(one) + skipped(other);
}

/** The need as the agent believes it to be: exact when the discovery is whole. */
function believed(w: World, people: People, call: Call, agent: number, need: number): number {
  if (!isSkipped(people, agent, PHASE.discover)) return need;
  const u = w.luck.draw(call.key, call.attempt, PURPOSE.BELIEF);
  const uncertainty = preparedUncertainty(UNCERTAINTY, people.plan.supports.preparation);
  return believedNeed(need, 0, standardNormal(u), uncertainty);
}

/** Time spent on the solution so far, ms; below 0 while the talk opens. */
export function workedMs(w: World, talks: Talks, agent: number): number {
  const putOffMs = talks.stillToHear(agent, spokenAt(w, agent));
  return w.now - (talks.from[agent] as number) + putOffMs;
}

/** The agent stops working at the solution: what was done is noted. */
export function stopWork(w: World, talks: Talks, agent: number): void {
  const workMs = workedMs(w, talks, agent) * (talks.speed[agent] as number);
  talks.workMs[agent] = Math.max(0, workMs);
  talks.end(agent);
}

/** Work that counts towards the solution: little of it where the diagnosis was wrong. */
export function countedWork(w: World, talks: Talks, agent: number): number {
  const workMs = Math.max(0, talks.workMs[agent] as number);
  return countingWork(workMs, w.people === null || w.people.wrong[agent] === 0);
}

/**
 * The share of such calls that are resolved, of the call this agent now ends.
 * @param progress how far the work done goes (curve.ts)
 */
export function shareSolved(w: World, talks: Talks, agent: number, progress: number): number {
  const { curve, exponential, fixedMs } = talks.plan;
  if (exponential && !w.team.isPerson(agent))
    return solvedShare(curve, Math.max(0, (talks.tempoOf[agent] as Tempo).pace - fixedMs), 1);
  const share = curve.max * progress;
  return w.people === null ? share : skilledShare(share, w.people.skill[agent] as number);
}
