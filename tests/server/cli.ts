import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The command line as a process of its own, the way people and scripts run it. */

const ROOT = join(import.meta.dirname, '../..');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What is said beside the figures, but how far work is: of that the machine's speed decides. */
export const withoutProgress = (err: string): string =>
  err.replace(/^(Journées simulées : .*|\d.* days simulated.*)\.\n/gm, '');

export interface How {
  /** What it reads on stdin. */
  readonly input?: string;
  readonly language?: string;
  /** Closes its stdout after so many characters, as `head` does. */
  readonly closeAfter?: number;
}

export async function contretemps(words: readonly string[], how: How = {}): Promise<Ended> {
  const child = spawn(process.execPath, ['server/bin.mjs', ...words], {
    cwd: ROOT,
    env: { ...process.env, LC_ALL: how.language ?? 'en_GB.UTF-8' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (how.closeAfter !== undefined && out.length >= how.closeAfter) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  // A program that refuses its arguments does not wait for its input.
  child.stdin.on('error', () => {});
  child.stdin.end(how.input ?? '');
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err: withoutProgress(err) };
}
