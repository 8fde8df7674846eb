import type { Scenario } from '../../scenario/scenario.ts';
import { hashOf } from '../execution/identity.ts';
import type { StaffingAsk } from '../staffing/question.ts';
import { reportOf, type StaffingReport, type Wanted } from '../staffing/report.ts';
import type { Asking, Staffing } from '../staffing/seen.ts';
import { dataHeld, type Held, held, heldToTheLetter } from './deviations.ts';
import { staffingData } from './staffing-data.ts';
import { type StaffingFigures, staffingFigures } from './staffing-figures.ts';

/**
 * A report that recomputes itself, as plain data: what was asked, of which scenario, by which
 * rules, and the figures as they were printed. Whoever has an engine of these rules can play the
 * same days again and hold what comes out to what is printed, figure by figure.
 */

export const REPORT_FORMAT = 'contretemps-report/1';

/**
 * The version of what sheets and data say, and how: raised with their sentences, tables and fields.
 * A report of this wording must come out to the letter; of one of before, figures decide.
 */
const WORDING = 2;

/** A requirement, printed. Another kind of answer is another member of `Report`. */
export interface StaffingPrinted {
  readonly format: typeof REPORT_FORMAT;
  readonly kind: 'staffing';
  /** The version of the rules by which it was played. */
  readonly rules: string;
  /** The version of its wording (`WORDING`); reports of before say none. */
  readonly wording?: number;
  /** As the scenario was named. */
  readonly asked: string;
  readonly scenario: Scenario;
  readonly ask: StaffingAsk;
  /** What was told beyond the requirement. */
  readonly wanted: Wanted;
  readonly figures: StaffingFigures;
}

export type Report = StaffingPrinted;

/** The kinds of answers that a report of this version holds. */
export const REPORT_KINDS: readonly Report['kind'][] = ['staffing'];

/** A value as a file gives it back: what JSON cannot say (NaN, Infinity) is null. */
const asPlain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Prints an answer. */
export function makeReport(told: StaffingReport): Report {
  const { answer, asked, gap, planned, price, rules, sensitivity } = told;
  const beyond = { price: price !== null, gap: gap !== null, sensitivity: sensitivity !== null };
  return asPlain({
    format: REPORT_FORMAT,
    kind: 'staffing',
    rules,
    wording: WORDING,
    asked,
    scenario: answer.scenario,
    ask: answer.ask,
    wanted: planned ? { ...beyond, planned: true } : beyond,
    figures: staffingFigures(told),
  });
}

/** The same question, answered again. */
export function* answeredAgain({ ask, asked, rules, scenario, wanted }: Report): Asking<Report> {
  return makeReport(yield* reportOf({ asked, rules }, scenario, ask, wanted));
}

/** Names a report and all that it prints: SHA-256 in hexadecimal of its canonical form. */
export const reportHash = (report: Report): string => hashOf(report);

/** What a report prints, and what comes out now. */
export const reportHeld = (printed: Report, recomputed: Report): Held =>
  (printed.wording === recomputed.wording ? heldToTheLetter : held)(
    printed.figures,
    recomputed.figures,
  );

/** What a file holds of an answer, and what comes out now. */
export function answerHeld(printed: object, now: StaffingReport): Held {
  // These stand beside the figures: they are read, and not computed.
  const { choices: _said, scenario: _read, ...told } = printed as Record<string, unknown>;
  return dataHeld(told, asPlain(staffingData(now)));
}

/** The agents that a report is about, those required or planned: by group and interval. */
export const staffingPrinted = ({ figures }: Report): Staffing => {
  const { intervals } = figures.data.planned ?? figures.data;
  return (intervals[0]?.groups ?? []).map((_, g) =>
    intervals.map(({ groups }) => groups[g]?.agents ?? 0),
  );
};
