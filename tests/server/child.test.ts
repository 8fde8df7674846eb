import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Supervisor } from '../../server/jobs/child.ts';
import { ownFolder } from '../support/folder.ts';

/** A child that says its id when it hears anything, and does what it is told. */
const PROGRAM = `
process.on('message', (what) => {
  if (what.do === 'say') process.send({ pid: process.pid, heard: what });
  if (what.do === 'rise') process.send('up');
  if (what.do === 'die') process.kill(process.pid, 'SIGKILL');
  if (what.do === 'leave') process.exit(3);
});`;

interface Said {
  readonly pid: number;
  readonly heard: object;
}

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a child process', () => {
  let folder: Awaited<ReturnType<typeof ownFolder>>;
  let program: string;
  beforeAll(async () => {
    folder = await ownFolder();
    program = join(folder.path, 'child.mjs');
    await writeFile(program, PROGRAM);
  });
  afterAll(() => folder.remove());

  const supervisor = new Supervisor();
  afterEach(() => supervisor.stopAll());

  /** A child, and the next thing that it says, or that is said of it. */
  function child(options: { restMs?: number; program?: string } = {}) {
    const timers: (() => void)[] = [];
    const waits: number[] = [];
    const said: (Said | string)[] = [];
    let wake: () => void = () => {};
    const hear = (what: Said | string): void => {
      said.push(what);
      wake();
    };
    const made = supervisor.child<{ do: string }, Said>({
      ...{ program, memoryMB: 64, hear, lost: hear, ...options },
      after: (ms, what) => {
        timers.push(what);
        waits.push(ms);
        return () => timers.splice(timers.indexOf(what), 1);
      },
    });
    const next = async (): Promise<Said | string> => {
      while (said.length === 0) await new Promise<void>((woken) => (wake = woken));
      return said.shift() as Said | string;
    };
    return { ...made, next, timers, waits };
  }

  it('is begun once, is ready when it has spoken, and is replaced when it dies', async () => {
    const { child: one, next } = child();
    expect([one.pid, one.ready]).toEqual([undefined, false]);
    one.start();
    one.start();
    const { pid } = one;
    expect([supervisor.pids, one.ready]).toEqual([[pid], false]);
    one.tell({ do: 'say' });
    expect(await next()).toEqual({ pid, heard: { do: 'say' } });
    expect(one.ready).toBe(true);
    one.tell({ do: 'die' });
    expect(await next()).toBe('SIGKILL');
    expect([one.pid, one.ready, one.resting]).toEqual([undefined, false, false]);
    one.start();
    expect(one.pid).not.toBe(pid);
    one.tell({ do: 'leave' });
    expect(await next()).toBe('code 3');
  });

  it('that dies before its first word rests, when it is asked to; one that spoke does not', async () => {
    const { child: one, next, timers } = child({ restMs: 1_000 });
    one.start();
    one.tell({ do: 'leave' });
    expect(await next()).toBe('code 3');
    expect(one.resting).toBe(true);
    one.start();
    expect(one.pid).toBeUndefined();
    for (const due of timers.splice(0)) due();
    expect(one.resting).toBe(false);
    one.start();
    one.tell({ do: 'say' });
    await next();
    one.tell({ do: 'leave' });
    await next();
    expect(one.resting).toBe(false);
  });

  it('that says nothing in time hangs, and is ended; a word in time is enough', async () => {
    const { child: one, next, timers } = child();
    one.start();
    one.expect(1_000);
    one.tell({ do: 'say' });
    await next();
    expect(timers).toEqual([]);
    const pid = one.pid as number;
    one.expect(1_000);
    for (const due of timers.splice(0)) due();
    expect(await next()).toBe('it hangs');
    expect(one.pid).toBeUndefined();
    await expect.poll(() => alive(pid)).toBe(false);
  });

  it('that is still being begun does not hang: its time is counted from when it is up', async () => {
    const { child: one, next, timers, waits } = child();
    one.start();
    one.expect(1_000);
    expect(waits.filter((ms) => ms <= 1_000)).toEqual([]);
    one.tell({ do: 'rise' });
    await expect.poll(() => waits.at(-1)).toBe(1_000);
    expect([one.ready, timers.length]).toEqual([false, 1]);
    one.tell({ do: 'say' });
    await next();
    expect([one.ready, timers.length]).toEqual([true, 0]);
    one.expect(500);
    expect(waits.at(-1)).toBe(500);
  });

  it('can be ended by its number, and all at once for good', async () => {
    const [one, two] = [child(), child()];
    for (const { child: each } of [one, two]) each.start();
    const pids = supervisor.pids;
    expect(pids).toHaveLength(2);
    expect(supervisor.kill(one.id, 'because')).toBe(true);
    expect(await one.next()).toBe('because');
    expect(supervisor.pids).toEqual([two.child.pid]);
    await supervisor.stopAll();
    expect(supervisor.pids).toEqual([]);
    expect(pids.filter(alive)).toEqual([]);
    expect(supervisor.kill(one.id, 'again')).toBe(false);
    two.child.start();
    two.child.tell({ do: 'say' });
    expect([two.child.pid, two.child.resting]).toEqual([undefined, true]);
  });

  it('that ends before it hears anything is said to be lost, and nothing is thrown', async () => {
    const dead = join(folder.path, 'dead.mjs');
    await writeFile(dead, 'process.exit(1);');
    const { child: one, next } = child({ program: dead });
    one.start();
    one.tell({ do: 'say' });
    expect(await next()).toBe('code 1');
    one.tell({ do: 'say' });
    expect(one.pid).toBeUndefined();
  });
});
