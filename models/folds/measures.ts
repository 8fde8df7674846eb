import { Sketch } from '../kernel/sketch.ts';
import type { Recorder } from '../words/recorder.ts';

/**
 * Counts a day without keeping it (RULES M): a recorder that allocates nothing a call. What is
 * counted goes to the interval in which the call *arrived*; what lasts (queue, staff) to the
 * interval in which it lasted. figures.ts turns the sums into named measures.
 */

/** The frame of the report, from a scenario (study/trial.ts makes it). */
export interface MeasuresFrame {
  readonly lengthMs: number;
  readonly intervalMs: number;
  readonly intervals: number;
  readonly warmUpMs: number;
  readonly types: number;
  readonly groups: number;
  /** Group of each agent. */
  readonly groupOf: ArrayLike<number>;
  readonly targetMs: number;
  readonly shortAbandonMs: number;
}

/** Sums kept for each cell; times in ms, areas in ms times a number. */
export const SUM = {
  offered: 0,
  first: 1,
  afterBlocked: 2,
  afterAbandoned: 3,
  afterServed: 4,
  blocked: 5,
  answered: 6,
  answeredInTarget: 7,
  abandoned: 8,
  abandonedInTarget: 9,
  abandonedShort: 10,
  waitAnsweredMs: 11,
  waitAbandonedMs: 12,
  longestAnsweredMs: 13,
  longestAbandonedMs: 14,
  handled: 15,
  talkMs: 16,
  holdMs: 17,
  wrapUpMs: 18,
  transferred: 19,
  dropped: 20,
  /** Calls waiting, over time; and the most at once. */
  queueArea: 21,
  queueMax: 22,
  /** Agents signed in; not ready among them; busy (talk, hold, after-call work), over time. */
  staffedArea: 23,
  notReadyArea: 24,
  busyArea: 25,
  /** Length of the time covered, ms. */
  spanMs: 26,
  p50Ms: 27,
  p80Ms: 28,
  p90Ms: 29,
  p95Ms: 30,
  p99Ms: 31,
} as const;
export const SUMS = 32;

/** Sums that are a greatest value: two cells together have the greater. */
const GREATEST: readonly number[] = [SUM.longestAnsweredMs, SUM.longestAbandonedMs, SUM.queueMax];
/** Counted with the call's type and interval; the rest is measured over time, or of groups alone. */
const LAST_COUNT = SUM.dropped;
/** Callers choose no group: what happens before an answer belongs to none. */
const NOT_OF_GROUPS: readonly number[] = [
  SUM.offered, SUM.first, SUM.afterBlocked, SUM.afterAbandoned, SUM.afterServed, SUM.blocked,
  SUM.abandoned, SUM.abandonedInTarget, SUM.abandonedShort, SUM.waitAbandonedMs,
  SUM.longestAbandonedMs, SUM.transferred, SUM.dropped, SUM.queueArea, SUM.queueMax,
];
const PERCENTILES: readonly (readonly [number, number])[] = [
  [SUM.p50Ms, 0.5], [SUM.p80Ms, 0.8], [SUM.p90Ms, 0.9], [SUM.p95Ms, 0.95], [SUM.p99Ms, 0.99],
];

/** One day's sums: the whole, each interval, each type, each group. */
export interface DaySums {
  readonly day: Float64Array;
  /** One more than the scenario's intervals: the last is the time after closing. */
  readonly intervals: readonly Float64Array[];
  readonly types: readonly Float64Array[];
  readonly groups: readonly Float64Array[];
}

export class Measures implements Recorder {
  /** Cell of (interval, type): SUMS numbers from (interval * types + type) * SUMS. */
  private readonly cells: Float64Array;
  /** Cell of (interval, group), for what lasts. */
  private readonly teams: Float64Array;
  /** Sums of the calls answered by each group. */
  private readonly served: Float64Array;
  private readonly byInterval: readonly Sketch[];
  private readonly byType: readonly Sketch[];
  private readonly byGroup: readonly Sketch[];
  private readonly waiting: Int32Array;
  private readonly signed: Int32Array;
  private readonly away: Int32Array;
  private readonly busy: Int32Array;
  /** 1 while the agent is not ready. */
  private readonly isAway: Uint8Array;
  /** Cell of the call each agent has in hand, or -1 (arrived in warm-up). */
  private readonly inHand: Int32Array;
  /** Instant up to which areas are summed; the bounds of its interval. */
  private until = 0;
  private start = 0;
  private edge = 0;
  private interval = 0;
  private waitingNow = 0;

