import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { dialogs } from '../../look/dialog.ts';
import { keyTyped } from '../../look/keyboard.ts';
import { base, buttons } from '../../look/shared.ts';
import { LanguageController } from '../../text/language.ts';

export interface Option {
  readonly id: number;
  readonly name: string;
  readonly note?: string;
}

/** One thing of a few, by thumb or by figure. Tells `ct-pick` with the id, or `ct-cancel`. */
@customElement('ct-choice')
export class Choice extends LitElement {
  private readonly language = new LanguageController(this);
  @property() heading = '';
  @property({ attribute: false }) options: readonly Option[] = [];
  @property({ type: Boolean }) open = false;

  static override styles = [
    base,
    buttons,
    dialogs,
    css`
      li .button {
        width: 100%;
        min-height: 52px;
        justify-content: flex-start;
        border-color: transparent;
        border-bottom-color: var(--hairline);
        border-radius: 0;
        padding-inline: var(--s-2);
        text-align: left;
      }

      small {
        margin-left: auto;
        font-size: var(--t-14);
        font-weight: 400;
        color: var(--ink-faint);
      }

      .cancel {
        margin-top: var(--s-4);
        width: 100%;
      }
    `,
  ];

  private tell(name: 'ct-pick' | 'ct-cancel', detail?: number): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  private readonly typed = (event: KeyboardEvent) => {
    event.stopPropagation();
    const option = this.options[Number(keyTyped(event)) - 1];
    if (option) this.tell('ct-pick', option.id);
  };

  override render() {
    const { desk } = this.language.words;
    return html`<wa-dialog
      label=${this.heading}
      without-header
      light-dismiss
      .open=${this.open}
      @keydown=${this.typed}
      @wa-after-hide=${() => this.open && this.tell('ct-cancel')}
    >
      <h2>${this.heading}</h2>
      <ul>
        ${this.options.map(
          (option, i) => html`<li>
            <button
              class="button"
              ?autofocus=${i === 0}
              @click=${() => this.tell('ct-pick', option.id)}
            >
              ${i < 9 ? html`<kbd aria-hidden="true">${i + 1}</kbd>` : null} ${option.name}
              ${option.note ? html`<small>${option.note}</small>` : null}
            </button>
          </li>`,
        )}
      </ul>
      <button class="button cancel" @click=${() => this.tell('ct-cancel')}>${desk.cancel}</button>
    </wa-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-choice': Choice;
  }
}
