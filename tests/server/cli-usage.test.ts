import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../server/cli.ts';
import { bare } from '../support/bare.ts';
import { ownFolder } from '../support/folder.ts';
import { contretemps, type Ended } from './cli.ts';

/** The same program in this process: what it refuses, it refuses before it does anything. */
async function here(words: readonly string[]): Promise<Ended> {
  const said = { out: '', err: '' };
  const hear =
    (where: 'out' | 'err') =>
    (text: string | Uint8Array): boolean => {
      said[where] += text;
      return true;
    };
  vi.stubEnv('LC_ALL', 'en_GB.UTF-8');
  vi.spyOn(process.stdout, 'write').mockImplementation(hear('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(hear('err'));
  const code = await main(words);
  return { code, ...said };
}
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

let folder: Awaited<ReturnType<typeof ownFolder>>;
const inFolder = (name: string): string => join(folder.path, name);
beforeAll(async () => {
  folder = await ownFolder();
});
afterAll(() => folder.remove());

describe('records that come through a pipe', () => {
  it('are read as those of a file are: for -, and for a pipe that has a name', async () => {
    const file = 'tests/samples/base.csv';
    const input = await readFile(file, 'utf8');
    const words = ['-n', '0', '--source', 'base'];
    const said = await contretemps(['import', file, ...words]);
    expect(said.code).toBe(0);
    for (const pipe of ['-', '/dev/stdin'])
      expect(await contretemps(['import', pipe, ...words], { input })).toEqual(said);
    const none = await contretemps(['fit', '-'], { input: '' });
    expect([none.code, none.err]).toEqual([
      2,
      'This file is empty; give one with a header line.\n',
    ]);
  });

  it('are called after it, where no source is given', async () => {
    const input = await readFile('tests/samples/base.csv', 'utf8');
    const named = async (pipe: string, language: string) => {
      const { out } = await contretemps(['import', pipe, '-n', '0'], { input, language });
      const { name, source } = JSON.parse(out);
      return [name, source];
    };
    expect(await named('-', 'en_GB.UTF-8')).toEqual([
      expect.stringMatching(/^standard input, /),
      'standard input',
    ]);
    expect(await named('/dev/stdin', 'fr_FR.UTF-8')).toEqual([
      expect.stringMatching(/^entrée standard, /),
      'entrée standard',
    ]);
  });

  it('that holds a mark and nothing else is empty', async () => {
    await writeFile(inFolder('mark.csv'), '\uFEFF\n\n');
    expect((await here(['import', inFolder('mark.csv')])).err).toMatch(/^This file is empty;/);
  });
});

describe('what is asked for wrongly', () => {
  const cases: [words: string[], says: string][] = [
    [[], 'Usage: contretemps'],
    [
      ['fly'],
      'There is no command "fly"; the commands are: run, study, staff, report, import, fit, validate, replay, schema, ideas, serve.',
    ],
    [['run'], '<scenario> is missing'],
    [['run', 'petit-standard', '--frob'], 'There is no option --frob'],
    [['run', 'petit-standard', 'banque-1999'], 'one word too many'],
    [['run', 'petit-standard', '--seed'], 'needs a value'],
    [['run', 'petit-standard', '--seed', ''], '--seed has 0 characters'],
    [['run', 'petit-standard', '--json', '--csv'], '--json or --csv'],
    [['run', 'petit-standard', '-n', '0'], '--replications is "0"'],
    [['run', 'petit-standard', '-n', '1e3'], '--replications is "1e3"'],
    [['run', 'petit-standard', '--level', '1'], '--level is "1"'],
    [['run', 'petit-standard', '--threads', 'all'], '--threads is "all"'],
    [['run', 'petit-standard', '--sep', 'x'], '--sep is "x"'],
    [['run', 'petit-standard', '--decimal', ','], 'One sign cannot separate both'],
    [['run', 'nowhere'], 'the catalogue has: petit-standard, accueil-calme'],
    [['run', 'tests'], '"tests" is a folder'],
    [['run', 'petit-standard', '--set', 'staff'], '--set expects path=value'],
    [
      ['run', 'petit-standard', '--set', 'groups.x.staff=1'],
      'groups.x: Nothing is called "x" in "groups"; the choices are: gare.',
    ],
    [
      ['run', 'petit-standard', '--set', 'groups.gare.staff=many'],
      'groups.0.staff: "staff" is "many"; it must be a number or a list [ ].',
    ],
    [
      ['run', 'petit-standard', '--set', 'types.0.perHour=1e6', '-n', '1000000'],
      'events; ask for at most',
    ],
    [['run', 'README.md'], 'Line 1, column 1'],
    [['import', 'nowhere.csv'], '"nowhere.csv" does not exist'],
    [['import', 'package.json'], 'Missing columns'],
    [['import', 'tests/samples/calls-synthetic.csv'], 'choose one with --day: 1, 2'],
    [['import', 'tests/samples/calls-synthetic.csv', '--day', '9'], 'No day "9"'],
    [
      ['import', 'tests/samples/calls-synthetic.csv', '--day', '1', '--head-start', 'x'],
      '--head-start expects',
    ],
    [['replay', 'package.json'], 'This file is not a session'],
    [['replay', 'tests'], 'holds no Contretemps database'],
    [['run', 'petit-standard', '--lang', 'de'], '--lang is "de"; the languages are fr and en.'],
    [['schema', '--lang=xx'], '--lang is "xx"; the languages are fr and en.'],
  ];
  it.each(cases)('%j is answered in a sentence, with code 2', async (words, says) => {
    const { code, out, err } = await here(words);
    expect(err).toContain(says);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toMatch(/\n\s+at |node_modules|Error:/);
  });

  it.each(cases.filter((_, i) => [1, 3, 14, 20, 22, 27].includes(i)))(
    'so it is as a process of its own: %j',
    async (words, says) => {
      const { code, out, err } = await contretemps(words);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(says);
    },
  );

  it('in French where the surroundings are French', async () => {
    const { err } = await contretemps(['run', 'nowhere'], { language: 'fr_CA.UTF-8' });
    expect(err).toBe(
      'Il n’y a pas de fichier « nowhere » ; le catalogue a : ' +
        'petit-standard, accueil-calme, accueil-normal, accueil-tendu, accueil-humain, ' +
        'plus-on-se-presse, dix-conseillers, sang-froid, banque-arbitree, standard-hopital, ' +
        'jour-de-neige, petit-classique, banque-1999, grand-centre.\n',
    );
  });

  it('all the problems of a scenario, each with its path', async () => {
    await writeFile(
      inFolder('bad.json'),
      JSON.stringify({ ...bare(), typess: [], day: { lengthMin: -1 } }),
    );
    const { code, err } = await contretemps(['run', inFolder('bad.json')]);
    expect(code).toBe(2);
    expect(err).toBe(
      'day.lengthMin: "lengthMin" is -1; it must be at least 1 min.\ntypess: "typess" does not exist here; did you mean "types"?\n',
    );
  });
});
