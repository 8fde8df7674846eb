import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ShiftReader, withShifts } from '../../models/doors/records.ts';
import { isProblem, readScenario, type ScenarioFile } from '../../models/doors/scenario.ts';
import { readTableFile } from '../../server/cli/records-file.ts';
import { ownFolder } from '../support/folder.ts';
import { contretemps } from './cli.ts';
import { here } from './here.ts';

/** A centre open from 9:00 to 11:00, in half-hours. */
const centre = (groups: readonly string[] = ['Accueil']): ScenarioFile => ({
  format: 'contretemps/1',
  name: 'Centre',
  day: { opensAt: '09:00', lengthMin: 120, intervalMin: 30 },
  types: [{ id: 'a', name: 'A', perHour: 30, handling: { law: 'exponential', meanS: 120 } }],
  groups: groups.map((name, g) => ({
    ...{ id: `g${g}`, name, staff: 1, skills: [{ type: 'a' }] },
  })),
});

let folder: Awaited<ReturnType<typeof ownFolder>>;
const inFolder = (name: string): string => join(folder.path, name);
beforeAll(async () => {
  folder = await ownFolder();
});
afterAll(() => folder.remove());

const sample = (name: string): string => join(import.meta.dirname, '../samples', name);

type Options = ConstructorParameters<typeof ShiftReader>[0];
const read = async (name: string, options: Options = {}) => {
  const reading = await readTableFile(sample(name), new ShiftReader(options));
  if (isProblem(reading)) throw new Error(reading.says.en);
  return reading;
};

/** What rows of cells make of a centre; the sentence where that is nothing. */
function staffOf(rows: readonly string[], file = centre(), day?: string) {
  const reader = new ShiftReader({});
  const stopped = rows.map((row, i) => reader.row(row.split(';'), i + 1)).find((one) => one);
  const reading = stopped ?? reader.end();
  const staffed = isProblem(reading) ? reading : withShifts(file, reading, day);
  if (isProblem(staffed)) return staffed.says.en;
  expect(readScenario(staffed.scenario).ok).toBe(true);
  return staffed.scenario.groups.map(({ staff }) => staff);
}

