import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueScenario, isProblem, type Scenario } from '../../models/doors/scenario.ts';
import {
  type Compared,
  type ComparisonAsk,
  comparisonOf,
  type Executor,
  type Field,
  fieldOf,
  playComparison,
  variantsOf,
} from '../../models/doors/study.ts';
import { Studies, type StudiesOptions } from '../../server/jobs/studies.ts';
import { ownFolder } from '../support/folder.ts';

const SMALL = 'plus-on-se-presse';
const small = catalogueScenario(SMALL) as Scenario;

let folder: Awaited<ReturnType<typeof ownFolder>>;
const inFolder = (name: string): string => join(folder.path, name);
beforeAll(async () => {
  folder = await ownFolder();
});
afterAll(() => folder.remove());

/** Whatever is not a Problem. */
function sound<T>(x: T): Exclude<T, { code: string }> {
  if (isProblem(x)) throw new Error(x.says.en);
  return x as Exclude<T, { code: string }>;
}

/** Studies in chunks of three days, of which a clock says that each takes 150 ms. */
function studiesOf(options: Partial<StudiesOptions>): Executor {
  let now = 0;
  const studies = new Studies({ threads: 1, clock: () => (now += 150), ...options });
  return {
    start: (study, hears, at) => studies.start({ ...study, chunkDays: 3 }, hears, at),
  };
}

/** Compares, and looks whether all days that were planned were played, and no other. */
async function compared(field: Field, ask: ComparisonAsk, options: Partial<StudiesOptions>) {
  const told: (readonly [played: number, planned: number])[] = [];
  const { ended } = playComparison(
    comparisonOf(field, ask),
    studiesOf(options),
    (played, planned) => told.push([played, planned]),
  );
  const found = await ended;
  expect(told).toEqual([...told].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
  return { found, played: told.at(-1)?.[0] ?? 0, planned: told.at(-1)?.[1] ?? 0 };
}

describe('the days of a study', () => {
  const variants = sound(variantsOf(['hurry', 'coordinated']));
  const field = sound(fieldOf(SMALL, small, variants)).field;
  const ask = { seed: 'jobs', replications: 60, alpha: 0.05, delta: 0.05 };

  const study = async (options: Partial<StudiesOptions>) => {
    const { found, planned, played } = await compared(field, ask, options);
    if (!isProblem(found)) expect({ planned, played }).toEqual({ planned: 120, played: 120 });
    return found;
  };
  let alone: Awaited<ReturnType<typeof study>>;
  beforeAll(async () => {
    alone = await study({ worthAProcessMs: Infinity });
  });

  it('are played once each where they are played until all is precise', async () => {
    const arbitration = small.arbitration as NonNullable<Scenario['arbitration']>;
    const output = { ...arbitration.output, reps0: 20, relHalfWidth: 0.25 };
    const rough = { ...small, arbitration: { ...arbitration, output } };
    const its = sound(fieldOf(SMALL, rough, variants.slice(0, 1))).field;
    const here = { worthAProcessMs: Infinity };
    const { found, planned, played } = await compared(its, { ...ask, replications: null }, here);
    const { days, figures, precise } = sound(found) as Compared;
    expect(precise).toBe(true);
    // More than one round; and all in them were new.
    expect(days).toBeGreaterThan(20);
    expect(played).toBe(planned);
    expect(played).toBeLessThan(2 * days);
    const same = await compared(its, { ...ask, replications: days }, here);
    expect((same.found as Compared).figures).toEqual(figures);
  });

  it('are the same in a worker process with two threads', async () =>
    expect(await study({ worthAProcessMs: 0, threads: 2 })).toEqual(alone));

  /** A worker process that counts its starts, then does `first` in some of them. */
  const failing = async (name: string, first: string, which: string): Promise<string> => {
    const starts = JSON.stringify(inFolder(`${name}.starts`));
    const worker = JSON.stringify(new URL('../../server/jobs/worker.ts', import.meta.url).href);
    await writeFile(
      inFolder(`${name}.mjs`),
      `import { appendFileSync, readFileSync } from 'node:fs';
       appendFileSync(${starts}, 'x');
       const starts = readFileSync(${starts}, 'utf8').length;
       if (${which}) { ${first} }
       await import(${worker});`,
    );
    return inFolder(`${name}.mjs`);
  };
  const startsOf = async (name: string): Promise<number> =>
    (await readFile(inFolder(`${name}.starts`), 'utf8')).length;

  it('are played again where their process is killed or out of memory; nothing else is', async () => {
    const worker = await failing(
      'killed',
      // The process of the first policy is killed; that of the last ends as V8 does without memory.
      `let chunks = 0;
       process.on('message', ({ kind }) => {
         if (kind === 'chunk' && ++chunks === 3)
           process.kill(process.pid, starts === 1 ? 'SIGKILL' : 'SIGABRT');
       });`,
      'starts === 1 || starts === 3',
    );
    expect(await study({ worthAProcessMs: 0, threads: 2, worker })).toEqual(alone);
    expect(await startsOf('killed')).toBe(4);
  });

  it('end the study, as failed, where their process dies of them twice', async () => {
    const end = `process.on('message', () => process.kill(process.pid, 'SIGABRT'));`;
    const worker = await failing('dies', end, 'true');
    expect(await study({ worthAProcessMs: 0, worker })).toMatchObject({ code: 'E_WORKER' });
    expect(await startsOf('dies')).toBe(2);
  });

  it('stop at once when nobody wants them any more', async () => {
    let after = 0;
    let aborted = false;
    const running = playComparison(
      comparisonOf(field, ask),
      studiesOf({ worthAProcessMs: Infinity }),
      (played) => {
        if (aborted) after += 1;
        if (played < 66 || aborted) return;
        aborted = true;
        running.abort();
      },
    );
    expect(await running.ended).toBe('aborted');
    expect([aborted, after]).toEqual([true, 0]);
  });
});
