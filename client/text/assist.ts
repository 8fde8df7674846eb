import { language } from './language.ts';
import { typesetAll } from './typeset.ts';

/** Playing without a clock. */
const fr = {
  without: 'À mon rythme',
  says: 'Le temps n’avance que quand vous agissez.',
  work: 'Travailler 15 s',
};

const en: typeof fr = {
  without: 'At my own pace',
  says: 'Time goes by only when you act.',
  work: 'Work for 15 s',
};

const TEXTS = { fr: typesetAll(fr), en };

export const assistWords = (): typeof fr => TEXTS[language()];
