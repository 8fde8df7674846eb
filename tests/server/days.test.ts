import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashFacts, replay, type TimedCommand, WIRE_VERSION } from '../../models/doors/live.ts';
import { isProblem, readScenario, type Scenario } from '../../models/doors/scenario.ts';
import type { Room } from '../../server/rooms/room.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { FakeClock } from './fake-clock.ts';
import { FlakyStore } from './flaky-store.ts';
import { type Player, SMALL, Stage, until } from './stage.ts';

/** A room of two teams, each a day of its own, with the same callers. */

let folder: string;
let store: FlakyStore;
let stage: Stage;
let clock: FakeClock;
const open = async (): Promise<void> => {
  store = new FlakyStore((await openSqlite(folder)).store);
  stage = await Stage.open({ store, clock });
};
const close = async (): Promise<void> => {
  await stage.close();
  await store.close();
};
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'contretemps-days-'));
  clock = new FakeClock();
  await open();
});
afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

const reading = readScenario(SMALL);
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const scenario: Scenario = reading.scenario;
const roomOf = async (code: string): Promise<Room> => (await stage.app.rooms.find(code)) as Room;

/** Two people, each at desk 2 of a day of their own. */
async function teams(): Promise<{ code: string; hostToken: string; ann: Player; bob: Player }> {
  const opened = await stage.app.rooms.open({
    ...{ scenario, seed: 'same', speed: 8, paused: false, teams: 2 },
  });
  if (isProblem(opened)) throw new Error(opened.says.en);
  const { code } = opened;
  const [ann, bob] = [await stage.seated(code), await stage.seated(code)];
  for (const [day, player] of [ann, bob].entries()) {
    // Each has a desk of their team at once; these two prefer another.
    expect(player.joined).toMatchObject({ teams: 2, team: day, day, agent: 0 });
    await player.does({ kind: 'leaveDesk', agent: 0 });
    const taken = await player.ask('command', {
      ...{ id: 'take', day, command: { kind: 'takeDesk', agent: 2 } },
    });
    expect(taken).toMatchObject({ ok: true, day, snapshot: { as: 'desk', day } });
  }
  return { ...opened, ann, bob };
}

/** The facts that the log alone makes of a day. */
async function remade(id: string, day: number): Promise<readonly object[]> {
  const commands = (await store.log(id))
    .filter((entry) => entry.kind === 'command' && entry.day === day)
    .map(({ at, body }): TimedCommand => ({ at, command: JSON.parse(body).command }));
  const facts = replay(scenario, 'same', commands);
  if (isProblem(facts)) throw new Error(facts.says.en);
  return facts;
}

