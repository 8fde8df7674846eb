import type { Limits } from '../limits.ts';
import type { Store } from '../store/store.ts';
import { type Entry, writeEntry } from './entries.ts';

/** Facts there were in each day, and the instant it was, just before an entry took effect. */
export interface Point {
  readonly facts: readonly number[];
  readonly at: number;
}

interface Pending extends Point {
  stored: boolean;
  settled(stored: boolean): void;
}

/**
 * The room's log on its way to the disk, in order. Entries take effect at once in memory, but what
 * follows from them is told to nobody until they are stored: `held` says where the telling stops.
 * All days of the room share it: their commands are in one order, and an entry holds them all.
 * Entries do not wait for one another's disk: the store keeps their order and shares transactions.
 */
export class Journal {
  readonly #store: Store;
  readonly #roomId: string;
  readonly #failed: (error: unknown) => void;
  readonly #pending: Pending[] = [];
  #seq: number;
  #bytes: number;
  #dead = false;
  #idle: (() => void)[] = [];

  /** `failed` is called once, when an entry could not be stored; it should kill the journal. */
  constructor(
    store: Store,
    roomId: string,
    from: { readonly seq: number; readonly bytes: number },
    failed: (error: unknown) => void,
  ) {
    this.#store = store;
    this.#roomId = roomId;
    this.#seq = from.seq;
    this.#bytes = from.bytes;
    this.#failed = failed;
  }

  /** Where the first entry that is not stored yet took effect, or null. */
  get held(): Point | null {
    return this.#pending[0] ?? null;
  }

  /** Entries written or on their way, and the bytes of their bodies. */
  get entries(): number {
    return this.#seq;
  }
  /** Whether it holds all the bytes it may, or the `part`-th of the entries. */
  isFull({ logBytes, logEntries }: Limits, part = 1): boolean {
    return this.entries >= logEntries / part || this.#bytes >= logBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** `settled` is called once, in order: true when stored, false when it never will be. */
  add(entry: Entry, { facts, at }: Point, settled: (stored: boolean) => void): void {
    if (this.#dead) {
      settled(false);
      return;
    }
    const line = writeEntry(this.#seq, at, entry);
    const pending: Pending = { facts, at, stored: false, settled };
    this.#seq += 1;
    this.#bytes += line.body.length;
    this.#pending.push(pending);
    this.#store.append(this.#roomId, [line]).then(
      () => this.#stored(pending),
      (error: unknown) => this.#lost(error),
    );
  }

  /** Nothing more is written; what is pending is settled as not stored. */
  kill(): void {
    this.#dead = true;
    for (const lost of this.#pending.splice(0)) lost.settled(false);
    this.#tellIdle();
  }

  /** Resolves once nothing is pending. */
  idle(): Promise<void> {
    if (this.#pending.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  #stored(pending: Pending): void {
    pending.stored = true;
    while (this.#pending[0]?.stored === true) this.#pending.shift()?.settled(true);
    if (this.#pending.length === 0) this.#tellIdle();
  }

  #lost(error: unknown): void {
    if (!this.#dead) this.#failed(error);
  }

  #tellIdle(): void {
    for (const tell of this.#idle.splice(0)) tell();
  }
}
