import { basename } from 'node:path';
import { isProblem, readScenario } from '../../models/doors/scenario.ts';
import {
  type Reading,
  type Reason,
  type RecordedDay,
  reasonIn,
  recordedDay,
} from '../../models/doors/study.ts';
import { unreadable } from './disk.ts';
import { writeText } from './files.ts';
import { counted, wholeNumber } from './numbers.ts';
import { readRecordsFile } from './records-file.ts';
import { DONE, FAILED, Stop, stop, type Terminal } from './terminal.ts';

/** `contretemps import`: a day of call-by-call records as a scenario; what was not used is told. */

export interface ImportOptions {
  readonly day?: string;
  readonly out?: string;
  readonly interval: string;
  readonly headStart?: string;
  readonly name?: string;
  readonly source?: string;
  readonly strict?: boolean;
}

/** Refused rows told one by one with --strict. */
const MOST_TOLD = 100_000;

function headStartOf(text: string | undefined): { priority: string; seconds: number } | undefined {
  if (text === undefined) return undefined;
  const [, priority, seconds] = /^([^=]{1,40})=(\d{1,5})$/.exec(text) ?? [];
  if (priority !== undefined && seconds !== undefined)
    return { priority, seconds: Number(seconds) };
  return stop(
    `--head-start attend priorité=secondes, par exemple 2=90 ; reçu « ${text.slice(0, 40)} ».`,
    `--head-start expects priority=seconds, for instance 2=90; got "${text.slice(0, 40)}".`,
  );
}

/** What became of the rows, in numbers that add up. */
function tellCounts({ counts }: Reading, terminal: Terminal): void {
  const n = (value: number): string => counted(value, terminal.language);
  const { rows, phantoms, vruHangups, offered, served, abandoned, unusable } = counts;
  terminal.note({
    fr: `${n(rows)} lignes : ${n(offered)} appels offerts (${n(served)} servis, ${n(abandoned)} abandons en file), ${n(vruHangups)} raccrochés dans le serveur vocal, ${n(phantoms)} fantômes écartés, ${n(unusable)} inutilisables.`,
    en: `${n(rows)} rows: ${n(offered)} calls offered (${n(served)} served, ${n(abandoned)} abandoned in queue), ${n(vruHangups)} hung up in the VRU, ${n(phantoms)} phantoms dropped, ${n(unusable)} unusable.`,
  });
  for (const [reason, rowsOf] of Object.entries(counts.byReason) as [Reason, number][])
    if (rowsOf > 0)
      terminal.note({
        fr: `  ${n(rowsOf)} × ${reasonIn(reason, 'fr')}`,
        en: `  ${n(rowsOf)} × ${reasonIn(reason, 'en')}`,
      });
}

function tellRows({ refusals }: Reading, terminal: Terminal): void {
  for (const { line, column, problem } of refusals) {
    const [fr, en] = column === '' ? ['', ''] : [`, colonne ${column}`, `, column ${column}`];
    terminal.note({
      fr: `  ligne ${line}${fr} : ${problem.says.fr}`,
      en: `  line ${line}${en}: ${problem.says.en}`,
    });
  }
}

function tellDay(day: RecordedDay, terminal: Terminal): void {
  const n = (value: number): string => counted(value, terminal.language);
  const { opensAt, lengthMin } = day.scenario.day;
  terminal.note({
    fr: `Jour ${day.day} : ${n(day.calls)} appels (${n(day.served)} servis, ${n(day.abandoned)} abandons), ${n(day.agents)} conseillers vus, ouverture à ${opensAt} pour ${lengthMin / 60} h ; ${n(day.outsideHours)} appels hors ouverture laissés de côté.`,
    en: `Day ${day.day}: ${n(day.calls)} calls (${n(day.served)} served, ${n(day.abandoned)} abandoned), ${n(day.agents)} agents seen, opening at ${opensAt} for ${lengthMin / 60} h; ${n(day.outsideHours)} calls outside these hours left aside.`,
  });
}

export async function importRecords(
  path: string,
  options: ImportOptions,
  terminal: Terminal,
): Promise<number> {
  const intervalMin = wholeNumber('--interval', options.interval, 5, 1_440);
  const headStart = headStartOf(options.headStart);
  const records = await readRecordsFile(path, {
    keep: options.strict ? MOST_TOLD : 0,
  }).catch((error) => unreadable(path, error));
  if (isProblem(records)) throw new Stop([records]);
  tellCounts(records, terminal);
  if (options.strict) tellRows(records, terminal);
  else if (records.counts.unusable > 0)
    terminal.note({
      fr: '  Avec --strict, chacune est signalée avec sa ligne et sa colonne.',
      en: '  With --strict, each is reported with its line and column.',
    });
  const source = options.source ?? basename(path);
  const { day: wanted, name } = options;
  const day = recordedDay(records, { day: wanted, name, source, intervalMin, headStart });
  if (isProblem(day)) throw new Stop([day]);
  const reading = readScenario(day.scenario);
  if (!reading.ok) throw new Stop(reading.problems, FAILED, reading.more);
  tellDay(day, terminal);
  const text = `${JSON.stringify(day.scenario)}\n`;
  if (options.out === undefined) terminal.out(text);
  else await writeText(options.out, text);
  return options.strict && records.counts.unusable > 0 ? FAILED : DONE;
}
