import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { OpenedRoom, Reply } from '../../models/doors/live.ts';

/** What people do in the pages, by the names they read there (French). */

/** Opens a room on a day of the catalogue; the page becomes its host. Gives the code. */
export async function openRoom(host: Page, scenario: string): Promise<string> {
  await host.goto('/lead');
  await host.getByRole('radio', { name: scenario }).check();
  // The same callers at every run.
  await host.getByLabel('Graine').fill('e2e');
  await host.getByRole('button', { name: 'Ouvrir la salle' }).click();
  await host.waitForURL(/\/room\/[A-Z0-9]+$/);
  return new URL(host.url()).pathname.split('/').at(-1) ?? '';
}

/** A day in which the telephone hardly stops ringing at the first desk. */
const BUSY = {
  format: 'contretemps/1',
  name: { fr: 'Toujours quelqu’un', en: 'Always somebody' },
  day: { lengthMin: 120, intervalMin: 30 },
  types: [
    {
      id: 'question',
      name: { fr: 'Question', en: 'Question' },
      says: [{ fr: 'J’ai une question.', en: 'I have a question.' }],
      perHour: 240,
      handling: { law: 'exponential', meanS: 120 },
      patience: { law: 'exponential', meanS: 300 },
    },
  ],
  groups: [
    { id: 'un', name: { fr: 'Accueil', en: 'Front' }, staff: 2, skills: [{ type: 'question' }] },
    { id: 'deux', name: { fr: 'Renfort', en: 'Help' }, staff: 1, skills: [{ type: 'question' }] },
  ],
};

/** Opens a busy room, as a program does, and makes the page its host. Gives the code. */
export async function openBusyRoom(host: Page, origin: string): Promise<string> {
  const response = await fetch(`${origin}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scenario: BUSY, seed: 'e2e', speed: 10, paused: true }),
  });
  const opened = (await response.json()) as Reply<OpenedRoom>;
  if (!opened.ok) throw new Error(opened.problem.says.en);
  const code = opened.code.replace('-', '');
  await host.goto('/');
  await host.evaluate(([key, token]) => localStorage.setItem(key, token), [
    `contretemps.host.${code}`,
    opened.hostToken,
  ] as const);
  await host.goto(`/room/${code}`);
  return code;
}

/** Joins from the first page with a code, as one types it. */
export async function joinByCode(page: Page, code: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Code de la salle').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page.waitForURL(`**/desk/${code}`);
}

/** Takes a free desk (numbered from 1). */
export async function takeDesk(page: Page, desk: number): Promise<void> {
  await page.getByRole('button', { name: `Poste ${desk}, libre` }).click();
  await page.getByText(`Poste ${desk} ·`).waitFor();
}

export const startClock = (host: Page): Promise<void> =>
  host.getByRole('button', { name: 'Commencer la journée' }).click();
export const pauseClock = async (host: Page): Promise<void> => {
  await host.getByRole('button', { name: 'Mettre en pause' }).click();
  await host.getByRole('button', { name: 'Reprendre' }).waitFor();
};
export const resumeClock = (host: Page): Promise<void> =>
  host.getByRole('button', { name: 'Reprendre' }).click();

/** A button of the desk's gestures; its key may stand behind its name. */
export const gesture = (page: Page, name: string): Locator =>
  page.locator('ct-actions').getByRole('button', { name: new RegExp(`^${name}`) });

/** The state of one's own desk, as written above the person. */
export const status = (page: Page): Locator => page.locator('ct-person .status');
/** What the caller says they want. */
/** What is shown of the connection while it is not there. */
export const banner = (page: Page): Locator => page.getByRole('region', { name: 'La connexion' });

export const said = (page: Page): Locator => page.locator('ct-person .said');
/** The hour of the day, as shown. */
export const hour = async (page: Page): Promise<string> =>
  (await page.locator('ct-clock-bar .hour').first().innerText()).split(/\s/)[0] ?? '';

/**
 * Tries a gesture on something that may vanish in the same instant; whether it was done in time.
 */
async function tried(gesture: () => Promise<void>): Promise<boolean> {
  try {
    await gesture();
    return true;
  } catch {
    return false;
  }
}

/** Answers the next call, however long it takes to ring; one that was missed is let go. */
export async function answerNext(page: Page, answer: () => Promise<void>): Promise<void> {
  const [ring, ready] = [gesture(page, 'Décrocher'), gesture(page, 'Disponible')];
  const online = status(page).filter({ hasText: 'En ligne' });
  for (let tries = 0; tries < 20; tries++) {
    await ring.or(ready).first().waitFor({ timeout: 60_000 });
    if (!(await ring.isVisible())) await tried(() => ready.click({ timeout: 1_000 }));
    // It may stop ringing meanwhile: the caller goes back to the line, or hangs up.
    else if ((await tried(answer)) && (await tried(() => online.waitFor({ timeout: 3_000 }))))
      return;
  }
  throw new Error('No call was answered in twenty tries.');
}

/** Presses Tab until the focused control bears this name. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const labelled = (at as HTMLInputElement | null)?.labels?.[0]?.textContent;
      return (at?.getAttribute('aria-label') ?? labelled ?? at?.textContent ?? '').trim();
    });
    if (name.test(focused)) return;
    seen.push(focused.slice(0, 30));
  }
  expect.fail(`Tab never reaches ${name}; it went through: ${seen.join(' | ')}`);
}

/** How far the page is wider than the window, CSS pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    return Math.max(0, scrollWidth - innerWidth);
  });
