import { RULES_VERSION } from '../../models/doors/live.ts';
import {
  type Chunk,
  ChunkOrder,
  type Execution,
  type Executor,
  identityOf,
  lostTwice,
  refusalOf,
  type Study,
  type StudyEnd,
  type StudyHears,
} from '../../models/doors/study.ts';
import { type Child, Supervisor } from './child.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { programFile } from './program.ts';

export interface ProcessOptions {
  /** Threads of each worker process. */
  readonly threads: number;
  /** Work at a lower priority: beside rooms in which people wait. */
  readonly modest?: boolean;
  /** The program of the worker process (tests put a failing one here). */
  readonly worker?: string;
}

/** Memory of a worker process, MB: beyond it that process ends, and no other. */
const MEMORY_MB = 2_048;

const WORKER = programFile('worker');

/**
 * Plays studies in worker processes with a pool of threads, one process a study. A process that
 * dies is replaced, and what it had in hand is played again, once.
 */
export class ProcessExecutor implements Executor {
  readonly #supervisor = new Supervisor();
  readonly #options: ProcessOptions;

  constructor(options: ProcessOptions) {
    this.#options = options;
  }

  /** The worker processes there are. */
  get pids(): number[] {
    return this.#supervisor.pids;
  }

  /** Ends all that is played; settles when no process is left. */
  stop(): Promise<void> {
    return this.#supervisor.stopAll();
  }

  start(study: Study, hears: StudyHears, resumeAt = 0): Execution {
    const refusal = refusalOf(study, resumeAt);
    if (refusal !== null) return { ended: Promise.resolve(refusal), abort: () => {} };
    const run = new ProcessRun(study, this.#options, this.#supervisor);
    // Nothing is heard before `start` has given back how to end it.
    queueMicrotask(() => run.begin(hears, resumeAt));
    return { ended: run.ended, abort: () => run.end('aborted') };
  }
}

class ProcessRun {
  readonly ended: Promise<StudyEnd>;
  readonly #study: Study;
  readonly #options: ProcessOptions;
  readonly #child: Child<ToWorker, FromWorker>;
  #settle: (end: StudyEnd) => void = () => {};
  #fail: (fault: unknown) => void = () => {};
  #ledger: ChunkOrder | null = null;
  #over = false;

  constructor(study: Study, options: ProcessOptions, supervisor: Supervisor) {
    this.#study = study;
    this.#options = options;
    this.#child = supervisor.child<ToWorker, FromWorker>({
      program: options.worker ?? WORKER,
      memoryMB: MEMORY_MB,
      kinds: true,
      hear: (message) => this.#guarded(() => this.#hear(message)),
      lost: (why) => this.#lost(why),
    }).child;
    this.ended = new Promise((settle, fail) => {
      this.#settle = settle;
      this.#fail = fail;
    });
  }

  begin(hears: StudyHears, resumeAt: number): void {
    if (this.#over) return;
    this.#guarded(() => {
      this.#ledger = new ChunkOrder(this.#study, hears, resumeAt);
      if (this.#ledger.complete) this.end('done');
      else this.#start();
    });
  }

  end(how: StudyEnd): void {
    if (this.#over) return;
    this.#over = true;
    this.#ledger?.close();
    void this.#child.stop().then(() => this.#settle(how));
  }

  /** What throws in whoever listens ends the study, and is thrown there. */
  #guarded(what: () => void): void {
    try {
      what();
    } catch (fault) {
      this.#fail(fault);
      this.end('aborted');
    }
  }

  #start(): void {
    if (this.#over) return;
    this.#child.start();
    const { modest = false, threads } = this.#options;
    const { scenario, seed } = this.#study;
    const identity = identityOf(this.#study, RULES_VERSION);
    this.#child.tell({ kind: 'study', study: { scenario, seed }, identity, threads, modest });
    this.#feed();
  }

  /** A little more in hand than there are threads: none waits, and memory is bounded. */
  #feed(): void {
    for (;;) {
      const chunk = this.#ledger?.take(this.#options.threads * 2) ?? null;
      if (chunk === null) return;
      this.#child.tell({ kind: 'chunk', ...chunk });
    }
  }

  #hear(message: FromWorker): void {
    if (this.#over || this.#ledger === null) return;
    if (message.kind === 'failed') this.#again(this.#ledger.failed(message.index), message.why);
    else this.#ledger.back(message.index, message.packed);
    if (this.#over) return;
    if (this.#ledger.complete) this.end('done');
    else this.#feed();
  }

  /** Ends the study where a chunk failed twice. */
  #again(twice: Chunk | null, why: string): void {
    if (twice !== null) this.end(lostTwice(twice, why));
  }

  #lost(why: string): void {
    this.#again(this.#ledger?.lost() ?? null, why);
    this.#start();
  }
}
