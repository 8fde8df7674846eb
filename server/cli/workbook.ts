import { readFile, stat } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import { type Problem, problem } from '../../models/doors/scenario.ts';

/** The first sheet of a workbook (XLSX), as rows of cells of text. */

const MAX_SHEET_ROWS = 200_000;
/** Bytes of the file, and of all that is packed in it. */
const MAX_FILE = 60_000_000;
const MAX_UNPACKED = 1_000_000_000;

const ENTRY = 0x02014b50;

/** Bytes that the files of an archive say they unpack to, by its table of contents. */
function unpackedSize(bytes: Buffer): number {
  let sum = 0;
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0 && at + 46 <= bytes.length; ) {
    if (bytes.readUInt32LE(at) !== ENTRY) break;
    sum += bytes.readUInt32LE(at + 24);
    const [name, extra, comment] = [28, 30, 32].map((k) => bytes.readUInt16LE(at + k));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return sum;
}

/** A cell as a table of text would have it. Times of day stand before 1901. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return typeof cell === 'number' ? plainNumber(cell) : String(cell);
  if (Number.isNaN(cell.getTime())) return '';
  const text = new Date(Math.round(cell.getTime() / 1_000) * 1_000).toISOString();
  const [day = '', time = ''] = text.slice(0, 19).split('T');
  if (day < '1901') return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
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

/** The rows of a workbook's first sheet, or why there are none. */
export async function workbookRows(path: string): Promise<string[][] | Problem> {
  if ((await stat(path)).size > MAX_FILE) return tooLarge();
  const bytes = await readFile(path);
  if (unpackedSize(bytes) > MAX_UNPACKED) return tooLarge();
  let rows: readonly (readonly unknown[])[];
  try {
    rows = await readSheet(bytes);
  } catch {
    return problem(
      'E_TYPE',
      '',
      'Ce classeur ne se laisse pas lire ; enregistrez-le en CSV et donnez ce fichier.',
      'This workbook cannot be read; save it as CSV and give that file.',
    );
  }
  return rows.length > MAX_SHEET_ROWS + 1 ? tooLarge() : rows.map((row) => row.map(textOf));
}