describe('a room of two days', () => {
  it('[L15] keeps commands, facts and desks of each apart, and one clock for both', async () => {
    const { ann, bob, code, hostToken } = await teams();
    await ann.does({ kind: 'ready', agent: 2 });
    await bob.does({ kind: 'notReady', agent: 2, reason: 'admin' });
    await clock.pass(4_000);
    const room = await roomOf(code);
    const [first, second] = [room.day(0), room.day(1)];
    expect(first.moment.at).toBe(second.moment.at);
    // The same callers, met by others.
    const arrivals = (facts: typeof first.facts) =>
      facts.filter(({ kind }) => kind === 'arrived').map(({ n, ...rest }) => rest);
    expect(arrivals(first.facts)).toEqual(arrivals(second.facts));
    expect(hashFacts(first.facts)).not.toBe(hashFacts(second.facts));
    for (const [day, player] of [ann, bob].entries()) {
      await until(() => player.batches.at(-1)?.upTo === room.day(day).facts.length - 1);
      expect(new Set(player.batches.map((batch) => batch.day))).toContain(day);
      const own = player.batches.filter((batch) => batch.day === day);
      expect(
        own
          .flatMap((batch) => batch.facts)
          .every(({ n, at, kind }) => {
            const fact = room.day(day).facts[n];
            return fact?.at === at && fact.kind === kind;
          }),
      ).toBe(true);
      for (const fact of player.facts) expect(fact).not.toHaveProperty('day');
    }
    const host = await stage.player();
    await host.join(code, 'host', hostToken);
    await host.ask('clock', { speed: 7, paused: true });
    for (const player of [ann, bob]) await until(() => player.batches.at(-1)?.clock.speed === 7);
    expect(ann.batches.at(-1)?.clock).toEqual(bob.batches.at(-1)?.clock);
  });

  it('lets nobody reach into the other day, nor into one that is not there', async () => {
    const { ann, code } = await teams();
    const command = { kind: 'ready', agent: 2 };
    expect(await ann.ask('command', { id: 'a', day: 1, command })).toMatchObject({
      problem: { code: 'E_FORBIDDEN' },
    });
    expect(await ann.ask('command', { id: 'b', day: 2, command })).toMatchObject({
      problem: { code: 'E_UNKNOWN', path: 'day' },
    });
    expect(await ann.ask('price', { day: 1 })).toMatchObject({ problem: { code: 'E_FORBIDDEN' } });
    expect(await ann.ask('facts', { day: 2, after: -1 })).toMatchObject({
      problem: { code: 'E_UNKNOWN' },
    });
    // Numbers of another day say nothing here: the view is given whole.
    expect(await ann.ask('facts', { day: 1, after: 0 })).toMatchObject({
      ok: true,
      snapshot: { as: 'desk', day: 0 },
    });
    const response = await fetch(`${stage.url}/api/rooms/${code}/what-if?day=2`);
    expect([response.status, await response.json()]).toMatchObject([404, { ok: false }]);
  });

  it('has two walls', async () => {
    const { bob, code } = await teams();
    const wall = await stage.player();
    const ask = { code, role: 'wall', day: 1, wire: WIRE_VERSION };
    expect(await wall.ask('join', ask)).toMatchObject({ ok: true, day: 1, taken: [2] });
    await bob.does({ kind: 'ready', agent: 2 });
    await clock.pass(2_000);
    await until(() => wall.facts.some((fact) => fact.kind === 'ready' && fact.agent === 2));
    expect(wall.batches.every((batch) => batch.day === 1)).toBe(true);
  });

  it('comes back whole after the server died', async () => {
    const { ann, bob, code } = await teams();
    const tokens = [ann, bob].map((player) => player.joined?.token ?? '');
    await ann.does({ kind: 'ready', agent: 2 });
    await clock.pass(3_300);
    await bob.does({ kind: 'ready', agent: 2 }, 'kept');
    await clock.pass(1_700);
    const before = await roomOf(code);
    const hashes = [0, 1].map((day) => hashFacts(before.day(day).facts));
    const { at } = before.clock;
    const { id } = before;
    await close();
    await open();
    const after = await roomOf(code);
    expect(after.clock).toMatchObject({ at, speed: 8 });
    expect([0, 1].map((day) => hashFacts(after.day(day).facts))).toEqual(hashes);
    for (const day of [0, 1])
      expect(after.day(day).facts).toEqual(
        (await remade(id, day)).slice(0, after.day(day).facts.length),
      );
    for (const [day, token] of tokens.entries()) {
      const back = await stage.player();
      const joined = await back.join(code, 'seat', token);
      expect(joined).toMatchObject({ day, agent: 2, snapshot: { as: 'desk', day } });
      if (day === 1)
        expect(await back.command({ kind: 'ready', agent: 2 }, 'kept')).toMatchObject({ day: 1 });
    }
  });

  it('undoes in both what the disk refused, and goes on', async () => {
    const { ann, bob, code } = await teams();
    await clock.pass(2_000);
    store.mood = 'full';
    expect(await bob.command({ kind: 'ready', agent: 2 })).toMatchObject({
      problem: { code: 'E_STORAGE' },
    });
    await clock.pass(500);
    for (const player of [ann, bob])
      await until(() => player.batches.at(-1)?.clock.trouble === 'storage');
    store.mood = 'well';
    const room = await roomOf(code);
    // What the disk does takes real time, of which the clock of the test knows nothing.
    while (room.clock.trouble !== undefined) {
      await clock.pass(250);
      await new Promise((turn) => setTimeout(turn, 5));
    }
    await ann.does({ kind: 'ready', agent: 2 });
    await clock.pass(1_000);
    for (const day of [0, 1])
      expect(room.day(day).facts).toEqual(
        (await remade(room.id, day)).slice(0, room.day(day).facts.length),
      );
  });
});
