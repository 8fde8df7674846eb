import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Answer, PATIENCE_MS, reason } from './answer.ts';
import type { Hashes } from './compare.ts';

const run = promisify(execFile);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Path of the program of that version, from the npm package `node` put into this folder. */
async function fetchNode(major: number, folder: string): Promise<string> {
  const asks = ['install', `node@${major}`, '--prefix', folder, '--no-save', '--no-audit'];
  // The package brings the binary of this machine in its install script.
  await run(npm, [...asks, '--no-fund', '--ignore-scripts=false'], { timeout: 180_000 });
  const path = join(folder, 'node_modules/node/bin/node');
  await run(path, ['--version'], { timeout: 30_000 });
  return path;
}

/** The golden days of that Node, which is fetched into a folder of its own. */
export async function askNode(major: number, folder: string): Promise<Answer> {
  let path: string;
  try {
    path = await fetchNode(major, join(folder, String(major)));
  } catch (error) {
    return { engine: `Node ${major}`, unasked: `could not be fetched (${reason(error)})` };
  }
  const { stdout: version } = await run(path, ['--version']);
  const engine = `Node ${version.trim()}`;
  try {
    const print = join(import.meta.dirname, '../print.ts');
    const asks = { maxBuffer: 1e8, timeout: PATIENCE_MS };
    const { stdout } = await run(path, ['--import', 'tsx', print], asks);
    return { engine, hashes: (JSON.parse(stdout) as { days: Hashes }).days };
  } catch (error) {
    return { engine, failed: reason(error) };
  }
}
