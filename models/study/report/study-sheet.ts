import { textIn } from '../../scenario/scenario.ts';
import type { Figure } from '../compare.ts';
import type { Compared } from '../comparison/comparison.ts';
import { type ByThird, type Equity, pairIn } from '../ranking.ts';
import { hypothesesSays } from './hypotheses.ts';
import { NONE, times } from './numbers.ts';
import type { Language } from './numerals.ts';
import { figureTables, type Rows } from './study-tables.ts';
import { type AskingAgain, StudyWords } from './study-words.ts';
import { type WeighingSaid, weighingSaid, weighingTitle } from './weighing-words.ts';

/**
 * A study as a person reads it: policies side by side, and what may be said. Words and rows; how
 * they are laid out is for whoever shows them, a terminal or a page.
 */

/** Comparisons that were asked for together. */
export interface StudyReport {
  readonly seed: string;
  readonly alpha: number;
  readonly delta: number;
  /** The version of the rules by which it was played. */
  readonly rules: string;
  readonly scenarios: readonly Compared[];
}

/** A policy at its place in the order by cost. */
export interface Ranked {
  /** From 1; of equals, to the last bit, the same. */
  readonly place: number;
  /** `>` told apart from the first, `≈` not told apart from it; '' of the first. */
  readonly mark: '' | '>' | '≈';
  readonly name: string;
  /**
   * Difference from the first, the half-width at which all differences hold together, and what the
   * same callers save; of the others.
   */
  readonly apart: { readonly more: string; readonly margin: string; readonly gain: string } | null;
}

/** What is said of the policies of one scenario where there are several. */
export interface RankingSheet {
  readonly title: string;
  readonly ranked: readonly Ranked[];
  readonly byLived: string;
  readonly guarantee: string;
  readonly weighingTitle: string;
  readonly weighings: readonly WeighingSaid[];
}

/** One scenario of a study. */
export interface ScenarioSheet {
  readonly name: string;
  readonly notes: readonly string[];
  readonly tables: readonly Rows[];
  readonly ranking: RankingSheet | null;
  readonly equity: readonly Rows[];
  readonly sacrifices: readonly string[];
}

export interface StudySheet {
  readonly scenarios: readonly ScenarioSheet[];
  /** What the figures marked * rest on. */
  readonly hypotheses: string;
}

/** The order by cost: what parts each from the first, and whether anything does. */
function rankedOf({ ranking }: Compared, { names, numbers }: StudyWords): Ranked[] {
  const { cost } = ranking;
  const best = cost.order[0] ?? 0;
  let place = 1;
  return cost.order.map((i, at): Ranked => {
    const name = names[i] ?? '';
    const pair = pairIn(cost, best, i);
    if (at === 0 || pair === undefined) return { place, mark: '', name, apart: null };
    if (pairIn(cost, cost.order[at - 1] ?? best, i)?.mean !== 0) place = at + 1;
    const mean = pair.mean === null ? null : Math.abs(pair.mean);
    const [more, margin] = numbers.figure({ mean, halfWidth: pair.together, n: pair.n }, 'wme');
    const gain = pair.gain === null ? '–' : `× ${numbers.fixed(pair.gain, 1)}`;
    const mark = pair.apart ? '>' : '≈';
    return { place, mark, name, apart: { more: `+${more}`, margin, gain } };
  });
}

function rankingSheet(
  compared: Compared,
  words: StudyWords,
  delta: number,
  again: AskingAgain,
): RankingSheet {
  const { ranking } = compared;
  const kinds = ['cost', 'lived'] as const;
  return {
    title: words.say(
      'Classement par le coût (> : distincte de la première ; ≈ : pas distinguée d’elle) ; écart avec la première, mêmes appelants, tous les écarts tenant ensemble ; × : de combien la variance en est réduite',
      'Ranking by cost (> told apart from the first; ≈ not told apart from it); difference from the first, same callers, all differences holding together; × how much less variance that gives',
    ),
    ranked: rankedOf(compared, words),
    byLived: `${words.say('Par le vécu : ', 'By customer experience: ')}${words.order(ranking.lived)}`,
    guarantee: words.guarantee(delta, again),
    weighingTitle: weighingTitle(words, compared),
    weighings: kinds.flatMap((kind) => weighingSaid(words, compared, kind) ?? []),
  };
}

