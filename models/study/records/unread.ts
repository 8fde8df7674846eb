import { plain } from '../../scenario/untrusted.ts';
import { type Problem, problem } from '../../words/problem.ts';
import { COLUMNS, type Column, nameAndUnit, namesOf } from './columns.ts';
import { type Corrections, type Mapping, partOf, unknownName } from './mapping.ts';

/** A header that was not understood: why, what is known of it, and what the rest is like. */

/** A cell of a header that is like the name of a known column. */
export interface Likely {
  /** Position in the header, from 0. */
  readonly at: number;
  readonly name: string;
  readonly column: Column;
}

/** Enough of a header to correct it: what its columns are so far, and may be. */
export interface UnreadHeader extends Pick<Mapping, 'columns' | 'shape'> {
  /** The line of the file. */
  readonly line: number;
  /** Columns taken for nothing whose name is like a known one that is still free. */
  readonly likely: readonly Likely[];
}

/** Letters to change, add or leave out to make one word of another. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The column a name is likest to among some, if it is like any. */
function nearest(header: string, among: readonly Column[]): Column | null {
  const { name } = nameAndUnit(header.slice(0, 60));
  if (name.length < 3) return null;
  let best: { column: Column; far: number } | null = null;
  for (const column of among)
    for (const known of namesOf(column)) {
      const holds =
        known.length > 3 && name.length > 3 && (name.includes(known) || known.includes(name));
      const far = holds ? 1.5 : edits(name, known);
      if (far <= name.length / 3 && (best === null || far < best.far)) best = { column, far };
    }
  return best?.column ?? null;
}

/** What can be told of a header that was not understood; null: it is too little of a table. */
export function unreadHeader(
  header: readonly string[],
  line: number,
  corrections: Corrections,
): UnreadHeader | null {
  const isTable = header.filter((cell) => cell.trim() !== '').length > 1;
  if (!isTable || unknownName(header, corrections) !== undefined) return null;
  const { columns, shape } = partOf(header, corrections);
  const taken = new Set(Object.values(columns).map(({ at }) => at));
  const free = COLUMNS.filter((column) => columns[column] === undefined);
  const likely = header.flatMap((cell, at) => {
    const column = taken.has(at) ? null : nearest(cell, free);
    return column === null ? [] : [{ at, name: plain(cell.trim(), 200), column }];
  });
  return { line, columns, shape, likely };
}

/** What a table should say by one of some columns; in each language, the name of such a one. */
interface Wanted {
  readonly oneOf: readonly Column[];
  readonly fr: string;
  readonly en: string;
}

const WANTED: Readonly<Record<'calls' | 'intervals', readonly Wanted[]>> = {
  calls: [
    {
      oneOf: ['outcome', 'abandoned', 'serviceStart', 'agent'],
      ...{ fr: 'issue', en: 'outcome' },
    },
    {
      oneOf: ['queueStart', 'time', 'serviceStart', 'vruEntry'],
      ...{ fr: 'debut_file_s', en: 'queue_start_s' },
    },
    { oneOf: ['queue', 'queueEnd', 'serviceStart'], fr: 'attente_s', en: 'queue_s' },
    { oneOf: ['service', 'end'], fr: 'duree_service_s', en: 'service_s' },
  ],
  intervals: [
    { oneOf: ['interval', 'time'], fr: 'intervalle', en: 'interval' },
    { oneOf: ['offered'], fr: 'appels_offerts', en: 'calls_offered' },
  ],
};

/** The cells of a header, as many as a sentence holds. */
function shownOf(header: readonly string[]): string {
  const cells = header.filter((cell) => cell.trim() !== '').map((cell) => plain(cell.trim(), 30));
  return `${cells.slice(0, 20).join(', ')}${cells.length > 20 ? '…' : ''}`;
}

/** Why a header is no header: what it lacks, and what it has. */
export function notUnderstood(header: readonly string[], corrections: Corrections): Problem {
  const shown = shownOf(header);
  const wrong = unknownName(header, corrections);
  if (wrong !== undefined)
    return problem(
      'E_UNKNOWN',
      'mapping',
      `Aucune colonne « ${plain(wrong, 40)} » ; l’en-tête trouvé est : ${shown}.`,
      `No column "${plain(wrong, 40)}"; the header found is: ${shown}.`,
    );
  const { columns, kind } = partOf(header, corrections);
  const missing = WANTED[kind].filter(({ oneOf }) =>
    oneOf.every((column) => columns[column] === undefined),
  );
  const french = missing.map((one) => one.fr).join(', ');
  const english = missing.map((one) => one.en).join(', ');
  const [fr, en] =
    missing.length === 1
      ? ['Colonne manquante', 'Missing column']
      : ['Colonnes manquantes', 'Missing columns'];
  return problem(
    'E_TYPE',
    english,
    `${fr} : ${french} (en anglais : ${english}) ; l’en-tête trouvé est : ${shown}.`,
    `${en}: ${english} (in French: ${french}); the header found is: ${shown}.`,
  );
}
