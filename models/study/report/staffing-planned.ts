import type { IntervalNeed, StaffingAnswer } from '../staffing/answer.ts';
import { beyondRequired, hoursBeyond } from '../staffing/planned.ts';
import { type Verdict, verdictOf } from '../staffing/probability.ts';
import { beginnings } from './day-data.ts';
import { bestOf, groupNames, hundredths } from './staffing-needs.ts';
import type { StaffingWords } from './staffing-words.ts';
import type { Rows } from './study-tables.ts';

/** "Does this schedule hold?" in words and rows: what is told of the staff as it is written. */

/** The interval that holds on fewest days, the first of several. */
const weakestOf = ({ intervals }: StaffingAnswer): number =>
  intervals.reduce(
    (weakest, { own }, i) =>
      own.share < (intervals[weakest] as IntervalNeed).own.share ? i : weakest,
    0,
  );

/** What the intervals come to, each for itself. */
function countOf({ intervals }: StaffingAnswer): Record<Verdict, number> {
  const count = { holds: 0, unsure: 0, fails: 0 };
  for (const { verdict } of intervals) count[verdict] += 1;
  return count;
}

/** Each interval for itself: in how many it does not hold, and which is the weakest. */
function byInterval(planned: StaffingAnswer, words: StaffingWords): string {
  const { intervals, scenario } = planned;
  const count = countOf(planned);
  const all = words.numbers.fixed(intervals.length, 0);
  const weakest = weakestOf(planned);
  const at = beginnings(scenario, intervals.length)[weakest] ?? '';
  const chance = words.chance((intervals[weakest] as IntervalNeed).own);
  const least = words.say(
    `${at} est le plus faible, tenu ${chance} des jours`,
    `${at} is the weakest and holds on ${chance} of days`,
  );
  const of = (n: number): string =>
    words.say(
      `${words.numbers.fixed(n, 0)} intervalle${n >= 2 ? 's' : ''} sur ${all}`,
      `${words.numbers.fixed(n, 0)} of ${all} intervals`,
    );
  if (count.fails === intervals.length && count.fails > 1)
    return words.say(
      `Non : cet horaire ne tient dans aucun de ses ${all} intervalles ; ${least}.`,
      `No: this schedule holds in none of its ${all} intervals; ${least}.`,
    );
  if (count.fails > 0)
    return words.say(
      `Non : cet horaire ne tient pas dans ${of(count.fails)} ; ${least}.`,
      `No: this schedule does not hold in ${of(count.fails)}; ${least}.`,
    );
  if (count.unsure > 0)
    return words.say(
      `Indécis : dans ${of(count.unsure)}, ces journées ne tranchent pas ; ${least}.`,
      `Undecided: in ${of(count.unsure)} these days do not settle it; ${least}.`,
    );
  return words.say(
    `Oui : cet horaire tient dans chacun de ses ${all} intervalles ; ${least}.`,
    `Yes: this schedule holds in each of its ${all} intervals; ${least}.`,
  );
}

/** All that is asked at once: all intervals, the day, the month. */
function atOnce(planned: StaffingAnswer, words: StaffingWords): string {
  const { ask, whole } = planned;
  const where = {
    interval: words.say('dans tous les intervalles à la fois', 'in all intervals at once'),
    day: words.say('sur la journée', 'over the day'),
    month: words.say('sur le mois', 'over the month'),
  }[ask.by];
  const days =
    ask.by === 'month' ? words.say('des mois', 'of months') : words.say('des jours', 'of days');
  const holds = words.say(
    `la cible est tenue ${where} ${words.chance(whole)} ${days}`,
    `the target holds ${where} on ${words.chance(whole)} ${days}`,
  );
  const asked = words.say(
    `il en faut ${words.percent(ask.on)}`,
    `${words.percent(ask.on)} is asked for`,
  );
  const said: Readonly<Record<Verdict, string>> = {
    holds: words.say('Oui', 'Yes'),
    unsure: words.say('Indécis', 'Undecided'),
    fails: words.say('Non', 'No'),
  };
  return `${said[verdictOf(whole, ask.on)]}${words.say(' : ', ': ')}${holds}${words.say(' ; ', '; ')}${asked}.`;
}

