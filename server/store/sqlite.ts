import { type Kysely, sql } from 'kysely';
import { machineClock, type RealClock } from '../clock.ts';
import { LIMITS } from '../limits.ts';
import { GroupCommit } from './commit.ts';
import { type Lost, type Opened, type Opening, openDatabase } from './driver.ts';
import { failureOf } from './failure.ts';
import { allLines, copyAside, salvagedLines } from './salvage.ts';
import type { Tables } from './schema.ts';
import {
  type Computed,
  DamagedRecord,
  type LogEntry,
  type Mark,
  type RoomLine,
  type Store,
  type StoredFact,
  type StoredRoom,
} from './store.ts';
import { sumChunk, sumComputed, sumEntry, sumRoom } from './sums.ts';

/** Rows in one insert: SQLite allows 32,766 values a statement. */
const ROWS = 500;
/** Chunks of facts read at once. */
const CHUNKS = 256;

export interface OpenedStore {
  readonly store: Store;
  /** What the folder held less than what was written in it, and where that is kept; or null. */
  readonly lost: Lost | null;
}

/**
 * The store in a folder of this machine (':memory:' for none), for this process alone.
 * @throws CannotOpen with a sentence where the folder cannot be used.
 */
export async function openSqlite(
  folder: string,
  clock: RealClock = machineClock,
  opening: Opening = {},
): Promise<OpenedStore> {
  const opened = await openDatabase(folder, opening);
  return { store: new SqliteStore(opened, clock), lost: opened.lost };
}

class SqliteStore implements Store {
  readonly #db: Kysely<Tables>;
  readonly #commits: GroupCommit;
  readonly #release: () => void;
  readonly #file: string | null;

  constructor({ db, file, release }: Opened, clock: RealClock) {
    this.#db = db;
    this.#file = file;
    this.#commits = new GroupCommit(db, clock, LIMITS);
    this.#release = release;
  }

