import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../elements/notice/notice.ts';
import '../../elements/top-bar/top-bar.ts';
import type { Problem } from '../../../models/doors/scenario.ts';
import { base, buttons } from '../../look/shared.ts';
import { pathTo } from '../../route.ts';
import { LanguageController } from '../../text/language.ts';
import { isOutdated } from '../../wire/renew.ts';

/** No such page; or, with a problem, a room that can't be entered. */
@customElement('ct-lost')
export class Lost extends LitElement {
  private readonly language = new LanguageController(this);
  @property({ attribute: false }) problem: Problem | null = null;

  /** The room, where one was asked for. */
  @property() code = '';

  static override styles = [
    base,
    buttons,
    css`
      main {
        display: grid;
        gap: var(--s-6);
        justify-items: start;
        max-width: calc(var(--page) + 2 * var(--s-12));
        margin: 0 auto;
        padding: 14vh var(--s-12) var(--s-16);
      }

      h1 {
        font: 400 clamp(2rem, 5vw, var(--t-48)) / var(--tight) var(--serif);
        text-wrap: balance;
      }

      @media (max-width: 760px) {
        main {
          padding-inline: var(--s-4);
        }
      }
    `,
  ];

  override render() {
    const { lost, link } = this.language.words;
    const noRoom = this.problem?.code === 'E_UNKNOWN';
    const title = this.problem ? lost.closed : lost.title;
    return html`<ct-top-bar></ct-top-bar>
      <main>
        <h1>${noRoom ? lost.room : title}</h1>
        ${
          this.problem && !noRoom
            ? html`<ct-notice .problem=${this.problem}></ct-notice>`
            : html`<p>${noRoom ? lost.roomHint : lost.hint}</p>`
        }
        ${
          this.problem && isOutdated(this.problem)
            ? html`<button class="button main" @click=${() => location.reload()}>
                ${lost.reload}
              </button>`
            : null
        }
        ${
          this.code && this.problem?.code === 'E_FORBIDDEN'
            ? html`<a class="button main" href=${pathTo('wall', this.code)}>${lost.watch}</a>`
            : null
        }
        <a class="button" href="/">${link.home}</a>
      </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-lost': Lost;
  }
}
