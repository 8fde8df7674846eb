import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { type Line, waitingNow } from '../../../models/doors/live.ts';
import { barsLook } from '../../charts/bars-look.ts';
import { drawQueue } from '../../charts/queue-now.ts';
import { Sized } from '../../charts/sized.ts';
import { base } from '../../look/shared.ts';
import { figure } from '../../text/figures.ts';
import { LanguageController } from '../../text/language.ts';
import { wallWords } from '../../text/wall.ts';

/** How many wait now: one big number, and a dot for each of them. */
@customElement('ct-queue-now')
export class QueueNow extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) line: Line | null = null;
  /** Changes whenever the line does: it is folded in place. */
  @property({ attribute: false }) version: unknown = 0;
  @property({ type: Number }) now = 0;
  @property({ type: Number }) targetMs = 20_000;
  @query('svg') private readonly svg!: SVGSVGElement;
  @query('.dots') private readonly room!: HTMLElement;
  private readonly sized = new Sized(this, () => this.room);

  static override styles = [
    base,
    barsLook,
    css`
      .chart {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: start;
        gap: var(--s-4);
      }

      .n {
        font: 500 var(--big, 4rem) / 0.95 var(--sans);
        letter-spacing: -0.04em;
        min-width: 1.2ch;
      }

      .dots {
        height: calc(var(--big, 4rem) * 0.95);
        min-width: 0;
        overflow: hidden;
      }

      .label {
        display: block;
        margin-top: calc(0.5 * var(--vh, 1vh));
        font-size: var(--small, var(--t-16));
        line-height: 1.2;
        color: var(--ink-soft);
      }
    `,
  ];

  protected override updated(): void {
    const { line, sized } = this;
    if (line && sized.fits) drawQueue(this.svg, line.calls, this.now, this.targetMs, sized.size);
  }

  override render() {
    const n = this.line ? waitingNow(this.line) : 0;
    const promised = this.line?.promised.length ?? 0;
    const words = wallWords();
    return html`<div class="chart">
        <span class="n">${figure(n)}</span>
        <div class="dots" aria-hidden="true"><svg></svg></div>
      </div>
      <span class="label">${n === 0 ? words.nobody : words.waiting(n)}${
        promised > 0 ? html` · ${words.promised(promised)}` : null
      }</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-queue-now': QueueNow;
  }
}
