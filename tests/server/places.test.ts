import { afterEach, describe, expect, it } from 'vitest';
import { FakeClock } from './fake-clock.ts';
import { type Player, Stage, until } from './stage.ts';

let stage: Stage;
const clock = new FakeClock();
afterEach(() => stage.close());

const hosted = async (paused: boolean): Promise<{ code: string; host: Player }> => {
  const { code, hostToken } = await stage.openRoom();
  const host = await stage.player();
  await host.join(code, 'host', hostToken);
  await host.ask('clock', { speed: 5, paused });
  return { code, host };
};
const opens = async (): Promise<number> =>
  (await stage.post({ scenario: 'petit-standard' })).status;

describe('the places of the rooms that are awake', () => {
  it('are not held by a room that stands still, where nobody asks anything', async () => {
    stage = await Stage.open({ clock, limits: { rooms: 2 } });
    const [still, going] = [await hosted(true), await hosted(false)];
    expect(await opens()).toBe(503);
    clock.jump(11 * 60_000);
    expect(await opens()).toBe(201);
    await until(() => still.host.told.includes('asleep'));
    expect(going.host.told).not.toContain('asleep');
    // Its page hears no more; whoever joins again wakes it, once there is a place.
    expect(await still.host.ask('clock', { paused: false })).toMatchObject({ ok: false });
    await going.host.ask('clock', { paused: true });
    clock.jump(11 * 60_000);
    const back = await stage.player();
    expect((await back.join(still.code, 'wall')).clock.paused).toBe(true);
  });

  it('nor does one room take the whole disk: its day stops at its share, and can be looked at', async () => {
    stage = await Stage.open({ clock, limits: { roomBytes: 20_000 } });
    const { code, hostToken } = await stage.openRoom({ speed: 60 });
    const player = await stage.seated(code);
    for (let i = 0; i < 60; i += 1) await clock.pass(1_000);
    const asked = await player.command({ kind: 'takeDesk', agent: 0 });
    expect(asked).toMatchObject({ ok: false, problem: { code: 'E_SIZE' } });
    const host = await stage.player();
    const { clock: shown } = await host.join(code, 'host', hostToken);
    expect(shown).toMatchObject({ paused: true, over: false });
    const room = await stage.app.rooms.find(code);
    if (!('day' in room)) throw new Error('no room');
    const { length } = room.day(0).facts;
    await clock.pass(5_000);
    expect(room.day(0).facts.length).toBe(length);
  });
});
