import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * `npm run engines`: computes the golden days on Node 20, 22 and 24, each from the npm package
 * `node` in a temporary folder, and compares every hash with the golden file. Exit code: 0 all the
 * same, 1 a difference, 2 a Node could not be fetched (nothing differs among the others).
 */
const MAJORS = [20, 22, 24];
const run = promisify(execFile);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

interface Golden {
  readonly days: Record<string, string>;
}

/** Path of the program of that version, or why it could not be had. */
async function fetchNode(
  major: number,
  folder: string,
): Promise<{ path: string } | { why: string }> {
  const asks = ['install', `node@${major}`, '--prefix', folder, '--no-save', '--no-audit'];
  try {
    // The package brings the binary of this machine in its install script.
    await run(npm, [...asks, '--no-fund', '--ignore-scripts=false'], { timeout: 180_000 });
    const path = join(folder, 'node_modules/node/bin/node');
    await run(path, ['--version']);
    return { path };
  } catch (error) {
    return { why: (error as Error).message.split('\n').slice(0, 3).join(' ') };
  }
}

/** The golden hashes of that program, and its version. */
async function askNode(path: string): Promise<{ version: string; hashes: Record<string, string> }> {
  const { stdout: version } = await run(path, ['--version']);
  const print = join(import.meta.dirname, 'print.ts');
  const { stdout } = await run(path, ['--import', 'tsx', print], { maxBuffer: 1e8 });
  return { version: version.trim(), hashes: (JSON.parse(stdout) as Golden).days };
}

const { days: kept } = JSON.parse(
  await readFile(join(import.meta.dirname, 'days.json'), 'utf8'),
) as Golden;
const folder = await mkdtemp(join(tmpdir(), 'contretemps-engines-'));
try {
  for (const major of MAJORS) {
    const fetched = await fetchNode(major, join(folder, String(major)));
    if ('why' in fetched) {
      process.stdout.write(
        `Node ${major}: could not be fetched, so not checked (${fetched.why})\n`,
      );
      process.exitCode ||= 2;
      continue;
    }
    const { version, hashes } = await askNode(fetched.path);
    const names = new Set([...Object.keys(kept), ...Object.keys(hashes)]);
    const other = [...names].filter((name) => kept[name] !== hashes[name]);
    process.stdout.write(
      `Node ${version}: ${names.size - other.length} of ${names.size} golden days are the same\n`,
    );
    for (const name of other)
      process.stdout.write(
        `  ${name}: ${hashes[name] ?? 'missing'}, not ${kept[name] ?? 'kept'}\n`,
      );
    if (other.length > 0) process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
