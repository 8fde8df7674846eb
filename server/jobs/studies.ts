import {
  costOf,
  type Execution,
  type Executor,
  InlineExecutor,
  type PlayedChunk,
  type Study,
  type StudyHears,
} from '../../models/doors/study.ts';
import { ProcessExecutor, type ProcessOptions } from './process-executor.ts';

export interface StudiesOptions extends ProcessOptions {
  /** Real milliseconds: where the days are played, never what they say. */
  readonly clock?: () => number;
  /** Below this much work (ms, estimated) no process is started; 0 always starts one. */
  readonly worthAProcessMs?: number;
}

/** Starting a process and its threads takes about as long. */
const WORTH_A_PROCESS_MS = 3_000;
/** The first days are slow: the machine learns them. */
const WARM_UP_MS = 400;
/** Days after which the time that one takes is believed. */
const WARM_UP_DAYS = 2;

/** Lets a signal or a redrawn bar through between chunks. */
const others = (): Promise<void> => new Promise((next) => setImmediate(next));

/**
 * Plays studies here where they are short, in a worker process where they are long: the first days,
 * played here, warm the machine up and tell how long one takes; the rest goes on from that chunk
 * wherever it is better off.
 */
export class Studies implements Executor {
  readonly #here = new InlineExecutor(others);
  readonly #there: ProcessExecutor;
  readonly #clock: () => number;
  readonly #worthMs: number;

  constructor(options: StudiesOptions) {
    this.#there = new ProcessExecutor(options);
    this.#clock = options.clock ?? (() => performance.now());
    this.#worthMs = options.worthAProcessMs ?? WORTH_A_PROCESS_MS;
  }

  /** The worker processes there are. */
  get pids(): number[] {
    return this.#there.pids;
  }

  /** Ends all that is played in processes; settles when none is left. */
  stop(): Promise<void> {
    return this.#there.stop();
  }

  start(study: Study, hears: StudyHears, resumeAt = 0): Execution {
    const { progress } = hears;
    const worthAMove = this.#calibration(study);
    let aborted = false;
    let moveAt: number | null = null;
    const chunk: StudyHears['chunk'] = (played) => {
      hears.chunk(played);
      if (aborted || !worthAMove(played)) return;
      moveAt = played.index + 1;
      running.abort();
    };
    let running = this.#here.start(study, { ...hears, chunk }, resumeAt);
    const ended = running.ended.then((end) => {
      if (aborted || moveAt === null) return end;
      running = this.#there.start(
        study,
        { chunk: hears.chunk, ...(progress && { progress }) },
        moveAt,
      );
      return running.ended;
    });
    const abort = (): void => {
      aborted = true;
      running.abort();
    };
    return { ended, abort };
  }

  /** Told each chunk that was played here; says once whether the rest is worth a process. */
  #calibration(study: Study): (chunk: PlayedChunk) => boolean {
    const began = this.#clock();
    let before = began;
    let days = 0;
    let dayMs = Infinity;
    let decided = false;
    return ({ from, index, to }) => {
      if (decided) return false;
      const now = this.#clock();
      dayMs = Math.min(dayMs, (now - before) / (to - from));
      before = now;
      days += to - from;
      decided = days >= WARM_UP_DAYS && now - began >= WARM_UP_MS;
      const left = costOf(study, index + 1).days;
      return decided && left > 0 && left * dayMs >= this.#worthMs;
    };
  }
}