  constructor(private readonly frame: MeasuresFrame) {
    const { groups, intervals, types } = frame;
    const sketches = (n: number): Sketch[] => Array.from({ length: n }, () => new Sketch());
    this.cells = new Float64Array((intervals + 1) * types * SUMS);
    this.teams = new Float64Array((intervals + 1) * groups * SUMS);
    this.served = new Float64Array(groups * SUMS);
    this.byInterval = sketches(intervals);
    this.byType = sketches(types);
    this.byGroup = sketches(groups);
    this.waiting = new Int32Array(types);
    this.signed = new Int32Array(groups);
    this.away = new Int32Array(groups);
    this.busy = new Int32Array(groups);
    this.isAway = new Uint8Array(frame.groupOf.length);
    this.inHand = new Int32Array(frame.groupOf.length).fill(-1);
    this.clear();
  }

  /** Makes it ready for another day. */
  clear(): void {
    for (const numbers of [this.cells, this.teams, this.served, this.waiting, this.signed, this.away, this.busy])
      numbers.fill(0);
    for (const sketch of [...this.byInterval, ...this.byType, ...this.byGroup]) sketch.clear();
    this.isAway.fill(0);
    this.inHand.fill(-1);
    this.until = 0;
    this.interval = 0;
    this.waitingNow = 0;
    this.start = 0;
    this.edge = Math.min(this.frame.intervalMs, this.frame.lengthMs);
  }

  opened(): void {}
  closed(): void {}
  held(): void {}
  resumed(): void {}
  rang(): void {}
  missed(): void {}
  seated(): void {}
  unseated(): void {}

  ended(at: number): void {
    this.pass(at);
  }

  arrived(
    at: number, _call: number, _caller: number, type: number, attempt: number,
    _cause: number, _says: number, after: number,
  ): void {
    this.pass(at);
    this.waiting[type]! += 1;
    this.waitingNow += 1;
    const cell = this.cellOf(at, type);
    if (cell < 0) return;
    this.cells[cell + SUM.offered]! += 1;
    this.cells[cell + (attempt === 0 ? SUM.first : SUM.first + Math.max(1, after))]! += 1;
  }

  queued(at: number, _call: number, type: number): void {
    const cell = this.cellOf(at, type) + SUM.queueMax;
    if (cell < SUM.queueMax) return;
    if (this.waitingNow > this.cells[cell]!) this.cells[cell] = this.waitingNow;
  }

  blocked(at: number, _call: number, type: number): void {
    this.pass(at);
    this.leaveLine(type);
    const cell = this.cellOf(at, type);
    if (cell >= 0) this.cells[cell + SUM.blocked]! += 1;
  }

  answered(at: number, _call: number, type: number, _attempt: number, agent: number, waitMs: number): void {
    this.pass(at);
    this.leaveLine(type);
    const group = this.frame.groupOf[agent] as number;
    this.busy[group]! += 1;
    const interval = this.intervalOf(at - waitMs);
    const cell = interval < 0 ? -1 : (interval * this.frame.types + type) * SUMS;
    this.inHand[agent] = cell;
    if (cell < 0) return;
    this.countAnswer(this.cells, cell, waitMs);
    this.countAnswer(this.served, group * SUMS, waitMs);
    this.byInterval[interval]!.add(waitMs);
    this.byType[type]!.add(waitMs);
    this.byGroup[group]!.add(waitMs);
  }

  private countAnswer(sums: Float64Array, cell: number, waitMs: number): void {
    sums[cell + SUM.answered]! += 1;
    sums[cell + SUM.waitAnsweredMs]! += waitMs;
    if (waitMs <= this.frame.targetMs) sums[cell + SUM.answeredInTarget]! += 1;
    if (waitMs > sums[cell + SUM.longestAnsweredMs]!) sums[cell + SUM.longestAnsweredMs] = waitMs;
  }

