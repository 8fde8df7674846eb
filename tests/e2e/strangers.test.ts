import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { visitor } from '../support/browser.ts';
import { ownHouse } from './house.ts';

/** People who have never seen the product and know nothing but what its pages say (in French). */
const house = ownHouse();

/** One who counts what they do: a press, a link that is opened. */
class Stranger {
  actions = 0;

  async press(what: Locator): Promise<void> {
    await what.click();
    this.actions += 1;
  }

  async open(page: Page, link: string): Promise<void> {
    await page.goto(link);
    this.actions += 1;
  }
}

const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', { name });

describe('a stranger', () => {
  it('who is alone answers a first call in four actions from the first page', async () => {
    const { context, page, complaints } = await visitor(house.browser, house.server.origin);
    const me = new Stranger();
    await page.goto('/');
    await me.press(page.getByRole('link', { name: 'Jouer seul' }));
    await me.press(button(page, /^Commencer : 1/));
    await me.press(page.getByRole('button', { name: 'Commencer', exact: true }).last());
    const answer = button(page.locator('ct-gestures'), /Décrocher/);
    await answer.waitFor({ timeout: 90_000 });
    await me.press(answer);
    await page.locator('ct-encounter').waitFor();
    expect(me.actions).toBeLessThanOrEqual(4);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('projects the wall and starts the clock from a second host’s phone in eight', async () => {
    const { context, page, complaints } = await visitor(house.browser, house.server.origin, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const me = new Stranger();
    await page.goto('/');
    await me.press(page.getByRole('link', { name: 'Animer un groupe' }));
    await page.getByRole('radio').first().waitFor();
    await me.press(button(page, 'Ouvrir la salle'));
    const projected = context.waitForEvent('page');
    await me.press(page.getByRole('link', { name: 'Ouvrir le tableau' }));
    const wall = await projected;
    await wall.locator('ct-score').waitFor();
    await me.press(button(page, 'Copier le lien d’animateur'));
    await page.getByText('Lien copié.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const phone = await visitor(house.browser, house.server.origin, {
      viewport: { width: 390, height: 844 },
    });
    await me.open(phone.page, link);
    await me.press(button(phone.page, 'Commencer la journée'));
    // All who hold the clock see it run, and none has lost it.
    for (const one of [page, wall, phone.page]) await button(one, 'Mettre en pause').waitFor();
    expect(me.actions).toBeLessThanOrEqual(8);
    expect(new URL(phone.page.url()).hash).toBe('');
    await phone.page.reload();
    await button(phone.page, 'Mettre en pause').waitFor();
    // The room's page may be closed: the wall has the clock still.
    await page.close();
    await wall.reload();
    await button(wall, 'Mettre en pause').click();
    await button(phone.page, 'Reprendre').waitFor();
    expect([...complaints, ...phone.complaints]).toEqual([]);
    await phone.context.close();
    await context.close();
  });
});
