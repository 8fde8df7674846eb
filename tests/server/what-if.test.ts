import { afterEach, describe, expect, it } from 'vitest';
import type { TimedCommand, WhatIf } from '../../models/doors/live.ts';
import {
  catalogueScenario,
  isProblem,
  type Problem,
  readScenario,
  type Scenario,
} from '../../models/doors/scenario.ts';
import { whatIf } from '../../models/doors/study.ts';
import { machineClock } from '../../server/clock.ts';
import { type Moment, PRICER_DIED, Rollouts } from '../../server/jobs/rollouts.ts';
import type { Room } from '../../server/rooms/room.ts';
import { NOT_STORED } from '../../server/rooms/sentences.ts';
import { WhatIfs } from '../../server/rooms/what-ifs.ts';
import { FakeClock } from './fake-clock.ts';
import { SMALL, Stage, until } from './stage.ts';

const storm = catalogueScenario('plus-on-se-presse') as Scenario;
/** Ten minutes of a storm. */
const reading = readScenario({ ...storm, day: { ...storm.day, lengthMin: 10, intervalMin: 5 } });
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const SHORT = reading.scenario;
const SEATED: readonly TimedCommand[] = [
  { at: 0, command: { kind: 'takeDesk', agent: 0 } },
  { at: 60_000, command: { kind: 'leaveDesk', agent: 0 } },
];

describe('days lived again in a process of their own', () => {
  const moment = (commands: readonly TimedCommand[], day = 'room'): Moment => ({
    ...{ day, scenario: JSON.stringify(SHORT), seed: 'storm' },
    ...{ commands, count: commands.length, at: 900_000 },
  });
  const started: Rollouts[] = [];
  function rollouts(waiting = 10, dayTimeoutMs = 30_000): Rollouts {
    const made = new Rollouts({
      ...{ budgetMs: 150, timeoutMs: 30_000, dayTimeoutMs, waiting },
      after: (ms, what) => machineClock.after(ms, what),
    });
    started.push(made);
    return made;
  }
  afterEach(() => {
    for (const one of started.splice(0)) one.stop();
  });

  it('come to what they come to here, however long their record', async () => {
    const there = rollouts();
    expect(await there.whatIf(moment(SEATED))).toEqual(whatIf(SHORT, 'storm', SEATED));
    const long: TimedCommand[] = [{ at: 0, command: { kind: 'takeDesk', agent: 0 } }];
    for (let at = 100; long.length < 1_300; at += 100)
      long.push({ at, command: { kind: 'notReady', agent: 0, reason: 'admin' } });
    long.push({ at: 200_000, command: { kind: 'leaveDesk', agent: 0 } });
    const torn = [...long.slice(0, 600), ...SEATED.slice(0, 1), ...long.slice(600)];
    expect(await there.whatIf(moment(torn))).toMatchObject({
      code: 'E_DESYNC',
      path: 'commands.600',
    });
    expect(await there.whatIf(moment(long))).toEqual(whatIf(SHORT, 'storm', long));
    // Only as far as the moment goes.
    const first = { ...moment(long), count: 0 };
    expect(await there.whatIf(first)).toEqual(whatIf(SHORT, 'storm', []));
  });

  it('are answered in a sentence when the process is killed; what waits is asked again', async () => {
    const there = rollouts(1);
    expect(isProblem(await there.whatIf(moment([])))).toBe(false);
    const pid = there.pid as number;
    process.kill(pid, 'SIGSTOP');
    const asked = [1, 2, 3].map(() => there.whatIf(moment(SEATED)));
    expect(await asked[2]).toMatchObject({ code: 'E_BUSY' });
    process.kill(pid, 'SIGKILL');
    expect(await asked[0]).toMatchObject({
      code: 'E_WORKER',
      says: { en: expect.stringMatching(/interrupted; ask again/) },
    });
    expect(await asked[1]).toEqual(whatIf(SHORT, 'storm', SEATED));
    expect(there.pid).not.toBe(pid);
  });

  it('are given up when the process hangs', async () => {
    const there = rollouts(1, 1);
    expect(await there.whatIf(moment(SEATED))).toMatchObject({ code: 'E_WORKER' });
  });
});

