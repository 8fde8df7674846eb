import { type Figure, type Figures, RULES_VERSION, textIn } from '../../models/index.ts';
import type { Numbers } from './report.ts';
import type { Compared } from './study-days.ts';
import { hypothesesSays, StudyWords } from './study-words.ts';
import type { Language } from './terminal.ts';

/** A study as a person reads it: policies side by side, and what may be said of them. */

export interface StudyReport {
  readonly seed: string;
  readonly alpha: number;
  readonly delta: number;
  readonly scenarios: readonly Compared[];
}

const NONE: Figure = { mean: null, halfWidth: null, n: 0 };

interface Column {
  readonly fr: string;
  readonly en: string;
  readonly width: number;
  readonly cell: (figures: Figures, numbers: Numbers) => string;
}

const plain =
  (measure: string, unit: string) =>
  (figures: Figures, numbers: Numbers): string =>
    numbers.plain(figures[measure]?.mean ?? null, unit);

/** The columns of MODEL 15.2; * rests on hypotheses. */
const COLUMNS: readonly Column[] = [
  {
    fr: 'coût*',
    en: 'cost*',
    width: 16,
    cell: ({ costPerCustomer = NONE }, numbers) => numbers.figure(costPerCustomer, 'wme').join(' '),
  },
  { fr: 'appels*', en: 'calls*', width: 9, cell: plain('attemptsPerCustomer', 'wme') },
  { fr: 'résolus*', en: 'resolved*', width: 10, cell: plain('firstContactResolution', '1') },
  { fr: 'abandon', en: 'abandoned', width: 10, cell: plain('abandonRate', '1') },
  { fr: 'attente', en: 'wait', width: 11, cell: plain('meanWait', 's') },
  {
    fr: 'durée',
    en: 'handling',
    width: 10,
    cell: ({ averageHandlingTime = NONE }, numbers) => {
      const { mean } = averageHandlingTime;
      return numbers.plain(mean === null ? null : mean / 60, 'min');
    },
  },
  { fr: 'vécu*', en: 'lived*', width: 8, cell: plain('lived', 'points') },
  { fr: 'P10*', en: 'P10*', width: 7, cell: plain('livedP10', 'points') },
  { fr: '<50*', en: '<50*', width: 8, cell: plain('livedPoorly', '1') },
  { fr: 'perdus*', en: 'lost*', width: 9, cell: plain('lostPerCustomer', '1') },
];

const wide = (names: readonly string[]): number => Math.max(...names.map((one) => one.length));

/** Policies side by side, the cheapest first. */
function figureLines({ figures, ranking }: Compared, words: StudyWords, l: Language): string[] {
  const first = wide(words.names);
  const head = COLUMNS.map((column) => column[l].padStart(column.width)).join('');
  return [
    `  ${''.padEnd(first)}${head}`,
    ...ranking.cost.order.map((i) => {
      const cells = COLUMNS.map(({ cell, width }) =>
        cell(figures[i] ?? {}, words.numbers).padStart(width),
      );
      return `  ${(words.names[i] ?? '').padEnd(first)}${cells.join('')}`;
    }),
  ];
}

/** The order by cost: what parts each from the best, and whether from the one before. */
function rankLines({ ranking }: Compared, words: StudyWords): string[] {
  const { neighbours, order, pairs } = ranking.cost;
  const first = wide(words.names);
  const best = order[0] ?? 0;
  const rows = order.map((i, place) => {
    const row = `  ${String(place + 1).padStart(2)}  ${(words.names[i] ?? '').padEnd(first)}`;
    if (place === 0) return row.trimEnd();
    const pair = pairs.find(({ a, b }) => (a === best && b === i) || (a === i && b === best));
    if (pair === undefined) return row;
    const mean = pair.mean === null ? null : pair.a === best ? -pair.mean : pair.mean;
    const [more, about] = words.numbers.figure({ ...pair, mean }, 'wme');
    const gain = pair.gain === null ? '–' : `× ${words.numbers.fixed(pair.gain, 1)}`;
    const told = neighbours[place - 1]
      ? words.say('distincte de la précédente', 'told apart from the one before')
      : words.say('pas distinguée de la précédente', 'not told apart from the one before');
    return `${row}${`+${more}`.padStart(9)} ${about.padEnd(8)}${gain.padStart(9)}   ${told}`;
  });
  return [
    '',
    words.say(
      'Classement par le coût : écart avec la première, mêmes appelants ; × ce qu’ils font gagner en variance',
      'Ranking by cost: difference from the first, same callers; × what they save in variance',
    ),
    ...rows,
    `${words.say('Par le vécu : ', 'By lived experience: ')}${words.order(ranking.lived)}`,
  ];
}

