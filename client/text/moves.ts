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
  ready: { name: 'Disponible' },
  resume: { name: 'Reprendre' },
  conclude: { name: 'Conclure' },
  limit: { name: 'Poser une limite' },
  hold: { name: 'Mettre en attente' },
  transfer: { name: 'Transférer', asks: 'Transférer à' },
  notReady: { name: 'Indisponible', asks: 'Indisponible, pour quel motif ?' },
  mask: {
    name: 'Masque',
    long: 'Choisir un masque',
    asks: 'Avec quel masque répondez-vous, à partir du prochain appel ?',
  },
};

const en: Record<Move, MoveWords> = {
  answer: { name: 'Answer' },
  ready: { name: 'Ready' },
  resume: { name: 'Resume' },
  conclude: { name: 'Conclude' },
  limit: { name: 'Set a limit' },
  hold: { name: 'Hold' },
  transfer: { name: 'Transfer', asks: 'Transfer to' },
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
