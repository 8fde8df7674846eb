import { language } from './language.ts';
import { typesetAll } from './typeset.ts';

/** What other ways to answer would have given the same callers, French first. */
const fr = {
  title: 'Les mêmes appelants, autrement',
  caption: 'Ce que donne chaque façon de répondre',
  asking: 'On rejoue la journée, avec les mêmes appelants…',
  hypothesis: 'hypothèse',
  /** Each way, as a row begins with it. */
  rows: {
    played: 'Telle qu’elle a été jouée',
    hurry: 'Se dépêcher',
    care: 'Prendre soin',
    price: 'Le prix de la minute suivante',
  },
  paced: (way: string, minutes: string) => `${way} : ${minutes} min`,
  /** The same within a sentence. */
  within: {
    played: 'la journée telle qu’elle a été jouée',
    hurry: 'se dépêcher',
    care: 'prendre soin',
    price: 'le prix de la minute suivante',
  },
  /** The same beside a point. */
  axes: { hurry: 'se dépêcher', care: 'prendre soin', price: 'suivre le prix' },
  best: (way: string) => `Sur ces mêmes appelants, ${way} a coûté le moins.`,
  tied: (ways: string) => `Sur ces mêmes appelants, ${ways} ont coûté le moins, à égalité.`,
  and: 'et',
  columns: {
    way: 'Façon de répondre',
    cost: 'Coût par client',
    costIn: 'min d’attente',
    wait: 'Attente moyenne',
    attempts: 'Appels par client',
    lived: 'Vécu du client',
    livedOf: 'sur 100',
  },
  unit: 'Le coût compte l’attente, les abandons, les appels pour rien et les clients perdus, en minutes d’attente : ce que pèse chacun est un choix de valeurs.',
  oneDay:
    'Une seule journée dit peu : le hasard y pèse lourd. La ligne de commande (contretemps study) en joue des centaines.',
  none: '–',
  noneLong: 'pas de chiffre',
};

type WhatIfTexts = typeof fr;

const en: WhatIfTexts = {
  title: 'The same callers, answered differently',
  caption: 'What each way of answering gives',
  asking: 'Playing the day again, with the same callers…',
  hypothesis: 'hypothesis',
  rows: {
    played: 'As it was played',
    hurry: 'Hurry',
    care: 'Take care',
    price: 'The price of the next minute',
  },
  paced: (way, minutes) => `${way}: ${minutes} min`,
  within: {
    played: 'the day as it was played',
    hurry: 'hurrying',
    care: 'taking care',
    price: 'the price of the next minute',
  },
  axes: { hurry: 'hurrying', care: 'taking care', price: 'following the price' },
  best: (way) => `With these same callers, ${way} cost the least.`,
  tied: (ways) => `With these same callers, ${ways} tied for the lowest cost.`,
  and: 'and',
  columns: {
    way: 'Way of answering',
    cost: 'Cost per caller',
    costIn: 'min of waiting',
    wait: 'Mean wait',
    attempts: 'Calls per caller',
    lived: 'Caller experience',
    livedOf: 'out of 100',
  },
  unit: 'The cost counts waiting, abandoned calls, fruitless calls and lost callers, in minutes of waiting: how much each counts is a value judgement.',
  oneDay:
    'A single day says little: chance plays a large part. The command line (contretemps study) plays hundreds.',
  none: '–',
  noneLong: 'no figure',
};

const TEXTS = { fr: typesetAll(fr), en };

/** The words of the same callers, in the language of this device. */
export const whatIfWords = (): WhatIfTexts => TEXTS[language()];
