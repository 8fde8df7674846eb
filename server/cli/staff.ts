import { basename } from 'node:path';
import { RULES_VERSION } from '../../models/doors/live.ts';
import { BOM, makeReport, staffingCsv, staffingJson } from '../../models/doors/report.ts';
import { isProblem, MAX_AGENTS, type Problem } from '../../models/doors/scenario.ts';
import {
  playStaffing,
  reportOf,
  STAFFING_ASK,
  type StaffingAsk,
  unanswerable,
} from '../../models/doors/study.ts';
import { widenInlining } from '../jobs/inlining.ts';
import { Studies } from '../jobs/studies.ts';
import { Bar } from './bar.ts';
import { formOf } from './csv-form.ts';
import { checkPlaces, tellOverridden } from './files.ts';
import { oneOf, openShare, seedOf, threadsOf, wholeNumber } from './numbers.ts';
import { reportTemplate, writeReport } from './report-file.ts';
import { type ShiftOptions, staffedNamed } from './shifts.ts';
import { asStaffingTable } from './staff-text.ts';
import { DONE, FAILED, Stop, stop, type Terminal, unplayed } from './terminal.ts';

/** `contretemps staff`: how many agents a target needs, and how sure that is. */

/** The question, as it is typed. */
export interface StaffQuestion extends ShiftOptions {
  readonly target: string;
  readonly definition: string;
  readonly on: string;
  readonly by: string;
  readonly joint?: boolean;
  readonly month: string;
  readonly flat?: boolean;
  readonly shrinkage: string;
  readonly rule: string;
  readonly range: string;
  readonly replications: string;
  readonly seed: string;
  readonly set: readonly string[];
  readonly threads?: string;
  readonly asPlanned?: boolean;
  readonly price?: boolean;
  readonly gap?: boolean;
  readonly sensitivity?: boolean;
  readonly alpha: string;
}

/** And how the answer is wanted. */
export interface StaffOptions extends StaffQuestion {
  readonly report?: string;
  readonly xlsx?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly sep: string;
  readonly decimal: string;
  readonly bom?: boolean;
}

const MAX_REPLICATIONS = 20_000;

/** A share as planners write it: 80%, 80 or 0.8. */
function shareOf(option: string, text: string, least = 0): number {
  const [, digits = '', percent] = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text.trim()) ?? [];
  const value = digits === '' ? Number.NaN : Number(digits.replace(',', '.'));
  const share = percent === '%' || value > 1 ? value / 100 : value;
  if (share >= least && share < 1) return share;
  const from = least * 100;
  return stop(
    `${option} vaut « ${text.slice(0, 40)} » ; il faut une part, ${from} % ou plus et moins de 100 %, par exemple 80% ou 0.8.`,
    `${option} is "${text.slice(0, 40)}"; it must be a share, ${from}% or more and less than 100%, for instance 80% or 0.8.`,
  );
}

const DEFINITIONS = ['F1', 'F2', 'F3', 'F4', 'F5'] as const;

/** `80/20`, `abandon:5%`, `asa:30`. */
function targetOf(text: string, definition: string): StaffingAsk['target'] {
  const named = oneOf('--definition', definition, DEFINITIONS) as (typeof DEFINITIONS)[number];
  const level = /^([\d.,]+%?)\/(\d+(?:[.,]\d+)?)$/.exec(text);
  if (level !== null) {
    const targetS = Number((level[2] as string).replace(',', '.'));
    const share = shareOf('--target', level[1] as string, 0.01);
    return { kind: 'serviceLevel', definition: named, share, targetS };
  }
  const abandon = /^abandon:(.+)$/.exec(text);
  if (abandon !== null)
    return { kind: 'abandonment', most: shareOf('--target', abandon[1] as string, 0.001) };
  const asa = /^asa:(\d+(?:[.,]\d+)?)$/.exec(text);
  const mostS = Number(asa?.[1]?.replace(',', '.'));
  if (mostS >= 1) return { kind: 'asa', mostS };
  return stop(
    `--target vaut « ${text.slice(0, 40)} » ; il faut 80/20 (80 % en 20 s), abandon:5% ou asa:30 (secondes, 1 au moins).`,
    `--target is "${text.slice(0, 40)}"; it must be 80/20 (80 % within 20 s), abandon:5% or asa:30 (seconds, at least 1).`,
  );
}

