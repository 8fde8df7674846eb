import fc from 'fast-check';
import { alea } from 'seedrandom';
import { describe, expect, it } from 'vitest';
import {
  interval,
  Moments,
  normalQuantile,
  pairedDifference,
  RatioOfSums,
  Sketch,
  tQuantile,
} from '../../../models/kernel/tally.ts';

const series = (n: number, f: (i: number) => number): number[] =>
  Array.from({ length: n }, (_, i) => f(i));
/** A fixed scramble of 0..n-1 into [0, 1). */
const mixed = (i: number): number => ((Math.imul(i + 1, 2654435761) ^ (i << 7)) >>> 0) / 4294967296;

describe('quantiles of laws', () => {
  it('are those of the printed tables', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(tQuantile(0.975, 4)).toBeCloseTo(2.7764451051977987, 10);
    expect(tQuantile(0.975, 29)).toBeCloseTo(2.045229642132703, 10);
    expect(tQuantile(0.025, 9)).toBeCloseTo(-2.2621571628, 9);
  });

  it('refuse what is no probability', () => {
    expect(() => normalQuantile(1)).toThrow(/p: a probability/);
    expect(() => tQuantile(Number.NaN, 3)).toThrow(/p: a probability/);
    expect(() => tQuantile(0.5, 0)).toThrow(/freedom/);
  });
});

describe('Moments', () => {
  it('gives mean and variance of a far-off series without losing digits', () => {
    const m = new Moments();
    for (const x of [4, 7, 13, 16]) m.add(1e9 + x);
    expect(m.mean).toBe(1e9 + 10);
    expect(m.variance).toBeCloseTo(30, 9);
    expect(m.standardError).toBeCloseTo(Math.sqrt(7.5), 9);
  });

  it('merges as if the values had followed', () => {
    const values = series(101, mixed);
    const [whole, left, right] = [new Moments(), new Moments(), new Moments()];
    values.forEach((x, i) => {
      whole.add(x);
      (i < 30 ? left : right).add(x);
    });
    left.merge(new Moments());
    left.merge(right);
    expect(left.n).toBe(101);
    expect(left.mean).toBeCloseTo(whole.mean, 14);
    expect(left.variance).toBeCloseTo(whole.variance, 14);
    const empty = new Moments();
    empty.merge(whole);
    expect([empty.mean, empty.variance]).toEqual([whole.mean, whole.variance]);
  });

  it('claims nothing from fewer than two values', () => {
    const m = new Moments();
    expect(m.mean).toBeNaN();
    expect(interval(m)).toBe(Number.POSITIVE_INFINITY);
    m.add(3);
    expect(m.variance).toBeNaN();
    expect(interval(m)).toBe(Number.POSITIVE_INFINITY);
    m.add(3);
    expect(interval(m)).toBe(0);
    expect(() => interval(m, 95)).toThrow(/level/);
  });

  it('has the interval of the textbook', () => {
    const m = new Moments();
    for (const x of [1, 2, 3, 4, 5]) m.add(x);
    expect(interval(m, 0.95)).toBeCloseTo(2.7764451051977987 * Math.sqrt(2.5 / 5), 12);
  });
});

