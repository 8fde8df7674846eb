import type { CompetencyName, FeatureName, MaskShare, Sign } from '../../models/doors/play.ts';
import { language } from './language.ts';
import { typesetAll } from './typeset.ts';

/** What a debrief tells on demand: masks, competencies, cues, returns, how callers lived it. */
const fr = {
  hypothesis: 'hypothèse',
  calls: (n: number) => `${n} appel${n > 1 ? 's' : ''}`,
  between: (share: string, low: string, high: string) => `${share} (entre ${low} et ${high})`,
  masks: {
    title: 'Quatre masques',
    asks: 'D’abord, votre avis : quel masque portiez-vous le plus souvent ?',
    yours: 'votre avis',
    most: 'ce qu’on a vu',
    says: (calls: number) =>
      `Déduit de ce que vous avez fait (${calls} appel${calls > 1 ? 's' : ''}), jamais de ce que vous êtes : écoute, durées, sonneries, renvois.`,
    same: 'Vous et vos gestes dites la même chose.',
    other: (mask: string) => `Vos gestes font plutôt penser à : ${mask}.`,
    unsure: 'Trop peu de gestes pour trancher.',
    missed: 'une sonnerie sans réponse',
    of: {
      professional: 'La rencontre professionnelle',
      natural: 'Le naturel',
      disengagement: 'Le désengagement',
      avoidance: 'L’évitement',
    } satisfies Record<MaskShare['mask'], string>,
    are: {
      professional: 'aller vers le client, chercher son besoin',
      natural: 'ce qu’on est spontanément',
      disengagement: 'commencer, puis lâcher',
      avoidance: 'passer à côté, ne pas y aller',
    } satisfies Record<MaskShare['mask'], string>,
    signs: {
      pickedUp: 'vite décroché',
      letRing: 'laissé sonner',
      hid: 'indisponible pendant qu’on attendait',
      listened: 'écouté',
      notListened: 'pas écouté',
      explained: 'expliqué',
      notExplained: 'pas expliqué',
      kept: 'gardé jusqu’au bout',
      cold: 'passé sans un mot',
      longHold: 'laissé en attente',
      toPace: 'le temps qu’il fallait',
      cut: 'écourté',
    } satisfies Record<Sign, string>,
  },
  competencies: {
    title: 'Quatre compétences',
    says: 'Chacune est la moyenne de trois choses comptées. Peu d’appels : un intervalle large.',
    none: 'pas eu l’occasion',
    best: 'Le mieux',
    least: 'Le moins',
    of: {
      communicate: 'Communiquer',
      unexpected: 'Gérer l’inattendu',
      time: 'Maîtriser le temps',
      lived: 'Le vécu du client',
    } satisfies Record<CompetencyName, string>,
    features: {
      listened: 'écouter',
      explained: 'expliquer',
      saidNo: 'dire non avec une raison',
      cues: 'saisir le mot qui trahit',
      tension: 'reconnaître ce qui fâche',
      claims: 'régler une demande en plus',
      picked: 'décrocher sans tarder',
      notGiven: 'pas de minute perdue',
      notRefused: 'pas de minute refusée à tort',
      solved: 'affaire réglée',
      relation: 'bien reçu',
      leave: 'parti content',
    } satisfies Record<FeatureName, string>,
  },
  cues: {
    title: 'Les mots qui trahissent',
    says: (heard: number, of: number) =>
      of === 0 ? 'Aucun mot ne trahissait rien.' : `Saisis : ${heard} sur ${of}.`,
    state: (what: string) => `une humeur : ${what}`,
    need: (what: string) => `un besoin : ${what}`,
    heard: 'écouté jusqu’au bout',
    unheard: 'resté sans écoute',
    acted: 'la suite y répond',
    ignored: 'la suite n’y répond pas',
  },
  returns: {
    title: 'Les retours, et l’appel qui les a causés',
    none: 'Personne n’est revenu vers vous, ni à cause de vous.',
    line: (from: string, to: string) => `${from} → ${to}`,
    you: 'vous',
    other: 'sans vous',
    unknown: 'plus tôt, pas chez vous',
  },
  lived: {
    title: 'Comment ils l’ont vécu',
    says: (contact: string, journey: string) =>
      `Le temps du contact : ${contact} sur 100. Tout le parcours, attentes et rappels compris : ${journey}.`,
    why: 'Deux définitions, les mêmes clients : un bon contact au bout de trois appels reste un mauvais parcours.',
    time: 'Heure',
    caller: 'Client',
    contact: 'Contact',
    journey: 'Parcours',
    none: '–',
  },
  others: {
    title: 'Se dépêcher, prendre soin, ou suivre le prix',
    ask: 'Rejouer les mêmes appels autrement',
  },
};

