/**
 * The one advice that a debrief gives: which there are, and what one was seen to do. Plain data, to
 * be kept as it was told. Places are kept too, in the phrases of those who play alone
 * (client/state/phrase.ts): a new one comes last, and there are 31 at most.
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
