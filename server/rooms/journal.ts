import type { Store } from '../store/store.ts';
import { type Entry, writeEntry } from './entries.ts';

interface Pending {
  /** Facts there were, and the instant it was, just before the entry took effect. */
  readonly facts: number;
  readonly at: number;
  stored: boolean;
  settled(stored: boolean): void;
}

/**
 * The room's log on its way to the disk, in order. Entries take effect at once in memory, but what
 * follows from them is told to nobody until they are stored: `held` says where the telling stops.
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

  /** The first entry that is not stored yet, or null. */
  get held(): { readonly facts: number; readonly at: number } | null {
    return this.#pending[0] ?? null;
  }

  /** Entries written or on their way, and the bytes of their bodies. */
  get entries(): number {
    return this.#seq;
  }
  get bytes(): number {
    return this.#bytes;
  }

  /** `settled` is called once, in order: true when stored, false when it never will be. */
  add(entry: Entry, facts: number, at: number, settled: (stored: boolean) => void): void {
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
