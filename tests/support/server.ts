import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The product's own server, as a process of its own: what `npm start` starts. */
export interface ServerProcess {
  /** http://127.0.0.1:PORT */
  readonly origin: string;
  readonly port: number;
  /** What it has printed so far. */
  readonly printed: () => string;
  /** kill -9: no farewell, no last write. */
  readonly kill: () => Promise<void>;
  /** SIGTERM, as a machine that goes down. */
  readonly stop: () => Promise<void>;
}

const ROOT = join(import.meta.dirname, '../..');
const ADDRESS = /http:\/\/(?:127\.0\.0\.1|localhost):(\d+)/;
const PATIENCE_MS = 60_000;

const ended = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (ended(child)) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(late);
}

/** Starts it on this data folder; port 0 takes a free one. Resolves once it says its address. */
export async function startServer(data: string, port = 0): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['server/start.mjs'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA_DIR: data, HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const from = performance.now();
  while (!ADDRESS.test(printed)) {
    if (ended(child)) throw new Error(`The server ended before it listened:\n${printed}`);
    if (performance.now() - from > PATIENCE_MS) {
      await end(child, 'SIGKILL');
      throw new Error(`The server does not say its address:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const found = Number(ADDRESS.exec(printed)?.[1]);
  return {
    origin: `http://127.0.0.1:${found}`,
    port: found,
    printed: () => printed,
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  };
}
