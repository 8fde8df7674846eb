import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { io } from 'socket.io-client';
import { type OpenedRoom, type Reply, WIRE_VERSION } from '../../models/doors/live.ts';
import { launchBrowser, visitor } from '../support/browser.ts';
import { findChromium } from '../support/chromium.ts';
import { ownFolder } from '../support/folder.ts';
import { startServer } from '../support/server.ts';

/**
 * `npm run pictures`: the pictures of the README, taken anew of a room that is really played: the
 * wall and a desk at the same moment, in both languages.
 */
const PICTURES = join(import.meta.dirname, '../../client/pictures');
const WINDOW = { width: 1440, height: 900 };
/** When in the day the person sits down, and how long at least the talk of the pictures lasts. */
const SEATED_AT_MS = 20 * 60_000;
const TALKED_MS = 100_000;
const TALK_SPEED = 5;

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A room on the busiest day of the town hall, and its clock. */
async function openRoom(origin: string): Promise<{
  code: string;
  clock: (ask: { speed?: number; paused?: boolean }) => Promise<unknown>;
  close: () => void;
}> {
  const response = await fetch(`${origin}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scenario: 'accueil-tendu', seed: 'tableau', speed: 60, paused: true }),
  });
  const opened = (await response.json()) as Reply<OpenedRoom>;
  if (!opened.ok) throw new Error(opened.problem.says.en);
  const { code, hostToken: token } = opened;
  const socket = io(origin, { transports: ['websocket'] });
  await socket.timeout(10_000).emitWithAck('join', {
    ...{ code, role: 'host', token, wire: WIRE_VERSION },
  });
  return {
    code: code.replace('-', ''),
    clock: (ask) => socket.timeout(10_000).emitWithAck('clock', ask),
    close: () => void socket.disconnect(),
  };
}

/** Somebody at this desk answers, and lets the talk go on until others wait for it to end. */
async function aTalkThatOthersAwait(desk: Page): Promise<void> {
  const move = (name: RegExp) => desk.locator('ct-actions').getByRole('button', { name });
  const rings = move(/^Décrocher/);
  const waiting = desk.getByText(/personnes attendent/).first();
  // Whoever sits down in the middle of a talk has not heard how it began: that one is concluded.
  const next = move(/^(Décrocher|Disponible|Conclure)/).first();
  for (let answered = false, tries = 0; !answered && tries < 100; tries++) {
    await after(300);
    answered = await rings.isVisible();
    await next.click({ timeout: 1_000 }).catch(() => {});
  }
  const from = performance.now();
  const long = (): boolean => performance.now() - from > TALKED_MS / TALK_SPEED;
  for (let tries = 0; tries < 300 && !(long() && (await waiting.isVisible())); tries++)
    await after(100);
}

/** Reduced to what a page shows: WebP, by the browser itself. */
async function picture(page: Page, name: string): Promise<void> {
  const png = (await page.screenshot()).toString('base64');
  const blank = await page.context().newPage();
  const webp = await blank.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.86).split(',')[1] ?? '';
  }, png);
  await blank.close();
  const bytes = Buffer.from(webp, 'base64');
  await writeFile(join(PICTURES, name), bytes);
  process.stdout.write(`${name}: ${Math.round(bytes.length / 1024)} KB\n`);
}

/** Shows that page in this language, once its figures are there. */
async function inLanguage(page: Page, language: string): Promise<void> {
  const button = page.locator(`ct-top-bar button[lang="${language}"]`);
  if (await button.isVisible()) await button.click();
  else {
    await page.evaluate((kept) => localStorage.setItem('contretemps.language', kept), language);
    await page.reload();
  }
  await page.evaluate(() => document.fonts.ready);
  await after(2_500);
}

const found = await findChromium();
if ('missing' in found) throw new Error(found.missing);
process.env['CHROMIUM_PATH'] = found.path;
await mkdir(PICTURES, { recursive: true });
const folder = await ownFolder();
const [server, browser] = await Promise.all([startServer(folder.path), launchBrowser()]);
try {
  const room = await openRoom(server.origin);
  const { context, page: desk } = await visitor(browser, server.origin, {
    viewport: WINDOW,
    colorScheme: 'light',
  });
  const wall = await context.newPage();
  await wall.goto(`/wall/${room.code}`);
  await desk.goto(`/desk/${room.code}`);
  await room.clock({ paused: false });
  await after(SEATED_AT_MS / 60);
  await room.clock({ speed: 1 });
  await desk.getByRole('button', { name: 'Poste 2, libre' }).click();
  await room.clock({ speed: TALK_SPEED });
  await aTalkThatOthersAwait(desk);
  await room.clock({ speed: 1 });
  for (const language of ['fr', 'en'])
    for (const [page, name] of [
      [wall, 'wall'],
      [desk, 'desk'],
    ] as const) {
      await inLanguage(page, language);
      await picture(page, `${name}.${language}.webp`);
    }
  room.close();
} finally {
  await browser.close();
  await server.stop();
  await folder.remove();
}
