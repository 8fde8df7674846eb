import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { widenInlining } from '../../server/jobs/inlining.ts';
import { commonWork } from './contest.ts';
import { humanDay, smallDay, wholeDay } from './day.ts';
import { liveRoom } from './live.ts';
import { studyMemory } from './memory.ts';
import { LARGE, SMALL } from './work.ts';

/**
 * Each measurement in a process of its own, as a study has one: what V8 has learnt from another
 * centre, with other habits, makes a program up to a third slower.
 * Run as `node --import tsx/esm tests/bench/alone.ts small 5`, it writes what it found as JSON.
 */
const MEASUREMENTS = {
  large: (rounds: number) => commonWork(LARGE, rounds),
  small: (rounds: number) => commonWork(SMALL, rounds),
  day: smallDay,
  human: humanDay,
  whole: wholeDay,
  memory: studyMemory,
  live: liveRoom,
};
type Measurements = typeof MEASUREMENTS;

const HERE = fileURLToPath(import.meta.url);

export function alone<K extends keyof Measurements>(
  name: K,
  rounds: number,
): ReturnType<Measurements[K]> {
  const args = ['--import', import.meta.resolve('tsx/esm'), HERE, name, String(rounds)];
  const { error, status, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${name}: the measuring process ended with ${status}`);
  return JSON.parse(stdout) as ReturnType<Measurements[K]>;
}

if (process.argv[1] === HERE) {
  const [, , name = '', rounds] = process.argv;
  if (!Object.hasOwn(MEASUREMENTS, name))
    throw new Error(`name one of ${Object.keys(MEASUREMENTS).join(', ')}, and a number of rounds`);
  // As in every process of the product that runs replications.
  widenInlining();
  const found = MEASUREMENTS[name as keyof Measurements](Number(rounds));
  process.stdout.write(JSON.stringify(found));
}
