import { power } from '../kernel/power.ts';

/**
 * How callers feel: the wait as it is felt and the mood M in [-1, 1], which waits, moments and
 * outcomes move (MODEL 7.1, 7.2). Directions are published (Antonides, Verhoef and van Aalst 2002;
 * Maister; Altman et al. 2021), sizes are hypotheses (D).
 */

const held = (mood: number): number => Math.max(-1, Math.min(1, mood));

/**
 * Felt wait psi = kappa w^beta, min (MODEL 7.1).
 * @param perception kappa, what multiplies it for this caller included
 */
export function feltWait(waitedMin: number, perception: number, exponent: number): number {
  if (waitedMin <= 0) return 0;
  return perception * power(waitedMin, exponent);
}

/**
 * Mood when answered: M_type less what the felt wait beyond the acceptable and the attempts before
 * this one took.
 * @param before attempts before this one
 * @param weight how much more the wait weighs on those who were told of it; 1 for the others
 */
export function moodAtAnswer(
  moodOfType: number,
  feltMin: number,
  acceptableMin: number,
  perFeltMin: number,
  before: number,
  perAttempt: number,
  weight = 1,
): number {
  const beyond = Math.max(0, feltMin - acceptableMin);
  return held(moodOfType - perFeltMin * weight * beyond - perAttempt * before);
}

/**
 * Mood after a hold, which is felt as one wait with that for the answer: less what of it went
 * beyond the acceptable.
 * @param before, after felt until the hold, and with it, min
 */
export function moodAfterHold(
  mood: number,
  before: number,
  after: number,
  acceptableMin: number,
  perFeltMin: number,
): number {
  const beyond = (felt: number): number => Math.max(0, felt - acceptableMin);
  return held(mood - perFeltMin * (beyond(after) - beyond(before)));
}

/** Mood after a moment worth m, -1 to 1: M + rate (m - M). */
export function moodAfter(mood: number, moment: number, rate: number): number {
  return held(mood + rate * (moment - mood));
}

/** Mood when the contact ends, `outcome` higher when it resolved, lower when it did not. */
export function moodAtEnd(mood: number, resolved: boolean, outcome: number): number {
  return held(resolved ? mood + outcome : mood - outcome);
}

/** How much longer handling takes with this caller: 1 + load times how bad the mood is. */
export function emotionalLoad(mood: number, load: number): number {
  return 1 + load * Math.max(0, -mood);
}
