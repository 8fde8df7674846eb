import { language } from './language.ts';
import { typesetAll } from './typeset.ts';

/** Teams that play side by side. */
const fr = {
  team: (n: string) => `Équipe ${n}`,
  field: 'Équipes',
  fieldHint:
    'Chaque équipe tient le même centre, le même jour, et reçoit exactement les mêmes appels. Qui entre rejoint la moins nombreuse.',
  inTeams: (teams: string) =>
    `${teams} équipes. Chacun rejoint la moins nombreuse, et y a aussitôt un poste.`,
  seated: (n: string, of: string) => `${n} sur ${of}`,
  people: (n: number, shown: string) =>
    n === 0 ? 'personne à un poste' : n === 1 ? '1 personne' : `${shown} personnes`,
  reached: 'ont eu quelqu’un',
  lived: 'vécu',
  livedLong: 'Comment les clients ont vécu leur appel, de 0 à 100. Une hypothèse.',
  page: (from: string, to: string, of: string) => `Équipes ${from} à ${to}, sur ${of}`,
  before: 'Équipes précédentes',
  after: 'Équipes suivantes',
  same: 'Exactement les mêmes appels pour toutes les équipes.',
  modes: {
    label: 'Ce qui est projeté',
    teams: 'Les équipes',
    caller: 'Le même appelant',
    axes: 'Deux axes',
  },
  axes: {
    title: 'Être joint, être aidé',
    says: 'Vécu : une hypothèse. Losanges : trois façons de répondre, sur les mêmes appelants.',
    who: 'Qui',
  },
  save: 'Enregistrer les chiffres (CSV)',
  saveAs: 'equipes',
  sameCaller: (at: string, type: string) =>
    `Le même appelant, à ${at}${type ? ` : ${type.toLocaleLowerCase('fr')}` : ''}`,
  previousCaller: 'Appelant précédent',
  nextCaller: 'Appelant suivant',
  calls: (n: number, shown: string) => `${shown} ${n < 2 ? 'appel' : 'appels'}`,
  waited: (time: string) => `${time} d’attente`,
  talked: (time: string) => `${time} en ligne`,
  fates: {
    settled: 'a eu sa réponse',
    unsettled: 'est reparti sans réponse',
    served: 'a eu quelqu’un',
    lost: 'a renoncé',
    tomorrow: 'rappellera demain',
    gaveUp: 'a raccroché',
    blocked: 'n’a pas pu entrer',
  },
};

type TeamsTexts = typeof fr;

const en: TeamsTexts = {
  team: (n) => `Team ${n}`,
  field: 'Teams',
  fieldHint:
    'Every team runs the same centre on the same day, and gets exactly the same calls. Newcomers go to the smallest team.',
  inTeams: (teams) => `${teams} teams. Newcomers go to the smallest one, and have a desk at once.`,
  seated: (n, of) => `${n} of ${of}`,
  people: (n, shown) => (n === 0 ? 'nobody at a desk' : n === 1 ? '1 person' : `${shown} people`),
  reached: 'got through',
  lived: 'lived',
  livedLong: 'How callers lived their call, from 0 to 100. A hypothesis.',
  page: (from, to, of) => `Teams ${from} to ${to} of ${of}`,
  before: 'Previous teams',
  after: 'Next teams',
  same: 'Exactly the same calls for every team.',
  modes: {
    label: 'What is projected',
    teams: 'The teams',
    caller: 'The same caller',
    axes: 'Two axes',
  },
  axes: {
    title: 'Reached, and helped',
    says: 'Lived: a hypothesis. Diamonds: three ways to answer, on the same callers.',
    who: 'Who',
  },
  save: 'Save the figures (CSV)',
  saveAs: 'teams',
  sameCaller: (at, type) => `The same caller, at ${at}${type ? `: ${type.toLowerCase()}` : ''}`,
  previousCaller: 'Previous caller',
  nextCaller: 'Next caller',
  calls: (n, shown) => `${shown} ${n === 1 ? 'call' : 'calls'}`,
  waited: (time) => `${time} of waiting`,
  talked: (time) => `${time} on the line`,
  fates: {
    settled: 'got an answer',
    unsettled: 'left without an answer',
    served: 'got through',
    lost: 'gave up for good',
    tomorrow: 'will call again tomorrow',
    gaveUp: 'hung up',
    blocked: 'could not get in',
  },
};

const TEXTS = { fr: typesetAll(fr), en };

export const teamsWords = (): TeamsTexts => TEXTS[language()];
