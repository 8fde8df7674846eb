import { demandAmount, demandPositive } from './argument.ts';
import { integrate } from './calculus.ts';
import { oneMinusExp } from './special.ts';
import type { Survival } from './survival.ts';

/**
 * Mean number busy at `t` when nobody ever waits (M_t/G/inf), arrivals beginning at `from`:
 * m(t) = int rate(s) P(S > t - s) ds. The number itself is Poisson. Source: Eick, Massey and
 * Whitt 1993. Error: about 1e-12 where rate and law are smooth between the breaks.
 * @param rate calls per unit of time at an instant
 * @param handling law of the handling time, in the same unit
 * @param breaks instants where the rate jumps or has a corner
 */
export function offeredLoad(
  rate: (at: number) => number,
  handling: Survival,
  t: number,
  from: number,
  breaks: readonly number[] = [],
): number {
  if (!(t > from)) return 0;
  const corners = [...breaks, ...handling.breaks.map((age) => t - age)];
  return integrate((at) => rate(at) * handling.tail(t - at), from, t, corners);
}

/**
 * The same where the rate is constant by interval, in closed form: a slice of arrivals between ages
 * a and b adds rate (H(b) - H(a)), H being the area of the tail.
 * @param rates calls per unit of time, one for each interval from 0; the last one goes on
 * @param length of an interval
 * @param handling law of the handling time; or one for the calls that arrive in each interval
 */
export function offeredByInterval(
  rates: readonly number[],
  length: number,
  handling: Survival | readonly Survival[],
  t: number,
): number {
  demandPositive('length', length);
  demandAmount('t', t);
  let load = 0;
  for (let i = 0; i < rates.length; i += 1) {
    demandAmount(`rates[${i}]`, rates[i]!);
    const begins = i * length;
    const ends = i === rates.length - 1 ? Number.POSITIVE_INFINITY : begins + length;
    if (begins >= t) break;
    const own = 'area' in handling ? handling : handling[i]!;
    load += rates[i]! * (own.area(t - begins) - own.area(Math.max(0, t - ends)));
  }
  return load;
}

/**
 * Exponential handling and a rate constant by interval: the load at the end of each interval from
 * the one before, exactly. Source: m' = lambda - mu m.
 */
export function offeredAtEnds(
  rates: readonly number[],
  length: number,
  handling: number,
  before = 0,
): number[] {
  demandPositive('length', length);
  demandPositive('handling', handling);
  const settled = oneMinusExp(length / handling);
  let load = before;
  return rates.map((rate) => {
    load += (rate * handling - load) * settled;
    return load;
  });
}
