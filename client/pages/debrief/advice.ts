import { html, nothing } from 'lit';
import { ADVICE_SAYS } from '../../../models/doors/play.ts';
import type { Debriefing } from '../../state/debrief.ts';
import { debriefWords } from '../../text/debrief.ts';
import { figure } from '../../text/figures.ts';
import { say } from '../../text/language.ts';

/** The one advice of a day, in its own words; '' where none was given. */
export function adviceSaid({ state }: Debriefing): string {
  const given = state.advice?.advice ?? null;
  return given === null ? '' : say(ADVICE_SAYS[given]);
}

/** What it was seen to do. */
export function adviceFound({ state }: Debriefing): string {
  const { advice: words, unit } = debriefWords();
  if (state.advice === null) return '';
  const { days, effect, halfWidth } = state.advice;
  return words.found(unit(Math.abs(effect)), unit(halfWidth), figure(days));
}

export function advicePart(debriefing: Debriefing) {
  const { advice: words } = debriefWords();
  const said = adviceSaid(debriefing);
  return html`<div role="status">
    ${
      said === ''
        ? nothing
        : html`<section class="advice">
            <h2>${words.title}</h2>
            <p class="told">${said}</p>
            <details>
              <summary>${words.why}</summary>
              <p>${adviceFound(debriefing)}</p>
            </details>
          </section>`
    }
  </div>`;
}
