import { exp } from '../kernel/exp.ts';
import { power } from '../kernel/power.ts';

/**
 * The resolution curve: which share of contacts is resolved by so much work (MODEL 4.3). No study
 * gives its shape: it is THE hypothesis of this world (grade D), hence three of them.
 * All times are in one unit of the caller's choice, the same everywhere.
 */
export interface Curve {
  readonly shape: 'concave' | 's' | 'plateau';
  /** Share resolved by endless work. */
  readonly max: number;
  /** Work that resolves 1 - 1/e of it, for a need of 1. */
  readonly tau: number;
  /** Of the S: how late and steep it rises; 1 is the concave curve. */
  readonly k: number;
}

/** Where the plateau begins, in units of tau: a straight line up to it has the same mean. */
const PLATEAU = 2;

/**
 * r(w | N): the share of contacts with this need that this much work resolves, 0 to `max`.
 * Concave: max (1 - e^-x), x = w / (tau N). S: max (1 - e^-(x^k)). Plateau: max x / 2 up to x = 2,
 * then max: the work that resolves has the same mean tau N as on the concave curve. Neutral, tau 0:
 * max, whatever the work.
 */
export const solvedShare = (curve: Curve, work: number, need: number): number =>
  curve.max * progressOf(curve, work, need);

/** How far so much work goes, 0 to 1, of what work can resolve. */
export function progressOf(curve: Curve, work: number, need: number): number {
  const scale = curve.tau * need;
  if (scale === 0) return 1;
  const x = work / scale;
  if (!(x > 0)) return 0;
  if (curve.shape === 'plateau') return Math.min(1, x / PLATEAU);
  return 1 - exp(-(curve.shape === 's' ? power(x, curve.k) : x));
}

/** r'(w | N): what one more unit of work adds to that share. */
export function marginalShare(curve: Curve, work: number, need: number): number {
  const scale = curve.tau * need;
  const x = Math.max(0, work / scale);
  // Where nothing has to be worked at, or all has been, nothing is added.
  if (!(x < Number.POSITIVE_INFINITY)) return 0;
  if (curve.shape === 'plateau') return x < PLATEAU ? curve.max / (PLATEAU * scale) : 0;
  if (curve.shape === 'concave' || curve.k === 1) return (curve.max / scale) * exp(-x);
  if (x === 0) return 0;
  const raised = power(x, curve.k);
  const left = exp(-raised);
  return left === 0 ? 0 : ((curve.max * curve.k * raised) / x / scale) * left;
}
