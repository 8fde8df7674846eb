import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import Papa from 'papaparse';
import {
  emptyFile,
  isWorkbook,
  type Platform,
  type ReaderOptions,
  type Reading,
  type RowReader,
  TableBytes,
  TableReader,
} from '../../models/doors/records.ts';
import { isProblem, type Problem, problem, type Says } from '../../models/doors/scenario.ts';

/** Reads a table of records: CSV or TSV of any usual kind as a stream, gzip or not, and XLSX. */

/** What this platform does for whoever reads bytes. */
const NODE: Platform = {
  decoder: (encoding) => new TextDecoder(encoding),
  parser: (separator) => new Papa.Parser({ delimiter: separator, newline: '\n' }),
};

/** Reads the text of records, all at once. */
export function readRecords(text: string, options: ReaderOptions): Reading | Problem {
  const reader = new TableReader(options);
  const bytes = new TableBytes(reader, NODE);
  return hinted(bytes.push(Buffer.from(text)) ?? bytes.end(), reader);
}

/** Corrections proposed at once. */
const HINTS = 4;

/** What was read; of a header that was not understood, the options that may correct it too. */
function hinted(read: Reading | Problem, { unreadHeader }: TableReader): Reading | Problem {
  if (!isProblem(read) || unreadHeader === null || unreadHeader.likely.length === 0) return read;
  const hints = unreadHeader.likely
    .slice(0, HINTS)
    .map(({ column, name }) => `--mapping ${column}="${name}"`)
    .join(' ');
  const { fr, en } = read.says;
  return { ...read, says: { fr: `${fr} Peut-être : ${hints}.`, en: `${en} Perhaps: ${hints}.` } };
}

/** How a file is packed, by its first bytes. */
function packingOf(bytes: Uint8Array): 'gzip' | 'workbook' | 'none' {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  return isWorkbook(bytes) ? 'workbook' : 'none';
}

/** The first bytes of a file. */
async function firstOf(path: string): Promise<Uint8Array> {
  for await (const bytes of createReadStream(path, { end: 3 }) as AsyncIterable<Buffer>)
    return bytes;
  return new Uint8Array();
}

/** Reads a file of records, or says why not. */
export async function readRecordsFile(
  path: string,
  options: ReaderOptions,
): Promise<Reading | Problem> {
  const reader = new TableReader(options);
  return hinted(await readTableFile(path, reader), reader);
}

/** What is not a file (a pipe, standard input) can be read only once: it is kept, up to so much. */
const MOST_PIPED = 500_000_000;

/** Is this standard input, under either of its names? */
const isInput = (path: string): boolean => path === '-' || path === '/dev/stdin';

/** What records are called after where they come from. */
export const sourceOf = (path: string): Says =>
  isInput(path)
    ? { fr: 'entrée standard', en: 'standard input' }
    : { fr: basename(path), en: basename(path) };

async function piped(path: string): Promise<Buffer | Problem> {
  // Another program may have given a socket, which has no path that can be opened.
  const stream: Readable = isInput(path) ? process.stdin : createReadStream(path);
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length > MOST_PIPED)
      return problem(
        'E_SIZE',
        '',
        `Plus de ${MOST_PIPED / 1e6} Mo arrivent par ce tuyau ; écrivez-les dans un fichier et donnez son nom.`,
        `More than ${MOST_PIPED / 1e6} MB come through this pipe; write them to a file and give its name.`,
      );
  }
  return Buffer.concat(parts);
}

/** Reads the table in a file, a pipe or standard input ('-'), or says why not. */
export async function readTableFile<Read>(
  path: string,
  reader: RowReader<Read>,
): Promise<Read | Problem> {
  const found = path === '-' ? null : await stat(path);
  if (found?.isFile() === true) {
    if (found.size === 0) return emptyFile();
    const packing = packingOf(await firstOf(path));
    if (packing === 'workbook')
      return (await import('./workbook.ts')).readWorkbookFile(
        found.size,
        () => readFile(path),
        reader,
      );
    return readStream(createReadStream(path, { highWaterMark: 65_536 }), packing, reader);
  }
  const bytes = await piped(path);
  if (isProblem(bytes)) return bytes;
  if (bytes.length === 0) return emptyFile();
  const packing = packingOf(bytes);
  if (packing === 'workbook')
    return (await import('./workbook.ts')).readWorkbookFile(
      bytes.length,
      async () => bytes,
      reader,
    );
  return readStream(Readable.from([bytes]), packing, reader);
}

async function readStream<Read>(
  file: Readable,
  packing: 'gzip' | 'none',
  reader: RowReader<Read>,
): Promise<Read | Problem> {
  const bytes = new TableBytes(reader, NODE);
  const packed = packing === 'gzip';
  const stream = packed ? file.pipe(createGunzip()) : file;
  if (packed) file.on('error', (error) => stream.destroy(error));
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      const problem = bytes.push(part);
      if (problem !== null) return problem;
    }
  } catch (error) {
    if (packed && String((error as NodeJS.ErrnoException).code).startsWith('Z_'))
      return problem(
        'E_TYPE',
        '',
        'Ce fichier gzip est abîmé ; refaites-le, ou donnez-le ouvert.',
        'This gzip file is damaged; make it anew, or give it unpacked.',
      );
    throw error;
  } finally {
    file.destroy();
  }
  return bytes.end();
}
