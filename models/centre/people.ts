import type { Luck } from '../kernel/luck.ts';
import { PURPOSE as PURPOSE_ } from '../kernel/luck.ts';
import { standardNormal } from '../kernel/normal.ts';
import { copyRow, lengthen, reals, wholes } from '../kernel/rows.ts';
import { energyAfterRest, energyAfterWork, trustedRest } from '../policies/energy.ts';
import { agentSpeed, remembered } from '../policies/speed.ts';
import type { Call } from './calls.ts';
import type { PeoplePlan } from './plan-people.ts';

const PURPOSE = PURPOSE_;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** A break up to this long is a short one. */
const SHORT_BREAK_MS = 15 * MINUTE_MS;

/** What tires or rests an agent. */
export const AWAY = 0;
export const IDLE = 1;
export const TALK = 2;
export const AFTER_WORK = 3;
export const SHORT_BREAK = 4;
export const LONG_BREAK = 5;

/** How each is remembered: not at all, as idle time, as busy time, as neither. */
const NONE = 0;
const FREE = 1;
const BUSY = 2;
const NEITHER = 3;
const MEMORY = Uint8Array.of(NONE, FREE, BUSY, BUSY, NEITHER, NEITHER);

/**
 * What is human in the agents (RULES N, S): energy, experience, temperament, the memory of work and
 * of idleness; and of the talk each has in hand, how it is going. Numbers by agent; of callers, by
 * call slot.
 */
export class People {
  readonly warmth: number[];
  readonly guidance: number[];
  /** Speed of one's own, and skill in resolving (added to the logit). */
  readonly pace: number[];
  readonly skill: number[];
  /** Calls answered so far, the one in hand included. */
  readonly calls: number[];
  private readonly energy: number[];
  private readonly doing: number[];
  private readonly since: number[];
  /** Energy lost per hour in the talk in hand. */
  readonly drain: number[];
  /** Shares of time busy and idle, as remembered; and until when. */
  private readonly busy: number[];
  private readonly idle: number[];
  private readonly until: number[];

  /** The mask that the person at this desk meets callers with. */
  readonly chosen: number[];

  /* Of the talk in hand. */
  readonly mask: number[];
  readonly mood: number[];
  readonly fit: number[];
  readonly authenticity: number[];
  /** Squared distance between what is shown and what one is. */
  readonly acting: number[];
  /** Which phases are skipped: one bit each. */
  readonly skipped: number[];
  readonly wrong: number[];
  /** Worst and last moment, 0 to 1; -1 before the first. */
  readonly worst: number[];
  readonly last: number[];
  readonly level: number[];
  readonly worstLevel: number[];
  /** Changes of level so far, and what the next one brings. */
  readonly changes: number[];
  readonly nextLevel: number[];
  /** Incivility that is still to be met, or paid for: 1. */
  readonly unmet: number[];
  /** Of callers handed on, by call slot: their mood then, and the worst moment so far. */
  private readonly handed = reals(0);

  constructor(
    readonly plan: PeoplePlan,
    readonly agents: number,
    luck: Luck,
  ) {
    const numbers = (value = 0): number[] => reals(agents, value);
    const { energy, fit, speed } = plan;
    const normal = (agent: number, purpose: number): number =>
      standardNormal(luck.uniform(agent, 0, purpose));
    const each = (of: (agent: number) => number): number[] => {
      const row = numbers();
      for (let agent = 0; agent < agents; agent++) row[agent] = of(agent);
      return row;
    };
    const own = (centre: number, purpose: number): number[] =>
      each((agent) =>
        Math.max(-1, Math.min(1, centre + (fit?.temperamentSd ?? 0) * normal(agent, purpose))),
      );
    this.warmth = own(fit?.warmth ?? 0, PURPOSE.TEMPER_WARMTH);
    this.guidance = own(fit?.guidance ?? 0, PURPOSE.TEMPER_GUIDANCE);
    this.pace = speed
      ? each((a) => agentSpeed(speed.agentSd, normal(a, PURPOSE.SPEED)))
      : numbers(1);
    this.skill = speed ? each((a) => speed.resolutionSd * normal(a, PURPOSE.SKILL)) : numbers();
    this.calls = wholes(agents);
    this.energy = numbers(energy?.start ?? 1);
    this.doing = wholes(agents);
    this.since = numbers();
    this.drain = numbers();
    this.busy = numbers();
    this.idle = numbers();
    this.until = numbers();
    this.chosen = wholes(agents);
    this.mask = wholes(agents);
    this.mood = numbers();
    this.fit = numbers(1);
    this.authenticity = numbers(1);
    this.acting = numbers();
    this.skipped = wholes(agents);
    this.wrong = wholes(agents);
    this.worst = numbers(-1);
    this.last = numbers(-1);
    this.level = wholes(agents);
    this.worstLevel = wholes(agents);
    this.changes = wholes(agents);
    this.nextLevel = wholes(agents);
    this.unmet = wholes(agents);
  }

