import { language } from './language.ts';
import { typesetAll } from './typeset.ts';

const times = (n: number, one: string, many: string) => (n < 2 ? one : many);

/** What is said of the two voices once the day is over, French first. */
const fr = {
  title: 'Laquelle avait raison ?',
  hypothesis: 'hypothèse',
  seen: (n: number, of: number) =>
    n < of
      ? `Pour ${n} des ${of} appels conclus ici, ceux que cet écran a vus.`
      : `Pour ${times(n, 'l’appel conclu', `les ${n} appels conclus`)} ici.`,
  unit: 'En minutes d’attente, au prix affiché à ce moment-là ; ce qu’une minute résout est supposé.',
  care: {
    name: '« Prends soin de ce client. »',
    right: (n: number) => times(n, 'appel conclu trop tôt', 'appels conclus trop tôt'),
    none: 'Jamais : aucun appel n’a été conclu trop tôt.',
  },
  hurry: {
    name: '« Dépêche-toi, le suivant attend. »',
    right: (n: number) => times(n, 'appel trop prolongé', 'appels trop prolongés'),
    none: 'Jamais : aucun appel n’a été trop prolongé.',
  },
  missed: (minutes: string) =>
    `Une minute de plus à chaque fois aurait valu, en tout, ${minutes} min de plus qu’elle n’aurait coûté aux autres.`,
  below: (n: number) =>
    times(
      n,
      'Dont un sous le seuil où se dépêcher allonge la file.',
      `Dont ${n} sous le seuil où se dépêcher allonge la file.`,
    ),
  over: (late: string, minutes: string) =>
    `${late} de trop en tout, qui ont coûté aux autres ${minutes} min de plus qu’elles n’ont apporté.`,
  worst: (hour: string, talk: string, minutes: string) =>
    `Le cas le plus net : à ${hour}, après ${talk} de conversation (${minutes} min).`,
  both: (n: number) =>
    `${times(n, '1 appel conclu', `${n} appels conclus`)} à peu près au bon moment : moins d’une demi-minute d’attente d’écart.`,
};

type VerdictTexts = typeof fr;

const en: VerdictTexts = {
  title: 'Which of the two was right?',
  hypothesis: 'hypothesis',
  seen: (n, of) =>
    n < of
      ? `For ${n} of the ${of} calls concluded here: those this screen saw.`
      : `For the ${n === 1 ? 'call' : `${n} calls`} concluded here.`,
  unit: 'In minutes of waiting, at the price shown at that moment; how much a minute solves is assumed.',
  care: {
    name: '‘Take care of this caller.’',
    right: (n) => times(n, 'call concluded too soon', 'calls concluded too soon'),
    none: 'Never: no call was concluded too soon.',
  },
  hurry: {
    name: '‘Hurry up, the next one is waiting.’',
    right: (n) => times(n, 'call went on too long', 'calls went on too long'),
    none: 'Never: no call went on too long.',
  },
  missed: (minutes) =>
    `One more minute each time would have been worth, in all, ${minutes} min more than it would have cost the others.`,
  below: (n) =>
    times(
      n,
      'One ended below the point where hurrying makes the queue longer.',
      `${n} of them ended below the point where hurrying makes the queue longer.`,
    ),
  over: (late, minutes) =>
    `${late} too long in all, which cost the others ${minutes} min more than it gained.`,
  worst: (hour, talk, minutes) =>
    `The clearest case: at ${hour}, after ${talk} of talk (${minutes} min).`,
  both: (n) =>
    `${times(n, '1 call concluded', `${n} calls concluded`)} at about the right moment: within half a minute of waiting.`,
};

const TEXTS = { fr: typesetAll(fr), en };

/** The words of the verdict, in the language of this device. */
export const verdictWords = (): VerdictTexts => TEXTS[language()];
