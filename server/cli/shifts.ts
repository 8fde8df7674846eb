import { ShiftReader, type Staffed, withShifts } from '../../models/doors/records.ts';
import {
  isProblem,
  type Problem,
  type Scenario,
  type ScenarioFile,
} from '../../models/doors/scenario.ts';
import { unreadable } from './disk.ts';
import { readChanged, scenarioFile } from './files.ts';
import { counted, things } from './numbers.ts';
import { dateOrderOf } from './reading.ts';
import { readTableFile } from './records-file.ts';
import { Stop, stop, type Terminal } from './terminal.ts';

/** `--shifts <file>`: who is planned, as the staff of a scenario; what was not used is told. */

export interface ShiftOptions {
  readonly shifts?: string;
  readonly shiftDay?: string;
  readonly dateOrder?: string;
}

type Reading = ConstructorParameters<typeof ShiftReader>[0];

/** Rows that cannot be used, told one by one; fewer where none can. */
const MOST_TOLD = 20;
const FEW = 5;

/** How many rows cannot be used, and of the first of them why. */
function tellRefused(
  rows: number,
  refused: Staffed['refusals'],
  most: number,
  terminal: Terminal,
): void {
  terminal.note({
    fr: `Présences : ${things(rows, 'fr', 'ligne', 'lignes')}, dont ${things(refused.length, 'fr', 'inutilisable', 'inutilisables')}.`,
    en: `Shifts: ${things(rows, 'en', 'row', 'rows')}, of which ${counted(refused.length, 'en')} unusable.`,
  });
  for (const { line, problem } of refused.slice(0, most))
    terminal.note({
      fr: `  ligne ${line} : ${problem.says.fr}`,
      en: `  line ${line}: ${problem.says.en}`,
    });
  const more = refused.length - most;
  if (more > 0)
    terminal.note({
      fr: `  … et ${things(more, 'fr', 'autre', 'autres')}.`,
      en: `  … and ${counted(more, 'en')} more.`,
    });
}

/** What is wrong with shifts, by the options that settle it. */
function asTyped(one: Problem, isGuess: boolean): Problem {
  if (one.path !== 'day') return one;
  const { en, fr } = one.says;
  const by = isGuess ? ' [--date-order]' : '';
  return { ...one, path: '--shift-day', says: { fr: `${fr}${by}`, en: `${en}${by}` } };
}

/**
 * The scenario with the staff of a file of shifts.
 * @param day the date; '' for the mean of all of them; undefined for the only one there is
 */
export async function staffedBy(
  path: string,
  file: ScenarioFile,
  day: string | undefined,
  terminal: Terminal,
  options: Reading = {},
): Promise<Staffed> {
  const reading = await readTableFile(path, new ShiftReader({ ...options, day })).catch((error) =>
    unreadable(path, error),
  );
  if (isProblem(reading)) throw new Stop([reading]);
  const staffed = withShifts(file, reading, day);
  const others = isProblem(staffed) ? [] : staffed.refusals;
  const refused = [...reading.refusals, ...others].sort((a, b) => a.line - b.line);
  tellRefused(reading.rows, refused, isProblem(staffed) ? FEW : MOST_TOLD, terminal);
  if (isProblem(staffed)) throw new Stop([asTyped(staffed, reading.guessed !== null)]);
  const { notes, order } = staffed;
  for (const { en, fr } of notes) terminal.note({ fr: `  ${fr}`, en: `  ${en}` });
  if (order !== null)
    terminal.note({ fr: `! ${order.fr} [--date-order]`, en: `! ${order.en} [--date-order]` });
  return staffed;
}

/** A day of no shifts is a slip. */
export const dayOfShifts = ({
  shiftDay,
  shifts,
}: Pick<ShiftOptions, 'shiftDay' | 'shifts'>): string | undefined =>
  shiftDay === undefined || shifts !== undefined
    ? shiftDay
    : stop(
        '--shift-day dit le jour de --shifts ; donnez aussi le fichier.',
        '--shift-day says the day of --shifts; give the file too.',
      );

/** A scenario by its name, staffed by shifts where they are given, then changed by --set. */
export async function staffedNamed(
  name: string,
  { set, ...options }: ShiftOptions & { readonly set: readonly string[] },
  terminal: Terminal,
): Promise<Scenario> {
  const { shifts } = options;
  const shiftDay = dayOfShifts(options);
  const file = await scenarioFile(name);
  const dateOrder = dateOrderOf(options.dateOrder);
  if (dateOrder !== undefined && shifts === undefined)
    stop(
      '--date-order dit comment lire les dates de --shifts ; donnez aussi le fichier.',
      '--date-order says how the dates of --shifts are read; give the file too.',
    );
  if (shifts === undefined) return readChanged(file, set);
  const staffed = await staffedBy(shifts, readChanged(file, []), shiftDay, terminal, { dateOrder });
  return readChanged(staffed.scenario, set);
}
