import { sql, type Transaction } from 'kysely';
import type { Tables } from './schema.ts';
import { sum } from './sums.ts';

/** Rows read at once. */
const ROWS = 500;
const CHUNKS = 32;

/** The tables as version 1 had them, of which nothing else knows any more. */
interface OldRoom {
  readonly id: string;
  readonly code: string;
  readonly scenario: string;
  readonly seed: string;
  readonly rules_version: string;
  readonly host_hash: string;
  readonly created_at: number;
  readonly sum: number;
}
interface OldEntry {
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly body: string;
  readonly sum: number;
}
interface OldChunk {
  readonly first: number;
  readonly last: number;
  readonly body: string;
  readonly sum: number;
}

/**
 * A row that was altered before stays a row that was altered: its new sum is wrong for certain. To
 * give it a right one would make a damaged record a sound one.
 */
const sumOf = (sound: boolean, right: number): number => (sound ? right : (right ^ 1) >>> 0);

/**
 * A room holds days: entries and facts say of which day they are (0, the only one there was), rooms
 * of which format, and the clock's pace is its speed. What the sums cover is written here as it was
 * and as it became: later versions change neither.
 */
export async function toVersion2(trx: Transaction<Tables>): Promise<void> {
  for (const statement of [
    'alter table room add column format integer not null default 2',
    'alter table entry add column day integer not null default 0',
    `create table chunk_of_day (
      room text not null references room(id) on delete cascade, day integer not null,
      first integer not null, last integer not null, body text not null, sum integer not null,
      primary key (room, day, first)) without rowid`,
  ])
    await sql.raw(statement).execute(trx);
  const rooms = (await sql<{ id: string }>`select id from room`.execute(trx)).rows;
  for (const { id } of rooms) {
    await bringRoom(trx, id);
    await bringEntries(trx, id);
    await bringChunks(trx, id);
  }
  await sql`drop table chunk`.execute(trx);
  await sql`alter table chunk_of_day rename to chunk`.execute(trx);
}

async function bringRoom(trx: Transaction<Tables>, id: string): Promise<void> {
  const found = await sql<OldRoom>`select * from room where id = ${id}`.execute(trx);
  for (const room of found.rows) {
    const { code, scenario, seed, rules_version, host_hash, created_at } = room;
    const held = [id, code, scenario, seed, rules_version, host_hash, created_at];
    const made = sumOf(sum(...held) === room.sum, sum(2, ...held));
    await sql`update room set sum = ${made} where id = ${id}`.execute(trx);
  }
}

async function bringEntries(trx: Transaction<Tables>, id: string): Promise<void> {
  for (let last = -1; ; ) {
    const found = await sql<OldEntry>`select seq, at, kind, body, sum from entry
      where room = ${id} and seq > ${last} order by seq limit ${ROWS}`.execute(trx);
    for (const { seq, at, kind, body, sum: old } of found.rows) {
      const sound = sum(id, seq, at, kind, body) === old;
      const now = sound && kind === 'clock' ? withSpeed(body) : body;
      const made = sumOf(sound, sum(id, seq, 0, at, kind, now));
      await sql`update entry set body = ${now}, sum = ${made}
        where room = ${id} and seq = ${seq}`.execute(trx);
      last = seq;
    }
    if (found.rows.length < ROWS) return;
  }
}

function withSpeed(body: string): string {
  const { pace, ...rest } = JSON.parse(body) as { pace: number };
  return JSON.stringify({ speed: pace, ...rest });
}

async function bringChunks(trx: Transaction<Tables>, id: string): Promise<void> {
  for (let before = -1; ; ) {
    const found = await sql<OldChunk>`select first, last, body, sum from chunk
      where room = ${id} and first > ${before} order by first limit ${CHUNKS}`.execute(trx);
    for (const { first, last, body, sum: old } of found.rows) {
      const sound = sum(id, first, last, body) === old;
      const made = sumOf(sound, sum(id, 0, first, last, body));
      await sql`insert into chunk_of_day (room, day, first, last, body, sum)
        values (${id}, 0, ${first}, ${last}, ${body}, ${made})`.execute(trx);
      before = first;
    }
    if (found.rows.length < CHUNKS) return;
  }
}
