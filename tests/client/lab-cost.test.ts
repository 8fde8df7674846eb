import { afterEach, describe, expect, it } from 'vitest';
import { costOf, probing } from '../../client/state/lab-cost.ts';
import { betweenSaid } from '../../client/text/figures.ts';
import { setLanguage } from '../../client/text/language.ts';
import type { Executor, Study } from '../../models/doors/study.ts';

/** What an answer will cost, told before it is asked for. */

afterEach(() => setLanguage('fr'));

/** Plays days in the time that a probe of so many takes, ms. */
function device(takes: (days: number, probe: number) => number) {
  let at = 0;
  const probes: number[] = [];
  const executor: Executor = {
    start: ({ to }) => {
      at += takes(to, probes.length);
      probes.push(to);
      return { ended: Promise.resolve('done' as const), abort: () => {} };
    },
  };
  return { executor, now: () => at, probes };
}

async function probed(takes: (days: number, probe: number) => number, most: number, first = 10) {
  const { executor, now, probes } = device(takes);
  const dayMs = await probing({ to: first } as Study, most, executor, now).pace;
  return { dayMs, probes, inAll: now() };
}

describe('how long a day takes', () => {
  it('is the fastest of several probes: what else the device does makes the others slower', async () => {
    const busy = [90, 40, 8, 70, 60];
    expect(await probed((days, k) => days * (busy[k] as number), 10)).toMatchObject({ dayMs: 8 });
    const quiet = await probed((days, k) => days * ([3, 2, 2, 1, 2][k] as number), 10);
    expect(quiet).toMatchObject({ dayMs: 1, probes: [10, 10, 10, 10, 10] });
  });

  it('is seen in longer and longer probes: an answer plays as many days at once', async () => {
    // A step takes 100 ms and a day 1 ms: of 10 days that is 11 ms a day, of 80 hardly 2.
    const { dayMs, probes } = await probed((days) => 100 + days, 80);
    expect(dayMs).toBe(180 / 80);
    expect(probes).toEqual([10, 40, 80, 80, 80]);
  });

  it.each([1, 5, 10, 20, 30, 100])('is found in 2.5 s where it is %d ms', async (dayMs) => {
    const found = await probed((days) => days * dayMs, 700, 20);
    expect(found.dayMs).toBe(dayMs);
    expect(found.inAll).toBeLessThanOrEqual(2_500);
  });

  it('is found soon on a device that is slow: after the first, one day', async () => {
    expect(await probed((days) => days * 2_000, 700)).toMatchObject({
      dayMs: 2_000,
      probes: [10, 1],
    });
  });

  it('is given up at once where it is not wanted any more', async () => {
    let end: (end: 'aborted') => void = () => {};
    let started = 0;
    const executor: Executor = {
      start: () => {
        started += 1;
        const ended = new Promise<'aborted'>((resolve) => {
          end = resolve;
        });
        return { ended, abort: () => end('aborted') };
      },
    };
    const { abort, pace } = probing({ to: 10 } as Study, 700, executor, () => 0);
    abort();
    expect(await pace).toBeNull();
    expect(started).toBe(1);
  });

  it('gives a span of time, as searches differ', () => {
    const { fromMs, toMs } = costOf(10_000, 10);
    expect(fromMs).toBeLessThan(100_000);
    expect(toMs).toBeGreaterThan(100_000);
  });
});

describe('a span of time', () => {
  it.each([
    [300, 900, '1 s', '1 s'],
    [4_000, 12_000, '4 à 10 s', '4 to 10 s'],
    [21_000, 58_000, '20 à 60 s', '20 to 60 s'],
    [62_000, 170_000, '1 à 3 min', '1 to 3 min'],
    [1_100_000, 2_900_000, '20 à 50 min', '20 to 50 min'],
    [4_000_000, 11_000_000, '1 à 3 h', '1 to 3 h'],
  ])('from %d to %d ms is %s', (from, to, fr, en) => {
    setLanguage('fr');
    expect(betweenSaid(from, to)).toBe(fr);
    setLanguage('en');
    expect(betweenSaid(from, to)).toBe(en);
  });
});
