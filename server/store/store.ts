/**
 * The contract of the store (embedded SQLite now; another database may stand behind it). A promise
 * that resolves means: on disk, safe from kill -9. One that rejects means: not stored, except where
 * the disk itself lies. One shared test suite holds every implementation.
 */

/** Of what is written in a room's rows: raised with each step of the tables that changes it. */
export const ROOM_FORMAT = 2;

export interface StoredRoom {
  /** ROOM_FORMAT when it was written or last brought along. */
  readonly format: number;
  readonly id: string;
  readonly code: string;
  /** The scenario as read, JSON. */
  readonly scenario: string;
  readonly seed: string;
  readonly rulesVersion: string;
  /** SHA-256 of the host token, hex. */
  readonly hostHash: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** How far a room has come, kept about once a second. */
export interface Mark {
  /** Simulated ms. */
  readonly at: number;
  /** When somebody was last in the room, milliseconds since 1970. */
  readonly touchedAt: number;
}

/** A room in the list of rooms. */
export interface RoomLine extends Mark {
  readonly id: string;
  readonly code: string;
  /** Nothing more of it can be read. */
  readonly damaged?: true;
}

/** One entry of a room's log, in order; `seq` from 0 without gap, whatever the day. */
export interface LogEntry {
  readonly seq: number;
  /** The day of the room to which it belongs; 0 for what concerns all of them (clock, seats). */
  readonly day: number;
  /** Simulated ms at which the room accepted it. */
  readonly at: number;
  readonly kind: 'command' | 'clock' | 'seat' | 'day' | 'door';
  /** JSON of the entry (server/rooms/entries.ts). */
  readonly body: string;
}

/** A fact of one day of a room; the facts of each day are numbered apart. */
export interface StoredFact {
  readonly n: number;
  /** JSON of the fact, on one line. */
  readonly body: string;
}

/** What was worked out of a day of a room, once, and by which rules. */
export interface Computed {
  readonly rulesVersion: string;
  /** JSON. */
  readonly body: string;
}

/** What was read is not what was written: never to be used. */
export class DamagedRecord extends Error {
  override name = 'DamagedRecord';
}

export interface Store {
  /** Rejects if the id or the code is taken. */
  addRoom(room: StoredRoom): Promise<void>;
  /**
   * Every room, oldest first. Where part of the list cannot be read, the rest of it, and what is
   * known of those that are lost.
   */
  list(): Promise<RoomLine[]>;
  /** The room of this id or of this code, or null. */
  room(idOrCode: string): Promise<StoredRoom | null>;
  /** Deletes the room with its log, its facts and what was worked out of it. */
  removeRoom(id: string): Promise<void>;
  /**
   * Appends to the room's log, all or none; rejects unless the first seq follows the last stored.
   * Appends are done, and answered, in the order in which they were asked for: none has to wait for
   * the one before.
   */
  append(roomId: string, entries: readonly LogEntry[]): Promise<void>;
  /** The log in order. Rejects with DamagedRecord where an entry is missing or altered. */
  log(roomId: string): Promise<LogEntry[]>;
  /** Adds facts of a day (each numbered one more than its last, possibly none); moves the mark. */
  addFacts(roomId: string, day: number, facts: readonly StoredFact[], mark: Mark): Promise<void>;
  /**
   * The facts of a day from number `from` on, in order: some thousands at a time, none only where
   * there is none. Rejects with DamagedRecord where one is missing or altered.
   */
  facts(roomId: string, day: number, from: number): Promise<StoredFact[]>;
  mark(roomId: string): Promise<Mark | null>;
  /** What was worked out of a day under this key, or null. DamagedRecord where it was altered. */
  computed(roomId: string, day: number, key: string): Promise<Computed | null>;
  /** Keeps what was worked out; the first under a key stays. Beyond `most` of a room nothing is. */
  keepComputed(
    roomId: string,
    day: number,
    key: string,
    computed: Computed,
    most: number,
  ): Promise<void>;
  /** What the server itself remembers under this key, or null. */
  note(key: string): Promise<string | null>;
  setNote(key: string, value: string): Promise<void>;
  /** Copies all there is aside, as damaged as it is; where to, or null where there is no file. */
  keepAside(): Promise<string | null>;
  /** Finishes what was begun, then closes; rejects where the disk refused, but is closed too. */
  close(): Promise<void>;
}