  abandoned(at: number, _call: number, type: number, _attempt: number, waitMs: number): void {
    this.pass(at);
    this.leaveLine(type);
    const cell = this.cellOf(at - waitMs, type);
    if (cell < 0) return;
    const { cells, frame } = this;
    cells[cell + SUM.abandoned]! += 1;
    cells[cell + SUM.waitAbandonedMs]! += waitMs;
    if (waitMs <= frame.targetMs) cells[cell + SUM.abandonedInTarget]! += 1;
    if (waitMs <= frame.shortAbandonMs) cells[cell + SUM.abandonedShort]! += 1;
    if (waitMs > cells[cell + SUM.longestAbandonedMs]!) cells[cell + SUM.longestAbandonedMs] = waitMs;
  }

  transferred(
    at: number, _call: number, type: number, agent: number, _group: number, talkMs: number, holdMs: number,
  ): void {
    this.pass(at);
    this.waiting[type]! += 1;
    this.waitingNow += 1;
    this.countTalk(agent, talkMs, holdMs);
    const cell = this.inHand[agent]!;
    if (cell >= 0) this.cells[cell + SUM.transferred]! += 1;
  }

  relayed(at: number, _call: number, type: number, agent: number): void {
    this.pass(at);
    this.leaveLine(type);
    this.busy[this.frame.groupOf[agent] as number]! += 1;
    // The interval of arrival is no longer known here: the second leg counts where it begins.
    this.inHand[agent] = this.cellOf(at, type);
  }

  dropped(at: number, _call: number, type: number, waitMs: number): void {
    this.pass(at);
    this.leaveLine(type);
    const cell = this.cellOf(at - waitMs, type);
    if (cell >= 0) this.cells[cell + SUM.dropped]! += 1;
  }

  concluded(at: number, _call: number, _type: number, agent: number, talkMs: number, holdMs: number): void {
    this.pass(at);
    const cell = this.inHand[agent]!;
    if (cell < 0) return;
    this.cells[cell + SUM.handled]! += 1;
    this.served[(this.frame.groupOf[agent] as number) * SUMS + SUM.handled]! += 1;
    this.countTalk(agent, talkMs, holdMs);
  }

  private countTalk(agent: number, talkMs: number, holdMs: number): void {
    const cell = this.inHand[agent]!;
    if (cell < 0) return;
    const group = (this.frame.groupOf[agent] as number) * SUMS;
    this.cells[cell + SUM.talkMs]! += talkMs;
    this.served[group + SUM.talkMs]! += talkMs;
    if (holdMs === 0) return;
    this.cells[cell + SUM.holdMs]! += holdMs;
    this.served[group + SUM.holdMs]! += holdMs;
  }

  wrapped(at: number, _call: number, agent: number, wrapMs: number): void {
    this.pass(at);
    const group = this.frame.groupOf[agent] as number;
    this.busy[group]! -= 1;
    const cell = this.inHand[agent]!;
    if (cell < 0 || wrapMs === 0) return;
    this.cells[cell + SUM.wrapUpMs]! += wrapMs;
    this.served[group * SUMS + SUM.wrapUpMs]! += wrapMs;
  }

  signedIn(at: number, agent: number): void {
    this.pass(at);
    this.signed[this.frame.groupOf[agent] as number]! += 1;
  }

  signedOut(at: number, agent: number): void {
    this.pass(at);
    this.signed[this.frame.groupOf[agent] as number]! -= 1;
    this.setAway(agent, 0);
  }

  ready(at: number, agent: number): void {
    this.pass(at);
    this.setAway(agent, 0);
  }

  notReady(at: number, agent: number): void {
    this.pass(at);
    this.setAway(agent, 1);
  }

  private setAway(agent: number, away: number): void {
    const group = this.frame.groupOf[agent] as number;
    this.away[group]! += away - this.isAway[agent]!;
    this.isAway[agent] = away;
  }

  private leaveLine(type: number): void {
    this.waiting[type]! -= 1;
    this.waitingNow -= 1;
  }

  /** Interval in which a call arrived, or -1 when it came during the warm-up. */
  private intervalOf(at: number): number {
    if (at < this.frame.warmUpMs) return -1;
    // Most calls are answered in the interval of their arrival.
    if (at >= this.start && at < this.edge) return this.interval;
    return Math.min((at / this.frame.intervalMs) | 0, this.frame.intervals);
  }

