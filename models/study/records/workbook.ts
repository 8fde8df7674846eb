import { type Problem, problem } from '../../words/problem.ts';
import type { RowReader } from './bytes.ts';
import { epochDay, isoDate } from './moments.ts';
import { emptyFile } from './refusals.ts';

/** The first sheet of a workbook (XLSX) as rows of cells of text, whoever has unpacked it. */

const MAX_SHEET_ROWS = 200_000;
/** Bytes of the file. */
const MAX_FILE = 60_000_000;

const ENTRY = 0x02014b50;

/** Where an archive's table of contents begins; -1: it has none. */
function contentsAt(bytes: Uint8Array): number {
  for (let at = 0; at + 46 <= bytes.length; at += 1)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2)
      return at;
  return -1;
}

/** Bytes that the files of an archive say they unpack to, by its table of contents. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  for (let at = contentsAt(bytes); at >= 0 && at + 46 <= bytes.length; ) {
    if (view.getUint32(at, true) !== ENTRY) break;
    sum += view.getUint32(at + 24, true);
    const [name, extra, comment] = [28, 30, 32].map((k) => view.getUint16(at + k, true));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return sum;
}

/** A date, as whoever reads workbooks gives it: ms since 1970. */
interface Instant {
  readonly getTime: () => number;
}

const isInstant = (cell: unknown): cell is Instant =>
  typeof cell === 'object' && cell !== null && 'getTime' in cell;

/** The day before which a date is none: times of day stand before 1901. */
const FIRST = epochDay(1901, 1, 1);

const two = (n: number): string => String(n).padStart(2, '0');

function instantText(ms: number): string {
  if (Number.isNaN(ms)) return '';
  const s = Math.round(ms / 1_000);
  const day = Math.floor(s / 86_400);
  const rest = s - 86_400 * day;
  const time = [Math.floor(rest / 3_600), Math.floor(rest / 60) % 60, rest % 60].map(two).join(':');
  if (day < FIRST) return time;
  return rest === 0 ? isoDate(day) : `${isoDate(day)} ${time}`;
}

/** A cell as a table of text would have it. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (isInstant(cell)) return instantText(cell.getTime());
  return typeof cell === 'number' ? plainNumber(cell) : String(cell);
}

/** Without exponent, and without the last bits of what a spreadsheet computed. */
const plainNumber = (value: number): string =>
  Number.isInteger(value) ? value.toFixed(0) : String(Number(value.toFixed(6)));

const tooLarge = (): Problem =>
  problem(
    'E_SIZE',
    '',
    `Ce classeur est trop grand (au plus ${MAX_SHEET_ROWS} lignes) ; enregistrez-le en CSV.`,
    `This workbook is too large (at most ${MAX_SHEET_ROWS} rows); save it as CSV.`,
  );

/** Whether a file begins as a workbook does. */
export const isWorkbook = (first: ArrayLike<number>): boolean =>
  first[0] === 0x50 && first[1] === 0x4b && first[2] === 3 && first[3] === 4;

/** What a platform does for a workbook. */
export interface Unpacking {
  /** Bytes that all that is packed may come to. */
  readonly most: number;
  /** The first sheet, row by row: texts, numbers, dates, nothing. */
  readonly sheet: (bytes: Uint8Array) => Promise<readonly (readonly unknown[])[]>;
}

/** Reads the first sheet of a workbook as a table of records. */
export async function readWorkbook<Read>(
  size: number,
  bytes: () => Promise<Uint8Array>,
  reader: RowReader<Read>,
  { most, sheet }: Unpacking,
): Promise<Read | Problem> {
  if (size > MAX_FILE) return tooLarge();
  const packed = await bytes();
  if (unpackedSize(packed) > most) return tooLarge();
  let rows: readonly (readonly unknown[])[];
  try {
    rows = await sheet(packed);
  } catch {
    return problem(
      'E_TYPE',
      '',
      'Ce classeur ne se laisse pas lire ; enregistrez-le en CSV et donnez ce fichier.',
      'This workbook cannot be read; save it as CSV and give that file.',
    );
  }
  if (rows.length > MAX_SHEET_ROWS + 1) return tooLarge();
  for (const [i, cells] of rows.entries()) {
    const refused = reader.row(cells.map(textOf), i + 1);
    if (refused !== null) return refused;
  }
  return rows.length === 0 ? emptyFile() : reader.end();
}