type FurtherTexts = typeof fr;

const en: FurtherTexts = {
  hypothesis: 'hypothesis',
  calls: (n) => `${n} call${n === 1 ? '' : 's'}`,
  between: (share, low, high) => `${share} (${low} to ${high})`,
  masks: {
    title: 'Four masks',
    asks: 'Your own guess first: which mask did you wear most often?',
    yours: 'your guess',
    most: 'what was seen',
    says: (calls) =>
      `Read from what you did (${calls} call${calls === 1 ? '' : 's'}), never from what you are: listening, lengths, rings, hand-overs.`,
    same: 'You and your gestures say the same.',
    other: (mask) => `Your gestures look more like: ${mask}.`,
    unsure: 'Too little was done to tell.',
    missed: 'a ring that nobody answered',
    of: {
      professional: 'The professional encounter',
      natural: 'Being oneself',
      disengagement: 'Disengagement',
      avoidance: 'Avoidance',
    },
    are: {
      professional: 'going towards callers, finding what they need',
      natural: 'what comes by itself',
      disengagement: 'beginning, then letting go',
      avoidance: 'passing by, not going there',
    },
    signs: {
      pickedUp: 'picked up at once',
      letRing: 'let it ring',
      hid: 'not ready while others waited',
      listened: 'listened',
      notListened: 'did not listen',
      explained: 'explained',
      notExplained: 'did not explain',
      kept: 'stayed to the end',
      cold: 'handed on without a word',
      longHold: 'left on hold',
      toPace: 'took the time it needed',
      cut: 'cut short',
    },
  },
  competencies: {
    title: 'Four competencies',
    says: 'Each is the mean of three things that were counted. Few calls make a wide interval.',
    none: 'no occasion',
    best: 'Best',
    least: 'Least',
    of: {
      communicate: 'Communicating',
      unexpected: 'Handling the unexpected',
      time: 'Mastering time',
      lived: 'How callers lived it',
    },
    features: {
      listened: 'listening',
      explained: 'explaining',
      saidNo: 'saying no with a reason',
      cues: 'catching the telling word',
      tension: 'recognising what upsets',
      claims: 'settling an extra claim',
      picked: 'picking up promptly',
      notGiven: 'no minute wasted',
      notRefused: 'no minute wrongly refused',
      solved: 'matter settled',
      relation: 'well met',
      leave: 'left content',
    },
  },
  cues: {
    title: 'Telling words',
    says: (heard, of) => (of === 0 ? 'No word gave anything away.' : `Caught: ${heard} of ${of}.`),
    state: (what) => `a mood: ${what}`,
    need: (what) => `a need: ${what}`,
    heard: 'listened to the end',
    unheard: 'went unheard',
    acted: 'what followed answers it',
    ignored: 'what followed does not answer it',
  },
  returns: {
    title: 'Who came back, and the call that caused it',
    none: 'Nobody came back to you, nor because of you.',
    line: (from, to) => `${from} → ${to}`,
    you: 'you',
    other: 'not you',
    unknown: 'earlier, without you',
  },
  lived: {
    title: 'How they lived it',
    says: (contact, journey) =>
      `The contact itself: ${contact} out of 100. The whole journey, waits and calls again included: ${journey}.`,
    why: 'Two definitions, the same callers: a good contact after three calls is still a bad journey.',
    time: 'Time',
    caller: 'Caller',
    contact: 'Contact',
    journey: 'Journey',
    none: '–',
  },
  others: {
    title: 'Hurrying, taking care, or going by the price',
    ask: 'Play the same callers otherwise',
  },
};

const TEXTS = { fr: typesetAll(fr), en };

export const furtherWords = (): FurtherTexts => TEXTS[language()];
