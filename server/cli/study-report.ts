import { RULES_VERSION } from '../../models/doors/live.ts';
import { textIn } from '../../models/doors/scenario.ts';
import type { ByThird, Equity, Figure } from '../../models/doors/study.ts';
import type { Compared } from './study-days.ts';
import { wrapped } from './study-lines.ts';
import { NONE, tableLines, tableOf, wide } from './study-tables.ts';
import { hypothesesSays, StudyWords } from './study-words.ts';
import type { Language } from './terminal.ts';

/** A study as a person reads it, 80 columns wide: policies side by side, and what may be said. */

export interface StudyReport {
  readonly seed: string;
  readonly alpha: number;
  readonly delta: number;
  readonly scenarios: readonly Compared[];
}

/** The order by cost: what parts each from the best, and whether from the one before. */
function rankLines({ ranking }: Compared, words: StudyWords): string[] {
  const { neighbours, order, pairs } = ranking.cost;
  const first = wide(words.names);
  const best = order[0] ?? 0;
  const rows = order.map((i, place) => {
    const mark = place === 0 ? ' ' : neighbours[place - 1] ? '>' : '≈';
    const name = (words.names[i] ?? '').padEnd(first);
    const row = `  ${String(place + 1).padStart(2)} ${mark} ${name}`;
    if (place === 0) return row.trimEnd();
    const pair = pairs.find(({ a, b }) => (a === best && b === i) || (a === i && b === best));
    if (pair === undefined) return row.trimEnd();
    const mean = pair.mean === null ? null : pair.a === best ? -pair.mean : pair.mean;
    const [more, about] = words.numbers.figure({ ...pair, mean }, 'wme');
    const gain = pair.gain === null ? '–' : `× ${words.numbers.fixed(pair.gain, 1)}`;
    return `${row}${`+${more}`.padStart(9)} ${about.padEnd(8)}${gain.padStart(9)}`;
  });
  return [
    '',
    ...wrapped(
      words.say(
        'Classement par le coût (> : distincte de la précédente ; ≈ : pas distinguée) ; écart avec la première, mêmes appelants ; × : de combien la variance en est réduite',
        'Ranking by cost (> told apart from the one before; ≈ not told apart); difference from the first, same callers; × how much less variance that gives',
      ),
    ),
    ...rows,
    ...wrapped(
      `${words.say('Par le vécu : ', 'By customer experience: ')}${words.order(ranking.lived)}`,
      0,
      2,
    ),
  ];
}

/** One figure by third of need: of all, of each third, and the gap between them. */
function thirdLines(
  { figures, ranking }: Compared,
  words: StudyWords,
  l: Language,
  measure: string,
  thirds: (equity: Equity) => ByThird,
  factor: number,
): string[] {
  const heads =
    l === 'fr'
      ? ['tous', 'faciles', 'moyens', 'difficiles', 'écart']
      : ['all', 'easy', 'medium', 'hard', 'gap'];
  /** Without a sign: the title has it. */
  const cell = ({ halfWidth, mean, n }: Figure): string => {
    const times = (x: number | null): number | null => (x === null ? null : factor * x);
    const figure = { mean: times(mean), halfWidth: times(halfWidth), n };
    return words.numbers.figure(figure, 'points').join(' ').trimEnd();
  };
  const rows = ranking.cost.order.map((i): [string, ...string[]] => {
    const { easy, gap, hard, middle } = thirds(ranking.equity[i] as Equity);
    const all = figures[i]?.[measure] ?? NONE;
    const cells = [{ ...all, halfWidth: null }, easy, middle, hard, gap].map(cell);
    return [words.names[i] ?? '', ...cells];
  });
  return tableOf([['', ...heads], ...rows], [6, 11, 11, 11, 11]);
}

