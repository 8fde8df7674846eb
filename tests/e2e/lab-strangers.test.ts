import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { contretemps } from '../server/cli.ts';
import { visitor } from '../support/browser.ts';
import { ownHouse } from './house.ts';

/** Planners who come with a file, and know nothing but what the pages say (in French). */
const house = ownHouse();
const sample = (name: string): string => join(import.meta.dirname, '../samples', name);

/** One who counts what they do: a press, a choice, a file that is given. */
class Planner {
  actions = 0;

  async press(what: Locator): Promise<void> {
    await what.click();
    this.actions += 1;
  }

  async give(page: Page, file: string): Promise<void> {
    await page.locator('input[type=file]').first().setInputFiles(file);
    this.actions += 1;
  }
}

interface Told {
  readonly asked: string;
  readonly intervals: readonly unknown[];
}

const button = (within: Page, name: string | RegExp): Locator =>
  within.getByRole('button', { name });
const link = (within: Page, name: string): Locator => within.getByRole('link', { name });

describe('a planner', () => {
  it.each([
    ['an interval table', 'F1-interval-fr.csv', 8],
    ['a contact export', 'F7-iso-timestamps.csv', 5],
  ])(
    'goes from %s to a printed requirement in 25 actions, with the figures of the command line',
    async (_, file, intervals) => {
      const { context, page, complaints } = await visitor(house.browser, house.server.origin);
      await page.addInitScript(() => {
        window.print = () => document.documentElement.setAttribute('data-printed', '');
      });
      const me = new Planner();
      await page.goto('/');
      await me.press(link(page, 'Planifier'));
      await me.give(page, sample(file));
      await me.press(button(page, 'En faire le centre'));
      await me.press(link(page, 'Poser la question'));
      await me.press(button(page, 'Calculer'));
      const print = button(page, 'Imprimer');
      await print.waitFor({ timeout: 90_000 });
      await me.press(print);
      expect(await page.locator('html[data-printed]').count()).toBe(1);
      expect(me.actions).toBeLessThanOrEqual(25);
      // What is printed is what another program is told.
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        button(page, 'JSON').first().click(),
      ]);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      const inPage = JSON.parse(Buffer.concat(chunks).toString()) as Told;
      const made = await contretemps(['import', sample(file), '-n', '0']);
      const typed = await contretemps(['staff', '-', '--json'], { input: made.out });
      expect(inPage.intervals).toHaveLength(intervals);
      expect({ ...inPage, asked: '-' }).toEqual(JSON.parse(typed.out));
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it('goes from call records to the page that holds them against a fit in 12', async () => {
    const { context, page, complaints } = await visitor(house.browser, house.server.origin);
    const me = new Planner();
    await page.goto('/');
    await me.press(link(page, 'Planifier'));
    await me.give(page, sample('appels-synthetiques.csv'));
    await page.getByText('lignes lues').waitFor();
    await me.press(link(page, 'Votre centre'));
    await me.press(button(page, 'Comparer aux jours relevés'));
    await page
      .getByRole('heading', { name: 'La journée ajustée, contre vos jours' })
      .waitFor({ timeout: 60_000 });
    for (const name of [/^Appels par intervalle/, /^Part des appels qui durent/])
      await page.getByRole('img', { name }).waitFor();
    expect(me.actions).toBeLessThanOrEqual(12);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
