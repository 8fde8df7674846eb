import { basename } from 'node:path';
import {
  type DayOptions,
  dayFigure,
  proofTable,
  type Reading,
  type RecordedDay,
  recordedDay,
  simulatedDay,
  staffedDay,
} from '../../models/doors/records.ts';
import { isProblem, readScenario, type Scenario } from '../../models/doors/scenario.ts';
import type { Executor } from '../../models/doors/study.ts';
import { Studies } from '../jobs/studies.ts';
import { Bar } from './bar.ts';
import { checkPlaces, writeText } from './files.ts';
import { tellDay } from './import-text.ts';
import { rowLines } from './lines.ts';
import { threadsOf, wholeNumber } from './numbers.ts';
import {
  headStartOf,
  intervalIn,
  intervalOf,
  type ReadingOptions,
  readerOptions,
  readTold,
} from './reading.ts';
import { dayOfShifts, type ShiftOptions, staffedBy } from './shifts.ts';
import { BAD_INPUT, DONE, FAILED, Stop, type Terminal } from './terminal.ts';

/** `contretemps import`: a day of records as a scenario; what was not used is told. */

export interface ImportOptions extends ReadingOptions, ShiftOptions {
  readonly day?: string;
  readonly everyDay?: boolean;
  readonly out?: string;
  readonly interval?: string;
  readonly replications: string;
  readonly headStart?: string;
  readonly name?: string;
  readonly source?: string;
}

/** Plays a few hundred days of one scenario: here where they are short. */
const here = (): Executor => new Studies({ threads: threadsOf({}) });

/** The day as recorded, replayed and simulated; nothing of a table, which tells no call. */
async function tellProof(
  day: RecordedDay,
  scenario: Scenario,
  replications: number,
  terminal: Terminal,
): Promise<void> {
  if (day.proof === null) return;
  const bar = new Bar(terminal);
  const found = await simulatedDay(scenario, replications, here(), (done) =>
    bar.show(done, replications),
  ).finally(() => bar.stop());
  const [fr, en] = (['fr', 'en'] as const).map((language) => {
    const table = proofTable(day, found, language);
    return table === null ? '' : rowLines(table).join('\n');
  }) as [string, string];
  terminal.note({ fr, en });
}

/** Every day of a file of calls, as recorded and as simulated; one line each. */
async function tellEveryDay(
  reading: Reading,
  options: Omit<DayOptions, 'day'>,
  replications: number,
  terminal: Terminal,
): Promise<void> {
  const gaps: number[] = [];
  const { language } = terminal;
  const lineOf = (cells: readonly string[]): string =>
    `${cells.map((cell, i) => (i === 0 ? cell.padEnd(12) : cell.padStart(12))).join('')}\n`;
  const heads = {
    fr: 'jour|offerts|% en 20 s|simulé|écart|attente s|simulée|abandons|simulés',
    en: 'day|offered|% in 20 s|simulated|apart|wait s|simulated|abandoned|simulated',
  };
  terminal.out(lineOf(heads[language].split('|')));
  for (const day of reading.days.keys()) {
    const made = recordedDay(reading, { ...options, day });
    if (isProblem(made) || made.proof === null) {
      terminal.out(lineOf([day, '–']));
      continue;
    }
    const scenario = readScenario(made.scenario);
    const found = scenario.ok ? await simulatedDay(scenario.scenario, replications, here()) : null;
    const { recorded } = made.proof;
    const cells = [day, dayFigure('offered', recorded.offered, language)];
    const [level, wait, lost] = (['level', 'waitS', 'abandoned'] as const).map((key) => [
      dayFigure(key, recorded[key], language),
      dayFigure(key, found?.figures[key] ?? Number.NaN, language),
    ]) as [string[], string[], string[]];
    const gap = (found?.figures.level ?? Number.NaN) - recorded.level;
    if (!Number.isNaN(gap)) gaps.push(Math.abs(gap));
    cells.push(...level, dayFigure('level', gap, language), ...wait, ...lost);
    terminal.out(lineOf(cells));
  }
  gaps.sort((a, b) => a - b);
  if (gaps.length > 0) {
    const median = dayFigure('level', gaps[gaps.length >> 1] ?? Number.NaN, language);
    terminal.note({
      fr: `Écart médian sur ${gaps.length} jours : ${median} points de niveau de service.`,
      en: `Median gap over ${gaps.length} days: ${median} points of service level.`,
    });
  }
}

/** The day with the staff that was planned, where a file says it. */
async function planned(
  day: RecordedDay,
  options: ImportOptions,
  terminal: Terminal,
): Promise<RecordedDay> {
  const { shifts } = options;
  const shiftDay = dayOfShifts(options);
  if (shifts === undefined) return day;
  const { dateOrder, localOf } = readerOptions(options);
  const reading = { dateOrder, localOf };
  const of = shiftDay ?? day.day;
  return staffedDay(day, await staffedBy(shifts, day.scenario, of, terminal, reading));
}

export async function importRecords(
  path: string,
  options: ImportOptions,
  terminal: Terminal,
): Promise<number> {
  const length = intervalOf(options.interval);
  const replications = wholeNumber('--replications', options.replications, 0, 10_000);
  const headStart = headStartOf(options.headStart);
  await checkPlaces(options.out);
  const reading = await readTold(path, options, terminal);
  const intervalMin = intervalIn(reading, length);
  const code = options.strict && reading.counts.unusable > 0 ? FAILED : DONE;
  const source = options.source ?? basename(path);
  const asked = { name: options.name, source, intervalMin, headStart };
  if (options.everyDay) {
    await tellEveryDay(reading, asked, replications, terminal);
    return code;
  }
  const made = recordedDay(reading, { ...asked, day: options.day });
  if (isProblem(made)) throw new Stop([made]);
  const day = await planned(made, options, terminal);
  const scenario = readScenario(day.scenario);
  if (!scenario.ok) throw new Stop(scenario.problems, BAD_INPUT, scenario.more);
  tellDay(day, terminal);
  await tellProof(day, scenario.scenario, replications, terminal);
  const text = `${JSON.stringify(day.scenario)}\n`;
  if (options.out === undefined) terminal.out(text);
  else await writeText(options.out, text);
  return code;
}
