import { runPacked, type Study, Trials } from '../../models/doors/study.ts';

/** What a thread of the pool is asked: some replications of a study. */
export interface ChunkAsk {
  /** The same for all chunks of one study: what was made ready for it serves again. */
  readonly identity: string;
  readonly study: Pick<Study, 'scenario' | 'seed'>;
  readonly from: number;
  readonly to: number;
}

let ready: { identity: string; trials: Trials } | null = null;

/** Runs in a thread of the worker process; answers with the packed sums of its days. */
export default function runChunk({ from, identity, study, to }: ChunkAsk): Float64Array {
  if (ready?.identity !== identity)
    ready = { identity, trials: new Trials(study.scenario, study.seed) };
  return runPacked(ready.trials, from, to);
}
