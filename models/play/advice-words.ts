import type { AdviceId } from '../words/advice.ts';
import type { Says } from '../words/problem.ts';

const says = (fr: string, en: string): Says => ({ fr, en });

/** Each advice in one sentence, of something that can be done in the next call. */
export const ADVICE_SAYS: Readonly<Record<AdviceId, Says>> = {
  answer: says(
    'Décrochez dès que ça sonne : ceux qui attendent finissent par raccrocher.',
    'Pick up as soon as it rings: people left waiting hang up in the end.',
  ),
  stay: says(
    'Restez tant que la minute suivante aide ce client plus qu’elle ne coûte aux autres.',
    'Stay as long as another minute helps this caller more than it costs the others.',
  ),
  listen: says(
    'Écoutez d’abord jusqu’au bout : sinon, on travaille parfois pour rien.',
    'Hear the caller out first; otherwise you may be working on the wrong thing.',
  ),
  listenOnce: says(
    'Une écoute suffit : ensuite, travaillez, et concluez quand la minute n’en vaut plus la peine.',
    'Listening once is enough: then work, and conclude when another minute is no longer worth it.',
  ),
  concludeOne: says(
    'Dès que quelqu’un attend, concluez une fois l’essentiel fait.',
    'As soon as somebody is waiting, conclude once the main thing is done.',
  ),
  concludeMany: says(
    'À partir de trois en attente, allez à l’essentiel, puis concluez.',
    'With three or more waiting, do the main thing, then conclude.',
  ),
  explain: says(
    'Quand personne n’attend, expliquez avant de conclure.',
    'When nobody is waiting, explain before you conclude.',
  ),
  explainAnyway: says(
    'Expliquez avant de conclure, même si un ou deux clients attendent : ce sont des appels en moins.',
    'Explain before you conclude, even with one or two waiting: it saves a call later.',
  ),
  refuse: says(
    'Écoutez d’abord ; si ce n’est pas dû, dites non avec « parce que » et « je peux ».',
    'Listen first; if it is not due, say no with a reason and something you can do.',
  ),
  keep: says(
    'Gardez l’appel que vous savez traiter, au lieu de le passer à d’autres.',
    'Keep the call you can deal with yourself instead of handing it on.',
  ),
  tell: says(
    'Avant de passer un appel, racontez toute l’histoire à votre collègue.',
    'Before handing a call on, tell your colleague the whole story.',
  ),
  refer: says(
    'Confiez à l’autre service ce qu’il fait plus vite, en lui racontant tout.',
    'Let the other service have what it does faster, and tell them the whole story.',
  ),
  recognise: says(
    'Devant un reproche, reconnaissez-le tout de suite : il retombe.',
    'When a caller complains, recognise it at once: it cools down.',
  ),
  limit: says(
    'Au premier manque de respect, posez la limite, calmement, une fois.',
    'At the first sign of disrespect, set the limit, calmly and once.',
  ),
  breathe: says(
    'Si votre souffle est bas et que personne n’attend, soufflez avant l’appel suivant.',
    'When you are short of breath and nobody is waiting, breathe before the next call.',
  ),
  goOn: says(
    'Quand quelqu’un attend, prenez l’appel suivant sans souffler d’abord.',
    'When somebody is waiting, take the next call without breathing first.',
  ),
  signal: says(
    'Dès que deux clients racontent la même histoire, tirez la corde après l’appel.',
    'Once two callers tell the same story, pull the cord after the call.',
  ),
};
