import type { Lasting } from '../kernel/lasting.ts';
import type { Busy } from './busy.ts';
import type { Queueing } from './queueing.ts';
import { type DaySums, SUM } from './sums.ts';

/**
 * Adds what lasted over time to a day's sums: calls waiting by type, agents staffed and away by
 * group (the rows of `lasting`, in this order), agents busy. Types have no agents: NaN there.
 */
export function addLasting(
  { day, intervals, types, groups }: DaySums,
  lasting: Lasting,
  queue: Queueing,
  busy: Busy,
): void {
  types.forEach((type, t) => {
    type[SUM.queueMax] = queue.peaksOfType[t]!;
  });
  intervals.forEach((interval, i) => {
    interval[SUM.queueMax] = queue.peaks[i]!;
    day[SUM.queueMax] = Math.max(day[SUM.queueMax]!, queue.peaks[i]!);
    const spanMs = lasting.spanMs(i);
    for (const into of [day, interval, ...types, ...groups]) into[SUM.spanMs]! += spanMs;
    types.forEach((type, t) => {
      for (const into of [day, interval, type]) into[SUM.queueArea]! += lasting.area(t, i);
    });
    groups.forEach((group, g) => {
      const staffed = types.length + g;
      for (const into of [day, interval, group]) {
        into[SUM.staffedArea]! += lasting.area(staffed, i);
        into[SUM.notReadyArea]! += lasting.area(staffed + groups.length, i);
        into[SUM.busyArea]! += busy.area(i, g);
      }
    });
  });
  for (const type of types)
    for (const k of [SUM.staffedArea, SUM.notReadyArea, SUM.busyArea]) type[k] = Number.NaN;
}
