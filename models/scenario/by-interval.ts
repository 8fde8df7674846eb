import { type ContactType, inInterval, intervalCount, type Scenario } from './scenario.ts';
import { slopesOf } from './steps.ts';
import { volumeOf } from './volume.ts';

/** What the hour of a call changes: how many calls come, and how long they take (RULES A10). */

/** First calls of a type in the part of the day from..to, ms: rates, bursts and records. */
export function callsBetween(scenario: Scenario, t: number, fromMs: number, toMs: number): number {
  const type = scenario.types[t] as ContactType;
  let calls = 0;
  for (const { startMs, endMs, from, to } of slopesOf(type, scenario)) {
    const [begin, end] = [Math.max(fromMs, startMs), Math.min(toMs, endMs)];
    if (end <= begin) continue;
    const middle = ((begin + end) / 2 - startMs) / (endMs - startMs);
    calls += (from + (to - from) * middle) * ((end - begin) / 3_600_000);
  }
  for (const burst of type.bursts) {
    const [begin, last] = [burst.atMin * 60_000, (burst.atMin + burst.lengthMin) * 60_000];
    const within = Math.min(toMs, last) - Math.max(fromMs, begin);
    if (within > 0) calls += (burst.calls * within) / (last - begin);
  }
  const { trace } = scenario;
  trace?.atS.forEach((at, i) => {
    if (trace.type[i] === t && at * 1_000 >= fromMs && at * 1_000 < toMs)
      calls += volumeOf(trace.volume, t);
  });
  return calls;
}

type Profile = number | readonly number[];

/** Do all calls of the day take as long as the law says? */
export const isLevel = (...factors: readonly Profile[]): boolean =>
  factors.every((factor) => [factor].flat().every((one) => one === 1));

/** The mean of a factor over the calls of a type; over the intervals where nobody calls. */
export function meanFactor(scenario: Scenario, t: number, factor: Profile): number {
  if (typeof factor === 'number') return factor;
  const widthMs = scenario.day.intervalMin * 60_000;
  const endMs = scenario.day.lengthMin * 60_000;
  let [calls, sum] = [0, 0];
  for (let i = 0; i < intervalCount(scenario); i++) {
    const to = Math.min((i + 1) * widthMs, endMs);
    const here = 1e-9 + callsBetween(scenario, t, i * widthMs, to);
    calls += here;
    sum += here * inInterval(factor, i);
  }
  return sum / calls;
}
