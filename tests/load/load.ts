import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { OpenedRoom, Reply } from '../../models/doors/live.ts';
import type { ScenarioFile } from '../../models/doors/scenario.ts';
import { Player } from '../server/stage.ts';

/**
 * `npm run load [-- --rooms 1 --people 100 --seconds 20]`: rooms with that many persons each, at
 * desks over real loopback sockets, 4 updates a second, a command of each every 2 s, every command
 * on disk before its answer. Prints how long updates take from being sent to being received, and
 * answers from being asked to being heard; and, before and after, the same for a bare Socket.IO
 * with as many sockets, and one write that reaches the disk (fsync). A bar is a ratio in one run:
 * state p99 at most 3 x bare, answers p99 at most 3 x (bare + one fsync). Exit code 1 where one is
 * missed or an update is lost.
 */
const { values } = parseArgs({
  options: {
    rooms: { type: 'string', default: '1' },
    people: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '20' },
  },
});
const ROOMS = Number(values.rooms);
const PEOPLE = Number(values.people);
const CLIENTS = ROOMS * PEOPLE;
const SECONDS = Number(values.seconds);
const MOST_TIMES_BARE = 3;
const COMMAND_EVERY_MS = 2_000;
const BARE_TURNS = 4;
const FSYNCS = 100;

/** As many desks as people, and colleagues who keep the room talking. */
const scenario: ScenarioFile = {
  format: 'contretemps/1',
  name: 'Load',
  day: { lengthMin: 1_000 },
  types: [
    {
      id: 'a',
      name: 'A',
      perHour: 30 * PEOPLE,
      handling: { law: 'exponential', meanS: 120 },
      patience: { law: 'exponential', meanS: 180 },
    },
  ],
  groups: [{ id: 'x', name: 'X', staff: 2 * PEOPLE, skills: [{ type: 'a' }] }],
};

const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6;
const wait = (ms: number): Promise<void> => new Promise((later) => setTimeout(later, ms));
const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;

function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (told) => resolve(told as T));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

interface Usage {
  readonly cpu: { readonly user: number; readonly system: number };
  readonly rss: number;
}
function usage(child: ChildProcess): Promise<Usage> {
  const told = message<Usage>(child);
  child.send('usage');
  return told;
}

async function openRoom(url: string): Promise<OpenedRoom> {
  const response = await fetch(`${url}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scenario, seed: 'load', speed: 10 }),
  });
  const reply = (await response.json()) as Reply<OpenedRoom>;
  if (!reply.ok) throw new Error(reply.problem.says.en);
  return reply;
}

/** What one client measured. */
interface Heard {
  readonly stateMs: number[];
  readonly ackMs: number[];
  bytes: number;
  gaps: number;
  refused: number;
}

async function takePart(url: string, code: string, agent: number): Promise<[Player, Heard]> {
  const player = await Player.connect(url);
  const heard: Heard = { stateMs: [], ackMs: [], bytes: 0, gaps: 0, refused: 0 };
  await player.join(code, 'seat');
  const { snapshot } = await player.does({ kind: 'takeDesk', agent });
  // Who takes a desk in the middle of a call first ends it, so that what follows is all written.
  const call = snapshot?.as === 'desk' ? snapshot.view.call : null;
  if (call !== null && call.concludedAt < 0)
    await player.does({ kind: 'conclude', agent, call: call.call });
  // What was heard before the desk was taken may be older than what its snapshot holds.
  let n = Math.max(player.batches.at(-1)?.upTo ?? -1, snapshot?.n ?? -1);
  player.socket.on('facts', (batch) => {
    heard.stateMs.push(nowMs() - (batch as unknown as { sentMs: number }).sentMs);
    if (batch.after !== n) heard.gaps += 1;
    n = batch.upTo;
    player.batches.length = 0;
    player.facts.length = 0;
  });
  player.socket.io.engine.on('packet', (packet: { data?: string }) => {
    heard.bytes += packet.data?.length ?? 0;
  });
  return [player, heard];
}

async function command(player: Player, heard: Heard, agent: number, turn: number): Promise<void> {
  const reason = turn % 2 === 0 ? 'training' : 'break';
  const asked = nowMs();
  const reply = await player.command({ kind: 'notReady', agent, reason });
  heard.ackMs.push(nowMs() - asked);
  if (!reply.ok) heard.refused += 1;
}

/** Prints one row; its 99th percentile, ms. */
function line(what: string, measured: readonly number[]): number {
  const sorted = [...measured].sort((a, b) => a - b);
  const ms = (q: number): string => quantile(sorted, q).toFixed(1).padStart(7);
  const count = String(sorted.length).padStart(7);
  process.stdout.write(`${what.padEnd(13)}${count}${ms(0.5)}${ms(0.99)}${ms(1)}\n`);
  return quantile(sorted, 0.99);
}

/** Prints a bar; whether it is met. */
function bar(what: string, p99Ms: number, of: string, ofMs: number): boolean {
  const ratio = p99Ms / ofMs;
  const met = ratio <= MOST_TIMES_BARE;
  process.stdout.write(
    `${what} p99 = ${ratio.toFixed(2)} x ${of} (${ofMs.toFixed(1)} ms): ` +
      `${met ? 'met' : 'MISSED'} (at most ${MOST_TIMES_BARE} x)\n`,
  );
  return met;
}

const start = (file: string, ...words: string[]): ChildProcess =>
  fork(fileURLToPath(new URL(file, import.meta.url)), words, { execArgv: ['--import', 'tsx'] });

/** What the machine has to give. */
interface Bare {
  readonly stateMs: number[];
  readonly ackMs: number[];
  readonly fsyncMs: number[];
}

/** As many clients of a server that does nothing else, for a few seconds; and the disk. */
async function measureBare({ ackMs, fsyncMs, stateMs }: Bare, folder: string): Promise<void> {
  const child = start('./bare.ts');
  const players: Player[] = [];
  try {
    const { port } = await message<{ port: number }>(child);
    for (let i = 0; i < CLIENTS; i += 1) {
      const player = await Player.connect(`http://127.0.0.1:${port}`);
      player.socket.removeAllListeners('facts');
      player.socket.on('facts', (batch) => {
        stateMs.push(nowMs() - (batch as unknown as { sentMs: number }).sentMs);
      });
      players.push(player);
    }
    stateMs.length = 0;
    await Promise.all(
      players.map(async (player, i) => {
        await wait((i / CLIENTS) * COMMAND_EVERY_MS);
        for (let turn = 0; turn < BARE_TURNS; turn += 1) {
          const asked = nowMs();
          await player.ask('command', {});
          ackMs.push(nowMs() - asked);
          await wait(COMMAND_EVERY_MS);
        }
      }),
    );
  } finally {
    for (const player of players) player.close();
    child.kill('SIGKILL');
  }
  const file = openSync(join(folder, 'fsync'), 'w');
  const page = Buffer.alloc(4_096, 1);
  for (let i = 0; i < FSYNCS; i += 1) {
    const from = nowMs();
    writeSync(file, page);
    fsyncSync(file);
    fsyncMs.push(nowMs() - from);
    await wait(5);
  }
  closeSync(file);
}

