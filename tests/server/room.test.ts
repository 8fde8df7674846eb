import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Fact,
  forAudience,
  type Snapshot,
  startWall,
  stepWall,
  WIRE_VERSION,
} from '../../models/doors/live.ts';
import { FORMAT } from '../../models/doors/scenario.ts';
import type { Room } from '../../server/rooms/room.ts';
import { type Player, SMALL, Stage, until } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

const roomOf = async (code: string): Promise<Room> => (await stage.app.rooms.find(code)) as Room;

/** Takes a desk, gets ready, and waits until the telephone rings there. */
async function ringing(player: Player, agent = 0): Promise<number> {
  await player.does({ kind: 'takeDesk', agent });
  await player.does({ kind: 'ready', agent });
  const rang = (fact: Fact) => fact.kind === 'rang' && fact.agent === agent;
  await until(() => player.facts.some(rang));
  const fact = player.facts.findLast(rang);
  return fact?.kind === 'rang' ? fact.call : -1;
}

describe('a room', () => {
  it('lets a person take a desk and serve a caller from ring to conclusion', async () => {
    const { code } = await stage.openRoom();
    const player = await stage.seated(code);
    const call = await ringing(player);
    await player.does({ kind: 'answer', agent: 0, call });
    await player.does({ kind: 'hold', agent: 0, call });
    await player.does({ kind: 'resume', agent: 0, call });
    await player.does({ kind: 'conclude', agent: 0, call });
    await until(() => player.facts.some((fact) => fact.kind === 'concluded' && fact.call === call));
    const mine = player.facts.filter((fact) => 'call' in fact && fact.call === call);
    const kinds = mine.map((fact) => fact.kind).filter((kind) => kind !== 'queued');
    expect(kinds.slice(-5)).toEqual(['rang', 'answered', 'held', 'resumed', 'concluded']);
    expect(mine.find((fact) => fact.kind === 'rang')).toMatchObject({ says: expect.any(Number) });
  });

  it('answers a command before it sends what follows from it', async () => {
    const { code } = await stage.openRoom();
    const player = await stage.seated(code);
    await player.does({ kind: 'takeDesk', agent: 0 });
    const order: string[] = [];
    player.socket.on('facts', (batch) => {
      if (batch.facts.some((fact) => fact.kind === 'ready' && fact.agent === 0)) order.push('fact');
    });
    // By callback: a promise would be heard later than the next frame.
    player.socket.emit('command', { id: 'r', command: { kind: 'ready', agent: 0 } }, (reply) =>
      order.push(reply.ok ? 'answer' : reply.problem.code),
    );
    await until(() => order.includes('fact'));
    expect(order[0]).toBe('answer');
  });

  it('starts its clock with the first person, unless it is to wait for the host', async () => {
    const free = await stage.openRoom();
    const held = await stage.openRoom({ paused: true });
    expect((await roomOf(free.code)).clock).toMatchObject({ at: 0, paused: true });
    const watcher = await stage.player();
    expect((await watcher.join(free.code, 'wall')).clock.paused).toBe(false);
    await until(() => (watcher.batches.at(-1)?.clock.at ?? 0) > 1_000);
    const other = await stage.player();
    expect((await other.join(held.code, 'wall')).clock).toMatchObject({ at: 0, paused: true });
  });

  it('obeys its host alone for speed and pause', async () => {
    const { code, hostToken } = await stage.openRoom({ paused: true });
    const host = await stage.player();
    const watcher = await stage.player();
    await watcher.join(code, 'wall');
    await host.join(code, 'host', hostToken);
    expect(await watcher.ask('clock', { paused: false })).toMatchObject({
      problem: { code: 'E_FORBIDDEN' },
    });
    const set = await host.ask<{ clock: object }>('clock', { speed: 60, paused: false });
    expect(set).toMatchObject({ ok: true, clock: { speed: 60, paused: false } });
    await until(() => (watcher.batches.at(-1)?.clock.at ?? 0) > 20_000);
    await host.ask('clock', { paused: true });
    const { at } = (await roomOf(code)).clock;
    await until(() => watcher.batches.at(-1)?.clock.paused);
    await until(() => watcher.batches.filter((batch) => batch.clock.paused).length > 1);
    expect((await roomOf(code)).clock.at).toBe(at);
  });

  it('refuses a host without the token, and lets several hold the clock at once', async () => {
    const { code, hostToken } = await stage.openRoom();
    const [first, second] = [await stage.player(), await stage.player()];
    const wrong = `${hostToken.slice(0, -2)}AA`;
    for (const token of [wrong, '', undefined])
      expect(
        await first.ask('join', { wire: WIRE_VERSION, code, role: 'host', token }),
      ).toMatchObject({ problem: { code: 'E_TOKEN' } });
    await first.join(code, 'host', hostToken);
    await second.join(code, 'host', hostToken);
    for (const [host, speed] of [
      [first, 2],
      [second, 3],
      [first, 4],
    ] as const) {
      expect(await host.ask('clock', { speed })).toMatchObject({ ok: true, clock: { speed } });
      await until(() => [first, second].every((one) => one.batches.at(-1)?.clock.speed === speed));
    }
    expect([...first.told, ...second.told]).toEqual([]);
  });

  it('gives everybody the same facts, without gap, filtered by the one door', async () => {
    const { code } = await stage.openRoom();
    const watcher = await stage.player();
    const first = (await watcher.join(code, 'wall')).snapshot;
    const player = await stage.seated(code);
    const call = await ringing(player);
    await player.does({ kind: 'answer', agent: 0, call });
    await until(() => watcher.facts.some((fact) => fact.kind === 'answered' && fact.agent === 0));
    let n = first.n;
    for (const batch of watcher.batches) {
      expect(batch.after).toBe(n);
      n = batch.upTo;
    }
    const room = await roomOf(code);
    const expected = room
      .day(0)
      .facts.slice(first.n + 1, n + 1)
      .map((fact) => forAudience(fact, { as: 'wall' }));
    expect(watcher.facts).toEqual(expected);
    // The snapshot folded on is what whoever joins now is given.
    const late = await stage.player();
    const snapshot = (await late.join(code, 'wall')).snapshot as Snapshot & { as: 'wall' };
    const view = startWall(room.publicView);
    for (const fact of room.day(0).facts.slice(0, snapshot.n + 1)) {
      const known = forAudience(fact, { as: 'wall' });
      if (known !== null) stepWall(view, known);
    }
    expect(snapshot.view).toEqual(JSON.parse(JSON.stringify(view)));
  });

  it('tells whoever watches a day at rest, and no desk, how it has been lived', async () => {
    const arbitration = { handling: { wrapUpMin: 0 }, returns: { backProbability: 0 } };
    const scenario = { ...SMALL, format: FORMAT, arbitration };
    const { code, hostToken } = await stage.openRoom({ scenario, speed: 60 });
    const host = await stage.player();
    const first = await host.join(code, 'host', hostToken);
    expect(first.lived).toBeUndefined();
    await until(() => host.batches.some(({ lived }) => lived !== undefined));
    await host.ask('clock', { paused: true });
    await until(() => host.batches.at(-1)?.clock.paused === true);
    const late = await stage.player();
    const told = host.batches.at(-1)?.lived;
    expect((await late.join(code, 'wall')).lived).toEqual(told);
    expect(told?.callers).toBeGreaterThan(0);
    const player = await stage.seated(code);
    await player.does({ kind: 'takeDesk', agent: 0 });
    const back = await late.join(code, 'seat', player.joined?.token);
    expect(back).toMatchObject({ agent: 0 });
    expect(back.lived).toBeUndefined();
  });

  it('gives what was missed, or a snapshot where that is shorter', async () => {
    await stage.close();
    stage = await Stage.open({ limits: { factsInBatch: 120 } });
    const { code } = await stage.openRoom({ speed: 60 });
    const watcher = await stage.player();
    await watcher.join(code, 'wall');
    await until(() => watcher.facts.length > 150);
    const seen = watcher.batches.at(-1)?.upTo ?? 0;
    const some = await watcher.ask<{ batch: { facts: Fact[]; after: number } }>('facts', {
      after: seen - 100,
    });
    if (!some.ok) throw new Error(some.problem.says.en);
    expect(some.batch.after).toBe(seen - 100);
    const known = watcher.facts.filter((fact) => fact.n > seen - 100 && fact.n <= seen);
    expect(known).toHaveLength(100);
    expect(some.batch.facts.slice(0, 100)).toEqual(known);
    const many = await watcher.ask<{ snapshot: Snapshot }>('facts', { after: 0 });
    expect(many).toMatchObject({ ok: true, snapshot: { as: 'wall' } });
    const future = await watcher.ask<{ snapshot: Snapshot }>('facts', { after: 9_999_999 });
    expect(future).toMatchObject({ ok: true, snapshot: { as: 'wall' } });
  });
});

