import { BOM, staffingCsv, staffingJson, staffingWorkbook } from '../../models/doors/report.ts';
import type { StaffingReport } from '../../models/doors/study.ts';
import { spreadsheetForm } from './download.ts';

/** The figures of an answer as files: those that `contretemps staff` writes. */

/** A workbook; CSV as French spreadsheets read it, and as the others do; JSON. */
export const FIGURES = ['xlsx', 'csvComma', 'csvPoint', 'json'] as const;
export type FiguresFormat = (typeof FIGURES)[number];

interface FiguresFile {
  readonly content: string | Blob;
  readonly ending: 'xlsx' | 'csv' | 'json';
  readonly type: string;
}

/** The file; what writes workbooks is loaded only where one is asked for. */
export async function figuresFile(
  report: StaffingReport,
  format: FiguresFormat,
  language: 'fr' | 'en',
): Promise<FiguresFile> {
  if (format === 'json')
    return { content: staffingJson(report), ending: 'json', type: 'application/json' };
  if (format === 'xlsx') {
    const { default: write } = await import('write-excel-file/universal');
    const content = await write(staffingWorkbook(report, language)).toBlob();
    return { content, ending: 'xlsx', type: content.type };
  }
  const form = spreadsheetForm(format === 'csvComma' ? 'fr' : 'en');
  return { content: BOM + staffingCsv(report, form, language), ending: 'csv', type: 'text/csv' };
}
