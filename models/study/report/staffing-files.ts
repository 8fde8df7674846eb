import { textIn } from '../../scenario/scenario.ts';
import type { Chance, IntervalNeed, StaffingAnswer } from '../staffing/answer.ts';
import { beyondRequired } from '../staffing/planned.ts';
import type { Probability } from '../staffing/probability.ts';
import type { StaffingReport } from '../staffing/report.ts';
import type { Staffing } from '../staffing/seen.ts';
import { type CsvForm, csvText, jsonText } from './csv.ts';
import { beginnings, type Cell } from './day-data.ts';
import type { Language } from './numerals.ts';
import { choicesOf } from './staffing-choices.ts';
import { staffingData } from './staffing-data.ts';
import { bestOf, groupNames, hundredths, together } from './staffing-needs.ts';
import { staffingRows } from './staffing-rows.ts';

/**
 * A requirement as files for other programs. The page and the command line write the same ones, to
 * the digit: each begins with the choices behind its figures.
 */

/** As CSV: a row a figure. The choices are said in `language`. */
export const staffingCsv = (report: StaffingReport, form: CsvForm, language: Language): string =>
  csvText(staffingRows(report, language), form);

/** As JSON: everything but the days, and the scenario, so that it can be worked out again. */
export const staffingJson = (report: StaffingReport): string =>
  jsonText({
    ...staffingData(report),
    choices: choicesOf(report),
    scenario: report.answer.scenario,
  });

/** A cell of a workbook: a value, and how it is shown. */
export interface SheetCell {
  readonly value: string | number;
  readonly format?: string;
  readonly fontWeight?: 'bold';
}

/** A sheet of a workbook, as plain data. */
export interface Sheet {
  readonly sheet: string;
  readonly data: (SheetCell | null)[][];
  /** Width of each column, in signs. */
  readonly columns: { readonly width: number }[];
  /** The head stays in sight. */
  readonly stickyRowsCount: number;
}

/** How a column is called, by whom it is filled, and how its numbers are shown. */
interface Column {
  readonly fr: string;
  readonly en: string;
  readonly format?: string;
  readonly of: (at: Place) => Cell;
}

/** A group in an interval; null: all of them together. */
interface Place {
  readonly need: IntervalNeed;
  readonly interval: number;
  readonly group: number | null;
}

const SHARE = '0.0%';
const PLAIN = '0.0';

const sheetOf = (sheet: string, head: readonly string[], rows: (SheetCell | null)[][]): Sheet => {
  const wide = (c: number): number =>
    Math.max(
      head[c]?.length ?? 0,
      ...rows.map((row) => {
        const value = row[c]?.value ?? '';
        return typeof value === 'string' ? value.length : 8;
      }),
    );
  return {
    sheet,
    data: [head.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows],
    columns: head.map((_, c) => ({ width: Math.min(80, wide(c) + 2) })),
    stickyRowsCount: 1,
  };
};

const cellOf = (value: Cell, format?: string): SheetCell | null =>
  value === null || value === ''
    ? null
    : typeof value === 'number' && format !== undefined
      ? { value, format }
      : { value };

/** A probability: its share, and the interval that it lies in. */
const three = (
  fr: string,
  en: string,
  of: (at: Place) => Probability | null | undefined,
): Column[] => [
  { fr, en, format: SHARE, of: (at) => of(at)?.share ?? null },
  { fr: `${fr}, de`, en: `${en}, from`, format: SHARE, of: (at) => of(at)?.low ?? null },
  { fr: `${fr}, à`, en: `${en}, to`, format: SHARE, of: (at) => of(at)?.high ?? null },
];

/** What is required in a place, of a group or of all together. */
function needIn({ group, need }: Place, kind: keyof Chance) {
  if (group !== null) return need.groups[group];
  return {
    ...{ agents: together(need, 'agents'), positions: together(need, 'positions') },
    ...{ fewer: bestOf(need, 'fewer', kind), more: bestOf(need, 'more', kind) },
  };
}

/** Agents of a staffing in a place. */
const agentsIn = (staffing: Staffing, { group, interval }: Place): number =>
  hundredths(
    (group === null ? staffing : [staffing[group] ?? []]).reduce(
      (sum, of) => sum + (of[interval] ?? 0),
      0,
    ),
  );

