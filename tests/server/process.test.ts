import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedRoom } from '../../models/doors/live.ts';
import { Child } from './child.ts';
import { Player, SMALL, until } from './stage.ts';

let folder: string;
const children: Child[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'contretemps-process-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) await child.kill();
  rmSync(folder, { recursive: true, force: true });
});

const spawn = (environment: Record<string, string>): Child => {
  const child = Child.spawn({ DATA_DIR: folder, ...environment });
  children.push(child);
  return child;
};
const start = async (): Promise<{ child: Child; url: string }> => {
  const started = await Child.start({ DATA_DIR: folder });
  children.push(started.child);
  return started;
};

describe('the server process', () => {
  it('prints where it is and, told to stop, writes everything, says so to those in it and leaves', async () => {
    const { child, url } = await start();
    expect(child.out).toContain(folder);
    const response = await fetch(`${url}/api/rooms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ scenario: SMALL, seed: 'x', speed: 60 }),
    });
    const { code } = (await response.json()) as OpenedRoom;
    const player = await Player.connect(url);
    await player.join(code, 'wall');
    await until(() => player.facts.length > 0);
    child.process.kill('SIGTERM');
    expect(await child.ended).toBe(0);
    await until(() => player.told.includes('disconnect'));
    expect(player.told[0]).toBe('restarting');
    expect(child.err).toBe('');
    const again = await start();
    const back = await Player.connect(again.url);
    const seen = player.batches.at(-1)?.clock.at ?? 0;
    expect((await back.join(code, 'wall')).clock.at).toBeGreaterThanOrEqual(seen);
    back.close();
  });

  it('says in a sentence which value of its environment cannot be used, with exit code 2', async () => {
    const wrong: [Record<string, string>, string][] = [
      [{ PORT: 'http' }, 'PORT'],
      [{ PORT: '70000' }, 'PORT'],
      [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
      [{ ORIGINS: 'https://a.example, b.example' }, 'ORIGINS'],
    ];
    const ended = wrong.map(([environment, name]) => ({ child: spawn(environment), name }));
    for (const { child, name } of ended) {
      expect([name, await child.ended]).toEqual([name, 2]);
      expect(child.err).toMatch(new RegExp(`^${name} .*; give .*\\.\n$`));
    }
    const french = spawn({ PORT: 'x', LANG: 'fr_FR.UTF-8' });
    await french.ended;
    expect(french.err).toContain('donnez un nombre');
  });

  it('says in a sentence that the port, or the data folder, is taken or unusable', async () => {
    const other = createServer();
    await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready));
    const { port } = other.address() as { port: number };
    const late = spawn({ PORT: String(port) });
    expect(await late.ended).toBe(1);
    expect(late.err).toContain(`Port ${port} is already in use`);
    other.close();
    await start();
    const second = spawn({});
    expect(await second.ended).toBe(1);
    expect(second.err).toContain('Another server already uses the folder');
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const lost = spawn({ DATA_DIR: join(file, 'data') });
    expect(await lost.ended).toBe(1);
    expect(lost.err).toContain('cannot be used');
    const nowhere = spawn({ HOST: '203.0.113.7', DATA_DIR: join(folder, 'other') });
    expect(await nowhere.ended).toBe(1);
    expect(nowhere.err).toContain('check HOST and PORT');
    for (const { err } of [late, second, lost, nowhere]) expect(err.split('\n')).toHaveLength(2);
  });

  it.runIf(existsSync('/proc/self'))('says so where no folder can be made', async () => {
    const nowhere = spawn({ DATA_DIR: '/proc/contretemps/data' });
    expect(await nowhere.ended).toBe(1);
    expect(nowhere.err).toMatch(/^The data folder .* cannot be used .*DATA_DIR\.\n$/);
  });

  it.runIf(existsSync('/usr/bin/prlimit'))(
    'leaves with a sentence, and all that was stored, where the disk refuses',
    async () => {
      const { child, url } = await start();
      const opened = await fetch(`${url}/api/rooms`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ scenario: SMALL, paused: true }),
      });
      const { code } = (await opened.json()) as OpenedRoom;
      execFileSync('/usr/bin/prlimit', [`--pid=${child.process.pid}`, '--fsize=0']);
      child.process.kill('SIGTERM');
      expect(await child.ended).toBe(0);
      // What the log says of a room comes before; a person reads the last line.
      expect(child.err.trim().split('\n').at(-1)).toMatch(
        /^The disk refuses to write \(.*next start\.$/,
      );
      const again = await start();
      expect((await fetch(`${again.url}/api/rooms/${code}`)).status).toBe(200);
      expect(again.child.err).toBe('');
    },
  );

  it('starts anew beside a ruined database, which it keeps', async () => {
    writeFileSync(join(folder, 'contretemps.sqlite'), 'ruin '.repeat(1_000));
    const { child, url } = await start();
    expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ ok: true, rooms: 0 });
    expect(child.err).toContain('put aside');
  });

  it('opens rooms on a machine that it shares, whose delays are not its own (busy.test.ts: its own)', async () => {
    const { child, url } = await start();
    const health = async () =>
      (await fetch(`${url}/api/health`)).json() as Promise<{ loopDelayMs: number }>;
    const { pid } = child.process;
    // Two windows of five seconds, in which it is kept from the processor again and again.
    for (let i = 0; i < 50; i++) {
      process.kill(pid as number, 'SIGSTOP');
      await new Promise((resolve) => setTimeout(resolve, 150));
      process.kill(pid as number, 'SIGCONT');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect((await health()).loopDelayMs).toBeLessThan(100);
    const response = await fetch(`${url}/api/rooms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ scenario: SMALL }),
    });
    expect(response.status).toBe(201);
  });
});
