import type { Study } from '../design.ts';
import { runPacked, Trials } from '../trial.ts';
import { ChunkOrder } from './chunk-order.ts';
import {
  type Execution,
  type Executor,
  refusalOf,
  type StudyEnd,
  type StudyHears,
} from './executor.ts';

/** Plays a study in this thread, a chunk at a time: for short ones, and as others must play it. */
export class InlineExecutor implements Executor {
  private readonly others: () => Promise<void>;

  /** @param others settles once whatever else this thread has to do had its turn. */
  constructor(others: () => Promise<void>) {
    this.others = others;
  }

  start(study: Study, hears: StudyHears, resumeAt = 0): Execution {
    const refusal = refusalOf(study, resumeAt);
    if (refusal !== null) return { ended: Promise.resolve(refusal), abort: () => {} };
    let aborted = false;
    let ledger: ChunkOrder | null = null;
    const play = async (): Promise<StudyEnd> => {
      // Nothing is heard before `start` has given back how to end it.
      await this.others();
      if (!aborted) ledger = new ChunkOrder(study, hears, resumeAt);
      const trials = new Trials(study.scenario, study.seed);
      while (!aborted) {
        const chunk = ledger?.take(1) ?? null;
        if (chunk === null) return 'done';
        ledger?.back(chunk.index, runPacked(trials, chunk.from, chunk.to));
        await this.others();
      }
      return 'aborted';
    };
    const abort = (): void => {
      aborted = true;
      ledger?.close();
    };
    return { ended: play(), abort };
  }
}
