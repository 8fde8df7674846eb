import { type StaffingReport, staffingSheet } from '../../models/doors/study.ts';
import { rowLines, wrapped } from './lines.ts';
import type { Language } from './terminal.ts';

/** A requirement as a person reads it. */
export function asStaffingTable(report: StaffingReport, language: Language): string {
  const { headline, name, notes, supposed, tables } = staffingSheet(report, language);
  const lines = [
    name,
    ...wrapped(headline),
    '',
    ...notes.flatMap((line) => wrapped(line)),
    ...(supposed === undefined
      ? []
      : ['', supposed.title, ...supposed.says.flatMap((line) => wrapped(line, 2))]),
    ...tables.flatMap(rowLines),
  ];
  return `${lines.join('\n')}\n`;
}
