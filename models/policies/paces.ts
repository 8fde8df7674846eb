import { power } from '../kernel/power.ts';
import { type Curve, marginalShare, solvedShare } from './curve.ts';
import { demand } from './price-chain.ts';
import type { Menu } from './price-returns.ts';

/**
 * What work makes of a contact: any resolution curve, for a need of 1. Times in minutes; for a need
 * of N the same share takes N times as long.
 */
export interface Resolution {
  /** r: share resolved after so many minutes of work. */
  readonly share: (work: number) => number;
  /** r': what one more minute adds to it. */
  readonly slope: (work: number) => number;
  /** Work from which on the slope only falls: 0, or where an S is steepest. */
  readonly steepest: number;
}

/** A curve of the scenario, its tau in minutes, as what work makes of a contact. */
export function resolutionOf(curve: Curve): Resolution {
  const { shape, tau, k } = curve;
  const bent = shape === 's' && k > 1;
  return {
    share: (work) => solvedShare(curve, work, 1),
    slope: (work) => marginalShare(curve, work, 1),
    // (e^-(x^k))'' = 0 where x^k = (k - 1) / k.
    steepest: bent ? tau * power((k - 1) / k, 1 / k) : 0,
  };
}

/** The same for an agent who does the work of `speed` minutes in one. */
export function atSpeed({ share, slope, steepest }: Resolution, speed: number): Resolution {
  return {
    share: (work) => share(work * speed),
    slope: (work) => speed * slope(work * speed),
    steepest: steepest / speed,
  };
}

/** Mean handling times, of which `fixed` minutes resolve nothing, and what they resolve. */
export function menuOf(resolution: Resolution, fixed: number, paces: Float64Array): Menu {
  demandTime('fixed', fixed);
  return { paces, resolved: paces.map((pace) => resolution.share(Math.max(0, pace - fixed))) };
}

const demandTime = (name: string, x: number): void =>
  demand(x >= 0 && x < Infinity, name, 'a finite number of minutes, 0 or more', x);

const demandShare = (name: string, x: number): void =>
  demand(x >= 0 && x <= 1, name, 'a share between 0 and 1', x);

/**
 * The pace below which hurrying is self-defeating: it raises the load by more calls again than it
 * saves minutes. A rule without weights (MODEL 10.1).
 */
export interface LeastLoad {
  /** m0: handling time at which the load is least, minutes. */
  readonly pace: number;
  /** Whether it is above the fixed part: else the faster the better, for the load. */
  readonly interior: boolean;
  /** Share of the unresolved who call again above which it is. */
  readonly threshold: number;
}

/** Points of the first look at a curve, whatever its shape. */
const LOOKS = 1_024;

/**
 * Minutes of work for one first call, its calls again included, while nobody gives up:
 * m / (1 - p_back (1 - r(m))). Infinity where no one ever leaves.
 */
export function minutesOfCustomer(
  resolution: Resolution,
  fixed: number,
  back: number,
  pace: number,
): number {
  return pace / (1 - back * (1 - resolution.share(Math.max(0, pace - fixed))));
}

/** Load of each agent with the calls again, rho_eff (MODEL 10.1): 1 and more cannot be carried. */
export function loadWithReturns(
  line: { readonly rate: number; readonly agents: number },
  resolution: Resolution,
  fixed: number,
  back: number,
  pace: number,
): number {
  return (line.rate / line.agents) * minutesOfCustomer(resolution, fixed, back, pace);
}

/** Contacts that this many agents resolve in a minute at most: n r(m) / m. */
export function mostResolved(
  agents: number,
  resolution: Resolution,
  fixed: number,
  pace: number,
): number {
  return (agents * resolution.share(Math.max(0, pace - fixed))) / pace;
}

/**
 * The handling time of least load, m0, where p r'(m) m = 1 - p (1 - r(m)), p the share of the
 * unresolved who call again (MODEL 10.1; for p = 1 it is the p mu rule of de Vericourt and Zhou
 * 2005). It is above the fixed part s0 if and only if p > 1 / (1 + s0 max r(y)/y), y the minutes of
 * work: on a concave curve if s0 p r'(0) > 1 - p. Exact to the last bits where the load is smooth;
 * for any shape, found by `LOOKS` looks and bisection.
 * @param fixed minutes of a contact that resolve nothing, s0
 * @param cap the longest pace there is
 */
