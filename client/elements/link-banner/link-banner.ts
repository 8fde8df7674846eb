import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons } from '../../look/shared.ts';
import { LanguageController } from '../../text/language.ts';
import { linkSaid } from '../../text/link.ts';
import type { LinkState } from '../../wire/wire.ts';

/** What becomes of the connection, while it is not there. Tells `ct-take-back`. */
@customElement('ct-link-banner')
export class LinkBanner extends LitElement {
  private readonly language = new LanguageController(this);
  @property() link: LinkState = 'connecting';
  /** This device holds a desk: its seat is kept. */
  @property({ type: Boolean }) seated = false;
  /** The page says it aloud itself. */
  @property({ type: Boolean }) quiet = false;
  /** The server can't write for the moment. */
  @property({ type: Boolean }) trouble = false;

  static override styles = [
    base,
    buttons,
    css`
      .banner {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s-2) var(--s-5);
        padding: var(--s-3) var(--s-12);
        border-bottom: 3px double var(--ink);
        background: var(--wash);
        line-height: var(--snug);
      }

      @media (max-width: 900px) {
        .banner {
          padding-inline: max(var(--s-4), env(safe-area-inset-left));
        }
      }

      strong {
        font-weight: 600;
      }
    `,
  ];

  private takeBack(): void {
    this.dispatchEvent(new CustomEvent('ct-take-back', { bubbles: true, composed: true }));
  }

  override render() {
    const { link } = this.language.words;
    const sentence = linkSaid(this.link, this.seated, this.trouble);
    if (this.quiet && !sentence) return nothing;
    return html`<div role=${this.quiet ? 'region' : 'status'} aria-label=${link.label}>
      ${
        sentence
          ? html`<div class="banner">
              <strong>${sentence}</strong>
              ${
                this.link === 'replaced'
                  ? html`<span>${link.replacedHint}</span>
                      <button
                        class="button"
                        @click=${this.takeBack}
                      >
                        ${link.takeBack}
                      </button>`
                  : null
              }
            </div>`
          : null
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-link-banner': LinkBanner;
  }
}
