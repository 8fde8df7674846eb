import { describe, expect, it } from 'vitest';
import { gatherCells, SUM, SUMS } from '../../../models/folds/measures/sums.ts';
import { reals } from '../../../models/kernel/rows.ts';

/** Cells of a day added up column by column, as they are meant to be: the longest are not added. */

const LASTS = new Set<number>([
  ...[SUM.queueArea, SUM.queueMax, SUM.staffedArea, SUM.notReadyArea, SUM.busyArea, SUM.spanMs],
  ...[SUM.scheduledArea, SUM.overtimeArea, SUM.openMs, SUM.openBusyArea],
  ...[SUM.openStaffedArea, SUM.openNotReadyArea],
  ...[SUM.p50Ms, SUM.p80Ms, SUM.p90Ms, SUM.p95Ms, SUM.p99Ms, SUM.livedP10],
  SUM.worstTenthMs,
]);
const LONGEST = new Set<number>([SUM.longestAnsweredMs, SUM.longestAbandonedMs]);
const AGAIN: readonly number[] = [SUM.afterBlocked, SUM.afterAbandoned, SUM.afterServed];

describe.each([
  { intervals: 3, types: 1, groups: 1 },
  { intervals: 2, types: 3, groups: 2 },
  { intervals: 1, types: 1, groups: 4 },
  { intervals: 2, types: 2, groups: 1 },
])('cells of $intervals intervals, $types types, $groups groups', (frame) => {
  const places = Array.from({ length: frame.intervals + 1 }, (_, i) =>
    Array.from({ length: frame.types }, (_, t) =>
      Array.from({ length: frame.groups + 1 }, (_, g) => ({ i, t, g })),
    ),
  ).flat(2);
  const cells = reals(places.length * SUMS);
  // Halves, some of them nothing; the second interval is empty.
  places.forEach(({ i }, cell) => {
    for (let k = 0; k < SUMS; k++)
      if (i !== 1 && (cell + k) % 3 > 0) cells[cell * SUMS + k] = ((cell * 31 + k * 17) % 23) / 2;
  });

  const expected = (holds: (place: (typeof places)[number]) => boolean): number[] => {
    const sum = new Array<number>(SUMS).fill(0);
    places.forEach((place, cell) => {
      for (let k = 0; holds(place) && k < SUMS; k++) {
        const here = cells[cell * SUMS + k]!;
        sum[k] = LONGEST.has(k) ? Math.max(sum[k]!, here) : sum[k]! + here;
      }
    });
    for (const k of LASTS) sum[k] = 0;
    sum[SUM.first] = AGAIN.reduce((left, k) => left - sum[k]!, sum[SUM.offered]!);
    return sum;
  };

  it('add up to the day, each interval, each type, each group', () => {
    const { day, intervals, types, groups } = gatherCells(cells, frame);
    expect([intervals.length, types.length, groups.length]).toEqual([
      frame.intervals + 1,
      frame.types,
      frame.groups,
    ]);
    expect([...day]).toEqual(expected(() => true));
    for (const [n, cell] of intervals.entries())
      expect([...cell]).toEqual(expected(({ i }) => i === n));
    for (const [n, cell] of types.entries())
      expect([...cell]).toEqual(expected(({ t }) => t === n));
    for (const [n, cell] of groups.entries())
      expect([...cell]).toEqual(expected(({ g }) => g === n));
  });

  it('are shared with no other day', () => {
    const [one, other] = [gatherCells(cells, frame), gatherCells(cells, frame)];
    one.day.fill(-1);
    one.groups[0]!.fill(-2);
    expect([...other.day]).toEqual(expected(() => true));
    expect([...one.types[0]!]).toEqual([...other.types[0]!]);
  });
});
