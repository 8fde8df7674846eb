import { type LearntMove, leftOut } from '../scenario/arbitration-gestures.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** What a person could do on a day at all: nothing is held against what nobody could do. */
export interface Can {
  /** Things are done by gestures. */
  readonly gestures: boolean;
  readonly may: (move: LearntMove) => boolean;
}

/** Moves that are no gestures. */
const PLAIN: readonly LearntMove[] = ['limit', 'transfer', 'hold', 'notReady', 'mask'];

export function canIn({ arbitration }: Scenario): Can {
  const gestures = arbitration?.gestures;
  if (gestures === undefined) return { gestures: false, may: (move) => PLAIN.includes(move) };
  const without = leftOut(gestures);
  return { gestures: true, may: (move) => !without.includes(move) };
}
