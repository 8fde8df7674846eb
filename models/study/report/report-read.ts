import { readJson, readScenario } from '../../scenario/read.ts';
import { MAX_AGENTS } from '../../scenario/scenario.ts';
import { type Problem, problem } from '../../words/problem.ts';
import { misfit, type Shape } from './misfit.ts';
import { REPORT_FORMAT, REPORT_KINDS, type Report } from './report.ts';
import { reportIn } from './report-page.ts';

/** Reads a report from a file that may be damaged, foreign, or made by other rules. */

export interface ReadReport {
  readonly report: Report;
  /** False: other rules printed it; it can be shown, but not computed again. */
  readonly sameRules: boolean;
}

export const fields = (of: Readonly<Record<string, Shape>>): Shape => ({ fields: of });
const each = (of: Shape): Shape => ({ each: of });
const between = (from: number, to: number): Shape => ({ from, to });
const whole = (from: number, to: number): Shape => ({ from, to, isWhole: true });
const oneOf = (...names: string[]): Shape => ({ oneOf: names });

const SHEET = fields({
  name: 'text',
  headline: 'text',
  notes: each('text'),
  tables: each(
    fields({
      title: 'text',
      columns: each(fields({ head: 'text', width: 'number' })),
      rows: each(each('text')),
    }),
  ),
});
const INTERVAL = fields({
  begins: 'text',
  load: fields({ lengthS: 'number', rate: 'number' }),
  groups: each(fields({ agents: 'number' })),
  own: fields({ share: 'number' }),
  rules: fields({ sipp: 'number', lagged: 'number', mol: 'number' }),
});
/** Days of one question, at most. */
const MOST_DAYS = 20_000;
const DAY_S = 86_400;
export const ASK = fields({
  target: fields({ kind: oneOf('serviceLevel', 'abandonment', 'asa') }),
  ...{ on: between(0, 1), by: oneOf('interval', 'day', 'month'), joint: 'flag' },
  ...{ monthDays: whole(2, 366), seed: 'text', days: whole(2, MOST_DAYS), level: 'flag' },
  ...{ shrinkage: between(0, 0.99), alpha: between(1e-9, 1 - 1e-9) },
  ...{ least: whole(0, MAX_AGENTS), most: whole(0, MAX_AGENTS) },
  rule: oneOf('sipp', 'lagged', 'mol'),
});
export const TARGETS: Readonly<Record<string, Shape>> = {
  serviceLevel: fields({
    definition: oneOf('F1', 'F2', 'F3', 'F4', 'F5'),
    share: between(0, 1),
    targetS: between(0, DAY_S),
  }),
  abandonment: fields({ most: between(0, 1) }),
  asa: fields({ mostS: between(0, DAY_S) }),
};
const STAFFING = fields({
  asked: 'text',
  ask: ASK,
  wanted: fields({ price: 'flag', gap: 'flag', sensitivity: 'flag' }),
  figures: fields({
    sheets: fields({ fr: SHEET, en: SHEET }),
    data: fields({ agentHours: 'number', intervals: each(INTERVAL) }),
  }),
});

/** Of a report that tells of a schedule. */
const PLANNED = fields({
  figures: fields({ data: fields({ planned: fields({ intervals: each(INTERVAL) }) }) }),
});

const foreign = (): Problem =>
  problem(
    'E_TYPE',
    '',
    'Ce fichier n’est pas un rapport de Contretemps ; ouvrez celui que le labo a donné.',
    'This file is no report of Contretemps; open the one that the lab gave.',
  );

const ofLater = (what: string): Problem =>
  problem(
    'E_VERSION',
    'format',
    `Ce rapport est d’une autre version (${what.slice(0, 40)}) ; ouvrez-le avec celle-là.`,
    `This report is of another version (${what.slice(0, 40)}); open it with that one.`,
  );

export const damaged = (path: string): Problem =>
  problem(
    'E_TYPE',
    path,
    `Ce rapport est abîmé : « ${path} » n’est pas ce qu’il y faut ; demandez-en une autre copie.`,
    `This report is damaged: "${path}" is not what belongs there; ask for another copy.`,
  );

/** What a file holds, before anything is believed of it. */
interface Claimed {
  readonly format?: unknown;
  readonly kind?: unknown;
  readonly rules?: unknown;
  readonly scenario?: unknown;
  readonly wanted?: { readonly planned?: unknown };
  readonly ask?: { readonly target: { readonly kind: string } };
}

/** Whether a text would be a report: the page it was given as, or its data alone. */
export const isReport = (text: string): boolean =>
  reportIn(text) !== null || /^\s*\{\s*"format"\s*:\s*"contretemps-report\//.test(text);

/**
 * Reads the text of a report: the page it was given as, or its data alone.
 * @param rules the rules by which this engine plays
 */
export function readReport(text: string, rules: string): ReadReport | Problem {
  const json = readJson(reportIn(text) ?? text);
  if (!json.ok) return reportIn(text) === null ? foreign() : json.problem;
  const claimed = json.value as Claimed | null;
  const { format, kind } = claimed ?? {};
  if (typeof format !== 'string' || !format.startsWith('contretemps-report/')) return foreign();
  if (format !== REPORT_FORMAT) return ofLater(format);
  if (!REPORT_KINDS.some((one) => one === kind)) return ofLater(`${format}, ${kind}`);
  const wrong =
    misfit(claimed, fields({ rules: 'text' })) ??
    misfit(claimed, STAFFING) ??
    (claimed?.wanted?.planned === undefined ? null : misfit(claimed, PLANNED)) ??
    misfit(claimed?.ask?.target, TARGETS[claimed?.ask?.target.kind ?? ''] ?? 'text', 'ask.target');
  if (wrong !== null) return damaged(wrong);
  const report = claimed as unknown as Report;
  // What other rules call a scenario, these need not understand.
  if (report.rules !== rules) return { report, sameRules: false };
  const reading = readScenario(report.scenario);
  if (!reading.ok) return damaged(`scenario.${reading.problems[0]?.path ?? ''}`);
  return { report: { ...report, scenario: reading.scenario }, sameRules: true };
}
