import { AFTER as AFTER_, type Fact } from '../../words/facts.ts';
import type { Says } from '../../words/problem.ts';
import type { PublicView } from '../../words/public-view.ts';

const AFTER = AFTER_;

/** Upper ends of the classes of waits, inclusive, ms; a last class is open. */
export const WAIT_CLASSES_MS = [0, 5, 10, 20, 30, 60, 90, 120, 180, 300, 600].map((s) => s * 1_000);

/** `before` the doors open, `open`, `closing` (doors closed, callers remain), `over`. */
export type Phase = 'before' | 'open' | 'closing' | 'over';

/**
 * Counts since opening. offered = answered + abandoned + blocked + those who still wait for a first
 * answer.
 */
export interface Totals {
  offered: number;
  firstAttempts: number;
  repeats: number;
  /** Of the repeats, those of callers who had been served. */
  cameBack: number;
  blocked: number;
  answered: number;
  abandoned: number;
  /** Abandoned within the short-abandonment limit. */
  shortAbandoned: number;
  /** Answered within the target (inclusive). */
  within: number;
  waitAnsweredMs: number;
  waitAbandonedMs: number;
  longestWaitMs: number;
  concluded: number;
  talkMs: number;
  transferred: number;
  dropped: number;
  /** Hung up to be called back; called back; called in vain. */
  promised: number;
  calledBack: number;
  unreached: number;
}

/** Counts by interval of arrival. */
export interface ByInterval {
  offered: number[];
  answered: number[];
  within: number[];
  abandoned: number[];
}

export interface DayView {
  phase: Phase;
  targetMs: number;
  shortAbandonMs: number;
  intervalMs: number;
  totals: Totals;
  byInterval: ByInterval;
  /** Waits by class of WAIT_CLASSES_MS. */
  waits: { answered: number[]; abandoned: number[] };
  /** Most callers waiting at once in each step of the day. */
  queue: { stepMs: number; limit: number; most: number[] };
  /** What has begun that has a name, in that order. */
  events: DayEvent[];
}

/** Something that happens to everybody: a train is cancelled, the power fails. */
export interface DayEvent {
  event: number;
  name: Says;
  at: number;
  /** When it brought no more calls than usual, at the latest at closing; -1 before. */
  easedAt: number;
}

const zeros = (n: number): number[] => new Array<number>(n).fill(0);

const noTotals = (): Totals => ({
  offered: 0,
  firstAttempts: 0,
  repeats: 0,
  cameBack: 0,
  blocked: 0,
  answered: 0,
  abandoned: 0,
  shortAbandoned: 0,
  within: 0,
  waitAnsweredMs: 0,
  waitAbandonedMs: 0,
  longestWaitMs: 0,
  concluded: 0,
  talkMs: 0,
  transferred: 0,
  dropped: 0,
  promised: 0,
  calledBack: 0,
  unreached: 0,
});

const MINUTE_MS = 60_000;
/** A day is drawn with at most this many steps. */
const STEPS = 1_440;

export function startDay(publicView: PublicView): DayView {
  const intervals = Math.max(1, Math.ceil(publicView.lengthMs / publicView.intervalMs));
  const classes = WAIT_CLASSES_MS.length + 1;
  return {
    phase: 'before',
    targetMs: publicView.targetMs,
    shortAbandonMs: publicView.shortAbandonMs,
    intervalMs: publicView.intervalMs,
    totals: noTotals(),
    byInterval: {
      offered: zeros(intervals),
      answered: zeros(intervals),
      within: zeros(intervals),
      abandoned: zeros(intervals),
    },
    waits: { answered: zeros(classes), abandoned: zeros(classes) },
    queue: {
      stepMs: MINUTE_MS * Math.max(1, Math.ceil(publicView.lengthMs / (STEPS * MINUTE_MS))),
      limit: 2 * STEPS,
      most: [],
    },
    events: [],
  };
}

