import { describe, expect, it } from 'vitest';
import { meanS } from '../../../../models/doors/scenario.ts';
import { Sampler } from '../../../../models/kernel/laws.ts';
import { stream } from '../../../../models/kernel/streams.ts';
import { lawInMs } from '../../../../models/scenario/law-in-ms.ts';
import type { Law } from '../../../../models/scenario/scenario.ts';
import { fitHandling } from '../../../../models/study/fit/handling.ts';
import { distanceOf, fitLaw, type LawFit } from '../../../../models/study/fit/law-fit.ts';
import { fitPatiences } from '../../../../models/study/fit/patience.ts';
import { fitReturns } from '../../../../models/study/fit/returns.ts';
import { CallTable } from '../../../../models/study/records/calls.ts';
import { hoursSays } from '../../../../models/study/report/fit-laws-words.ts';

/** A sample of a law without chance: its quantiles at the middles of equal shares. */
function sampleOf(law: Law, n: number): number[] {
  const sampler = new Sampler(lawInMs(law));
  return Array.from({ length: n }, (_, i) => sampler.quantile((i + 0.5) / n) / 1_000);
}

const fitted = (values: readonly number[]): LawFit => {
  const fit = fitLaw(values);
  if (fit === null) throw new Error('no law');
  return fit;
};

describe('the law of a sample', () => {
  const laws: readonly (readonly [LawFit['name'], Law])[] = [
    ['lognormal', { law: 'lognormal', meanS: 200, cv: 0.9 }],
    ['gamma', { law: 'gamma', meanS: 240, cv: 0.6 }],
    [
      'hyperexponential',
      {
        law: 'hyperexponential',
        phases: [
          { share: 0.6, meanS: 40 },
          { share: 0.4, meanS: 500 },
        ],
      },
    ],
  ];
  it.each(laws)('[M12] is found again, with its mean: %s', (name, law) => {
    const sample = sampleOf(law, 4_000);
    const mean = sample.reduce((sum, x) => sum + x, 0) / sample.length;
    const fit = fitted(sample);
    const own = fit.tried.find((one) => one.name === name);
    expect(own?.distance).toBeLessThan(0.02);
    expect(fit.tried.filter((one) => one.name !== 'empirical')[0]?.name).toBe(name);
    expect(fit.name).toBe(name);
    expect(Math.abs(meanS(fit.law) - mean)).toBeLessThan(0.2);
    expect(fit.knots.length).toBeLessThanOrEqual(100);
    for (const { data, fit: share } of fit.knots) expect(Math.abs(data - share)).toBeLessThan(0.03);
  });

  it('[M12] is a table where no written law is near, and the table keeps the mean', () => {
    const sample = [
      ...sampleOf({ law: 'uniform', minS: 20, maxS: 40 }, 1_000),
      ...sampleOf({ law: 'uniform', minS: 400, maxS: 420 }, 1_000),
    ];
    const fit = fitted(sample);
    expect(fit.name).toBe('empirical');
    expect(fit.distance).toBeLessThan(0.03);
    expect(Math.abs(meanS(fit.law) - 220)).toBeLessThan(0.5);
    expect(fit.tried.filter(({ name }) => name !== 'empirical')[0]?.distance).toBeGreaterThan(0.1);
  });

  it('has a share of nothing where calls lasted none', () => {
    const sample = [...sampleOf({ law: 'exponential', meanS: 100 }, 900), ...Array(100).fill(0)];
    const fit = fitted(sample);
    expect(fit.law).toMatchObject({ zero: 0.1 });
    expect(fit.meanS).toBeCloseTo(90, 0);
    expect(meanS(fit.law)).toBeCloseTo(90, 0);
    expect(fit.knots[0]).toEqual({
      atS: 0,
      data: expect.closeTo(0.1, 9),
      fit: expect.closeTo(0.1, 9),
    });
  });

  it('lies no farther from a sample than by hand: 1, 2, 3, 4 and the uniform of 0 to 4', () => {
    // F = x/4: at each value the step goes from (i-1)/4 to i/4, F being i/4.
    expect(distanceOf([1, 2, 3, 4], { law: 'uniform', minS: 0, maxS: 4 })).toBeCloseTo(0.25, 12);
  });

  it('says nothing of what tells nothing', () => {
    expect(fitLaw([])).toBeNull();
    expect(fitLaw([0, 0, 12])).toBeNull();
    expect(fitLaw([30, 30])).toBeNull();
  });
});

/** Calls one after the other, of a table. */
function tableOf(
  calls: readonly {
    readonly day?: string;
    readonly arrivalS: number;
    readonly waitS?: number;
    readonly serviceS?: number;
    readonly served?: boolean;
    readonly agent?: string;
    readonly customer?: string;
    readonly type?: string;
    readonly wrapS?: number;
  }[],
): CallTable {
  const table = new CallTable();
  calls.forEach(({ arrivalS, served = true, waitS = 0, wrapS = Number.NaN, ...call }, i) => {
    const row = {
      ...{ day: '1', agent: 'a', customer: '', priority: '', type: '' },
      ...call,
      ...{ arrivalS, served, waitS, startS: arrivalS + waitS },
      serviceS: served ? (call.serviceS ?? 100) : Number.NaN,
    };
    table.add(row, wrapS, i + 2);
  });
  return table;
}

