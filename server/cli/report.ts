import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { RULES_VERSION } from '../../models/doors/live.ts';
import {
  answerDeviations,
  answeredAgain,
  type Deviation,
  deviations,
  isAnswer,
  isReport,
  makeReport,
  type Report,
  readAnswer,
  readReport,
  reportHash,
} from '../../models/doors/report.ts';
import { CATALOGUE_IDS, isProblem, readJson } from '../../models/doors/scenario.ts';
import { reportOf } from '../../models/doors/study.ts';
import { readText } from './files.ts';
import { wrapped } from './lines.ts';
import { threadsOf } from './numbers.ts';
import { reportTemplate, writeReport } from './report-file.ts';
import { playedHere, questionOf, type StaffQuestion } from './staff.ts';
import { DONE, FAILED, Stop, stop, type Terminal } from './terminal.ts';

/**
 * `contretemps report`: a report that recomputes itself, of a scenario, of an answer (staff
 * --json), or of a report there is already. Those two are computed again here, and held to what
 * they hold.
 */

export interface ReportOptions extends StaffQuestion {
  readonly out?: string;
}

/** A report that was computed, and where it differs from what the file held; null: it held none. */
interface Computed {
  readonly report: Report;
  readonly found: readonly Deviation[] | null;
}

const otherRules = (rules: string): never =>
  stop(
    `Ce fichier a été calculé par les règles ${rules} ; celles-ci sont les règles ${RULES_VERSION}, et donneraient d’autres chiffres : ouvrez-le avec la version d’alors.`,
    `This file was computed by rules ${rules}; these are rules ${RULES_VERSION}, and would give other figures: use the version of then.`,
  );

async function ofReport(text: string, threads: number, terminal: Terminal): Promise<Computed> {
  const read = readReport(text, RULES_VERSION);
  if (isProblem(read)) throw new Stop([read]);
  if (!read.sameRules) return otherRules(read.report.rules);
  const report = await playedHere(answeredAgain(read.report), threads, terminal);
  return { report, found: deviations(read.report, report) };
}

async function ofAnswer(value: object, threads: number, terminal: Terminal): Promise<Computed> {
  const read = readAnswer(value);
  if (isProblem(read)) throw new Stop([read]);
  const { ask, asked, data, rules, scenario, wanted } = read;
  if (rules !== RULES_VERSION) return otherRules(rules);
  const told = await playedHere(
    reportOf({ asked, rules }, scenario, ask, wanted),
    threads,
    terminal,
  );
  const report = makeReport({ ...told, asked: basename(asked) });
  return { report, found: answerDeviations(data, told) };
}

async function ofScenario(
  name: string,
  options: ReportOptions,
  threads: number,
  terminal: Terminal,
): Promise<Computed> {
  if (options.out === undefined)
    return stop(
      'Dites où écrire le rapport : --out rapport.html.',
      'Say where to write the report: --out report.html.',
    );
  const { ask, scenario, wanted } = await questionOf(name, options, terminal);
  const told = { asked: basename(name), rules: RULES_VERSION };
  const asking = reportOf(told, scenario, ask, wanted);
  return { report: makeReport(await playedHere(asking, threads, terminal)), found: null };
}

/** What the file holds: a report, an answer, or else a scenario. */
async function computed(
  name: string,
  options: ReportOptions,
  given: readonly string[],
  terminal: Terminal,
): Promise<Computed> {
  const threads = threadsOf(options);
  const inCatalogue = CATALOGUE_IDS.includes(name) && !existsSync(name);
  if (name !== '-' && !inCatalogue && existsSync(name)) {
    const text = await readText(name);
    const json = readJson(text);
    const answer = json.ok && isAnswer(json.value) ? (json.value as object) : null;
    if (answer !== null || isReport(text)) {
      const [extra] = given;
      if (extra !== undefined)
        stop(
          `${extra} ne va qu’avec un scénario : ce fichier a déjà sa question.`,
          `${extra} goes with a scenario only: this file has its question already.`,
        );
      return answer === null
        ? ofReport(text, threads, terminal)
        : ofAnswer(answer, threads, terminal);
    }
  }
  return ofScenario(name, options, threads, terminal);
}

/** Whether the same came out, in a sentence. */
function verdict(found: readonly Deviation[], hash: string, terminal: Terminal): string {
  const [first] = found;
  if (first === undefined)
    return terminal.says({
      fr: `Recalculé : identique (empreinte ${hash.slice(0, 16)}).`,
      en: `Recomputed: identical (hash ${hash.slice(0, 16)}).`,
    });
  const { path, printed, recomputed } = first;
  const [held, now] = [printed, recomputed].map((one) => one.slice(0, 40));
  return terminal.says({
    fr: `Recalculé : ${found.length} différence${found.length > 1 ? 's' : ''} ; la première, ${path} : écrit ${held}, recalculé ${now}.`,
    en: `Recomputed: ${found.length} difference${found.length > 1 ? 's' : ''}; the first, ${path}: written ${held}, recomputed ${now}.`,
  });
}

/** @param given options of the question that were typed */
export async function report(
  name: string,
  options: ReportOptions,
  given: readonly string[],
  terminal: Terminal,
): Promise<number> {
  // Before anything is played: what cannot be built is said at once.
  const template = options.out === undefined ? '' : await reportTemplate();
  const { found, report: made } = await computed(name, options, given, terminal);
  const hash = reportHash(made);
  const lines = [
    made.figures.sheets[terminal.language].headline,
    ...(found === null ? [] : [verdict(found, hash, terminal)]),
  ];
  if (options.out !== undefined) {
    await writeReport(options.out, template, made);
    const [out, sign] = [options.out, hash.slice(0, 16)];
    lines.push(
      terminal.says({ fr: `Rapport : ${out} (${sign}).`, en: `Report: ${out} (${sign}).` }),
    );
  }
  terminal.out(`${lines.flatMap((line) => wrapped(line)).join('\n')}\n`);
  return found !== null && found.length > 0 ? FAILED : DONE;
}
