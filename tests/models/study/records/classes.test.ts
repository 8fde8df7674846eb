import { describe, expect, it } from 'vitest';
import { type ReaderOptions, type Reading, TableReader } from '../../../../models/doors/records.ts';
import { isProblem } from '../../../../models/doors/scenario.ts';
import { readDates } from '../../../../models/study/records/calendar.ts';
import { durationIn, PLAIN_DURATION } from '../../../../models/study/records/durations.ts';
import { MomentReader, Zone } from '../../../../models/study/records/moments.ts';
import { decimalOf, numberIn } from '../../../../models/study/records/numerals.ts';
import { paris } from './paris.ts';

/** Values and rows of the classes that real files are made of. */

type Calls = Extract<Reading, { kind: 'calls' }>;

function read(text: string, options: ReaderOptions = {}): Calls {
  const reader = new TableReader(options);
  text
    .trim()
    .split('\n')
    .forEach((line, i) => {
      reader.row(line.trim().split(';'), i + 1);
    });
  const reading = reader.end();
  if (isProblem(reading)) throw new Error(reading.says.en);
  if (reading.kind !== 'calls') throw new Error('no calls');
  return reading;
}
const kinds = (reading: Reading): string[] => reading.suspicions.map(({ kind }) => kind);

describe('durations', () => {
  it.each([
    ['125', 125],
    ['12,5', 12.5],
    ['02:30', 150],
    ['90:05', 5_405],
    ['1:02:30', 3_750],
    ['2 min 30 s', 150],
    ['PT2M30S', 150],
    ['-3', -3],
    ['abc', Number.NaN],
    ['', Number.NaN],
  ])('%s', (cell, seconds) => {
    expect(durationIn(cell, { ...PLAIN_DURATION, decimal: ',' })).toEqual(seconds);
  });
});

describe('numbers', () => {
  it.each([
    ['1 850', ',', 1_850],
    ['1\u202F850,5', ',', 1_850.5],
    ['1,850.5', '.', 1_850.5],
    ['1.850,5', ',', 1_850.5],
    ['9.09%', '.', 0.0909],
    ['12,5 %', ',', 0.125],
  ] as const)('%s with decimals after %s', (cell, decimal, value) => {
    expect(numberIn(cell, decimal)).toBeCloseTo(value, 9);
  });
  it('what is neither is none', () => {
    expect(numberIn('1,85', '.')).toBeNaN();
    expect(numberIn('1.85.2', ',')).toBeNaN();
  });
  it('a comma before three digits is a guess, unless the column tells', () => {
    expect(decimalOf(['1,850', '920'])).toEqual({ decimal: '.', isGuess: true });
    expect(decimalOf(['1,850', '920,5'])).toEqual({ decimal: ',', isGuess: false });
    expect(decimalOf(['1,850', '1,850.25'])).toEqual({ decimal: '.', isGuess: false });
  });
});

