import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A real server process. */
export class Child {
  readonly process: ChildProcess;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  out = '';
  err = '';

  private constructor(environment: Record<string, string>) {
    this.process = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      cwd: ROOT,
      env: { ...process.env, LANG: 'en', LC_ALL: '', HOST: '127.0.0.1', PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process.stdout?.on('data', (chunk) => void (this.out += chunk));
    this.process.stderr?.on('data', (chunk) => void (this.err += chunk));
    this.ended = new Promise((resolve) =>
      this.process.once('close', (code, signal) => resolve(code ?? signal)),
    );
  }

  /** Starts a process and does not wait for anything. */
  static spawn(environment: Record<string, string>): Child {
    return new Child(environment);
  }

  /** Starts a server and waits until it listens; its address. */
  static async start(environment: Record<string, string>): Promise<{ child: Child; url: string }> {
    const child = new Child(environment);
    const url = new Promise<string>((resolve) => {
      child.process.stdout?.on('data', () => {
        const found = /http:\/\/[\d.]+:\d+/.exec(child.out);
        if (found !== null) resolve(found[0]);
      });
    });
    const failed = child.ended.then((code) => {
      throw new Error(`the server ended with ${code}: ${child.err}`);
    });
    const address = await Promise.race([url, failed]);
    failed.catch(() => {});
    return { child, url: address };
  }

  /** Ends it now, as a power cut would, and waits until it is gone. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.ended;
  }
}
