import { ShiftReader, type Staffed, withShifts } from '../../models/doors/records.ts';
import { isProblem, type Scenario, type ScenarioFile } from '../../models/doors/scenario.ts';
import { unreadable } from './disk.ts';
import { readChanged, scenarioFile } from './files.ts';
import { counted, things } from './numbers.ts';
import { readTableFile } from './records-file.ts';
import { Stop, stop, type Terminal } from './terminal.ts';

/** `--shifts <file>`: who is planned, as the staff of a scenario; what was not used is told. */

export interface ShiftOptions {
  readonly shifts?: string;
  readonly shiftDay?: string;
}

type Reading = ConstructorParameters<typeof ShiftReader>[0];

/** Rows that cannot be used, told one by one. */
const MOST_TOLD = 20;

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
  if (isProblem(staffed))
    throw new Stop([staffed.path === 'day' ? { ...staffed, path: '--shift-day' } : staffed]);
  const refused = [...reading.refusals, ...staffed.refusals].sort((a, b) => a.line - b.line);
  terminal.note({
    fr: `Présences : ${things(reading.rows, 'fr', 'ligne', 'lignes')}, dont ${things(refused.length, 'fr', 'inutilisable', 'inutilisables')}.`,
    en: `Shifts: ${things(reading.rows, 'en', 'row', 'rows')}, of which ${counted(refused.length, 'en')} unusable.`,
  });
  for (const { line, problem } of refused.slice(0, MOST_TOLD))
    terminal.note({
      fr: `  ligne ${line} : ${problem.says.fr}`,
      en: `  line ${line}: ${problem.says.en}`,
    });
  for (const { en, fr } of staffed.notes) terminal.note({ fr: `  ${fr}`, en: `  ${en}` });
  return staffed;
}

/** A day of no shifts is a slip. */
export const dayOfShifts = ({ shiftDay, shifts }: ShiftOptions): string | undefined =>
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
  if (shifts === undefined) return readChanged(file, set);
  const staffed = await staffedBy(shifts, readChanged(file, []), shiftDay, terminal);
  return readChanged(staffed.scenario, set);
}
