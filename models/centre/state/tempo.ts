import { NEVER as NEVER_ } from '../../kernel/time.ts';
import type { Pacing } from '../../policies/pacing.ts';
import type { PolicyPlan } from '../plan/talk-plan.ts';

const NEVER = NEVER_;

/**
 * The time of those who follow one policy (RULES P): the pace it says now, and the common clock of
 * their memoryless talks.
 */
export class Tempo {
  /** Target handling time of a need of 1 now, ms. */
  pace = 0;
  /** At pace m the clock takes m ms to go from 0 to 1. */
  private clock = 0;
  private clockAt = 0;
  /** The policy in force, until this instant. */
  private pacing: Pacing;
  private until = 0;

  /** @param index its place among the plan's policies */
  constructor(
    readonly plan: PolicyPlan,
    readonly index: number,
  ) {
    this.pacing = plan.pacings[0] as Pacing;
  }

  copyFrom(other: Tempo): void {
    this.pace = other.pace;
    this.clock = other.clock;
    this.clockAt = other.clockAt;
    this.pacing = other.pacing;
    this.until = other.until;
  }

  /** The policy in force now (time never goes back); the last one holds from then on. */
  pacingAt(now: number, intervalMs: number): Pacing {
    if (now >= this.until) this.look(now, intervalMs);
    return this.pacing;
  }

  private look(now: number, intervalMs: number): void {
    const { pacings } = this.plan;
    const last = pacings.length - 1;
    const interval = Math.min(Math.floor(now / intervalMs), last);
    this.pacing = pacings[interval] as Pacing;
    this.until = interval === last ? NEVER : (interval + 1) * intervalMs;
  }

  /** The common clock now. */
  clockNow(now: number): number {
    return this.pace > 0 ? this.clock + (now - this.clockAt) / this.pace : this.clock;
  }

  /** From now on the clock goes at another pace, and goals are others. */
  setPace(now: number, pace: number): void {
    this.clock = this.clockNow(now);
    this.clockAt = now;
    this.pace = pace;
  }

  /** When the clock will read so much if nothing changes, ms; in the past if it did. */
  dueAt(reading: number): number {
    return this.clockAt + (reading - this.clock) * this.pace;
  }
}
