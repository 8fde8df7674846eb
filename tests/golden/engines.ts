import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownFolder } from '../support/folder.ts';
import type { Answer } from './engines/answer.ts';
import { bundleGolden } from './engines/bundle.ts';
import { askChromium } from './engines/chromium.ts';
import { compare, type Hashes, report } from './engines/compare.ts';
import { askFirefox } from './engines/firefox.ts';
import { askJsc } from './engines/jsc.ts';
import { askNode } from './engines/node.ts';

/**
 * `npm run engines`: computes the golden days on Node 20, 22 and 24, each from the npm package
 * `node` in a temporary folder, in Web Workers of Chromium and Firefox and in JavaScriptCore, and
 * compares every hash with the golden file. Exit code: 0 all the same, 1 a difference, 2 a Node or
 * Chromium could not be had (nothing differs among the others). Firefox and JavaScriptCore are
 * checked where they are installed.
 */
const { days: kept } = JSON.parse(
  await readFile(join(import.meta.dirname, 'days.json'), 'utf8'),
) as { days: Hashes };

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

function judge(answer: Answer): void {
  if ('absent' in answer) tell(`${answer.engine}: ${answer.absent}`);
  else if ('unasked' in answer) {
    tell(`${answer.engine}: ${answer.unasked}`);
    process.exitCode ||= 2;
  } else if ('failed' in answer) {
    tell(`${answer.engine}: the golden days do not run there: ${answer.failed}`);
    process.exitCode = 1;
  } else {
    const comparison = compare(kept, answer.hashes);
    tell(report(answer.engine, comparison));
    if (comparison.differences.length > 0) process.exitCode = 1;
  }
}

const folder = await ownFolder();
try {
  for (const major of [20, 22, 24]) judge(await askNode(major, folder.path));
  const bundle = await bundleGolden();
  judge(await askChromium(bundle));
  judge(await askFirefox(bundle, folder.path));
  judge(await askJsc(bundle, folder.path));
} finally {
  await folder.remove();
}
