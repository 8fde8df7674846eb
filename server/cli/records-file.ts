import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { isProblem, type Problem, problem } from '../../models/doors/scenario.ts';
import {
  type ReaderOptions,
  type Reading,
  type Sniffed,
  sniff,
  TableReader,
} from '../../models/doors/study.ts';
import { CellCutter } from './cells.ts';

/** Reads a table of records: CSV or TSV of any usual kind as a stream, gzip or not, and XLSX. */

/** What may come out of a file, unpacked: 10^7 rows of a wide export. */
const MAX_BYTES = 4_000_000_000;
/** Bytes from which encoding and separator are found. */
const SAMPLE = 65_536;

const decoded = (bytes: Uint8Array, encoding: Sniffed['encoding']): string =>
  new TextDecoder(encoding).decode(bytes);

const empty = (): Problem =>
  problem(
    'E_TYPE',
    '',
    'Ce fichier est vide ; donnez-en un qui a une ligne d’en-tête.',
    'This file is empty; give one with a header line.',
  );

/** Bytes as they come to rows of cells. */
class ByteReader {
  private waiting: Uint8Array[] = [];
  private held = 0;
  private total = 0;
  private decoder: TextDecoder | null = null;
  private cutter: CellCutter | null = null;
  private skipsLine = false;

  constructor(private readonly reader: TableReader) {}

  push(bytes: Uint8Array): Problem | null {
    this.total += bytes.length;
    if (this.total > MAX_BYTES)
      return problem(
        'E_SIZE',
        '',
        `Ce fichier dépasse ${MAX_BYTES / 1e9} Go une fois ouvert ; découpez-le par année.`,
        `This file is more than ${MAX_BYTES / 1e9} GB once unpacked; split it by year.`,
      );
    if (this.decoder !== null) return this.cut(this.decoder.decode(bytes, { stream: true }));
    this.waiting.push(bytes);
    this.held += bytes.length;
    return this.held < SAMPLE ? null : this.begin();
  }

  private begin(): Problem | null {
    const first = Buffer.concat(this.waiting);
    this.waiting = [];
    const { encoding, hasSeparatorLine, separator } = sniff(first.subarray(0, SAMPLE), decoded);
    this.decoder = new TextDecoder(encoding);
    this.skipsLine = hasSeparatorLine;
    this.cutter = new CellCutter(separator, (cells, line) => {
      if (this.skipsLine && line === 1) return null;
      return this.reader.row(cells, line);
    });
    return this.cut(this.decoder.decode(first, { stream: true }));
  }

  private cut(text: string): Problem | null {
    return this.cutter?.push(text) ?? null;
  }

  end(): Problem | null {
    if (this.total === 0) return empty();
    if (this.decoder === null) {
      const problem = this.begin();
      if (problem !== null) return problem;
    }
    return this.cut(this.decoder?.decode() ?? '') ?? this.cutter?.end() ?? null;
  }
}

/** Reads the text of records, all at once. */
export function readRecords(text: string, options: ReaderOptions): Reading | Problem {
  const reader = new TableReader(options);
  const bytes = new ByteReader(reader);
  return bytes.push(Buffer.from(text)) ?? bytes.end() ?? reader.end();
}

/** How a file is packed, by its first bytes. */
async function packingOf(path: string): Promise<'gzip' | 'workbook' | 'none'> {
  for await (const bytes of createReadStream(path, { end: 3 }) as AsyncIterable<Buffer>) {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
    return bytes.toString('latin1') === 'PK\u0003\u0004' ? 'workbook' : 'none';
  }
  return 'none';
}

async function readWorkbook(path: string, reader: TableReader): Promise<Reading | Problem> {
  const rows = await (await import('./workbook.ts')).workbookRows(path);
  if (isProblem(rows)) return rows;
  for (const [i, cells] of rows.entries()) {
    const problem = reader.row(cells, i + 1);
    if (problem !== null) return problem;
  }
  return rows.length === 0 ? empty() : reader.end();
}

/** Reads a file of records, or says why not. */
export async function readRecordsFile(
  path: string,
  options: ReaderOptions,
): Promise<Reading | Problem> {
  if ((await stat(path)).size === 0) return empty();
  const reader = new TableReader(options);
  const packing = await packingOf(path);
  if (packing === 'workbook') return readWorkbook(path, reader);
  const bytes = new ByteReader(reader);
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
  return bytes.end() ?? reader.end();
}
