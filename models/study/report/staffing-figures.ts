import type { Verdict } from '../staffing/probability.ts';
import type { Rule } from '../staffing/question.ts';
import type { StaffingReport } from '../staffing/report.ts';
import type { Language } from './numerals.ts';
import { staffingData } from './staffing-data.ts';
import { type StaffingSheet, staffingSheet } from './staffing-sheet.ts';

/** The figures of a requirement as they are printed: in words, in both languages, and as data. */
export interface StaffingFigures {
  readonly sheets: Readonly<Record<Language, StaffingSheet>>;
  readonly data: StaffingData;
}

/** Of the data, what a page draws; the rest is only held to what is computed again. */
export interface StaffingData {
  readonly agentHours: number;
  readonly intervals: readonly DrawnInterval[];
  /** The schedule as it is written, where it was asked whether that holds. */
  readonly planned?: { readonly intervals: readonly DrawnInterval[] };
}

/** One interval of the day, as its step is drawn. */
export interface DrawnInterval {
  /** Clock time. */
  readonly begins: string;
  readonly load: { readonly lengthS: number; readonly rate: number };
  readonly groups: readonly { readonly agents: number }[];
  readonly own: { readonly share: number; readonly high?: number };
  /** Absent: a report of before, whose intervals were judged each for itself. */
  readonly verdict?: Verdict;
  readonly rules: Readonly<Record<Rule, number>>;
}

export const staffingFigures = (report: StaffingReport): StaffingFigures => ({
  sheets: { fr: staffingSheet(report, 'fr'), en: staffingSheet(report, 'en') },
  data: staffingData(report) as StaffingData,
});
