import { exp } from '../../kernel/exp.ts';
import { log } from '../../kernel/log.ts';
import { demand, demandAmount } from './argument.ts';
import { integrate, risingRoot } from './calculus.ts';
import { erlangB, loadOf, type Traffic } from './erlang.ts';
import { exponentialSurvival, type Survival } from './survival.ts';

/** The five service levels of the trade, each named by what it does with those who gave up. */
export interface ServiceLevels {
  /** (answered in T + abandoned in T) / offered. */
  readonly f1: number;
  /** Answered in T / answered. */
  readonly f2: number;
  /** Answered in T / offered: the default. */
  readonly f3: number;
  /** Answered in T / (answered + abandoned after T). */
  readonly f4: number;
  /** (Answered in T + short abandons) / offered. */
  readonly f5: number;
}

/** Shares or counts, all of the same calls. */
export interface Outcomes {
  readonly answered: number;
  readonly answeredInTarget: number;
  readonly abandoned: number;
  readonly abandonedInTarget: number;
  readonly abandonedShort: number;
}

/** The five service levels of these outcomes; NaN where there is nothing to take a share of. */
export function serviceLevels(o: Outcomes): ServiceLevels {
  const offered = o.answered + o.abandoned;
  return {
    f1: (o.answeredInTarget + o.abandonedInTarget) / offered,
    f2: o.answeredInTarget / o.answered,
    f3: o.answeredInTarget / offered,
    f4: o.answeredInTarget / (offered - o.abandonedInTarget),
    f5: (o.answeredInTarget + o.abandonedShort) / offered,
  };
}

/** What a line does in the long run when callers give up. */
export interface Impatient {
  /** Share of callers who find all agents busy. */
  readonly waits: number;
  /** Share who give up. */
  readonly abandons: number;
  /** Mean wait of all callers. */
  readonly meanWait: number;
  /** Mean number waiting. */
  readonly queue: number;
  readonly occupancy: number;
  /** Mean wait of those answered, the ASA. */
  readonly asa: number;
  /** Mean wait of those who gave up; NaN when nobody does. */
  readonly abandonerWait: number;
  /** Share answered within the target: `levels.f3`, and its four cousins. */
  readonly levels: ServiceLevels;
  /** Share whom a caller of endless patience would find answered within the target. */
  readonly virtualLevel: number;
}

/** Where the exponent of the virtual wait is largest, and where it has become negligible. */
function shapeOf(
  rate: number,
  drain: number,
  patience: Survival,
): { peak: number; end: number; exponent: (x: number) => number } {
  const exponent = (x: number): number => rate * patience.area(x) - drain * x;
  let far = 1 / drain;
  while (rate * patience.tail(far) > drain) {
    far *= 2;
    demand(
      far < 1e12 / drain,
      'patience',
      'such that the line settles: too many never give up',
      'not',
    );
  }
  const peak =
    rate * patience.tail(0) > drain
      ? risingRoot((x) => drain - rate * patience.tail(x), 0, far, 'peak')
      : 0;
  let width = 1 / drain;
  while (exponent(peak + width) > exponent(peak) - 60) {
    width *= 2;
    demand(
      width < 1e12 / drain,
      'patience',
      'such that the line settles: too many never give up',
      'not',
    );
  }
  return { peak, end: peak + width, exponent };
}

/**
 * M/M/n+G: Poisson arrivals, exponential handling, any law of patience, first come first served.
 * Source: Zeltyn and Mandelbaum 2005. With S the tail of patience, H its area, the virtual wait
 * has the density lambda exp(lambda H(x) - n mu x) / (E + lambda J), E = 1/B(n-1, a), J the
 * integral of the exponential; all else are integrals against it, taken to infinity (the virtual
 * wait goes beyond the longest patience). Error: about 1e-12.
 * @param target T of the service levels, in the unit of the line
 * @param short an abandonment up to this is short
 */
