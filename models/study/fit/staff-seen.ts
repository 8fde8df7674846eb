import type { CallRecord } from '../records/calls.ts';

/** How many agents were busy at once, from the calls they took. */

/** One interval of one day. */
export interface BusySeen {
  /** Busy agents on average over the interval. */
  readonly mean: number;
  /** The most that were busy at one moment. */
  readonly most: number;
}

/** To the millisecond: an agent who ends a call and begins the next is busy once. */
const toMs = (s: number): number => Math.round(s * 1_000) / 1_000;

/** Busy agents by interval: the envelope of the calls of a day. */
export function busyOf(
  calls: readonly CallRecord[],
  hours: { readonly from: number; readonly to: number },
  widthS: number,
): BusySeen[] {
  const intervals = Math.ceil((hours.to - hours.from) / widthS);
  const seconds = new Array<number>(intervals).fill(0);
  const most = new Array<number>(intervals).fill(0);
  const events = calls
    .filter(({ served, serviceS }) => served && serviceS > 0)
    .flatMap(({ serviceS, startS }) => [
      { at: toMs(startS), by: 1 },
      { at: toMs(startS + serviceS), by: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by);
  let [busy, at] = [0, hours.from];
  const pass = (to: number): void => {
    while (at < to && at < hours.to) {
      const i = Math.floor((at - hours.from) / widthS);
      const end = Math.min(to, hours.from + (i + 1) * widthS, hours.to);
      seconds[i] = (seconds[i] as number) + busy * (end - at);
      most[i] = Math.max(most[i] as number, busy);
      at = end;
    }
  };
  for (const event of events) {
    pass(event.at);
    busy += event.by;
  }
  pass(hours.to);
  return seconds.map((sum, i) => ({ mean: sum / widthS, most: most[i] as number }));
}
