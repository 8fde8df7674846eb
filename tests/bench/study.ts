import { isProblem, readScenario, type Scenario } from '../../models/doors/scenario.ts';
import { designStudy, replicate } from '../../models/doors/study.ts';
import { Studies } from '../../server/jobs/studies.ts';

/** A thousand days of a centre of 1,700 calls, through the study as the command line runs it. */
export interface Study {
  readonly days: number;
  readonly callsADay: number;
  readonly cores: number;
  /** Everything included: the worker process, its threads, the sums, the intervals. */
  readonly seconds: number;
  readonly callsPerS: number;
}

const DAYS = 1_000;
const CORES = 2;

/** A town's desk: 1,700 calls a day. */
export function town(): Scenario {
  const reading = readScenario({
    format: 'contretemps/1',
    name: '1,700 calls',
    day: { opensAt: '08:00', lengthMin: 600, intervalMin: 30 },
    types: [
      {
        id: 'call',
        name: 'Call',
        perHour: [
          90, 130, 170, 200, 220, 230, 210, 180, 150, 140, 150, 170, 200, 210, 200, 190, 170, 160,
          130, 100,
        ],
        handling: { law: 'lognormal', meanS: 200, cv: 1.1 },
        patience: { law: 'exponential', meanS: 150 },
      },
    ],
    groups: [
      {
        id: 'team',
        name: 'Team',
        staff: [7, 9, 11, 13, 14, 14, 13, 12, 10, 9, 10, 11, 13, 13, 13, 12, 11, 10, 9, 7],
        skills: [{ type: 'call' }],
      },
    ],
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.scenario;
}

/** One study; the mean number of calls a day. */
async function study(seed: string): Promise<number> {
  const asked = designStudy(town(), seed, DAYS);
  const found = await replicate(asked, new Studies({ threads: CORES }), false, () => {});
  if (isProblem(found)) throw new Error(found.says.en);
  return found.summing.summary().day['offered']?.mean ?? Number.NaN;
}

export async function thousandDays(): Promise<Study> {
  await study('warm-up');
  const from = performance.now();
  const callsADay = await study('1');
  const seconds = (performance.now() - from) / 1_000;
  return {
    days: DAYS,
    callsADay,
    cores: CORES,
    seconds,
    callsPerS: (callsADay * DAYS) / seconds,
  };
}
