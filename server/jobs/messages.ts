import type { Chunk, Study } from '../../models/doors/study.ts';

/** Between the program and its worker process (structured clones: numbers stay numbers). */

/** Sent once, first. */
export interface StudyTold {
  readonly kind: 'study';
  readonly study: Pick<Study, 'scenario' | 'seed'>;
  /** What was made ready for a study of this identity serves again. */
  readonly identity: string;
  readonly threads: number;
  /** Work at a lower priority than what people wait for. */
  readonly modest: boolean;
}

export type ToWorker = StudyTold | ({ readonly kind: 'chunk' } & Chunk);

export type FromWorker =
  | { readonly kind: 'done'; readonly index: number; readonly packed: Float64Array }
  /** The replications of this chunk cannot be run: our fault, said in the log's language. */
  | { readonly kind: 'failed'; readonly index: number; readonly why: string };
