import { type Scenario, textIn } from '../../scenario/scenario.ts';
import type { Chance, GroupNeed, IntervalNeed, StaffingAnswer } from '../staffing/answer.ts';
import { agentsClean } from '../staffing/planned.ts';
import { beginnings } from './day-data.ts';
import type { Language } from './numerals.ts';
import type { StaffingWords } from './staffing-words.ts';
import type { Rows } from './study-tables.ts';

/** What is required, interval by interval: all groups together first, then each of them. */

/** The figure that decides: of the interval, if each is for itself; else of all that is asked. */
export const decides = ({ by, joint }: StaffingAnswer['ask']): 'own' | 'whole' =>
  by === 'interval' && !joint ? 'own' : 'whole';

/** What groups are called, in their order. */
export const groupNames = ({ groups }: Scenario, language: Language): string[] =>
  groups.map(({ name }) => textIn(name, language));

/** With an agent less, or more, of the group where that does best; null where there can be none. */
export const bestOf = (
  { groups }: IntervalNeed,
  step: 'fewer' | 'more',
  kind: keyof Chance,
): Chance | null =>
  groups.reduce<Chance | null>((best, { [step]: chance }) => {
    if (chance === null) return best;
    return best === null || chance[kind].share > best[kind].share ? chance : best;
  }, null);

/** Agents, or positions, of all groups together. */
export const together = ({ groups }: IntervalNeed, what: 'agents' | 'positions'): number =>
  agentsClean(groups.reduce((sum, one) => sum + one[what], 0));

/** To the hundredth of an agent: parts of agents that make a whole leave nothing. */
export const hundredths = (agents: number): number => Math.round(100 * agents) / 100;

/** So many, and how often it holds with one less, with them, with one more. */
function cells(
  need: Pick<GroupNeed, 'agents' | 'positions' | 'fewer' | 'more'>,
  now: string,
  { ask }: StaffingAnswer,
  words: StaffingWords,
): string[] {
  const chance = (p: Chance | null): string => (p === null ? '–' : words.chance(p[decides(ask)]));
  return [
    words.numbers.fixed(need.agents, 0),
    ...(ask.shrinkage > 0 ? [words.numbers.fixed(need.positions, 0)] : []),
    ...[chance(need.fewer), now, chance(need.more)].filter((one) => one !== ''),
  ];
}

const heads = ({ ask }: StaffingAnswer, words: StaffingWords): string[] => [
  words.say('requis', 'required'),
  ...(ask.shrinkage > 0 ? [words.say('postes', 'positions')] : []),
];

const sized = (before: readonly string[], chances: readonly string[]): Rows['columns'] => [
  ...before.map((head) => ({ head, width: head.length + 2 })),
  ...chances.map((head) => ({ head, width: 11 })),
];

function intervalsTable(answer: StaffingAnswer, words: StaffingWords): Rows {
  const { ask, intervals, scenario } = answer;
  const begin = beginnings(scenario, intervals.length);
  const kind = decides(ask);
  const rule = ask.rule.toUpperCase();
  const rows = intervals.map((need, i): [string, ...string[]] => {
    const of = (n: number): string => words.numbers.fixed(n, 0);
    const all = {
      ...{ agents: together(need, 'agents'), positions: together(need, 'positions') },
      ...{ fewer: bestOf(need, 'fewer', kind), more: bestOf(need, 'more', kind) },
    };
    const now = words.chance(kind === 'own' ? need.own : answer.whole);
    const formulas = [need.load.rate * 3_600, need.erlangC, need.rules[ask.rule]].map(of);
    return [begin[i] ?? '', ...formulas, ...cells(all, now, answer, words)];
  });
  const before = [words.say('appels/h', 'calls/h'), 'Erlang C', rule, ...heads(answer, words)];
  return {
    title: words.say(
      `Par intervalle : ce que demandent les formules, ce qui est requis, et la part des jours où ${kind === 'own' ? 'la cible de l’intervalle' : 'tout ce qui est demandé'} tient avec un conseiller de moins, l’effectif requis, un de plus`,
      `By interval: what formulas ask for, what is required, and the share of days on which ${kind === 'own' ? 'the interval’s target' : 'all that is asked'} holds with an agent less, with those required, with one more`,
    ),
    columns: sized(before, ['n − 1', 'n', 'n + 1']),
    rows,
    below: [
      ...(scenario.groups.length === 1
        ? []
        : [
            words.say(
              'Tous groupes ensemble ; un de moins : du groupe où il manque le moins ; un de plus : de celui où il aide le plus.',
              'All groups together; one less: of the group where it is missed least; one more: of that where it helps most.',
            ),
          ]),
      words.say(
        `${rule} : Erlang A où l’on raccroche, C sinon, premiers appels seuls ; un conseiller ôté ou ajouté est suivi 90 min et trois intervalles au moins.`,
        `${rule}: Erlang A where callers give up, else C, first calls alone; an agent taken away or added is followed for 90 min and at least three intervals.`,
      ),
    ],
  };
}

function groupsTable(answer: StaffingAnswer, words: StaffingWords): Rows {
  const { intervals, scenario } = answer;
  const begin = beginnings(scenario, intervals.length);
  const names = groupNames(scenario, words.language);
  return {
    title: words.say(
      'Par intervalle et par groupe : ce qui est requis, et la même part des jours avec un conseiller du groupe en moins, en plus',
      'By interval and group: what is required, and the same share of days with an agent of the group less, and more',
    ),
    folded: words.say('Par groupe', 'By group'),
    columns: sized(heads(answer, words), ['n − 1', 'n + 1']),
    rows: intervals.flatMap((need, i) =>
      need.groups.map((group, g): [string, ...string[]] => [
        `${begin[i]} ${names[g]}`,
        ...cells(group, '', answer, words),
      ]),
    ),
    below: [],
  };
}

/** What formulas ask for, what is required, and an agent less and more; then group by group. */
export const needsTables = (answer: StaffingAnswer, words: StaffingWords): Rows[] => [
  intervalsTable(answer, words),
  ...(answer.scenario.groups.length === 1 ? [] : [groupsTable(answer, words)]),
];
