import { type ChildProcess, fork } from 'node:child_process';
import { INLINING } from './inlining.ts';
import { fromSource } from './program.ts';

/**
 * Child processes that work things out, and what becomes of them: they are begun, replaced when
 * they die, ended when they hang or are no longer wanted. Nothing here throws: what happens to a
 * process is told to whoever asked for it, in a word for the log.
 */

export interface ChildOptions<From> {
  /** The file of its program. */
  readonly program: string;
  /** Heap, MB: beyond it that process ends, and no other. */
  readonly memoryMB: number;
  /** Messages keep their kinds (arrays of numbers stay such) rather than pass through JSON. */
  readonly kinds?: boolean;
  readonly hear: (message: From) => void;
  /** The process has gone without having been stopped, and why; `start` begins another. */
  readonly lost: (why: string) => void;
  /** A process that died before its first word is not replaced before this, real ms; 0: at once. */
  readonly restMs?: number;
  /** Calls `what` once after so many real ms unless stopped. */
  readonly after?: (ms: number, what: () => void) => () => void;
}

/** What a program of ours says first: it is up, and can be asked. */
export const UP = 'up';
/** A machine that is busy with other things still begins a process within this, real ms. */
const UP_WITHIN_MS = 60_000;

const realAfter = (ms: number, what: () => void): (() => void) => {
  const timer = setTimeout(what, ms);
  return () => clearTimeout(timer);
};

const nothing = (): void => {};

/** One child: a process at a time, with others after it where it dies. */
export class Child<To extends object, From> {
  readonly #options: ChildOptions<From>;
  readonly #after: NonNullable<ChildOptions<From>['after']>;
  readonly #forget: () => void;
  #process: ChildProcess | null = null;
  /** Can this process be asked? */
  #up = false;
  /** Has it answered anything yet? */
  #ready = false;
  #patience: () => void = nothing;
  /** What its next word has to come within, real ms; null where none is awaited. */
  #awaited: number | null = null;
  #rest: (() => void) | null = null;
  #stopped: Promise<void> | null = null;
  /** Processes that were ended and are still on their way out. */
  readonly #leaving = new Set<Promise<void>>();

  /** @param forget told when it is stopped. */
  constructor(options: ChildOptions<From>, forget: () => void = nothing) {
    this.#options = options;
    this.#after = options.after ?? realAfter;
    this.#forget = forget;
  }

  /** The id of its process, while there is one. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Its process has said something, and lives. */
  get ready(): boolean {
    return this.#process !== null && this.#ready;
  }

  /** No process may be begun: the last died before its first word, or it is stopped. */
  get resting(): boolean {
    return this.#rest !== null || this.#stopped !== null;
  }

  /**
   * Begins its process, unless it has one or is resting. It holds up the program for some 20 ms:
   * better done before the first ask than by it.
   */
  start(): void {
    if (this.#process !== null || this.resting) return;
    const { kinds, memoryMB, program } = this.#options;
    let begun: ChildProcess;
    try {
      begun = fork(program, [], {
        execArgv: [
          ...INLINING,
          `--max-old-space-size=${memoryMB}`,
          // Through the same loader as this program.
          ...(fromSource ? ['--import', import.meta.resolve('tsx/esm')] : []),
        ],
        serialization: kinds === true ? 'advanced' : 'json',
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
    } catch (error) {
      // No process can be had: said as if it had been and were gone.
      queueMicrotask(() => this.#lose(error instanceof Error ? error.message : String(error)));
      return;
    }
    this.#process = begun;
    this.#up = false;
    this.#ready = false;
    const gone = (why: string): void => {
      if (begun === this.#process) this.#lose(why);
    };
    begun.on('message', (message: From | typeof UP) => {
      if (begun === this.#process) this.#hear(message);
    });
    begun.once('error', (error) => gone(error.message));
    begun.once('exit', (code, signal) => gone(signal ?? `code ${code}`));
  }

  /** Says something to its process, if there is one. */
  tell(message: To): void {
    // A process that is just dying may refuse it: its exit says so.
    this.#process?.send(message, nothing);
  }

  /**
   * Its next word has to come within so many real ms, or it hangs and is ended. They are counted
   * from when it is up: a process takes its time to begin.
   */
  expect(ms: number): void {
    this.#awaited = ms;
    this.#wait(this.#up ? ms : Math.max(ms, UP_WITHIN_MS));
  }

  #wait(ms: number): void {
    this.#patience();
    this.#patience = this.#after(ms, () => this.kill('it hangs'));
  }

  /** Ends its process as lost, and says why. */
  kill(why: string): void {
    if (this.#process !== null) this.#lose(why);
  }

  /** Ends it for good, and tells nothing more; settles when its process is gone. */
  stop(): Promise<void> {
    if (this.#stopped !== null) return this.#stopped;
    this.#rest?.();
    this.#rest = null;
    this.#end();
    this.#stopped = Promise.all(this.#leaving).then(nothing);
    this.#forget();
    return this.#stopped;
  }

  #hear(message: From | typeof UP): void {
    this.#patience();
    this.#up = true;
    if (message !== UP) {
      this.#ready = true;
      this.#awaited = null;
      this.#options.hear(message);
    } else if (this.#awaited !== null) this.#wait(this.#awaited);
  }

  #lose(why: string): void {
    if (this.#stopped !== null) return;
    const { lost, restMs = 0 } = this.#options;
    const wasReady = this.#ready;
    this.#end();
    if (!wasReady && restMs > 0)
      this.#rest = this.#after(restMs, () => {
        this.#rest = null;
      });
    lost(why);
  }

  #end(): void {
    const ending = this.#process;
    this.#patience();
    this.#awaited = null;
    this.#process = null;
    this.#up = false;
    this.#ready = false;
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return;
    const left = new Promise<void>((gone) => {
      ending.once('exit', () => gone());
      // One that could not even be begun has no exit.
      ending.once('error', () => gone());
      ending.kill('SIGKILL');
    });
    this.#leaving.add(left);
    void left.then(() => this.#leaving.delete(left));
  }
}

/** All the children of one piece of the program. */
export class Supervisor {
  readonly #children = new Map<number, Child<never, never>>();
  #last = 0;

  /** A child, which has no process yet; and the number by which it is known here. */
  child<To extends object, From>(
    options: ChildOptions<From>,
  ): { readonly id: number; readonly child: Child<To, From> } {
    const id = (this.#last += 1);
    const child = new Child<To, From>(options, () => this.#children.delete(id));
    this.#children.set(id, child as unknown as Child<never, never>);
    return { id, child };
  }

  /** The processes there are. */
  get pids(): number[] {
    return [...this.#children.values()].flatMap(({ pid }) => (pid === undefined ? [] : pid));
  }

  /** Ends the process of a child as lost; false where there is no such child. */
  kill(id: number, why: string): boolean {
    const child = this.#children.get(id);
    child?.kill(why);
    return child !== undefined;
  }

  /** Ends all for good; settles when no process is left. */
  async stopAll(): Promise<void> {
    await Promise.all([...this.#children.values()].map((child) => child.stop()));
  }
}
