import { describe, expect, it } from 'vitest';
import { Centre } from '../../models/centre/centre.ts';
import { stream } from '../../models/kernel/streams.ts';
import { Moments } from '../../models/kernel/tally.ts';
import type { Scenario } from '../../models/scenario/scenario.ts';
import { Deaf, type Recorder } from '../../models/words/recorder.ts';
import { kolmogorov, kolmogorovOfTwo } from './fit.ts';
import { world } from './worlds.ts';

/** Only arrivals matter here: everybody is refused at the door, which takes no time. */
class Doors extends Deaf implements Partial<Recorder> {
  readonly at: number[] = [];
  arrived(at: number): void {
    this.at.push(at);
  }
}

const arrivals = (scenario: Scenario, seed: string): readonly number[] => {
  const doors = new Doors();
  new Centre(scenario, seed, doors.recorder).run();
  return doors.at;
};

type Parts = Parameters<typeof world>[0];
const closed = (parts: Parts): Scenario =>
  world({ ...parts, lines: { waitingPlaces: 0 }, groups: [{ staff: 0 }] });

const PROFILE = [20, 80, 50, 0, 10, 100];
const SPREAD = (shape: 'constant' | 'linear'): Scenario =>
  closed({ day: { lengthMin: 180, intervalMin: 30 }, types: [{ perHour: PROFILE, shape }] });

/** The rate at an instant, per hour, as the scenario's words say it. */
function rateAt(shape: 'constant' | 'linear', at: number): number {
  const place = at / 1_800_000;
  const i = Math.floor(place);
  const here = PROFILE[i]!;
  if (shape === 'constant') return here;
  return here + (PROFILE[Math.min(i + 1, 5)]! - here) * (place - i);
}

/** Arrivals by thinning (Lewis and Shedler 1979): candidates at the top rate, some are kept. */
function thinned(shape: 'constant' | 'linear', next: () => number): number[] {
  const top = Math.max(...PROFILE);
  const at: number[] = [];
  for (let t = 0; ; ) {
    t -= (Math.log(1 - next()) * 3_600_000) / top;
    if (t >= 10_800_000) return at;
    if (next() * top < rateAt(shape, t)) at.push(t);
  }
}

const DAYS = 200;

describe.each(['constant', 'linear'] as const)('arrivals at a %s rate', (shape) => {
  const days = Array.from({ length: DAYS }, (_, d) => arrivals(SPREAD(shape), `day ${d}`));
  const next = stream('thinning', shape);
  const other = Array.from({ length: DAYS }, () => thinned(shape, next));

  it('[A1, A4] are those of the thinning sampler, instant by instant', () => {
    expect(kolmogorovOfTwo(days.flat(), other.flat())).toBeLessThan(2.2);
  });

  it('[A1, A4] fall in each interval as often, and as unevenly, as Poisson says', () => {
    for (const sample of [days, other])
      PROFILE.forEach((_, i) => {
        const mean = Array.from(
          { length: 1_000 },
          (_, k) => rateAt(shape, (i + (k + 0.5) / 1_000) * 1_800_000) / 2_000,
        ).reduce((a, b) => a + b);
        const counts = new Moments();
        const squares = new Moments();
        for (const at of sample) {
          const n = at.filter((t) => Math.floor(t / 1_800_000) === i).length;
          counts.add(n);
          squares.add((n - mean) * (n - mean));
        }
        if (mean === 0) expect(counts.mean).toBe(0);
        else {
          expect(Math.abs(counts.mean - mean)).toBeLessThanOrEqual(4 * counts.standardError);
          expect(Math.abs(squares.mean - mean)).toBeLessThanOrEqual(4 * squares.standardError);
        }
      });
  });

  it('[A1, A4] leave unit exponential gaps once the rate is unrolled, one independent of the next', () => {
    const cumulated = (at: number): number => {
      const i = Math.min(5, Math.floor(at / 1_800_000));
      let area = 0;
      for (let k = 0; k < i; k += 1)
        area += (rateAt(shape, k * 1_800_000) + rateAt(shape, (k + 1) * 1_800_000 - 1e-3)) / 4;
      const into = (at - i * 1_800_000) / 3_600_000;
      return (
        area + (into * (rateAt(shape, i * 1_800_000) + rateAt(shape, Math.min(at, 10_799_999)))) / 2
      );
    };
    // Instants are cut to the millisecond: put them back in the middle of it. Thirty calls of each
    // day, so that no gap is cut by the day's end.
    const gaps = days.map((at) => {
      const areas = at.slice(0, 30).map((t) => cumulated(t + 0.5));
      return areas.map((area, i) => area - (areas[i - 1] ?? 0));
    });
    expect(kolmogorov(gaps.flat(), (x) => 1 - Math.exp(-x))).toBeLessThan(2.2);
    const products = new Moments();
    for (const day of gaps)
      for (let i = 1; i < day.length; i += 1) products.add((day[i]! - 1) * (day[i - 1]! - 1));
    expect(Math.abs(products.mean)).toBeLessThanOrEqual(4 * products.standardError);
  });
});

