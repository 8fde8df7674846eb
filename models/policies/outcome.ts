import { exp } from '../kernel/exp.ts';
import { PARTING } from '../words/facts.ts';

/**
 * What a contact comes to, beside the curve of what work resolves (curve.ts): the diagnosis, the
 * skill of the agent, what the caller still needs and whether another matter follows (MODEL 2, 4.1
 * and 4.4). Numbers in, numbers out. Sizes are hypotheses (grade D).
 */

/** Of the way discovery pays: 1 - e^(-3 f), over its value at f = 1. */
const STEEPNESS = 3;
const FULL = 1 - exp(-STEEPNESS);
/** How much of the work counts where the diagnosis is wrong. */
const IN_VAIN = 0.3;
/** Spread (log) of what an agent believes of a need who discovered nothing. */
export const UNCERTAINTY = 0.5;

/**
 * Probability that the diagnosis is right: 1 - error0 without discovery, 1 when it is whole
 * (MODEL 4.4).
 * @param discovered share of the discovery done, 0 to 1
 * @param error0 wrong diagnoses without any
 */
export function rightDiagnosis(discovered: number, error0: number): number {
  return 1 - error0 * (1 - (1 - exp(-STEEPNESS * discovered)) / FULL);
}

/** Work that counts towards the resolution: all of it, or .3 where it goes astray (MODEL 4.4). */
export function countingWork(work: number, right: boolean): number {
  return right ? work : IN_VAIN * work;
}

/**
 * A share resolved, as this agent's skill moves it: `skill` is added to its logit (MODEL 5, agents
 * differ); 0 leaves it as it is.
 */
export function skilledShare(share: number, skill: number): number {
  if (skill === 0) return share;
  const odds = share * exp(skill);
  return odds / (1 - share + odds);
}

/**
 * Probability that one whose matter is resolved calls again with the next: p_n0 (1 - chi f_X)
 * (MODEL 2, autonomy).
 * @param explained share of the explanation done, 0 to 1
 */
export function nextMatter(probability: number, autonomy: number, explained: number): number {
  return probability * (1 - autonomy * explained);
}

/**
 * What one needs who comes back unresolved: N (1 + xi) (1 - carry progress) (MODEL 2).
 * @param progress share of the way to a resolution that was covered, 0 to 1
 */
export function needAfter(
  need: number,
  growth: number,
  carryOver: number,
  progress: number,
): number {
  return need * (1 + growth) * (1 - carryOver * progress);
}

/** From so much of the way on, a caller believes that the matter is settled. */
const BELIEVED = 0.5;

/**
 * How a caller takes leave, as in PARTING: of what the contact came to they know only what shows.
 * @param solved the matter is resolved
 * @param progress share of the way to a resolution that was covered, 0 to 1
 * @param explained they were told what comes next
 */
export function partingOf(solved: boolean, progress: number, explained: boolean): number {
  if (!solved && progress < BELIEVED) return PARTING.unanswered;
  return explained ? PARTING.content : PARTING.doubtful;
}

/**
 * What the agent believes of a need: N e^(sigma z), sigma = uncertainty (1 - f_D) (MODEL 4.1).
 * @param z a standard normal of this contact
 */
export function believedNeed(
  need: number,
  discovered: number,
  z: number,
  uncertainty = UNCERTAINTY,
): number {
  return need * exp(uncertainty * (1 - discovered) * z);
}
