import { type Fit, fitData, fitLines, returnsTable } from '../../models/doors/study.ts';
import { jsonText, rowLines, wrapped } from './lines.ts';
import type { Language } from './terminal.ts';

/** A fit as it is printed: each law in a line, and as plain data. */

export function asFitText(fit: Fit, language: Language): string {
  const colon = language === 'fr' ? ' : ' : ': ';
  const lines = fitLines(fit).flatMap(({ part, says }) =>
    wrapped(`${part[language].trim()}${colon}${says[language]}`, 0, 2),
  );
  const table = fit.returns === null ? [] : rowLines(returnsTable(fit.returns, language));
  return `${[...lines, ...table].join('\n')}\n`;
}

export const asFitJson = (fit: Fit): string => jsonText(fitData(fit));
