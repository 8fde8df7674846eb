import { html } from 'lit';
import { debriefWords } from '../../text/debrief.ts';

/** A sentence of a caller, one of one's own, one act for tomorrow: kept on this device alone. */

const FIELDS = ['caller', 'own', 'act'] as const;

const keyOf = (code: string, field: string): string => `contretemps.words.${code}.${field}`;

function kept(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // It stays on the page, and is printed with it.
  }
}

export function ownWords(code: string) {
  const { words } = debriefWords();
  return html`<section>
    <h2>${words.title}</h2>
    <div class="own">
      ${FIELDS.map((field) => {
        const key = keyOf(code, field);
        return html`<div>
          <label for="own-${field}">${words[field]}</label>
          <input
            id="own-${field}"
            type="text"
            maxlength="160"
            autocomplete="off"
            .value=${kept(key)}
            @change=${(event: Event) => keep(key, (event.target as HTMLInputElement).value)}
          />
        </div>`;
      })}
    </div>
    <p class="label">${words.kept}</p>
  </section>`;
}
