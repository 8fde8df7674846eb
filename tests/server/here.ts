import { vi } from 'vitest';
import { main } from '../../server/cli.ts';
import { type Ended, withoutProgress } from './cli.ts';

/** The command line in this process: what it prints is heard, and nothing is left behind. */
export async function here(words: readonly string[], language = 'en_GB.UTF-8'): Promise<Ended> {
  const said = { out: '', err: '' };
  const hear =
    (where: 'out' | 'err') =>
    (text: string | Uint8Array): boolean => {
      said[where] += text;
      return true;
    };
  vi.stubEnv('LC_ALL', language);
  vi.spyOn(process.stdout, 'write').mockImplementation(hear('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(hear('err'));
  try {
    const code = await main(words);
    return { code, out: said.out, err: withoutProgress(said.err) };
  } finally {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  }
}
