import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { WORDINGS, type Wording } from '../../../models/doors/game.ts';
import { choices } from '../../look/choices.ts';
import { base } from '../../look/shared.ts';
import { gameWords } from '../../text/game.ts';
import { LanguageController } from '../../text/language.ts';

/** How insults are worded on this device. Tells `ct-wording`. */
@customElement('ct-wording')
export class WordingChoice extends LitElement {
  readonly language = new LanguageController(this);
  @property() wording: Wording = 'stylised';

  static override styles = [
    base,
    choices,
    css`
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--s-4);
      }
    `,
  ];

  private tell(wording: Wording): void {
    const detail = { detail: wording, bubbles: true, composed: true };
    this.dispatchEvent(new CustomEvent('ct-wording', detail));
  }

  override render() {
    const { wording } = gameWords();
    return html`<fieldset>
      <legend>${wording.asks}</legend>
      ${WORDINGS.map(
        (one) => html`<label>
          <input
            type="radio"
            name="wording"
            .checked=${one === this.wording}
            @change=${() => this.tell(one)}
          />
          ${wording[one]}
        </label>`,
      )}
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-wording': WordingChoice;
  }
}
