import { availableParallelism } from 'node:os';
import cliProgress from 'cli-progress';
import { type Scenario, studyTooCostly, textIn } from '../../models/doors/scenario.ts';
import { compareDays, daysIn, type Figure, frameOf, Summing } from '../../models/doors/study.ts';
import { widenInlining } from '../jobs/inlining.ts';
import { runStudy } from '../jobs/jobs.ts';
import type { CsvForm } from './csv.ts';
import { leavePeopleOut, readScenarioNamed } from './files.ts';
import { oneOf, openShare, wholeNumber } from './numbers.ts';
import { asCsv, asJson, asTable, type Report } from './report.ts';
import { DONE, FAILED, Stop, stop, type Terminal } from './terminal.ts';

/** `contretemps run`: replications of a scenario, and its figures with their intervals. */

export interface RunOptions {
  readonly replications: string;
  readonly seed: string;
  readonly set: readonly string[];
  readonly against?: string;
  readonly withoutPeople?: boolean;
  readonly level: string;
  readonly threads?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly sep: string;
  readonly decimal: string;
  readonly bom?: boolean;
}

const MAX_REPLICATIONS = 1_000_000;
const MAX_SEED = 200;
const BOM = '\uFEFF';

interface Asked {
  readonly replications: number;
  readonly seed: string;
  readonly level: number;
  readonly threads: number;
}

function read(options: RunOptions): Asked {
  const { seed } = options;
  if (seed === '' || seed.length > MAX_SEED)
    stop(
      `--seed a ${seed.length} caractères ; il en faut de 1 à ${MAX_SEED}.`,
      `--seed has ${seed.length} characters; it needs 1 to ${MAX_SEED}.`,
    );
  const most = Math.max(1, availableParallelism());
  return {
    replications: wholeNumber('--replications', options.replications, 1, MAX_REPLICATIONS),
    seed,
    level: openShare('--level', options.level),
    threads:
      options.threads === undefined ? most : wholeNumber('--threads', options.threads, 1, 64),
  };
}

function formOf(options: RunOptions): CsvForm {
  const separator = oneOf('--sep', options.sep === 'tab' ? '\t' : options.sep, [',', ';', '\t']);
  const decimal = oneOf('--decimal', options.decimal, ['.', ',']);
  if (separator === decimal)
    stop(
      'Le même caractère ne peut pas séparer les cases et les décimales ; ajoutez --sep ";".',
      'One sign cannot separate both cells and decimals; add --sep ";".',
    );
  return { separator, decimal };
}

/** A bar on a watched terminal; nothing in a pipe. */
function progressBar(terminal: Terminal, total: number): (done: number) => void {
  if (!terminal.watched || total < 2) return () => {};
  const bar = new cliProgress.SingleBar({
    format: terminal.says({
      fr: '{bar} {value}/{total} journées, encore {eta_formatted}',
      en: '{bar} {value}/{total} days, {eta_formatted} left',
    }),
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    stopOnComplete: true,
  });
  bar.start(total, 0);
  return (done) => bar.update(done);
}

interface Ran {
  readonly summing: Summing;
  /** The day's sums of each replication, where they are to be compared. */
  readonly days: Float64Array[];
}

async function replicate(
  scenario: Scenario,
  { replications, seed, threads }: Asked,
  keepDays: boolean,
  onProgress: (done: number) => void,
): Promise<Ran> {
  const frame = frameOf(scenario);
  const summing = new Summing(frame);
  const days: Float64Array[] = [];
  const failure = await runStudy(
    { scenario, seed, replications },
    {
      threads,
      onProgress,
      onChunk: (packed) => {
        summing.add(packed);
        if (keepDays) days.push(...daysIn(packed, frame));
      },
    },
  );
  if (failure !== null) throw new Stop([failure], FAILED);
  return { summing, days };
}

const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);

export async function run(name: string, options: RunOptions, terminal: Terminal): Promise<number> {
  widenInlining();
  const asked = read(options);
  const form = formOf(options);
  const given = await readScenarioNamed(name, options.set);
  const scenario = options.withoutPeople ? leavePeopleOut(name, given, terminal) : given;
  const other = options.against === undefined ? null : await readScenarioNamed(options.against);
  for (const one of other === null ? [scenario] : [scenario, other]) {
    const problem = studyTooCostly(one, asked.replications);
    if (problem !== null) throw new Stop([problem]);
  }
  const total = asked.replications * (other === null ? 1 : 2);
  const show = progressBar(terminal, total);
  const { summing, days } = await replicate(scenario, asked, other !== null, show);
  let against: Report['against'];
  if (other !== null) {
    const rest = await replicate(other, asked, true, (done) => show(asked.replications + done));
    const difference: Record<string, Figure> = {};
    for (const [measure, apart] of Object.entries(compareDays(days, rest.days, asked.level)))
      difference[measure] = {
        mean: finite(apart.mean),
        halfWidth: finite(apart.halfWidth),
        n: apart.n,
      };
    against = { name: textIn(other.name, terminal.language), difference };
  }
  const report: Report = {
    scenario,
    seed: asked.seed,
    summary: summing.summary(asked.level),
    ...(against === undefined ? {} : { against }),
  };
  if (options.json) terminal.out(asJson(report));
  else if (options.csv) terminal.out((options.bom ? BOM : '') + asCsv(report, form));
  else terminal.out(asTable(report, terminal.language));
  return DONE;
}
