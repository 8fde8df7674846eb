import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { dialogs } from '../../look/dialog.ts';
import { base, buttons } from '../../look/shared.ts';
import { glossaryTitle, type Term, termIn } from '../../text/glossary.ts';
import { LanguageController } from '../../text/language.ts';

/** The words of a desk, and what they mean. Tells `ct-cancel`. */
@customElement('ct-glossary')
export class Glossary extends LitElement {
  private readonly language = new LanguageController(this);
  @property({ type: Boolean }) open = false;
  /** Those of this day. */
  @property({ attribute: false }) terms: readonly Term[] = [];

  static override styles = [
    base,
    buttons,
    dialogs,
    css`
      dt {
        padding-top: var(--s-3);
        border-top: var(--line) solid var(--hairline);
        font: italic 400 var(--t-18) / 1.3 var(--serif);
      }

      dd {
        padding-bottom: var(--s-3);
        line-height: 1.4;
      }

      .button {
        width: 100%;
        margin-top: var(--s-3);
      }
    `,
  ];

  private readonly close = () =>
    this.dispatchEvent(new CustomEvent('ct-cancel', { bubbles: true, composed: true }));

  override render() {
    return html`<wa-dialog
      label=${glossaryTitle()}
      without-header
      light-dismiss
      .open=${this.open}
      @keydown=${(event: Event) => event.stopPropagation()}
      @wa-after-hide=${() => this.open && this.close()}
    >
      <h2>${glossaryTitle()}</h2>
      <dl>
        ${this.terms.map(termIn).map(
          ({ means, term }) => html`<dt>${term}</dt>
            <dd>${means}</dd>`,
        )}
      </dl>
      <button class="button" @click=${this.close}>
        ${this.language.words.keys.close}
      </button>
    </wa-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-glossary': Glossary;
  }
}