describe('a command', () => {
  it('is done once, however often it comes, and answered alike each time', async () => {
    const { code } = await stage.openRoom({ paused: true });
    const player = await stage.seated(code);
    await player.does({ kind: 'takeDesk', agent: 0 }, 'take');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => player.command({ kind: 'ready', agent: 0 }, 'same')),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: true });
    const room = await roomOf(code);
    const entries = room.days.logEntries;
    expect(await player.command({ kind: 'ready', agent: 0 }, 'same')).toEqual(answers[0]);
    expect(room.days.logEntries).toBe(entries);
    expect(
      room.day(0).facts.filter((fact) => fact.kind === 'ready' && fact.agent === 0),
    ).toHaveLength(1);
    // A refusal too is remembered: the same id is the same question.
    const refused = await player.command({ kind: 'hold', agent: 0, call: 1 }, 'no');
    expect(await player.command({ kind: 'hold', agent: 0, call: 1 }, 'no')).toEqual(refused);
    expect(await player.command({ kind: 'takeDesk', agent: 0 }, 'take')).toMatchObject({
      ok: true,
      snapshot: { as: 'desk', view: { agent: 0 } },
    });
  });

  it('about a call that has left is refused in a sentence, and changes nothing', async () => {
    const { code } = await stage.openRoom();
    const player = await stage.seated(code);
    const call = await ringing(player);
    const stale = await player.command({ kind: 'answer', agent: 0, call: call - 1 });
    expect(stale).toMatchObject({
      ok: false,
      problem: { code: 'E_STALE', says: { fr: expect.any(String), en: expect.any(String) } },
    });
    await player.does({ kind: 'answer', agent: 0, call });
  });

  it('is for one’s own desk only', async () => {
    const { code } = await stage.openRoom({ paused: true });
    const [ann, bob, watcher] = [
      await stage.seated(code),
      await stage.seated(code),
      await stage.player(),
    ];
    await watcher.join(code, 'wall');
    await ann.does({ kind: 'takeDesk', agent: 0 });
    const refusals = {
      'another’s desk': await bob.command({ kind: 'ready', agent: 0 }),
      'a desk that is taken': await bob.command({ kind: 'takeDesk', agent: 0 }),
      'a desk that is not there': await bob.command({ kind: 'takeDesk', agent: 99 }),
      'a second desk': await ann.command({ kind: 'takeDesk', agent: 1 }),
      'no desk': await bob.command({ kind: 'leaveDesk', agent: 1 }),
      'no seat': await watcher.command({ kind: 'takeDesk', agent: 1 }),
    };
    const codes = Object.entries(refusals).map(([what, reply]) => [
      what,
      reply.ok ? 'done' : reply.problem.code,
    ]);
    expect(Object.fromEntries(codes)).toEqual({
      'another’s desk': 'E_FORBIDDEN',
      'a desk that is taken': 'E_STATE',
      'a desk that is not there': 'E_UNKNOWN',
      'a second desk': 'E_STATE',
      'no desk': 'E_FORBIDDEN',
      'no seat': 'E_FORBIDDEN',
    });
  });

  it('before joining is refused', async () => {
    const player = await stage.player();
    for (const reply of [
      await player.command({ kind: 'takeDesk', agent: 0 }),
      await player.ask('facts', { after: 0 }),
      await player.ask('clock', { speed: 2 }),
    ])
      expect(reply).toMatchObject({ ok: false, problem: { code: 'E_STATE' } });
  });
});

