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
  /** Agents scheduled, over time, absences included; time worked beyond it. */
  scheduledArea: 70,
  overtimeArea: 71,
  /** Until closing only: length of time, agents signed in, not ready among them, busy. */
  openMs: 72,
  openStaffedArea: 73,
  openNotReadyArea: 74,
  openBusyArea: 75,
  /** Mean wait of the tenth of answered calls that waited longest. */
  worstTenthMs: 76,
} as const;
export const SUMS = 77;

/** Thirds of need, as journeys are counted by them; nobody has met a caller of the last kind. */
export const NEED = { easy: 0, middle: 1, hard: 2, unmet: 3 } as const;

/** Kinds of harm, each weighed by the value of the caller's type: of these costWme is made. */
export const HARM = { minutes: 0, abandoned: 1, unresolved: 2, lost: 3 } as const;

/** Callers choose no group: what happens before an answer belongs to none. */
const NOT_OF_GROUPS: readonly number[] = [
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

/** One day's sums: the whole, each interval, each type, each group. */
export interface DaySums {
  readonly day: Float64Array;
  /** One more than the scenario's intervals: the last is the time after closing. */
  readonly intervals: readonly Float64Array[];
  readonly types: readonly Float64Array[];
  readonly groups: readonly Float64Array[];
}

/** What has no meaning in a part of the day is NaN there. */
export function leaveOut({ groups, intervals, types }: DaySums): void {
  for (const parts of [intervals, types, groups])
    for (const cell of parts) cell[SUM.livedP10] = Number.NaN;
  for (const group of groups) for (const k of NOT_OF_GROUPS) group[k] = Number.NaN;
}

const columns = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, k) => from + k);
/** What is counted with the call's type and interval; the rest lasts, or is of groups alone. */
const COUNTED: readonly number[] = [
  ...columns(0, SUM.longestAnsweredMs),
  ...columns(SUM.handled, SUM.queueArea),
  ...columns(SUM.resolved, SUM.livedP10),
  ...columns(SUM.promised, SUM.scheduledArea),
];
/** Two cells together have the greater of these. */
const LONGEST: readonly number[] = [SUM.longestAnsweredMs, SUM.longestAbandonedMs];

/**
 * Adds one cell's counts, which begin here, to those of a day and of its parts (null: to none).
 * Half of them are 0, which would change nothing.
 */
function addCounts(
  cells: readonly number[],
  from: number,
  day: Float64Array,
  interval: Float64Array,
  type: Float64Array | null,
  group: Float64Array | null,
): void {
  for (const k of COUNTED) {
    const count = cells[from + k]!;
    if (count === 0) continue;
    day[k]! += count;
    interval[k]! += count;
    if (type !== null) type[k]! += count;
    if (group !== null) group[k]! += count;
  }
  for (const k of LONGEST) {
    const longest = cells[from + k]!;
    if (longest > day[k]!) day[k] = longest;
    if (longest > interval[k]!) interval[k] = longest;
    if (type !== null && longest > type[k]!) type[k] = longest;
    if (group !== null && longest > group[k]!) group[k] = longest;
  }
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
  const [day, ...parts] = emptySums(frame.intervals + 2 + frame.types + frame.groups);
  const whole = day as Float64Array;
  const intervals = parts.slice(0, frame.intervals + 1);
  const types = parts.slice(intervals.length, intervals.length + frame.types);
  const groups = parts.slice(intervals.length + frame.types);
  const alone = frame.types === 1;
  let from = 0;
  for (const interval of intervals)
    for (const type of types)
      for (let g = 0; g <= frame.groups; g += 1, from += SUMS)
        addCounts(cells, from, whole, interval, alone ? null : type, groups[g] ?? null);
  // What is counted of one type is the whole day's.
  if (alone) types[0]!.set(whole);
  countFirsts(whole);
  for (const cell of parts) countFirsts(cell);
  return { day: whole, intervals, types, groups };
}

/** Cells of nothing, in one piece of memory: one for each would cost as much as the counting. */
function emptySums(many: number): Float64Array[] {
  const { buffer } = new Float64Array(many * SUMS);
  const bytes = SUMS * Float64Array.BYTES_PER_ELEMENT;
  return Array.from({ length: many }, (_, i) => new Float64Array(buffer, i * bytes, SUMS));
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

/** One of a day's sums, as measures read it. */
export const at =
  (k: number) =>
  (s: Float64Array): number =>
    s[k] as number;
/** Several of them together. */
export const plus =
  (...keys: number[]) =>
  (s: Float64Array): number => {
    let sum = 0;
    for (const k of keys) sum += s[k] as number;
    return sum;
  };
