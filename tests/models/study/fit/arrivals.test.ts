import { describe, expect, it } from 'vitest';
import { fitArrivals } from '../../../../models/study/fit/arrivals.ts';
import { CountLaw } from '../../../../models/study/fit/count-law.ts';
import type { Counts } from '../../../../models/study/fit/counts.ts';
import { daysApart } from '../../../../models/study/fit/day-kinds.ts';
import {
  alternateWeeks,
  ordinaryDays,
  secondHalf,
} from '../../../../models/study/fit/reliability.ts';
import { laterSays, reliabilitySays } from '../../../../models/study/report/fit-words.ts';
import { PROFILE, WEEK, yearOf } from './year.ts';

const NONE: ReadonlySet<string> = new Set();

describe('the law of a count', () => {
  it('is that of Poisson where nothing varies: e^-3 (1 + 3 + 4.5)', () => {
    const law = new CountLaw({ mean: 3, variance: 3 });
    expect(law.upTo(2)).toBeCloseTo(0.42319008112684353, 13);
    expect(law.upTo(-1)).toBe(0);
    expect(law.upTo(40)).toBeCloseTo(1, 14);
  });

  it('is negative binomial of that mean and variance: shape 10, a half each', () => {
    const law = new CountLaw({ mean: 10, variance: 20 });
    expect(law.upTo(0)).toBeCloseTo(1 / 1_024, 15);
    // P(N <= 1) = 2^-10 (1 + 10/2).
    expect(law.upTo(1)).toBeCloseTo(6 / 1_024, 15);
    // Of ten successes against k failures at even odds, P(N <= 9) is one half.
    expect(law.upTo(9)).toBeCloseTo(0.5, 13);
    expect([law.quantile(0.49), law.quantile(0.51)]).toEqual([9, 10]);
    let [mean, square] = [0, 0];
    for (let k = 1; k < 200; k++) {
      const p = law.upTo(k) - law.upTo(k - 1);
      mean += p * k;
      square += p * k * k;
    }
    expect(mean).toBeCloseTo(10, 9);
    expect(square - mean * mean).toBeCloseTo(20, 7);
  });

  it('holds for thousands of calls', () => {
    const law = new CountLaw({ mean: 2_500, variance: 2_500 + 0.01 * 2_500 * 2_500 });
    expect(law.upTo(2_500)).toBeGreaterThan(0.5);
    expect(law.upTo(law.quantile(0.9))).toBeGreaterThanOrEqual(0.9);
    expect(law.upTo(law.quantile(0.9) - 1)).toBeLessThan(0.9);
  });
});

