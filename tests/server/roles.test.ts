import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WIRE_VERSION } from '../../models/doors/live.ts';
import type { Problem } from '../../models/doors/scenario.ts';
import { ROLES, type Role } from '../../server/rooms/roles.ts';
import { type Player, Stage, until } from './stage.ts';

type Ask = keyof (typeof ROLES)[Role];

let stage: Stage;
let code: string;
let hostToken: string;
beforeAll(async () => {
  stage = await Stage.open({ limits: { priceEveryMs: 0 } });
  ({ code, hostToken } = await stage.openRoom({ paused: true }));
});
afterAll(() => stage.close());

/** A connection in each role. */
const IN: Record<Role, () => Promise<Player>> = {
  stranger: () => stage.player(),
  async wall() {
    const player = await stage.player();
    await player.join(code, 'wall');
    return player;
  },
  seat: () => stage.seated(code),
  async elsewhere() {
    const player = await stage.seated(code);
    await stage.seated(code, player.joined?.token);
    await until(() => player.told.includes('replaced'));
    return player;
  },
  async host() {
    const player = await stage.player();
    await player.join(code, 'host', hostToken);
    return player;
  },
};

/** Each thing that can be asked, in a form that is understood. */
const ASKS: Record<Ask, () => object> = {
  join: () => ({ code, role: 'wall', wire: WIRE_VERSION }),
  command: () => ({ id: 'x', command: { kind: 'takeDesk', agent: 99 } }),
  facts: () => ({ after: -1 }),
  clock: () => ({ speed: 7 }),
  door: () => ({ locked: false }),
  price: () => ({}),
  debrief: () => ({ what: 'begin' }),
};

describe('two joins of one connection', () => {
  it('are done in turn: the newest role is the one that stays', async () => {
    const player = await stage.player();
    const join = (role: string) => player.ask('join', { code, role, wire: WIRE_VERSION });
    const [seat, wall] = await Promise.all([join('seat'), join('wall')]);
    expect([seat.ok, wall.ok]).toEqual([true, true]);
    const reply = await player.ask('command', { id: 'x', command: { kind: 'takeDesk', agent: 1 } });
    expect(reply).toEqual({ ok: false, problem: ROLES.wall.command });
  });
});

describe('the host of a room', () => {
  it('holds a desk and the clock on one connection, shown by two tokens', async () => {
    const player = await stage.player();
    const joined = await player.join(code, 'seat', undefined, hostToken);
    expect(joined).toMatchObject({ host: true });
    expect(joined.token).not.toBe('');
    await player.does({ kind: 'takeDesk', agent: 0 });
    expect(await player.ask('clock', { speed: 12 })).toMatchObject({ ok: true });
    await player.does({ kind: 'leaveDesk', agent: 0 });
  });

  it('is at the wall, at a desk and on a phone at once, and each hears the same clock', async () => {
    const wall = await stage.player();
    await wall.join(code, 'wall', undefined, hostToken);
    const desk = await stage.player();
    await desk.join(code, 'seat', undefined, hostToken);
    const phone = await stage.player();
    await phone.join(code, 'host', hostToken);
    const all = [wall, desk, phone];
    for (const [i, one] of all.entries()) {
      const speed = 3 + i;
      expect(await one.ask('clock', { speed })).toMatchObject({ ok: true, clock: { speed } });
      await until(() => all.every(({ batches }) => batches.at(-1)?.clock.speed === speed));
    }
    expect(all.flatMap(({ told }) => told)).toEqual([]);
    phone.close();
    expect(await wall.ask('clock', { speed: 6 })).toMatchObject({ ok: true });
    expect(await desk.ask('door', { locked: false })).toMatchObject({ ok: true });
  });

  it('keeps the clock when the seat is opened on a newer device', async () => {
    const first = await stage.player();
    const { token } = await first.join(code, 'seat', undefined, hostToken);
    await stage.seated(code, token);
    await until(() => first.told.includes('replaced'));
    expect(await first.ask('clock', { speed: 5 })).toMatchObject({ ok: true });
    expect(await first.command({ kind: 'takeDesk', agent: 1 })).toMatchObject({ ok: false });
  });

  it.each(['wall', 'seat', 'host'] as const)(
    'is nobody with a wrong token, as %s',
    async (role) => {
      const player = await stage.player();
      const wrong = `${hostToken.slice(0, -2)}AA`;
      await expect(player.join(code, role, undefined, wrong)).rejects.toThrow('E_TOKEN');
      expect(await player.ask('clock', { speed: 10 })).toMatchObject({ ok: false });
      expect(await player.join(code, 'wall')).toMatchObject({ host: false });
      expect(await player.ask('clock', { speed: 10 })).toEqual({
        ok: false,
        problem: ROLES.wall.clock,
      });
    },
  );
});

describe('the host of one room', () => {
  it.each([
    ['with a wrong seat', { role: 'seat', token: 'nonsense' }],
    ['for a day it has not', { role: 'wall', day: 9 }],
    ['as a host, for such a day', { role: 'host', day: 9 }],
  ])('who was turned away there %s is nobody in another, and none there', async (_, how) => {
    const own = await stage.openRoom({ paused: true });
    const host = how.role === 'host' ? { token: own.hostToken } : { host: own.hostToken };
    const player = await stage.player();
    const wire = WIRE_VERSION;
    const turnedAway = await player.ask('join', { code: own.code, wire, ...how, ...host });
    expect(turnedAway).toMatchObject({ ok: false });
    // In the same room, without the token: what was not let in was granted nothing.
    const meanwhile = await stage.player();
    await meanwhile.ask('join', { code: own.code, wire, ...how, ...host });
    expect(await meanwhile.join(own.code, 'wall')).toMatchObject({ host: false });
    const { seed, ...joined } = await player.join(code, 'wall');
    expect([joined.host, seed]).toEqual([false, undefined]);
    for (const [ask, what] of [
      ['clock', { paused: false }],
      ['door', { locked: true }],
    ] as const)
      expect(await player.ask(ask, what)).toEqual({ ok: false, problem: ROLES.wall[ask] });
  });
});

describe('every role and every ask', () => {
  const cells = (Object.keys(ROLES) as Role[]).flatMap((role) =>
    (Object.keys(ASKS) as Ask[]).map((ask) => [role, ask] as const),
  );

  it.each(cells)('%s may, or may not, ask for %s', async (role, ask) => {
    const why: Problem | null = ROLES[role][ask];
    const player = await IN[role]();
    const reply = await player.ask(ask, ASKS[ask]());
    if (why !== null) return expect(reply).toEqual({ ok: false, problem: why });
    // What it may ask may still be impossible; but never for what it is.
    const refused = reply.ok ? '' : reply.problem.code;
    expect(['', 'E_UNKNOWN', 'E_STATE']).toContain(refused);
    if (!reply.ok) expect(Object.values(ROLES[role])).not.toContainEqual(reply.problem);
  });

  it('adds up what several roles may do', async () => {
    const player = await IN.seat();
    await player.join(code, 'host', hostToken);
    expect(await player.ask('clock', { speed: 7 })).toMatchObject({ ok: true });
    expect(await player.command({ kind: 'takeDesk', agent: 99 })).toMatchObject({
      problem: { code: 'E_UNKNOWN' },
    });
  });
});
