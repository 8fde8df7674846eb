import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashFacts } from '../../models/doors/live.ts';
import type { Room } from '../../server/rooms/room.ts';
import { openDatabase } from '../../server/store/driver.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { FakeClock } from './fake-clock.ts';
import { Stage, until } from './stage.ts';

let folder: string;
let store: Store;
let stage: Stage;
let clock: FakeClock;
const open = async (): Promise<void> => {
  store = (await openSqlite(folder)).store;
  clock = new FakeClock();
  stage = await Stage.open({ store, clock });
};
const close = async (): Promise<void> => {
  await stage.close();
  await store.close();
};
const restart = async (): Promise<void> => {
  await close();
  await open();
};
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'contretemps-restart-'));
  await open();
});
afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

const roomOf = async (code: string): Promise<Room> => (await stage.app.rooms.find(code)) as Room;

describe('after a restart', () => {
  it('[A5] what has begun is told to who comes as it was told, once; what will is not', async () => {
    const bursts = [
      { atMin: 1, calls: 5, name: { fr: 'Brouillard', en: 'Fog' } },
      { atMin: 50, calls: 5, name: { fr: 'Grêle', en: 'Hail' } },
    ];
    const handling = { law: 'exponential', meanS: 120 };
    const scenario = {
      ...{ format: 'contretemps/1', name: 'Nu', day: { lengthMin: 60 } },
      types: [{ id: 'a', name: 'A', perHour: 60, handling, bursts }],
      groups: [{ id: 'g', name: 'G', staff: 3, skills: [{ type: 'a' }] }],
    };
    const { code } = await stage.openRoom({ scenario, speed: 8 });
    const before = await stage.player();
    await before.join(code, 'wall');
    await clock.pass(15_000);
    await restart();
    const after = await roomOf(code);
    const told = after.day(0).facts.filter(({ kind }) => kind === 'began');
    expect(told).toMatchObject([{ at: 60_000, event: 0, name: { fr: 'Brouillard', en: 'Fog' } }]);
    const wall = await stage.player();
    const joined = await wall.join(code, 'wall');
    expect(JSON.stringify(joined)).toContain('Brouillard');
    expect(JSON.stringify(joined)).not.toContain('Grêle');
  });

  it('a room is back with its clock, its facts, its seats and its secrets', async () => {
    const { code, hostToken } = await stage.openRoom();
    const player = await stage.seated(code);
    const token = player.joined?.token ?? '';
    await player.does({ kind: 'takeDesk', agent: 3 });
    await clock.pass(4_000);
    await player.does({ kind: 'ready', agent: 3 }, 'kept');
    await clock.pass(2_300);
    const before = await roomOf(code);
    await restart();
    expect(stage.app.rooms.count).toBe(0);
    const after = await roomOf(code);
    expect(after.clock).toEqual(before.clock);
    expect(hashFacts(after.day(0).facts)).toBe(hashFacts(before.day(0).facts));
    const back = await stage.player();
    expect(await back.join(code, 'seat', token)).toMatchObject({ agent: 3, taken: [3] });
    // Asked again after a lost answer: answered as before, not done twice.
    const facts = after.day(0).facts.length;
    expect(await back.command({ kind: 'ready', agent: 3 }, 'kept')).toMatchObject({ ok: true });
    expect(after.day(0).facts.length).toBe(facts);
    const host = await stage.player();
    await host.join(code, 'host', hostToken);
    expect(await host.ask('clock', { speed: 5 })).toMatchObject({ ok: true });
    // Whoever plays alone is waited for while it rings: the day goes on without them.
    await back.does({ kind: 'leaveDesk', agent: 3 }, 'left');
    await clock.pass(1_000);
    expect(after.clock.at).toBeGreaterThan(before.clock.at);
  });

  it('a room is paused only if it was', async () => {
    const running = await stage.openRoom();
    const paused = await stage.openRoom();
    for (const { code, hostToken } of [running, paused]) {
      const host = await stage.player();
      await host.join(code, 'host', hostToken);
      await host.ask('clock', { speed: 7, paused: code === paused.code });
    }
    await restart();
    expect((await roomOf(running.code)).clock).toMatchObject({ speed: 7, paused: false });
    expect((await roomOf(paused.code)).clock).toMatchObject({ speed: 7, paused: true });
  });

  it('a desk whose person does not come back is given to the computer', async () => {
    const { code } = await stage.openRoom();
    const player = await stage.seated(code);
    await player.does({ kind: 'takeDesk', agent: 3 });
    await restart();
    const room = await roomOf(code);
    expect(room.day(0).facts.some((fact) => fact.kind === 'unseated')).toBe(false);
    await clock.pass(11_000);
    await until(() =>
      room.day(0).facts.some((fact) => fact.kind === 'unseated' && fact.agent === 3),
    );
  });

  it('a room nobody was in for long is left asleep, and wakes on demand', async () => {
    const { code } = await stage.openRoom();
    const row = await store.room(code);
    await store.addFacts(row?.id ?? '', 0, [], { at: 1_234, touchedAt: clock.date() - 8e6 });
    await store.close();
    stage = await Stage.open({ store: (store = (await openSqlite(folder)).store), clock });
    expect(stage.app.rooms.count).toBe(0);
    expect((await roomOf(code)).clock.at).toBe(1_234);
  });

  it('a room whose record does not agree with the rules is closed, and the others are not', async () => {
    const bad = await stage.openRoom();
    const good = await stage.openRoom();
    for (const { code } of [bad, good]) await stage.seated(code);
    await clock.pass(5_000);
    const { id } = await roomOf(bad.code);
    const at = (await roomOf(bad.code)).clock.at;
    const seq = (await store.log(id)).length;
    await close();
    // Well-formed, with its checksum, yet not what these rules make.
    store = (await openSqlite(folder)).store;
    const command = { seat: 0, id: 'x', command: { kind: 'hold', agent: 0, call: 0 } };
    await store.append(id, [{ seq, day: 0, at, kind: 'command', body: JSON.stringify(command) }]);
    stage = await Stage.open({ store, clock });
    expect(await stage.app.rooms.find(bad.code)).toMatchObject({ code: 'E_DESYNC' });
    expect(await stage.app.rooms.find(good.code)).toMatchObject({ code: good.code });
  });

  it('facts that are not those of the replay are noticed', async () => {
    const { code } = await stage.openRoom();
    await stage.seated(code);
    await clock.pass(3_000);
    const { id } = await roomOf(code);
    await close();
    store = (await openSqlite(folder)).store;
    const stored = await store.facts(id, 0, 0);
    const n = stored.length;
    const fact = { n, at: 1, kind: 'ready', agent: 0 };
    await store.addFacts(id, 0, [{ n, body: JSON.stringify(fact) }], {
      at: 9e5,
      touchedAt: clock.date(),
    });
    stage = await Stage.open({ store, clock });
    expect(await stage.app.rooms.find(code)).toMatchObject({ code: 'E_DESYNC' });
  });

  it('an altered log is noticed, and only its room is closed', async () => {
    const bad = await stage.openRoom();
    const good = await stage.openRoom();
    for (const { code } of [bad, good]) await stage.seated(code);
    const { id } = await roomOf(bad.code);
    await close();
    const raw = await openDatabase(folder);
    await sql`update entry set body = replace(body, 'false', 'true ') where room = ${id}`.execute(
      raw.db,
    );
    await raw.db.destroy();
    raw.release();
    await open();
    expect(await stage.app.rooms.find(bad.code)).toMatchObject({ code: 'E_DESYNC' });
    expect(await stage.app.rooms.find(good.code)).toMatchObject({ code: good.code });
  });
});