describe('moments', () => {
  const moments = new MomentReader(null);
  it.each([
    ['32419', '', 32_419],
    ['9:00:19', '', 32_419],
    ['9:00 PM', '', 75_600],
    ['2025-03-10 09:00:19', '2025-03-10', 32_419],
    ['2025-03-10T09:00:19.500', '2025-03-10', 32_419.5],
    ['2025-03-10T09:00:19+02:00', '2025-03-10', 32_419],
    ['10/03/2025 9:00', '10/3/2025', 32_400],
    ['10 mars 2025 09:00', '2025-03-10', 32_400],
    ['1741597219', '2025-03-10', 32_419],
    ['1741597219000', '2025-03-10', 32_419],
  ])('%s', (cell, date, seconds) => {
    expect(moments.read(cell)).toMatchObject({ date, seconds });
  });
  it.each(['31/31/2025', '2025-02-30 09:00', '25h', 'soon'])('%s is none', (cell) => {
    expect(moments.read(cell)).toBeNull();
  });

  it('instants are moments of the centre, and grow on days of 23 and 25 hours', () => {
    const zone = new Zone(paris);
    expect(zone.moment(Date.UTC(2025, 6, 1, 7))).toMatchObject({
      date: '2025-07-01',
      seconds: 32_400,
    });
    for (const [month, day, hours] of [
      [2, 30, 23],
      [9, 26, 25],
    ] as const) {
      const noon = Date.UTC(2025, month, day, month === 2 ? 10 : 11);
      const date = new Date(noon).toISOString().slice(0, 10);
      expect(zone.moment(noon)).toMatchObject({ date, seconds: 43_200 });
      const midnight = noon - (hours - 12) * 3_600_000;
      expect(zone.moment(midnight)).toMatchObject({ date, seconds: 43_200 - (hours - 12) * 3_600 });
      expect(zone.moment(midnight - 1_000).date < date).toBe(true);
    }
  });

  it('the order of day and month is found in all of a file, or said to be a guess', () => {
    expect(readDates(['3/10/2025'], undefined, 'mdy')).toMatchObject({
      isGuess: true,
      names: ['2025-03-10'],
    });
    expect(readDates(['3/10/2025', '13/10/2025'], undefined, 'mdy')).toMatchObject({
      isGuess: false,
      names: ['2025-10-03', '2025-10-13'],
    });
    const march = ['3/10/2025', '3/11/2025', '3/12/2025', '3/9/2025'];
    expect(readDates(march, undefined, 'dmy')).toMatchObject({ order: 'mdy', isGuess: false });
    expect(readDates(['3/10/2025'], 'dmy', 'mdy').names).toEqual(['2025-10-03']);
    // No order has them all: that of most, and the others are named.
    expect(readDates(['31/12/2025', '30/12/2025', '12/29/2025'], undefined, 'mdy')).toMatchObject({
      ...{ order: 'dmy', isGuess: false, strange: ['12/29/2025'] },
    });
  });

  it('a year of two digits is of the nearer century', () => {
    expect(moments.read('13/08/99')).toMatchObject({ date: '13/8/1999' });
    expect(moments.read('13/08/26')).toMatchObject({ date: '13/8/2026' });
  });
});

const HEADER = 'id;date;queue_start;queue_s;outcome;service_start;service_s;agent;queue';

