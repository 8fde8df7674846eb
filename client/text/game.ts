import type { FallCause, Wording } from '../../models/doors/game.ts';
import { language } from './language.ts';
import { typesetAll } from './typeset.ts';

/** The game at a desk, in words: its chapters, one's own breath, what is said and done. */

/** What goes on when energy falls at once: from the emotion to what one would do. */
type Chain = readonly [emotion: string, sensation: string, thought: string, act: string];

const fr = {
  chapter: (n: number) => `Chapitre ${n}`,
  goal: 'But',
  inTime: (share: string) => `à temps : ${share}`,
  begin: 'Commencer',
  supposed: 'Ce que font les gestes : des hypothèses.',
  warning: 'Dans ce chapitre, des clients manquent de respect.',
  wording: {
    asks: 'Les insultes',
    none: 'ne pas les écrire',
    stylised: 'masquées : ####',
    mild: 'atténuées',
  } satisfies Record<Wording | 'asks', string>,
  breath: 'souffle',
  wordsOf: (breath: string) => `${breath} : les mots du poste`,
  working: 'Vous traitez sa demande.',
  doing: {
    breathe: 'Vous soufflez.',
    listen: 'Vous écoutez.',
    explain: 'Vous expliquez.',
    acknowledge: 'Vous reconnaissez ce qui ne va pas.',
    refuse: 'Vous dites non.',
    brief: 'Vous racontez tout à un collègue.',
    signal: 'Vous signalez la cause.',
  },
  sheet: {
    title: 'La fiche',
    motive: 'Motif',
    context: 'Contexte',
    state: 'État d’esprit',
    need: 'Besoin réel',
    claim: 'Réclame',
    due: 'c’est dû',
    undue: 'ce n’est pas dû',
    unknown: 'à écouter',
  },
  again: (n: number) => `${n}e appel`,
  allHeard: 'Il vous a tout dit.',
  allExplained: 'Tout est expliqué.',
  more: 'Autres gestes',
  names: {
    dare: 'Oser',
    limit: 'Poser la limite',
    pass: 'Passer',
    hold: 'Attente',
    notReady: 'Pas prêt',
    signal: 'La corde',
  },
  passing: {
    asks: 'Passer le client, comment ?',
    cold: 'à froid',
    coldNote: 'tout sera à redire',
    warm: 'en racontant tout',
    warmNote: 'du temps ; rien ne se perd',
    promise: 'rappeler plus tard',
    promiseNote: 'la ligne se libère ; une promesse se tient',
  },
  register: 'Registre',
  registers: {
    natural: 'comme je suis',
    professional: 'comme il lui faut',
    script: 'la formule',
  },
  nature: {
    asks: 'Comment êtes-vous, d’habitude ?',
    axes: { warmth: 'chaleur', guidance: 'conduite de l’appel' },
    private: 'Pour vous seul. S’il suffit d’être ainsi avec un client, on vous le dira.',
    warmth: { low: 'plutôt réservé', middle: 'entre les deux', high: 'plutôt chaleureux' },
    guidance: { low: 'je laisse l’autre mener', middle: 'cela dépend', high: 'je mène' },
  },
  fell: {
    title: 'Votre souffle vient de baisser',
    parts: { emotion: 'émotion', sensation: 'sensation', thought: 'pensée', act: 'acte' },
    name: 'La nommer',
    nameNote: 'la carte se ferme, rien d’autre',
    breathe: 'Souffler',
    breatheNote: 'dès que la ligne est libre',
    letGo: 'Laisser passer',
    letGoNote: 'rien ne change',
  },
  log: {
    title: 'Ce qui s’est dit et fait',
    open: 'Paroles',
    empty: 'Personne n’a encore parlé.',
    me: 'Vous',
    caller: 'Le client',
    known: 'Vous savez',
    hold: 'Un instant, s’il vous plaît.',
    promise: 'Nous vous rappelons, c’est promis.',
    conclude: 'Merci de votre appel. Au revoir.',
    due: 'Ce qu’il réclame est dû.',
    undue: 'Ce qu’il réclame n’est pas dû.',
    suspects: (cause: string) => `Vous soupçonnez ceci : ${cause}.`,
    suited: 'Avec cette personne, être vous-même suffit : rien à composer.',
  },
  mended: (cause: string) => `Réparé : ${cause}. Ces appels cessent.`,
  debrief: 'Ce que cette journée vous apprend',
};

type GameTexts = typeof fr;

