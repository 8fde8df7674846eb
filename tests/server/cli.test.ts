import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CATALOGUE_IDS,
  catalogueScenario,
  readScenarioText,
  type Scenario,
  withoutPeople,
} from '../../models/doors/scenario.ts';
import { MEASURES } from '../../models/doors/study.ts';
import { bare } from '../support/bare.ts';
import { ownFolder } from '../support/folder.ts';
import { contretemps } from './cli.ts';

let folder: Awaited<ReturnType<typeof ownFolder>>;
const inFolder = (name: string): string => join(folder.path, name);
beforeAll(async () => {
  folder = await ownFolder();
  await writeFile(inFolder('bare.json'), JSON.stringify(bare()));
});
afterAll(() => folder.remove());

const SHORT = ['--replications', '4', '--seed', 'cli'];

interface Figure {
  readonly mean: number | null;
  readonly halfWidth: number | null;
  readonly n: number;
  readonly p10?: number;
  readonly p90?: number;
}
interface Figures {
  readonly day: Record<string, Figure>;
  readonly intervals: readonly { from: string; measures: Record<string, Figure> }[];
  readonly types: readonly { id: string; measures: Record<string, Figure> }[];
  readonly groups: readonly { id: string; measures: Record<string, Figure> }[];
  readonly difference?: Record<string, Figure>;
}

async function figures(...words: string[]): Promise<Figures> {
  const { code, out, err } = await contretemps(['run', ...words, ...SHORT, '--json']);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Figures;
}