function plannedColumns({ answer, planned }: StaffingReport): Column[] {
  if (planned === undefined) return [];
  const beyond = beyondRequired(planned, answer);
  return [
    { fr: 'prévus', en: 'planned', of: (at) => agentsIn(planned.staffing, at) },
    { fr: 'écart', en: 'difference', of: (at) => agentsIn(beyond, at) },
    ...three('l’horaire tient', 'the schedule holds', (at) => planned.intervals[at.interval]?.own),
  ];
}

function columnsOf(report: StaffingReport, language: Language): Column[] {
  const { ask, intervals, scenario } = report.answer;
  const begin = beginnings(scenario, intervals.length);
  const names = groupNames(scenario, language);
  const all = language === 'fr' ? 'tous les groupes' : 'all groups';
  const promised = ask.target.kind === 'asa' ? PLAIN : SHARE;
  const own = (at: Place) => needIn(at, 'own');
  return [
    { fr: 'intervalle', en: 'interval', of: ({ interval }) => begin[interval] ?? '' },
    { fr: 'groupe', en: 'group', of: ({ group }) => (group === null ? all : (names[group] ?? '')) },
    { fr: 'appels/h', en: 'calls/h', format: PLAIN, of: ({ need }) => need.load.rate * 3_600 },
    { fr: 'durée (s)', en: 'handling (s)', format: PLAIN, of: ({ need }) => need.load.handlingS },
    { fr: 'Erlang C', en: 'Erlang C', of: ({ need }) => need.erlangC },
    ...(['sipp', 'lagged', 'mol'] as const).map((rule): Column => {
      const name = rule === 'lagged' ? 'lagged' : rule.toUpperCase();
      return { fr: name, en: name, of: ({ need }) => need.rules[rule] };
    }),
    {
      ...{ fr: 'promis par la formule', en: 'promised by the formula', format: promised },
      of: ({ need }) => need.promised,
    },
    { fr: 'requis', en: 'required', of: (at) => own(at)?.agents ?? null },
    { fr: 'postes', en: 'positions', of: (at) => own(at)?.positions ?? null },
    ...three('tient', 'holds', ({ need }) => need.own),
    ...three('avec un de moins', 'with one less', (at) => own(at)?.fewer?.own),
    ...three('avec un de plus', 'with one more', (at) => own(at)?.more?.own),
    ...plannedColumns(report),
  ];
}

function intervalSheet(report: StaffingReport, language: Language): Sheet {
  const columns = columnsOf(report, language);
  const rows = report.answer.intervals.flatMap((need, interval) => {
    const one = need.groups.map((_, group): number | null => group);
    return (one.length === 1 ? one : [null, ...one]).map((group) =>
      columns.map(({ format, of }) => cellOf(of({ need, interval, group }), format)),
    );
  });
  return sheetOf(
    language === 'fr' ? 'Intervalles' : 'Intervals',
    columns.map((column) => column[language]),
    rows,
  );
}

function choiceSheet(report: StaffingReport, language: Language): Sheet {
  const { name }: StaffingAnswer['scenario'] = report.answer.scenario;
  const rows = [
    [language === 'fr' ? 'Scénario' : 'Scenario', textIn(name, language)],
    ...choicesOf(report).map((one) => [one.name[language], one.says[language]]),
  ];
  return sheetOf(
    language === 'fr' ? 'Choix' : 'Choices',
    language === 'fr' ? ['choix', 'ce qui vaut ici'] : ['choice', 'what holds here'],
    rows.map((row) => row.map((cell) => cellOf(cell))),
  );
}

function figureSheet(report: StaffingReport, language: Language): Sheet {
  const [head = [], ...rows] = staffingRows(report, language);
  return sheetOf(
    language === 'fr' ? 'Chiffres' : 'Figures',
    head.map(String),
    rows.map((row) => row.map((cell) => cellOf(cell))),
  );
}

/** As the sheets of a workbook: the choices, the table by interval, and every figure. */
export const staffingWorkbook = (report: StaffingReport, language: Language): Sheet[] => [
  intervalSheet(report, language),
  choiceSheet(report, language),
  figureSheet(report, language),
];
