import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Reply, replay } from '../../models/doors/live.ts';
import {
  type DayRecord,
  type Debrief,
  type Debriefed,
  debriefOf,
  thatDay,
} from '../../models/doors/play.ts';
import { machineClock } from '../../server/clock.ts';
import { type Moment, Rollouts } from '../../server/jobs/rollouts.ts';
import { ROLES } from '../../server/rooms/roles.ts';
import type { Room } from '../../server/rooms/room.ts';
import { NO_LONGER, NOT_ALONE, NOT_OVER, OTHER_DESK } from '../../server/rooms/sentences.ts';
import { type Played, played, shortened, talksFor } from '../support/day-at-a-desk.ts';
import { OwnHouse } from './own-house.ts';
import type { Player } from './stage.ts';

/** Ten minutes of a storm. */
const SHORT = shortened('plus-on-se-presse', 10);

/** Answers whoever rings at desk 0, and concludes a minute later. */
const playedHere = (): Played =>
  played(
    SHORT,
    'storm',
    { 0: talksFor(0, 60_000, 1_000) },
    { takesAt: 1_000, readyAt: 2_000, since: 'look' },
  );

describe('a debrief worked out in a process of its own', () => {
  const there = new Rollouts({
    ...{ budgetMs: 150, timeoutMs: 30_000, dayTimeoutMs: 60_000, waiting: 10 },
    after: (ms, what) => machineClock.after(ms, what),
  });
  afterAll(() => there.stop());
  const { commands, facts } = playedHere();
  const moment: Moment = {
    ...{ day: 'room/0', scenario: JSON.stringify(SHORT), seed: 'storm' },
    ...{ commands, count: commands.length, at: 3_000_000 },
  };
  const desk = { agent: 0, person: 0, sat: [0] };

  it('comes to what it comes to here, and is of one person alone', async () => {
    const begin = { what: 'begin' } as const;
    const here = debriefOf(SHORT, facts, 0);
    expect(here.decisions.length).toBeGreaterThan(1);
    expect(await there.debrief(moment, desk, begin)).toEqual(here);
    const other = (await there.debrief(moment, { ...desk, person: 1 }, begin)) as Debrief;
    expect(other.decisions).toEqual([]);
  });

  it('answers of one talk what otherwise would have been, and refuses what is none', async () => {
    const talk = debriefOf(SHORT, facts, 0).decisions[1]!;
    const otherwise = thatDay(SHORT, 'storm', commands, 0, talk, { minutes: 2 });
    const asked = { what: 'thatDay', talk: 1, minutes: 2 } as const;
    expect(await there.debrief(moment, desk, asked)).toEqual(otherwise);
    expect(await there.debrief(moment, desk, { ...asked, talk: 99 })).toMatchObject({
      ...{ code: 'E_UNKNOWN', path: 'talk' },
    });
  });
});

