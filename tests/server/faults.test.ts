import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Command, replay, WIRE_VERSION } from '../../models/doors/live.ts';
import { isProblem, type Scenario } from '../../models/doors/scenario.ts';
import type { Room } from '../../server/rooms/room.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { FlakyStore } from './flaky-store.ts';
import { Stage, until } from './stage.ts';

let store: FlakyStore;
let stage: Stage;
beforeEach(async () => {
  store = new FlakyStore((await openSqlite(':memory:')).store);
  stage = await Stage.open({ store, limits: { retryMs: 100, markMs: 200 } });
});
afterEach(async () => {
  store.mood = 'well';
  await stage.close();
  await store.close();
});

const roomOf = async (code: string): Promise<Room> => (await stage.app.rooms.find(code)) as Room;

/** The facts a room should have, made again from nothing but its log. */
async function remade(code: string): Promise<unknown[]> {
  const stored = await store.room(code);
  if (stored === null) throw new Error('no such room');
  const commands = (await store.log(stored.id))
    .filter((entry) => entry.kind === 'command')
    .map((entry) => ({ at: entry.at, command: JSON.parse(entry.body).command as Command }));
  const facts = replay(JSON.parse(stored.scenario) as Scenario, stored.seed, commands);
  if (isProblem(facts)) throw new Error(facts.says.en);
  return [...facts];
}

describe('a disk that refuses', () => {
  it('is never waited for once nothing is written any more: each ask is answered', async () => {
    const { code } = await stage.openRoom();
    const player = await stage.seated(code);
    await (await roomOf(code)).stop();
    for (let times = 0; times < 2; times += 1)
      expect((await player.command({ kind: 'takeDesk', agent: 0 }, 'same')).ok).toBe(false);
  });

  it('just after the room filled its share of it leaves no ask open, and the room can stop', async () => {
    await stage.close();
    const limits = { retryMs: 100, markMs: 200, roomBytes: 1_000, asksBurst: 1_000 };
    stage = await Stage.open({ store, limits });
    const { code, hostToken } = await stage.openRoom({ paused: true });
    const host = await stage.player();
    await host.join(code, 'host', hostToken);
    const room = await roomOf(code);
    const append = store.append.bind(store);
    const fails: (() => void)[] = [];
    store.append = () => new Promise((_, no) => void fails.push(() => no(new Error('ENOSPC'))));
    const asks = Array.from({ length: 40 }, (_, i) => host.ask('clock', { speed: 1 + (i % 8) }));
    await until(() => room.days.closed?.code === 'E_SIZE');
    store.append = append;
    for (const fail of fails) fail();
    const codes = (await Promise.all(asks)).map((reply) => (reply.ok ? '' : reply.problem.code));
    expect(new Set(codes)).toEqual(new Set(['E_STORAGE']));
    // What was lost is undone: the share is not full after all.
    await until(() => room.days.closed === null);
    expect(await host.ask('clock', { speed: 7 })).toMatchObject({ ok: true });
    await room.stop();
  });

  it('stops the room, which says so and goes on by itself', async () => {
    const { code } = await stage.openRoom();
    const player = await stage.seated(code);
    await player.does({ kind: 'takeDesk', agent: 0 });
    store.mood = 'full';
    expect(await player.command({ kind: 'ready', agent: 0 }, 'lost')).toMatchObject({
      ok: false,
      problem: { code: 'E_STORAGE' },
    });
    await until(() => player.batches.at(-1)?.clock.trouble === 'storage');
    const { at } = (await roomOf(code)).clock;
    expect(await player.command({ kind: 'ready', agent: 0 })).toMatchObject({
      problem: { code: 'E_STORAGE' },
    });
    const other = await stage.player();
    expect(await other.ask('join', { wire: WIRE_VERSION, code, role: 'seat' })).toMatchObject({
      problem: { code: 'E_STORAGE' },
    });
    expect((await other.join(code, 'wall')).clock).toMatchObject({ at, trouble: 'storage' });
    store.mood = 'well';
    await until(() => player.batches.at(-1)?.clock.trouble === undefined);
    // Not done before, so the very same message is done now.
    expect(await player.command({ kind: 'ready', agent: 0 }, 'lost')).toMatchObject({ ok: true });
    await until(() => player.facts.some((fact) => fact.kind === 'ready' && fact.agent === 0));
    const room = await roomOf(code);
    expect(room.clock.at).toBeGreaterThanOrEqual(at);
    expect(room.day(0).facts).toEqual((await remade(code)).slice(0, room.day(0).facts.length));
  });

  it('never lets a fact out that follows from something not stored', async () => {
    const { code } = await stage.openRoom();
    const watcher = await stage.player();
    await watcher.join(code, 'wall');
    const players = await Promise.all([0, 1, 2, 3].map(() => stage.seated(code)));
    const acked = new Set<string>();
    let sent = 0;
    const act = async (agent: number, command: object): Promise<void> => {
      const id = `${agent}-${sent++}`;
      const reply = await players[agent]?.command(command, id);
      if (reply?.ok) acked.add(`${agent} ${id}`);
    };
    await Promise.all(players.map((_, agent) => act(agent, { kind: 'takeDesk', agent })));
    for (let round = 0; round < 6; round += 1) {
      store.fuse = 1 + (round % 5);
      for (const kind of ['ready', 'notReady', 'ready'])
        await Promise.all(
          players.map((_, agent) =>
            act(agent, kind === 'ready' ? { kind, agent } : { kind, agent, reason: 'break' }),
          ),
        );
      await until(() => watcher.batches.at(-1)?.clock.trouble === 'storage');
      store.fuse = Number.POSITIVE_INFINITY;
      store.mood = 'well';
      await until(() => watcher.batches.at(-1)?.clock.trouble === undefined);
    }
    expect(store.refused).toBeGreaterThanOrEqual(6);
    const truth = await remade(code);
    const room = await roomOf(code);
    expect(room.day(0).facts).toEqual(truth.slice(0, room.day(0).facts.length));
    // What was told, in every step, is what the log alone makes.
    for (const fact of watcher.facts)
      expect([fact.n, fact.at, fact.kind]).toEqual(essence(truth[fact.n] as never));
    let n = watcher.joined?.snapshot.n ?? -1;
    for (const batch of watcher.batches) {
      expect(batch.after).toBe(n);
      n = batch.upTo;
    }
    // Every command answered with "done" is in the log, once.
    const stored = await store.room(code);
    const log = (await store.log(stored?.id ?? '')).filter((entry) => entry.kind === 'command');
    // What the room itself commands (how long desks ring) has no id.
    const inLog = log
      .map((entry) => JSON.parse(entry.body) as { seat: number; id: string })
      .filter(({ id }) => id !== '')
      .map(({ seat, id }) => `${seat} ${id}`);
    expect(new Set(inLog).size).toBe(inLog.length);
    for (const one of acked) expect(inLog).toContain(one);
    expect(acked.size).toBeGreaterThan(4);
  });

  it('is believed by what it holds where it lies', async () => {
    const { code } = await stage.openRoom();
    const player = await stage.seated(code);
    await player.does({ kind: 'takeDesk', agent: 0 });
    store.mood = 'lies';
    expect(await player.command({ kind: 'ready', agent: 0 }, 'odd')).toMatchObject({
      problem: { code: 'E_STORAGE' },
    });
    await until(() => player.batches.at(-1)?.clock.trouble === 'storage');
    store.mood = 'well';
    await until(() => player.batches.at(-1)?.clock.trouble === undefined);
    // It was written after all: asked again, it is not done a second time.
    expect(await player.command({ kind: 'ready', agent: 0 }, 'odd')).toMatchObject({ ok: true });
    await until(() => player.facts.some((fact) => fact.kind === 'ready' && fact.agent === 0));
    const room = await roomOf(code);
    const ready = room.day(0).facts.filter((fact) => fact.kind === 'ready' && fact.agent === 0);
    expect(ready).toHaveLength(1);
    expect(room.day(0).facts).toEqual((await remade(code)).slice(0, room.day(0).facts.length));
  });

  it('keeps a room from being opened, in a sentence', async () => {
    store.mood = 'full';
    const response = await stage.post({ scenario: 'petit-standard' });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ok: false, problem: { code: 'E_STORAGE' } });
  });

  it('undoes the clock as well as the commands', async () => {
    const { code, hostToken } = await stage.openRoom({ speed: 20 });
    const host = await stage.player();
    await host.join(code, 'host', hostToken);
    await host.ask('clock', { speed: 10 });
    store.mood = 'full';
    expect(await host.ask('clock', { speed: 60 })).toMatchObject({
      problem: { code: 'E_STORAGE' },
    });
    await until(() => host.batches.at(-1)?.clock.trouble === 'storage');
    store.mood = 'well';
    await until(() => host.batches.at(-1)?.clock.trouble === undefined);
    expect((await roomOf(code)).clock).toMatchObject({ speed: 10, paused: false });
  });
});

