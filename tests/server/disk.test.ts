import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stop } from '../../server/cli/terminal.ts';
import { bare } from '../support/bare.ts';
import { ownFolder } from '../support/folder.ts';

let folder: Awaited<ReturnType<typeof ownFolder>>;
const inFolder = (name: string): string => join(folder.path, name);
beforeAll(async () => {
  folder = await ownFolder();
  await writeFile(inFolder('bare.json'), JSON.stringify(bare()));
  await mkdir(inFolder('folder'));
});
afterAll(() => folder.remove());

const ROOT = join(import.meta.dirname, '../..');

/** The command line under a shell, which sends its output where the line says. */
const shell = (line: string): Promise<{ code: number; err: string }> =>
  new Promise((ended) => {
    const env = { ...process.env, LC_ALL: 'en_GB.UTF-8' };
    execFile('sh', ['-c', `node server/bin.mjs ${line}`], { cwd: ROOT, env }, (error, _, err) => {
      ended({ code: typeof error?.code === 'number' ? error.code : 0, err });
    });
  });

describe('a disk that refuses is told in a sentence', () => {
  it.runIf(existsSync('/dev/full'))('where the output goes to a full disk', async () => {
    for (const words of ['schema', `run ${inFolder('bare.json')} -n 2 --json`]) {
      const { code, err } = await shell(`${words} > /dev/full`);
      expect(err).toBe('The output is on a full disk; it is not complete: send it elsewhere.\n');
      expect(code).toBe(1);
    }
  });

  it('where a file is read or written that is a folder, or lies within a file', async () => {
    const file = inFolder('bare.json');
    const sample = 'tests/samples/calls-synthetic.csv';
    for (const [line, says, code] of [
      [`run ${inFolder('folder')}`, 'is a folder, not a file; give another one.', 2],
      [`run ${file}/no.json`, 'goes through a file as if it were a folder; give another', 2],
      [`import ${inFolder('none.csv')}`, 'does not exist; give another one.', 2],
      [`import ${sample} --day 1 -o ${inFolder('folder')}`, 'is a folder, not a file; choose', 1],
      [`import ${sample} --day 1 -o ${inFolder('no/x')}`, 'is in a folder that does not exist', 1],
      // Before the work, not after it: nothing else is said.
      [
        `staff ${file} --xlsx ${inFolder('no/x')}`,
        /^".*" is in a folder that does not [^\n]*\n$/,
        1,
      ],
      [`report ${file} -o ${inFolder('folder')}`, /^".*" is a folder, not a file[^\n]*\n$/, 1],
      [`fit ${sample} -o ${file}/x`, /^".*" goes through a file as if it were a [^\n]*\n$/, 1],
    ] as const) {
      const ended = await shell(line);
      expect(ended.err).toEqual(
        says instanceof RegExp ? expect.stringMatching(says) : expect.stringContaining(says),
      );
      expect(ended.err).not.toMatch(/\n\s+at |Error:/);
      expect(ended.code).toBe(code);
    }
  });

  it.each(['ENOSPC', 'EACCES', 'EROFS', 'EISDIR', 'EDQUOT', 'ENOENT', 'E_NEW'])(
    'whatever is refused, with its own exit code: %s',
    async (code) => {
      const { outputLost, unreadable, unwritable } = await import('../../server/cli/disk.ts');
      const error = Object.assign(new Error(code), { code });
      const told = (end: (path: string, error: unknown) => never): Stop => {
        try {
          return end('x.json', error);
        } catch (stopped) {
          return stopped as Stop;
        }
      };
      for (const [end, exit] of [
        [unreadable, 2],
        [unwritable, 1],
      ] as const) {
        const said = new Stop([]);
        expect(() => end('x.json', said)).toThrow(said);
        const stopped = told(end);
        expect(stopped).toBeInstanceOf(Stop);
        expect(stopped.code).toBe(exit);
        expect(stopped.problems[0]?.says.fr).toMatch(/^« x\.json » .+ ; .+\.$/);
        expect(stopped.problems[0]?.says.en).toMatch(/^"x\.json" .+; .+\.$/);
      }
      expect(outputLost(error).en).toMatch(/^The output .+; it is not complete/);
    },
  );
});
