import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Answer, reason } from './answer.ts';
import { answered, serveGolden } from './page.ts';

const run = promisify(execFile);
const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

/** No first-run page, and nothing fetched but from this machine: a proxy where nobody listens. */
const PREFERENCES: Readonly<Record<string, boolean | number | string>> = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.policy.firstRunURL': '',
  'toolkit.telemetry.enabled': false,
};

/** A profile that has never been used, in this folder. */
async function freshProfile(folder: string): Promise<string> {
  const profile = join(folder, 'firefox');
  await mkdir(profile, { recursive: true });
  const lines = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  await writeFile(join(profile, 'user.js'), lines.join(''));
  return profile;
}

/** Ends it, by its id; its own children go with it. */
async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(late);
}

/** A Web Worker of Firefox, which playwright does not drive: the page sends what it found. */
export async function askFirefox(bundle: string, folder: string): Promise<Answer> {
  const path = [process.env['FIREFOX_PATH'] ?? [], PLACES[process.platform] ?? []]
    .flat()
    .find(existsSync);
  if (path === undefined) return { engine: 'Firefox', absent: 'not installed, so not checked' };
  const profile = await freshProfile(folder);
  const page = await serveGolden(bundle);
  let child: ChildProcess | undefined;
  try {
    const env = { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' };
    const { stdout } = await run(path, ['--version'], { env, timeout: 60_000 });
    const version = /(\d+)[\d.]*(esr)?/.exec(stdout);
    const engine = `Firefox ${version?.[1] ?? '?'}${version?.[2] ?? ''} (Web Worker)`;
    const asks = ['--headless', '--no-remote', '--profile', profile, page.address];
    child = spawn(path, asks, { env, stdio: 'ignore' });
    const gone = new Promise((resolve) => child?.on('error', resolve).on('exit', resolve));
    return answered(engine, await page.sent(gone));
  } catch (error) {
    return { engine: 'Firefox', unasked: `could not be asked (${reason(error)})` };
  } finally {
    if (child) await end(child);
    page.close();
  }
}
