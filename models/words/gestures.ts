/**
 * The encounter of a person and a caller, in numbers (RULES G): what one does on the line besides
 * working at the matter, what a caller lets show, what is asked that may not be due.
 */

/** A gesture takes its time; 0: none, one works at the matter. */
export const GESTURE = {
  none: 0,
  /** A breath, between two calls or before picking up. */
  breathe: 1,
  listen: 2,
  explain: 3,
  /** Criticism or complaint is recognised for what it is. */
  acknowledge: 4,
  /** What is asked is refused. */
  refuse: 5,
  /** A colleague is told the whole story before the caller is handed on. */
  brief: 6,
  /** The cause behind some calls is named. */
  signal: 7,
} as const;

/** Lines of the sheet that listening turns. */
export const SHEET_LINE = { claim: 0, state: 1, need: 2 } as const;

/** What a caller asks besides: nothing; what is due to them; what is not. */
export const CLAIM = { none: 0, due: 1, undue: 2 } as const;

/** How a refusal was taken: not at all; as it should be; wrongly refused. */
export const REFUSAL = { rejected: 0, accepted: 1, unjust: 2 } as const;

/** Each way of saying no, by the bits of what goes with it: 1 its reason, 2 an alternative. */
export const REFUSALS = ['bare', 'because', 'instead', 'both'] as const;
export type RefusalName = (typeof REFUSALS)[number];
