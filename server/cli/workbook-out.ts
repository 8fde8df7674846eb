import writeWorkbook from 'write-excel-file/universal';
import { staffingWorkbook } from '../../models/doors/report.ts';
import type { StaffingReport } from '../../models/doors/study.ts';
import { writeText } from './files.ts';
import type { Language } from './terminal.ts';

/** Writes a requirement as a workbook (XLSX). */
export async function writeStaffing(
  path: string,
  report: StaffingReport,
  language: Language,
): Promise<void> {
  const file = await writeWorkbook(staffingWorkbook(report, language)).toBlob();
  await writeText(path, new Uint8Array(await file.arrayBuffer()));
}
