import { textIn } from '../../scenario/scenario.ts';
import type { Figure, Figures } from '../compare.ts';
import { beginnings, type DayReport } from './day-data.ts';
import { COLUMNS, CUTS, chaptersOf } from './labels.ts';
import { NONE, Numbers, UNITS } from './numbers.ts';
import type { Language } from './numerals.ts';
import { callersUnknown, summaryAsKnown } from './unknown.ts';

/**
 * The days of one scenario as a person reads them. Words and rows; how they are laid out is for
 * whoever shows them.
 */

/** One measure of the day. */
export interface Measured {
  /** Two spaces in front for each measure that it is a part of. */
  readonly label: string;
  readonly value: string;
  /** Half-width of the interval, or ''. */
  readonly margin: string;
  /** From the tenth to the ninetieth percentile of days; null where days are too few. */
  readonly spread: string | null;
  /** Less what it is compared with; null where it is compared with nothing. */
  readonly apart: string | null;
}

/** Some measures of each interval, type or group. */
export interface Cut {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly [name: string, ...cells: string[]])[];
}

export interface DaySheet {
  readonly name: string;
  readonly notes: readonly string[];
  readonly chapters: readonly { readonly title: string; readonly measures: readonly Measured[] }[];
  readonly cuts: readonly Cut[];
}

function chapterRows(report: DayReport, language: Language): DaySheet['chapters'] {
  const { against, scenario, summary } = report;
  const numbers = new Numbers(language);
  return chaptersOf(scenario).map(({ measures, title }) => ({
    title: title[language],
    measures: measures.map(([name, label]): Measured => {
      const unit = UNITS.get(name);
      const figure = summary.day[name] ?? NONE;
      const [value, margin] = numbers.figure(figure, unit);
      const spread = figure.spread === undefined ? null : numbers.spread(figure, unit);
      const less = against?.difference[name] ?? NONE;
      const apart = against === undefined ? null : numbers.figure(less, unit).join(' ').trimEnd();
      return { label: label[language], value, margin, spread, apart };
    }),
  }));
}

function cutOf(
  title: string,
  names: readonly string[],
  cuts: readonly Figures[],
  language: Language,
): Cut {
  const numbers = new Numbers(language);
  return {
    title,
    heads: COLUMNS.map(([, label]) => label[language]),
    rows: cuts.map((figures, i): [string, ...string[]] => [
      names[i] ?? '',
      ...COLUMNS.map(([name]) => numbers.plain(figures[name]?.mean ?? null, UNITS.get(name))),
    ]),
  };
}

function notesOf(report: DayReport, language: Language): string[] {
  const { against, rules, scenario, seed, summary } = report;
  const { level, replications } = summary;
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const percent = Math.round(level * 100);
  const notes = [
    say(
      `${replications} journée${replications > 1 ? 's' : ''}, graine « ${seed} », règles ${rules} ; ± intervalle à ${percent} %.`,
      `${replications} day${replications > 1 ? 's' : ''}, seed "${seed}", rules ${rules}; ± ${percent} % interval.`,
    ),
    say(
      'Intervalle de l’arrivée ; rapports de sommes ; cible incluse ; percentiles : moyenne des jours.',
      'Interval of arrival; ratios of sums; target inclusive; percentiles: mean of the days.',
    ),
  ];
  const isBare = ({ halfWidth, mean }: Figure): boolean => mean !== null && halfWidth === null;
  if (replications > 1 && Object.values(summary.day).some(isBare))
    notes.push(
      say(
        'Sans ± : toutes les journées sont pareilles, ou elles n’en disent pas assez.',
        'Without ±: the days are all alike, or do not say enough.',
      ),
    );
  if (Object.values(summary.day).some(({ spread }) => spread !== undefined))
    notes.push(
      say(
        '[P10 – P90] d’un jour à l’autre : huit journées sur dix sont dans cet intervalle.',
        '[P10 – P90] across days: eight days in ten fall in this range.',
      ),
    );
  const callers = callersUnknown(scenario);
  if (callers !== null)
    notes.push(
      say(
        `Premiers et nouveaux appels : inconnus ; le relevé ne dit pas qui appelle (${callers.unknown} appels sur ${callers.calls}).`,
        `First and repeat calls: unknown; the records do not say who calls (${callers.unknown} of ${callers.calls} calls).`,
      ),
    );
  if (scenario.arbitration?.people === false)
    notes.push(say('Sans les hypothèses humaines.', 'Without the human hypotheses.'));
  if (against !== undefined)
    notes.push(
      against.sameCallers
        ? say(
            `Δ : moins « ${against.name} », mêmes appelants jour par jour.`,
            `Δ: minus "${against.name}", same callers day by day.`,
          )
        : say(
            `Δ : moins « ${against.name} », dont la demande est autre : ce ne sont pas les mêmes appelants.`,
            `Δ: minus "${against.name}", whose demand differs: the callers are others.`,
          ),
    );
  return notes;
}

/** The days of one scenario in words and rows, in one language. */
export function daySheet(given: DayReport, language: Language): DaySheet {
  const { scenario } = given;
  const summary = summaryAsKnown(given.summary, scenario);
  const report = { ...given, summary };
  const begin = beginnings(scenario, summary.intervals.length);
  begin[begin.length - 1] = CUTS.after[language];
  const [types, groups] = [scenario.types, scenario.groups].map((all) => all.map(({ id }) => id));
  return {
    name: textIn(scenario.name, language),
    notes: notesOf(report, language),
    chapters: chapterRows(report, language),
    cuts: [
      cutOf(CUTS.intervals[language], begin, summary.intervals, language),
      cutOf(CUTS.types[language], types ?? [], summary.types, language),
      cutOf(CUTS.groups[language], groups ?? [], summary.groups, language),
    ],
  };
}