/** How what a policy does is shared out among needs (MODEL 7.4, 11.4). */
function equityLines(compared: Compared, words: StudyWords, l: Language): string[] {
  const resolved = 'firstContactResolution';
  return [
    '',
    ...wrapped(
      words.say(
        'Résolus au premier contact*, en %, et par tiers de besoin ; écart : faciles moins difficiles',
        'Resolved at first contact*, %, and by third of need; gap: easy minus hard',
      ),
    ),
    ...thirdLines(compared, words, l, resolved, (equity) => equity, 100),
    '',
    ...wrapped(
      words.say(
        'Vécu*, sur 100 : tous, puis par tiers de besoin ceux qui ont eu quelqu’un',
        'Customer experience*, out of 100: all, then by third of need those who got an answer',
      ),
    ),
    ...thirdLines(compared, words, l, 'lived', ({ lived }) => lived, 1),
  ];
}

/** Where paces were looked for, and whether the wanted precision was reached. */
function noteLines({ days, paces, precise, scenario }: Compared, words: StudyWords): string[] {
  const lines: string[] = [];
  if (scenario.arbitration?.people === false)
    lines.push(words.say('Sans les hypothèses humaines.', 'Without the human hypotheses.'));
  for (const { name, policy } of scenario.groups)
    if (policy !== undefined)
      lines.push(
        words.say(
          `« ${textIn(name, 'fr')} » garde sa propre politique, ${policy.name} : les autres groupes suivent celles d’ici.`,
          `"${textIn(name, 'en')}" keeps its own policy, ${policy.name}: the other groups follow those below.`,
        ),
      );
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
            `Precise after ${days} days: everything within ${part} %, or one point for shares.`,
          )
        : words.say(
            `Pas assez précis après ${days} journées (tout à ${part} % près, ou à un point pour les parts) ; relevez arbitration.output.relHalfWidth.`,
            `Not precise enough after ${days} days (everything within ${part} %, or one point for shares); raise arbitration.output.relHalfWidth.`,
          ),
    );
  }
  return lines.flatMap((line) => wrapped(line));
}

function headLines(compared: Compared, { alpha, seed }: StudyReport, words: StudyWords): string[] {
  const many = compared.players.length;
  const { days } = compared;
  const percent = words.short(100 * (1 - alpha));
  return [
    ...wrapped(
      words.say(
        `${many} politique${many > 1 ? 's' : ''}, ${days} journée${days > 1 ? 's' : ''} chacune, graine « ${seed} », règles ${RULES_VERSION} ; mêmes appelants pour toutes ; ± intervalle à ${percent} %.`,
        `${many} ${many > 1 ? 'policies' : 'policy'}, ${days} day${days > 1 ? 's' : ''} each, seed "${seed}", rules ${RULES_VERSION}; the same callers for all; ± ${percent} % interval.`,
      ),
    ),
    ...noteLines(compared, words),
  ];
}

function scenarioLines(compared: Compared, report: StudyReport, l: Language): string[] {
  const words = new StudyWords(compared, l);
  const draws = words.numbers.fixed(compared.ranking.weights.cost?.draws ?? 0, 0);
  const weighing = [...words.weighing('cost'), ...words.weighing('lived')];
  return [
    textIn(compared.scenario.name, l),
    ...headLines(compared, report, words),
    ...tableLines(compared, words, l),
    ...(compared.players.length < 2
      ? []
      : [
          ...rankLines(compared, words),
          '',
          ...wrapped(words.guarantee(report.delta)),
          '',
          ...wrapped(
            words.say(
              `Selon ce que l’on privilégie (${draws} pondérations au hasard, journées rééchantillonnées)`,
              `Depending on what you value (${draws} random weightings, days resampled)`,
            ),
          ),
          ...weighing.flatMap((line) => {
            const text = line.trimStart();
            const indent = 2 + line.length - text.length;
            return wrapped(text, indent, indent > 2 ? 12 : 4);
          }),
        ]),
    ...equityLines(compared, words, l),
    ...words.sacrifices().flatMap((line) => ['', ...wrapped(line)]),
  ];
}

export function asStudyTable(report: StudyReport, language: Language): string {
  const parts = report.scenarios.map((one) => scenarioLines(one, report, language).join('\n'));
  const foot = wrapped(hypothesesSays(language), 0, 2).join('\n');
  return `${[...parts, foot].join('\n\n')}\n`;
}
