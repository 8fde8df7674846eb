import { gammaTail } from '../../kernel/gamma.ts';
import { expm1 } from '../../kernel/power.ts';

/** What the closed forms need beyond the kernel's functions. */

/** 1 - e^-x for x >= 0 without losing digits near 0. */
export const oneMinusExp = (x: number): number => -expm1(-x);

/** P(Z > z) for Z standard normal, with its own digits in both tails. */
export function normalTail(z: number): number {
  const half = 0.5 * gammaTail(0.5, 0.5 * z * z);
  return z >= 0 ? half : 1 - half;
}
