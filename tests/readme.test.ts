import { spawn } from 'node:child_process';
import { mkdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenedRoom, Reply } from '../models/doors/live.ts';
import { CATALOGUE_IDS } from '../models/doors/scenario.ts';
import kept from './golden/days.json' with { type: 'json' };
import { ownFolder } from './support/folder.ts';
import { startServer } from './support/server.ts';

/**
 * What the README tells people to type works as it stands there, in the order in which it stands.
 */
const ROOT = join(import.meta.dirname, '..');
const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** Lines of the blocks to type. */
const typed = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block.split('\n').filter(Boolean),
);
const ours = typed.filter((line) => line.startsWith('npx contretemps '));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Types the line into a shell in that folder; `npx contretemps` is this checkout's. */
function type(line: string, cwd: string): Promise<Ended> {
  const program = `"${process.execPath}" "${join(ROOT, 'server/bin.mjs')}"`;
  const child = spawn(line.replace(/^npx contretemps/, program), { cwd, shell: true });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  child.stdin.end();
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** A data folder in which a room was played for a moment. */
async function playedRoom(data: string): Promise<void> {
  const server = await startServer(data);
  try {
    const response = await fetch(`${server.origin}/api/rooms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ scenario: 'petit-standard', speed: 60 }),
    });
    expect((await response.json()) as Reply<OpenedRoom>).toMatchObject({ ok: true });
  } finally {
    await server.stop();
  }
}

describe.sequential('the command line of the README', () => {
  let folder: Awaited<ReturnType<typeof ownFolder>>;
  beforeAll(async () => {
    folder = await ownFolder();
    await symlink(join(ROOT, 'tests'), join(folder.path, 'tests'), 'dir');
    await mkdir(join(folder.path, 'data'));
    await playedRoom(join(folder.path, 'data'));
  });
  afterAll(() => folder?.remove());

  it('is shown for every command there is', () => {
    for (const command of ['run', 'import', 'replay', 'schema'])
      expect(ours.some((line) => line.startsWith(`npx contretemps ${command}`))).toBe(true);
  });

  it.each(ours)('%s', async (line) => {
    const { code, out, err } = await type(line, folder.path);
    expect(err).not.toMatch(/error|erreur/i);
    expect(code).toBe(0);
    const file = /(?:>|--out) (\S+)$/.exec(line)?.[1];
    const written = file ? await readFile(join(folder.path, file), 'utf8') : out;
    expect(written.length).toBeGreaterThan(100);
    if (file?.endsWith('.json')) expect(Object.keys(JSON.parse(written)).length).toBeGreaterThan(2);
  });
});

describe('the README', () => {
  it('names scripts that exist', () => {
    const named = [...readme.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it('tells the two commands with which everything starts', () => {
    expect(typed).toContain('npm ci && npm start');
    expect(typed).toContain('npm ci && npm test');
  });

  it('shows pictures that are there', async () => {
    const shown = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path = '']) => path);
    expect(shown.length).toBeGreaterThan(3);
    for (const path of shown) expect((await stat(join(ROOT, path))).size).toBeLessThan(150_000);
  });

  it('leaves no figure to be filled in', () => expect(readme).not.toMatch(/FIGURE/));

  it('names the scenarios of the catalogue, each run to its last fact by the golden days', () => {
    expect(CATALOGUE_IDS.length).toBeGreaterThan(2);
    for (const id of CATALOGUE_IDS) {
      expect(readme).toContain(`\`${id}\``);
      expect(Object.keys(kept.days).some((name) => name.startsWith(`catalogue ${id} `))).toBe(true);
    }
  });
});
