import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { here } from '../server/here.ts';
import { visitor } from '../support/browser.ts';
import { ownFolder } from '../support/folder.ts';
import { ownHouse } from './house.ts';

/** What the lab gives away, held against what the command line writes: the same, to the digit. */

const house = ownHouse();
const DAY = 'petit-classique';
const ASKED = `day=${DAY}&target=0.8%2F20%2FF3&on=0.8&by=interval&days=60&question=schedule`;
const staff = (...words: string[]) =>
  here(['staff', DAY, '-n', '60', '--as-planned', ...words], 'fr_FR.UTF-8');

let folder: Awaited<ReturnType<typeof ownFolder>>;
beforeAll(async () => {
  folder = await ownFolder();
});
afterAll(() => folder?.remove());

async function saved(page: Page, name: string): Promise<string> {
  const button = page.getByRole('button', { name, exact: true });
  await button.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const path = join(folder.path, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

describe('the figures of an answer', () => {
  it('are the same in the page and from the command line, as CSV, JSON and a workbook', async () => {
    const { context, page, complaints } = await visitor(house.browser, house.server.origin);
    await page.goto(`/lab#answer?${ASKED}`);
    const point = await saved(page, 'CSV à points décimaux');
    expect(await readFile(point, 'utf8')).toBe((await staff('--csv', '--bom')).out);
    const comma = await saved(page, 'CSV à virgules décimales');
    const there = await staff('--csv', '--bom', '--sep', ';', '--decimal', ',');
    expect(await readFile(comma, 'utf8')).toBe(there.out);
    const json = await saved(page, 'JSON');
    expect(await readFile(json, 'utf8')).toBe((await staff('--json')).out);
    const sheet = await saved(page, 'Classeur (XLSX)');
    const written = join(folder.path, 'there.xlsx');
    const { code, out } = await staff('--xlsx', written);
    expect(code).toBe(0);
    expect(await readWorkbook(sheet)).toEqual(await readWorkbook(written));
    // The sentence too.
    const said = await page.locator('ct-lab-answer h1').innerText();
    const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
    expect(plain(out)).toContain(plain(said));
    expect(complaints).toEqual([]);
    await context.close();
  });
});
