import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Line } from '../../../models/doors/live.ts';
import { base } from '../../look/shared.ts';
import { behind } from '../../state/behind.ts';
import { duration, figure } from '../../text/figures.ts';
import { LanguageController } from '../../text/language.ts';

const DOTS = 48;

/** Those who wait: the right page of the desk. A hollow dot waits, a full one beyond the target. */
@customElement('ct-line')
export class WaitingLine extends LitElement {
  private readonly language = new LanguageController(this);
  @property({ attribute: false }) line: Line | null = null;
  /** The call that rings at this very desk, or -1: it is not behind. */
  @property({ type: Number }) mine = -1;
  /** Changes whenever the line does: it is folded in place. */
  @property({ type: Number }) version = 0;
  @property({ type: Number }) now = 0;
  @property({ type: Number }) targetMs = 20_000;
  /** How heavy the voice is set; null where it speaks elsewhere on the page. */
  @property({ attribute: false }) weight: number | null = 400;

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

      @container pages (max-height: 579px) {
        section {
          gap: var(--s-2);
        }

        .n {
          font-size: 2.25rem;
        }
      }

      .oldest {
        color: var(--ink-soft);
      }

      .short {
        display: none;
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

      i.late {
        background: var(--hurry);
      }

      i.ringing {
        border-radius: 0;
      }

      :host([compact]) .status {
        display: none;
      }

      @media (max-width: 1199px), (max-height: 999px) {
        :host([compact]) :is(.dots, .oldest, .label) {
          display: none;
        }
      }

      :host([compact]) .n {
        font-size: var(--t-36);
        line-height: 1;
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

        .count {
          flex-wrap: nowrap;
          white-space: nowrap;
        }

        .n {
          font-size: var(--t-28);
        }

        :host([compact]) .count {
          flex-wrap: wrap;
          font-size: var(--t-14);
          white-space: normal;
        }

        :host([compact]) .n {
          font-size: var(--t-28);
        }

        .oldest {
          text-align: right;
        }

        .long {
          display: none;
        }

        .short {
          display: inline;
        }

        .dots {
          grid-column: 1 / -1;
          gap: 5px;
          max-height: 29px;
          overflow: hidden;
          margin-top: 0;
        }
      }

      @media (max-width: 340px) {
        section {
          grid-template-columns: minmax(0, 1fr);
        }

        .oldest {
          text-align: left;
        }
      }
    `,
  ];

  private dots(line: Line, n: number) {
    const { desk } = this.language.words;
    const shown = line.calls.filter((entry) => entry.call !== this.mine).slice(0, DOTS);
    const rest = n - shown.length;
    return html`<div class="dots" aria-hidden="true">
      ${shown.map((entry) => {
        const late = this.now - entry.since > this.targetMs;
        return html`<i class="${late ? 'late' : ''} ${entry.ringing >= 0 ? 'ringing' : ''}"></i>`;
      })}
      ${rest > 0 ? html`<span class="label">${desk.more(figure(rest))}</span>` : null}
    </div>`;
  }

  override render() {
    const { line } = this;
    if (!line) return null;
    const { voices, desk } = this.language.words;
    const { n, since } = behind(line, this.mine);
    const promised = line.promised.filter(({ call }) => call !== this.mine).length;
    const toCall = `${figure(promised)} ${desk.promised(promised)}`;
    const oldest = since < 0 ? 0 : Math.max(0, this.now - since);
    const short = desk.oldestOne(duration(oldest));
    const told = n === 1 ? short : desk.oldest(duration(oldest));
    return html`<section aria-label=${desk.line}>
      ${
        // There is no next one to speak of where nobody waits.
        this.weight === null || n === 0
          ? null
          : html`<p class="voice" style="font-variation-settings:'wght' ${this.weight}">
              ${voices.hurry}
            </p>`
      }
      <p class="status">${desk.line}</p>
      <p class="count">
        ${
          n === 0
            ? html`<span>${desk.nobody}</span>`
            : html`<span class="n">${figure(n)}</span> <span>${desk.inLine(n)}</span>`
        }
      </p>
      ${
        n === 0
          ? null
          : html`<p class="oldest ${oldest > this.targetMs ? 'late' : ''}">
              <span class="long">${told}</span><span class="short">${short}</span>
            </p>`
      }
      ${n === 0 ? null : this.dots(line, n)}
      ${promised === 0 ? null : html`<p class="label">${toCall}</p>`}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-line': WaitingLine;
  }
}
