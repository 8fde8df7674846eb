import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../server/store/sqlite.ts';
import { entry, room } from './store.suite.ts';

let folder: string;
let killed: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'contretemps-log-'));
  killed = mkdtempSync(join(tmpdir(), 'contretemps-killed-'));
});
afterEach(() => {
  for (const one of [folder, killed]) rmSync(one, { recursive: true, force: true });
});

/** The folder as a server that was killed left it, one file of it gone. */
async function killedWithout(lost: string): Promise<void> {
  const kept = (await openSqlite(folder)).store;
  await kept.addRoom(room('kept'));
  await kept.close();
  const { store } = await openSqlite(folder);
  await store.addRoom(room('late'));
  await store.append('late', [entry(0)]);
  cpSync(folder, killed, { recursive: true });
  await store.close();
  rmSync(join(killed, lost), { force: true });
}

describe('after a kill', () => {
  it('a log file that is missing is told, and what there is without it is kept aside', async () => {
    await killedWithout('contretemps.sqlite-wal');
    const { store, lost } = await openSqlite(killed);
    expect(lost).not.toBeNull();
    expect(readdirSync(killed).some((name) => name.includes('.damaged'))).toBe(true);
    // The rest goes on.
    expect(await store.room('kept')).toEqual(room('kept'));
    await store.addRoom(room('next'));
    await store.close();
    const again = await openSqlite(killed);
    expect(again.lost).toBeNull();
    expect(await again.store.room('next')).toEqual(room('next'));
    await again.store.close();
  });

  it('no log of a store that was closed is left, which its last statement would delete later', async () => {
    const { store } = await openSqlite(folder);
    await store.addRoom(room('kept'));
    expect(await store.room('kept')).not.toBeNull();
    await store.close();
    expect(readdirSync(folder).sort()).toEqual(['contretemps.lock', 'contretemps.sqlite']);
  });

  it('nothing is said where all is there', async () => {
    await killedWithout('no such file');
    const { store, lost } = await openSqlite(killed);
    expect(lost).toBeNull();
    expect(await store.log('late')).toEqual([entry(0)]);
    await store.close();
  });
});
