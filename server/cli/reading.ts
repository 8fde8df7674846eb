import {
  COLUMNS,
  intervalLengths,
  type LocalOf,
  localOfZone,
  type ReaderOptions,
  type Reading,
  usualIntervalMin,
  ZONE_PARTS,
} from '../../models/doors/records.ts';
import { isProblem } from '../../models/doors/scenario.ts';
import { unreadable } from './disk.ts';
import { tellCounts, tellMapping, tellRows, tellSuspicions } from './import-text.ts';
import { oneOf, wholeNumber } from './numbers.ts';
import { readRecordsFile } from './records-file.ts';
import { Stop, stop, type Terminal } from './terminal.ts';

/** A file of records, as it is to be read; what was read of it is told. */

export interface ReadingOptions {
  readonly mapping: readonly string[];
  readonly dateOrder?: string;
  readonly decimal?: string;
  readonly zone?: string;
  readonly strict?: boolean;
}

/** Refused rows told one by one with --strict. */
const MOST_TOLD = 100_000;

/** Corrections of the mapping: `column=name`, or `column=` for none. */
function mappingOf(texts: readonly string[]): NonNullable<ReaderOptions['mapping']> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf('=');
      const column = oneOf('--mapping', at < 0 ? text : text.slice(0, at), COLUMNS);
      const name = at < 0 ? '' : text.slice(at + 1);
      return [column, name === '' ? null : name];
    }),
  );
}

function clockOf(zone: string): LocalOf {
  const clock = localOfZone(zone, (name) => {
    const format = new Intl.DateTimeFormat('en', { ...ZONE_PARTS, timeZone: name });
    return (ms) => format.formatToParts(ms);
  });
  if (isProblem(clock)) throw new Stop([{ ...clock, path: '--zone' }]);
  return clock;
}

/** `--date-order dmy|mdy`. */
export const dateOrderOf = (text: string | undefined): 'dmy' | 'mdy' | undefined =>
  text === undefined ? undefined : (oneOf('--date-order', text, ['dmy', 'mdy']) as 'dmy' | 'mdy');

export function readerOptions(options: ReadingOptions): ReaderOptions {
  const { dateOrder, decimal, zone } = options;
  return {
    mapping: mappingOf(options.mapping),
    dateOrder: dateOrderOf(dateOrder),
    decimal:
      decimal === undefined ? undefined : (oneOf('--decimal', decimal, [',', '.']) as ',' | '.'),
    localOf: zone === undefined ? undefined : clockOf(zone),
    keep: options.strict ? MOST_TOLD : 0,
  };
}

/** `--interval minutes`; undefined: the usual one of what is read. */
export const intervalOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : wholeNumber('--interval', text, 5, 1_440);

/** How long intervals are: as asked for, if the records can be put together so; else their own. */
export function intervalIn(reading: Reading, asked: number | undefined): number {
  const lengths = intervalLengths(reading);
  if (asked === undefined) return usualIntervalMin(reading);
  if (reading.kind === 'intervals' && !lengths.includes(asked)) {
    const list = lengths.join(', ');
    stop(
      `--interval vaut ${asked} ; les intervalles de cette table peuvent être de ${list} min.`,
      `--interval is ${asked}; the intervals of this table can be of ${list} min.`,
    );
  }
  return asked;
}

/** `--head-start priority=seconds`. */
export function headStartOf(
  text: string | undefined,
): { priority: string; seconds: number } | undefined {
  if (text === undefined) return undefined;
  const [, priority, seconds] = /^([^=]{1,40})=(\d{1,5})$/.exec(text) ?? [];
  if (priority !== undefined && seconds !== undefined)
    return { priority, seconds: Number(seconds) };
  return stop(
    `--head-start attend priorité=secondes, par exemple 2=90 ; reçu « ${text.slice(0, 40)} ».`,
    `--head-start expects priority=seconds, for instance 2=90; got "${text.slice(0, 40)}".`,
  );
}

/** Reads the file, and tells what its columns and rows were taken for. */
export async function readTold(
  path: string,
  options: ReadingOptions,
  terminal: Terminal,
): Promise<Reading> {
  const reading = await readRecordsFile(path, readerOptions(options)).catch((error) =>
    unreadable(path, error),
  );
  if (isProblem(reading)) throw new Stop([reading]);
  tellMapping(reading, terminal);
  tellCounts(reading, terminal);
  if (options.strict) tellRows(reading, terminal);
  else if (reading.counts.unusable > 0)
    terminal.note({
      fr: '  Avec --strict, chacune est signalée avec sa ligne et sa colonne.',
      en: '  With --strict, each is reported with its line and column.',
    });
  tellSuspicions(reading, terminal);
  return reading;
}
