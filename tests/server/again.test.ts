import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../models/doors/scenario.ts';
import type { Room } from '../../server/rooms/room.ts';
import { FakeClock } from './fake-clock.ts';
import { type Player, SMALL, Stage } from './stage.ts';

/** The seed of a room: who knows it knows all callers to come. */

const SEED = 'zebra-7431';
/** A room of several goes × 8 at most. */
const SHORT = { ...SMALL, day: { lengthMin: 20 } };
let stage: Stage;
const clock = new FakeClock();
beforeEach(async () => {
  stage = await Stage.open({ clock });
});
afterEach(() => stage.close());

const roomOf = async (code: string): Promise<Room> => (await stage.app.rooms.find(code)) as Room;
const card = async (code: string) => (await fetch(`${stage.url}/api/rooms/${code}`)).json();
/** Everything that comes to a connection. */
function frames(player: Player): string[] {
  const all: string[] = [];
  player.socket.onAny((...told) => void all.push(JSON.stringify(told)));
  return all;
}
async function playOut(code: string): Promise<void> {
  const room = await roomOf(code);
  for (let i = 0; i < 2_000 && !room.days.over; i++) await clock.pass(250);
  await new Promise<void>((done) => room.days.whenSettled(done));
  await clock.pass(250);
}

describe('the seed of a room', () => {
  it('is in no frame of a room of several until the day is over, and in its card then', async () => {
    const { code, hostToken } = await stage.openRoom({ scenario: SHORT, seed: SEED, speed: 8 });
    const players = [await stage.seated(code), await stage.seated(code), await stage.player()];
    const told = players.map(frames);
    const joined = [players[0]?.joined, players[1]?.joined];
    joined.push(await (players[2] as Player).join(code, 'host', hostToken));
    for (let i = 0; i < 20; i++) await clock.pass(250);
    expect(JSON.stringify([joined, told, await card(code)])).not.toContain(SEED);
    await playOut(code);
    expect((await card(code)).seed).toBe(SEED);
    const late = await stage.player();
    expect((await late.join(code, 'wall')).seed).toBe(SEED);
  });

  it('is told to the host as long as one person at most has played', async () => {
    const { code, hostToken } = await stage.openRoom({ seed: SEED, paused: true });
    await stage.seated(code);
    const host = await stage.player();
    expect((await host.join(code, 'host', hostToken)).seed).toBe(SEED);
    const wall = await stage.player();
    expect((await wall.join(code, 'wall')).seed).toBeUndefined();
  });

  it('brings the same callers again into another room, once the day is over', async () => {
    const { code } = await stage.openRoom({ seed: SEED, speed: 60 });
    await stage.seated(code);
    const early = await (await stage.post({ again: code })).json();
    expect(early.problem?.says.en).toMatch(/not over/);
    await playOut(code);
    const again = await (await stage.post({ again: code, paused: false })).json();
    expect(again).toMatchObject({ ok: true, hostToken: expect.any(String) });
    expect(again.code).not.toBe(code);
    await stage.seated(again.code);
    await playOut(again.code);
    const arrivals = async (one: string) =>
      (await roomOf(one)).day(0).facts.filter(({ kind }) => kind === 'arrived');
    const first = (await arrivals(code)).slice(0, 5);
    expect((await arrivals(again.code)).slice(0, 5).map(({ at }) => at)).toEqual(
      first.map(({ at }) => at),
    );
  });

  it('plays it as it was: no other seed or people, and from a minute that it has', async () => {
    const { code } = await stage.openRoom({ scenario: SHORT, seed: SEED, speed: 60 });
    await stage.seated(code);
    await playOut(code);
    const asks = [{ seed: 'other' }, { people: false }, { people: true }, { startMin: 20 }];
    const refused = [];
    for (const ask of asks) {
      const response = await stage.post({ again: code, ...ask });
      const { problem } = (await response.json()) as { problem?: Problem };
      refused.push([response.status, problem?.code, problem?.path]);
      expect(problem?.says.en).toMatch(/^.+; .+\.$/);
      expect(problem?.says.fr).toMatch(/^.+ ; .+\.$/);
    }
    expect(refused).toEqual([
      [400, 'E_TYPE', 'seed'],
      [400, 'E_TYPE', 'people'],
      [400, 'E_TYPE', 'people'],
      [400, 'E_RANGE', 'startMin'],
    ]);
    expect((await stage.post({ again: code, startMin: 19 })).status).toBe(201);
  });

  it('asks for a scenario or a room, never both nor neither', async () => {
    for (const ask of [{}, { scenario: 'petit-standard', again: 'ABCD-2345' }])
      expect((await stage.post(ask)).status).toBe(400);
  });
});
