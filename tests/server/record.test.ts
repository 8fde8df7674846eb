import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Batch, forAudience, type Snapshot } from '../../models/doors/live.ts';
import { FORMAT } from '../../models/doors/scenario.ts';
import type { Room } from '../../server/rooms/room.ts';
import { DAMAGED } from '../../server/rooms/sentences.ts';
import type { StoredRoom } from '../../server/store/store.ts';
import { OwnHouse } from './own-house.ts';
import { SMALL } from './stage.ts';

/** Rooms that were played with other rules: looked at, and never continued. */

let house: OwnHouse;
beforeEach(async () => {
  house = await OwnHouse.begin();
});
afterEach(() => house.end());

const roomOf = async (code: string): Promise<Room> =>
  (await house.stage.app.rooms.find(code)) as Room;

/** Plays a room for a while at desk 3, then makes it one of rules 2. */
async function played(scenario: object = SMALL) {
  const { code, hostToken } = await house.stage.openRoom({ scenario });
  const player = await house.stage.seated(code);
  const token = player.joined?.token ?? '';
  await player.does({ kind: 'takeDesk', agent: 3 });
  await player.does({ kind: 'ready', agent: 3 });
  await house.clock.pass(6_000);
  const before = await roomOf(code);
  const { facts } = before.day(0);
  const { at } = before.clock;
  await house.madeBy('2');
  return { at, code, facts, hostToken, token };
}

describe('a room of other rules', () => {
  it('that cannot even be shown is refused in a sentence, and kept', async () => {
    const { code } = await house.stage.openRoom();
    const stored = await house.stage.store.room(code);
    const odd = { ...stored, id: 'odd', code: 'AAAA-BBBB', rulesVersion: '0', scenario: '{}' };
    await house.stage.store.addRoom(odd as StoredRoom);
    expect(await house.stage.app.rooms.find('AAAA-BBBB')).toMatchObject({ code: 'E_VERSION' });
    expect(await house.stage.store.room('AAAA-BBBB')).toEqual(odd);
  });

  it('whose facts do not follow from one another is damaged, and no fault of the disk', async () => {
    const { code } = await house.stage.openRoom({ scenario: 'accueil-normal' });
    const stored = await house.stage.store.room(code);
    const odd = { ...stored, id: 'odd', code: 'AAAA-BBBB', rulesVersion: '2' } as StoredRoom;
    await house.stage.store.addRoom(odd);
    const lone = {
      n: 0,
      at: 9,
      kind: 'answered',
      call: 7,
      type: 0,
      attempt: 0,
      agent: 0,
      waitMs: 3,
    };
    const mark = { at: 9, touchedAt: house.clock.date() };
    await house.stage.store.addFacts('odd', 0, [{ n: 0, body: JSON.stringify(lone) }], mark);
    expect(await house.stage.app.rooms.find('AAAA-BBBB')).toEqual(DAMAGED);
  });

  it('opens on the wall as it was stored, and says why it stands', async () => {
    const { at, code, facts } = await played();
    const watcher = await house.stage.player();
    const joined = await watcher.join(code, 'wall');
    expect(joined).toMatchObject({
      clock: { at, over: true, paused: true },
      advice: null,
      record: { code: 'E_VERSION', says: { en: expect.stringMatching(/rules 2.*not continued/) } },
      snapshot: { as: 'wall', day: 0, n: facts.length - 1 },
    });
    const card = await (await fetch(`${house.stage.url}/api/rooms/${code}`)).json();
    expect(card).toMatchObject({ ok: true, record: { code: 'E_VERSION' }, clock: { at } });
    // Time passes, and nothing moves nor is written.
    const mark = await house.stage.store.mark((await roomOf(code)).id);
    await house.clock.pass(70_000);
    expect((await roomOf(code)).clock.at).toBe(at);
    expect((await roomOf(code)).day(0).facts).toEqual(facts);
    expect(await house.stage.store.mark((await roomOf(code)).id)).toEqual(mark);
  });

  it('opens at its desks for those who held them', async () => {
    const { code, facts, token } = await played();
    const back = await house.stage.player();
    const { agent, snapshot } = await back.join(code, 'seat', token);
    expect(agent).toBe(3);
    const desk = snapshot as Snapshot & { as: 'desk' };
    const answered = facts.filter((fact) => fact.kind === 'answered' && fact.agent === 3);
    expect(desk.view.mine.answered).toBe(answered.length);
  });

  it('lays open what was hidden, since nothing more can happen', async () => {
    const { code, facts } = await played();
    const watcher = await house.stage.player();
    await watcher.join(code, 'wall');
    const told: unknown[] = [];
    for (let after = -1; after < facts.length - 1; ) {
      const reply = await watcher.ask<{ batch: Batch }>('facts', { after, over: true });
      if (!reply.ok) throw new Error(reply.problem.says.en);
      told.push(...reply.batch.facts);
      expect(reply.batch).toMatchObject({ day: 0, after });
      after = reply.batch.upTo;
    }
    const viewer = { as: 'over', agent: -1 } as const;
    expect(told).toEqual(facts.map((fact) => forAudience(fact, viewer)));
  });

  it('takes no command, no clock, no new seat and no what-if, in its sentence', async () => {
    const arbitration = { handling: { wrapUpMin: 0 }, returns: { backProbability: 0 } };
    const { code, hostToken, token } = await played({ ...SMALL, format: FORMAT, arbitration });
    const [player, host, late] = [
      await house.stage.player(),
      await house.stage.player(),
      await house.stage.player(),
    ];
    await player.join(code, 'seat', token);
    await host.join(code, 'host', hostToken);
    const refusals = [
      await player.command({ kind: 'ready', agent: 3 }, 'new'),
      await player.ask('price', {}),
      await host.ask('clock', { paused: false }),
      await late.join(code, 'seat').catch((error: Error) => error.message),
    ];
    const why = { ok: false, problem: { code: 'E_VERSION', path: 'rules' } };
    expect(refusals.slice(0, 3)).toMatchObject([why, why, why]);
    expect(refusals[3]).toMatch(/^E_VERSION .*not continued/);
    const whatIf = await fetch(`${house.stage.url}/api/rooms/${code}/what-if`);
    expect([whatIf.status, await whatIf.json()]).toMatchObject([409, why]);
  });
});
