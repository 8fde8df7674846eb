import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../models/doors/scenario.ts';
import { ownFolder } from '../support/folder.ts';
import type { Ended } from './cli.ts';
import { here } from './here.ts';

const staff = (words: readonly string[], language?: string): Promise<Ended> =>
  here(['staff', ...words], language);

const SMALL = 'petit-classique';
const few = [SMALL, '-n', '60'];

describe('a requirement of a day made of records', () => {
  const file = (name: string): string => join(import.meta.dirname, '../samples', name);

  it('says what was supposed for it, in words and to programs, as its report does', async () => {
    const { out: made } = await here(['import', file('F1-interval-15min.csv')]);
    const folder = await ownFolder();
    const [day, page] = [join(folder.path, 'day.json'), join(folder.path, 'page.html')];
    try {
      await writeFile(day, made);
      const said = await staff([day, '-n', '20', '--report', page]);
      expect(said.out).toMatch(/What the data do not say\n.*supposed.*Staff is estimated/s);
      const { out } = await staff([day, '-n', '20', '--json']);
      const { supposed } = JSON.parse(out) as { supposed: { says: { en: string } }[] };
      expect(supposed.map(({ says }) => says.en).join(' ')).toMatch(/Patience is .* Staff is est/);
      const csv = await staff([day, '-n', '20', '--csv']);
      expect(csv.out).toMatch(/,supposed,.*Staff is estimated/);
      expect(await readFile(page, 'utf8')).toContain('What the data do not say');
      // Of staff that is planned, nothing is estimated.
      const planned = await staff([
        day,
        '-n',
        '20',
        '--shift-day',
        '',
        '--shifts',
        file('shifts.csv'),
      ]);
      expect(planned.out).toMatch(/What the data do not say\n.*Patience is.*Staff from planned/s);
      expect(planned.out).not.toContain('Staff is estimated');
    } finally {
      await folder.remove();
    }
  });
});

describe('a requirement asked for wrongly', () => {
  const cases: [words: string[], says: string][] = [
    [[], '<scenario> is missing'],
    [['nowhere'], 'There is no file "nowhere"'],
    [
      [SMALL, '--target', '80'],
      '--target is "80"; it must be 80/20 (80 % within 20 s), abandon:5%',
    ],
    [[SMALL, '--target', 'abandon:0%'], 'it must be a share, 0.1% or more'],
    [[SMALL, '--target', 'asa:0'], 'asa:30 (seconds, at least 1)'],
    [[SMALL, '--target', '180/20'], '--target is "180"; it must be a share'],
    [[SMALL, '--target', '100/0'], 'it must be a share, 1% or more and less than 100%, for'],
    [[SMALL, '--on', '100%'], 'it must be a share, 1% or more and less than 100%, for instance'],
    [[SMALL, '--definition', 'F6'], '--definition is "F6"; it must be one of: F1 F2 F3 F4 F5.'],
    [
      [SMALL, '--on', 'often'],
      '--on is "often"; it must be a share, 1% or more and less than 100%',
    ],
    [[SMALL, '--by', 'week'], '--by is "week"; it must be one of: interval day month.'],
    [[SMALL, '--by', 'day', '--joint'], 'it goes with --by interval.'],
    [[SMALL, '--range', '9-2'], '--range is "9-2"; it must be two numbers of agents'],
    [[SMALL, '--rule', 'guess'], '--rule is "guess"; it must be one of: sipp lagged mol.'],
    [[SMALL, '-n', '5'], '--replications is "5"; it must be a whole number from 20 to 20000.'],
    [[SMALL, '--json', '--csv'], 'Choose --json or --csv, not both.'],
    [
      [SMALL, '--as-planned', '--shrinkage', '30%'],
      '--as-planned takes the staff as it is written',
    ],
    [['banque-1999', '--shrinkage', '30%'], 'counting them twice would ask for too many people'],
  ];
  it.each(cases)('%j is answered in a sentence, with code 2', async (words, says) => {
    const { code, err, out } = await staff(words);
    expect(err).toContain(says);
    expect([code, out]).toEqual([2, '']);
  });
});

