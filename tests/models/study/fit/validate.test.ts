import { describe, expect, it } from 'vitest';
import { fitOf, recordedDays, validate } from '../../../../models/doors/records.ts';
import { isProblem, readScenario } from '../../../../models/doors/scenario.ts';
import { InlineExecutor } from '../../../../models/doors/study.ts';
import { hourFactors } from '../../../../models/study/fit/hour-factors.ts';
import { busyOf } from '../../../../models/study/fit/staff-seen.ts';
import type { TypicalDay } from '../../../../models/study/fit/typical.ts';
import type { ComparedFigures, ValidatedInterval } from '../../../../models/study/fit/validate.ts';
import { findings } from '../../../../models/study/report/findings.ts';
import { validationSays } from '../../../../models/study/report/validate-words.ts';
import { recordsOf } from './records-of.ts';
import { PROFILE, scenarioOf } from './year.ts';

const inline = new InlineExecutor(() => new Promise((next) => setImmediate(next)));

/** A small centre that is short of people in the morning. */
const TRUTH = scenarioOf({
  arrivals: { busynessCv: 0.12, intervalCv: 0.08, factorMin: 30 },
  types: [
    {
      ...{ id: 'appel', name: 'Appel', perHour: PROFILE.map((calls) => 2 * calls) },
      handling: { law: 'lognormal', meanS: 240, cv: 0.8 },
      patience: { law: 'exponential', meanS: 300 },
    },
  ],
  groups: [{ id: 'a', name: 'A', staff: 8, skills: [{ type: 'appel' }] }],
});

const reading = recordsOf(TRUTH, 28, 'records');

function made(ask: object = {}) {
  const fit = fitOf(reading, { intervalMin: 30, source: 'records', ...ask });
  if (fit.typical === null || isProblem(fit.typical)) throw new Error('no day');
  const read = readScenario(fit.typical.scenario);
  if (!read.ok) throw new Error(read.problems[0]?.says.en);
  return { fit, day: fit.typical as TypicalDay, scenario: read.scenario };
}

