import { afterEach, describe, expect, it } from 'vitest';
import { costOf, paceOf } from '../../client/state/lab-cost.ts';
import { betweenSaid } from '../../client/text/figures.ts';
import { setLanguage } from '../../client/text/language.ts';
import type { Executor, Study } from '../../models/doors/study.ts';

/** What an answer will cost, told before it is asked for. */

afterEach(() => setLanguage('fr'));

/** Plays ten days, then four times as many each time; a probe takes the time that is next, ms. */
function probed(times: readonly number[], most = 10) {
  let at = 0;
  let played = 0;
  const executor: Executor = {
    start: () => {
      at += times[Math.min(played, times.length - 1)] ?? 0;
      played += 1;
      return { ended: Promise.resolve('done' as const), abort: () => {} };
    },
  };
  const pace = paceOf(
    { to: 10 } as Study,
    most,
    executor,
    () => at,
    () => true,
  );
  return pace.then((dayMs) => ({ dayMs, played }));
}

describe('how long a day takes', () => {
  it('is the fastest of several probes: what else the device does makes the others slower', async () => {
    expect(await probed([900, 400, 80, 700])).toMatchObject({ dayMs: 8 });
    expect(await probed([30, 20, 20, 10, 20])).toEqual({ dayMs: 1, played: 5 });
  });

  it('is seen in longer and longer probes: an answer plays as many days at once', async () => {
    // A step takes 100 ms and a day 1 ms: of 10 days that is 11 ms a day, of 80 hardly 2.
    const { dayMs } = await probed([110, 140, 180, 180, 180], 80);
    expect(dayMs).toBe(180 / 80);
  });

  it('is found soon on a device that is slow', async () => {
    expect(await probed([2_000])).toEqual({ dayMs: 200, played: 2 });
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
