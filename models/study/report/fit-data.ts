import type { Says } from '../../words/problem.ts';
import type { Fit } from '../fit/fitted.ts';
import { COMPARED, type Compared, type Validation } from '../fit/validate.ts';
import type { Cell } from './day-data.ts';
import { clockAt, findings } from './findings.ts';
import { fitLines } from './fit-lines.ts';
import { reliabilitySays, reliabilityTable } from './fit-words.ts';
import { UNITS } from './numbers.ts';
import type { Language } from './numerals.ts';
import type { Rows } from './study-tables.ts';
import { trustSays } from './trust-words.ts';
import { validationSays, validationTable, validationTitle } from './validate-words.ts';

/** A fit and a validation for other programs: plain data and rows. */

const FIT_FORMAT = 'contretemps-fit/1';
const VALIDATION_FORMAT = 'contretemps-validation/1';

const CONVENTIONS = {
  interval: 'of arrival, by its beginning',
  arrivals:
    'a count of mean m varies by m + ((1 + dayCv^2)(1 + intervalCv^2) - 1) m^2; kinds: 0 Monday to 6 Sunday of dates, else the number of the day modulo 7',
  reliability:
    'share of unseen intervals in the central predictive band; non-randomised (Czado, Gneiting and Held 2009)',
  distance: 'largest difference between shares (Kolmogorov-Smirnov)',
  knots: 'atS: seconds; data, fit: share at most so long',
  off: '1: simulated too high, -1: too low, 0: recorded lies within the band of 19 in 20',
};

/** The whole fit, calls of single intervals and days left out. */
export function fitData(fit: Fit): object {
  const { counts, ...rest } = fit;
  const { days, ...grid } = counts;
  return {
    format: FIT_FORMAT,
    conventions: CONVENTIONS,
    counts: { ...grid, days: days.map(({ name, total }) => ({ name, total })) },
    ...rest,
    says: fitLines(fit),
  };
}

/** A validation, with the fit that it is of. */
export interface Validated {
  /** The version of the rules by which days were played. */
  readonly rules: string;
  readonly validation: Validation;
  readonly fit: Fit;
  /** What the recorded days are called. */
  readonly label: Says;
}

export function validationData({ fit, label, rules, validation }: Validated): object {
  return {
    format: VALIDATION_FORMAT,
    rules,
    conventions: CONVENTIONS,
    label,
    ...validation,
    reliability: fit.reliability,
    says: [
      trustSays(fit, validation),
      validationSays(validation),
      reliabilitySays(fit.reliability.weeks),
      ...findings(validation),
    ],
  };
}

const HEAD: Cell[] = ['interval', 'figure', 'unit', 'recorded', 'simulated', 'low', 'high', 'off'];

/** A validation as a person reads it. */
export interface ValidationSheet {
  readonly title: string;
  /** Whether to rely on the fit, and why. */
  readonly trust: string;
  readonly verdict: string;
  /** What differs, and why. */
  readonly findings: readonly string[];
  readonly table: Rows;
  /** How far arrivals hold on days that were not fitted, and its table where there is one. */
  readonly reliability: string;
  readonly bands: Rows | null;
}

export function validationSheet(
  { fit, label, validation }: Validated,
  language: Language,
): ValidationSheet {
  const { reliability } = fit;
  const isKnown = reliability.weeks.verdict !== 'unknown';
  return {
    title: validationTitle(label, validation)[language],
    trust: trustSays(fit, validation)[language],
    verdict: validationSays(validation)[language],
    findings: findings(validation).map((says) => says[language]),
    table: validationTable(validation, language),
    reliability: reliabilitySays(reliability.weeks)[language],
    bands: isKnown ? reliabilityTable(reliability, language) : null,
  };
}

/** A validation for spreadsheets: a head, then one row a figure. */
export function validationRows({ fit, validation }: Validated): Cell[][] {
  const rows: Cell[][] = [HEAD];
  const add = (interval: string, figures: Readonly<Record<string, Compared>>): void => {
    for (const [key, measure] of COMPARED) {
      const { high, low, off, recorded, simulated } = figures[key] as Compared;
      rows.push([interval, measure, UNITS.get(measure) ?? '', recorded, simulated, low, high, off]);
    }
  };
  for (const { beginsMin, figures } of validation.intervals) add(clockAt(beginsMin), figures);
  add('', validation.day);
  for (const { margin, nominal, share } of fit.reliability.weeks.bands) {
    const wide = margin ?? Number.NaN;
    const bound = (x: number): number | null => (Number.isNaN(x) ? null : x);
    const name = `reliability${Math.round(100 * nominal)}`;
    rows.push([
      '',
      name,
      '1',
      bound(share),
      nominal,
      bound(share - wide),
      bound(share + wide),
      null,
    ]);
  }
  return rows;
}
