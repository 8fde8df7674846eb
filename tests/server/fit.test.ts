import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fit, fitOf, recordedDays, validate } from '../../models/doors/records.ts';
import { isProblem, readScenario } from '../../models/doors/scenario.ts';
import { type Executor, InlineExecutor } from '../../models/doors/study.ts';
import { readRecordsFile } from '../../server/cli/records-file.ts';
import { Studies } from '../../server/jobs/studies.ts';
import { ownFolder } from '../support/folder.ts';
import { here } from './here.ts';

const sample = (name: string): string => new URL(`../samples/${name}`, import.meta.url).pathname;
const CALLS = sample('calls-synthetic.csv');

let folder: Awaited<ReturnType<typeof ownFolder>>;
let table = '';
const inFolder = (name: string): string => join(folder.path, name);

/** Twelve weeks from Monday 6 January 2025, in French, half-hours of a day in columns. */
function weeks(): string {
  const hours = Array.from({ length: 20 }, (_, i) => 16 + i);
  const clock = hours.map((i) => `${String(i >> 1).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`);
  const rows = Array.from({ length: 84 }, (_, d) => {
    const date = new Date(Date.UTC(2025, 0, 6 + d)).toISOString().slice(0, 10);
    const [year, month, day] = date.split('-');
    // One day is a holiday; days and half-hours vary by what looks like chance.
    const times = (d === 40 ? 0.3 : 1) * (1 + 0.1 * Math.sin(7.3 * d)) * (d % 7 > 4 ? 0.4 : 1);
    const calls = hours.map((i) => Math.round(times * (40 + 11 * Math.sin(d * 5.1 + i * i))));
    return [`${day}/${month}/${year}`, ...calls].join(';');
  });
  return `\uFEFF${['Date', ...clock].join(';')}\n${rows.join('\n')}\n`;
}

beforeAll(async () => {
  folder = await ownFolder();
  table = inFolder('semaines.csv');
  await writeFile(table, weeks());
});
afterAll(() => folder.remove());

