import type { TimeWeighted } from '../../kernel/time-weighted.ts';
import type { Busy } from './busy.ts';
import type { Queueing } from './queueing.ts';
import { type DaySums, SUM } from './sums.ts';

/**
 * Adds what lasted over time to a day's sums: calls waiting by type, agents staffed and away by
 * group (the rows of `timeWeighted`, in this order), agents busy. Types have no agents: NaN there.
 */
export function addAreas(
  { day, intervals, types, groups }: DaySums,
  timeWeighted: TimeWeighted,
  queue: Queueing,
  busy: Busy,
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
    day[SUM.spanMs]! += spanMs;
    interval[SUM.spanMs]! += spanMs;
    for (let t = 0; t < types.length; t += 1) {
      types[t]![SUM.spanMs]! += spanMs;
      addArea(SUM.queueArea, timeWeighted.area(t, i), day, interval, types[t]!);
    }
    for (let g = 0; g < groups.length; g += 1) {
      const group = groups[g]!;
      const staffed = types.length + g;
      group[SUM.spanMs]! += spanMs;
      addArea(SUM.staffedArea, timeWeighted.area(staffed, i), day, interval, group);
      addArea(
        SUM.notReadyArea,
        timeWeighted.area(staffed + groups.length, i),
        day,
        interval,
        group,
      );
      addArea(SUM.busyArea, busy.area(i, g), day, interval, group);
    }
  }
  for (const type of types)
    for (const k of [SUM.staffedArea, SUM.notReadyArea, SUM.busyArea]) type[k] = Number.NaN;
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
