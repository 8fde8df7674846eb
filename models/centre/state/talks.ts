import { log } from '../../kernel/log.ts';
import { copyRow, objects, reals } from '../../kernel/rows.ts';
import { NEVER as NEVER_ } from '../../kernel/time.ts';
import type { PaceView } from '../../policies/pacing.ts';
import type { GroupPlan } from '../plan/plan.ts';
import { INTENT, type PolicyPlan, type TalkPlan } from '../plan/talk-plan.ts';
import type { Human, People } from './people.ts';
import { Tempo } from './tempo.ts';

const NEVER = NEVER_;

/**
 * The talk in hand at one desk, by name rather than in rows (people.ts says why). What begins as
 * NaN is not always whole.
 */
export class Talk {
  /**
   * Work: when solving begins. Memoryless: the reading of the common clock at which the talk ends.
   */
  from = Number.NaN;
  /** Need of the caller in hand, as the agent believes it to be. */
  need = Number.NaN;
  /** 0 where it is still to be asked. */
  speed = Number.NaN;
  /** How much of the policy's work this agent gives; 1 where masks are off. */
  eager = Number.NaN;
  /** Work done for the caller in hand once the agent concludes, ms; -1 before. */
  workMs = Number.NaN;
  /** What the agent will do once the talk has opened: work, hand it on, or drop it. */
  intent: number = INTENT.work;
  /**
   * For how long the caller in hand has been, or will have been, heard instead; until when, by the
   * time of the line (`spokenAt`).
   */
  heardMs = 0;
  private hearsUntil = 0;

  /**
   * @param tempo of the policy that its agent follows
   * @param closingMs from the decision to conclude to the release of the line
   * @param human who talks; null where agents are all alike
   */
  constructor(
    readonly agent: number,
    public tempo: Tempo,
    public closingMs: number,
    readonly human: Human | null,
  ) {
    this.need = 1;
    this.speed = 1;
    this.eager = 1;
    this.from = 0;
    this.workMs = -1;
  }

  copyFrom(other: Talk): void {
    this.from = other.from;
    this.need = other.need;
    this.speed = other.speed;
    this.eager = other.eager;
    this.workMs = other.workMs;
    this.intent = other.intent;
    this.heardMs = other.heardMs;
    this.hearsUntil = other.hearsUntil;
    this.closingMs = other.closingMs;
  }

  /** The agent has answered: nothing was heard yet, and the speed is still to be asked. */
  listen(): void {
    this.speed = 0;
    this.heardMs = 0;
    this.hearsUntil = 0;
  }

  /**
   * From now on, or once what came before it has been heard, a criticism is heard for so long.
   * @param spokenMs by the time of the line
   */
  hear(spokenMs: number, forMs: number): void {
    this.heardMs += forMs;
    this.hearsUntil = Math.max(this.hearsUntil, spokenMs) + forMs;
  }

  /** What is left of it: time put off in advance. @param spokenMs by the time of the line */
  stillToHear(spokenMs: number): number {
    return Math.max(0, this.hearsUntil - spokenMs);
  }
}

/** Agents first to end - 1 follow this policy. */
export interface Followers {
  readonly first: number;
  readonly end: number;
  readonly tempo: Tempo;
}

/**
 * Talks whose length is a decision (RULES P1–P4): each opens, is worked at until a goal that moves
 * with the centre (rules/pace.ts), and takes its time to conclude.
 */
export class Talks implements PaceView {
  inside = 0;
  waiting = 0;
  longestWaitMs = 0;
  /** By agent. */
  private readonly all: readonly Talk[];
  /**
   * What the search for the nearest goal reads, in rows by agent: `from` of those whom the computer
   * plays and who have a goal before them, else Infinity; and the time that a ms of the policy's
   * work takes with this caller and agent, 0 for one who will not work.
   */
  readonly solvesFrom: number[];
  readonly perGoal: number[];
  /** How long the last one answered had waited. */
  lastWaitMs = 0;
  /**
   * The next goal that the computer reaches if nothing changes: at which desk, when exactly, and to
   * the millisecond.
   */
  goalDue = Number.POSITIVE_INFINITY;
  goalAt = NEVER;
  goalOf = -1;
  /**
   * The desk where a talk began since it was looked for, or -1. Is more than that not known:
   * another pace, or nothing of the talk whose goal was the nearest? Others only end, or are put
   * off.
   */
  begun = -1;
  unsure = true;
  /** One for each policy that somebody follows; and who follows it, group by group. */
  readonly tempos: readonly Tempo[];
  teams: readonly Followers[];
  /** The agent who follows the last of the policies by themselves (fork.ts), or -1. */
  led = -1;