const en: GameTexts = {
  chapter: (n) => `Chapter ${n}`,
  goal: 'Goal',
  inTime: (share) => `in time: ${share}`,
  begin: 'Begin',
  supposed: 'What the moves do: hypotheses.',
  warning: 'In this chapter some callers are disrespectful.',
  wording: {
    asks: 'Insults',
    none: 'do not write them',
    stylised: 'struck out: ####',
    mild: 'toned down',
  },
  breath: 'breath',
  wordsOf: (breath) => `${breath}: the words of the desk`,
  working: 'You are working on their matter.',
  doing: {
    breathe: 'You take a breath.',
    listen: 'You are listening.',
    explain: 'You are explaining.',
    acknowledge: 'You recognise what went wrong.',
    refuse: 'You are saying no.',
    brief: 'You tell a colleague everything.',
    signal: 'You report the cause.',
  },
  sheet: {
    title: 'The sheet',
    motive: 'Matter',
    context: 'Context',
    state: 'State of mind',
    need: 'Real need',
    claim: 'Claims',
    due: 'it is due',
    undue: 'it is not due',
    unknown: 'listen to know',
  },
  again: (n) => `call ${n}`,
  allHeard: 'They have told you everything.',
  allExplained: 'All is explained.',
  more: 'Other moves',
  names: {
    dare: 'Dare',
    limit: 'Set the limit',
    pass: 'Pass on',
    hold: 'Hold',
    notReady: 'Not ready',
    signal: 'The cord',
  },
  passing: {
    asks: 'Pass the caller on, how?',
    cold: 'cold',
    coldNote: 'all to be said again',
    warm: 'with the whole story',
    warmNote: 'takes time; nothing is lost',
    promise: 'call back later',
    promiseNote: 'frees the line; promises are kept',
  },
  register: 'Manner',
  registers: {
    natural: 'as I am',
    professional: 'as they need',
    script: 'the set phrase',
  },
  nature: {
    asks: 'What are you usually like?',
    axes: { warmth: 'warmth', guidance: 'leading the call' },
    private: 'For you alone. Where being like that is enough for a caller, you will be told.',
    warmth: { low: 'rather reserved', middle: 'in between', high: 'rather warm' },
    guidance: { low: 'I let others lead', middle: 'it depends', high: 'I lead' },
  },
  fell: {
    title: 'Your breath has just dropped',
    parts: { emotion: 'emotion', sensation: 'sensation', thought: 'thought', act: 'act' },
    name: 'Name it',
    nameNote: 'the card closes, nothing else',
    breathe: 'Take a breath',
    breatheNote: 'as soon as the line is free',
    letGo: 'Let it go',
    letGoNote: 'nothing changes',
  },
  log: {
    title: 'What was said and done',
    open: 'Words',
    empty: 'Nobody has spoken yet.',
    me: 'You',
    caller: 'The caller',
    known: 'You know',
    hold: 'One moment, please.',
    promise: 'We will call you back, I promise.',
    conclude: 'Thank you for calling. Goodbye.',
    due: 'What they claim is due.',
    undue: 'What they claim is not due.',
    suspects: (cause) => `You suspect this: ${cause}.`,
    suited: 'With this caller being yourself is enough: nothing to put on.',
  },
  mended: (cause) => `Mended: ${cause}. Those calls stop.`,
  debrief: 'What this day teaches you',
};

const CHAINS: Record<'fr' | 'en', Record<FallCause, Chain>> = {
  fr: {
    uncivil: ['colère', 'la gorge se serre', '« il n’a pas le droit »', 'rendre coup pour coup'],
    critical: ['agacement', 'les épaules montent', '« rien ne va jamais »', 'se justifier'],
    weary: ['lassitude', 'les yeux piquent', '« encore un »', 'abréger'],
  },
  en: {
    uncivil: ['anger', 'a tight throat', '“they have no right”', 'giving as good as you get'],
    critical: ['irritation', 'shoulders rising', '“nothing is ever right”', 'defending yourself'],
    weary: ['weariness', 'stinging eyes', '“yet another one”', 'cutting it short'],
  },
};

const TEXTS = { fr: typesetAll(fr), en };

/** The words of the game, in the language of this device. */
export const gameWords = (): GameTexts => TEXTS[language()];

/** Emotion, sensation, thought, act: what may go on when energy falls at once. */
export const chainOf = (by: FallCause): Chain => CHAINS[language()][by];
