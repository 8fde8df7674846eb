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
  waited: (minutes: string) => `${minutes} min d’attente de plus pour les autres`,
  waitedNot: 'presque aucune attente de plus pour les autres',
  oneIn: (n: string) => `1 chance sur ${n} qu’un client raccroche`,
  tenths: (n: string) => `${n} chances sur 10 qu’un client raccroche`,
  hardly: 'moins d’une chance sur 100 qu’un client raccroche',
  hypothesis: 'hypothèse',
  ofCaller: (minutes: string) =>
    `Cela vaut ${minutes} min d’attente. La courbe de résolution est supposée : personne ne l’a mesurée.`,
  ofOthers: (minutes: string) =>
    `En tout, ${minutes} min d’attente. Une minute attendue est l’unité ; ce que pèse un client perdu est un choix de valeurs.`,
  floor: (time: string, share: string) =>
    `En dessous de ${time}, congé compris, se dépêcher allonge la file : ${share} de ceux qu’on n’a pas aidés rappellent.`,
  noFloor: (share: string, least: string) =>
    `Ici, se dépêcher n’allonge pas la file : ${share} de ceux qu’on n’a pas aidés rappellent, et il en faudrait plus de ${least}.`,
  even: (time: string) =>
    `Les deux voix pèsent autant à ${time} de conversation, au prix de maintenant.`,
  evenAll: 'Au prix de maintenant, les autres pèsent plus pendant tout l’appel.',
  evenNone: 'Une minute de plus ne coûte rien aux autres : les deux voix ne se croisent pas.',
  right: {
    panel: 'Quand conclure : ni trop tôt, ni trop tard',
    early: (time: string) => `Conclure avant ${time} allonge la file : on rappelle.`,
    noEarly: 'Ici, conclure tôt n’allonge pas la file.',
    late: (time: string) => `S’attarder après ${time} allonge la file sans aider assez.`,
    lateAll: 'À ce prix, rester allonge la file sans aider assez.',
    never: 'Rester ne coûte rien aux autres : rien ne presse.',
  },
  free: 'Personne n’attend : le temps est libre.',
  coming: 'Personne n’attend encore ; les autres sont ceux qui vont appeler.',
  slight: 'Quelqu’un attend : une minute de plus ne lui coûte presque rien.',
  crossed: 'La file pèse maintenant plus que cet appel.',
  crossedComing:
    'Personne n’attend encore, mais ceux qui vont appeler pèsent maintenant plus que cet appel.',
  ways: 'Pour les autres, deux autres façons de compter : chacune sait ce que le calcul exact ignore.',
  table: 'Par le calcul exact, aux débits moyens de la journée : c’est lui que suivent les voix',
  imagined: {
    title: 'Par simulation : la suite de cette salle, avec d’autres appels',
    asking: 'On imagine la suite…',
    all: (minutes: string, from: string, to: string) =>
      `Estimation : ${minutes} min d’attente, entre ${from} et ${to} min à 95 %`,
    nothing: (to: string) => `Estimation : presque rien, moins de ${to} min d’attente à 95 %`,
    of: (waited: string, lost: string) => `${waited} ; ${lost}.`,
    from: (pairs: string) =>
      `Moyenne de ${pairs} paires d’avenirs tirés au sort : dans l’un vous restez une minute, dans l’autre vous concluez. L’intervalle ne dit que le hasard du tirage.`,
  },
  fluid: {
    title: 'Par les moyennes de l’heure, comme un liquide qui s’écoule',
    all: (minutes: string) => `En tout, ${minutes} min d’attente`,
    nothing: 'Rien : personne n’attend',
    endless: 'Plus qu’on ne peut compter : la file ne se vide pas',
    clear: (minutes: string) => `La file serait vide dans ${minutes} min.`,
    knows:
      'Ce compte connaît les débits et l’effectif de l’heure, pas le hasard : il est trop bas quand peu de gens attendent.',
  },
  again: 'Le calcul est pris ailleurs ; nouvel essai dans un instant.',
  price: {
    title: 'La minute suivante',
    long: 'Ce que pèse la minute suivante depuis dix minutes, en minutes d’attente.',
    others: 'pour les autres',
    othersShort: 'les autres',
    caller: 'pour ce client',
    callerShort: 'ce client',
    minutes: (n: string) => `${n} min`,
    unit: '\u00a0min',
  },
  closing: {
    left: (time: string) => `la ligne se libère dans ${time}`,
    why: 'Vous prenez congé : ce qui est dit est dit.',
  },
  wall: {
    long: 'Ce que vivent les clients depuis l’ouverture',
    reached: 'On nous joint',
    reachedOf: (taken: string, of: string, n: number) =>
      `${taken} pris sur ${of} ${n < 2 ? 'appel' : 'appels'}`,
    reachedNone: 'aucun appel pour l’instant',
    helped: 'On est aidé',
    helpedOf: 'sur 100',
    helpedNone: 'pas encore compté',
    helpedLong:
      'Une note par client, de 0 à 100 : affaire réglée, attente, nombre d’appels, accueil. Le poids de chacun est une hypothèse.',
    tenth: (score: string) => `un client sur dix : moins de ${score}`,
    lost: (share: string) => `${share} perdus`,
    price: 'Une minute de plus',
    priceLong: 'Ce qu’une minute de plus sur une ligne coûte aux autres, en minutes d’attente.',
    /** What of the others it is. */
    of: {
      free: 'le temps est libre',
      coming: 'd’attente pour les prochains',
      slight: 'presque rien pour qui attend',
      waiting: 'd’attente pour les autres',
    },
  },
};