describe('the comparison of one room', () => {
  const ROWS: WhatIf = { rows: [] };
  /** A room whose day is over, and what is asked of the process. */
  function over() {
    const asked: { moment: Moment; answer: (found: WhatIf | Problem) => void }[] = [];
    const commands: TimedCommand[] = [...SEATED];
    const day = {
      ...{ closed: null as Problem | null, over: true },
      moment: { day: 'r', scenario: '', seed: '', commands, count: 2, at: 9 } as Moment,
      has: () => true,
      whenSettled: (what: () => void) => what(),
    };
    const room = { day: () => day, days: day, publicView: { arbitration: {} } } as unknown as Room;
    const whatIfs = new WhatIfs({
      whatIf: (moment) => new Promise((answer) => asked.push({ moment, answer })),
    });
    return { asked, day, of: () => whatIfs.of(room) };
  }

  it('is worked out once for all who ask', async () => {
    const { asked, day, of } = over();
    const both = [of(), of()];
    day.moment = { ...day.moment };
    asked[0]?.answer(ROWS);
    expect(await Promise.all([...both, of()])).toEqual([ROWS, ROWS, ROWS]);
    expect(asked).toHaveLength(1);
  });

  it('is worked out anew where the day was made again, or where the process died', async () => {
    const { asked, day, of } = over();
    const before = of();
    const { moment } = day;
    for (const other of [{ at: 10 }, { count: 1 }, { commands: [...SEATED] }]) {
      day.moment = { ...moment, ...other };
      const found = of();
      asked.at(-1)?.answer(PRICER_DIED);
      expect(await found).toBe(PRICER_DIED);
    }
    expect(asked).toHaveLength(4);
    const again = of();
    // The answer about the day of before comes late, and stays its own.
    asked[0]?.answer(PRICER_DIED);
    expect(await before).toBe(PRICER_DIED);
    asked[4]?.answer(ROWS);
    expect([await again, await of()]).toEqual([ROWS, ROWS]);
    expect(asked).toHaveLength(5);
  });

  it('waits for what is stored, and for the end of the day', async () => {
    const { asked, day, of } = over();
    day.closed = NOT_STORED;
    expect(await of()).toBe(NOT_STORED);
    Object.assign(day, { closed: null, over: false });
    expect(await of()).toMatchObject({ code: 'E_STATE' });
    expect(asked).toHaveLength(0);
  });
});

describe('GET /api/rooms/:code/what-if', () => {
  let stage: Stage;
  afterEach(() => stage.close());
  const ask = async (code: string): Promise<{ status: number; reply: Record<string, unknown> }> => {
    const response = await fetch(`${stage.url}/api/rooms/${code}/what-if`);
    return { status: response.status, reply: await response.json() };
  };
  const over = async (code: string): Promise<boolean> =>
    ((await stage.app.rooms.find(code)) as Room).day(0).over;

  it('answers once the day is over, with the figures of that day, and says why not before', async () => {
    const clock = new FakeClock();
    stage = await Stage.open({ clock });
    const { code } = await stage.openRoom({ scenario: SHORT, seed: 'storm', speed: 60 });
    const early = await ask(code);
    expect([early.status, early.reply]).toMatchObject([
      409,
      { ok: false, problem: { code: 'E_STATE', says: { en: expect.stringMatching(/not over/) } } },
    ]);
    await (await stage.player()).join(code, 'wall');
    for (let i = 0; i < 400 && !(await over(code)); i++) await clock.pass(250);
    expect(await over(code)).toBe(true);
    const [one, two] = await Promise.all([ask(code), ask(code)]);
    expect(one).toEqual({ status: 200, reply: { ok: true, ...whatIf(SHORT, 'storm', []) } });
    expect(two).toEqual(one);
    // It is kept: no process is needed any more.
    stage.app.rooms.rollouts.stop();
    expect(await ask(code)).toEqual(one);
  });

  it('says so when the process is killed, and answers the next time', async () => {
    const clock = new FakeClock();
    stage = await Stage.open({ clock });
    const { code } = await stage.openRoom({ scenario: SHORT, seed: 'storm', speed: 60 });
    await (await stage.player()).join(code, 'wall');
    for (let i = 0; i < 400 && !(await over(code)); i++) await clock.pass(250);
    const { rollouts } = stage.app.rooms;
    // One that has answered is replaced at once.
    const day = ((await stage.app.rooms.find(code)) as Room).day(0);
    expect(isProblem(await rollouts.whatIf(day.moment))).toBe(false);
    const pid = rollouts.pid as number;
    process.kill(pid, 'SIGSTOP');
    const asked = ask(code);
    await until(() => rollouts.working);
    process.kill(pid, 'SIGKILL');
    expect(await asked).toMatchObject({ status: 500, reply: { problem: { code: 'E_WORKER' } } });
    expect(await ask(code)).toMatchObject({ status: 200, reply: { ok: true } });
  });

  it('refuses what is no room, and a room where nothing is arbitrated', async () => {
    stage = await Stage.open();
    for (const code of ['ABCD-EFGH', '%00'])
      expect(await ask(code)).toMatchObject({
        status: 404,
        reply: { problem: { code: 'E_UNKNOWN', path: 'code' } },
      });
    const { code } = await stage.openRoom({ scenario: SMALL });
    expect(await ask(code)).toMatchObject({
      status: 409,
      reply: { problem: { code: 'E_STATE', says: { en: expect.stringMatching(/in advance/) } } },
    });
  });

  it('counts wrong codes like any other page', async () => {
    stage = await Stage.open({ limits: { codesAtOnce: 2 } });
    for (const status of [404, 404, 429]) expect((await ask('ABCD-EFGH')).status).toBe(status);
  });
});
