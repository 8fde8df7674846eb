import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../qr/qr.ts';
import { base } from '../../look/shared.ts';
import { pathTo } from '../../route.ts';
import { typedOf } from '../../state/address.ts';
import { LanguageController } from '../../text/language.ts';
import { wallWords } from '../../text/wall.ts';
import { codeShown, fragmentOf } from '../../wire/code.ts';

/** The way into a room, for its projector: the code, large, the address and the QR code. */
@customElement('ct-invitation')
export class Invitation extends LitElement {
  private readonly language = new LanguageController(this);
  @property() code = '';
  /** The secret of the room's QR code. */
  @property() joinKey = '';
  /** Where other devices find the room; null where they cannot, undefined while it is asked. */
  @property({ attribute: false }) origin: string | null | undefined = location.origin;

  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 5vw;
        background: color-mix(in srgb, var(--paper) var(--veil, 74%), transparent);
        text-align: left;
      }

      .serif {
        font-size: calc(var(--small, 1rem) * 1.5);
        font-style: italic;
      }

      .giant {
        font: 500 clamp(3rem, min(17vh, 8.2vw), 14rem) / 1.05 var(--sans);
        letter-spacing: 0.03em;
        white-space: nowrap;
      }

      .how {
        font-size: calc(var(--small, 1rem) * 1.3);
        overflow-wrap: anywhere;
      }

      ct-qr {
        width: clamp(9rem, min(34vh, 24vw), 24rem);
        flex: none;
      }

      @media screen and (max-width: 700px) {
        :host {
          flex-direction: column;
          gap: var(--s-4);
          padding: var(--s-4);
        }

        .giant {
          font-size: 15vw;
        }
      }
    `,
  ];

  override render() {
    const words = wallWords();
    const { room } = this.language.words;
    const { origin } = this;
    const how = origin
      ? html`<p class="how">${words.join} : <strong>${typedOf(origin)}</strong></p>`
      : html`<p class="how">${origin === null ? room.local : nothing}</p>`;
    const address = `${origin}${pathTo('desk', this.code)}${fragmentOf(this.joinKey)}`;
    return html`<div>
        <p class="serif">${words.before}</p>
        <p class="giant">${codeShown(this.code)}</p>
        ${how}
      </div>
      ${origin ? html`<ct-qr .text=${address} .label=${room.qr}></ct-qr>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-invitation': Invitation;
  }
}
