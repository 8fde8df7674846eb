import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../qr/qr.ts';
import { base, buttons } from '../../look/shared.ts';
import { copied } from '../../state/copy.ts';
import { LanguageController } from '../../text/language.ts';

/**
 * The link that makes another device a host of this room as well: copied, or shown as a QR code to
 * one's own telephone. It is a secret: nothing of it is on the screen before it is asked for.
 */
@customElement('ct-host-link')
export class HostLink extends LitElement {
  private readonly language = new LanguageController(this);
  /** The address, its secret in the fragment. */
  @property() address = '';
  /** No other device finds this address. */
  @property({ type: Boolean }) local = false;
  @state() private said: 'copied' | 'select' | null = null;
  /** Whether the QR code shows. */
  @state() private shown = false;
  @query('input') private readonly field!: HTMLInputElement | null;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        gap: var(--s-3);
        justify-items: start;
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s-3) var(--s-4);
      }

      input {
        width: 100%;
        font-size: var(--t-14);
      }

      ct-qr {
        width: min(220px, 100%);
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  private readonly copy = async () => {
    this.said = (await copied(this.address)) ? 'copied' : 'select';
    await this.updateComplete;
    this.field?.select();
  };

  override render() {
    const { room } = this.language.words;
    const { select, copy, show, hide, hint, label, local } = room.hostLink;
    const field = html`<input readonly aria-label=${label} .value=${this.address} />`;
    return html`<p class="ways">
        <button class="button" aria-describedby="hint" @click=${this.copy}>${copy}</button>
        <button
          class="button"
          aria-expanded=${this.shown}
          @click=${() => (this.shown = !this.shown)}
        >
          ${this.shown ? hide : show}
        </button>
        <span class="label" role="status">
          ${this.said === 'copied' ? room.hostLink.copied : this.said === 'select' ? select : ''}
        </span>
      </p>
      ${this.said === 'select' ? field : null}
      <p id="hint" class="label">${hint}${this.local ? ` ${local}` : ''}</p>
      ${this.shown ? html`<ct-qr .text=${this.address} .label=${label}></ct-qr>` : null}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-host-link': HostLink;
  }
}
