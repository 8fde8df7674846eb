import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WIRE_VERSION } from '../../models/doors/live.ts';
import { OwnHouse } from './own-house.ts';
import { type Player, until } from './stage.ts';

/** People of a room in teams: each team a day of its own, all of them with the same callers. */

let house: OwnHouse;
beforeEach(async () => {
  house = await OwnHouse.begin();
});
afterEach(() => house.end());

const opened = (teams: number) => house.stage.openRoom({ teams, paused: true });
const teamOf = ({ joined }: Player): number => joined?.team ?? -1;

describe('the teams of a room', () => {
  it('[L15] are filled evenly, each newcomer at a desk at once; who leaves makes room', async () => {
    const { code } = await opened(3);
    const people: Player[] = [];
    for (let one = 0; one < 7; one++) people.push(await house.stage.seated(code));
    expect(people.map(teamOf)).toEqual([0, 1, 2, 0, 1, 2, 0]);
    // Two groups of 6 and 4 desks: the second one is the emptier.
    expect(people.map(({ joined }) => joined?.agent)).toEqual([0, 0, 0, 6, 6, 6, 1]);
    const card = await fetch(`${house.stage.url}/api/rooms/${code}`);
    expect(await card.json()).toMatchObject({ ok: true, teams: 3, people: 7 });
    // A connection that is lost keeps its place for a while; who stays away gives it up.
    const [, bob] = people as [Player, Player];
    bob.close();
    await house.clock.pass(300_000);
    expect(teamOf(await house.stage.seated(code))).toBe(1);
  });

  it('[L15] are kept through a restart, on any device, and nobody takes a desk of another', async () => {
    const { code } = await opened(2);
    await house.stage.seated(code);
    const bob = await house.stage.seated(code);
    const token = bob.joined?.token ?? '';
    await house.restart();
    const back = await house.stage.seated(code, token);
    expect(back.joined).toMatchObject({ team: 1, day: 1, agent: 0, snapshot: { as: 'desk' } });
    await back.does({ kind: 'leaveDesk', agent: 0 });
    const other = { id: 'other', day: 0, command: { kind: 'takeDesk', agent: 3 } };
    expect(await back.ask('command', other)).toMatchObject({
      problem: { code: 'E_FORBIDDEN', path: 'day' },
    });
    expect(await back.ask('command', { ...other, id: 'own', day: 1 })).toMatchObject({ ok: true });
  });

  it('are watched all at once by a wall, and what it missed of one is told', async () => {
    const { code, hostToken } = await opened(3);
    const [ann, bob] = [await house.stage.seated(code), await house.stage.seated(code)];
    const wall = await house.stage.player();
    const ask = { code, role: 'wall', every: true, host: hostToken, wire: WIRE_VERSION };
    expect(await wall.ask('join', ask)).toMatchObject({
      ...{ ok: true, team: -1, teams: 3, day: 0, taken: [0] },
      others: [
        { taken: [0], snapshot: { as: 'wall', day: 1 } },
        { taken: [], snapshot: { as: 'wall', day: 2 } },
      ],
    });
    await wall.ask('clock', { paused: false });
    for (const player of [ann, bob]) await player.does({ kind: 'ready', agent: 0 });
    await house.clock.pass(2_000);
    const heard = (day: number) => wall.batches.filter((batch) => batch.day === day);
    for (const day of [0, 1])
      await until(() => heard(day).some(({ facts }) => facts.some(({ kind }) => kind === 'ready')));
    await until(() => heard(2).some(({ facts }) => facts.length > 0));
    expect(await wall.ask('facts', { day: 1, after: 3 })).toMatchObject({
      ok: true,
      batch: { day: 1, after: 3 },
    });
    // A seat hears its own team alone, whatever it asks for.
    const seat = await house.stage.player();
    const asks = { code, role: 'seat', every: true, wire: WIRE_VERSION };
    const joined = await seat.ask('join', asks);
    expect(joined).toMatchObject({ ok: true, team: 2 });
    expect(joined).not.toHaveProperty('others');
    await house.clock.pass(2_000);
    expect(new Set(seat.batches.map(({ day }) => day))).toEqual(new Set([2]));
  });

  it('are at least one, and fifty at most', async () => {
    for (const teams of [0, 51, 1.5, 'two']) {
      const response = await house.stage.post({ scenario: 'accueil', teams });
      expect([response.status, await response.json()]).toMatchObject([
        400,
        { ok: false, problem: { code: 'E_TYPE', path: 'teams' } },
      ]);
    }
  });
});