describe('the debrief of a room', () => {
  let house: OwnHouse;
  beforeAll(async () => {
    house = await OwnHouse.begin();
    await playItThrough();
  });
  afterAll(() => house.end());
  const clients: Player[] = [];
  afterEach(() => {
    for (const one of clients.splice(0)) one.close();
  });

  let [code, hostToken, token, other] = ['', '', '', ''];
  let early: Reply<Debriefed>;
  const kept = new Map<string, Debriefed>();

  /** Two persons at desks 0 and 1; the first answers, and concludes after a while. */
  async function playItThrough(): Promise<void> {
    ({ code, hostToken } = await house.stage.openRoom({
      scenario: SHORT,
      seed: 'storm',
      speed: 8,
    }));
    const [one, two] = [await house.stage.seated(code), await house.stage.seated(code)];
    [token, other] = [one.joined?.token ?? '', two.joined?.token ?? ''];
    for (const [agent, player] of [one, two].entries())
      await player.does({ kind: 'takeDesk', agent });
    await one.does({ kind: 'ready', agent: 0 });
    early = await one.ask('debrief', { what: 'begin' });
    const room = (await house.stage.app.rooms.find(code)) as Room;
    let seen = 0;
    for (let i = 0; i < 2_000 && !room.day(0).over; i++) {
      await house.clock.pass(500);
      const { facts } = room.day(0);
      const now = facts.slice(seen);
      seen = facts.length;
      for (const fact of now) {
        if (!('agent' in fact) || fact.agent !== 0) continue;
        const { agent } = fact;
        if (fact.kind === 'rang') await one.command({ kind: 'answer', agent, call: fact.call });
        if (fact.kind === 'answered') {
          await house.clock.pass(5_000);
          await one.command({ kind: 'conclude', agent, call: fact.call });
        }
        if (fact.kind === 'concluded') await one.command({ kind: 'ready', agent });
      }
    }
    expect(room.day(0).over).toBe(true);
    await house.clock.pass(2_000);
  }

  async function seated(its: string): Promise<Player> {
    const player = await house.stage.seated(code, its);
    clients.push(player);
    return player;
  }
  const debrief = (player: Player, ask: object): Promise<Reply<Debriefed>> =>
    new Promise((answer) => player.socket.emit('debrief', ask as never, answer));
  async function told(player: Player, ask: object): Promise<Debriefed> {
    const reply = await debrief(player, ask);
    if (!reply.ok) throw new Error(reply.problem.says.en);
    return reply;
  }

  it('is told once the day is over, and says why not before', () => {
    expect(early).toEqual({ ok: false, problem: NOT_OVER });
  });

  it('[L12] is told to who sat there, and to nobody else: no host, no wall, no colleague', async () => {
    const begin = await told(await seated(token), { what: 'begin' });
    expect(begin).toMatchObject({ day: 0, agent: 0, what: 'begin' });
    const { decisions } = begin.found as Debrief;
    expect(decisions.length).toBeGreaterThan(1);
    kept.set('begin', begin);
    const colleague = await seated(other);
    expect(await debrief(colleague, { what: 'begin', agent: 0 })).toEqual({
      ...{ ok: false, problem: OTHER_DESK },
    });
    expect(await told(colleague, { what: 'begin' })).toMatchObject({
      ...{ agent: 1, found: { decisions: [] } },
    });
    for (const role of ['wall', 'host'] as const) {
      const watcher = await house.stage.player();
      clients.push(watcher);
      await watcher.join(code, role, role === 'host' ? hostToken : undefined);
      expect(await debrief(watcher, { what: 'begin', agent: 0 })).toEqual({
        ...{ ok: false, problem: ROLES[role].debrief },
      });
    }
  });

  it('answers one question at a time of a seat, and refuses what is misshapen', async () => {
    const player = await seated(token);
    const asked = { what: 'onAverage', talk: 0, minutes: 1 };
    const [one, again, other] = await Promise.all([
      ...[debrief(player, asked), debrief(player, asked)],
      debrief(player, { ...asked, minutes: 2 }),
    ]);
    expect(one).toMatchObject({ ok: true, what: 'onAverage' });
    // Asked again meanwhile, as by a page that was loaded anew: the same answer, worked out once.
    expect(again).toEqual(one);
    expect(other).toMatchObject({ ok: false, problem: { code: 'E_RATE' } });
    for (const wrong of [
      { what: 'thatDay' },
      { what: 'begin', talk: 1, minutes: 1 },
      { what: 'thatDay', talk: 0, minutes: 0.3 },
      { what: 'thatDay', talk: 0, minutes: 99 },
    ])
      expect(await debrief(player, wrong), JSON.stringify(wrong)).toMatchObject({ ok: false });
    expect(await debrief(player, { what: 'thatDay', talk: 99, minutes: 1 })).toMatchObject({
      problem: { code: 'E_UNKNOWN' },
    });
    kept.set('thatDay', await told(player, { what: 'thatDay', talk: 0, minutes: 1 }));
  });

  it('[L12] gives no file of a day that others played too', async () => {
    expect(await debrief(await seated(token), { what: 'record' })).toEqual({
      ...{ ok: false, problem: NOT_ALONE },
    });
  });

  it('[L12] gives who played alone all that the day follows from, once it is over', async () => {
    const opened = await house.stage.openRoom({ scenario: SHORT, seed: 'alone', speed: 8 });
    const player = await house.stage.seated(opened.code);
    clients.push(player);
    await player.does({ kind: 'takeDesk', agent: 0 });
    await player.does({ kind: 'ready', agent: 0 });
    const asked = { what: 'record' } as const;
    expect(await player.ask('debrief', asked)).toEqual({ ok: false, problem: NOT_OVER });
    const room = (await house.stage.app.rooms.find(opened.code)) as Room;
    for (let i = 0; i < 2_000 && !room.day(0).over; i++) await house.clock.pass(500);
    await house.clock.pass(2_000);
    const reply = await told(player, asked);
    const { commands, person, sat, scenario, seed } = reply.found as DayRecord;
    expect(sat).toContain(person);
    const facts = replay(scenario, seed, commands);
    expect(facts).toEqual(room.day(0).facts);
  });

  it('[L12] stays what it was after a restart, without a process', async () => {
    await house.restart();
    const player = await seated(token);
    house.stage.app.rooms.debriefer.stop();
    expect(await told(player, { what: 'begin' })).toEqual(kept.get('begin'));
    expect(await told(player, { what: 'thatDay', talk: 0, minutes: 1 })).toEqual(
      kept.get('thatDay'),
    );
  });

  it('[L12] is shown as it was under other rules, and what was not asked is told to be lost', async () => {
    await house.madeBy('2');
    const player = await seated(token);
    expect(await told(player, { what: 'begin' })).toEqual(kept.get('begin'));
    expect(await debrief(player, { what: 'luck' })).toEqual({ ok: false, problem: NO_LONGER });
  });
});
