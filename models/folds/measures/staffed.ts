import type { TimeWeighted } from '../../kernel/time-weighted.ts';
import type { Hand } from './busy.ts';
import type { MeasuresFrame } from './frame.ts';
import { Scheduled } from './scheduled.ts';

/** How many agents are staffed, and how many of them are away, by group. */
export class Staffed {
  /** What the plan had, and what is worked beyond it. */
  readonly scheduled: Scheduled;
  /** The row of the first group's staffed; those away follow all of these. */
  private readonly first: number;
  private readonly groups: number;

  constructor(
    frame: MeasuresFrame,
    private readonly timeWeighted: TimeWeighted,
  ) {
    this.first = frame.types;
    this.groups = frame.groups;
    this.scheduled = new Scheduled(frame);
  }

  clear(): void {
    this.scheduled.clear();
  }

  end(at: number): void {
    this.scheduled.end(at);
  }

  come(at: number, agent: number, hand: Hand): void {
    this.scheduled.come(agent, at);
    this.timeWeighted.add(this.first + hand.group, at);
  }

  go(at: number, agent: number, hand: Hand): void {
    this.scheduled.go(agent, at);
    this.timeWeighted.remove(this.first + hand.group, at);
    this.away(at, hand, false);
  }

  away(at: number, hand: Hand, isAway: boolean): void {
    if (hand.isAway === isAway) return;
    hand.isAway = isAway;
    const row = this.first + this.groups + hand.group;
    if (isAway) this.timeWeighted.add(row, at);
    else this.timeWeighted.remove(row, at);
  }
}
