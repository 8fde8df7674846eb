import { afterEach, describe, expect, it } from 'vitest';
import { type Missed, type Reply, WIRE_VERSION } from '../../models/doors/live.ts';
import { LIMITS, type Limits } from '../../server/limits.ts';
import type { Room } from '../../server/rooms/room.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { FakeClock } from './fake-clock.ts';
import { type Player, SMALL, Stage, until } from './stage.ts';

let stage: Stage;
const opened = async (limits: Partial<Limits> = {}, more: object = {}): Promise<Stage> =>
  (stage = await Stage.open({ limits, ...more }));
afterEach(() => stage.close());

const roomOf = async (code: string): Promise<Room> => (await stage.app.rooms.find(code)) as Room;
const join = (player: Player, code: string, role: string, more: object = {}): Promise<Reply> =>
  player.ask('join', { wire: WIRE_VERSION, code, role, ...more });

describe('a connection', () => {
  it.each(['wall', 'seat', 'host'])(
    'that asks for two rooms in one breath, the second as %s, leaves both',
    async (role) => {
      await opened();
      const [one, two] = [await stage.openRoom(), await stage.openRoom()];
      const player = await stage.player();
      const token = role === 'host' ? { token: two.hostToken } : {};
      const replies = await Promise.all([
        join(player, one.code, 'seat'),
        join(player, two.code, role, token),
      ]);
      expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
      player.close();
      for (const { code } of [one, two]) {
        const room = await roomOf(code);
        await until(() => room.emptySince !== null);
      }
    },
  );

  it('that was closed without a word is no longer in its room at the next beat', async () => {
    await opened();
    const { code } = await stage.openRoom();
    const player = await stage.seated(code);
    const room = await roomOf(code);
    const served = stage.app.io.of('/').sockets.get(player.socket.id ?? '');
    // What tells the room is lost, as where its listener was never reached.
    served?.removeAllListeners('disconnect');
    player.close();
    await until(() => served?.connected === false);
    await until(() => room.emptySince !== null, 5_000);
  });

  it('that its room sent away when it fell asleep joins again, that room or another', async () => {
    const clock = new FakeClock();
    await opened({ rooms: 1 }, { clock });
    const { code, hostToken } = await stage.openRoom({ paused: true });
    const player = await stage.player();
    await player.join(code, 'host', hostToken);
    clock.jump(11 * 60_000);
    const other = await stage.openRoom({ paused: true });
    await until(() => player.told.includes('asleep'));
    expect(await player.ask('clock', { speed: 3 })).toMatchObject({ ok: false });
    expect(await join(player, other.code, 'wall')).toMatchObject({ ok: true, host: false });
    clock.jump(11 * 60_000);
    await stage.app.rooms.find(code);
    await until(() => player.told.filter((one) => one === 'asleep').length > 1);
    expect(await join(player, code, 'wall')).toMatchObject({ ok: true, host: false });
  });

  it('on its way into a room keeps it awake, however long its place takes to be stored', async () => {
    const clock = new FakeClock();
    await opened({ rooms: 1 }, { clock });
    const { code } = await stage.openRoom();
    const room = await roomOf(code);
    await clock.pass(90_000);
    expect(room.emptySince).not.toBeNull();
    let answer = (): void => {};
    const append = stage.store.append.bind(stage.store);
    stage.store.append = async (...what) => {
      await new Promise<void>((go) => (answer = go));
      return append(...what);
    };
    const player = await stage.player();
    const joined = join(player, code, 'seat');
    await until(() => room.days.logEntries > 1);
    stage.store.append = append;
    // Another room wants the only place.
    const response = await stage.post({ scenario: 'petit-standard' });
    expect(response.status).toBe(503);
    answer();
    expect(await joined).toMatchObject({ ok: true });
    expect(await roomOf(code)).toBe(room);
  });
});

