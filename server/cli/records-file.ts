import { readFile, stat } from 'node:fs/promises';
import Papa from 'papaparse';
import { type Problem, problem } from '../../models/doors/scenario.ts';
import { RecordReader, type Records } from '../../models/doors/study.ts';

/** Reads call-by-call records from a CSV file: comma, semicolon or tab, UTF-8 or Windows-1252. */

/** A month of a large centre is 20 MB. */
const MAX_BYTES = 64_000_000;
const MAX_ROWS = 500_000;
const MAX_COLUMNS = 64;
const MAX_CELL = 1_024;

/** What spreadsheets save when they are not told otherwise is not UTF-8. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const tooLarge = (fr: string, en: string): Problem => problem('E_SIZE', '', fr, en);

/** Why a row is beyond what records can be, or null. */
function beyond(cells: readonly string[], line: number, rows: number): Problem | null {
  if (rows > MAX_ROWS)
    return tooLarge(
      `Plus de ${MAX_ROWS} lignes ; découpez le fichier par mois.`,
      `More than ${MAX_ROWS} rows; split the file by month.`,
    );
  if (cells.length > MAX_COLUMNS)
    return tooLarge(
      `La ligne ${line} a ${cells.length} colonnes, au plus ${MAX_COLUMNS} ; gardez les utiles.`,
      `Line ${line} has ${cells.length} columns, at most ${MAX_COLUMNS}; keep the useful ones.`,
    );
  if (cells.some((cell) => cell.length > MAX_CELL))
    return tooLarge(
      `La ligne ${line} a une case de plus de ${MAX_CELL} caractères ; un guillemet est sans doute resté ouvert.`,
      `Line ${line} has a cell of more than ${MAX_CELL} characters; a quotation mark was probably left open.`,
    );
  return null;
}

/** Reads the text of records. `keep`: how many refused rows to keep with their sentence. */
export function readRecords(text: string, keep: number): Records | Problem {
  const reader = new RecordReader(keep);
  let line = 1;
  let rows = 0;
  let failure: Problem | null = null;
  Papa.parse<string[]>(text, {
    delimitersToGuess: [',', ';', '\t'],
    step: ({ data: cells }, parser) => {
      failure = beyond(cells, line, rows);
      if (failure === null && rows === 0) failure = reader.header(cells);
      else if (failure === null) reader.row(cells, line);
      if (failure !== null) parser.abort();
      rows += 1;
      line += 1;
      for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1;
    },
  });
  if (failure !== null) return failure;
  if (rows === 0)
    return problem(
      'E_TYPE',
      '',
      'Ce fichier est vide ; donnez-en un qui a une ligne d’en-tête.',
      'This file is empty; give one with a header line.',
    );
  return reader.end();
}

/** Reads a file of records, or says why not. */
export async function readRecordsFile(path: string, keep: number): Promise<Records | Problem> {
  const { size } = await stat(path);
  if (size > MAX_BYTES)
    return tooLarge(
      `Ce fichier a ${Math.round(size / 1e6)} Mo, au plus ${MAX_BYTES / 1e6} ; découpez-le par mois.`,
      `This file has ${Math.round(size / 1e6)} MB, at most ${MAX_BYTES / 1e6}; split it by month.`,
    );
  return readRecords(textOf(await readFile(path)).replace(/^\uFEFF/, ''), keep);
}
