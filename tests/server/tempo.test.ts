import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chapterFile } from '../../models/doors/game.ts';
import type { Fact } from '../../models/doors/live.ts';
import { catalogue } from '../../models/doors/scenario.ts';
import { LIMITS } from '../../server/limits.ts';
import type { Room } from '../../server/rooms/room.ts';
import { FakeClock } from './fake-clock.ts';
import { type Player, SMALL, Stage, until } from './stage.ts';

/** A call can be answered at any speed, and nobody waits long for the first one (RULES L3, L10). */

let clock: FakeClock;
let stage: Stage;
beforeEach(async () => {
  clock = new FakeClock();
  stage = await Stage.open({ clock });
});
afterEach(() => stage.close());

const roomOf = async (code: string): Promise<Room> => (await stage.app.rooms.find(code)) as Room;
const told = <K extends Fact['kind']>(room: Room, kind: K) =>
  room.day(0).facts.filter((fact): fact is Fact & { kind: K } => fact.kind === kind);

/** Somebody who is ready at this desk. */
async function ready(code: string, agent: number): Promise<Player> {
  const player = await stage.seated(code);
  await player.does({ kind: 'takeDesk', agent });
  await player.does({ kind: 'ready', agent });
  return player;
}

describe('a call at the desk of one who plays alone', () => {
  it('[L10] lets the clock stand until it is answered, at any speed', async () => {
    const { code } = await stage.openRoom({ speed: 60 });
    const player = await ready(code, 0);
    const room = await roomOf(code);
    await clock.passUntil(() => told(room, 'rang').length > 0);
    const { at } = room.clock;
    const [rang] = told(room, 'rang');
    expect(at).toBe(rang?.at);
    await clock.pass(20_000);
    expect(room.clock).toMatchObject({ at, goes: 0, speed: 60 });
    await player.does({ kind: 'answer', agent: 0, call: rang?.call });
    await clock.pass(1_000);
    expect(room.clock.at).toBeGreaterThan(at + 40_000);
    expect(room.clock.goes).toBeUndefined();
  });

  it('[L10] leaves a pause out of the minute for which the clock stands at most', async () => {
    const { code, hostToken } = await stage.openRoom({ speed: 60 });
    const host = await stage.player();
    await host.join(code, 'host', hostToken);
    await ready(code, 0);
    const room = await roomOf(code);
    await clock.passUntil(() => told(room, 'rang').length > 0);
    const { at } = room.clock;
    await clock.pass(20_000);
    await host.ask('clock', { paused: true });
    await clock.pass(70_000);
    await host.ask('clock', { paused: false });
    await clock.pass(LIMITS.aloneMs - 21_000);
    expect(room.clock).toMatchObject({ at, goes: 0 });
    await clock.pass(3_000);
    expect(room.clock.at).toBeGreaterThan(at);
  });

  it('[L10] waits without end for the first two callers of a chapter, and no longer', async () => {
    const { code } = await stage.openRoom({ scenario: chapterFile('chapitre-2'), speed: 20 });
    const player = await ready(code, 0);
    const room = await roomOf(code);
    for (const n of [1, 2, 3]) {
      await passUntil(() => told(room, 'rang').length >= n);
      const { at } = room.clock;
      await clock.pass(3 * LIMITS.aloneMs);
      const stood = room.clock.at === at;
      expect(stood).toBe(n < 3);
      if (!stood) break;
      const call = told(room, 'rang').at(-1)?.call;
      await player.does({ kind: 'answer', agent: 0, call });
      await player.does({ kind: 'conclude', agent: 0, call });
      await passUntil(() => told(room, 'concluded').some((one) => one.call === call));
      await player.does({ kind: 'ready', agent: 0 });
    }
    expect(told(room, 'rang')).not.toHaveLength(2);
  });

  it('[L3] is missed after a long time only, and the next one is offered', async () => {
    const { code } = await stage.openRoom({ speed: 60 });
    await ready(code, 0);
    const room = await roomOf(code);
    await clock.passUntil(() => told(room, 'rang').length > 0);
    const lostAfter = await clock.passUntil(
      () => told(room, 'missed').length + told(room, 'abandoned').length > 0,
    );
    expect(lostAfter).toBeGreaterThanOrEqual(LIMITS.aloneMs);
    await clock.passUntil(() => told(room, 'rang').length > 1);
    expect(told(room, 'rang')[1]?.agent).toBe(0);
  });

  it('[L10] waits for a phone that was lost with its caller on hold', async () => {
    const { code } = await stage.openRoom({ speed: 60 });
    const player = await ready(code, 0);
    const room = await roomOf(code);
    await clock.passUntil(() => told(room, 'rang').length > 0);
    const call = told(room, 'rang')[0]?.call;
    await player.does({ kind: 'answer', agent: 0, call });
    await player.does({ kind: 'hold', agent: 0, call });
    player.close();
    await until(() => room.emptySince !== null);
    await clock.pass(250);
    const { at } = room.clock;
    await clock.pass(LIMITS.absentOnCallMs - 1_000);
    expect(room.clock.at).toBe(at);
    const token = player.joined?.token;
    const back = await stage.seated(code, token);
    expect(back.joined?.snapshot).toMatchObject({ view: { call: { call } } });
    await back.does({ kind: 'resume', agent: 0, call });
  });
});

