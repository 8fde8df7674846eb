import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../../look/shared.ts';
import { percent } from '../../text/figures.ts';
import { gameWords } from '../../text/game.ts';
import { LanguageController } from '../../text/language.ts';

/**
 * One's own breath: one line, as long as what is left of it. Its name opens what the words of the
 * desk mean: tells `ct-words`.
 */
@customElement('ct-breath')
export class Breath extends LitElement {
  readonly language = new LanguageController(this);
  /** 0 to 1; null: it does not count on this day. */
  @property({ attribute: false }) share: number | null = null;

  static override styles = [
    base,
    css`
      .breath {
        display: flex;
        align-items: center;
        gap: var(--s-3);
      }

      .name {
        min-height: var(--touch);
        padding: 0;
        border: 0;
        background: none;
        cursor: help;
        text-decoration: underline dotted 1px;
        text-underline-offset: 0.25em;
        font: italic 400 var(--t-16) / 1 var(--serif);
        color: var(--ink-soft);
      }

      .line {
        position: relative;
        width: clamp(88px, 14vw, 200px);
        height: 3px;
        background: var(--hairline);
      }

      i {
        position: absolute;
        inset: 0;
        background: var(--ink);
        transform-origin: left;
        transition: transform var(--calm) var(--ease);
      }
    `,
  ];

  override render() {
    if (this.share === null) return nothing;
    const share = Math.max(0, Math.min(1, this.share));
    const { breath, wordsOf } = gameWords();
    const tell = () =>
      this.dispatchEvent(new CustomEvent('ct-words', { bubbles: true, composed: true }));
    return html`<div class="breath">
      <button class="name" aria-label=${wordsOf(breath)} aria-haspopup="dialog" @click=${tell}>
        ${breath}
      </button>
      <span
        class="line"
        role="meter"
        aria-label=${breath}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${Math.round(100 * share)}
        aria-valuetext=${percent(share)}
        ><i style="transform:scaleX(${share})"></i
      ></span>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-breath': Breath;
  }
}
