import { copyFileSync, existsSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import type { Tables } from './schema.ts';
import type { RoomLine } from './store.ts';

const lineOf = (row: { id: string; code: string; at: number; touched_at: number }): RoomLine => ({
  id: row.id,
  code: row.code,
  at: row.at,
  touchedAt: row.touched_at,
});

/** Every room, oldest first; throws where a page of the table cannot be read. */
export async function allLines(db: Kysely<Tables>): Promise<RoomLine[]> {
  const rows = await db
    .selectFrom('room')
    .select(['id', 'code', 'at', 'touched_at'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(lineOf);
}

/**
 * Every room where some pages of the table cannot be read: which rooms there are is known from the
 * indices, then each is read by itself. Those that cannot be are marked.
 */
export async function salvagedLines(db: Kysely<Tables>): Promise<RoomLine[]> {
  const ids = await sql<{ row: number; id: string }>`
    select rowid as row, id from room indexed by sqlite_autoindex_room_1 order by id`.execute(db);
  const codes = await sql<{ row: number; code: string }>`
    select rowid as row, code from room indexed by sqlite_autoindex_room_2 order by code`.execute(
    db,
  );
  const codeOf = new Map(codes.rows.map(({ row, code }) => [row, code]));
  const lines: RoomLine[] = [];
  for (const { row, id } of ids.rows) {
    const lost = { id, code: codeOf.get(row) ?? '', at: 0, touchedAt: 0, damaged: true } as const;
    lines.push((await oneLine(db, id)) ?? lost);
  }
  return lines;
}

async function oneLine(db: Kysely<Tables>, id: string): Promise<RoomLine | null> {
  try {
    const query = db.selectFrom('room').select(['id', 'code', 'at', 'touched_at']);
    return lineOf(await query.where('id', '=', id).executeTakeFirstOrThrow());
  } catch {
    return null;
  }
}

/** A name beside a database that neither another copy nor the log of one has. */
export function nameAside(file: string): string {
  const isTaken = (name: string): boolean => existsSync(name) || existsSync(`${name}-wal`);
  let aside = `${file}.damaged`;
  for (let i = 2; isTaken(aside); i += 1) aside = `${file}.damaged-${i}`;
  return aside;
}

/** Copies the files of a database beside them, as damaged as they are. Returns where, if any. */
export function copyAside(file: string): string | null {
  const aside = nameAside(file);
  const there = ['', '-wal'].filter((end) => existsSync(file + end));
  for (const end of there) copyFileSync(file + end, aside + end);
  return there.length === 0 ? null : aside;
}
