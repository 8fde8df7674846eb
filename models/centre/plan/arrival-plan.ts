import { check } from '../../kernel/check.ts';
import {
  type ContactType,
  inInterval,
  MAX_TYPES,
  type Scenario,
  type Trace,
} from '../../scenario/scenario.ts';
import { type SourcePlan, TRACE_ID, type TracePlan } from './plan.ts';

const ms = (seconds: number): number => Math.round(seconds * 1_000);

/** Where first calls come from: each type's rates, then each burst. */
export function sourcePlans(scenario: Scenario, intervals: number): SourcePlan[] {
  const own = scenario.types.map((type, t) => rateSource(type, t, scenario, intervals));
  const bursts = scenario.types.flatMap((type, t) =>
    type.bursts.filter((burst) => burst.calls > 0).map((burst) => burstSource(burst, t)),
  );
  check(MAX_TYPES + bursts.length <= TRACE_ID, `too many bursts: ${bursts.length}`);
  const numbered = bursts.map((burst, i) => ({ ...burst, id: MAX_TYPES + i }));
  return [...own.filter((source) => source.from.some((rate) => rate > 0)), ...numbered];
}

function rateSource(
  type: ContactType,
  t: number,
  scenario: Scenario,
  intervals: number,
): SourcePlan {
  const end = scenario.day.lengthMin * 60_000;
  const width = scenario.day.intervalMin * 60_000;
  const rate = (i: number): number => inInterval(type.perHour, i) / 3_600_000;
  const edges = Float64Array.from({ length: intervals + 1 }, (_, i) => Math.min(i * width, end));
  const from = Float64Array.from({ length: intervals }, (_, i) => rate(i));
  const linear = type.shape === 'linear';
  const to = Float64Array.from({ length: intervals }, (_, i) =>
    rate(linear ? Math.min(i + 1, intervals - 1) : i),
  );
  return { id: t, type: t, edges, from, to, busy: true };
}

function burstSource(burst: ContactType['bursts'][number], t: number): SourcePlan {
  const start = burst.atMin * 60_000;
  const stop = start + burst.lengthMin * 60_000;
  const rate = Float64Array.of(burst.calls / (burst.lengthMin * 60_000));
  return { id: 0, type: t, edges: Float64Array.of(start, stop), from: rate, to: rate, busy: false };
}

/** How many first calls a day is expected to bring, those of a trace left out. */
export function expectedCalls(sources: readonly SourcePlan[]): number {
  let sum = 0;
  for (const { edges, from, to } of sources)
    for (let i = 0; i < from.length; i++)
      sum +=
        (((edges[i + 1] as number) - (edges[i] as number)) *
          ((from[i] as number) + (to[i] as number))) /
        2;
  return sum;
}

/** A recorded day, in columns. */
export function tracePlan(trace: Trace): TracePlan {
  const n = trace.atS.length;
  const column = (values: readonly (number | null)[] | undefined): Float64Array =>
    Float64Array.from({ length: n }, (_, i) => {
      const value = values?.[i];
      return value === null || value === undefined ? -1 : ms(value);
    });
  const person = Int32Array.from({ length: n }, (_, i) => i);
  const attempt = new Int32Array(n);
  const seen = new Map<number, { row: number; calls: number }>();
  trace.caller?.forEach((caller, i) => {
    if (caller === null) return;
    const known = seen.get(caller);
    if (!known) {
      seen.set(caller, { row: i, calls: 1 });
      return;
    }
    person[i] = known.row;
    attempt[i] = known.calls++;
  });
  return {
    at: Float64Array.from(trace.atS, ms),
    type: Int32Array.from(trace.type),
    handling: column(trace.handlingS),
    patience: column(trace.patienceS),
    waited: column(trace.waitedS),
    person,
    attempt,
  };
}
