import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bare } from '../support/bare.ts';
import { contretemps } from './cli.ts';

const BUILT = join(import.meta.dirname, '../../dist/server');

/** What is built, and when each piece of it was. */
const built = (): Record<string, number> =>
  Object.fromEntries(
    readdirSync(BUILT, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.mjs'))
      .map((name) => [name, statSync(join(BUILT, name)).mtimeMs]),
  );

describe('the bundle of the server', () => {
  it('is built once, and every program of ours starts from it', async () => {
    const words = ['run', '-', '-n', '400', '--seed', 'bundle', '--json'];
    const input = JSON.stringify(bare());
    const first = await contretemps(words, { input });
    const before = built();
    for (const program of ['main', 'cli', 'worker', 'rollout-worker', 'chunk'])
      expect(Object.keys(before)).toContainEqual(expect.stringMatching(`[\\\\/]${program}\\.mjs$`));
    expect(await contretemps(words, { input })).toEqual(first);
    expect(built()).toEqual(before);
  });
});
