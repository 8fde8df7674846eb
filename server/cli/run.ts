import { RULES_VERSION } from '../../models/doors/live.ts';
import { BOM } from '../../models/doors/report.ts';
import {
  haveSameCallers,
  isProblem,
  type Scenario,
  studyTooCostly,
  textIn,
} from '../../models/doors/scenario.ts';
import {
  type DayReport,
  designStudy,
  differences,
  type Replicated,
  replicate,
} from '../../models/doors/study.ts';
import { widenInlining } from '../jobs/inlining.ts';
import { Studies } from '../jobs/studies.ts';
import { Bar } from './bar.ts';
import { formOf } from './csv-form.ts';
import { asCsv, asJson, asTable } from './day-text.ts';
import { leavePeopleOut, readScenarioNamed, tellOverridden } from './files.ts';
import { openShare, seedOf, threadsOf, wholeNumber } from './numbers.ts';
import { type ShiftOptions, staffedNamed } from './shifts.ts';
import { DONE, Stop, type Terminal, unplayed } from './terminal.ts';

/** `contretemps run`: replications of a scenario, and its figures with their intervals. */

export interface RunOptions extends ShiftOptions {
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

interface Asked {
  readonly replications: number;
  readonly seed: string;
  readonly level: number;
  readonly threads: number;
}

function read(options: RunOptions): Asked {
  return {
    replications: wholeNumber('--replications', options.replications, 1, MAX_REPLICATIONS),
    seed: seedOf(options.seed),
    level: openShare('--level', options.level),
    threads: threadsOf(options),
  };
}

async function playedOut(
  scenario: Scenario,
  { replications, seed, threads }: Asked,
  keepDays: boolean,
  show: (done: number) => void,
): Promise<Replicated> {
  const study = designStudy(scenario, seed, replications);
  const found = await replicate(study, new Studies({ threads }), keepDays, show);
  if (isProblem(found)) throw unplayed(found);
  return found;
}

export async function run(name: string, options: RunOptions, terminal: Terminal): Promise<number> {
  widenInlining();
  const asked = read(options);
  const form = formOf(options);
  const given = await staffedNamed(name, options, terminal);
  const scenario = options.withoutPeople ? leavePeopleOut(name, given, terminal) : given;
  tellOverridden(scenario, options.set, terminal);
  const other = options.against === undefined ? null : await readScenarioNamed(options.against);
  for (const one of other === null ? [scenario] : [scenario, other]) {
    const problem = studyTooCostly(one, asked.replications);
    if (problem !== null) throw new Stop([problem]);
  }
  const total = asked.replications * (other === null ? 1 : 2);
  const bar = new Bar(terminal);
  const show = (done: number): void => bar.show(done, total);
  let against: DayReport['against'];
  let played: Replicated;
  try {
    played = await playedOut(scenario, asked, other !== null, show);
    if (other !== null) {
      const rest = await playedOut(other, asked, true, (done) => show(asked.replications + done));
      const name = textIn(other.name, terminal.language);
      const difference = differences(played.days, rest.days, asked.level);
      against = { name, sameCallers: haveSameCallers(scenario, other), difference };
    }
  } finally {
    bar.stop();
  }
  const report: DayReport = {
    scenario,
    seed: asked.seed,
    rules: RULES_VERSION,
    summary: played.summing.summary(asked.level),
    ...(against === undefined ? {} : { against }),
  };
  if (options.json) terminal.out(asJson(report));
  else if (options.csv) terminal.out((options.bom ? BOM : '') + asCsv(report, form));
  else terminal.out(asTable(report, terminal.language));
  return DONE;
}