/** That no less would do; and, where other days than those that found it doubt it, what would. */
function isRequired(planned: StaffingAnswer, words: StaffingWords): string {
  const { ask, whole } = planned;
  const isApart = ask.by === 'interval' && !ask.joint;
  const isSure = isApart
    ? countOf(planned).holds === planned.intervals.length
    : verdictOf(whole, ask.on) === 'holds';
  return isSure
    ? words.say('C’est l’effectif requis.', 'It is the staffing required.')
    : words.say(
        'C’est l’effectif requis, le plus petit qui suffisait aux journées de la recherche ; d’autres journées le jugent ici : là où elles hésitent, une personne de plus met à l’abri.',
        'It is the staffing required, the smallest that did on the days that searched for it; other days judge it here: where they hesitate, one person more makes it safe.',
      );
}

/** What is over and under the requirement. */
function beyondSaid(
  planned: StaffingAnswer,
  required: StaffingAnswer,
  words: StaffingWords,
): string {
  if (!required.holds)
    return words.say(
      'Aucun effectif permis n’y suffirait.',
      'No staffing that is allowed would be enough.',
    );
  const { over, under } = hoursBeyond(planned, required);
  const [more, less] = [words.hours(over), words.hours(under)];
  if (under === 0)
    return over === 0
      ? isRequired(planned, words)
      : words.say(
          `Au regard du requis, rien ne manque et ${more} de présence sont en trop.`,
          `Against what is required, nothing is missing and ${more} of presence are over.`,
        );
  return over === 0
    ? words.say(
        `Au regard du requis, il manque ${less} de présence.`,
        `Against what is required, ${less} of presence are missing.`,
      )
    : words.say(
        `Au regard du requis, il manque ${less} de présence, et ${more} sont en trop à d’autres heures.`,
        `Against what is required, ${less} of presence are missing, and ${more} are over at other times.`,
      );
}

/** The answer in two sentences: does it hold, and what is missing. */
export function plannedHeadline(
  planned: StaffingAnswer,
  required: StaffingAnswer,
  words: StaffingWords,
): string {
  const { by, joint } = planned.ask;
  const apart = by === 'interval' && !joint;
  const holds = apart ? byInterval(planned, words) : atOnce(planned, words);
  return `${holds} ${beyondSaid(planned, required, words)}`;
}

/** The one number: on how many days what is asked holds. */
export function plannedBig(planned: StaffingAnswer, words: StaffingWords) {
  const { ask, intervals, scenario, whole } = planned;
  const at = beginnings(scenario, intervals.length)[weakestOf(planned)] ?? '';
  const says =
    ask.by === 'month'
      ? words.say('des mois, la cible est tenue', 'of months, the target holds')
      : ask.by === 'day'
        ? words.say(
            'des jours, la cible est tenue sur la journée',
            'of days, it holds over the day',
          )
        : ask.joint
          ? words.say(
              'des jours, la cible est tenue du matin au soir',
              'of days, the target holds from morning to evening',
            )
          : words.say(
              `des jours, dans l’intervalle le plus faible : ${at}`,
              `of days, in the weakest interval: ${at}`,
            );
  return { value: words.percent(whole.share), says };
}

const SAID: Readonly<Record<Verdict, readonly [fr: string, en: string]>> = {
  holds: ['oui', 'yes'],
  unsure: ['indécis', 'open'],
  fails: ['non', 'no'],
};

const signed = (n: number, words: StaffingWords): string =>
  n === 0 ? '0' : `${n > 0 ? '+' : '−'}${words.short(Math.abs(n))}`;

const sum = (parts: readonly number[]): number => hundredths(parts.reduce((all, n) => all + n, 0));

const weakestFirst = ({ intervals }: StaffingAnswer) =>
  intervals
    .map((need, i) => ({ need, i }))
    .sort((a, b) => a.need.own.share - b.need.own.share || a.i - b.i);

const columnsOf = (words: StaffingWords): Rows['columns'] => [
  { head: words.say('prévus', 'planned'), width: 9 },
  { head: words.say('requis', 'required'), width: 9 },
  { head: words.say('écart', 'diff.'), width: 7 },
];

