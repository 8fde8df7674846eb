import { afterEach, describe, expect, it, vi } from 'vitest';
import { Room } from '../../client/state/room.ts';
import { SocketWire } from '../../client/wire/socket.ts';
import { adviceOf } from '../../models/doors/live.ts';
import { problem } from '../../models/doors/scenario.ts';
import { LocalRoom, LocalWire } from './local.ts';
import { TEN } from './stage/scenes.ts';
import { STATION } from './station.ts';

const MINUTE_MS = 60_000;
const open: Room[] = [];
afterEach(() => {
  for (const room of open.splice(0)) room.close();
});

/** A room of the engine, and this device in it; `as` -1 watches. */
async function enter(agent = -1, token?: string, scenario = STATION) {
  const local = new LocalRoom(scenario);
  const wire = new LocalWire(local);
  wire.agent = agent;
  if (agent >= 0) local.accept({ kind: 'takeDesk', agent });
  const kept: string[] = [];
  const joining = { code: local.code, role: 'seat' as const };
  const room = new Room(wire, {
    ...joining,
    token: () => kept.at(-1) ?? token,
    keep: (one) => kept.push(one),
  });
  open.push(room);
  wire.connect();
  await vi.waitFor(() => expect(room.state.publicView).not.toBeNull());
  return { local, wire, room, kept };
}

const asks = (wire: LocalWire, kind: string) => wire.asked.filter((one) => one.kind === kind);
/** What the server itself would say this desk sees now. */
const truth = (local: LocalRoom, agent: number) => {
  const snapshot = local.snapshot(agent < 0 ? { as: 'wall' } : { as: 'desk', agent });
  return snapshot.view;
};

describe('a room followed', () => {
  it.each([-1, 2])('is the fold of its facts, for agent %i', async (agent) => {
    const { local, room } = await enter(agent);
    for (let at = 0; at <= 40 * MINUTE_MS; at += 7_000) local.advanceTo(at);
    const { desk, wall, n } = room.state;
    expect(n).toBe(local.session.facts.length - 1);
    expect(n).toBeGreaterThan(100);
    expect(agent < 0 ? wall : desk).toEqual(truth(local, agent));
  });

  it('knows what time is worth where it has a price, and nothing of it elsewhere', async () => {
    const classical = (await enter()).room;
    expect(classical.state.advice).toBeNull();
    const { room } = await enter(2, undefined, TEN);
    expect(room.state.advice).toEqual(JSON.parse(JSON.stringify(adviceOf(TEN))));
  });

  it.each([
    [-1, TEN, true],
    [2, TEN, false],
    [-1, STATION, false],
  ])('is told how the day is lived on the wall only: %i', async (agent, scenario, told) => {
    const { local, room } = await enter(agent, undefined, scenario);
    local.advanceTo(90 * MINUTE_MS);
    const { lived } = room.state;
    if (!told) return expect(lived).toBeNull();
    expect(lived?.callers).toBeGreaterThan(20);
    expect(lived?.mean).toBeGreaterThan(lived?.lowestTenth ?? 101);
    // What was told stays until there is more to tell.
    local.setClock({ paused: true });
    expect(room.state.lived).toEqual(lived);
  });

  it('knows how a day at rest has been lived from the moment it is joined', async () => {
    const { local, room, wire } = await enter(-1, undefined, TEN);
    local.advanceTo(90 * MINUTE_MS);
    const { lived } = room.state;
    const late = new Room(new LocalWire(local).connect(), {
      ...{ code: local.code, role: 'wall' as const },
      ...{ token: () => undefined, keep: () => {} },
    });
    open.push(late);
    await vi.waitFor(() => expect(late.state.publicView).not.toBeNull());
    expect(late.state.lived).toEqual(lived);
    expect(lived).not.toBeNull();
    wire.cut();
    wire.connect();
    await vi.waitFor(() => expect(asks(wire, 'join')).toHaveLength(2));
    expect(room.state.lived).toEqual(lived);
  });

  it('keeps the token it was given, and shows it on the next connection', async () => {
    const { wire, kept } = await enter(2);
    expect(kept).toEqual(['seat']);
    wire.cut();
    wire.connect();
    await vi.waitFor(() => expect(asks(wire, 'join')).toHaveLength(2));
    expect(asks(wire, 'join')[1]?.ask).toMatchObject({ token: 'seat' });
  });

  it('asks once for what was lost, and folds what came meanwhile after it', async () => {
    const { local, wire, room } = await enter(2);
    local.advanceTo(2 * MINUTE_MS);
    let answer = () => {};
    wire.gate = new Promise((resolve) => (answer = resolve));
    wire.lose = 1;
    for (let at = 4 * MINUTE_MS; at <= 10 * MINUTE_MS; at += 30_000) local.advanceTo(at);
    expect(asks(wire, 'facts')).toHaveLength(1);
    answer();
    await vi.waitFor(() => expect(room.state.n).toBe(local.session.facts.length - 1));
    expect(room.state.desk).toEqual(truth(local, 2));
    local.advanceTo(12 * MINUTE_MS);
    expect(asks(wire, 'facts')).toHaveLength(1);
    expect(room.state.desk).toEqual(truth(local, 2));
  });

  it('is whole again after a broken connection', async () => {
    const { local, wire, room } = await enter(2);
    local.advanceTo(5 * MINUTE_MS);
    wire.cut();
    expect(room.state.link).toBe('offline');
    local.advanceTo(9 * MINUTE_MS);
    wire.connect();
    await vi.waitFor(() => expect(room.state.n).toBe(local.session.facts.length - 1));
    expect(room.state.desk).toEqual(truth(local, 2));
  });

  it('takes a new seat where its own is no longer known', async () => {
    const local = new LocalRoom(STATION);
    const wire = new LocalWire(local);
    const ask = wire.ask.bind(wire);
    const unknown = problem('E_TOKEN', 'token', 'Cette place est inconnue.', 'Unknown seat.');
    wire.ask = async (kind, sent) =>
      kind === 'join' && 'token' in sent ? { ok: false, problem: unknown } : ask(kind, sent);
    const room = new Room(wire, {
      code: local.code,
      role: 'seat',
      token: () => 'of yesterday',
      keep: () => {},
    });
    open.push(room);
    wire.connect();
    await vi.waitFor(() => expect(room.state.publicView).not.toBeNull());
    expect(room.state.refusal).toBeNull();
  });

  it('says why a room cannot be joined', async () => {
    const local = new LocalRoom(STATION);
    const wire = new LocalWire(local);
    const none = problem('E_UNKNOWN', 'code', 'Aucune salle n’a ce code.', 'No such room.');
    wire.ask = async () => ({ ok: false, problem: none });
    const room = new Room(wire, {
      code: 'X',
      role: 'wall',
      token: () => undefined,
      keep: () => {},
    });
    open.push(room);
    wire.connect();
    await vi.waitFor(() => expect(room.state.refusal).toEqual(none));
  });
});

