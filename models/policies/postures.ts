import { exp } from '../kernel/exp.ts';
import { MASK as MASK_ } from '../words/facts.ts';

const MASK = MASK_;

/**
 * The four masks and the script: ways of being with a caller anyone can slide into, as multipliers
 * on a base talk; whether what is shown fits this caller, and oneself; and what the moment is worth
 * (MODEL 6). All sizes are hypotheses (D); that fit, authenticity and scripts matter is published
 * (Grandey et al. 2005; Victorino, Verma and Wardell 2013).
 */

export const PHASE = { welcome: 0, discover: 1, explain: 2, conclude: 3 } as const;

/* Rows of the tables below are in the order of MASK; that of `none` changes nothing. */

const NONE = [0, 0, 0, 0];
const AVOIDANCE = [0.5, 0.6, 0.95, 0.6];
const DISENGAGEMENT = [0.1, 0.3, 0.9, 0.5];
const NATURAL = [0.1, 0.25, 0.5, 0.2];
const PROFESSIONAL = [0.02, 0.05, 0.1, 0.05];
const SCRIPT = [0, 0.2, 0.4, 0];
const SKIPS = Float64Array.of(
  ...[...NONE, ...AVOIDANCE, ...DISENGAGEMENT],
  ...[...NATURAL, ...PROFESSIONAL, ...SCRIPT],
);

/** Probability that a phase is skipped under a mask. */
export const skipShare = (mask: number, phase: number): number => SKIPS[4 * mask + phase] as number;

/** Of each mask: the pace of solving over the policy's, for a caller in a neutral mood. */
const PACES = Float64Array.of(1, 0.4, 0.6, 1, 1, 1);
/** How far the mood of the caller moves the pace of the natural. */
const LIKING = 0.2;

/** Pace of solving over the policy's: .8 to 1.2 with the caller's mood under the natural mask. */
export function paceUnder(mask: number, mood: number): number {
  const pace = PACES[mask] as number;
  return mask === MASK.natural ? pace + LIKING * mood : pace;
}

/** Of each mask: share of calls handed on. */
export const DEFLECTS = Float64Array.of(0, 0.35, 0.25, 0.05, 0.02, 0.1);
/** Of each mask: of the calls handed on, the share whose story goes with them. */
export const RELAYS = Float64Array.of(1, 1, 0.5, 1, 1, 1);
/** Of each mask: mean delay before answering, s (exponential). */
export const ANSWER_DELAYS_S = Float64Array.of(0, 20, 0, 0, 0, 0);
/** Of each mask: energy cost c_p (MODEL 9). */
export const ENERGY_COSTS = Float64Array.of(1, 0.2, 0.4, 0.6, 1, 0.7);
/** Of each mask: how far the caller is heeded, by a rested agent (MODEL 8). */
const HEEDS = Float64Array.of(1, 0.05, 0.15, 0.5, 0.8, 0.4);

/** Prise en compte A: how far a caller is heeded now, A (.5 + .5 E); always without a mask. */
export function heeded(mask: number, energy: number): number {
  const rested = HEEDS[mask] as number;
  return mask === MASK.none ? rested : rested * (0.5 + 0.5 * energy);
}

/**
 * What the agent shows, on one axis (warmth, or guidance): x for the natural, x + phi (z - x) for
 * the professional, a fixed stance for the others.
 * @param own x, of the agent; @param wanted z, by this caller
 * @param fixed what this mask shows whoever is there: `shownBy`, or what the script says
 */
export function shown(
  mask: number,
  own: number,
  wanted: number,
  skill: number,
  fixed: number,
): number {
  if (mask === MASK.natural) return own;
  if (mask === MASK.professional) return own + skill * (wanted - own);
  return fixed;
}

const WARMTHS = Float64Array.of(0, -0.6, -0.2, 0, 0, 0.3);
const GUIDANCES = Float64Array.of(0, 0, -0.2, 0, 0, 0.2);

/** The fixed stance of a mask; the script’s is what a caller in a neutral state of mind wants. */
export const shownBy = (mask: number, guidance: boolean): number =>
  (guidance ? GUIDANCES : WARMTHS)[mask] as number;

