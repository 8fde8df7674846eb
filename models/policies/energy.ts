import { exp } from '../kernel/exp.ts';

/**
 * What keeps agents going: energy E in [0, 1], which talking takes and rest gives, and the five
 * supports of the organisation, each from 0 (none) to 1 (MODEL 9). Rates are per unit of time of
 * the caller's choice. Both integrals are exact while the rate holds. Directions are published
 * (Hobfoll 1989; Hülsheger and Schewe 2011; Albulescu et al. 2022), sizes are hypotheses (D).
 */

/**
 * What makes talking harder: 1 + k_a |e - x|^2 style + k_i [incivility] + k_q press.
 * @param apart squared distance between the stance shown and the agent's own
 * @param style 1 for surface acting, `deepActing` for deep acting
 */
export function strain(
  apart: number,
  acting: number,
  style: number,
  uncivil: boolean,
  incivility: number,
  press: number,
  pressure: number,
): number {
  return 1 + acting * apart * style + (uncivil ? incivility : 0) + pressure * press;
}

/**
 * Energy after a span of talking: dE/dt = -rate (1 + chi (1 - E)), solved exactly, never below 0.
 * @param rate drain times the cost of the mask times the strain
 * @param lossSpiral chi: how much faster the tired tire
 */
export function energyAfterWork(
  energy: number,
  rate: number,
  lossSpiral: number,
  span: number,
): number {
  const spent = rate * span;
  if (spent === 0) return energy;
  if (lossSpiral === 0) return Math.max(0, energy - spent);
  const x = lossSpiral * spent;
  // (e^x - 1) / x, without losing digits near 0.
  const growth = x < 1e-5 ? 1 + x / 2 + (x * x) / 6 : (exp(x) - 1) / x;
  return Math.max(0, energy - (1 + lossSpiral * (1 - energy)) * spent * growth);
}

/** Energy after a span of rest: dE/dt = rate (1 - E), solved exactly. */
export function energyAfterRest(energy: number, rate: number, span: number): number {
  const gained = rate * span;
  return gained === 0 ? energy : 1 - (1 - energy) * exp(-gained);
}

/**
 * Energy lost at an incivility: where it is ignored, less by 60 % with trust; where the protocol is
 * used, trust brings it from the same loss down to `protocolLoss`.
 */
export function incidentLoss(
  protocol: boolean,
  ignoredLoss: number,
  protocolLoss: number,
  trust: number,
): number {
  if (protocol) return ignoredLoss + (protocolLoss - ignoredLoss) * trust;
  return ignoredLoss * (1 - 0.6 * trust);
}

/** Rate of rest with this much trust: a third more at most. */
export function trustedRest(rate: number, trust: number): number {
  return rate * (1 + 0.3 * trust);
}

/** Skill phi_0 of prepared agents, at most 1. */
export function preparedSkill(skill: number, preparation: number): number {
  return Math.min(1, skill + 0.25 * preparation);
}

/** What prepared agents do not know of a need (outcome.ts, `believedNeed`). */
export function preparedUncertainty(uncertainty: number, preparation: number): number {
  return uncertainty * (1 - 0.4 * preparation);
}

/** Spread (cv) of the work under clear rules, whose variance is up to a fifth smaller. */
export function ruledSpread(cv: number, rules: number): number {
  return cv * Math.sqrt(1 - 0.2 * rules);
}

/** Transfers of those who have latitude. */
export function freerTransfers(transfers: number, latitude: number): number {
  return transfers * (1 - 0.6 * latitude);
}

/** What a difficult talk costs those who have latitude. */
export function freerStress(stress: number, latitude: number): number {
  return stress * (1 - 0.3 * latitude);
}
