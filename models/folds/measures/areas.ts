import type { TimeWeighted } from '../../kernel/time-weighted.ts';
import type { Busy } from './busy.ts';
import type { Queueing } from './queueing.ts';
import type { Scheduled } from './scheduled.ts';
import { type DaySums, SUM } from './sums.ts';

/** What lasts and belongs to agents: types have none of it. */
const OF_AGENTS: readonly number[] = [
  SUM.staffedArea,
  SUM.notReadyArea,
  SUM.busyArea,
  SUM.scheduledArea,
  SUM.overtimeArea,
  SUM.openStaffedArea,
  SUM.openNotReadyArea,
  SUM.openBusyArea,
];

/**
 * Adds what lasted over time to a day's sums: calls waiting by type, and what agents do by group.
 */
export function addAreas(
  sums: DaySums,
  timeWeighted: TimeWeighted,
  queue: Queueing,
  busy: Busy,
  scheduled: Scheduled,
): void {
  addQueues(sums, timeWeighted, queue);
  addStaff(sums, timeWeighted, busy, scheduled);
}

/** The time covered, and the calls waiting. */
function addQueues(
  { day, groups, intervals, types }: DaySums,
  timeWeighted: TimeWeighted,
  queue: Queueing,
): void {
  types.forEach((type, t) => {
    type[SUM.queueMax] = queue.peaksOfType[t]!;
  });
  for (let i = 0; i < intervals.length; i += 1) {
    const interval = intervals[i]!;
    const peak = queue.peaks[i]!;
    interval[SUM.queueMax] = peak;
    if (peak > day[SUM.queueMax]!) day[SUM.queueMax] = peak;
    const spanMs = timeWeighted.spanMs(i);
    // The last is the time after closing.
    const openMs = i + 1 < intervals.length ? spanMs : 0;
    for (const cell of [day, interval, ...types, ...groups]) {
      cell[SUM.spanMs]! += spanMs;
      cell[SUM.openMs]! += openMs;
    }
    for (let t = 0; t < types.length; t += 1)
      addArea(SUM.queueArea, timeWeighted.area(t, i), day, interval, types[t]!);
  }
}

/**
 * What agents do over time: scheduled, signed in, away (the rows of `timeWeighted`
 * after those of the types, in this order), busy. Types have no agents: NaN there.
 */
function addStaff(
  { day, groups, intervals, types }: DaySums,
  timeWeighted: TimeWeighted,
  busy: Busy,
  scheduled: Scheduled,
): void {
  for (let i = 0; i < intervals.length; i += 1) {
    const interval = intervals[i]!;
    const isOpen = i + 1 < intervals.length;
    for (let g = 0; g < groups.length; g += 1) {
      const group = groups[g]!;
      const row = types.length + g;
      const add = (k: number, area: number): void => addArea(k, area, day, interval, group);
      const staffed = timeWeighted.area(row, i);
      const away = timeWeighted.area(row + groups.length, i);
      const busyMs = busy.area(i, g);
      add(SUM.staffedArea, staffed);
      add(SUM.notReadyArea, away);
      add(SUM.busyArea, busyMs);
      add(SUM.scheduledArea, scheduled.area(i, g));
      add(SUM.overtimeArea, scheduled.overtime(i, g));
      if (!isOpen) continue;
      add(SUM.openStaffedArea, staffed);
      add(SUM.openNotReadyArea, away);
      add(SUM.openBusyArea, busyMs);
    }
  }
  for (const type of types) for (const k of OF_AGENTS) type[k] = Number.NaN;
}

function addArea(
  k: number,
  area: number,
  day: Float64Array,
  interval: Float64Array,
  part: Float64Array,
): void {
  day[k]! += area;
  interval[k]! += area;
  part[k]! += area;
}
