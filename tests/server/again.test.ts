import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Problem, readScenario } from '../../models/doors/scenario.ts';
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

  it('leaves the scenario to a host, and to anybody once the day is over', async () => {
    const { code, hostToken } = await stage.openRoom({ scenario: SHORT, seed: SEED, speed: 60 });
    await stage.seated(code);
    const asked = async (token?: string) => {
      const headers: Record<string, string> =
        token === undefined ? {} : { authorization: `Bearer ${token}` };
      const response = await fetch(`${stage.url}/api/rooms/${code}/scenario`, { headers });
      const { problem, scenario } = await response.json();
      return [response.status, problem?.code ?? readScenario(scenario).ok];
    };
    expect(await asked()).toEqual([409, 'E_STATE']);
    expect(await asked('not-the-token')).toEqual([401, 'E_TOKEN']);
    expect(await asked(hostToken)).toEqual([200, true]);
    await playOut(code);
    expect(await asked()).toEqual([200, true]);
    const text = await (await fetch(`${stage.url}/api/rooms/${code}/scenario`)).text();
    expect(text).not.toContain(SEED);
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

  it('leads all who are still there to that room, and hosts with its token', async () => {
    const { code, hostToken } = await stage.openRoom({ scenario: SHORT, seed: SEED, speed: 8 });
    const [one, two] = [await stage.seated(code), await stage.seated(code)];
    const host = await stage.player();
    await host.join(code, 'wall', undefined, hostToken);
    await playOut(code);
    const told = [one, two, host].map(frames);
    // Whoever shows no host's token leads nobody anywhere.
    const astray = await (await stage.post({ again: code })).json();
    expect((await (await stage.post({ again: code, host: 'x' })).json()).ok).toBe(false);
    await clock.pass(250);
    expect(JSON.stringify(told)).not.toContain('moved');
    // Two hosts at once mean one room.
    const asks = [1, 2].map(async () =>
      (await stage.post({ again: code, host: hostToken })).json(),
    );
    const [opened, same] = await Promise.all(asks);
    expect(opened).toMatchObject({ ok: true, alone: false, hostToken: expect.any(String) });
    expect(same).toEqual(opened);
    expect(opened.code).not.toBe(astray.code);
    await one.ask('facts', { after: 0 });
    await host.ask('facts', { after: 0 });
    const ways = told.map((all) => all.filter((each) => each.startsWith('["moved"')));
    expect(ways.map(({ length }) => length)).toEqual([1, 1, 1]);
    expect(ways[0]).not.toEqual(ways[2]);
    expect(JSON.stringify(ways.slice(0, 2))).not.toContain(opened.hostToken);
    const way = JSON.parse(ways[2]?.[0] ?? '')[1];
    expect(way).toEqual({ code: opened.code, key: expect.any(String), host: opened.hostToken });
    // Its key is that of the other room's QR code, and who comes late is told as well.
    const there = await stage.player();
    expect((await there.join(way.code, 'wall')).key).toBe(way.key);
    const late = await stage.player();
    expect((await late.join(code, 'wall')).moved).toEqual({ code: way.code, key: way.key });
  });

  it('says that who played alone did, whose way is to a desk', async () => {
    const { code, hostToken } = await stage.openRoom({ seed: SEED, speed: 60 });
    await stage.seated(code);
    await playOut(code);
    const opened = await (await stage.post({ again: code, host: hostToken })).json();
    expect(opened).toMatchObject({ ok: true, alone: true });
  });
});