describe('contretemps fit', () => {
  it('prints a line for each law, and says what it does not know', async () => {
    const { code, out } = await here(['fit', table]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Days: 84 days, 1 set apart, .*: quiet, perhaps\s+holidays,\s+2025-02-15\.$/ms,
    );
    expect(out).toMatch(/varies by \d\.\d% around its profile/);
    expect(out).toMatch(/^Arrivals: 6\d\d calls a day on average/m);
    expect(out).toMatch(/^Reliability: Of 1,660 intervals of 83 days/m);
    expect(out).toMatch(
      /^Day: usual day \(Monday, Tuesday, Wednesday, Thursday,\s+Friday\), mean of/m,
    );
    expect(out).toMatch(/The table does not say how long handling takes/);
    expect(out.split('\n').every((line) => line.length <= 80)).toBe(true);
  });

  it('writes the scenario of a named day, grown, which reads', async () => {
    const file = inFolder('mardi.json');
    const words = ['fit', table, '--day-to-staff', '2026-12-15', '--growth', '10%', '--out', file];
    const { code, out } = await here(words, 'fr_FR.UTF-8');
    expect(code).toBe(0);
    expect(out).toMatch(/Journée : mardi 2026-12-15, moyenne de 12 jours, volume × 1,1 :/);
    const read = readScenario(JSON.parse(await readFile(file, 'utf8')));
    if (!read.ok) throw new Error(read.problems[0]?.says.en);
    const { arrivals, day, name, types } = read.scenario;
    expect(name).toEqual({
      fr: 'semaines.csv, mardi 2026-12-15, +10 %',
      en: 'semaines.csv, Tuesday 2026-12-15, +10%',
    });
    expect([day.opensAt, day.lengthMin, arrivals.factorMin]).toEqual(['08:00', 600, 30]);
    expect(arrivals.busynessCv).toBeGreaterThan(0.03);
    // Twelve Tuesdays of 20 half-hours of some 40 calls: 88 an hour once grown.
    const rates = types[0]?.perHour as number[];
    expect(rates.reduce((sum, x) => sum + x, 0) / rates.length).toBeCloseTo(88, -1);
  });

  it('makes a holiday of the day that is set apart', async () => {
    const { code, out } = await here(['fit', table, '--holiday']);
    expect(code).toBe(0);
    expect(out).toMatch(/Day: holiday, mean of 1 day: /);
  });

  it('gives the whole fit of calls as JSON, with the points of each picture', async () => {
    const { code, out } = await here(['fit', CALLS, '--json']);
    expect(code).toBe(0);
    const fit = JSON.parse(out);
    expect(fit.format).toBe('contretemps-fit/1');
    expect(fit.counts.days.map(({ name }: { name: string }) => name)).toEqual(['1', '2']);
    expect(fit.handling.all.knots.length).toBeGreaterThan(20);
    expect(fit.handling.all.tried.map(({ name }: { name: string }) => name)).toContain('lognormal');
    expect(fit.patience[0].knots.length).toBeGreaterThan(5);
    expect(readScenario(fit.typical.scenario).ok).toBe(true);
    expect(fit.says.length).toBeGreaterThan(6);
  });

  it.each([
    [['--growth', 'much'], '--growth is "much"; it must be a growth such as 10%, -5% or 1.1'],
    [['--day-to-staff', '2023-02-30'], '"2023-02-30" is no day'],
    [['--day-to-staff', 'someday'], '--day-to-staff: "someday" is no day; it must be tuesday'],
    [['--interval', '1'], '--interval is "1"'],
    [['--interval', '50'], '--interval is 50; the intervals of this table can be of'],
  ])('refuses %j in a sentence, with code 2', async (words, says) => {
    const { code, err, out } = await here(['fit', table, ...words]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });

  it('knows weekdays of dates only, and holidays only where one was', async () => {
    const weekday = await here(['fit', CALLS, '--day-to-staff', 'tuesday']);
    expect([weekday.code, weekday.out]).toEqual([2, '']);
    expect(weekday.err).toMatch(/The days of these records have no dates: "tuesday" names none/);
    const holiday = await here(['fit', CALLS, '--holiday']);
    expect([holiday.code, holiday.out]).toEqual([2, '']);
    expect(holiday.err).toMatch(/No day of these records is set apart as quiet/);
  });
});

describe('a file in which nobody calls', () => {
  it.each([
    'date;interval;offered\n2025-01-06;09:00;0\n',
    'queue_start_s;queue_s;service_start_s;outcome;service_s\n',
  ])('%j is refused in a sentence', async (text) => {
    const file = inFolder('nobody.csv');
    await writeFile(file, text);
    const { code, err, out } = await here(['fit', file]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/This file holds no call offered to agents; check its columns\./);
  });
});

describe('contretemps validate', () => {
  it('prints the verdict, what differs, and a table of 80 columns', async () => {
    const { code, out } = await here(['validate', CALLS, '-n', '60', '--lang', 'fr']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Jours 1, 2 \(puis de sept en sept\) : 2 jours de relevé, 60 simulés\s+\(graine « 1 »\)$/m,
    );
    expect(out).toMatch(/hors de la bande où les jours simulés tombent 19 fois sur\s+20/);
    expect(out).toMatch(/^ {2}09:00 +\d/m);
    expect(out.split('\n').every((line) => line.length <= 80)).toBe(true);
  });

  it('has the same figures whoever plays its days, in however many threads', async () => {
    const reading = await readRecordsFile(CALLS, {});
    if (isProblem(reading)) throw new Error(reading.says.en);
    const fit = fitOf(reading, { intervalMin: 30, source: 'calls' });
    const { handling, typical: seen } = fit;
    if (seen === null || isProblem(seen)) throw new Error('no day');
    const read = readScenario(seen.scenario);
    if (!read.ok) throw new Error('no scenario');
    const { scenario } = read;
    const recorded = recordedDays({ reading, days: seen.days, scenario, handling, seen });
    const played = (executor: Executor) =>
      validate(recorded, scenario, { days: 60, seed: 'a' }, executor);
    const alone = await played(new InlineExecutor(() => new Promise((next) => setImmediate(next))));
    for (const threads of [1, 2])
      expect(await played(new Studies({ threads, worthAProcessMs: 0 }))).toEqual(alone);
    const words = ['validate', CALLS, '-n', '60', '--json', '--threads'];
    expect((await here([...words, '1'])).out).toBe((await here([...words, '2'])).out);
    expect((await here([...words, 'all'])).err).toMatch(/^--threads is "all"/);
  });

  it('has the same figures as JSON and as CSV, whatever the language', async () => {
    const words = ['validate', CALLS, '-n', '60', '--seed', 'a'];
    const json = JSON.parse((await here([...words, '--json'])).out);
    const csv = (await here([...words, '--csv'], 'fr_FR.UTF-8')).out.trim().split('\r\n');
    expect(csv[0]).toBe('interval,figure,unit,recorded,simulated,low,high,off');
    expect(csv).toHaveLength(1 + 4 * json.intervals.length + 4 + 3);
    const { offered } = json.intervals[0].figures;
    const begins = csv[1]?.split(',')[0];
    expect(csv[1]).toBe(
      [
        begins,
        'offered',
        'calls',
        offered.recorded,
        offered.simulated,
        offered.low,
        offered.high,
        offered.off,
      ].join(),
    );
    expect(json).toMatchObject({
      format: 'contretemps-validation/1',
      played: 60,
      days: 2,
      seed: 'a',
    });
  });

  it('holds another scenario against the same days', async () => {
    const file = inFolder('day.json');
    await here(['fit', CALLS, '--out', file]);
    const scenario = JSON.parse(await readFile(file, 'utf8'));
    for (const group of scenario.groups) group.staff = group.staff.map(() => 0);
    scenario.groups[0].staff = scenario.groups[0].staff.map(() => 1);
    await writeFile(file, JSON.stringify(scenario));
    const { code, out } = await here(['validate', CALLS, '-n', '60', '--scenario', file]);
    expect(code).toBe(0);
    expect(out).toMatch(/does not give all of these days\s+back/);
    expect(out).toMatch(
      /because the\s+scenario\s+has\s+1\.0 agents\s+there\s+and\s+\d\.\d\s+were\s+seen/,
    );
  });

  it('reads what a table of intervals says of answers, losses and waits', async () => {
    const file = inFolder('intervals.csv');
    const rows = Array.from({ length: 140 }, (_, n) => {
      const [day, i] = [Math.floor(n / 10), n % 10];
      const offered = 30 + ((day * 7 + i * 5) % 13);
      const hour = `${String(8 + (i >> 1)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`;
      return `2025-03-${String(3 + day).padStart(2, '0')},${hour},${offered},${offered - 3},3,240,21,75%,6`;
    });
    const head = 'date,interval,offered,answered,abandoned,aht,asa,sla,staffed';
    await writeFile(file, `${[head, ...rows].join('\n')}\n`);
    const { code, out } = await here(['validate', file, '-n', '40', '--json']);
    expect(code).toBe(0);
    const { day, days, intervals } = JSON.parse(out);
    expect([days, intervals.length, intervals[0].scheduled]).toEqual([14, 10, 6]);
    expect(day.level.recorded).toBeCloseTo(0.75, 9);
    expect(day.waitS.recorded).toBeCloseTo(21, 9);
    expect(day.abandons.recorded).toBeCloseTo(3 / day.offered.recorded / 0.1, 9);
  });

  it('says so where records tell nothing to compare', async () => {
    const { code, out } = await here(['validate', table, '-n', '40', '--day-to-staff', 'monday']);
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}08:00 +\d\d\.\d +\d\d\.\d[ +-] +– +\d/m);
  });
});

