import { isProblem, type Says } from '../../words/problem.ts';
import type { Fit } from '../fit/fitted.ts';
import type { HandlingFit } from '../fit/handling.ts';
import {
  afterCallSaid,
  agentsSays,
  hoursSays,
  lawSays,
  patienceSays,
  returnsSays,
  returnsTable,
  staffSays,
  typicalSays,
} from './fit-laws-words.ts';
import { apartSays, arrivalsSays, laterSays, reliabilitySays, withApartSays } from './fit-words.ts';
import type { Language } from './numerals.ts';
import type { Rows } from './study-tables.ts';
import { trustSays } from './trust-words.ts';

/** A fit, a sentence for each of its parts: on the page and on the command line the same. */

export interface FitLine {
  /** What it is about, in a word or two. */
  readonly part: Says;
  readonly says: Says;
}

const line = (fr: string, en: string, says: Says | null): FitLine[] =>
  says === null ? [] : [{ part: { fr, en }, says }];

function handlingLines(fit: HandlingFit): FitLine[] {
  const types = fit.types.length > 1 ? fit.types : [];
  return [
    ...line('Traitement', 'Handling', lawSays(fit.all)),
    ...types.flatMap((one) =>
      line(`Traitement, ${one.type}`, `Handling, ${one.type}`, lawSays(one)),
    ),
    ...line('Traitement, par heure', 'Handling, by hour', hoursSays(fit)),
    ...line('Traitement, par conseiller', 'Handling, by agent', agentsSays(fit)),
    ...line('Clôture', 'After-call work', afterCallSaid(fit)),
  ];
}

export function fitLines(fit: Fit): FitLine[] {
  const { handling, patience, reliability, returns, typical } = fit;
  const made = typical === null || isProblem(typical) ? null : typical;
  return [
    ...line('En bref', 'In short', trustSays(fit)),
    ...line('Jours', 'Days', apartSays(fit)),
    ...line('Arrivées', 'Arrivals', arrivalsSays(fit)),
    ...line('Fiabilité', 'Reliability', reliabilitySays(reliability.weeks)),
    ...line('Fiabilité, plus tard', 'Reliability, later', laterSays(reliability.later)),
    ...line('Fiabilité, jours à part', 'Reliability, days set apart', withApartSays(fit)),
    ...(handling === null ? [] : handlingLines(handling)),
    ...patience.flatMap((one) =>
      one.type === ''
        ? line('Patience', 'Patience', patienceSays(one))
        : line(`Patience, ${one.type}`, `Patience, ${one.type}`, patienceSays(one)),
    ),
    ...(returns === null ? [] : line('Retours', 'Returns', returnsSays(returns))),
    ...(made === null ? [] : line('Effectif', 'Staff', staffSays(made))),
    ...line('Journée', 'Day', typicalSays(typical)),
    ...(made?.notes ?? []).map((says): FitLine => ({ part: { fr: '  Note', en: '  Note' }, says })),
  ];
}

/** A fit as a person reads it. */
export interface FitSheet {
  readonly lines: readonly { readonly part: string; readonly says: string }[];
  readonly tables: readonly Rows[];
}

export const fitSheet = (fit: Fit, language: Language): FitSheet => ({
  lines: fitLines(fit).map(({ part, says }) => ({ part: part[language], says: says[language] })),
  tables: fit.returns === null ? [] : [returnsTable(fit.returns, language)],
});
