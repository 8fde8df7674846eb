import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import '../nature/nature.ts';
import '../wording/wording.ts';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Chapter, Wording } from '../../../models/doors/game.ts';
import { ADVICE_SAYS } from '../../../models/doors/play.ts';
import { dialogs } from '../../look/dialog.ts';
import { base, buttons } from '../../look/shared.ts';
import { progress } from '../../state/progress.ts';
import { gameWords } from '../../text/game.ts';
import { LanguageController, say } from '../../text/language.ts';
import { playWords } from '../../text/play.ts';

/** Chapters in which callers may be uncivil. */
const ROUGH: readonly number[] = [7, 9];

/** What a chapter is about, before its clock runs. Tells `ct-begin`, or `ct-cancel`. */
@customElement('ct-briefing')
export class Briefing extends LitElement {
  readonly language = new LanguageController(this);
  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) chapter: Chapter | null = null;
  @property() wording: Wording = 'stylised';
  /** What one is by nature, as said before; null: nothing. */
  @property({ attribute: false }) nature: number | null = null;
  /** How one is met counts on this day: it is asked. */
  @property({ type: Boolean }) asksNature = false;

  static override styles = [
    base,
    buttons,
    dialogs,
    css`
      .number {
        font: italic 400 var(--t-18) / 1.2 var(--serif);
        color: var(--ink-soft);
      }

      wa-dialog h2 {
        margin-bottom: var(--s-5);
        font: 400 var(--t-36) / 1.1 var(--serif);
        text-wrap: balance;
      }

      li {
        padding: var(--s-3) 0;
        border-top: var(--line) solid var(--hairline);
        line-height: 1.4;
      }

      .goal {
        padding: var(--s-4) 0;
        border-block: var(--line) solid var(--ink);
        font: 400 var(--t-22) / 1.25 var(--serif);
        text-wrap: pretty;
      }

      .advice {
        padding: var(--s-3) 0;
        border-top: var(--line) solid var(--hairline);
        line-height: 1.4;
      }

      .advice .label {
        display: block;
      }

      .warning {
        margin-top: var(--s-4);
        font-weight: 500;
      }

      ct-wording {
        margin-top: var(--s-2);
      }

      ct-nature {
        display: block;
        margin-top: var(--s-4);
      }

      .button {
        position: sticky;
        z-index: 1;
        bottom: 0;
        box-shadow: 0 var(--s-6) 0 var(--paper);
        width: 100%;
        min-height: 52px;
        margin-top: var(--s-5);
        font-size: var(--t-18);
        font-weight: 600;
      }

      /* There is more below than is seen: it fades, and is not cut. */
      .button::before {
        content: '';
        position: absolute;
        inset: calc(-1 * var(--s-8)) 0 100%;
        background: linear-gradient(transparent, var(--paper));
        pointer-events: none;
      }

      @media (max-width: 760px) {
        wa-dialog h2 {
          margin-bottom: var(--s-3);
          font-size: var(--t-28);
        }

        li {
          padding: var(--s-2) 0;
        }

        .goal {
          padding: var(--s-3) 0;
          font-size: var(--t-18);
        }

        .button {
          margin-top: var(--s-3);
        }
      }
    `,
  ];

  private tell(name: 'ct-begin' | 'ct-cancel'): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }));
  }

  /** What the last day taught is at hand when the next one begins. */
  private lastAdvice() {
    const { advice } = progress();
    if (advice === null) return nothing;
    const { lastAdvice } = playWords();
    return html`<p class="advice">
      <span class="label">${lastAdvice}</span> ${say(ADVICE_SAYS[advice])}
    </p>`;
  }

  override render() {
    const { chapter } = this;
    if (chapter === null) return nothing;
    const words = gameWords();
    return html`<wa-dialog
      label=${say(chapter.title)}
      without-header
      .open=${this.open}
      @keydown=${(event: Event) => event.stopPropagation()}
      @wa-after-hide=${() => this.open && this.tell('ct-cancel')}
    >
      <p class="number">${words.chapter(chapter.number)}</p>
      <h2>${say(chapter.title)}</h2>
      <ul>
        ${chapter.briefing.map((line) => html`<li>${say(line)}</li>`)}
      </ul>
      ${this.lastAdvice()}
      <p class="goal">
        <span class="sr-only">${words.goal}. </span>
        ${say(chapter.goal)}
      </p>
      ${
        ROUGH.includes(chapter.number)
          ? html`<p class="warning">${words.warning}</p>
              <ct-wording .wording=${this.wording}></ct-wording>`
          : nothing
      }
      ${this.asksNature ? html`<ct-nature .nature=${this.nature}></ct-nature>` : nothing}
      <button class="button main" autofocus @click=${() => this.tell('ct-begin')}>
        ${words.begin}
      </button>
    </wa-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-briefing': Briefing;
  }
}
