import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/universal';
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

/** A page that has other work beside it takes its time to answer. */
const ANSWERED = { timeout: 90_000 };

let folder: Awaited<ReturnType<typeof ownFolder>>;
beforeAll(async () => {
  folder = await ownFolder();
});
afterAll(() => folder?.remove());

async function saved(page: Page, name: string): Promise<string> {
  const button = page.getByRole('button', { name, exact: true });
  await button.waitFor(ANSWERED);
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const path = join(folder.path, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

describe('a workbook of calls', () => {
  it('is read in the page as the same table is, however much is packed in it', async () => {
    const { context, page, complaints } = await visitor(house.browser, house.server.origin);
    const text = await readFile(new URL('../samples/base.csv', import.meta.url), 'utf8');
    const [head = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
    // What is packed is large enough for whoever unpacks it to want help, which there is not.
    const all = [head, ...Array.from({ length: 100 }, () => rows).flat()];
    const book = await writeWorkbook(all).toBlob();
    const path = join(folder.path, 'appels.xlsx');
    await writeFile(path, new Uint8Array(await book.arrayBuffer()));
    const table = join(folder.path, 'appels.csv');
    await writeFile(table, Papa.unparse(all));
    const told = async (file: string): Promise<string> => {
      await page.goto('/lab');
      await page.locator('input[type="file"]').setInputFiles(file);
      const big = page.locator('.big');
      await big.waitFor(ANSWERED);
      return (await big.innerText()).replace(/\s+/g, ' ');
    };
    const counts = await told(table);
    expect(counts).toMatch(/^9 000 lignes lues\. .* appels offerts/);
    expect(await told(path)).toBe(counts);
    const other = join(folder.path, 'abîmé.xlsx');
    await writeFile(other, 'PK\u0003\u0004 and nothing more');
    await page.goto('/lab');
    await page.locator('input[type="file"]').setInputFiles(other);
    await page.getByText('Ce classeur ne se laisse pas lire').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

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
    // What is drawn, as French spreadsheets read it.
    const [drawn] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV', exact: true }).first().click(),
    ]);
    const picture = join(folder.path, drawn.suggestedFilename());
    await drawn.saveAs(picture);
    const lines = (await readFile(picture, 'utf8')).split('\r\n');
    expect(lines[0]).toBe('\uFEFFdébut;prévus;requis;part des jours tenue;appels par heure');
    expect(lines[1]).toMatch(/^08:30;3;\d+;[01](,\d+)?;48$/);
    // The sentence too.
    const said = await page.locator('ct-lab-answer h1').innerText();
    const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
    expect(plain(out)).toContain(plain(said));
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a centre', () => {
  it('goes from the lab to a room, whose host takes it back to the lab', async () => {
    const { context, page, complaints } = await visitor(house.browser, house.server.origin);
    await page.goto(`/lab#answer?${ASKED}`);
    await page.getByRole('button', { name: 'Jouer cette journée' }).click(ANSWERED);
    await page.getByRole('heading', { name: 'La gare classique', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Étudier cette journée dans le labo' }).click();
    await page.getByText('Calculé dans cette page').waitFor();
    await page.getByRole('button', { name: 'Calculer' }).click();
    await page.locator('ct-lab-answer .kicker').getByText('La gare classique').waitFor(ANSWERED);
    // A room that there is not is told, and nothing is taken.
    const other = await context.newPage();
    await other.goto('/lab#question?room=ABCD-2345');
    await other.locator('ct-notice').getByText(/salle/).waitFor();
    await other.getByText('Déposez d’abord un fichier').waitFor();
    expect(complaints.filter((one) => !one.includes('404'))).toEqual([]);
    await context.close();
  });
});
