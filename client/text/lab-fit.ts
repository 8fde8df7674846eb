import { language } from './language.ts';
import { typesetAll } from './typeset.ts';

/** The words of what all the days of a file come to, French first. */
const fr = {
  title: 'Ce que vos jours ont en commun',
  working: 'Les lois s’ajustent…',
  oneDay:
    'Un seul jour ne dit pas comment les jours diffèrent : donnez-en plusieurs, deux semaines au moins.',
  inBand80: 'des intervalles jamais vus tombent dans la bande qui devait en prendre 80 %',
  arrivals: 'Les appels qui arrivent',
  arrivalsLong:
    'Appels par intervalle : chaque jour relevé, la moyenne, et où tombent 8 jours sur 10.',
  whichDay: 'Jour dessiné',
  usual: 'jour usuel',
  numbered: (n: number) => `jours ${n}, ${n + 7}…`,
  handling: 'La durée des appels',
  handlingLong:
    'Part des appels qui durent au plus tant de secondes, dans le relevé et selon la loi.',
  patience: 'La patience',
  patienceLong:
    'Part des appelants dont la patience dure au plus tant de secondes, estimée puis selon la loi.',
  returns: 'Ceux qui rappellent',
  returnsLong: 'Part de ceux qui ont rappelé, selon le temps écoulé.',
  reliability: 'Ce que l’ajustement sait de ce qu’il ignore',
  reliabilityLong:
    'Part des intervalles jamais vus qui tombent dans chaque bande, contre celle qui devait y tomber.',
  key: { data: 'relevé', fit: 'ajusté', band: '8 jours sur 10' },
  curves: { afterLost: 'après un abandon', afterServed: 'après une réponse' },
  axes: {
    calls: (min: number) => `↑ appels en ${min} min`,
    seconds: 'secondes →',
    shareAtMost: '↑ % au plus',
    hours: 'heures →',
    shareBack: '↑ % qui ont rappelé',
    nominal: '% annoncé →',
    inBand: '↑ % tombé dedans',
  },
  heads: {
    begins: 'début',
    mean: 'moyenne',
    low: 'de',
    high: 'à',
    seconds: 'secondes',
    share: 'part',
    curve: 'qui',
    announced: 'annoncé',
    margin: '±',
  },
  more: 'Toutes les phrases de l’ajustement',
  staffed: 'La journée à prévoir',
  day: 'Quel jour ?',
  undated:
    'Les jours de ce fichier n’ont pas de date, donc pas de nom : sont pris ensemble ceux qui sont à sept jours les uns des autres.',
  growth: 'Croissance des appels, %',
  holiday: 'un jour comme ceux mis à part',
  volume: (label: string, mean: string, low: string, high: string) =>
    `${label} : ${mean} appels ; un jour sur dix en a moins de ${low}, un sur dix plus de ${high}.`,
  take: 'En faire le centre',
  hold: 'Comparer aux jours relevés',
  holding: (share: string) => `400 journées se jouent… ${share}`,
  grown: 'Sans croissance, la journée ajustée se compare aux jours relevés.',
  validation: 'La journée ajustée, contre vos jours',
  validationKey: { recorded: 'relevé', band: 'simulé, 19 fois sur 20', off: 'hors de la bande' },
  held: {
    offered: '↑ appels',
    level: '↑ % dans le délai',
    abandons: '↑ % d’abandons',
    waitS: '↑ attente, s',
  },
  heldLong: 'Relevé, et bande des journées simulées, par intervalle.',
  figures: 'Tous les chiffres, par intervalle',
  scenario: 'Le scénario, à lire et à changer',
};

type FitTexts = typeof fr;

const en: FitTexts = {
  title: 'What your days have in common',
  working: 'Fitting the laws…',
  oneDay: 'One day alone does not tell how days differ: give several, two weeks at least.',
  inBand80: 'of intervals never seen fall into the band that was to hold 80% of them',
  arrivals: 'Calls coming in',
  arrivalsLong: 'Calls by interval: each recorded day, the mean, and where 8 days in 10 lie.',
  whichDay: 'Day shown',
  usual: 'usual day',
  numbered: (n) => `days ${n}, ${n + 7}…`,
  handling: 'How long calls last',
  handlingLong: 'Share of calls that last at most so many seconds, as recorded and by the law.',
  patience: 'Patience',
  patienceLong:
    'Share of callers whose patience lasts at most so many seconds, estimated and by the law.',
  returns: 'Who calls back',
  returnsLong: 'Share of those who have called again, by the time that has passed.',
  reliability: 'What the fit knows of what it does not know',
  reliabilityLong: 'Share of intervals never seen that fall into each band, against what was to.',
  key: { data: 'recorded', fit: 'fitted', band: '8 days in 10' },
  curves: { afterLost: 'after giving up', afterServed: 'after an answer' },
  axes: {
    calls: (min) => `↑ calls in ${min} min`,
    seconds: 'seconds →',
    shareAtMost: '↑ % at most',
    hours: 'hours →',
    shareBack: '↑ % who called again',
    nominal: '% announced →',
    inBand: '↑ % inside',
  },
  heads: {
    begins: 'begins',
    mean: 'mean',
    low: 'from',
    high: 'to',
    seconds: 'seconds',
    share: 'share',
    curve: 'who',
    announced: 'announced',
    margin: '±',
  },
  more: 'Every sentence of the fit',
  staffed: 'The day to plan',
  day: 'Which day?',
  undated:
    'The days of this file have no dates, hence no names: those seven days apart are taken together.',
  growth: 'Growth in calls, %',
  holiday: 'a day like those set apart',
  volume: (label, mean, low, high) =>
    `${label}: ${mean} calls; one day in ten has fewer than ${low}, one in ten more than ${high}.`,
  take: 'Make it the centre',
  hold: 'Compare with the recorded days',
  holding: (share) => `Playing 400 days… ${share}`,
  grown: 'Without growth, the fitted day can be compared with the recorded ones.',
  validation: 'The fitted day against yours',
  validationKey: {
    recorded: 'recorded',
    band: 'simulated, 19 times in 20',
    off: 'outside the band',
  },
  held: {
    offered: '↑ calls',
    level: '↑ % in time',
    abandons: '↑ % abandoned',
    waitS: '↑ wait, s',
  },
  heldLong: 'Recorded, and the band of simulated days, by interval.',
  figures: 'Every figure, by interval',
  scenario: 'The scenario, to read and to change',
};

const FRENCH = typesetAll(fr);

export const fitWords = (): FitTexts => (language() === 'fr' ? FRENCH : en);
