import { availableParallelism } from 'node:os';
import cliProgress from 'cli-progress';
import type { PolicyVariant } from '../../models/doors/study.ts';
import { widenInlining } from '../jobs/inlining.ts';
import { leavePeopleOut, readScenarioNamed } from './files.ts';
import { wholeNumber } from './numbers.ts';
import {
  type Compared,
  compareField,
  demandAffordable,
  type Field,
  fieldOf,
  type Progress,
  type StudyAsk,
  variantsOf,
} from './study-days.ts';
import { asStudyCsv, asStudyJson } from './study-files.ts';
import { asStudyTable } from './study-report.ts';
import { DONE, type Stop, stop, type Terminal } from './terminal.ts';

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
const MAX_SEED = 200;
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

function seedOf(seed: string): string {
  if (seed !== '' && seed.length <= MAX_SEED) return seed;
  return stop(
    `--seed a ${seed.length} caractères ; il en faut de 1 à ${MAX_SEED}.`,
    `--seed has ${seed.length} characters; it needs 1 to ${MAX_SEED}.`,
  );
}

function read(options: StudyOptions): StudyAsk & { readonly threads: number } {
  const replications = wholeNumber('--replications', options.replications, 2, MAX_REPLICATIONS);
  return {
    seed: seedOf(options.seed),
    replications: options.precision ? null : replications,
    alpha: alphaOf(options.alpha),
    delta: deltaOf(options.delta),
    threads:
      options.threads === undefined
        ? Math.max(1, availableParallelism())
        : wholeNumber('--threads', options.threads, 1, 64),
  };
}

/** A bar on a watched terminal; nothing in a pipe. */
class Bar implements Progress {
  private readonly bar: cliProgress.SingleBar | null;
  private total = 0;
  private done = 0;

  constructor(terminal: Terminal) {
    this.bar = terminal.watched
      ? new cliProgress.SingleBar({
          format: terminal.says({
            fr: '{bar} {value}/{total} journées, encore {eta_formatted}',
            en: '{bar} {value}/{total} days, {eta_formatted} left',
          }),
          stream: process.stderr,
          clearOnComplete: true,
          hideCursor: true,
        })
      : null;
  }

  plan(days: number): void {
    if (days === 0) return;
    if (this.total === 0) this.bar?.start(days, 0);
    this.total += days;
    this.bar?.setTotal(this.total);
  }

  played(days: number): void {
    this.done += days;
    this.bar?.update(this.done);
  }

  stop(): void {
    this.bar?.stop();
  }
}

async function fieldsOf(
  words: readonly string[],
  variants: readonly PolicyVariant[],
  anybody: boolean,
  people: boolean,
  terminal: Terminal,
): Promise<Field[]> {
  const leave = ({ asked }: PolicyVariant, why: Stop): void => {
    terminal.note({ fr: `Sans « ${asked} » :`, en: `Without "${asked}":` });
    terminal.tell(why);
  };
  const fields: Field[] = [];
  for (const word of words) {
    const given = await readScenarioNamed(word);
    const scenario = people ? given : leavePeopleOut(word, given, terminal);
    const field = fieldOf(word, scenario, variants, anybody ? leave : null);
    if (field.policies.length === 0)
      stop(
        `Aucune politique ne peut jouer « ${word} » ; nommez-en une avec --policy.`,
        `No policy can play "${word}"; name one with --policy.`,
      );
    fields.push(field);
  }
  return fields;
}

export async function study(
  words: readonly string[],
  options: StudyOptions,
  terminal: Terminal,
): Promise<number> {
  widenInlining();
  const { threads, ...ask } = read(options);
  const variants = variantsOf(options.policy);
  const [anybody, people] = [options.policy.length === 0, !options.withoutPeople];
  const fields = await fieldsOf(words, variants, anybody, people, terminal);
  for (const field of fields)
    demandAffordable(field, ask.replications ?? field.scenario.arbitration?.output.reps0 ?? 2);
  const scenarios: Compared[] = [];
  const bar = new Bar(terminal);
  try {
    for (const field of fields) scenarios.push(await compareField(field, ask, { threads }, bar));
  } finally {
    bar.stop();
  }
  const report = { seed: ask.seed, alpha: ask.alpha, delta: ask.delta, scenarios };
  if (options.json) terminal.out(asStudyJson(report));
  else if (options.csv) terminal.out(asStudyCsv(report, { separator: ',', decimal: '.' }));
  else terminal.out(asStudyTable(report, terminal.language));
  return DONE;
}
