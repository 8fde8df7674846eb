import { describe, expect, it } from 'vitest';
import { sources } from './support/house/tree.ts';
import { type Locked, licences } from './support/notice.ts';

/** What the program brings with it from others: how it is fetched, and what is said of it. */
const all = sources();
const textOf = (path: string): string => all.find((source) => source.path === path)?.text ?? '';
const lock = JSON.parse(textOf('package-lock.json')) as Locked;
const needed = licences(lock);

describe('what the program brings with it', () => {
  it('is named in NOTICE, every package with its licence, and none beside', () => {
    const notice = textOf('NOTICE').split('\n');
    const named = notice.flatMap((line) => /^(@?[\w./-]+): ([\w.-]+)(?=,|$)/.exec(line)?.[0] ?? []);
    expect(named.map((line) => line.split(',')[0])).toEqual(
      [...needed].map(([name, licence]) => `${name}: ${licence}`),
    );
    expect(needed.size).toBeGreaterThan(100);
  });

  it('is under licences that let everybody use it', () => {
    const free = new Set(
      ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'OFL-1.1'].concat([
        'BlueOak-1.0.0',
        'MPL-2.0',
        'Unlicense',
      ]),
    );
    expect([...needed].filter(([, licence]) => !free.has(licence))).toEqual([]);
  });

  it('names whose it is, of every package that is not of one machine only', () => {
    const lines = textOf('NOTICE').split('\n');
    const anonymous = Object.entries(lock.packages)
      .filter(([path, { optional, peer }]) => needed.has(path.slice(13)) && !optional && !peer)
      .map(([path]) => path.slice(13))
      .filter((name) => !lines.some((line) => line.startsWith(`${name}: `) && line.includes(', ')));
    expect(anonymous).toEqual([]);
  });

  it('needs no 225 packages for three functions: none of @stdlib', () =>
    expect([...needed.keys()].filter((name) => name.startsWith('@stdlib/'))).toEqual([]));

  it('is fetched without running its scripts, a week old at least, and locked without an address', () => {
    const settings = textOf('.npmrc').trim().split('\n');
    for (const setting of [
      'ignore-scripts=true',
      'min-release-age=7',
      'save-exact=true',
      'omit-lockfile-registry-resolved=true',
    ])
      expect(settings).toContain(setting);
  });
});
