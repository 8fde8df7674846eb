/** The door of studies, the lab and the command line: many days, their measures, records. */
export { Centre } from '../centre/centre.ts';
export { MEASURES, valueOf } from '../folds/measures/figures.ts';
export { Measures } from '../folds/measures/measures.ts';
export { SUM, SUMS } from '../folds/measures/sums.ts';
export {
  compareDays,
  daysIn,
  type Figure,
  type Figures,
  figuresOf,
  type Summary,
  Summing,
} from '../study/compare.ts';
export { type Chunk, chunksOf, type Study } from '../study/design.ts';
export { fitLognormal, fitPatience, kaplanMeier } from '../study/fit/fit.ts';
export { frameOf } from '../study/frame.ts';
export {
  type PolicyVariant,
  paceGrid,
  policyOf,
  readPolicy,
  settingsOf,
  withPolicy,
} from '../study/policies.ts';
export { PRECISION, type Precise, preciseAfter, SHOWN } from '../study/precision.ts';
export {
  type ByThird,
  type Equity,
  RANKING_ASK,
  type Ranking,
  type RankingAsk,
  rankPolicies,
} from '../study/ranking.ts';
export { type RecordedDay, recordedDay } from '../study/records/day.ts';
export { type Reason, RecordReader, type Records, reasonIn } from '../study/records/records.ts';
export { type DayRow, policyRow } from '../study/rows.ts';
export { type Sacrifice, sacrificeOf } from '../study/sacrifice.ts';
export { SELECTION_RULE } from '../study/select.ts';
export { packDays, replicationSeed, runPacked, Trials, unpack } from '../study/trial.ts';
export type { Weighing } from '../study/weights.ts';
export { NOTHING_COMPARED, whatIf } from '../study/what-if.ts';
