import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { Stage } from './stage.ts';

const PAGE = 4_096;

let folder: string;
let store: Store;
let stage: Stage;
const open = async (): Promise<void> => {
  store = (await openSqlite(folder)).store;
  stage = await Stage.open({ store });
};
const close = async (): Promise<void> => {
  await stage.close();
  await store.close();
};
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'contretemps-damage-'));
  await open();
});
afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

const file = (): string => join(folder, 'contretemps.sqlite');

/** Overwrites the page of the file in which the row of this room begins. */
function spoilPageOf(id: string): void {
  const bytes = readFileSync(file());
  // Its id stands in the table beside its code; in an index it stands alone.
  for (let at = bytes.indexOf(id); at >= 0; at = bytes.indexOf(id, at + 1)) {
    const code = /^[2-9A-Z]{4}-[2-9A-Z]{4}\{/.test(bytes.toString('latin1', at + 26, at + 36));
    if (!code) continue;
    const page = Math.floor(at / PAGE) * PAGE;
    bytes.fill(0xa5, page, page + PAGE);
    writeFileSync(file(), bytes);
    return;
  }
  throw new Error('no such row');
}

describe('a bad page in the table of rooms', () => {
  it('takes its own rooms away and no other: the server starts, says which, keeps a copy', async () => {
    const codes: string[] = [];
    // Several pages of rooms.
    for (let i = 0; i < 12; i += 1) codes.push((await stage.openRoom()).code);
    const ids = await Promise.all(codes.map(async (code) => (await store.room(code))?.id ?? ''));
    await close();
    spoilPageOf(ids[6] ?? '');
    await open();
    const found = await Promise.all(codes.map((code) => stage.app.rooms.find(code)));
    const lost = codes.filter((_, i) => 'says' in (found[i] ?? {}));
    expect(lost).toContain(codes[6]);
    expect(lost.length).toBeLessThan(8);
    for (const code of lost)
      expect(await stage.app.rooms.find(code)).toMatchObject({ code: 'E_DESYNC' });
    const copies = (): string[] => readdirSync(folder).filter((name) => name.includes('.damaged'));
    expect(copies().length).toBeGreaterThan(0);
    const before = copies();
    // Others play, and another start makes no other copy.
    const sound = codes.find((code) => !lost.includes(code)) ?? '';
    const player = await stage.seated(sound);
    await player.does({ kind: 'takeDesk', agent: 0 });
    await close();
    await open();
    expect(copies()).toEqual(before);
  });
});

describe('a damaged room', () => {
  it('is read once, however often it is asked for', async () => {
    const { code } = await stage.openRoom();
    const { id } = (await store.room(code)) ?? { id: '' };
    const seq = (await store.log(id)).length;
    await close();
    store = (await openSqlite(folder)).store;
    const command = { seat: 0, id: 'x', command: { kind: 'hold', agent: 0, call: 0 } };
    await store.append(id, [
      { seq, day: 0, at: 0, kind: 'command', body: JSON.stringify(command) },
    ]);
    const log = store.log.bind(store);
    let read = 0;
    store.log = (roomId) => {
      read += 1;
      return log(roomId);
    };
    stage = await Stage.open({ store });
    for (let i = 0; i < 20; i += 1)
      expect(await stage.app.rooms.find(code)).toMatchObject({ code: 'E_DESYNC' });
    expect(read).toBe(1);
  });
});

describe('a disk that is full', () => {
  it.each([
    ['ENOSPC: no space left on device', true],
    ['database or disk is full', true],
    ['EIO: i/o error, read', false],
    ['attempt to write a readonly database', false],
    ['EMFILE: too many open files', false],
  ])('is spoken of where the store says so only: %s', async (message, full) => {
    const said = async (): Promise<string> => {
      const response = await stage.post({ scenario: 'petit-standard' });
      const { problem } = (await response.json()) as { problem: { says: { en: string } } };
      return problem.says.en;
    };
    const add = store.addRoom.bind(store);
    store.addRoom = () => Promise.reject(new Error(message));
    expect(/space|full/.test(await said())).toBe(full);
    store.addRoom = add;
    const { code } = await stage.openRoom();
    await stage.close();
    const room = store.room.bind(store);
    stage = await Stage.open({ store });
    store.room = () => Promise.reject(new Error(message));
    const found = await stage.app.rooms.find(code.replace(/.$/, code.endsWith('2') ? '3' : '2'));
    expect(/space|full/.test(JSON.stringify(found))).toBe(full);
    store.room = room;
  });
});

describe('rooms opened at the same moment', () => {
  it('are no more than there are places, and those refused leave nothing behind', async () => {
    await stage.close();
    stage = await Stage.open({ store, limits: { rooms: 2 } });
    const before = (await store.list()).length;
    const responses = await Promise.all(
      Array.from({ length: 6 }, () => stage.post({ scenario: 'petit-standard' })),
    );
    expect(responses.filter(({ status }) => status === 201)).toHaveLength(2);
    expect((await store.list()).length - before).toBe(2);
  });
});
