import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  Mirror,
  type PriceAsk,
  type Priced,
  type Reply,
  type Rollout,
  type TimedCommand,
} from '../../models/doors/live.ts';
import {
  FORMAT,
  isProblem,
  type Problem,
  readScenario,
  type ScenarioFile,
} from '../../models/doors/scenario.ts';
import { machineClock } from '../../server/clock.ts';
import {
  type Moment,
  PRICER_DIED,
  Rollouts,
  type RolloutsOptions,
} from '../../server/jobs/rollouts.ts';
import { LIMITS } from '../../server/limits.ts';
import { Pricing } from '../../server/rooms/pricing.ts';
import type { Room } from '../../server/rooms/room.ts';
import type { Seat } from '../../server/rooms/seats.ts';
import { NOT_STORED } from '../../server/rooms/sentences.ts';
import { ownFolder } from '../support/folder.ts';
import { FakeClock } from './fake-clock.ts';
import { type Player, SMALL, Stage, until } from './stage.ts';

/**
 * The small centre, with time to arbitrate: everybody talks at one pace, and nobody calls again.
 */
const BUSY: ScenarioFile = {
  ...SMALL,
  format: FORMAT,
  groups: [{ id: 'x', name: 'X', staff: 10, skills: [{ type: 'a' }] }],
  desk: { ringS: 600 },
  types: SMALL.types.map((type) => ({ ...type, perHour: 180 })),
  arbitration: {
    execution: 'exponential',
    policy: { name: 'fixed', paceMin: 3 },
    handling: { closingMin: 0, explainMin: 0, wrapUpMin: 0 },
    returns: { redialProbability: 0, backProbability: 0, nextProbability: 0 },
  },
};
const reading = readScenario(BUSY);
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const scenario = reading.scenario;
const SEATED: readonly TimedCommand[] = [
  { at: 0, command: { kind: 'takeDesk', agent: 0 } },
  { at: 20_000, command: { kind: 'ready', agent: 0 } },
];
const HOUR_MS = 3_600_000;

const moment = (commands: readonly TimedCommand[], at: number, day = 'room'): Moment => ({
  ...{ day, scenario: JSON.stringify(scenario), seed: 'rollout' },
  ...{ commands, count: commands.length, at },
});

const started: Rollouts[] = [];
function rollouts(options: Partial<RolloutsOptions> = {}): Rollouts {
  const made = new Rollouts({
    budgetMs: 150,
    timeoutMs: 30_000,
    dayTimeoutMs: 30_000,
    waiting: 10,
    after: (ms, what) => machineClock.after(ms, what),
    ...options,
  });
  started.push(made);
  return made;
}
afterEach(() => {
  for (const one of started.splice(0)) one.stop();
});

/** A desk whose agent talks then, in the same day played here; and what a rollout says of it. */
function here(commands: readonly TimedCommand[], at: number): [number, Rollout] {
  const mirror = new Mirror(scenario, 'rollout');
  expect(mirror.follow(commands, at)).toBeNull();
  for (let agent = 1; agent < 10; agent += 1) {
    const found = mirror.price(agent, { ahead: 1, seed: 'here', pairs: 600, precision: 0 });
    if (!isProblem(found)) return [agent, found];
  }
  throw new Error('nobody talks');
}

function expectAlike(there: Rollout | Problem, found: Rollout): void {
  if (isProblem(there)) throw new Error(there.says.en);
  expect(there.pairs).toBeGreaterThan(10);
  const apart = Math.abs(there.price - found.price);
  expect(apart).toBeLessThan(2.5 * (there.halfWidth + found.halfWidth) + 1e-9);
}