export function leastLoad(
  resolution: Resolution,
  fixed: number,
  back: number,
  cap: number,
): LeastLoad {
  demandTime('fixed', fixed);
  demandShare('back', back);
  demand(cap > fixed && cap < Infinity, 'cap', `a finite number above ${fixed}`, cap);
  const span = cap - fixed;
  const threshold = 1 / (1 + fixed * greatest((y) => resolution.share(y) / y, resolution, span));
  // When all come back, no contact at all is no way out if the first minutes resolve nothing.
  const endless = back === 1 && resolution.steepest > 0;
  if (back <= threshold && !endless) return { pace: fixed, interior: false, threshold };
  const load = (y: number): number => minutesOfCustomer(resolution, fixed, back, fixed + y);
  // Of the sign of minus the slope of the load: what a minute of work saves against what it takes.
  const falls = (y: number): boolean =>
    back * resolution.slope(y) * (fixed + y) > 1 - back * (1 - resolution.share(y));
  let at = 1;
  for (let k = 2; k <= LOOKS; k += 1)
    if (load((k * span) / LOOKS) < load((at * span) / LOOKS)) at = k;
  const high = Math.min(LOOKS, at + 1);
  const work = lastTrue(falls, ((at - 1) * span) / LOOKS, (high * span) / LOOKS);
  return { pace: fixed + work, interior: true, threshold };
}

/** The greatest value of a share over its work, which falls once the slope does. */
function greatest(f: (y: number) => number, resolution: Resolution, span: number): number {
  if (resolution.steepest === 0) return resolution.slope(0);
  // r(y)/y still rises where r is steepest, and turns where r'(y) y = r(y).
  const rises = (y: number): boolean => resolution.slope(y) * y > resolution.share(y);
  return f(lastTrue(rises, Math.min(resolution.steepest, span), span));
}

/** The last x in [low, high] where this holds, if it holds up to somewhere and never after. */
function lastTrue(holds: (x: number) => boolean, low: number, high: number): number {
  if (holds(high)) return high;
  let a = low;
  let b = high;
  for (;;) {
    const middle = a + 0.5 * (b - a);
    if (middle <= a || middle >= b) return a;
    if (holds(middle)) a = middle;
    else b = middle;
  }
}

/**
 * How long to work for this caller (MODEL 10.6): while the next minute is worth more to them than
 * it costs the others, V r'(w | N) > price; on the concave curve
 * w* = tau N ln(V r_max / (tau N price)). An S is followed past where it is steepest: its slow
 * beginning is no reason to stop. Minutes of work, between `least` and `most`.
 * @param need N of this caller: 1 is the usual one
 * @param value V, of resolving
 * @param price of a minute, in the same unit of harm
 * @param least where hurrying begins to be self-defeating: m0 - s0
 */
export function workUntil(
  resolution: Resolution,
  need: number,
  value: number,
  price: number,
  least: number,
  most: number,
): number {
  const worth = (work: number): boolean => value * resolution.slope(work / need) > price * need;
  if (worth(most)) return most;
  const from = resolution.steepest * need;
  const until = from < most && worth(from) ? lastTrue(worth, from, most) : 0;
  return Math.min(Math.max(until, least), most);
}

/**
 * The pace for each price, for callers of the usual need: the fixed part and `workUntil` (P7 of
 * MODEL 11, with a table of `priceOfNext`).
 * @param prices of a minute, by number inside
 * @param least the fastest pace there may be, m0; `most` the slowest
 */
export function pacesAtPrices(
  prices: Float64Array,
  resolution: Resolution,
  fixed: number,
  value: number,
  least: number,
  most: number,
): Float64Array {
  demandTime('fixed', fixed);
  demandTime('value', value);
  demand(least >= fixed && least <= most, 'least', `between ${fixed} and ${most}`, least);
  return prices.map(
    (price) => fixed + workUntil(resolution, 1, value, price, least - fixed, most - fixed),
  );
}
