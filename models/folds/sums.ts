import type { Sketch } from '../kernel/sketch.ts';

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
  /** What contacts came to, where talks are arbitrated. */
  resolved: 32,
  unresolved: 33,
  /** Work on the solution, ms at speed 1. */
  workMs: 34,
  /** Callers who left for good, by how; and those who will call tomorrow. */
  content: 35,
  lost: 36,
  tomorrow: 37,
  /** Harm of all kinds, in waiting-minute equivalents. */
  costWme: 38,
  /** Journeys of the day; the sum of their scores; those below 50; the four components. */
  journeys: 39,
  lived: 40,
  poorlyLived: 41,
  livedParts: 42,
  /** First contacts that ended, and those resolved among them, by third of need. */
  easy: 46,
  easyResolved: 47,
  middle: 48,
  middleResolved: 49,
  hard: 50,
  hardResolved: 51,
  /** The sum of the scores without compensation. */
  livedStrict: 52,
  /** Four sums, in the order of HARM. */
  harms: 53,
  /** The score of the worst-served tenth (day only). */
  livedP10: 57,
  /** Callers who hung up to be called back; those who were; those called in vain; and how late. */
  promised: 58,
  calledBack: 59,
  unreached: 60,
  callBackMs: 61,
  /** Journeys, and the sum of their scores, by third of need, then of callers nobody met (NEED). */
  byNeed: 62,
} as const;
export const SUMS = 70;

/** Thirds of need, as journeys are counted by them; nobody has met a caller of the last kind. */
export const NEED = { easy: 0, middle: 1, hard: 2, unmet: 3 } as const;

/** Kinds of harm, each weighed by the value of the caller's type: of these costWme is made. */
export const HARM = { minutes: 0, abandoned: 1, unresolved: 2, lost: 3 } as const;

/** Callers choose no group: what happens before an answer belongs to none. */
export const NOT_OF_GROUPS: readonly number[] = [
  SUM.offered,
  SUM.first,
  SUM.afterBlocked,
  SUM.afterAbandoned,
  SUM.afterServed,
  SUM.blocked,
  SUM.abandoned,
  SUM.abandonedInTarget,
  SUM.abandonedShort,
  SUM.waitAbandonedMs,
  SUM.longestAbandonedMs,
  SUM.transferred,
  SUM.dropped,
  SUM.queueArea,
  SUM.queueMax,
  SUM.content,
  SUM.lost,
  SUM.tomorrow,
  SUM.costWme,
  SUM.journeys,
  SUM.lived,
  SUM.poorlyLived,
  SUM.livedStrict,
  SUM.harms + HARM.minutes,
  SUM.harms + HARM.abandoned,
  SUM.harms + HARM.unresolved,
  SUM.harms + HARM.lost,
  SUM.promised,
  SUM.unreached,
  ...Array.from({ length: 8 }, (_, k) => SUM.byNeed + k),
];
/** Percentiles of waits, and where they are kept. */
const SHARES: readonly number[] = [0.5, 0.8, 0.9, 0.95, 0.99];
const PERCENTILES: readonly number[] = [SUM.p50Ms, SUM.p80Ms, SUM.p90Ms, SUM.p95Ms, SUM.p99Ms];

/** One day's sums: the whole, each interval, each type, each group. */
export interface DaySums {
  readonly day: Float64Array;
  /** One more than the scenario's intervals: the last is the time after closing. */
  readonly intervals: readonly Float64Array[];
  readonly types: readonly Float64Array[];
  readonly groups: readonly Float64Array[];
}

/**
 * Adds one cell's counts, which begin here, to another's: what is counted with the call's type and
 * interval. The rest is measured over time, or of groups alone.
 */
