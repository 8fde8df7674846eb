import { studyTooCostly } from '../../scenario/cost.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { isProblem } from '../../words/problem.ts';
import { designStudy } from '../design.ts';
import type { Executor } from '../execution/executor.ts';
import type { RecordedDay } from '../records/day-options.ts';
import type { DayFigures } from '../records/replay.ts';
import { replicate } from '../replicate.ts';
import { fixed, type Language } from './numerals.ts';
import type { Rows } from './study-tables.ts';

/** An imported day gives back its own figures: as recorded, as replayed, as simulated. */

export interface Simulated {
  readonly figures: DayFigures;
  /** Half-width of the interval of each mean, null where all days were alike. */
  readonly margins: Readonly<Record<keyof DayFigures, number | null>>;
  readonly days: number;
}

const MEASURED: readonly (readonly [keyof DayFigures, measure: string])[] = [
  ['offered', 'offered'],
  ['answered', 'answered'],
  ['abandoned', 'abandoned'],
  ['level', 'serviceLevelF3'],
  ['waitS', 'averageSpeedOfAnswer'],
  ['lostAfterS', 'meanTimeToAbandon'],
];

const LABELS: Readonly<Record<keyof DayFigures, Readonly<Record<Language, string>>>> = {
  offered: { fr: 'appels offerts', en: 'calls offered' },
  answered: { fr: 'répondus', en: 'answered' },
  abandoned: { fr: 'abandons', en: 'abandoned' },
  level: { fr: 'répondus en 20 s, % des offerts', en: 'answered within 20 s, % of offered' },
  waitS: { fr: 'attente des répondus, s', en: 'wait of those answered, s' },
  lostAfterS: { fr: 'attente des abandons, s', en: 'wait of those who gave up, s' },
};

/**
 * The figures of so many simulated days of a scenario; null where none are wanted, where they would
 * take too long, or were stopped.
 */
export async function simulatedDay(
  scenario: Scenario,
  days: number,
  executor: Executor,
  heard: (done: number) => void = () => {},
): Promise<Simulated | null> {
  if (days === 0 || studyTooCostly(scenario, days) !== null) return null;
  const found = await replicate(designStudy(scenario, '1', days), executor, false, heard);
  if (isProblem(found) || found.summing.replications < days) return null;
  const { day } = found.summing.summary();
  const of = (what: 'mean' | 'halfWidth') =>
    Object.fromEntries(MEASURED.map(([key, name]) => [key, day[name]?.[what] ?? null]));
  const means = Object.entries(of('mean')).map(([key, mean]) => [key, mean ?? Number.NaN]);
  return {
    figures: Object.fromEntries(means) as DayFigures,
    margins: of('halfWidth') as Simulated['margins'],
    days,
  };
}

/** A figure as it is printed, in the unit of its label. */
export function dayFigure(key: keyof DayFigures, value: number, language: Language): string {
  if (Number.isNaN(value)) return '–';
  const isCount = key === 'offered' || key === 'answered' || key === 'abandoned';
  const digits = isCount ? (Number.isInteger(value) ? 0 : 1) : key === 'level' ? 1 : 2;
  return fixed(key === 'level' ? value * 100 : value, digits, language);
}

/** The columns side by side, what is left between the first and the last, and why. */
export function proofTable(
  { proof, reasons }: RecordedDay,
  found: Simulated | null,
  language: Language,
): Rows | null {
  if (proof === null) return null;
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const head = (text: string, width = 13) => ({ head: text, width });
  const rows = MEASURED.map(([key]): [string, ...string[]] => {
    const cells = [proof.recorded[key], proof.replayed[key]].map((x) =>
      dayFigure(key, x, language),
    );
    if (found !== null) {
      const margin = found.margins[key];
      const around = margin === null ? '' : ` ± ${dayFigure(key, margin, language)}`;
      const apart = found.figures[key] - proof.recorded[key];
      cells.push(`${dayFigure(key, found.figures[key], language)}${around}`);
      cells.push(`${apart > 0 ? '+' : ''}${dayFigure(key, apart, language)}`);
    }
    return [LABELS[key][language], ...cells];
  });
  const why = reasons.map((one) => `– ${one[language]}`);
  const days = found?.days ?? 0;
  const below =
    found === null
      ? []
      : why.length === 0
        ? [
            say(
              `Simulé : ${days} journées ; rien n’a dû être tiré au sort.`,
              `Simulated: ${days} days; nothing had to be drawn.`,
            ),
          ]
        : [
            say(
              `Simulé : moyenne de ${days} journées. Ce qui reste d’écart vient de là :`,
              `Simulated: mean of ${days} days. What is left comes from this:`,
            ),
            ...why,
          ];
  return {
    title: say('La journée, trois fois', 'The day, three times'),
    columns: [
      head(say('enregistré', 'recorded')),
      head(say('rejoué', 'replayed')),
      ...(found === null
        ? []
        : [head(say('simulé', 'simulated'), 16), head(say('écart', 'apart'))]),
    ],
    rows,
    below,
  };
}
