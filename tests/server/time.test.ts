import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isProblem } from '../../models/doors/scenario.ts';
import { RoomClock } from '../../server/clock.ts';
import { LIMITS } from '../../server/limits.ts';
import type { Room } from '../../server/rooms/room.ts';
import { FakeClock } from './fake-clock.ts';
import { type Player, Stage, until } from './stage.ts';

let clock: FakeClock;
let stage: Stage;
beforeEach(async () => {
  clock = new FakeClock();
  stage = await Stage.open({ clock });
});
afterEach(() => stage.close());

const roomOf = async (code: string): Promise<Room> => (await stage.app.rooms.find(code)) as Room;

/** Closes a connection and waits until the room has noticed. */
async function gone(player: Player, code: string): Promise<void> {
  const room = await roomOf(code);
  const { people } = room.card();
  player.close();
  await until(() => room.card().people === people - 1);
}

describe('the clock of a room', () => {
  const started = (at: number, speed: number, paused = false) =>
    new RoomClock(clock, LIMITS, at, { speed, paused });

  it('turns real into simulated time', async () => {
    const p = started(1_000, 10);
    await clock.pass(200);
    expect(p.read()).toBe(3_000);
    p.set({ speed: 60, paused: false });
    await clock.pass(100);
    expect(p.read()).toBe(9_000);
    p.set({ speed: 60, paused: true });
    await clock.pass(100);
    expect(p.read()).toBe(9_000);
  });

  it('loses no millisecond however often it is read', async () => {
    const p = started(0, 1.25);
    for (let i = 0; i < 1_000; i += 1) {
      await clock.pass(1);
      p.read();
    }
    expect(p.read()).toBe(1_250);
  });

  it('does not catch up after the machine slept, nor goes back', () => {
    const p = started(0, 60);
    clock.jump(3_600_000);
    expect(p.read()).toBe(60 * LIMITS.tickCapMs);
    expect(p.read()).toBe(60 * LIMITS.tickCapMs);
  });

  it('keeps a room from a burst of calls after a sleep', async () => {
    const { code } = await stage.openRoom();
    const watcher = await stage.player();
    await watcher.join(code, 'wall');
    const room = await roomOf(code);
    await clock.pass(5_000);
    const { at } = room.clock;
    clock.jump(7 * 24 * 3_600_000);
    await clock.pass(LIMITS.tickMs);
    expect(room.clock.at - at).toBeLessThanOrEqual(20 * (LIMITS.tickCapMs + LIMITS.tickMs));
  });
});

describe('updates', () => {
  it('come four times a second, and once a second when the clock stands still', async () => {
    const { code, hostToken } = await stage.openRoom();
    const host = await stage.player();
    await host.join(code, 'host', hostToken);
    host.batches.length = 0;
    await clock.pass(5_000);
    await until(() => host.batches.length >= 20);
    expect(host.batches).toHaveLength(20);
    await host.ask('clock', { paused: true });
    await until(() => host.batches.at(-1)?.clock.paused);
    host.batches.length = 0;
    await clock.pass(5_000);
    await until(() => host.batches.length >= 5);
    expect(host.batches).toHaveLength(5);
  });
});

