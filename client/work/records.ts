import Papa from 'papaparse';
import {
  emptyFile,
  fitOf,
  intervalLengths,
  isWorkbook,
  type LocalOf,
  localOfZone,
  type Platform,
  type Reading,
  type RowReader,
  recordedDay,
  recordedDays,
  ShiftReader,
  TableBytes,
  TableReader,
  usualIntervalMin,
  withShifts,
  ZONE_PARTS,
} from '../../models/doors/records.ts';
import { isProblem, type Problem, problem, readScenario } from '../../models/doors/scenario.ts';
import type {
  Asked,
  FileFit,
  FileRead,
  FileUnread,
  FitAsked,
  FromReader,
  ReadAsk,
  ShiftsRead,
  Told,
  ToReader,
} from './records-messages.ts';

/**
 * Reads a file of records in a Web Worker, as a stream, and keeps what was read: calls never leave
 * it, but as a scenario. Nothing is sent anywhere.
 */

interface Scope {
  onmessage: ((event: MessageEvent<ToReader>) => void) | null;
  postMessage(message: FromReader): void;
}
const scope = self as unknown as Scope;

const PAGE: Platform = {
  decoder: (encoding) => new TextDecoder(encoding),
  parser: (separator) => new Papa.Parser({ delimiter: separator, newline: '\n' }),
};

/** Rows shown below the header. */
const SHOWN = 6;

/** A reader that also keeps the first rows as they are written. */
class Looking extends TableReader {
  readonly seen: { cells: readonly string[]; line: number }[] = [];

  override row(cells: readonly string[], line: number): Problem | null {
    // Titles may stand above the header: more is kept than is shown.
    if (this.seen.length < 60 + SHOWN) this.seen.push({ cells, line });
    return super.row(cells, line);
  }

  shown(headerLine: number): Pick<FileRead, 'header' | 'first'> {
    const at = this.seen.findIndex(({ line }) => line === headerLine);
    const rows = this.seen
      .slice(at)
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    const [header = { cells: [] }, ...below] = rows;
    return { header: header.cells, first: below.slice(0, SHOWN).map(({ cells }) => cells) };
  }

  /** Why nothing was read; with the likeliest header where that can be corrected. */
  refused(problem: Problem): FileUnread | Problem {
    if (this.unreadHeader === null) return problem;
    const { columns, likely, line, shape } = this.unreadHeader;
    const mapping = { columns, grid: [], shape };
    return { kind: 'unread', problem, mapping, likely, ...this.shown(line) };
  }
}

/** Hears how many bytes were read, of how many. */
type Progress = (done: number, total: number) => void;

let reading: Reading | null = null;

/** The bytes of a file, unpacked where they are gzip. */
async function bytesOf(file: Blob, progress: (done: number) => void): Promise<ReadableStream> {
  const [a, b] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  let done = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(bytes, out) {
        done += bytes.length;
        progress(done);
        out.enqueue(bytes);
      },
    }),
  );
  if (a !== 0x1f || b !== 0x8b) return counted;
  return counted.pipeThrough(
    new DecompressionStream('gzip') as unknown as ReadableWritablePair<Uint8Array, Uint8Array>,
  );
}

async function readAll(
  file: Blob,
  ask: ReadAsk,
  progress: Progress,
): Promise<Told['read'] | Problem> {
  reading = null;
  if (file.size === 0) return emptyFile();
  const { zone, ...options } = ask;
  const localOf = clockOf(zone);
  if (localOf !== undefined && isProblem(localOf)) return localOf;
  const reader = new Looking({ ...options, localOf });
  const found = await readTable(file, reader, progress);
  if (isProblem(found)) return reader.refused(found);
  reading = found;
  const { counts, days, headerLine, kind, mapping, refusals, suspicions } = found;
  const intervals = found.kind === 'intervals' ? found.intervals.length : 0;
  const told = { kind, mapping, headerLine, counts, refusals, suspicions, days, intervals };
  const widths = { lengths: intervalLengths(found), usualMin: usualIntervalMin(found) };
  return { ...told, ...widths, ...reader.shown(headerLine) };
}

