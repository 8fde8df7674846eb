import { Sampler } from '../kernel/laws.ts';
import { type Luck, PURPOSE as PURPOSE_ } from '../kernel/luck.ts';
import { NEVER as NEVER_ } from '../kernel/time.ts';
import {
  type Plan,
  SOURCE_IDS as SOURCE_IDS_,
  type SourcePlan,
  TRACE_ID as TRACE_ID_,
} from './plan.ts';

const PURPOSE = PURPOSE_;
const NEVER = NEVER_;
const SOURCE_IDS = SOURCE_IDS_;
const TRACE_ID = TRACE_ID_;
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
  /** The source of the next call, and how many calls it has given before. */
  private source = 0;
  private number = 0;
  private readonly streams: readonly Stream[];
  /** How many calls each source has given: the number of its next one. The trace comes last. */
  private readonly given: Int32Array;

  constructor(plan: Plan, luck: Luck) {
    const factors = busyness(plan, luck);
    this.streams = plan.sources.map(
      (source) => new Stream(source, luck, source.busy ? factors : null, plan),
    );
    if (plan.trace !== null || plan.sources.length === 0)
      this.streams = [...this.streams, new Stream(null, luck, null, plan)];
    this.given = new Int32Array(this.streams.length);
    for (const stream of this.streams) stream.fill(0);
    this.choose();
  }

  copyFrom(other: Arrivals): void {
    this.nextAt = other.nextAt;
    this.person = other.person;
    this.key = other.key;
    this.type = other.type;
    this.row = other.row;
    this.source = other.source;
    this.number = other.number;
    this.given.set(other.given);
    this.streams.forEach((stream, i) => stream.copyFrom(other.streams[i] as Stream));
  }

  /**
   * From now on other callers come, of another luck, at the rates of the plan times these factors
   * of the intervals (null: 1). A burst that has not begun never comes (fork.ts says why).
   */
  renew(luck: Luck, now: number, factors: Float64Array | null): void {
    this.given.fill(0);
    for (const stream of this.streams) stream.renew(luck, now, factors);
    this.choose();
  }

  /** The number of the person who made the call of a trace row. */
  personOfRow(row: number): number {
    return row * SOURCE_IDS + TRACE_ID;
  }

  /** Goes on to the following call. */
  advance(): void {
    const number = this.number + 1;
    const stream = this.streams[this.source] as Stream;
    if ((number & (BLOCK - 1)) === 0) stream.fill(number);
    if (this.streams.length === 1) {
      this.take(stream, number);
      return;
    }
    this.given[this.source] = number;
    this.choose();
  }

  private choose(): void {
    const { given, streams } = this;
    this.source = 0;
    let bestAt = NEVER;
    for (let source = 0; source < streams.length; source++) {
      const number = given[source] as number;
      const at = (streams[source] as Stream).times[number & (BLOCK - 1)] as number;
      if (at >= bestAt) continue;
      bestAt = at;
      this.source = source;
    }
    this.take(streams[this.source] as Stream, given[this.source] as number);
  }

  /** The next call is the one of this number in this stream. */
  private take(stream: Stream, number: number): void {
    const place = number & (BLOCK - 1);
    this.number = number;
    this.nextAt = stream.times[place] as number;
    this.key = stream.keys[place] as number;
    this.type = stream.types[place] as number;
    this.person = number * SOURCE_IDS + stream.id;
    this.row = stream.id === TRACE_ID ? number : -1;
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

/** How many callers of a source are drawn together: a power of two. */
const BLOCK = 64;

/** The callers of one source, a block at a time: when they come, and the keys of their luck. */
class Stream {
  readonly id: number;
  /** By position in the block: the instant, or NEVER. */
  readonly times = new Int32Array(BLOCK).fill(NEVER);
  readonly keys = new Int32Array(BLOCK);
  readonly types = new Int32Array(BLOCK);
  private readonly gaps = new Float64Array(BLOCK);
  private readonly walk: Walk | null;

  /** @param source null for the recorded day */
  constructor(
    source: SourcePlan | null,
    private luck: Luck,
    factors: Float64Array | null,
    private readonly plan: Plan,
  ) {
    this.id = source === null ? TRACE_ID : source.id;
    this.walk = source === null ? null : new Walk(source, factors);
    if (source !== null) this.types.fill(source.type);
  }

  copyFrom(other: Stream): void {
    this.times.set(other.times);
    this.keys.set(other.keys);
    this.types.set(other.types);
    this.luck = other.luck;
    if (other.walk !== null) this.walk?.copyFrom(other.walk);
  }

  renew(luck: Luck, now: number, factors: Float64Array | null): void {
    this.luck = luck;
    this.walk?.restart(now, factors);
    this.fill(0);
  }

  /** Draws the block that begins with this number. */
  fill(first: number): void {
    const { gaps, keys, plan, times, walk } = this;
    this.luck.gaps(first * SOURCE_IDS + this.id, SOURCE_IDS, keys, gaps);
    if (walk !== null) {
      for (let i = 0; i < BLOCK; i++) times[i] = walk.next(gaps[i] as number, plan.lengthMs);
      return;
    }
    for (let i = 0; i < BLOCK; i++) {
      times[i] = plan.trace?.at[first + i] ?? NEVER;
      this.types[i] = plan.trace?.type[first + i] ?? 0;
    }
  }
}

/** Walks along a rate: from each call to the next, by the area under the rate between them. */
class Walk {
  private t: number;
  private slice = 0;
  /** Rate now, and its slope, in the current slice. */
  private rate = 0;
  private slope = 0;
  private end = 0;

  constructor(
    private readonly source: SourcePlan,
    private factors: Float64Array | null,
  ) {
    this.t = source.edges[0] as number;
    this.enter(0);
  }

  copyFrom(other: Walk): void {
    this.t = other.t;
    this.slice = other.slice;
    this.rate = other.rate;
    this.slope = other.slope;
    this.end = other.end;
    this.factors = other.factors;
  }

  /** Begins anew at `now`; a rate that the day's busyness leaves alone must have begun before. */
  restart(now: number, factors: Float64Array | null): void {
    const { busy, edges, from } = this.source;
    this.factors = busy ? factors : null;
    let slice = 0;
    while (slice < from.length && (edges[slice + 1] as number) <= now) slice += 1;
    if (!busy && now < (edges[0] as number)) slice = from.length;
    this.enter(slice);
    if (this.end === Infinity) return;
    this.t = now;
    this.rate += this.slope * (now - (edges[slice] as number));
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

  /** The instant of the call this area further on, ms; NEVER when it lies at or beyond `end`. */
  next(area: number, end: number): number {
    let left = area;
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
