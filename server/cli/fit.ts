import { basename } from 'node:path';
import { type Fit, fitOf, type Reading, type TypicalDay } from '../../models/doors/records.ts';
import { isProblem, readScenario, type Scenario } from '../../models/doors/scenario.ts';
import { checkPlaces, writeText } from './files.ts';
import { asFitJson, asFitText } from './fit-text.ts';
import { headStartOf, intervalIn, intervalOf, type ReadingOptions, readTold } from './reading.ts';
import { BAD_INPUT, DONE, FAILED, Stop, stop, type Terminal } from './terminal.ts';

/** `contretemps fit`: the laws that records come to, each with how good it is. */

/** How records are to be fitted, and to which day. */
export interface FittingOptions extends ReadingOptions {
  readonly interval?: string;
  readonly dayToStaff?: string;
  readonly holiday?: boolean;
  readonly returns?: boolean;
  readonly headStart?: string;
}

export interface FitOptions extends FittingOptions {
  readonly growth: string;
  readonly out?: string;
  readonly name?: string;
  readonly source?: string;
  readonly json?: boolean;
}

/** `10%`, `-5%`, `1.1`: times the recorded volume. */
function growthOf(text: string): number {
  const [, digits = '', percent] = /^([+-]?\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text.trim()) ?? [];
  const value = digits === '' ? Number.NaN : Number(digits.replace(',', '.'));
  const growth = percent === '%' ? 1 + value / 100 : value;
  if (growth >= 0.01 && growth <= 100) return growth;
  return stop(
    `--growth vaut « ${text.slice(0, 40)} » ; il faut une croissance comme 10%, -5% ou 1.1 (fois le volume).`,
    `--growth is "${text.slice(0, 40)}"; it must be a growth such as 10%, -5% or 1.1 (times the volume).`,
  );
}

/** Reads and fits; what was asked for wrongly is told before any of it. */
export async function fitted(
  path: string,
  options: FittingOptions & Partial<FitOptions>,
  terminal: Terminal,
): Promise<{ reading: Reading; fit: Fit }> {
  const asked = intervalOf(options.interval);
  const growth = growthOf(options.growth ?? '1');
  const headStart = headStartOf(options.headStart);
  const reading = await readTold(path, options, terminal);
  const { dayToStaff, holiday = false, name, returns = false, source = basename(path) } = options;
  const intervalMin = intervalIn(reading, asked);
  const ask = { intervalMin, growth, dayToStaff, holiday, name, source, headStart, returns };
  const fit = fitOf(reading, ask);
  if (fit.counts.days.every(({ total }) => total === 0))
    stop(
      'Ce fichier ne contient aucun appel offert aux conseillers ; vérifiez ses colonnes.',
      'This file holds no call offered to agents; check its columns.',
    );
  return { reading, fit };
}

/** Options by the part of a question that they are. */
const OPTION_OF: Readonly<Record<string, string>> = {
  dayToStaff: '--day-to-staff',
  holiday: '--holiday',
};

/** The day of a fit and its scenario; a Stop where there is none. */
export function madeOf({ typical }: Fit): { day: TypicalDay; scenario: Scenario } {
  if (typical === null)
    return stop(
      'Personne n’est servi dans ce relevé : aucune journée ne peut en être faite.',
      'Nobody is served in these records: no day can be made of them.',
    );
  if (isProblem(typical)) {
    const path = OPTION_OF[typical.path] ?? typical.path;
    throw new Stop([{ ...typical, path }]);
  }
  const read = readScenario(typical.scenario);
  if (!read.ok) throw new Stop(read.problems, BAD_INPUT, read.more);
  return { day: typical, scenario: read.scenario };
}

export async function fit(path: string, options: FitOptions, terminal: Terminal): Promise<number> {
  await checkPlaces(options.out);
  const { fit: found, reading } = await fitted(path, options, terminal);
  const wanted = options.out !== undefined || options.dayToStaff !== undefined || options.holiday;
  if (wanted) madeOf(found);
  terminal.out(options.json ? asFitJson(found) : asFitText(found, terminal.language));
  if (options.out !== undefined)
    await writeText(options.out, `${JSON.stringify(madeOf(found).day.scenario)}\n`);
  return options.strict && reading.counts.unusable > 0 ? FAILED : DONE;
}
