import type { Says } from '../words/problem.ts';
import list from './ideas.json' with { type: 'json' };

/**
 * The ideas of the five texts that this product comes from: each is carried by one mechanic, held
 * by a test; or is left out, with the reason.
 */

/** What carries an idea, by its number in the design; `words`: it is said, and does nothing. */
export const MECHANICS = {
  M1: { fr: 'la minute et son prix', en: 'the minute and its price' },
  M2: { fr: 'cinq gestes', en: 'five gestures' },
  M3: { fr: 'la fiche du client', en: 'the sheet of a caller' },
  M4: { fr: 'le registre', en: 'the register' },
  M5: { fr: 'les masques, déduits', en: 'masks, inferred' },
  M6: { fr: 'le souffle', en: 'breath' },
  M7: { fr: 'oser', en: 'to dare' },
  M8: { fr: 'passer le relais', en: 'handing on' },
  M9: { fr: 'la corde', en: 'the cord' },
  M10: { fr: 'entre deux manches', en: 'between two rounds' },
  M11: { fr: 'les mêmes clients', en: 'the same callers' },
  M12: { fr: 'les réglages', en: 'settings' },
  words: { fr: 'des mots', en: 'words' },
} as const satisfies Record<string, Says>;

export interface Idea {
  readonly id: string;
  /** A fragment of the text, in French. */
  readonly quote: string;
  readonly mechanic?: keyof typeof MECHANICS;
  readonly test?: { readonly file: string; readonly title: string };
  /** It belongs to the workshop, and is not there yet. */
  readonly workshop?: true;
  /** Why it is left out. */
  readonly left?: Says;
}

export const IDEAS = list as readonly Idea[];
