import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FRONT_PAGES, ROOM_PAGES } from '../../models/doors/live.ts';
import { Player, SMALL, Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

const get = (path: string) => fetch(stage.url + path);

describe('the HTTP interface', () => {
  it('lists what can be played', async () => {
    const reply = await (await get('/api/scenarios')).json();
    expect(reply.ok).toBe(true);
    expect(reply.scenarios.length).toBeGreaterThanOrEqual(3);
    for (const entry of reply.scenarios) {
      expect(entry).toMatchObject({
        id: expect.any(String),
        publicView: { name: { fr: expect.any(String) } },
      });
      const response = await stage.post({ scenario: entry.id });
      expect([entry.id, response.status]).toEqual([entry.id, 201]);
    }
  });

  it('opens a room and shows its card, secrets apart', async () => {
    const { code, hostToken } = await stage.openRoom();
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
    const typed = code.toLowerCase().replace('-', ' ');
    const text = await (await get(`/api/rooms/${encodeURIComponent(typed)}`)).text();
    expect(JSON.parse(text)).toMatchObject({ ok: true, code, people: 0, clock: { over: false } });
    expect(text).not.toContain(hostToken);
    expect(text).not.toContain('perHour');
    await stage.seated(code);
    expect(await (await get(`/api/rooms/${code}`)).json()).toMatchObject({ people: 1 });
  });

  it('[N5] opens a room without the human hypotheses, which its card says', async () => {
    const cardOf = async (ask: object) => {
      const { code } = await stage.openRoom({ scenario: 'accueil-humain', ...ask });
      return (await (await get(`/api/rooms/${code}`)).json()).publicView.arbitration;
    };
    const [as, without] = [await cardOf({}), await cardOf({ people: false })];
    expect(await cardOf({ people: true })).toEqual(as);
    expect(as.withoutPeople).toBe(false);
    expect(as.people.length).toBeGreaterThan(8);
    expect(without).toMatchObject({ withoutPeople: true, people: [] });
    // Where there are none nothing was left out.
    const plain = await cardOf({ scenario: 'accueil-normal', people: false });
    expect(plain).toMatchObject({ withoutPeople: false, people: [] });
    const { problem } = await (await stage.post({ scenario: 'x', people: 'no' })).json();
    expect([problem.path, problem.says.en]).toEqual([
      'people',
      'people expects true, or false to play without the human hypotheses.',
    ]);
  });

  it('answers every wrong request with a sentence and the right status', async () => {
    const cases: [string, () => Promise<Response>, number, string][] = [
      ['no such room', () => get('/api/rooms/ABCD-EFGH'), 404, 'E_UNKNOWN'],
      ['no code at all', () => get('/api/rooms/%00'), 404, 'E_UNKNOWN'],
      ['no address', () => get('/api/rooms/%E0%A4%A'), 404, 'E_UNKNOWN'],
      ['a type given twice', () => stage.post({ scenario: twice() }), 400, 'E_DUP'],
      ['no such route', () => get('/api/nothing'), 404, 'E_UNKNOWN'],
      ['an empty body', () => stage.post(''), 400, 'E_TYPE'],
      ['no JSON', () => stage.post('{"scenario":'), 400, 'E_TYPE'],
      ['an array', () => stage.post([]), 400, 'E_TYPE'],
      ['no scenario', () => stage.post({}), 400, 'E_TYPE'],
      [
        'one field too many',
        () => stage.post({ scenario: 'petit-standard', host: true }),
        400,
        'E_TYPE',
      ],
      [
        'a speed of a million',
        () => stage.post({ scenario: 'petit-standard', speed: 1e6 }),
        400,
        'E_TYPE',
      ],
      ['an unknown scenario', () => stage.post({ scenario: 'toString' }), 404, 'E_UNKNOWN'],
      [
        'a scenario of another format',
        () => stage.post({ scenario: { format: 'x' } }),
        409,
        'E_VERSION',
      ],
      ['a body of a megabyte', () => stage.post({ scenario: 'x'.repeat(1e6) }), 413, 'E_SIZE'],
      ['a day of a billion calls', () => stage.post({ scenario: huge() }), 422, 'E_COST'],
      [
        'a form',
        () => stage.post('a=1', { 'content-type': 'application/x-www-form-urlencoded' }),
        415,
        'E_TYPE',
      ],
      ['text', () => stage.post('{}', { 'content-type': 'text/plain' }), 415, 'E_TYPE'],
      [
        'another site',
        () => stage.post({}, { 'sec-fetch-site': 'cross-site' }),
        403,
        'E_FORBIDDEN',
      ],
      [
        'a sister site',
        () => stage.post({}, { 'sec-fetch-site': 'same-site' }),
        403,
        'E_FORBIDDEN',
      ],
      [
        'another origin',
        () => stage.post({}, { origin: 'http://evil.example' }),
        403,
        'E_FORBIDDEN',
      ],
      ['no origin at all', () => stage.post({}, { origin: 'null' }), 403, 'E_FORBIDDEN'],
    ];
    for (const [what, asked, status, code] of cases) {
      const response = await asked();
      const reply = await response.json();
      expect([what, response.status, reply.ok]).toEqual([what, status, false]);
      expect([what, reply.problem?.code]).toEqual([what, code]);
      expect(reply.problem.says.fr.length).toBeGreaterThan(10);
      expect(JSON.stringify(reply)).not.toMatch(/node_modules|at .*\.ts:/);
    }
  });

  it('tells every fault of a scenario with its path', async () => {
    const response = await stage.post({ scenario: { ...SMALL, types: 3, color: 'red' } });
    const reply = await response.json();
    const paths = reply.problems.map((problem: { path: string }) => problem.path);
    expect(paths).toEqual(expect.arrayContaining(['types', 'color']));
  });

  it('unpacks nothing', async () => {
    const response = await fetch(`${stage.url}/api/rooms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync(JSON.stringify({ scenario: 'petit-standard' })),
    });
    expect(response.status).toBe(415);
  });

  it('is polluted by no key', async () => {
    for (const key of ['__proto__', 'constructor', 'prototype'])
      for (const body of [
        `{"scenario":"petit-standard","${key}":{"polluted":1}}`,
        `{"scenario":{"format":"contretemps/1","${key}":{"polluted":1}}}`,
        `{"scenario":{"format":"contretemps/1","day":{"${key}":{"polluted":1}}}}`,
      ]) {
        expect((await stage.post(body)).ok).toBe(false);
        expect(({} as { polluted?: number }).polluted).toBeUndefined();
      }
  });

  it('opens no room while it is too slow for those it has', async () => {
    await stage.close();
    stage = await Stage.open({ limits: { busyMs: -1 } });
    const response = await stage.post({ scenario: 'petit-standard' });
    expect([response.status, (await response.json()).problem.code]).toEqual([503, 'E_BUSY']);
  });

  it('limits the rooms opened from one address', async () => {
    await stage.close();
    stage = await Stage.open({ limits: { opensPerHour: 2 } });
    await stage.openRoom();
    await stage.openRoom();
    const response = await stage.post({ scenario: 'petit-standard' });
    expect([response.status, (await response.json()).problem.code]).toEqual([429, 'E_RATE']);
  });
});

describe('the page', () => {
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'contretemps-client-'));
    // A dot in the path to the installation must not hide the page.
    const client = join(folder, '.hidden', 'client');
    mkdirSync(join(client, 'assets'), { recursive: true });
    writeFileSync(join(client, 'index.html'), '<!doctype html><title>page</title>');
    writeFileSync(join(client, 'assets', 'a.js'), 'export {}');
    writeFileSync(join(folder, 'secret'), 'secret');
    await stage.close();
    stage = await Stage.open({ clientDir: client });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is given at every address of the client, under a strict policy', async () => {
    const front = FRONT_PAGES.map((page) => `/${page}`);
    const ofRooms = ROOM_PAGES.map((page) => `/${page}/ABCD-EFGH`);
    for (const path of ['/', ...front, ...ofRooms, '/room/x']) {
      const response = await get(path);
      expect([path, response.status, await response.text()]).toEqual([
        path,
        200,
        expect.stringContaining('page'),
      ]);
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('upgrade-insecure-requests');
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
    expect((await get('/assets/a.js')).headers.get('cache-control')).toContain('immutable');
  });

  it('answers an address where there is nothing with a page in both languages and the way home', async () => {
    for (const path of [
      '/elsewhere',
      '/nimporte',
      '/room/K7M4QXT9/more',
      '/room/%E0%A4%A',
      '/assets/%E0%A4%A',
      '/%E0%A4%A',
    ]) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(response.headers.get('content-type')).toContain('text/html');
      const text = await response.text();
      for (const said of ['Cette page n’existe pas.', 'This page does not exist.', 'href="/"'])
        expect(text, path).toContain(said);
    }
  });

  it('is all that is given: no path leads out of its folder', async () => {
    const tries = [
      '/../secret',
      '/assets/../../secret',
      '/%2e%2e/secret',
      '/..%2fsecret',
      '/%00',
      '/assets/..%5c..%5csecret',
      '//etc/passwd',
      '/desk/..%2f..%2fsecret',
      '/.hidden',
    ];
    for (const path of tries) {
      const text = await raw(stage.url, path);
      expect([path, text.includes('secret') || text.includes('root:')]).toEqual([path, false]);
    }
  });

  it('says what to do where it is not built', async () => {
    await stage.close();
    stage = await Stage.open();
    const response = await get('/');
    expect([response.status, await response.text()]).toEqual([
      503,
      expect.stringContaining('npm start'),
    ]);
  });
});

describe('a WebSocket', () => {
  const connects = async (origin: string | undefined): Promise<boolean> => {
    const extraHeaders = origin === undefined ? {} : { origin };
    try {
      (await Player.connect(stage.url, { extraHeaders })).close();
      return true;
    } catch {
      return false;
    }
  };

  it('is open to our own pages, listed ones and programmes, and to no other page', async () => {
    await stage.close();
    stage = await Stage.open({ origins: ['https://salle.example'] });
    const host = new URL(stage.url).host;
    const [name, port] = host.split(':');
    for (const origin of [undefined, stage.url, `https://${host}`, 'https://salle.example'])
      expect([origin, await connects(origin)]).toEqual([origin, true]);
    for (const origin of [
      'null',
      'http://evil.example',
      `http://${name}`,
      `http://${name}:${Number(port) + 1}`,
      `http://evil.${host}`,
      `http://${host}.evil.example`,
      `http://${host}@evil.example`,
      `ftp://${host}`,
      'http://salle.example',
      'https://salle.example.evil.example',
      'https://sub.salle.example',
      'https://salle.example:8443',
      'HTTPS://SALLE.EXAMPLE',
      ' https://salle.example2',
      '',
    ])
      if (origin !== '') expect([origin, await connects(origin)]).toEqual([origin, false]);
  });

  it('is refused when the server has all it can take', async () => {
    await stage.close();
    stage = await Stage.open({ limits: { sockets: 2 } });
    const { code } = await stage.openRoom();
    for (let i = 0; i < 2; i += 1) await (await stage.player()).join(code, 'wall');
    expect(await connects(undefined)).toBe(false);
  });

  it('is closed by a message of more than 16 KB, and nothing else is', async () => {
    const { code } = await stage.openRoom();
    const [large, other] = [await stage.seated(code), await stage.seated(code)];
    large.socket.emit('command', { id: 'x'.repeat(20_000) } as never, () => {});
    await new Promise<void>((closed) => large.socket.once('disconnect', () => closed()));
    await other.does({ kind: 'takeDesk', agent: 0 });
  });
});

/** A request with the path exactly as written. */
const raw = (url: string, path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const asked = request({ hostname, port, path }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve(text));
    });
    asked.on('error', reject);
    asked.end();
  });

const twice = () => ({ ...SMALL, types: [SMALL.types[0], SMALL.types[0]] });
const huge = () => ({ ...SMALL, types: [{ ...SMALL.types[0], perHour: 1e6 }] });
