import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../server/store/sqlite.ts';
import { entry, room } from './store.suite.ts';

const FRAME = 24 + 4_096;

let folder: string;
let killed: string;
let file: string;
let log: string;
let index: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'contretemps-lost-'));
  killed = join(folder, 'killed');
  file = join(killed, 'contretemps.sqlite');
  [log, index] = [`${file}-wal`, `${file}-shm`];
  await leaveKilled();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The folder as a kill leaves it: two rooms, of which the log has all or the later part. */
async function leaveKilled(): Promise<void> {
  const whole = join(folder, 'whole');
  const first = (await openSqlite(whole)).store;
  await first.addRoom(room('kept'));
  await first.close();
  const { store } = await openSqlite(whole);
  for (const id of ['late', 'later']) {
    await store.addRoom(room(id));
    for (let i = 0; i < 8; i += 1) await store.append(id, [entry(i)]);
  }
  cpSync(whole, killed, { recursive: true });
  await store.close();
}

const flip = (name: string, at: number): void => {
  const bytes = readFileSync(name);
  bytes[at] = (bytes[at] as number) ^ 0x40;
  writeFileSync(name, bytes);
};
const cut = (name: string, to: number): void =>
  writeFileSync(name, readFileSync(name).subarray(0, to));
const frames = (): number => Math.floor((statSync(log).size - 32) / FRAME);
const endOf = (frame: number): number => 32 + frame * FRAME;
const drop = (name: string): void => rmSync(name);

describe('what is lost between a kill and the next start is told, and what is left is kept', () => {
  it.each<[string, RegExp, () => void]>([
    ['a byte of the log', /ends after \d+ of \d+ pages/, () => flip(log, endOf(5) + 900)],
    ['a byte of its last page', /ends after/, () => flip(log, endOf(frames()) - 900)],
    ['a byte of a sum', /ends after/, () => flip(log, endOf(frames() - 2) + 17)],
    ['a byte of its header', /from its first bytes/, () => flip(log, 17)],
    ['the end of the log', /ends after/, () => cut(log, endOf(Math.floor(frames() / 2)))],
    ['half a page of the log', /ends after/, () => cut(log, endOf(frames()) - 2_000)],
    ['all of the log', /log is empty/, () => cut(log, 0)],
    ['the log', /log is missing/, () => drop(log)],
    ['the database', /missing or too short/, () => drop(file)],
    ['all of the database', /missing or too short/, () => cut(file, 0)],
    ['the end of the database', /missing or too short/, () => cut(file, 2 * 4_096)],
    [
      'a byte of the log, and its index',
      /broken after \d+ pages/,
      () => {
        flip(log, endOf(5) + 900);
        drop(index);
      },
    ],
    [
      'a salt in the log, and its index',
      /broken after \d+ pages/,
      () => {
        flip(log, endOf(5) + 9);
        drop(index);
      },
    ],
    [
      'all of the log, and its index',
      /log is empty/,
      () => {
        cut(log, 0);
        drop(index);
      },
    ],
  ])('%s', async (_what, says, harm) => {
    harm();
    const left = ['', '-wal'].map((end) => [end, existsSync(file + end)] as const);
    const found = left.map(([end, is]) => (is ? readFileSync(file + end) : null));
    const { store, lost } = await openSqlite(killed);
    expect(lost?.what).toMatch(says);
    for (const [i, [end, is]] of left.entries()) {
      expect(existsSync(`${lost?.aside}${end}`)).toBe(is);
      if (is) expect(readFileSync(`${lost?.aside}${end}`).equals(found[i] as Buffer)).toBe(true);
    }
    // Others play on, and it is told once.
    await store.addRoom(room('next'));
    await store.close();
    const again = await openSqlite(killed);
    expect(again.lost).toBeNull();
    expect(await again.store.room('next')).toEqual(room('next'));
    await again.store.close();
  });

  it('a database and a log that are both gone', async () => {
    for (const name of [file, log]) drop(name);
    const { store, lost } = await openSqlite(killed);
    expect(lost).toEqual({ what: 'the database file is missing', aside: null });
    await store.close();
  });
});

describe('nothing is said', () => {
  const seen = async (): Promise<void> => {
    const { store, lost } = await openSqlite(killed);
    expect(lost).toBeNull();
    expect(await store.log('later')).toHaveLength(8);
    await store.close();
  };

  it('where all is there, with or without the index of the log', async () => {
    drop(index);
    await seen();
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut short', (frame) => frame.subarray(0, 700)],
    ['whole but for a byte', (frame) => frame.fill(1, 500, 501)],
    ['nothing but zeros', (frame) => frame.fill(0)],
  ])('of a last transaction that was being written: %s', async (_what, torn) => {
    const bytes = readFileSync(log);
    const last = Buffer.from(bytes.subarray(endOf(frames() - 1)));
    writeFileSync(log, Buffer.concat([bytes, torn(last)]));
    await seen();
  });

  it('of what an older log left behind a new one', async () => {
    const older = readFileSync(log).subarray(32);
    older[8] = (older[8] as number) ^ 1;
    for (let i = 0; i < frames(); i += 1) older[i * FRAME + 8] = 0;
    writeFileSync(log, Buffer.concat([readFileSync(log), older]));
    await seen();
  });

  it('of a server killed before it wrote anything', async () => {
    const folderOf = join(folder, 'fresh');
    await (await openSqlite(folderOf)).store.close();
    const { store } = await openSqlite(folderOf);
    const copy = join(folder, 'fresh-killed');
    cpSync(folderOf, copy, { recursive: true });
    await store.close();
    const again = await openSqlite(copy);
    expect(again.lost).toBeNull();
    await again.store.close();
  });
});
