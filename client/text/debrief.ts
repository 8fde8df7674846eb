import { figure } from './figures.ts';
import { language } from './language.ts';
import { typesetAll } from './typeset.ts';

/** What a person is told of their own day at a desk. */
const fr = {
  title: 'Ce que vous avez fait',
  reading: 'On relit votre journée…',
  back: 'Revenir au poste',
  goal: (goal: string) => `Le but était : ${goal}`,
  chapters: 'Tous les chapitres',
  again: 'Les mêmes appels, une autre fois',
  print: 'Imprimer',
  line: 'Votre journée, appel par appel',
  lineSays: (calls: number, back: number) =>
    `${calls} appel${calls > 1 ? 's' : ''} ; les arcs vont vers ${back === 0 ? 'rien : personne n’est revenu' : `ceux qui sont revenus (${back})`}.`,
  key: {
    solved: 'reparti avec sa réponse',
    open: 'sans réponse',
    back: 'revenu',
  },
  moments: (n: number) => ['Un moment', 'Un moment', 'Deux moments'][n] ?? 'Trois moments',
  noMoment: 'Rien à relever : pas une minute n’a pesé plus qu’une autre.',
  moment: {
    given: 'Une minute de trop',
    refused: 'Une minute qui manquait',
    paid: 'Une minute bien placée',
  },
  worth: {
    given: (wme: string) => `Elle a coûté ${wme} de trop.`,
    refused: (wme: string) => `Elle aurait épargné ${wme}.`,
    paid: (wme: string) => `Elle a rapporté ${wme}.`,
  },
  at: (time: string, minutes: string, waiting: number) =>
    `${time} · ${minutes} en ligne · ${waiting === 0 ? 'à la fin personne n’attendait' : waiting === 1 ? 'à la fin une personne attendait' : `à la fin ${waiting} personnes attendaient`}`,
  given: (wme: string) => `Les dernières minutes ont coûté ${wme} de plus qu’elles n’apportaient.`,
  refused: (wme: string) =>
    `Quelques minutes de plus auraient apporté ${wme} de plus qu’elles n’auraient coûté.`,
  paid: (wme: string) => `Ces minutes ont apporté ${wme} de plus qu’elles n’ont coûté.`,
  unit: (n: number) => `${figure(n, 1)} min d’attente`,
  came: {
    solved: 'Affaire réglée.',
    open: 'Affaire non réglée.',
    handed: 'Passé à un collègue.',
    back: (time: string) => `Cette personne a rappelé à ${time}.`,
    backShort: (time: string) => `Rappel à ${time}.`,
    tomorrow: 'Cette personne rappellera demain.',
    lost: 'Cette personne ne rappellera pas.',
  },
  ifs: {
    earlier: (minutes: string) => `Et si… ${minutes} plus tôt ?`,
    later: (minutes: string) => `Et si… ${minutes} plus tard ?`,
    asks: (minutes: string, sooner: boolean) =>
      `Et si vous aviez conclu ${minutes} plus ${sooner ? 'tôt' : 'tard'} ?`,
    bet: 'Votre pari, avant de savoir :',
    bets: { better: 'mieux', same: 'pareil', worse: 'moins bien' },
    working: 'On rejoue la journée…',
    story: 'Ce jour-là',
    storySays:
      'La même journée, cette décision autrement. À partir de cet instant, l’ordinateur tient votre poste dans les deux, sur les mêmes appels : une histoire vraie, une seule.',
    nothing: 'Rien n’aurait changé pour personne.',
    waited: (n: number) =>
      `${figure(Math.abs(n), 1)} min d’attente en ${n < 0 ? 'moins' : 'plus'} pour les autres.`,
    gaveUp: (n: number) =>
      `${Math.abs(n)} abandon${Math.abs(n) > 1 ? 's' : ''} de ${n < 0 ? 'moins' : 'plus'}.`,
    back: (n: number) =>
      `${Math.abs(n)} rappel${Math.abs(n) > 1 ? 's' : ''} de ${n < 0 ? 'moins' : 'plus'}.`,
    solvedInstead: 'Ce client serait reparti avec sa réponse.',
    openInstead: 'Ce client serait reparti sans réponse.',
    average: 'En moyenne',
    averageSays: (pairs: number) =>
      `Sur ${figure(pairs)} suites possibles que personne ne connaissait :`,
    verdict: {
      better: (n: string, half: string) => `c’était mieux, de ${n} ± ${half}.`,
      worse: (n: string, half: string) => `c’était moins bien, de ${n} ± ${half}.`,
      undecided: 'on ne peut pas trancher.',
    },
    betRight: 'Votre pari était juste.',
    betWrong: 'Votre pari était faux.',
    betOpen: 'Votre pari reste ouvert.',
    tally: (right: number, of: number) =>
      `Vos paris : ${right} juste${right > 1 ? 's' : ''} sur ${of}.`,
  },
  advice: {
    title: 'Un conseil',
    why: 'Pourquoi celui-là ?',
    found: (wme: string, half: string, days: string) =>
      `Quelqu’un qui joue comme vous, avec ce conseil et sans lui, a été suivi ${days} journées, sur de nouveaux clients : ${wme} de moins par client, à ${half} près.`,
  },
  more: 'Aller plus loin',
  callers: 'Client par client',
  columns: {
    time: 'Heure',
    wanted: 'Ce qu’on voulait',
    talked: 'En ligne',
    waiting: 'Attendaient à la fin',
    after: 'Suite',
  },
  uneasy: 'Les choix les plus inconfortables',
  uneasySays: 'Les deux voix avaient presque raison, et il y avait beaucoup à perdre.',
  luck: {
    title: 'La chance',
    ask: 'Quelle part de chance ?',
    working: 'On joue deux cents autres journées…',
    harder: (share: string) => `Cette journée était plus dure que ${share} des autres.`,
    own: (n: string, better: boolean) =>
      better
        ? `Vous avez fait mieux que qui suit le prix, de ${n} par client.`
        : `Qui suit le prix aurait fait mieux, de ${n} par client.`,
    same: 'Vous avez fait comme qui suit le prix.',
  },
  words: {
    title: 'Avant de partir',
    caller: 'Une phrase d’un client',
    own: 'Une phrase de vous',
    act: 'Un geste pour demain',
    kept: 'Gardé sur cet appareil.',
  },
  oldRules: (rules: string) =>
    `Cette journée suit d’anciennes règles (n° ${rules}) : voici ce qui en avait été calculé ; le reste ne peut plus l’être.`,
  rules: (code: string, rules: string) =>
    `${code === '' ? '' : `Salle ${code} · `}règles ${rules} · hypothèses, non des mesures`,
  file: {
    take: 'Emporter (un fichier)',
    says: 'Une page qui rejoue votre journée partout, sans réseau.',
    making: 'On prépare le fichier…',
    failed: 'Le fichier n’a pas pu être fait ; réessayez dans un instant.',
    title: 'Une journée emportée',
    bad: 'Ce fichier est incomplet ou abîmé : téléchargez-le à nouveau.',
    replayed: 'Rejoué dans cette page, sans rien demander à personne.',
  },
  private: 'Ce que vous avez fait est à vous : personne d’autre ne voit cette page.',
  hypotheses:
    'Les effets et leur ampleur sont des hypothèses ; les appels, eux, sont exactement les vôtres.',
};

