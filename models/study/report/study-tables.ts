import type { Says } from '../../words/problem.ts';
import type { Figures } from '../compare.ts';
import type { Compared } from '../comparison/comparison.ts';
import { NONE, type Numbers, times } from './numbers.ts';
import type { StudyWords } from './study-words.ts';

/** The tables of figures of a study (MODEL 13.1, 15.2): policies one below the other. */

/** A table as it is shown: policies in rows, the cheapest first. */
/** A value followed step by step, as it is drawn; null where it is not known. */
interface Followed {
  /** Of the value, as measures have it: `1` is a share. */
  readonly unit: string;
  readonly steps: readonly { readonly name: string; readonly value: number | null }[];
}

export interface Rows {
  /** What its columns mean. */
  readonly title: string;
  /** What it is called where it is folded away until it is asked for; absent: it never is. */
  readonly folded?: string;
  /** The figures of its steps, to be drawn as well; absent: they are not. */
  readonly drawn?: Followed;
  /** Right of the names; `width`: signs that a usual cell takes. */
  readonly columns: readonly { readonly head: string; readonly width: number }[];
  /** The name of a policy, and a cell for each column. */
  readonly rows: readonly (readonly [name: string, ...cells: string[]])[];
  /** Sentences that belong below. */
  readonly below: readonly string[];
}

type CellOf = (figures: Figures, numbers: Numbers) => string;
interface Column extends Says {
  readonly width: number;
  readonly cell: CellOf;
}

const plain =
  (measure: string, unit: string): CellOf =>
  (figures, numbers) =>
    numbers.plain(figures[measure]?.mean ?? null, unit);

const withInterval =
  (measure: string, unit: string, factor = 1): CellOf =>
  (figures, numbers) =>
    numbers
      .figure(times(figures[measure] ?? NONE, factor), unit)
      .join(' ')
      .trimEnd();

/** P10 to P90, without a unit: the title has it. */
const betweenDays =
  (measure: string, unit: string, factor = 1): CellOf =>
  (figures, numbers) =>
    numbers.spread(times(figures[measure] ?? NONE, factor), unit, '–') || '–';

/** A unit that is shown with two decimals, and one with one; no sign follows either. */
const [TWO, ONE] = ['wme', 'points'];

interface Table {
  readonly title: Says;
  readonly columns: readonly Column[];
}

/** The columns of MODEL 15.2, and what few shares of the day say; * rests on hypotheses. */
const TABLES: readonly Table[] = [
  {
    title: {
      fr: 'Par client : coût en minutes d’attente (wme), appels ; résolus au premier contact (RPC)',
      en: 'Per customer: cost in minutes of waiting (wme), calls; resolved at first contact (FCR)',
    },
    columns: [
      { fr: 'coût*', en: 'cost*', width: 14, cell: withInterval('costPerCustomer', TWO) },
      { fr: 'appels*', en: 'calls*', width: 14, cell: withInterval('attemptsPerCustomer', TWO) },
      { fr: 'RPC*', en: 'FCR*', width: 15, cell: withInterval('firstContactResolution', '1') },
    ],
  },
  {
    title: {
      fr: 'Par appel : abandon, attente, durée de traitement',
      en: 'Per call: gave up, wait, handling time',
    },
    columns: [
      { fr: 'abandon', en: 'gave up', width: 14, cell: withInterval('abandonRate', '1') },
      { fr: 'attente', en: 'wait', width: 14, cell: withInterval('meanWait', 's') },
      {
        ...{ fr: 'durée', en: 'handling', width: 17 },
        cell: withInterval('averageHandlingTime', 'min', 1 / 60),
      },
    ],
  },
  {
    title: {
      fr: 'Vécu des clients, sur 100 : moyenne, dixième le plus mal servi (P10), part sous 50, strict (rien n’y compense ce qui manque) ; part de clients perdus',
      en: 'Customer experience (CX), out of 100: mean, worst-served tenth (P10), share below 50, strict (no strength offsets a weakness); share of customers lost',
    },
    columns: [
      { fr: 'vécu*', en: 'CX*', width: 11, cell: withInterval('lived', ONE) },
      { fr: 'P10*', en: 'P10*', width: 11, cell: withInterval('livedP10', ONE) },
      { fr: '<50*', en: '<50*', width: 13, cell: withInterval('livedPoorly', '1') },
      { fr: 'strict*', en: 'strict*', width: 8, cell: plain('livedStrict', ONE) },
      { fr: 'perdus*', en: 'lost*', width: 8, cell: plain('lostPerCustomer', '1') },
    ],
  },
];

const BETWEEN_DAYS: Table = {
  title: {
    fr: 'D’un jour à l’autre, P10 – P90 (huit journées sur dix) : coût, RPC en %, abandon en %, attente en s, vécu',
    en: 'Across days, P10 – P90 (eight days in ten): cost, FCR in %, gave up in %, wait in s, CX',
  },
  columns: [
    { fr: 'coût*', en: 'cost*', width: 11, cell: betweenDays('costPerCustomer', TWO) },
    { fr: 'RPC*', en: 'FCR*', width: 11, cell: betweenDays('firstContactResolution', ONE, 100) },
    { fr: 'abandon', en: 'gave up', width: 11, cell: betweenDays('abandonRate', ONE, 100) },
    { fr: 'attente', en: 'wait', width: 11, cell: betweenDays('meanWait', ONE) },
    { fr: 'vécu*', en: 'CX*', width: 11, cell: betweenDays('lived', ONE) },
  ],
};

function rowsOf(
  { columns, title }: Table,
  { figures, ranking }: Compared,
  words: StudyWords,
  below: readonly string[] = [],
): Rows {
  const { language, names, numbers } = words;
  return {
    title: title[language],
    columns: columns.map((column) => ({ head: column[language], width: column.width })),
    rows: ranking.cost.order.map((i): [string, ...string[]] => [
      names[i] ?? '',
      ...columns.map(({ cell }) => cell(figures[i] ?? {}, numbers)),
    ]),
    below,
  };
}

/** The tables of figures; how days differ where there are enough of them. */
export function figureTables(compared: Compared, words: StudyWords): Rows[] {
  const known = compared.figures.some(({ costPerCustomer }) => costPerCustomer?.spread);
  const last = TABLES.length - 1;
  return [
    ...TABLES.map((table, i) =>
      rowsOf(table, compared, words, i === last ? words.unfinished() : []),
    ),
    ...(known ? [rowsOf(BETWEEN_DAYS, compared, words)] : []),
  ];
}
