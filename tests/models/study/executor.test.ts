import { InlineExecutor } from '../../../models/doors/study.ts';
import { ProcessExecutor } from '../../../server/jobs/process-executor.ts';
import { Studies } from '../../../server/jobs/studies.ts';
import { executorSuite } from '../../support/executor.suite.ts';

/** The same contract for all who execute studies. */

executorSuite('this thread', () => ({
  executor: new InlineExecutor(() => new Promise((next) => setImmediate(next))),
  running: () => 0,
}));

const killing = (pids: readonly number[]): void => {
  for (const pid of pids) process.kill(pid, 'SIGKILL');
};

executorSuite('a worker process of two threads', () => {
  const executor = new ProcessExecutor({ threads: 2 });
  return {
    executor,
    kill: () => killing(executor.pids),
    running: () => executor.pids.length,
    close: () => executor.stop(),
  };
});

executorSuite('who begins here and goes on in a process', () => {
  let now = 0;
  const clock = (): number => (now += 400);
  const executor = new Studies({ threads: 2, clock, worthAProcessMs: 0 });
  return {
    executor,
    kill: () => killing(executor.pids),
    running: () => executor.pids.length,
    close: () => executor.stop(),
  };
});
