import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueScenario, type Scenario } from '../../models/doors/scenario.ts';
import {
  type Execution,
  frameOf,
  type Study,
  type StudyEnd,
  type Summary,
  Summing,
} from '../../models/doors/study.ts';
import { Studies, type StudiesOptions } from '../../server/jobs/studies.ts';
import { ownFolder } from '../support/folder.ts';

const scenario = catalogueScenario('petit-standard') as Scenario;
const REPLICATIONS = 60;

interface Ran {
  readonly end: StudyEnd;
  readonly summary: Summary;
  readonly order: readonly number[];
  readonly progress: readonly number[];
}

const studyOf = (to: number, from = 0): Study => ({
  ...{ scenario, seed: 'jobs', from, to, chunkDays: 3 },
});

/** A study, with a clock that says that each chunk of three days takes 150 ms. */
async function study(
  options: Partial<StudiesOptions>,
  look: (done: number, running: Execution) => void = () => {},
): Promise<Ran> {
  const summing = new Summing(frameOf(scenario));
  const order: number[] = [];
  const progress: number[] = [];
  let now = 0;
  const studies = new Studies({ threads: 1, clock: () => (now += 150), ...options });
  const running = studies.start(studyOf(REPLICATIONS), {
    chunk: (chunk) => {
      for (let r = chunk.from; r < chunk.to; r++) order.push(r);
      summing.add(chunk.packed);
    },
    progress: (done) => {
      progress.push(done);
      look(done, running);
    },
  });
  const end = await running.ended;
  expect(studies.pids).toEqual([]);
  return { end, summary: summing.summary(), order, progress };
}

const all = Array.from({ length: REPLICATIONS }, (_, r) => r);

describe('the replications of a study', () => {
  let here: Ran;
  let folder: Awaited<ReturnType<typeof ownFolder>>;
  beforeAll(async () => {
    folder = await ownFolder();
    here = await study({ worthAProcessMs: Infinity });
  });
  afterAll(() => folder.remove());

  it('run here when they are few', () => {
    expect(here.end).toBe('done');
    expect(here.order).toEqual(all);
    expect(here.progress.at(-1)).toBe(REPLICATIONS);
    expect(here.summary.replications).toBe(REPLICATIONS);
  });

  it.each([1, 2])(
    'are the same to the last bit in a worker process with %i threads',
    async (threads) => {
      const there = await study({ worthAProcessMs: 0, threads });
      expect(there.end).toBe('done');
      expect(there.order).toEqual(all);
      expect(there.summary).toEqual(here.summary);
    },
  );

  it.each([
    ['here', { worthAProcessMs: Infinity }],
    ['in a worker process', { worthAProcessMs: 0, threads: 2 }],
  ])('go on from where they were, to the same last bit: %s', async (_, where) => {
    const summing = new Summing(frameOf(scenario));
    const order: number[] = [];
    let now = 0;
    const clock = (): number => (now += 150);
    for (const [from, to] of [
      [0, 17],
      [17, 18],
      [18, REPLICATIONS],
      [REPLICATIONS, REPLICATIONS],
    ] as const) {
      const progress: number[] = [];
      const { ended } = new Studies({ threads: 1, clock, ...where }).start(studyOf(to, from), {
        chunk: (chunk) => {
          for (let r = chunk.from; r < chunk.to; r++) order.push(r);
          summing.add(chunk.packed);
        },
        progress: (done) => progress.push(done),
      });
      expect(await ended).toBe('done');
      expect(progress).toEqual([...progress].sort((a, b) => a - b));
      expect(progress.at(-1) ?? 0).toBe(to - from);
    }
    expect(order).toEqual(all);
    expect(summing.summary()).toEqual(here.summary);
  });

  /** A worker process that counts its starts, then does `first` the first times. */
  const failing = async (name: string, first: string, times: number): Promise<string> => {
    const path = join(folder.path, `${name}.mjs`);
    const starts = JSON.stringify(join(folder.path, `${name}.starts`));
    const worker = JSON.stringify(new URL('../../server/jobs/worker.ts', import.meta.url).href);
    await writeFile(
      path,
      `import { appendFileSync, readFileSync } from 'node:fs';
       appendFileSync(${starts}, 'x');
       const starts = readFileSync(${starts}, 'utf8').length;
       if (starts <= ${times}) { ${first} }
       await import(${worker});`,
    );
    return path;
  };
  const startsOf = async (name: string): Promise<number> =>
    (await readFile(join(folder.path, `${name}.starts`), 'utf8')).length;

  it('are run again, once, by another process when theirs is killed', async () => {
    const worker = await failing(
      'killed',
      `let chunks = 0;
       process.on('message', ({ kind }) => {
         if (kind === 'chunk' && ++chunks === 2) process.kill(process.pid, 'SIGKILL');
       });`,
      1,
    );
    const there = await study({ worthAProcessMs: 0, threads: 2, worker });
    expect(there.end).toBe('done');
    expect(await startsOf('killed')).toBe(2);
    expect(there.order).toEqual(all);
    expect(there.summary).toEqual(here.summary);
  });

  it('are given up in a sentence when the process dies of them twice', async () => {
    const worker = await failing(
      'dies',
      `process.on('message', () => process.kill(process.pid, 'SIGKILL'));`,
      9,
    );
    const there = await study({ worthAProcessMs: 0, worker });
    expect(there.end).toMatchObject({
      code: 'E_WORKER',
      says: {
        en: expect.stringMatching(
          /^The computation stopped twice at replications \d+ to \d+ \(SIGKILL\)/,
        ),
      },
    });
    expect(await startsOf('dies')).toBe(2);
  });

  it('stop when asked to', async () => {
    const there = await study({ worthAProcessMs: 0 }, (done, running) => {
      if (done > 20) running.abort();
    });
    expect(there.end).toBe('aborted');
    expect(there.order.length).toBeLessThan(REPLICATIONS);
    expect(there.order).toEqual(all.slice(0, there.order.length));
  });
});
