import { type Fit, fitLines } from '../../models/doors/study.ts';
import { jsonText, wrapped } from './lines.ts';
import type { Language } from './terminal.ts';

/** A fit as it is printed: each law in a line, and as plain data. */

export const asFitText = (fit: Fit, language: Language): string =>
  `${fitLines(fit)
    .flatMap(({ part, says }) =>
      wrapped(`${part[language]}${language === 'fr' ? ' : ' : ': '}${says[language]}`, 0, 2),
    )
    .join('\n')}\n`;

export const asFitJson = (fit: Fit): string =>
  jsonText({ format: 'contretemps-fit/1', ...fit, says: fitLines(fit) });
