import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../../look/shared.ts';
import { percent } from '../../text/figures.ts';
import { gameWords } from '../../text/game.ts';
import { LanguageController } from '../../text/language.ts';

/** One's own breath: one line, as long as what is left of it. */
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
    return html`<div
      class="breath"
      role="meter"
      aria-label=${gameWords().breath}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${Math.round(100 * share)}
      aria-valuetext=${percent(share)}
    >
      <span class="name" aria-hidden="true">${gameWords().breath}</span>
      <span class="line" aria-hidden="true"><i style="transform:scaleX(${share})"></i></span>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-breath': Breath;
  }
}
