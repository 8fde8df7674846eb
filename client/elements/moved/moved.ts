import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { banner } from '../../look/banner.ts';
import { base, buttons } from '../../look/shared.ts';
import { pathTo } from '../../route.ts';
import { LanguageController } from '../../text/language.ts';
import { codeIn } from '../../wire/code.ts';
import { keepHostToken, keepJoinKey } from '../../wire/kept.ts';
import type { Moved } from '../../wire/wire.ts';

/** The day begins again in another room: one tap leads there, to the same page of it. */
@customElement('ct-moved')
export class MovedBanner extends LitElement {
  private readonly language = new LanguageController(this);
  @property({ attribute: false }) moved: Moved | null = null;
  /** Where it leads. */
  @property() page: 'desk' | 'room' | 'wall' = 'desk';

  static override styles = [
    base,
    buttons,
    banner,
    css`
      @media print {
        .banner {
          display: none;
        }
      }
    `,
  ];

  /** However the link is followed, this device is known there. */
  protected override willUpdate(): void {
    if (!this.moved) return;
    const { code, key, host } = this.moved;
    keepJoinKey(codeIn(code), key);
    if (host) keepHostToken(codeIn(code), host);
  }

  private banner({ code }: Moved) {
    const { over } = this.language.words;
    return html`<div class="banner">
      <strong>${over.moved}</strong>
      <a class="button main" href=${pathTo(this.page, code)}>${over.follow}</a>
    </div>`;
  }

  override render() {
    // At a desk the page itself says it aloud.
    const role = this.page === 'desk' ? nothing : 'status';
    return html`<div role=${role}>${this.moved ? this.banner(this.moved) : null}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-moved': MovedBanner;
  }
}
