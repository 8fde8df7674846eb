import { describe, expect, it } from 'vitest';
import { type Engine, engineCount, PageExecutor } from '../../client/work/page-executor.ts';
import { spawnEngine } from '../../client/work/spawn.ts';
import { executorSuite } from '../support/executor.suite.ts';

/** Studies played in the page keep the contract of every executor, digit for digit. */

executorSuite('two engines of the page', () => {
  const engines: Engine[] = [];
  const busy = new Set<Engine>();
  const spawn = (): Engine => {
    const worker = spawnEngine();
    const engine: Engine = {
      onmessage: null,
      onerror: null,
      postMessage(message) {
        if (message.kind === 'chunk') busy.add(engine);
        worker.postMessage(message);
      },
      terminate() {
        busy.delete(engine);
        worker.terminate();
      },
    };
    worker.onmessage = (event) => {
      busy.delete(engine);
      engine.onmessage?.(event);
    };
    engines.push(engine);
    return engine;
  };
  const executor = new PageExecutor(2, spawn);
  return {
    executor,
    kill: () => [...busy][0]?.onerror?.(new ErrorEvent('error', { message: 'out of memory' })),
    running: () => busy.size,
    close: async () => executor.close(),
  };
});

describe('the engines of a page', () => {
  it('leave a core to the page where there are more than two, and are eight at most', () => {
    expect([1, 2, 3, 8, 64].map(engineCount)).toEqual([1, 2, 2, 7, 8]);
  });
});
