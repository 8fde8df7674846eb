import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Problem, problem } from '../../models/doors/scenario.ts';
import { type Chunk, chunksOf, runPacked, type Study, Trials } from '../../models/doors/study.ts';
import { INLINING } from './inlining.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/**
 * Runs the replications of a study: here for a few, in a worker process with a pool of threads for
 * many. Chunks are given back in order of replication whatever the order in which they end, so that
 * the figures are the same with one thread or two.
 */

export interface JobOptions {
  /** Threads of the worker process. */
  readonly threads: number;
  /** The first replication to be run: those before it are known. */
  readonly from?: number;
  /** Each chunk of days, in order of replication. */
  readonly onChunk: (packed: Float64Array, chunk: Chunk) => void;
  /** Replications done, those before `from` included, in any order: for a progress bar. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
  /** Real milliseconds, for the size of chunks only. */
  readonly clock?: () => number;
  /** Below this much work (ms, estimated) no process is started; 0 always starts one. */
  readonly worthAProcessMs?: number;
  /** Work at a lower priority: beside rooms in which people wait. */
  readonly modest?: boolean;
  /** The program of the worker process (tests put a failing one here). */
  readonly worker?: string;
}

/** Starting a process and its threads takes about as long. */
const WORTH_A_PROCESS_MS = 3_000;
/** Long enough to make messages cheap, short enough to be watched and to be done again. */
const CHUNK_MS = 150;
/** The first days are slow: the machine learns them. */
const WARM_UP_MS = 400;
/** Memory of the worker process, MB: beyond it that process ends, and no other. */
const MEMORY_MB = 2_048;

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

const workerDied = (chunk: Chunk, why: string): Problem =>
  problem(
    'E_WORKER',
    `replications.${chunk.from}`,
    `Le calcul s’est arrêté deux fois aux répétitions ${chunk.from} à ${chunk.to - 1} (${why}) ; réduisez le scénario, ou demandez-en moins.`,
    `The computation stopped twice at replications ${chunk.from} to ${chunk.to - 1} (${why}); make the scenario smaller or ask for fewer.`,
  );

/** Runs a study, or the rest of it. Null when it is done or was aborted; else why it was not. */
export async function runStudy(study: Study, options: JobOptions): Promise<Problem | null> {
  const { clock = () => performance.now(), from = 0, onChunk, onProgress = () => {} } = options;
  const trials = new Trials(study.scenario, study.seed);
  // The first days warm the machine up and tell how long one takes.
  let done = from;
  let dayMs = Infinity;
  const first = clock();
  while (done < study.replications && (done < from + 2 || clock() - first < WARM_UP_MS)) {
    const before = clock();
    const packed = runPacked(trials, done, done + 1);
    dayMs = Math.min(dayMs, clock() - before);
    onChunk(packed, { from: done, to: done + 1 });
    done += 1;
    onProgress(done);
    if (options.signal?.aborted) return null;
  }
  const chunks = chunksOf(study, done, dayMs, CHUNK_MS);
  const worth = options.worthAProcessMs ?? WORTH_A_PROCESS_MS;
  if ((study.replications - done) * dayMs >= worth && chunks.length > 0)
    return new WorkerRun(study, options, chunks, done).run();
  for (const chunk of chunks) {
    onChunk(runPacked(trials, chunk.from, chunk.to), chunk);
    onProgress(chunk.to);
    // Lets a signal or a redrawn bar through between chunks.
    await new Promise((next) => setImmediate(next));
    if (options.signal?.aborted) return null;
  }
  return null;
}

/** How the worker process is started: through the same loader as this one. */
const nodeFlags = (): string[] => [
  ...INLINING,
  `--max-old-space-size=${MEMORY_MB}`,
  '--import',
  import.meta.resolve('tsx/esm'),
];

class WorkerRun {
  private child: ChildProcess | null = null;
  /** Given to the process and not yet back. */
  private readonly out = new Map<number, Chunk>();
  /** Back, but later than the next to be given on. */
  private readonly early = new Map<number, { packed: Float64Array; chunk: Chunk }>();
  /** Chunks that took a process with them once. */
  private readonly tried = new Set<number>();
  private todo: Chunk[];
  private next: number;
  private done: number;
  private finish: (result: Problem | null) => void = () => {};
  private ended = false;
  private readonly study: Study;
  private readonly options: JobOptions;

  constructor(study: Study, options: JobOptions, chunks: readonly Chunk[], done: number) {
    this.study = study;
    this.options = options;
    this.todo = [...chunks];
    this.next = done;
    this.done = done;
  }

  run(): Promise<Problem | null> {
    return new Promise((resolve) => {
      this.finish = resolve;
      this.options.signal?.addEventListener('abort', () => this.end(null), { once: true });
      this.start();
    });
  }

  private end(result: Problem | null): void {
    if (this.ended) return;
    this.ended = true;
    const child = this.child;
    this.child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) {
      this.finish(result);
      return;
    }
    child.once('exit', () => this.finish(result));
    child.kill('SIGKILL');
  }

  private start(): void {
    const { threads, worker = WORKER } = this.options;
    const child = fork(worker, [], {
      execArgv: nodeFlags(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.child = child;
    child.on('message', (message: FromWorker) => {
      if (child === this.child) this.hear(message);
    });
    child.once('error', (error) => this.lost(child, error.message));
    child.once('exit', (code, signal) => this.lost(child, signal ?? `code ${code}`));
    const { scenario, seed } = this.study;
    const modest = this.options.modest === true;
    this.tell({ kind: 'study', study: 1, scenario, seed, threads, modest });
    this.feed();
  }

  private tell(message: ToWorker): void {
    // A process that is just dying may refuse it: its exit says so, and the chunk is run again.
    this.child?.send(message, () => {});
  }

  /** A little more in hand than there are threads: none waits, and memory is bounded. */
  private feed(): void {
    const most = this.options.threads * 2;
    while (this.out.size < most && this.early.size < 8 * most) {
      const chunk = this.todo.shift();
      if (chunk === undefined) return;
      this.out.set(chunk.from, chunk);
      this.tell({ kind: 'chunk', ...chunk });
    }
  }

  private hear(message: FromWorker): void {
    const chunk = this.out.get(message.from);
    if (chunk === undefined) return;
    this.out.delete(chunk.from);
    if (message.kind === 'failed') {
      if (this.again(chunk)) this.feed();
      else this.end(workerDied(chunk, message.why));
      return;
    }
    this.early.set(chunk.from, { packed: message.packed, chunk });
    this.done += chunk.to - chunk.from;
    this.options.onProgress?.(this.done);
    this.giveOn();
    if (this.next >= this.study.replications) this.end(null);
    else this.feed();
  }

  private giveOn(): void {
    for (;;) {
      const ready = this.early.get(this.next);
      if (ready === undefined) return;
      this.early.delete(this.next);
      this.next = ready.chunk.to;
      this.options.onChunk(ready.packed, ready.chunk);
    }
  }

  /** Puts a chunk back in front, unless it was tried twice. */
  private again(chunk: Chunk): boolean {
    if (this.tried.has(chunk.from)) return false;
    this.tried.add(chunk.from);
    this.todo.unshift(chunk);
    return true;
  }

  /** The process is gone: what it had in hand is run again, once, by another. */
  private lost(child: ChildProcess, why: string): void {
    if (child !== this.child || this.ended) return;
    this.child = null;
    const inHand = [...this.out.values()].sort((a, b) => b.from - a.from);
    this.out.clear();
    for (const chunk of inHand)
      if (!this.again(chunk)) {
        this.end(workerDied(chunk, why));
        return;
      }
    this.start();
  }
}