describe('busyness', () => {
  const days = 500;
  /** Mean and variance of counts, with the standard error of each. */
  const counted = (scenario: Scenario, part: (at: readonly number[]) => number) => {
    const counts = Array.from({ length: days }, (_, d) => part(arrivals(scenario, `busy ${d}`)));
    const mean = new Moments();
    for (const n of counts) mean.add(n);
    const squares = new Moments();
    for (const n of counts) squares.add((n - mean.mean) * (n - mean.mean));
    return { mean, squares };
  };

  it.each([0, 0.1, 0.3])('[A2] makes day counts vary by 1 + cv^2 E[count], cv %d', (busynessCv) => {
    const scenario = closed({ arrivals: { busynessCv }, types: [{ perHour: 150 }] });
    const { mean, squares } = counted(scenario, (at) => at.length);
    expect(Math.abs(mean.mean - 150)).toBeLessThanOrEqual(4 * mean.standardError);
    const want = 150 * (1 + 150 * busynessCv * busynessCv);
    expect(Math.abs(squares.mean - want), `${squares.mean} against ${want}`).toBeLessThanOrEqual(
      4 * squares.standardError,
    );
  });

  it('[A3] makes intervals vary on their own: (1 + cv^2)(1 + cv^2) - 1 together', () => {
    const scenario = closed({
      arrivals: { busynessCv: 0.2, intervalCv: 0.3 },
      types: [{ perHour: 160 }],
      day: { lengthMin: 60, intervalMin: 30 },
    });
    const half = (i: number) => (at: readonly number[]) =>
      at.filter((t) => Math.floor(t / 1_800_000) === i).length;
    const factor = 1.04 * 1.09 - 1;
    for (const i of [0, 1]) {
      const { mean, squares } = counted(scenario, half(i));
      expect(Math.abs(mean.mean - 80)).toBeLessThanOrEqual(4 * mean.standardError);
      expect(Math.abs(squares.mean - 80 * (1 + 80 * factor))).toBeLessThanOrEqual(
        4 * squares.standardError,
      );
    }
    // What two intervals share is the day: their covariance is m^2 cv^2.
    const products = new Moments();
    for (let d = 0; d < days; d += 1) {
      const at = arrivals(scenario, `busy ${d}`);
      products.add((half(0)(at) - 80) * (half(1)(at) - 80));
    }
    expect(Math.abs(products.mean - 6_400 * 0.04)).toBeLessThanOrEqual(4 * products.standardError);
  });

  it('[A5] leaves bursts alone: a Poisson number, evenly over their time', () => {
    const scenario = closed({
      arrivals: { busynessCv: 0.3 },
      types: [{ perHour: 0, bursts: [{ atMin: 20, calls: 80, lengthMin: 5 }] }],
    });
    const { mean, squares } = counted(scenario, (at) => at.length);
    expect(Math.abs(mean.mean - 80)).toBeLessThanOrEqual(4 * mean.standardError);
    expect(Math.abs(squares.mean - 80)).toBeLessThanOrEqual(4 * squares.standardError);
    const all = Array.from({ length: 50 }, (_, d) => arrivals(scenario, `burst ${d}`)).flat();
    expect(
      kolmogorov(
        all.map((at) => at + 0.5),
        (at) => (at - 1_200_000) / 300_000,
      ),
    ).toBeLessThan(2.2);
  });
});
