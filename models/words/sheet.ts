/**
 * The sheet of a caller: a motive, a context, a state of mind and what they really need, each a
 * number; `play` has the words (RULES G2).
 */

export const MOTIVES = 8;
export const CONTEXTS = 6;

/** All pairs of a motive and a context come before one comes again: 19 has no divisor of theirs. */
const STRIDE = 19;
export const PAIRS = MOTIVES * CONTEXTS;

/** The motive and the context of the first caller with this number, on a day that begins there. */
export function pairOf(start: number, ordinal: number): { motive: number; context: number } {
  const pair = (start + STRIDE * ordinal) % PAIRS;
  return { motive: Math.floor(pair / CONTEXTS), context: pair % CONTEXTS };
}

/** States of mind in the words of a sheet. */
export const STATE_NAMES = ['cheerful', 'hurried', 'worried', 'angry', 'calm', 'lost'] as const;
export const STATES = STATE_NAMES.length;

/** Needs, in the order of the time that they take: each is a fifth of all callers. */
export const FIFTHS = 5;

/**
 * The state of mind of each stance (scenario/arbitration.ts STANCES: neutral, cheerful, hurried,
 * anxious, angry), then of those of each who are lost rather than worried.
 */
export const STATE_OF_MIND = [4, 0, 1, 2, 3, 4, 0, 1, 5, 3] as const;