describe('a room full of people', () => {
  it('still lets its host in, and whoever has a seat', async () => {
    await opened({ peopleInRoom: 3 });
    const { code, hostToken } = await stage.openRoom();
    const away = await stage.seated(code);
    const token = away.joined?.token ?? '';
    away.close();
    for (let i = 0; i < 3; i += 1) await (await stage.player()).join(code, 'wall');
    const [late, back, host] = [await stage.player(), await stage.player(), await stage.player()];
    expect(await join(late, code, 'wall')).toMatchObject({ problem: { code: 'E_BUSY' } });
    expect(await join(back, code, 'seat', { token })).toMatchObject({ ok: true });
    expect(await join(host, code, 'host', { token: hostToken })).toMatchObject({ ok: true });
  });

  it('gives the seats of those who left to those who come', async () => {
    const { store } = await openSqlite(':memory:');
    await opened({ seats: 2 }, { store });
    const { code } = await stage.openRoom();
    const gone = await stage.seated(code);
    const stays = await stage.seated(code);
    await stays.does({ kind: 'takeDesk', agent: 4 });
    const [lost, kept] = [gone.joined?.token ?? '', stays.joined?.token ?? ''];
    gone.close();
    const room = await roomOf(code);
    await until(() => room.card().people === 1);
    const comes = await stage.player();
    expect(await join(comes, code, 'seat')).toMatchObject({ ok: true });
    // Both are in use: one more is one too many.
    expect(await join(await stage.player(), code, 'seat')).toMatchObject({
      problem: { code: 'E_BUSY' },
    });
    await stage.close();
    await opened({ seats: 2 }, { store });
    expect(await join(await stage.player(), code, 'seat', { token: kept })).toMatchObject({
      agent: 4,
    });
    expect(await join(await stage.player(), code, 'seat', { token: lost })).toMatchObject({
      problem: { code: 'E_TOKEN' },
    });
    await store.close();
    stage = await Stage.open();
  });
});

describe('a connection that joins again and again', () => {
  it('leaves nothing behind', async () => {
    await opened({});
    const { code, hostToken } = await stage.openRoom({ paused: true });
    const player = await stage.player();
    const again = (): Promise<Reply> => join(player, code, 'host', { token: hostToken });
    expect(await again()).toMatchObject({ ok: true });
    const [socket] = [...stage.app.io.sockets.sockets.values()];
    const before = socket?.listenerCount('disconnect');
    for (let i = 0; i < 12; i += 1) await again();
    expect(socket?.listenerCount('disconnect')).toBe(before);
  });
});

describe('a hundred pages that come back at once', () => {
  it('all come in with their tokens, however few newcomers a second there may be', async () => {
    const { store } = await openSqlite(':memory:');
    await opened({ joinsPerS: 1_000 }, { store });
    const { code } = await stage.openRoom({ paused: true });
    const tokens: string[] = [];
    for (let i = 0; i < 100; i += 1) {
      const player = await stage.seated(code);
      tokens.push(player.joined?.token ?? '');
      player.close();
    }
    await stage.close();
    await opened({}, { store });
    const players = await Promise.all(tokens.map(() => stage.player()));
    const replies = await Promise.all(
      players.map((player, i) => join(player, code, 'seat', { token: tokens[i] })),
    );
    expect(replies.filter((reply) => !reply.ok)).toEqual([]);
    await stage.close();
    await store.close();
    stage = await Stage.open();
  });

  it('without tokens are each told when to come back, one after the other', async () => {
    const clock = new FakeClock();
    await opened({ joinsPerS: 10 }, { clock });
    const { code } = await stage.openRoom({ paused: true });
    const players = await Promise.all(Array.from({ length: 30 }, () => stage.player()));
    const replies = await Promise.all(players.map((player) => join(player, code, 'wall')));
    const after = replies.flatMap((reply) => (reply.ok ? [] : [reply.problem.afterMs ?? 0]));
    expect(after).toHaveLength(20);
    expect(after.toSorted((a, b) => a - b)).toEqual(after.map((_, i) => 100 * (i + 1)));
    await clock.pass(2_000);
    let left = 10;
    for (const [i, reply] of replies.entries())
      if (!reply.ok && left-- > 0)
        expect(await join(players[i] as Player, code, 'wall')).toMatchObject({ ok: true });
  });
});

describe('one participant', () => {
  it('holds one desk at a time, however often they ask for a seat', async () => {
    await opened();
    const { code } = await stage.openRoom({ paused: true });
    const player = await stage.player();
    const taken = [];
    for (let agent = 0; agent < 4; agent += 1) {
      await join(player, code, 'wall');
      await join(player, code, 'seat');
      taken.push((await player.command({ kind: 'takeDesk', agent })).ok);
    }
    expect(taken).toEqual([true, false, false, false]);
  });

  it('fills neither the log of the room nor, with newcomers, more than half of it', async () => {
    await opened({ seatEntries: 6 });
    const { code } = await stage.openRoom({ paused: true });
    const loud = await stage.seated(code);
    const calm = await stage.seated(code);
    const replies = [];
    for (let i = 0; i < 8; i += 1)
      replies.push(await loud.command({ kind: i % 2 ? 'leaveDesk' : 'takeDesk', agent: 0 }));
    expect(replies.map((reply) => (reply.ok ? '' : reply.problem.code))).toEqual([
      ...Array(6).fill(''),
      'E_SIZE',
      'E_SIZE',
    ]);
    await calm.does({ kind: 'takeDesk', agent: 0 });
  });

  it('never keeps the host from the clock: a full log holds up everybody else', async () => {
    await opened({ logEntries: 4 });
    const { code, hostToken } = await stage.openRoom({ paused: true });
    const player = await stage.seated(code);
    const host = await stage.player();
    await host.join(code, 'host', hostToken);
    for (let i = 0; i < 2; i += 1)
      await player.command({ kind: i % 2 ? 'leaveDesk' : 'takeDesk', agent: 0 });
    expect(await player.command({ kind: 'takeDesk', agent: 0 })).toMatchObject({
      problem: { code: 'E_SIZE' },
    });
    expect(await host.ask('clock', { speed: 7 })).toMatchObject({ ok: true });
    expect((await roomOf(code)).clock.speed).toBe(7);
  });
});