/** Interval by interval, the weakest first: planned, required, and how often it holds. */
function intervalsTable(
  planned: StaffingAnswer,
  required: StaffingAnswer,
  words: StaffingWords,
): Rows {
  const { ask, intervals, scenario } = planned;
  const begin = beginnings(scenario, intervals.length);
  const level = words.short(100 * (1 - ask.alpha));
  const beyond = beyondRequired(planned, required);
  // Shifts that begin or end within an interval are parts of an agent.
  const total = (staffing: readonly (readonly number[])[], i: number): number =>
    sum(staffing.map((group) => group[i] ?? 0));
  const rows = weakestFirst(planned).map(({ i, need }): [string, ...string[]] => {
    const more = bestOf(need, 'more', 'own');
    return [
      begin[i] ?? '',
      words.short(total(planned.staffing, i)),
      words.short(total(required.staffing, i)),
      signed(total(beyond, i), words),
      words.chance(need.own),
      words.say(...SAID[need.verdict]),
      more === null ? '–' : words.chance(more.own),
    ];
  });
  return {
    title: words.say(
      `L’horaire tel qu’il est écrit, les intervalles les plus faibles d’abord : conseillers prévus, requis, leur écart, part des jours où la cible de l’intervalle tient, si c’est ${words.percent(ask.on)} ou plus, et la même part avec un conseiller de plus`,
      `The schedule as it is written, the weakest intervals first: agents planned, required, their difference, share of days on which the interval’s target holds, whether that is ${words.percent(ask.on)} or more, and the same share with one agent more`,
    ),
    columns: [
      ...columnsOf(words),
      { head: words.say('tient', 'holds'), width: 11 },
      { head: words.say('assez', 'enough'), width: 9 },
      { head: words.say('avec + 1', 'with + 1'), width: 11 },
    ],
    rows,
    below: [
      ...(scenario.groups.length === 1
        ? []
        : [
            words.say(
              'Tous groupes ensemble ; un de plus : du groupe où il aide le plus.',
              'All groups together; one more: of the group where it helps most.',
            ),
          ]),
      ...(intervals.length === 1
        ? []
        : [
            words.say(
              `Oui et non sont sûrs à ${level} % pour tous les intervalles à la fois : ils demandent plus que le ± de chacun, pour qu’aucun n’échoue par le seul hasard.`,
              `Yes and no are ${level} % sure for all intervals at once: they ask for more than the ± of each, so that none fails by chance alone.`,
            ),
          ]),
      ...(countOf(planned).unsure === 0
        ? []
        : [
            words.say(
              'Indécis : la part est trop près de ce qui est demandé pour ces journées ; davantage trancheraient.',
              'Open: the share is too near what is asked for with these days; more of them would settle it.',
            ),
          ]),
    ],
  };
}

/** What each group has too few or too many. */
function groupsTable(
  planned: StaffingAnswer,
  required: StaffingAnswer,
  words: StaffingWords,
): Rows {
  const { intervals, scenario } = planned;
  const begin = beginnings(scenario, intervals.length);
  const beyond = beyondRequired(planned, required);
  const names = groupNames(scenario, words.language);
  return {
    title: words.say(
      'L’horaire par groupe, les intervalles les plus faibles d’abord : conseillers prévus, requis, leur écart',
      'The schedule by group, the weakest intervals first: agents planned, required, their difference',
    ),
    folded: words.say('L’horaire par groupe', 'The schedule by group'),
    columns: columnsOf(words),
    rows: weakestFirst(planned).flatMap(({ i }) =>
      names.map((name, g): [string, ...string[]] => [
        `${begin[i]} ${name}`,
        words.short(planned.staffing[g]?.[i] ?? 0),
        words.short(required.staffing[g]?.[i] ?? 0),
        signed(beyond[g]?.[i] ?? 0, words),
      ]),
    ),
    below: [],
  };
}

/** How the schedule stands: all groups together, then each of them. */
export const plannedTables = (
  planned: StaffingAnswer,
  required: StaffingAnswer,
  words: StaffingWords,
): Rows[] => [
  intervalsTable(planned, required, words),
  ...(planned.scenario.groups.length === 1 ? [] : [groupsTable(planned, required, words)]),
];