describe('a command', () => {
  it('takes a desk, and shows what that desk sees', async () => {
    const { local, room } = await enter();
    expect(await room.command({ kind: 'takeDesk', agent: 3 })).toBeNull();
    expect(room.state.agent).toBe(3);
    expect(room.state.desk).toEqual(truth(local, 3));
    expect(await room.command({ kind: 'leaveDesk', agent: 3 })).toBeNull();
    expect(room.state.agent).toBe(-1);
    expect(room.state.desk).toBeNull();
  });

  it('moves nothing before its facts have come', async () => {
    const { wire, room } = await enter(2);
    let answer = () => {};
    wire.gate = new Promise((resolve) => (answer = resolve));
    const before = structuredClone(room.state.desk);
    const done = room.command({ kind: 'ready', agent: 2 });
    expect(room.state.pending).toBe('ready');
    expect(room.state.desk).toEqual(before);
    answer();
    expect(await done).toBeNull();
    expect(room.state.pending).toBeNull();
    await vi.waitFor(() => expect(room.state.desk?.team[2]?.state).toBe('ready'));
  });

  it('that is refused changes nothing and gives its sentence', async () => {
    const { room } = await enter(2);
    const before = structuredClone(room.state.desk);
    const refusal = await room.command({ kind: 'answer', agent: 2, call: 9 });
    expect(refusal?.code).toBe('E_STALE');
    expect(refusal?.says.fr).toMatch(/\.$/);
    expect(room.state.desk).toEqual(before);
  });

  it('never bears the id of another', async () => {
    const { wire, room } = await enter(2);
    for (let i = 0; i < 3; i++) await room.command({ kind: 'ready', agent: 2 });
    const ids = asks(wire, 'command').map(({ ask }) => (ask as { id: string }).id);
    expect(new Set(ids).size).toBe(3);
  });

  it('without a connection is refused at once and never sent', async () => {
    const wire = new SocketWire('http://127.0.0.1:9');
    await vi.waitFor(() => expect(wire.link$.value).toBe('offline'), { timeout: 5_000 });
    const reply = await wire.ask('clock', { paused: true });
    expect(reply.ok).toBe(false);
    if (!reply.ok) expect(reply.problem.says.fr).toContain('rien n’a été envoyé');
    wire.close();
  });
});