describe('prices worked out in a process of their own', () => {
  let folder: Awaited<ReturnType<typeof ownFolder>>;
  beforeAll(async () => {
    folder = await ownFolder();
  });
  afterAll(() => folder.remove());

  /** A process that counts its starts, and does this instead of its work. */
  const failing = async (name: string, what: string): Promise<string> => {
    const path = join(folder.path, `${name}.mjs`);
    const starts = JSON.stringify(join(folder.path, `${name}.starts`));
    await writeFile(
      path,
      `import { appendFileSync } from 'node:fs'; appendFileSync(${starts}, 'x'); ${what}`,
    );
    return path;
  };
  const startsOf = async (name: string): Promise<number> =>
    (await readFile(join(folder.path, `${name}.starts`), 'utf8')).length;

  it('are those of the room, followed command by command by a process that may be killed', async () => {
    const lost: string[] = [];
    const there = rollouts({ lost: (why) => lost.push(why) });
    const commands = SEATED.slice(0, 1);
    const [first, priceThen] = here(commands, 15_000);
    expectAlike(await there.price(moment(commands, 15_000), first, 1), priceThen);
    commands.push(...SEATED.slice(1));
    const [second, priceLater] = here(commands, HOUR_MS);
    const pid = there.pid as number;
    expectAlike(await there.price(moment(commands, HOUR_MS), second, 1), priceLater);
    expect(await there.price(moment(commands, HOUR_MS), 77, 1)).toMatchObject({
      code: 'E_UNKNOWN',
    });
    // The same room, made again from its record: another list, an earlier instant.
    expectAlike(await there.price(moment(SEATED.slice(0, 1), 15_000), first, 1), priceThen);
    there.forget('room');
    expectAlike(await there.price(moment(SEATED.slice(0, 1), 15_000), first, 1), priceThen);
    expect(there.pid).toBe(pid);

    // Stopped first: it must not be quicker than the knife.
    process.kill(pid, 'SIGSTOP');
    const asked = ['one', 'two'].map((room) =>
      there.price(moment(SEATED, HOUR_MS, room), second, 1),
    );
    process.kill(pid, 'SIGKILL');
    const [one, two] = await Promise.all(asked);
    expect(one).toMatchObject({ code: 'E_WORKER' });
    expectAlike(two as Rollout, priceLater);
    expect(there.pid).not.toBe(pid);
    expect(lost).toEqual(['SIGKILL']);

    // A long record goes in several messages.
    const long: TimedCommand[] = [{ at: 0, command: { kind: 'takeDesk', agent: 0 } }];
    for (let at = 1_000; long.length < 1_700; at += 1_000)
      long.push({ at, command: { kind: 'notReady', agent: 0, reason: 'admin' } });
    const [agent, found] = here(long, HOUR_MS);
    expectAlike(await there.price(moment(long, HOUR_MS), agent, 1), found);
    const torn = [...long.slice(0, 600), ...SEATED.slice(0, 1), ...long.slice(600)];
    const refused = await there.price(moment(torn, HOUR_MS, 'torn'), agent, 1);
    expect(refused).toMatchObject({ code: 'E_DESYNC', path: 'commands.600' });
    expectAlike(await there.price(moment(long, HOUR_MS, 'torn'), agent, 1), found);
  });

  it('are refused in a sentence when no process can work, which is not tried all the time', async () => {
    const rests: (() => void)[] = [];
    const worker = await failing('dies', '');
    const there = rollouts({
      worker,
      after: (_, what) => {
        rests.push(what);
        return () => {};
      },
    });
    const ask = (): Promise<Rollout | Problem> => there.price(moment(SEATED, 0), 1, 1);
    const says = /interrupted; ask again/;
    for (const answer of await Promise.all([ask(), ask()]))
      expect(answer).toMatchObject({ code: 'E_WORKER', says: { en: expect.stringMatching(says) } });
    expect(await ask()).toMatchObject({ code: 'E_WORKER' });
    expect(await startsOf('dies')).toBe(1);
    rests.at(-1)?.();
    expect(await ask()).toMatchObject({ code: 'E_WORKER' });
    expect(await startsOf('dies')).toBe(2);
  });

  it('are given up when the process hangs, or when there is no more to wait for', async () => {
    const worker = await failing('hangs', 'process.on("message", () => {});');
    const after: RolloutsOptions['after'] = (_, what) => machineClock.after(50, what);
    const there = rollouts({ worker, after, waiting: 1 });
    const asked = [1, 2, 3].map(() => there.price(moment(SEATED, 0), 1, 1));
    expect(await asked[2]).toMatchObject({ code: 'E_BUSY' });
    expect(await asked[0]).toMatchObject({ code: 'E_WORKER' });
    const late = rollouts({ worker });
    const answer = late.price(moment(SEATED, 0), 1, 1);
    late.stop();
    expect(await answer).toMatchObject({ code: 'E_WORKER' });
    expect(await late.price(moment(SEATED, 0), 1, 1)).toMatchObject({ code: 'E_WORKER' });
    expect(late.pid).toBeUndefined();
  });
});

