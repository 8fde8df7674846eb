import { html, nothing } from 'lit';
import '../../../elements/plot/plot.ts';
import { RULES_VERSION } from '../../../../models/doors/live.ts';
import { validationSheet } from '../../../../models/doors/records.ts';
import { isProblem } from '../../../../models/doors/scenario.ts';
import { rowsTable } from '../../../elements/rows/rows.ts';
import type { FitState } from '../../../state/lab-fit.ts';
import { fitWords } from '../../../text/lab-fit.ts';
import { language } from '../../../text/language.ts';
import { typeset } from '../../../text/typeset.ts';
import * as drawn from './draw.ts';
import * as tables from './tables.ts';

/** Sentences of the models as a page shows them: with a capital, and the spaces of the language. */
export function set(text: string): string {
  const sentence = text.slice(0, 1).toUpperCase() + text.slice(1);
  return language() === 'fr' ? typeset(sentence) : sentence;
}

/** The fitted day held against those recorded; nothing before that was asked for. */
export function heldAgainst(state: FitState | undefined) {
  const words = fitWords();
  const { found, validation = null } = state ?? {};
  const typical = found?.fit.typical ?? null;
  if (!found || validation === null || typical === null || isProblem(typical)) return nothing;
  const { label } = typical;
  const whole = { rules: RULES_VERSION, validation, fit: found.fit, label };
  const sheet = validationSheet(whole, language());
  // What records do not say is not drawn.
  const figures = (['offered', 'level', 'abandons', 'waitS'] as const).filter(
    (key) => validation.day[key].recorded !== null,
  );
  return html`<section>
    <h2>${words.validation}</h2>
    <p>${set(sheet.verdict)}</p>
    <ul class="notes">
      ${sheet.findings.map((one) => html`<li>${set(one)}</li>`)}
    </ul>
    <p class="key">
      <span><i class="dot"></i> ${words.validationKey.recorded}</span>
      <span><i class="band"></i> ${words.validationKey.band}</span>
      <span><i class="dot off"></i> ${words.validationKey.off}</span>
    </p>
    <div class="plots">
      ${figures.map(
        (key) => html`<ct-plot
          .draw=${drawn.held(validation, key)}
          .data=${tables.heldTable(validation, key)}
          .label=${`${words.held[key].slice(2)}. ${words.heldLong}`}
          .name=${`validation-${key}`}
        ></ct-plot>`,
      )}
    </div>
    <details>
      <summary>${words.figures}</summary>
      ${rowsTable(sheet.table, set)}
    </details>
  </section>`;
}
