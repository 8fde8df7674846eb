import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import Piscina from 'piscina';
import type { ChunkAsk } from './chunk.ts';
import type { FromWorker, StudyAsk, ToWorker } from './messages.ts';

/**
 * The worker process: a pool of threads for the replications of one study. A process of its own,
 * because a thread that runs out of memory takes its whole process with it (never the server), and
 * because it can be given a lower priority than what people wait for.
 */

const THREAD = fileURLToPath(new URL('./thread.mjs', import.meta.url));

let study: StudyAsk | null = null;
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

function begin(ask: StudyAsk): void {
  study = ask;
  if (ask.modest) stepBack();
  pool = new Piscina({
    filename: THREAD,
    minThreads: ask.threads,
    maxThreads: ask.threads,
    concurrentTasksPerWorker: 1,
  });
}

async function run(from: number, to: number): Promise<void> {
  if (study === null || pool === null) return;
  const { scenario, seed, study: number } = study;
  const ask: ChunkAsk = { study: number, scenario, seed, from, to };
  try {
    tell({ kind: 'done', from, to, packed: await pool.run(ask) });
  } catch (error) {
    tell({ kind: 'failed', from, to, why: error instanceof Error ? error.message : String(error) });
  }
}

process.on('message', (message: ToWorker) => {
  if (message.kind === 'study') begin(message);
  else void run(message.from, message.to);
});
// Whoever asked is gone, or has all it wanted: nothing here is worth finishing.
process.once('disconnect', () => void pool?.destroy());