describe('planned shifts as staff', () => {
  it('[H4] counts parts of intervals, breaks taken out: the answer by hand', async () => {
    const reading = await read('shifts.csv', { dateOrder: 'dmy' });
    expect([reading.rows, reading.refusals.length]).toEqual([6, 2]);
    expect(reading.refusals.map(({ line, problem }) => [line, problem.says.en])).toEqual([
      [6, '"nine" is not a time; write 9:00, 9h00 or 2025-03-10 09:00.'],
      [
        7,
        '"12:00-12:15" is no break of this shift; write its start and its end, 12:00-13:00, between those of the shift.',
      ],
    ]);
    const staffed = withShifts(centre(), reading, '2025-03-10');
    if (isProblem(staffed)) throw new Error(staffed.says.en);
    // 9:00 Ana, Ben, Cy; 9:30 Ana for half of it; 10:00 Ben for half of it; 10:30 Ana has left.
    expect(staffed.scenario.groups[0]?.staff).toEqual([3, 2.5, 2.5, 2]);
    expect(staffed.notes.map(({ en }) => en)).toEqual([
      'Staff from planned shifts, breaks taken out: 5 h of 3 agents.',
      'A part of an interval is a part of an agent: one more with that probability, drawn each half-hour.',
      '0.5 h planned outside the hours of the scenario are left aside.',
    ]);
  });

  it('reads them in French, as activities too, group by group, across midnight', async () => {
    const reading = await read('presences.csv');
    const night = { ...centre(['Accueil', 'Renfort']) };
    night.day = { opensAt: '00:00', lengthMin: 1_440, intervalMin: 60 };
    const staffed = withShifts(night, reading, '2025-03-10');
    if (isProblem(staffed)) throw new Error(staffed.says.en);
    const [front, back] = staffed.scenario.groups.map(({ staff }) => staff as number[]);
    // By the hour from 8:00: Ana comes at 8:30, Cy eats at 11:00.
    expect(front?.slice(8, 12)).toEqual([0.5, 2.75, 2.25, 0]);
    expect(back?.slice(20)).toEqual([0, 0, 1, 1]);
    expect(staffed.refusals.map(({ line, problem }) => [line, problem.says.fr])).toEqual([
      [8, '« Ventes » n’est aucun groupe du scénario ; les choix sont : g0, g1.'],
    ]);
    const after = withShifts(night, reading, '2025-03-11');
    // The night of the 10th ends on the 11th, on which nobody begins.
    expect(isProblem(after) && after.says.en).toMatch(
      /^No shift on "2025-03-11"; the dates are: 2025-03-10\. Dates read as day\/month;/,
    );
  });

  it('is the same every day without a date, and the mean of all dates where a mean is wanted', () => {
    const head = 'agent;date;start;end';
    expect(staffOf(['agent;start;end', 'a;22:00;10:00', 'b;10:15;18:00'])).toEqual([
      [1, 1, 0.5, 1],
    ]);
    const week = ['a;2025-03-10;9:00;11:00', 'a;2025-03-11;9:00;10:00', 'b;2025-03-11;9:00;10:00'];
    expect(staffOf([head, ...week], centre(), '')).toEqual([[1.5, 1.5, 0.5, 0.5]]);
    expect(staffOf([head, ...week])).toBe(
      'These shifts cover 2 dates; say which to take: 2025-03-10, 2025-03-11.',
    );
    // A day of records that is only numbered takes the only date there is.
    expect(staffOf([head, week[0] as string], centre(), '1')).toEqual([[1, 1, 1, 1]]);
  });

  it('counts nobody twice at once, and leaves alone who has no shift', () => {
    const head = 'agent;group;start;end';
    expect(
      staffOf([head, 'a;g0;9:00;10:00', 'a;g0;9:30;11:00'], centre(['Front', 'Back'])),
    ).toEqual([[1, 1, 1, 1], 1]);
  });

  it('says what no file of shifts is', () => {
    expect(staffOf(['nom;prénom', 'a;b'])).toMatch(
      /^No column is understood as the start and end of a shift; the header is: nom, prénom\./,
    );
    expect(staffOf(['agent;start;end', 'a;9:00;11:00'], centre(['Front', 'Back']))).toBe(
      'The scenario has 2 groups and this shift names none; fill a column "group" with: g0, g1.',
    );
    expect(staffOf(['start;end', '9:00;8:00'])).toMatch(/holds no shift that can be used/);
    expect(staffOf([])).toMatch(/^No column is understood/);
  });

  it('staffs a scenario that is run, of the one date of two readings that is asked for', async () => {
    const [shifts, words] = [sample('shifts.csv'), ['run', '-', '-n', '3', '--json']];
    const input = JSON.stringify(centre());
    const asked = [...words, '--shifts', shifts, '--shift-day', '2025-03-10'];
    const ran = await contretemps([...asked, '--set', 'groups.*.staff=+1'], { input });
    expect(ran.err).toMatch(/^Shifts: 6 rows, of which 2 unusable\.\n {2}line 6: "nine"/);
    expect(ran.code).toBe(0);
    const { intervals } = JSON.parse(ran.out);
    const heads = [0, 3].map((i) => intervals[i].measures.scheduled.mean);
    expect(heads).toEqual([4, 3]);
    const french = await contretemps([...words, '--shifts', shifts], {
      ...{ input, language: 'fr_FR.UTF-8' },
    });
    expect(french.code).toBe(2);
    expect(french.err).toMatch(/^--shift-day: .*dites laquelle prendre : 2025-10-03, 2025-11-03/m);
  });

  it('say why no row can be used, in the command and to whoever reads them', async () => {
    const rows = ['agent,date,start,end', 'a,2025-03-10,nine,17:00', 'b,2025-02-30,9:00,17:00'];
    const file = inFolder('refused.csv');
    await writeFile(file, rows.join('\n'));
    const { code, err } = await here(['run', 'petit-standard', '-n', '3', '--shifts', file]);
    expect(code).toBe(2);
    expect(err.split('\n').slice(0, 3)).toEqual([
      'Shifts: 2 rows, of which 2 unusable.',
      '  line 2: "nine" is not a time; write 9:00, 9h00 or 2025-03-10 09:00.',
      '  line 3: "2025-02-30" is not in the calendar; correct this date.',
    ]);
    expect(staffOf(rows.map((row) => row.replaceAll(',', ';')))).toBe(
      'This file holds no shift that can be used; check its times. Line 2: "nine" is not a time; write 9:00, 9h00 or 2025-03-10 09:00.',
    );
  });

  it('say of one row more that it is one', async () => {
    const rows = Array.from({ length: 6 }, (_, i) => `a${i},2025-03-10,nine,17:00`);
    const file = inFolder('six.csv');
    await writeFile(file, ['agent,date,start,end', ...rows].join('\n'));
    const words = ['run', 'petit-standard', '-n', '3', '--shifts', file];
    expect((await here(words)).err).toMatch(/^ {2}… and 1 more\.$/m);
    expect((await contretemps(words, { language: 'fr_FR.UTF-8' })).err).toMatch(
      /^ {2}… et 1 autre\.$/m,
    );
  });

  it('say in which order dates were read that could be read in two, and may be told it', async () => {
    const file = inFolder('march.csv');
    await writeFile(file, 'agent,date,start,end\na,03/10/2025,9:00,17:00\n');
    const words = ['run', 'petit-standard', '-n', '3', '--shifts', file];
    expect((await here(words)).err).toMatch(
      /^! Dates read as month\/day; if it is the other way, say so .* \[--date-order\]$/m,
    );
    const told = await here([...words, '--date-order', 'dmy', '--shift-day', '2025-10-03']);
    expect([told.code, told.err]).toEqual([0, expect.not.stringContaining('Dates read')]);
    await writeFile(file, 'agent,date,start,end\na,03/10/2025,9,17\nb,03/11/2025,9,17\n');
    const several = await here(words);
    expect(several.code).toBe(2);
    expect(several.err).toMatch(/Dates read as month\/day; .* \[--date-order\]$/m);
    expect((await here([...words.slice(0, 4), '--date-order', 'dmy'])).err).toMatch(
      /^--date-order says how the dates of --shifts are read/,
    );
  });

  it('of more agents than a group may have are bad input, whatever is asked of them', async () => {
    const file = inFolder('many.csv');
    const rows = Array.from({ length: 3_000 }, (_, i) => `a${i},2025-03-10,9:00,17:00`);
    await writeFile(file, ['agent,date,start,end', ...rows].join('\n'));
    for (const words of [
      ['run', 'petit-standard', '-n', '3'],
      ['import', sample('base.csv'), '--replications', '0'],
    ]) {
      const { code, err } = await here([...words, '--shifts', file]);
      expect(code).toBe(2);
      expect(err).toMatch(/is 3000; it must be at most 2000\./);
    }
  });

  it('are missed where only their day is given', async () => {
    for (const words of [
      ['staff', 'petit-classique'],
      ['import', sample('base.csv')],
    ]) {
      const { code, err } = await here([...words, '--shift-day', '2025-03-10']);
      expect(code).toBe(2);
      expect(err).toMatch(/--shift-day says the day of --shifts; give the file too\./);
    }
  });

  it('staffs a day that is imported', async () => {
    const words = ['import', sample('base.csv'), '--shifts', sample('shifts.csv')];
    const { code, err, out } = await here([
      ...words,
      '--replications',
      '20',
      '--shift-day',
      '2025-03-10',
    ]);
    expect(code).toBe(0);
    expect(err).toMatch(/What is left comes from this:\n– The staff is that of the plan/);
    expect(JSON.parse(out).groups[0].staff).toEqual([3, 2.5, 2.5, 2, 0]);
  });
});
