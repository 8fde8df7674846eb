/** The door of records: reading them, a day of them, what their days come to, held against them. */

export { WEEKDAYS } from '../study/fit/day-asked.ts';
export { kaplanMeier } from '../study/fit/fit.ts';
export { type Fit, fitOf } from '../study/fit/fitted.ts';
export { type ArrivalsPicture, arrivalsPicture, usualKind } from '../study/fit/picture.ts';
export type { TypicalDay } from '../study/fit/typical.ts';
export {
  type RecordedDays,
  recordedDays,
  type Validation,
  validate,
} from '../study/fit/validate.ts';
export { type Platform, type RowReader, TableBytes } from '../study/records/bytes.ts';
export { COLUMNS } from '../study/records/columns.ts';
export { recordedDay } from '../study/records/day.ts';
export type { DayOptions, RecordedDay } from '../study/records/day-options.ts';
export { intervalLengths, usualIntervalMin } from '../study/records/interval-width.ts';
export type { LocalOf } from '../study/records/moments.ts';
export { type ReaderOptions, type Reading, TableReader } from '../study/records/reader.ts';
export { emptyFile, type Reason, reasonIn } from '../study/records/refusals.ts';
export { ShiftReader } from '../study/records/shift-rows.ts';
export { type Staffed, staffedDay, withShifts } from '../study/records/shift-staff.ts';
export type { UnreadHeader } from '../study/records/unread.ts';
export { isWorkbook, readWorkbook } from '../study/records/workbook.ts';
export { localOfZone, ZONE_PARTS } from '../study/records/zone.ts';
export { dayFigure, proofTable, type Simulated, simulatedDay } from '../study/report/day-proof.ts';
export {
  fitData,
  type Validated,
  validationData,
  validationRows,
  validationSheet,
} from '../study/report/fit-data.ts';
export { typicalSays } from '../study/report/fit-laws-words.ts';
export { fitLines, fitSheet } from '../study/report/fit-lines.ts';
export { trustSays } from '../study/report/trust-words.ts';
