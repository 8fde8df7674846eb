import { describe, expect, it } from 'vitest';
import { visitor } from '../support/browser.ts';
import { ownHouse } from './house.ts';
import { Player } from './player.ts';

/** Two people who play alone, from the first page to their debrief. */
const house = ownHouse();

describe('a trainee', () => {
  it('plays chapter 1 in French on a phone, by what the buttons say, and loses nothing', async () => {
    const { context, page, complaints } = await visitor(house.browser, house.server.origin, {
      ...{ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    });
    const me = new Player(page, 'fr', 'pointer');
    await me.begin(1);
    await me.answer();
    // The first caller is answered after four actions at most.
    expect(me.actions + 1).toBeLessThanOrEqual(4);
    // A reload in the middle of a call: the same caller, the same words.
    const words = page.locator('ct-encounter .said').last();
    const said = await words.innerText();
    await page.reload();
    await words.waitFor();
    expect(await words.innerText()).toBe(said);
    const wide = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    expect(await wide()).toBe(0);
    await me.serve();
    await me.hurryClock();
    await me.play();
    const sentence = await me.lookBack();
    expect(sentence).toMatch(/^Vous /);
    expect(await wide()).toBe(0);
    expect(me.actions).toBeLessThanOrEqual(12);
    // In the middle of the debrief too, and what was done is noted in the list of chapters.
    await page.reload();
    await page.getByRole('heading', { level: 1, name: sentence }).waitFor({ timeout: 30_000 });
    await page.getByRole('link', { name: 'Tous les chapitres' }).click();
    await page.getByRole('button', { name: /^Commencer : 2/ }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('plays chapter 6 in English on a desktop, by the keyboard alone', async () => {
    const { context, page, complaints } = await visitor(house.browser, house.server.origin, {
      ...{ locale: 'en-GB', viewport: { width: 1440, height: 900 } },
    });
    const me = new Player(page, 'en', 'keys');
    await me.begin(6);
    await me.answer();
    await me.serve();
    await me.hurryClock();
    await me.play();
    expect(await me.lookBack()).toMatch(/^You /);
    expect(me.calls).toBeGreaterThan(2);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
