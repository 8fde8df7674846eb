import { afterEach, describe, expect, it } from 'vitest';
import { type Reply, type RoomCard, WIRE_VERSION } from '../../models/doors/live.ts';
import { FakeClock } from './fake-clock.ts';
import { type Player, Stage } from './stage.ts';

let stage: Stage | null = null;
afterEach(async () => {
  await stage?.close();
  stage = null;
});

describe('over the wire, behind one address of many wrong codes', () => {
  const WRONG = ['ABCD-EFG2', 'ABCD-EFG3', 'ABCD-EFG4', 'ABCD-EFG5'];
  const open = async () => {
    const clock = new FakeClock();
    stage = await Stage.open({ clock });
    const { code, hostToken } = await stage.openRoom({ paused: true });
    const card = async (typed: string): Promise<[number, Reply<RoomCard>]> => {
      const response = await fetch(`${stage?.url}/api/rooms/${typed}`);
      return [response.status, (await response.json()) as Reply<RoomCard>];
    };
    const join = (player: Player, role: string, more: object = {}): Promise<Reply> =>
      player.ask('join', { wire: WIRE_VERSION, code, role, ...more });
    return { clock, code, hostToken, card, join, here: stage };
  };

  it('a right code is as late as a wrong one, is said how long, and then is right', async () => {
    const { clock, code, card, join, here } = await open();
    for (const wrong of WRONG.slice(0, 3)) expect((await card(wrong))[0]).toBe(404);
    const [status, late] = await card(WRONG[3] ?? '');
    expect([status, late]).toMatchObject([429, { problem: { code: 'E_RATE', afterMs: 2_000 } }]);
    const [, right] = await card(code);
    expect(right).toMatchObject({ problem: { code: 'E_RATE', afterMs: 4_000 } });
    const player = await here.player();
    const asked = await join(player, 'wall');
    expect(asked).toMatchObject({ ok: false, problem: (right as { problem: object }).problem });
    await clock.pass(4_000);
    expect((await card(code))[0]).toBe(200);
    expect(await join(player, 'wall')).toMatchObject({ ok: true });
  });

  it('a wrong token with a right code is told nothing', async () => {
    const { clock, code, hostToken, join, here } = await open();
    for (let i = 0; i < 40; i += 1) await fetch(`${here.url}/api/rooms/BCDE-FG${20 + i}`);
    const player = await here.player();
    const told = [];
    for (const [role, typed] of [
      ['wall', code],
      ['seat', code],
      ['host', code],
      ['host', 'ABCD-EFG9'],
    ] as const) {
      const reply = join(player, role, { code: typed, token: 'made up' });
      await new Promise((turn) => setTimeout(turn, 50));
      await clock.pass(1_000);
      const answer = await reply;
      told.push(answer.ok ? 'let in' : answer.problem.code);
    }
    expect(told).toEqual(Array(4).fill('E_RATE'));
    // The real ones are asked neither to wait nor to type.
    expect(await join(player, 'host', { token: hostToken })).toMatchObject({ ok: true });
  });

  it('the projector, the QR code and the tokens come in at once', async () => {
    const { code, hostToken, here, join } = await open();
    const host = await here.player();
    const joined = await host.join(code, 'host', hostToken);
    const seated = await here.seated(code);
    const token = seated.joined?.token ?? '';
    for (let i = 0; i < 40; i += 1) await fetch(`${here.url}/api/rooms/BCDE-FG${20 + i}`);
    const { key } = joined as unknown as { key: string };
    expect(await join(await here.player(), 'wall')).toMatchObject({ ok: true });
    expect(await join(await here.player(), 'wall', { key })).toMatchObject({ ok: true });
    expect(await join(await here.player(), 'seat', { key })).toMatchObject({ ok: true });
    expect(await join(await here.player(), 'seat', { token })).toMatchObject({ ok: true });
  });
});
