import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Visitor, visitor } from '../support/browser.ts';
import {
  answerNext,
  gesture,
  openBusyRoom,
  overflow,
  startClock,
  status,
  tabTo,
  takeDesk,
} from './gestures.ts';
import { ownHouse } from './house.ts';

/** What every page owes everybody: any language, any eye, any hand, any screen. */
const house = ownHouse();

/** Everything axe finds against WCAG 2.2 A and AA, one line each. */
async function barriers(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(found.passes.length).toBeGreaterThan(5);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** Walks through every page and screen of a room, and looks at each. */
async function walk(
  options: BrowserContextOptions,
  look: (page: Page, where: string) => Promise<void>,
): Promise<Visitor> {
  const somebody = await visitor(house.browser, house.server.origin, options);
  const { page } = somebody;
  await page.goto('/');
  await page.getByRole('link', { name: 'Planifier' }).waitFor();
  await look(page, 'home');
  for (const path of ['/play', '/lead']) {
    await page.goto(path);
    await page.getByRole('radio').first().waitFor();
    await look(page, path);
  }
  const code = await openBusyRoom(page, house.server.origin);
  await page.getByRole('button', { name: 'Commencer la journée' }).waitFor();
  await look(page, 'room');
  const desk = await somebody.context.newPage();
  await desk.goto(`/desk/${code}`);
  await desk.getByRole('button', { name: 'Poste 1, libre' }).waitFor();
  await look(desk, 'desk: which one');
  await takeDesk(desk, 1);
  await startClock(page);
  await answerNext(desk, () => gesture(desk, 'Décrocher').click({ timeout: 2_000 }));
  await look(desk, 'desk: on the line');
  await gesture(desk, 'Conclure').click();
  await gesture(desk, 'Indisponible').click();
  await desk.getByRole('dialog').waitFor();
  await look(desk, 'desk: why not ready');
  await page.goto(`/wall/${code}`);
  await page.locator('ct-score').waitFor();
  await look(page, 'wall');
  return somebody;
}

describe('every page', () => {
  it.each(['light', 'dark'] as const)('has no barrier for anybody, %s', async (colorScheme) => {
    const found: string[] = [];
    const somebody = await walk({ colorScheme }, async (page, where) => {
      for (const barrier of await barriers(page)) found.push(`${where}: ${barrier}`);
    });
    expect(found).toEqual([]);
    expect(somebody.complaints).toEqual([]);
    await somebody.context.close();
  });

  it.each([
    [360, 640],
    [1280, 800],
  ])('fits into %i × %i', async (width, height) => {
    const wide: Record<string, number> = {};
    const somebody = await walk({ viewport: { width, height } }, async (page, where) => {
      const over = await overflow(page);
      if (over > 0) wide[where] = over;
    });
    expect(wide).toEqual({});
    expect(somebody.complaints).toEqual([]);
    await somebody.context.close();
  });

  it('speaks English too, and remembers it', async () => {
    const { context, page, complaints } = await visitor(house.browser, house.server.origin);
    await page.goto('/');
    await page.getByText('Prends soin de ce client.').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Lead a group' }).click();
    await page.getByRole('button', { name: 'Open the room' }).waitFor();
    await page.getByText('The little station').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('button', { name: 'Open the room' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('prints the wall of a dark screen on one white sheet, without its controls', async () => {
    const { context, page } = await visitor(house.browser, house.server.origin, {
      colorScheme: 'dark',
    });
    await page.goto('/');
    const code = await openBusyRoom(page, house.server.origin);
    await startClock(page);
    await page.goto(`/wall/${code}`);
    await page.getByRole('button', { name: 'Mettre en pause' }).click();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    // A4, lying.
    expect(pdf).toMatch(/\/MediaBox \[0 0 84[12][\d.]* 59[456]/);
    await page.emulateMedia({ media: 'print' });
    const look = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(look).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ media: 'screen' });
    const after = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(after).toBe('rgb(17, 19, 22)');
    await page.getByRole('button', { name: 'Reprendre' }).waitFor();
    // What is drawn before it is printed must fit what is printed, by the width of a page.
    const music = () =>
      page
        .locator('.music')
        .evaluate(({ clientHeight, clientWidth }) => [clientWidth, clientHeight]);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const before = await music();
    await page.setViewportSize({ width: 703, height: 1_000 });
    await page.emulateMedia({ media: 'print' });
    expect(await music()).toEqual(before);
    await context.close();
  });

  it('says in a sentence that an address or a room does not exist', async () => {
    const { context, page } = await visitor(house.browser, house.server.origin);
    await page.goto('/nowhere');
    await page.getByText('Cette page n’existe pas.').waitFor();
    await page.goto('/desk/AAAABBBB');
    await page
      .getByText(/n’existe/)
      .first()
      .waitFor();
    await context.close();
  });
});

describe('the keyboard alone', () => {
  it('opens a room, takes a desk, and works a call from ring to ready', async () => {
    const host = await visitor(house.browser, house.server.origin);
    await host.page.goto('/');
    await tabTo(host.page, /^Animer un groupe/);
    await host.page.keyboard.press('Enter');
    await host.page.getByRole('radio').first().waitFor();
    await tabTo(host.page, /La petite gare/);
    await host.page.keyboard.press('Space');
    await tabTo(host.page, /^Ouvrir la salle$/);
    await host.page.keyboard.press('Enter');
    await host.page.waitForURL(/\/room\//);
    await tabTo(host.page, /^Commencer la journée$/);

    const code = await openBusyRoom(host.page, house.server.origin);
    const { page, complaints } = await visitor(house.browser, house.server.origin);
    await page.goto(`/desk/${code}`);
    await page.getByRole('button', { name: 'Poste 1, libre' }).waitFor();
    await tabTo(page, /^Poste 1, libre$/);
    await page.keyboard.press('Enter');
    await page.getByText('Poste 1 ·').waitFor();
    await tabTo(host.page, /^Commencer la journée$/);
    await host.page.keyboard.press('Enter');

    await answerNext(page, () => page.keyboard.press('Space'));
    await page.keyboard.press('h');
    await status(page).filter({ hasText: 'Mise en attente' }).waitFor();
    await page.keyboard.press('h');
    await status(page).filter({ hasText: 'En ligne' }).waitFor();
    await page.keyboard.press('c');
    await gesture(page, 'Disponible').waitFor();
    await page.keyboard.press('r');
    await gesture(page, 'Indisponible').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
    expect(host.complaints).toEqual([]);
  });
});
