import { RULES_VERSION } from '../../models/doors/live.ts';
import { isProblem } from '../../models/doors/scenario.ts';
import {
  type Compared,
  type ComparisonAsk,
  comparisonOf,
  type Field,
  fieldOf,
  fieldTooCostly,
  type PolicyVariant,
  playComparison,
  type StudyReport,
  variantsOf,
} from '../../models/doors/study.ts';
import { widenInlining } from '../jobs/inlining.ts';
import { Studies } from '../jobs/studies.ts';
import { Bar } from './bar.ts';
import { leavePeopleOut, readScenarioNamed } from './files.ts';
import { seedOf, threadsOf, wholeNumber } from './numbers.ts';
import { asStudyCsv, asStudyJson, asStudyTable } from './study-text.ts';
import { DONE, Stop, stop, type Terminal, unplayed } from './terminal.ts';

/** `contretemps study`: policies side by side on the same callers, and what may be said of them. */

export interface StudyOptions {
  readonly policy: readonly string[];
  readonly replications: string;
  readonly precision?: boolean;
  readonly withoutPeople?: boolean;
  readonly seed: string;
  readonly threads?: string;
  readonly delta: string;
  readonly alpha: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** Each day of a policy is kept, in some 500 bytes: nine policies are then some 100 MB. */
const MAX_REPLICATIONS = 20_000;
const MAX_DELTA = 1_000;

function deltaOf(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (text.trim() !== '' && value > 0 && value <= MAX_DELTA) return value;
  return stop(
    `--delta vaut « ${text.slice(0, 40)} » ; il faut un nombre au-dessus de 0, par exemple 0.05.`,
    `--delta is "${text.slice(0, 40)}"; it must be a number above 0, for instance 0.05.`,
  );
}

/** Below a half: between two policies, choosing blindly errs no more often. */
function alphaOf(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (text.trim() !== '' && value > 0 && value < 0.5) return value;
  return stop(
    `--alpha vaut « ${text.slice(0, 40)} » ; il faut un nombre entre 0 et 0.5, par exemple 0.05.`,
    `--alpha is "${text.slice(0, 40)}"; it must be a number between 0 and 0.5, for instance 0.05.`,
  );
}

function read(options: StudyOptions): ComparisonAsk & { readonly threads: number } {
  const replications = wholeNumber('--replications', options.replications, 2, MAX_REPLICATIONS);
  return {
    seed: seedOf(options.seed),
    replications: options.precision ? null : replications,
    alpha: alphaOf(options.alpha),
    delta: deltaOf(options.delta),
    threads: threadsOf(options),
  };
}

/** The policies named, or the nine. */
function variantsNamed(words: readonly string[]): readonly PolicyVariant[] {
  const variants = variantsOf(words);
  if (isProblem(variants)) throw new Stop([{ ...variants, path: '--policy' }]);
  return variants;
}

/**
 * Who plays each scenario. A policy that was named and cannot be played in it ends the command; of
 * the nine that nobody named it is left out, and that is said.
 */
async function fieldsOf(
  words: readonly string[],
  variants: readonly PolicyVariant[],
  anybody: boolean,
  people: boolean,
  terminal: Terminal,
): Promise<Field[]> {
  const fields: Field[] = [];
  for (const word of words) {
    const given = await readScenarioNamed(word);
    const scenario = people ? given : leavePeopleOut(word, given, terminal);
    const found = fieldOf(word, scenario, variants);
    if (isProblem(found)) throw new Stop([found]);
    for (const { more, problems, variant } of found.leftOut) {
      if (!anybody) throw new Stop(problems, undefined, more);
      const { asked } = variant;
      terminal.note({ fr: `Sans « ${asked} » :`, en: `Without "${asked}":` });
      terminal.tell({ problems, more });
    }
    if (found.field.policies.length === 0)
      stop(
        `Aucune politique ne peut jouer « ${word} » ; nommez-en une avec --policy.`,
        `No policy can play "${word}"; name one with --policy.`,
      );
    fields.push(found.field);
  }
  return fields;
}

async function compare(field: Field, ask: ComparisonAsk, studies: Studies, bar: Bar) {
  const { ended } = playComparison(comparisonOf(field, ask), studies, (played, planned) =>
    bar.show(played, planned),
  );
  const compared = await ended;
  bar.next();
  if (isProblem(compared)) throw unplayed(compared);
  return compared === 'aborted' ? [] : [compared];
}

export async function study(
  words: readonly string[],
  options: StudyOptions,
  terminal: Terminal,
): Promise<number> {
  widenInlining();
  const { threads, ...ask } = read(options);
  const variants = variantsNamed(options.policy);
  const [anybody, people] = [options.policy.length === 0, !options.withoutPeople];
  const fields = await fieldsOf(words, variants, anybody, people, terminal);
  for (const field of fields) {
    const first = ask.replications ?? field.scenario.arbitration?.output.reps0 ?? 2;
    const refusal = fieldTooCostly(field, first);
    if (refusal !== null) throw new Stop([refusal]);
  }
  const scenarios: Compared[] = [];
  const bar = new Bar(terminal);
  const studies = new Studies({ threads });
  try {
    for (const field of fields) scenarios.push(...(await compare(field, ask, studies, bar)));
  } finally {
    bar.stop();
  }
  const { alpha, delta, seed } = ask;
  const report: StudyReport = { seed, alpha, delta, rules: RULES_VERSION, scenarios };
  if (options.json) terminal.out(asStudyJson(report));
  else if (options.csv) terminal.out(asStudyCsv(report));
  else terminal.out(asStudyTable(report, terminal.language));
  return DONE;
}
