import { csvText, jsonText } from '../../models/doors/report.ts';
import {
  type RankingSheet,
  type ScenarioSheet,
  type StudyReport,
  studyData,
  studyRows,
  studySheet,
} from '../../models/doors/study.ts';
import { rowLines, wrapped } from './lines.ts';
import type { Language } from './terminal.ts';

/** A study in three forms: 80 columns to read, JSON and CSV for other programs. */

export const asStudyJson = (report: StudyReport): string => jsonText(studyData(report));

export const asStudyCsv = (report: StudyReport): string =>
  csvText(studyRows(report), { separator: ',', decimal: '.' });

/** How more is asked of a study here. */
const OPTIONS = {
  days: (days: number) => `--replications ${days}`,
  zone: (wme: string) => `--delta ${wme}`,
};

function rankingLines(sheet: RankingSheet): string[] {
  const first = Math.max(...sheet.ranked.map(({ name }) => name.length));
  return [
    '',
    ...wrapped(sheet.title),
    ...sheet.ranked.map(({ apart, mark, name, place }) => {
      const row = `  ${String(place).padStart(2)} ${mark || ' '} ${name.padEnd(first)}`;
      if (apart === null) return row.trimEnd();
      const { gain, margin, more } = apart;
      return `${row}${more.padStart(9)} ${margin.padEnd(8)}${gain.padStart(9)}`;
    }),
    ...wrapped(sheet.byLived, 0, 2),
    '',
    ...wrapped(sheet.guarantee),
    '',
    ...wrapped(sheet.weighingTitle),
    ...sheet.weighings.flatMap(({ says, winners }) => [
      ...wrapped(says, 2, 4),
      // Shares end in one column.
      ...winners.flatMap((one) =>
        wrapped(`${one.share} ${one.says}`, Math.max(4, 11 - one.share.length), 12),
      ),
    ]),
  ];
}

const scenarioLines = ({ equity, name, notes, ranking, sacrifices, tables }: ScenarioSheet) => [
  name,
  ...notes.flatMap((line) => wrapped(line)),
  ...tables.flatMap(rowLines),
  ...(ranking === null ? [] : rankingLines(ranking)),
  ...equity.flatMap(rowLines),
  ...sacrifices.flatMap((line) => ['', ...wrapped(line)]),
];

/** A study as a person reads it. */
export function asStudyTable(report: StudyReport, language: Language): string {
  const { hypotheses, scenarios } = studySheet(report, language, OPTIONS);
  const parts = scenarios.map((one) => scenarioLines(one).join('\n'));
  return `${[...parts, wrapped(hypotheses, 0, 2).join('\n')].join('\n\n')}\n`;
}
