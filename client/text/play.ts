import type { Way } from '../state/progress.ts';
import { language } from './language.ts';
import { typesetAll } from './typeset.ts';

/** The page from which one plays alone. */
const fr = {
  title: 'Jouer seul',
  lead: 'Un poste, un casque, des gens qui appellent. Neuf chapitres, une idée chacun, dix minutes au plus.',
  begin: (n: number, title: string) => `Commencer : ${n}. ${title}`,
  beginShift: 'Commencer le poste',
  nextChapter: (n: number, title: string) => `Chapitre suivant : ${n}. ${title}`,
  busy: 'Le standard ouvre…',
  chapters: 'Les chapitres',
  done: 'joué',
  next: 'à suivre',
  play: 'Jouer',
  again: 'Rejouer',
  resume: 'Reprendre',
  debrief: 'Relire',
  same: 'Les mêmes appels',
  ways: 'Comment jouer ?',
  way: {
    pleasure: 'pour le plaisir',
    price: 'pour le prix',
    living: 'pour gagner sa vie',
  } satisfies Record<Way, string>,
  waySays: {
    pleasure: 'Sans note. On essaie, on regarde ce qui revient.',
    price:
      'Un mot donne toujours les mêmes appels : comparez-vous à vous-même, et à qui suit le prix.',
    living: 'Un poste d’une demi-heure, avec son objectif et sa fatigue.',
  } satisfies Record<Way, string>,
  word: 'Le mot',
  wordSays: 'Le même mot, les mêmes appels. Laissez vide pour en tirer un au hasard.',
  lastAdvice: 'Votre dernier conseil',
  words: 'Vos mots',
  wordsNone: 'Jouez un mot jusqu’au débriefing : ce qu’il a donné se garde ici.',
  wordOf: (chapter: string, word: string) => `${chapter}, « ${word} »`,
  result: (resolved: number, served: number, gaveUp: number, lived: string) =>
    `${resolved} sur ${served} avec leur réponse, ${gaveUp} raccroché${gaveUp > 1 ? 's' : ''}, vécu ${lived}`,
  livedNone: 'inconnu',
  days: 'Une journée du catalogue',
  daysSays: 'Sans chapitre ni leçon : choisissez le centre, l’allure et les appels.',
  kept: 'Ce que vous avez joué',
  keptSays:
    'Gardé sur cet appareil, et nulle part ailleurs. Cette phrase le retrouve sur un autre :',
  phrase: 'J’ai une phrase',
  take: 'Reprendre',
  wrong: 'Cette phrase ne dit rien : quatre syllabes, comme « bilomuri ». Relisez-la.',
  taken: 'Retrouvé.',
  erase: 'Tout effacer',
  erased: 'Effacé.',
  hypotheses: 'Tout est inventé, et les chiffres sont des hypothèses.',
};

type PlayTexts = typeof fr;

const en: PlayTexts = {
  title: 'Play alone',
  lead: 'A desk, a headset, people who call. Nine chapters, one idea each, ten minutes at most.',
  begin: (n, title) => `Begin: ${n}. ${title}`,
  beginShift: 'Begin the shift',
  nextChapter: (n, title) => `Next chapter: ${n}. ${title}`,
  busy: 'The lines are opening…',
  chapters: 'The chapters',
  done: 'played',
  next: 'next',
  play: 'Play',
  again: 'Play again',
  resume: 'Resume',
  debrief: 'Look back',
  same: 'The same callers',
  ways: 'How do you play?',
  way: { pleasure: 'for fun', price: 'for the price', living: 'for a living' },
  waySays: {
    pleasure: 'No score. Try things, and see what comes back.',
    price:
      'A word always brings the same callers: measure yourself against yourself, and against the price.',
    living: 'A shift of half an hour, with its target and its fatigue.',
  },
  word: 'The word',
  wordSays: 'Same word, same callers. Leave it empty for one at random.',
  lastAdvice: 'Your last advice',
  words: 'Your words',
  wordsNone: 'Play a word to its debrief: what it came to is kept here.',
  wordOf: (chapter, word) => `${chapter}, “${word}”`,
  result: (resolved, served, gaveUp, lived) =>
    `${resolved} of ${served} with an answer, ${gaveUp} hung up, lived ${lived}`,
  livedNone: 'unknown',
  days: 'A day of the catalogue',
  daysSays: 'No chapter, no lesson: choose the centre, the speed and the callers.',
  kept: 'What you have played',
  keptSays: 'Kept on this device and nowhere else. This phrase brings it back on another:',
  phrase: 'I have a phrase',
  take: 'Bring it back',
  wrong: 'This phrase says nothing: four syllables, like “bilomuri”. Check it.',
  taken: 'It is back.',
  erase: 'Erase everything',
  erased: 'Erased.',
  hypotheses: 'All of it is invented, and the figures are hypotheses.',
};

export const PLAY_TEXTS = { fr: typesetAll(fr), en };

export const playWords = (): PlayTexts => PLAY_TEXTS[language()];
