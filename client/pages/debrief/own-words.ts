import { html } from 'lit';
import { debriefWords } from '../../text/debrief.ts';

/** A sentence of a caller, one of one's own, one act for tomorrow: kept on this device alone. */

export const OWN_WORDS = ['caller', 'own', 'act'] as const;
type Field = (typeof OWN_WORDS)[number];

const KEY = 'contretemps.words.';
const keyOf = (code: string, field: Field): string => `${KEY}${code}.${field}`;

/** Where nothing is kept on the device, it lasts as long as the page. */
const here = new Map<string, string>();

export function wordsKept(code: string, field: Field): string {
  const key = keyOf(code, field);
  try {
    return localStorage.getItem(key) ?? here.get(key) ?? '';
  } catch {
    return here.get(key) ?? '';
  }
}

export function keepWords(code: string, field: Field, text: string): void {
  const key = keyOf(code, field);
  here.set(key, text);
  try {
    localStorage.setItem(key, text);
  } catch {
    // It stays on the page, and is printed with it.
  }
}

/** Those of every day. */
export function forgetWords(): void {
  here.clear();
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(KEY));
    for (const key of keys) localStorage.removeItem(key);
  } catch {
    // They were kept in memory only.
  }
}

/** @param changed told when one of them was written */
export function ownWords(code: string, changed: () => void) {
  const { words } = debriefWords();
  return html`<section>
    <h2>${words.title}</h2>
    <div class="own">
      ${OWN_WORDS.map(
        (field) => html`<div>
          <label for="own-${field}">${words[field]}</label>
          <input
            id="own-${field}"
            type="text"
            maxlength="160"
            autocomplete="off"
            .value=${wordsKept(code, field)}
            @change=${(event: Event) => {
              keepWords(code, field, (event.target as HTMLInputElement).value);
              changed();
            }}
          />
        </div>`,
      )}
    </div>
    <p class="label">${words.kept}</p>
  </section>`;
}
