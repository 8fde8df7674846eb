import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { OpenedRoom, Reply } from '../../models/doors/live.ts';
import type { ScenarioFile } from '../../models/doors/scenario.ts';
import { Player } from '../server/stage.ts';

/**
 * `npm run load [-- --clients 100 --seconds 20]`: one room, that many persons at desks over real
 * loopback sockets, 4 updates a second, a command of each every 2 s, every command on disk before
 * its answer. Prints how long updates take from being sent to being received, and answers from
 * being asked to being heard; then the same for a bare Socket.IO, which shows what the machine has
 * to give at that moment. Exit code 1 where a target is missed or an update is lost.
 */
const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '20' },
  },
});
const CLIENTS = Number(values.clients);
const SECONDS = Number(values.seconds);
const TARGET_STATE_MS = 60;
const TARGET_ACK_MS = 80;
const COMMAND_EVERY_MS = 2_000;
const BARE_TURNS = 4;

/** As many desks as clients, and colleagues who keep the room talking. */
const scenario: ScenarioFile = {
  format: 'contretemps/1',
  name: 'Load',
  day: { lengthMin: 1_000 },
  types: [
    {
      id: 'a',
      name: 'A',
      perHour: 3_000,
      handling: { law: 'exponential', meanS: 120 },
      patience: { law: 'exponential', meanS: 180 },
    },
  ],
  groups: [{ id: 'x', name: 'X', staff: CLIENTS + 100, skills: [{ type: 'a' }] }],
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

/** Prints one row; whether its 99th percentile is below the target, where it has one. */
function line(what: string, measured: readonly number[], targetMs = Infinity): boolean {
  const sorted = [...measured].sort((a, b) => a - b);
  const ms = (q: number): string => quantile(sorted, q).toFixed(1).padStart(7);
  const met = quantile(sorted, 0.99) < targetMs;
  const verdict = targetMs < Infinity ? `   ${met ? 'met' : 'MISSED'} (p99 < ${targetMs} ms)` : '';
  const count = String(sorted.length).padStart(7);
  process.stdout.write(`${what.padEnd(13)}${count}${ms(0.5)}${ms(0.99)}${ms(1)}${verdict}\n`);
  return met;
}

const start = (file: string, ...words: string[]): ChildProcess =>
  fork(fileURLToPath(new URL(file, import.meta.url)), words, { execArgv: ['--import', 'tsx'] });

/** As many clients of a server that does nothing else, for a few seconds. */
async function bare(): Promise<void> {
  const child = start('./bare.ts');
  const players: Player[] = [];
  const stateMs: number[] = [];
  const ackMs: number[] = [];
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
    line('bare state', stateMs);
    line('bare ack', ackMs);
  } finally {
    for (const player of players) player.close();
    child.kill('SIGKILL');
  }
}

async function main(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'contretemps-load-'));
  const child = start('./server.ts', folder);
  const parts: [Player, Heard][] = [];
  try {
    const { port } = await message<{ port: number }>(child);
    const url = `http://127.0.0.1:${port}`;
    const { code } = await openRoom(url);
    for (let agent = 0; agent < CLIENTS; agent += 1) {
      parts.push(await takePart(url, code, agent));
      // The door of a room lets in some fifty a second.
      await wait(25);
    }
    for (const [, heard] of parts) heard.stateMs.length = heard.bytes = heard.gaps = 0;
    const before = await usage(child);
    const end = nowMs() + SECONDS * 1_000;
    await Promise.all(
      parts.map(async ([player, heard], agent) => {
        await wait((agent / CLIENTS) * COMMAND_EVERY_MS);
        for (let turn = 0; nowMs() < end; turn += 1) {
          const due = nowMs() + COMMAND_EVERY_MS;
          await command(player, heard, agent, turn);
          await wait(Math.max(0, due - nowMs()));
        }
      }),
    );
    const after = await usage(child);
    return report(
      parts.map(([, heard]) => heard),
      before,
      after,
    );
  } finally {
    for (const [player] of parts) player.close();
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(heard: readonly Heard[], before: Usage, after: Usage): boolean {
  const sum = (of: (one: Heard) => number): number =>
    heard.reduce((total, one) => total + of(one), 0);
  process.stdout.write(`${CLIENTS} clients at desks of one room, ${SECONDS} s, ms\n`);
  process.stdout.write(`${''.padEnd(13)}  count    p50    p99    max\n`);
  const state = line(
    'state',
    heard.flatMap((one) => one.stateMs),
    TARGET_STATE_MS,
  );
  const ack = line(
    'ack',
    heard.flatMap((one) => one.ackMs),
    TARGET_ACK_MS,
  );
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
await bare();
