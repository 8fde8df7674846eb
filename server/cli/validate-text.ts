import {
  findings,
  reliabilitySays,
  reliabilityTable,
  type Validated,
  validationData,
  validationRows,
  validationSays,
  validationTable,
  validationTitle,
} from '../../models/doors/study.ts';
import { csvLine } from './csv.ts';
import { jsonText, rowLines, wrapped } from './lines.ts';
import type { Language } from './terminal.ts';

/** A validation in three forms: 80 columns to read, JSON and CSV for other programs. */

export const asValidationJson = (report: Validated): string => jsonText(validationData(report));

export const asValidationCsv = (report: Validated): string =>
  validationRows(report)
    .map((cells) => csvLine(cells, { separator: ',', decimal: '.' }))
    .join('');

export function asValidationText(
  { fit, label, validation }: Validated,
  language: Language,
): string {
  const { weeks } = fit.reliability;
  const lines = [
    ...wrapped(validationTitle(label, validation)[language]),
    ...wrapped(validationSays(validation)[language]),
    ...findings(validation).flatMap((says) => wrapped(`– ${says[language]}`, 0, 2)),
    ...rowLines(validationTable(validation, language)),
    '',
    ...wrapped(reliabilitySays(weeks)[language]),
    ...(weeks.verdict === 'unknown' ? [] : rowLines(reliabilityTable(fit.reliability, language))),
  ];
  return `${lines.join('\n')}\n`;
}
