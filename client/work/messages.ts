import type { Chunk, Study } from '../../models/doors/study.ts';

/** What the page and its engines (Web Workers) tell each other. */

/** A study, told once to each engine that plays chunks of it. */
export interface StudyTold {
  readonly kind: 'study';
  readonly study: Pick<Study, 'scenario' | 'seed'>;
}

export interface ChunkAsked extends Chunk {
  readonly kind: 'chunk';
}

export type ToEngine = StudyTold | ChunkAsked;

/** `why`: the engine goes on, but this chunk threw. */
export type FromEngine =
  | { readonly kind: 'done'; readonly index: number; readonly packed: Float64Array }
  | { readonly kind: 'failed'; readonly index: number; readonly why: string };
