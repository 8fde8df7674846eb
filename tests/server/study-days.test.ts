import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueScenario, type Scenario } from '../../models/doors/scenario.ts';
import { compareField, fieldOf, type Jobs, variantsOf } from '../../server/cli/study-days.ts';
import { ownFolder } from '../support/folder.ts';

const SMALL = 'plus-on-se-presse';
const small = catalogueScenario(SMALL) as Scenario;

let folder: Awaited<ReturnType<typeof ownFolder>>;
const inFolder = (name: string): string => join(folder.path, name);
beforeAll(async () => {
  folder = await ownFolder();
});
afterAll(() => folder.remove());

describe('the days of a study', () => {
  const variants = variantsOf(['hurry', 'coordinated']);
  const field = fieldOf(SMALL, small, variants, null);
  const ask = { seed: 'jobs', replications: 60, alpha: 0.05, delta: 0.05 };

  /** The clock says that each day takes 50 ms: chunks of a few. */
  const study = async (jobs: Partial<Jobs>) => {
    let now = 0;
    const counted = { planned: 0, played: 0 };
    const progress = {
      plan: (days: number) => void (counted.planned += days),
      played: (days: number) => void (counted.played += days),
    };
    const clock = (): number => (now += 50);
    const compared = await compareField(field, ask, { threads: 1, clock, ...jobs }, progress);
    expect(counted).toEqual({ planned: 120, played: 120 });
    return compared;
  };
  let alone: Awaited<ReturnType<typeof study>>;
  beforeAll(async () => {
    alone = await study({ worthAProcessMs: Infinity });
  });

  it('are played once each where they are played until all is precise', async () => {
    const counted = { planned: 0, played: 0 };
    const progress = {
      plan: (days: number) => void (counted.planned += days),
      played: (days: number) => void (counted.played += days),
    };
    const arbitration = small.arbitration as NonNullable<Scenario['arbitration']>;
    const output = { ...arbitration.output, reps0: 20, relHalfWidth: 0.25 };
    const rough = { ...small, arbitration: { ...arbitration, output } };
    const its = fieldOf(SMALL, rough, variants.slice(0, 1), null);
    const jobs = { threads: 1, worthAProcessMs: Infinity };
    const wanted = { ...ask, replications: null };
    const compared = await compareField(its, wanted, jobs, progress);
    expect(compared.precise).toBe(true);
    // More than one round; and all in them were new.
    expect(compared.days).toBeGreaterThan(20);
    expect(counted.played).toBe(counted.planned);
    expect(counted.played).toBeLessThan(2 * compared.days);
    const same = { ...ask, replications: compared.days };
    const { figures } = await compareField(its, same, jobs, progress);
    expect(compared.figures).toEqual(figures);
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
    const ended = study({ worthAProcessMs: 0, worker });
    await expect(ended).rejects.toMatchObject({ code: 1, problems: [{ code: 'E_WORKER' }] });
    expect(await startsOf('dies')).toBe(2);
  });
});
