import { describe, expect, it } from 'vitest';
import { recordedDay, TableReader } from '../../../../models/doors/records.ts';
import { isProblem } from '../../../../models/doors/scenario.ts';
import { rangeIn } from '../../../../models/study/records/interval-range.ts';

/** Interval tables whose rows share time. */

function read(text: string) {
  const reader = new TableReader();
  text
    .trim()
    .split('\n')
    .forEach((line, i) => {
      reader.row(line.trim().split(','), i + 1);
    });
  const reading = reader.end();
  if (isProblem(reading) || reading.kind !== 'intervals') throw new Error('no intervals');
  const made = recordedDay(reading, { source: 'test', day: [...reading.days.keys()][0] });
  if (isProblem(made)) throw new Error(made.says.en);
  return {
    found: reading.suspicions.map(({ kind, lines }) => [kind, lines]),
    counts: reading.counts,
    days: [...reading.days.values()],
    calls: made.calls,
    perHour: made.scenario.types.map((type) => type.perHour),
    intervalMin: made.scenario.day.intervalMin,
  };
}

const HEAD = 'date,interval,queue,offered,answered,abandoned';

describe('what one cell writes of an interval', () => {
  it.each([
    ['09:00', '09:00', Number.NaN],
    ['9', '9', Number.NaN],
    ['09:00-09:15', '09:00', 900],
    ['09:00 – 09:14', '09:00', 900],
    ['09:00:00 - 09:29:59', '09:00:00', 1_800],
    ['9h à 10h', '9:00', 3_600],
    ['9-10', '9', 3_600],
    ['23:45-00:00', '23:45', 900],
    ['1:00 - 1:30 pm', '1:00 pm', 1_800],
    ['11:30-12:00 pm', '11:30 am', 1_800],
    ['10/03/2025 09:00-09:30', '10/03/2025 09:00', 1_800],
    ['2025-03-10', '2025-03-10', Number.NaN],
    ['2025-03-10T23:30:00Z/2025-03-11T00:00:00Z', '2025-03-10T23:30:00Z', 1_800],
  ])('%s', (cell, begins, lastsS) => {
    expect(rangeIn(cell)).toEqual({ begins, lastsS });
  });
});