/** Skill phi of an agent with this energy: phi_0 sqrt(E). */
export const skillNow = (skill: number, energy: number): number => skill * Math.sqrt(energy);

/** Squared distance between two stances (warmth, guidance). */
export function apart(warmth: number, guidance: number, toWarmth: number, toGuidance: number) {
  const byWarmth = warmth - toWarmth;
  const byGuidance = guidance - toGuidance;
  return byWarmth * byWarmth + byGuidance * byGuidance;
}

/**
 * Fit of what is shown to what is wanted, or authenticity of what is shown: e^(-d^2 / 2 sigma^2),
 * 1 where nothing parts them.
 * @param squared their squared distance
 */
export const closeness = (squared: number, sigma: number): number =>
  exp(-squared / (2 * sigma * sigma));

/** From this fit on, one's own nature is a talent. */
const TALENT = 0.8;

/**
 * Whether a professional stays natural with this caller, and so acts nothing: one may have talents.
 * @param fit of the agent's own stance to what is wanted
 */
export const staysNatural = (fit: number): boolean => fit > TALENT;

/** A skipped moment is worth this. */
export const SKIPPED = -0.5;

/**
 * What a moment is worth, -1 to 1: m = 2 [omega f + (1 - omega) g (1/2 + progress / 2)] - 1.
 * Authenticity counts only as far as the task gets done.
 */
export function momentWorth(fit: number, authenticity: number, progress: number, weight: number) {
  return 2 * (weight * fit + (1 - weight) * authenticity * (0.5 + progress / 2)) - 1;
}

/** Authenticity under a script where all matters are alike. */
const SCRIPTED = 0.5;
const SCRIPT_COST = 0.3;

/**
 * The same under a script kept to at this level, 0 to 1: where all matters are alike, authenticity
 * is neutral; where each is its own, the moment loses .3 of the level (MODEL 6.3).
 */
export function scriptedWorth(
  fit: number,
  authenticity: number,
  progress: number,
  weight: number,
  custom: boolean,
  level: number,
): number {
  if (!custom) return momentWorth(fit, SCRIPTED, progress, weight);
  return Math.max(-1, momentWorth(fit, authenticity, progress, weight) - SCRIPT_COST * level);
}

/** Odds of the natural mask, which nothing moves. */
const NATURAL_ODDS = exp(1);

/**
 * The mask an agent slides into at the beginning of a call, by a logit over the four (MODEL 6.1):
 * one uniform u in (0, 1) chooses, professional first, then natural, disengagement, avoidance. All
 * that pushes lies between 0 and 1.
 * @param energy E; @param press how full the line is; @param hostility of this caller
 * @param vision, rules, trust supports
 */
export function slideInto(
  energy: number,
  press: number,
  hostility: number,
  vision: number,
  rules: number,
  trust: number,
  u: number,
): number {
  const tired = 1 - energy;
  const professional = exp(2 - 3 * tired - press + 1.5 * vision);
  const disengagement = exp(-2 + 3.5 * tired + press - trust);
  const avoidance = exp(-3 + 4 * tired + 1.5 * hostility - 1.5 * rules - trust);
  let left = u * (professional + NATURAL_ODDS + disengagement + avoidance);
  if ((left -= professional) < 0) return MASK.professional;
  if ((left -= NATURAL_ODDS) < 0) return MASK.natural;
  return left - disengagement < 0 ? MASK.disengagement : MASK.avoidance;
}

/** Per state of mind, in the order of STANCES (scenario/arbitration.ts): warmth, guidance. */
const WANTED = Float64Array.of(0.3, 0.2, 0.8, 0, -0.1, 0.6, 0.6, 0.7, 0.5, -0.6);

/**
 * What a caller in this state of mind wants, on one axis, in [-1, 1] (MODEL 6.2).
 * @param stance position in STANCES; @param z a standard normal of this caller and axis
 */
export function wanted(stance: number, guidance: boolean, sd: number, z: number): number {
  const centre = WANTED[2 * stance + (guidance ? 1 : 0)] as number;
  return Math.max(-1, Math.min(1, centre + sd * z));
}
