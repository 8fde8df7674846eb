import { Sampler } from '../../kernel/laws.ts';
import { type Luck, PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import { copyRow, objects, reals, wholes } from '../../kernel/rows.ts';
import { NEVER as NEVER_ } from '../../kernel/time.ts';
import {
  type Plan,
  SOURCE_IDS as SOURCE_IDS_,
  type SourcePlan,
  TRACE_ID as TRACE_ID_,
  type TypePlan,
} from '../plan/plan.ts';
import type { Call } from './calls.ts';
import { keyOfRow, type RecordedRows, rowsOfDay } from './recorded.ts';

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
  private readonly streams: readonly Stream[];
  /** The one that gives the next call. The trace comes last. */
  private stream: Stream;
  private readonly several: boolean;

  constructor(plan: Plan, luck: Luck) {
    const factors = busyness(plan, luck);
    const { sources } = plan;
    const streams = objects(sources.length, (i) => {
      const source = sources[i] as SourcePlan;
      return new Stream(source, luck, source.busy ? factors : null, plan);
    });
    if (plan.trace !== null || plan.sources.length === 0)
      streams.push(new Stream(null, luck, null, plan));
    this.streams = streams;
    this.stream = streams[0] as Stream;
    this.several = streams.length > 1;
    this.choose();
  }

  /** The number of the source that gives the next call (plan.ts). */
  get source(): number {
    return this.stream.id;
  }

  /** The next first call is this one. Returns its row in the trace, or -1. */
  seat(call: Call): number {
    return this.stream.seat(call);
  }

  copyFrom(other: Arrivals): void {
    this.streams.forEach((stream, i) => stream.copyFrom(other.streams[i] as Stream));
    this.choose();
  }

  /**
   * From now on other callers come, of another luck, at the rates of the plan times these factors
   * of the spells (null: 1). A burst that has not begun never comes (fork.ts says why).
   */
  renew(luck: Luck, now: number, factors: Float64Array | null): void {
    for (const stream of this.streams) stream.renew(luck, now, factors);
    this.choose();
  }

  /** The number of the person who made the call of a trace row. */
  personOfRow(row: number): number {
    return row * SOURCE_IDS + TRACE_ID;
  }

  /** Goes on to the following call. */
  advance(): void {
    this.stream.advance();
    if (this.several) this.choose();
    else this.nextAt = this.stream.nextAt;
  }

  /** The next call is the earliest of the streams' own; of two at one instant, the first's. */
  private choose(): void {
    let best = this.streams[0] as Stream;
    for (const stream of this.streams) if (stream.nextAt < best.nextAt) best = stream;
    this.stream = best;
    this.nextAt = best.nextAt;
  }
}

/** The factor of each spell of this day: gamma of the day times gamma of the spell. */
function busyness(plan: Plan, luck: Luck): Float64Array | null {
  if (plan.busynessCv === 0 && plan.intervalCv === 0) return null;
  const gamma = (cv: number): Sampler => new Sampler({ law: 'gamma', mean: 1, cv });
  const ofDay = plan.busynessCv === 0 ? null : gamma(plan.busynessCv);
  const day = ofDay?.quantile(luck.uniform(0, 0, PURPOSE.DAY)) ?? 1;
  const factors = new Float64Array(plan.spells).fill(day);
  if (plan.intervalCv === 0) return factors;
  const own = gamma(plan.intervalCv);
  return factors.map((_, i) => day * own.quantile(luck.uniform(i, 0, PURPOSE.INTERVAL)));
}

/**
 * The law of the handling times of a type where they are drawn with the calls: an exponential costs
 * a third of what it does one by one. Any other law, or one an interval, would cost the same, for
 * callers too who never ask for it; and an arbitrated world has forks, whose futures must not be
 * known.
 */
function drawnAhead(plan: Plan, type: number): Sampler | null {
  const { byInterval, handling } = plan.types[type] as TypePlan;
  const isOne = plan.talk === null && !plan.uneven && byInterval === null;
  return isOne && handling.quick ? handling : null;
}

/** How many callers of a source are drawn together: a power of two. */
const BLOCK = 64;

