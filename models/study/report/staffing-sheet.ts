import { textIn } from '../../scenario/scenario.ts';
import { supposedSays } from '../../scenario/supposed.ts';
import type { GroupNeed, IntervalNeed, StaffingAnswer } from '../staffing/answer.ts';
import type { StaffingReport } from '../staffing/report.ts';
import type { Language } from './numerals.ts';
import { daysTable, gapTable, priceTable, sensitivityTable } from './staffing-beyond.ts';
import { decides, needsTables } from './staffing-needs.ts';
import { plannedBig, plannedHeadline, plannedTables } from './staffing-planned.ts';
import { StaffingWords } from './staffing-words.ts';
import type { Rows } from './study-tables.ts';

/** A requirement as a person reads it: one sentence, then what proves it. */
export interface StaffingSheet {
  readonly name: string;
  /** The answer. */
  readonly headline: string;
  /** The number that the answer comes to; absent: the agents at the peak. */
  readonly big?: { readonly value: string; readonly says: string };
  readonly notes: readonly string[];
  /** What records did not say and the scenario supposes; absent: nothing is told of it. */
  readonly supposed?: { readonly title: string; readonly says: readonly string[] };
  readonly tables: readonly Rows[];
}

/** With n − 1 it holds on so many days, with n on so many. */
function oneInterval(answer: StaffingAnswer, need: GroupNeed, words: StaffingWords): string {
  const kind = decides(answer.ask);
  const now = kind === 'own' ? (answer.intervals[0] as IntervalNeed).own : answer.whole;
  const { agents, fewer, more } = need;
  const parts = [
    ...(fewer === null ? [] : [[agents - 1, fewer[kind]] as const]),
    [agents, now] as const,
    ...(more === null ? [] : [[agents + 1, more[kind]] as const]),
  ];
  const days = answer.ask.by === 'month' ? ['des mois', 'of months'] : ['des jours', 'of days'];
  const said = parts.map(([n, chance], i) =>
    i === 0
      ? words.say(
          `avec ${n}, la cible est tenue ${words.chance(chance)} ${days[0]}`,
          `with ${n} the target holds on ${words.chance(chance)} ${days[1]}`,
        )
      : words.say(`avec ${n}, ${words.chance(chance)}`, `with ${n} on ${words.chance(chance)}`),
  );
  return `${words.agents(agents)}${words.say(' : ', ': ')}${said.join(words.say(' ; ', ', '))}.`;
}

function headline(answer: StaffingAnswer, words: StaffingWords): string {
  const { ask, holds, intervals, scenario } = answer;
  const asked = `${words.target(ask.target)}, ${words.where(ask)}`;
  if (!holds)
    return words.say(
      `Aucun effectif permis n’y suffit (${asked}) : avec tous les conseillers permis, ${words.chance(answer.whole)}.`,
      `No staffing that is allowed is enough (${asked}): with all agents allowed, ${words.chance(answer.whole)}.`,
    );
  const needs = intervals.map(({ groups }) => groups);
  const [only] = needs[0] ?? [];
  const one = scenario.groups.length === 1 && (ask.level || needs.length === 1);
  if (one && only !== undefined) return oneInterval(answer, only, words);
  return severalIntervals(answer, words);
}

function severalIntervals(answer: StaffingAnswer, words: StaffingWords): string {
  const { ask, intervals } = answer;
  const totals = intervals.map(({ groups }) => groups.reduce((sum, { agents }) => sum + agents, 0));
  const [low, high] = [Math.min(...totals), Math.max(...totals)];
  const hours = words.hours(answer.agentHours);
  const range =
    low === high
      ? words.agents(low)
      : words.say(
          `De ${low} à ${words.agents(high)} selon l’heure`,
          `From ${low} to ${words.agents(high)} by the hour`,
        );
  const weakest = decides(ask) === 'own';
  const [fr, en] = ask.by === 'month' ? ['des mois', 'of months'] : ['des jours', 'of days'];
  const all = words.chance(answer.jointly);
  const [own, ofOwn] = weakest
    ? [
        ` dans le plus faible des intervalles, ${all} dans tous à la fois`,
        ` in the weakest interval, on ${all} in all of them at once`,
      ]
    : ['', ''];
  return words.say(
    `${range}, ${hours} de présence en tout : tenu ${words.chance(answer.whole)} ${fr}${own} ; un seul conseiller de moins, à n’importe quelle heure, et cela ne tient plus.`,
    `${range}, ${hours} of presence in all: it holds on ${words.chance(answer.whole)} ${en}${ofOwn}; take one agent away, at any hour, and it no longer holds.`,
  );
}

