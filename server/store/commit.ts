import type { Kysely, Transaction } from 'kysely';
import type { RealClock } from '../clock.ts';
import type { Tables } from './schema.ts';

type Write = (trx: Transaction<Tables>) => Promise<void>;

interface Waiting {
  readonly weight: number;
  readonly write: Write;
  done(): void;
  failed(error: unknown): void;
}

/** The loop is given this many times as long as the disk usually takes. */
const REST = 2;

/**
 * Several writes share one transaction, hence one wait for the disk: at once where the disk was
 * idle; otherwise after a rest of the loop (longer on a slow disk, `commitMs` at most: of the last
 * two writes the shorter counts, for one may have had to tidy up) or with
 * `commitEntries`, whichever comes first. Order is kept.
 */
export class GroupCommit {
  readonly #db: Kysely<Tables>;
  readonly #clock: RealClock;
  readonly #limits: { readonly commitMs: number; readonly commitEntries: number };
  #waiting: Waiting[] = [];
  #weight = 0;
  #lastAt = Number.NEGATIVE_INFINITY;
  #tookMs: readonly [number, number] = [0, 0];
  #stopTimer: (() => void) | null = null;
  #writing: Promise<void> | null = null;

  constructor(
    db: Kysely<Tables>,
    clock: RealClock,
    limits: { readonly commitMs: number; readonly commitEntries: number },
  ) {
    this.#db = db;
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Resolves once the write is on disk. `weight` is its number of entries. */
  write(weight: number, write: Write): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ weight, write, done, failed });
      this.#weight += weight;
      this.#plan();
    });
  }

  /** Resolves once nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#waiting.length > 0 || this.#writing !== null) {
      this.#flush();
      await this.#writing;
    }
  }

  #plan(): void {
    if (this.#writing !== null) return;
    if (this.#weight >= this.#limits.commitEntries) {
      this.#flush();
      return;
    }
    if (this.#stopTimer !== null) return;
    const pauseMs = Math.min(this.#limits.commitMs, REST * Math.min(...this.#tookMs));
    const restMs = this.#lastAt + pauseMs - this.#clock.now();
    this.#stopTimer = this.#clock.after(Math.max(0, restMs), () => this.#flush());
  }

  #flush(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
    if (this.#writing !== null || this.#waiting.length === 0) return;
    const batch = this.#waiting;
    this.#waiting = [];
    this.#weight = 0;
    const began = this.#clock.now();
    this.#writing = this.#commit(batch).finally(() => {
      this.#writing = null;
      this.#lastAt = this.#clock.now();
      this.#tookMs = [this.#tookMs[1], this.#lastAt - began];
      if (this.#waiting.length > 0) this.#plan();
    });
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.#db.transaction().execute(async (trx) => {
        for (const waiting of batch) await waiting.write(trx);
      });
    } catch {
      // One bad write must not take the others with it: each gets a transaction of its own.
      await this.#oneByOne(batch);
      return;
    }
    for (const waiting of batch) waiting.done();
  }

  async #oneByOne(batch: readonly Waiting[]): Promise<void> {
    for (const waiting of batch)
      try {
        await this.#db.transaction().execute(waiting.write);
        waiting.done();
      } catch (error) {
        waiting.failed(error);
      }
  }
}
