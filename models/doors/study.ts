/** The door of studies and the command line: many days, their measures, records. */
export { Centre } from '../centre/centre.ts';
export { MEASURES, valueOf } from '../folds/measures/figures.ts';
export { Measures } from '../folds/measures/measures.ts';
export { SUM } from '../folds/measures/sums.ts';
export {
  compareDays,
  daysIn,
  figuresOf,
  type Summary,
  Summing,
} from '../study/compare.ts';
export {
  type Compared,
  type ComparisonAsk,
  comparisonOf,
} from '../study/comparison/comparison.ts';
export { type Field, fieldOf, fieldTooCostly, variantsOf } from '../study/comparison/field.ts';
export { playComparison } from '../study/comparison/play.ts';
export { type Chunk, chunksOf, costOf, designStudy, type Study } from '../study/design.ts';
export { ChunkOrder } from '../study/execution/chunk-order.ts';
export {
  type Execution,
  type Executor,
  lostTwice,
  type PlayedChunk,
  refusalOf,
  type StudyEnd,
  type StudyHears,
} from '../study/execution/executor.ts';
export { identityOf } from '../study/execution/identity.ts';
export { InlineExecutor } from '../study/execution/inline.ts';
export { frameOf } from '../study/frame.ts';
export {
  type PolicyVariant,
  paceGrid,
  readPolicy,
  withPolicy,
} from '../study/policies.ts';
export { PRECISION, preciseAfter, SHOWN } from '../study/precision.ts';
export { differences, type Replicated, replicate } from '../study/replicate.ts';
export { type DayReport, dayData, dayRows } from '../study/report/day-data.ts';
export { type Cut, type DaySheet, daySheet } from '../study/report/day-sheet.ts';
export { type StaffingSheet, staffingSheet } from '../study/report/staffing-sheet.ts';
export { studyData, studyRows } from '../study/report/study-data.ts';
export {
  type RankingSheet,
  type ScenarioSheet,
  type StudyReport,
  studySheet,
} from '../study/report/study-sheet.ts';
export type { Rows } from '../study/report/study-tables.ts';
export type { DayRow } from '../study/rows.ts';
export { type StaffingAnswer, staffingOf } from '../study/staffing/answer.ts';
export { calibration, daysToAnswer, unanswerable } from '../study/staffing/cost.ts';
export { playStaffing, type TrialMemory } from '../study/staffing/play.ts';
export { STAFFING_ASK, type StaffingAsk } from '../study/staffing/question.ts';
export { beyondOf, reportOf, type StaffingReport } from '../study/staffing/report.ts';
export type { Seen, Trial } from '../study/staffing/seen.ts';
export { packDays, replicationSeed, runPacked, Trials, unpack } from '../study/trial.ts';
export type { Weighing } from '../study/weights.ts';
export { NOTHING_COMPARED, whatIf } from '../study/what-if.ts';