  addRoom(room: StoredRoom): Promise<void> {
    const row = {
      format: room.format,
      id: room.id,
      code: room.code,
      scenario: room.scenario,
      seed: room.seed,
      rules_version: room.rulesVersion,
      host_hash: room.hostHash,
      created_at: room.createdAt,
      sum: sumRoom(room),
      at: 0,
      touched_at: room.createdAt,
    };
    return this.#commits.write(1, async (trx) => {
      await trx.insertInto('room').values(row).execute();
    });
  }

  async list(): Promise<RoomLine[]> {
    try {
      return await allLines(this.#db);
    } catch (error) {
      if (failureOf(error) !== 'damaged') throw error;
      return salvagedLines(this.#db);
    }
  }

  async room(idOrCode: string): Promise<StoredRoom | null> {
    const row = await this.#db
      .selectFrom('room')
      .selectAll()
      .where((e) => e.or([e('id', '=', idOrCode), e('code', '=', idOrCode)]))
      .executeTakeFirst();
    if (row === undefined) return null;
    const room: StoredRoom = {
      format: row.format,
      id: row.id,
      code: row.code,
      scenario: row.scenario,
      seed: row.seed,
      rulesVersion: row.rules_version,
      hostHash: row.host_hash,
      createdAt: row.created_at,
    };
    if (sumRoom(room) !== row.sum) throw new DamagedRecord(`room ${row.id} was altered`);
    return room;
  }

  removeRoom(id: string): Promise<void> {
    return this.#commits.write(1, async (trx) => {
      await trx.deleteFrom('room').where('id', '=', id).execute();
    });
  }

  append(roomId: string, entries: readonly LogEntry[]): Promise<void> {
    if (entries.length === 0) return Promise.resolve();
    const rows = entries.map((entry) => ({
      room: roomId,
      seq: entry.seq,
      day: entry.day,
      at: entry.at,
      kind: entry.kind,
      body: entry.body,
      sum: sumEntry(roomId, entry),
    }));
    return this.#commits.write(entries.length, async (trx) => {
      let next = 1 + (await lastEntry(trx, roomId));
      for (const row of rows) {
        if (row.seq !== next) throw new Error(`entry ${row.seq} does not follow ${next - 1}`);
        next += 1;
      }
      for (let i = 0; i < rows.length; i += ROWS)
        await trx
          .insertInto('entry')
          .values(rows.slice(i, i + ROWS))
          .execute();
    });
  }

  async log(roomId: string): Promise<LogEntry[]> {
    const rows = await this.#db
      .selectFrom('entry')
      .selectAll()
      .where('room', '=', roomId)
      .orderBy('seq')
      .execute();
    return rows.map((row, i) => {
      const entry: LogEntry = {
        seq: row.seq,
        day: row.day,
        at: row.at,
        kind: row.kind as LogEntry['kind'],
        body: row.body,
      };
      if (row.seq !== i || sumEntry(roomId, entry) !== row.sum)
        throw new DamagedRecord(`entry ${i} of room ${roomId} is missing or altered`);
      return entry;
    });
  }

  addFacts(roomId: string, day: number, facts: readonly StoredFact[], mark: Mark): Promise<void> {
    const first = facts[0]?.n ?? 0;
    const last = first + facts.length - 1;
    const body = facts.map((fact) => fact.body).join('\n');
    const sum = sumChunk(roomId, day, first, last, body);
    return this.#commits.write(1, async (trx) => {
      if (facts.length > 0) {
        const before = await lastFact(trx, roomId, day);
        if (first !== before + 1) throw new Error(`fact ${first} does not follow ${before}`);
        const row = { room: roomId, day, first, last, body, sum };
        await trx.insertInto('chunk').values(row).execute();
      }
      const moved = await trx
        .updateTable('room')
        .set({ at: mark.at, touched_at: mark.touchedAt })
        .where('id', '=', roomId)
        .executeTakeFirst();
      if (Number(moved.numUpdatedRows) !== 1) throw new Error(`no room ${roomId}`);
    });
  }

  async facts(roomId: string, day: number, from: number): Promise<StoredFact[]> {
    const rows = await this.#db
      .selectFrom('chunk')
      .selectAll()
      .where('room', '=', roomId)
      .where('day', '=', day)
      .where('last', '>=', from)
      .orderBy('first')
      .limit(CHUNKS)
      .execute();
    const facts: StoredFact[] = [];
    let next = rows[0]?.first ?? 0;
    for (const row of rows) {
      const whole = sumChunk(roomId, day, row.first, row.last, row.body) === row.sum;
      if (!whole || row.first !== next || row.first > from + facts.length)
        throw new DamagedRecord(
          `facts ${from} of day ${day} of room ${roomId}: missing or altered`,
        );
      for (const body of row.body.split('\n')) {
        if (next >= from) facts.push({ n: next, body });
        next += 1;
      }
    }
    return facts;
  }

  async mark(roomId: string): Promise<Mark | null> {
    const row = await this.#db
      .selectFrom('room')
      .select(['at', 'touched_at'])
      .where('id', '=', roomId)
      .executeTakeFirst();
    return row === undefined ? null : { at: row.at, touchedAt: row.touched_at };
  }

  async computed(roomId: string, day: number, key: string): Promise<Computed | null> {
    const row = await this.#db
      .selectFrom('computed')
      .selectAll()
      .where('room', '=', roomId)
      .where('day', '=', day)
      .where('key', '=', key)
      .executeTakeFirst();
    if (row === undefined) return null;
    const computed = { rulesVersion: row.rules_version, body: row.body };
    if (sumComputed(roomId, day, key, computed) !== row.sum)
      throw new DamagedRecord(`what was worked out of room ${roomId} was altered: ${key}`);
    return computed;
  }

  keepComputed(
    roomId: string,
    day: number,
    key: string,
    computed: Computed,
    most: number,
  ): Promise<void> {
    const { body, rulesVersion } = computed;
    const sum = sumComputed(roomId, day, key, computed);
    const row = { room: roomId, day, key, rules_version: rulesVersion, body, sum };
    return this.#commits.write(1, async (trx) => {
      const kept = await trx
        .selectFrom('computed')
        .select((e) => e.fn.countAll().as('many'))
        .where('room', '=', roomId)
        .executeTakeFirst();
      if (Number(kept?.many ?? 0) >= most) return;
      const insert = trx.insertInto('computed').values(row);
      await insert.onConflict((one) => one.columns(['room', 'day', 'key']).doNothing()).execute();
    });
  }

  async note(key: string): Promise<string | null> {
    const query = this.#db.selectFrom('note').select('value').where('key', '=', key);
    return (await query.executeTakeFirst())?.value ?? null;
  }

  setNote(key: string, value: string): Promise<void> {
    return this.#commits.write(1, async (trx) => {
      const row = trx.insertInto('note').values({ key, value });
      await row.onConflict((one) => one.column('key').doUpdateSet({ value })).execute();
    });
  }

  keepAside(): Promise<string | null> {
    return Promise.resolve(this.#file === null ? null : copyAside(this.#file));
  }

  /**
   * The look-alike of node:sqlite closes a file only once its statements were collected, and
   * whoever closes a log last deletes it: by then it may be that of the next server, just killed.
   */
  async #withoutLog(): Promise<void> {
    try {
      await sql`pragma journal_mode = delete`.execute(this.#db);
    } catch {
      // Somebody else has the database open, and its log with it.
    }
  }

  async close(): Promise<void> {
    await this.#commits.idle();
    try {
      await sql`pragma wal_checkpoint(truncate)`.execute(this.#db);
      await this.#withoutLog();
    } finally {
      await this.#db.destroy();
      this.#release();
    }
  }
}

async function lastEntry(db: Kysely<Tables>, roomId: string): Promise<number> {
  const row = await db
    .selectFrom('entry')
    .select((e) => e.fn.max('seq').as('last'))
    .where('room', '=', roomId)
    .executeTakeFirst();
  return Number(row?.last ?? -1);
}

async function lastFact(db: Kysely<Tables>, roomId: string, day: number): Promise<number> {
  const row = await db
    .selectFrom('chunk')
    .select((e) => e.fn.max('last').as('last'))
    .where('room', '=', roomId)
    .where('day', '=', day)
    .executeTakeFirst();
  return Number(row?.last ?? -1);
}
