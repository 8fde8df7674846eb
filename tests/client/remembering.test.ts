import { describe, expect, it } from 'vitest';
import { PageExecutor } from '../../client/work/page-executor.ts';
import { DeviceMemory, type Memory, RememberingExecutor } from '../../client/work/remembering.ts';
import { catalogueScenario, type Scenario } from '../../models/doors/scenario.ts';
import {
  type Executor,
  InlineExecutor,
  type PlayedChunk,
  type Study,
} from '../../models/doors/study.ts';
import { executorSuite } from '../support/executor.suite.ts';

/** An executor that remembers plays what every one plays, and goes on after an interruption. */

const forgetful = (): Memory => ({ read: async () => [], keep: () => {} });
const inline = (): Executor => new InlineExecutor(() => new Promise((next) => setTimeout(next)));

executorSuite('who remembers nothing yet', () => ({
  executor: new RememberingExecutor(inline(), forgetful()),
  running: () => 0,
}));

const scenario = catalogueScenario('petit-classique') as Scenario;
const study = (seed: string): Study => ({ scenario, seed, from: 0, to: 12, chunkDays: 3 });

async function chunksOf(executor: Executor, asked: Study, stopAt = 99): Promise<PlayedChunk[]> {
  const chunks: PlayedChunk[] = [];
  const running = executor.start(asked, {
    chunk: (chunk) => {
      chunks.push(chunk);
      if (chunk.index === stopAt) running.abort();
    },
  });
  await running.ended;
  return chunks;
}

describe('a study on this device', () => {
  it('goes on where it was interrupted, in another page, to the same bit', async () => {
    const asked = study(`seed ${Math.floor(performance.timeOrigin)}`);
    const engines = new PageExecutor(1);
    const whole = await chunksOf(engines, asked);
    const first = new RememberingExecutor(engines, new DeviceMemory());
    expect(await chunksOf(first, asked, 1)).toEqual(whole.slice(0, 2));
    const played: number[] = [];
    const counting: Executor = {
      start: (given, hears, resumeAt) => {
        played.push(resumeAt ?? 0);
        return engines.start(given, hears, resumeAt);
      },
    };
    await new Promise((next) => setTimeout(next, 200));
    const again = new RememberingExecutor(counting, new DeviceMemory());
    expect(await chunksOf(again, asked)).toEqual(whole);
    expect(played).toEqual([2]);
    engines.close();
  });
});
