import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { OpenedRoom, Priced, Reply } from '../../models/doors/live.ts';
import { Player } from '../server/stage.ts';

/**
 * `npm run load:price [-- --rooms 20 --seconds 15]`: that many rooms, in each one person on a call
 * who asks every two seconds what the next minute costs the others. Prints how late the server's
 * loop is without and with the asking, for how long at most one ask held it, and what is answered.
 * Exit code 1 where an ask holds it for longer than the target.
 */
const { values } = parseArgs({
  options: {
    rooms: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '15' },
    scenario: { type: 'string', default: 'dix-conseillers' },
  },
});
const ROOMS = Number(values.rooms);
const SECONDS = Number(values.seconds);
const TARGET_MS = 20;
/** A little more than a room may. */
const EVERY_MS = 2_100;
/** Simulated seconds a second: the rooms have some calls an answer. */
const SPEED = 20;

const wait = (ms: number): Promise<void> => new Promise((later) => setTimeout(later, ms));

function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (told) => resolve(told as T));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

interface Late {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly heldMs: number;
}
function late(child: ChildProcess): Promise<Late> {
  const told = message<Late>(child);
  child.send('late');
  return told;
}

/** A room in which somebody holds a line: takes a desk in the middle of a call, and stays. */
async function holdLine(url: string, seed: number): Promise<Player> {
  const response = await fetch(`${url}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scenario: values.scenario, seed: `price ${seed}`, speed: SPEED }),
  });
  const reply = (await response.json()) as Reply<OpenedRoom>;
  if (!reply.ok) throw new Error(reply.problem.says.en);
  const player = await Player.connect(url);
  await player.join(reply.code, 'seat');
  for (let agent = 0; ; agent = (agent + 1) % 10) {
    const { snapshot } = await player.does({ kind: 'takeDesk', agent });
    const call = snapshot?.as === 'desk' ? snapshot.view.call : null;
    if (call !== null && call.concludedAt < 0) return player;
    await player.does({ kind: 'leaveDesk', agent });
    await wait(300);
  }
}

const answers: Priced[] = [];
const tookMs: number[] = [];
const refused = new Map<string, number>();

async function ask(player: Player): Promise<void> {
  const asked = performance.now();
  const reply = await (player.socket.timeout(60_000).emitWithAck('price', {}) as Promise<
    Reply<Priced>
  >);
  tookMs.push(performance.now() - asked);
  if (reply.ok) answers.push(reply);
  else refused.set(reply.problem.code, (refused.get(reply.problem.code) ?? 0) + 1);
}

const row = (what: string, { p50, p99, max }: Late): void =>
  void process.stdout.write(
    `${what.padEnd(16)}${[p50, p99, max].map((ms) => ms.toFixed(1).padStart(8)).join('')}\n`,
  );
const median = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;

async function main(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'contretemps-price-'));
  const program = fileURLToPath(new URL('./price-server.ts', import.meta.url));
  const child = fork(program, [folder], { execArgv: ['--import', 'tsx'] });
  const players: Player[] = [];
  try {
    const { port } = await message<{ port: number }>(child);
    const url = `http://127.0.0.1:${port}`;
    players.push(...(await Promise.all([...Array(ROOMS).keys()].map((i) => holdLine(url, i)))));
    await late(child);
    await wait(SECONDS * 1_000);
    const before = await late(child);
    const end = performance.now() + SECONDS * 1_000;
    await Promise.all(
      players.map(async (player, i) => {
        await wait((i / ROOMS) * EVERY_MS);
        while (performance.now() < end) {
          const next = performance.now() + EVERY_MS;
          await ask(player);
          await wait(Math.max(0, next - performance.now()));
        }
      }),
    );
    const after = await late(child);
    process.stdout.write(`${ROOMS} rooms, ${SECONDS} s: how late the loop is, ms\n`);
    process.stdout.write(`${''.padEnd(16)}     p50     p99     max\n`);
    row('without prices', before);
    row('with prices', after);
    const met = after.heldMs < TARGET_MS;
    const no = [...refused].map(([code, n]) => `${n} ${code}`).join(', ') || 'none';
    process.stdout.write(
      `longest hold by one ask ${after.heldMs.toFixed(1)} ms ${met ? 'met' : 'MISSED'} (< ${TARGET_MS} ms); ` +
        `${answers.length} answers in ${median(tookMs).toFixed(0)} ms (median), refused: ${no}; median of ` +
        `${median(answers.map(({ rollout }) => rollout.pairs))} pairs, half-width ` +
        `${median(answers.map(({ rollout }) => rollout.halfWidth)).toFixed(2)} wme\n`,
    );
    return met && answers.length > 0;
  } finally {
    for (const player of players) player.close();
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = (await main()) ? 0 : 1;
