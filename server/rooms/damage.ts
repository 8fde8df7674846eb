import type { Problem } from '../../models/doors/scenario.ts';
import { failureOf } from '../store/failure.ts';
import { DamagedRecord, type RoomLine } from '../store/store.ts';
import type { Parts } from './parts.ts';
import { DAMAGED, NO_SPACE, NO_STORAGE } from './sentences.ts';

/** Where the store keeps which damaged rooms are in a copy. */
const ASIDE = 'aside';

/** The rooms that cannot be read: found once, told of, kept aside, in nobody's way. */
export class Damage {
  readonly #parts: Pick<Parts, 'log' | 'store'>;
  readonly #damaged = new Map<string, Problem>();

  constructor(parts: Pick<Parts, 'log' | 'store'>) {
    this.#parts = parts;
  }

  /** What is answered of the room of this code, if it was found damaged. */
  of(code: string): Problem | undefined {
    return this.#damaged.get(code);
  }

  /** What is answered of a room that could not be read. */
  async found(code: string, error: unknown): Promise<Problem> {
    const failure = failureOf(error);
    if (failure === 'full') return NO_SPACE;
    if (failure === 'refused') return NO_STORAGE;
    this.#damaged.set(code, DAMAGED);
    // A row that is not what was written is left as it is; a page of the file might not be.
    if (!(error instanceof DamagedRecord)) await this.#keepAside([code]);
    return DAMAGED;
  }

  /** Every room; those that are lost are told of, once, and all there is of them is kept aside. */
  async list(): Promise<RoomLine[]> {
    const { store, log } = this.#parts;
    const lines = await store.list();
    const lost = lines.filter(({ damaged, code }) => damaged === true && !this.#damaged.has(code));
    for (const { id, code } of lost) {
      this.#damaged.set(code, DAMAGED);
      log.error({ room: id, code }, 'a room cannot be read any more');
    }
    if (lost.length > 0) await this.#keepAside(lost.map(({ code }) => code));
    return lines;
  }

  /** Copies the file aside, once for all starts: what is written on might destroy what is left. */
  async #keepAside(codes: readonly string[]): Promise<void> {
    const { store, log } = this.#parts;
    try {
      const known = new Set((await store.note(ASIDE))?.split(' '));
      if (codes.every((code) => known.has(code))) return;
      const aside = await store.keepAside();
      await store.setNote(ASIDE, [...new Set([...known, ...codes])].join(' '));
      if (aside !== null) log.error({ aside }, 'what is damaged is kept aside');
    } catch (error) {
      log.error({ err: error }, 'what is damaged could not be kept aside');
    }
  }
}
