import { LIVED_MEASURES } from './figures-lived.ts';
import { ofF3 } from './service-level.ts';
import { at, plus, SUM as SUM_ } from './sums.ts';

const SUM = SUM_;

/**
 * The measures by name: each is a ratio X / Y of a day's sums (Y absent: a plain number), so that
 * figures over many days are ratios of sums, never means of ratios (RULES M2). The five service
 * levels are those of the literature, named because they differ by many points on one day; a call
 * that is blocked is in none of them, but in the level over all offered.
 */
export interface Measure {
  readonly name: string;
  /** '1' a share, 's' seconds, 'wme' waiting-minute equivalents, 'points' 0 to 100… */
  readonly unit: '1' | 's' | 'min' | 'calls' | 'agents' | 'wme' | 'points';
  readonly x: (sums: Float64Array) => number;
  readonly y?: (sums: Float64Array) => number;
  /** Not a sum over days: the mean of the daily values is given (percentiles, longest waits). */
  readonly daily?: boolean;
}

const inSeconds =
  (f: (s: Float64Array) => number) =>
  (s: Float64Array): number =>
    f(s) / 1_000;
const minus =
  (f: (s: Float64Array) => number, g: (s: Float64Array) => number) =>
  (s: Float64Array): number =>
    f(s) - g(s);

/** Of nobody there is no longest, as there is no percentile: their means are over the same days. */
const ofSome =
  (k: number, many: number) =>
  (s: Float64Array): number =>
    (s[many] as number) > 0 ? (s[k] as number) : Number.NaN;

const reached = (s: Float64Array): number =>
  ofF3(s[SUM.answered] as number, s[SUM.abandoned] as number);
const lateAbandoned = minus(at(SUM.abandoned), at(SUM.abandonedInTarget));
const available = minus(at(SUM.staffedArea), at(SUM.notReadyArea));

