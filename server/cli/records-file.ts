import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
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
import { type Problem, problem } from '../../models/doors/scenario.ts';

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
  return bytes.push(Buffer.from(text)) ?? bytes.end();
}

/** How a file is packed, by its first bytes. */
async function packingOf(path: string): Promise<'gzip' | 'workbook' | 'none'> {
  for await (const bytes of createReadStream(path, { end: 3 }) as AsyncIterable<Buffer>) {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
    return isWorkbook(bytes) ? 'workbook' : 'none';
  }
  return 'none';
}

/** Reads a file of records, or says why not. */
export const readRecordsFile = (path: string, options: ReaderOptions): Promise<Reading | Problem> =>
  readTableFile(path, new TableReader(options));

/** Reads the table in a file, or says why not. */
export async function readTableFile<Read>(
  path: string,
  reader: RowReader<Read>,
): Promise<Read | Problem> {
  if ((await stat(path)).size === 0) return emptyFile();
  const packing = await packingOf(path);
  if (packing === 'workbook') return (await import('./workbook.ts')).readWorkbookFile(path, reader);
  const bytes = new TableBytes(reader, NODE);
  const file: Readable = createReadStream(path, { highWaterMark: 65_536 });
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