/** The smallest that did on the days that searched may do a little less on those that judge. */
function missed(answer: StaffingAnswer | null, words: StaffingWords): string[] {
  if (answer === null || !answer.holds || answer.whole.share >= answer.ask.on) return [];
  const [asked, found] = [words.percent(answer.ask.on), words.chance(answer.whole)];
  return [
    words.say(
      `C’est un peu moins que demandé (${found} pour ${asked}) : cet effectif suffisait tout juste sur les journées de la recherche. Un conseiller de plus où la colonne n est sous ${asked} l’assure.`,
      `That is a little less than asked (${found} for ${asked}): this staffing was just enough on the days of the search. One agent more where column n is below ${asked} makes sure of it.`,
    ),
  ];
}

/** The calls of a recorded day are the same on every day that is played. */
function recorded({ scenario }: StaffingAnswer, words: StaffingWords): string[] {
  if (scenario.trace === undefined) return [];
  return [
    words.say(
      'Ces appels sont ceux d’un seul jour relevé, les mêmes à chaque journée jouée : la part des jours ne dit pas ce que d’autres jours demanderaient. Une journée ajustée à plusieurs jours le dit.',
      'These calls are those of one recorded day, the same on every day that is played: the share of days does not tell what other days would ask for. A day fitted to several days does.',
    ),
  ];
}

function notesOf({ answer, planned, rules }: StaffingReport, words: StaffingWords): string[] {
  const { ask, played, tried } = answer;
  const { jointly, wholeDay } = planned ?? answer;
  const level = words.short(100 * (1 - ask.alpha));
  return [
    words.say(
      `Demandé : ${words.target(ask.target)}, ${words.where(ask)}.`,
      `Asked: ${words.target(ask.target)}, ${words.where(ask)}.`,
    ),
    ...missed(planned === undefined ? answer : null, words),
    ...recorded(answer, words),
    words.say(
      `Cherché sur ${ask.days} journées, jugé sur ${ask.days} autres, dont sont les chiffres ; mêmes appelants pour tous les effectifs ; ± intervalle à ${level} %.`,
      `Searched on ${ask.days} days, judged on ${ask.days} others, whose figures these are; the same callers for every staffing; ± ${level} % interval.`,
    ),
    words.say(
      `Graine « ${ask.seed} », règles ${rules} ; ${tried} effectifs essayés, ${words.numbers.fixed(played, 0)} journées en tout.`,
      `Seed "${ask.seed}", rules ${rules}; ${tried} staffings tried, ${words.numbers.fixed(played, 0)} days in all.`,
    ),
    words.say(
      `${planned ? 'Avec cet horaire' : 'Avec cet effectif'} : tous les intervalles à la fois ${words.chance(jointly)} des jours ; la journée entière ${words.chance(wholeDay)}.`,
      `With this ${planned ? 'schedule' : 'staffing'}: all intervals at once on ${words.chance(jointly)} of days; the day as a whole on ${words.chance(wholeDay)}.`,
    ),
    ...(ask.by === 'interval'
      ? []
      : [
          words.say(
            'Une cible sur la journée ou le mois laisse des heures creuses mal servies : voyez la colonne n de chaque intervalle.',
            'A target over the day or the month leaves some hours badly served: see column n of each interval.',
          ),
        ]),
  ];
}

/** What the answer rests on, where records did not say it. */
function supposedOf({ scenario }: StaffingAnswer, words: StaffingWords) {
  const says = supposedSays(scenario).map((one) => one[words.language]);
  if (says.length === 0) return {};
  const title = words.say('Ce que les données ne disent pas', 'What the data do not say');
  return { supposed: { title, says } };
}

/** A requirement in words and rows, in one language. */
export function staffingSheet(report: StaffingReport, language: Language): StaffingSheet {
  const words = new StaffingWords(language);
  const { answer, gap, planned, price, sensitivity } = report;
  const shown = planned ?? answer;
  return {
    name: textIn(answer.scenario.name, language),
    headline: planned ? plannedHeadline(planned, answer, words) : headline(answer, words),
    ...(planned ? { big: plannedBig(planned, words) } : {}),
    notes: notesOf(report, words),
    ...supposedOf(answer, words),
    tables: [
      ...(planned ? plannedTables(planned, answer, words) : []),
      ...needsTables(answer, words),
      daysTable(shown, words),
      ...(gap === null ? [] : [gapTable(gap, answer, words)]),
      ...(price === null ? [] : [priceTable(price, answer, words)]),
      ...(sensitivity === null ? [] : [sensitivityTable(sensitivity, answer, words)]),
    ],
  };
}
