import { NEVER } from '../kernel/calendar.ts';
import { Sampler } from '../kernel/laws.ts';
import { PURPOSE, type Luck } from '../kernel/luck.ts';
import type { Plan, SourcePlan } from './plan.ts';

/**
 * When first calls come (RULES A1–A6): non-homogeneous Poisson by inversion of the cumulated rate,
 * one uniform a call keyed by its number in its source, so that no other draw can shift it; and the
 * rows of a recorded day as they were.
 */
export class Arrivals {
  /** Instant of the next first call, ms; NEVER when there is none left. */
  nextAt = NEVER;
  /** Its source: a position in plan.sources, or plan.sources.length for the trace. */
  nextSource = 0;
  private readonly streams: readonly RateStream[];
  private readonly times: Int32Array;
  /** Key of the luck of each source's next caller. */
  private readonly keys: Int32Array;
  /** How many calls each source has given: the number of its next one. */
  private readonly given: Int32Array;
  private readonly sources: number;

  constructor(private readonly plan: Plan, private readonly luck: Luck) {
    const factors = busyness(plan, luck);
    this.streams = plan.sources.map((source) => new RateStream(source, source.busy ? factors : null));
    this.sources = plan.sources.length + 1;
    this.times = new Int32Array(this.sources);
    this.keys = new Int32Array(this.sources);
    this.given = new Int32Array(this.sources);
    for (let source = 0; source < this.sources; source++) this.draw(source);
    this.choose();
  }

  /** The number of the person who calls next: the same under every policy. */
  get person(): number {
    return (this.given[this.nextSource] as number) * this.sources + this.nextSource;
  }

  /** The key of their luck. */
  get key(): number {
    return this.keys[this.nextSource] as number;
  }

  /** The row of the trace that comes next, or -1 when a rate's call does. */
  get row(): number {
    return this.nextSource === this.sources - 1 ? (this.given[this.nextSource] as number) : -1;
  }

  /** The number of the person who made the call of a trace row. */
  personOfRow(row: number): number {
    return row * this.sources + this.sources - 1;
  }

  get type(): number {
    const row = this.row;
    return row < 0
      ? (this.plan.sources[this.nextSource] as SourcePlan).type
      : (this.plan.trace?.type[row] as number);
  }

  /** Goes on to the following call. */
  advance(): void {
    const source = this.nextSource;
    this.given[source] = (this.given[source] as number) + 1;
    this.draw(source);
    if (this.sources === 2 && source === 0 && this.plan.trace === null)
      this.nextAt = this.times[0] as number;
    else this.choose();
  }

  private draw(source: number): void {
    const number = this.given[source] as number;
    const key = this.luck.keyOf(number * this.sources + source);
    this.keys[source] = key;
    const stream = this.streams[source];
    if (stream === undefined) {
      this.times[source] = Math.min(this.plan.trace?.at[number] ?? NEVER, NEVER);
      return;
    }
    const at = stream.after(-Math.log(this.luck.draw(key, 0, PURPOSE.GAP)));
    this.times[source] = at < this.plan.lengthMs ? at : NEVER;
  }

  private choose(): void {
    let best = 0;
    for (let source = 1; source < this.sources; source++)
      if ((this.times[source] as number) < (this.times[best] as number)) best = source;
    this.nextSource = best;
    this.nextAt = this.times[best] as number;
  }
}

/** The factor of each interval of this day: gamma of the day times gamma of the interval. */
function busyness(plan: Plan, luck: Luck): Float64Array | null {
  if (plan.busynessCv === 0 && plan.intervalCv === 0) return null;
  const gamma = (cv: number, who: number, purpose: number): number =>
    cv === 0
      ? 1
      : new Sampler({ law: 'gamma', mean: 1, cv }).quantile(luck.uniform(who, 0, purpose));
  const day = gamma(plan.busynessCv, 0, PURPOSE.DAY);
  return Float64Array.from(
    { length: plan.intervals },
    (_, i) => day * gamma(plan.intervalCv, i, PURPOSE.INTERVAL),
  );
}

/** Walks along a rate: from each call to the next, by the area under the rate between them. */
class RateStream {
  private t: number;
  private slice = 0;
  /** Rate now, and its slope, in the current slice. */
  private rate = 0;
  private slope = 0;
  private end = 0;

  constructor(private readonly source: SourcePlan, private readonly factors: Float64Array | null) {
    this.t = source.edges[0] as number;
    this.enter(0);
  }

  private enter(slice: number): void {
    const { edges, from, to } = this.source;
    this.slice = slice;
    if (slice >= from.length) {
      this.end = Infinity;
      return;
    }
    const factor = this.factors === null ? 1 : (this.factors[slice] as number);
    const start = edges[slice] as number;
    this.end = edges[slice + 1] as number;
    this.rate = factor * (from[slice] as number);
    const rise = factor * (to[slice] as number) - this.rate;
    this.slope = rise === 0 ? 0 : rise / (this.end - start);
  }

  /** The instant at which the area since the last call reaches `area`; Infinity if it never does. */
  after(area: number): number {
    let left = area;
    while (this.end < Infinity) {
      const span = this.end - this.t;
      const here = (this.rate + (this.slope * span) / 2) * span;
      if (here > left) {
        const { rate, slope } = this;
        const step =
          slope === 0 ? left / rate : (2 * left) / (rate + Math.sqrt(rate * rate + 2 * slope * left));
        this.t += step;
        this.rate += slope * step;
        return this.t;
      }
      left -= here;
      this.t = this.end;
      this.enter(this.slice + 1);
    }
    return Infinity;
  }
}
