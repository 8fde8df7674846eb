import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { ownFolder } from '../support/folder.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

/** The product's server on a folder of its own, and a browser; there once the tests begin. */
export interface House {
  server: ServerProcess;
  browser: Browser;
}

/** One for all the tests of the file that calls this; ended after them. */
export function ownHouse(): House {
  const house: Partial<House> = {};
  let folder: Awaited<ReturnType<typeof ownFolder>> | undefined;
  beforeAll(async () => {
    folder = await ownFolder();
    [house.server, house.browser] = await Promise.all([startServer(folder.path), launchBrowser()]);
  });
  afterAll(async () => {
    await house.browser?.close();
    await house.server?.kill();
    await folder?.remove();
  });
  return house as House;
}
