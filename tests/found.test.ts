import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { titlesOf } from './support/titles.ts';

/** The table of faults found (tests/found.md) names tests that are there. */

const ROOT = join(import.meta.dirname, '..');
const rows = readFileSync(join(ROOT, 'tests/found.md'), 'utf8')
  .split('\n')
  .map((line) => /^\| (.+?) \| `(tests\/[\w./-]+)`: (.+?) \| ([0-9a-f]{7,}) \| /.exec(line))
  .filter((row) => row !== null)
  .map(([, fault = '', file = '', title = '', commit = '']) => ({ fault, file, title, commit }));

describe('what was found', () => {
  it('is told line by line, each with its commit', () => {
    expect(rows.length).toBeGreaterThan(100);
  });

  it.each(rows)('is held by a test: $fault', ({ file, title }) => {
    expect(existsSync(join(ROOT, file)), file).toBe(true);
    expect(
      titlesOf(file).some((one) => one.test(title)),
      title,
    ).toBe(true);
  });
});
