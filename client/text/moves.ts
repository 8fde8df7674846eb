import type { Move } from '../pages/desk/moves.ts';
import { language } from './language.ts';
import { typesetAll } from './typeset.ts';

/** How a move at a desk is called. */
type MoveWords = {
  /** On its button. */
  readonly name: string;
  /** In the list of keys, where that differs. */
  readonly long?: string;
  /** What is asked before it is made, where something is. */
  readonly asks?: string;
};

/** A row of the table of moves (models/words/moves.ts) has its words here, in both languages. */
const fr: Record<Move, MoveWords> = {
  answer: { name: 'Décrocher' },
  breathe: { name: 'Souffler' },
  listen: { name: 'Écouter' },
  explain: { name: 'Expliquer' },
  ready: { name: 'Disponible' },
  resume: { name: 'Reprendre' },
  conclude: { name: 'Conclure' },
  limit: { name: 'Poser une limite' },
  acknowledge: { name: 'Reconnaître', long: 'Reconnaître une critique, une plainte' },
  refuse: { name: 'Dire non', asks: 'Dire non, comment ?' },
  hold: { name: 'Mettre en attente' },
  transfer: { name: 'Transférer', asks: 'Transférer à' },
  brief: {
    name: 'Passer le relais',
    long: 'Passer le client à un collègue, en lui racontant tout',
    asks: 'Passer le relais à',
  },
  promise: { name: 'Promettre de rappeler' },
  signal: {
    name: 'Tirer la corde',
    long: 'Signaler une anomalie',
    asks: 'Quelle cause soupçonnez-vous ?',
  },
  notReady: { name: 'Indisponible', asks: 'Indisponible, pour quel motif ?' },
  mask: {
    name: 'Masque',
    long: 'Choisir un masque',
    asks: 'Avec quel masque répondez-vous, à partir du prochain appel ?',
  },
};

const en: Record<Move, MoveWords> = {
  answer: { name: 'Answer' },
  breathe: { name: 'Take a breath' },
  listen: { name: 'Listen' },
  explain: { name: 'Explain' },
  ready: { name: 'Ready' },
  resume: { name: 'Resume' },
  conclude: { name: 'Conclude' },
  limit: { name: 'Set a limit' },
  acknowledge: { name: 'Recognise', long: 'Recognise a criticism or a complaint' },
  refuse: { name: 'Say no', asks: 'Say no, how?' },
  hold: { name: 'Hold' },
  transfer: { name: 'Transfer', asks: 'Transfer to' },
  brief: {
    name: 'Hand on warmly',
    long: 'Hand the caller on, telling a colleague the whole story',
    asks: 'Hand on to',
  },
  promise: { name: 'Promise to call back' },
  signal: {
    name: 'Pull the cord',
    long: 'Report something wrong',
    asks: 'Which cause do you suspect?',
  },
  notReady: { name: 'Not ready', asks: 'Not ready, for what reason?' },
  mask: {
    name: 'Mask',
    long: 'Choose a mask',
    asks: 'Which mask will you wear, from the next call on?',
  },
};

const TEXTS = { fr: typesetAll(fr), en };

/** The words of each move, in the language of this device. */
export const moveWords = (): Record<Move, MoveWords> => TEXTS[language()];
