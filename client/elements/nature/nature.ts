import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { answersOf, type Nature, natureOf } from '../../../models/doors/game.ts';
import { choices } from '../../look/choices.ts';
import { base } from '../../look/shared.ts';
import { gameWords } from '../../text/game.ts';
import { LanguageController } from '../../text/language.ts';

/** Neither warm nor reserved, neither leading nor led. */
const MIDDLE: Nature = { warmth: 1, guidance: 1 };

/** What one is by nature, in two answers of three, for oneself alone. Tells `ct-nature`. */
@customElement('ct-nature')
export class NatureChoice extends LitElement {
  readonly language = new LanguageController(this);
  /** Both answers as one number; null: nothing was said. */
  @property({ attribute: false }) nature: number | null = null;

  static override styles = [
    base,
    choices,
    css`
      fieldset {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
        gap: 0 var(--s-4);
      }
    `,
  ];

  private tell(answer: Partial<Nature>): void {
    const said = this.nature === null ? MIDDLE : answersOf(this.nature);
    const detail = natureOf({ ...said, ...answer });
    this.dispatchEvent(new CustomEvent('ct-nature', { detail, bubbles: true, composed: true }));
  }

  private answers(axis: keyof Nature) {
    const said = this.nature === null ? null : answersOf(this.nature)[axis];
    return html`<div role="radiogroup" aria-label=${gameWords().nature.axes[axis]}>
      ${Object.values(gameWords().nature[axis]).map(
        (answer, value) => html`<label>
          <input
            type="radio"
            name=${axis}
            .checked=${said === value}
            @change=${() => this.tell({ [axis]: value })}
          />
          ${answer}
        </label>`,
      )}
    </div>`;
  }

  override render() {
    const { nature } = gameWords();
    return html`<fieldset>
        <legend>${nature.asks}</legend>
        ${this.answers('warmth')} ${this.answers('guidance')}
      </fieldset>
      <p class="label">${nature.private}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-nature': NatureChoice;
  }
}