describe('a room of several', () => {
  it('[L10] goes at most × 8, and says so', async () => {
    const { code, hostToken } = await stage.openRoom({ speed: 60 });
    const host = await stage.player();
    await host.join(code, 'host', hostToken);
    const room = await roomOf(code);
    await ready(code, 0);
    await clock.pass(500);
    expect(room.clock.speed).toBe(60);
    await ready(code, 1);
    await clock.pass(500);
    expect(room.clock).toMatchObject({ speed: 8, most: 8 });
    expect(await host.ask('clock', { speed: 9 })).toMatchObject({
      ok: false,
      problem: { code: 'E_RANGE', path: 'speed' },
    });
    expect(await host.ask('clock', { speed: 8 })).toMatchObject({ ok: true });
  });

  it('[L10] is one of one person again once the others have left their desks', async () => {
    const { code, hostToken } = await stage.openRoom({ speed: 60 });
    const host = await stage.player();
    await host.join(code, 'host', hostToken);
    const room = await roomOf(code);
    const gone = await ready(code, 1);
    await ready(code, 0);
    await clock.pass(500);
    expect(room.clock.most).toBe(8);
    await gone.does({ kind: 'leaveDesk', agent: 1 });
    gone.close();
    await until(() => room.card().people === 1);
    expect(room.clock.most).toBeUndefined();
    expect(await host.ask('clock', { speed: 60 })).toMatchObject({ ok: true });
  });

  it('tells the wall at the next beat what the one at a desk was told at once', async () => {
    const { code } = await stage.openRoom({ paused: true });
    const wall = await stage.player();
    await wall.join(code, 'wall');
    const player = await stage.seated(code);
    await clock.pass(1_010);
    for (const kind of ['takeDesk', 'ready', 'leaveDesk']) {
      const { length } = wall.facts;
      await player.does({ kind, agent: 0 });
      await clock.pass(LIMITS.tickMs);
      await until(() => wall.facts.length > length, 2_000);
    }
  });

  it('[L3] leaves eight seconds to answer, at any speed', async () => {
    const { code, hostToken } = await stage.openRoom({ speed: 8 });
    const host = await stage.player();
    await host.join(code, 'host', hostToken);
    await stage.seated(code).then((one) => one.does({ kind: 'takeDesk', agent: 1 }));
    await ready(code, 0);
    const room = await roomOf(code);
    expect(told(room, 'ringLasts').map(({ ms }) => ms)).toEqual([64_000]);
    await clock.passUntil(() => told(room, 'rang').length > 0);
    const rang = told(room, 'rang')[0];
    const lost = (): boolean =>
      room
        .day(0)
        .facts.some(
          (fact) =>
            (fact.kind === 'missed' || fact.kind === 'abandoned') && fact.call === rang?.call,
        );
    expect(await clock.passUntil(lost)).toBeGreaterThanOrEqual(LIMITS.leastRingMs - 300);
    await host.ask('clock', { speed: 4 });
    expect(told(room, 'ringLasts').at(-1)?.ms).toBe(32_000);
  });
});

describe('the way to a call', () => {
  const small = catalogue().filter(({ agents }) => agents <= 6);

  it.each(small.map(({ id }) => id))(
    '[L10] is short on %s: the first one rings within 15 s',
    async (scenario) => {
      for (const seed of ['a', 'b', 'c']) {
        const { code } = await stage.openRoom({ scenario, seed, speed: undefined });
        await ready(code, 0);
        const room = await roomOf(code);
        expect(room.clock.speed).toBe(5);
        expect(await clock.passUntil(() => told(room, 'rang').length > 0)).toBeLessThanOrEqual(
          15_000,
        );
        const { at } = room.clock;
        expect(at).toBe(told(room, 'rang')[0]?.at);
      }
    },
  );

  it('[L10] is made short for a host who asks, unless somebody has a caller', async () => {
    const rare = { ...SMALL.types[0], perHour: 3, id: 'a', name: 'A' };
    const scenario = { ...SMALL, types: [rare] };
    const { code, hostToken } = await stage.openRoom({ scenario, speed: 1 });
    const host = await stage.player();
    await host.join(code, 'host', hostToken);
    const room = await roomOf(code);
    const { at } = room.clock;
    expect(await host.ask('clock', { toNextCall: true })).toMatchObject({ ok: true });
    await clock.pass(1_000);
    expect(room.clock.at).toBeGreaterThan(at + 400_000);
    await clock.pass(4_000);
    const later = room.clock.at;
    expect(later).toBeLessThanOrEqual(at + LIMITS.toNextCallMs + 4_000);
    await ready(code, 0);
    await clock.passUntil(() => told(room, 'rang').length > 0);
    expect(await host.ask('clock', { toNextCall: true })).toMatchObject({
      ok: false,
      problem: { code: 'E_STATE', path: 'toNextCall' },
    });
  });

  it('[L10] is made short to the minute at which the day is to be played from', async () => {
    const { code } = await stage.openRoom({ speed: 1, startMin: 60 });
    await stage.seated(code);
    const room = await roomOf(code);
    await clock.pass(10_000);
    const { at } = room.clock;
    expect(at).toBeGreaterThanOrEqual(60 * 60_000);
    expect(at).toBeLessThanOrEqual(60 * 60_000 + 10_000);
    await expect(stage.openRoom({ startMin: 240 })).rejects.toThrow('before its end');
  });
});