describe('a year whose truth is known', () => {
  const truth = { busynessCv: 0.15, intervalCv: 0.1 };
  const year = yearOf(truth);
  const days = ordinaryDays(year, NONE);

  it('[M12] gives back its factors and its profiles', () => {
    const fit = fitArrivals(days);
    expect(Math.abs(fit.dayCv - truth.busynessCv)).toBeLessThan(0.02);
    expect(Math.abs(fit.intervalCv - truth.intervalCv)).toBeLessThan(0.015);
    expect(Math.abs(fit.neighbours - fit.byDayAlone)).toBeLessThan(0.05);
    expect(fit.profiles.map(({ days: n }) => n)).toEqual(WEEK.map(() => 52));
    fit.profiles.forEach(({ total }, weekday) => {
      const usual = PROFILE.reduce((sum, x) => sum + x, 0) * (WEEK[weekday] as number);
      // Four standard errors of the mean of 52 days.
      expect(Math.abs(total / usual - 1)).toBeLessThan((4 * 0.17) / Math.sqrt(52));
    });
  });

  it('[M13] holds: 76 to 84 % of the unseen intervals lie in the band of 80 %', () => {
    const found = alternateWeeks(year, NONE);
    expect(found.predicted).toBe(364);
    expect(found.intervals).toBe(364 * PROFILE.length);
    const [half, most, nearly] = found.bands.map(({ share }) => share);
    expect(most).toBeGreaterThan(0.76);
    expect(most).toBeLessThan(0.84);
    expect(Math.abs((half as number) - 0.5)).toBeLessThan(0.04);
    expect(Math.abs((nearly as number) - 0.95)).toBeLessThan(0.02);
    expect(found.place).toBeCloseTo(0.5, 1);
    expect(found.verdict).toBe('holds');
    expect(reliabilitySays(found).en).toMatch(/So the fit holds/);
    expect(reliabilitySays(found).fr).toMatch(/Donc l’ajustement tient/);
    // Each band of the diagram holds what it says, within what 364 days can tell.
    for (const { nominal, share } of found.diagram)
      expect(Math.abs(share - nominal)).toBeLessThan(0.04);
    expect(secondHalf(year, NONE).verdict).toBe('holds');
  });

  it('[M13] does not hold without the factor of the day, and says so', () => {
    const found = alternateWeeks(year, NONE, { dayFactor: true });
    expect(found.verdict).toBe('narrow');
    expect(reliabilitySays(found).en).toMatch(/does not hold: real days leave the band more often/);
    expect(reliabilitySays(found).fr).toMatch(
      /ne tient pas : les vrais jours sortent plus souvent/,
    );
  });

  it('[M13] says that it is too wide where days vary less than those that were fitted', () => {
    // Days of the second half as they were expected to be, to the call.
    const fit = fitArrivals(days.slice(0, 182));
    const tame: Counts = {
      ...year,
      days: year.days.map((day, i) =>
        i < 182
          ? day
          : { ...day, calls: (fit.profiles[i % 7]?.mean ?? []).map((mean) => Math.round(mean)) },
      ),
    };
    expect(secondHalf(tame, NONE).verdict).toBe('wide');
  });

  it('[M13] tells a level that has moved', () => {
    const grown: Counts = {
      ...year,
      days: year.days.map((day, i) =>
        i < 182 ? day : { ...day, calls: day.calls.map((x) => Math.round(1.3 * x)) },
      ),
    };
    const found = secondHalf(grown, NONE);
    expect(found.level).toBeGreaterThan(1.2);
    expect(found.verdict).toBe('narrow');
    expect(laterSays(found)?.en).toMatch(/does not hold; 2\d\.\d% more calls came than expected/);
  });

  it('sets apart the holidays that were put into it, and no ordinary day', () => {
    const changed = new Map([
      [30, 0.35],
      [101, 0],
      [200, 1.9],
    ]);
    const counts: Counts = {
      ...year,
      days: year.days.map((day, i) => {
        const calls = day.calls.map((x) => Math.round((changed.get(i) ?? 1) * x));
        return { ...day, calls, total: calls.reduce((sum, x) => sum + x, 0) };
      }),
    };
    const apart = daysApart(counts);
    const places = apart.map(({ name }) => counts.days.findIndex((day) => day.name === name));
    expect(places).toEqual([30, 101, 200]);
    expect(apart.map(({ why }) => why)).toEqual(['quiet', 'closed', 'busy']);
  });

  it('a few days tell nothing, and that is said', () => {
    const few = { ...year, days: year.days.slice(0, 8) };
    expect(alternateWeeks(few, NONE).verdict).toBe('unknown');
    expect(reliabilitySays(alternateWeeks(few, NONE)).en).toBe(
      'Too few days to test the fit (0 days to predict); it takes some weeks.',
    );
  });
});

describe('days that only vary by chance', () => {
  it('have no factor, and hold', () => {
    const plain = yearOf({ busynessCv: 0, intervalCv: 0 }, 182);
    const fit = fitArrivals(ordinaryDays(plain, NONE));
    expect(fit.dayCv).toBeLessThan(0.03);
    expect(fit.intervalCv).toBeLessThan(0.04);
    expect(alternateWeeks(plain, NONE).verdict).toBe('holds');
  });
});