describe('four weeks of a centre whose truth is known', () => {
  const { day, fit, scenario } = made();

  it('[M12] give back its laws, its volume and its staff', () => {
    expect(day.days).toHaveLength(28);
    expect(fit.apart).toEqual([]);
    const volume = PROFILE.reduce((sum, x) => sum + x, 0);
    expect(Math.abs(day.volume.mean / volume - 1)).toBeLessThan(0.1);
    expect(day.volume.p10).toBeLessThan(0.92 * day.volume.mean);
    expect(day.volume.p90).toBeGreaterThan(1.08 * day.volume.mean);
    expect(Math.abs(scenario.arrivals.busynessCv - 0.12)).toBeLessThan(0.05);
    expect(fit.handling?.all.name).toBe('lognormal');
    expect(fit.handling?.all.law).toMatchObject({ cv: expect.closeTo(0.8, 0) });
    expect(Math.abs((fit.handling?.all.meanS ?? 0) - 240)).toBeLessThan(8);
    expect(fit.handling?.afterCall).toBeNull();
    expect(fit.patience[0]?.distance).toBeLessThan(0.02);
    for (const { mean, most, peak } of day.staff.slice(2, -2)) {
      expect(Math.abs(mean - 8)).toBeLessThan(0.6);
      expect(most).toBeLessThanOrEqual(8.5);
      expect(peak).toBeLessThanOrEqual(8);
    }
  });

  it('[M13] are given back by the fitted day, up to chance', async () => {
    const found = await validate(
      recordedDays({ reading, days: day.days, scenario, handling: fit.handling, seen: day }),
      scenario,
      { days: 200, seed: 'v' },
      inline,
    );
    if (isProblem(found)) throw new Error(found.says.en);
    expect(found.compared).toBe(4 * PROFILE.length);
    expect(found.outside).toBeLessThan(0.16 * found.compared);
    expect(found.day.offered.recorded).toBeCloseTo(reading.calls.length / 28, 0);
    for (const key of ['offered', 'level', 'abandons', 'waitS'] as const)
      expect(found.day[key].off).toBe(0);
  });

  it('[M13] are not given back by a centre with one agent fewer, and that is why', async () => {
    const fewer = {
      ...scenario,
      groups: scenario.groups.map((group) => ({
        ...group,
        staff: (group.staff as number[]).map((n) => Math.max(0, n - 1)),
      })),
    };
    const found = await validate(
      recordedDays({ reading, days: day.days, scenario: fewer, handling: fit.handling, seen: day }),
      fewer,
      { days: 200, seed: 'v' },
      inline,
    );
    if (isProblem(found)) throw new Error(found.says.en);
    expect(found.day.waitS.off).toBe(1);
    expect(validationSays(found).en).toMatch(/does not give all of these days back/);
    const told = findings(found);
    expect(told[0]?.en).toMatch(
      /^Waits come out \d+% too long, .* between \d\d:\d\d and \d\d:\d\d, because the scenario has \d\.\d agents there and \d\.\d were seen\.$/,
    );
    expect(told[0]?.fr).toMatch(
      /^Entre .* les attentes sortent \d+ % trop longues.*, car le scénario/,
    );
  });

  it('[M13] are not given back by a centre of longer talks, which is held to its own laws', async () => {
    const longer = {
      ...scenario,
      types: scenario.types.map((type) => ({ ...type, handlingFactor: 1.4 })),
    };
    const found = await validate(
      recordedDays({
        reading,
        days: day.days,
        scenario: longer,
        handling: fit.handling,
        seen: day,
      }),
      longer,
      { days: 200, seed: 'v' },
      inline,
    );
    if (isProblem(found)) throw new Error(found.says.en);
    for (const { handling } of found.intervals)
      expect(Math.abs((handling?.ratio ?? 0) - 1 / 1.4)).toBeLessThan(0.1);
    // The same where the length is written in the law, or made by who talks.
    const law = { law: 'exponential', meanS: 336 } as const;
    const slow = { ...scenario, types: scenario.types.map((type) => ({ ...type, handling: law })) };
    const what = { reading, days: day.days, scenario: slow, handling: fit.handling, seen: day };
    const other = await validate(recordedDays(what), slow, { days: 200, seed: 'v' }, inline);
    if (isProblem(other)) throw new Error(other.says.en);
    expect(findings(other)[0]?.en).toMatch(
      /because talks there are \d+% shorter than the scenario/,
    );
  });

  it('grow, and are asked for by weekday, date or as a holiday', () => {
    const grown = made({ growth: 1.1, dayToStaff: 'tue' });
    expect(grown.day.label.fr).toBe('mardi');
    expect(grown.day.days).toHaveLength(4);
    const own = reading.calls;
    let tuesdays = 0;
    for (let i = 0; i < own.length; i++) if (grown.day.days.includes(own.dayName(i))) tuesdays += 1;
    expect(grown.day.volume.mean).toBeCloseTo((1.1 * tuesdays) / 4, 6);
    const holiday = fitOf(reading, {
      ...{ intervalMin: 30, source: 'x', holiday: true },
    }).typical;
    expect(isProblem(holiday) && holiday.says.en).toMatch(/no holiday can be made of them/);
  });
});

describe('a centre in which nobody ever waits', () => {
  it('[M13] does not give back days on which they did', async () => {
    const ample = {
      ...TRUTH,
      groups: TRUTH.groups.map((group) => ({ ...group, staff: 200 })),
    };
    const what = { reading, days: [...reading.days.keys()], scenario: ample, handling: null };
    const found = await validate(
      recordedDays({ ...what, seen: { scenario: made().day.scenario, staff: [] } }),
      ample,
      { days: 50, seed: 'v' },
      inline,
    );
    if (isProblem(found)) throw new Error(found.says.en);
    expect([found.day.waitS, found.day.abandons].map(({ off }) => off)).toEqual([-1, -1]);
    expect(validationSays(found).en).toMatch(/does not give all of these days back/);
  });
});

describe('the band in which recorded days are to lie', () => {
  it('[M13] holds 19 in 20 of the figures of days that the scenario itself made', async () => {
    const seen = { scenario: made().day.scenario, staff: [] };
    let [outside, compared] = [0, 0];
    for (let k = 0; k < 8; k++) {
      const own = recordsOf(TRUTH, 4, `own ${k}`);
      const what = { reading: own, days: [...own.days.keys()], scenario: TRUTH, handling: null };
      const recorded = recordedDays({ ...what, seen });
      const found = await validate(recorded, TRUTH, { days: 200, seed: `${k}` }, inline);
      if (isProblem(found)) throw new Error(found.says.en);
      outside += found.outside;
      compared += found.compared;
    }
    expect(compared).toBeGreaterThan(500);
    expect(outside / compared).toBeGreaterThan(0.02);
    expect(outside / compared).toBeLessThan(0.09);
  });
});

