import { language } from './language.ts';
import { typesetAll } from './typeset.ts';

/** What time is worth, in words: the desk and the wall of a centre that arbitrates it. */
const fr = {
  panel: 'Ce que pèse la minute suivante',
  leads: 'pèse le plus en ce moment',
  caller: 'Pour ce client',
  others: 'Pour les autres',
  resolves: (share: string) => `+ ${share} de chances que son affaire soit réglée`,
  resolvesNot: 'une minute de plus n’y changera presque rien',
  /** The price in one sentence, around its one number. */
  weighs: {
    waiting: (minutes: string) =>
      `Une minute de plus ici pèse ${minutes} min d’attente pour les autres.`,
    coming: (minutes: string) =>
      `Une minute de plus ici pèse ${minutes} min d’attente pour ceux qui vont appeler.`,
  },
  /** The second half of the price: time is arbitrated between now and later, too. */
  later: (minutes: string) => `Sans réponse, il pèsera ${minutes} min plus tard.`,
  waited: (minutes: string) => `${minutes} min d’attente de plus pour les autres`,
  waitedNot: 'presque aucune attente de plus pour les autres',
  oneIn: (n: string) => `1 chance sur ${n} qu’un client raccroche`,
  tenths: (n: string) => `${n} chances sur 10 qu’un client raccroche`,
  hardly: 'moins d’une chance sur 100 qu’un client raccroche',
  hypothesis: 'hypothèse',
  ofCaller: (minutes: string) =>
    `Cela vaut ${minutes} min d’attente. Ce qu’une minute résout est supposé : personne ne l’a mesuré.`,
  ofOthers: (minutes: string) =>
    `Ensemble, cela pèse ${minutes} min d’attente. Une minute attendue est l’unité ; ce que pèse un client perdu est un choix de valeurs.`,
  floor: (time: string, share: string) =>
    `Conclure un tel appel avant ${time} allonge la file : ${share} de ceux qu’on n’a pas aidés appellent de nouveau.`,
  noFloor: (share: string, least: string) =>
    `Pour un tel appel, se dépêcher n’allonge pas la file : ${share} de ceux qu’on n’a pas aidés appellent de nouveau, et il en faudrait plus de ${least}.`,
  right: {
    panel: 'Quand conclure : ni trop tôt, ni trop tard',
    early: (time: string) =>
      `Conclure avant ${time} allonge la file : les clients appellent de nouveau.`,
    noEarly: 'Ici, conclure tôt n’allonge pas la file.',
    late: (time: string) => `S’attarder après ${time} allonge la file sans aider assez.`,
    lateAll: 'À ce prix, rester allonge la file sans aider assez.',
    never: 'Rester ne coûte rien aux autres : rien ne presse.',
  },
  free: 'Personne n’attend : le temps ne coûte rien.',
  coming: 'Personne n’attend encore ; les autres sont ceux qui vont appeler.',
  slight: 'Quelqu’un attend : une minute de plus ne lui coûte presque rien.',
  crossed: 'La file pèse maintenant plus que cet appel.',
  crossedComing:
    'Personne n’attend encore, mais ceux qui vont appeler pèsent maintenant plus que cet appel.',
  table:
    'Ce que suivent les voix : un calcul d’avance, pour un moment moyen de la journée et une équipe où tous vont à la même vitesse',
  about: (minutes: string) => `environ ${minutes}`,
  imagined: {
    title: 'Le même prix, par simulation : la suite de cette salle, avec d’autres appels',
    asking: 'On imagine la suite…',
    same: (from: string, to: string) =>
      `Le même à peu près : entre ${from} et ${to} min d’attente, à 95 %`,
    other: (from: string, to: string) =>
      `Plutôt entre ${from} et ${to} min d’attente, à 95 % : cette salle n’est pas à sa moyenne`,
    nothing: (to: string) => `Presque rien : moins de ${to} min d’attente, à 95 %`,
    few: (pairs: string, wanted: string) =>
      `Trop peu de suites imaginées pour un chiffre : ${pairs} sur les ${wanted} voulues. Nouvel essai dans un instant.`,
    from: (pairs: string) =>
      `Moyenne de ${pairs} paires d’avenirs tirés au sort : dans l’un vous restez une minute, dans l’autre vous concluez. L’intervalle ne dit que le hasard du tirage.`,
  },
  again: 'Le serveur calcule un autre prix ; nouvel essai dans un instant.',
  price: {
    title: 'La minute suivante',
    long: 'Ce que pèse la minute suivante depuis dix minutes, en minutes d’attente.',
    others: 'pour les autres',
    caller: 'pour ce client',
    minutes: (n: string) => `${n} min`,
  },
  opening: (time: string) => `accueil et écoute : encore ${time}`,
  closing: {
    left: (time: string) => `la ligne se libère dans ${time}`,
    why: 'Vous dites au revoir : ce qui est dit est dit.',
  },
  wall: {
    long: 'Ce que vivent les clients depuis l’ouverture',
    reached: 'Ils nous joignent',
    reachedOf: (taken: string, of: string, n: number) =>
      `${taken} pris sur ${of} ${n < 2 ? 'appel' : 'appels'}`,
    reachedNone: 'aucun appel pour l’instant',
    /** Where hurry brings callers back, short waits a call may be long waits a caller. */
    waits: (call: string, caller: string) =>
      `attente moyenne : ${call} par appel, ${caller} par client`,
    helped: 'Ils sont aidés',
    helpedOf: 'sur 100',
    helpedNone: 'pas encore compté',
    helpedLong:
      'Une note par client, de 0 à 100 : affaire réglée, attente, nombre d’appels, accueil. Le poids de chacun est une hypothèse.',
    tenth: (score: string) => `un client sur dix : moins de ${score}`,
    lost: (share: string) => `${share} de clients perdus`,
    price: 'La minute pèse',
    priceLong: 'Ce qu’une minute de plus sur une ligne pèse pour les autres, en minutes d’attente.',
    /** What of the others it is. */
    of: {
      free: 'le temps ne coûte rien',
      coming: 'd’attente pour les prochains',
      slight: 'presque rien pour ceux qui attendent',
      waiting: 'd’attente pour les autres',
    },
  },
};

