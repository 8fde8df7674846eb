import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { CHROMIUM_ARGS } from './chromium.ts';
import { patient } from './patient.ts';

patient(chromium);

/** A real browser driven from outside, and what every page of ours must never do. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '',
    args: [...CHROMIUM_ARGS],
  });

/** Somebody with a device: a context of their own, and the complaints of its pages. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors, warnings of the security policy, requests to other places. */
  readonly complaints: string[];
}

export async function visitor(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && new URL(url).host !== new URL(origin).host)
      complaints.push(`a request to another place: ${url}`);
  });
  const watch = (page: Page): void => {
    page.on('pageerror', (error) => complaints.push(`an error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`on the console: ${message.text()}`);
    });
  };
  context.on('page', watch);
  const page = await context.newPage();
  return { context, page, complaints };
}
