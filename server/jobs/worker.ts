import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import Piscina from 'piscina';
import type { Chunk } from '../../models/doors/study.ts';
import { UP } from './child.ts';
import type { ChunkAsk } from './chunk.ts';
import type { FromWorker, StudyTold, ToWorker } from './messages.ts';
import { fromSource, programFile } from './program.ts';

/**
 * The worker process: a pool of threads for the replications of one study. A process of its own,
 * because a thread that runs out of memory takes its whole process with it (never the server), and
 * because it can be given a lower priority than what people wait for.
 */

const THREAD = fromSource
  ? fileURLToPath(new URL('./thread.mjs', import.meta.url))
  : programFile('chunk');

let told: StudyTold | null = null;
let pool: Piscina | null = null;

const tell = (message: FromWorker): void => {
  if (process.connected) process.send?.(message);
};

function stepBack(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Some systems do not let a process be this modest; it then works at the same priority.
  }
}

function begin(study: StudyTold): void {
  told = study;
  if (study.modest) stepBack();
  pool = new Piscina({
    filename: THREAD,
    minThreads: study.threads,
    maxThreads: study.threads,
    concurrentTasksPerWorker: 1,
  });
}

async function run({ from, index, to }: Chunk): Promise<void> {
  if (told === null || pool === null) return;
  const { identity, study } = told;
  const ask: ChunkAsk = { identity, study, from, to };
  try {
    tell({ kind: 'done', index, packed: await pool.run(ask) });
  } catch (error) {
    tell({ kind: 'failed', index, why: error instanceof Error ? error.message : String(error) });
  }
}

process.on('message', (message: ToWorker) => {
  if (message.kind === 'study') begin(message);
  else void run(message);
});
// Whoever asked is gone, or has all it wanted: nothing here is worth finishing.
process.once('disconnect', () => void pool?.destroy());
process.send?.(UP);