describe('a host who asks faster than others may', () => {
  it('is told so where too many wait already, is not closed for it, and what waits is done', async () => {
    const hostAsksWaiting = 20;
    await opened({ asksPerS: 1_000, asksBurst: 10, hostAsksWaiting });
    const { code, hostToken } = await stage.openRoom({ paused: true });
    const host = await stage.player();
    await host.join(code, 'host', hostToken);
    const asks = Array.from({ length: 300 }, () => host.ask('clock', { speed: 7 }));
    const replies = await Promise.all(asks);
    const refused = replies.flatMap((reply) => (reply.ok ? [] : [reply.problem.code]));
    expect(refused.length).toBeGreaterThan(LIMITS.strikes);
    expect(new Set(refused)).toEqual(new Set(['E_RATE']));
    expect(300 - refused.length).toBeGreaterThanOrEqual(hostAsksWaiting);
    expect(host.told).toEqual([]);
    expect(await host.ask('clock', { speed: 8 })).toMatchObject({ ok: true, clock: { speed: 8 } });
  });

  it('is answered later, and never refused as long as no more wait than may', async () => {
    await opened({ asksPerS: 100, asksBurst: 10 });
    const { code, hostToken } = await stage.openRoom({ paused: true });
    const host = await stage.player();
    await host.join(code, 'host', hostToken);
    const speeds = Array.from({ length: 40 }, (_, i) => 1 + i);
    const replies = await Promise.all(speeds.map((speed) => host.ask('clock', { speed })));
    expect(replies.filter((reply) => !reply.ok)).toEqual([]);
    expect((await roomOf(code)).clock.speed).toBe(40);
  });
});

describe('a wall without the token of the host', () => {
  it('is told a whole day of more than 12,000 facts, asking as fast as it likes', async () => {
    await opened({ maxSpeed: 1e6, maxSpeedTogether: 1e6 });
    const types = SMALL.types.map((type) => ({ ...type, perHour: 1_500 }));
    const { code } = await stage.openRoom({ scenario: { ...SMALL, types }, speed: 20_000 });
    const wall = await stage.player();
    await wall.join(code, 'wall');
    const room = await roomOf(code);
    await until(() => room.days.over && wall.batches.at(-1)?.clock.over === true);
    const { length } = room.day(0).facts;
    expect(length).toBeGreaterThan(12_000);
    for (let after = -1; after < length - 1; ) {
      const reply = await wall.ask<Missed>('facts', { after, over: true });
      if (!reply.ok) throw new Error(`${reply.problem.code} after ${after}`);
      after = reply.batch?.upTo ?? Number.NaN;
    }
    expect(wall.told).toEqual([]);
  });
});

describe('a door that its host has locked', () => {
  it('keeps newcomers from a seat, and nobody else from anything', async () => {
    const { store } = await openSqlite(':memory:');
    await opened({}, { store });
    const { code, hostToken } = await stage.openRoom({ paused: true });
    const host = await stage.player();
    await host.join(code, 'host', hostToken);
    const player = await stage.seated(code);
    const token = player.joined?.token ?? '';
    const heard: unknown[] = [];
    player.socket.on('door', (door) => heard.push(door));
    expect(await host.ask('door', { locked: true })).toEqual({ ok: true, locked: true });
    await until(() => heard.length > 0);
    expect(heard).toEqual([{ locked: true }]);
    const enters = async (role: string, more: object = {}): Promise<Reply> =>
      join(await stage.player(), code, role, more);
    const locked = { problem: { code: 'E_FORBIDDEN', path: 'role' } };
    expect(await enters('seat')).toMatchObject(locked);
    await stage.close();
    // It stays locked, whatever becomes of the server.
    await opened({}, { store });
    expect(await enters('seat')).toMatchObject(locked);
    expect(await enters('wall')).toMatchObject({ ok: true, door: { locked: true } });
    expect(await enters('seat', { token })).toMatchObject({ ok: true });
    const again = await stage.player();
    await again.join(code, 'host', hostToken);
    await again.ask('door', { locked: false });
    expect(await enters('seat')).toMatchObject({ ok: true, door: { locked: false } });
    await stage.close();
    await store.close();
    stage = await Stage.open();
  });
});
