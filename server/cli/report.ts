import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { RULES_VERSION } from '../../models/doors/live.ts';
import {
  answeredAgain,
  answerHeld,
  type Held,
  isAnswer,
  isReport,
  makeReport,
  type Report,
  readAnswer,
  readReport,
  reportHash,
  reportHeld,
} from '../../models/doors/report.ts';
import { CATALOGUE_IDS, isProblem, readJson } from '../../models/doors/scenario.ts';
import { reportOf } from '../../models/doors/study.ts';
import { checkPlaces, readText } from './files.ts';
import { wrapped } from './lines.ts';
import { things, threadsOf } from './numbers.ts';
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

/** A report that was computed, beside what the file printed; null: it printed none. */
interface Computed {
  readonly report: Report;
  readonly held: Held | null;
}

/** The sheet in the language that is not spoken here. */
const OTHER = { fr: 'sheets.en.', en: 'sheets.fr.' } as const;

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
  return { report, held: reportHeld(read.report, report) };
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
  return { report, held: answerHeld(data, told) };
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
  return { report: makeReport(await playedHere(asking, threads, terminal)), held: null };
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

/** The same figures, said in other words. */
function reworded({ words }: Held, hash: string, terminal: Terminal): string {
  const mine = words.filter(({ path }) => !path.startsWith(OTHER[terminal.language]));
  const [one] = mine;
  if (one === undefined)
    return terminal.says({
      fr: `Recalculé : identique (empreinte ${hash.slice(0, 16)}).`,
      en: `Recomputed: identical (hash ${hash.slice(0, 16)}).`,
    });
  const [before, now] = [one.printed, one.recomputed].map((text) => text.slice(0, 160));
  const n = mine.length;
  return terminal.says({
    fr: `Recalculé : identique, chiffre par chiffre. Cette version dit autrement ${things(n, 'fr', 'phrase', 'phrases')} ; la première : écrit ${before}, ici ${now}.`,
    en: `Recomputed: identical, figure by figure. This version words ${things(n, 'en', 'sentence', 'sentences')} differently; the first: written ${before}, here ${now}.`,
  });
}

/** Whether the same came out, in a sentence. */
function verdict(held: Held, hash: string, terminal: Terminal): string {
  const found = held.figures;
  const [first] = found;
  if (first === undefined) return reworded(held, hash, terminal);
  const { path, printed, recomputed } = first;
  const [before, now] = [printed, recomputed].map((one) => one.slice(0, 40));
  return terminal.says({
    fr: `Recalculé : ${found.length} différence${found.length > 1 ? 's' : ''} ; la première, ${path} : écrit ${before}, recalculé ${now}.`,
    en: `Recomputed: ${found.length} difference${found.length > 1 ? 's' : ''}; the first, ${path}: written ${before}, recomputed ${now}.`,
  });
}

/** @param given options of the question that were typed */
export async function report(
  name: string,
  options: ReportOptions,
  given: readonly string[],
  terminal: Terminal,
): Promise<number> {
  // Before anything is played: what cannot be built or written is said at once.
  await checkPlaces(options.out);
  const template = options.out === undefined ? '' : await reportTemplate();
  const { held, report: made } = await computed(name, options, given, terminal);
  const hash = reportHash(made);
  const lines = [
    made.figures.sheets[terminal.language].headline,
    ...(held === null ? [] : [verdict(held, hash, terminal)]),
  ];
  if (options.out !== undefined) {
    await writeReport(options.out, template, made);
    const [out, sign] = [options.out, hash.slice(0, 16)];
    lines.push(
      terminal.says({ fr: `Rapport : ${out} (${sign}).`, en: `Report: ${out} (${sign}).` }),
    );
  }
  terminal.out(`${lines.flatMap((line) => wrapped(line)).join('\n')}\n`);
  return held !== null && held.figures.length > 0 ? FAILED : DONE;
}
