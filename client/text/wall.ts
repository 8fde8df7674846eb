import type { ClockState, DayView } from '../../models/doors/live.ts';
import { speedShown } from './figures.ts';
import { language } from './language.ts';
import { typesetAll } from './typeset.ts';

const times = (n: number, one: string, many: string) => (n < 2 ? one : many);

/** The words of the wall and of its charts, French first. */
const fr = {
  title: (code: string) => `Tableau ${code}`,
  waiting: (n: number) => times(n, 'attend', 'attendent'),
  nobody: 'personne n’attend',
  promised: (n: number) => `${n} à rappeler`,
  oldest: 'la plus longue attente',
  level: (target: string) => `répondus en ${target}`,
  levelOf: 'sur répondus + raccrochés',
  levelLong: (target: string) =>
    `Niveau de service : appels répondus en ${target} au plus, parmi les répondus et les abandonnés, depuis l’ouverture.`,
  levelNone: 'pas encore d’appel répondu',
  lost: (n: number) => times(n, 'a raccroché', 'ont raccroché'),
  refused: (n: string) => `et ${n} refus`,
  back: (n: number) => times(n, 'est revenu', 'sont revenus'),
  longest: 'la plus longue attente du jour',
  answered: (n: number) => times(n, 'appel pris', 'appels pris'),
  careLong: 'En orange : un appel bien plus long que ceux du même motif.',
  hurryLong: 'En bleu : un appel bien plus court que ceux du même motif.',
  score: 'La partition',
  scoreLong:
    'La partition : une ligne par conseiller, au numéro de son poste, une note par appel. Un trait fin avant la note : ' +
    'l’attente. Une croix : quelqu’un a raccroché. Une liaison relie un nouvel appel à celui qui l’a causé.',
  line: 'la file',
  last: 'Les derniers appels',
  columns: {
    arrived: 'Arrivée',
    desk: 'Poste',
    type: 'Motif',
    waited: 'Attente',
    lasted: 'Durée',
    what: 'Suite',
  },
  what: {
    going: 'en ligne',
    leaving: 'dit au revoir',
    done: 'fini',
    handed: 'transféré',
    back: 'est revenu',
    lost: 'a raccroché',
    refused: 'refusé',
    waits: 'attend',
    repeat: (n: number) => `${n}e appel`,
  },
  day: {
    title: 'La journée',
    long: 'La journée : appels reçus par intervalle, pris à temps, pris en retard, raccrochés.',
    within: 'à temps',
    late: 'en retard',
    lost: 'ont raccroché',
    offered: 'reçus',
    interval: 'Intervalle',
  },
  waits: {
    title: 'Les attentes',
    long: 'Les attentes : combien ont été pris, et combien ont raccroché, après combien de temps.',
    answered: 'pris',
    lost: 'ont raccroché',
    upTo: 'Jusqu’à',
    more: 'plus',
    seconds: (n: string) => `${n} s`,
    minutes: (n: string) => `${n} min`,
  },
  join: 'Prenez un poste',
  darkens:
    'Cette page ne peut pas empêcher l’écran de s’éteindre : réglez la veille de cet appareil.',
  understood: 'Compris',
  before: 'La journée n’a pas commencé.',
  paused: 'En pause',
  speed: (times: string) => `allure ${times}`,
  over: 'La journée est finie.',
  stopped: 'La journée s’est arrêtée là.',
  closing: 'Portes closes : les derniers appels finissent.',
  people: (n: number) => times(n, 'personne à un poste', 'personnes à un poste'),
  room: 'salle',
};

type WallTexts = typeof fr;

const en: WallTexts = {
  title: (code) => `Wall ${code}`,
  waiting: () => 'waiting',
  nobody: 'nobody is waiting',
  promised: (n) => `${n} to call back`,
  oldest: 'longest wait',
  level: (target) => `answered within ${target}`,
  levelOf: 'of answered + hung up',
  levelLong: (target) =>
    `Service level: calls answered within ${target}, out of those answered and those abandoned, since opening.`,
  levelNone: 'no call answered yet',
  lost: (n) => times(n, 'hung up', 'hung up'),
  refused: (n) => `and ${n} turned away`,
  back: () => 'came back',
  longest: 'longest wait of the day',
  answered: (n) => times(n, 'call taken', 'calls taken'),
  careLong: 'In orange: a call much longer than others with the same reason.',
  hurryLong: 'In blue: a call much shorter than others with the same reason.',
  score: 'The score',
  scoreLong:
    'The score: a line for each agent, with the number of the desk, a note for each call. A thin stroke before a note: the wait. ' +
    'A cross: somebody hung up. A slur ties a repeat call to the call that caused it.',
  line: 'the queue',
  last: 'The latest calls',
  columns: {
    arrived: 'Arrived',
    desk: 'Desk',
    type: 'Reason',
    waited: 'Wait',
    lasted: 'Length',
    what: 'Outcome',
  },
  what: {
    going: 'on the line',
    leaving: 'saying goodbye',
    done: 'over',
    handed: 'transferred',
    back: 'came back',
    lost: 'hung up',
    refused: 'refused',
    waits: 'waiting',
    repeat: (n) => `call ${n}`,
  },
  day: {
    title: 'The day',
    long: 'The day: calls received in each interval, taken in time, taken late, hung up.',
    within: 'in time',
    late: 'late',
    lost: 'hung up',
    offered: 'received',
    interval: 'Interval',
  },
  waits: {
    title: 'The waits',
    long: 'The waits: how many were taken, and how many hung up, after how long.',
    answered: 'taken',
    lost: 'hung up',
    upTo: 'Up to',
    more: 'more',
    seconds: (n) => `${n} s`,
    minutes: (n) => `${n} min`,
  },
  join: 'Take a desk',
  darkens: 'This page cannot keep the screen from going dark: change when this device sleeps.',
  understood: 'Got it',
  before: 'The day has not started.',
  paused: 'Paused',
  speed: (times) => `speed ${times}`,
  over: 'The day is over.',
  stopped: 'The day stopped here.',
  closing: 'Doors closed: finishing the last calls.',
  people: (n) => times(n, 'person at a desk', 'people at a desk'),
  room: 'room',
};

const TEXTS = { fr: typesetAll(fr), en };

/** The words of the wall, in the language of this device. */
export const wallWords = (): WallTexts => TEXTS[language()];

/** Why time does not run, else how fast it does. */
export function mannerOf(clock: ClockState, phase: DayView['phase']): string {
  const words = wallWords();
  if (phase === 'over') return words.over;
  // A record that never came to its end.
  if (clock.over) return words.stopped;
  if (clock.paused) return clock.at === 0 ? words.before : words.paused;
  return phase === 'closing' ? words.closing : words.speed(speedShown(clock.speed));
}
