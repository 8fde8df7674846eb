import {
  isProblem,
  readScenario,
  type Scenario,
  studyTooCostly,
} from '../../models/doors/scenario.ts';
import {
  type DayFigures,
  designStudy,
  InlineExecutor,
  type RecordedDay,
  replicate,
} from '../../models/doors/study.ts';
import type { Language, Terminal } from './terminal.ts';

/** An imported day gives back its own figures: as recorded, as replayed, as simulated. */

export interface Simulated {
  readonly figures: DayFigures;
  /** Half-width of the interval of each mean, null where all days were alike. */
  readonly margins: Readonly<Record<keyof DayFigures, number | null>>;
}

const MEASURED: readonly (readonly [keyof DayFigures, measure: string])[] = [
  ['offered', 'offered'],
  ['answered', 'answered'],
  ['abandoned', 'abandoned'],
  ['level', 'serviceLevelF3'],
  ['waitS', 'averageSpeedOfAnswer'],
  ['lostAfterS', 'meanTimeToAbandon'],
];

/** The figures of so many simulated days of a scenario; null where they would take too long. */
export async function simulated(scenario: Scenario, days: number): Promise<Simulated | null> {
  if (days === 0 || studyTooCostly(scenario, days) !== null) return null;
  const others = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const study = designStudy(scenario, '1', days);
  const found = await replicate(study, new InlineExecutor(others), false, () => {});
  if (isProblem(found)) return null;
  const { day } = found.summing.summary();
  const of = (what: 'mean' | 'halfWidth') =>
    Object.fromEntries(MEASURED.map(([key, name]) => [key, day[name]?.[what] ?? null]));
  const means = Object.entries(of('mean')).map(([key, mean]) => [key, mean ?? Number.NaN]);
  return {
    figures: Object.fromEntries(means) as DayFigures,
    margins: of('halfWidth') as Simulated['margins'],
  };
}

const LABELS: Readonly<Record<keyof DayFigures, Readonly<Record<Language, string>>>> = {
  offered: { fr: 'appels offerts', en: 'calls offered' },
  answered: { fr: 'répondus', en: 'answered' },
  abandoned: { fr: 'abandons', en: 'abandoned' },
  level: { fr: 'répondus en 20 s, % des offerts', en: 'answered within 20 s, % of offered' },
  waitS: { fr: 'attente des répondus, s', en: 'wait of those answered, s' },
  lostAfterS: { fr: 'attente des abandons, s', en: 'wait of those who gave up, s' },
};

/** A figure as it is printed, in the unit of its label. */
export function shownFigure(key: keyof DayFigures, value: number, language: Language): string {
  if (Number.isNaN(value)) return '–';
  const isCount = key === 'offered' || key === 'answered' || key === 'abandoned';
  const digits = isCount ? (Number.isInteger(value) ? 0 : 1) : key === 'level' ? 1 : 2;
  const text = (key === 'level' ? value * 100 : value).toFixed(digits);
  return language === 'fr' ? text.replace('.', ',') : text;
}

/** The three columns, with what is left between the first and the last, and why. */
export async function tellProof(
  day: RecordedDay,
  replications: number,
  terminal: Terminal,
): Promise<void> {
  const { proof, reasons } = day;
  if (proof === null) return;
  const { language } = terminal;
  const reading = readScenario(day.scenario);
  const found = reading.ok ? await simulated(reading.scenario, replications) : null;
  const heads = terminal.says({
    fr: '  |enregistré|rejoué|simulé|écart',
    en: '  |recorded|replayed|simulated|difference',
  });
  const lineOf = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(38) : cell.padStart(14))).join('');
  const lines = [lineOf(heads.split('|'))];
  for (const [key] of MEASURED) {
    const { recorded, replayed } = proof;
    const cells = [recorded[key], replayed[key]].map((value) => shownFigure(key, value, language));
    if (found !== null) {
      const margin = found.margins[key];
      const around = margin === null ? '' : ` ± ${shownFigure(key, margin, language)}`;
      cells.push(`${shownFigure(key, found.figures[key], language)}${around}`);
      const apart = found.figures[key] - recorded[key];
      cells.push(`${apart > 0 ? '+' : ''}${shownFigure(key, apart, language)}`);
    }
    lines.push(lineOf([`  ${LABELS[key][language]}`, ...cells]));
  }
  terminal.note({ fr: lines.join('\n'), en: lines.join('\n') });
  if (found === null) return;
  terminal.note(
    reasons.length === 0
      ? {
          fr: `  Simulé : ${replications} journées ; rien n’a dû être tiré au sort.`,
          en: `  Simulated: ${replications} days; nothing had to be drawn.`,
        }
      : {
          fr: `  Simulé : moyenne de ${replications} journées. Ce qui reste d’écart :`,
          en: `  Simulated: mean of ${replications} days. What is left comes from this:`,
        },
  );
  for (const { en, fr } of reasons) terminal.note({ fr: `  – ${fr}`, en: `  – ${en}` });
}