describe('an absent person', () => {
  it('leaves the desk to the computer after a while, and finds it again', async () => {
    const { code } = await stage.openRoom();
    const player = await stage.seated(code);
    const token = player.joined?.token ?? '';
    await player.does({ kind: 'takeDesk', agent: 2 });
    await gone(player, code);
    const room = await roomOf(code);
    const left = (): boolean =>
      room.day(0).facts.some((fact) => fact.kind === 'unseated' && fact.agent === 2);
    await clock.pass(LIMITS.absentMs);
    expect(left()).toBe(false);
    await clock.passUntil(left, 1_000);
    // Meanwhile nobody else may sit there.
    const other = await stage.seated(code);
    expect(other.joined?.taken).toEqual([2]);
    expect(await other.command({ kind: 'takeDesk', agent: 2 })).toMatchObject({
      problem: { code: 'E_STATE' },
    });
    const back = await stage.player();
    const joined = await back.join(code, 'seat', token);
    expect(joined).toMatchObject({ agent: 2, snapshot: { as: 'desk' } });
    await back.does({ kind: 'ready', agent: 2 });
  });

  it('loses the desk to whoever asks once it was kept long enough', async () => {
    const { code } = await stage.openRoom();
    const player = await stage.seated(code);
    const token = player.joined?.token ?? '';
    await player.does({ kind: 'takeDesk', agent: 2 });
    await gone(player, code);
    await clock.passUntil(() => clock.now() > 1_000 + LIMITS.reservedMs + LIMITS.absentMs, 1e6);
    const other = await stage.seated(code);
    await other.does({ kind: 'takeDesk', agent: 2 });
    const back = await stage.player();
    expect(await back.join(code, 'seat', token)).toMatchObject({ agent: -1 });
  });

  it('keeps a caller on the line for longer', async () => {
    const { code } = await stage.openRoom();
    const player = await stage.seated(code);
    const token = player.joined?.token ?? '';
    await player.does({ kind: 'takeDesk', agent: 0 });
    await player.does({ kind: 'ready', agent: 0 });
    const room = await roomOf(code);
    const rang = () => room.day(0).facts.find((fact) => fact.kind === 'rang' && fact.agent === 0);
    await clock.passUntil(() => rang() !== undefined);
    const fact = rang();
    const call = fact?.kind === 'rang' ? fact.call : -1;
    await player.does({ kind: 'answer', agent: 0, call });
    await gone(player, code);
    const left = (): boolean => room.day(0).facts.some((one) => one.kind === 'unseated');
    await clock.pass(LIMITS.absentOnCallMs);
    expect(left()).toBe(false);
    const back = await stage.player();
    const joined = await back.join(code, 'seat', token);
    expect(joined.snapshot).toMatchObject({ as: 'desk', view: { call: { call } } });
    await gone(back, code);
    await clock.pass(LIMITS.absentOnCallMs);
    await clock.passUntil(left, 1_000);
  });
});

describe('an empty room', () => {
  it('sleeps on disk, and wakes where it was', async () => {
    const { code, hostToken } = await stage.openRoom({ paused: true });
    const host = await stage.player();
    await host.join(code, 'host', hostToken);
    await host.ask('clock', { paused: false });
    await clock.pass(3_000);
    await host.ask('clock', { paused: true });
    const before = await roomOf(code);
    const { at } = before.clock;
    expect(at).toBeGreaterThan(0);
    host.close();
    await until(() => before.emptySince !== null);
    clock.jump(LIMITS.emptyMs);
    await clock.pass(120_000);
    await until(() => stage.app.rooms.count === 0);
    const after = await roomOf(code);
    expect(after).not.toBe(before);
    expect(after.clock).toMatchObject({ at, paused: true });
    expect(after.day(0).facts).toEqual(before.day(0).facts);
  });

  it('is deleted when nobody has come for long', async () => {
    const { code } = await stage.openRoom();
    clock.jump(LIMITS.emptyMs);
    await clock.pass(120_000);
    await until(() => stage.app.rooms.count === 0);
    expect(await stage.store.list()).toHaveLength(1);
    clock.jump(LIMITS.keptMs);
    await clock.pass(120_000);
    for (let i = 0; i < 100 && (await stage.store.list()).length > 0; i += 1)
      await new Promise((turn) => setTimeout(turn, 10));
    expect(await stage.store.list()).toEqual([]);
    expect(isProblem(await stage.app.rooms.find(code))).toBe(true);
  });

  it('makes space for another when the server is full', async () => {
    await stage.close();
    stage = await Stage.open({ clock, limits: { rooms: 2 } });
    const first = await stage.openRoom();
    const second = await stage.openRoom();
    await expect(stage.openRoom()).rejects.toThrow('one more room');
    const watcher = await stage.player();
    await watcher.join(second.code, 'wall');
    clock.jump(61_000);
    const third = await stage.openRoom();
    expect(stage.app.rooms.count).toBe(2);
    // The one that slept is there for whoever asks, once there is space again.
    expect(await stage.app.rooms.find(first.code)).toMatchObject({ code: 'E_BUSY' });
    clock.jump(61_000);
    expect(await stage.app.rooms.find(first.code)).toMatchObject({ code: first.code });
    expect(third.code).not.toBe(first.code);
  });
});
