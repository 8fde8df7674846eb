import { type Problem, problem } from '../../words/problem.ts';

/** Text cut into rows of cells as it comes, piece by piece. */

const MAX_ROWS = 10_000_000;
const MAX_COLUMNS = 512;
const MAX_CELL = 1_024;
/** A row that is not over after so many characters has a quotation mark left open. */
const MAX_ROW = 1_000_000;

const tooLarge = (fr: string, en: string): Problem => problem('E_SIZE', '', fr, en);

const openCell = (line: number): Problem =>
  tooLarge(
    `La ligne ${line} a une case de plus de ${MAX_CELL} caractères ; un guillemet est sans doute resté ouvert.`,
    `Line ${line} has a cell of more than ${MAX_CELL} characters; a quotation mark was probably left open.`,
  );

/** Why a row is beyond what records can be, or null. */
function beyond(cells: readonly string[], line: number, rows: number): Problem | null {
  if (rows > MAX_ROWS)
    return tooLarge(
      `Plus de ${MAX_ROWS} lignes ; découpez le fichier par année.`,
      `More than ${MAX_ROWS} rows; split the file by year.`,
    );
  if (cells.length > MAX_COLUMNS)
    return tooLarge(
      `La ligne ${line} a ${cells.length} colonnes, au plus ${MAX_COLUMNS} ; gardez les utiles.`,
      `Line ${line} has ${cells.length} columns, at most ${MAX_COLUMNS}; keep the useful ones.`,
    );
  return cells.some((cell) => cell.length > MAX_CELL) ? openCell(line) : null;
}

/** What cuts a text into rows: papaparse's own Parser, which whoever has the file brings along. */
export interface RowParser {
  parse(text: string, from: number, leavesLast: boolean): unknown;
}

/** What it gives: the rows, and up to where the text was read. */
interface Cut {
  readonly data: string[][];
  readonly meta: { readonly cursor: number };
}

export class CellCutter {
  private rest = '';
  private line = 1;
  private rows = 0;

  /** @param hear told of each row and its line; answers why the table cannot be read, or null */
  constructor(
    private readonly parser: RowParser,
    private readonly hear: (cells: readonly string[], line: number) => Problem | null,
  ) {}

  /** More of the text. Says why no more of it is wanted, if it is so. */
  push(text: string): Problem | null {
    const all = this.rest + text;
    // What ends with a carriage return may go on with the line feed that belongs to it.
    const held = all.endsWith('\r') ? 1 : 0;
    const whole = held === 0 ? all : all.slice(0, -1);
    this.rest = '';
    const lines = whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
    // The last row may go on: it is left for later.
    const { data, meta } = this.parser.parse(lines, 0, true) as Cut;
    this.rest = lines.slice(meta.cursor) + (held === 1 ? '\r' : '');
    return this.tell(data) ?? (this.rest.length > MAX_ROW ? openCell(this.line) : null);
  }

  /** There is no more. */
  end(): Problem | null {
    const rest = this.rest.replace(/\r\n?/g, '\n');
    this.rest = '';
    return rest === '' ? null : this.tell((this.parser.parse(rest, 0, false) as Cut).data);
  }

  private tell(rows: readonly string[][]): Problem | null {
    for (const cells of rows) {
      const problem = beyond(cells, this.line, this.rows) ?? this.hear(cells, this.line);
      if (problem !== null) return problem;
      this.rows += 1;
      this.line += 1;
      for (const cell of cells) if (cell.includes('\n')) this.line += cell.split('\n').length - 1;
    }
    return null;
  }
}
