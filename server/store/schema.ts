import { type Kysely, sql, type Transaction } from 'kysely';
import { toVersion2 } from './version-2.ts';

/** The tables. Every row that matters carries the CRC-32 of what it holds (sums.ts). */
export interface Tables {
  room: {
    format: number;
    id: string;
    code: string;
    scenario: string;
    seed: string;
    rules_version: string;
    host_hash: string;
    created_at: number;
    sum: number;
    at: number;
    touched_at: number;
  };
  entry: {
    room: string;
    seq: number;
    day: number;
    at: number;
    kind: string;
    body: string;
    sum: number;
  };
  /** Facts `first` to `last` of a day of a room, one JSON a line. */
  chunk: { room: string; day: number; first: number; last: number; body: string; sum: number };
  /** What was worked out of a day of a room, once. */
  computed: {
    room: string;
    day: number;
    key: string;
    rules_version: string;
    body: string;
    sum: number;
  };
  /** What the server itself remembers. */
  note: { key: string; value: string };
  migration: { version: number };
}

type Step = readonly string[] | ((trx: Transaction<Tables>) => Promise<void>);

/**
 * Each step brings the tables from one version to the next: statements, or code where rows have to
 * be read (their sums cover what they hold). Steps are added, never changed.
 */
const STEPS: readonly Step[] = [
  [
    `create table room (
      id text primary key, code text not null unique, scenario text not null, seed text not null,
      rules_version text not null, host_hash text not null, created_at integer not null,
      sum integer not null, at integer not null, touched_at integer not null)`,
    `create table entry (
      room text not null references room(id) on delete cascade, seq integer not null,
      at integer not null, kind text not null, body text not null, sum integer not null,
      primary key (room, seq)) without rowid`,
    `create table chunk (
      room text not null references room(id) on delete cascade, first integer not null,
      last integer not null, body text not null, sum integer not null,
      primary key (room, first)) without rowid`,
  ],
  toVersion2,
  ['create table note (key text primary key, value text not null) without rowid'],
  [
    `create table computed (
      room text not null references room(id) on delete cascade, day integer not null,
      key text not null, rules_version text not null, body text not null, sum integer not null,
      primary key (room, day, key)) without rowid`,
  ],
];

/**
 * Brings the tables up to date, all or nothing. Returns the version found, which is above
 * `SCHEMA_VERSION` where the data come from a newer program: then nothing was touched.
 */
export async function migrate(db: Kysely<Tables>): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await sql`create table if not exists migration (version integer primary key)`.execute(trx);
    const last = await trx
      .selectFrom('migration')
      .select((e) => e.fn.max('version').as('version'))
      .executeTakeFirst();
    const found = Number(last?.version ?? 0);
    for (const [i, step] of STEPS.entries()) {
      if (i < found) continue;
      if (typeof step === 'function') await step(trx);
      else for (const statement of step) await sql.raw(statement).execute(trx);
      await trx
        .insertInto('migration')
        .values({ version: i + 1 })
        .execute();
    }
    return found;
  });
}

export const SCHEMA_VERSION = STEPS.length;