type WorthTexts = typeof fr;

const en: WorthTexts = {
  panel: 'What the next minute is worth',
  leads: 'weighs more right now',
  caller: 'For this caller',
  others: 'For the others',
  resolves: (share) => `+ ${share} chance that their problem is solved`,
  resolvesNot: 'one more minute will hardly change anything',
  weighs: {
    waiting: (minutes) => `One more minute here weighs ${minutes} min of waiting for the others.`,
    coming: (minutes) =>
      `One more minute here weighs ${minutes} min of waiting for those about to call.`,
  },
  later: (minutes) => `Left unanswered, it will weigh ${minutes} min later.`,
  waited: (minutes) => `${minutes} min of extra waiting for the others`,
  waitedNot: 'hardly any extra waiting for the others',
  oneIn: (n) => `a 1 in ${n} chance that a caller hangs up`,
  tenths: (n) => `a ${n} in 10 chance that a caller hangs up`,
  hardly: 'less than a 1 in 100 chance that a caller hangs up',
  hypothesis: 'hypothesis',
  ofCaller: (minutes) =>
    `Worth ${minutes} min of waiting. How much a minute solves is assumed: nobody has measured it.`,
  ofOthers: (minutes) =>
    `Together, that weighs ${minutes} min of waiting. The unit is one minute of waiting; how much a lost caller counts is a value judgement.`,
  floor: (time, share) =>
    `Concluding such a call before ${time} makes the queue longer: ${share} of those not helped call again.`,
  noFloor: (share, least) =>
    `For such a call, hurrying does not make the queue longer: ${share} of those not helped call again, and it would take more than ${least}.`,
  right: {
    panel: 'When to conclude: neither too soon nor too late',
    early: (time) => `Concluding before ${time} makes the queue longer: callers call again.`,
    noEarly: 'Here, concluding early does not make the queue longer.',
    late: (time) => `Staying past ${time} makes the queue longer without helping enough.`,
    lateAll: 'At this price, staying makes the queue longer without helping enough.',
    never: 'Staying costs the others nothing: there is no rush.',
  },
  free: 'Nobody is waiting: time is free.',
  coming: 'Nobody is waiting yet; the others are those about to call.',
  slight: 'Somebody is waiting: one more minute costs them hardly anything.',
  crossed: 'The queue now weighs more than this call.',
  crossedComing: 'Nobody is waiting yet, but those about to call now weigh more than this call.',
  table:
    'What the voices follow: worked out beforehand, for a mean moment of the day and a team that all works at one speed',
  about: (minutes) => `about ${minutes}`,
  imagined: {
    title: 'The same price by simulation: how this room might go on, with other calls',
    asking: 'Imagining what comes next…',
    same: (from, to) => `Much the same: between ${from} and ${to} min of waiting, at 95%`,
    other: (from, to) =>
      `Rather between ${from} and ${to} min of waiting, at 95%: this room is not at its mean`,
    nothing: (to) => `Hardly anything: less than ${to} min of waiting, at 95%`,
    few: (pairs, wanted) =>
      `Too few imagined futures for a figure: ${pairs} of the ${wanted} wanted. Trying again in a moment.`,
    from: (pairs) =>
      `Mean of ${pairs} pairs of random futures: in one you stay a minute, in the other you conclude. The interval tells only the luck of the draw.`,
  },
  again: 'The server is working out another price; trying again in a moment.',
  price: {
    title: 'The next minute',
    long: 'What the next minute was worth over the last ten minutes, in minutes of waiting.',
    others: 'for the others',
    caller: 'for this caller',
    minutes: (n) => `${n} min`,
  },
  opening: (time) => `welcome and listening: ${time} more`,
  closing: {
    left: (time) => `the line is free in ${time}`,
    why: 'You are saying goodbye: what is said is said.',
  },
  wall: {
    long: 'What callers have lived through since opening',
    reached: 'They get through',
    reachedOf: (taken, of, n) => `${taken} of ${of} ${n === 1 ? 'call' : 'calls'} taken`,
    reachedNone: 'no calls so far',
    waits: (call, caller) => `mean wait: ${call} a call, ${caller} a caller`,
    helped: 'They get help',
    helpedOf: 'out of 100',
    helpedNone: 'not counted yet',
    helpedLong:
      'A mark for each caller, from 0 to 100: problem solved, wait, number of calls, welcome. How much each counts is a hypothesis.',
    tenth: (score) => `one caller in ten: below ${score}`,
    lost: (share) => `${share} of callers lost`,
    price: 'A minute weighs',
    priceLong: 'What one more minute on a line weighs for the others, in minutes of waiting.',
    of: {
      free: 'time is free',
      coming: 'of waiting for the next callers',
      slight: 'hardly anything for those waiting',
      waiting: 'of waiting for the others',
    },
  },
};

const TEXTS = { fr: typesetAll(fr), en };

/** The words of what time is worth, in the language of this device. */
export const worthWords = (): WorthTexts => TEXTS[language()];