describe('RatioOfSums', () => {
  const days = (n: number): [number, number][] =>
    Array.from({ length: n }, (_, i) => {
      const y = 500 + Math.floor(400 * mixed(i));
      return [Math.floor(y * (0.7 + 0.2 * mixed(i + 1000))), y];
    });

  const tally = (pairs: readonly [number, number][]): RatioOfSums => {
    const r = new RatioOfSums();
    for (const [x, y] of pairs) r.add(x, y);
    return r;
  };

  it('[M2] is the ratio of the sums, not the mean of the ratios', () => {
    const r = tally([
      [1, 1],
      [0, 9],
    ]);
    expect(r.ratio).toBe(0.1);
  });

  it('has the delta-method error from 30 days on', () => {
    const pairs = days(60);
    const r = tally(pairs);
    const meanY = r.sumY / 60;
    const squares = pairs.reduce((sum, [x, y]) => sum + (x - r.ratio * y) * (x - r.ratio * y), 0);
    expect(r.standardError).toBeCloseTo(Math.sqrt(squares / 59 / 60) / meanY, 13);
    expect(r.halfWidth(0.9)).toBeCloseTo(tQuantile(0.95, 59) * r.standardError, 13);
  });

  it('has the jackknife error below 30 days', () => {
    const pairs = days(12);
    const r = tally(pairs);
    const pseudo = new Moments();
    for (const [x, y] of pairs) pseudo.add(12 * r.ratio - (11 * (r.sumX - x)) / (r.sumY - y));
    expect(r.standardError).toBeCloseTo(pseudo.standardError, 13);
    expect(pseudo.standardError).toBeGreaterThan(0);
  });

  it('covers the truth about as often as it says', () => {
    const luck = alea('coverage');
    let covered = 0;
    for (let study = 0; study < 400; study += 1) {
      const r = new RatioOfSums();
      for (let day = 0; day < 10; day += 1) {
        const y = 50 + 100 * luck();
        r.add(y * (0.4 + 0.2 * luck()), y);
      }
      if (Math.abs(r.ratio - 0.5) <= r.halfWidth(0.9)) covered += 1;
    }
    expect(covered / 400).toBeGreaterThan(0.84);
    expect(covered / 400).toBeLessThan(0.96);
  });

  it.each([5, 29, 30, 80])('merges as if the days had followed (%i days)', (n) => {
    const pairs = days(n);
    const whole = tally(pairs);
    const parts = tally(pairs.slice(0, 3));
    parts.merge(new RatioOfSums());
    parts.merge(tally(pairs.slice(3)));
    expect(parts.ratio).toBe(whole.ratio);
    expect(parts.standardError).toBeCloseTo(whole.standardError, 13);
    const late = new RatioOfSums();
    late.merge(whole);
    expect(late.standardError).toBe(whole.standardError);
  });

  it('says nothing where there is nothing', () => {
    const r = new RatioOfSums();
    expect(r.ratio).toBeNaN();
    r.add(0, 0);
    r.add(0, 0);
    expect(r.ratio).toBeNaN();
    expect(r.halfWidth()).toBe(Number.POSITIVE_INFINITY);
    r.add(3, 4);
    expect(r.ratio).toBe(0.75);
    expect(r.halfWidth()).toBe(Number.POSITIVE_INFINITY);
    r.add(1, 4);
    expect(r.halfWidth()).toBeGreaterThan(0);
  });
});

describe('pairedDifference', () => {
  it('is narrow where both sides share their luck', () => {
    const luck = series(40, mixed);
    const d = pairedDifference(
      luck.map((u) => 10 * u + 1),
      luck.map((u, i) => 10 * u + 0.1 * mixed(i + 77)),
    );
    expect(d.n).toBe(40);
    expect(Math.abs(d.mean - 0.95)).toBeLessThan(0.05);
    expect(d.halfWidth).toBeLessThan(0.02);
    expect(d.gain).toBeGreaterThan(1000);
  });

  it('needs both of each pair', () => {
    expect(() => pairedDifference([1, 2], [1])).toThrow(/2 days against 1/);
  });
});

