import { describe, expect, it } from 'vitest';
import type { Counts } from '../../../../models/study/fit/counts.ts';
import type { Later, ReliabilityVerdict } from '../../../../models/study/fit/reliability.ts';
import { alternateWeeks, secondHalf } from '../../../../models/study/fit/reliability.ts';
import type { Validation } from '../../../../models/study/fit/validate.ts';
import { trustSays } from '../../../../models/study/report/trust-words.ts';
import { yearOf } from '../fit/year.ts';

/** One sentence above all verdicts on a fit. */

const SHARES = { holds: 0.8, narrow: 0.6, wide: 0.95, unknown: 0.8 };

function test(verdict: ReliabilityVerdict, more: Partial<Later> = {}): Later {
  const bands = [0.5, 0.8, 0.95].map((nominal) => ({
    ...{ nominal, share: nominal === 0.8 ? SHARES[verdict] : nominal, margin: 0.01 },
  }));
  const predicted = verdict === 'unknown' ? 0 : 28;
  const plain = { fitted: 28, predicted, intervals: 28 * 20, bands, diagram: bands };
  return { ...plain, place: 0.5, level: 1, levelMargin: 0.1, verdict, ...more };
}

const said = (weeks: Later, later: Later, validation: Validation | null = null) =>
  trustSays({ reliability: { weeks, later } }, validation);

const held = (outside: number) => ({ compared: 100, outside }) as Validation;

describe('whether to rely on a fit', () => {
  it('is yes where all tests hold, and says which', () => {
    expect(said(test('holds'), test('holds'))).toEqual({
      fr: 'Vous pouvez vous y fier : les jours qu’il n’a pas vus tombent là où il les attend.',
      en: 'You can rely on it: days it has not seen fall where it expects them.',
    });
    expect(said(test('holds'), test('holds'), held(4)).en).toMatch(
      /^You can rely on it: .*; the simulated day is like those recorded\.$/,
    );
  });

  it('is no where real days vary more than the fit believes, whatever else holds', () => {
    const { en, fr } = said(test('narrow'), test('holds'), held(4));
    expect(en).toMatch(/^Do not rely on it as it is: real days vary more .* than promised; /);
    expect(fr).toMatch(/^Ne vous y fiez pas tel quel : /);
  });

  it('is yes where they vary less, and says that staffing will be generous', () => {
    expect(said(test('wide'), test('wide')).en).toMatch(/^You can rely on it: .* to be generous/);
  });

  it('has reservations where the simulated day is unlike those recorded, and counts in what', () => {
    expect(said(test('holds'), test('holds'), held(30)).en).toMatch(
      /^Rely on it only with reservations: .*differs from those recorded in 30 of 100 figures\.$/,
    );
  });

  it('tells a level that moved, even where the second half falls into its bands', () => {
    expect(said(test('holds'), test('holds', { level: 0.75 })).en).toMatch(
      /; but the volume fell by 25% in the second half of the records: if you expect .* enter a negative growth\.$/,
    );
    expect(said(test('holds'), test('narrow')).fr).toMatch(
      / ; mais la seconde moitié du relevé varie plus que la première ne le laissait prévoir\.$/,
    );
  });

  it('is open where days are too few, and says how many would do', () => {
    expect(said(test('unknown'), test('unknown')).en).toMatch(/^Nothing tells yet .* some weeks/);
    expect(said(test('unknown', { predicted: 5 }), test('unknown')).fr).toMatch(
      /5 jours à prédire, c’est trop peu/,
    );
    const doubt = test('holds', { bands: [{ nominal: 0.8, share: 0.8, margin: 0.09 }] });
    expect(said(doubt, test('unknown')).en).toMatch(
      /^You can probably rely on it, though .* too short/,
    );
  });

  it('tells no change of the second half that its few days may owe to chance', () => {
    const plain = said(test('holds'), test('holds'));
    expect(said(test('holds'), test('holds', { level: 1.09 }))).toEqual(plain);
    expect(said(test('holds'), test('holds', { level: 0.8, levelMargin: null }))).toEqual(plain);
    const bands = [{ nominal: 0.8, share: 0.759, margin: 0.058 }];
    expect(said(test('holds'), test('narrow', { bands }))).toEqual(plain);
  });

  it('tells less than one stationary centre in twenty a trend, and a true rise of 15%', () => {
    const days = yearOf({ busynessCv: 0.15, intervalCv: 0 }, 60 * 28);
    const told = (counts: Counts) => {
      const weeks = alternateWeeks(counts, new Set());
      return trustSays({ reliability: { weeks, later: secondHalf(counts, new Set()) } }).en;
    };
    const centres = Array.from({ length: 60 }, (_, c) => days.days.slice(28 * c, 28 * (c + 1)));
    const moved = centres.filter((own) => / (rose|fell) by /.test(told({ ...days, days: own })));
    expect(moved.length).toBeLessThanOrEqual(2);

    const calm = yearOf({ busynessCv: 0.05, intervalCv: 0.05 }, 56);
    const risen = calm.days.map((day, i) => {
      const calls = day.calls.map((n) => (i < 28 ? n : Math.round(1.15 * n)));
      return { ...day, calls, total: calls.reduce((sum, n) => sum + n, 0) };
    });
    expect(told({ ...calm, days: risen })).toMatch(
      /; but the volume rose by 1[3-7]% in the second/,
    );
  });
});
