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
  unit: 'En minutes d’attente, au prix affiché à ce moment-là ; la courbe de résolution est supposée.',
  care: {
    name: '« Prends soin de ce client. »',
    right: (n: number) => times(n, 'fois : conclu trop tôt', 'fois : conclus trop tôt'),
    none: 'Jamais : aucun appel n’a été conclu trop tôt.',
  },
  hurry: {
    name: '« Dépêche-toi, le suivant attend. »',
    right: (n: number) => times(n, 'fois : trop prolongé', 'fois : trop prolongés'),
    none: 'Jamais : aucun appel n’a été trop prolongé.',
  },
  missed: (minutes: string) =>
    `Une minute de plus pour chacun aurait valu, en tout, ${minutes} min de plus qu’elle n’aurait coûté aux autres.`,
  below: (n: number) =>
    times(
      n,
      'Dont un sous le seuil où se dépêcher allonge la file.',
      `Dont ${n} sous le seuil où se dépêcher allonge la file.`,
    ),
  over: (late: string, minutes: string) =>
    `${late} de trop en tout, qui ont coûté aux autres ${minutes} min de plus qu’elles n’ont apporté.`,
  worst: (hour: string, talk: string, minutes: string) =>
    `Le plus net : à ${hour}, après ${talk} de conversation (${minutes} min).`,
  both: (n: number) =>
    `${times(n, '1 appel conclu', `${n} appels conclus`)} à peu près au bon moment : moins d’une demi-minute d’attente d’écart.`,
};

type VerdictTexts = typeof fr;

const en: VerdictTexts = {
  title: 'Which of the two was right?',
  hypothesis: 'hypothesis',
  seen: (n, of) =>
    n < of
      ? `For ${n} of the ${of} calls concluded here, those that this screen saw.`
      : `For the ${n === 1 ? 'call' : `${n} calls`} concluded here.`,
  unit: 'In minutes of waiting, at the price shown at that moment; the resolution curve is assumed.',
  care: {
    name: '‘Take care of this customer.’',
    right: (n) => times(n, 'time: concluded too soon', 'times: concluded too soon'),
    none: 'Never: no call was concluded too soon.',
  },
  hurry: {
    name: '‘Hurry up, the next one is waiting.’',
    right: (n) => times(n, 'time: drawn out', 'times: drawn out'),
    none: 'Never: no call was drawn out.',
  },
  missed: (minutes) =>
    `One minute more for each would have been worth, in all, ${minutes} min more than it would have cost the others.`,
  below: (n) =>
    times(
      n,
      'One of these below the point where hurrying makes the line longer.',
      `${n} of these below the point where hurrying makes the line longer.`,
    ),
  over: (late, minutes) =>
    `${late} too much in all, which cost the others ${minutes} min more than it brought.`,
  worst: (hour, talk, minutes) =>
    `The clearest: at ${hour}, after ${talk} of talk (${minutes} min).`,
  both: (n) =>
    `${times(n, '1 call concluded', `${n} calls concluded`)} at about the right moment: less than half a minute of waiting apart.`,
};

const TEXTS = { fr: typesetAll(fr), en };

/** The words of the verdict, in the language of this device. */
export const verdictWords = (): VerdictTexts => TEXTS[language()];