describe('Sketch', () => {
  const duration = fc.oneof(
    fc.integer({ min: 0, max: 200 }),
    fc.integer({ min: 0, max: 3_600_000 }),
    fc.integer({ min: 0, max: 2 ** 42 - 1 }),
  );
  const filled = (values: readonly number[]): Sketch => {
    const sketch = new Sketch();
    for (const ms of values) sketch.add(ms);
    return sketch;
  };
  const exact = (values: readonly number[], p: number): number => {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(p * sorted.length * (1 - 1e-15)) - 1)]!;
  };

  it('is exact below 128 ms', () => {
    const values = series(1000, (i) => Math.floor(128 * mixed(i)));
    const sketch = filled(values);
    for (let k = 0; k <= 100; k += 1) expect(sketch.quantile(k / 100)).toBe(exact(values, k / 100));
  });

  it('is never more than 0.8 % off', () => {
    fc.assert(
      fc.property(
        fc.array(duration, { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, p) => {
          const truth = exact(values, p);
          expect(Math.abs(filled(values).quantile(p) - truth)).toBeLessThanOrEqual(0.008 * truth);
        },
      ),
    );
  });

  it('never tells a quantile beyond the longest or the shortest, merged or not', () => {
    const some = fc.array(duration, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(some, some, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, p) => {
        const both = filled(a);
        both.merge(filled(b));
        for (const one of [both, Sketch.fromCells(both.toCells())]) {
          expect(one.quantile(p)).toBeLessThanOrEqual(Math.max(...a, ...b));
          expect(one.quantile(p)).toBeGreaterThanOrEqual(Math.min(...a, ...b));
        }
      }),
    );
    // The middle of its bucket lies above it.
    expect(filled([10_000]).quantile(0.99)).toBe(10_000);
  });

  it('stays within 0.8 % at both ends of every octave up to 2^42', () => {
    for (let power = 1; power <= 42; power += 1)
      for (const ms of [2 ** power - 1, 2 ** power, 2 ** power + 1].filter((x) => x < 2 ** 42))
        expect(Math.abs(filled([ms]).quantile(0.5) - ms) / ms).toBeLessThanOrEqual(0.008);
  });

  it('takes the rank that is meant: the 7th of 100 at 0.07', () => {
    expect(filled(series(100, (i) => i + 1)).quantile(0.07)).toBe(7);
  });

  it('tells several shares at once, among many waits of 0 too', () => {
    const shares = [0, 0.1, 0.5, 0.5, 0.8, 0.9, 0.95, 0.99, 1];
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 127 })), fc.nat(300), (some, zeros) => {
        const values = [...some, ...new Array<number>(zeros).fill(0)];
        const truth = shares.map((p) => (values.length === 0 ? Number.NaN : exact(values, p)));
        expect(filled(values).quantiles(shares)).toEqual(truth);
      }),
    );
  });

  it('writes them side by side, and nothing else', () => {
    const out = Float64Array.of(1, 2, 3, 4);
    filled([5, 9]).writeQuantiles([0.5, 1], out, 1);
    expect([...out]).toEqual([1, 5, 9, 4]);
    new Sketch().writeQuantiles([0.5, 1], out, 1);
    expect([...out]).toEqual([1, Number.NaN, Number.NaN, 4]);
  });

  it('merges in any order and grouping', () => {
    fc.assert(
      fc.property(fc.array(duration), fc.array(duration), fc.array(duration), (a, b, c) => {
        const leftFirst = filled(a);
        leftFirst.merge(filled(b));
        leftFirst.merge(filled(c));
        const rightFirst = filled(b);
        rightFirst.merge(filled(c));
        const turned = filled(c);
        turned.merge(filled(a));
        turned.merge(filled(b));
        const grouped = filled(a);
        grouped.merge(rightFirst);
        const all = filled([...a, ...b, ...c]).toCells();
        for (const one of [leftFirst, grouped, turned]) expect(one.toCells()).toEqual(all);
        expect(leftFirst.count).toBe(a.length + b.length + c.length);
      }),
    );
  });

  it('forgets on clear, and serves again', () => {
    const sketch = filled([0, 5, 1_000_000, 90, 0, 5]);
    sketch.clear();
    sketch.add(86_400_000);
    expect(sketch.toCells()).toEqual(filled([86_400_000]).toCells());
    sketch.clear();
    expect([sketch.count, sketch.toCells()]).toEqual([0, []]);
    expect(sketch.quantile(0.5)).toBeNaN();
    sketch.add(7);
    expect([sketch.quantile(0), sketch.quantile(1)]).toEqual([7, 7]);
  });

  it('travels as plain numbers', () => {
    const sketch = filled([0, 0, 3, 250, 86_400_000]);
    const copy = Sketch.fromCells(JSON.parse(JSON.stringify(sketch.toCells())) as number[]);
    expect([copy.count, copy.toCells(), copy.quantile(1)]).toEqual([
      5,
      sketch.toCells(),
      sketch.quantile(1),
    ]);
  });

  it('stops loudly on what is no duration', () => {
    for (const bad of [-1, -(2 ** 31), 2 ** 42, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => filled([86_400_000, bad])).toThrow(/is not a duration/);
    expect(() => filled([1]).quantile(1.5)).toThrow(/shares must rise/);
  });
});
