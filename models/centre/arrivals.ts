import { Sampler } from '../kernel/laws.ts';
import { type Luck, PURPOSE } from '../kernel/luck.ts';
import { NEVER } from '../kernel/time.ts';
import { type Plan, SOURCE_IDS, type SourcePlan, TRACE_ID } from './plan.ts';

/**
 * When first calls come (RULES A1–A6): non-homogeneous Poisson by inversion of the cumulated rate,
 * one uniform a call keyed by its number in its source, so that no other draw can shift it; and the
 * rows of a recorded day as they were.
 */
export class Arrivals {
  /** Instant of the next first call, ms; NEVER when there is none left. */
  nextAt = NEVER;
  /** Its caller's number: the same under every policy. */
  person = 0;
  /** The key of the caller's luck. */
  key = 0;
  type = 0;
  /** Its row in the trace, or -1 when it comes from a rate. */
  row = -1;
  private source = 0;
  private readonly streams: readonly RateStream[];
  private readonly times: Int32Array;
  private readonly keys: Int32Array;
  /** How many calls each source has given: the number of its next one. The trace comes last. */
  private readonly given: Int32Array;
  private readonly ids: Int32Array;
  private readonly sources: number;

  constructor(
    private readonly plan: Plan,
    private readonly luck: Luck,
  ) {
    const factors = busyness(plan, luck);
    this.streams = plan.sources.map(
      (source) => new RateStream(source, source.busy ? factors : null),
    );
    this.sources = plan.sources.length + (plan.trace || plan.sources.length === 0 ? 1 : 0);
    this.times = new Int32Array(this.sources);
    this.keys = new Int32Array(this.sources);
    this.given = new Int32Array(this.sources);
    this.ids = Int32Array.from([...plan.sources.map((source) => source.id), TRACE_ID]);
    for (let source = 0; source < this.sources; source++) this.draw(source);
    this.choose();
  }

  /** The number of the person who made the call of a trace row. */
  personOfRow(row: number): number {
    return row * SOURCE_IDS + TRACE_ID;
  }

  /** Goes on to the following call. */
  advance(): void {
    const { source } = this;
    this.given[source] = (this.given[source] as number) + 1;
    this.draw(source);
    if (this.sources > 1) this.choose();
    else this.take(0);
  }

  private draw(source: number): void {
    const number = this.given[source] as number;
    const key = this.luck.keyOf(number * SOURCE_IDS + (this.ids[source] as number));
    this.keys[source] = key;
    const stream = this.streams[source];
    this.times[source] =
      stream === undefined
        ? (this.plan.trace?.at[number] ?? NEVER)
        : stream.next(this.luck, key, this.plan.lengthMs);
  }

  private choose(): void {
    const { times } = this;
    let best = 0;
    for (let source = 1; source < this.sources; source++)
      if ((times[source] as number) < (times[best] as number)) best = source;
    this.take(best);
  }

  /** The next call is that of this source. */
  private take(source: number): void {
    const number = this.given[source] as number;
    const id = this.ids[source] as number;
    this.source = source;
    this.nextAt = this.times[source] as number;
    this.person = number * SOURCE_IDS + id;
    this.key = this.keys[source] as number;
    if (id === TRACE_ID) {
      this.row = number;
      this.type = this.plan.trace?.type[number] ?? 0;
    } else {
      this.row = -1;
      this.type = (this.plan.sources[source] as SourcePlan).type;
    }
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

  constructor(
    private readonly source: SourcePlan,
    private readonly factors: Float64Array | null,
  ) {
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

  /** The instant of this person's call, ms; NEVER when it lies at or beyond `end`. */
  next(luck: Luck, key: number, end: number): number {
    let left = -Math.log(luck.draw(key, 0, PURPOSE.GAP));
    while (this.end < Infinity) {
      const span = this.end - this.t;
      const here = (this.rate + (this.slope * span) / 2) * span;
      if (here > left) {
        this.t += this.step(left);
        return this.t < end ? this.t | 0 : NEVER;
      }
      left -= here;
      this.t = this.end;
      this.enter(this.slice + 1);
    }
    return NEVER;
  }

  /** How far to go for the area under the rate to reach `area`. */
  private step(area: number): number {
    const { rate, slope } = this;
    if (slope === 0) return area / rate;
    const step = (2 * area) / (rate + Math.sqrt(rate * rate + 2 * slope * area));
    this.rate += slope * step;
    return step;
  }
}