/** One figure by third of need: of all, of each third, and the gap between them. */
function thirds(
  { figures, ranking }: Compared,
  words: StudyWords,
  title: string,
  measure: string,
  of: (equity: Equity) => ByThird,
  factor: number,
): Rows {
  const heads =
    words.language === 'fr'
      ? ['tous', 'faciles', 'moyens', 'difficiles', 'écart']
      : ['all', 'easy', 'medium', 'hard', 'gap'];
  /** Without a sign: the title has it. */
  const cell = ({ halfWidth, mean, n }: Figure): string =>
    words.numbers.figure(times({ halfWidth, mean, n }, factor), 'points').join(' ').trimEnd();
  const rows = ranking.cost.order.map((i): [string, ...string[]] => {
    const { easy, gap, hard, middle } = of(ranking.equity[i] as Equity);
    const all = figures[i]?.[measure] ?? NONE;
    const cells = [{ ...all, halfWidth: null }, easy, middle, hard, gap].map(cell);
    return [words.names[i] ?? '', ...cells];
  });
  const columns = heads.map((head, i) => ({ head, width: i === 0 ? 6 : 11 }));
  return { title, columns, rows, below: [] };
}

/** How what a policy does is shared out among needs (MODEL 7.4, 11.4). */
function equityTables(compared: Compared, words: StudyWords): Rows[] {
  const resolved = words.say(
    'Résolus au premier contact*, en %, et par tiers de besoin ; écart : faciles moins difficiles',
    'Resolved at first contact*, %, and by third of need; gap: easy minus hard',
  );
  const lived = words.say(
    'Vécu*, sur 100 : tous, puis par tiers de besoin ceux qui ont eu quelqu’un',
    'Customer experience*, out of 100: all, then by third of need those who got an answer',
  );
  return [
    thirds(compared, words, resolved, 'firstContactResolution', (equity) => equity, 100),
    thirds(compared, words, lived, 'lived', (equity) => equity.lived, 1),
  ];
}

/** Groups that keep to a policy of their own, whatever is compared. */
const ownPolicies = ({ scenario }: Compared, words: StudyWords): string[] =>
  scenario.groups.flatMap(({ name, policy }) =>
    policy === undefined
      ? []
      : words.say(
          `« ${textIn(name, 'fr')} » garde sa propre politique, ${policy.name} : les autres groupes suivent celles d’ici.`,
          `"${textIn(name, 'en')}" keeps its own policy, ${policy.name}: the other groups follow those below.`,
        ),
  );

/** Where paces were looked for. */
const pacesTried = ({ paces }: Compared, words: StudyWords): string[] =>
  paces.flatMap((tried, i) => {
    if (tried.length === 0) return [];
    const list = tried.map((pace) => words.short(pace)).join(' ');
    return words.say(
      `« ${words.names[i]} » : le moins coûteux de ${list} min, sur d’autres journées.`,
      `"${words.names[i]}": the cheapest of ${list} min, on other days.`,
    );
  });

/** Whether the wanted precision was reached, where one was asked for. */
function precisionSaid({ days, precise, scenario }: Compared, words: StudyWords): string[] {
  if (precise === null) return [];
  const part = words.short(100 * (scenario.arbitration?.output.relHalfWidth ?? 0));
  return [
    precise
      ? words.say(
          `Précis après ${days} journées : tout à ${part} % près, ou à un point pour les parts.`,
          `Precise after ${days} days: everything within ${part} %, or one point for shares.`,
        )
      : words.say(
          `Pas assez précis après ${days} journées (tout à ${part} % près, ou à un point pour les parts) ; relevez arbitration.output.relHalfWidth.`,
          `Not precise enough after ${days} days (everything within ${part} %, or one point for shares); raise arbitration.output.relHalfWidth.`,
        ),
  ];
}

function notesOf(compared: Compared, report: StudyReport, words: StudyWords): string[] {
  const { alpha, rules, seed } = report;
  const { days, players, scenario } = compared;
  const many = players.length;
  const percent = words.short(100 * (1 - alpha));
  return [
    words.say(
      `${many} politique${many > 1 ? 's' : ''}, ${days} journée${days > 1 ? 's' : ''} chacune, graine « ${seed} », règles ${rules} ; mêmes appelants pour toutes ; ± intervalle à ${percent} %.`,
      `${many} ${many > 1 ? 'policies' : 'policy'}, ${days} day${days > 1 ? 's' : ''} each, seed "${seed}", rules ${rules}; the same callers for all; ± ${percent} % interval.`,
    ),
    ...(scenario.arbitration?.people === false
      ? [words.say('Sans les hypothèses humaines.', 'Without the human hypotheses.')]
      : []),
    ...ownPolicies(compared, words),
    ...pacesTried(compared, words),
    ...precisionSaid(compared, words),
  ];
}

/** A study in words and rows, in one language. */
export function studySheet(
  report: StudyReport,
  language: Language,
  again: AskingAgain,
): StudySheet {
  const scenarios = report.scenarios.map((compared): ScenarioSheet => {
    const words = new StudyWords(compared, language);
    return {
      name: textIn(compared.scenario.name, language),
      notes: notesOf(compared, report, words),
      tables: figureTables(compared, words),
      ranking:
        compared.players.length < 2 ? null : rankingSheet(compared, words, report.delta, again),
      equity: equityTables(compared, words),
      sacrifices: words.sacrifices(),
    };
  });
  return { scenarios, hypotheses: hypothesesSays(language) };
}
