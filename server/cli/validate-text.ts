import {
  type Validated,
  validationData,
  validationRows,
  validationSheet,
} from '../../models/doors/records.ts';
import { csvText, jsonText } from '../../models/doors/report.ts';
import { rowLines, wrapped } from './lines.ts';
import type { Language } from './terminal.ts';

/** A validation in three forms: 80 columns to read, JSON and CSV for other programs. */

export const asValidationJson = (report: Validated): string => jsonText(validationData(report));

export const asValidationCsv = (report: Validated): string =>
  csvText(validationRows(report), { separator: ',', decimal: '.' });

export function asValidationText(report: Validated, language: Language): string {
  const sheet = validationSheet(report, language);
  const { bands, findings, reliability, table, title, trust, verdict } = sheet;
  const lines = [
    ...wrapped(title),
    ...wrapped(trust),
    ...wrapped(verdict),
    ...findings.flatMap((says) => wrapped(`– ${says}`, 0, 2)),
    ...rowLines(table),
    '',
    ...wrapped(reliability),
    ...(bands === null ? [] : rowLines(bands)),
  ];
  return `${lines.join('\n')}\n`;
}