/** Everybody at a desk; each room's clock runs. */
async function seatAll(url: string): Promise<[Player, Heard, number][]> {
  const parts: [Player, Heard, number][] = [];
  for (let room = 0; room < ROOMS; room += 1) {
    const { code } = await openRoom(url);
    for (let agent = 0; agent < PEOPLE; agent += 1) {
      const [player, heard] = await takePart(url, code, agent);
      parts.push([player, heard, agent]);
      // The door of a room lets in some fifty a second.
      await wait(25);
    }
  }
  return parts;
}

async function main(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'contretemps-load-'));
  const bare: Bare = { stateMs: [], ackMs: [], fsyncMs: [] };
  await measureBare(bare, folder);
  const child = start('./server.ts', folder);
  let parts: [Player, Heard, number][] = [];
  try {
    const { port } = await message<{ port: number }>(child);
    parts = await seatAll(`http://127.0.0.1:${port}`);
    for (const [, heard] of parts) heard.stateMs.length = heard.bytes = heard.gaps = 0;
    const before = await usage(child);
    const end = nowMs() + SECONDS * 1_000;
    await Promise.all(
      parts.map(async ([player, heard, agent], i) => {
        await wait((i / CLIENTS) * COMMAND_EVERY_MS);
        for (let turn = 0; nowMs() < end; turn += 1) {
          const due = nowMs() + COMMAND_EVERY_MS;
          await command(player, heard, agent, turn);
          await wait(Math.max(0, due - nowMs()));
        }
      }),
    );
    const after = await usage(child);
    for (const [player] of parts) player.close();
    child.kill('SIGKILL');
    // Half before and half after: a machine that is shared changes within a minute.
    await measureBare(bare, folder);
    return report(
      parts.map(([, heard]) => heard),
      before,
      after,
      bare,
    );
  } finally {
    for (const [player] of parts) player.close();
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(heard: readonly Heard[], before: Usage, after: Usage, bare: Bare): boolean {
  const sum = (of: (one: Heard) => number): number =>
    heard.reduce((total, one) => total + of(one), 0);
  process.stdout.write(`${ROOMS} room(s) of ${PEOPLE} people at desks, ${SECONDS} s, ms\n`);
  process.stdout.write(`${''.padEnd(13)}  count    p50    p99    max\n`);
  const stateMs = line(
    'state',
    heard.flatMap((one) => one.stateMs),
  );
  const ackMs = line(
    'ack',
    heard.flatMap((one) => one.ackMs),
  );
  const bareStateMs = line('bare state', bare.stateMs);
  const bareAckMs = line('bare ack', bare.ackMs);
  const fsyncMs = line('fsync', bare.fsyncMs);
  const state = bar('state', stateMs, 'bare', bareStateMs);
  const ack = bar('ack', ackMs, '(bare + fsync)', bareAckMs + fsyncMs);
  const cpuS = (after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system) / 1e6;
  const [gaps, refused] = [sum((one) => one.gaps), sum((one) => one.refused)];
  process.stdout.write(
    `updates lost: ${gaps}; commands refused: ${refused}; ` +
      `${(sum((one) => one.bytes) / CLIENTS / SECONDS / 1e3).toFixed(1)} kB/s a client; ` +
      `server ${((100 * cpuS) / SECONDS).toFixed(0)} % of a core, ` +
      `${(before.rss / 1e6).toFixed(0)} -> ${(after.rss / 1e6).toFixed(0)} MB\n`,
  );
  return state && ack && gaps === 0 && refused === 0;
}

process.exitCode = (await main()) ? 0 : 1;
