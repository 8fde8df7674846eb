/**
 * The one advice that a debrief gives: which there are, and what one was seen to do. Plain data, to
 * be kept as it was told.
 */
export const ADVICES = [
  'answer',
  'stay',
  'listen',
  'listenOnce',
  'concludeOne',
  'concludeMany',
  'explain',
  'explainAnyway',
  'refuse',
  'keep',
  'tell',
  'refer',
  'recognise',
  'limit',
  'breathe',
  'goOn',
  'signal',
] as const;
export type AdviceId = (typeof ADVICES)[number];

export interface Advice {
  /** Null: none would have helped beyond doubt. */
  readonly advice: AdviceId | null;
  /** Harm a caller, with it less without, in waiting-minute equivalents; and half its interval. */
  readonly effect: number;
  readonly halfWidth: number;
  /** Days that were compared. */
  readonly days: number;
}