describe('a fault of ours in one room', () => {
  it('closes that room in a sentence, and leaves the others alone', async () => {
    const broken = await stage.openRoom();
    const sound = await stage.openRoom();
    const player = await stage.seated(broken.code);
    await player.does({ kind: 'takeDesk', agent: 0 });
    const room = await roomOf(broken.code);
    // A fact that nothing understands, as a fault in the rules might make one.
    (room.day(0).facts as unknown[]).push(null);
    await until(() => player.batches.at(-1)?.clock.trouble === 'broken');
    expect(await player.command({ kind: 'ready', agent: 0 })).toMatchObject({
      problem: { code: 'E_INTERNAL' },
    });
    const watcher = await stage.player();
    await watcher.join(sound.code, 'wall');
    await until(() => (watcher.batches.at(-1)?.clock.at ?? 0) > 5_000);
  });

  it('is contained wherever it happens: the answer of the store is nobody’s handler', async () => {
    const broken = await stage.openRoom();
    const sound = await stage.openRoom();
    const player = await stage.seated(broken.code);
    const id = player.socket.id ?? '';
    const served = stage.app.io.of('/').sockets.get(id);
    if (served === undefined) throw new Error('no such socket');
    served.join = () => {
      throw new Error('planted');
    };
    const witness = await stage.player();
    await witness.join(broken.code, 'wall');
    player.socket.emit('command', { id: 'x', command: { kind: 'takeDesk', agent: 0 } }, () => {});
    await until(() => witness.batches.at(-1)?.clock.trouble === 'broken');
    const watcher = await stage.player();
    await watcher.join(sound.code, 'wall');
    await until(() => (watcher.batches.at(-1)?.clock.at ?? 0) > 2_000);
  });
});

const essence = (fact: { n: number; at: number; kind: string }) => [fact.n, fact.at, fact.kind];