type WorthTexts = typeof fr;

const en: WorthTexts = {
  panel: 'What the next minute weighs',
  leads: 'weighs most at this moment',
  caller: 'For this customer',
  others: 'For the others',
  resolves: (share) => `+ ${share} chance that their matter is settled`,
  resolvesNot: 'one more minute will change hardly anything',
  waited: (minutes) => `${minutes} min more of waiting for the others`,
  waitedNot: 'hardly any more waiting for the others',
  oneIn: (n) => `1 chance in ${n} that a customer hangs up`,
  tenths: (n) => `${n} chances in 10 that a customer hangs up`,
  hardly: 'less than one chance in 100 that a customer hangs up',
  hypothesis: 'hypothesis',
  ofCaller: (minutes) =>
    `Worth ${minutes} min of waiting. The resolution curve is assumed: nobody has measured it.`,
  ofOthers: (minutes) =>
    `In all, ${minutes} min of waiting. One minute waited is the unit; what a lost customer weighs is a choice of values.`,
  floor: (time, share) =>
    `Below ${time}, leave-taking included, hurrying makes the line longer: ${share} of those not helped call again.`,
  noFloor: (share, least) =>
    `Here hurrying does not make the line longer: ${share} of those not helped call again, and it would take more than ${least}.`,
  even: (time) => `Both voices weigh the same at ${time} of talk, at the price of now.`,
  evenAll: 'At the price of now, the others weigh more throughout the call.',
  evenNone: 'One more minute costs the others nothing: the two voices do not cross.',
  right: {
    panel: 'When to conclude: neither too soon nor too late',
    early: (time) => `Concluding before ${time} makes the line longer: they call again.`,
    noEarly: 'Here concluding early does not make the line longer.',
    late: (time) => `Lingering after ${time} makes the line longer and helps too little.`,
    lateAll: 'At this price, staying makes the line longer and helps too little.',
    never: 'Staying costs the others nothing: there is no hurry.',
  },
  free: 'Nobody is waiting: time is free.',
  coming: 'Nobody is waiting yet; the others are those about to call.',
  slight: 'Somebody is waiting: one minute more costs them hardly anything.',
  crossed: 'The line now weighs more than this call.',
  crossedComing: 'Nobody is waiting yet, but those about to call now weigh more than this call.',
  ways: 'For the others, two more ways of counting: each knows what the exact calculation does not.',
  table: 'By exact calculation, at the mean rates of the day: the voices follow this one',
  imagined: {
    title: 'By simulation: what follows in this room, with other calls',
    asking: 'Imagining what follows…',
    all: (minutes, from, to) =>
      `Estimate: ${minutes} min of waiting, between ${from} and ${to} min at 95%`,
    nothing: (to) => `Estimate: hardly anything, less than ${to} min of waiting at 95%`,
    of: (waited, lost) => `${waited}; ${lost}.`,
    from: (pairs) =>
      `Mean of ${pairs} pairs of futures drawn by lot: in one you stay a minute, in the other you conclude. The interval tells the luck of the draw only.`,
  },
  fluid: {
    title: 'By the averages of this hour, like water that drains',
    all: (minutes) => `In all, ${minutes} min of waiting`,
    nothing: 'Nothing: nobody is waiting',
    endless: 'More than can be counted: the line does not empty',
    clear: (minutes) => `The line would be empty in ${minutes} min.`,
    knows:
      'This count knows the rates and staff of the hour, not chance: it is too low while few are waiting.',
  },
  again: 'The computer is busy with another price; trying again in a moment.',
  price: {
    title: 'The next minute',
    long: 'What the next minute has weighed for ten minutes, in minutes of waiting.',
    others: 'for the others',
    othersShort: 'the others',
    caller: 'for this customer',
    callerShort: 'this one',
    minutes: (n) => `${n} min`,
    unit: '\u00a0min',
  },
  closing: {
    left: (time) => `the line is free in ${time}`,
    why: 'You are taking leave: what is said is said.',
  },
  wall: {
    long: 'What customers have lived through since opening',
    reached: 'They reach us',
    reachedOf: (taken, of, n) => `${taken} taken of ${of} ${n === 1 ? 'call' : 'calls'}`,
    reachedNone: 'no call so far',
    helped: 'They are helped',
    helpedOf: 'of 100',
    helpedNone: 'not counted yet',
    helpedLong:
      'A score for each customer, 0 to 100: matter settled, wait, number of calls, welcome. How much each counts is a hypothesis.',
    tenth: (score) => `one customer in ten: below ${score}`,
    lost: (share) => `${share} lost`,
    price: 'One minute more',
    priceLong: 'What one more minute on a line costs the others, in minutes of waiting.',
    of: {
      free: 'time is free',
      coming: 'of waiting for the next ones',
      slight: 'hardly anything for who waits',
      waiting: 'of waiting for the others',
    },
  },
};

const TEXTS = { fr: typesetAll(fr), en };

/** The words of what time is worth, in the language of this device. */
export const worthWords = (): WorthTexts => TEXTS[language()];
