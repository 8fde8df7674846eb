import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Finds a Chromium that starts: the one named in CHROMIUM_PATH, else one of the system, else the
 * one that comes with the development packages (Linux on x64), unpacked once beside them.
 */
export type FoundChromium = { readonly path: string } | { readonly missing: string };

const run = promisify(execFile);
const UNPACKED = join(import.meta.dirname, '../../node_modules/.cache/chromium');

const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Plain switches; as root Chromium refuses to start with its sandbox. */
export const CHROMIUM_ARGS: readonly string[] = [
  '--disable-gpu',
  '--disable-quic',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Says why this program does not start as a Chromium, or null when it does. */
async function trouble(path: string): Promise<string | null> {
  if (!existsSync(path)) return 'there is no such file';
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return null;
  try {
    const { stdout } = await run(path, ['--version'], { timeout: 30_000 });
    return /chrom/i.test(stdout) ? null : 'it does not answer --version as a Chromium does';
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim().split('\n').at(-1);
    return said || (error instanceof Error ? error.message : String(error));
  }
}

/** Unpacks the Chromium of the development packages, once; a half-unpacked one is replaced. */
async function unpack(): Promise<string> {
  const path = join(UNPACKED, 'chromium');
  if (existsSync(path)) {
    if ((await trouble(path)) === null) return path;
    await rm(UNPACKED, { recursive: true, force: true });
  }
  await mkdir(UNPACKED, { recursive: true });
  const before = process.env['TMPDIR'] ?? tmpdir();
  // The package unpacks into the temporary folder; ours is not shared with other users.
  process.env['TMPDIR'] = UNPACKED;
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    return await packed.executablePath();
  } finally {
    process.env['TMPDIR'] = before;
  }
}

const HELP =
  'The browser tests need Chromium or Chrome. Install one (Debian, Ubuntu: ' +
  '`apt-get install chromium`; macOS, Windows: Google Chrome), or set CHROMIUM_PATH to its program, ' +
  'then run the tests again. To run the others meanwhile: `npx vitest run --project node`.';

/** Finds it, or says in one sentence what was tried and what to do. */
export async function findChromium(): Promise<FoundChromium> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) {
    const why = await trouble(chosen);
    return why === null
      ? { path: chosen }
      : { missing: `CHROMIUM_PATH is ${chosen}, but ${why}. ${HELP}` };
  }
  const tried: string[] = [];
  for (const path of PLACES[process.platform] ?? []) {
    if (!existsSync(path)) continue;
    const why = await trouble(path);
    if (why === null) return { path };
    tried.push(`${path}: ${why}`);
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      const path = await unpack();
      const why = await trouble(path);
      if (why === null) return { path };
      tried.push(`the one of the development packages: ${why}`);
    } catch (error) {
      tried.push(`the one of the development packages: ${String(error)}`);
    }
  }
  const found = tried.length === 0 ? 'None was found' : `None starts (${tried.join('; ')})`;
  return { missing: `${found}. ${HELP}` };
}