  constructor(
    readonly plan: TalkPlan,
    private readonly groups: readonly GroupPlan[],
    people: People | null,
  ) {
    const { policies } = plan;
    this.tempos = objects(policies.length, (i) => new Tempo(policies[i] as PolicyPlan, i));
    const all: Talk[] = [];
    this.teams = objects(groups.length, (g) => {
      const { desks, first } = groups[g] as GroupPlan;
      const tempo = this.tempoOf(g);
      for (let i = 0; i < desks; i++) {
        const human = people === null ? null : people.of(all.length);
        all.push(new Talk(all.length, tempo, plan.closingMs, human));
      }
      return { end: first + desks, first, tempo };
    });
    this.all = all;
    this.solvesFrom = reals(all.length, Number.POSITIVE_INFINITY);
    this.perGoal = reals(all.length);
  }

  private tempoOf(group: number): Tempo {
    return this.tempos[this.plan.policyOf[group] as number] as Tempo;
  }

  /** From now on this agent, who has no goal now, follows the last of the policies; -1: nobody. */
  lead(agent: number): void {
    this.led = agent;
    const last = this.tempos[this.tempos.length - 1] as Tempo;
    this.teams = this.groups.flatMap(({ desks, first }, g): readonly Followers[] => {
      const tempo = this.tempoOf(g);
      const end = first + desks;
      for (let one = first; one < end; one++) this.of(one).tempo = one === agent ? last : tempo;
      if (agent < first || agent >= end) return [{ end, first, tempo }];
      return [
        { end: agent, first, tempo },
        { end: agent + 1, first: agent, tempo: last },
        { end, first: agent + 1, tempo },
      ];
    });
    this.unsure = true;
  }

  copyFrom(other: Talks): void {
    if (this.led !== other.led) this.lead(other.led);
    this.inside = other.inside;
    this.waiting = other.waiting;
    this.longestWaitMs = other.longestWaitMs;
    for (const talk of this.all) talk.copyFrom(other.of(talk.agent));
    copyRow(this.solvesFrom, other.solvesFrom);
    copyRow(this.perGoal, other.perGoal);
    this.lastWaitMs = other.lastWaitMs;
    this.goalDue = other.goalDue;
    this.goalAt = other.goalAt;
    this.goalOf = other.goalOf;
    this.begun = other.begun;
    this.unsure = other.unsure;
    this.tempos.forEach((tempo, i) => tempo.copyFrom(other.tempos[i] as Tempo));
  }

  of(agent: number): Talk {
    return this.all[agent] as Talk;
  }

  /** Once the talk has opened, the agent will do this instead of working. */
  intend(talk: Talk, intent: number): void {
    talk.intent = intent;
    this.perGoal[talk.agent] = 0;
  }

  /** No goal of the computer's is left at this desk: the talk has ended, or is a person's. */
  end(agent: number): void {
    this.solvesFrom[agent] = Number.POSITIVE_INFINITY;
    if (agent === this.goalOf) this.unsure = true;
  }

  /** No work on the solution was done for a while: a hold, or a criticism heard. */
  putOff(talk: Talk, byMs: number): void {
    const { agent } = talk;
    talk.from += byMs;
    this.solvesFrom[agent] = (this.solvesFrom[agent] as number) + byMs;
    if (agent === this.goalOf) this.unsure = true;
  }

  /** Mean pace of all who work at it, ms. */
  get meanPace(): number {
    let sum = 0;
    for (const { tempo } of this.all) sum += tempo.pace;
    return this.tempos.length === 1 ? (this.tempos[0] as Tempo).pace : sum / this.all.length;
  }

  /** When this talk's goal is reached if nothing changes, ms; in the past if it was. */
  due(talk: Talk, needAware: boolean): number {
    return this.plan.exponential
      ? talk.tempo.dueAt(talk.from)
      : talk.from + this.workToDo(talk, needAware);
  }

  /** The same to the millisecond. */
  dueMs(talk: Talk, needAware: boolean): number {
    return Math.floor(this.due(talk, needAware) + 0.5);
  }

  /** Work on the solution until the goal, ms of this agent's time. */
  private workToDo(talk: Talk, needAware: boolean): number {
    const { curve, fixedMs } = this.plan;
    const { pace, plan } = talk.tempo;
    const work = Math.max(0, pace - fixedMs);
    if (!needAware) return (this.perGoal[talk.agent] as number) * work;
    if (talk.intent !== INTENT.work) return 0;
    // On the concave curve w* = N tau (ln(V r_max / (tau price)) - ln N): MODEL 10.6.
    const { need } = talk;
    const own = need * (work * talk.eager - curve.tau * log(need));
    return Math.min(Math.max(own, plan.leastMs), plan.mostMs) / talk.speed;
  }
}