describe('contretemps run', () => {
  it.each(CATALOGUE_IDS)('%s: every measure, by day, interval, type and group', async (id) => {
    const told = await figures(id);
    const names = MEASURES.map(({ name }) => name);
    const cuts = [
      told.day,
      ...[...told.intervals, ...told.types, ...told.groups].map((c) => c.measures),
    ];
    for (const cut of cuts)
      for (const name of names)
        expect(Object.keys(cut[name] ?? {})).toEqual(['mean', 'halfWidth', 'n', 'unit']);
    expect(told.day['offered']?.n).toBe(4);
    expect(told.day['offered']?.mean).toBeGreaterThan(20);
    expect(told.day['serviceLevelF3']?.halfWidth).toBeGreaterThan(0);
  });

  it('tells how days differ, where there are ten of them: P10 and P90', async () => {
    const words = ['run', 'petit-standard', '-n', '12', '--seed', 'tenths'];
    const { out } = await contretemps([...words, '--json']);
    const { day, intervals } = JSON.parse(out) as Figures;
    for (const figure of Object.values(day)) {
      if (figure.mean === null) continue;
      expect(figure.p10).toBeLessThanOrEqual(figure.p90 ?? Number.NaN);
    }
    expect(day['offered']?.p90).toBeGreaterThan(day['offered']?.p10 ?? Infinity);
    expect(intervals[0]?.measures['offered']).not.toHaveProperty('p10');
    const { out: csv } = await contretemps([...words, '--csv']);
    expect(csv).toContain(`12,${day['offered']?.p10},${day['offered']?.p90}\r\n`);
    const table = await contretemps(words);
    expect(table.out).toContain(
      '\n[P10 – P90] across days: eight days in ten fall in this range.\n',
    );
    expect(table.out).toMatch(
      /\n {2}Total volume offered +[\d.]+ ± [\d.]+ +\[[\d.,]+ – [\d.,]+\]\n/,
    );
    const few = await contretemps(['run', 'petit-standard', ...SHORT]);
    expect(few.out).not.toContain('P10');
  });

  it('gives the same figures again, and others for another seed', async () => {
    const once = await contretemps(['run', 'petit-standard', ...SHORT, '--json']);
    const again = await contretemps(['run', 'petit-standard', ...SHORT, '--json']);
    const other = await contretemps(['run', 'petit-standard', '-n', '4', '-s', 'x', '--json']);
    expect(again).toEqual(once);
    expect(other.out).not.toBe(once.out);
  });

  it('changes values with --set, and compares with the same callers', async () => {
    const told = await figures(
      'petit-standard',
      '--set',
      'groups.gare.staff=8',
      '--set',
      'types.0.perHour=30',
      '--against',
      'petit-standard',
    );
    expect(told.day['staffed']?.mean).toBeCloseTo(8, 5);
    expect(told.difference?.['staffed']?.mean).toBeGreaterThan(3.5);
    expect(told.difference?.['averageSpeedOfAnswer']?.mean).toBeLessThan(0);
  });

  it('[N5] plays without the human hypotheses, beside itself with them', async () => {
    const words = ['run', 'accueil-humain', '-n', '20', '--without-people'];
    const both = await contretemps([...words, '--against', 'accueil-humain', '--json']);
    const told = JSON.parse(both.out);
    expect(told.people).toBe(false);
    expect(told.difference.firstAttempts.mean).toBe(0);
    expect(told.difference.lived.mean).toBeGreaterThan(2);
    expect(both.err).toBe('"accueil-humain" without the human hypotheses.\n');
    const { out } = await contretemps(words, { language: 'fr_FR.UTF-8' });
    expect(out).toContain('Sans les hypothèses humaines.');
    const plain = await contretemps(['run', 'petit-standard', ...SHORT, '--without-people']);
    expect(plain.err).toBe('"petit-standard" has no human hypotheses: nothing changes.\n');
    expect(plain.out).toBe((await contretemps(['run', 'petit-standard', ...SHORT])).out);
  });

  it('[N5] compares policies without the human hypotheses, and no mask among them', async () => {
    const words = ['-n', '3', '-p', 'hurry', '-p', 'fixed:paceMin=4', '--json'];
    const study = async (...asked: string[]) => {
      const { out, err } = await contretemps(['study', ...asked, ...words]);
      return { err, policies: JSON.stringify(JSON.parse(out).scenarios[0].policies) };
    };
    const scenario = catalogueScenario('accueil-humain') as Scenario;
    await writeFile(inFolder('without.json'), JSON.stringify(withoutPeople(scenario)));
    const { err, policies } = await study('accueil-humain', '--without-people');
    expect(err).toBe('"accueil-humain" without the human hypotheses.\n');
    expect((await study(inFolder('without.json'))).policies).toBe(policies);
    expect((await study('accueil-humain')).policies).not.toBe(policies);
    const mask = ['study', 'accueil-humain', '--without-people', '-p', 'natural'];
    expect((await contretemps(mask)).err).toContain('"natural" puts on a mask');
    const told = (...more: string[]) =>
      contretemps(['study', 'accueil-humain', ...more, '-n', '3', '-p', 'hurry']);
    expect((await told('--without-people')).out).toContain('Without the human hypotheses.');
    const { out } = await told();
    expect(out).not.toContain('Without the human');
    expect(out.replace(/\s+/g, ' ')).toContain('"The old hands" keeps its own policy, priceNext');
  });

  it('reads a file, or its input', async () => {
    const file = await figures(inFolder('bare.json'));
    const piped = await contretemps(['run', '-', ...SHORT, '--json'], {
      input: JSON.stringify(bare()),
    });
    expect(JSON.parse(piped.out)).toEqual(file);
  });

  it('shows people a table: five service levels, first calls beside the total', async () => {
    const french = await contretemps(['run', 'petit-standard', ...SHORT], {
      language: 'fr_FR.UTF-8',
    });
    expect([french.code, french.err]).toEqual([0, '']);
    for (const words of [
      'F1  répondus + abandons',
      'refusés compris',
      'F2  ',
      'F3  ',
      'F4  ',
      'F5  ',
      'Premiers appels',
      'Volume total offert',
      '08:40',
      'contretemps',
    ])
      expect(french.out).toContain(words);
    const english = await contretemps(['run', 'petit-standard', ...SHORT, '--lang', 'en'], {
      language: 'fr_FR.UTF-8',
    });
    expect(english.out).toContain('First calls');
  });

  it('writes CSV that a program reads back as the same figures, in both conventions', async () => {
    const told = await figures('petit-classique');
    const english = await contretemps(['run', 'petit-classique', ...SHORT, '--csv']);
    const french = await contretemps([
      'run',
      'petit-classique',
      ...SHORT,
      '--csv',
      '--sep',
      ';',
      '--decimal',
      ',',
      '--bom',
    ]);
    expect(french.out.startsWith('\uFEFF')).toBe(true);
    const [rows, others] = [english.out, french.out.slice(1)].map(
      (text) =>
        Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data,
    );
    expect(rows?.map((row) => row['mean'])).toEqual(
      others?.map((row) => row['mean']?.replace(',', '.')),
    );
    const row = rows?.find(
      (one) => one['cut'] === 'type' && one['of'] === 'contretemps' && one['measure'] === 'offered',
    );
    expect(Number(row?.['mean'])).toBe(told.types[1]?.measures['offered']?.mean);
    expect(row?.['n']).toBe('4');
    expect(rows).toHaveLength(MEASURES.length * (1 + 5 + 2 + 1));
  });

  it('tells a change that has no effect, and that the callers of another centre are others', async () => {
    const words = ['run', 'plus-on-se-presse', '-n', '2', '--set', 'types.0.handling.meanS=999'];
    const { code, err, out } = await contretemps([...words, '--against', 'petit-standard']);
    expect(code).toBe(0);
    expect(err).toMatch(/^--set types\.0\.handling\.meanS: little or no effect: .* arbitrated;/);
    expect(out).toContain('whose demand differs: the callers are others.');
  });

  it('ends quietly when whoever reads it has seen enough', async () => {
    const { code, err } = await contretemps(['run', 'banque-1999', '-n', '2', '--json'], {
      closeAfter: 10,
    });
    expect([code, err]).toEqual([0, '']);
  });
});

