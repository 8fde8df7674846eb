import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RULES_VERSION, resume, type TimedCommand } from '../../models/doors/live.ts';
import { isProblem, readScenario } from '../../models/doors/scenario.ts';
import { hashToken, newToken } from '../../server/rooms/codes.ts';
import type { Room } from '../../server/rooms/room.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { DamagedRecord, ROOM_FORMAT } from '../../server/store/store.ts';
import { FakeClock } from './fake-clock.ts';
import { SMALL, Stage } from './stage.ts';

/** The tables as version 1 made them, and its sums: nothing else knows them any more. */
const VERSION_1 = [
  'create table migration (version integer primary key)',
  'insert into migration (version) values (1)',
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
];
const sum = (...parts: readonly (string | number)[]): number => crc32(parts.join('\u001f'));

interface Old {
  exec(sql: string): void;
  prepare(sql: string): { run(...values: unknown[]): unknown };
  close(): void;
}
const require = createRequire(import.meta.url);
const { DatabaseSync } = require('@photostructure/sqlite') as {
  DatabaseSync: new (file: string) => Old;
};

const reading = readScenario(SMALL);
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const { scenario } = reading;
const SEED = 'old';
const TOKEN = newToken();
const HOST = newToken();
const AT = 70_000;
const COMMANDS: readonly TimedCommand[] = [
  { at: 0, command: { kind: 'takeDesk', agent: 3 } },
  { at: 40_000, command: { kind: 'notReady', agent: 3, reason: 'admin' } },
];
const played = resume(scenario, SEED, COMMANDS, AT);
if (isProblem(played)) throw new Error(played.says.en);
const FACTS = played.facts.filter(({ at }) => at <= 60_000);

/** What version 1 wrote of this room. */
const ENTRIES = [
  { at: 0, kind: 'clock', body: { pace: 20, paused: true, untilJoin: true } },
  { at: 0, kind: 'seat', body: { seat: 0, hash: hashToken(TOKEN) } },
  { at: 0, kind: 'clock', body: { pace: 20, paused: false } },
  { at: 0, kind: 'command', body: { seat: 0, id: 'take', command: COMMANDS[0]?.command } },
  { at: 30_000, kind: 'clock', body: { pace: 7.5, paused: false } },
  { at: 40_000, kind: 'command', body: { seat: 0, id: 'admin', command: COMMANDS[1]?.command } },
] as const;

