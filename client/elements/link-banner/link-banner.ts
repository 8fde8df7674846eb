import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Problem } from '../../../models/doors/scenario.ts';
import { base, buttons } from '../../look/shared.ts';
import { LanguageController, say } from '../../text/language.ts';
import type { LinkState } from '../../wire/wire.ts';

/** What becomes of the connection, while it is not there. Tells `ct-take-back`. */
@customElement('ct-link-banner')
export class LinkBanner extends LitElement {
  private readonly language = new LanguageController(this);
  @property() link: LinkState = 'connecting';
  /** This device holds a desk: its seat is kept. */
  @property({ type: Boolean }) seated = false;
  /** The server can't write for the moment. */
  @property({ type: Boolean }) trouble = false;
  /** Why the room is not joined yet, though it will be. */
  @property({ attribute: false }) waiting: Problem | null = null;

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

  private sentence(): string {
    const { link } = this.language.words;
    if (this.link === 'replaced') return link.replaced;
    if (this.link === 'asleep') return link.asleep;
    if (this.link === 'restarting') return link.restarting;
    if (this.link === 'offline') return this.seated ? link.offline : link.offlineWatch;
    if (this.waiting) return say(this.waiting.says);
    return this.trouble ? link.trouble : '';
  }

  private takeBack(): void {
    this.dispatchEvent(new CustomEvent('ct-take-back', { bubbles: true, composed: true }));
  }

  private back() {
    const { link } = this.language.words;
    if (this.link !== 'replaced' && this.link !== 'asleep') return null;
    const asleep = this.link === 'asleep';
    return html`${asleep ? null : html`<span>${link.replacedHint}</span>`}
      <button class="button" @click=${this.takeBack}>${asleep ? link.wake : link.takeBack}</button>`;
  }

  override render() {
    const sentence = this.sentence();
    return html`<div role="status" aria-live="polite">
      ${
        sentence
          ? html`<div class="banner">
              <strong>${sentence}</strong>
              ${this.back()}
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