describe('a centre in which talks follow the hour', () => {
  const FACTORS = PROFILE.map((_, i) => (i < 6 ? 0.8 : i < 12 ? 1.1 : 1.2));
  const hourly = scenarioOf({
    types: [
      {
        ...{ id: 'appel', name: 'Appel', perHour: PROFILE.map((calls) => 2 * calls) },
        ...{ handling: { law: 'exponential', meanS: 200 }, handlingFactor: FACTORS },
        patience: { law: 'exponential', meanS: 300 },
      },
    ],
    groups: [{ id: 'a', name: 'A', staff: 9, skills: [{ type: 'appel' }] }],
  });
  const records = recordsOf(hourly, 28, 'hours');
  const { typical } = fitOf(records, { intervalMin: 30, source: 'x' });

  it('[M12] is followed by the day that is fitted, its load being kept', () => {
    if (typical === null || isProblem(typical)) throw new Error('no day');
    const [type] = typical.scenario.types;
    const factors = type?.handlingFactor as number[];
    // Against one another: the law has the mean of the day.
    const scale = (factors[0] as number) / 0.8;
    for (let i = 0; i < 18; i += 2)
      expect(Math.abs((factors[i] as number) / scale / (FACTORS[i] as number) - 1)).toBeLessThan(
        0.08,
      );
    const calls = PROFILE.reduce((sum, x) => sum + x, 0);
    const mean = PROFILE.reduce((sum, x, i) => sum + x * (factors[i] as number), 0) / calls;
    expect(mean).toBeCloseTo(1, 1);
  });
});

describe('factors of hours', () => {
  const hour = (at: number, ratio: number, ratioMargin: number, n = 100) => ({
    ...{ hour: at, n, meanS: 200 * ratio, marginS: 200 * ratioMargin, ratio, ratioMargin },
  });

  it('[M12] are drawn towards 1 by their own chance: by hand', () => {
    // A standard error of 0.05 for the first two, none for the third.
    const found = hourFactors([hour(9, 0.8, 0.098), hour(10, 1.2, 0.098), hour(11, 1, 0)]);
    const between = 0.08 / 3 - (2 * 0.05 * 0.05) / 3;
    const weight = between / (between + 0.05 * 0.05);
    expect(found.get(9)).toBeCloseTo(1 - 0.2 * weight, 9);
    expect(found.get(10)).toBeCloseTo(1 + 0.2 * weight, 9);
    expect(found.get(11)).toBeCloseTo(1, 9);
  });

  it('are none where hours differ by no more than chance', () => {
    expect(hourFactors([hour(9, 0.97, 0.2), hour(10, 1.03, 0.2), hour(11, 1, 0.2)]).size).toBe(0);
    // A little more than chance on average is chance still: one draw in two is.
    expect(hourFactors([hour(9, 0.85, 0.2), hour(10, 1.15, 0.2), hour(11, 1, 0.2)]).size).toBe(0);
    expect(hourFactors([]).size).toBe(0);
  });
});

describe('a centre whose callers call again', () => {
  const again = scenarioOf({
    types: [
      {
        ...{ id: 'appel', name: 'Appel', perHour: PROFILE.map((calls) => 2 * calls) },
        handling: { law: 'exponential', meanS: 200 },
        patience: { law: 'exponential', meanS: 120 },
        redial: { probability: 0.5, delay: { law: 'exponential', meanS: 600 } },
        repeat: { probability: 0.1, delay: { law: 'exponential', meanS: 1_200 } },
      },
    ],
    groups: [{ id: 'a', name: 'A', staff: 5, skills: [{ type: 'appel' }] }],
  });
  const records = recordsOf(again, 20, 'again');
  const rateOf = (returns: boolean): number => {
    const { typical } = fitOf(records, { intervalMin: 30, source: 'x', returns });
    if (typical === null || isProblem(typical)) throw new Error('no day');
    const rates = typical.scenario.types[0]?.perHour as number[];
    return rates.reduce((sum, x) => sum + x, 0) / 2;
  };

  it('[M12] has them returned, and first calls told from all', () => {
    const { returns, typical } = fitOf(records, { intervalMin: 30, source: 'x', returns: true });
    expect(returns?.identified).toBe(1);
    // A few come after closing, and are no calls of the day.
    expect(returns?.sameDay.afterLost).toBeGreaterThan(0.42);
    expect(returns?.sameDay.afterLost).toBeLessThan(0.52);
    expect(returns?.sameDay.afterServed).toBeGreaterThan(0.07);
    expect(returns?.sameDay.afterServed).toBeLessThan(0.11);
    expect(returns?.afterLost?.within[0]?.share).toBeCloseTo(0.5 * (1 - Math.exp(-1.5)), 1);
    if (typical === null || isProblem(typical)) throw new Error('no day');
    expect(typical.scenario.types[0]?.redial?.probability).toBe(
      Math.round((returns?.sameDay.afterLost ?? 0) * 1e4) / 1e4,
    );
    expect(typical.notes[0]?.en).toMatch(/^\d\d\.\d% of calls follow another of the same customer/);
    const first = PROFILE.reduce((sum, x) => sum + x, 0);
    expect(Math.abs(rateOf(true) / first - 1)).toBeLessThan(0.05);
    expect(rateOf(false) / first).toBeGreaterThan(1.15);
  });
});