describe('contretemps import', () => {
  const SAMPLE = 'tests/samples/calls-synthetic.csv';

  it('writes a scenario that run takes, and tells what became of every row', async () => {
    const { code, out, err } = await contretemps([
      'import',
      SAMPLE,
      '--day',
      '2',
      '--head-start',
      '1=60',
    ]);
    expect(code).toBe(0);
    expect(readScenarioText(out).ok).toBe(true);
    const rows = (await readFile(SAMPLE, 'utf8')).trim().split('\n').length - 1;
    expect(err).toContain(`${rows} rows: `);
    expect(err).toContain(' 0 unusable.\n');
    expect(err).toMatch(/^Day 2: \d+ calls/m);
    const run = await contretemps(['run', '-', '-n', '2', '--json'], { input: out });
    const told = JSON.parse(run.out) as Figures;
    const calls = /Day 2: (\d+) calls/.exec(err)?.[1];
    expect(told.day['offered']).toMatchObject({ mean: Number(calls), halfWidth: null });
  });

  it('tells each unusable row with --strict, and ends with code 1', async () => {
    const spoilt = (await readFile(SAMPLE, 'utf8')).split('\n');
    spoilt[3] = (spoilt[3] ?? '').replace('AGENT', 'ROBOT');
    spoilt[7] = '2,x';
    await writeFile(inFolder('spoilt.csv'), spoilt.join('\n'));
    const words = ['import', inFolder('spoilt.csv'), '--day', '1', '--out', inFolder('day.json')];
    const easy = await contretemps(words);
    expect([easy.code, easy.out]).toEqual([0, '']);
    expect(easy.err).toContain(
      '2 unusable.\n  1 × unknown outcome\n  1 × missing cells\n  With --strict',
    );
    const strict = await contretemps([...words, '--strict']);
    expect(strict.code).toBe(1);
    expect(strict.err).toContain('  line 4, column outcome: "ROBOT" is not a known outcome');
    expect(strict.err).toContain('  line 8: This row has 2 cells');
    expect(readScenarioText(await readFile(inFolder('day.json'), 'utf8')).ok).toBe(true);
  });

  it('says so when it cannot write', async () => {
    const { code, err } = await contretemps([
      'import',
      SAMPLE,
      '--day',
      '1',
      '--out',
      inFolder('no/where.json'),
    ]);
    expect(code).toBe(1);
    expect(err).toContain('is in a folder that does not exist; choose another place.');
  });
});

describe('the rest', () => {
  it('schema: the JSON Schema, with the meaning of every parameter', async () => {
    const { code, out } = await contretemps(['schema']);
    expect(code).toBe(0);
    const schema = JSON.parse(out) as {
      properties: Record<string, unknown>;
      additionalProperties: boolean;
    };
    expect(schema.additionalProperties).toBe(false);
    expect(Object.keys(schema.properties)).toContain('serviceLevel');
    // Whatever takes a number says what it is for.
    const mute: string[] = [];
    const walk = (node: unknown, path: string, told: boolean): void => {
      if (typeof node !== 'object' || node === null) return;
      const { type, description } = node as { type?: string; description?: string };
      const said = told || description !== undefined;
      if ((type === 'number' || type === 'integer') && !said) mute.push(path);
      for (const [key, value] of Object.entries(node))
        walk(value, `${path}.${key}`, said && key !== 'properties');
    };
    walk(schema, '', false);
    expect(mute).toEqual([]);
  });

  it('schema: says what each parameter means in the language of the terminal', async () => {
    const [english, french] = await Promise.all([
      contretemps(['schema']),
      contretemps(['schema', '--lang', 'fr']),
    ]);
    expect(english.out).toContain('"How long a caller waits before giving up."');
    expect(french.out).toContain('"Combien de temps un client attend avant de raccrocher."');
    expect(french.out).not.toContain('How long a caller waits');
    expect(Object.keys(JSON.parse(french.out))).toEqual(Object.keys(JSON.parse(english.out)));
  });

  it('help and version are what was asked for', async () => {
    const help = await contretemps(['--help'], { language: 'fr_FR' });
    expect([help.code, help.err]).toEqual([0, '']);
    for (const word of [
      'Utilisation :',
      'run',
      'import',
      'replay',
      'schema',
      'serve',
      'Codes de sortie',
    ])
      expect(help.out).toContain(word);
    const version = await contretemps(['--version']);
    const { version: written } = JSON.parse(await readFile('package.json', 'utf8')) as {
      version: string;
    };
    expect(version).toEqual({ code: 0, out: `${written}\n`, err: '' });
  });
});
