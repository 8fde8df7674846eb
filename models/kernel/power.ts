import { exp } from './exp.ts';
import { log } from './log.ts';

/**
 * x^k for x >= 0: 1 where k is 0, x where it is 1. Error: |k ln x| ulp more than the exponential's.
 */
export function power(x: number, k: number): number {
  if (k === 0) return 1;
  return k === 1 ? x : exp(k * log(x));
}

/** e^x - 1 with all the digits of a small x. Error: a few ulp. Source: Kahan (HP-15C, 1982). */
export function expm1(x: number): number {
  const to = exp(x);
  if (to === 1) return x;
  const less = to - 1;
  return less === -1 || to === Infinity ? less : (less * x) / log(to);
}