describe('the prices of one room', () => {
  const PRICE = { by: 'rollout', price: 1 } as Rollout;
  /** A room on a fake clock, and the answers that it has asked for and waits for. */
  function room() {
    const clock = new FakeClock();
    const waiting: ((answer: Rollout | Problem) => void)[] = [];
    const days = {
      closed: null as Problem | null,
      day: () => ({ moment: { at: 7 } }),
      settled: [] as (() => void)[],
    };
    const pricing = new Pricing(
      {
        ...{ clock, limits: LIMITS },
        rollouts: { price: () => new Promise((answer) => waiting.push(answer)) },
      } as never,
      Object.assign(days, { whenSettled: (what: () => void) => days.settled.push(what) }) as never,
    );
    const replies: Reply<Priced>[] = [];
    const seat = { day: 1, agent: 2 };
    const ask = (of: object = seat, asked: PriceAsk = {}): void =>
      pricing.ask(of as Seat, asked, (reply) => replies.push(reply));
    return { ask, clock, days, replies, seat, waiting };
  }
  const codes = (replies: readonly Reply<Priced>[]): string[] =>
    replies.map((reply) => (reply.ok ? 'ok' : reply.problem.code));
  const turn = (): Promise<void> => new Promise((next) => setImmediate(next));

  it('are worked out one at a time, and one every two seconds', async () => {
    const { ask, clock, days, replies, waiting } = room();
    ask();
    days.settled.shift()?.();
    await clock.pass(5_000);
    ask();
    expect(codes(replies)).toEqual(['E_RATE']);
    waiting.shift()?.(PRICE);
    await turn();
    expect(replies[1]).toEqual({ ok: true, day: 1, at: 7, rollout: PRICE });
    ask();
    days.settled.shift()?.();
    waiting.shift()?.(PRICE);
    await turn();
    await clock.pass(1_999);
    ask();
    await clock.pass(1);
    ask();
    expect(codes(replies)).toEqual(['E_RATE', 'ok', 'ok', 'E_RATE']);
    days.settled.shift()?.();
    waiting.shift()?.(PRICER_DIED);
    await turn();
    expect(codes(replies).at(-1)).toBe('E_WORKER');
  });

  it('wait until what was done is stored, and are not told of what is undone', async () => {
    const { ask, clock, days, replies, seat, waiting } = room();
    ask({ agent: -1 });
    ask(seat, { day: 0 });
    expect(codes(replies)).toEqual(['E_STATE', 'E_FORBIDDEN']);
    ask();
    expect(waiting).toHaveLength(0);
    days.closed = NOT_STORED;
    days.settled.shift()?.();
    await clock.pass(2_000);
    days.closed = null;
    ask();
    seat.agent = -1;
    days.settled.shift()?.();
    expect(codes(replies).slice(2)).toEqual(['E_STORAGE', 'E_STATE']);
    expect(waiting).toHaveLength(0);
  });
});

