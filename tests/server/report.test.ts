import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownFolder } from '../support/folder.ts';
import type { Ended } from './cli.ts';
import { here } from './here.ts';

/** `contretemps report`: of a scenario, of an answer, and of a report there is already. */

const SMALL = ['petit-classique', '-n', '60', '--as-planned'];
let folder: Awaited<ReturnType<typeof ownFolder>>;
beforeAll(async () => {
  folder = await ownFolder();
});
afterAll(() => folder?.remove());

const at = (name: string): string => join(folder.path, name);
const report = (...words: string[]): Promise<Ended> => here(['report', ...words]);
const plain = ({ out }: Ended): string => out.replace(/\s+/g, ' ');
const hashIn = (text: string): string | undefined => /\(([0-9a-f]{16})\)/.exec(text)?.[1];

describe('a report from the command line', () => {
  it('is written of a scenario, and computed again from its file, the same', async () => {
    const made = await report(...SMALL, '--out', at('a.html'));
    expect([made.code, plain(made)]).toEqual([0, expect.stringContaining('No: this schedule')]);
    const again = await report(at('a.html'));
    expect(again.code).toBe(0);
    expect(plain(again)).toContain(`Recomputed: identical (hash ${hashIn(plain(made))}).`);
  });

  it('is written of an answer, which it computes again first', async () => {
    const { out: json } = await here(['staff', ...SMALL, '--json']);
    await writeFile(at('answer.json'), json);
    const made = await report(at('answer.json'), '--out', at('b.html'));
    expect([made.code, plain(made)]).toEqual([0, expect.stringContaining('identical')]);
    const direct = await report(...SMALL, '--out', at('c.html'));
    expect(hashIn(plain(made))).toBe(hashIn(plain(direct)));
    expect(await readFile(at('b.html'), 'utf8')).toBe(await readFile(at('c.html'), 'utf8'));

    const answer = JSON.parse(json) as { agentHours: number; scenario?: object };
    const other = { ...answer, agentHours: 99 };
    await writeFile(at('other.json'), JSON.stringify(other));
    const told = await report(at('other.json'));
    expect(told.code).toBe(1);
    expect(plain(told)).toContain(
      `Recomputed: 1 difference; the first, agentHours: written 99, recomputed ${answer.agentHours}.`,
    );
    const { scenario: _scenario, ...without } = answer;
    await writeFile(at('without.json'), JSON.stringify(without));
    expect((await report(at('without.json'))).err).toContain('does not hold its scenario');
  });

  it.each([
    [['petit-classique'], 'Say where to write the report: --out report.html.'],
    [['nowhere', '--out', 'x.html'], 'There is no file "nowhere"'],
    [['{"format":"contretemps-staffing/1"}'], 'damaged: "rules"'],
    [['{"format":"contretemps-report/9"}'], 'another version (contretemps-report/9)'],
    [['{"format":"contretemps-report/9"}', '-n', '50'], '--replications goes with a scenario only'],
  ])('of %j is answered in a sentence, with code 2', async ([first = '', ...more], says) => {
    const held = first.startsWith('{');
    if (held) await writeFile(at('held.json'), first);
    const { code, err, out } = await report(held ? at('held.json') : first, ...more);
    expect(err).toContain(says);
    expect([code, out]).toEqual([2, '']);
  });
});
