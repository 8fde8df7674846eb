import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Answer, PATIENCE_MS, reason } from './answer.ts';
import type { Hashes } from './compare.ts';

const run = promisify(execFile);
const ENGINE = 'JavaScriptCore';
const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/jsc'],
  darwin: ['/System/Library/Frameworks/JavaScriptCore.framework/Versions/Current/Helpers/jsc'],
};

/**
 * The engine of Safari, by its own shell, which does not tell its version; and which takes any
 * variable that begins with JSC_ for an option of its own.
 */
export async function askJsc(bundle: string, folder: string): Promise<Answer> {
  const path = [process.env['JAVASCRIPTCORE_PATH'] ?? [], PLACES[process.platform] ?? []]
    .flat()
    .find(existsSync);
  if (path === undefined) return { engine: ENGINE, absent: 'not installed, so not checked' };
  const engine = `${ENGINE} (${path})`;
  const script = join(folder, 'jsc.js');
  await writeFile(script, `${bundle}\nprint(JSON.stringify(golden.goldenHashes()));\n`);
  try {
    const { stdout } = await run(path, [script], { maxBuffer: 1e8, timeout: PATIENCE_MS });
    return { engine, hashes: JSON.parse(stdout) as Hashes };
  } catch (error) {
    return { engine, failed: reason(error) };
  }
}
