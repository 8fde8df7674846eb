import type { Law } from '../../scenario/scenario.ts';
import type { CallRecord } from './calls.ts';

/**
 * After-call work, from what calls show of it: how long an agent lets pass between the end of a
 * call and the next, while the next one was waiting already.
 */

/** A longer silence is an absence, seconds. */
const LONGEST_S = 600;
/** With fewer gaps than this the law would be noise. */
const ENOUGH = 20;
/** Below this mean, seconds, there is none. */
const NOTHING_S = 0.05;
/** Knots of the law: its shares of the gaps. */
const KNOTS = 20;

export interface AfterCall {
  readonly law: Law;
  readonly meanS: number;
  /** Gaps, or rows, it was fitted to. */
  readonly n: number;
}

/** Gaps between calls of one agent during which the next caller was waiting, seconds. */
export function gapsOf(calls: readonly CallRecord[]): number[] {
  const byAgent = new Map<string, CallRecord[]>();
  for (const call of calls) {
    if (!call.served || call.agent === '' || !(call.serviceS >= 0)) continue;
    const key = `${call.day}\u0000${call.agent}`;
    const own = byAgent.get(key);
    if (own === undefined) byAgent.set(key, [call]);
    else own.push(call);
  }
  const gaps: number[] = [];
  for (const own of byAgent.values()) {
    own.sort((a, b) => a.startS - b.startS);
    for (let i = 1; i < own.length; i++) {
      const [before, next] = [own[i - 1] as CallRecord, own[i] as CallRecord];
      const end = before.startS + before.serviceS;
      const gap = next.startS - end;
      if (next.arrivalS <= end && gap >= 0 && gap <= LONGEST_S) gaps.push(gap);
    }
  }
  return gaps;
}

/** The law of a sample of durations as a table of its shares; null where there is nothing. */
export function lawOfGaps(gaps: readonly number[]): AfterCall | null {
  const n = gaps.length;
  const meanS = gaps.reduce((sum, x) => sum + x, 0) / n;
  if (n < ENOUGH || meanS < NOTHING_S) return null;
  const sorted = [...gaps].sort((a, b) => a - b);
  const zero = sorted.filter((x) => x === 0).length / n;
  const some = sorted.filter((x) => x > 0);
  const valuesS: number[] = [];
  const cumulative: number[] = [];
  for (let k = 1; k <= KNOTS; k++) {
    const place = Math.ceil((k / KNOTS) * some.length) - 1;
    const value = some[place] ?? 0;
    const share = k === KNOTS ? 1 : Math.round(((place + 1) / some.length) * 10_000) / 10_000;
    if (valuesS[valuesS.length - 1] === value) cumulative[cumulative.length - 1] = share;
    else {
      valuesS.push(value);
      cumulative.push(share);
    }
  }
  const law: Law = { law: 'empirical', valuesS, cumulative, zero: Math.round(zero * 1e4) / 1e4 };
  return { law, meanS: Math.round(meanS * 10) / 10, n };
}