  private cellOf(at: number, type: number): number {
    const interval = this.intervalOf(at);
    return interval < 0 ? -1 : (interval * this.frame.types + type) * SUMS;
  }

  /** Sums what lasted up to `at`; splits it at the ends of intervals. */
  private pass(at: number): void {
    while (at >= this.edge && this.interval < this.frame.intervals) {
      this.sumUpTo(this.edge);
      this.interval += 1;
      this.start = this.edge;
      const end = (this.interval + 1) * this.frame.intervalMs;
      const last = this.interval >= this.frame.intervals;
      this.edge = last ? Infinity : Math.min(end, this.frame.lengthMs);
    }
    if (at > this.until) this.sumUpTo(at);
  }

  private sumUpTo(at: number): void {
    const { frame } = this;
    const from = this.until > frame.warmUpMs ? this.until : frame.warmUpMs;
    this.until = at;
    const ms = at - from;
    if (ms <= 0) return;
    const { cells, teams } = this;
    let cell = this.interval * frame.types * SUMS;
    for (let type = 0; type < frame.types; type += 1, cell += SUMS)
      if (this.waiting[type] !== 0) cells[cell + SUM.queueArea]! += this.waiting[type]! * ms;
    let team = this.interval * frame.groups * SUMS;
    for (let group = 0; group < frame.groups; group += 1, team += SUMS) {
      teams[team + SUM.staffedArea]! += this.signed[group]! * ms;
      teams[team + SUM.busyArea]! += this.busy[group]! * ms;
      teams[team + SUM.spanMs]! += ms;
      if (this.away[group] !== 0) teams[team + SUM.notReadyArea]! += this.away[group]! * ms;
    }
  }

  /** The sums of the day that was recorded. */
  sums(): DaySums {
    const { frame } = this;
    const empty = (): Float64Array => new Float64Array(SUMS);
    const day = empty();
    const intervals = Array.from({ length: frame.intervals + 1 }, empty);
    const types = Array.from({ length: frame.types }, empty);
    const groups = Array.from({ length: frame.groups }, (_, g) => {
      const group = this.served.slice(g * SUMS, (g + 1) * SUMS);
      for (const k of NOT_OF_GROUPS) group[k] = Number.NaN;
      return group;
    });
    intervals.forEach((interval, i) => {
      types.forEach((type, t) => {
        const from = (i * frame.types + t) * SUMS;
        const cell = this.cells.subarray(from, from + SUMS);
        for (const into of [day, interval, type]) addCounts(into, cell);
      });
      groups.forEach((group, g) => {
        const from = (i * frame.groups + g) * SUMS;
        const cell = this.teams.subarray(from, from + SUMS);
        for (const into of [day, interval, group]) addAreas(into, cell, into === group || g === 0);
      });
      for (const type of types) type[SUM.spanMs] = day[SUM.spanMs]!;
    });
    this.writePercentiles({ day, intervals, types, groups });
    return { day, intervals, types, groups };
  }

  private writePercentiles({ day, intervals, types, groups }: DaySums): void {
    const whole = new Sketch();
    for (const sketch of this.byType) whole.merge(sketch);
    writeQuantiles(day, whole);
    intervals.forEach((cell, i) => writeQuantiles(cell, this.byInterval[i]));
    types.forEach((cell, i) => writeQuantiles(cell, this.byType[i]));
    groups.forEach((cell, i) => writeQuantiles(cell, this.byGroup[i]));
  }
}

function addCounts(into: Float64Array, cell: Float64Array): void {
  for (let k = 0; k <= LAST_COUNT; k += 1) if (!GREATEST.includes(k)) into[k]! += cell[k]!;
  into[SUM.queueArea]! += cell[SUM.queueArea]!;
  for (const k of GREATEST) into[k] = Math.max(into[k]!, cell[k]!);
}

function addAreas(into: Float64Array, cell: Float64Array, withSpan: boolean): void {
  for (const k of [SUM.staffedArea, SUM.notReadyArea, SUM.busyArea]) into[k]! += cell[k]!;
  if (withSpan) into[SUM.spanMs]! += cell[SUM.spanMs]!;
}

function writeQuantiles(cell: Float64Array, sketch: Sketch | undefined): void {
  for (const [k, p] of PERCENTILES)
    cell[k] = sketch && sketch.count > 0 ? sketch.quantile(p) : Number.NaN;
}
