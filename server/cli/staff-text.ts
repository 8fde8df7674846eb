import {
  type StaffingReport,
  staffingData,
  staffingRows,
  staffingSheet,
} from '../../models/doors/study.ts';
import { type CsvForm, csvLine } from './csv.ts';
import { jsonText, rowLines, wrapped } from './lines.ts';
import type { Language } from './terminal.ts';

/** A requirement in three forms: 80 columns to read, JSON and CSV for other programs. */

export const asStaffingJson = (report: StaffingReport): string => jsonText(staffingData(report));

export const asStaffingCsv = (report: StaffingReport, form: CsvForm): string =>
  staffingRows(report)
    .map((cells) => csvLine(cells, form))
    .join('');

/** A requirement as a person reads it. */
export function asStaffingTable(report: StaffingReport, language: Language): string {
  const { headline, name, notes, tables } = staffingSheet(report, language);
  const lines = [
    name,
    ...wrapped(headline),
    '',
    ...notes.flatMap((line) => wrapped(line)),
    ...tables.flatMap(rowLines),
  ];
  return `${lines.join('\n')}\n`;
}
