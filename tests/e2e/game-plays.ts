import { writeSync } from 'node:fs';
import { launchBrowser, visitor } from '../support/browser.ts';
import { findChromium } from '../support/chromium.ts';
import { ownFolder } from '../support/folder.ts';
import { startServer } from '../support/server.ts';
import { type Control, type Language, Player } from './player.ts';

/**
 * Eight plays from the first page to the debrief, in which every pair of chapter, language, size
 * and way of control occurs: `npm run e2e:game`.
 */

const CHAPTERS = [1, 4, 6, 9] as const;
const SIZES = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1440, height: 900 } },
} as const;

interface Play {
  readonly chapter: number;
  readonly language: Language;
  readonly size: keyof typeof SIZES;
  readonly control: Control;
}

/** Each chapter twice, with all else the other way round; the chapters turn what goes together. */
const PLAYS: readonly Play[] = CHAPTERS.flatMap((chapter, i) =>
  [0, 1].map(
    (turn): Play => ({
      chapter,
      language: turn === 0 ? 'fr' : 'en',
      size: (i & 1) === turn ? 'phone' : 'desktop',
      control: ((i >> 1) & 1) === turn ? 'pointer' : 'keys',
    }),
  ),
);

const print = (text: string): void => void writeSync(1, `${text}\n`);

async function main(): Promise<number> {
  const chromium = await findChromium();
  if (!('path' in chromium)) throw new Error(chromium.missing);
  process.env['CHROMIUM_PATH'] = chromium.path;
  const folder = await ownFolder();
  const [server, browser] = await Promise.all([startServer(folder.path), launchBrowser()]);
  let failed = 0;
  for (const { chapter, control, language, size } of PLAYS) {
    const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
    const guest = await visitor(browser, server.origin, { locale, ...SIZES[size] });
    const name = `chapter ${chapter}, ${language}, ${size}, ${control}`;
    const me = new Player(guest.page, language, control);
    try {
      await me.begin(chapter);
      await me.answer();
      await me.serve();
      await me.hurryClock();
      await me.play();
      const sentence = await me.lookBack();
      if (guest.complaints.length > 0) throw new Error(guest.complaints.join('; '));
      print(`ok   ${name}: ${me.calls} calls, ${me.actions} actions besides. ${sentence}`);
    } catch (error) {
      failed += 1;
      print(`FAIL ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    await guest.context.close();
  }
  await browser.close();
  await server.kill();
  await folder.remove();
  print(`${PLAYS.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main();
