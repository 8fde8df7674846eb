import { language } from './language.ts';
import { typesetAll } from './typeset.ts';

/** Playing without a clock. */
const fr = {
  without: 'Sans horloge',
  work: 'Travailler 15 s',
};

const en: typeof fr = {
  without: 'No clock',
  work: 'Work for 15 s',
};

const TEXTS = { fr: typesetAll(fr), en };

export const assistWords = (): typeof fr => TEXTS[language()];
