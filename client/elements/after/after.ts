import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../again/again.ts';
import { base } from '../../look/shared.ts';
import { pathTo } from '../../route.ts';
import { LanguageController } from '../../text/language.ts';
import { seatToken } from '../../wire/kept.ts';

/** Where one goes from the wall of a day that is over: a quiet line under it. */
@customElement('ct-after')
export class After extends LitElement {
  private readonly language = new LanguageController(this);
  @property() code = '';
  @property({ type: Boolean }) host = false;
  /** The day begins again in another room. */
  @property({ type: Boolean }) moved = false;
  /** Only a record is left of it. */
  @property({ type: Boolean }) record = false;

  static override styles = [
    base,
    css`
      nav {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s-1) var(--s-6);
        margin-top: -1.6vh;
        padding: 0 2.4vw 2px;
      }

      a {
        display: inline-flex;
        align-items: center;
        min-height: 24px;
        font-size: var(--t-14);
        color: var(--ink-soft);
      }

      ct-again {
        --again-margin: 0;
        margin-left: auto;
      }

      @media (max-width: 700px) {
        nav {
          margin-top: 0;
          padding: 0 var(--s-4) var(--s-5);
        }

        a {
          min-height: var(--touch);
          font-size: var(--t-16);
        }

        ct-again {
          margin-left: 0;
        }
      }

      @media print {
        nav {
          display: none;
        }
      }
    `,
  ];

  override render() {
    const { link, over } = this.language.words;
    const { code, host } = this;
    const desk = seatToken(code) !== undefined;
    return html`<nav aria-label=${over.ways}>
      ${desk ? html`<a href=${pathTo('desk', code)}>${over.desk}</a>` : null}
      <a href=${pathTo('room', code)}>${over.room}</a>
      <a href="/">${link.home}</a>
      <ct-again
        bare
        .code=${code}
        ?over=${!this.record}
        ?host=${host}
        ?moved=${this.moved}
      ></ct-again>
    </nav>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-after': After;
  }
}