describe('rows that share time', () => {
  it('half-hours among their quarters are the sum of them, and left aside', () => {
    const { calls, days, found, perHour } = read(`${HEAD}
      2025-03-10,09:00-09:30,A,44,40,4
      2025-03-10,09:30-10:00,A,64,60,4
      2025-03-10,09:00-09:15,A,20,18,2
      2025-03-10,09:15-09:30,A,24,22,2
      2025-03-10,09:30-09:45,A,30,28,2
      2025-03-10,09:45-10:00,A,34,32,2`);
    expect(found).toEqual([['sumInterval', [2, 3]]]);
    expect([calls, days]).toEqual([108, [108]]);
    expect(perHour).toEqual([[80, 96, 120, 136]]);
  });

  it('so they are where no end is written', () => {
    const { calls, found, perHour } = read(`${HEAD}
      2025-03-10,09:00,A,44,40,4
      2025-03-10,09:00,A,20,18,2
      2025-03-10,09:15,A,24,22,2
      2025-03-10,09:30,A,64,60,4
      2025-03-10,09:30,A,30,28,2
      2025-03-10,09:45,A,34,32,2`);
    expect(found).toEqual([['sumInterval', [2, 5]]]);
    expect(calls).toBe(108);
    expect(perHour).toEqual([[80, 96, 120, 136]]);
  });

  it('intervals that begin before another has ended are named, and are not short ones', () => {
    const { calls, found, perHour } = read(`${HEAD}
      2025-03-10,09:00-09:30,A,44,40,4
      2025-03-10,09:15-09:45,A,64,60,4
      2025-03-10,09:30-10:00,A,20,18,2
      2025-03-10,09:45-10:15,A,24,22,2`);
    expect(found).toEqual([
      ['overlapInterval', [3, 4, 5]],
      ['longInterval', [2, 3, 4, 5]],
    ]);
    expect(calls).toBe(152);
    // Half of 44 in a quarter of an hour; then half of 44 and half of 64.
    expect(perHour).toEqual([[88, 216, 168, 88, 48]]);
  });

  it('their end may stand in a column of its own', () => {
    const { found } = read(`date,start,end,offered,answered,abandoned
      2025-03-10,09:00,09:30,44,40,4
      2025-03-10,09:15,09:45,20,18,2`);
    expect(found.map(([kind]) => kind)).toEqual(['overlapInterval', 'longInterval']);
  });

  it('a day of half-hours among days of quarters is spread over them', () => {
    const quarters = ['09:00', '09:15', '09:30', '09:45', '10:00', '10:15', '10:30', '10:45'];
    const fine = ['2025-03-11', '2025-03-12'].flatMap((day) =>
      quarters.map((at) => `${day},${at},A,10,10,0`),
    );
    const coarse = ['09:00', '09:30', '10:00', '10:30'].map((at) => `2025-03-10,${at},A,20,20,0`);
    const { found, intervalMin, perHour } = read([HEAD, ...coarse, ...fine].join('\n'));
    expect(found).toEqual([['longInterval', [2, 3, 4, 5]]]);
    expect([intervalMin, perHour]).toEqual([15, [new Array(8).fill(40)]]);
  });

  it('a row that stands there twice is left aside, whatever it says', () => {
    const rows = `2025-03-10,09:00,A,44,40,4
      2025-03-10,09:30,A,0,0,0
      2025-03-10,10:00,A,30,28,2`;
    const { calls, counts, found } = read(`${HEAD}\n${rows}\n${rows}`);
    expect(found).toEqual([['duplicates', [5, 7, 6]]]);
    expect([calls, counts.duplicates]).toEqual([74, 3]);
  });

  it('another row of the same interval adds to it, and is named; that of another queue does not', () => {
    const { calls, found, perHour } = read(`${HEAD}
      2025-03-10,09:00,A,44,40,4
      2025-03-10,09:30,A,10,10,0
      2025-03-10,09:30,A,20,20,0
      2025-03-10,09:30,B,20,20,0
      2025-03-10,10:00,A,30,28,2`);
    expect(found).toEqual([['twiceInterval', [4]]]);
    expect(calls).toBe(124);
    expect(perHour).toEqual([
      [88, 60, 60],
      [0, 40, 0],
    ]);
  });

  it('a date that is not in the calendar is no day: its row is refused', () => {
    const { counts, days } = read(`${HEAD}
      2025-02-28,09:00,A,44,40,4
      2025-02-30,09:00,A,44,40,4
      31/04/2025,09:30,A,44,40,4`);
    expect(days).toEqual([44]);
    expect(counts).toMatchObject({ unusable: 2, byReason: { calendar: 2 } });
  });

  it('a total of each day is set aside, and calls that are no number are said to be none', () => {
    const { counts, days } = read(`${HEAD}
      2025-03-10,09:00,A,44,40,4
      2025-03-10,Total,,44,40,4
      2025-03-11,09:00,A,-10,40,4
      2025-03-11,09:30,A,12,11,1
      2025-03-11,Sous-total,,12,11,1`);
    expect(days).toEqual([44, 12]);
    expect(counts).toMatchObject({ totals: 2, unusable: 1, byReason: { count: 1, date: 0 } });
  });

  it.each([
    ['1000000000,1000000000,0', /At 09:00 this table has 2000000000 calls an hour, more than/],
    ['90000,90000,0,99999', /At 09:00 the calls of this table would keep \d+ agents busy at once/],
  ])(
    'volumes that no centre has are refused before anything is made of them: %s',
    (cells, says) => {
      expect(() =>
        read(`${HEAD},aht\n2025-03-10,09:00,A,${cells}\n2025-03-10,09:30,A,1,1,0`),
      ).toThrow(says);
    },
  );
});