export const MEASURES: readonly Measure[] = [
  { name: 'offered', unit: 'calls', x: at(SUM.offered) },
  { name: 'firstAttempts', unit: 'calls', x: at(SUM.first) },
  {
    name: 'repeatAttempts',
    unit: 'calls',
    x: plus(SUM.afterBlocked, SUM.afterAbandoned, SUM.afterServed),
  },
  { name: 'repeatAfterBlocked', unit: 'calls', x: at(SUM.afterBlocked) },
  { name: 'repeatAfterAbandoned', unit: 'calls', x: at(SUM.afterAbandoned) },
  { name: 'repeatAfterServed', unit: 'calls', x: at(SUM.afterServed) },
  { name: 'blocked', unit: 'calls', x: at(SUM.blocked) },
  { name: 'answered', unit: 'calls', x: at(SUM.answered) },
  { name: 'answeredInTarget', unit: 'calls', x: at(SUM.answeredInTarget) },
  { name: 'abandoned', unit: 'calls', x: at(SUM.abandoned) },
  { name: 'abandonedShort', unit: 'calls', x: at(SUM.abandonedShort) },
  { name: 'abandonedLong', unit: 'calls', x: minus(at(SUM.abandoned), at(SUM.abandonedShort)) },
  { name: 'handled', unit: 'calls', x: at(SUM.handled) },
  { name: 'transferred', unit: 'calls', x: at(SUM.transferred) },
  { name: 'droppedInTransfer', unit: 'calls', x: at(SUM.dropped) },
  {
    name: 'unfinished',
    unit: 'calls',
    x: minus(
      at(SUM.offered),
      plus(SUM.blocked, SUM.answered, SUM.abandoned, SUM.calledBack, SUM.unreached),
    ),
  },
  {
    name: 'serviceLevelF1',
    unit: '1',
    x: plus(SUM.answeredInTarget, SUM.abandonedInTarget),
    y: reached,
  },
  { name: 'serviceLevelF2', unit: '1', x: at(SUM.answeredInTarget), y: at(SUM.answered) },
  { name: 'serviceLevelF3', unit: '1', x: at(SUM.answeredInTarget), y: reached },
  {
    name: 'serviceLevelF4',
    unit: '1',
    x: at(SUM.answeredInTarget),
    y: (s) => (s[SUM.answered] as number) + lateAbandoned(s),
  },
  {
    name: 'serviceLevelF5',
    unit: '1',
    x: plus(SUM.answeredInTarget, SUM.abandonedShort),
    y: reached,
  },
  { name: 'serviceLevelOffered', unit: '1', x: at(SUM.answeredInTarget), y: at(SUM.offered) },
  { name: 'abandonRate', unit: '1', x: at(SUM.abandoned), y: at(SUM.offered) },
  { name: 'blockedRate', unit: '1', x: at(SUM.blocked), y: at(SUM.offered) },
  { name: 'accessibility', unit: '1', x: plus(SUM.answered, SUM.calledBack), y: at(SUM.offered) },
  {
    name: 'repeatShare',
    unit: '1',
    x: plus(SUM.afterBlocked, SUM.afterAbandoned, SUM.afterServed),
    y: at(SUM.offered),
  },
  {
    name: 'averageSpeedOfAnswer',
    unit: 's',
    x: inSeconds(at(SUM.waitAnsweredMs)),
    y: at(SUM.answered),
  },
  {
    name: 'meanWait',
    unit: 's',
    x: inSeconds(plus(SUM.waitAnsweredMs, SUM.waitAbandonedMs)),
    y: reached,
  },
  // Whoever calls again waits again: what one caller bears in all, over those who called.
  {
    name: 'meanWaitPerCaller',
    unit: 's',
    x: inSeconds(plus(SUM.waitAnsweredMs, SUM.waitAbandonedMs)),
    y: at(SUM.first),
  },
  {
    name: 'meanTimeToAbandon',
    unit: 's',
    x: inSeconds(at(SUM.waitAbandonedMs)),
    y: at(SUM.abandoned),
  },
  { name: 'waitP50', unit: 's', x: inSeconds(at(SUM.p50Ms)), daily: true },
  { name: 'waitP80', unit: 's', x: inSeconds(at(SUM.p80Ms)), daily: true },
  { name: 'waitP90', unit: 's', x: inSeconds(at(SUM.p90Ms)), daily: true },
  { name: 'waitP95', unit: 's', x: inSeconds(at(SUM.p95Ms)), daily: true },
  { name: 'waitP99', unit: 's', x: inSeconds(at(SUM.p99Ms)), daily: true },
  // The mean beyond P90: of two days with the same P90 the one with the longer tail is worse.
  { name: 'worstTenthWait', unit: 's', x: inSeconds(at(SUM.worstTenthMs)), daily: true },
  {
    name: 'longestWaitAnswered',
    unit: 's',
    x: inSeconds(ofSome(SUM.longestAnsweredMs, SUM.answered)),
    daily: true,
  },
  {
    name: 'longestWaitAbandoned',
    unit: 's',
    x: inSeconds(ofSome(SUM.longestAbandonedMs, SUM.abandoned)),
    daily: true,
  },
  {
    name: 'averageHandlingTime',
    unit: 's',
    x: inSeconds(plus(SUM.talkMs, SUM.wrapUpMs)),
    y: at(SUM.handled),
  },
  { name: 'averageTalkTime', unit: 's', x: inSeconds(at(SUM.talkMs)), y: at(SUM.handled) },
  { name: 'averageHoldTime', unit: 's', x: inSeconds(at(SUM.holdMs)), y: at(SUM.handled) },
  { name: 'averageWrapUpTime', unit: 's', x: inSeconds(at(SUM.wrapUpMs)), y: at(SUM.handled) },
  { name: 'queueLength', unit: 'calls', x: at(SUM.queueArea), y: at(SUM.spanMs) },
  { name: 'queueLengthMax', unit: 'calls', x: at(SUM.queueMax), daily: true },
  { name: 'staffed', unit: 'agents', x: at(SUM.staffedArea), y: at(SUM.spanMs) },
  // Heads, from opening to closing: by the plan, there, and paid (the plan and overtime).
  { name: 'scheduled', unit: 'agents', x: at(SUM.scheduledArea), y: at(SUM.openMs) },
  { name: 'present', unit: 'agents', x: at(SUM.openStaffedArea), y: at(SUM.openMs) },
  {
    name: 'paid',
    unit: 'agents',
    x: plus(SUM.scheduledArea, SUM.overtimeArea),
    y: at(SUM.openMs),
  },
  // Busy over ready: to the last call, then to closing.
  { name: 'occupancy', unit: '1', x: at(SUM.busyArea), y: available },
  {
    name: 'occupancyToClosing',
    unit: '1',
    x: at(SUM.openBusyArea),
    y: minus(at(SUM.openStaffedArea), at(SUM.openNotReadyArea)),
  },
  // Busy over scheduled, absences and breaks included: what is done of the time that was planned.
  { name: 'utilisation', unit: '1', x: at(SUM.openBusyArea), y: at(SUM.scheduledArea) },
  ...LIVED_MEASURES,
];

/** The value of a measure on one day's sums; NaN where it has no meaning (nothing to divide by). */
export function valueOf(measure: Measure, sums: Float64Array): number {
  return measure.y ? measure.x(sums) / measure.y(sums) : measure.x(sums);
}
