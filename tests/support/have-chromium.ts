import { findChromium } from './chromium.ts';

/** Prints the path of a Chromium that starts; else says what to do, and exits with 1. */
const found = await findChromium();
if ('path' in found) process.stdout.write(`${found.path}\n`);
else {
  process.stderr.write(`${found.missing}\n`);
  process.exitCode = 1;
}