describe('a seat', () => {
  it('is found again after a reload, on any device: same desk, same call', async () => {
    const { code } = await stage.openRoom();
    const before = await stage.seated(code);
    const token = before.joined?.token ?? '';
    const call = await ringing(before);
    await before.does({ kind: 'answer', agent: 0, call });
    before.close();
    const after = await stage.player();
    const joined = await after.join(code, 'seat', token);
    expect(joined).toMatchObject({ agent: 0, token, taken: [0] });
    expect(joined.snapshot).toMatchObject({ as: 'desk', view: { call: { call } } });
    await after.does({ kind: 'conclude', agent: 0, call });
  });

  it('belongs to its newest connection; the one before is told and may take it back', async () => {
    const { code } = await stage.openRoom({ paused: true });
    const old = await stage.seated(code);
    const token = old.joined?.token ?? '';
    await old.does({ kind: 'takeDesk', agent: 0 });
    const now = await stage.seated(code, token);
    await until(() => old.told.includes('replaced'));
    expect(await old.command({ kind: 'ready', agent: 0 })).toMatchObject({
      problem: { code: 'E_TOKEN' },
    });
    expect(await old.ask('facts', { after: 0 })).toMatchObject({ problem: { code: 'E_TOKEN' } });
    await now.does({ kind: 'ready', agent: 0 });
    expect(await old.join(code, 'seat', token)).toMatchObject({ agent: 0 });
    await until(() => now.told.includes('replaced'));
    await old.does({ kind: 'notReady', agent: 0, reason: 'break' });
  });

  it('unknown to the room is refused in a sentence', async () => {
    const { code } = await stage.openRoom();
    const player = await stage.player();
    expect(
      await player.ask('join', { wire: WIRE_VERSION, code, role: 'seat', token: 'x'.repeat(43) }),
    ).toMatchObject({
      problem: { code: 'E_TOKEN' },
    });
  });

  it('keeps the host’s right beside it', async () => {
    const { code, hostToken } = await stage.openRoom({ paused: true });
    const player = await stage.seated(code);
    await player.does({ kind: 'takeDesk', agent: 0 });
    expect(await player.join(code, 'host', hostToken)).toMatchObject({ agent: 0 });
    expect(await player.ask('clock', { paused: false })).toMatchObject({ ok: true });
    await player.does({ kind: 'ready', agent: 0 });
  });

  it('is one of as many as the room takes', async () => {
    await stage.close();
    stage = await Stage.open({ limits: { seats: 2, peopleInRoom: 3 } });
    const { code } = await stage.openRoom();
    await stage.seated(code);
    await stage.seated(code);
    await expect(stage.seated(code)).rejects.toThrow('E_BUSY');
    const watcher = await stage.player();
    await watcher.join(code, 'wall');
    const late = await stage.player();
    await expect(late.join(code, 'wall')).rejects.toThrow('E_BUSY');
  });
});

describe('a room of the day’s end', () => {
  it('says so and takes no more commands', async () => {
    const short = { ...SMALL, day: { lengthMin: 1 } };
    const { code } = await stage.openRoom({ scenario: short, speed: 60 });
    const player = await stage.seated(code);
    await until(() => player.batches.at(-1)?.clock.over);
    expect(player.facts.at(-1)?.kind).toBe('ended');
    expect(await player.command({ kind: 'takeDesk', agent: 0 })).toMatchObject({
      problem: { code: 'E_STATE' },
    });
  });
});
