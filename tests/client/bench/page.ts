import { PageExecutor } from '../../../client/work/page-executor.ts';
import type { Study } from '../../../models/doors/study.ts';

/** Plays studies in the page for whoever measures it (tests/bench/lab/page.ts). */

declare global {
  interface Window {
    /** Plays a study on so many engines; seconds, and a sum of all that came back. */
    played?: (study: Study, engines: number) => Promise<{ seconds: number; sum: number }>;
  }
}

let executor: PageExecutor | null = null;

window.played = async (study, engines) => {
  executor ??= new PageExecutor(engines);
  let sum = 0;
  const from = performance.now();
  const end = await executor.start(study, {
    chunk: ({ packed }) => {
      for (const x of packed) if (!Number.isNaN(x)) sum += x;
    },
    progress: () => {},
  }).ended;
  if (end !== 'done') throw new Error(JSON.stringify(end));
  return { seconds: (performance.now() - from) / 1_000, sum };
};
