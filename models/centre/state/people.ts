import type { Luck } from '../../kernel/luck.ts';
import { PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import { standardNormal } from '../../kernel/normal.ts';
import { objects } from '../../kernel/rows.ts';
import {
  energyAfterRest,
  energyAfterWork,
  freerStress,
  strain,
  trustedRest,
} from '../../policies/energy.ts';
import { ENERGY_COSTS } from '../../policies/postures.ts';
import { agentSpeed, remembered } from '../../policies/speed.ts';
import { LEVEL as LEVEL_, MASK as MASK_, USUAL_MASK } from '../../words/facts.ts';
import type { PeoplePlan } from '../plan/people-plan.ts';
import type { Call } from './calls.ts';
import { Encounter } from './encounter.ts';

const PURPOSE = PURPOSE_;
const MASK = MASK_;
const LEVEL = LEVEL_;
type Energy = NonNullable<PeoplePlan['energy']>;
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

/** What a field that is not always whole begins as: V8 then keeps its value in place. */
const NOT_YET = Number.NaN;

/**
 * What is human in one agent (RULES N, S): energy, experience, temperament, the memory of work and
 * of idleness; and of the talk in hand, how it is going. By name, not in rows: V8 reads a field in
 * two instructions where an element of a row costs seven, and every talk asks for some fifty.
 */
export class Human {
  warmth = NOT_YET;
  guidance = NOT_YET;
  /** The same of the agent, whoever sits here. */
  private bornWarmth = NOT_YET;
  private bornGuidance = NOT_YET;
  /** Speed of one's own, and skill in resolving (added to the logit). */
  pace = NOT_YET;
  skill = NOT_YET;
  /** Calls answered so far, the one in hand included. */
  calls = 0;
  private energy = NOT_YET;
  private doing: number = AWAY;
  private since = 0;
  /** Energy lost per hour in the talk in hand. */
  drain = NOT_YET;
  /** Shares of time busy and idle, as remembered; and until when. */
  private busy = NOT_YET;
  private idle = NOT_YET;
  private until = 0;

  /** The mask that the person at this desk meets callers with. */
  chosen: number = MASK[USUAL_MASK];
  /** The person here has said what they are by nature: warmth and guidance are theirs. */
  saidNature = false;

  /* Of the talk in hand. */
  /** What this person is by nature, as they said it, suits the caller. */
  suits = false;
  mask = 0;
  mood = NOT_YET;
  /** How long the caller had waited for the answer, min. */
  waitedMin = NOT_YET;
  fit = NOT_YET;
  authenticity = NOT_YET;
  /** Squared distance between what is shown and what one is. */
  acting = NOT_YET;
  /** Which phases are skipped: one bit each. */
  skipped = 0;
  /** Is the diagnosis wrong? */
  wrong = false;
  /** Worst and last moment, 0 to 1; -1 before the first. */
  worst = NOT_YET;
  last = NOT_YET;
  level = 0;
  worstLevel = 0;
  /** Changes of level so far, and what the next one brings. */
  changes = 0;
  nextLevel = 0;
  /** Is there incivility that is still to be met, or paid for? */
  unmet = false;
  /** What a person does with the caller; null where nothing is done by gestures. */
  readonly encounter: Encounter | null;

  constructor(
    readonly agent: number,
    readonly plan: PeoplePlan,
    luck: Luck,
  ) {
    const { energy, fit, speed } = plan;
    this.warmth = temper(agent, luck, PURPOSE.TEMPER_WARMTH, fit?.warmth, fit?.temperamentSd);
    this.guidance = temper(agent, luck, PURPOSE.TEMPER_GUIDANCE, fit?.guidance, fit?.temperamentSd);
    this.bornWarmth = this.warmth;
    this.bornGuidance = this.guidance;
    this.pace = speed ? agentSpeed(speed.agentSd, normal(agent, luck, PURPOSE.SPEED)) : 1;
    this.skill = speed ? speed.resolutionSd * normal(agent, luck, PURPOSE.SKILL) : 0;
    this.energy = energy?.start ?? 1;
    this.drain = 0;
    this.busy = 0;
    this.idle = 0;
    this.mood = 0;
    this.waitedMin = 0;
    this.fit = 1;
    this.authenticity = 1;
    this.acting = 0;
    this.encounter = plan.gestures === null ? null : new Encounter(agent);
    this.worst = -1;
    this.last = -1;
  }

  copyFrom(other: Human): void {
    this.warmth = other.warmth;
    this.guidance = other.guidance;
    this.bornWarmth = other.bornWarmth;
    this.bornGuidance = other.bornGuidance;
    this.pace = other.pace;
    this.skill = other.skill;
    this.calls = other.calls;
    this.energy = other.energy;
    this.doing = other.doing;
    this.since = other.since;
    this.drain = other.drain;
    this.busy = other.busy;
    this.idle = other.idle;
    this.until = other.until;
    this.chosen = other.chosen;
    this.saidNature = other.saidNature;
    this.suits = other.suits;
    this.mask = other.mask;
    this.mood = other.mood;
    this.waitedMin = other.waitedMin;
    this.fit = other.fit;
    this.authenticity = other.authenticity;
    this.acting = other.acting;
    this.skipped = other.skipped;
    this.wrong = other.wrong;
    this.worst = other.worst;
    this.last = other.last;
    this.level = other.level;
    this.worstLevel = other.worstLevel;
    this.changes = other.changes;
    this.nextLevel = other.nextLevel;
    this.unmet = other.unmet;
    if (other.encounter !== null) this.encounter?.copyFrom(other.encounter);
  }

  /** Whoever said what they are is gone: the agent of this desk is as ever. */
  beOneself(): void {
    if (!this.saidNature) return;
    this.saidNature = false;
    this.suits = false;
    this.warmth = this.bornWarmth;
    this.guidance = this.bornGuidance;
  }

  /** From now on this agent does that. */
  turn(now: number, doing: number): void {
    this.settle(now);
    if (MEMORY[doing] !== MEMORY[this.doing]) this.remember(now);
    this.doing = doing;
  }

  /** On a break of this length. */
  pause(now: number, lengthMs: number): void {
    this.turn(now, lengthMs <= SHORT_BREAK_MS ? SHORT_BREAK : LONG_BREAK);
  }

  /** Energy now, 0 to 1. */
  energyAt(now: number): number {
    this.settle(now);
    return this.energy;
  }

  /** Energy that this talk takes per hour, under so much pressure (RULES N1). */
  tire(now: number, press: number): void {
    const { energy, supports } = this.plan;
    if (energy === null) return;
    this.energyAt(now);
    const { mask } = this;
    const cost = ENERGY_COSTS[mask] as number;
    const style = mask === MASK.professional ? energy.deepActing : 1;
    this.drain =
      energy.drain *
      cost *
      strain(
        this.acting,
        energy.acting,
        style,
        this.level === LEVEL.incivility,
        freerStress(energy.incivility, supports.latitude),
        press,
        energy.pressure,
      );
  }

  /** An incident takes so much. */
  lose(now: number, loss: number): void {
    this.settle(now);
    this.energy = Math.max(0, this.energy - loss);
  }

  /** A breath gives back this share of the energy that is missing. */
  recover(now: number, share: number): void {
    this.settle(now);
    this.energy += share * (1 - this.energy);
  }

  /** Share of recent time this agent was busy, and idle. */
  busyShare(now: number): number {
    this.remember(now);
    return this.busy;
  }

  idleShare(now: number): number {
    this.remember(now);
    return this.idle;
  }

  /** A moment of the talk in hand was worth m, -1 to 1. */
  tell(moment: number): void {
    const worth = (1 + moment) / 2;
    if (this.worst < 0 || worth < this.worst) this.worst = worth;
    this.last = worth;
  }

  /** The caller in hand goes on to somebody else, in the mood of now. */
  handOn(call: Call): void {
    call.mood = this.mood;
    call.worst = this.worst;
  }

  /** Energy until now: exact, however often it is asked. */
  private settle(now: number): void {
    const { energy } = this.plan;
    const span = now - this.since;
    if (span <= 0 || energy === null) return;
    this.since = now;
    const { doing } = this;
    if (doing === TALK) this.work(span, energy);
    else if (doing === IDLE || doing === SHORT_BREAK || doing === LONG_BREAK)
      this.rest(span, energy);
  }

  /* Whole numbers go in and nothing comes out, so that nothing is boxed (kernel/laws.ts). */

  private work(spanMs: number, { lossSpiral }: Energy): void {
    this.energy = energyAfterWork(this.energy, this.drain, lossSpiral, spanMs / HOUR_MS);
  }

  private rest(spanMs: number, { idle, longBreak, microBreak }: Energy): void {
    const { doing } = this;
    const rate = doing === IDLE ? idle : doing === SHORT_BREAK ? microBreak : longBreak;
    const { trust } = this.plan.supports;
    this.energy = energyAfterRest(this.energy, trustedRest(rate, trust), spanMs / HOUR_MS);
  }

  /** Memory until now: exact too; it is brought up to date where it matters, and no oftener. */
  private remember(now: number): void {
    const { speed } = this.plan;
    const span = now - this.until;
    if (span <= 0 || speed === null) return;
    this.until = now;
    const memory = MEMORY[this.doing] as number;
    if (memory === NONE) return;
    const minutes = span / MINUTE_MS;
    const busy = memory === BUSY ? 1 : 0;
    const idle = memory === FREE ? 1 : 0;
    const { overworkWindowMin, parkinsonWindowMin } = speed;
    this.busy = remembered(this.busy, busy, minutes, overworkWindowMin);
    this.idle = remembered(this.idle, idle, minutes, parkinsonWindowMin);
  }
}

const normal = (agent: number, luck: Luck, purpose: number): number =>
  standardNormal(luck.uniform(agent, 0, purpose));

/** One axis of the temperament of an agent, -1 to 1. */
const temper = (agent: number, luck: Luck, purpose: number, centre = 0, spread = 0): number =>
  spread === 0
    ? Math.max(-1, Math.min(1, centre))
    : Math.max(-1, Math.min(1, centre + spread * normal(agent, luck, purpose)));

/** Everybody at work. */
export class People {
  private readonly all: readonly Human[];

  constructor(plan: PeoplePlan, agents: number, luck: Luck) {
    this.all = objects(agents, (agent) => new Human(agent, plan, luck));
  }

  copyFrom(other: People): void {
    for (const human of this.all) human.copyFrom(other.of(human.agent));
  }

  of(agent: number): Human {
    return this.all[agent] as Human;
  }
}
