import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Line, oldestSince, waitingNow } from '../../../models/index.ts';
import { base } from '../../look/shared.ts';
import { duration, figure } from '../../text/figures.ts';
import { LanguageController } from '../../text/language.ts';

const DOTS = 48;

/** Those who wait: the right page of the desk. A hollow dot waits, a full one beyond the target. */
@customElement('ct-line')
export class WaitingLine extends LitElement {
  private readonly language = new LanguageController(this);
  @property({ attribute: false }) line: Line | null = null;
  /** Changes whenever the line does: it is folded in place. */
  @property({ type: Number }) version = 0;
  @property({ type: Number }) now = 0;
  @property({ type: Number }) targetMs = 20_000;
  @property({ type: Number }) weight = 400;

  static override styles = [
    base,
    css`
      section {
        display: grid;
        align-content: start;
        gap: var(--s-3);
      }

      .voice {
        font: italic 400 clamp(1.25rem, 2.4vw, var(--t-36)) / 1.15 var(--serif);
        font-optical-sizing: auto;
        color: var(--hurry-ink);
        transition: font-variation-settings var(--calm) var(--ease);
        margin-bottom: var(--s-4);
      }

      .status {
        font-weight: 500;
        color: var(--ink-soft);
      }

      .count {
        display: flex;
        align-items: baseline;
        flex-wrap: wrap;
        gap: 0 var(--s-3);
      }

      .n {
        font: 500 clamp(2rem, 4.4vw, 3.75rem) / 1 var(--sans);
        letter-spacing: -0.03em;
      }

      .oldest {
        color: var(--ink-soft);
      }

      .late {
        font-weight: 600;
        color: var(--ink);
      }

      .dots {
        display: flex;
        flex-wrap: wrap;
        gap: 7px;
        max-width: 34rem;
        margin-top: var(--s-2);
      }

      i {
        width: 12px;
        height: 12px;
        border: 1.5px solid var(--hurry);
        border-radius: 50%;
      }

      i.long {
        background: var(--hurry);
      }

      i.ringing {
        border-radius: 0;
      }

      @media (max-width: 760px) {
        section {
          grid-template-columns: 1fr auto;
          gap: var(--s-1) var(--s-3);
          align-items: baseline;
        }

        .voice {
          grid-column: 1 / -1;
          margin: 0;
          font-size: 1.125rem;
        }

        .status {
          display: none;
        }

        .oldest {
          text-align: right;
          font-size: var(--t-14);
        }

        .dots {
          grid-column: 1 / -1;
          gap: 5px;
          max-height: 29px;
          overflow: hidden;
          margin-top: 0;
        }
      }
    `,
  ];

  private dots(line: Line, n: number) {
    const { desk } = this.language.words;
    const shown = line.calls.slice(0, DOTS);
    return html`<div class="dots" aria-hidden="true">
      ${shown.map((entry) => {
        const long = this.now - entry.since > this.targetMs;
        return html`<i class="${long ? 'long' : ''} ${entry.ringing >= 0 ? 'ringing' : ''}"></i>`;
      })}
      ${n > shown.length ? html`<span class="label">${desk.more(figure(n - shown.length))}</span>` : null}
    </div>`;
  }

  override render() {
    const { line } = this;
    if (!line) return null;
    const { voices, desk } = this.language.words;
    const n = waitingNow(line);
    const since = oldestSince(line);
    const oldest = since < 0 ? 0 : Math.max(0, this.now - since);
    const told = n === 1 ? desk.oldestOne(duration(oldest)) : desk.oldest(duration(oldest));
    return html`<section aria-label=${desk.line}>
      <p class="voice" style="font-variation-settings:'wght' ${this.weight}">${voices.hurry}</p>
      <p class="status">${desk.line}</p>
      <p class="count">
        ${
          n === 0
            ? html`<span>${desk.nobody}</span>`
            : html`<span class="n">${figure(n)}</span> <span>${desk.inLine(n)}</span>`
        }
      </p>
      ${n === 0 ? null : html`<p class="oldest ${oldest > this.targetMs ? 'late' : ''}">${told}</p>`}
      ${n === 0 ? null : this.dots(line, n)}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-line': WaitingLine;
  }
}
