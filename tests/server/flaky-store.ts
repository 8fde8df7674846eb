import type {
  Computed,
  LogEntry,
  Mark,
  RoomLine,
  Store,
  StoredFact,
  StoredRoom,
} from '../../server/store/store.ts';

/** A store on a disk with moods. `lies`: it writes, then says that it could not. */
export class FlakyStore implements Store {
  readonly #store: Store;
  mood: 'well' | 'full' | 'lies' = 'well';
  /** Writes refused so far. */
  refused = 0;
  /** Lets this many writes through, then the disk is full. */
  fuse = Number.POSITIVE_INFINITY;

  constructor(store: Store) {
    this.#store = store;
  }

  async #write(write: () => Promise<void>): Promise<void> {
    this.fuse -= 1;
    if (this.fuse < 0) this.mood = 'full';
    if (this.mood === 'lies') await write();
    if (this.mood !== 'well') {
      this.refused += 1;
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    }
    return write();
  }

  addRoom(room: StoredRoom): Promise<void> {
    return this.#write(() => this.#store.addRoom(room));
  }
  removeRoom(id: string): Promise<void> {
    return this.#write(() => this.#store.removeRoom(id));
  }
  append(roomId: string, entries: readonly LogEntry[]): Promise<void> {
    return this.#write(() => this.#store.append(roomId, entries));
  }
  addFacts(roomId: string, day: number, facts: readonly StoredFact[], mark: Mark): Promise<void> {
    return this.#write(() => this.#store.addFacts(roomId, day, facts, mark));
  }
  list(): Promise<RoomLine[]> {
    return this.#store.list();
  }
  room(idOrCode: string): Promise<StoredRoom | null> {
    return this.#store.room(idOrCode);
  }
  log(roomId: string): Promise<LogEntry[]> {
    return this.#store.log(roomId);
  }
  facts(roomId: string, day: number, from: number): Promise<StoredFact[]> {
    return this.#store.facts(roomId, day, from);
  }
  mark(roomId: string): Promise<Mark | null> {
    return this.#store.mark(roomId);
  }
  computed(roomId: string, day: number, key: string): Promise<Computed | null> {
    return this.#store.computed(roomId, day, key);
  }
  keepComputed(
    roomId: string,
    day: number,
    key: string,
    computed: Computed,
    most: number,
  ): Promise<void> {
    return this.#write(() => this.#store.keepComputed(roomId, day, key, computed, most));
  }
  note(key: string): Promise<string | null> {
    return this.#store.note(key);
  }
  setNote(key: string, value: string): Promise<void> {
    return this.#write(() => this.#store.setNote(key, value));
  }
  keepAside(): Promise<string | null> {
    return this.#store.keepAside();
  }
  close(): Promise<void> {
    return this.#store.close();
  }
}