type DebriefTexts = typeof fr;

const en: DebriefTexts = {
  title: 'What you did',
  reading: 'Reading your day again…',
  back: 'Back to the desk',
  goal: (goal) => `The goal was: ${goal}`,
  chapters: 'All chapters',
  again: 'The same callers, once more',
  print: 'Print',
  line: 'Your day, call by call',
  lineSays: (calls, back) =>
    `${calls} call${calls === 1 ? '' : 's'}; the arcs lead to ${back === 0 ? 'nothing: nobody came back' : `those who came back (${back})`}.`,
  key: { solved: 'left with an answer', open: 'without an answer', back: 'came back' },
  moments: (n) => ['One moment', 'One moment', 'Two moments'][n] ?? 'Three moments',
  noMoment: 'Nothing to point at: no minute weighed more than another.',
  moment: {
    given: 'A minute too many',
    refused: 'A minute too few',
    paid: 'A minute well spent',
  },
  worth: {
    given: (wme) => `It cost ${wme} too much.`,
    refused: (wme) => `It would have spared ${wme}.`,
    paid: (wme) => `It brought in ${wme}.`,
  },
  at: (time, minutes, waiting) =>
    `${time} · ${minutes} on the line · ${waiting === 0 ? 'nobody waiting at the end' : waiting === 1 ? 'one person waiting at the end' : `${waiting} people waiting at the end`}`,
  given: (wme) => `The last minutes cost ${wme} more than they brought.`,
  refused: (wme) => `A few more minutes would have brought ${wme} more than they would have cost.`,
  paid: (wme) => `These minutes brought ${wme} more than they cost.`,
  unit: (n) => `${figure(n, 1)} min of waiting`,
  came: {
    solved: 'Settled.',
    open: 'Not settled.',
    handed: 'Handed on to a colleague.',
    back: (time) => `They called again at ${time}.`,
    backShort: (time) => `Back at ${time}.`,
    tomorrow: 'They will call again tomorrow.',
    lost: 'They will not call again.',
  },
  ifs: {
    earlier: (minutes) => `What if: ${minutes} earlier?`,
    later: (minutes) => `What if: ${minutes} later?`,
    asks: (minutes, sooner) => `What if you had ended ${minutes} ${sooner ? 'earlier' : 'later'}?`,
    bet: 'Your bet, before you know:',
    bets: { better: 'better', same: 'the same', worse: 'worse' },
    working: 'The day is played again…',
    story: 'That day',
    storySays:
      'The same day with this one decision taken otherwise. From that moment the computer holds your desk in both, on the same callers: one true story, and only one.',
    nothing: 'Nothing would have changed for anybody.',
    waited: (n) =>
      `${figure(Math.abs(n), 1)} min ${n < 0 ? 'less' : 'more'} waiting for the others.`,
    gaveUp: (n) => `${Math.abs(n)} ${n < 0 ? 'fewer' : 'more'} gave up.`,
    back: (n) => `${Math.abs(n)} ${n < 0 ? 'fewer' : 'more'} called back.`,
    solvedInstead: 'This caller would have left with an answer.',
    openInstead: 'This caller would have left without an answer.',
    average: 'On average',
    averageSays: (pairs) => `Over ${figure(pairs)} possible futures that nobody knew:`,
    verdict: {
      better: (n, half) => `it was better, by ${n} ± ${half}.`,
      worse: (n, half) => `it was worse, by ${n} ± ${half}.`,
      undecided: 'it cannot be decided.',
    },
    betRight: 'Your bet was right.',
    betWrong: 'Your bet was wrong.',
    betOpen: 'Your bet stays open.',
    tally: (right, of) => `Your bets: ${right} right of ${of}.`,
  },
  advice: {
    title: 'One advice',
    why: 'Why this one?',
    found: (wme, half, days) =>
      `Somebody who plays as you do was followed for ${days} days of fresh callers, with this advice and without: ${wme} less a caller, give or take ${half}.`,
  },
  more: 'Further',
  callers: 'Caller by caller',
  columns: {
    time: 'Time',
    wanted: 'What they wanted',
    talked: 'On the line',
    waiting: 'Waiting at the end',
    after: 'Then',
  },
  uneasy: 'The most uncomfortable choices',
  uneasySays: 'Both voices were nearly right, and there was much to lose.',
  luck: {
    title: 'Luck',
    ask: 'How much was luck?',
    working: 'Two hundred other days are being played…',
    harder: (share) => `This day was harder than ${share} of the others.`,
    own: (n, better) =>
      better
        ? `You did better than following the price, by ${n} a caller.`
        : `Following the price would have done better, by ${n} a caller.`,
    same: 'You did as well as following the price.',
  },
  words: {
    title: 'Before you go',
    caller: 'A sentence of a caller',
    own: 'A sentence of yours',
    act: 'One thing to do tomorrow',
    kept: 'Kept on this device.',
  },
  oldRules: (rules) =>
    `This day was played by older rules (no. ${rules}): here is what had been worked out; the rest no longer can be.`,
  rules: (code, rules) =>
    `${code === '' ? '' : `Room ${code} · `}rules ${rules} · hypotheses, not measurements`,
  file: {
    take: 'Take it away (one file)',
    says: 'A page that replays your day anywhere, without a network.',
    making: 'The file is being made…',
    failed: 'The file could not be made; try again in a moment.',
    title: 'A day taken away',
    bad: 'This file is incomplete or damaged: download it again.',
    replayed: 'Replayed in this page, without asking anything of anybody.',
  },
  private: 'What you did is yours: nobody else sees this page.',
  hypotheses: 'The effects and their sizes are hypotheses; the callers are exactly yours.',
};

const TEXTS = { fr: typesetAll(fr), en };

export const debriefWords = (): DebriefTexts => TEXTS[language()];
