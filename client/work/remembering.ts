import { createStore, delMany, get, keys, setMany } from 'idb-keyval';
import { RULES_VERSION } from '../../models/doors/live.ts';
import {
  type Execution,
  type Executor,
  identityOf,
  type PlayedChunk,
  refusalOf,
  type Study,
  type StudyEnd,
  type StudyHears,
} from '../../models/doors/study.ts';

/** Where chunks are kept: text in, numbers out. */
export interface Memory {
  /** The chunks of a study that are kept, by index, from the first on without a gap. */
  read(identity: string): Promise<readonly PlayedChunk[]>;
  keep(identity: string, chunk: PlayedChunk): void;
}

/** Numbers kept at most, of 8 bytes. */
const ROOM = 8_000_000;

/** Memory of this device (IndexedDB); where it is refused, nothing is remembered. */
export class DeviceMemory implements Memory {
  readonly #store = createStore('contretemps-days', 'days');
  #held = 0;

  async read(identity: string): Promise<readonly PlayedChunk[]> {
    const chunks: PlayedChunk[] = [];
    try {
      for (;;) {
        const chunk = await get<PlayedChunk>(`${identity}/${chunks.length}`, this.#store);
        if (chunk === undefined) return chunks;
        chunks.push(chunk);
      }
    } catch {
      return chunks;
    }
  }

  keep(identity: string, chunk: PlayedChunk): void {
    this.#held += chunk.packed.length;
    const done = setMany([[`${identity}/${chunk.index}`, chunk]], this.#store);
    void done.then(() => this.#makeRoom()).catch(() => undefined);
  }

  /** What was played before is forgotten once there is too much of it. */
  async #makeRoom(): Promise<void> {
    if (this.#held < ROOM) return;
    this.#held = 0;
    await delMany(await keys(this.#store), this.#store);
  }
}

/**
 * An executor that remembers: a study that was interrupted, by a closed page too, goes on where it
 * was, and one that was played is told again at once. To the same bit: the name of a study is made
 * of all that decides its digits, the version of the rules included.
 */
export class RememberingExecutor implements Executor {
  readonly #inner: Executor;
  readonly #memory: Memory;

  constructor(inner: Executor, memory: Memory) {
    this.#inner = inner;
    this.#memory = memory;
  }

  start(study: Study, hears: StudyHears, resumeAt = 0): Execution {
    const refusal = refusalOf(study, resumeAt);
    if (refusal !== null) return { ended: Promise.resolve(refusal), abort: () => {} };
    let running: Execution | null = null;
    let aborted = false;
    const play = async (): Promise<StudyEnd> => {
      const identity = identityOf(study, RULES_VERSION);
      const known = (await this.#memory.read(identity)).slice(resumeAt);
      if (aborted) return 'aborted';
      const goOn = this.#inner.start(
        study,
        {
          ...hears,
          cost: (cost) => {
            hears.cost?.(cost);
            for (const chunk of known) if (!aborted) hears.chunk(chunk);
          },
          chunk: (chunk) => {
            // Kept first: whoever hears may take the numbers away.
            this.#memory.keep(identity, { ...chunk, packed: chunk.packed.slice() });
            hears.chunk(chunk);
          },
        },
        resumeAt + known.length,
      );
      running = goOn;
      return goOn.ended;
    };
    const abort = (): void => {
      aborted = true;
      running?.abort();
    };
    return { ended: play(), abort };
  }
}
