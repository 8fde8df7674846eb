import type { RefusalName } from '../../models/doors/game.ts';
import { language } from './language.ts';
import { typesetAll } from './typeset.ts';

/** The encounter at a desk, in words: what is known of a caller, what one does. */
const fr = {
  refusals: {
    bare: 'sans rien ajouter',
    because: '« parce que… »',
    instead: '« je peux… »',
    both: '« parce que… », puis « je peux… »',
  } satisfies Record<RefusalName, string>,
  /** One that this world has no name for. */
  cause: (n: number) => `cause ${n + 1}`,
};

type EncounterTexts = typeof fr;

const en: EncounterTexts = {
  refusals: {
    bare: 'and nothing else',
    because: '“because…”',
    instead: '“what I can do…”',
    both: '“because…”, then “what I can do…”',
  },
  cause: (n) => `cause ${n + 1}`,
};

const TEXTS = { fr: typesetAll(fr), en };

/** The words of an encounter, in the language of this device. */
export const encounterWords = (): EncounterTexts => TEXTS[language()];
