import { exp } from '../kernel/exp.ts';
import { LEVEL as LEVEL_ } from '../words/facts.ts';

const LEVEL = LEVEL_;

/**
 * Difficult situations: calm, criticism, complaint, incivility, as a Markov chain during the talk
 * whose rates follow the mood of the caller and how far they are heeded (MODEL 8: what
 * makes a situation difficult is that nobody heeds it). Sizes are hypotheses (D).
 *
 * As for patience, each change has two hazard budgets, exponentials of mean 1 that belong to the
 * caller: one for getting worse, one for calming down. Time spends both at the rates of the moment;
 * the first to be used up decides, and both are drawn anew. Rates may change at any instant.
 */

/**
 * Rate of getting worse: u e^(-effect M) (1 - A); none beyond incivility.
 * @param up of each level but the last, with nobody heeding a neutral mood
 * @param heeded A, 0 to 1
 */
export function worsening(
  level: number,
  up: ArrayLike<number>,
  mood: number,
  moodEffect: number,
  heeded: number,
): number {
  if (level >= LEVEL.incivility) return 0;
  return (up[level] as number) * exp(-moodEffect * mood) * (1 - heeded);
}

/** Rate of calming down by one level: d A; none from calm. */
export function calming(level: number, down: ArrayLike<number>, heeded: number): number {
  return level <= LEVEL.calm ? 0 : (down[level - 1] as number) * heeded;
}

/** Time until this budget is used up at this rate; Infinity at 0. */
export function timeLeft(budget: number, rate: number): number {
  return rate > 0 ? budget / rate : Number.POSITIVE_INFINITY;
}

/** Budget left after a span at this rate, never below 0. */
export function budgetLeft(budget: number, rate: number, span: number): number {
  return Math.max(0, budget - rate * span);
}

/** The level after the change that these budgets and rates bring next; the same where none does. */
export function levelNext(
  level: number,
  worseBudget: number,
  worse: number,
  calmBudget: number,
  calm: number,
): number {
  const up = timeLeft(worseBudget, worse);
  const down = timeLeft(calmBudget, calm);
  if (up === down && up === Number.POSITIVE_INFINITY) return level;
  return up < down ? level + 1 : level - 1;
}

/**
 * The level a talk begins at: the shares of a neutral mood, the odds of all but calm times
 * e^(-effect M).
 * @param shares of the four levels, adding to 1; @param u a uniform in (0, 1)
 */
export function levelAtStart(
  shares: ArrayLike<number>,
  mood: number,
  moodEffect: number,
  u: number,
): number {
  const odds = exp(-moodEffect * mood);
  const calm = shares[LEVEL.calm] as number;
  const criticism = odds * (shares[LEVEL.criticism] as number);
  const complaint = odds * (shares[LEVEL.complaint] as number);
  const incivility = odds * (shares[LEVEL.incivility] as number);
  let left = u * (calm + criticism + complaint + incivility);
  if ((left -= calm) < 0 || criticism + complaint + incivility === 0) return LEVEL.calm;
  if ((left -= criticism) < 0) return LEVEL.criticism;
  return left - complaint < 0 ? LEVEL.complaint : LEVEL.incivility;
}

/**
 * What the last moment is worth once criticism or complaint was well handled: higher, at most 1.
 * @param worst the highest level of the talk; @param last the level it ended at
 */
export function handledWorth(moment: number, worst: number, last: number, bonus: number): number {
  const handled = last === LEVEL.calm && worst > LEVEL.calm && worst < LEVEL.incivility;
  return handled ? Math.min(1, moment + bonus) : moment;
}