function rangeOf(text: string): Pick<StaffingAsk, 'least' | 'most'> {
  const [, low, high] = /^(\d{1,4})-(\d{1,4})$/.exec(text) ?? [];
  const [least, most] = [Number(low), Number(high)];
  if (least <= most && most <= MAX_AGENTS) return { least, most };
  return stop(
    `--range vaut « ${text.slice(0, 40)} » ; il faut deux nombres de conseillers, par exemple 2-60.`,
    `--range is "${text.slice(0, 40)}"; it must be two numbers of agents, for instance 2-60.`,
  );
}

function read(options: StaffQuestion): StaffingAsk {
  const by = oneOf('--by', options.by, ['interval', 'day', 'month']) as StaffingAsk['by'];
  const joint = options.joint === true;
  if (joint && by !== 'interval')
    stop(
      '--joint demande tous les intervalles à la fois ; il va avec --by interval.',
      '--joint asks for all intervals at once; it goes with --by interval.',
    );
  if (options.asPlanned === true && options.shrinkage !== '0')
    stop(
      '--as-planned prend l’effectif tel qu’il est écrit : donnez les absences du groupe (--set groups.NOM.shrinkage=0.3) plutôt que --shrinkage.',
      '--as-planned takes the staff as it is written: give the absences of the group (--set groups.NAME.shrinkage=0.3) rather than --shrinkage.',
    );
  return {
    ...STAFFING_ASK,
    ...rangeOf(options.range),
    target: targetOf(options.target, options.definition),
    on: shareOf('--on', options.on, 0.01),
    by,
    joint,
    monthDays: wholeNumber('--month', options.month, 2, 366),
    level: options.flat === true,
    shrinkage: options.shrinkage === '0' ? 0 : shareOf('--shrinkage', options.shrinkage),
    rule: oneOf('--rule', options.rule, ['sipp', 'lagged', 'mol']) as StaffingAsk['rule'],
    days: wholeNumber('--replications', options.replications, 20, MAX_REPLICATIONS),
    seed: seedOf(options.seed),
    alpha: openShare('--alpha', options.alpha),
  };
}

/** What was played to its end; else why it was not. */
function playedOut<T extends object>(ended: T | 'aborted' | Problem): T {
  if (ended === 'aborted') throw new Stop([], FAILED);
  if (isProblem(ended)) throw unplayed(ended);
  return ended as T;
}

/** Plays what a question asks for, with a bar. */
export async function playedHere<T extends object>(
  asking: Parameters<typeof playStaffing<T>>[0],
  threads: number,
  terminal: Terminal,
): Promise<T> {
  widenInlining();
  const bar = new Bar(terminal);
  try {
    const studies = new Studies({ threads });
    return playedOut(
      await playStaffing(asking, studies, (played, planned) => bar.show(played, planned)).ended,
    );
  } finally {
    bar.stop();
  }
}

/** What is asked of which scenario, as it was typed; or why that cannot be answered. */
export async function questionOf(name: string, options: StaffQuestion, terminal: Terminal) {
  const ask = read(options);
  const scenario = await staffedNamed(name, options, terminal);
  tellOverridden(scenario, options.set, terminal);
  const { asPlanned = false, gap = false, price = false, sensitivity = false } = options;
  const refusal = unanswerable(scenario, ask, asPlanned);
  if (refusal !== null) throw new Stop([refusal]);
  return { ask, scenario, wanted: { gap, planned: asPlanned, price, sensitivity } };
}

export async function staff(
  name: string,
  options: StaffOptions,
  terminal: Terminal,
): Promise<number> {
  const form = formOf(options);
  const threads = threadsOf(options);
  const { ask, scenario, wanted } = await questionOf(name, options, terminal);
  // Before anything is played: what cannot be built or written is said at once.
  await checkPlaces(options.report, options.xlsx);
  const template = options.report === undefined ? '' : await reportTemplate();
  const told = { asked: name, rules: RULES_VERSION };
  const report = await playedHere(reportOf(told, scenario, ask, wanted), threads, terminal);
  if (options.report !== undefined)
    await writeReport(options.report, template, makeReport({ ...report, asked: basename(name) }));
  if (options.xlsx !== undefined)
    await (await import('./workbook-out.ts')).writeStaffing(
      options.xlsx,
      report,
      terminal.language,
    );
  if (options.json) terminal.out(staffingJson(report));
  else if (options.csv)
    terminal.out((options.bom ? BOM : '') + staffingCsv(report, form, terminal.language));
  else terminal.out(asStaffingTable(report, terminal.language));
  return DONE;
}
