import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Problem } from '../../../models/doors/scenario.ts';
import { banner } from '../../look/banner.ts';
import { base, buttons } from '../../look/shared.ts';
import { LanguageController, say } from '../../text/language.ts';
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
  /** Why the room is not joined yet, though it will be. */
  @property({ attribute: false }) waiting: Problem | null = null;

  static override styles = [base, buttons, banner];

  private takeBack(): void {
    this.dispatchEvent(new CustomEvent('ct-take-back', { bubbles: true, composed: true }));
  }

  private back() {
    const { link } = this.language.words;
    if (this.link !== 'replaced' && this.link !== 'asleep') return null;
    const asleep = this.link === 'asleep';
    return html`${asleep ? null : html`<span>${link.replacedHint}</span>`}
      <button class="button" @click=${this.takeBack}>
        ${asleep ? link.wake : link.takeBack}
      </button>`;
  }

  private get sentence(): string {
    const { link, seated, trouble, waiting } = this;
    return linkSaid(link, seated, trouble) || (waiting ? say(waiting.says) : '');
  }

  override render() {
    const { link } = this.language.words;
    const { sentence } = this;
    if (this.quiet && !sentence) return nothing;
    return html`<div role=${this.quiet ? 'region' : 'status'} aria-label=${link.label}>
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
