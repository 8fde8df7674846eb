import { planOf } from '../../centre/plan/plan-of.ts';
import type { LearntMove } from '../../scenario/arbitration-gestures.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { DeskCommand } from '../../words/moves.ts';
import { type Can, canIn } from '../may.ts';
import { Scales } from '../scales.ts';
import type { Seen } from './seen.ts';

const MINUTE_MS = 60_000;
/** Mean need of each fifth of callers over that of all, of a lognormal as spread as most are. */
const OF_FIFTH = [0.28, 0.52, 0.8, 1.2, 2.2];

/** What a manner does besides answering and concluding, without gestures. */
const PLAIN: readonly LearntMove[] = ['hold', 'transfer'];

/** What somebody at this desk has at hand, besides what they see: moves, the two voices, others. */
export class AtHand {
  private readonly scales: Scales | null;
  private readonly speeds: readonly number[];
  private readonly can: Can;
  /** Own group, and for each type the one whose first business it is, or -1. */
  private readonly group: number;
  private readonly others: readonly number[];

  constructor(
    scenario: Scenario,
    readonly agent: number,
  ) {
    const { groups, types } = planOf(scenario);
    this.scales = Scales.of(scenario);
    this.can = canIn(scenario);
    this.group = groups.findIndex(({ desks, first }) => agent >= first && agent < first + desks);
    this.speeds = types.map((_, type) => groups[this.group]?.speeds[type] || 1);
    this.others = types.map((_, type) =>
      groups.findIndex(
        ({ speeds }, g) => g !== this.group && (speeds[type] ?? 0) > (this.speeds[type] ?? 1),
      ),
    );
  }

  may(move: LearntMove): boolean {
    // Where nothing is done by gestures a manner knows these alone.
    return this.can.may(move) && (this.can.gestures || PLAIN.includes(move));
  }

  /** The group that does this caller's matter better than one's own; or -1. */
  better({ type }: Seen): number {
    return this.others[type] ?? -1;
  }

  /** Where one hands on whom one would be rid of. */
  get anyGroup(): number {
    return Math.max(0, this.others.find((one) => one >= 0) ?? 0);
  }

  /** What one more minute brings the caller in hand, less what it costs the others. */
  worth(seen: Seen): number {
    const { scales } = this;
    if (scales === null) return 0;
    const { inside, now, type } = seen;
    const need = seen.need < 0 ? scales.meanNeed(type) : (OF_FIFTH[seen.need] as number);
    const of = { type, speed: this.speeds[type] ?? 1, need };
    // Without gestures a talk opens by itself before one works.
    const opening = this.can.gestures ? 0 : scales.openingMs / of.speed;
    const worked = Math.max(0, seen.workedMs - opening);
    const brings = scales.brings(of, worked, worked + MINUTE_MS, now);
    return brings - scales.priceAt(inside, now);
  }

  /** A move of the call in hand. */
  does(kind: 'answer' | 'listen' | 'explain' | 'conclude' | 'acknowledge', seen: Seen) {
    return { kind, agent: this.agent, call: seen.call } satisfies DeskCommand;
  }
}
