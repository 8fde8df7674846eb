import { UNITS as UNIT_NAMES } from '../../scenario/said/choices.ts';
import { titleAlone } from '../../scenario/said/titles.ts';
import { type Scenario, textIn } from '../../scenario/scenario.ts';
import type { Says } from '../../words/problem.ts';
import type { StaffingAnswer } from '../staffing/answer.ts';
import { dayFigures } from '../staffing/days.ts';
import type { Assumption, GapStep } from '../staffing/gap.ts';
import type { PricePoint } from '../staffing/price.ts';
import { measureOf } from '../staffing/question.ts';
import type { Swept, SweptEnd } from '../staffing/sensitivity.ts';
import { NONE, UNITS } from './numbers.ts';
import type { StaffingWords } from './staffing-words.ts';
import type { Rows } from './study-tables.ts';

/** What is told beyond a requirement: days, the price of probability, the gap, hypotheses. */

const MEASURED: Readonly<Record<string, Says>> = {
  accessibility: { fr: 'accessibilité', en: 'accessibility' },
  abandonRate: { fr: 'abandons', en: 'abandoned' },
  averageSpeedOfAnswer: { fr: 'attente des répondus', en: 'speed of answer' },
  meanWait: { fr: 'attente de tous', en: 'mean wait' },
  waitP90: { fr: 'attente, P90', en: 'wait, P90' },
  worstTenthWait: { fr: 'attente, pire dixième', en: 'wait, worst tenth' },
  lived: { fr: 'vécu*', en: 'experience*' },
};

const called = (measure: string, words: StaffingWords): string =>
  MEASURED[measure]?.[words.language] ??
  `${words.say('niveau de service', 'service level')} ${measure.slice(-2)}`;

/** The mean day, the median day and the tenth-worst day, side by side. */
export function daysTable(answer: StaffingAnswer, words: StaffingWords): Rows {
  const cell = (x: number | null, measure: string): string =>
    words.numbers.plain(x, UNITS.get(measure));
  return {
    title: words.say(
      'La journée moyenne (rapport de sommes), la journée médiane, et celle qu’une sur dix dépasse en mal',
      'The mean day (ratio of sums), the median day, and the day that one in ten is worse than',
    ),
    columns: [
      { head: words.say('moyenne', 'mean'), width: 10 },
      { head: words.say('médiane', 'median'), width: 10 },
      { head: words.say('1 sur 10', '1 in 10'), width: 10 },
    ],
    rows: dayFigures(answer).map(({ mean, measure, median, worstTenth }) => [
      called(measure, words),
      ...[mean, median, worstTenth].map((x) => cell(x, measure)),
    ]),
    below: [],
  };
}

/** Agents against share of days. */
export function priceTable(
  points: readonly PricePoint[],
  answer: StaffingAnswer,
  words: StaffingWords,
): Rows {
  const shown = ['accessibility', 'lived'].filter((name) => points[0]?.figures[name]?.mean != null);
  const level = answer.scenario.day.lengthMin / 60;
  const rows = points.map((point): [string, ...string[]] => [
    words.percent(point.on),
    point.holds ? words.chance(point.whole) : '–',
    words.numbers.fixed(point.agents, 2),
    ...shown.map((name) =>
      words.numbers
        .figure(point.figures[name] ?? NONE, UNITS.get(name))
        .join(' ')
        .trimEnd(),
    ),
  ]);
  const costs = points.slice(1).map((point, k) => {
    const before = points[k] as PricePoint;
    const more = words.short(point.agents - before.agents);
    const hours = words.hours((point.agents - before.agents) * level);
    return words.say(
      `de ${words.percent(before.on)} à ${words.percent(point.on)} : ${more} conseiller en moyenne (${hours})`,
      `from ${words.percent(before.on)} to ${words.percent(point.on)}: ${more} agents on average (${hours})`,
    );
  });
  return {
    title: words.say(
      'Le prix de la probabilité : conseillers en moyenne sur la journée, selon la part des jours demandée',
      'The price of probability: agents, on average over the day, by the share of days asked for',
    ),
    columns: [
      { head: words.say('atteint', 'reached'), width: 12 },
      { head: words.say('conseillers', 'agents'), width: 13 },
      ...shown.map((name) => ({ head: called(name, words), width: 16 })),
    ],
    rows,
    below: costs,
  };
}

const ASSUMED: Readonly<Record<Assumption, Says>> = {
  erlangC: { fr: 'Erlang C', en: 'Erlang C' },
  patience: { fr: 'on raccroche (Erlang A)', en: 'callers give up (Erlang A)' },
  transients: { fr: 'une journée, non l’éternité', en: 'a day, not eternity' },
  handlingLaw: { fr: 'la loi des durées', en: 'the law of handling' },
  patienceLaw: { fr: 'la loi de la patience', en: 'the law of patience' },
  factors: { fr: 'des jours plus chargés', en: 'busier days' },
  returns: { fr: 'on rappelle', en: 'callers call again' },
  absences: { fr: 'absences, pauses, vitesses', en: 'absences, breaks, speeds' },
  skills: { fr: 'qui sait quoi', en: 'who can do what' },
  arbitration: { fr: 'la durée s’arbitre', en: 'time is arbitrated' },
};

