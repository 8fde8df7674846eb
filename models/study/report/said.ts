import type { Says } from '../../words/problem.ts';
import { fixed, type Language } from './numerals.ts';

/** Sentences written once for both languages. */

/** The one of the language that is being written. */
export type Say = (fr: string, en: string) => string;

/** A sentence in both languages. */
export function both(sentence: (say: Say, language: Language) => string): Says {
  return {
    fr: sentence((fr) => fr, 'fr'),
    en: sentence((_fr, en) => en, 'en'),
  };
}

/** What picks the words of one language. */
export const sayIn =
  (language: Language): Say =>
  (fr, en) =>
    language === 'fr' ? fr : en;

export const percent = (share: number, digits: number, language: Language): string =>
  `${fixed(100 * share, digits, language)}${language === 'fr' ? ' %' : '%'}`;

/** `1 jour`, `2 jours`: in French nothing is singular too. */
export const several = (n: number, one: string, many: string, language: Language): string =>
  `${fixed(n, 0, language)} ${n === 1 || (n === 0 && language === 'fr') ? one : many}`;

/** `0.4 points`; in French what is below 2 is singular: `0,4 point`. */
export function pointsIn(share: number, language: Language): string {
  const shown = fixed(100 * share, 1, language);
  const one = language === 'fr' && Math.abs(100 * share) < 1.95;
  return `${shown} ${one ? 'point' : 'points'}`;
}

export const daysIn = (n: number, language: Language): string =>
  language === 'fr' ? several(n, 'jour', 'jours', 'fr') : several(n, 'day', 'days', 'en');

/** With a capital in front. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
