import { type Fit, fitData, fitSheet } from '../../models/doors/records.ts';
import { jsonText } from '../../models/doors/report.ts';
import { rowLines, wrapped } from './lines.ts';
import type { Language } from './terminal.ts';

/** A fit as it is printed: each law in a line, and as plain data. */

export function asFitText(fit: Fit, language: Language): string {
  const { lines, tables } = fitSheet(fit, language);
  const colon = language === 'fr' ? ' : ' : ': ';
  const told = lines.flatMap(({ part, says }) => wrapped(`${part.trim()}${colon}${says}`, 0, 2));
  return `${[...told, ...tables.flatMap(rowLines)].join('\n')}\n`;
}

export const asFitJson = (fit: Fit): string => jsonText(fitData(fit));
