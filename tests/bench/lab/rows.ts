import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Papa from 'papaparse';
import { isProblem } from '../../../models/doors/scenario.ts';
import { readRecordsFile } from '../../../server/cli/records-file.ts';
import { median } from '../rounds.ts';

/** A million call rows read, against papaparse alone on the same file. */
export interface ReadRows {
  readonly rows: number;
  readonly readS: number;
  readonly papaS: number;
  /** Speed of the reading over that of papaparse alone. */
  readonly ratio: number;
  /** Held once everything is read, above the start, MB. */
  readonly heldMB: number;
}

const ROWS = 1_000_000;
const CALLS_A_DAY = 2_000;

const two = (n: number): string => String(n).padStart(2, '0');
const clock = (s: number): string =>
  `${two(Math.floor(s / 3_600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;

/** Made-up calls, day after day, in the columns of a usual export. */
async function writeRows(path: string): Promise<void> {
  const file = createWriteStream(path);
  file.write('date,time,wait_s,talk_s,outcome,agent,queue\n');
  for (let i = 0; i < ROWS; i += 1) {
    const day = Math.floor(i / CALLS_A_DAY);
    const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
    const at = 28_800 + Math.floor(((i % CALLS_A_DAY) * 36_000) / CALLS_A_DAY);
    const lost = i % 11 === 0;
    const row = `${date},${clock(at)},${(i * 7) % 90},${lost ? 0 : 60 + ((i * 13) % 400)},${lost ? 'abandoned' : 'answered'},${lost ? '' : `A${i % 40}`},${i % 3 === 0 ? 'sales' : 'help'}\n`;
    if (!file.write(row)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
}

const papaAlone = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    let rows = 0;
    Papa.parse(createReadStream(path), {
      step: () => {
        rows += 1;
      },
      complete: () => resolve(rows),
      error: reject,
    });
  });

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1_000;
}

export async function millionRows(rounds: number): Promise<ReadRows> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = (): number => {
    collect();
    const { arrayBuffers, heapUsed } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 1e6;
  };
  const folder = mkdtempSync(join(tmpdir(), 'contretemps-rows-'));
  try {
    const path = join(folder, 'calls.csv');
    await writeRows(path);
    const before = held();
    const reading = await readRecordsFile(path, {});
    if (isProblem(reading)) throw new Error(reading.says.en);
    const heldMB = held() - before;
    const { rows } = reading.counts;
    const times: [number, number][] = [];
    for (let round = 0; round < rounds; round += 1)
      times.push([
        await seconds(() => readRecordsFile(path, {})),
        await seconds(() => papaAlone(path)),
      ]);
    return {
      rows,
      readS: median(times.map(([one]) => one)),
      papaS: median(times.map(([, other]) => other)),
      ratio: median(times.map(([one, other]) => other / one)),
      heldMB,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