describe('a requirement', () => {
  it('is told with an agent less and one more, in both languages', async () => {
    const en = await staff([...few, '--flat', '--by', 'day', '--on', '80%']);
    expect([en.code, en.err]).toEqual([0, '']);
    expect(en.out.replace(/\s+/g, ' ')).toMatch(
      /\d+ agents: with \d+ the target holds on \d+ % ± \d+ of days, with \d+ on \d+ % ± \d+, with/,
    );
    const fr = await staff([...few, '--flat', '--by', 'day'], 'fr_FR.UTF-8');
    expect(fr.out.replace(/\s+/g, ' ')).toMatch(
      /\d+ conseillers : avec \d+, la cible est tenue \d+ % ± \d+ des jours ; avec \d+, \d+ % ± \d+/,
    );
  });

  it('says on demand why Erlang differs, and what probability costs', async () => {
    const { code, err, out } = await staff([...few, '--flat', '--by', 'day', '--gap', '--price']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/callers call again +\d+\.\d %/);
    expect(out.replace(/\s+/g, ' ')).toMatch(/from 80 % to 90 %: \d+(\.\d+)? agents on average/);
  });

  it('is the same in JSON and in CSV, figure by figure, with units', async () => {
    const json = (await staff([...few, '--json'])).out;
    const csv = (await staff([...few, '--csv'])).out;
    const told = JSON.parse(json) as {
      format: string;
      whole: { share: number };
      intervals: { begins: string; groups: { agents: number }[] }[];
      choices: { id: string }[];
      scenario: object;
    };
    expect(told.format).toBe('contretemps-staffing/1');
    const { data } = Papa.parse<Record<string, string>>(csv, {
      header: true,
      skipEmptyLines: true,
    });
    const of = (figure: string) => data.filter((row) => row['figure'] === figure);
    expect(of('holds')[0]?.['value']).toBe(String(told.whole.share));
    expect(of('agents').map(({ interval, value }) => [interval, Number(value)])).toEqual(
      told.intervals.map(({ begins, groups }) => [begins, groups[0]?.agents]),
    );
    const choices = data.filter(({ says }) => says !== '');
    expect(choices.map(({ figure }) => figure)).toEqual(
      told.choices.map(({ id }) => `choice.${id}`),
    );
    expect(choices[1]?.['says']).toBe('F3: answered within the time / (answered + abandoned)');
    const units = new Set(data.filter(({ says }) => says === '').map(({ unit }) => unit));
    expect([...units].sort()).toEqual(['1', '1/h', 'agents', 'h', 's']);
    // What is written can be worked out again: it holds its scenario.
    expect(readScenario(told.scenario).ok).toBe(true);
  });

  it('is a workbook too, the same figures in it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'staff-'));
    try {
      const path = join(folder, 'answer.xlsx');
      const { code, err, out } = await staff([...few, '--as-planned', '--csv', '--xlsx', path]);
      expect([code, err]).toEqual([0, '']);
      const sheets = await readWorkbook(path);
      expect(sheets.map(({ sheet }) => sheet)).toEqual(['Intervals', 'Choices', 'Figures']);
      const told = sheets[2]?.data.map((row) => row.map((cell) => String(cell ?? '')));
      expect(told).toEqual(Papa.parse<string[]>(out, { skipEmptyLines: true }).data);
      const [head, first] = sheets[0]?.data ?? [];
      expect(head?.slice(0, 3)).toEqual(['interval', 'group', 'calls/h']);
      expect(first?.slice(0, 3)).toEqual(['08:30', 'The station', 48]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('of a schedule as it is written says whether it holds, before what it would take', async () => {
    const { code, err, out } = await staff([...few, '--as-planned']);
    expect([code, err]).toEqual([0, '']);
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /No: this schedule does not hold in \d of 4 intervals; 08:40 is the weakest/,
    );
    const fr = await staff([...few, '--as-planned', '--by', 'day'], 'fr_FR.UTF-8');
    expect(fr.out.replace(/\s+/g, ' ')).toMatch(
      /Non : la cible est tenue sur la journée \d+ % ± \d+ des jours ; il en faut 80 %\./,
    );
  });
});
