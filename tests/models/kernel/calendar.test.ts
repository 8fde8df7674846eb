import { describe, expect, it } from 'vitest';
import { Calendar } from '../../../models/kernel/calendar.ts';
import { stream } from '../../../models/kernel/streams.ts';
import { NEVER } from '../../../models/kernel/time.ts';

interface Pending {
  readonly timer: number;
  readonly at: number;
  readonly rank: number;
  readonly serial: number;
}

const inOrder = (a: Pending, b: Pending): number =>
  a.at - b.at || a.rank - b.rank || a.serial - b.serial;

/** Sets, cancels and takes at random, beside a list sorted at every look; how many were taken. */
function beside(calendar: Calendar, timers: number, gap: (u: number) => number, seed: string) {
  const random = stream(seed, 'calendar');
  const pending = new Map<number, Pending>();
  let [now, serial, taken] = [0, 0, 0];
  for (let i = 0; i < 6_000; i++) {
    const timer = Math.floor(random() * timers);
    const known = pending.get(timer);
    const [what, u] = [random(), random()];
    if (what < 0.5 && !known) {
      const one = { timer, at: now + gap(u), rank: Math.floor(random() * 7), serial: serial++ };
      calendar.set(timer, one.at, one.rank);
      pending.set(timer, one);
    } else if (what < 0.6) {
      calendar.cancel(timer);
      pending.delete(timer);
    } else if (what > 0.7 && pending.size > 0) {
      const first = [...pending.values()].sort(inOrder)[0] as Pending;
      expect([calendar.peek(), calendar.peekRank(), calendar.take()]).toEqual([
        first.at,
        first.rank,
        first.timer,
      ]);
      pending.delete(first.timer);
      now = first.at;
      taken++;
    }
    expect(calendar.size).toBe(pending.size);
    expect(calendar.dueAt(timer)).toBe(pending.get(timer)?.at ?? -1);
  }
  return taken;
}

describe('the event list', () => {
  const gaps: readonly (readonly [string, number, (u: number) => number])[] = [
    ['many at one instant', 40, (u) => Math.floor(u * 3)],
    ['a few seconds apart', 40, (u) => Math.floor(u * 20_000)],
    ['near and very far', 60, (u) => (u < 0.8 ? Math.floor(u * 500) : Math.floor(u * 1_000_000))],
    ['more than it began with', 400, (u) => Math.floor(u * 60_000)],
  ];
  it.each(
    gaps.flatMap(([name, timers, gap]) => [1, 900, 5_000_000].map((w) => [name, w, timers, gap])),
  )('[A9] %s, guess %i ms: instant, rank, order of setting', (...row) => {
    const [name, guess, timers, gap] = row as [string, number, number, (u: number) => number];
    expect(beside(new Calendar(timers, guess), timers, gap, name)).toBeGreaterThan(1_000);
  });

  it('[A9] keeps the order when few events become many, and few again, and in a copy', () => {
    const calendar = new Calendar(90, 1_000);
    const copy = new Calendar(90, 1_000);
    const random = stream('tide', 'calendar');
    const pending: Pending[] = [];
    let [now, serial, sizes] = [0, 0, new Set<number>()];
    for (let tide = 0; tide < 40; tide++) {
      const busy = new Set(pending.map(({ timer }) => timer));
      for (let timer = 0; timer < 90; timer++) {
        if (busy.has(timer)) continue;
        const at = now + Math.floor(random() * (tide % 2 === 0 ? 20 : 60_000));
        const one = { timer, at, rank: Math.floor(random() * 3), serial: serial++ };
        calendar.set(timer, at, one.rank);
        pending.push(one);
      }
      pending.sort(inOrder);
      while (pending.length > 5) {
        const first = pending.shift() as Pending;
        sizes.add(pending.length);
        if (pending.length % 30 === 0) copy.copyFrom(calendar);
        now = first.at;
        expect([calendar.peek(), calendar.take()]).toEqual([first.at, first.timer]);
      }
      copy.copyFrom(calendar);
      for (const { at, timer } of pending) expect([copy.peek(), copy.take()]).toEqual([at, timer]);
    }
    expect(sizes.size).toBe(85);
  });

  it('[A9] keeps the order through long times with few events and sudden ones with many', () => {
    const calendar = new Calendar(120, 1_000);
    const random = stream('seasons', 'calendar');
    const pending: Pending[] = [];
    let [now, serial] = [0, 0];
    const put = (timer: number): void => {
      const at = now + Math.floor(random() * 3_000);
      const one = { timer, at, rank: Math.floor(random() * 3), serial: serial++ };
      calendar.set(timer, at, one.rank);
      pending.push(one);
    };
    for (let season = 0; season < 8; season++) {
      for (const free of Array.from({ length: 120 }, (_, timer) => timer))
        if (!pending.some(({ timer }) => timer === free)) put(free);
      // One goes, one comes: with 4 to 9 pending for longer than it takes to notice.
      for (let step = 0; step < 900; step++) {
        const [first] = pending.sort(inOrder) as [Pending];
        expect([calendar.peek(), calendar.take()]).toEqual([first.at, first.timer]);
        pending.shift();
        now = first.at;
        if (pending.length < 4 + (step % 6)) put(first.timer);
      }
      // One that is back to one list after buckets is copied like any other.
      const copy = new Calendar(120, 1_000);
      copy.copyFrom(calendar);
      for (const { at, timer } of pending.sort(inOrder))
        expect([copy.peek(), copy.take()]).toEqual([at, timer]);
    }
    expect(calendar.size).toBe(pending.length);
  });

  it('[A9] keeps its events when it grows', () => {
    const calendar = new Calendar(2, 1_000);
    calendar.set(1, 70, 2);
    calendar.reserve(500);
    calendar.set(499, 70, 1);
    calendar.set(0, 70, 2);
    const order = [0, 1, 2].map(() => [calendar.peek(), calendar.take()]);
    expect(order).toEqual([
      [70, 499],
      [70, 1],
      [70, 0],
    ]);
    expect(calendar.peek()).toBe(NEVER);
  });

  it.each([-1, NEVER, 2 ** 31, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses the instant %d loudly',
    (at) => expect(() => new Calendar(1, 1).set(0, at, 0)).toThrow(/not an instant/),
  );
});