function writeRoom(db: Old, id: string, code: string): void {
  const room = [id, code, JSON.stringify(scenario), SEED, RULES_VERSION, hashToken(HOST), 1];
  const date = Date.UTC(2026, 0, 1);
  db.prepare('insert into room values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    ...room,
    sum(...room),
    AT,
    date,
  );
  const entry = db.prepare('insert into entry values (?, ?, ?, ?, ?, ?)');
  for (const [seq, { at, kind, body }] of ENTRIES.entries()) {
    const text = JSON.stringify(body);
    entry.run(id, seq, at, kind, text, sum(id, seq, at, kind, text));
  }
  const chunk = db.prepare('insert into chunk values (?, ?, ?, ?, ?)');
  // Many small ones: they are read a few at a time.
  for (let first = 0; first < FACTS.length; first += 3) {
    const some = FACTS.slice(first, first + 3);
    const body = some.map((fact) => JSON.stringify(fact)).join('\n');
    const last = first + some.length - 1;
    chunk.run(id, first, last, body, sum(id, first, last, body));
  }
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'contretemps-version-1-'));
  const db = new DatabaseSync(join(folder, 'contretemps.sqlite'));
  for (const statement of VERSION_1) db.exec(statement);
  writeRoom(db, 'sound', 'ABCD-EFGH');
  for (const [i, id] of ['room', 'entry', 'chunk'].entries()) writeRoom(db, id, `ABCD-EFG${i + 2}`);
  db.exec("update room set seed = 'other' where id = 'room'");
  db.exec(`update entry set body = replace(body, '7.5', '8.5') where room = 'entry' and seq = 4`);
  db.exec(`update chunk set body = replace(body, '0', '1') where room = 'chunk' and first = 3`);
  db.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a database of version 1', () => {
  const files = (): string[] => readdirSync(folder).filter((name) => !/lock|-wal|-shm/.test(name));

  it('is kept as it was beside what becomes of it, and whoever opens it is told before', async () => {
    const told: [number, string][] = [];
    const older = (version: number, kept: string): unknown => told.push([version, kept]);
    for (let times = 0; times < 2; times += 1) {
      const { store } = await openSqlite(folder, undefined, { older });
      await store.close();
    }
    const kept = join(folder, 'contretemps.sqlite.version-1');
    expect(told).toEqual([[1, kept]]);
    const old = new DatabaseSync(kept);
    expect(() => old.exec('select day from entry')).toThrow(/no such column/);
    old.close();
    expect(files()).toEqual(['contretemps.sqlite', 'contretemps.sqlite.version-1']);
  });

  it('stays as it is where it is only read', async () => {
    const { store } = await openSqlite(folder, undefined, { onlyReads: true });
    expect(await store.room('sound')).toMatchObject({ format: ROOM_FORMAT });
    await store.close();
    const db = new DatabaseSync(join(folder, 'contretemps.sqlite'));
    expect(() => db.exec('select day from entry')).toThrow(/no such column/);
    db.close();
    expect(files()).toEqual(['contretemps.sqlite']);
  });

  it('is brought along: its rows say their day, the clock its speed, and their sums hold', async () => {
    for (let times = 0; times < 2; times += 1) {
      const { store, lost } = await openSqlite(folder);
      expect(lost).toBeNull();
      expect(await store.room('sound')).toMatchObject({ format: ROOM_FORMAT, seed: SEED });
      expect(await store.mark('sound')).toMatchObject({ at: AT });
      const log = await store.log('sound');
      expect(log.map(({ day, at, kind }) => [day, at, kind])).toEqual(
        ENTRIES.map(({ at, kind }) => [0, at, kind]),
      );
      expect(JSON.parse(log[0]?.body ?? '')).toEqual({ speed: 20, paused: true, untilJoin: true });
      expect(JSON.parse(log[4]?.body ?? '')).toEqual({ speed: 7.5, paused: false });
      expect(JSON.parse(log[5]?.body ?? '')).toEqual(ENTRIES[5].body);
      const facts = await store.facts('sound', 0, 0);
      expect(facts.map(({ body }) => JSON.parse(body))).toEqual(FACTS);
      expect(await store.facts('sound', 1, 0)).toEqual([]);
      await store.close();
    }
  });

  it('loses nothing of what was damaged, and believes none of it', async () => {
    const { store } = await openSqlite(folder);
    expect((await store.list()).map(({ id }) => id).sort()).toEqual([
      'chunk',
      'entry',
      'room',
      'sound',
    ]);
    await expect(store.room('room')).rejects.toThrow(DamagedRecord);
    await expect(store.log('entry')).rejects.toThrow(DamagedRecord);
    await expect(store.facts('chunk', 0, 0)).rejects.toThrow(DamagedRecord);
    expect(await store.log('room')).toHaveLength(ENTRIES.length);
    expect(await store.room('entry')).toMatchObject({ id: 'entry' });
    await store.close();
  });

  it('has its room back with clock, seats, commands and facts, and goes on', async () => {
    const { store } = await openSqlite(folder);
    const clock = new FakeClock();
    const stage = await Stage.open({ store, clock });
    const room = (await stage.app.rooms.find('ABCD-EFGH')) as Room;
    expect(room.clock).toEqual({ at: AT, speed: 7.5, paused: false, over: false });
    expect(room.day(0).facts).toEqual(played.facts);
    const player = await stage.player();
    expect(await player.join('ABCD-EFGH', 'seat', TOKEN)).toMatchObject({ agent: 3, day: 0 });
    const again = { kind: 'notReady', agent: 3, reason: 'admin' };
    expect(await player.command(again, 'admin')).toMatchObject({ ok: true, at: 40_000 });
    await player.does({ kind: 'ready', agent: 3 });
    await clock.pass(2_000);
    expect(room.clock.at).toBeGreaterThan(AT);
    const host = await stage.player();
    await host.join('ABCD-EFGH', 'host', HOST);
    for (const code of ['ABCD-EFG2', 'ABCD-EFG3', 'ABCD-EFG4'])
      expect(await stage.app.rooms.find(code)).toMatchObject({ code: 'E_DESYNC' });
    await stage.close();
    await store.close();
  });
});
