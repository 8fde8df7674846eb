import { LEVEL } from '../../words/facts.ts';
import { type Manner, NEVER_ENDS } from './manner.ts';

/**
 * Le naturel: who is as they are, listens once, works while the minute is worth it, explains when
 * nobody waits, says no with its reason, lets the other service do what it does better.
 */
export const NATURAL: Manner = {
  mask: 'natural',
  ...{ answers: 1, answerMs: 1_000, listens: 1, workMs: null, explains: [1, 0] },
  ...{ acknowledges: 1, limits: 1, endsFrom: NEVER_ENDS },
  ...{ refuses: [1, 0, 0], refusal: 'both' },
  ...{ tells: 1, passes: 0, drops: 0, passMs: 0, breathesBelow: 0.4, signalsFrom: 2 },
};

/** What somebody does whatever the caller and the line. */
export const HABITS = {
  /** Presses the first button that is shown: listens on, explains, then concludes. */
  first: {
    ...NATURAL,
    ...{ mask: 'professional', listens: 3, workMs: [0, 0, 0], explains: [1, 1] },
    ...{ acknowledges: 0, limits: 0, refuses: [0, 0, 0], tells: 0 },
    ...{ breathesBelow: 2, signalsFrom: 0 },
  },
  hurries: {
    ...NATURAL,
    ...{ listens: 0, workMs: [20_000, 20_000, 20_000], explains: [0, 0] },
    ...{ acknowledges: 0, breathesBelow: 0 },
  },
  cares: {
    ...NATURAL,
    ...{ mask: 'professional', listens: 3, workMs: [240_000, 240_000, 240_000], explains: [1, 1] },
    ...{ tells: 0, breathesBelow: 2 },
  },
  neverAnswers: { ...NATURAL, answers: 0 },
  neverExplains: { ...NATURAL, explains: [0, 0] },
  passesCold: { ...NATURAL, listens: 0, drops: 1, passMs: 2_000 },
  neverRefuses: { ...NATURAL, refuses: [0, 0, 0] },
  endsTalks: { ...NATURAL, acknowledges: 0, endsFrom: LEVEL.criticism },
} as const satisfies Record<string, Manner>;

export type HabitName = keyof typeof HABITS;
export const HABIT_NAMES = Object.keys(HABITS) as readonly HabitName[];

/** The move without which a day has no place for a habit. */
export const NEEDS_MOVE = {
  neverExplains: 'explain',
  passesCold: 'transfer',
  neverRefuses: 'refuse',
} as const satisfies Partial<Record<HabitName, string>>;
