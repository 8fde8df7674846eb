/**
 * The door of reports: what a page that recomputes itself holds, and what it is held to; and the
 * files by which figures leave for other programs.
 */

export { isAnswer, readAnswer } from '../study/report/answer-read.ts';
export { BOM, type CsvForm, csvText, jsonText } from '../study/report/csv.ts';
export type { Deviation, Held } from '../study/report/deviations.ts';
export {
  answeredAgain,
  answerHeld,
  makeReport,
  type Report,
  reportHash,
  reportHeld,
  staffingPrinted,
} from '../study/report/report.ts';
export { reportPage } from '../study/report/report-page.ts';
export { isReport, readReport } from '../study/report/report-read.ts';
export { type Choice, choicesOf, staffingChoices } from '../study/report/staffing-choices.ts';
export { staffingCsv, staffingJson, staffingWorkbook } from '../study/report/staffing-files.ts';
export {
  type AnotherDay,
  anotherDay,
  changedAsk,
  changedVolume,
  type DayChange,
  noChange,
} from '../study/staffing/another-day.ts';