describe('a seat on a call', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open({ limits: { priceEveryMs: 10, priceMs: 100 } });
  });
  afterAll(() => stage.close());

  /** Longer than other asks may take: the first one starts a process. */
  const price = (player: Player, ask: object = {}): Promise<Reply<Priced>> =>
    player.socket.timeout(40_000).emitWithAck('price', ask);
  /** Takes a desk, and talks. */
  async function onCall(player: Player, agent: number): Promise<number> {
    const { snapshot } = await player.does({ kind: 'takeDesk', agent });
    const call = snapshot?.as === 'desk' ? snapshot.view.call : null;
    if (call !== null && call.concludedAt < 0) return call.call;
    await player.does({ kind: 'ready', agent });
    const rang = () =>
      player.facts.findLast((fact) => fact.kind === 'rang' && fact.agent === agent);
    await until(rang);
    const fact = rang();
    const number = fact?.kind === 'rang' ? fact.call : -1;
    await player.does({ kind: 'answer', agent, call: number });
    return number;
  }

  it('is told what the next minute costs the others; others, and too often, are not', async () => {
    const { code } = await stage.openRoom({ scenario: BUSY, speed: 60 });
    const player = await stage.seated(code);
    const watcher = await stage.player();
    expect(await price(watcher)).toMatchObject({ problem: { code: 'E_STATE' } });
    await watcher.join(code, 'wall');
    expect(await price(watcher)).toMatchObject({ problem: { code: 'E_FORBIDDEN' } });
    expect(await price(player)).toMatchObject({ problem: { code: 'E_STATE' } });
    for (const ask of [{ ahead: 0 }, { ahead: 11 }])
      expect(await price(player, ask)).toMatchObject({ problem: { code: 'E_RANGE' } });
    expect(await price(player, { agent: 3 })).toMatchObject({ problem: { code: 'E_TYPE' } });
    await onCall(player, 0);
    const room = (await stage.app.rooms.find(code)) as Room;
    const { logEntries } = room.days;
    const facts = room.day(0).facts.length;
    const [asked, again] = await Promise.all([price(player, { ahead: 3 }), price(player)]);
    expect(asked).toMatchObject({ ok: true, rollout: { by: 'rollout', ahead: 3 } });
    if (!asked.ok) return;
    expect(asked.at).toBeGreaterThan(0);
    expect(asked.rollout.pairs).toBeGreaterThan(10);
    expect(asked.rollout.price).toBeGreaterThan(-1);
    expect(again).toMatchObject({ problem: { code: 'E_RATE' } });
    // It is no command, and the room did not wait for it.
    expect(room.days.logEntries).toBe(logEntries);
    await until(() => room.day(0).facts.length > facts);
    await new Promise((later) => setTimeout(later, 20));
    expect(await price(player)).toMatchObject({ ok: true, rollout: { ahead: 1 } });
  });

  it('is answered in a sentence when the process is gone, and the room goes on', async () => {
    const { code } = await stage.openRoom({ scenario: BUSY, speed: 60 });
    const player = await stage.seated(code);
    const call = await onCall(player, 0);
    expect(await price(player)).toMatchObject({ ok: true });
    await new Promise((later) => setTimeout(later, 20));
    const { rollouts: there } = stage.app.rooms;
    const pid = there.pid as number;
    process.kill(pid, 'SIGSTOP');
    const asked = price(player);
    await until(() => there.working);
    process.kill(pid, 'SIGKILL');
    expect(await asked).toMatchObject({ problem: { code: 'E_WORKER' } });
    await player.does({ kind: 'conclude', agent: 0, call });
    await until(() => player.facts.some((fact) => fact.kind === 'concluded' && fact.call === call));
  });

  it('has no price where time is not arbitrated', async () => {
    const { code } = await stage.openRoom();
    const player = await stage.seated(code);
    await onCall(player, 0);
    expect(await price(player)).toMatchObject({
      problem: { code: 'E_STATE', says: { en: expect.stringContaining('in advance') } },
    });
  });
});
