import type { Says } from '../../words/problem.ts';
import type { StaffingAsk, Target } from '../staffing/question.ts';
import type { StaffingReport } from '../staffing/report.ts';
import type { Language } from './numerals.ts';
import type { Report } from './report.ts';
import { StaffingWords } from './staffing-words.ts';

/** The choices behind the figures of a requirement, which its report states. */

export interface Choice {
  /** What it is called in a file for other programs. */
  readonly id: string;
  readonly name: Says;
  readonly says: Says;
}

const says = (fr: string, en: string): Says => ({ fr, en });

/** What each service level is a share of (RULES M4). */
const LEVELS: Readonly<Record<string, Says>> = {
  F1: says(
    'F1 : (répondus + abandons dans le délai) / (répondus + abandons)',
    'F1: (answered + abandoned, within the time) / (answered + abandoned)',
  ),
  F2: says('F2 : répondus dans le délai / répondus', 'F2: answered within the time / answered'),
  F3: says(
    'F3 : répondus dans le délai / (répondus + abandons)',
    'F3: answered within the time / (answered + abandoned)',
  ),
  F4: says(
    'F4 : répondus dans le délai / (répondus + abandons après le délai)',
    'F4: answered within the time / (answered + abandoned after it)',
  ),
  F5: says(
    'F5 : (répondus dans le délai + abandons courts) / (répondus + abandons)',
    'F5: (answered within the time + short abandons) / (answered + abandoned)',
  ),
};

function measured(target: Target): Says {
  if (target.kind === 'serviceLevel') return LEVELS[target.definition] ?? says('', '');
  if (target.kind === 'abandonment')
    return says('abandons / appels offerts', 'abandoned / offered calls');
  return says(
    'attente des appels répondus / appels répondus',
    'wait of answered calls / answered calls',
  );
}

/** What each formula beside Erlang C is (MODEL 13.2). */
const RULES_SAID: Readonly<Record<StaffingAsk['rule'], Says>> = {
  sipp: says('SIPP : chaque intervalle pour lui-même', 'SIPP: each interval for itself'),
  lagged: says(
    'lagged : chaque intervalle, en retard d’une durée d’appel',
    'lagged: each interval, later by the length of a call',
  ),
  mol: says(
    'MOL (modified offered load) : la charge qu’auraient des conseillers sans limite de nombre',
    'MOL (modified offered load): the load if agents were without limit',
  ),
};

const days = ({ days: n, monthDays, by }: StaffingAsk): Says =>
  by === 'month'
    ? says(
        `${n} pour chercher, ${n} autres pour juger ; mois de ${monthDays}`,
        `${n} to search, ${n} others to judge; months of ${monthDays}`,
      )
    : says(`${n} pour chercher, ${n} autres pour juger`, `${n} to search, ${n} others to judge`);

/** The choices, in the order in which a planner asks for them. */
export function staffingChoices({
  ask,
  rules,
  scenario,
}: Pick<Report, 'ask' | 'rules' | 'scenario'>): Choice[] {
  const { closing, intervalMin } = scenario.day;
  const short = scenario.serviceLevel.shortAbandonS;
  const level = Math.round(1_000 * (1 - ask.alpha)) / 10;
  const usesShort = ask.target.kind === 'serviceLevel' && ask.target.definition === 'F5';
  return [
    { id: 'measure', name: says('Mesure', 'Measure'), says: measured(ask.target) },
    { id: 'formula', name: says('Formule', 'Formula'), says: RULES_SAID[ask.rule] },
    {
      id: 'time',
      name: says('Délai', 'Time'),
      says: says(
        `inclus${usesShort ? ` ; abandon court : ${short} s au plus` : ''}`,
        `inclusive${usesShort ? `; short abandon: at most ${short} s` : ''}`,
      ),
    },
    {
      id: 'interval',
      name: says('Intervalle', 'Interval'),
      says: says(`celui de l’arrivée, ${intervalMin} min`, `of arrival, ${intervalMin} min`),
    },
    {
      id: 'means',
      name: says('Moyennes', 'Means'),
      says: says(
        'rapports de sommes, non moyennes de rapports',
        'ratios of sums, not means of ratios',
      ),
    },
    {
      id: 'waiting',
      name: says('Encore en attente à la fin', 'Still waiting at the end'),
      says:
        closing === 'cut'
          ? says('comptés à part : le jour s’arrête là', 'counted apart: the day stops there')
          : says(
              'servis ou perdus après la fermeture, comptés à leur arrivée',
              'served or lost after closing, counted where they arrived',
            ),
    },
    { id: 'days', name: says('Journées', 'Days'), says: days(ask) },
    { id: 'seed', name: says('Graine', 'Seed'), says: says(`« ${ask.seed} »`, `"${ask.seed}"`) },
    {
      id: 'confidence',
      name: says('Intervalles ±', '± intervals'),
      says: says(`à ${String(level).replace('.', ',')} %`, `${level} %`),
    },
    { id: 'rules', name: says('Règles', 'Rules'), says: says(rules, rules) },
  ];
}

const askedIn = (ask: StaffingAsk, language: Language): string => {
  const words = new StaffingWords(language);
  return `${words.target(ask.target)}, ${words.where(ask)}`;
};

/** The choices behind an answer that was just worked out, and first what was asked. */
export const choicesOf = ({
  answer,
  rules,
}: Pick<StaffingReport, 'answer' | 'rules'>): Choice[] => [
  {
    id: 'asked',
    name: says('Demandé', 'Asked'),
    says: says(askedIn(answer.ask, 'fr'), askedIn(answer.ask, 'en')),
  },
  ...staffingChoices({ ask: answer.ask, rules, scenario: answer.scenario }),
];
