import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/store/driver.ts';
import { failureOf } from '../../server/store/failure.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { DamagedRecord } from '../../server/store/store.ts';
import { entry, facts, room, storeSuite } from './store.suite.ts';

storeSuite('SQLite in memory', async () => (await openSqlite(':memory:')).store);

describe('SQLite in a folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'contretemps-store-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  storeSuite('SQLite on disk', async () => {
    const own = mkdtempSync(join(folder, 'one-'));
    return (await openSqlite(own)).store;
  });

  it('has everything back after it was closed', async () => {
    const before = (await openSqlite(folder)).store;
    await before.addRoom(room('a'));
    await before.append('a', [entry(0)]);
    await before.addFacts('a', 0, facts(0, 2), { at: 5, touchedAt: 6 });
    await before.close();
    const after = (await openSqlite(folder)).store;
    expect(await after.room('a')).toEqual(room('a'));
    expect(await after.log('a')).toEqual([entry(0)]);
    expect(await after.facts('a', 0, 0)).toEqual(facts(0, 2));
    await after.close();
  });

  it('is readable by its owner only', async () => {
    const data = join(folder, 'data');
    const { store } = await openSqlite(data);
    await store.addRoom(room('a'));
    expect(statSync(data).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(data))
      expect([name, statSync(join(data, name)).mode & 0o077]).toEqual([name, 0]);
    await store.close();
  });

  it('belongs to one server at a time', async () => {
    const { store } = await openSqlite(folder);
    await expect(openSqlite(folder)).rejects.toMatchObject({
      name: 'CannotOpen',
      says: { en: expect.stringContaining('already uses') },
    });
    await store.close();
    await (await openSqlite(folder)).store.close();
  });

  it('says in a sentence that a folder is no folder', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(openSqlite(join(file, 'data'))).rejects.toMatchObject({
      says: {
        fr: expect.stringContaining('inutilisable'),
        en: expect.stringContaining('DATA_DIR'),
      },
    });
  });

  it('says in a sentence that its lock cannot be opened', async () => {
    mkdirSync(join(folder, 'contretemps.lock'));
    await expect(openSqlite(folder)).rejects.toMatchObject({
      name: 'CannotOpen',
      says: { en: expect.stringContaining('DATA_DIR') },
    });
  });

  it('says that a disk is full where SQLite has undone the transaction by itself', async () => {
    const { db, release } = await openDatabase(folder);
    await sql`pragma max_page_count = 30`.execute(db);
    const note = (): Promise<unknown> =>
      db.transaction().execute(async (trx) => {
        const value = 'x'.repeat(200_000);
        await trx.insertInto('note').values({ key: 'large', value }).execute();
      });
    expect(failureOf(await note().catch((error: unknown) => error))).toBe('full');
    // And the next one is a transaction again.
    await db.transaction().execute(async (trx) => {
      await trx.insertInto('note').values({ key: 'small', value: 'x' }).execute();
    });
    await db.destroy();
    release();
  });

  it('puts a ruined file aside, whole, and starts anew', async () => {
    const ruin = 'no database, '.repeat(500);
    writeFileSync(join(folder, 'contretemps.sqlite'), ruin);
    const { store, lost } = await openSqlite(folder);
    expect(lost).not.toBeNull();
    expect(readFileSync(lost?.aside as string, 'utf8')).toBe(ruin);
    expect(await store.list()).toEqual([]);
    await store.close();
  });

  it('refuses data of a newer program and leaves them untouched', async () => {
    const newer = await openDatabase(folder);
    await sql`insert into migration (version) values (999)`.execute(newer.db);
    await newer.db.destroy();
    newer.release();
    await expect(openSqlite(folder)).rejects.toMatchObject({
      says: { en: expect.stringContaining('newer version') },
    });
  });

  it('never uses a row that was altered', async () => {
    const { store } = await openSqlite(folder);
    for (const id of ['a', 'b']) {
      await store.addRoom(room(id));
      await store.append(id, [entry(0), entry(1)]);
      await store.addFacts(id, 0, facts(0, 3), { at: 5, touchedAt: 6 });
    }
    await store.close();
    const raw = await openDatabase(folder);
    await sql`update entry set at = at + 1 where room = 'a' and seq = 1`.execute(raw.db);
    await sql`update chunk set body = replace(body, '2', '3') where room = 'a'`.execute(raw.db);
    await sql`update room set seed = 'other' where id = 'a'`.execute(raw.db);
    await raw.db.destroy();
    raw.release();
    const after = (await openSqlite(folder)).store;
    await expect(after.log('a')).rejects.toThrow(DamagedRecord);
    await expect(after.facts('a', 0, 0)).rejects.toThrow(DamagedRecord);
    await expect(after.room('a')).rejects.toThrow(DamagedRecord);
    expect(await after.log('b')).toHaveLength(2);
    expect(await after.facts('b', 0, 0)).toEqual(facts(0, 3));
    await after.close();
  });

  it('notices an entry missing from the middle of a log', async () => {
    const { store } = await openSqlite(folder);
    await store.addRoom(room('a'));
    await store.append('a', [entry(0), entry(1), entry(2)]);
    await store.close();
    const raw = await openDatabase(folder);
    await sql`delete from entry where seq = 1`.execute(raw.db);
    await raw.db.destroy();
    raw.release();
    const after = (await openSqlite(folder)).store;
    await expect(after.log('a')).rejects.toThrow(DamagedRecord);
    await after.close();
  });
});
