import { plain } from '../../scenario/untrusted.ts';
import { type Problem, type ProblemCode, problem } from '../../words/problem.ts';
import { outcomeWords } from './columns.ts';

/** Rows that cannot be used: why, where, and what to do. */

/** Why a row cannot be used. */
export type Reason =
  | 'outcome'
  | 'number'
  | 'count'
  | 'range'
  | 'arrival'
  | 'cells'
  | 'date'
  | 'calendar';

export interface Refusal {
  /** Line of the file, from 1. */
  readonly line: number;
  /** The file's name of the column, or ''. */
  readonly column: string;
  readonly reason: Reason;
  readonly problem: Problem;
}

type Sentence = (shown: string) => readonly [fr: string, en: string];

/** Said of a date like the 30th of February, wherever a file has one. */
export const notInCalendar: Sentence = (shown) => [
  `« ${shown} » n’existe pas dans le calendrier ; corrigez cette date.`,
  `"${shown}" is not in the calendar; correct this date.`,
];

const SENTENCES: Readonly<Record<Reason, Sentence>> = {
  outcome: (shown) => [
    `« ${shown} » n’est pas une issue connue ; il faut l’une de : ${outcomeWords()}.`,
    `"${shown}" is not a known outcome; it must be one of: ${outcomeWords()}.`,
  ],
  number: (shown) => [
    `« ${shown} » n’est pas un nombre de secondes ; écrivez 125 ou 12,5.`,
    `"${shown}" is not a number of seconds; write 125 or 12.5.`,
  ],
  count: (shown) => [
    `« ${shown} » n’est pas un nombre d’appels ou de conseillers ; écrivez 12 ou 12,5, ou laissez la case vide.`,
    `"${shown}" is not a number of calls or agents; write 12 or 12.5, or leave the cell empty.`,
  ],
  range: (shown) => [
    `${shown} s dépasse deux jours ; corrigez ou retirez cette ligne.`,
    `${shown} s is beyond two days; correct or remove this row.`,
  ],
  arrival: () => [
    'Un appel servi a besoin du début d’attente ou du début de service ; ajoutez l’un des deux.',
    'A served call needs the start of its wait or of its service; add one of them.',
  ],
  cells: (shown) => [
    `Cette ligne a ${shown} cases ; complétez-la.`,
    `This row has ${shown} cells; complete it.`,
  ],
  calendar: notInCalendar,
  date: (shown) => [
    `« ${shown} » n’est pas un moment ; écrivez 2025-03-10 09:00:19 ou 9:00:19.`,
    `"${shown}" is not a moment; write 2025-03-10 09:00:19 or 9:00:19.`,
  ],
};

export function refusal(line: number, column: string, reason: Reason, cell: string): Refusal {
  const [fr, en] = SENTENCES[reason](plain(cell, 30));
  const code: ProblemCode = reason === 'range' ? 'E_RANGE' : 'E_TYPE';
  return { line, column, reason, problem: problem(code, `${line}.${column}`, fr, en) };
}

const REASONS: Readonly<Record<Reason, readonly [fr: string, en: string]>> = {
  outcome: ['issue inconnue', 'unknown outcome'],
  number: ['durée illisible', 'unreadable time'],
  count: ['nombre illisible', 'unreadable number'],
  range: ['durée impossible', 'impossible time'],
  arrival: ['heure d’arrivée absente', 'no time of arrival'],
  cells: ['cases manquantes', 'missing cells'],
  date: ['date ou heure illisible', 'unreadable date or time'],
  calendar: ['date qui n’existe pas', 'date that does not exist'],
};

/** What a reason is called, in one language. */
export const reasonIn = (reason: Reason, language: 'fr' | 'en'): string =>
  REASONS[reason][language === 'fr' ? 0 : 1];

/** Said of a file in which nothing is. */
export const emptyFile = (): Problem =>
  problem(
    'E_TYPE',
    '',
    'Ce fichier est vide ; donnez-en un qui a une ligne d’en-tête.',
    'This file is empty; give one with a header line.',
  );

/** Said of a file that is no text. */
export const notText = (): Problem =>
  problem(
    'E_TYPE',
    '',
    'Ce fichier n’est pas un tableau ; donnez un CSV, un TSV ou un classeur XLSX.',
    'This file is not a table; give a CSV, a TSV or an XLSX workbook.',
  );
