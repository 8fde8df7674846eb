import type { Scenario } from '../scenario/scenario.ts';

/**
 * A study: policies × scenarios × seeds, as days to be played; who plays them, and what is made of
 * the days of several policies side by side, stands in these.
 */
export * from './policies.ts';
export * from './precision.ts';
export * from './rows.ts';
export * from './sacrifice.ts';

/** A study to be run: so many replications of a scenario, from a seed. */
export interface Study {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly replications: number;
}

/** Replications from..to-1 of a study: a share of the work, as large as suits who does it. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
}

/** The most replications in one chunk, however short a day is: results can be watched. */
const MOST = 1_000;

/**
 * Cuts what is left of a study, from replication `from`, into chunks that take about `chunkMs`
 * where one replication takes `dayMs`. How it is cut never shows in the figures.
 */
export function chunksOf(study: Study, from: number, dayMs: number, chunkMs: number): Chunk[] {
  const days = Math.min(MOST, Math.max(1, Math.round(chunkMs / Math.max(dayMs, 1e-3))));
  const chunks: Chunk[] = [];
  for (let at = from; at < study.replications; at += days)
    chunks.push({ from: at, to: Math.min(at + days, study.replications) });
  return chunks;
}