describe('[M14] rows', () => {
  it('one contact in several rows is one call; a row twice is one', () => {
    const reading = read(`${HEADER}
      c1;2025-03-10;9:00:00;10;answered;9:00:10;60;a;sales
      c1;2025-03-10;9:01:10;20;answered;9:01:30;100;b;support
      c2;2025-03-10;9:02:00;5;abandoned;;;;sales
      c2;2025-03-10;9:02:00;5;abandoned;;;;sales
      c1;2025-03-11;9:00:00;0;answered;9:00:00;60;a;sales`);
    expect(reading.counts).toMatchObject({ offered: 3, served: 2, merged: 1, duplicates: 1 });
    expect(reading.calls.at(0)).toMatchObject({
      waitS: 10,
      serviceS: 160,
      agent: 'a',
      startS: 32_410,
    });
    expect(kinds(reading)).toEqual(['duplicates', 'merged']);
  });

  const HEAD = 'date;queue_start;queue_s;outcome;service_start;service_s;agent';

  it('two files put together count each row once, whatever became of the call', () => {
    const rows = `2025-03-10;9:00:10;10;answered;9:00:20;60;a
      2025-03-10;9:01:00;10;abandoned;;;
      2025-03-10;9:02:00;5;answered;9:02:05;60;`;
    const twice = read(`${HEAD}\n${rows}\n${HEAD}\n${rows}`);
    expect(twice.counts).toMatchObject({ offered: 3, served: 2, abandoned: 1, duplicates: 3 });
    expect(twice.counts.unusable).toBe(0);
    expect(twice.suspicions).toMatchObject([{ kind: 'duplicates', lines: [6, 7, 8] }]);
  });

  it('who gave up in the same minute may be two, where nothing else stands there twice', () => {
    const rows = `2025-03-10;9:00;0;answered;9:00;60;a
      2025-03-10;9:01;10;abandoned;;;
      2025-03-10;9:01;10;abandoned;;;`;
    const reading = read(`${HEAD}\n${rows}`);
    expect(reading.counts).toMatchObject({ offered: 3, abandoned: 2, duplicates: 0 });
    expect(reading.suspicions).toMatchObject([{ kind: 'alike', lines: [4] }]);
    // The same file twice: two who gave up are still two.
    expect(read(`${HEAD}\n${rows}\n${rows}`).counts).toMatchObject({ offered: 3, duplicates: 3 });
  });

  /** Calls that come by chance: so many on average in each step of the clock. */
  function byChance(day: string, steps: number, mean: number, row: (at: number) => string) {
    const rows: string[] = [];
    let seed = 1;
    const uniform = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    for (let at = 0; at < steps; at++)
      for (let p = uniform(); p > Math.exp(-mean); p *= uniform()) rows.push(`${day};${row(at)}`);
    return rows;
  }
  const second = (at: number) => `${32_400 + at};0;abandoned;;;`;
  const minute = (at: number) => `${32_400 + at * 60};0;abandoned;;;`;

  it.each([
    ['half a call a second, told to the second', 2_000, 0.5, second],
    ['a call and a half a minute, told to the minute', 480, 1.5, minute],
    ['thirty calls a minute, told to the minute', 120, 30, minute],
  ])('calls alike by chance are all kept, and said: %s', (_, steps, mean, row) => {
    const rows = byChance('2025-03-10', steps, mean, row);
    const distinct = new Set(rows).size;
    const once = read([HEAD, ...rows].join('\n'));
    expect(once.counts).toMatchObject({ offered: rows.length, duplicates: 0 });
    expect(once.suspicions.find(({ kind }) => kind === 'alike')?.count).toBe(
      rows.length - distinct,
    );
    // A day that was pasted is seen, and comes to what it was; its neighbour is left alone.
    const next = byChance('2025-03-11', steps, mean, row);
    const twice = read([HEAD, ...rows, ...next, ...rows].join('\n'));
    expect([...twice.days.values()]).toEqual([rows.length, next.length]);
    expect(twice.counts.duplicates).toBe(rows.length);
  });

  it('where agents are named they tell whether a day was pasted', () => {
    const served = Array.from(
      { length: 20 },
      (_, i) => `2025-03-10;${32_400 + i * 61};0;answered;${32_400 + i * 61};60;a${i}`,
    );
    const lost = ['2025-03-10;9:01:07;0;abandoned;;;', '2025-03-10;9:01:07;0;abandoned;;;'];
    // One row of an agent twice is one: it tells nothing of those who gave up.
    const one = read([HEAD, ...served, served[3], ...lost].join('\n'));
    expect(one.counts).toMatchObject({ served: 20, abandoned: 2, duplicates: 1 });
    const all = read([HEAD, ...served, ...lost, ...served, ...lost].join('\n'));
    expect(all.counts).toMatchObject({ served: 20, abandoned: 2, duplicates: 22 });
  });

  it('a date that is not in the calendar is no day: its row is refused', () => {
    const row = (date: string) => `${date};9:00:10;10;answered;9:00:20;60;a`;
    const dates = ['2025-02-28', '2025-02-30', '31/04/2025', '2025-02-30 00:00', '32 mars 2025'];
    const reading = read([HEAD, ...dates.map(row)].join('\n'), { keep: 9 });
    expect([...reading.days.keys()]).toEqual(['2025-02-28']);
    expect(reading.counts).toMatchObject({ offered: 1, unusable: 4, byReason: { calendar: 4 } });
    expect(reading.refusals.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
    expect(reading.refusals[1]?.problem.says.en).toBe(
      '"31/04/2025" is not in the calendar; correct this date.',
    );
    // A day may be called otherwise, and midnight may end it.
    expect([...read([HEAD, row('lundi'), row('32')].join('\n')).days.keys()]).toEqual([
      ...['lundi', '32'],
    ]);
    const late = read(`${HEAD}\n2025-03-10;24:00;0;answered;24:00:10;60;a`);
    expect(late.calls.at(0).arrivalS).toBe(86_400);
    const never = read(`${HEAD}\n2025-03-10;25:61;0;answered;25:61:10;60;a`);
    expect(never.counts).toMatchObject({ unusable: 1, byReason: { date: 1 } });
  });

  it('a shift across midnight is one day, and an answer after midnight is later', () => {
    const rows = Array.from({ length: 60 }, (_, i) => {
      const at = 79_200 + i * 240;
      const [day, s] = at >= 86_400 ? ['2025-03-11', at - 86_400] : ['2025-03-10', at];
      return `c${i};${day};${s};0;answered;${s};60;a${i % 3};sales`;
    });
    const late = 'z;2025-03-10;86390;20;answered;10;60;z;sales';
    const reading = read([HEADER, ...rows, late].join('\n'));
    expect([...reading.days]).toEqual([['2025-03-10', 61]]);
    expect(reading.calls.at(60)).toMatchObject({ arrivalS: 86_390, startS: 86_410 });
    expect(reading.calls.at(59).arrivalS).toBe(79_200 + 59 * 240);
    expect(kinds(reading)).toContain('pastMidnight');
  });

  it('a zero among moments of the day says that it did not happen', () => {
    const reading = read(`date;queue_start;queue_s;connect time;duration;agent
      2025-03-10;9:00:00;10;9:00:10;60;a
      2025-03-10;9:01:00;10;0:00:00;0;NO_SERVER
      2025-03-10;9:02:00;10;0:00:00;0;NO_SERVER
      2025-03-10;9:03:00;10;0:00:00;0;NO_SERVER`);
    expect(reading.counts).toMatchObject({ served: 1, abandoned: 3 });
    expect(kinds(reading)).toEqual(['zeroIsNone', 'placeholder']);
  });

  it('a column of hours and minutes is told by its moments; minutes taken for hours are said', () => {
    const hours = read(`date;start;wait;outcome;answer time;end;talk
      2025-03-10;9:00:00;00:00;answered;9:00:00;11:30:00;02:30
      2025-03-10;9:00:00;00:00;answered;9:00:00;10:15:00;01:15`);
    expect(hours.calls.at(0).serviceS).toBe(9_000);
    expect(kinds(hours)).toEqual(['hoursMinutes', 'longTalk']);
    const wrong = read(`date;queue_start;queue_s;outcome;service_start;service_s
      2025-03-10;9:00:00;0;answered;9:00:00;2:30:00
      2025-03-10;9:05:00;-4;answered;9:05:00;3:15:00`);
    expect(kinds(wrong)).toEqual(['negativeWait', 'waitDiffers', 'longTalk']);
  });

  it('a conversation export of Genesys, in milliseconds of total time, inbound only', () => {
    const total = 'Total Queue (ms);Total Talk (ms);Total Hold (ms)';
    const reading = read(`Conversation ID;Date;Queue;Users;Direction;${total};Abandoned
      a;10/03/2025 09:00:19;Info;Ann;Inbound;74000;200000;30000;No
      b;10/03/2025 09:01:00;Info;;Inbound;51000;;;Yes
      c;13/03/2025 09:02:00;Info;Ann;Outbound;0;1000;0;No`);
    expect(reading.mapping.preset).toBe('genesys');
    expect(reading.counts).toMatchObject({ served: 1, abandoned: 1, outbound: 1 });
    expect(reading.calls.at(0)).toMatchObject({ arrivalS: 32_419, waitS: 74, serviceS: 230 });
  });

  it('a mapping is plain data that can be passed back in, corrected', () => {
    const table = 'wer;wann;warten;ausgang;gespraech\nAnn;9:00:00;12;answered;60';
    const mapping = {
      agent: 'wer',
      time: 'wann',
      queue: 'warten',
      outcome: 'ausgang',
      service: 'gespraech',
    };
    expect(() => read(table)).toThrow(/the header found is: wer, wann/);
    const reading = read(table, { mapping });
    expect(reading.calls.at(0)).toMatchObject({ agent: 'Ann', waitS: 12, serviceS: 60 });
    expect(JSON.parse(JSON.stringify(reading.mapping))).toEqual(reading.mapping);
    expect(reading.mapping.shape).toBe('wer|wann|warten|ausgang|gespraech');
    expect(() => read(table, { mapping: { agent: 'wen' } })).toThrow('No column "wen"');
  });
});