function equityLines({ ranking }: Compared, words: StudyWords, l: Language): string[] {
  const first = wide(words.names);
  const heads =
    l === 'fr' ? ['faciles', 'moyens', 'difficiles', 'écart'] : ['easy', 'middle', 'hard', 'gap'];
  return [
    '',
    words.say(
      'Résolus au premier contact*, par tiers de besoin ; écart : faciles moins difficiles',
      'Resolved at the first contact*, by third of need; gap: easy less hard',
    ),
    `  ${''.padEnd(first)}${heads.map((head) => head.padStart(15)).join('')}`,
    ...ranking.cost.order.map((i) => {
      const { easy, gap, hard, middle } = ranking.equity[
        i
      ] as Compared['ranking']['equity'][number];
      const cells = [easy, middle, hard, gap].map((figure) =>
        words.numbers.figure(figure, '1').join(' ').trimEnd().padStart(15),
      );
      return `  ${(words.names[i] ?? '').padEnd(first)}${cells.join('')}`;
    }),
  ];
}

/** Where paces were looked for, and whether the wanted precision was reached. */
function noteLines({ days, paces, precise, scenario }: Compared, words: StudyWords): string[] {
  const lines: string[] = [];
  paces.forEach((tried, i) => {
    if (tried.length === 0) return;
    const list = tried.map((pace) => words.short(pace)).join(' ');
    lines.push(
      words.say(
        `« ${words.names[i]} » : le moins coûteux de ${list} min, sur d’autres journées.`,
        `"${words.names[i]}": the cheapest of ${list} min, on other days.`,
      ),
    );
  });
  if (precise !== null) {
    const part = words.short(100 * (scenario.arbitration?.output.relHalfWidth ?? 0));
    lines.push(
      precise
        ? words.say(
            `Précis après ${days} journées : tout à ${part} % près, ou à un point pour les parts.`,
            `Precise after ${days} days: all within ${part} %, or within a point for shares.`,
          )
        : words.say(
            `Pas assez précis après ${days} journées (tout à ${part} % près, ou à un point pour les parts) ; relevez arbitration.output.relHalfWidth.`,
            `Not precise enough after ${days} days (all within ${part} %, or within a point for shares); raise arbitration.output.relHalfWidth.`,
          ),
    );
  }
  return lines;
}

function scenarioLines(compared: Compared, report: StudyReport, l: Language): string[] {
  const { alpha, delta, seed } = report;
  const words = new StudyWords(compared, l);
  const many = compared.players.length;
  const percent = words.short(100 * (1 - alpha));
  const draws = words.numbers.fixed(compared.ranking.weights.cost?.draws ?? 0, 0);
  const sacrifices = words.sacrifices();
  const unfinished = words.unfinished();
  return [
    textIn(compared.scenario.name, l),
    words.say(
      `${many} politique(s), ${compared.days} journée(s) chacune, graine « ${seed} », règles ${RULES_VERSION} ; mêmes appelants pour toutes ; ± intervalle à ${percent} %.`,
      `${many} policy(ies), ${compared.days} day(s) each, seed "${seed}", rules ${RULES_VERSION}; the same callers for all; ± ${percent} % interval.`,
    ),
    words.say(
      'Par client : coût en minutes d’attente (wme), appels, part perdue ; vécu sur 100 : moyenne, dixième le plus mal servi, part sous 50.',
      'Per customer: cost in waiting minutes (wme), calls, share lost; lived of 100: mean, worst-served tenth, share below 50.',
    ),
    ...noteLines(compared, words),
    '',
    ...figureLines(compared, words, l),
    ...(unfinished === '' ? [] : [unfinished]),
    ...(many < 2
      ? []
      : [
          ...rankLines(compared, words),
          '',
          words.guarantee(delta),
          '',
          words.say(
            `Selon ce que l’on privilégie (${draws} pondérations au hasard, journées retirées au sort)`,
            `By what one values (${draws} random weightings, days drawn again)`,
          ),
          ...words.weighing('cost').map((line) => `  ${line}`),
          ...words.weighing('lived').map((line) => `  ${line}`),
        ]),
    ...equityLines(compared, words, l),
    ...(sacrifices.length === 0 ? [] : ['', ...sacrifices]),
  ];
}

export function asStudyTable(report: StudyReport, language: Language): string {
  const parts = report.scenarios.map((one) => scenarioLines(one, report, language).join('\n'));
  return `${[...parts, hypothesesSays(language)].join('\n\n')}\n`;
}
