import type { Scenario } from '../../models/doors/scenario.ts';
import type { Chunk } from '../../models/doors/study.ts';

/** Between the program and its worker process (advanced serialization: numbers stay numbers). */

/** Sent once, first. */
export interface StudyAsk {
  readonly kind: 'study';
  readonly study: number;
  readonly scenario: Scenario;
  readonly seed: string;
  readonly threads: number;
  /** Work at a lower priority than what people wait for. */
  readonly modest: boolean;
}

export type ToWorker = StudyAsk | ({ readonly kind: 'chunk' } & Chunk);

export type FromWorker =
  | ({ readonly kind: 'done'; readonly packed: Float64Array } & Chunk)
  /** The replications of this chunk cannot be run: our fault, said in the log's language. */
  | ({ readonly kind: 'failed'; readonly why: string } & Chunk);