/**
 * Real records are not part of the repository. Who has them names their folder:
 * `CALL_RECORDS=folder npx vitest run --project node tests/server/fit.test.ts`.
 * Without it there is no such test; with it, a file that is not there fails.
 */
const FOLDER = process.env['CALL_RECORDS'] ?? '';

async function fitted(name: string, ask: object = {}) {
  const reading = await readRecordsFile(join(FOLDER, name), {});
  if (isProblem(reading)) throw new Error(reading.says.en);
  const fit = fitOf(reading, { intervalMin: 30, source: 'Anonymous Bank, 1999', ...ask });
  return { reading, fit };
}

const share = ({ reliability }: Fit, band: number): number =>
  reliability.weeks.bands.find(({ nominal }) => nominal === band)?.share ?? Number.NaN;

const ofTheBank = (): void => {
  it('[M13] the year: 11 days set apart, and the fit holds on days it has not seen', async () => {
    const { fit } = await fitted('anonymous-bank-1999-arrivals-6min.csv');
    expect(fit.counts.days).toHaveLength(365);
    expect(fit.apart.map(({ name }) => name)).toContain('1999-09-20');
    expect(fit.apart).toHaveLength(11);
    expect(fit.reliability.weeks.verdict).toBe('holds');
    expect(share(fit, 0.8)).toBeCloseTo(0.801, 2);
    expect(fit.reliability.later.verdict).toBe('holds');
    expect(fit.arrivals.dayCv).toBeCloseTo(0.182, 2);
    expect(fit.arrivals.intervalCv).toBeCloseTo(0.223, 2);
  });

  it('[M12] August: those who call again within an hour, by seconds of service', async () => {
    const { fit } = await fitted('anonymous-bank-1999-08-calls.csv');
    const { afterLost, afterServed, byService, byServiceType } = fit.returns ?? {};
    expect(byServiceType).toBe('PS');
    const known = [
      [584, 66.3],
      [310, 30.7],
      [1_372, 10.1],
      [1_767, 9.9],
      [1_486, 10.7],
      [2_007, 11.5],
      [1_882, 12.1],
      [1_310, 14.8],
      [445, 14.6],
    ] as const;
    expect(byService).toHaveLength(known.length);
    known.forEach(([n, percent], i) => {
      // Records end a little before midnight of the 31st: a few calls of the 24th more or less.
      expect(Math.abs((byService?.[i]?.n ?? 0) - n)).toBeLessThan(0.02 * n + 3);
      expect(Math.abs(100 * (byService?.[i]?.share ?? 0) - percent)).toBeLessThan(0.7);
    });
    // Of days 1 to 24: 16.0 % and 35.5 %; of the month, the end being censored, hardly others.
    expect(afterServed?.within[1]?.share).toBeCloseTo(0.16, 1);
    expect(afterLost?.within[1]?.share).toBeCloseTo(0.355, 1);
    expect(fit.handling?.types.map(({ type }) => type)).toEqual([
      'PS',
      'NW',
      'NE',
      'IN',
      'TT',
      'PE',
    ]);
    const means = [171, 118, 239, 384, 120, 299];
    fit.handling?.types.forEach(({ meanS }, i) => {
      expect(Math.abs(meanS / (means[i] as number) - 1)).toBeLessThan(0.02);
    });
  });

  it('[M13] August: the day that is fitted gives the recorded ones nearly back', async () => {
    const headStart = { priority: '2', seconds: 90 };
    const { fit, reading } = await fitted('anonymous-bank-1999-08-calls.csv', { headStart });
    const { typical } = fit;
    if (typical === null || isProblem(typical)) throw new Error('no day');
    const read = readScenario(typical.scenario);
    if (!read.ok) throw new Error(read.problems[0]?.says.en);
    const { scenario } = read;
    const found = await validate(
      recordedDays({
        ...{ reading, days: typical.days, scenario, handling: fit.handling, seen: typical },
      }),
      scenario,
      { days: 200, seed: '2' },
      new InlineExecutor(() => new Promise((next) => setImmediate(next))),
    );
    if (isProblem(found)) throw new Error(found.says.en);
    expect(found.days).toBe(22);
    expect(found.day.level.off).toBe(0);
    expect(found.day.abandons.off).toBe(0);
    expect(found.outside).toBeLessThan(0.2 * found.compared);
  });
};
if (FOLDER !== '') describe('a real bank, 1999', ofTheBank);
