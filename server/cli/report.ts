import { RULES_VERSION } from '../../models/doors/live.ts';
import { type Scenario, textIn } from '../../models/doors/scenario.ts';
import { type Figure, type Figures, MEASURES, type Summary } from '../../models/doors/study.ts';
import { type CsvForm, csvLine } from './csv.ts';
import { COLUMNS, CUTS, chaptersOf } from './labels.ts';
import type { Language } from './terminal.ts';

/** The same figures in three forms: a table to read, JSON and CSV for other programs. */

export interface Report {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly summary: Summary;
  /** What a replay adds: how long its log is, and the hash of its facts. */
  readonly replayed?: { readonly facts: number; readonly commands: number; readonly hash: string };
  /** The scenario it is compared with, and each measure of the day less that one's. */
  readonly against?: {
    readonly name: string;
    readonly difference: Readonly<Record<string, Figure>>;
  };
}

export const UNITS = new Map(MEASURES.map(({ name, unit }) => [name, unit]));

const clock = (minutes: number): string => {
  const whole = Math.round(minutes) % 1_440;
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
};

/** Beginning of each interval as a time of day, then the one after closing. */
function beginnings({ day }: Scenario, count: number): string[] {
  const [hours = 0, minutes = 0] = day.opensAt.split(':').map(Number);
  const opens = hours * 60 + minutes;
  return Array.from({ length: count }, (_, i) =>
    clock(opens + Math.min(i * day.intervalMin, day.lengthMin)),
  );
}

export const withUnits = (figures: Figures): object =>
  Object.fromEntries(
    Object.entries(figures).map(([name, { spread, mean, halfWidth, n }]) => [
      name,
      { mean, halfWidth, n, unit: UNITS.get(name) ?? '', ...spread },
    ]),
  );

/** What the figures mean, said with them: whoever reads the file has not read the manual. */
const CONVENTIONS = {
  interval: 'of arrival; the last one is after closing',
  ratios: 'of sums over all replications',
  target: 'inclusive',
  percentilesAndLongest: 'mean of the daily values',
  p10AndP90: 'of the daily values, from 10 days on; of more than 1,000 days at most 0.78 % off',
  unfinished: 'calls still inside when the day is cut',
};

export function asJson({ scenario, seed, summary, replayed, against }: Report): string {
  const begin = beginnings(scenario, summary.intervals.length);
  return `${JSON.stringify(
    {
      scenario: scenario.name,
      ...(scenario.arbitration?.people === false ? { people: false } : {}),
      seed,
      replications: summary.replications,
      level: summary.level,
      rules: RULES_VERSION,
      serviceLevel: scenario.serviceLevel,
      conventions: CONVENTIONS,
      ...(replayed === undefined ? {} : { replayed }),
      day: withUnits(summary.day),
      intervals: summary.intervals.map((figures, i) => ({
        from: begin[i],
        afterClosing: i === summary.intervals.length - 1,
        measures: withUnits(figures),
      })),
      types: summary.types.map((figures, i) => ({
        id: scenario.types[i]?.id,
        measures: withUnits(figures),
      })),
      groups: summary.groups.map((figures, i) => ({
        id: scenario.groups[i]?.id,
        measures: withUnits(figures),
      })),
      ...(against === undefined
        ? {}
        : { against: against.name, difference: withUnits(against.difference) }),
    },
    null,
    2,
  )}\n`;
}

/** One row a figure: where it was cut, what it is, its mean, half-width and number of days. */
export function asCsv({ scenario, summary, against }: Report, form: CsvForm): string {
  const begin = beginnings(scenario, summary.intervals.length);
  const rows: string[] = [
    csvLine(['cut', 'of', 'measure', 'unit', 'mean', 'halfWidth', 'n', 'p10', 'p90'], form),
  ];
  const add = (cut: string, of: string, figures: Figures): void => {
    for (const [name, { spread, mean, halfWidth, n }] of Object.entries(figures)) {
      const tenths = [spread?.p10 ?? null, spread?.p90 ?? null];
      rows.push(
        csvLine([cut, of, name, UNITS.get(name) ?? '', mean, halfWidth, n, ...tenths], form),
      );
    }
  };
  add('day', '', summary.day);
  summary.intervals.forEach((figures, i) => {
    add('interval', i === begin.length - 1 ? 'after' : (begin[i] ?? ''), figures);
  });
  summary.types.forEach((figures, i) => {
    add('type', scenario.types[i]?.id ?? '', figures);
  });
  summary.groups.forEach((figures, i) => {
    add('group', scenario.groups[i]?.id ?? '', figures);
  });
  if (against !== undefined) add('difference', against.name, against.difference);
  return rows.join('');
}

/** A unit at the end of a figure, which is said once. */
const UNIT = / (%|s|min)$/;

/** Numbers as a person of that language writes them. */
export class Numbers {
  private readonly language: Language;
  constructor(language: Language) {
    this.language = language;
  }