/** Figures that are all within, but for those given. */
function interval(
  beginsMin: number,
  off: Partial<ComparedFigures>,
  more: Partial<ValidatedInterval> = {},
): ValidatedInterval {
  const within = { recorded: 10, simulated: 10, low: 9, high: 11, off: 0 } as const;
  const share = { recorded: 0.1, simulated: 0.1, low: 0.05, high: 0.15, off: 0 } as const;
  const figures = { offered: within, level: share, abandons: share, waitS: within, ...off };
  return { beginsMin, figures, scheduled: 5, seen: null, handling: null, ...more };
}
const LONG = { recorded: 50, simulated: 54, low: 51, high: 57, off: 1 } as const;
const of = (intervals: readonly ValidatedInterval[]) =>
  findings({
    ...{ days: 4, played: 200, seed: '1', targetS: 20, intervals },
    ...{ day: interval(0, {}).figures, compared: 8, outside: 2 },
  });

describe('what differs is said in words', () => {
  it('neighbouring intervals as one, and without a reason where there is none', () => {
    const [only, ...others] = of([
      interval(750, {}),
      interval(780, { waitS: LONG }),
      interval(810, { waitS: LONG }),
      interval(840, {}),
    ]);
    expect(others).toEqual([]);
    expect(only).toEqual({
      en: 'Waits come out 8% too long between 13:00 and 14:00; the records do not tell why.',
      fr: 'Entre 13:00 et 14:00, les attentes sortent 8 % trop longues ; le relevé ne dit pas pourquoi.',
    });
  });

  it('calls together, and in calls where a share would say nothing', () => {
    const off = (recorded: number, simulated: number) => ({
      offered: { recorded, simulated, low: simulated - 1, high: simulated + 1, off: 1 } as const,
    });
    expect(of([interval(780, off(10, 20)), interval(810, off(100, 100))])[0]?.en).toMatch(
      /^9% too many calls arrive between 13:00 and 14:00/,
    );
    expect(of([interval(780, off(0, 20)), interval(810, {})])[0]?.en).toMatch(
      /^20 calls too many arrive between 13:00 and 13:30/,
    );
  });

  it('with the length of talks where it pulls that way', () => {
    const talks = { handling: { ratio: 0.9, margin: 0.03 } };
    expect(of([interval(780, { waitS: LONG }, talks), interval(810, {})])[0]?.en).toBe(
      'Waits come out 8% too long between 13:00 and 13:30, because talks there are 10% shorter than the scenario has them.',
    );
    const other = { handling: { ratio: 1.1, margin: 0.03 } };
    expect(of([interval(780, { waitS: LONG }, other), interval(810, {})])[0]?.en).toMatch(
      /do not tell why/,
    );
    const unsure = { handling: { ratio: 0.9, margin: 0.2 } };
    expect(of([interval(780, { waitS: LONG }, unsure), interval(810, {})])[0]?.en).toMatch(
      /do not tell why/,
    );
  });

  it('with a staff that varied, where waits come out too short', () => {
    const seen = { mean: 5, least: 3, most: 8, busy: 4, peak: 6 };
    const short = { recorded: 50, simulated: 30, low: 20, high: 40, off: -1 } as const;
    expect(of([interval(780, { waitS: short }, { seen }), interval(810, {})])[0]?.en).toBe(
      'Waits come out 40% too short between 13:00 and 13:30, because those at work varied from 3.0 to 8.0 between days, and the scenario has only their mean.',
    );
  });
});

describe('busy agents', () => {
  it('by hand: two calls that overlap for a quarter of an hour', () => {
    const call = { day: '1', arrivalS: 0, served: true, waitS: 0, agent: 'a' };
    const more = { customer: '', priority: '', type: '' };
    const calls = [
      { ...call, ...more, startS: 0, serviceS: 1_800 },
      { ...call, ...more, startS: 900, serviceS: 1_800 },
    ];
    expect(busyOf(calls, { from: 0, to: 3_600 }, 1_800)).toEqual([
      { mean: 1.5, most: 2 },
      { mean: 0.5, most: 1 },
    ]);
  });
});
