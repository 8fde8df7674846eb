import { demand, demandAmount, demandShare } from './argument.ts';
import { risingRoot } from './calculus.ts';
import { loadOf, type Traffic } from './erlang.ts';
import { type Impatient, impatientLine } from './impatient.ts';
import type { Survival } from './survival.ts';

/** A line whose callers come back. */
export interface WithReturns {
  /** First calls and returns, per unit of time. */
  readonly total: number;
  /** Calls for one first call. */
  readonly attempts: number;
  /** The line under the total rate. */
  readonly line: Impatient;
}

/**
 * Redials after abandonment and repeat calls after service, when returns come back late enough to
 * look like fresh Poisson calls: the total rate solves
 * Lambda = lambda / (1 - redial P_ab - repeat (1 - P_ab)), P_ab itself being that of Lambda.
 * The smallest solution is given: the one a centre reaches from an empty morning. Source: Ding,
 * Koole and van der Mei, "On the estimation of the true demand in call centers with redials and
 * reconnects" (2015); a good guide for sizing, exact only for long delays (MODEL 2).
 * @param line its rate is that of first calls
 * @param redial share of those who gave up who call again
 * @param repeat share of the served who call again
 */
export function withReturns(
  line: Traffic,
  patience: Survival,
  redial: number,
  repeat: number,
  target = 0,
  short = 0,
): WithReturns {
  loadOf(line);
  demandShare('redial', redial);
  demandShare('repeat', repeat);
  demandAmount('rate', line.rate);
  demand(
    Math.max(redial, repeat) < 1,
    'redial and repeat',
    'below 1: else nobody ever leaves',
    `${redial} and ${repeat}`,
  );
  const at = (rate: number): Impatient => impatientLine({ ...line, rate }, patience, target, short);
  if (line.rate === 0) return { total: 0, attempts: 1, line: at(0) };
  const missing = (total: number): number => {
    const gone = at(total).abandons;
    return total * (1 - redial * gone - repeat * (1 - gone)) - line.rate;
  };
  // The smallest root: climb from the first calls alone, by steps too short to jump over it.
  let low = line.rate;
  let high = low;
  while (missing(high) < 0) {
    low = high;
    high = Math.min(
      high * 1.02,
      (high + line.rate / (1 - Math.max(redial, repeat))) * 0.5 + 1e-12 * high,
    );
  }
  const total = risingRoot(missing, low, high, 'total rate');
  return { total, attempts: total / line.rate, line: at(total) };
}