describe('handling by hour and agent', () => {
  const random = stream('talks', 'test');
  /** Mornings of 100 s, evenings of 150 s; agent b takes a third longer. */
  const calls = Array.from({ length: 4_000 }, (_, i) => {
    const hour = i % 2 === 0 ? 9 : 19;
    const agent = `${i % 4 < 2 ? 'slow' : 'quick'}${Math.floor(i / 4) % 4}`;
    const mean = (hour === 9 ? 100 : 150) * (agent.startsWith('slow') ? 4 / 3 : 1);
    return {
      ...{ arrivalS: hour * 3_600 + (i % 3_600), agent },
      serviceS: mean * (0.5 + random()),
      wrapS: 15,
    };
  });
  const fit = fitHandling(tableOf(calls));

  it('are told apart from chance', () => {
    const [morning, evening] = fit?.hours ?? [];
    expect([morning?.hour, evening?.hour]).toEqual([9, 19]);
    expect(morning?.ratio).toBeCloseTo(0.8, 1);
    expect(evening?.ratio).toBeCloseTo(1.2, 1);
    expect(evening?.ratioMargin).toBeLessThan(0.03);
    expect(fit?.agents?.agents).toBe(8);
    expect((fit?.agents?.p90 ?? 0) / (fit?.agents?.p10 ?? 1)).toBeGreaterThan(1.25);
    expect((fit?.agents?.p90 ?? 0) / (fit?.agents?.p10 ?? 1)).toBeLessThan(1.45);
    // Two equal halves of 6/7 and 8/7 of the mean.
    expect(fit?.agents?.cv).toBeGreaterThan(0.12);
    expect(fit?.agents?.cv).toBeLessThan(0.25);
    if (fit !== null) expect(hoursSays(fit)).toBeNull();
  });

  it('after-call work is what the rows say', () => {
    expect(fit?.afterCall).toMatchObject({ from: 'rows', meanS: 15, n: 4_000 });
  });
});

describe('patience', () => {
  it('[M12] is found again under censoring: exponential of 200 s, answered after 60', () => {
    const random = stream('patience', 'test');
    const calls = Array.from({ length: 20_000 }, (_, i) => {
      const [patience, answer] = [-200 * Math.log(random()), -60 * Math.log(random())];
      return { arrivalS: i, waitS: Math.min(patience, answer), served: answer < patience };
    });
    const [all] = fitPatiences(tableOf(calls));
    expect(all?.lost).toBeGreaterThan(3_000);
    expect(all?.distance).toBeLessThan(0.02);
    for (const { atS, data } of all?.knots ?? [])
      if (atS < 240) expect(Math.abs(data - (1 - Math.exp(-atS / 200)))).toBeLessThan(0.04);
  });
});

describe('returns', () => {
  it('[M12] count from the end of a call, and the end of the records is no answer', () => {
    const hour = 3_600;
    const calls = Array.from({ length: 200 }, (_, i) => {
      const customer = `c${i}`;
      // All are served for 100 s at 9:00; one half calls again 10 minutes later, and gives up.
      const first = { day: '1', arrivalS: 9 * hour, serviceS: 100, customer, agent: `a${i}` };
      const again = { day: '1', arrivalS: 9 * hour + 700, served: false, waitS: 5, customer };
      return i % 2 === 0 ? [first, again] : [first];
    }).flat();
    const late = { day: '9', arrivalS: 9 * hour, customer: 'late' };
    const found = fitReturns(tableOf([...calls, late]));
    expect(found?.identified).toBeCloseTo(1, 2);
    expect(found?.afterServed?.within[0]).toEqual({ s: 900, share: expect.closeTo(0.5, 1) });
    expect(found?.afterLost?.within.map(({ share }) => share)).toEqual([0, 0, 0, 0]);
    expect(found?.byService.map(({ fromS, n, share }) => [fromS, n, share])).toEqual([
      [90, 200, 0.5],
    ]);
  });

  it('a call begun during another is no return', () => {
    const calls = Array.from({ length: 200 }, (_, i) => [
      { arrivalS: i * 1_000, serviceS: 300, customer: `c${i}` },
      { arrivalS: i * 1_000 + 100, serviceS: 50, customer: `c${i}` },
    ]).flat();
    expect(fitReturns(tableOf(calls))?.afterServed?.back).toBe(0);
  });

  it('is not told of where nobody is identified', () => {
    expect(fitReturns(tableOf([{ arrivalS: 1 }, { arrivalS: 2 }]))).toBeNull();
  });
});