  copyFrom(other: People): void {
    copyRow(this.warmth, other.warmth);
    copyRow(this.guidance, other.guidance);
    copyRow(this.pace, other.pace);
    copyRow(this.skill, other.skill);
    copyRow(this.calls, other.calls);
    copyRow(this.energy, other.energy);
    copyRow(this.doing, other.doing);
    copyRow(this.since, other.since);
    copyRow(this.drain, other.drain);
    copyRow(this.busy, other.busy);
    copyRow(this.idle, other.idle);
    copyRow(this.until, other.until);
    copyRow(this.chosen, other.chosen);
    copyRow(this.mask, other.mask);
    copyRow(this.mood, other.mood);
    copyRow(this.fit, other.fit);
    copyRow(this.authenticity, other.authenticity);
    copyRow(this.acting, other.acting);
    copyRow(this.skipped, other.skipped);
    copyRow(this.wrong, other.wrong);
    copyRow(this.worst, other.worst);
    copyRow(this.last, other.last);
    copyRow(this.level, other.level);
    copyRow(this.worstLevel, other.worstLevel);
    copyRow(this.changes, other.changes);
    copyRow(this.nextLevel, other.nextLevel);
    copyRow(this.unmet, other.unmet);
    copyRow(this.handed, other.handed);
  }

  /** From now on this agent does that. */
  turn(agent: number, now: number, doing: number): void {
    this.settle(agent, now);
    if (MEMORY[doing] !== MEMORY[this.doing[agent] as number]) this.remember(agent, now);
    this.doing[agent] = doing;
  }

  /** On a break of this length. */
  pause(agent: number, now: number, lengthMs: number): void {
    this.turn(agent, now, lengthMs <= SHORT_BREAK_MS ? SHORT_BREAK : LONG_BREAK);
  }

  /** Energy now, 0 to 1. */
  energyAt(agent: number, now: number): number {
    this.settle(agent, now);
    return this.energy[agent] as number;
  }

  /** An incident takes so much. */
  lose(agent: number, now: number, loss: number): void {
    this.settle(agent, now);
    this.energy[agent] = Math.max(0, (this.energy[agent] as number) - loss);
  }

  /** Share of recent time this agent was busy, and idle. */
  busyShare(agent: number, now: number): number {
    this.remember(agent, now);
    return this.busy[agent] as number;
  }

  idleShare(agent: number, now: number): number {
    this.remember(agent, now);
    return this.idle[agent] as number;
  }

  /** A moment of the talk in hand was worth m, -1 to 1. */
  tell(agent: number, moment: number): void {
    const worth = (1 + moment) / 2;
    const worst = this.worst[agent] as number;
    if (worst < 0 || worth < worst) this.worst[agent] = worth;
    this.last[agent] = worth;
  }

  /** The caller in hand goes on to somebody else, in the mood of now. */
  handOn(agent: number, call: Call): void {
    if (2 * call.slot >= this.handed.length) lengthen(this.handed, 4 * (call.slot + 1));
    this.handed[2 * call.slot] = this.mood[agent] as number;
    this.handed[2 * call.slot + 1] = this.worst[agent] as number;
  }

  /** Mood in which this caller was handed on. */
  handedMood(call: Call): number {
    return this.handed[2 * call.slot] as number;
  }

  /** Worst moment until then; -1 where there was none. */
  handedWorst(call: Call): number {
    return this.handed[2 * call.slot + 1] as number;
  }

  /** Energy until now: exact, however often it is asked. */
  private settle(agent: number, now: number): void {
    const { energy, supports } = this.plan;
    const span = now - (this.since[agent] as number);
    if (span <= 0 || energy === null) return;
    this.since[agent] = now;
    const doing = this.doing[agent] as number;
    const before = this.energy[agent] as number;
    const hours = span / HOUR_MS;
    if (doing === TALK) {
      const rate = this.drain[agent] as number;
      this.energy[agent] = energyAfterWork(before, rate, energy.lossSpiral, hours);
      return;
    }
    const rest =
      doing === IDLE
        ? energy.idle
        : doing === SHORT_BREAK
          ? energy.microBreak
          : doing === LONG_BREAK
            ? energy.longBreak
            : 0;
    if (rest > 0)
      this.energy[agent] = energyAfterRest(before, trustedRest(rest, supports.trust), hours);
  }

  /** Memory until now: exact too; it is brought up to date where it matters, and no oftener. */
  private remember(agent: number, now: number): void {
    const { speed } = this.plan;
    const span = now - (this.until[agent] as number);
    if (span <= 0 || speed === null) return;
    this.until[agent] = now;
    const memory = MEMORY[this.doing[agent] as number] as number;
    if (memory === NONE) return;
    const minutes = span / MINUTE_MS;
    const busy = memory === BUSY ? 1 : 0;
    const idle = memory === FREE ? 1 : 0;
    const { overworkWindowMin, parkinsonWindowMin } = speed;
    this.busy[agent] = remembered(this.busy[agent] as number, busy, minutes, overworkWindowMin);
    this.idle[agent] = remembered(this.idle[agent] as number, idle, minutes, parkinsonWindowMin);
  }
}
