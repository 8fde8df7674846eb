import { createStore, delMany, get, keys, set } from 'idb-keyval';
import { RULES_VERSION } from '../../models/doors/live.ts';
import { identityOf, type Seen, type Trial, type TrialMemory } from '../../models/doors/study.ts';

/** Numbers kept at most, of 8 bytes. */
const ROOM = 32_000_000;

const sizeOf = ({ margins, rows }: Seen): number =>
  [...margins, ...rows].reduce((sum, { length }) => sum + length, 0);

/** All that decides what a trial shows; the version of the rules included. */
const nameOf = ({ rows, study, target }: Trial): string =>
  `${identityOf(study, RULES_VERSION)}/${JSON.stringify(target)}/${rows}`;

/**
 * What the trials of an answer showed, on this device (IndexedDB): far less than the days they are
 * made of, so that an answer of hundreds of thousands of days goes on where it was stopped. Beyond
 * its room it forgets other questions first, and of one question it keeps what was played first:
 * that is what is asked for first when it goes on.
 */
export class TrialsKept implements TrialMemory {
  readonly #store = createStore('contretemps-trials', 'trials');
  readonly #room: number;
  /** Of the question that is being answered. */
  #ours = new Set<string>();
  /** Sizes, by name; null: not looked up yet. */
  #sizes: Promise<Map<string, number>> | null = null;

  constructor(room = ROOM) {
    this.#room = room;
  }

  /** Another question begins: what earlier ones left may be forgotten. */
  begin(): void {
    this.#ours = new Set();
  }

  async read(trial: Trial): Promise<Seen | undefined> {
    const name = nameOf(trial);
    try {
      const kept = await get<Seen>(name, this.#store);
      if (kept !== undefined) this.#ours.add(name);
      return kept;
    } catch {
      return undefined;
    }
  }

  keep(trial: Trial, seen: Seen): void {
    const name = nameOf(trial);
    this.#ours.add(name);
    void this.#put(name, seen).catch(() => undefined);
  }

  async #put(name: string, seen: Seen): Promise<void> {
    this.#sizes ??= this.#lookUp();
    const sizes = await this.#sizes;
    const size = sizeOf(seen);
    const held = () => [...sizes.values()].reduce((sum, one) => sum + one, 0);
    if (held() + size > this.#room) {
      const others = [...sizes.keys()].filter((one) => !this.#ours.has(one));
      await delMany([...others, ...others.map(sizeName)], this.#store);
      for (const one of others) sizes.delete(one);
      if (held() + size > this.#room) return;
    }
    sizes.set(name, size);
    await set(name, seen, this.#store);
    await set(sizeName(name), size, this.#store);
  }

  async #lookUp(): Promise<Map<string, number>> {
    const all = new Map<string, number>();
    for (const key of await keys<string>(this.#store))
      if (key.startsWith(SIZE))
        all.set(key.slice(SIZE.length), (await get<number>(key, this.#store)) ?? 0);
    return all;
  }
}

const SIZE = 'size ';
const sizeName = (name: string): string => SIZE + name;
