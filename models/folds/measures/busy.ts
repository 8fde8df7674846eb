import { reals } from '../../kernel/rows.ts';
import type { MeasuresFrame } from './frame.ts';

/** What is counted of an agent: by name, since every call asks (centre/state/calls.ts). */
export class Hand {
  /** Cell of the call in hand, or -1 (arrived in warm-up). */
  cell = -1;
  /** Since when busy, or -1; and for how long in the current interval, up to then, ms. */
  since = -1;
  busyMs = 0;
  isAway = false;

  /**
   * @param group of the agent
   * @param groupCell where the cells of that group begin, within those of a type
   */
  constructor(
    readonly group: number,
    readonly groupCell: number,
  ) {}

  clear(): void {
    this.cell = -1;
    this.since = -1;
    this.busyMs = 0;
    this.isAway = false;
  }
}

/**
 * For how long agents are busy (talk, hold, after-call work), by interval and group. The time is
 * added when it ends, split at the ends of the intervals through which it lasted; what lies in the
 * warm-up is left out.
 */
export class Busy {
  /** By (interval, group), ms. */
  private readonly ms: number[];

  constructor(private readonly frame: MeasuresFrame) {
    this.ms = reals((frame.intervals + 1) * frame.groups);
  }

  clear(): void {
    this.ms.fill(0);
  }

  /** This agent, if busy, is so no more; `at` lies in this interval, which began at `start`. */
  end(hand: Hand, at: number, interval: number, start: number): void {
    const { group, since } = hand;
    if (since < 0) return;
    hand.since = -1;
    const { warmUpMs } = this.frame;
    const from = since < warmUpMs ? warmUpMs : since;
    if (from >= start) {
      if (at > from) hand.busyMs += at - from;
      return;
    }
    hand.busyMs += at - start;
    this.split(group, from, interval, start);
  }

  /** This interval is over: what the hands have of it is counted. */
  settle(hands: readonly Hand[], interval: number): void {
    for (const hand of hands) {
      const cell = interval * this.frame.groups + hand.group;
      this.ms[cell] = (this.ms[cell] as number) + hand.busyMs;
      hand.busyMs = 0;
    }
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