/** Of the events of a day, those that go on. */
export const goingOn = ({ events }: DayView): DayEvent[] =>
  events.filter(({ easedAt }) => easedAt < 0);

/** Adds one to the interval of an instant; what comes after closing belongs to the last one. */
function count(day: DayView, counts: number[], arrivedAt: number): void {
  const i = Math.min(counts.length - 1, Math.max(0, Math.floor(arrivedAt / day.intervalMs)));
  counts[i] = (counts[i] ?? 0) + 1;
}

function classify(counts: number[], waitMs: number): void {
  let i = 0;
  while (i < WAIT_CLASSES_MS.length && waitMs > (WAIT_CLASSES_MS[i] ?? 0)) i++;
  counts[i] = (counts[i] ?? 0) + 1;
}

/** Folds one fact into the counts of the day. */
export function stepDay(day: DayView, fact: Fact): void {
  const { totals } = day;
  switch (fact.kind) {
    case 'opened':
      day.phase = 'open';
      return;
    case 'closed':
      day.phase = 'closing';
      for (const one of goingOn(day)) one.easedAt = fact.at;
      return;
    case 'ended':
      day.phase = 'over';
      return;
    case 'began':
      day.events.push({ event: fact.event, name: fact.name, at: fact.at, easedAt: -1 });
      return;
    case 'eased':
      for (const one of day.events) if (one.event === fact.event) one.easedAt = fact.at;
      return;
    case 'arrived':
      totals.offered++;
      if (fact.attempt === 0) totals.firstAttempts++;
      else totals.repeats++;
      if (fact.after === AFTER.served) totals.cameBack++;
      return count(day, day.byInterval.offered, fact.at);
    case 'blocked':
      totals.blocked++;
      return;
    case 'answered':
      totals.answered++;
      totals.waitAnsweredMs += fact.waitMs;
      totals.longestWaitMs = Math.max(totals.longestWaitMs, fact.waitMs);
      classify(day.waits.answered, fact.waitMs);
      count(day, day.byInterval.answered, fact.at - fact.waitMs);
      if (fact.waitMs > day.targetMs) return;
      totals.within++;
      return count(day, day.byInterval.within, fact.at - fact.waitMs);
    case 'abandoned':
      totals.abandoned++;
      totals.waitAbandonedMs += fact.waitMs;
      totals.longestWaitMs = Math.max(totals.longestWaitMs, fact.waitMs);
      if (fact.waitMs <= day.shortAbandonMs) totals.shortAbandoned++;
      classify(day.waits.abandoned, fact.waitMs);
      return count(day, day.byInterval.abandoned, fact.at - fact.waitMs);
    case 'concluded':
      totals.concluded++;
      totals.talkMs += fact.talkMs;
      return;
    case 'transferred':
      totals.transferred++;
      return;
    case 'dropped':
    case 'promised':
    case 'calledBack':
    case 'unreached':
      totals[fact.kind]++;
      return;
    default:
  }
}

/**
 * How long a call waited, and how long a caller did over all their calls, ms, mean; null before the
 * first. Where hurry brings callers back, short waits a call may be long waits a caller.
 */
export function meanWaits(totals: Totals): {
  readonly perCallMs: number | null;
  readonly perCallerMs: number | null;
} {
  const { abandoned, answered, firstAttempts, waitAbandonedMs, waitAnsweredMs } = totals;
  const waitedMs = waitAnsweredMs + waitAbandonedMs;
  const per = (many: number): number | null => (many > 0 ? waitedMs / many : null);
  return { perCallMs: per(answered + abandoned), perCallerMs: per(firstAttempts) };
}

/** Writes the length of the line up to `at`: `before` held until then, `after` from then on. */
export function noteQueue(day: DayView, at: number, before: number, after: number): void {
  const { most, stepMs, limit } = day.queue;
  const step = Math.min(limit - 1, Math.floor(at / stepMs));
  while (most.length <= step) most.push(before);
  most[step] = Math.max(most[step] ?? 0, after);
}
