import { type Problem, problem } from '../../words/problem.ts';

/**
 * The columns of call-by-call records, under the names people give them. A name is compared without
 * case, accents or punctuation; numbers may have a comma or a point.
 */

const COLUMNS = {
  day: ['day', 'date', 'jour'],
  vruEntry: ['vru_entry_s', 'vru_entry', 'entree_svi_s', 'entree_svi', 'entree_serveur_s'],
  vru: ['vru_s', 'vru_time', 'duree_svi_s', 'svi_s', 'duree_serveur_s'],
  queueStart: [
    'queue_start_s',
    'queue_start',
    'q_start',
    'debut_file_s',
    'debut_file',
    'debut_attente_s',
    'entree_file_s',
  ],
  queue: ['queue_s', 'q_time', 'wait_s', 'attente_s', 'duree_attente_s', 'duree_file_s'],
  outcome: ['outcome', 'result', 'issue', 'resultat', 'fin'],
  serviceStart: [
    'service_start_s',
    'service_start',
    'ser_start',
    'debut_service_s',
    'debut_service',
    'debut_traitement_s',
    'reponse_s',
  ],
  service: [
    'service_s',
    'ser_time',
    'handling_s',
    'duree_service_s',
    'traitement_s',
    'duree_traitement_s',
    'duree_appel_s',
  ],
  agent: ['agent', 'server', 'conseiller', 'teleconseiller', 'operateur'],
  customer: ['customer', 'customer_id', 'caller', 'client', 'client_id', 'appelant'],
  priority: ['priority', 'priorite'],
  type: ['type', 'contact_type', 'type_appel', 'motif', 'categorie'],
} as const;

export type Column = keyof typeof COLUMNS;

/** Without these a row says nothing of what became of the call. */
const NEEDED: readonly Column[] = ['outcome', 'queueStart', 'queue', 'serviceStart', 'service'];

const OUTCOMES: Readonly<Record<'served' | 'hungUp' | 'phantom', readonly string[]>> = {
  served: [
    'agent',
    'served',
    'answered',
    'handled',
    'servi',
    'repondu',
    'traite',
    'decroche',
    'conseiller',
  ],
  hungUp: ['hang', 'hangup', 'hung_up', 'abandon', 'abandoned', 'abandonne', 'raccroche'],
  phantom: ['phantom', 'fantome'],
};
export type Outcome = keyof typeof OUTCOMES;

/** A word as it is compared: `Début file (s)` is `debut_file_s`. */
export const bareWord = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

export const outcomeOf = (cell: string): Outcome | undefined => {
  const word = bareWord(cell);
  return (Object.keys(OUTCOMES) as Outcome[]).find((outcome) => OUTCOMES[outcome].includes(word));
};

/** Every outcome that is understood, for a sentence. */
export const outcomeWords = (): string => 'AGENT, HANG, PHANTOM, SERVI, ABANDON, FANTOME';

/** Position of each column, and the name the file gives it. */
export type Layout = Readonly<
  Partial<Record<Column, { readonly at: number; readonly name: string }>>
>;

/** Finds the columns in a header, or says which are missing and under what names they are known. */
export function readHeader(header: readonly string[]): Layout | Problem {
  const layout: Partial<Record<Column, { at: number; name: string }>> = {};
  const words = header.map(bareWord);
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const at = words.findIndex((word) => (COLUMNS[column] as readonly string[]).includes(word));
    if (at >= 0) layout[column] = { at, name: (header[at] ?? '').trim().slice(0, 40) };
  }
  const missing = NEEDED.filter((column) => layout[column] === undefined);
  if (missing.length === 0) return layout;
  const list = missing.map((column) => COLUMNS[column][0]);
  const french = missing.map(
    (column) =>
      COLUMNS[column].find((name) => /^(debut|attente|duree|issue)/.test(name)) ??
      COLUMNS[column][0],
  );
  return problem(
    'E_TYPE',
    list.join(', '),
    `Colonnes manquantes : ${list.join(', ')} (ou, en français : ${french.join(', ')}) ; la première ligne doit les nommer.`,
    `Missing columns: ${list.join(', ')} (or, in French: ${french.join(', ')}); the first line must name them.`,
  );
}

/** Seconds in a cell: 12, 12.5, 12,5, or a time of day, 10:05 or 10:05:30; else NaN. */
export function secondsIn(cell: string): number {
  const text = cell.trim();
  if (/^\d{1,9}([.,]\d{1,6})?$/.test(text)) return Number(text.replace(',', '.'));
  const clock = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (clock === null) return Number.NaN;
  return Number(clock[1]) * 3_600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
}
