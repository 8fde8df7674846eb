import { type CsvForm, csvText, jsonText } from '../../models/doors/report.ts';
import {
  type Cut,
  type DayReport,
  type DaySheet,
  dayData,
  dayRows,
  daySheet,
} from '../../models/doors/study.ts';
import type { Language } from './terminal.ts';

/** The days of one scenario in three forms: a table to read, JSON and CSV for other programs. */

export const asJson = (report: DayReport): string => jsonText(dayData(report));

export const asCsv = (report: DayReport, form: CsvForm): string => csvText(dayRows(report), form);

const chapterLines = ({ measures, title }: DaySheet['chapters'][number]): string[] => [
  '',
  title,
  ...measures.map(({ apart, label, margin, spread, value }) => {
    const cells = [label.padEnd(46), value.padStart(10), margin.padEnd(9)];
    if (spread !== null) cells.push(`[${spread}]`.padEnd(18));
    if (apart !== null) cells.push(`Δ ${apart}`);
    return `  ${cells.join(' ').trimEnd()}`;
  }),
];

function cutLines({ heads, rows, title }: Cut): string[] {
  const first = Math.max(8, ...rows.map(([name]) => name.length));
  const line = (name: string, cells: readonly string[]): string =>
    `  ${name.padEnd(first)}${cells.map((text) => text.padStart(11)).join('')}`;
  return ['', title, line('', heads), ...rows.map(([name, ...cells]) => line(name, cells))];
}

/** The figures as a person reads them. */
export function asTable(report: DayReport, language: Language): string {
  const { chapters, cuts, name, notes } = daySheet(report, language);
  const lines = [name, ...notes, ...chapters.flatMap(chapterLines), ...cuts.flatMap(cutLines)];
  return `${lines.join('\n')}\n`;
}
