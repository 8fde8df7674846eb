import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contretemps } from '../server/cli.ts';
import { launchBrowser } from '../support/browser.ts';
import { ownFolder } from '../support/folder.ts';

/** The two pages that are one file each, opened from a disk with the network gone. */

const ROOT = join(import.meta.dirname, '../..');
const LAB = join(ROOT, 'dist/lab.html');
const PLACE = /(<script type="application\/json" id="report">)(.*?)(<\/script>)/s;

let browser: Browser;
let folder: Awaited<ReturnType<typeof ownFolder>>;
beforeAll(async () => {
  const { buildClient } = await import(pathToFileURL(join(ROOT, 'server/house.mjs')).href);
  [browser, folder] = await Promise.all([launchBrowser(), ownFolder(), buildClient()]);
});
afterAll(async () => {
  await browser?.close();
  await folder?.remove();
});

interface Offline {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Requests for anything but the page itself, errors, and what the policy refused. */
  readonly complaints: string[];
  readonly open: (path: string) => Promise<Page>;
}

/** Somebody without a network. */
async function offline(locale = 'fr-FR'): Promise<Offline> {
  const context = await browser.newContext({ locale, reducedMotion: 'reduce' });
  context.setDefaultTimeout(60_000);
  await context.setOffline(true);
  const complaints: string[] = [];
  const opened = new Set<string>();
  await context.route('**', (route) => {
    const url = route.request().url();
    if (!opened.has(url)) complaints.push(`a request: ${url.slice(0, 80)}`);
    return route.continue();
  });
  context.on('page', (page) => {
    page.on('pageerror', (error) => complaints.push(`an error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`on the console: ${message.text()}`);
    });
  });
  const open = async (path: string): Promise<Page> => {
    const address = pathToFileURL(path).href;
    opened.add(address);
    const page = await context.newPage();
    await page.goto(address);
    return page;
  };
  return { context, page: await open(LAB), complaints, open };
}

/** Answers a small question in the lab, and saves its report. */
async function saved({ page }: Offline): Promise<string> {
  await page.getByLabel('Une journée du catalogue').selectOption('petit-classique');
  await page.getByRole('button', { name: 'Calculer' }).click();
  const button = page.getByRole('button', { name: 'Rapport qui se recalcule' });
  await button.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(download.suggestedFilename()).toBe('rapport-La-gare-classique.html');
  const path = join(folder.path, 'report.html');
  await download.saveAs(path);
  return path;
}

describe('the lab as one file', () => {
  it('answers without a network, and gives a report that computes itself again', async () => {
    const somebody = await offline();
    expect(await somebody.page.getByRole('link', { name: /Emporter/ }).count()).toBe(0);
    expect(await somebody.page.getByRole('link', { name: /Contretemps/ }).count()).toBe(0);
    const path = await saved(somebody);
    const said = await somebody.page.locator('ct-lab-answer h1').innerText();

    const report = await somebody.open(path);
    expect(await report.locator('ct-report h1').innerText()).toBe(said);
    await report.getByText('recalculé : identique').waitFor();
    await report.getByRole('button', { name: 'English' }).click();
    await report.getByText('recomputed: identical').waitFor();
    await report.getByRole('heading', { name: /^From \d+ to \d+ agents/ }).waitFor();
    await report.getByRole('slider', { name: 'Volume of calls' }).fill('140');
    await report.getByText(/It holds on .* of days\. That is not enough/).waitFor();
    const pdf = (await report.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(3);
    expect(somebody.complaints).toEqual([]);
    await somebody.context.close();
  });

  it('gives the same report as the command line, to the byte; a changed one is told', async () => {
    const somebody = await offline();
    const path = await saved(somebody);
    const other = join(folder.path, 'other.html');
    const { code, err } = await contretemps(['staff', 'petit-classique', '--report', other]);
    expect([code, err]).toEqual([0, '']);
    const [ours, theirs] = await Promise.all([path, other].map((one) => readFile(one, 'utf8')));
    expect(theirs).toBe(ours);

    const changed = join(folder.path, 'changed.html');
    const of = (text: string): string => PLACE.exec(text)?.[2] ?? '';
    const data = JSON.parse(of(theirs ?? '')) as {
      figures: { sheets: { fr: { tables: { rows: string[][] }[] } } };
    };
    const row = data.figures.sheets.fr.tables[0]?.rows[0] as string[];
    const right = row[4] as string;
    row[4] = '77';
    await writeFile(
      changed,
      (theirs ?? '').replace(PLACE, (_all, open, _data, end) => open + JSON.stringify(data) + end),
    );
    const page = await somebody.open(changed);
    await page.getByText('recalculé : 1 chiffre diffère').waitFor();
    const told = page.getByRole('row', { name: '08:30 · requis' });
    expect(await told.innerText()).toMatch(new RegExp(`"77"\\s+"${right}"`));
    expect(somebody.complaints).toEqual([]);
    await somebody.context.close();
  });
});

describe('their sizes', () => {
  it('a report is at most 1.5 MB, its engine at most 170 kB packed', async () => {
    const somebody = await offline();
    const { byteLength } = await readFile(await saved(somebody));
    expect(byteLength).toBeLessThanOrEqual(1_500_000);
    await somebody.context.close();
    const assets = join(ROOT, 'dist/client/assets');
    const engines = (await readdir(assets)).filter((name) => /^engine-[\w-]+\.js$/.test(name));
    expect(engines).toHaveLength(1);
    for (const name of engines)
      expect(gzipSync(await readFile(join(assets, name))).byteLength).toBeLessThanOrEqual(170_000);
  });

  it('and a page that is one file may run its own script alone', async () => {
    for (const path of [LAB, join(ROOT, 'dist/client/report-template.html')]) {
      const text = await readFile(path, 'utf8');
      const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? '';
      expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/=]+';/);
      expect(policy).toContain("connect-src 'none'");
      const outside = text.replace(/<(style|script)[^>]*>.*?<\/\1>/gs, '');
      expect(outside.match(/(?:src|href)="(?!data:)[^"]*"/g)).toBeNull();
    }
  });
});
