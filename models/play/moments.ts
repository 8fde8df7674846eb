import type { Decision } from '../words/debrief.ts';

/** The three talks to look at again; null where there is none to speak of. */
export interface Moments {
  /** The dearest minutes given. */
  readonly given: Decision | null;
  /** The dearest minutes refused. */
  readonly refused: Decision | null;
  /** The minutes that paid best, of a matter that was resolved. */
  readonly paid: Decision | null;
  /**
   * The most uncomfortable choices, three at most: ending cost the caller, and going on the
   * others, at least so much whatever was done.
   */
  readonly uneasy: readonly Decision[];
}

/** Below so many minutes of waiting both voices weigh the same: nothing is to be regretted. */
const LEAST = 0.5;
/** Less than this, shown with one decimal, is none. */
const NOTHING = 0.05;
const UNEASY = 3;

/** Did the person choose the end? A caller who hangs up on hold is nobody's choice. */
const isChosen = ({ how }: Decision): boolean => how !== 'hungUp' && how !== 'left';

/**
 * The smaller of the two regrets of an end, of the minute that came next: one had to be borne,
 * whichever way it was decided. It is great where both voices were loud and nearly even.
 */
export const uneasiness = (decision: Decision): number =>
  isChosen(decision) ? Math.min(decision.care, decision.hurry) : 0;

/** Those of at least so much, the greatest first; the earlier one where two are equal. */
const greatest = (
  decisions: readonly Decision[],
  of: (decision: Decision) => number,
  least = LEAST,
): Decision[] => decisions.filter((one) => of(one) >= least).sort((a, b) => of(b) - of(a));

/** The moments of a desk's day (MODEL 10.6); no talk is two of the first three. */
export function momentsOf(decisions: readonly Decision[]): Moments {
  const taken: Decision[] = [];
  const best = (of: (decision: Decision) => number): Decision | null => {
    const left = decisions.filter((one) => !taken.includes(one));
    const [first = null] = greatest(left, of);
    if (first !== null) taken.push(first);
    return first;
  };
  return {
    given: best((one) => (isChosen(one) ? one.given : 0)),
    refused: best(({ refused }) => refused),
    paid: best(({ paid, solved }) => (solved === true ? (paid ?? 0) : 0)),
    uneasy: greatest(decisions, uneasiness, NOTHING).slice(0, UNEASY),
  };
}
