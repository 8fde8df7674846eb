import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { Player, type Setup, Stage } from './stage.ts';

let stage: Stage;
const sockets: Socket[] = [];
const open = async (setup: Setup = {}): Promise<void> => {
  stage = await Stage.open(setup);
};
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await stage.close();
});

/** A request with these headers exactly. */
const ask = (path: string, headers: Record<string, string>) =>
  new Promise<{ response: IncomingMessage; body: Buffer }>((resolve, reject) => {
    const { hostname: host, port } = new URL(stage.url);
    const asked = request({ hostname: host, port, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ response, body: Buffer.concat(parts) }));
    });
    asked.on('error', reject);
    asked.end();
  });

/** A connection that asks nothing. */
const silent = (): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(stage.url).port), '127.0.0.1', () => resolve(socket));
    socket.on('error', reject);
    sockets.push(socket);
  });

describe('the door of the server', () => {
  it('answers to its addresses and its names, and to no name that a foreign page may have pointed here', async () => {
    await open({ origins: ['https://salle.example'] });
    const short = hostname().split('.')[0] ?? '';
    const own = ['localhost', hostname(), short, `${short}.local`, '10.1.2.3', '[fd00::1]'];
    for (const host of [...own, ...own.map((name) => `${name}:3000`), 'salle.example'])
      expect([host, (await ask('/api/health', { host })).response.statusCode]).toEqual([host, 200]);
    const foreign = [
      'evil.example',
      'localhost.evil.example',
      '10.1.2.3.evil.example',
      'salle.example.org',
    ];
    for (const host of foreign) {
      const { response, body } = await ask('/api/health', { host });
      expect([host, response.statusCode]).toEqual([host, 421]);
      expect(JSON.parse(body.toString()).problem.says.en).toContain('add this name to ORIGINS');
      await expect(Player.connect(stage.url, { extraHeaders: { host } })).rejects.toThrow();
    }
  });

  it('sends its forms nowhere else', async () => {
    await open();
    const policy = (await fetch(`${stage.url}/api/health`)).headers.get('content-security-policy');
    expect(policy).toContain("form-action 'self'");
  });

  it('closes a connection on which nothing is asked', async () => {
    await open({ limits: { connectTimeoutMs: 100 } });
    const socket = await silent();
    socket.resume();
    await new Promise<void>((closed) => socket.once('close', () => closed()));
    // Node by itself looks every 30 s only.
  }, 20_000);

  it('lets in those who ask, however many connections ask nothing', async () => {
    await open({ limits: { sockets: 10 } });
    for (let i = 0; i < 520; i++) await silent().catch(() => {});
    expect((await fetch(`${stage.url}/api/health`)).status).toBe(200);
    (await Player.connect(stage.url)).close();
  });

  it('closes a connection that is open and says nothing, and lets those who join take its place', async () => {
    await open({ limits: { sockets: 2, connectTimeoutMs: 300 } });
    const { code } = await stage.openRoom();
    const gone = async (player: Player): Promise<void> => {
      if (player.socket.connected)
        await new Promise<void>((closed) => player.socket.once('disconnect', () => closed()));
    };
    const [first, second] = [await stage.player(), await stage.player()];
    const third = await stage.player();
    await gone(first);
    await third.join(code, 'wall');
    await gone(second);
    expect(third.socket.connected).toBe(true);
  });

  it('gives out what the build has compressed, in the form that the browser reads', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'contretemps-door-'));
    try {
      mkdirSync(join(folder, 'assets'));
      const text = 'export {}; '.repeat(500);
      const forms = { br: brotliCompressSync(text, {}), gzip: gzipSync(text, { level: 1 }) };
      writeFileSync(join(folder, 'index.html'), '<!doctype html>');
      writeFileSync(join(folder, 'assets/a.js'), text);
      writeFileSync(join(folder, 'assets/a.js.br'), forms.br);
      writeFileSync(join(folder, 'assets/a.js.gz'), forms.gzip);
      await open({ clientDir: folder });
      const asked = async (encodings: string) => {
        const { response, body } = await ask('/assets/a.js', { 'accept-encoding': encodings });
        const { 'content-encoding': encoding = 'none', 'content-type': type } = response.headers;
        expect(type).toContain('text/javascript');
        return { encoding, body };
      };
      expect(await asked('gzip, deflate, br')).toEqual({ encoding: 'br', body: forms.br });
      expect(await asked('gzip')).toEqual({ encoding: 'gzip', body: forms.gzip });
      expect(await asked('identity')).toEqual({ encoding: 'none', body: Buffer.from(text) });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