  fixed(value: number, digits: number): string {
    return new Intl.NumberFormat(this.language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      // What rounds to nothing has no sign.
      signDisplay: 'negative',
    }).format(value);
  }

  plain(value: number | null, unit: string | undefined): string {
    if (value === null) return '–';
    if (unit === '1') return `${this.fixed(value * 100, 1)} %`;
    if (unit === 's') return `${this.fixed(value, 1)} s`;
    if (unit === 'min') return `${this.fixed(value, 2)} min`;
    if (unit === 'wme') return this.fixed(value, 2);
    if (unit === 'points') return this.fixed(value, 1);
    return this.fixed(value, Math.abs(value) < 100 ? 1 : 0);
  }

  /** The value and its interval, apart, so that a column of them lines up. */
  figure({ mean, halfWidth }: Figure, unit: string | undefined): [value: string, margin: string] {
    if (mean === null || halfWidth === null) return [this.plain(mean, unit), ''];
    return [this.plain(mean, unit), `± ${this.plain(halfWidth, unit).replace(UNIT, '')}`];
  }

  /** From the tenth to the ninetieth percentile between days; nothing where it is not known. */
  spread({ spread }: Figure, unit: string | undefined, to = ' – '): string {
    if (spread === undefined) return '';
    const [low, high] = [this.plain(spread.p10, unit), this.plain(spread.p90, unit)];
    return `${low.replace(UNIT, '')}${to}${high}`;
  }
}

const NONE: Figure = { mean: null, halfWidth: null, n: 0 };

function dayLines({ scenario, summary, against }: Report, language: Language): string[] {
  const numbers = new Numbers(language);
  const lines: string[] = [];
  for (const { title, measures } of chaptersOf(scenario)) {
    lines.push('', title[language]);
    for (const [name, label] of measures) {
      const unit = UNITS.get(name);
      const figure = summary.day[name] ?? NONE;
      const [value, margin] = numbers.figure(figure, unit);
      const cells = [label[language].padEnd(46), value.padStart(10), margin.padEnd(9)];
      if (figure.spread !== undefined) cells.push(`[${numbers.spread(figure, unit)}]`.padEnd(18));
      if (against !== undefined) {
        const [more, about] = numbers.figure(against.difference[name] ?? NONE, unit);
        cells.push(`Δ ${more} ${about}`.trimEnd());
      }
      lines.push(`  ${cells.join(' ').trimEnd()}`);
    }
  }
  return lines;
}

function cutLines(
  title: string,
  names: readonly string[],
  cuts: readonly Figures[],
  language: Language,
): string[] {
  const numbers = new Numbers(language);
  const first = Math.max(8, ...names.map((name) => name.length));
  const cell = (text: string): string => text.padStart(11);
  return [
    '',
    title,
    `  ${''.padEnd(first)}${COLUMNS.map(([, label]) => cell(label[language])).join('')}`,
    ...cuts.map((figures, i) => {
      const cells = COLUMNS.map(([name]) =>
        cell(numbers.plain(figures[name]?.mean ?? null, UNITS.get(name))),
      );
      return `  ${(names[i] ?? '').padEnd(first)}${cells.join('')}`;
    }),
  ];
}

/** The figures as a person reads them. */
export function asTable(report: Report, language: Language): string {
  const { scenario, seed, summary, against } = report;
  const { replications, level } = summary;
  const percent = Math.round(level * 100);
  const head =
    language === 'fr'
      ? [
          textIn(scenario.name, 'fr'),
          `${replications} journée${replications > 1 ? 's' : ''}, graine « ${seed} », règles ${RULES_VERSION} ; ± intervalle à ${percent} %.`,
          'Intervalle de l’arrivée ; rapports de sommes ; cible incluse ; percentiles : moyenne des jours.',
        ]
      : [
          textIn(scenario.name, 'en'),
          `${replications} day${replications > 1 ? 's' : ''}, seed "${seed}", rules ${RULES_VERSION}; ± ${percent} % interval.`,
          'Interval of arrival; ratios of sums; target inclusive; percentiles: mean of the days.',
        ];
  if (Object.values(summary.day).some(({ spread }) => spread !== undefined))
    head.push(
      language === 'fr'
        ? '[P10 – P90] d’un jour à l’autre : huit journées sur dix sont dans cet intervalle.'
        : '[P10 – P90] across days: eight days in ten fall in this range.',
    );
  if (scenario.arbitration?.people === false)
    head.push(
      language === 'fr' ? 'Sans les hypothèses humaines.' : 'Without the human hypotheses.',
    );
  if (against !== undefined)
    head.push(
      language === 'fr'
        ? `Δ : moins « ${against.name} », mêmes appelants jour par jour.`
        : `Δ: minus "${against.name}", same callers day by day.`,
    );
  const begin = beginnings(scenario, summary.intervals.length);
  begin[begin.length - 1] = CUTS.after[language];
  const cuts = [
    cutLines(CUTS.intervals[language], begin, summary.intervals, language),
    cutLines(
      CUTS.types[language],
      scenario.types.map(({ id }) => id),
      summary.types,
      language,
    ),
    cutLines(
      CUTS.groups[language],
      scenario.groups.map(({ id }) => id),
      summary.groups,
      language,
    ),
  ];
  return `${[...head, ...dayLines(report, language), ...cuts.flat()].join('\n')}\n`;
}
