import type { Store } from '../store/store.ts';
import type { Day } from './day.ts';

/** A mark is written at least this often while somebody is in the room, real ms. */
const TOUCH_MS = 60_000;

/** What may be saved now: facts that are released, and how far the room has come. */
export interface Savable {
  readonly at: number;
  readonly touchedAt: number;
  readonly days: readonly { readonly day: Day; readonly released: number }[];
}

/** Facts on their way to the disk, day by day, with the room's mark; one writing at a time. */
export class Saving {
  readonly #store: Store;
  readonly #roomId: string;
  readonly #everyMs: number;
  readonly #failed: (error: unknown) => void;
  #due = 0;
  #at = -1;
  #touchedAt = 0;
  #writing: Promise<void> | null = null;

  constructor(store: Store, roomId: string, everyMs: number, failed: (error: unknown) => void) {
    this.#store = store;
    this.#roomId = roomId;
    this.#everyMs = everyMs;
    this.#failed = failed;
  }

  /** Saves where it is due; `now` is real ms. */
  beat(now: number, savable: () => Savable): void {
    if (now < this.#due) return;
    this.#due = now + this.#everyMs;
    this.save(savable());
  }

  /** Saves what is new, unless that is being done; the mark alone where there are no facts. */
  save({ at, touchedAt, days }: Savable): void {
    if (this.#writing !== null) return;
    const fresh = days.filter(({ day, released }) => released > day.stored);
    const stale = touchedAt - this.#touchedAt > TOUCH_MS;
    if (fresh.length === 0 && at === this.#at && !stale) return;
    const mark = { at, touchedAt };
    const writes = fresh.map(async ({ day, released }) => {
      const facts = day.facts.slice(day.stored, released);
      const lines = facts.map((fact) => ({ n: fact.n, body: JSON.stringify(fact) }));
      await this.#store.addFacts(this.#roomId, day.number, lines, mark);
      day.stored = released;
      day.bytes += lines.reduce((sum, { body }) => sum + body.length, 0);
    });
    if (writes.length === 0) writes.push(this.#store.addFacts(this.#roomId, 0, [], mark));
    // All of them, even where one fails: whoever reads the store next must find it at rest.
    this.#writing = Promise.allSettled(writes).then((done) => {
      this.#writing = null;
      const lost = done.find((one) => one.status === 'rejected');
      if (lost !== undefined) return this.#failed(lost.reason);
      this.#at = at;
      this.#touchedAt = touchedAt;
    });
  }

  /** Resolves once nothing is being written. */
  async idle(): Promise<void> {
    await this.#writing;
  }
}
