import {
  type Chunk,
  ChunkOrder,
  type Execution,
  type Executor,
  lostTwice,
  refusalOf,
  type Study,
  type StudyEnd,
  type StudyHears,
} from '../../models/doors/study.ts';
import type { FromEngine, ToEngine } from './messages.ts';
import { spawnEngine } from './spawn.ts';

/** Engines at once: a core is left for the page, and beyond eight memory is dearer than time. */
export const engineCount = (cores = navigator.hardwareConcurrency || 2): number =>
  Math.min(8, Math.max(1, cores > 2 ? cores - 1 : cores));

/** What an executor needs of a worker. */
export interface Engine {
  onmessage: ((event: MessageEvent<FromEngine>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToEngine): void;
  terminate(): void;
}

/**
 * Plays studies in the page, in Web Workers: no upload, no waiting for a server. Engines that have
 * ended a study serve the next one, since what is compiled stays compiled; those of an aborted
 * study are ended at once, in the middle of a day.
 */
export class PageExecutor implements Executor {
  readonly #idle: Engine[] = [];
  readonly #running = new Set<PageRun>();
  readonly #count: number;
  readonly #spawn: () => Engine;

  constructor(count = engineCount(), spawn: () => Engine = spawnEngine) {
    this.#count = count;
    this.#spawn = spawn;
  }

  /** Engines there are, at work or idle. */
  get engines(): number {
    return [...this.#running].reduce((sum, run) => sum + run.engines, this.#idle.length);
  }

  start(study: Study, hears: StudyHears, resumeAt = 0): Execution {
    const refusal = refusalOf(study, resumeAt);
    if (refusal !== null) return { ended: Promise.resolve(refusal), abort: () => {} };
    const run = new PageRun(study, this.#count, () => this.#idle.pop() ?? this.#spawn());
    this.#running.add(run);
    const ended = run.ended.finally(() => {
      this.#running.delete(run);
      this.#idle.push(...run.free());
      for (const engine of this.#idle.splice(this.#count)) engine.terminate();
    });
    // Nothing is heard before `start` has given back how to end it.
    queueMicrotask(() => run.begin(hears, resumeAt));
    return { ended, abort: () => run.end('aborted') };
  }

  /** Ends all that is played, and every engine. */
  close(): void {
    for (const run of this.#running) run.end('aborted');
    for (const engine of this.#idle.splice(0)) engine.terminate();
  }
}

class PageRun {
  readonly ended: Promise<StudyEnd>;
  readonly #study: Study;
  readonly #count: number;
  readonly #engine: () => Engine;
  /** What each engine has in hand; null: nothing. */
  readonly #hands = new Map<Engine, Chunk | null>();
  #settle: (end: StudyEnd) => void = () => {};
  #fail: (fault: unknown) => void = () => {};
  #ledger: ChunkOrder | null = null;
  #over = false;

  constructor(study: Study, count: number, engine: () => Engine) {
    this.#study = study;
    this.#count = count;
    this.#engine = engine;
    this.ended = new Promise((settle, fail) => {
      this.#settle = settle;
      this.#fail = fail;
    });
  }

  get engines(): number {
    return this.#hands.size;
  }

  /** The engines that this study leaves idle: they are another's from here on. */
  free(): Engine[] {
    const idle = [...this.#hands.keys()];
    this.#hands.clear();
    return idle;
  }

  begin(hears: StudyHears, resumeAt: number): void {
    if (this.#over) return;
    this.#guarded(() => {
      this.#ledger = new ChunkOrder(this.#study, hears, resumeAt);
      this.#goOn();
    });
  }

  end(how: StudyEnd): void {
    if (this.#over) return;
    this.#over = true;
    this.#ledger?.close();
    // An engine cannot be told to stop in the middle of a day: it is ended, and costs a new one.
    for (const [engine, chunk] of this.#hands) if (chunk !== null) this.#drop(engine);
    this.#settle(how);
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

  #drop(engine: Engine): void {
    engine.onmessage = engine.onerror = null;
    engine.terminate();
    this.#hands.delete(engine);
  }

  #goOn(): void {
    if (this.#over) return;
    if (this.#ledger?.complete) return this.end('done');
    for (const [engine, chunk] of this.#hands) if (chunk === null && !this.#feed(engine)) return;
    while (this.#hands.size < this.#count) {
      const chunk = this.#take();
      if (chunk === null) return;
      this.#give(this.#open(), chunk);
    }
  }

  #take(): Chunk | null {
    return this.#ledger?.take(this.#count) ?? null;
  }

  /** False where nothing is left to give. */
  #feed(engine: Engine): boolean {
    const chunk = this.#take();
    if (chunk !== null) this.#give(engine, chunk);
    return chunk !== null;
  }

  #give(engine: Engine, chunk: Chunk): void {
    this.#hands.set(engine, chunk);
    engine.postMessage({ kind: 'chunk', ...chunk });
  }

  #open(): Engine {
    const engine = this.#engine();
    const { scenario, seed } = this.#study;
    engine.onmessage = ({ data }) => this.#guarded(() => this.#hear(engine, data));
    engine.onerror = (event) => this.#guarded(() => this.#lost(engine, event.message));
    engine.postMessage({ kind: 'study', study: { scenario, seed } });
    return engine;
  }

  #hear(engine: Engine, message: FromEngine): void {
    const chunk = this.#hands.get(engine);
    if (this.#over || this.#ledger === null || chunk?.index !== message.index) return;
    this.#hands.set(engine, null);
    if (message.kind === 'done') this.#ledger.back(message.index, message.packed);
    else if (this.#again(message.index, message.why)) return;
    this.#goOn();
  }

  /** An engine is gone, out of memory say: what it had in hand is played again, once. */
  #lost(engine: Engine, why: string): void {
    const chunk = this.#hands.get(engine) ?? null;
    this.#drop(engine);
    if (chunk !== null && this.#again(chunk.index, why)) return;
    this.#goOn();
  }

  /** Notes that a chunk failed; true where it was the second time, which ends the study. */
  #again(index: number, why: string): boolean {
    const twice = this.#ledger?.failed(index) ?? null;
    if (twice !== null) this.end(lostTwice(twice, why));
    return twice !== null;
  }
}
