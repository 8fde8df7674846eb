import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Says } from '../../models/doors/scenario.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Texts } from './texts.ts';
import { typeset, typesetAll } from './typeset.ts';

/** The languages of the product, in the order in which they are offered. */
export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT = 'contretemps.language';
const TEXTS: Record<Language, Texts> = { fr: typesetAll(fr), en };

const isLanguage = (x: unknown): x is Language => LANGUAGES.includes(x as Language);

/** Storage may be refused (private windows): the choice then lasts as long as the page. */
function kept(): Language | null {
  try {
    const found = localStorage.getItem(KEPT);
    return isLanguage(found) ? found : null;
  } catch {
    return null;
  }
}

/** The first language of the device that is one of ours; for all others, English. */
const ofDevice = (): Language => {
  const first = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage);
  return first ?? 'en';
};

let current: Language = kept() ?? ofDevice();
document.documentElement.lang = current;
const listeners = new Set<() => void>();

export const language = (): Language => current;

/** Chooses the language of this device and redraws all that shows words. */
export function setLanguage(wanted: Language): void {
  if (wanted === current) return;
  current = wanted;
  document.documentElement.lang = wanted;
  try {
    localStorage.setItem(KEPT, wanted);
  } catch {
    // The choice still holds for this page.
  }
  for (const changed of listeners) changed();
}

/** The words, in the language of this device. */
export const words = (): Texts => TEXTS[current];

/** A sentence of the models (a problem, a caller, a name) in the language of this device. */
export const say = (says: Says): string => (current === 'fr' ? typeset(says.fr) : says.en);

/** What someone says, between the quotation marks of the language. */
export const quoted = (sentence: string): string =>
  current === 'fr' ? typeset(`« ${sentence} »`) : `‘${sentence}’`;

/** Redraws its element when the language changes; gives it the words. */
export class LanguageController implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  private readonly changed = () => this.host.requestUpdate();

  hostConnected(): void {
    listeners.add(this.changed);
  }

  hostDisconnected(): void {
    listeners.delete(this.changed);
  }

  get words(): Texts {
    return words();
  }
}
