import { html } from 'lit';
import type { Choice } from '../../../models/doors/report.ts';
import { say } from '../../text/language.ts';
import { reportWords } from '../../text/report.ts';

/** The choices behind figures, as a report states them. */
export const choicesList = (choices: readonly Choice[]) => html`<section class="choices">
  <h2>${reportWords().choices.title}</h2>
  <dl>
    ${choices.map(
      ({ name, says }) => html`<div>
        <dt>${say(name)}</dt>
        <dd>${say(says)}</dd>
      </div>`,
    )}
  </dl>
</section>`;
