import { type Problem, problem } from '../../words/problem.ts';
import { CellCutter, type RowParser } from './cells.ts';
import { type Separator, sniff } from './dialect.ts';
import { type Encoding, isBinary } from './encoding.ts';
import { emptyFile, notText } from './refusals.ts';

/** The bytes of a table as they come, to what was read of it: CSV or TSV of any usual kind. */

/** What a platform does for whoever reads bytes. */
export interface Platform {
  /** Makes text of bytes, piece by piece (a TextDecoder). */
  readonly decoder: (encoding: Encoding) => {
    decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string;
  };
  readonly parser: (separator: Separator) => RowParser;
}

/** What may come out of a file, unpacked: 10^7 rows of a wide export. */
const MAX_BYTES = 4_000_000_000;
/** Bytes from which encoding and separator are found. */
const SAMPLE = 65_536;

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** What takes the rows of a table, and what it makes of them. */
export interface RowReader<Read> {
  row(cells: readonly string[], line: number): Problem | null;
  end(): Read | Problem;
}

/** Reads one table from its bytes; a new one is needed for each. */
export class TableBytes<Read> {
  private waiting: Uint8Array[] = [];
  private held = 0;
  private total = 0;
  private decoder: ReturnType<Platform['decoder']> | null = null;
  private cutter: CellCutter | null = null;

  constructor(
    private readonly reader: RowReader<Read>,
    private readonly platform: Platform,
  ) {}

  /** More of the file. Says why no more of it is wanted, if it is so. */
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
    const first = joined(this.waiting, this.held);
    this.waiting = [];
    if (isBinary(first.subarray(0, SAMPLE))) return notText();
    const { encoding, hasSeparatorLine, separator } = sniff(
      first.subarray(0, SAMPLE),
      (bytes, found) => this.platform.decoder(found).decode(bytes),
    );
    this.decoder = this.platform.decoder(encoding);
    this.cutter = new CellCutter(this.platform.parser(separator), (cells, line) =>
      hasSeparatorLine && line === 1 ? null : this.reader.row(cells, line),
    );
    return this.cut(this.decoder.decode(first, { stream: true }));
  }

  private cut(text: string): Problem | null {
    return this.cutter?.push(text) ?? null;
  }

  /** There is no more: all that was read, or why it cannot be read. */
  end(): Read | Problem {
    if (this.total === 0) return emptyFile();
    const begun = this.decoder === null ? this.begin() : null;
    const problem = begun ?? this.cut(this.decoder?.decode() ?? '') ?? this.cutter?.end();
    return problem ?? this.reader.end();
  }
}
