import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type Visitor, visitor } from '../support/browser.ts';
import { ownFolder } from '../support/folder.ts';
import { type ServerProcess, startServer } from '../support/server.ts';
import {
  answerNext,
  banner,
  gesture,
  hour,
  joinByCode,
  openRoom,
  pauseClock,
  resumeClock,
  said,
  startClock,
  status,
  takeDesk,
} from './gestures.ts';

/** A day at a desk, told in order: each test goes on where the one before it stopped. */
let folder: Awaited<ReturnType<typeof ownFolder>>;
let server: ServerProcess;
let browser: Browser;
let host: Visitor;
let trainee: Visitor;
let code = '';

beforeAll(async () => {
  folder = await ownFolder();
  [server, browser] = await Promise.all([startServer(folder.path), launchBrowser()]);
  host = await visitor(browser, server.origin);
  trainee = await visitor(browser, server.origin);
});

afterAll(async () => {
  await browser?.close();
  await server?.kill();
  await folder?.remove();
});

const answer = (page: Page): Promise<void> =>
  answerNext(page, () => gesture(page, 'Décrocher').click({ timeout: 2_000 }));

describe.sequential('a day at a desk', () => {
  it('opens a room on a day of the catalogue', async () => {
    code = await openRoom(host.page, 'La gare classique');
    expect(code).toMatch(/^[A-Z0-9]{8}$/);
    await host.page.getByRole('heading', { name: 'La gare classique' }).waitFor();
  });

  it('lets somebody in by the code, who takes a desk', async () => {
    await joinByCode(trainee.page, code);
    await takeDesk(trainee.page, 1);
    await host.page.getByText(/1 poste sur \d+ pris/).waitFor();
    expect(await hour(trainee.page)).toBe('08:30');
  });

  it('rings, is answered, held, taken up again, and concluded', async () => {
    const { page } = trainee;
    await startClock(host.page);
    await answer(page);
    expect((await said(page).innerText()).length).toBeGreaterThan(3);
    await gesture(page, 'Mettre en attente').click();
    await status(page).filter({ hasText: 'Mise en attente' }).waitFor();
    await gesture(page, 'Reprendre').click();
    await status(page).filter({ hasText: 'En ligne' }).waitFor();
    await gesture(page, 'Conclure').click();
    await gesture(page, 'Disponible').click();
    await gesture(page, 'Indisponible').waitFor();
  });

  it('keeps seat and call through a reload', async () => {
    const { page } = trainee;
    await answer(page);
    const caller = await said(page).innerText();
    await page.reload();
    await status(page).filter({ hasText: 'En ligne' }).waitFor();
    await page.getByText('Poste 1 ·').waitFor();
    expect(await said(page).innerText()).toBe(caller);
  });

  it('draws the score on the wall', async () => {
    const wall = await host.context.newPage();
    await wall.goto(`/wall/${code}`);
    const score = wall.locator('ct-score');
    await score.waitFor();
    const drawn = await score.locator('svg, canvas').first().boundingBox();
    expect(drawn?.width).toBeGreaterThan(300);
    expect(drawn?.height).toBeGreaterThan(50);
    await wall.close();
  });

  it('goes on at another device with the token, and can be taken back', async () => {
    const caller = await said(trainee.page).innerText();
    const kept = await trainee.page.evaluate(() => Object.entries(localStorage));
    const phone = await visitor(browser, server.origin, {
      viewport: { width: 390, height: 844 },
    });
    await phone.page.goto('/');
    await phone.page.evaluate((entries) => {
      for (const [key, value] of entries) localStorage.setItem(key, value);
    }, kept);
    await phone.page.goto(`/desk/${code}`);
    await status(phone.page).filter({ hasText: 'En ligne' }).waitFor();
    expect(await said(phone.page).innerText()).toBe(caller);
    await banner(trainee.page)
      .getByText('Votre place est ouverte dans une autre fenêtre.')
      .waitFor();
    await trainee.page.getByRole('button', { name: 'Reprendre ici' }).click();
    await banner(phone.page).getByText('Votre place est ouverte dans une autre fenêtre.').waitFor();
    await status(trainee.page).filter({ hasText: 'En ligne' }).waitFor();
    expect(await said(trainee.page).innerText()).toBe(caller);
    expect(phone.complaints).toEqual([]);
    await phone.context.close();
  });

  it('did all that without an error and without asking anybody else', () => {
    expect(trainee.complaints).toEqual([]);
    expect(host.complaints).toEqual([]);
  });

  it('[L7] survives kill -9: same clock, same seat, same caller', async () => {
    const { page } = trainee;
    await pauseClock(host.page);
    const caller = await said(page).innerText();
    const before = await hour(page);
    await server.kill();
    await banner(page).getByText('Votre place est gardée.').waitFor();
    server = await startServer(folder.path, server.port);
    await banner(page).getByText('Votre place est gardée.').waitFor({ state: 'detached' });
    await page.getByText('Poste 1 ·').waitFor();
    expect(await said(page).innerText()).toBe(caller);
    expect(await hour(page)).toBe(before);
    await resumeClock(host.page);
    await gesture(page, 'Conclure').click();
    await gesture(page, 'Disponible').click();
    await answer(page);
  });

  it('stops in order: the pages know, and find the room again', async () => {
    const { page } = trainee;
    const caller = await said(page).innerText();
    await server.stop();
    await banner(page).getByText('Votre place est gardée.').waitFor();
    server = await startServer(folder.path, server.port);
    await banner(page).getByText('Votre place est gardée.').waitFor({ state: 'detached' });
    expect(await said(page).innerText()).toBe(caller);
    await gesture(page, 'Conclure').click();
    await gesture(page, 'Disponible').waitFor();
  });
});
