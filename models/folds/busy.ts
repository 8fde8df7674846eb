import { reals, wholes } from '../kernel/rows.ts';
import type { MeasuresFrame } from './measures.ts';

/**
 * For how long agents are busy (talk, hold, after-call work), by interval and group. The time is
 * added when it ends, split at the ends of the intervals through which it lasted; what lies in the
 * warm-up is left out.
 */
export class Busy {
  /** By (interval, group), ms. */
  private readonly ms: number[];
  /** Since when each agent is busy, or -1. */
  private readonly since: number[];

  constructor(private readonly frame: MeasuresFrame) {
    this.ms = reals((frame.intervals + 1) * frame.groups);
    this.since = wholes(frame.groupOf.length, -1);
  }

  clear(): void {
    this.ms.fill(0);
    this.since.fill(-1);
  }

  /** This agent is busy from `at` on. */
  begin(agent: number, at: number): void {
    this.since[agent] = at;
  }

  /** This agent, if busy, is so no more; `at` lies in this interval, which began at `start`. */
  end(agent: number, at: number, interval: number, start: number): void {
    const since = this.since[agent] as number;
    if (since < 0) return;
    this.since[agent] = -1;
    const { groupOf, groups, warmUpMs } = this.frame;
    const group = groupOf[agent] as number;
    const from = since < warmUpMs ? warmUpMs : since;
    const cell = interval * groups + group;
    if (from >= start) {
      if (at > from) this.ms[cell] = (this.ms[cell] as number) + at - from;
      return;
    }
    this.ms[cell] = (this.ms[cell] as number) + at - start;
    this.split(group, from, interval, start);
  }

  /** Everybody's busy time up to `at` is added; nobody is busy any more. */
  endAll(at: number, interval: number, start: number): void {
    for (let agent = 0; agent < this.since.length; agent += 1) this.end(agent, at, interval, start);
  }

  /** Busy time of a group in an interval, ms. */
  area(interval: number, group: number): number {
    return this.ms[interval * this.frame.groups + group] as number;
  }

  /** The part that lies before the interval in which it ended. */
  private split(group: number, from: number, until: number, start: number): void {
    const { groups, intervalMs } = this.frame;
    let to = start;
    for (let interval = until - 1; to > from; interval -= 1) {
      const begin = Math.max(interval * intervalMs, from);
      const cell = interval * groups + group;
      this.ms[cell] = (this.ms[cell] as number) + to - begin;
      to = begin;
    }
  }
}
