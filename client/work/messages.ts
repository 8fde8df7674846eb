import type { WhatIf } from '../../models/doors/live.ts';
import type { DayRecord, DebriefFound, DebriefWhat } from '../../models/doors/play.ts';
import type { Problem } from '../../models/doors/scenario.ts';
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

/** One question of a day that was played. */
export interface ToReplayer {
  readonly id: number;
  readonly played: DayRecord & { readonly agent: number };
  readonly asked: DebriefWhat | { readonly what: 'whatIf' };
}

export interface FromReplayer {
  readonly id: number;
  readonly found: DebriefFound | WhatIf | Problem;
  readonly rules: string;
}
