import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type Fact,
  type Reply,
  replay,
  Session,
  type TimedCommand,
} from '../../models/doors/live.ts';
import {
  type DayRecord,
  type Debrief,
  type Debriefed,
  debriefOf,
  thatDay,
} from '../../models/doors/play.ts';
import { catalogueScenario, readScenario, type Scenario } from '../../models/doors/scenario.ts';
import { machineClock } from '../../server/clock.ts';
import { type Moment, Rollouts } from '../../server/jobs/rollouts.ts';
import { ROLES } from '../../server/rooms/roles.ts';
import type { Room } from '../../server/rooms/room.ts';
import { NO_LONGER, NOT_ALONE, NOT_OVER, OTHER_DESK } from '../../server/rooms/sentences.ts';
import { openDatabase } from '../../server/store/driver.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { sumRoom } from '../../server/store/sums.ts';
import { FakeClock } from './fake-clock.ts';
import { type Player, Stage } from './stage.ts';

const storm = catalogueScenario('plus-on-se-presse') as Scenario;
/** Ten minutes of a storm. */
const reading = readScenario({ ...storm, day: { ...storm.day, lengthMin: 10, intervalMin: 5 } });
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const SHORT = reading.scenario;

/** Answers whoever rings at desk 0, and concludes a minute later. */
function playedHere(): { facts: readonly Fact[]; commands: TimedCommand[] } {
  const session = new Session(SHORT, 'storm');
  const commands: TimedCommand[] = [];
  const agent = 0;
  const due: TimedCommand[] = [
    { at: 1_000, command: { kind: 'takeDesk', agent } },
    { at: 2_000, command: { kind: 'ready', agent } },
  ];
  let seen = 0;
  for (let at = 0; at < 3_600_000 && !session.over; at += 500) {
    session.advanceTo(at);
    for (const fact of session.facts.slice(seen)) {
      if (!('agent' in fact) || fact.agent !== agent) continue;
      if (fact.kind === 'rang')
        due.push({ at: at + 1_000, command: { kind: 'answer', agent, call: fact.call } });
      if (fact.kind === 'answered')
        due.push({ at: at + 60_000, command: { kind: 'conclude', agent, call: fact.call } });
      if (fact.kind === 'concluded') due.push({ at: at + 500, command: { kind: 'ready', agent } });
    }
    seen = session.facts.length;
    for (const one of due.splice(0))
      if (one.at > at) due.push(one);
      else if (session.accept(one.command) === null)
        commands.push({ at: session.now, command: one.command });
  }
  session.run();
  return { commands, facts: session.facts };
}

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
  let folder: string;
  let store: Store;
  let stage: Stage;
  let clock: FakeClock;
  const open = async (): Promise<void> => {
    store = (await openSqlite(folder)).store;
    stage = await Stage.open({ store, clock });
  };
  const close = async (): Promise<void> => {
    await stage.close();
    await store.close();
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'contretemps-debrief-'));
    clock = new FakeClock();
    await open();
    await playItThrough();
  });
  afterAll(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });
  const clients: Player[] = [];
  afterEach(() => {
    for (const one of clients.splice(0)) one.close();
  });

  let [code, hostToken, token, other] = ['', '', '', ''];
  let early: Reply<Debriefed>;
  const kept = new Map<string, Debriefed>();

  /** Two persons at desks 0 and 1; the first answers, and concludes after a while. */
  async function playItThrough(): Promise<void> {
    ({ code, hostToken } = await stage.openRoom({ scenario: SHORT, seed: 'storm', speed: 8 }));
    const [one, two] = [await stage.seated(code), await stage.seated(code)];
    [token, other] = [one.joined?.token ?? '', two.joined?.token ?? ''];
    for (const [agent, player] of [one, two].entries())
      await player.does({ kind: 'takeDesk', agent });
    await one.does({ kind: 'ready', agent: 0 });
    early = await one.ask('debrief', { what: 'begin' });
    const room = (await stage.app.rooms.find(code)) as Room;
    let seen = 0;
    for (let i = 0; i < 2_000 && !room.day(0).over; i++) {
      await clock.pass(500);
      const { facts } = room.day(0);
      const now = facts.slice(seen);
      seen = facts.length;
      for (const fact of now) {
        if (!('agent' in fact) || fact.agent !== 0) continue;
        const { agent } = fact;
        if (fact.kind === 'rang') await one.command({ kind: 'answer', agent, call: fact.call });
        if (fact.kind === 'answered') {
          await clock.pass(5_000);
          await one.command({ kind: 'conclude', agent, call: fact.call });
        }
        if (fact.kind === 'concluded') await one.command({ kind: 'ready', agent });
      }
    }
    expect(room.day(0).over).toBe(true);
    await clock.pass(2_000);
  }

  async function seated(its: string): Promise<Player> {
    const player = await stage.seated(code, its);
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
      const watcher = await stage.player();
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
    const opened = await stage.openRoom({ scenario: SHORT, seed: 'alone', speed: 8 });
    const player = await stage.seated(opened.code);
    clients.push(player);
    await player.does({ kind: 'takeDesk', agent: 0 });
    await player.does({ kind: 'ready', agent: 0 });
    const asked = { what: 'record' } as const;
    expect(await player.ask('debrief', asked)).toEqual({ ok: false, problem: NOT_OVER });
    const room = (await stage.app.rooms.find(opened.code)) as Room;
    for (let i = 0; i < 2_000 && !room.day(0).over; i++) await clock.pass(500);
    await clock.pass(2_000);
    const reply = await told(player, asked);
    const { commands, person, sat, scenario, seed } = reply.found as DayRecord;
    expect(sat).toContain(person);
    const facts = replay(scenario, seed, commands);
    expect(facts).toEqual(room.day(0).facts);
  });

  it('[L12] stays what it was after a restart, without a process', async () => {
    await close();
    await open();
    const player = await seated(token);
    stage.app.rooms.debriefer.stop();
    expect(await told(player, { what: 'begin' })).toEqual(kept.get('begin'));
    expect(await told(player, { what: 'thatDay', talk: 0, minutes: 1 })).toEqual(
      kept.get('thatDay'),
    );
  });

  it('[L12] is shown as it was under other rules, and what was not asked is told to be lost', async () => {
    await close();
    const raw = await openDatabase(folder);
    const row = await raw.db.selectFrom('room').selectAll().executeTakeFirstOrThrow();
    const stored = {
      ...{ format: row.format, id: row.id, code: row.code, scenario: row.scenario, seed: row.seed },
      ...{ rulesVersion: '2', hostHash: row.host_hash, createdAt: row.created_at },
    };
    await raw.db
      .updateTable('room')
      .set({ rules_version: '2', sum: sumRoom(stored) })
      .execute();
    await raw.db.destroy();
    raw.release();
    await open();
    const player = await seated(token);
    expect(await told(player, { what: 'begin' })).toEqual(kept.get('begin'));
    expect(await debrief(player, { what: 'luck' })).toEqual({ ok: false, problem: NO_LONGER });
  });
});