const clockOf = (zone: string | undefined): LocalOf | Problem | undefined =>
  zone === undefined
    ? undefined
    : localOfZone(zone, (name) => {
        const format = new Intl.DateTimeFormat('en', { ...ZONE_PARTS, timeZone: name });
        return (ms) => format.formatToParts(ms);
      });

/** The table in a file. */
const readTable = async <Read>(
  file: Blob,
  reader: RowReader<Read>,
  progress: Progress,
): Promise<Read | Problem> =>
  isWorkbook(new Uint8Array(await file.slice(0, 4).arrayBuffer()))
    ? (await import('./workbook.ts')).readWorkbookFile(file, reader)
    : readText(file, reader, progress);

/** A table of text, as a stream. */
async function readText<Read>(
  file: Blob,
  reader: RowReader<Read>,
  progress: Progress,
): Promise<Read | Problem> {
  const bytes = new TableBytes(reader, PAGE);
  let said = 0;
  const stream = await bytesOf(file, (done) => {
    if (done - said < file.size / 50) return;
    said = done;
    progress(done, file.size);
  });
  const parts = stream.getReader();
  for (;;) {
    const { done, value } = await parts.read();
    if (done) break;
    const refused = bytes.push(value as Uint8Array);
    if (refused === null) continue;
    await parts.cancel();
    return refused;
  }
  return bytes.end();
}

async function readShifts(
  { ask, day, file, scenario }: Extract<Asked, { kind: 'shifts' }>,
  progress: Progress,
): Promise<ShiftsRead | Problem> {
  if (file.size === 0) return emptyFile();
  const localOf = clockOf(ask.zone);
  if (localOf !== undefined && isProblem(localOf)) return localOf;
  const reader = new ShiftReader({ dateOrder: ask.dateOrder, day, localOf });
  const found = await readTable(file, reader, progress);
  if (isProblem(found)) return found;
  const staffed = withShifts(scenario, found, day);
  if (isProblem(staffed)) return staffed;
  const refusals = [...found.refusals, ...staffed.refusals].sort((a, b) => a.line - b.line);
  const { notes, order, ...made } = staffed;
  const said = order === null ? notes : [...notes, order];
  return { ...made, notes: said, refusals, rows: found.rows };
}

const unreadable = (): Problem =>
  problem(
    'E_TYPE',
    '',
    'Ce fichier n’a pas pu être lu ; ouvrez-le dans un tableur et enregistrez-le en CSV.',
    'This file could not be read; open it in a spreadsheet and save it as CSV.',
  );

/** All its days fitted; and what the fitted day is to be held against. */
function fitted({ name, ...ask }: FitAsked): FileFit | Problem {
  if (reading === null) return unreadable();
  const fit = fitOf(reading, { ...ask, source: name });
  const { handling, typical } = fit;
  if (typical === null || isProblem(typical)) return { fit, recorded: null };
  const made = readScenario(typical.scenario);
  if (!made.ok) return { fit, recorded: null };
  const { days } = typical;
  const what = { reading, days, scenario: made.scenario, handling, seen: typical };
  return { fit, recorded: recordedDays(what) };
}

/** What is told of an ask; `progress` hears the bytes read, of all. */
async function told(asked: Asked, progress: Progress): Promise<Told[keyof Told] | Problem> {
  switch (asked.kind) {
    case 'read':
      return readAll(asked.file, asked.ask, progress);
    case 'shifts':
      return readShifts(asked, progress);
    case 'fit':
      return fitted(asked.ask);
    case 'day': {
      const { day, intervalMin, name } = asked;
      return reading === null
        ? unreadable()
        : recordedDay(reading, { source: name, day, intervalMin });
    }
  }
}

scope.onmessage = async ({ data: { asked, id } }) => {
  const progress: Progress = (done, total) =>
    scope.postMessage({ id, kind: 'progress', done, total });
  const answer = await told(asked, progress).catch(unreadable);
  scope.postMessage({ id, kind: 'told', told: answer });
};
