import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { isProblem } from '../../../models/doors/scenario.ts';
import { designStudy, type Study } from '../../../models/doors/study.ts';
import { Studies } from '../../../server/jobs/studies.ts';
import { CHROMIUM_ARGS, findChromium } from '../../support/chromium.ts';
import { median } from '../rounds.ts';
import { town } from '../study.ts';

/** The same thousand days in the page's engines and in the command line's, in turn. */
export interface InPage {
  readonly days: number;
  readonly pageS: number;
  readonly nodeS: number;
  /** Speed of the page over that of Node, the median of the rounds. */
  readonly ratio: number;
  /** Whether both came to the same sums, to the last bit. */
  readonly same: boolean;
}

const DAYS = 1_000;
const CORES = 2;

interface Played {
  readonly seconds: number;
  readonly sum: number;
}

/** The bundle of the page, file by file. */
async function bundled(): Promise<Map<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: join(import.meta.dirname, '../../client/bench'),
    build: { write: false, target: 'es2022', modulePreload: { polyfill: false } },
    worker: { format: 'es' },
  });
  const outputs = [built].flat() as Rolldown.RolldownOutput[];
  return new Map(
    outputs.flatMap(({ output }) =>
      output.map((one): [string, string] => [
        `/${one.fileName}`,
        one.type === 'chunk' ? one.code : String(one.source),
      ]),
    ),
  );
}

/** Gives a page that plays studies to whoever measures, and takes it away afterwards. */
async function inPage<T>(measure: (page: Page) => Promise<T>): Promise<T> {
  const found = await findChromium();
  if ('missing' in found) throw new Error(found.missing);
  const files = await bundled();
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    const body = files.get(path);
    response.statusCode = body === undefined ? 404 : 200;
    response.setHeader('content-type', path.endsWith('.html') ? 'text/html' : 'text/javascript');
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: found.path, args: [...CHROMIUM_ARGS] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await measure(page);
  } finally {
    await browser.close();
    server.close();
  }
}

async function inNode(studies: Studies, study: Study): Promise<Played> {
  let sum = 0;
  const from = performance.now();
  const end = await studies.start(study, {
    chunk: ({ packed }) => {
      for (const x of packed) if (!Number.isNaN(x)) sum += x;
    },
    progress: () => {},
  }).ended;
  if (end !== 'done') throw new Error(isProblem(end) ? end.says.en : end);
  return { seconds: (performance.now() - from) / 1_000, sum };
}

export async function pageAgainstNode(rounds: number): Promise<InPage> {
  const studies = new Studies({ threads: CORES });
  return inPage(async (page) => {
    const play = (study: Study): Promise<Played> =>
      page.evaluate(
        ([asked, engines]) =>
          (window as unknown as { played: (s: unknown, n: number) => Promise<Played> }).played(
            asked,
            engines,
          ),
        [study, CORES] as const,
      );
    const pairs: [Played, Played][] = [];
    for (let round = -1; round < rounds; round += 1) {
      const study = designStudy(town(), `round ${round}`, DAYS);
      const pair: [Played, Played] = [await play(study), await inNode(studies, study)];
      if (round >= 0) pairs.push(pair);
    }
    return {
      days: DAYS,
      pageS: median(pairs.map(([one]) => one.seconds)),
      nodeS: median(pairs.map(([, other]) => other.seconds)),
      ratio: median(pairs.map(([one, other]) => other.seconds / one.seconds)),
      same: pairs.every(([one, other]) => one.sum === other.sum),
    };
  });
}
