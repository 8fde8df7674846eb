/**
 * The contract of the store (embedded SQLite now; another database may stand behind it). A promise
 * that resolves means: on disk, safe from kill -9. One shared test suite holds every implementation.
 */

export interface StoredRoom {
  readonly id: string;
  readonly code: string;
  /** The scenario as read, JSON. */
  readonly scenario: string;
  readonly seed: string;
  readonly rulesVersion: string;
  /** SHA-256 of the host token, hex. */
  readonly hostHash: string;
  readonly createdAt: number;
}

/** One entry of a room's log, in order; `seq` from 0 without gap. */
export interface LogEntry {
  readonly seq: number;
  /** Simulated ms at which the room accepted it. */
  readonly at: number;
  readonly kind: 'command' | 'clock' | 'seat';
  /** JSON of the entry (a command with its seat and id; pace and pause; a seat's token hash). */
  readonly body: string;
}

export interface StoredFact {
  readonly n: number;
  readonly at: number;
  readonly body: string;
}

export interface Store {
  addRoom(room: StoredRoom): Promise<void>;
  rooms(): Promise<StoredRoom[]>;
  removeRoom(id: string): Promise<void>;
  /** Appends to the room's log; resolves once durable. Rejects if a seq is already there. */
  append(roomId: string, entries: readonly LogEntry[]): Promise<void>;
  log(roomId: string): Promise<LogEntry[]>;
  addFacts(roomId: string, facts: readonly StoredFact[]): Promise<void>;
  facts(roomId: string): Promise<StoredFact[]>;
  close(): Promise<void>;
}