function addCounts(into: Float64Array, cells: readonly number[], from: number): void {
  // Two cells together have the greater of these.
  const answered = Math.max(into[SUM.longestAnsweredMs]!, cells[from + SUM.longestAnsweredMs]!);
  const abandoned = Math.max(into[SUM.longestAbandonedMs]!, cells[from + SUM.longestAbandonedMs]!);
  for (let k = 0; k <= SUM.dropped; k += 1) into[k]! += cells[from + k]!;
  for (let k = SUM.resolved; k < SUM.livedP10; k += 1) into[k]! += cells[from + k]!;
  for (let k = SUM.promised; k < SUMS; k += 1) into[k]! += cells[from + k]!;
  into[SUM.longestAnsweredMs] = answered;
  into[SUM.longestAbandonedMs] = abandoned;
}

/** First attempts are what is left of the offered. */
function countFirsts(cell: Float64Array): void {
  const again = cell[SUM.afterBlocked]! + cell[SUM.afterAbandoned]! + cell[SUM.afterServed]!;
  cell[SUM.first] = cell[SUM.offered]! - again;
}

/**
 * The counts of cells (interval, type, group), each SUMS numbers, added up by every cut of the day;
 * one group more than there are holds what happened to callers whom nobody answered.
 */
export function gatherCells(
  cells: readonly number[],
  frame: { readonly intervals: number; readonly types: number; readonly groups: number },
): DaySums {
  const empty = (): Float64Array => new Float64Array(SUMS);
  const day = empty();
  const intervals = Array.from({ length: frame.intervals + 1 }, empty);
  const types = Array.from({ length: frame.types }, empty);
  const groups = Array.from({ length: frame.groups }, empty);
  let from = 0;
  for (const interval of intervals)
    for (const type of types)
      for (let g = 0; g <= frame.groups; g += 1, from += SUMS) {
        addCounts(day, cells, from);
        addCounts(interval, cells, from);
        addCounts(type, cells, from);
        const group = groups[g];
        if (group !== undefined) addCounts(group, cells, from);
      }
  for (const cell of [day, ...intervals, ...types, ...groups]) countFirsts(cell);
  return { day, intervals, types, groups };
}

/** In a cell, calls answered at once: a column that only the percentiles of a finished day use. */
export const AT_ONCE = SUM.p50Ms;

/** Counts calls answered at once where the others are counted, and tells of them cell by cell. */
export function settleAtOnce(
  cells: number[],
  frame: { readonly intervals: number; readonly types: number; readonly groups: number },
  tell: (calls: number, interval: number, type: number, group: number) => void,
): void {
  let cell = 0;
  for (let i = 0; i <= frame.intervals; i += 1)
    for (let t = 0; t < frame.types; t += 1)
      for (let g = 0; g <= frame.groups; g += 1, cell += SUMS) {
        const calls = cells[cell + AT_ONCE]!;
        if (calls === 0) continue;
        cells[cell + AT_ONCE] = 0;
        cells[cell + SUM.answered]! += calls;
        cells[cell + SUM.answeredInTarget]! += calls;
        tell(calls, i, t, g);
      }
}

/**
 * Writes the percentiles of waits into a day's cells; NaN where nothing was added. Where there is
 * one type, or one group, its sketch is the whole day's and need not be given.
 */
export function writePercentiles(
  { day, intervals, types, groups }: DaySums,
  whole: Sketch,
  byInterval: readonly Sketch[],
  byType: readonly Sketch[],
  byGroup: readonly Sketch[],
): void {
  writeQuantiles(day, whole);
  intervals.forEach((cell, i) => writeQuantiles(cell, byInterval[i]!));
  types.forEach((cell, i) => writeQuantiles(cell, byType[i] ?? whole));
  groups.forEach((cell, i) => writeQuantiles(cell, byGroup[i] ?? whole));
}

function writeQuantiles(cell: Float64Array, sketch: Sketch): void {
  const found = sketch.quantiles(SHARES);
  PERCENTILES.forEach((k, i) => {
    cell[k] = found[i]!;
  });
}