/** From Erlang to the simulation, step by step. */
export function gapTable(
  steps: readonly GapStep[],
  answer: StaffingAnswer,
  words: StaffingWords,
): Rows {
  const measure = measureOf(answer.ask.target);
  const unit = UNITS.get(measure);
  const signed = (step: GapStep['step']): string => {
    if (step === null) return '';
    const halfWidth = step.halfWidth > 0 ? step.halfWidth : null;
    return words.numbers
      .change({ ...step, halfWidth }, unit)
      .join(' ')
      .trimEnd();
  };
  return {
    title: words.say(
      `Pourquoi Erlang et la simulation diffèrent : ${called(measure, words)} de la journée avec l’effectif requis, ce que la formule néglige étant remis un par un, mêmes appelants`,
      `Why Erlang and the simulation differ: ${called(measure, words)} of the day with the staffing required; what the formula leaves out is put back one by one, same callers`,
    ),
    drawn: {
      unit: unit ?? '',
      steps: steps.map(({ assumption, value }) => ({
        name: ASSUMED[assumption][words.language],
        value: value.mean,
      })),
    },
    columns: [
      { head: words.say('de là', 'from here'), width: 10 },
      { head: words.say('écart', 'step'), width: 18 },
    ],
    rows: steps.map(({ assumption, step, value }) => [
      ASSUMED[assumption][words.language],
      words.numbers.plain(value.mean, unit),
      signed(step),
    ]),
    below: [],
  };
}

/** What a hypothesis is called, and of which type or group where there are several. */
function namedIn({ groups, types }: Scenario, path: string, words: StaffingWords): string {
  const [list, id] = path.split('.');
  const items = list === 'types' ? types : list === 'groups' ? groups : [];
  const of = items.length > 1 ? items.find((one) => one.id === id) : undefined;
  const title = titleAlone(path)[words.language];
  return of === undefined ? title : `${title} (${textIn(of.name, words.language)})`;
}

/** A number as it is written in the scenario, in its unit. */
const inUnit = (x: number, unit: string, words: StaffingWords): string =>
  `${words.short(x)} ${words.say(...(UNIT_NAMES[unit] ?? [unit, unit]))}`.trimEnd();

function changeSaid(
  name: string,
  end: SweptEnd,
  { now, unit }: Swept,
  words: StaffingWords,
): string {
  const at = inUnit(end.beyond ?? end.value, unit, words);
  const above = end.value > now;
  const more = end.changes === 'more';
  return words.say(
    `${name} ${above ? 'au-dessus' : 'au-dessous'} d’environ ${at} (il faut ${more ? 'plus' : 'moins'} de monde)`,
    `${name} ${above ? 'above' : 'below'} about ${at} (${more ? 'more' : 'fewer'} agents needed)`,
  );
}

/** What a choice owes to hypotheses. */
export function sensitivityTable(
  swept: readonly Swept[],
  { scenario }: StaffingAnswer,
  words: StaffingWords,
): Rows {
  const named = (path: string): string => namedIn(scenario, path, words);
  const changes = swept.flatMap((one) =>
    one.ends.flatMap((end) =>
      end.changes === 'none' ? [] : changeSaid(named(one.path), end, one, words),
    ),
  );
  return {
    title: words.say(
      'Ce qui est supposé, poussé un à un aux deux bouts de ce qui est plausible (hypothèses de degré D) : part des jours où l’effectif requis tient',
      'What is assumed, moved one by one to both ends of what is plausible (hypotheses of grade D): share of days on which those required hold',
    ),
    columns: [
      { head: words.say('ici', 'here'), width: 14 },
      { head: words.say('bas', 'low'), width: 20 },
      { head: words.say('haut', 'high'), width: 20 },
    ],
    rows: swept.map(({ ends, now, path, range, unit }) => [
      named(path),
      inUnit(now, unit, words),
      ...range.map((value) => {
        const end = ends.find((one) => one.value === value);
        return end === undefined ? '–' : `${words.short(value)} : ${words.chance(end.whole)}`;
      }),
    ]),
    below: changesSaid(changes, words),
  };
}

/** Whether anything changes a choice, in a sentence; several things each on a line of their own. */
function changesSaid(changes: readonly string[], words: StaffingWords): readonly string[] {
  const [first, ...others] = changes;
  if (first === undefined)
    return [
      words.say(
        'Rien dans ces étendues ne change votre choix.',
        'Nothing in these ranges changes your choice.',
      ),
    ];
  if (others.length === 0)
    return [
      words.say(
        `Votre choix ne change que si : ${first}.`,
        `Your choice changes only if: ${first}.`,
      ),
    ];
  return [
    words.say('Votre choix ne change que si :', 'Your choice changes only if:'),
    ...changes.map((change) => `– ${change}`),
  ];
}
