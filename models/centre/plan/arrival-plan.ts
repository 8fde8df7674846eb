import { check } from '../../kernel/check.ts';
import { saysOf } from '../../scenario/fields.ts';
import { type ContactType, MAX_TYPES, type Scenario, type Trace } from '../../scenario/scenario.ts';
import { type Slope, slopesOf } from '../../scenario/steps.ts';
import { volumeOf } from '../../scenario/volume.ts';
import { type MomentPlan, type SourcePlan, TRACE_ID, type TracePlan } from './plan.ts';

const HOUR_MS = 3_600_000;

const ms = (seconds: number): number => Math.round(seconds * 1_000);

/** The stretches of a day with a factor of their own; the whole day where none has (RULES A3). */
export function spellsOf({ arrivals, day }: Scenario): { spells: number; spellMs: number } {
  const lengthMs = day.lengthMin * 60_000;
  const spellMs = arrivals.intervalCv > 0 ? arrivals.factorMin * 60_000 : lengthMs;
  return { spellMs, spells: Math.max(1, Math.ceil(lengthMs / spellMs - 1e-9)) };
}

/** Where first calls come from: each type's rates, then each burst. */
export function sourcePlans(scenario: Scenario, spellMs: number): SourcePlan[] {
  const own = scenario.types.map((type, t) => rateSource(type, t, scenario, spellMs));
  const bursts = scenario.types.flatMap((type, t) =>
    type.bursts.filter((burst) => burst.calls > 0).map((burst) => burstSource(burst, t)),
  );
  check(MAX_TYPES + bursts.length <= TRACE_ID, `too many bursts: ${bursts.length}`);
  const numbered = bursts.map((burst, i) => ({ ...burst, id: MAX_TYPES + i }));
  return [...own.filter((source) => source.from.some((rate) => rate > 0)), ...numbered];
}

function rateSource(type: ContactType, t: number, scenario: Scenario, spellMs: number): SourcePlan {
  const slices = slopesOf(type, scenario).flatMap((slope) => bySpell(slope, spellMs));
  return {
    id: t,
    type: t,
    edges: Float64Array.from([0, ...slices.map(({ endMs }) => endMs)]),
    from: Float64Array.from(slices, ({ from }) => from / HOUR_MS),
    to: Float64Array.from(slices, ({ to }) => to / HOUR_MS),
    spell: Int32Array.from(slices, ({ startMs }) => spellAt(startMs, spellMs)),
    busy: true,
  };
}

/** The spell that begins at this instant or holds then; rounding puts no edge a spell too early. */
const spellAt = (at: number, spellMs: number): number => Math.floor(at / spellMs + 1e-9);

/** The same rate, cut where another factor begins. */
function bySpell({ startMs, endMs, from, to }: Slope, spellMs: number): Slope[] {
  const at = (instant: number): number =>
    instant === endMs ? to : from + ((to - from) * (instant - startMs)) / (endMs - startMs);
  const parts: Slope[] = [];
  for (let here = startMs; here < endMs; ) {
    const next = Math.min(endMs, spellMs * (1 + spellAt(here, spellMs)));
    parts.push({ startMs: here, endMs: next, from: at(here), to: at(next) });
    here = next;
  }
  return parts;
}

function burstSource(burst: ContactType['bursts'][number], t: number): SourcePlan {
  const start = burst.atMin * 60_000;
  const stop = start + burst.lengthMin * 60_000;
  const rate = Float64Array.of(burst.calls / (burst.lengthMin * 60_000));
  const edges = Float64Array.of(start, stop);
  return { id: 0, type: t, edges, from: rate, to: rate, spell: Int32Array.of(0), busy: false };
}

/**
 * When the bursts that have a name begin, and when they are over, if that is before closing; what
 * ends at an instant comes before what begins then.
 */
export function momentPlans(scenario: Scenario): MomentPlan[] {
  const lengthMs = scenario.day.lengthMin * 60_000;
  const named = scenario.types
    .flatMap(({ bursts }) => bursts)
    .flatMap(({ atMin, lengthMin, name }) => (name ? [{ atMin, lengthMin, name }] : []))
    .sort((a, b) => a.atMin - b.atMin);
  // No call of an event comes before it is told, nor after it is over.
  const begun = named.map(({ atMin, name }, event) => ({
    atMs: Math.floor(atMin * 60_000),
    event,
    begins: saysOf(name),
  }));
  const over = named.map(({ atMin, lengthMin }, event) => ({
    atMs: Math.ceil((atMin + lengthMin) * 60_000),
    event,
    begins: null,
  }));
  return [...over.filter(({ atMs }) => atMs < lengthMs), ...begun].sort((a, b) => a.atMs - b.atMs);
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

/** A recorded day, in columns; once more for each time that its callers may come again. */
export function tracePlan(trace: Trace, types: number): TracePlan {
  const n = trace.atS.length;
  const volume = Float64Array.from({ length: types }, (_, t) => volumeOf(trace.volume, t));
  const times = Math.max(1, ...volume.map(Math.ceil));
  const again = (values: readonly number[]): number[] => new Array(times).fill(values).flat();
  const column = (values: readonly (number | null)[] | undefined): Float64Array =>
    Float64Array.from({ length: n * times }, (_, i) => {
      const value = values?.[i % n];
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
    at: Float64Array.from(again(trace.atS), ms),
    type: Int32Array.from(again(trace.type)),
    handling: column(trace.handlingS),
    patience: column(trace.patienceS),
    waited: column(trace.waitedS),
    person: Int32Array.from(
      { length: n * times },
      (_, i) => (person[i % n] as number) + i - (i % n),
    ),
    attempt: Int32Array.from({ length: n * times }, (_, i) => attempt[i % n] as number),
    volume: volume.every((one) => one === 1) ? null : volume,
    recorded: n,
  };
}