/** The callers of one source, drawn a block at a time: when they come, the keys of their luck. */
class Stream {
  readonly id: number;
  /** The number of its next call, and the instant, ms; NEVER when there is none left. */
  number = 0;
  nextAt = NEVER;
  /** By position in the block: the instant, or NEVER. */
  private readonly times = wholes(BLOCK, NEVER);
  private readonly keys = wholes(BLOCK);
  private readonly types = wholes(BLOCK);
  /** Handling times, ms, where they are worth drawing ahead; else -1. */
  private readonly handling = wholes(BLOCK, -1);
  private readonly ahead: Sampler | null;
  private readonly gaps = reals(BLOCK);
  private readonly walk: Walk | null;
  /** Which rows of the recorded day come, and when; null where all do as they are. */
  private readonly come: RecordedRows | null;

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
    this.ahead = source === null ? null : drawnAhead(plan, source.type);
    this.come = source === null ? rowsOfDay(plan, luck) : null;
    this.fill();
  }

  /**
   * This is the next caller's call: it takes their number, the same under every policy, and the key
   * of their luck. Returns the row of the trace, or -1 when the call comes from a rate.
   */
  seat(call: Call): number {
    const { handling, id, keys, number, types } = this;
    const place = number & (BLOCK - 1);
    if (id === TRACE_ID) return this.seatRecorded(call, place);
    const person = number * SOURCE_IDS + id;
    const type = types[place] as number;
    call.begin(keys[place] as number, person, -1, type, handling[place] as number);
    return -1;
  }

  private seatRecorded(call: Call, place: number): number {
    const row = this.rowAt(this.number);
    const person = row * SOURCE_IDS + TRACE_ID;
    call.begin(this.keys[place] as number, person, row, this.types[place] as number, -1);
    return row;
  }

  copyFrom(other: Stream): void {
    this.number = other.number;
    this.nextAt = other.nextAt;
    copyRow(this.times, other.times);
    copyRow(this.keys, other.keys);
    copyRow(this.types, other.types);
    copyRow(this.handling, other.handling);
    this.luck = other.luck;
    if (other.walk !== null) this.walk?.copyFrom(other.walk);
  }

  renew(luck: Luck, now: number, factors: Float64Array | null): void {
    this.luck = luck;
    this.walk?.restart(now, factors);
    this.number = 0;
    this.fill();
  }

  advance(): void {
    const place = ++this.number & (BLOCK - 1);
    if (place === 0) this.fill();
    else this.nextAt = this.times[place] as number;
  }

  /** Draws the block that begins with the next call. */
  private fill(): void {
    const { gaps, keys, number: first, plan, times, walk } = this;
    this.luck.gaps(first * SOURCE_IDS + this.id, SOURCE_IDS, keys, gaps);
    if (this.ahead !== null) this.ahead.drawAllMs(this.luck, keys, PURPOSE.HANDLING, this.handling);
    if (walk !== null) walk.fill(gaps, plan.lengthMs, times);
    else this.read(first);
    this.nextAt = times[0] as number;
  }

  /** The row of the recorded day that is its call of this number. */
  private rowAt(number: number): number {
    return this.come === null ? number : (this.come.rows[number] ?? -1);
  }

  /** The calls of the recorded day from this number on. */
  private read(first: number): void {
    const { come, keys, luck, plan, times, types } = this;
    for (let i = 0; i < BLOCK; i++) {
      const row = this.rowAt(first + i);
      times[i] = (come === null ? plan.trace?.at[row] : come.at[first + i]) ?? NEVER;
      types[i] = plan.trace?.type[row] ?? 0;
      if (come !== null) keys[i] = keyOfRow(luck, row);
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
    const { edges, from, spell, to } = this.source;
    this.slice = slice;
    if (slice >= from.length) {
      this.end = Infinity;
      return;
    }
    const factor = this.factors === null ? 1 : (this.factors[spell[slice] as number] as number);
    const start = edges[slice] as number;
    this.end = edges[slice + 1] as number;
    this.rate = factor * (from[slice] as number);
    const rise = factor * (to[slice] as number) - this.rate;
    this.slope = rise === 0 ? 0 : rise / (this.end - start);
  }

  /**
   * The instants, ms, of calls parted by these areas under the rate; NEVER for those that lie at or
   * beyond `end`.
   */
  fill(areas: readonly number[], end: number, times: number[]): void {
    let i = 0;
    while (i < areas.length) {
      if (this.slope === 0 && this.end < end) i = this.along(areas, i, times);
      if (i < areas.length) times[i] = this.next(areas[i] as number, end);
      i++;
    }
  }

  /**
   * While the rate does not change, only the instant does: this is where most calls are drawn.
   * Returns the position of the first that lies beyond.
   */
  private along(areas: readonly number[], first: number, times: number[]): number {
    const { end, rate } = this;
    let { t } = this;
    let i = first;
    for (; i < areas.length; i++) {
      const area = areas[i] as number;
      if (rate * (end - t) <= area) break;
      t += area / rate;
      times[i] = t | 0;
    }
    this.t = t;
    return i;
  }

  /** The instant of the call this area further on, ms; NEVER when it lies at or beyond `end`. */
  private next(area: number, end: number): number {
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
