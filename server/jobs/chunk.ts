import type { Scenario } from '../../models/doors/scenario.ts';
import { runPacked, Trials } from '../../models/doors/study.ts';

/** What a thread of the pool is asked: some replications of a study. */
export interface ChunkAsk {
  /** The same for all chunks of one study: what was made ready for it serves again. */
  readonly study: number;
  readonly scenario: Scenario;
  readonly seed: string;
  readonly from: number;
  readonly to: number;
}

let ready: { study: number; trials: Trials } | null = null;

/** Runs in a thread of the worker process; answers with the packed sums of its days. */
export default function runChunk(ask: ChunkAsk): Float64Array {
  if (ready?.study !== ask.study)
    ready = { study: ask.study, trials: new Trials(ask.scenario, ask.seed) };
  return runPacked(ready.trials, ask.from, ask.to);
}
