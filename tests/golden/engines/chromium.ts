import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, findChromium } from '../../support/chromium.ts';
import { type Answer, reason } from './answer.ts';
import { answered, serveGolden } from './page.ts';

/** A Web Worker of the Chromium that the browser tests use. */
export async function askChromium(bundle: string): Promise<Answer> {
  const found = await findChromium();
  if ('missing' in found) return { engine: 'Chromium', unasked: found.missing };
  const page = await serveGolden(bundle);
  try {
    const browser = await chromium.launch({
      executablePath: found.path,
      args: [...CHROMIUM_ARGS],
      timeout: 60_000,
    });
    try {
      const engine = `Chromium ${browser.version().split('.')[0]} (Web Worker)`;
      const gone = new Promise((resolve) => browser.on('disconnected', resolve));
      await (await browser.newPage()).goto(page.address);
      return answered(engine, await page.sent(gone));
    } finally {
      await browser.close();
    }
  } catch (error) {
    return { engine: 'Chromium', unasked: `could not be asked (${reason(error)})` };
  } finally {
    page.close();
  }
}
