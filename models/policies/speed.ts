import { exp } from '../kernel/exp.ts';
import { power } from '../kernel/power.ts';

/**
 * How fast an agent works: v = v_agent v_learn v_load v_over, held between .6 and 1.4, and what
 * stretches work (MODEL 5). Each factor is exactly 1 at its neutral value. That agents differ,
 * learn, hurry and tire is published (B); the sizes are not (D), nor the sign of the load effect.
 */

const SLOWEST = 0.6;
const FASTEST = 1.4;

/** The speed of one agent, lognormal of mean 1: e^(sd z - sd^2 / 2). */
export function agentSpeed(sd: number, z: number): number {
  return exp(sd * z - (sd * sd) / 2);
}

/** What so many calls have taught: (1 + calls / scale)^exponent. */
export function learnt(calls: number, exponent: number, scale: number): number {
  return power(1 + calls / scale, exponent);
}

/** How full the line is: waiting calls for one agent at work, at most 1 (MODEL 5, 6.1, 9). */
export function pressure(waiting: number, agents: number): number {
  return waiting >= agents ? (waiting > 0 ? 1 : 0) : waiting / agents;
}

/** Speed under load: 1 + alpha press; a negative alpha slows. */
export function underLoad(press: number, alpha: number): number {
  return 1 + alpha * press;
}

/**
 * An exponentially weighted mean after `span` at the same value; exact, however the span is cut.
 * @param value 1 while busy and 0 while not, for the share of time an agent was busy
 * @param span, memory in one unit; the memory is the mean age of what is remembered
 */
export function remembered(mean: number, value: number, span: number, memory: number): number {
  return value + (mean - value) * exp(-span / memory);
}

/** Overwork O of one who was busy so much: 0 up to `above`, 1 when busy all the time. */
export function overwork(busy: number, above: number): number {
  return busy > above ? (busy - above) / (1 - above) : 0;
}

/** Speed of the overworked: 1 - alpha O. */
export function overworked(work: number, alpha: number): number {
  return 1 - alpha * work;
}

/** The product of the factors, between the slowest and the fastest anyone works. */
export function heldSpeed(product: number): number {
  return Math.max(SLOWEST, Math.min(FASTEST, product));
}

/** After-call work grows into idle time: stretched by 1 + pi times the share of it (Parkinson). */
export function stretch(idle: number, parkinson: number): number {
  return 1 + parkinson * idle;
}
