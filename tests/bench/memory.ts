import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { frameOf, Summing } from '../../models/doors/study.ts';
import runChunk from '../../server/jobs/chunk.ts';
import { town } from './study.ts';

/**
 * What a study holds in memory, MB, garbage not counted: all that a thread keeps from day to day,
 * and the sums of the days so far. Found in one process, after that many days.
 */
export interface Memory {
  readonly days: number;
  readonly heldMB: number;
  /** And after so many times as many days. */
  readonly times: number;
  readonly laterMB: number;
}

const DAYS = 1_000;
const TIMES = 8;
const CHUNK = 50;

/** Memory in use once the garbage is gone, MB. */
function held(collect: () => void): number {
  for (let i = 0; i < 4; i++) collect();
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

export function studyMemory(): Memory {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const scenario = town();
  const study = { scenario, seed: 'memory' };
  const sums = new Summing(frameOf(scenario));
  const found: number[] = [];
  const before = held(collect);
  for (const end of [DAYS, TIMES * DAYS]) {
    for (let from = end === DAYS ? 0 : DAYS; from < end; from += CHUNK)
      sums.add(runChunk({ identity: 'memory', study, from, to: from + CHUNK }));
    found.push(held(collect) - before);
  }
  const [heldMB, laterMB] = found as [number, number];
  return { days: DAYS, heldMB, times: TIMES, laterMB };
}