export function impatientLine(
  line: Traffic,
  patience: Survival,
  target: number,
  short = 0,
): Impatient {
  const load = loadOf(line);
  demandAmount('target', target);
  demandAmount('short', short);
  const { rate } = line;
  const drain = line.agents / line.handling;
  const { peak, end, exponent } = shapeOf(rate, drain, patience);
  const top = exponent(peak);
  const breaks = [...patience.breaks, peak, target, short];
  const weighed = (f: (x: number) => number, to = end): number =>
    integrate((x) => exp(exponent(x) - top) * f(x), 0, to, breaks);

  const all = weighed(() => 1);
  const free = exp(-top) / erlangB(line.agents - 1, load);
  const unit = free + rate * all;
  const share = (integral: number): number => (rate * integral) / unit;

  const idle = free / unit;
  const waits = share(all);
  const answeredLate = share(weighed((x) => patience.tail(x)));
  const answered = idle + answeredLate;
  // A difference would lose its digits where few give up: give-ups are integrated for themselves.
  const abandoned = share(weighed((x) => 1 - patience.tail(x)));
  const inTarget = idle + share(weighed((x) => patience.tail(x), Math.min(target, end)));
  const gaveUpBy = (t: number): number => share(weighed((x) => 1 - patience.tail(Math.min(x, t))));
  const meanWait = share(weighed((x) => patience.area(x)));
  const servedWait = share(weighed((x) => x * patience.tail(x)));
  return {
    waits,
    abandons: abandoned,
    meanWait,
    queue: rate * meanWait,
    occupancy: (load * answered) / line.agents,
    asa: servedWait / answered,
    abandonerWait:
      abandoned === 0
        ? Number.NaN
        : share(weighed((x) => patience.area(x) - x * patience.tail(x))) / abandoned,
    levels: serviceLevels({
      answered,
      answeredInTarget: inTarget,
      abandoned,
      abandonedInTarget: gaveUpBy(target),
      abandonedShort: gaveUpBy(short),
    }),
    virtualLevel: idle + share(weighed(() => 1, Math.min(target, end))),
  };
}

/**
 * Erlang A (M/M/n+M): impatientLine with exponential patience of this mean. Source: Palm 1957;
 * the identity abandons = meanWait / patience ties its figures.
 */
export const erlangA = (line: Traffic, patience: number, target: number, short = 0): Impatient =>
  impatientLine(line, exponentialSurvival(patience), target, short);

/** What a line with a bounded number of places does in the long run. */
export interface Bounded {
  /** Share of callers refused. */
  readonly blocked: number;
  /** Of all callers, the share who wait. */
  readonly waits: number;
  /** Of all callers, the share who give up. */
  readonly abandons: number;
  /** Mean number waiting. */
  readonly queue: number;
  readonly occupancy: number;
  /** Long-run share of time with i callers in the centre, i from 0. */
  readonly shares: Float64Array;
}

/**
 * M/M/n/K+M: at most `places` callers wait, the next is refused. Source: birth and death,
 * shares from the balance lambda pi_i = (mu min(i+1, n) + theta (i+1-n)+) pi_(i+1).
 * @param patience mean of the exponential patience; Infinity for callers who never give up
 */
export function boundedLine(line: Traffic, patience: number, places: number): Bounded {
  const load = loadOf(line);
  const n = line.agents;
  demand(Number.isSafeInteger(n), 'agents', 'a whole number here', n);
  demand(
    Number.isSafeInteger(places) && places >= 0 && places <= 1e6,
    'places',
    'a whole number up to a million',
    places,
  );
  demand(patience > 0, 'patience', 'above 0', patience);
  const shares = new Float64Array(n + places + 1);
  // Relative to the likeliest state, whatever the load: nothing can overflow.
  const logs = new Float64Array(shares.length);
  let top = 0;
  for (let i = 1; i < shares.length; i += 1) {
    const leaving = Math.min(i, n) / line.handling + Math.max(0, i - n) / patience;
    logs[i] = logs[i - 1]! + log(line.rate / leaving);
    top = Math.max(top, logs[i]!);
  }
  let whole = 0;
  for (let i = 0; i < shares.length; i += 1) whole += shares[i] = exp(logs[i]! - top);
  let [queue, busy, waits] = [0, 0, 0];
  for (let i = 0; i < shares.length; i += 1) {
    shares[i]! /= whole;
    queue += shares[i]! * Math.max(0, i - n);
    busy += shares[i]! * Math.min(i, n);
    if (i >= n && i < shares.length - 1) waits += shares[i]!;
  }
  const abandons = line.rate === 0 ? 0 : queue / patience / line.rate;
  return {
    blocked: load === 0 ? 0 : shares[shares.length - 1]!,
    waits,
    abandons,
    queue,
    occupancy: busy / n,
    shares,
  };
}
