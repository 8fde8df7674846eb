import type { TimeWeighted } from '../../kernel/time-weighted.ts';
import type { Hand } from './busy.ts';

/** How many agents are staffed, and how many of them are away, by group. */
export class Staffed {
  /** @param first the row of the first group's staffed; those away follow all of these */
  constructor(
    private readonly timeWeighted: TimeWeighted,
    private readonly first: number,
    private readonly groups: number,
  ) {}

  come(at: number, hand: Hand): void {
    this.timeWeighted.add(this.first + hand.group, at);
  }

  go(at: number, hand: Hand): void {
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
